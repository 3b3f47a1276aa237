//! A sheet of options and criteria that was opened and not taken over yet.

use std::rc::Rc;
use weighbridge_edit::read_csv;
use weighbridge_edit::{CriteriaTable, Edit, FrameEdit, Refusal};
use weighbridge_file::OpenError;
use weighbridge_model::Appraisal;
use weighbridge_opening::library;

/// A sheet, how it is read, and what it would be called as an appraisal.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The name of the file.
    pub name: String,
    /// Whether the options stand across the top.
    pub across: bool,
    /// How it is read.
    pub table: CriteriaTable,
    rows: Rc<Vec<Vec<String>>>,
}

/// What a file seems to be, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// Rows of cells as text.
    Sheet,
    /// Anything else: an appraisal, or what cannot be opened.
    Other,
}

impl FileKind {
    pub(crate) fn of(name: &str) -> Self {
        let end = name
            .rsplit_once('.')
            .map(|(_, end)| end.to_ascii_lowercase());
        match end.as_deref() {
            Some("csv" | "tsv" | "tab" | "txt") => Self::Sheet,
            _ => Self::Other,
        }
    }
}

impl Sheet {
    /// Reads the bytes of a file as rows of cells.
    ///
    /// # Errors
    /// [`OpenError::Empty`] where there is nothing in it.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, OpenError> {
        let rows = Rc::new(read_csv(&decoded(bytes)));
        let empty = rows.iter().flatten().all(|text| text.trim().is_empty());
        if empty {
            return Err(OpenError::Empty);
        }
        let across = CriteriaTable::options_seem_across(&rows);
        Ok(Self {
            name: name.to_owned(),
            across,
            table: CriteriaTable::read_sheet(&rows, across),
            rows,
        })
    }

    /// The same sheet, read with the options across the top or down the side.
    #[must_use]
    pub fn turned(&self, across: bool) -> Self {
        Self {
            across,
            table: CriteriaTable::read_sheet(&self.rows, across),
            ..self.clone()
        }
    }

    /// The same sheet, with its table read otherwise.
    #[must_use]
    pub fn read_as(&self, table: CriteriaTable) -> Self {
        Self {
            table,
            ..self.clone()
        }
    }

    /// What the appraisal is called: the name of the file, without its end.
    pub fn title(&self) -> &str {
        let stem = self
            .name
            .rsplit_once('.')
            .map_or("", |(stem, _)| stem)
            .trim();
        if stem.is_empty() { &self.name } else { stem }
    }

    /// An appraisal with nothing in it but the title.
    pub fn blank(&self) -> Option<Appraisal> {
        let mut blank = library::BLANK.open().ok()?;
        let title = Edit::Frame(FrameEdit::Title(self.title().to_owned()));
        title.apply(&mut blank).ok()?;
        Some(blank)
    }

    /// The appraisal that it makes.
    ///
    /// # Errors
    /// Why one of its options, criteria or scores may not be added.
    pub fn appraisal(&self) -> Result<Appraisal, Refusal> {
        let blank = self.blank().ok_or(Refusal::EmptyName)?;
        let plan = self.table.plan(&blank);
        plan.batch.tried_on(&blank).map_err(|(_, why)| why)
    }
}

/// The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which Excel writes where it is not asked for
/// another.
fn decoded(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let pairs = bytes
            .chunks_exact(2)
            .filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
        let units: Vec<u16> = pairs.map(unit).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    }
}

/// What the bytes from 0x80 to 0x9f are in Windows-1252; the others are as in Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let at = usize::from(byte).checked_sub(0x80);
    let special = at.and_then(|at| WINDOWS.get(at)).copied();
    special.unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_spreadsheets_are_read_whatever_they_are_written_in() {
        let text = "Option,Cost\r\nCarry on,£4\r\n“Trust”,£5\r\n";
        let latin: Vec<u8> = text
            .chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect();
        let wide = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let marked: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(text.bytes()).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            latin,
            marked,
            wide([0xff, 0xfe], u16::to_le_bytes),
            wide([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(decoded(&bytes), text);
        }
    }

    #[test]
    fn a_sheet_becomes_an_appraisal_with_the_name_of_its_file() {
        let text = "Option,Cost,Quality\nCarry on,5,45\nTrust,7,65\n";
        let sheet = Sheet::open("Leisure 2026.csv", text.as_bytes()).unwrap();
        assert!(!sheet.across);
        let made = sheet.appraisal().unwrap();
        assert_eq!(made.frame.title, "Leisure 2026");
        assert_eq!((made.options.len(), made.leaves().len()), (2, 2));
        let turned = sheet.turned(true).appraisal().unwrap();
        assert_eq!(turned.options[0].name, "Cost");
        assert_eq!(Sheet::open("x.csv", b" \n,\n"), Err(OpenError::Empty));
    }
}
