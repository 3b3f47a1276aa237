//! Whether the answer holds as one score changes.

use super::views::{notes, scoped_findings, views};
use crate::ui::components::data_table::DataTable;
use crate::ui::components::open_table::behind;
use crate::ui::components::outcome::Head;
use crate::ui::hooks::Editor;
use std::rc::Rc;
use weighbridge_report::{
    SCORES_WORDS, SingleChanges, explain_score_flip, score_changes, scores_table,
};
use yew::prelude::*;

/// One score at a time, in sentences and in a table of all.
pub fn scores(editor: &Editor, single: &SingleChanges) -> Html {
    let subject = editor.document.subject();
    let changing = score_changes(subject.under_scope_heading(), single);
    html! {
        <>
            <Head title="What if one score changed?"
                lede={html! { "One score at a time, everything else as it is." }} />
            { views(editor, "scores") }
            { notes(editor) }
            { scoped_findings(editor, "What would change the answer", &changing) }
            <DataTable id="every-score" heading="Every score, and where the leader changes"
                words={SCORES_WORDS} table={Rc::new(scores_table(subject))}
                explain={behind(editor, explain_score_flip)} />
        </>
    }
}
