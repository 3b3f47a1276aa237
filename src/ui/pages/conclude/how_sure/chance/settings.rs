//! How it is sampled: for those who ask.

use crate::ui::components::edits::{choose, commit_read, read_number};
use crate::ui::components::form::{choice_field, number_field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, RobustnessEdit};
use weighbridge_model::Shape;
use weighbridge_report::{
    unrounded,
    words::{Mistyped, Named, Sentence},
};
use yew::prelude::*;

/// The shape of uncertain scores where any has a range, the precision and the seed.
pub fn settings(editor: &Editor) -> Html {
    let on = editor.document.subject().appraisal;
    let now = on.robustness;
    let shape = choose(editor, |at: usize| {
        let shape = Shape::ALL.get(at).copied().unwrap_or_default();
        Edit::Robustness(RobustnessEdit::Shape(shape))
    });
    let precision = {
        let read = |typed: String| read_number(&typed);
        commit_read(editor, read, |precision| {
            Edit::Robustness(RobustnessEdit::Precision(precision))
        })
    };
    let seed = {
        let read = |typed: String| {
            let seed = typed.trim().parse::<u32>();
            seed.map_err(|_| Mistyped::Seed.sentence())
        };
        commit_read(editor, read, |seed| {
            Edit::Robustness(RobustnessEdit::Seed(seed))
        })
    };
    let shapes: Vec<AttrValue> = Shape::ALL.map(|s| s.words().into()).to_vec();
    let chosen = Shape::ALL.iter().position(|s| *s == now.shape).unwrap_or(0);
    html! {
        <section>
            <h2>{ "How sampling is done" }</h2>
            <p class="sub">{ "For “All weights” and the fifty dots." }</p>
            if on.has_score_ranges() {
                { choice_field("shape".to_owned(), "Scores with a stated range", "", shapes, chosen, shape) }
            }
            { number_field("precision", "Stop when every share is right within", "Percentage points, 19 times out of 20; from 0.05 to 5",
                &unrounded(now.precision.get()), precision) }
            { number_field("seed", "Seed", "Starting point for the random draws. The same seed always gives the same results.",
                &now.seed.to_string(), seed) }
        </section>
    }
}
