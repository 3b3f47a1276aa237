//! What the app tells people about what happened to their appraisals, and the words for it.

use crate::store::Record;
use std::rc::Rc;
use weighbridge_file::OpenError;

/// Something that happened and stays on the screen until dismissed.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file was not opened.
    FileRefused {
        /// The name of the file.
        name: String,
        /// Why not.
        why: OpenError,
    },
    /// A file could not be read, for a reason in the browser's words.
    FileUnreadable {
        /// The name of the file.
        name: String,
        /// The browser's words.
        why: String,
    },
    /// What is kept of an appraisal cannot be opened; it was handed over as a file.
    RecordUnreadable {
        /// Its title.
        title: String,
        /// Why not.
        why: String,
    },
    /// The store did not give an appraisal, for a reason in the browser's words.
    NotLoaded(String),
    /// An appraisal was deleted, and can be put back.
    Deleted(Rc<Record>),
    /// An appraisal could not be deleted.
    NotDeleted(String),
    /// A deleted appraisal could not be put back.
    NotRestored(String),
    /// Everything was deleted.
    AllDeleted,
    /// Not everything could be deleted.
    NotAllDeleted,
    /// What a closed tab could not save is kept under this title, because the appraisal has changed since.
    KeptBeside(String),
    /// The open appraisal was saved as a file of this name.
    SavedAsFile(String),
    /// New scales of these criteria were begun and not used yet.
    ScalesBegun(Vec<String>),
    /// A part of the tool could not be fetched, so that what was asked for has to wait.
    NotYet,
}

impl Notice {
    /// What happened.
    pub fn title(&self) -> String {
        match self {
            Self::FileRefused { name, .. } | Self::FileUnreadable { name, .. } => {
                format!("“{name}” was not opened.")
            }
            Self::RecordUnreadable { title, .. } => format!("“{title}” could not be opened."),
            Self::NotLoaded(_) => "That could not be opened.".to_owned(),
            Self::Deleted(record) => {
                format!("“{}” has been deleted from this browser.", record.title)
            }
            Self::NotDeleted(title) => format!("“{title}” could not be deleted."),
            Self::NotRestored(title) => format!("“{title}” could not be put back."),
            Self::AllDeleted => "Everything has been deleted from this browser.".to_owned(),
            Self::NotAllDeleted => "Not everything could be deleted.".to_owned(),
            Self::KeptBeside(title) => format!("“{title}” is kept beside the other version."),
            Self::SavedAsFile(name) => format!("Saved as the file “{name}”."),
            Self::ScalesBegun(names) => {
                format!("Not used yet: the new scale of {}.", names.join(", "))
            }
            Self::NotYet => "That could not be done yet.".to_owned(),
        }
    }

    /// What to do, or more about it; may be empty.
    pub fn text(&self) -> String {
        let fixed = match self {
            Self::FileRefused { why, .. } => return format!("{} {}", why.summary(), why.hint()),
            Self::FileUnreadable { why, .. } => {
                return format!("It could not be read: {why}. Try again.");
            }
            Self::RecordUnreadable { why, .. } => {
                return format!("{why} It has been downloaded as it is, so that nothing is lost.");
            }
            Self::NotLoaded(why) => {
                let why = why.trim_end_matches('.');
                return format!("The browser says: {why}. Reload the page and try again.");
            }
            Self::Deleted(_) | Self::AllDeleted => "",
            Self::NotDeleted(_) | Self::NotAllDeleted => {
                "The browser refused. Reload the page and try again."
            }
            Self::NotRestored(_) => {
                "The browser refused, or it has been made anew since. Try again."
            }
            Self::KeptBeside(_) => {
                "A tab was closed before it could save, and the appraisal has been changed elsewhere since."
            }
            Self::SavedAsFile(_) => {
                "It is where your browser puts downloads. Later changes need saving again."
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
                problems.map(|problem| format!("{problem}.")).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        match self {
            Self::FileRefused { .. }
            | Self::FileUnreadable { .. }
            | Self::RecordUnreadable { .. }
            | Self::NotLoaded(_)
            | Self::NotDeleted(_)
            | Self::NotRestored(_)
            | Self::NotAllDeleted
            | Self::NotYet => true,
            Self::Deleted(_)
            | Self::AllDeleted
            | Self::KeptBeside(_)
            | Self::SavedAsFile(_)
            | Self::ScalesBegun(_) => false,
        }
    }

    /// Whether the tool tries again when a person wants it to.
    pub fn can_be_tried(&self) -> bool {
        matches!(self, Self::NotYet)
    }

    /// The deleted appraisal that can be put back.
    pub fn deleted(&self) -> Option<&Rc<Record>> {
        match self {
            Self::Deleted(record) => Some(record),
            _ => None,
        }
    }
}
