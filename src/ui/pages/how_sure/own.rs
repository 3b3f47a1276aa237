//! A member's own weights: whether the answer holds for them. Nothing of it goes into the record.

use super::Views;
use crate::analysis::analyse;
use crate::edit::{Edit, parse_number};
use crate::model::{Appraisal, CriterionId, RawWeight};
use crate::report::{Subject, consequence, contributions_picture, exact, headline, percent};
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::slider::{Push, Slider};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

/// Sliders, and what follows at once.
#[component]
pub fn OwnWeights() -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let own = use_state(Vec::<(CriterionId, f64)>::new);
    let deps = (document.analysis.clone(), (*own).clone());
    let then = use_memo(deps, |(_, own)| {
        let mut to = Appraisal::clone(document.appraisal());
        for (id, weight) in own {
            // A criterion that is gone by now has no weight to change.
            let _ = Edit::weight(id, RawWeight::new(*weight)).apply(&mut to);
        }
        let analysis = analyse(&to);
        (to, analysis)
    });
    let (appraisal, analysis) = &*then;
    let (before, after) = (
        document.subject(),
        Subject {
            appraisal,
            analysis,
        },
    );
    let set = {
        let own = own.clone();
        Callback::from(move |(id, to): (CriterionId, f64)| {
            let mut next = (*own).clone();
            next.retain(|(other, _)| *other != id);
            next.push((id, to));
            own.set(next);
        })
    };
    let changed = own.iter().any(|(id, to)| {
        let node = document
            .analysis
            .node(id)
            .map(|at| &document.analysis.nodes[at]);
        node.is_some_and(|node| node.raw != Some(*to))
    });
    let reset = {
        let own = own.clone();
        Callback::from(move |_: MouseEvent| {
            own.set(Vec::new());
            crate::browser::element::focus("title");
        })
    };
    let draw = {
        let then = then.clone();
        Draw::new(move |width| {
            let (frame, chart) = contributions_picture(Subject {
                appraisal: &then.0,
                analysis: &then.1,
            });
            chart.draw(&crate::chart::Frame { width, ..frame })
        })
    };
    let most = analysis.nodes.iter().filter_map(|node| node.raw);
    let end = most.fold(100.0, f64::max);
    let row = |at: usize| {
        let node = &analysis.nodes[at];
        let name = after.criterion(at).into_owned();
        let raw = node.raw;
        let share = node.cumulative.map_or_else(|| "–".to_owned(), percent);
        let was = document.analysis.nodes.get(at).and_then(|n| n.cumulative);
        let push = {
            let (set, id) = (set.clone(), node.id.clone());
            Callback::from(move |push: Push| match push {
                Push::To(to) | Push::Slide(to) => set.emit((id.clone(), to)),
                Push::Rest | Push::Leave => {}
            })
        };
        let commit = {
            let (set, id) = (set.clone(), node.id.clone());
            Commit::from(move |typed: String| {
                let number = parse_number(&typed).map_err(|why| why.to_string())?;
                let weight = RawWeight::new(number.get())
                    .ok_or_else(|| "A weight cannot be negative. Enter 0 or more.".to_owned())?;
                set.emit((id.clone(), weight.get()));
                Ok(())
            })
        };
        let field = part!(Field {
            id: format!("own-{}", node.id),
            label: format!("Your weight of {name}"),
            quiet: true,
            number: true,
            value: raw.map_or_else(String::new, exact),
            commit
        });
        html! {
            <li key={node.id.as_str().to_owned()}>
                <div class="weight">
                    <div class={classes!("name", (node.depth > 0).then_some("inner"))}>{ &name }</div>
                    { part!(Slider { name: format!("Your weight of {name}"), of: format!("weight for {name}"), value: raw, end, most: f64::INFINITY, step: 5.0, push, field, reads: share.clone() }) }
                    <div class="share">
                        { share }
                        if was != node.cumulative { <small class="quiet">{ format!("was {}", was.map_or_else(|| "–".to_owned(), percent)) }</small> }
                    </div>
                </div>
            </li>
        }
    };
    let words = if changed {
        consequence(before, after)
    } else {
        "These are the weights of the appraisal. Move any of them.".to_owned()
    };
    html! {
        <>
            { part!(Head { title: "What if the weights were yours?", lede: html! { "Move the weights to what you would have given, and see whether the answer holds. Nothing here is kept, and the appraisal stays as it is." } }) }
            { part!(Views { now: "your-weights" }) }
            <aside class="outcome" aria-label="Result with your weights">
                <div aria-live="polite">
                    <p><strong>{ headline(after) }</strong></p>
                    <p class="quiet">{ words }</p>
                </div>
            </aside>
            <ul class="weights">{ for (0..analysis.nodes.len()).map(row) }</ul>
            <p class="actions"><button class="button" type="button" onclick={reset} disabled={!changed}>{ "Back to the weights of the appraisal" }</button></p>
            if !analysis.verdict.leaders().is_empty() {
                <Figure {draw} name={format!("{}-own-weights", file_stem(&appraisal.title))} subheading=true />
            }
        </>
    }
}
