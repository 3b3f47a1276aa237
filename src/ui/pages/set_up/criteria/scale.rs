//! The scale of a criterion: how what is said of an option becomes a value from 0 to 100.

use super::begun;
use super::draft::{Kind, Place, ScaleDraft, wrong_at};
use super::measure::MeasureFields;
use super::part::{function_of, place_id, trial, using};
use super::scale_points::Levels;
use super::scale_text::scale_words;
use crate::browser::element::focus_soon;
use crate::ui::components::edits::dom_id;
use crate::ui::components::fields::problem;
use crate::ui::components::radios::Radios;
use crate::ui::hooks::{use_app, use_editor};
use weighbridge_analysis::{Issue, analyse};
use weighbridge_edit::as_typed;
use weighbridge_model::{Appraisal, CriterionId, Entry, ScaleKind};
use weighbridge_report::compact;
use weighbridge_state::Action;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ScaleProps {
    pub id: CriterionId,
}

/// The form. Nothing changes until the scale is right as a whole and used.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    let app = use_app();
    let editor = use_editor();
    let id = &props.id;
    let on = editor.document.appraisal();
    let present = on
        .criterion(id)
        .map_or(ScaleKind::Direct, |c| c.scale.kind.clone());
    let opening = editor.document.origin;
    let draft = use_state(|| begun::kept(opening, id).unwrap_or_else(|| ScaleDraft::of(&present)));
    let tried = use_state(|| false);
    {
        let (draft, tried) = (draft.clone(), tried.clone());
        // What was begun before counts until the scale itself changes.
        let first = use_mut_ref(|| true);
        use_effect_with(present.clone(), move |present| {
            if !std::mem::take(&mut *first.borrow_mut()) {
                draft.set(ScaleDraft::of(present));
                tried.set(false);
            }
        });
    }
    let read = draft.read();
    let wrong = read
        .as_ref()
        .err()
        .filter(|_| *tried)
        .cloned()
        .unwrap_or_default();
    let change = {
        let draft = draft.clone();
        Callback::from(move |next: ScaleDraft| draft.set(next))
    };
    let choose = {
        let draft = draft.clone();
        Callback::from(move |at: usize| {
            let kind = [Kind::Direct, Kind::Points, Kind::Measure].get(at).copied();
            let mut next = (*draft).clone();
            next.kind = kind.unwrap_or(Kind::Direct);
            draft.set(next);
        })
    };
    let reset = {
        let (draft, tried, present) = (draft.clone(), tried.clone(), present.clone());
        let was = ScaleDraft::of(&present).kind as usize;
        let first = format!("{}-{was}", dom_id("scale-kind", id));
        Callback::from(move |_: MouseEvent| {
            draft.set(ScaleDraft::of(&present));
            tried.set(false);
            // A reminder of it has done its work.
            app.dispatch(Action::Dismiss);
            focus_soon(&first);
        })
    };
    let onsubmit = {
        let (editor, id, read, tried) = (editor.clone(), id.clone(), read.clone(), tried.clone());
        let chosen = format!("{}-{}", dom_id("scale-kind", &id), draft.kind as usize);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &read {
                Ok(kind) => {
                    editor.apply(using(editor.document.appraisal(), &id, kind));
                    // The button goes with the draft.
                    focus_soon(&chosen);
                }
                Err(wrong) => {
                    tried.set(true);
                    let first = wrong.first().map_or(Place::Whole, |(place, _)| *place);
                    focus_soon(&place_id(&id, first));
                }
            }
        })
    };
    let dirty = *draft != ScaleDraft::of(&present) && read.as_ref() != Ok(&present);
    begun::keep(opening, id, dirty.then(|| (*draft).clone()));
    let part = |kind: Kind| {
        let (id, draft, wrong, change) =
            (id.clone(), (*draft).clone(), wrong.clone(), change.clone());
        match kind {
            Kind::Direct => Html::default(),
            Kind::Points => html! { <Levels {id} {draft} {wrong} {change} /> },
            Kind::Measure => html! { <MeasureFields {id} {draft} {wrong} {change} /> },
        }
    };
    let whole = place_id(id, Place::Whole);
    html! {
        <form class="scale" {onsubmit} novalidate=true>
            <Radios id={dom_id("scale-kind", id)} legend="How is an option scored?" {choose}
                chosen={draft.kind as usize}
                choices={vec![
                ("0 to 100 directly".into(), "The worst imaginable or likely is 0, the best 100".into()),
                ("Labelled points".into(), "One of a few labels, such as 1 to 5 or poor to very good".into()),
                ("A natural measure".into(), "An amount that can be counted, such as weeks, posts or pounds".into()),
            ]} />
            <div key={draft.kind as usize}>{ part(draft.kind) }</div>
            <div>
                if dirty {
                    <div class="inset">
                        <div tabindex="-1" id={whole.clone()}>{ problem(&whole, wrong_at(&wrong, Place::Whole).as_deref()) }</div>
                        <p>{ read.as_ref().map_or_else(
                            |_| "Not used yet: something is still missing.".to_owned(),
                            |kind| preview(on, id, kind),
                        ) }</p>
                        <p class="actions">
                            <button class="button solid" type="submit">{ "Use this scale" }</button>
                            <button class="button" type="button" onclick={reset}>{ "Keep the scale as it was" }</button>
                        </p>
                    </div>
                }
            </div>
        </form>
    }
}

