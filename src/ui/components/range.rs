//! The least and the greatest that something could be.

use super::edits::read_amount;
use super::fields::{Commit, Field};
use weighbridge_model::Finite;
use weighbridge_report::{
    entered, unrounded,
    words::{Mistyped, Sentence},
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RangeProps {
    /// Unique on the page; the fields' ids are made from it.
    pub id: AttrValue,
    /// What opens the two fields.
    pub summary: AttrValue,
    /// What the range is for.
    pub hint: AttrValue,
    pub range: Option<[Finite; 2]>,
    /// Whether an end may have a minus or a unit.
    #[prop_or_default]
    pub letters: bool,
    /// The unit of the ends, for amounts.
    #[prop_or_default]
    pub in_unit: AttrValue,
    /// The number that could be less or more.
    #[prop_or_default]
    pub now: Option<f64>,
    /// Keeps a range, or takes it away; refuses it with a sentence.
    pub keep: Callback<Option<[Finite; 2]>, Result<(), String>>,
}

/// Two fields, folded away until there is a range.
#[component]
pub fn Range(props: &RangeProps) -> Html {
    // One end alone is kept here until the other is there.
    let low = use_state(|| None::<Finite>);
    let RangeProps { id, range, .. } = props;
    let range = *range;
    let shown = |end: Option<Finite>| end.map_or_else(String::new, |end| unrounded(end.get()));
    let commit = |upper: bool| {
        let (keep, low, unit) = (props.keep.clone(), low.clone(), props.in_unit.clone());
        Commit::from(move |typed: String| {
            let given = match typed.trim() {
                "" => None,
                text => Some(read_amount(text, &unit)?),
            };
            let ends = match (upper, range, given) {
                (_, Some(_), None) => None,
                (false, Some([_, high]), Some(given)) => Some([given, high]),
                (true, Some([low, _]), Some(given)) => Some([low, given]),
                (false, None, given) => {
                    low.set(given);
                    return Ok(());
                }
                (true, None, None) => return Ok(()),
                (true, None, Some(high)) => match *low {
                    Some(low) => Some([low, high]),
                    None => return Err(Mistyped::LowestFirst.sentence()),
                },
            };
            if ends.is_some_and(|[low, high]| low > high) {
                return Err(Mistyped::LowestAboveHighest.sentence());
            }
            keep.emit(ends)
        })
    };
    let beyond = props
        .now
        .zip(range)
        .filter(|(now, [low, high])| !(low.get()..=high.get()).contains(now));
    html! {
        <details class="more" open={range.is_some()}>
            <summary>{ &props.summary }</summary>
            <div class="pairs">
                <Field id={format!("{id}-low")} label="The lowest it could be" number={true} letters={props.letters}
                    value={shown(range.map(|[low, _]| low))} commit={commit(false)} />
                <Field id={format!("{id}-high")} label="The highest it could be" number={true} letters={props.letters}
                    value={shown(range.map(|[_, high]| high))} commit={commit(true)} />
            </div>
            if let Some((now, _)) = beyond { <p class="error">{ format!("The number in use, {}, is outside this range. Change one of them.", entered(now)) }</p> }
            <p class="hint">{ &props.hint }</p>
        </details>
    }
}
