//! What the page keeps besides the scores: where one is, what is being typed, and typed texts that
//! are not scores.

use crate::ui::components::grid::CellPosition;
use std::collections::BTreeMap;
use std::rc::Rc;
use weighbridge_model::{CriterionId, OptionId};
use yew::Reducible;

/// Names a score.
pub type Key = (OptionId, CriterionId);

/// A typed text that is not a score on its scale.
#[derive(Clone, PartialEq)]
pub struct Draft {
    pub text: String,
    pub why: String,
}

/// Texts that were refused, by where they were typed.
pub type Drafts = Rc<BTreeMap<Key, Draft>>;

/// How typing in a cell began.
#[derive(Clone, PartialEq)]
pub enum Begin {
    /// To change what is there.
    Change,
    /// By typing this over it.
    Replace(String),
}

/// The state of the page.
#[derive(Clone, Default)]
pub struct Sheet {
    /// The score that is selected.
    pub at: CellPosition,
    /// Whether a person has selected it.
    pub chosen: bool,
    /// Set while a person types in the selected cell.
    pub typing: Option<Begin>,
    pub drafts: Drafts,
    /// What a pasted block held that had no place.
    pub left_out: Option<String>,
    /// Grows whenever the focus is to go to the selected cell.
    pub focus: u32,
}

/// A change of the state.
pub enum Step {
    /// Select a score, and leave the focus where it is.
    Select(CellPosition),
    /// Select a score and move the focus there.
    Go(CellPosition),
    /// Begin to type in a cell.
    Type(CellPosition, Begin),
    /// Typing is over; the focus has gone elsewhere already.
    Leave(CellPosition),
    /// A typed text was refused.
    Refuse(Key, Draft),
    /// A score was entered, or the refused text taken away.
    Settle(Key),
    /// A block was pasted: what was entered, what was refused, what was left out.
    Pasted(Vec<Key>, Vec<(Key, Draft)>, Option<String>),
    /// The note on what was left out has been read.
    Dismiss,
    /// What was refused is of no use any more.
    Clear,
}

/// Whether a pasted text is more than one cell of a spreadsheet.
pub fn is_block(text: &str) -> bool {
    let cells = text.trim_end_matches(['\r', '\n']);
    cells.contains(['\t', '\r', '\n'])
}

impl Reducible for Sheet {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut sheet = (*self).clone();
        match step {
            Step::Select(to) => {
                sheet.at = to;
                sheet.chosen = true;
                sheet.typing = None;
            }
            Step::Go(to) => {
                sheet.at = to;
                sheet.chosen = true;
                sheet.typing = None;
                sheet.focus = sheet.focus.wrapping_add(1);
            }
            Step::Type(at, begin) => {
                sheet.at = at;
                sheet.chosen = true;
                sheet.typing = Some(begin);
            }
            Step::Leave(from) if sheet.at == from => sheet.typing = None,
            Step::Leave(_) => {}
            Step::Refuse(key, draft) => {
                Rc::make_mut(&mut sheet.drafts).insert(key, draft);
            }
            Step::Settle(key) => {
                Rc::make_mut(&mut sheet.drafts).remove(&key);
                sheet.left_out = None;
            }
            Step::Pasted(entered, refused, left_out) => {
                let drafts = Rc::make_mut(&mut sheet.drafts);
                for key in &entered {
                    drafts.remove(key);
                }
                for (key, draft) in refused {
                    drafts.insert(key, draft);
                }
                sheet.left_out = left_out;
                sheet.typing = None;
                sheet.focus = sheet.focus.wrapping_add(1);
            }
            Step::Dismiss => sheet.left_out = None,
            Step::Clear => {
                sheet.left_out = None;
                sheet.drafts = Drafts::default();
            }
        }
        Rc::new(sheet)
    }
}