/// What using a scale would do, in words.
fn preview(on: &Appraisal, id: &CriterionId, kind: &ScaleKind) -> String {
    let then = match trial(on, id, kind) {
        Ok(then) => then,
        Err(why) => return why,
    };
    let analysis = analyse(&then);
    let function = function_of(&analysis, id);
    let of_this = |issue: &&Issue| match issue {
        Issue::Unusable { criterion, .. } | Issue::OutsideScale { criterion, .. } => {
            criterion == id
        }
        _ => false,
    };
    let odd: Vec<&Issue> = analysis.issues.iter().filter(of_this).collect();
    let unfit = odd
        .iter()
        .filter(|i| matches!(i, Issue::Unusable { .. }))
        .count();
    let mut words = format!("Not used yet. {}.", scale_words(kind, function));
    if let Some(example) = kept_value(on, &then, id, kind) {
        words += &format!(" The scores given so far would keep their values: {example}.");
    } else if let Some(as_what) = read_anew(on, id, kind) {
        words += &format!(" The scores given so far would be read as {as_what}.");
    }
    if unfit > 0 {
        let have = if unfit == 1 { "has" } else { "have" };
        words += &format!(
            " {} would not fit and {have} to be given again.",
            scores(unfit)
        );
    }
    if odd.len() > unfit {
        words += &format!(
            " {} would lie outside the ends of the scale.",
            scores(odd.len() - unfit)
        );
    }
    words
}

/// What one of the scores becomes on the way to values from 0 to 100: `5 becomes 100`. The first whose
/// number changes is told, or else the first.
fn kept_value(
    on: &Appraisal,
    then: &Appraisal,
    id: &CriterionId,
    kind: &ScaleKind,
) -> Option<String> {
    let is_direct = |kind: &ScaleKind| matches!(kind, ScaleKind::Direct);
    if !is_direct(kind) || is_direct(&on.criterion(id)?.scale.kind) {
        return None;
    }
    let pairs = on.appraised().filter_map(|option| {
        let entry = |on: &Appraisal| Some(on.agreed().scores.get(&option.id, id)?.entry.clone());
        let (was, is) = (entry(on)?, entry(then)?);
        let value = is.number()?;
        Some((was, is, value))
    });
    let pairs: Vec<(Entry, Entry, f64)> = pairs.collect();
    // A label that is a number already becomes that number.
    let changes = |(was, is, _): &&(Entry, Entry, f64)| was.clone().settled(kind) != *is;
    let (was, _, value) = pairs.iter().find(changes).or(pairs.first())?;
    let (was, is) = (as_typed(was), compact(*value));
    Some(format!("{was} becomes {is}"))
}

/// What numbers given on the scale of now would be taken for, when that is something else.
fn read_anew(on: &Appraisal, id: &CriterionId, kind: &ScaleKind) -> Option<String> {
    let given = on
        .options
        .iter()
        .filter_map(|o| on.agreed().scores.get(&o.id, id));
    if !given
        .into_iter()
        .any(|s| matches!(s.entry, Entry::Number(_)))
    {
        return None;
    }
    match (&on.criterion(id)?.scale.kind, kind) {
        (ScaleKind::Measure(now), ScaleKind::Measure(then)) if now.unit == then.unit => None,
        (_, ScaleKind::Measure(then)) if then.unit.is_empty() => Some("amounts".to_owned()),
        (_, ScaleKind::Measure(then)) => Some(format!("amounts in {}", then.unit)),
        _ => None,
    }
}

fn scores(n: usize) -> String {
    match n {
        1 => "One score".to_owned(),
        n => format!("{n} scores"),
    }
}
