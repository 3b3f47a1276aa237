//! What somebody did, as a name for undo and as the beginning of a sentence.

/// Something done: "Change weight of Pace", and "you changed the weight of Pace".
pub(super) struct Deed {
    /// Its name, for undo and the record.
    pub name: String,
    /// The same as the beginning of a sentence, with a small letter.
    pub done: String,
}

impl Deed {
    /// Its name, and what "you" did.
    pub fn new(name: String, done: String) -> Self {
        let done = format!("you {done}");
        Self { name, done }
    }

    /// A change of something that takes "the": the weight of Pace.
    pub fn change(what: impl AsRef<str>) -> Self {
        let what = what.as_ref();
        Self::new(format!("Change {what}"), format!("changed the {what}"))
    }

    /// A change of something that takes no article: 2 scores.
    pub fn change_of(what: &str) -> Self {
        Self::new(format!("Change {what}"), format!("changed {what}"))
    }

    /// Something new, which is named without its kind where one has just seen it.
    pub fn add(kind: &str, name: &str) -> Self {
        Self::new(format!("Add {kind} {name}"), format!("added {name}"))
    }

    /// Several new things, by their number and kind.
    pub fn add_several(what: &str) -> Self {
        Self::new(format!("Add {what}"), format!("added {what}"))
    }

    /// Something taken away.
    pub fn remove(kind: &str, name: &str) -> Self {
        Self::new(format!("Remove {kind} {name}"), format!("removed {name}"))
    }

    /// Something put elsewhere: up, down, or to a group.
    pub fn shift(name: &str, way: &str) -> Self {
        Self::new(format!("Move {name} {way}"), format!("moved {name} {way}"))
    }
}
