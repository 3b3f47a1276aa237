//! Whether other accepted methods choose differently.

use crate::ui::components::figure::table;
use crate::ui::components::text::findings;
use crate::ui::hooks::Editor;
use weighbridge_chart::Table;
use weighbridge_report::{
    METHODS_NOTE, Subject, Text, disagreements, methods_table, reversal_words,
};
use yew::prelude::*;

/// What the methods say, beside each other.
pub struct Compared {
    ranked: Table,
    different: Vec<Text>,
    reversed: Vec<Text>,
}

/// What the methods say; nothing while there is nothing to compare.
pub fn compared(on: Subject<'_>) -> Option<Compared> {
    Some(Compared {
        ranked: methods_table(on)?,
        different: disagreements(on),
        reversed: reversal_words(on),
    })
}

/// The methods beside each other.
pub fn methods(editor: &Editor, compared: &Compared) -> Html {
    html! {
        <section class="methods">
            <h2>{ "Would another accepted method choose differently?" }</h2>
            <p class="sub">{ "The same values and weights by other methods. Each answers a somewhat different question, so it is worth knowing why they disagree. The result here is the weighted sum." }</p>
            if let Some(scope) = editor.document.subject().scope_heading() {
                <h3>{ scope }</h3>
            }
            { table(&compared.ranked, None) }
            <p class="sub">{ METHODS_NOTE }</p>
            { findings(editor, &compared.different) }
            if !compared.reversed.is_empty() {
                <h3>{ "If an option came or went" }</h3>
                { findings(editor, &compared.reversed) }
            }
        </section>
    }
}
