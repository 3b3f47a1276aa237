//! Files on disk that the same appraisal is saved to again: what the rules need of a browser that allows it.

use weighbridge_report::words::DiskRefusal;

/// A file on disk that an appraisal is saved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedFile {
    /// Its name, without the folder.
    pub name: String,
    /// The digest of the text that was last written to it, or read from it, here; `None` when there was none yet.
    pub known: Option<u64>,
}

/// A file on disk that a person opened and that no appraisal is saved to yet; the disk knows which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenedFile(pub u32);

/// Whether a file may be written that is not as it was left here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It may not: the person is told.
    Ask,
    /// It may: the person has said so. What was there is kept as a version.
    Yes,
}

/// Why a file on disk could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskError {
    /// It is not where it was.
    Gone,
    /// The person, or the browser, did not allow it.
    NotAllowed,
    /// Something else, in the browser's words.
    Failed(String),
}

impl DiskError {
    /// Why, for a sentence.
    pub(crate) fn refused(&self) -> DiskRefusal<'_> {
        match self {
            Self::Gone => DiskRefusal::Gone,
            Self::NotAllowed => DiskRefusal::NotAllowed,
            Self::Failed(why) => DiskRefusal::Failed(why),
        }
    }
}

/// Files on disk. Which file an appraisal is saved to outlives the page.
///
/// Every call may take its time, and may fail.
pub trait Disk {
    /// Whether this browser lets a page write files at all; without, files are handed over as downloads.
    fn is_available(&self) -> bool;

    /// The file that an appraisal is saved to, if there is one.
    fn linked(&self, id: &str) -> impl Future<Output = Option<LinkedFile>>;

    /// Asks the person for a file to save an appraisal to, suggesting a name; `None` when they choose none.
    fn choose(
        &self,
        id: &str,
        suggested: &str,
    ) -> impl Future<Output = Result<Option<LinkedFile>, DiskError>>;

    /// From now on an appraisal is saved to a file that was opened, whose text has this digest.
    fn link(&self, id: &str, file: OpenedFile, known: u64) -> impl Future<Output = ()>;

    /// The text of the file that an appraisal is saved to. Only when asked for by a person may `ask` be true: then the
    /// browser may ask for permission.
    fn read(&self, id: &str, ask: bool) -> impl Future<Output = Result<String, DiskError>>;

    /// Replaces the text of the file that an appraisal is saved to, and remembers its digest.
    fn write(
        &self,
        id: &str,
        text: &str,
        known: u64,
    ) -> impl Future<Output = Result<(), DiskError>>;

    /// Forgets which file an appraisal is saved to, or all of them; the files stay.
    fn forget(&self, id: Option<&str>) -> impl Future<Output = ()>;
}
