//! The appraisals that come with the tool: ordinary files, opened like any other.

use weighbridge_file::OpenError;
use weighbridge_model::{Appraisal, AppraisalId};

/// An appraisal that comes with the tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the appraisal.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it is good for, in a sentence.
    pub summary: &'static str,
    /// The file.
    pub text: &'static str,
}

impl Entry {
    /// Opens the file.
    ///
    /// # Errors
    /// None for the files that come with the tool, as a test makes sure; the type is that of any file.
    pub fn open(&self) -> Result<Appraisal, OpenError> {
        crate::open(self.text.as_bytes())
    }
}

/// The blank appraisal that a new one starts from.
pub const BLANK: Entry = Entry {
    id: "new-appraisal",
    title: "New appraisal",
    summary: "An empty appraisal, to start from nothing.",
    text: include_str!("library/blank.json"),
};

/// The id of the appraisal inside a copy of the tool, while nobody goes on with it: nothing in a browser's store is called
/// so.
pub const CARRIED: &str = "in-this-file";

/// Whether an appraisal with this id came with the tool, so that a change makes a copy.
pub fn is_original(id: &str) -> bool {
    id == CARRIED || entry(id).is_some()
}

const ALL: [Entry; 3] = [
    Entry {
        id: "birmingham-2013",
        title: "Birmingham children’s services, 2013",
        summary: "Five ways of running children’s services, as Birmingham City Council named them, with illustrative scores and weights.",
        text: include_str!("library/birmingham-2013.json"),
    },
    Entry {
        id: "office-location",
        title: "Office location, a textbook example",
        summary: "Seven offices and two groups of criteria: swing weights from a well-known textbook.",
        text: include_str!("library/office-location.json"),
    },
    BLANK,
];

/// Every appraisal that comes with the tool, in the order shown.
///
/// ```
/// let entries = weighbridge_opening::library::all();
/// assert_eq!(entries[0].open().unwrap().options[4].name, "Integrated transformation");
/// ```
pub const fn all() -> &'static [Entry] {
    &ALL
}

/// The appraisal with an id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.id == id)
}

/// The id of a copy of an appraisal that came with the tool: the first of `birmingham-2013-2`, `birmingham-2013-3` and so
/// on that is not in use.
pub fn copy_id(of: &Entry, in_use: impl Fn(&str) -> bool) -> Option<AppraisalId> {
    let mut ids = (2..).map(|number: u32| format!("{}-{number}", of.id));
    let free = ids.find(|id| !in_use(id) && entry(id).is_none())?;
    AppraisalId::new(&free).ok()
}

/// The example that the appraisal with an id began as a copy of, if it did.
///
/// ```
/// use weighbridge_opening::library;
/// let birmingham = library::entry("birmingham-2013").unwrap();
/// let copy = library::copy_id(birmingham, |id| id == "birmingham-2013-2").unwrap();
/// assert_eq!(copy.as_str(), "birmingham-2013-3");
/// assert_eq!(library::example_of(copy.as_str()), Some(birmingham));
/// assert_eq!(library::example_of("birmingham-2013"), None);
/// // What began blank is nobody's example.
/// assert_eq!(library::example_of("new-appraisal-2"), None);
/// ```
pub fn example_of(id: &str) -> Option<&'static Entry> {
    let (stem, number) = id.rsplit_once('-')?;
    let is_copy = number.parse::<u32>().is_ok_and(|number| number >= 2);
    entry(stem).filter(|entry| is_copy && *entry != &BLANK)
}

/// Whether an appraisal still has the title that a new one begins with, so that nobody has named it.
pub fn is_untitled(appraisal: &Appraisal) -> bool {
    appraisal.frame.title == BLANK.title
}
