use crate::format::{FORMAT, VERSION};
use std::fmt;
use std::str::Utf8Error;

/// Why a file cannot be opened: a closed list, each with what is wrong and one hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is nothing in it.
    Empty,
    /// It is something else.
    NotAnAppraisal {
        /// What it seems to be, when that can be told.
        looks_like: Option<&'static str>,
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
        what: String,
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

/// Something in a file that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a field, or a thing with its id or number, such as “criterion “front-line””.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl OpenError {
    /// The error for one thing that cannot be.
    pub(super) fn invalid(place: &str, what: &str) -> Self {
        let problem = Problem {
            place: place.to_owned(),
            what: what.to_owned(),
        };
        Self::Invalid {
            problems: vec![problem],
            more: false,
        }
    }

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

    /// What is wrong, in one sentence; where it is several things, how many, and
    /// [`OpenError::problems`] has each.
    pub fn summary(&self) -> String {
        match self {
            Self::Invalid { problems, more } if problems.len() > 1 => {
                format!("{}.", counted(problems, *more))
            }
            other => other.to_string(),
        }
    }

    /// What to do about it, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "Choose the file again, or ask for another copy.",
            Self::NotAnAppraisal { .. } => {
                "Choose a file that was saved from Weighbridge; its name usually ends in .weighbridge.json."
            }
            Self::TooNew { .. } => {
                "Open it with the newest version of Weighbridge. The file has not been changed."
            }
            Self::Damaged { .. } => {
                "Ask for another copy, or repair that place in a text editor. The file has not been changed."
            }
            Self::TooLarge { .. } => "Remove what is not needed from it, or split it.",
            Self::Invalid { problems, .. } if problems.len() > 1 => {
                "Correct those places in a text editor and open the file again."
            }
            Self::Invalid { .. } => "Correct that place in a text editor and open the file again.",
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

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "The file is empty."),
            Self::NotAnAppraisal { looks_like: None } => {
                write!(f, "This is not a Weighbridge file.")
            }
            Self::NotAnAppraisal {
                looks_like: Some(what),
            } => write!(f, "This is not a Weighbridge file: it looks like {what}."),
            Self::TooNew { version } => write!(
                f,
                "The file was made by a newer version of Weighbridge (file format {version}; this version reads up to {}).",
                VERSION
            ),
            Self::Damaged { line, column, what } => write!(
                f,
                "The file is damaged at line {line}, column {column}: {what}."
            ),
            Self::TooLarge { bytes, limit } => write!(
                f,
                "The file is too large: {} MB, where {} MB is the most.",
                bytes.div_ceil(1024 * 1024),
                limit / (1024 * 1024)
            ),
            Self::Invalid { problems, more } => match problems.as_slice() {
                [one] => write!(f, "Something in the file cannot be: {one}."),
                several => {
                    let all: Vec<String> = several.iter().map(Problem::to_string).collect();
                    write!(f, "{}: {}.", counted(several, *more), all.join("; "))
                }
            },
        }
    }
}

impl std::error::Error for OpenError {}

fn counted(problems: &[Problem], more: bool) -> String {
    let count = problems.len();
    if more {
        format!("More than {count} things in the file cannot be; these are the first")
    } else {
        format!("{count} things in the file cannot be")
    }
}

/// Whether the start of a file says that it is meant to be an appraisal.
fn claims_to_be_ours(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let name = FORMAT.as_bytes();
    head.trim_ascii_start().starts_with(b"{") && head.windows(name.len()).any(|w| w == name)
}

fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 9] = [
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"PK\x03\x04", "a ZIP archive, or a Word or Excel file"),
        (b"%PDF", "a PDF document"),
        (b"\xff\xfe", "text saved as UTF-16; save it as UTF-8"),
        (b"\xfe\xff", "text saved as UTF-16; save it as UTF-8"),
        (b"<", "a web page"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    ];
    let head = bytes.trim_ascii_start();
    let found = SIGNS.iter().find(|(sign, _)| head.starts_with(sign));
    found.map(|(_, what)| *what)
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
        what: "a character that is not text (UTF-8)".to_owned(),
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
            "the file ends too early".to_owned()
        } else {
            what(error)
        },
    }
}

/// The parser's words without the position, which is said apart.
fn what(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}
