//! The lists that stand around options and criteria, as they are shown: one line for each item.

use super::{Edit, GatewaysEdit, ListEdit, Move};
use weighbridge_model::Appraisal;

/// The lists that stand around options and criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The possibilities in the options framework.
    Framework,
    /// The gateways.
    Gateways,
    /// The priorities of plans.
    Priorities,
    /// What is considered beside the criteria.
    Overarching,
}

impl List {
    /// Removes the item at a place, from 0; `None` when there is none.
    pub fn remove(self, on: &Appraisal, at: usize) -> Option<Edit> {
        let frame = &on.frame;
        match self {
            Self::Framework => frame
                .framework
                .get(at)
                .map(|_| Edit::Framework(ListEdit::Remove(at))),
            Self::Overarching => {
                let there = frame.overarching.get(at);
                there.map(|_| Edit::Overarching(ListEdit::Remove(at)))
            }
            Self::Gateways => frame
                .gateways
                .get(at)
                .map(|g| Edit::Gateways(GatewaysEdit::List(ListEdit::Remove(g.id.clone())))),
            Self::Priorities => {
                let there = frame.priorities.get(at);
                there.map(|p| Edit::Priorities(ListEdit::Remove(p.id.clone())))
            }
        }
    }

    /// Moves the item at a place one place up or down; in the framework, among those of its own choice.
    /// At the end of the list nothing moves.
    pub fn shift(self, on: &Appraisal, at: usize, way: Move) -> Option<Edit> {
        let frame = &on.frame;
        match self {
            Self::Framework => {
                let there = frame.framework.get(at);
                there.map(|_| Edit::Framework(ListEdit::Move(at, way)))
            }
            Self::Overarching => {
                let there = frame.overarching.get(at);
                there.map(|_| Edit::Overarching(ListEdit::Move(at, way)))
            }
            Self::Gateways => frame
                .gateways
                .get(at)
                .map(|g| Edit::Gateways(GatewaysEdit::List(ListEdit::Move(g.id.clone(), way)))),
            Self::Priorities => {
                let there = frame.priorities.get(at);
                there.map(|p| Edit::Priorities(ListEdit::Move(p.id.clone(), way)))
            }
        }
    }
}
