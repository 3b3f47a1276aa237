//! The names of a list that is pasted where one name is typed.

use super::marks::{depths_of_marks, is_mark};

/// The names in rows of cells: the first text of each row, without numbers or bullets before it.
///
/// ```
/// use weighbridge_edit::names_of;
/// let rows = [vec!["•", "Stay"], vec![""], vec!["•", "Move", "to the high street"]];
/// let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect());
/// assert_eq!(names_of(&rows), ["Stay", "Move"]);
/// let rows = ["1. Stay", "2. Move"].map(|name| vec![name.to_owned()]);
/// assert_eq!(names_of(&rows), ["Stay", "Move"]);
/// ```
pub fn names_of(rows: &[Vec<String>]) -> Vec<String> {
    let name = |row: &'_ Vec<String>| -> Option<usize> {
        let full = |at: &usize| row.get(*at).is_some_and(|text| !text.trim().is_empty());
        let mut full = (0..row.len()).filter(full);
        let first = full.next()?;
        let marked = row.get(first).is_some_and(|text| is_mark(text));
        Some(full.next().filter(|_| marked).unwrap_or(first))
    };
    let names = rows
        .iter()
        .filter_map(|row| row.get(name(row)?).map(|text| text.trim()));
    let names: Vec<&str> = names.collect();
    let bare = depths_of_marks(&names, None).map_or(names, |(_, bare)| bare);
    bare.into_iter()
        .map(|name| name.trim().to_owned())
        .collect()
}
