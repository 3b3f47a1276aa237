//! One weight: slider, buttons, share or points, where it would change who leads, and why it is so.

use super::ends::ends;
use super::reason::reason;
use super::weigh_row::WeighRow;
use super::weighting_context::WeightingContext;
use crate::ui::components::edits::typed_weight;
use crate::ui::components::fields::{Commit, Field};
use crate::ui::components::range::Range;
use crate::ui::components::slider::{Push, Slider, editing};
use crate::ui::hooks::Editor;
use weighbridge_analysis::{NodeIx, Share};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{Criterion, Finite, RawWeight, WeightingMethod};
use weighbridge_report::{
    NearestFlip, entered, in_full, is_rounded, option_slot, typed_share, unrounded,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

/// A weight as it is shown.
pub struct Row<'a> {
    /// Which criterion.
    pub node: NodeIx,
    /// The largest weight of the branch, or 100: where the slider ends when it shows points.
    pub largest: f64,
    /// Whether shares are shown, and typed, rather than points.
    pub shares: bool,
    /// What its share is a share of: "of everything", "of Quality".
    pub of: &'a str,
    /// Its share of its group as printed.
    pub within: &'a str,
    /// Its share of everything as printed; empty where that is the same.
    pub whole: &'a str,
    /// Where it would change who leads, where it would and totals are shown.
    pub flip: Option<&'a NearestFlip>,
    /// What opens the criteria in it, where it is a group.
    pub opener: Html,
}

/// The row of one criterion.
pub fn row(editor: &Editor, shown: Row<'_>) -> Html {
    let Row {
        of, within, flip, ..
    } = shown;
    let subject = editor.document.subject();
    let node = &subject.analysis.nodes[shown.node];
    let Some(criterion) = subject.appraisal.criterion(&node.id) else {
        return Html::default();
    };
    let weights = &subject.appraisal.voice.weights;
    // Points that were set aside for another method are shown, and taken up, in place of the weights in use.
    let parent = node.parent.map(|at| subject.analysis.nodes[at].id.clone());
    let said = weights.weighting(parent.as_ref());
    let aside = said.points_aside();
    let raw = match aside {
        true => said.direct.get(&node.id).map(|w| w.get()),
        false => node.raw,
    };
    let shares = shown.shares && !node.excluded;
    let field = {
        let (editor, id) = (editor.clone(), node.id.clone());
        let commit = Commit::from(move |typed: String| {
            let edit = typed_weight(editor.document.subject(), &id, &typed, shares, true)?;
            editor.edit(edit).map_err(|why| why.sentence())
        });
        html! { <Field id={format!("weight-{}", node.id)} label={format!("Weight of {}", criterion.name)} quiet={true} number={true} unit={shares.then(|| ("%", AttrValue::from(of.to_owned())))} value={match shares {
            true => within.trim_end_matches('%').to_owned(),
            false => raw.map_or_else(String::new, entered),
        }} {commit} /> }
    };
    let push = pushes(editor, criterion, shares);
    let share = match (aside, node.excluded) {
        (true, _) => String::new(),
        (_, true) => "left out".to_owned(),
        _ if shares || within.is_empty() => String::new(),
        _ => format!("{within} {of}"),
    };
    let reads = match (shares, raw) {
        (true, _) => format!("{within} {of}"),
        (_, None) => "no weight yet".to_owned(),
        (_, Some(raw)) if share.is_empty() => format!("{} points", entered(raw)),
        (_, Some(raw)) => format!("{} points, {share}", entered(raw)),
    };
    // Short of 100%, so that a slide past the end does not lose the proportions of the others.
    let (value, end, most, step) = match shares {
        true => (node.local.map(|share| share * 100.0), 99.0, 99.0, 1.0),
        false => {
            let step = if shown.largest > 20.0 { 5.0 } else { 1.0 };
            (raw, shown.largest, f64::INFINITY, step)
        }
    };
    let given = match (shares, raw) {
        (true, _) => reads.clone(),
        (_, None) => "No weight given".to_owned(),
        (_, Some(raw)) => format!("{} points", entered(raw)),
    };
    let exactly = node.local.filter(|_| shares);
    let exactly = exactly.map(|local| format!("{} {of}", in_full(local)));
    let name = &criterion.name;
    let ground = WeightingContext {
        editor: editor.clone(),
        branch: parent,
        method: WeightingMethod::Direct,
    };
    let whole = match !shown.whole.is_empty() && !aside && !node.excluded {
        true => format!("{} of everything", shown.whole),
        false => String::new(),
    };
    let told: Vec<&str> = [share.as_str(), whole.as_str()]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    let described = flip
        .is_some()
        .then(|| AttrValue::from(format!("flip-{}", node.id)));
    let mark = flip.filter(|_| shares).map(|flip| flip.at);
    let control = html! {
        <Slider name={format!("Weight of {name}")} of={format!("weight for {name}")} {value} {end} {most} {step} {push} {field}
            {reads} {mark} described={described.clone()} blank="no weight yet" />
    };
    let note = html! {
        <p class="weigh-note" title={exactly.as_ref().map(|exactly| format!("Exactly {exactly}"))}>
            if !told.is_empty() { <span>{ told.join("; ") }</span> }
            if let Some(flip) = flip { { flip_words(editor, described, flip) } }
        </p>
    };
    let why = weights.reason(&node.id);
    html! {
        <WeighRow id={format!("weight-{}", node.id)} name={name.clone()} opener={shown.opener}
            ends={ends(&ground, criterion, !node.leaf)} {control} {note} reason={why.to_owned()}
            more={more(editor, criterion, raw, exactly)} paper={format!("{given}. {why}")} />
    }
}

