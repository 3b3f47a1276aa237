//! A member's own weights: whether the answer holds for them. Nothing of it goes into the record.

use crate::browser::{element::focus_soon, moment, slices::now};
use crate::ui::components::edits::typed_weight;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::slider::{Push, Slider};
use crate::ui::hooks::use_editor;
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_analysis::{Analysis, Node, NodeIx, PerNode, Share, analyse};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{Appraisal, RawWeight, Voice};
use weighbridge_report::{
    Shares, Subject, Trial, entered, in_full, own_headline, own_picture, own_words, set_share,
    words::{Mistyped, Sentence},
};
use weighbridge_state::{Page, Route, file_stem};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OwnWeightsProps {
    /// The weights that were moved, what one person says beside what was agreed, for when these are shown again.
    pub kept: Rc<RefCell<Voice>>,
    /// What the address asks to try.
    pub trial: Option<Trial>,
    /// Whether the page was opened for them.
    pub first: bool,
}

/// The id of the heading.
const HEADING: &str = "own-weights";

/// Sliders, and what follows at once.
#[component]
pub fn OwnWeights(props: &OwnWeightsProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let own = &use_state(|| props.kept.borrow().clone());
    props.kept.borrow_mut().clone_from(own);
    let kept_as = use_state(|| None::<String>);
    {
        // What the address asks to try is put into the weights once, and can be moved from there.
        let (own, document) = (own.clone(), document.clone());
        use_effect_with(props.trial.clone(), move |trial| {
            if let Some(voice) = trial
                .as_ref()
                .and_then(|trial| tried(document.subject(), trial))
            {
                own.set(voice);
            }
        });
    }
    use_effect_with(props.first, |first| {
        if *first {
            focus_soon(HEADING);
        }
    });
    let deps = (document.appraisal().clone(), (**own).clone());
    let then = use_memo(deps, |(on, own)| {
        let voice = on.agreed().with(own);
        let analysis = analyse(on.said_by(&voice));
        Then {
            on: on.clone(),
            voice,
            analysis,
        }
    });
    let (before, after) = (document.subject(), then.subject());
    let analysis = after.analysis;
    let set = {
        let (own, kept_as) = (own.clone(), kept_as.clone());
        Callback::from(move |edit: Edit| {
            let changed = match edit {
                Edit::Weights(WeightsEdit::Share { weights, .. }) => weights,
                Edit::Weights(WeightsEdit::Points(id, Some(raw))) => vec![(id, raw)],
                _ => return,
            };
            kept_as.set(None);
            let mut next = (*own).clone();
            for (id, raw) in changed {
                next.weights.set_raw(&id, Some(raw));
            }
            own.set(next);
        })
    };
    let reset = {
        let own = own.clone();
        Callback::from(move |_: MouseEvent| {
            own.set(Voice::default());
            crate::browser::element::focus(HEADING);
        })
    };
    let keep = {
        let (editor, own, kept_as) = (editor.clone(), own.clone(), kept_as.clone());
        Callback::from(move |_: MouseEvent| {
            let name = format!("Own weights, {}", moment(now()));
            let weights = own.weights.iter();
            let weights = weights.filter_map(|(id, weight)| Some((id, weight.raw?)));
            let edit = Edit::weigh_in_scenario(editor.document.appraisal(), &name, weights);
            kept_as.set(Some(match editor.edit(edit) {
                Ok(()) => format!("Kept as the scenario “{name}”."),
                Err(why) => why.sentence(),
            }));
        })
    };
    let draw = {
        let (then, document) = (then.clone(), document.clone());
        Draw::new(move |width| {
            let (presentation, chart) = own_picture(document.subject(), then.subject());
            chart.draw(&presentation.at(width))
        })
    };
    let most = analysis.nodes.iter().filter_map(|node| node.raw);
    let largest = most.fold(100.0, f64::max);
    let (printed, were) = (Shares::of(analysis), Shares::of(&document.analysis));
    let row = |at: NodeIx| {
        let node = &analysis.nodes[at];
        let name = after.criterion(at).into_owned();
        let shares = shared(&analysis.nodes, node);
        let of = node.parent.map_or_else(
            || "of everything".to_owned(),
            |at| format!("of {}", after.criterion_short(at)),
        );
        let (within, whole) = (printed.within(at), printed.whole(at).unwrap_or("–"));
        let push = {
            let (set, id, then) = (set.clone(), node.id.clone(), then.clone());
            Callback::from(move |push: Push| match push {
                Push::To(to) | Push::Slide(to) if shares => {
                    let edit = set_share(then.subject(), &id, Share::Local, to);
                    edit.into_iter().for_each(|edit| set.emit(edit));
                }
                Push::To(to) | Push::Slide(to) => {
                    set.emit(Edit::points(&id, RawWeight::new(to)));
                }
                Push::Rest | Push::Leave => {}
            })
        };
        let commit = {
            let (set, id, then) = (set.clone(), node.id.clone(), then.clone());
            Commit::from(move |typed: String| {
                if typed.trim().is_empty() {
                    return Err(Mistyped::BlankWeight.sentence());
                }
                set.emit(typed_weight(then.subject(), &id, &typed, shares, false)?);
                Ok(())
            })
        };
        let field = html! { <Field id={format!("own-{}", node.id)} label={format!("Your weight of {name}")} quiet={true} number={true} unit={shares.then(|| ("%", AttrValue::from(of.clone())))} value={match within.filter(|_| shares) {
            Some(share) => share.trim_end_matches('%').to_owned(),
            None => node.raw.map_or_else(String::new, entered),
        }} {commit} /> };
        let (value, end, most, step) = match shares {
            true => (node.local.map(|share| share * 100.0), 99.0, 99.0, 1.0),
            false => (node.raw, largest, f64::INFINITY, 5.0),
        };
        let reads = match within.filter(|_| shares) {
            Some(share) => format!("{share} {of}"),
            None => whole.to_owned(),
        };
        let was = document.analysis.nodes[at].cumulative;
        html! {
            <div class={classes!("weight", shares.then_some("shared"))}>
                <div class="name">{ &name }</div>
                <Slider key={node.id.to_string()} name={format!("Your weight of {name}")}
                    of={format!("weight for {name}")} {value} {end} {most} {step} {push} {field}
                    reads={reads.clone()} />
                <div class="share" title={node.local.map(|local| format!("Exactly {} {of}", in_full(local)))}>
                    if !shares { { whole } } else if node.depth > 0 { <small class="quiet">{ format!("{whole} of everything") }</small> }
                    if moved(was, node.cumulative) { <small class="quiet">{ format!("was {}", were.whole(at).unwrap_or("–")) }</small> }
                </div>
                <p class="paper">{ reads }</p>
            </div>
        }
    };
    let (head, news) = own_headline(before, after);
    let groups = analysis.nodes.iter().any(|node| !node.leaf);
    let moved_any = !own.is_silent();
    html! {
        <section class={classes!("own-weights", moved_any.then_some("moved"))} aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{ "Your own weights" }</h2>
            <p class="sub">
                { "What if the weights were yours? Set any share: the others keep their proportions." }
                if groups { { " In a group it is the share of the group." } }
                { " The appraisal does not change, and nothing is saved unless you keep them as a scenario." }
            </p>
            <aside class="outcome own" aria-label="Result with your weights">
                <p aria-live="polite"><strong>{ head }</strong>{ news }</p>
            </aside>
            <p class="quiet">{ own_words(before, after) }</p>
            { rows(&analysis.nodes, None, &row) }
            <p class="actions"><button class={classes!("button", (!moved_any).then_some("waits"))} type="button" onclick={reset}>{ "Back to the weights of the appraisal" }</button>
                <button class={classes!("button", (!moved_any).then_some("waits"))} type="button" onclick={keep}>{ "Keep as a scenario" }</button></p>
            <p role="status">
                if let Some(words) = &*kept_as { { words }{ " " }<a href={Route::part(document.id(), Page::HowSure, "scenarios").href()}>{ "See the scenarios" }</a> }
            </p>
            if moved_any && !analysis.verdict.leaders().is_empty() {
                <Figure {draw} name={format!("{}-own-weights", file_stem(&after.appraisal.frame.title))} subheading=true />
            }
        </section>
    }
}

