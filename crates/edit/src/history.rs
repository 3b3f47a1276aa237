use super::{Edit, Refusal};
use std::collections::VecDeque;
use std::rc::Rc;
use weighbridge_model::{Appraisal, AppraisalId};

/// How many changes can be undone.
pub const DEPTH: usize = 100;

/// Whether a change is finished, or one of many while a slider moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A finished change: its own undo step.
    Done,
    /// A step of a moving slider: joins the step before when that moved the same thing.
    Moving,
}

/// A change that can be undone or redone.
#[derive(Clone, Debug)]
pub struct Step {
    /// What the change is called.
    pub label: String,
    /// The appraisal on the other side of the change.
    appraisal: Rc<Appraisal>,
}

/// An appraisal with what it was before, up to [`DEPTH`] changes back, and what was undone.
#[derive(Clone, Debug)]
pub struct History {
    present: Rc<Appraisal>,
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// Set while the last step may still grow.
    moving: bool,
}

impl History {
    /// A history that starts here.
    pub fn new(appraisal: Rc<Appraisal>) -> Self {
        Self {
            present: appraisal,
            past: VecDeque::new(),
            future: Vec::new(),
            moving: false,
        }
    }

    /// The appraisal as it is now.
    pub fn present(&self) -> &Rc<Appraisal> {
        &self.present
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<&str> {
        self.past.back().map(|s| s.label.as_str())
    }

    /// What redo would do again.
    pub fn redoable(&self) -> Option<&str> {
        self.future.last().map(|s| s.label.as_str())
    }

    /// Whether a slider is being moved.
    pub fn is_moving(&self) -> bool {
        self.moving
    }

    /// Does an edit. Nothing changes, and no step is added, when it makes no difference.
    ///
    /// # Errors
    /// The edit's own refusal; the history is then as it was.
    pub fn apply(&mut self, edit: &Edit, gesture: Gesture) -> Result<(), Refusal> {
        let mut next = (*self.present).clone();
        edit.apply(&mut next)?;
        let label = edit.label(&self.present);
        let joins = self.moving && self.past.back().is_some_and(|step| step.label == label);
        let moves = gesture == Gesture::Moving;
        if next == *self.present {
            // Without a step of its own, a slider that is only touched must not grow the last one.
            if joins && !moves {
                self.rest();
            }
            self.moving = joins && moves;
            return Ok(());
        }
        self.moving = moves;
        let before = std::mem::replace(&mut self.present, Rc::new(next));
        self.future.clear();
        if !joins {
            self.past.push_back(Step {
                label,
                appraisal: before,
            });
            if self.past.len() > DEPTH {
                self.past.pop_front();
            }
        } else if !moves {
            self.drop_idle_step();
        }
        Ok(())
    }

    /// Takes the last step away when it leads nowhere: a slider that went back to where it was.
    fn drop_idle_step(&mut self) {
        let idle = |step: &Step| step.appraisal == self.present;
        if self.past.back().is_some_and(idle)
            && let Some(step) = self.past.pop_back()
        {
            // Not only an equal appraisal but the same one, so that whoever compares sees no change.
            self.present = step.appraisal;
        }
    }

    /// Makes it the history of a copy: the same changes, on an appraisal of another name.
    pub fn rename(&mut self, id: &AppraisalId, suffix: &str) {
        self.rest();
        let renamed = |was: &Rc<Appraisal>| {
            let mut copy = (**was).clone();
            copy.id = id.clone();
            copy.frame_mut().title.push_str(suffix);
            Rc::new(copy)
        };
        self.present = renamed(&self.present);
        for step in self.past.iter_mut().chain(&mut self.future) {
            step.appraisal = renamed(&step.appraisal);
        }
    }

    /// The slider came to rest: the next movement is an undo step of its own.
    pub fn rest(&mut self) {
        if std::mem::take(&mut self.moving) {
            self.drop_idle_step();
        }
    }

    /// Takes the last change back; says which, if there was one.
    pub fn undo(&mut self) -> Option<String> {
        self.rest();
        let step = self.past.pop_back()?;
        let after = std::mem::replace(&mut self.present, step.appraisal);
        self.future.push(Step {
            label: step.label.clone(),
            appraisal: after,
        });
        Some(step.label)
    }

    /// Does the last undone change again; says which, if there was one.
    pub fn redo(&mut self) -> Option<String> {
        self.rest();
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, step.appraisal);
        self.past.push_back(Step {
            label: step.label.clone(),
            appraisal: before,
        });
        Some(step.label)
    }
}