/// Where the leader changes and who leads beyond, in the colour of that option's bar.
fn flip_words(editor: &Editor, id: Option<AttrValue>, flip: &NearestFlip) -> Html {
    let on = editor.document.subject();
    let slot = flip
        .leaders
        .first()
        .map(|leader| option_slot(on, *leader).class());
    html! {
        <span class="flip" {id}>
            <svg class="chart swatch" aria-hidden="true" focusable="false" viewBox="0 0 10 10"><rect class={classes!("fill", slot)} width="10" height="10" /></svg>
            { &flip.words }
        </span>
    }
}

/// What the slider and its buttons do: the same as the number typed in the field.
fn pushes(editor: &Editor, criterion: &Criterion, shares: bool) -> Callback<Push> {
    let (on, id) = (editor.clone(), criterion.id.clone());
    editing(editor, move |to| match shares {
        true => typed_share(on.document.subject(), &id, Share::Local, to).ok(),
        false => Some(Edit::points(&id, RawWeight::new(to))),
    })
}

/// Why that weight, and what else it could be.
fn more(editor: &Editor, criterion: &Criterion, raw: Option<f64>, exactly: Option<String>) -> Html {
    let weights = &editor.document.appraisal().agreed().weights;
    let ends =
        |[low, high]: [RawWeight; 2]| Some([Finite::new(low.get())?, Finite::new(high.get())?]);
    let range = weights.range(&criterion.id).and_then(ends);
    let keep = {
        let (editor, id) = (editor.clone(), criterion.id.clone());
        Callback::from(move |range: Option<[Finite; 2]>| {
            let weights = match range.map(|r| r.map(|end| RawWeight::new(end.get()))) {
                Some([Some(low), Some(high)]) => Some([low, high]),
                Some(_) => return Err(Mistyped::NegativeWeight.sentence()),
                None => None,
            };
            let edit = Edit::Weights(WeightsEdit::Range(id.clone(), weights));
            editor.edit(edit).map_err(|why| why.sentence())
        })
    };
    let tries = "It does not change the total; How sure tries the whole of it.";
    let hint = match raw.filter(|_| exactly.is_some()) {
        Some(raw) => format!("In points: it has {} now. {tries}", entered(raw)),
        None => format!("In the same points. {tries}"),
    };
    let exactly = exactly.or_else(|| {
        let raw = raw.filter(|raw| is_rounded(*raw))?;
        Some(format!("{} points", unrounded(raw)))
    });
    html! {
        <>
            if !criterion.question.is_empty() { <p>{ &criterion.question }</p> }
            { reason(editor, criterion) }
            if let Some(exactly) = exactly { <p class="hint">{ format!("Exactly {exactly}.") }</p> }
            <Range id={format!("range-{}", criterion.id)} now={raw} summary="It could be less or more"
                {hint} {range} {keep} />
        </>
    }
}
