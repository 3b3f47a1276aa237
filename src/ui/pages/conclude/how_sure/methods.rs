//! Whether other accepted methods choose differently.

use crate::ui::components::figure::table;
use crate::ui::components::text::findings;
use crate::ui::hooks::use_editor;
use weighbridge_report::{METHODS_NOTE, disagreements, methods_table, reversal_words};
use yew::prelude::*;

/// The methods beside each other; nothing while there is nothing to compare.
#[component]
pub fn Methods() -> Html {
    let editor = use_editor();
    let subject = editor.document.subject();
    let found = use_memo(editor.document.analysis.clone(), |_| {
        let on = subject.under_scope_heading();
        methods_table(on).map(|ranked| (ranked, disagreements(on), reversal_words(on)))
    });
    let Some((ranked, different, reversed)) = &*found else {
        return Html::default();
    };
    html! {
        <section class="methods">
            <h2>{ "Would another accepted method choose differently?" }</h2>
            <p class="sub">{ "The same values and weights by other methods. Each answers a somewhat different question, so it is worth knowing why they disagree. The result here is the weighted sum." }</p>
            if let Some(scope) = subject.scope_heading() {
                <h3>{ scope }</h3>
            }
            { table(ranked) }
            <p class="sub">{ METHODS_NOTE }</p>
            { findings(different) }
            if !reversed.is_empty() {
                <h3>{ "If an option came or went" }</h3>
                { findings(reversed) }
            }
        </section>
    }
}
