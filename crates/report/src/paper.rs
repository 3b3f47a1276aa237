//! What paper needs that a screen does not: tables that fit its width, which version it shows, how far to trust it.

use super::words::Named;
use weighbridge_chart::Table;
use weighbridge_file::save;
use weighbridge_model::{Appraisal, Frame, Status};

/// How many columns fit on upright A4 beside the names of the rows, in letters that can be read.
pub const WIDEST: usize = 7;

/// A table as paper takes it: as it is where it fits, else turned, if the columns have a name and that takes fewer
/// parts, and cut into parts of about the same width, each with the names of the rows and a caption of its own.
///
/// `columns` is what the columns are, such as "Criterion"; nothing where a table cannot be turned.
///
/// ```
/// use weighbridge_chart::Table;
/// use weighbridge_report::paper_tables;
/// let names: Vec<String> = (0..31).map(|n| n.to_string()).collect();
/// let mut wide = Table::new("Values", &names.iter().map(String::as_str).collect::<Vec<_>>());
/// wide.start("In-house");
/// (1..31).for_each(|n| wide.words(n.to_string(), Some(f64::from(n))));
/// let turned = paper_tables(&wide, Some("Criterion"));
/// assert_eq!((turned.len(), turned[0].rows.len(), turned[0].headers.len()), (1, 30, 2));
/// let cut = paper_tables(&wide, None);
/// assert_eq!((cut.len(), cut[4].headers.len()), (5, 7));
/// assert_eq!(cut[4].caption, "Values, part 5 of 5");
/// ```
pub fn paper_tables(table: &Table, columns: Option<&str>) -> Vec<Table> {
    let parts = |columns: usize| columns.div_ceil(WIDEST).max(1);
    let across = table.headers.len().saturating_sub(1);
    match columns {
        Some(name) if parts(table.rows.len()) < parts(across) => {
            cut(&turned(table, name), parts(table.rows.len()))
        }
        _ => cut(table, parts(across)),
    }
}

/// A table with its columns as rows; `corner` is what the columns were.
fn turned(table: &Table, corner: &str) -> Table {
    let names = table.rows.iter().map(|row| row.first());
    let headers: Vec<&str> = std::iter::once(corner)
        .chain(names.map(|name| name.map_or("", String::as_str)))
        .collect();
    let mut turned = Table::new(&table.caption, &headers);
    for (at, header) in table.headers.iter().enumerate().skip(1) {
        turned.start(header);
        for (words, numbers) in table.rows.iter().zip(&table.numbers) {
            let words = words.get(at).cloned().unwrap_or_default();
            turned.words(words, numbers.get(at).copied().flatten());
        }
    }
    turned
}

fn cut(table: &Table, parts: usize) -> Vec<Table> {
    if parts < 2 {
        return vec![table.clone()];
    }
    let across = table.headers.len().saturating_sub(1);
    let size = across.div_ceil(parts);
    (0..parts)
        .map(|part| {
            let taken = (1 + part * size)..(1 + across.min((part + 1) * size));
            let of = |range: &std::ops::Range<usize>, at: usize| at == 0 || range.contains(&at);
            let keep = |at: &usize| of(&taken, *at);
            let pick = |list: &[String]| -> Vec<String> {
                let kept = list.iter().enumerate().filter(|(at, _)| keep(at));
                kept.map(|(_, words)| words.clone()).collect()
            };
            let pick_numbers = |list: &[Option<f64>]| -> Vec<Option<f64>> {
                let kept = list.iter().enumerate().filter(|(at, _)| keep(at));
                kept.map(|(_, number)| *number).collect()
            };
            Table {
                caption: format!("{}, part {} of {parts}", table.caption, part + 1),
                headers: pick(&table.headers),
                rows: table.rows.iter().map(|row| pick(row)).collect(),
                numbers: table.numbers.iter().map(|row| pick_numbers(row)).collect(),
            }
        })
        .collect()
}

/// How far to trust an appraisal, in a few words; nothing where it is finished.
///
/// ```
/// use weighbridge_model::{Frame, Status};
/// use weighbridge_report::standing;
/// let mut frame = Frame::new("Office");
/// assert_eq!(standing(&frame), Some("Draft"));
/// frame.status = Status::Final;
/// assert_eq!(standing(&frame), None);
/// ```
pub fn standing(frame: &Frame) -> Option<&'static str> {
    match frame.status {
        Status::Draft | Status::Illustrative => Some(frame.status.words()),
        Status::Final => None,
    }
}

/// How far to trust an appraisal, and the notice of its authors: each in a few words, none where there is nothing to say.
pub fn standing_and_notice(frame: &Frame) -> Vec<String> {
    let standing = standing(frame).unwrap_or_default();
    let all = [standing, frame.notice.trim()].into_iter();
    let all = all.filter(|words| !words.is_empty());
    all.map(str::to_owned).collect()
}

/// The title, how far to trust the appraisal and its notice, as they stand below whatever leaves the tool: each in its own
/// line for whoever reads them by machine.
pub(super) fn provenance(frame: &Frame) -> Vec<String> {
    let mut notes = vec![frame.title.clone()];
    notes.extend(standing(frame).map(str::to_owned));
    let notice = frame.notice.trim();
    notes.extend((!notice.is_empty()).then(|| notice.to_owned()));
    notes
}

/// Eight signs that stand for everything in an appraisal: two papers with the same were printed from the same content,
/// on whatever machine. It tells versions apart and is no seal: whoever wants to can make two that agree.
///
/// The signs are the FNV-1a hash, of 32 bits, of the file as the tool would save it.
///
/// ```
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use weighbridge_report::version;
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let other = Appraisal::new(AppraisalId::new("office").unwrap(), "Offices");
/// assert_eq!(version(&office).len(), 8);
/// assert_ne!(version(&office), version(&other));
/// ```
pub fn version(on: &Appraisal) -> String {
    let hash = save(on).bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

/// What stands at the foot of every page: which version it is, how much it was changed since it was opened, and when it
/// was printed.
///
/// ```
/// use weighbridge_report::version_line;
/// let words = version_line("3f9a12c4", 1, "30 November 2026 at 8:52am");
/// assert_eq!(words, "Version 3f9a12c4, 1 change since it was opened · Printed 30 November 2026 at 8:52am");
/// ```
pub fn version_line(version: &str, changes: usize, printed: &str) -> String {
    let changes = match changes {
        0 => String::new(),
        1 => ", 1 change since it was opened".to_owned(),
        n => format!(", {n} changes since it was opened"),
    };
    format!("Version {version}{changes} · Printed {printed}")
}
