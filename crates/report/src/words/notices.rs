//! What the app tells of what happened to appraisals and files.

use super::opening::{open_hint, open_summary, problem};
use super::sentence::Sentence;
use weighbridge_file::OpenError;

/// Whether a file is older or newer than what is kept in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// What is kept has been changed since the file was saved.
    Older,
    /// The file was saved after what is kept.
    Newer,
}

/// Why a file on disk could not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskRefusal<'a> {
    /// It is not where it was.
    Gone,
    /// The person, or the browser, did not allow it.
    NotAllowed,
    /// Something else, in the browser's words.
    Failed(&'a str),
}

impl Sentence for DiskRefusal<'_> {
    fn sentence(&self) -> String {
        match self {
            Self::Gone => "It has been moved or deleted.".to_owned(),
            Self::NotAllowed => "The browser was not allowed to use it.".to_owned(),
            Self::Failed(why) => format!("The browser says: {}.", why.trim_end_matches('.')),
        }
    }
}

/// In the place of the result, where totals are hidden.
pub const TOTALS_HIDDEN: &str = "Totals are hidden while you weigh and score.";

/// Something that happened, to be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Message<'a> {
    /// A file was not opened.
    FileRefused {
        /// The name of the file.
        name: &'a str,
        /// Why not.
        why: &'a OpenError,
    },
    /// A file could not be read.
    FileUnreadable {
        /// The name of the file.
        name: &'a str,
        /// Why not, in the browser's words.
        why: &'a str,
    },
    /// What is kept of an appraisal cannot be opened; it was handed over as a file.
    RecordUnreadable {
        /// Its title.
        title: &'a str,
        /// Why not.
        why: &'a OpenError,
    },
    /// The store did not give an appraisal, for a reason in the browser's words.
    NotLoaded(&'a str),
    /// The appraisal of this title was deleted.
    Deleted(&'a str),
    /// The appraisal of this title could not be deleted.
    NotDeleted(&'a str),
    /// The deleted appraisal of this title was put back.
    Restored(&'a str),
    /// The deleted appraisal of this title could not be put back.
    NotRestored(&'a str),
    /// Everything was deleted.
    AllDeleted,
    /// Not everything could be deleted.
    NotAllDeleted,
    /// The open appraisal goes on as a copy of this title.
    KeptAs(&'a str),
    /// What a closed tab could not save is kept under this title, because the appraisal has changed since.
    KeptBeside(&'a str),
    /// The open appraisal was saved as a file of this name.
    SavedAsFile(&'a str),
    /// No copy of the tool could be made: its single file is not there, or could not be fetched.
    NoTool,
    /// The open appraisal was saved to the file of this name, which it is saved to again.
    SavedTo(&'a str),
    /// The file of this name could not be read again.
    NotRead {
        /// Its name.
        name: &'a str,
        /// Why not.
        why: DiskRefusal<'a>,
    },
    /// The open appraisal could not be saved to the file of this name.
    NotWritten {
        /// Its name.
        name: &'a str,
        /// Why not.
        why: DiskRefusal<'a>,
    },
    /// The file of this name was not written, because it has been changed on disk since it was saved here.
    ChangedOnDisk(&'a str),
    /// The file of this name, to which the open appraisal is saved, has been changed on disk.
    NewerOnDisk(&'a str),
    /// A file was opened beside the appraisal of this title, which is the same one otherwise.
    OpenedBeside {
        /// The title of what was here.
        title: &'a str,
        /// Whether the file is older or newer, if that is known.
        age: Option<Age>,
    },
    /// The appraisal of this title is open in another tab too.
    OpenElsewhere(&'a str),
    /// The open appraisal of this title was not saved as a file, which would not open again.
    TooLarge {
        /// Its title.
        title: &'a str,
        /// How large it is.
        why: &'a OpenError,
    },
    /// A version was put in the place of the open appraisal.
    VersionRestored,
    /// Several files were opened at once.
    FilesOpened {
        /// How many of them.
        opened: usize,
        /// The names of those that were not.
        refused: &'a [String],
    },
    /// New scales of these criteria were begun and not used yet.
    ScalesBegun(&'a [String]),
    /// A part of the tool could not be fetched, so that what was asked for has to wait.
    NotYet,
}

impl Message<'_> {
    /// What happened.
    pub fn title(&self) -> String {
        match self {
            Self::FileRefused { name, .. } | Self::FileUnreadable { name, .. } => {
                format!("“{name}” was not opened.")
            }
            Self::RecordUnreadable { title, .. } => format!("“{title}” could not be opened."),
            Self::NotLoaded(_) => "That could not be opened.".to_owned(),
            Self::Deleted(title) => format!("“{title}” has been deleted from this browser."),
            Self::NotDeleted(title) => format!("“{title}” could not be deleted."),
            Self::Restored(title) => format!("“{title}” is back."),
            Self::NotRestored(title) => format!("“{title}” could not be put back."),
            Self::AllDeleted => "Everything has been deleted from this browser.".to_owned(),
            Self::NotAllDeleted => "Not everything could be deleted.".to_owned(),
            Self::KeptAs(title) => format!("Kept as “{title}”."),
            Self::KeptBeside(title) => format!("“{title}” is kept beside the other version."),
            Self::SavedAsFile(name) => format!("Saved as the file “{name}”."),
            Self::NoTool => "No copy was made.".to_owned(),
            Self::SavedTo(name) => format!("Saved to “{name}”."),
            Self::NotRead { name, .. } => format!("“{name}” could not be opened."),
            Self::NotWritten { name, .. } => format!("“{name}” was not saved."),
            Self::ChangedOnDisk(name) => {
                format!("Not saved: somebody has changed “{name}” since you last saved it.")
            }
            Self::NewerOnDisk(name) => format!("“{name}” has changed on disk."),
            Self::OpenedBeside { title, age } => match age {
                Some(Age::Newer) => {
                    format!("This file is newer than “{title}” in this browser.")
                }
                Some(Age::Older) => {
                    format!("This file is older than “{title}” in this browser.")
                }
                None => format!("This file differs from “{title}” in this browser."),
            },
            Self::OpenElsewhere(title) => format!("“{title}” is also open in another tab."),
            Self::TooLarge { title, .. } => format!("“{title}” was not saved."),
            Self::VersionRestored => "The earlier version is back.".to_owned(),
            Self::FilesOpened { opened, refused } => match refused.len() {
                0 => format!("{opened} files were opened."),
                n => format!("{opened} of {} files were opened.", opened + n),
            },
            Self::ScalesBegun(names) => {
                format!("Not used yet: the new scale of {}.", names.join(", "))
            }
            Self::NotYet => "That could not be done yet.".to_owned(),
        }
    }

    /// What to do, or more about it; may be empty.
    pub fn text(&self) -> String {
        let fixed = match self {
            Self::FileRefused { why, .. } => {
                return format!("{} {}", open_summary(why), open_hint(why));
            }
            Self::FileUnreadable { why, .. } => {
                return format!("It could not be read: {why}. Try again.");
            }
            Self::RecordUnreadable { why, .. } => {
                let why = why.sentence();
                return format!("{why} It has been downloaded as it is, so that nothing is lost.");
            }
            Self::NotLoaded(why) => {
                let why = why.trim_end_matches('.');
                return format!("The browser says: {why}. Reload the page and try again.");
            }
            Self::Deleted(_) | Self::Restored(_) | Self::AllDeleted | Self::KeptAs(_) => "",
            Self::NotDeleted(_) | Self::NotAllDeleted => {
                "The browser refused. Reload the page and try again."
            }
            Self::NotRestored(_) => {
                "The browser refused, or it has been made anew since. Try again."
            }
            Self::KeptBeside(_) => {
                "A tab was closed before it could save, and the appraisal has been changed elsewhere since."
            }
            Self::SavedTo(_) => "",
            Self::NotRead { why, .. } => {
                return format!("{} Open it with “Open a file”.", why.sentence());
            }
            Self::NotWritten { why, .. } => {
                return format!(
                    "{} Choose “Save” again, or another place for it. Your work is safe in this browser.",
                    why.sentence()
                );
            }
            Self::ChangedOnDisk(_) => {
                "Open what is on disk beside this to compare, or save over it: what is there is then kept under “Versions”."
            }
            Self::NewerOnDisk(_) => {
                "It is not the one you saved last. You see the appraisal as it is in this browser; open what is on disk beside it to compare."
            }
            Self::OpenedBeside { .. } => {
                "It was opened beside it, so that neither is lost. Both are under “All appraisals”."
            }
            Self::OpenElsewhere(_) => {
                "Work in one of them. If both change it, you will be asked which to keep."
            }
            Self::TooLarge { why, .. } => {
                return format!("{} Shorten long texts first.", open_summary(why));
            }
            Self::VersionRestored => "What it replaced is kept under “Versions”.",
            Self::NoTool => {
                "The tool as one file could not be fetched from where this page is. Try again with a connection, or send the appraisal itself: “Save” makes its file."
            }
            Self::SavedAsFile(_) => {
                "It is where your browser puts downloads. Later changes need saving again."
            }
            Self::FilesOpened { refused: [], .. } => {
                "One of them is shown. The others are in your list of appraisals."
            }
            Self::FilesOpened { refused, .. } => {
                return format!(
                    "Not opened: {}. Open each of these alone: a sheet is then shown before anything is made of it, and what is wrong with another file is told.",
                    refused.join(", ")
                );
            }
            Self::ScalesBegun(_) => {
                "What you entered is kept: open the criterion again on Criteria and choose “Use this scale”."
            }
            Self::NotYet => {
                "A part of the tool could not be fetched. Check the connection, then try again."
            }
        };
        fixed.to_owned()
    }

    /// Each thing that is wrong, when there are several; the text has it when there is one.
    pub fn list(&self) -> Vec<String> {
        match self {
            Self::FileRefused { why, .. } if why.problems().len() > 1 => {
                let problems = why.problems().iter();
                problems.map(|one| format!("{}.", problem(one))).collect()
            }
            Self::FileRefused { .. }
            | Self::FileUnreadable { .. }
            | Self::RecordUnreadable { .. }
            | Self::NotLoaded(_)
            | Self::Deleted(_)
            | Self::NotDeleted(_)
            | Self::Restored(_)
            | Self::NotRestored(_)
            | Self::AllDeleted
            | Self::NotAllDeleted
            | Self::KeptAs(_)
            | Self::KeptBeside(_)
            | Self::SavedAsFile(_)
            | Self::NoTool
            | Self::SavedTo(_)
            | Self::NotRead { .. }
            | Self::NotWritten { .. }
            | Self::ChangedOnDisk(_)
            | Self::NewerOnDisk(_)
            | Self::OpenedBeside { .. }
            | Self::OpenElsewhere(_)
            | Self::TooLarge { .. }
            | Self::VersionRestored
            | Self::FilesOpened { .. }
            | Self::ScalesBegun(_)
            | Self::NotYet => Vec::new(),
        }
    }
}

/// What the title of a copy ends in.
pub const COPY: &str = " (copy)";

/// What the title of what a closed tab left ends in.
pub const FROM_A_CLOSED_TAB: &str = " (from a closed tab)";

/// The answers to messages.
pub const UNDO: &str = "Undo";
/// Tries again what could not be done.
pub const TRY_AGAIN: &str = "Try again";
/// Opens what is on disk beside what is open.
pub const OPEN_FROM_DISK: &str = "Open what is on disk";
/// Saves over a file that has changed.
pub const SAVE_OVER_IT: &str = "Save over it";
