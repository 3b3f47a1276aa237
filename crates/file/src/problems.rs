//! What is wrong in a file, collected, so that all of it can be told together.

use crate::error::{OpenError, Problem};
use crate::place::{Path, Place, Step, place, place_of_value, position};
use crate::wrong::{Kind, Wrong};
use serde_json::Value;
use std::cell::RefCell;

/// The most problems that are told of one file; what comes after so many is told next time.
pub const MAX_PROBLEMS: usize = 100;

/// The problems found in a file so far.
pub(crate) struct Problems<'a> {
    file: &'a Value,
    found: RefCell<Found>,
}

#[derive(Default)]
struct Found {
    list: Vec<Entry>,
    more: bool,
}

/// A problem with what it is about.
struct Entry {
    about: Vec<Step>,
    /// Whether something is not there for the rest of the reading, or another stands in its place: a
    /// value that is of the wrong kind, missing, or an id that cannot be.
    hides: bool,
    problem: Problem,
}

impl<'a> Problems<'a> {
    pub(crate) fn new(file: &'a Value) -> Self {
        let found = RefCell::default();
        Self { file, found }
    }

    /// The top of the file, to go on from.
    pub(crate) fn top(&self) -> At<'_> {
        At {
            path: Path::Top,
            problems: self,
        }
    }

    /// All problems in the order of the file, if there are any.
    pub(crate) fn error(self) -> Option<OpenError> {
        let Found { mut list, more } = self.found.into_inner();
        if list.is_empty() {
            return None;
        }
        list.sort_by_cached_key(|entry| position(&entry.about, self.file));
        let problems = list.into_iter().map(|entry| entry.problem).collect();
        Some(OpenError::Invalid { problems, more })
    }

    /// A name that stands twice in an object.
    pub(crate) fn repeated(&self, object: &[Step], key: &str) {
        let what = Wrong::NameTwice(key.to_owned());
        self.add(object.to_vec(), false, || (place(object, self.file), what));
    }

    fn add(&self, about: Vec<Step>, hides: bool, told: impl FnOnce() -> (Place, Wrong)) {
        let mut found = self.found.borrow_mut();
        if found.list.len() == MAX_PROBLEMS {
            found.more = true;
            return;
        }
        let (place, what) = told();
        let problem = Problem { place, what };
        found.list.push(Entry {
            about,
            hides,
            problem,
        });
    }

    /// Whether something at a place, around it or in it is not what stands in the file.
    fn is_doubtful(&self, about: &[Step]) -> bool {
        let found = self.found.borrow();
        let mut wrong = found.list.iter().filter(|entry| entry.hides);
        wrong.any(|entry| entry.about.starts_with(about) || about.starts_with(&entry.about))
    }
}

/// A place in a file where something is read.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    path: Path<'a>,
    problems: &'a Problems<'a>,
}

impl At<'_> {
    /// A field of the object here.
    pub(crate) fn field<'b>(&'b self, key: &'b str) -> At<'b> {
        At {
            path: Path::Field(&self.path, key),
            problems: self.problems,
        }
    }

    /// An item of the list here, from 0.
    pub(crate) fn item(&self, at: usize) -> At<'_> {
        At {
            path: Path::Item(&self.path, at),
            problems: self.problems,
        }
    }

    /// The value here should be of another kind.
    pub(crate) fn should_be(&self, kind: Kind) {
        let steps = self.path.steps();
        self.problems.add(steps.clone(), true, || {
            let (place, value) = place_of_value(&steps, self.problems.file);
            let should_be = kind;
            (place, Wrong::Kind { value, should_be })
        });
    }

    /// The value here should be an object.
    pub(crate) fn should_be_object(&self) {
        let steps = self.path.steps();
        self.problems.add(steps.clone(), true, || {
            (place(&steps, self.problems.file), Wrong::NotAnObject)
        });
    }

    /// The value here breaks a rule. Nothing is said where a part of it is hidden by another problem:
    /// the rest may follow from that.
    pub(crate) fn wrong(&self, what: Wrong) {
        let steps = self.path.steps();
        self.rule(&steps, steps.clone(), false, what);
    }

    /// Fields of the object here break a rule together; nothing is said where one of them is hidden by
    /// another problem.
    pub(crate) fn wrong_together(&self, fields: &[&str], what: Wrong) {
        let steps = |key: &&str| self.field(key).path.steps();
        let about: Vec<Vec<Step>> = fields.iter().map(steps).collect();
        if !about.iter().any(|steps| self.problems.is_doubtful(steps)) {
            self.wrong_anyway(what);
        }
    }

    /// A field of the object here breaks a rule; the object is named for the place.
    pub(crate) fn wrong_field(&self, key: &str, what: Wrong) {
        let about = self.field(key).path.steps();
        self.rule(&self.path.steps(), about, false, what);
    }

    /// An entry of a field of the object here breaks a rule; the object is named for the place.
    pub(crate) fn wrong_entry(&self, field: &str, key: &str, what: Wrong) {
        let about = self.field(field).field(key).path.steps();
        self.rule(&self.path.steps(), about, false, what);
    }

    /// A name in the object here, or in an object within it, is of nothing that there is, whatever else
    /// is wrong with what stands under it; the object is named for the place.
    pub(crate) fn names_nothing(&self, name: &[&str], what: Wrong) {
        let mut about = self.path.steps();
        about.extend(name.iter().map(|key| Step::Field((*key).to_owned())));
        self.problems.add(about, false, || {
            (place(&self.path.steps(), self.problems.file), what)
        });
    }

    /// A field of the object here is missing, or cannot be used at all.
    pub(crate) fn unusable_field(&self, key: &str, what: Wrong) {
        let about = self.field(key).path.steps();
        self.rule(&self.path.steps(), about, true, what);
    }

    /// The value here breaks a rule, whatever else is wrong in it.
    pub(crate) fn wrong_anyway(&self, what: Wrong) {
        let steps = self.path.steps();
        self.problems.add(steps.clone(), false, || {
            (place(&steps, self.problems.file), what)
        });
    }

    fn rule(&self, at: &[Step], about: Vec<Step>, hides: bool, what: Wrong) {
        if !self.problems.is_doubtful(&about) {
            self.problems
                .add(about, hides, || (place(at, self.problems.file), what));
        }
    }

    /// Whether nothing in a list of the file, or in lists of the same name within it, is of such a
    /// wrong kind that an id is hidden.
    pub(crate) fn shows_ids(&self, list: &str) -> bool {
        let is = |step: &Step, name: &str| step.field() == Some(name);
        let hides = |about: &[Step]| match about {
            [] => true,
            [.., above, Step::Item(_), last] if is(last, "id") => is(above, list),
            [.., above, Step::Item(_)] => is(above, list),
            [.., last] => is(last, list),
        };
        let found = self.problems.found.borrow();
        let within = |entry: &&Entry| entry.about.first().is_none_or(|first| is(first, list));
        let mut within = found.list.iter().filter(within);
        !within.any(|entry| entry.hides && hides(&entry.about))
    }
}
