//! What the app tells people about what happened to their appraisals.

use crate::disk::DiskError;
use crate::store::Record;
use std::rc::Rc;
use weighbridge_file::OpenError;
use weighbridge_report::words::{self, Age, Message};

/// What a person can answer to a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Put back what was deleted.
    PutBack(Rc<Record>),
    /// Try again what could not be done.
    TryAgain,
    /// Open what is on disk beside what is open.
    OpenFromDisk,
    /// Save over what is on disk.
    SaveOver,
}

impl Answer {
    /// The words on its button.
    pub fn label(&self) -> &'static str {
        match self {
            Self::PutBack(_) => words::UNDO,
            Self::TryAgain => words::TRY_AGAIN,
            Self::OpenFromDisk => words::OPEN_FROM_DISK,
            Self::SaveOver => words::SAVE_OVER_IT,
        }
    }
}

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
    /// No copy of the tool could be made: its single file is not there, or could not be fetched.
    NoTool,
    /// The open appraisal was saved as a file of this name.
    SavedAsFile(String),
    /// The file of this name could not be read again.
    NotRead {
        /// Its name.
        name: String,
        /// Why not.
        why: DiskError,
    },
    /// The open appraisal could not be saved to the file of this name.
    NotWritten {
        /// Its name.
        name: String,
        /// Why not.
        why: DiskError,
    },
    /// The file of this name was not written, because it has been changed on disk since it was saved here.
    ChangedOnDisk(String),
    /// The file of this name, to which the open appraisal is saved, has been changed on disk.
    NewerOnDisk(String),
    /// A file was opened beside the appraisal of this title, which is the same one otherwise.
    OpenedBeside {
        /// The title of what was here.
        title: String,
        /// Whether the file is older or newer, if that is known.
        age: Option<Age>,
    },
    /// The appraisal of this title is open in another tab too.
    OpenElsewhere(String),
    /// The open appraisal of this title was not saved as a file, which would not open again.
    TooLarge {
        /// Its title.
        title: String,
        /// How large it is.
        why: OpenError,
    },
    /// A version was put in the place of the open appraisal.
    VersionRestored,
    /// Several files were opened at once.
    FilesOpened {
        /// How many of them.
        opened: usize,
        /// The names of those that were not.
        refused: Vec<String>,
    },
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
            Self::NoTool => Message::NoTool,
            Self::NotRead { name, why } => Message::NotRead {
                name,
                why: why.refused(),
            },
            Self::NotWritten { name, why } => Message::NotWritten {
                name,
                why: why.refused(),
            },
            Self::ChangedOnDisk(name) => Message::ChangedOnDisk(name),
            Self::NewerOnDisk(name) => Message::NewerOnDisk(name),
            Self::OpenedBeside { title, age } => Message::OpenedBeside { title, age: *age },
            Self::OpenElsewhere(title) => Message::OpenElsewhere(title),
            Self::TooLarge { title, why } => Message::TooLarge { title, why },
            Self::VersionRestored => Message::VersionRestored,
            Self::FilesOpened { opened, refused } => Message::FilesOpened {
                opened: *opened,
                refused,
            },
            Self::ScalesBegun(names) => Message::ScalesBegun(names),
            Self::NotYet => Message::NotYet,
        }
    }

    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        match self {
            Self::FilesOpened { refused, .. } => !refused.is_empty(),
            Self::FileRefused { .. }
            | Self::FileUnreadable { .. }
            | Self::RecordUnreadable { .. }
            | Self::NotLoaded(_)
            | Self::NotDeleted(_)
            | Self::NotRestored(_)
            | Self::NotAllDeleted
            | Self::NoTool
            | Self::NotRead { .. }
            | Self::NotWritten { .. }
            | Self::ChangedOnDisk(_)
            | Self::TooLarge { .. }
            | Self::NotYet => true,
            Self::Deleted(_)
            | Self::AllDeleted
            | Self::KeptBeside(_)
            | Self::SavedAsFile(_)
            | Self::NewerOnDisk(_)
            | Self::OpenedBeside { .. }
            | Self::OpenElsewhere(_)
            | Self::VersionRestored
            | Self::ScalesBegun(_) => false,
        }
    }

    /// What a person can answer, beside dismissing it.
    pub fn answers(&self) -> Vec<Answer> {
        match self {
            Self::Deleted(record) => vec![Answer::PutBack(record.clone())],
            Self::NotYet => vec![Answer::TryAgain],
            Self::ChangedOnDisk(_) => vec![Answer::OpenFromDisk, Answer::SaveOver],
            Self::NewerOnDisk(_) => vec![Answer::OpenFromDisk],
            Self::FileRefused { .. }
            | Self::FileUnreadable { .. }
            | Self::RecordUnreadable { .. }
            | Self::NotLoaded(_)
            | Self::NotDeleted(_)
            | Self::NotRestored(_)
            | Self::AllDeleted
            | Self::NotAllDeleted
            | Self::KeptBeside(_)
            | Self::SavedAsFile(_)
            | Self::NoTool
            | Self::FilesOpened { .. }
            | Self::NotRead { .. }
            | Self::NotWritten { .. }
            | Self::OpenedBeside { .. }
            | Self::OpenElsewhere(_)
            | Self::TooLarge { .. }
            | Self::VersionRestored
            | Self::ScalesBegun(_) => Vec::new(),
        }
    }

    /// The deleted appraisal that can be put back.
    pub fn deleted(&self) -> Option<&Rc<Record>> {
        let Self::Deleted(record) = self else {
            return None;
        };
        Some(record)
    }
}
