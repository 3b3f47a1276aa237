//! A member's own weights: whether the answer holds for them. Nothing of it goes into the record.

use super::Views;
use crate::analysis::{Node, analyse};
use crate::edit::Edit;
use crate::model::{Appraisal, CriterionId, RawWeight};
use crate::report::{Subject, entered, own_headline, own_picture, own_words, percent};
use crate::ui::components::edits::read_weight;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::slider::{Push, Slider};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OwnWeightsProps {
    /// The weights that were moved.
    pub own: UseStateHandle<Vec<(CriterionId, f64)>>,
}

/// Sliders, and what follows at once.
#[component]
pub fn OwnWeights(props: &OwnWeightsProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let own = &props.own;
    let deps = (document.appraisal().clone(), (**own).clone());
    let then = use_memo(deps, |(on, own)| {
        let mut to = Appraisal::clone(on);
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
    let reset = {
        let own = own.clone();
        Callback::from(move |_: MouseEvent| {
            own.set(Vec::new());
            crate::browser::element::focus("title");
        })
    };
    let draw = {
        let (then, document) = (then.clone(), document.clone());
        Draw::new(move |width| {
            let after = Subject {
                appraisal: &then.0,
                analysis: &then.1,
            };
            let (frame, chart) = own_picture(document.subject(), after);
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
                set.emit((id.clone(), read_weight(&typed)?.get()));
                Ok(())
            })
        };
        let field = part!(Field {
            id: format!("own-{}", node.id),
            label: format!("Your weight of {name}"),
            quiet: true,
            number: true,
            value: raw.map_or_else(String::new, entered),
            commit
        });
        let within = node.local.filter(|_| node.depth > 0).map(percent);
        html! {
            <div class="weight">
                <div class="name">{ &name }</div>
                { part!(node.id; Slider { name: format!("Your weight of {name}"), of: format!("weight for {name}"), value: raw, end, most: f64::INFINITY, step: 5.0, push, field, reads: share.clone() }) }
                <div class="share">
                    { share }
                    if let Some(within) = within { <small class="quiet">{ format!("{within} of group") }</small> }
                    if was != node.cumulative { <small class="quiet">{ format!("was {}", was.map_or_else(|| "–".to_owned(), percent)) }</small> }
                </div>
                <p class="paper">{ raw.map_or_else(String::new, |raw| format!("{} points", entered(raw))) }</p>
            </div>
        }
    };
    let (head, news) = own_headline(before, after);
    let groups = analysis.nodes.iter().any(|node| !node.leaf);
    html! {
        <>
            { part!(Head { title: "What if the weights were yours?", lede: html! { "Move the weights to what you would have given, and see whether the answer holds. They are forgotten when you leave How sure, and the appraisal stays as it is." } }) }
            { part!(Views { now: "your-weights" }) }
            <aside class="outcome own" aria-label="Result with your weights">
                <p aria-live="polite"><strong>{ head }</strong>{ news }</p>
            </aside>
            <p>{ own_words(before, after) }</p>
            <p class="sub">
                { "The number is points: only their proportion counts. The percentage is the share of the whole weight that follows." }
                if groups { { " Points of criteria in a group are shared out within it, and the share of a group is that of its criteria together." } }
            </p>
            { rows(&analysis.nodes, None, &row) }
            <p class="actions"><button class="button" type="button" onclick={reset} disabled={own.is_empty()}>{ "Back to the weights of the appraisal" }</button></p>
            if !analysis.verdict.leaders().is_empty() {
                <Figure {draw} name={format!("{}-own-weights", file_stem(&appraisal.title))} subheading=true />
            }
        </>
    }
}

/// The rows of a branch, each group followed by its own, one step in.
fn rows(nodes: &[Node], parent: Option<usize>, row: &dyn Fn(usize) -> Html) -> Html {
    let its = (0..nodes.len()).filter(|at| nodes[*at].parent == parent);
    html! {
        <ul class="weights">
            { for its.map(|at| html! {
                <li key={nodes[at].id.as_str().to_owned()}>
                    { row(at) }
                    if !nodes[at].leaf { { rows(nodes, Some(at), row) } }
                </li>
            }) }
        </ul>
    }
}
