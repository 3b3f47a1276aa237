//! What an option is and how far it has come.

use crate::ui::components::edits::{choose, commit, dom_id};
use crate::ui::components::form::{choice_field, heading_field, line_field, long_field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, OptionEdit};
use weighbridge_model::{Alternative, Baseline, OptionStatus};
use weighbridge_report::words::Named;
use yew::prelude::*;

/// How far an option that is appraised can have come, in the order shown.
const STATUSES: [OptionStatus; 3] = [
    OptionStatus::LongListed,
    OptionStatus::ShortListed,
    OptionStatus::Preferred,
];

/// The fields: names and summary; for an option that is appraised, also its status.
pub fn about(editor: &Editor, option: &Alternative) -> Html {
    let id = &option.id;
    let say = |make: fn(String) -> OptionEdit| {
        let id = id.clone();
        commit(editor, move |text| {
            Edit::change_option(id.clone(), make(text))
        })
    };
    let choose_status = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let status = STATUSES
                .get(at)
                .cloned()
                .unwrap_or(OptionStatus::LongListed);
            Edit::change_option(id.clone(), OptionEdit::Status(status))
        }
    });
    let baseline = choose(editor, {
        let id = id.clone();
        move |at: usize| {
            let kind = at
                .checked_sub(1)
                .and_then(|at| Baseline::ALL.get(at).copied());
            Edit::change_option(id.clone(), OptionEdit::Baseline(kind))
        }
    });
    let statuses = STATUSES.map(|s| AttrValue::from(s.words())).to_vec();
    let stands = STATUSES.iter().position(|status| *status == option.status);
    let mut kinds = vec![AttrValue::from("No")];
    kinds.extend(
        Baseline::ALL.map(|b| AttrValue::from(format!("Yes: {}", b.words().to_ascii_lowercase()))),
    );
    let is = option
        .baseline
        .and_then(|b| Baseline::ALL.iter().position(|k| *k == b));
    html! {
        <>
            <div class="pair">
                { heading_field(dom_id("option-name", id), "Name", "As its source names it", &option.name, say(OptionEdit::Name)) }
                { line_field(dom_id("option-short", id), "Short name", "For charts; blank to use the name", &option.short, say(OptionEdit::Short)) }
            </div>
            { long_field(dom_id("option-summary", id), "What it is", "A sentence or two", &option.summary, say(OptionEdit::Summary)) }
            <div class="pair">
                <div>
                    if let Some(chosen) = stands {
                        { choice_field(dom_id("option-standing", id), "Status", "How far it has come", statuses, chosen, choose_status) }
                    }
                </div>
                { choice_field(dom_id("option-baseline", id), "Are the others compared with it?",
                    "The baseline: what happens without a decision", kinds, is.map_or(0, |at| at + 1), baseline) }
            </div>
        </>
    }
}
