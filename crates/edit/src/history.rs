use super::{Change, Refusal};
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
    /// A press of a button beside a number: finished, and joined with the presses just before it on the same number.
    Tap,
}

/// Presses of a button within so many milliseconds are one change.
const TAPS: u64 = 3000;

/// A change that can be undone or redone.
#[derive(Clone, Debug)]
struct Step {
    /// The change.
    change: Change,
    /// The appraisal on the other side of the change.
    appraisal: Rc<Appraisal>,
}

/// An appraisal with what it was before, up to [`DEPTH`] changes back, what changed it, and what was undone.
///
/// ```
/// use std::rc::Rc;
/// use weighbridge_edit::{Edit, FrameEdit, Gesture, History};
/// use weighbridge_model::{Appraisal, AppraisalId};
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let mut history = History::new(Rc::new(office));
/// let edit = Edit::Frame(FrameEdit::Question("Where to?".to_owned()));
/// history.apply(&edit, Gesture::Done).unwrap();
/// let (change, before) = history.undoable().unwrap();
/// assert_eq!((&change.edit, before.frame.question.as_str()), (&edit, ""));
/// ```
#[derive(Clone, Debug)]
pub struct History {
    present: Rc<Appraisal>,
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// Set while the last step may still grow.
    moving: bool,
    /// Set while the last step is one of presses of a button.
    tapping: bool,
}

impl History {
    /// A history that starts here.
    pub fn new(appraisal: Rc<Appraisal>) -> Self {
        Self {
            present: appraisal,
            past: VecDeque::new(),
            future: Vec::new(),
            moving: false,
            tapping: false,
        }
    }

    /// The appraisal as it is now.
    pub fn present(&self) -> &Rc<Appraisal> {
        &self.present
    }

    /// The changes that led to the present and can be undone, the oldest first.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.past.iter().map(|step| &step.change)
    }

    /// The appraisal before the oldest change that can be undone.
    pub fn oldest(&self) -> &Rc<Appraisal> {
        self.past
            .front()
            .map_or(&self.present, |step| &step.appraisal)
    }

    /// The change that undo would take back, with the appraisal before it.
    pub fn undoable(&self) -> Option<(&Change, &Rc<Appraisal>)> {
        self.past.back().map(|step| (&step.change, &step.appraisal))
    }

    /// The change that redo would make again, with the appraisal before it.
    pub fn redoable(&self) -> Option<(&Change, &Rc<Appraisal>)> {
        self.future.last().map(|step| (&step.change, &self.present))
    }

    /// The changes that led here from an appraisal that this went through, the oldest first; none where it did not, or
    /// where that has been undone.
    ///
    /// ```
    /// use std::rc::Rc;
    /// use weighbridge_edit::{Edit, FrameEdit, Gesture, History};
    /// use weighbridge_model::{Appraisal, AppraisalId};
    /// let office = Rc::new(Appraisal::new(AppraisalId::new("office").unwrap(), "Office"));
    /// let mut history = History::new(office.clone());
    /// history.apply(Edit::Frame(FrameEdit::Question("Where to?".to_owned())), Gesture::Done).unwrap();
    /// assert_eq!(history.since(&office).count(), 1);
    /// let now = history.present().clone();
    /// assert_eq!(history.since(&now).count(), 0);
    /// ```
    pub fn since(&self, appraisal: &Rc<Appraisal>) -> impl DoubleEndedIterator<Item = &Change> {
        let from = self.place(appraisal).unwrap_or(self.past.len());
        self.past.range(from..).map(|step| &step.change)
    }

    /// How many of the changes that can be undone led to an appraisal that this went through.
    pub fn place(&self, appraisal: &Rc<Appraisal>) -> Option<usize> {
        let mut all = self.past.iter().map(|step| &step.appraisal);
        let found = all.position(|one| Rc::ptr_eq(one, appraisal));
        found.or_else(|| Rc::ptr_eq(&self.present, appraisal).then_some(self.past.len()))
    }

    /// The appraisal after so many of the changes that can be undone.
    pub fn after(&self, changes: usize) -> &Rc<Appraisal> {
        self.past
            .get(changes)
            .map_or(&self.present, |step| &step.appraisal)
    }

    /// Whether a slider is being moved.
    pub fn is_moving(&self) -> bool {
        self.moving
    }

    /// Makes a change. Nothing changes, and no step is added, when it makes no difference.
    ///
    /// # Errors
    /// The edit's own refusal; the history is then as it was.
    pub fn apply(&mut self, change: impl Into<Change>, gesture: Gesture) -> Result<(), Refusal> {
        let change = change.into();
        let mut next = (*self.present).clone();
        change.edit.apply(&mut next)?;
        let taps = gesture == Gesture::Tap;
        let again = self.tapping && taps && self.follows_soon(&change);
        let joins = (self.moving || again) && self.moved(&change);
        let moves = gesture == Gesture::Moving;
        if next == *self.present {
            // Without a step of its own, a slider that is only touched must not grow the last one.
            if joins && !moves {
                self.rest();
            }
            self.moving = joins && moves;
            return Ok(());
        }
        (self.moving, self.tapping) = (moves, taps);
        let before = std::mem::replace(&mut self.present, Rc::new(next));
        self.future.clear();
        if !joins {
            self.past.push_back(Step {
                change,
                appraisal: before,
            });
            if self.past.len() > DEPTH {
                self.past.pop_front();
            }
            return Ok(());
        }
        if let Some(step) = self.past.back_mut() {
            let edit = step.change.edit.joined(&change.edit);
            step.change = Change { edit, ..change };
        }
        if !moves {
            self.drop_idle_step();
        }
        Ok(())
    }

    /// Whether a change was made soon after the last, as far as anybody knows when.
    fn follows_soon(&self, change: &Change) -> bool {
        let last = self.past.back().and_then(|step| step.change.at);
        let apart = last
            .zip(change.at)
            .map(|(then, now)| now.saturating_sub(then));
        apart.is_none_or(|apart| apart <= TAPS)
    }

    /// Whether the last step moved what a change is about, and one edit can do what both did.
    fn moved(&self, change: &Change) -> bool {
        let last = self.past.back();
        last.is_some_and(|step| step.change.edit.joins(&change.edit))
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
    pub fn undo(&mut self) -> Option<&Change> {
        self.rest();
        self.tapping = false;
        let step = self.past.pop_back()?;
        let after = std::mem::replace(&mut self.present, step.appraisal.clone());
        self.future.push(Step {
            appraisal: after,
            ..step
        });
        self.future.last().map(|step| &step.change)
    }

    /// Does the last undone change again; says which, if there was one.
    pub fn redo(&mut self) -> Option<&Change> {
        self.rest();
        self.tapping = false;
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, step.appraisal.clone());
        self.past.push_back(Step {
            appraisal: before,
            ..step
        });
        self.past.back().map(|step| &step.change)
    }
}