/// The weights of a trial.
fn tried(on: Subject<'_>, trial: &Trial) -> Option<Voice> {
    match set_share(on, &trial.criterion, trial.of, trial.percent) {
        Ok(Edit::Weights(WeightsEdit::Share { weights, .. })) => Some(Voice {
            weights: weights.into_iter().collect(),
            ..Voice::default()
        }),
        _ => None,
    }
}

/// The appraisal as one's own weights have it, with what follows.
struct Then {
    on: Rc<Appraisal>,
    voice: Voice,
    analysis: Analysis,
}

impl Then {
    fn subject(&self) -> Subject<'_> {
        Subject::new(self.on.said_by(&self.voice), &self.analysis)
    }
}

/// Whether a share is another one, beyond what arithmetic adds.
fn moved(was: Option<f64>, now: Option<f64>) -> bool {
    match (was, now) {
        (Some(was), Some(now)) => (was - now).abs() > 1e-9,
        (was, now) => was != now,
    }
}

/// Whether the weight of a criterion can be set as a share: all of its group are given, and there is
/// something to share with.
fn shared(nodes: &PerNode<Node>, node: &Node) -> bool {
    let counted = || {
        let its = nodes.iter().filter(|n| n.parent == node.parent);
        its.filter(|n| !n.excluded)
    };
    !node.excluded && counted().count() > 1 && counted().all(|n| n.local.is_some())
}

/// The rows of a branch, each group followed by its own, one step in.
fn rows(nodes: &PerNode<Node>, parent: Option<NodeIx>, row: &dyn Fn(NodeIx) -> Html) -> Html {
    let its = nodes.keys().filter(|at| nodes[*at].parent == parent);
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
