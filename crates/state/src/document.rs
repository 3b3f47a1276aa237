//! The open appraisal: its history, what follows from it, and what is kept of it.

use crate::store::SaveError;
use std::rc::Rc;
use weighbridge_analysis::{Analysis, analyse};
use weighbridge_edit::{Change, Gesture, History};
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_report::words::{Sentence, edit_label, redone, undone};
use weighbridge_report::{Subject, answers_saved, consequence, deed_words};

/// The open appraisal with its history and what follows from it.
#[derive(Clone)]
pub struct Document {
    /// The appraisal now and before.
    pub history: History,
    /// What follows from it.
    pub analysis: Rc<Analysis>,
    /// The appraisal as it is in the store, or as it came with the tool.
    pub kept: Rc<Appraisal>,
    /// The revision in the store; 0 when it is not there.
    pub revision: u64,
    /// Why it is not being saved, when it is not.
    pub problem: Option<SaveProblem>,
    /// What has come of the changes since the start, told after the last of them.
    pub effect: Option<Effect>,
    /// Counts openings, so that what was saved of an earlier one is not taken for this one.
    pub opening: u32,
    /// The opening that its pages were drawn for: of a copy one goes on with, that of the original; of what a closed tab
    /// left and the browser handed over late, that of what was shown before it came.
    pub origin: u32,
    /// The appraisal before the slider began to move, so that a change is told whole.
    before: Option<Rc<Appraisal>>,
    /// What a person started from: the appraisal as it was when they came to the page, with what followed.
    start: (Rc<Appraisal>, Rc<Analysis>),
}

/// Why the open appraisal is not being saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveProblem {
    /// Another tab deleted it.
    DeletedElsewhere,
    /// Another tab saved it.
    ChangedElsewhere,
    /// Storage is full.
    Full,
    /// It is larger than a file that opens may be.
    TooLarge,
    /// The browser refused, in its own words.
    Refused(String),
}

impl SaveProblem {
    /// Whether saving would write over what another tab did; then nothing is saved until a person has decided.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::DeletedElsewhere | Self::ChangedElsewhere)
    }
}

impl From<SaveError> for SaveProblem {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::ChangedElsewhere(0) => Self::DeletedElsewhere,
            SaveError::ChangedElsewhere(_) => Self::ChangedElsewhere,
            SaveError::Full => Self::Full,
            SaveError::TooLarge => Self::TooLarge,
            SaveError::Refused(why) => Self::Refused(why),
        }
    }
}

/// How a change came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A person made it.
    Made,
    /// A person took it back.
    Undone,
    /// A person made it again after taking it back.
    Redone,
}

/// What has come of the changes since the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// How the last came about.
    pub way: Way,
    /// The last change itself, the one taken back if it was.
    pub change: Change,
    /// What was done, as a sentence without its full stop: "You changed the weight of Pace".
    pub deed: String,
    /// What was done and what it did to the result, against the start.
    pub words: String,
}

impl Effect {
    /// What is told of it: all, or without the result where totals are hidden.
    pub fn told(&self, hidden: bool) -> String {
        match hidden {
            true => format!("{}.", self.deed),
            false => self.words.clone(),
        }
    }
}

/// What came of a command, to be said.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// It was refused, and why.
    Refused(String),
    /// It did what [`Document::effect`] tells.
    Effect,
}

/// What a person does to the open appraisal.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentCommand {
    /// Change it.
    Edit(Box<Change>, Gesture),
    /// Bring a slider to rest.
    Rest,
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
}

impl DocumentCommand {
    /// Changes it: by an edit alone, or by one with when, who and why.
    pub fn edit(change: impl Into<Change>, gesture: Gesture) -> Self {
        Self::Edit(Box::new(change.into()), gesture)
    }
}

impl Document {
    /// An appraisal just opened, which is kept as it is.
    pub fn new(appraisal: Rc<Appraisal>, revision: u64, opening: u32) -> Self {
        let analysis = Rc::new(analyse(&appraisal));
        Self {
            start: (appraisal.clone(), analysis.clone()),
            analysis,
            history: History::new(appraisal.clone()),
            kept: appraisal,
            revision,
            problem: None,
            effect: None,
            opening,
            origin: opening,
            before: None,
        }
    }

