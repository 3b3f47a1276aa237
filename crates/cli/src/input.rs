//! Reading the file a command names, and saying so when that fails.

use std::fmt;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use weighbridge_file::{self as file, OpenError};
use weighbridge_model::Appraisal;
use weighbridge_opening as opening;
use weighbridge_report::words::{open_hint, open_summary, place, wrong};

/// Why a command cannot be done: a sentence, what is wrong in single places, and a hint.
#[derive(Debug)]
pub(super) struct Failure {
    /// A short stable name for programs.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) text: String,
    /// Each place of a file where something is wrong, and what; the sentence has it when there is but one.
    pub(super) problems: Vec<[String; 2]>,
    /// What to do about it.
    pub(super) hint: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "weigh: {}", harmless(&self.text))?;
        if self.problems.len() > 1 {
            for [place, what] in &self.problems {
                writeln!(f, "  {}", harmless(&format!("{place}: {what}.")))?;
            }
        }
        write!(f, "Hint: {}", self.hint)
    }
}

/// A text in one line for a terminal: a control character in a name could move the cursor, change
/// colours or worse.
pub(super) fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect()
}

impl Failure {
    fn cannot_read(path: &Path, error: &io::Error) -> Self {
        let name = path.display();
        let (text, hint) = match error.kind() {
            ErrorKind::NotFound => (
                format!("There is no file “{name}”."),
                "Check its name and the folder you are in.".to_owned(),
            ),
            ErrorKind::PermissionDenied => (
                format!("The file “{name}” may not be read."),
                "Ask for permission, or copy it to a folder of yours.".to_owned(),
            ),
            ErrorKind::IsADirectory => (
                format!("“{name}” is a folder."),
                "Name the appraisal file in it.".to_owned(),
            ),
            _ => (
                format!("The file “{name}” cannot be read: {error}."),
                "Try again, or use a copy of it.".to_owned(),
            ),
        };
        Self {
            code: "unreadable",
            text,
            problems: Vec::new(),
            hint,
        }
    }

    /// The failure to write a file.
    pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Self {
        Self {
            code: "unwritable",
            text: format!("The file “{}” cannot be written: {error}.", path.display()),
            problems: Vec::new(),
            hint: "Choose a folder that exists and that you may write to.".to_owned(),
        }
    }

    /// What was named as the tool is not the single file of it.
    pub(super) fn not_the_tool(path: &Path) -> Self {
        Self {
            code: "not-the-tool",
            text: format!("“{}” is not the tool as one file.", path.display()),
            problems: Vec::new(),
            hint: "Name weighbridge.html of a release, or a copy that was made of it.".to_owned(),
        }
    }

    /// What was given as a time is none.
    pub(super) fn not_a_time(made: &str) -> Self {
        Self {
            code: "not-a-time",
            text: format!("“{made}” is not a time."),
            problems: Vec::new(),
            hint: "Write it as 2026-12-01T09:30Z.".to_owned(),
        }
    }

    /// The failure to write to standard output.
    pub(super) fn cannot_print(error: &io::Error) -> Self {
        Self {
            code: "unwritable",
            text: format!("The result cannot be printed: {error}."),
            problems: Vec::new(),
            hint: "Check where the output goes, and whether there is space left.".to_owned(),
        }
    }

    fn cannot_open(path: &Path, error: &OpenError) -> Self {
        let name = if is_standard_input(path) {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let problems = error.problems().iter();
        let problems = problems.map(|problem| [place(&problem.place), wrong(&problem.what)]);
        Self {
            code: error.code(),
            text: format!("{name}: {}", open_summary(error)),
            problems: problems.collect(),
            hint: open_hint(error).to_owned(),
        }
    }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens the appraisal in a file, or on standard input for `-`.
pub(super) fn open(path: &Path) -> Result<Appraisal, Failure> {
    let read = if is_standard_input(path) {
        limited(io::stdin().lock())
    } else {
        std::fs::File::open(path).and_then(limited)
    };
    let bytes = read.map_err(|e| Failure::cannot_read(path, &e))?;
    opening::open(&bytes).map_err(|e| Failure::cannot_open(path, &e))
}

/// The text of a file that is no appraisal.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|e| Failure::cannot_read(path, &e))
}

/// All bytes, but no more than it takes to see that they are too many.
fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(file::MAX_FILE as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
