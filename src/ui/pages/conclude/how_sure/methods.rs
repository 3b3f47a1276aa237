//! Whether other accepted methods choose differently: closed until somebody asks.

use crate::ui::components::figure::table;
use crate::ui::components::text::findings;
use crate::ui::hooks::use_editor;
use weighbridge_report::{METHODS_NOTE, disagreements, methods_table, reversal_words};
use yew::prelude::*;

/// The panel; nothing while there is nothing to compare.
#[component]
pub fn Methods() -> Html {
    let editor = use_editor();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    let subject = editor.document.subject();
    let Some(ranked) = methods_table(subject) else {
        return Html::default();
    };
    // Worked out only for those who ask.
    let (different, reversed) = if *open {
        (disagreements(subject), reversal_words(subject))
    } else {
        (Vec::new(), Vec::new())
    };
    html! {
        <details class="more methods" open={*open}>
            <summary onclick={toggle}>{ "Would another accepted method choose differently?" }</summary>
            if *open {
                <p class="sub">{ "The same values and weights by other methods of the trade. They answer somewhat different questions, and where they disagree it is worth knowing why. The result of this appraisal is the weighted sum." }</p>
                { table(&ranked) }
                <p class="sub">{ METHODS_NOTE }</p>
                { findings(&different) }
                if !reversed.is_empty() {
                    <h3>{ "If an option came or went" }</h3>
                    { findings(&reversed) }
                }
            }
        </details>
    }
}
