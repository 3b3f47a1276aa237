//! Swing weighting: which step from worst to best matters most, and how much the others beside it.

use super::reference_points::AskEnds;
use super::weighting_context::{GroundProps, WeightingContext};
use crate::browser::element::focus_soon;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::radios::Radios;
use weighbridge_analysis::Issue;
use weighbridge_edit::parse_number;
use weighbridge_model::{Criterion, CriterionId, RawWeight};
use weighbridge_numeric::sort_descending;
use weighbridge_report::{
    issue_words, unrounded,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

/// The questions.
#[component]
pub fn Swing(props: &GroundProps) -> Html {
    let ground = &props.ground;
    let children = ground.children();
    let said = &ground.said().swing;
    // Where several have 100, the one chosen last stays first.
    let chosen = use_state(|| None::<CriterionId>);
    let full = |c: &Criterion| said.get(&c.id).is_some_and(|w| w.get() >= 100.0);
    let top = children
        .iter()
        .position(|c| full(c) && chosen.as_ref() == Some(&c.id))
        .or_else(|| children.iter().position(full));
    let choices: Vec<(AttrValue, AttrValue)> = children
        .iter()
        .map(|c| (AttrValue::from(c.name.clone()), AttrValue::default()))
        .collect();
    let lists: Vec<Vec<String>> = children.iter().map(|c| ground.lift(c)).collect();
    let choose = {
        let (ground, chosen) = (ground.clone(), chosen.clone());
        let before = top.and_then(|at| Some(children.get(at)?.id.clone()));
        Callback::from(move |at: usize| {
            let id = ground.children().get(at).map(|c| c.id.clone());
            if let Some(id) = &id {
                first(&ground, before.as_ref(), id);
            }
            chosen.set(id);
        })
    };
    let others = children
        .iter()
        .enumerate()
        .filter(|(at, _)| top.is_some() && Some(*at) != top);
    html! {
        <>
            { stale(ground, top) }
            <AskEnds ground={ground.clone()} />
            <section>
                <Radios id="first-lift" legend="If all were at their worst, which would you lift first?"
                    {choices} {lists} chosen={top.unwrap_or(usize::MAX)} {choose} />
            </section>
            if let Some(top) = top.and_then(|at| children.get(at)) {
                <section>
                    <h2>{ "How much do the others matter beside it?" }</h2>
                    <p class="sub">{ format!("Lifting {} counts 100. If you choose another as the first, the two change places. A lift that matters half as much counts 50; one that does not matter at all counts 0.", top.name) }</p>
                    { for others.map(|(_, c)| points(ground, c)) }
                </section>
                { questions(ground) }
            }
        </>
    }
}

/// Makes one lift the largest; the one that was changes places with it, so that no answer is lost.
fn first(ground: &WeightingContext, before: Option<&CriterionId>, id: &CriterionId) {
    ground.say(|said| {
        let Some(full) = RawWeight::new(100.0) else {
            return;
        };
        let was = said.swing.insert(id.clone(), full);
        if let Some(before) = before.filter(|before| *before != id) {
            match was {
                Some(was) => said.swing.insert(before.clone(), was),
                None => said.swing.remove(before),
            };
        }
        ground.look_at_ends(said);
    });
}

fn points(ground: &WeightingContext, criterion: &Criterion) -> Html {
    let id = criterion.id.clone();
    let value = ground.said().swing.get(&id).map(|w| unrounded(w.get()));
    let commit = {
        let ground = ground.clone();
        let id = id.clone();
        Commit::from(move |typed: String| {
            let points = read(&typed)?;
            ground.say(|said| {
                match points {
                    Some(points) => said.swing.insert(id.clone(), points),
                    None => said.swing.remove(&id),
                };
                ground.look_at_ends(said);
            });
            Ok(())
        })
    };
    html! {
        <div key={id.as_str().to_owned()}>
            <Field key={id.to_string()} id={format!("swing-{id}")} label={criterion.name.clone()}
                hint={ground.lift(criterion).join("; ")} number={true} value={value.unwrap_or_default()}
                {commit} />
        </div>
    }
}

fn read(typed: &str) -> Result<Option<RawWeight>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let number = parse_number(typed).map_err(|_| Mistyped::OfHundred.sentence())?;
    RawWeight::new(number.get())
        .filter(|w| w.get() <= 100.0)
        .map(Some)
        .ok_or_else(|| Mistyped::AboveFirst.sentence())
}

/// What the points say, in words a person may disagree with.
fn questions(ground: &WeightingContext) -> Html {
    let mut given: Vec<(&Criterion, f64)> = ground
        .children()
        .iter()
        .filter_map(|c| Some((c, ground.said().swing.get(&c.id)?.get())))
        .collect();
    sort_descending(&mut given, |(_, points)| *points);
    let mut all = Vec::new();
    if let [.., (second, more), (last, less)] = given.as_slice()
        && *less > 0.0
    {
        all.push(format!(
            "Lifting {} from worst to best matters {} lifting {}.",
            second.name,
            times(more / less),
            last.name
        ));
    }
    if let [(first, most), rest @ ..] = given.as_slice()
        && let [.., (a, x), (b, y)] = rest
    {
        let verb = if x + y > *most {
            "more than"
        } else {
            "less than"
        };
        let verb = if (x + y - most).abs() < 1e-9 {
            "as much as"
        } else {
            verb
        };
        all.push(format!(
            "Lifting both {} and {} matters {verb} lifting {} alone.",
            a.name, b.name, first.name
        ));
    }
    html! {
        if !all.is_empty() {
            <section>
                <h2>{ "Does that sound right?" }</h2>
                <p class="sub">{ "Your points also say this. If you disagree, change them." }</p>
                <ul class="findings">{ for all.iter().enumerate().map(|(at, words)| html! { <li key={at}>{ words }</li> }) }</ul>
            </section>
        }
    }
}

fn times(ratio: f64) -> String {
    if ratio <= 1.0 + 1e-9 {
        "as much as".to_owned()
    } else if ratio < 1.05 {
        "a little more than".to_owned()
    } else if (ratio - 2.0).abs() < 0.05 {
        let about = if (ratio - 2.0).abs() < 1e-9 {
            ""
        } else {
            "about "
        };
        format!("{about}twice as much as")
    } else {
        format!("{ratio:.1} times as much as")
    }
}

/// Says that scales have moved since, or that nobody recorded their ends, and asks for confirmation.
fn stale(ground: &WeightingContext, top: Option<usize>) -> Html {
    let analysis = &ground.editor.document.analysis;
    let here = |i: &&Issue| matches!(i, Issue::SwingStale { branch, .. } | Issue::SwingEndsNotRecorded { branch, .. } if *branch == ground.branch);
    let found: Vec<&Issue> = analysis.issues.iter().filter(here).collect();
    let confirm = {
        let ground = ground.clone();
        let then = format!("first-lift-{}", top.unwrap_or(0));
        Callback::from(move |_: MouseEvent| {
            ground.say(|said| ground.look_at_ends(said));
            focus_soon(&then);
        })
    };
    html! {
        if !found.is_empty() {
            <section class="banner" aria-labelledby="stale">
                <h2 id="stale">{ "These weights have to be confirmed" }</h2>
                { for found.iter().enumerate().map(|(at, issue)| html! { <p key={at}>{ issue_words(issue, ground.appraisal()) }</p> }) }
                <p class="actions"><button class="button" type="button" onclick={confirm}>{ "I have looked: they still hold" }</button></p>
            </section>
        }
    }
}
