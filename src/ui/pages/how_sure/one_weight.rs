//! Whether the answer holds as one weight changes.

use super::Views;
use super::methods::Methods;
use crate::analysis::{Analysis, Verdict, WeightLines, tornado, weight_lines};
use crate::chart::{Frame, Tornado};
use crate::report::{
    Subject, changes, incomplete, left_out, several, sureness, tornado_picture,
    weight_lines_picture, weight_range,
};
use crate::ui::components::fields::Choice;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use crate::ui::route::{Page, Route};
use markup::html;
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
    let Some(title) = sureness(subject, &lines).filter(|_| !lines.is_empty()) else {
        let open = incomplete(subject);
        return html! {
            <>
                { part!(Head { title: "How sure is the answer?", lede: html! {
                    "Once there are two options with totals and two criteria with weights, this page shows what would change the answer."
                } }) }
                if !open.is_empty() {
                    { findings(&open) }
                }
                <p><a class="alone" href={Route::of(document.id(), Page::Result).href()}>{ "See what is missing" }</a></p>
            </>
        };
    };
    let at = chosen
        .and_then(|node| lines.iter().position(|l| l.node == node))
        .unwrap_or_else(|| most_telling(&lines));
    let draw = {
        let (document, lines) = (document.clone(), lines.clone());
        Draw::new(move |width| {
            let (frame, chart) = weight_lines_picture(document.subject(), &lines[at]);
            chart.draw(&crate::chart::Frame { width, ..frame })
        })
    };
    let choices = lines
        .iter()
        .map(|l| AttrValue::from(subject.criterion(l.node).into_owned()))
        .collect::<Vec<AttrValue>>();
    let name = format!(
        "{}-weight-of-{}",
        file_stem(&subject.appraisal.title),
        subject.analysis.nodes[lines[at].node].id
    );
    let robust = several(subject);
    let bars = tornado_picture(
        subject,
        &tornado(subject.appraisal, subject.analysis, MOST_BARS),
    );
    let tornado_draw = {
        let bars = bars.clone();
        Draw::new(move |width| {
            let (frame, chart) = bars
                .clone()
                .unwrap_or_else(|| (Frame::new("tornado", 0, ""), Tornado::default()));
            chart.draw(&Frame { width, ..frame })
        })
    };
    let is_tie = matches!(subject.analysis.verdict, Verdict::Tie(_));
    html! {
        <>
            { part!(Head { title, lede: html! { "One weight at a time goes from 0 to 100%, while the others keep their proportions. The points where the leader changes are exact." } }) }
            { part!(Views { now: "" }) }
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(&words) }</p>
            }
            <section aria-label="Weight lines">
                { part!(Choice { id: "criterion", label: "Criterion", choices, chosen: at, choose }) }
                <Figure {draw} {name} heading=true />
                if lines[at].equal_rest {
                    <p class="note">{ format!("{} has all the weight now, so the others have no proportions to keep: what it gives up is shared equally among them.", subject.criterion(lines[at].node)) }</p>
                }
            </section>
            <section>
                <h2>{ if is_tie { "What would break the tie" } else { "What would change the answer" } }</h2>
                { findings(&changes(subject)) }
            </section>
            // With a tie there is no leader to stay ahead.
            if !is_tie {
                <section>
                    <h2>{ "How far each weight can move" }</h2>
                    <p class="sub">{ "The range of each weight in which today’s leader stays ahead." }</p>
                    { ranges(subject, &lines) }
                </section>
            }
            if bars.is_some() {
                <section>
                    <h2>{ "What moves the lead most" }</h2>
                    <Figure draw={tornado_draw} name={format!("{}-lead", file_stem(&subject.appraisal.title))} subheading=true />
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

fn ranges(on: Subject<'_>, lines: &[WeightLines]) -> Html {
    let row = |l: &WeightLines| {
        let stays = l.segments.iter().find(|s| s.from <= l.now && l.now <= s.to);
        let (from, to) = stays.map_or((0.0, 1.0), |s| (s.from, s.to));
        let below = l.flips.iter().rev().find(|f| f.at <= from + 1e-12);
        let above = l.flips.iter().find(|f| f.at >= to - 1e-12);
        let (now, range) = weight_range(on, l);
        let words = |names: Option<String>| match names {
            Some(names) => html! { names },
            None => {
                html! { <><span aria-hidden="true">{ "–" }</span><span class="visually-hidden">{ "no change" }</span></> }
            }
        };
        html! {
            <tr key={on.analysis.nodes[l.node].id.as_str().to_owned()}>
                <th scope="row">{ on.criterion(l.node) }</th>
                <td class="number">{ now }</td>
                <td class="number">{ range }</td>
                <td>{ words(below.map(|f| on.names(&f.below))) }</td>
                <td>{ words(above.map(|f| on.names(&f.above))) }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="How far each weight can move">
            <table>
                <thead><tr>
                    <th scope="col">{ "Criterion" }</th>
                    <th scope="col" class="number">{ "Weight now" }</th>
                    <th scope="col" class="number">{ "Leader stays ahead" }</th>
                    <th scope="col">{ "Leader below that" }</th>
                    <th scope="col">{ "Leader above that" }</th>
                </tr></thead>
                <tbody>{ for lines.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
