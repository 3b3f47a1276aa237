//! The Best-Worst Method: each criterion against the most and the least important.

use super::agreement::agreement;
use super::rank::name;
use super::weighting_context::WeightingContext;
use crate::ui::components::fields::Choice;
use crate::ui::pages::judge::optional_choice::optional_choice;
use litemap::LiteMap;
use weighbridge_analysis::best_and_worst;
use weighbridge_analysis::elicitation as elicit;
use weighbridge_model::{CriterionId, Finite, Weighting};
use weighbridge_report::column::Column;
use weighbridge_report::significant;
use yew::prelude::*;

/// The questions, then how well the answers agree.
pub fn best_worst(ground: &WeightingContext) -> Html {
    let said = ground.said();
    let both = said
        .best
        .clone()
        .zip(said.worst.clone())
        .filter(|(b, w)| b != w);
    html! {
        <>
            <section>
                <div class="pairs">
                    { one(ground, "The most important", &said.best, |said, id| said.best = id) }
                    { one(ground, "The least important", &said.worst, |said, id| said.worst = id) }
                </div>
                if said.best.is_some() && said.best == said.worst {
                    <p class="error">{ "Choose two different criteria." }</p>
                }
            </section>
            if let Some((best, worst)) = both {
                <section>
                    <h2>{ format!("How much more important is {}?", name(ground.children(), &best)) }</h2>
                    <p class="sub">{ "1 is equally important, 9 extremely more." }</p>
                    <div class="pairs">
                        { for ground.children().iter().filter(|c| c.id != best).map(|c| times(ground, &c.id, true)) }
                    </div>
                </section>
                <section>
                    <h2>{ format!("How much more important than {}?", name(ground.children(), &worst)) }</h2>
                    <div class="pairs">
                        { for ground.children().iter().filter(|c| c.id != worst && c.id != best).map(|c| times(ground, &c.id, false)) }
                    </div>
                </section>
                { agree(ground) }
            }
        </>
    }
}

fn one(
    ground: &WeightingContext,
    label: &'static str,
    chosen: &Option<CriterionId>,
    set: fn(&mut Weighting, Option<CriterionId>),
) -> Html {
    let names = ground.children().iter().map(|c| c.name.clone());
    let at = chosen
        .as_ref()
        .and_then(|id| ground.children().iter().position(|c| c.id == *id));
    let choose = {
        let ground = ground.clone();
        Callback::from(move |at: Option<usize>| {
            let id = at.and_then(|at| Some(ground.children().get(at)?.id.clone()));
            ground.say(|said| set(said, id));
        })
    };
    let id = label.replace(' ', "-");
    optional_choice(id, label, "Choose one", names, at, &choose)
}

/// How many times: the best as this (`best`), or this as the worst.
fn times(ground: &WeightingContext, id: &CriterionId, best: bool) -> Html {
    let said = ground.said();
    let map = if best { &said.best_to } else { &said.to_worst };
    let given = map.get(id).map(|x| x.get());
    let mut choices = vec![AttrValue::Static("Not answered")];
    choices.extend((1..=9).map(|n| {
        AttrValue::from(format!(
            "{n} {}",
            if n == 1 {
                "time: as important"
            } else {
                "times"
            }
        ))
    }));
    let mut chosen = (1..=9_usize).zip(1..=9_u8).find_map(|(at, n)| {
        given
            .filter(|g| (g - f64::from(n)).abs() < 1e-9)
            .map(|_| at)
    });
    if let Some(given) = given
        && chosen.is_none()
    {
        choices.push(AttrValue::from(format!("{} times", significant(given))));
        chosen = Some(choices.len() - 1);
    }
    let choose = {
        let (ground, id) = (ground.clone(), id.clone());
        Callback::from(move |at: usize| {
            let times = u8::try_from(at).ok().filter(|n| (1..=9).contains(n));
            ground.say(|said| {
                let map: &mut LiteMap<CriterionId, Finite> = if best {
                    &mut said.best_to
                } else {
                    &mut said.to_worst
                };
                map.remove(&id);
                if let Some(times) = times.and_then(|n| Finite::new(f64::from(n))) {
                    map.insert(id.clone(), times);
                }
            });
        })
    };
    let other = name(ground.children(), id);
    let (role, label) = if best {
        ("best-to", format!("Than {other}"))
    } else {
        ("to-worst", other)
    };
    html! { <Choice key={format!("{role} {id}")} id={format!("{role}-{id}")} {label} {choices} chosen={chosen.unwrap_or(0)} {choose} /> }
}

fn agree(ground: &WeightingContext) -> Html {
    let children = ground.children();
    let Some(elicit::BestWorst::Weights {
        weights,
        xi,
        cause,
        intervals,
        ..
    }) = best_and_worst(ground.said(), children)
    else {
        return Html::default();
    };
    let cause = cause.and_then(|at| children.get(at));
    let open = intervals
        .weights
        .iter()
        .any(|(low, high)| high - low > 1e-9);
    // All in one table have the same decimals, and the weights add up to 100%.
    let hundred: Vec<f64> = weights.iter().map(|weight| weight * 100.0).collect();
    let ends = intervals.weights.iter().flat_map(|(low, high)| [low, high]);
    let decimals = Column::of_shares(hundred.iter().copied().chain(ends.map(|end| end * 100.0)));
    let end = |share: f64| format!("{}%", decimals.number(share * 100.0));
    let printed = decimals.parts(&hundred, 100.0);
    let is_outside =
        |(weight, (low, high)): (&f64, &(f64, f64))| *weight < low - 1e-9 || *weight > high + 1e-9;
    let outside = weights.iter().zip(&intervals.weights).any(is_outside);
    let rows = children
        .iter()
        .zip(printed.into_iter().zip(&intervals.weights));
    let also = cause.map_or_else(String::new, |cause| {
        format!(" The two answers on {} fit least.", cause.name)
    });
    let done = html! {
        <>
            if open {
                <div class="scroll" tabindex="0" role="region" aria-label="What the answers leave open">
                    <table>
                        <caption>{ "What the answers leave open" }</caption>
                        <thead><tr><th scope="col">{ "Criterion" }</th><th scope="col" class="number">{ "Weight" }</th><th scope="col" class="number">{ "Could be (non-linear model)" }</th></tr></thead>
                        <tbody>
                            { for rows.map(|(c, (weight, (low, high)))| html! {
                                <tr key={c.id.as_str().to_owned()}>
                                    <th scope="row">{ c.short_name() }</th>
                                    <td class="number">{ format!("{weight}%") }</td>
                                    <td class="number">{ if high - low > 1e-9 { format!("{} to {}", end(*low), end(*high)) } else { end(*low) } }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
            if open && outside {
                <p class="sub">{ "The weights are those of the linear model, the ranges those of the non-linear one. The two measure a miss in different ways, so a weight can lie outside its range." }</p>
            }
        </>
    };
    let how = format!(
        "The linear model (Rezaei 2016): the weights for which the largest miss of any answer is smallest; here it is {}. The consistency ratio is that of the answers themselves, and its threshold depends on how many criteria there are and how far apart the most and the least important (Liang, Brunelli and Rezaei 2020). The non-linear model (Rezaei 2015) looks at ratios of weights instead; all weights for which the largest miss of a ratio is smallest ({}) fit the answers equally well.",
        significant(xi),
        significant(intervals.xi)
    );
    agreement(ground, &also, done, how)
}
