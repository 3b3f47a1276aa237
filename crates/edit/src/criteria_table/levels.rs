//! Which criterion stands in which group: by columns of groups, by numbers, by bullets or by indentation.

use super::cells::Cells;
use super::marks::{depths_of_marks, indentation};
use super::role::ColumnRole;

/// A criterion or a group of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The row it stands in.
    pub row: usize,
    /// The group it stands in, as its place among the lines.
    pub parent: Option<usize>,
    /// Its name.
    pub name: String,
    /// Whether the row is about a criterion in it and only names it as the group.
    pub as_group: bool,
}

/// The criteria and groups of a table, each group before what is in it; and the rows with texts but without a name.
pub(super) fn lines(cells: &Cells, roles: &[ColumnRole], first: usize) -> (Vec<Line>, Vec<usize>) {
    let of = |role: ColumnRole| {
        let all = roles.iter().enumerate();
        all.filter(move |(_, r)| **r == role).map(|(at, _)| at)
    };
    let Some(name) = of(ColumnRole::Name).next() else {
        return (Vec::new(), Vec::new());
    };
    let mut levels: Vec<usize> = of(ColumnRole::Group).collect();
    levels.push(name);
    let (rows, _) = cells.size();
    let is_named = |row: &usize| levels.iter().any(|at| !cells.text(*row, *at).is_empty());
    let (named, nameless): (Vec<usize>, Vec<usize>) = (first..rows).partition(is_named);
    let lines = if levels.len() > 1 {
        by_columns(cells, &levels, &named)
    } else {
        by_depth(cells, name, of(ColumnRole::Number).next(), &named)
    };
    (lines, nameless)
}

/// By marks before the names where every name has one, else by indentation.
fn by_depth(cells: &Cells, name: usize, number: Option<usize>, rows: &[usize]) -> Vec<Line> {
    let names: Vec<&str> = rows.iter().map(|row| cells.raw(*row, name)).collect();
    let marks: Option<Vec<&str>> =
        number.map(|at| rows.iter().map(|row| cells.text(*row, at)).collect());
    let (depths, names) =
        depths_of_marks(&names, marks.as_deref()).unwrap_or_else(|| (indentation(&names), names));
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut lines = Vec::new();
    for ((row, name), depth) in rows.iter().zip(names).zip(depths) {
        open.retain(|(above, _)| *above < depth);
        let parent = open.last().map(|(_, at)| *at);
        open.push((depth, lines.len()));
        lines.push(Line {
            row: *row,
            parent,
            name: name.trim().to_owned(),
            as_group: false,
        });
    }
    lines
}

/// One column for each level: a blank stands for what is above it, unless groups are repeated in full.
fn by_columns(cells: &Cells, levels: &[usize], rows: &[usize]) -> Vec<Line> {
    let repeated = is_repeated(cells, levels, rows);
    let mut path: Vec<String> = Vec::new();
    let mut tree = Tree::default();
    for row in rows {
        let text = |level: usize| levels.get(level).map_or("", |at| cells.text(*row, *at));
        let filled = |level: &usize| !text(*level).is_empty();
        let Some(deepest) = (0..levels.len()).rev().find(filled) else {
            continue;
        };
        let mut groups: Vec<String> = Vec::new();
        for level in 0..deepest {
            match text(level) {
                "" if !repeated && groups.len() == level => groups.extend(path.get(level).cloned()),
                "" => {}
                group => groups.push(group.to_owned()),
            }
        }
        let parent = tree.groups(&groups, *row);
        tree.add(parent, text(deepest), *row);
        path = groups;
        if deepest + 1 < levels.len() {
            path.push(text(deepest).to_owned());
        }
    }
    tree.0
}

/// Whether a group is written beside each of its criteria, so that a blank means none.
fn is_repeated(cells: &Cells, levels: &[usize], rows: &[usize]) -> bool {
    let groups = levels.iter().take(levels.len().saturating_sub(1));
    let again = |a: &usize, b: &usize| {
        let same = |at: &usize| {
            let text = cells.text(*a, *at);
            !text.is_empty() && alike(text, cells.text(*b, *at))
        };
        groups.clone().any(same)
    };
    rows.iter()
        .zip(rows.iter().skip(1))
        .any(|(a, b)| again(a, b))
}

/// Lines as they grow.
#[derive(Default)]
struct Tree(Vec<Line>);

impl Tree {
    fn find(&self, parent: Option<usize>, name: &str) -> Option<usize> {
        let is = |line: &Line| line.parent == parent && alike(&line.name, name);
        self.0.iter().position(is)
    }

    /// The innermost of some groups, each in the one before, made where they are not there yet.
    fn groups(&mut self, names: &[String], row: usize) -> Option<usize> {
        let mut parent = None;
        for name in names {
            let there = self.find(parent, name);
            parent = Some(there.unwrap_or_else(|| self.push(parent, name, row, true)));
        }
        parent
    }

    /// Adds what a row is about; a group that was only named so far gets the row.
    fn add(&mut self, parent: Option<usize>, name: &str, row: usize) {
        let there = self.find(parent, name);
        let there = there
            .and_then(|at| self.0.get_mut(at))
            .filter(|line| line.as_group);
        match there {
            Some(line) => (line.row, line.as_group) = (row, false),
            None => {
                self.push(parent, name, row, false);
            }
        }
    }

    fn push(&mut self, parent: Option<usize>, name: &str, row: usize, as_group: bool) -> usize {
        self.0.push(Line {
            row,
            parent,
            name: name.to_owned(),
            as_group,
        });
        self.0.len() - 1
    }
}

/// Whether two names are one, whatever their capitals and spaces.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    words(a) == words(b)
}
