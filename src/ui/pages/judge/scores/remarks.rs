//! Why a score was given, where the evidence is, who gave it, how sure they are, and what it could be.

use crate::ui::components::edits::{choose, commit};
use crate::ui::components::form::{line_field, long_field};
use crate::ui::components::point_range::PointRange;
use crate::ui::components::range::Range;
use crate::ui::hooks::Editor;
use crate::ui::pages::judge::optional_choice::optional_choice;
use weighbridge_edit::{Edit, Remark};
use weighbridge_model::{Confidence, ScaleKind, Score};
use weighbridge_report::words::{Named, Sentence};
use weighbridge_state::ScoreKey;
use yew::prelude::*;

/// The fields for a score. The scale it is on says how a range is given.
pub fn remarks(editor: &Editor, of: &ScoreKey, kind: &ScaleKind) -> Html {
    let score = editor
        .document
        .appraisal()
        .agreed()
        .scores
        .get(&of.0, &of.1);
    let remark = |make: fn(String) -> Remark| {
        let (option, criterion) = of.clone();
        commit(editor, move |text| {
            Edit::remark(option.clone(), criterion.clone(), make(text))
        })
    };
    let text = |part: fn(&Score) -> &String| score.map_or_else(String::new, |s| part(s).clone());
    let confidence = score.and_then(|s| s.confidence);
    let levels = Confidence::ALL.iter().map(|c| c.words().to_owned());
    let chosen = Confidence::ALL.iter().position(|c| Some(*c) == confidence);
    let choose = {
        let (option, criterion) = of.clone();
        choose(editor, move |at: Option<usize>| {
            let confidence = at.and_then(|at| Confidence::ALL.get(at).copied());
            let remark = Remark::Confidence(confidence);
            Edit::remark(option.clone(), criterion.clone(), remark)
        })
    };
    let keep = {
        let ((option, criterion), editor) = (of.clone(), editor.clone());
        Callback::from(move |range| {
            let edit = Edit::remark(option.clone(), criterion.clone(), Remark::Range(range));
            editor.edit(edit).map_err(|why| why.sentence())
        })
    };
    let range = |letters: bool, in_unit: AttrValue| {
        html! {
            <Range id="could-be" {letters} {in_unit} summary="It could be lower or higher"
                hint="The score is the likeliest. The range does not change the total; How sure tries the whole of it."
                range={score.and_then(|s| s.range)} now={score.and_then(|s| s.entry.number())} keep={keep.clone()} />
        }
    };
    html! {
        <div class="remarks">
            { long_field("reason".to_owned(), "Reason", "What speaks for this score rather than one higher or lower",
                &text(|s| &s.reason), remark(Remark::Reason)) }
            { line_field("source".to_owned(), "Source", "Where the evidence is, so that others can check it",
                &text(|s| &s.source), remark(Remark::Source)) }
            { line_field("who".to_owned(), "Given by", "A role is enough, such as Finance; leave it blank to keep names out",
                &text(|s| &s.who), remark(Remark::Who)) }
            { optional_choice("confidence", "Confidence", "Not said", levels, chosen, &choose) }
            { match kind {
                ScaleKind::Points(points) => html! {
                    <PointRange id="could-be" points={points.clone()} range={score.and_then(|s| s.range)} keep={keep.clone()} />
                },
                ScaleKind::Direct => range(false, AttrValue::default()),
                ScaleKind::Measure(measure) => range(true, measure.unit.clone().into()),
            } }
        </div>
    }
}
