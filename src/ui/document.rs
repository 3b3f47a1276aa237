//! The open appraisal: its history, what follows from it, and what is kept of it.

use super::state::Trouble;
use std::rc::Rc;
use weighbridge_analysis::{Analysis, analyse};
use weighbridge_edit::{Edit, Gesture, History};
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_report::{Subject, consequence};

/// The open appraisal with its history and what follows from it.
#[derive(Clone)]
pub struct Document {
    /// The appraisal now and before.
    pub history: History,
    /// What follows from it.
    pub analysis: Rc<Analysis>,
    /// The appraisal as it is in storage, or as it came with the tool.
    pub kept: Rc<Appraisal>,
    /// The revision in storage; 0 when it is not there.
    pub revision: u64,
    /// Why it is not being saved, when it is not.
    pub trouble: Option<Trouble>,
    /// What the last change did.
    pub change: Option<Change>,
    /// Counts openings, so that what was saved of an earlier one is not taken for this one.
    pub opening: u32,
    /// What followed before the slider began to move, so that a change is told whole.
    before: Option<(Rc<Appraisal>, Rc<Analysis>)>,
}

/// What the last change did.
#[derive(Clone, PartialEq)]
pub struct Change {
    /// What the change was.
    pub label: String,
    /// What it did to the result.
    pub consequence: String,
}

/// What a person does to the open appraisal.
pub enum Deed {
    /// Change it.
    Edit(Edit, Gesture),
    /// Bring a slider to rest.
    Rest,
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
}

impl Document {
    /// An appraisal just opened.
    pub(super) fn new(appraisal: Rc<Appraisal>, revision: u64, opening: u32) -> Self {
        Self {
            analysis: Rc::new(analyse(&appraisal)),
            history: History::new(appraisal.clone()),
            kept: appraisal,
            revision,
            trouble: None,
            change: None,
            opening,
            before: None,
        }
    }

    /// The same under another name, with its history, all of it kept as a revision.
    pub(super) fn copy(&self, id: &AppraisalId, suffix: &str) -> Self {
        let mut copy = self.clone();
        copy.history.rename(id, suffix);
        copy.kept = copy.history.present().clone();
        (copy.before, copy.trouble) = (None, None);
        copy
    }

    /// The appraisal as it is now.
    pub fn appraisal(&self) -> &Rc<Appraisal> {
        self.history.present()
    }

    /// The id of the appraisal.
    pub fn id(&self) -> &str {
        self.history.present().id.as_str()
    }

    /// Whether all changes are kept.
    pub fn is_kept(&self) -> bool {
        Rc::ptr_eq(&self.kept, self.history.present())
    }

    /// The appraisal with what follows, to speak about.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            appraisal: self.history.present(),
            analysis: &self.analysis,
        }
    }

    /// Works out what follows after a change, and what the change did; says it unless a slider
    /// is still moving.
    fn follow(&mut self, was: Rc<Appraisal>, label: Option<String>) -> Option<String> {
        let changed = !Rc::ptr_eq(&was, self.history.present());
        let before = self.before.take().unwrap_or((was, self.analysis.clone()));
        if changed {
            self.analysis = Rc::new(analyse(self.history.present()));
        }
        let moving = self.history.is_moving();
        let label = label.or_else(|| self.history.undoable().map(str::to_owned));
        let told = (!Rc::ptr_eq(&before.0, self.history.present()))
            .then(|| {
                let then = Subject {
                    appraisal: &before.0,
                    analysis: &before.1,
                };
                consequence(then, self.subject())
            })
            .zip(label);
        if moving {
            self.before = Some(before);
        }
        let (consequence, label) = told?;
        let words = format!("{label}. {consequence}");
        self.change = Some(Change { label, consequence });
        (!moving).then_some(words)
    }

    /// Carries out what a person did, and returns what to say about it.
    pub fn carry_out(&mut self, deed: Deed) -> Option<String> {
        let was = self.appraisal().clone();
        let label = match deed {
            Deed::Edit(edit, gesture) => {
                if let Err(why) = self.history.apply(&edit, gesture) {
                    return Some(why.to_string());
                }
                None
            }
            Deed::Rest => {
                self.history.rest();
                None
            }
            Deed::Undo => Some(format!("Undone: {}", self.history.undo()?)),
            Deed::Redo => Some(format!("Redone: {}", self.history.redo()?)),
        };
        self.follow(was, label)
    }
}
