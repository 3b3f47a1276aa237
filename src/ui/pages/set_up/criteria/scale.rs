//! The scale of a criterion: how what is said of an option becomes a value from 0 to 100.

use super::measure::measure;
use super::part::{Part, fault_words, field_id, function_of, trial};
use super::scale_points::scale_points;
use super::scale_text::scale_words;
use crate::browser::element::focus_soon;
use crate::ui::components::edits::dom_id;
use crate::ui::components::fields::problem;
use crate::ui::components::radios::{hinted, radios};
use crate::ui::hooks::{use_app, use_editor};
use weighbridge_analysis::{Issue, analyse};
use weighbridge_edit::{DraftKind, ScaleDraft, ScaleField, as_typed};
use weighbridge_model::{Appraisal, CriterionId, Entry, ScaleKind};
use weighbridge_report::compact;
use weighbridge_state::{Action, give_scale};
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
    let Some(criterion) = on.criterion(id) else {
        return Html::default();
    };
    let present = &criterion.scale.kind;
    let draft = app.state.drafts.scale(criterion);
    let tried = use_state(|| false);
    {
        let tried = tried.clone();
        use_effect_with(present.clone(), move |_| tried.set(false));
    }
    let read = draft.read();
    let faults = read.as_ref().err().filter(|_| *tried).cloned();
    let faults = faults.unwrap_or_default();
    let change = {
        let (app, id) = (app.clone(), id.clone());
        Callback::from(move |next: ScaleDraft| {
            app.dispatch(Action::DraftScale(id.clone(), Some(next)));
        })
    };
    let choose = {
        let (draft, change) = (draft.clone(), change.clone());
        Callback::from(move |at: usize| {
            let mut next = draft.clone();
            next.kind = DraftKind::ALL.get(at).copied().unwrap_or(next.kind);
            change.emit(next);
        })
    };
    let kind_id = |of: &ScaleDraft| format!("{}-{}", dom_id("scale-kind", id), of.kind as usize);
    let reset = {
        let (app, id, tried) = (app.clone(), id.clone(), tried.clone());
        let first = kind_id(&ScaleDraft::of(present));
        Callback::from(move |_: MouseEvent| {
            app.dispatch(Action::DraftScale(id.clone(), None));
            tried.set(false);
            // A reminder of it has done its work.
            app.dispatch(Action::Dismiss);
            focus_soon(&first);
        })
    };
    let onsubmit = {
        let (editor, id, read, tried) = (editor.clone(), id.clone(), read.clone(), tried.clone());
        let chosen = kind_id(&draft);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &read {
                Ok(kind) => {
                    editor.apply(give_scale(editor.document.appraisal(), &id, kind));
                    // The button goes with the draft.
                    focus_soon(&chosen);
                }
                Err(faults) => {
                    tried.set(true);
                    let first = faults
                        .first()
                        .map_or(ScaleField::Whole, |(field, _)| *field);
                    focus_soon(&field_id(&id, first));
                }
            }
        })
    };
    let begun = app.state.drafts.is_begun(criterion);
    let part = Part {
        id,
        draft: &draft,
        faults: &faults,
        change: &change,
    };
    let fields = match draft.kind {
        DraftKind::Direct => Html::default(),
        DraftKind::Points => scale_points(&part),
        DraftKind::Measure => measure(&editor, &part),
    };
    let whole = field_id(id, ScaleField::Whole);
    let kinds = hinted([
        (
            "0 to 100 directly",
            "The worst imaginable or likely is 0, the best 100",
        ),
        (
            "Labelled points",
            "One of a few labels, such as 1 to 5 or poor to very good",
        ),
        (
            "A natural measure",
            "An amount that can be counted, such as weeks, posts or pounds",
        ),
    ]);
    html! {
        <form class="scale" {onsubmit} novalidate=true>
            { radios(&dom_id("scale-kind", id), "How is an option scored?", &kinds, draft.kind as usize, &choose) }
            <div key={draft.kind as usize}>{ fields }</div>
            <div>
                if begun {
                    <div class="inset">
                        <div tabindex="-1" id={whole.clone()}>{ problem(&whole, fault_words(&faults, ScaleField::Whole).as_deref()) }</div>
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
