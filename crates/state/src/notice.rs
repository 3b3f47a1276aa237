//! What the app tells people about what happened to their appraisals.

use crate::store::Record;
use std::rc::Rc;
use weighbridge_file::OpenError;
use weighbridge_report::words::Message;

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
        why: OpenError,
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
    /// The message, which has the words.
    pub fn message(&self) -> Message<'_> {
        match self {
            Self::FileRefused { name, why } => Message::FileRefused { name, why },
            Self::FileUnreadable { name, why } => Message::FileUnreadable { name, why },
            Self::RecordUnreadable { title, why } => Message::RecordUnreadable { title, why },
            Self::NotLoaded(why) => Message::NotLoaded(why),
            Self::Deleted(record) => Message::Deleted(&record.title),
            Self::NotDeleted(title) => Message::NotDeleted(title),
            Self::NotRestored(title) => Message::NotRestored(title),
            Self::AllDeleted => Message::AllDeleted,
            Self::NotAllDeleted => Message::NotAllDeleted,
            Self::KeptBeside(title) => Message::KeptBeside(title),
            Self::SavedAsFile(name) => Message::SavedAsFile(name),
            Self::ScalesBegun(names) => Message::ScalesBegun(names),
            Self::NotYet => Message::NotYet,
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
        let Self::Deleted(record) = self else {
            return None;
        };
        Some(record)
    }
}