    /// The same under another name, with its history; nothing of it is in the store yet.
    pub fn copy(&self, id: &AppraisalId, suffix: &str, opening: u32) -> Self {
        let mut copy = self.clone();
        let start = self.history.place(&self.start.0);
        copy.history.rename(id, suffix);
        if let Some(place) = start {
            copy.start.0 = copy.history.after(place).clone();
        }
        copy.kept = Rc::new((**copy.history.present()).clone());
        (copy.revision, copy.opening) = (0, opening);
        (copy.before, copy.problem) = (None, None);
        copy
    }

    /// An appraisal that differs from what the store has, or is not there yet.
    pub fn unsaved(appraisal: Rc<Appraisal>, revision: u64, opening: u32) -> Self {
        let mut document = Self::new(appraisal, revision, opening);
        document.kept = Rc::new((*document.kept).clone());
        document
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

    /// Whether nothing has been done to it since it was opened.
    pub fn is_untouched(&self) -> bool {
        let history = &self.history;
        self.is_kept() && history.undoable().is_none() && history.redoable().is_none()
    }

    /// The appraisal with what follows, to speak about.
    pub fn subject(&self) -> Subject<'_> {
        Subject::new(self.history.present(), &self.analysis)
    }

    /// Whether anything was changed or told since the start.
    pub(crate) fn has_moved_on(&self) -> bool {
        self.effect.is_some() || !Rc::ptr_eq(&self.start.0, self.history.present())
    }

    /// From here on changes are told against what is there now: a person came to another page, where nothing is told
    /// of what they did on the one before.
    pub(crate) fn start_here(&mut self) {
        self.start = (self.history.present().clone(), self.analysis.clone());
        self.effect = None;
    }

    /// Carries out what a person did; what is to be said of it is a refusal, or the effect.
    pub fn carry_out(&mut self, command: DocumentCommand) -> Option<Said> {
        let was = self.appraisal().clone();
        let way = match command {
            DocumentCommand::Edit(change, gesture) => {
                if let Err(why) = self.history.apply(*change, gesture) {
                    return Some(Said::Refused(why.sentence()));
                }
                Way::Made
            }
            DocumentCommand::Rest => {
                self.history.rest();
                Way::Made
            }
            DocumentCommand::Undo => {
                self.history.undo()?;
                Way::Undone
            }
            DocumentCommand::Redo => {
                self.history.redo()?;
                Way::Redone
            }
        };
        self.follow(was, way)
    }

    /// Whether what the last change did can be taken back by undoing it: nothing was done since.
    pub fn can_undo_effect(&self) -> bool {
        let last = self.history.changes().next_back();
        let is_last = |effect: &Effect| effect.way == Way::Made && last == Some(&effect.change);
        self.effect.as_ref().is_some_and(is_last)
    }

    /// Works out what follows after a change, and what has come of all since the start; there is something to say unless
    /// nothing changed, or a slider is still moving.
    fn follow(&mut self, was: Rc<Appraisal>, way: Way) -> Option<Said> {
        let changed = !Rc::ptr_eq(&was, self.history.present());
        let before = self.before.take().unwrap_or(was);
        if changed {
            self.analysis = Rc::new(analyse(self.history.present()));
        }
        let moving = self.history.is_moving();
        let told = !Rc::ptr_eq(&before, self.history.present());
        if moving {
            self.before = Some(before);
        }
        if !told {
            return None;
        }
        self.effect = self.effect_of(way);
        (!moving && self.effect.is_some()).then_some(Said::Effect)
    }

    /// What has come of the changes since the start, of which this was the last.
    fn effect_of(&self, way: Way) -> Option<Effect> {
        let (change, on) = match way {
            Way::Made | Way::Redone => self.history.undoable(),
            Way::Undone => self.history.redoable(),
        }?;
        let deed = match way {
            Way::Made => deed_words(&change.edit, on, self.others(change)),
            Way::Undone => undone(&edit_label(&change.edit, on)),
            Way::Redone => redone(&edit_label(&change.edit, on)),
        };
        let start = Subject::new(&self.start.0, &self.start.1);
        let saved = (way == Way::Made).then(|| answers_saved(&change.edit, self.subject()));
        let words = saved
            .flatten()
            .unwrap_or_else(|| consequence(&deed, start, self.subject()));
        Some(Effect {
            way,
            change: change.clone(),
            deed,
            words,
        })
    }

    /// How many changes since the start are about something else than the last: moving one slider again is no other, nor
    /// is another answer by the same method.
    fn others(&self, last: &Change) -> usize {
        let since = self.history.since(&self.start.0);
        let earlier = since.rev().skip(1);
        earlier
            .filter(|change| !last.edit.is_about_the_same(&change.edit))
            .count()
    }
}
