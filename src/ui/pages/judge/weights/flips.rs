//! Where each weight would change who leads, for its slider: worked out when no slider moves, so that none waits for it.

use crate::ui::hooks::Editor;
use std::rc::Rc;
use weighbridge_analysis::{Analysis, NodeIx, WeightClaims};
use weighbridge_edit::Target;
use weighbridge_report::{NearestFlip, nearest_flip};
use yew::prelude::*;

/// The nearest flip of every criterion.
pub struct Flips {
    of: Rc<Vec<Option<NearestFlip>>>,
    /// While a slider moves only its own is known still: a weight that moves leaves where it flips itself as it was, and
    /// moves the flips of all others.
    only: Option<NodeIx>,
    /// A slider of something else moves.
    none: bool,
}

impl Flips {
    /// The nearest flip of a criterion, where it is known.
    pub fn of(&self, node: NodeIx) -> Option<&NearestFlip> {
        let known = !self.none && self.only.is_none_or(|only| only == node);
        self.of.get(usize::from(node)).filter(|_| known)?.as_ref()
    }
}

/// What was worked out of an analysis.
type Known = Option<(Rc<Analysis>, Rc<Vec<Option<NearestFlip>>>)>;

/// The flips; none while totals are hidden, which they would tell of.
#[hook]
pub fn use_flips(editor: &Editor, hidden: bool) -> Flips {
    let known = use_mut_ref(|| Known::None);
    let document = &editor.document;
    let moving = document.history.is_moving();
    let mut known = known.borrow_mut();
    let is_new = known
        .as_ref()
        .is_none_or(|(analysis, _)| !Rc::ptr_eq(analysis, &document.analysis));
    if is_new && !moving && !hidden {
        let (on, claims) = (document.subject(), WeightClaims::new(&document.analysis));
        let all = document.analysis.nodes.keys();
        let all = all.map(|node| nearest_flip(on, &claims, node)).collect();
        *known = Some((document.analysis.clone(), Rc::new(all)));
    }
    let target = || {
        document
            .history
            .undoable()
            .and_then(|(change, _)| change.edit.target())
    };
    let only = match moving.then(target).flatten() {
        Some(Target::Weight(id)) => document.analysis.node(&id),
        _ => None,
    };
    let of = known
        .as_ref()
        .filter(|_| !hidden)
        .map(|(_, all)| all.clone());
    Flips {
        of: of.unwrap_or_default(),
        none: moving && only.is_none(),
        only,
    }
}
