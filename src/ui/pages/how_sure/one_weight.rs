//! Whether the answer holds as one weight changes.

use super::Views;
use super::methods::Methods;
use crate::analysis::{Analysis, Total, WeightLines, tornado, weight_lines};
use crate::chart::{Frame, Tornado, WeightLines as WeightLinesChart};
use crate::report::{
    SCORES_WORDS, WEIGHTS_WORDS, changes, incomplete, left_out, scores_table, several, sureness,
    tie_words, tornado_picture, weight_lines_picture, weights_table,
};
use crate::ui::components::data_table::DataTable;
use crate::ui::components::fields::Choice;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use crate::ui::route::{Page, Route};
use markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// How many bars the tornado has.
const MOST_BARS: usize = 10;

#[derive(PartialEq, Properties)]
pub struct OneWeightProps {
    /// The criterion looked at, by its place among the nodes.
    pub chosen: UseStateHandle<Option<usize>>,
}

/// One weight at a time, and what would change the answer.
#[component]
pub fn OneWeight(props: &OneWeightProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let subject = document.subject();
    let lines = use_memo(document.analysis.clone(), |analysis| all_lines(analysis));
    let chosen = &props.chosen;
    let choose = {
        let (chosen, lines) = (chosen.clone(), lines.clone());
        Callback::from(move |at: usize| chosen.set(lines.get(at).map(|l| l.node)))
    };
    let Some(title) = sureness(subject, &lines) else {
        let open = incomplete(subject);
        // Nothing is missing where there is just the one.
        let (words, page, link) = match subject.analysis.options.as_slice() {
            [only] if matches!(only.total, Total::Ranked { .. }) => (
                "There is only one option, so there is nothing it could lose to. Add another, such as things as they stand.",
                Page::Options,
                "Add an option",
            ),
            _ => (
                "Once there are two options with totals, this page shows what would change the answer.",
                Page::Result,
                "See what is missing",
            ),
        };
        return html! {
            <>
                { part!(Head { title: "How sure is the answer?", lede: html! { words } }) }
                if !open.is_empty() {
                    { findings(&open) }
                }
                <p><a class="alone" href={Route::of(document.id(), page).href()}>{ link }</a></p>
            </>
        };
    };
    let at = chosen
        .and_then(|node| lines.iter().position(|l| l.node == node))
        .unwrap_or_else(|| most_telling(&lines));
    let shown = lines.get(at);
    let draw = {
        let (document, lines) = (document.clone(), lines.clone());
        Draw::new(move |width| {
            let (frame, chart) = match lines.get(at) {
                Some(lines) => weight_lines_picture(document.subject(), lines),
                None => (
                    Frame::new("weight-lines", 0, ""),
                    WeightLinesChart::default(),
                ),
            };
            chart.draw(&Frame { width, ..frame })
        })
    };
    let choices = lines
        .iter()
        .map(|l| AttrValue::from(subject.criterion(l.node).into_owned()))
        .collect::<Vec<AttrValue>>();
    let stem = file_stem(&subject.appraisal.title);
    let robust = several(subject);
    let tie = tie_words(subject);
    let bars = tornado(subject.appraisal, subject.analysis, usize::MAX);
    let bars = tornado_picture(subject, &bars, MOST_BARS);
    let swung = bars.as_ref().map(|(frame, _)| frame.subtitle.clone());
    let tornado_draw = Draw::new(move |width| {
        let (frame, chart) = bars
            .clone()
            .unwrap_or_else(|| (Frame::new("tornado", 0, ""), Tornado::default()));
        chart.draw(&Frame { width, ..frame })
    });
    html! {
        <>
            { part!(Head { title, lede: if shown.is_none() { Html::default() } else { html! { "One weight at a time goes from 0 to 100%, while the others keep their proportions. The points where the leader changes are exact." } } }) }
            { part!(Views { now: "" }) }
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(&words) }</p>
            }
            if let Some(shown) = shown {
                <section aria-label="Weight lines">
                    { part!(Choice { id: "criterion", label: "Criterion", choices, chosen: at, choose }) }
                    <Figure {draw} name={format!("{stem}-weight-of-{}", subject.analysis.nodes[shown.node].id)} heading=true />
                    if shown.equal_rest {
                        <p class="note">{ format!("{} has all the weight now, so the others have no proportions to keep: what it gives up is shared equally among them.", subject.criterion(shown.node)) }</p>
                    }
                </section>
            }
            <section>
                <h2>{ if tie.is_some() { "What would break the tie" } else { "What would change the answer" } }</h2>
                { findings(&changes(subject)) }
                { part!(DataTable { id: "every-score", heading: "Every score, and where the leader changes", words: SCORES_WORDS, table: Rc::new(scores_table(subject)), folded: true }) }
            </section>
            if shown.is_some() {
                { part!(DataTable { id: "every-weight", heading: "How far each weight can move", words: WEIGHTS_WORDS, table: Rc::new(weights_table(subject)) }) }
            }
            if swung.is_some() || tie.is_some() {
                <section>
                    <h2>{ "What moves the lead most" }</h2>
                    if let Some(words) = &tie {
                        <p>{ text(words) }</p>
                    }
                    if let Some(swung) = swung {
                        <p class="sub">{ swung }</p>
                        <Figure draw={tornado_draw} name={format!("{stem}-lead")} subheading=true />
                    }
                </section>
            }
            if !robust.is_empty() {
                <section>
                    <h2>{ "Several things at once" }</h2>
                    { findings(&robust) }
                </section>
            }
            { part!(Methods) }
        </>
    }
}

fn all_lines(analysis: &Analysis) -> Vec<WeightLines> {
    let nodes = 0..analysis.nodes.len();
    nodes
        .filter_map(|node| weight_lines(analysis, node))
        .collect()
}

/// The weight with a change of leader nearest to where it is now; the first when none has any.
fn most_telling(lines: &[WeightLines]) -> usize {
    let nearest = |l: &WeightLines| {
        let distances = l.flips.iter().map(|f| (f.at - l.now).abs());
        distances.fold(f64::MAX, f64::min)
    };
    (0..lines.len())
        .min_by(|a, b| nearest(&lines[*a]).total_cmp(&nearest(&lines[*b])))
        .unwrap_or(0)
}
