//! The worst and the best point that a score on a labelled scale could be.

use super::fields::{Choice, problem};
use weighbridge_model::{Finite, ScalePoint};
use weighbridge_report::words::{Mistyped, Sentence};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PointRangeProps {
    /// Unique on the page; the lists' ids are made from it.
    pub id: AttrValue,
    /// The points of the scale.
    pub points: Vec<ScalePoint>,
    /// The values of the two points.
    pub range: Option<[Finite; 2]>,
    /// Keeps a range, or takes it away; refuses it with a sentence.
    pub keep: Callback<Option<[Finite; 2]>, Result<(), String>>,
}

/// Two lists of points, folded away until there is a range.
#[component]
pub fn PointRange(props: &PointRangeProps) -> Html {
    // One end alone is kept here until the other is there.
    let half = use_state(|| [None::<Finite>; 2]);
    let error = use_state(|| None::<String>);
    let PointRangeProps {
        id, points, range, ..
    } = props;
    let ends = range.map_or(*half, |ends| ends.map(Some));
    let mut sorted: Vec<ScalePoint> = points.clone();
    weighbridge_numeric::sort_ascending(&mut sorted, |point| point.value.get());
    let list = |end: usize, label: &'static str| {
        let chosen = ends.get(end).copied().flatten();
        let chosen = chosen.and_then(|value| sorted.iter().position(|point| point.value == value));
        let names = sorted
            .iter()
            .map(|point| AttrValue::from(point.label.clone()));
        let choices: Vec<AttrValue> = std::iter::once(AttrValue::Static("Not said"))
            .chain(names)
            .collect();
        let choose = {
            let (half, error, keep, sorted) = (
                half.clone(),
                error.clone(),
                props.keep.clone(),
                sorted.clone(),
            );
            Callback::from(move |at: usize| {
                let mut next = ends;
                if let Some(own) = next.get_mut(end) {
                    *own = at
                        .checked_sub(1)
                        .and_then(|at| sorted.get(at))
                        .map(|point| point.value);
                }
                half.set(next);
                let kept = match next {
                    [Some(low), Some(high)] if low > high => {
                        Err(Mistyped::LowestAboveHighest.sentence())
                    }
                    [Some(low), Some(high)] => keep.emit(Some([low, high])),
                    _ => keep.emit(None),
                };
                error.set(kept.err());
            })
        };
        html! { <Choice id={format!("{id}-{end}")} {label} {choices} chosen={chosen.map_or(0, |at| at + 1)} {choose} /> }
    };
    html! {
        <details class="more" open={range.is_some()}>
            <summary>{ "It could be lower or higher" }</summary>
            { problem(id, error.as_deref()) }
            <div class="pairs">
                { list(0, "The lowest it could be") }
                { list(1, "The highest it could be") }
            </div>
            <p class="hint">{ "The score is the likeliest. The range does not change the total; How sure tries the whole of it." }</p>
        </details>
    }
}
