//! The totals of the options as bars, below what they are weighed with.

use crate::ui::hooks::{App, Editor};
use weighbridge_analysis::{OptionIx, Total};
use weighbridge_chart::Slot;
use weighbridge_report::{option_slot, total_words};
use yew::prelude::*;

/// The bars, the highest total first; nothing while no option can have one, or while totals are hidden.
pub fn totals(app: &App, editor: &Editor) -> Html {
    let on = editor.document.subject();
    let analysis = on.analysis;
    let none = |at: OptionIx| analysis.options[at].total == Total::Unweighted;
    if app.state.totals_hidden() || analysis.options.keys().all(none) || analysis.leaves.is_empty()
    {
        return Html::default();
    }
    let row = |at: OptionIx| {
        let total = &analysis.options[at].total;
        let first = analysis.lead.leaders.contains(&at);
        html! {
            <li key={analysis.options[at].id.as_str().to_owned()} class={first.then_some("first")}>
                <span>{ on.option_short(at).into_owned() }</span>
                <svg class="chart" aria-hidden="true" focusable="false" viewBox="0 0 100 10" preserveAspectRatio="none">
                    { bar(total, option_slot(on, at)) }
                </svg>
                <span class="number">{ total_words(total) }</span>
            </li>
        }
    };
    html! {
        <section class="totals" aria-labelledby="totals">
            <h2 id="totals">{ "Totals, out of 100" }</h2>
            <ol>{ for analysis.in_rank_order().into_iter().map(row) }</ol>
        </section>
    }
}

/// The total as far as it is known: of a range what is sure, and the rest lighter.
fn bar(total: &Total, slot: Slot) -> Html {
    let rect = |class: String, from: f64, to: f64| {
        let width = (to - from).max(0.0);
        html! { <rect {class} x={format!("{from:.2}")} y="0" width={format!("{width:.2}")} height="10" /> }
    };
    let class = slot.class();
    match *total {
        Total::Ranked { value, .. } => rect(format!("fill {class}"), 0.0, value),
        Total::Incomplete { low, high, .. } => html! {
            <>
                { rect(format!("fill {class}"), 0.0, low) }
                { rect("fill totals-open".to_owned(), low.max(0.0), high) }
            </>
        },
        Total::Unweighted => Html::default(),
    }
}
