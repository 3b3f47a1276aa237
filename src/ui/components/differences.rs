//! What was said of differences in words, and how more is said.

use weighbridge_model::{Difference, MacbethJudgements};
use yew::prelude::*;

/// The id of the heading over the questions.
pub(super) const DIFFERENCES: &str = "differences";

/// What is judged, what was said so far, and how more is said.
#[derive(Clone)]
pub struct Judging {
    /// Ids and names, in the order to begin with.
    pub elements: Vec<(String, String)>,
    pub said: MacbethJudgements,
    /// Whether they are improvements from worst to best, to be compared with no improvement as well; else options.
    pub lifts: bool,
    pub keep: Callback<MacbethJudgements>,
}

impl Judging {
    /// The order that was said, with what is new at its end.
    pub(super) fn order(&self) -> Vec<String> {
        let there = |id: &&String| self.elements.iter().any(|(other, _)| other == *id);
        let said = self.said.order.iter().filter(there).cloned();
        let new = self.elements.iter().map(|(id, _)| id.clone());
        said.chain(new.filter(|id| !self.said.order.contains(id)))
            .collect()
    }

    pub(super) fn say(&self, change: impl FnOnce(&mut MacbethJudgements)) {
        let mut said = self.said.clone();
        change(&mut said);
        self.keep.emit(said);
    }

    pub(super) fn label(&self, id: &str) -> String {
        if id.is_empty() {
            return "no improvement at all".to_owned();
        }
        let found = self.elements.iter().find(|(other, _)| other == id);
        found.map_or_else(String::new, |(_, name)| name.clone())
    }

    /// The words for improvements, or those for options.
    pub(super) fn words(&self, lifts: &'static str, options: &'static str) -> &'static str {
        if self.lifts { lifts } else { options }
    }
}

/// Judges a difference, or takes the judgement back.
pub(super) fn set(
    said: &mut MacbethJudgements,
    more: &str,
    less: &str,
    category: Option<(u8, u8)>,
) {
    said.differences.retain(|d| {
        (d.more.as_str(), d.less.as_str()) != (more, less)
            && (d.more.as_str(), d.less.as_str()) != (less, more)
    });
    if let Some((low, high)) = category {
        // The worst on everything always stands second.
        let (more, less) = if more.is_empty() {
            (less, more)
        } else {
            (more, less)
        };
        let (more, less) = (more.to_owned(), less.to_owned());
        said.differences.push(Difference {
            more,
            less,
            low,
            high,
        });
    }
}
