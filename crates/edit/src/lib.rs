//! Every change a person can make, as a value.
//!
//! One enum, [`Edit`], with one enum in it for every part of an appraisal: whether it may be done
//! ([`Edit::is_allowed`]; buttons disable from that), and doing it ([`Edit::apply`]). An edit changes one item, never a
//! whole list, so that what somebody did can be told; it can be written down (`serde`) and done again. Several at once
//! are a [`Batch`]. [`History`] keeps
//! every [`Change`] beside the appraisal before it. What an edit is called and why one is refused is put into words by
//! `weighbridge_report`.
//!
//! What people type or paste is read in one module, `entry` ([`parse_entry`], [`Pasted`] and their like). Nothing here knows a file, a browser, a clock or
//! what follows from an appraisal: weights that follow from answers come with the edit ([`WeightsEdit::Derive`]).
//!
//! ```
//! use weighbridge_edit::{Edit, Refusal};
//! use weighbridge_model::{Appraisal, AppraisalId};
//! let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
//! let edit = Edit::add_option(&office, "Move to the high street");
//! edit.apply(&mut office).unwrap();
//! assert_eq!(edit.is_allowed(&office), Err(Refusal::IdInUse("move-to-the-high-street".to_owned())));
//! ```

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod answers;
mod cells;
mod change;
mod check;
mod criteria;
mod criteria_table;
mod edit;
mod entry;
mod figures;
mod frame;
mod framework;
mod gateways;
mod history;
mod likeliest;
mod list;
mod lists;
mod macbeth;
mod make;
mod options;
mod overarching;
mod paste;
mod priorities;
mod refusal;
mod rescale;
mod robustness;
mod scale_draft;
mod scales;
mod scenarios;
mod scores;
mod sources;
mod target;
mod weights;

pub use answers::Answer;
pub use change::Change;
pub use criteria::{CriteriaEdit, CriterionEdit};
pub use criteria_table::{
    CellFault, ColumnRole, CriteriaPlan, CriteriaTable, EndsFault, Existing, Fate,
    PlannedCriterion, WeightsOf, names_of,
};
pub use edit::{Batch, BatchSubject, Edit};
pub use entry::{
    AccountingDash, BYTE_ORDER_MARK, BadEntry, BadWeight, Cells, Pasted, ScoreText, WeightEntry,
    accounting_dash, as_typed, could_run, hedged, parse_amount, parse_date, parse_entry,
    parse_number, parse_range, parse_score, parse_weight, read_csv, table_rows,
};
pub use figures::{FigureEdit, FiguresEdit};
pub use frame::FrameEdit;
pub use framework::FrameworkEdit;
pub use gateways::GatewaysEdit;
pub use history::{DEPTH, Gesture, History};
pub use list::{ListEdit, Move};
pub use lists::List;
pub use macbeth::MacbethEdit;
pub use options::{OptionEdit, OptionsEdit};
pub use overarching::OverarchingEdit;
pub use paste::{
    LeftOut, Meant, NameOf, NewCriterion, PasteChoices, PastedCell, PastedContent, PastedNames,
    PastedWeight, SaidName, ScorePaste, UnknownName, WeightPaste,
};
pub use priorities::PrioritiesEdit;
pub use refusal::Refusal;
pub use rescale::{Rescaled, RescaledScore};
pub use robustness::RobustnessEdit;
pub use scale_draft::{
    BreakpointDraft, DraftKind, ScaleDraft, ScaleFault, ScaleFaults, ScaleField, ScalePointDraft,
};
pub use scenarios::{ScenarioEdit, ScenariosEdit};
pub use scores::{Remark, ScoresEdit};
pub use sources::{SourceEdit, SourcesEdit};
pub use target::Target;
pub use weights::WeightsEdit;
