//! Every score with its reason, as it stands on paper, where nothing can be opened.

use crate::ui::hooks::Editor;
use weighbridge_analysis::LeafIx;
use weighbridge_edit::as_typed;
use weighbridge_model::{Absence, Alternative, Criterion, Entry, ScaleKind, Score};
use weighbridge_report::{Shares, scale_ends, unrounded, words::Named};
use yew::prelude::*;

/// The list, by criterion; there only while the page is printed.
pub fn reasons(editor: &Editor, printing: bool) -> Html {
    let subject = editor.document.subject();
    let (on, analysis) = (subject.appraisal, subject.analysis);
    if !printing || analysis.options.is_empty() || analysis.leaves.is_empty() {
        return Html::default();
    }
    let leaves = on.leaves();
    let shares = Shares::of(analysis);
    let criterion = |(at, leaf): (LeafIx, &&Criterion)| {
        let share = shares.whole(analysis.leaves[at]);
        let reason = on.voice.weights.reason(&leaf.id);
        let unit = match &leaf.scale.kind {
            ScaleKind::Measure(measure) => measure.unit.trim(),
            _ => "",
        };
        let row = |option: &Alternative| {
            let score = on.voice.scores.get(&option.id, &leaf.id);
            let words = match score.map(|s| &s.entry) {
                None => Absence::Missing.words().to_owned(),
                Some(Entry::Absent(absence)) => absence.words().to_owned(),
                Some(Entry::Number(x)) if unit.is_empty() => unrounded(x.get()),
                Some(Entry::Number(x)) => format!("{} {unit}", unrounded(x.get())),
                Some(entry) => as_typed(entry),
            };
            let text = |part: fn(&Score) -> &String| {
                score.map_or_else(String::new, |s| part(s).trim().to_owned())
            };
            let (why, source) = (text(|s| &s.reason), text(|s| &s.source));
            let sure = score.and_then(|s| s.confidence).map(Named::words);
            html! {
                <tr key={option.id.to_string()}>
                    <th scope="row">{ option.short_name().to_owned() }</th>
                    <td class="number">{ words }</td>
                    <td>
                        { if why.is_empty() { "No reason given".to_owned() } else { why } }
                        if !source.is_empty() { { format!(" Source: {source}.") } }
                        if let Some(sure) = sure { { format!(" Confidence: {sure}.") } }
                    </td>
                </tr>
            }
        };
        html! {
            <section key={leaf.id.to_string()}>
                <h3>{ &leaf.name }{ share.map_or_else(String::new, |share| format!(", {share} of the weight")) }</h3>
                <p>{ format!("Scale: {}.", scale_ends(subject, leaf)) }</p>
                if !reason.trim().is_empty() { <p>{ format!("Weight: {reason}") }</p> }
                <table aria-label={leaf.name.clone()}>
                    <thead><tr><th scope="col">{ "Option" }</th><th scope="col" class="number">{ "Score" }</th><th scope="col">{ "Reason" }</th></tr></thead>
                    <tbody>{ for on.appraised().map(row) }</tbody>
                </table>
            </section>
        }
    };
    html! {
        <section class="paper reasons">
            <h2>{ "Scores, weights and their reasons" }</h2>
            { for analysis.leaves.keys().zip(&leaves).map(criterion) }
        </section>
    }
}
