//! Scoring in a grid: which score is selected, what is being typed, and typed texts that are not scores.

use litemap::LiteMap;
use std::rc::Rc;
use weighbridge_edit::{BadEntry, Refusal};
use weighbridge_model::{CriterionId, OptionId};
use weighbridge_report::words::Sentence;

/// A cell of a table, by row and column from 0; or the size of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellPosition {
    /// The row, or how many there are.
    pub row: usize,
    /// The column, or how many there are.
    pub column: usize,
}

impl CellPosition {
    /// The nearest place inside a table of a size.
    #[must_use]
    pub fn within(self, size: Self) -> Self {
        Self {
            row: self.row.min(size.row.saturating_sub(1)),
            column: self.column.min(size.column.saturating_sub(1)),
        }
    }
}

/// Names a score.
pub type ScoreKey = (OptionId, CriterionId);

/// A typed text that was not entered as a score.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedText {
    /// The text.
    pub text: String,
    /// Why not.
    pub why: NotEntered,
    /// Whether it came with a paste, and goes when that is undone.
    pub pasted: bool,
}

/// Why a text was not entered as a score.
#[derive(Clone, Debug, PartialEq)]
pub enum NotEntered {
    /// It is none on its scale.
    Unreadable(BadEntry),
    /// The score it is may not be given.
    Refused(Refusal),
}

impl Sentence for NotEntered {
    fn sentence(&self) -> String {
        match self {
            Self::Unreadable(why) => why.sentence(),
            Self::Refused(why) => why.sentence(),
        }
    }
}

/// Texts that were refused, by where they were typed.
pub type RefusedTexts = Rc<LiteMap<ScoreKey, RefusedText>>;

/// How typing in a cell began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// To change what is there.
    Change,
    /// By typing this over it.
    Replace(String),
}

/// Where one is in the grid, and what is not a score yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scoring {
    /// The score that is selected.
    pub at: CellPosition,
    /// Whether a person has selected it.
    pub chosen: bool,
    /// Set while a person types in the selected cell.
    pub typing: Option<Begin>,
    /// Texts that were refused.
    pub refused: RefusedTexts,
    /// Grows whenever the focus is to go to the selected cell.
    pub focus: u32,
}

/// Something that happens in the grid.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoringStep {
    /// Select a score, and leave the focus where it is.
    Select(CellPosition),
    /// Select a score and move the focus there.
    Go(CellPosition),
    /// Begin to type in a cell.
    Type(CellPosition, Begin),
    /// Typing is over; the focus has gone elsewhere already.
    Leave(CellPosition),
    /// A typed text was refused.
    Refuse(ScoreKey, RefusedText),
    /// A score was entered, or the refused text taken away.
    Settle(ScoreKey),
    /// A table was pasted: what was entered, and what was refused.
    Pasted(Vec<ScoreKey>, Vec<(ScoreKey, RefusedText)>),
    /// A paste was undone: what was refused of it goes too.
    PasteUndone,
}

impl Scoring {
    /// The state after a step.
    #[must_use]
    pub fn after(mut self, step: ScoringStep) -> Self {
        match step {
            ScoringStep::Select(to) => self.select(to, None),
            ScoringStep::Go(to) => {
                self.select(to, None);
                self.take_focus();
            }
            ScoringStep::Type(at, begin) => self.select(at, Some(begin)),
            ScoringStep::Leave(from) if self.at == from => self.typing = None,
            ScoringStep::Leave(_) => {}
            ScoringStep::Refuse(key, text) => {
                Rc::make_mut(&mut self.refused).insert(key, text);
            }
            ScoringStep::Settle(key) => {
                Rc::make_mut(&mut self.refused).remove(&key);
            }
            ScoringStep::Pasted(entered, refused) => {
                let texts = Rc::make_mut(&mut self.refused);
                texts.retain(|key, _| !entered.contains(key));
                for (key, text) in refused {
                    texts.insert(key, text);
                }
                self.typing = None;
                self.take_focus();
            }
            ScoringStep::PasteUndone => {
                Rc::make_mut(&mut self.refused).retain(|_, text| !text.pasted);
            }
        }
        self
    }

    fn select(&mut self, at: CellPosition, typing: Option<Begin>) {
        self.at = at;
        self.chosen = true;
        self.typing = typing;
    }

    fn take_focus(&mut self) {
        self.focus = self.focus.wrapping_add(1);
    }
}
