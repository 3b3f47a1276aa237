//! What is not in the store yet: a second copy, written at once.
//!
//! A save takes a moment, and a page that is closed or loaded again does not get one. So every change is held in a journal,
//! whose writing is done when the call returns, until the store has it. What the next start finds there is what a closed
//! page could not save.

use weighbridge_numeric::sort_by;

/// Names and texts that outlive the page, written before the call returns (a browser's `localStorage`).
///
/// What one page writes may become visible to another a moment later.
pub trait Journal {
    /// Every name there is.
    fn names(&self) -> Vec<String>;

    /// The text under a name.
    fn read(&self, name: &str) -> Option<String>;

    /// Keeps a text under a name; says whether there was room, and permission.
    fn write(&self, name: &str, text: &str) -> bool;

    /// Forgets a name.
    fn remove(&self, name: &str);
}

/// Each name goes on with the tab, a number and the id of the appraisal: `3f2a-7.leisure-2024`.
///
/// Every change is held under a number of its own, so that a tab which lets go of what it has found of another cannot let
/// go of something newer that it has not seen yet.
const PREFIX: &str = "weighbridge.unsaved.";

/// A held copy of an appraisal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The tab that holds it.
    pub tab: String,
    /// Counts what the tab has held.
    pub number: u64,
    /// The id of the appraisal.
    pub id: String,
    /// The revision in the store that it was made from.
    pub revision: u64,
    /// The digest of a text that was being saved when it was made, and may have been or not; 0 for none.
    pub on_its_way: u64,
    /// The text of the file.
    pub text: String,
}

/// What the name of something held says: tab, number and id.
fn parts(name: &str) -> Option<(&str, u64, &str)> {
    let (holder, id) = name.strip_prefix(PREFIX)?.split_once('.')?;
    let (tab, number) = holder.rsplit_once('-').unwrap_or((holder, "0"));
    Some((tab, number.parse().ok()?, id))
}

impl Held {
    /// Holds it, in place of what the tab held of the appraisal before. Where there is no room for it, the store may have
    /// some.
    pub fn hold(&self, journal: &impl Journal) {
        let Self {
            tab,
            number,
            id,
            revision,
            on_its_way,
            text,
        } = self;
        let name = format!("{PREFIX}{tab}-{number}.{id}");
        let text = format!("{revision} {on_its_way} {text}");
        let first = journal.write(&name, &text);
        release_all(journal, |one| {
            one.0 == tab && one.1 < *number && one.2 == id
        });
        if !first {
            // There may be room for one, though not for two.
            journal.write(&name, &text);
        }
    }

    /// Lets go of it, and of what its tab held of the appraisal before.
    pub fn release(&self, journal: &impl Journal) {
        let Self {
            tab, number, id, ..
        } = self;
        release_all(journal, |one| {
            one.0 == tab && one.1 <= *number && one.2 == id
        });
    }
}

/// The newest that each tab holds of each appraisal, in the order of the names.
pub fn held(journal: &impl Journal) -> Vec<Held> {
    let mut names = journal.names();
    sort_by(&mut names, Ord::cmp);
    let mut found: Vec<Held> = Vec::new();
    for held in names.iter().filter_map(|name| read(journal, name)) {
        let same = |other: &&mut Held| other.tab == held.tab && other.id == held.id;
        match found.iter_mut().find(same) {
            Some(other) if other.number >= held.number => {}
            Some(other) => *other = held,
            None => found.push(held),
        }
    }
    found
}

/// Whether a name is one of something held.
pub fn is_held(name: &str) -> bool {
    parts(name).is_some()
}

/// Lets go of whatever a tab holds of an appraisal.
pub fn release(journal: &impl Journal, tab: &str, id: &str) {
    release_all(journal, |one| one.0 == tab && one.2 == id);
}

/// Lets go of everything that is held of an appraisal, or of all, by any tab; of all also what has no name that can be read.
pub fn release_of(journal: &impl Journal, id: Option<&str>) {
    match id {
        Some(id) => release_all(journal, |one| one.2 == id),
        None => {
            let held = journal.names().into_iter();
            held.filter(|name| name.starts_with(PREFIX))
                .for_each(|name| journal.remove(&name));
        }
    }
}

fn release_all(journal: &impl Journal, matches: impl Fn((&str, u64, &str)) -> bool) {
    for name in journal.names() {
        if parts(&name).is_some_and(&matches) {
            journal.remove(&name);
        }
    }
}

fn read(journal: &impl Journal, name: &str) -> Option<Held> {
    let (tab, number, id) = parts(name)?;
    let held = journal.read(name)?;
    let mut parts = held.splitn(3, ' ');
    Some(Held {
        tab: tab.to_owned(),
        number,
        id: id.to_owned(),
        revision: parts.next()?.parse().ok()?,
        on_its_way: parts.next()?.parse().ok()?,
        text: parts.next()?.to_owned(),
    })
}

/// A number that tells texts apart (FNV-1a); never 0, which stands for no text.
pub fn digest(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step).max(1)
}
