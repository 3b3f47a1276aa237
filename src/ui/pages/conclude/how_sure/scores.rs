//! Whether the answer holds as one score changes.

use super::views::Views;
use crate::ui::components::data_table::DataTable;
use crate::ui::components::open_table::behind;
use crate::ui::components::outcome::Head;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_report::{
    SCORES_WORDS, SingleChanges, explain_score_flip, left_out, score_changes, scores_table,
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ScoresProps {
    pub single: Rc<SingleChanges>,
}

/// One score at a time, in sentences and in a table of all.
#[component]
pub fn Scores(props: &ScoresProps) -> Html {
    let editor = use_editor();
    let subject = editor.document.subject();
    let changing = score_changes(subject.under_scope_heading(), &props.single);
    html! {
        <>
            <Head title="What if one score changed?"
                lede={html! { "One score at a time, everything else as it is." }} />
            <Views now="scores" />
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(&words) }</p>
            }
            <section>
                <h2>{ "What would change the answer" }</h2>
                if let Some(scope) = subject.scope_heading() {
                    <h3>{ scope }</h3>
                }
                { findings(&changing) }
            </section>
            <DataTable id="every-score" heading="Every score, and where the leader changes"
                words={SCORES_WORDS} table={Rc::new(scores_table(subject))}
                explain={behind(&editor, explain_score_flip)} />
        </>
    }
}
