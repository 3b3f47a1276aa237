//! Who leads, by how much over everything and whether that is settled, as data.

use super::object::Object;
use super::values::{id, ids, word};
use serde_json::Value;
use weighbridge_analysis::{Analysis, Reach, Scope, Settled};

/// Which options ranks, flips, sensitivity and other methods are about.
pub(super) fn scope(analysis: &Analysis) -> Value {
    word(match analysis.scope {
        Scope::All => "all",
        Scope::Complete => "complete",
        Scope::Behind => "behind",
    })
}

/// The lead: in points of 100, with what is missing anywhere on its scale.
pub(super) fn lead(analysis: &Analysis) -> Value {
    let lead = &analysis.lead;
    let mut to = Object::default();
    to.put("leaders", ids(analysis, &lead.leaders));
    to.number("margin", lead.margin);
    if let Some(next) = &lead.next {
        to.put("next", ids(analysis, &next.options));
        to.number("over_next", next.lead);
    }
    if let Some(least) = lead.least {
        to.number("least", least);
    }
    to.word(
        "settled",
        match lead.settled() {
            Settled::Yes => "yes",
            Settled::WithinScales => "within-scales",
            Settled::No => "no",
        },
    );
    to.put("left_out", ids(analysis, &lead.left_out));
    let mut rivals = Vec::new();
    for rival in &lead.rivals {
        let mut one = Object::default();
        one.put("option", id(analysis, rival.option));
        one.put("over", id(analysis, rival.over));
        one.number("by", rival.by);
        one.word(
            "reach",
            match rival.reach {
                Reach::Ahead => "ahead",
                Reach::Level => "level",
            },
        );
        rivals.push(one.end());
    }
    to.list("could_overtake", rivals);
    to.end()
}
