//! The points of a labelled scale.

use super::draft::{LevelDraft, Place, wrong_at};
use super::part::{PartProps, place_id};
use crate::browser::element::focus_soon;
use crate::ui::components::draft::Draft;
use crate::ui::components::order::Order;
use weighbridge_edit::Move;
use yew::prelude::*;

/// A row for each point, and buttons that add one or start from a usual list.
#[component]
pub fn Levels(props: &PartProps) -> Html {
    let PartProps {
        id,
        draft,
        wrong,
        change,
    } = props;
    let change_to = |make: fn(&mut super::draft::ScaleDraft)| {
        let (draft, change) = (draft.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = draft.clone();
            make(&mut next);
            change.emit(next);
        })
    };
    let add = {
        let (id, draft, change) = (id.clone(), draft.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = draft.clone();
            let key = next.add_level();
            change.emit(next);
            focus_soon(&place_id(&id, Place::Label(key)));
        })
    };
    let row = |(at, level): (usize, &LevelDraft)| {
        let key = level.key;
        let typed = |set: fn(&mut LevelDraft, String)| {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |text: String| {
                let mut next = draft.clone();
                if let Some(level) = next.levels.get_mut(at) {
                    set(level, text);
                }
                change.emit(next);
            })
        };
        let shift = {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |shift: Move| {
                let mut next = draft.clone();
                let to = if shift == Move::Up {
                    at.saturating_sub(1)
                } else {
                    at + 1
                };
                if to < next.levels.len() {
                    next.levels.swap(at, to);
                }
                change.emit(next);
            })
        };
        let remove = {
            let (id, draft, change) = (id.clone(), draft.clone(), change.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = draft.clone();
                next.levels.remove(at);
                let beside = next.levels.get(at).or_else(|| next.levels.last());
                if let Some(beside) = beside {
                    focus_soon(&place_id(&id, Place::Label(beside.key)));
                }
                change.emit(next);
            })
        };
        let error = |place: Place| wrong_at(wrong, place).map(AttrValue::from);
        let n = at + 1;
        let words_id = format!("words-{}", place_id(id, Place::Label(key)));
        html! {
            <li class="level" {key}>
                <Draft id={place_id(id, Place::Label(key))} label={format!("Label of point {n}")}
                    quiet={true} value={level.label.clone()} input={typed(|l, text| l.label = text)}
                    error={error(Place::Label(key))} />
                <Draft id={words_id} label={format!("Meaning of point {n}")} quiet={true}
                    value={level.words.clone()} input={typed(|l, text| l.words = text)} />
                <Draft id={place_id(id, Place::LevelValue(key))} label={format!("Value of point {n}")}
                    quiet={true} number={true} value={level.value.clone()}
                    input={typed(|l, text| l.value = text)} error={error(Place::LevelValue(key))} />
                <span class="row-tools">
                    <Order id={format!("level-{key}-{id}")} name={format!("point {n}")} {at}
                        of={draft.levels.len()} {shift} />
                    <button class="button small danger square" type="button" onclick={remove} disabled={draft.levels.len() <= 2}>
                        <span aria-hidden="true">{ "×" }</span><span class="visually-hidden">{ format!("Remove point {n}") }</span>
                    </button>
                </span>
            </li>
        }
    };
    html! {
        <fieldset class="fold-part">
            <legend>{ "Points" }</legend>
            <p class="sub">{ "What people choose, what it means, and what it is worth: usually 0 for the worst and 100 for the best, but the steps need not be equal." }</p>
            <p class="actions">
                <span class="quiet">{ "Start from:" }</span>
                <button class="button small" type="button" onclick={change_to(super::draft::ScaleDraft::five)}>{ "1 to 5" }</button>
                <button class="button small" type="button" onclick={change_to(super::draft::ScaleDraft::qualities)}>{ "Poor to very good" }</button>
            </p>
            <div class="level level-head" aria-hidden="true"><span>{ "Label" }</span><span>{ "Meaning" }</span><span>{ "Value" }</span></div>
            <ol class="levels">{ for draft.levels.iter().enumerate().map(row) }</ol>
            <button class="button small" type="button" onclick={add}>{ "Add a point" }</button>
        </fieldset>
    }
}
