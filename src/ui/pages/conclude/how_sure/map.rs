//! The map of winners over three criteria or groups, with a point to be moved.

use super::views::names;
use crate::browser::element;
use crate::ui::components::fields::Choice;
use crate::ui::components::figure::{Draw, Figure, Over};
use crate::ui::hooks::use_editor;
use weighbridge_analysis::NodeIx;
use weighbridge_chart::ternary::Area;
use weighbridge_numeric::sort_descending;
use weighbridge_report::{Subject, WinnersMap, map_words, winners_map};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// How far a key moves the point: so much of the weight of the three.
const STEP: f64 = 0.02;
/// How far Page Up and Page Down move it.
const LONG: f64 = 0.2;
/// The id of the point.
const POINT: &str = "map-point";
/// Of how many criteria the most telling three are looked for.
const TRIED: usize = 7;

/// The map.
#[component]
pub fn Map() -> Html {
    let editor = use_editor();
    let chosen = use_state(|| None::<[NodeIx; 3]>);
    let point = use_state(|| None::<[f64; 3]>);
    let document = &editor.document;
    let subject = document.subject();
    let nodes = &subject.analysis.nodes;
    let mut tops: Vec<NodeIx> = nodes
        .keys()
        .filter(|at| nodes[*at].parent.is_none() && !nodes[*at].excluded)
        .collect();
    let mut heaviest = tops.clone();
    let weight = |at: NodeIx| nodes[at].cumulative.unwrap_or(0.0);
    sort_descending(&mut heaviest, |at| weight(*at));
    heaviest.truncate(TRIED);
    let deps = (document.appraisal().clone(), heaviest);
    let usual = use_memo(deps, |(_, tops)| most_telling(document.subject(), tops));
    let now = chosen
        .filter(|three| three.iter().all(|at| tops.contains(at)))
        .or(*usual);
    let found = now.and_then(|three| Some((three, winners_map(subject, three)?)));
    let Some((three, map)) = found else {
        return html! {
            <section>
                <h2>{ "Who leads where" }</h2>
                <p class="inset">{ "The map needs three criteria or groups at the top of the tree that have weight, and two options with totals." }</p>
            </section>
        };
    };
    tops.retain(|at| subject.analysis.nodes[*at].cumulative.is_some());
    let names = names(subject, &tops);
    let corner = |corner: usize| {
        let (chosen, point, tops) = (chosen.clone(), point.clone(), tops.clone());
        let choose = Callback::from(move |at: usize| {
            let mut next = three;
            if let Some(to) = tops.get(at) {
                // Whoever had the place of the new one takes that of the old.
                for other in &mut next {
                    if other == to {
                        *other = three[corner];
                    }
                }
                next[corner] = *to;
                point.set(None);
                chosen.set(Some(next));
            }
        });
        let place = tops_place(&names, &subject.criterion(three[corner]));
        let label = ["At the top", "On the left", "On the right"][corner];
        html! { <Choice key={label.to_string()} id={format!("corner-{corner}")} {label} choices={names.clone()} chosen={place} {choose} /> }
    };
    let here = point.unwrap_or(map.chart.now);
    let words = map_words(subject, &map, here);
    let WinnersMap {
        presentation,
        chart,
        ..
    } = map;
    let draw = {
        let (presentation, mut chart) = (presentation.clone(), chart.clone());
        if point.is_some() {
            chart.now = here;
            chart.now_label = "your point".to_owned();
        }
        Draw::new(move |width| chart.draw(&presentation.clone().at(width)))
    };
    let set = {
        let point = point.clone();
        Callback::from(move |to: [f64; 3]| point.set(Some(to)))
    };
    let over = {
        let (chart, words) = (chart.clone(), words.clone());
        Over::new(move |width| handle(chart.area(width), here, &words, &set, width))
    };
    let reset = {
        let point = point.clone();
        Callback::from(move |_: MouseEvent| {
            point.set(None);
            // The button is of no use now.
            element::focus(POINT);
        })
    };
    html! {
        <section>
            <h2>{ &presentation.title }</h2>
            <p class="sub">{ &presentation.subtitle }</p>
            <div class="pairs thirds">{ corner(0) }{ corner(1) }{ corner(2) }</div>
            <div class="curve"><Figure {draw} {over} name={format!("{}-map", file_stem(&subject.appraisal.frame.title))} /></div>
            <p class="finding" role="status">{ words + "." }</p>
            <p class="actions">
                <button class={classes!("button", "small", point.is_none().then_some("waits"))} type="button" onclick={reset}>{ "Back to the weights of the appraisal" }</button>
            </p>
            <p class="hint">{ "Drag the point, or move the focus to it and use the arrow keys, or Page Up, Page Down, Home and End for longer steps. This is not saved." }</p>
        </section>
    }
}

/// The three on whose map the largest region is smallest; of the heaviest few.
fn most_telling(on: Subject<'_>, tops: &[NodeIx]) -> Option<[NodeIx; 3]> {
    let mut best: Option<([NodeIx; 3], f64)> = None;
    for (at, a) in tops.iter().enumerate() {
        for (next, b) in tops.iter().enumerate().skip(at + 1) {
            for c in tops.iter().skip(next + 1) {
                let three = [*a, *b, *c];
                let Some(map) = winners_map(on, three) else {
                    continue;
                };
                if best.is_none_or(|(_, least)| map.largest < least - 1e-9) {
                    best = Some((three, map.largest));
                }
            }
        }
    }
    best.map(|(three, _)| three)
}

fn tops_place(names: &[AttrValue], name: &str) -> usize {
    names.iter().position(|n| n.as_str() == name).unwrap_or(0)
}

/// The point, to be dragged or moved with the arrow keys.
fn handle(area: Area, here: [f64; 3], words: &str, set: &Callback<[f64; 3]>, width: u32) -> Html {
    let (x, y) = area.place(here);
    let hold = Callback::from(|event: PointerEvent| element::hold_pointer(&event));
    let drag = {
        let set = set.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some((x, y)) = element::dragged_to(&event) {
                set.emit(area.read(x, y));
            }
        })
    };
    let keys = {
        let set = set.clone();
        Callback::from(move |event: KeyboardEvent| {
            let [top, left, right] = here;
            // These give to and take from the corner at the top; left and right move between the other two.
            let up = |step: f64| [top + step, left - step / 2.0, right - step / 2.0];
            let aside = |step: f64| [top, left - step, right + step];
            let next = match event.key().as_str() {
                "ArrowUp" => up(STEP),
                "ArrowDown" => up(-STEP.min(top)),
                "PageUp" => up(LONG),
                "PageDown" => up(-LONG.min(top)),
                "Home" => up(-top),
                "End" => [1.0, 0.0, 0.0],
                "ArrowLeft" => aside(-STEP.min(right)),
                "ArrowRight" => aside(STEP.min(left)),
                _ => return,
            };
            event.prevent_default();
            let next = next.map(|share| share.max(0.0));
            let sum: f64 = next.iter().sum();
            set.emit(next.map(|share| share / sum));
        })
    };
    html! {
        <svg class="handles" focusable="false" width={width.to_string()} height={format!("{:.0}", area.place([0.0, 1.0, 0.0]).1 + 30.0)}>
            <circle id={POINT} class="handle" role="slider" tabindex="0" aria-label="Your point on the map" aria-valuemin="0" aria-valuemax="100"
                aria-valuenow={format!("{:.0}", here[0] * 100.0)} aria-valuetext={words.to_owned()} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="14"
                onpointerdown={hold} onpointermove={drag} onkeydown={keys} />
        </svg>
    }
}
