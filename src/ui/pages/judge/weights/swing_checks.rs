//! What points in swing weighting also say, in words a person may disagree with.

use super::weighting_context::WeightingContext;
use weighbridge_model::Criterion;
use weighbridge_numeric::sort_descending;
use weighbridge_report::isolated;
use yew::prelude::*;

/// The sentences; nothing while there are too few points for any.
pub fn checks(ground: &WeightingContext) -> Html {
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
            "Improving {} matters {} improving {}.",
            isolated(&second.name),
            times(more / less),
            isolated(&last.name)
        ));
    }
    if let [(first, most), rest @ ..] = given.as_slice()
        && let [.., (a, x), (b, y)] = rest
    {
        let verb = if (x + y - most).abs() < 1e-9 {
            "as much as"
        } else if x + y > *most {
            "more than"
        } else {
            "less than"
        };
        all.push(format!(
            "Improving both {} and {} matters {verb} improving {} alone.",
            isolated(&a.name),
            isolated(&b.name),
            isolated(&first.name)
        ));
    }
    html! {
        if !all.is_empty() {
            <section class="swing-checks" aria-labelledby="checks">
                <h2 id="checks">{ "Does that sound right?" }</h2>
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
