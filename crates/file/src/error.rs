use crate::format::FORMAT;
use crate::place::Place;
use crate::wrong::Wrong;
use std::str::Utf8Error;

/// Why a file cannot be opened: a closed list.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// There is nothing in it.
    Empty,
    /// It is something else.
    NotAnAppraisal {
        /// What it seems to be, when that can be told.
        looks_like: Option<Lookalike>,
    },
    /// It was made by a newer version of the tool.
    TooNew {
        /// The version of its format.
        version: u64,
    },
    /// It is an appraisal, but its text is broken or cut off.
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        what: Damage,
    },
    /// It is larger than this version opens.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Its text is whole, but something in it cannot be.
    Invalid {
        /// All that is wrong, in the order of the file; at most [`crate::MAX_PROBLEMS`].
        problems: Vec<Problem>,
        /// Whether there are more.
        more: bool,
    },
}

/// What a file that is something else seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookalike {
    /// A picture in the format PNG.
    Png,
    /// A picture in the format JPEG.
    Jpeg,
    /// A picture in the format GIF.
    Gif,
    /// A ZIP archive, which Word writes too.
    Zip,
    /// A spreadsheet of Excel or LibreOffice.
    Spreadsheet,
    /// A PDF document.
    Pdf,
    /// Text in UTF-16.
    Utf16,
    /// A web page.
    WebPage,
    /// A Word or Excel file of before 2007.
    OldOffice,
    /// A JSON file of another program.
    OtherJson,
}

/// What is wrong where a text is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A character that is not text (UTF-8).
    NotText,
    /// The file ends too early.
    EndsEarly,
    /// It is no JSON, in the words of its parser.
    Syntax(String),
}

/// Something in a file that cannot be.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub what: Wrong,
}

impl OpenError {
    /// What is wrong in a file whose text is whole, if that is the error; in the order of the file.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid { problems, .. } => problems,
            Self::Empty
            | Self::NotAnAppraisal { .. }
            | Self::TooNew { .. }
            | Self::Damaged { .. }
            | Self::TooLarge { .. } => &[],
        }
    }

    /// A short stable name for programs: `too-new`, `damaged` and so on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAnAppraisal { .. } => "not-an-appraisal",
            Self::TooNew { .. } => "too-new",
            Self::Damaged { .. } => "damaged",
            Self::TooLarge { .. } => "too-large",
            Self::Invalid { .. } => "invalid",
        }
    }
}

/// Whether the start of a file says that it is meant to be an appraisal.
fn claims_to_be_ours(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let name = FORMAT.as_bytes();
    head.trim_ascii_start().starts_with(b"{") && head.windows(name.len()).any(|w| w == name)
}

fn looks_like(bytes: &[u8]) -> Option<Lookalike> {
    const SIGNS: [(&[u8], Lookalike); 9] = [
        (b"\x89PNG", Lookalike::Png),
        (b"\xff\xd8\xff", Lookalike::Jpeg),
        (b"GIF8", Lookalike::Gif),
        (b"PK\x03\x04", Lookalike::Zip),
        (b"%PDF", Lookalike::Pdf),
        (b"\xff\xfe", Lookalike::Utf16),
        (b"\xfe\xff", Lookalike::Utf16),
        (b"<", Lookalike::WebPage),
        (b"\xd0\xcf\x11\xe0", Lookalike::OldOffice),
    ];
    let head = bytes.trim_ascii_start();
    let found = SIGNS.iter().find(|(sign, _)| head.starts_with(sign));
    found.map(|(_, what)| {
        if *what == Lookalike::Zip && is_spreadsheet(bytes) {
            return Lookalike::Spreadsheet;
        }
        *what
    })
}

/// Whether an archive names the parts that a spreadsheet has.
fn is_spreadsheet(archive: &[u8]) -> bool {
    const PARTS: [&[u8]; 2] = [
        b"xl/workbook",
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ];
    let has = |part: &&[u8]| archive.windows(part.len()).any(|bytes| bytes == *part);
    PARTS.iter().any(has)
}

/// The error for bytes that are not UTF-8.
pub(super) fn not_text(bytes: &[u8], error: &Utf8Error) -> OpenError {
    if !claims_to_be_ours(bytes) {
        return OpenError::NotAnAppraisal {
            looks_like: looks_like(bytes),
        };
    }
    let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let last_line = good.rsplit(|b| *b == b'\n').next().unwrap_or_default();
    OpenError::Damaged {
        line: good.iter().filter(|b| **b == b'\n').count() + 1,
        column: last_line.len() + 1,
        what: Damage::NotText,
    }
}

/// The error for text that is not JSON.
pub(super) fn not_json(text: &str, error: &serde_json::Error) -> OpenError {
    if !claims_to_be_ours(text.as_bytes()) {
        return OpenError::NotAnAppraisal {
            looks_like: looks_like(text.as_bytes()),
        };
    }
    OpenError::Damaged {
        line: error.line(),
        column: error.column(),
        what: if error.is_eof() {
            Damage::EndsEarly
        } else {
            Damage::Syntax(what(error))
        },
    }
}

/// The parser's words without the position, which is said apart.
fn what(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}
