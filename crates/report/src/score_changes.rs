//! What single scores would change the result.

use super::number::{count, measured, unrounded};
use super::single_changes::SingleChanges;
use super::subject::Subject;
use super::text::Text;
use weighbridge_analysis::{AmountFlip, LeafIx, OptionIx, Scope, ScoreFlip, Side, Threshold};
use weighbridge_model::ScaleKind;

/// How many of the scores that would change the result a sentence names.
const MOST_SCORES: usize = 3;

/// What single scores would change the leader: its own, if they were worse, and those of others, if
/// they were better; while several lead together, each of them is another.
pub(super) fn score_changes(
    on: Subject<'_>,
    leaders: &[OptionIx],
    single: &SingleChanges,
) -> Vec<Text> {
    let flips = single.within_reach();
    let of = |option: OptionIx| -> Vec<&ScoreFlip> {
        flips.iter().filter(|flip| flip.option == option).collect()
    };
    let values_only = values_only(on);
    let mut found = Vec::new();
    let single = match leaders {
        [leader] => Some(*leader),
        _ => None,
    };
    if let Some(leader) = single {
        let own = of(leader);
        let how = if values_only {
            ", lowered to 0, puts another option first."
        } else {
            ", whatever it is on its scale, puts another option first."
        };
        if own.is_empty() {
            let text = Text::plain(on.among("no single score of ")).strong(on.option(leader));
            found.push(text.and(how));
        }
        // Where an end of a scale moves, who takes over may depend on the score.
        let mut rest = own.as_slice().to_vec();
        while let Some(next) = rest.first().map(|flip| flip.to.clone()) {
            let (these, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|f| f.to == next);
            let text = Text::plain(on.among(""))
                .strong(on.names(&next))
                .and(first_words(&next))
                .and(" if ")
                .strong(on.option(leader))
                .and(" scored ");
            found.push(listed(on, text, &these));
            rest = others;
        }
    }
    let others = on.analysis.in_rank_order().into_iter();
    let rising: Vec<(OptionIx, Vec<&ScoreFlip>)> = others
        .filter(|at| single != Some(*at))
        .map(|at| (at, of(at)))
        .filter(|(_, flips)| !flips.is_empty())
        .collect();
    if rising.is_empty() {
        found.push(Text::plain(on.among(if values_only {
            "no other option could win by raising one score, even to 100."
        } else {
            "no other option could win by changing one score, to either end of its scale."
        })));
    }
    found.extend(rising.into_iter().map(|(at, flips)| {
        let text = Text::plain(on.among(""))
            .strong(on.option(at))
            .and(" would come first if it scored ");
        listed(on, text, &flips)
    }));
    found
}

/// Whether every criterion that counts is scored from 0 to 100, so that lowering and raising say all.
pub(super) fn values_only(on: Subject<'_>) -> bool {
    let mut leaves = on.analysis.counted_leaves().into_iter();
    leaves.all(|leaf| matches!(scale(on, leaf), Some(ScaleKind::Direct)))
}

/// A text with scores added: `below 13.3 on Front line (now 70), or below 5 on Partners (now 90).`
fn listed(on: Subject<'_>, mut text: Text, flips: &[&ScoreFlip]) -> Text {
    for (at, flip) in flips.iter().take(MOST_SCORES).enumerate() {
        if at > 0 {
            text = text.and(", or ");
        }
        text = one(on, text, flip);
    }
    let mut text = match flips.len().saturating_sub(MOST_SCORES) {
        0 => text.and("."),
        n => text.and(format!(
            "; and {} more, listed under Scores on How sure.",
            count(n)
        )),
    };
    for flip in flips.iter().take(MOST_SCORES) {
        text = text.and(moving_words(on, flip));
        if let Some(amount) = &flip.amount {
            text = farther_words(on, text, flip, amount);
        }
    }
    text
}

/// Who else comes first with other amounts of a flip, as the ends of its scale move: ` With Ash above £322 on Cost, Cedar
/// would come first.`
fn farther_words(on: Subject<'_>, mut text: Text, flip: &ScoreFlip, amount: &AmountFlip) -> Text {
    for own in amount.by_who().iter().skip(1) {
        text = text
            .and(" ")
            .and(on.among("with "))
            .strong(on.option(flip.option))
            .and(" ")
            .strong(amount_words(on, flip.leaf, own))
            .and(" on ")
            .strong(on.leaf(flip.leaf))
            .and(", ")
            .strong(on.names(&own.to))
            .and(first_words(&own.to))
            .and(".");
    }
    text
}

/// The amounts of a flip where those are first who are just beyond its nearest place.
pub(super) fn nearest_words(on: Subject<'_>, leaf: LeafIx, amount: &AmountFlip) -> String {
    let by_who = amount.by_who();
    amount_words(on, leaf, by_who.first().unwrap_or(amount))
}

/// That the amounts of a flip are on the scale as it is, and which do when its ends move with
/// the amount; nothing where that makes no difference.
fn moving_words(on: Subject<'_>, flip: &ScoreFlip) -> String {
    let held = flip.amount.as_ref().is_some_and(|amount| amount.held);
    let Some(moving) = flip.moving.as_ref().filter(|_| held) else {
        return String::new();
    };
    let own = on.option(flip.option);
    let does = if on.analysis.verdict.leaders() != [flip.option] {
        match on.analysis.scope {
            Scope::All => format!("put {own} first"),
            Scope::Complete | Scope::Behind => format!("put {own} first of these"),
        }
    } else if moving.to == flip.to {
        format!("cost {own} the first place")
    } else {
        // Farther on others may come first.
        format!(
            "cost {own} the first place, at first to {}",
            on.names(&moving.to)
        )
    };
    format!(
        " This is on the scale of {} as it is now, whose ends would move with the amount: entered, an amount {} would {does}.",
        on.leaf(flip.leaf),
        amount_words(on, flip.leaf, &moving.whoever())
    )
}

/// That one would come first, or that several would lead together.
fn first_words(who: &[OptionIx]) -> &'static str {
    if who.len() == 1 {
        " would come first"
    } else {
        " would lead together"
    }
}

fn one(on: Subject<'_>, text: Text, flip: &ScoreFlip) -> Text {
    let (_, now, _) = flip_words(on, flip);
    text.strong(score_words(on, flip))
        .and(" on ")
        .strong(on.leaf(flip.leaf))
        .and(format!(" (now {now})"))
}

/// Which scores change the leader: `above 80`, `“good” or better`, `below £4m`, `above 45.4 weeks and
/// below 55 weeks, or above 93.9 weeks`.
pub(super) fn score_words(on: Subject<'_>, flip: &ScoreFlip) -> String {
    if let Some(point) = &flip.point {
        let rises = flip.value.side == Side::Above;
        return match (point.more, rises) {
            (false, _) => format!("“{}”", point.label),
            (true, true) => format!("“{}” or better", point.label),
            (true, false) => format!("“{}” or worse", point.label),
        };
    }
    if let Some(amount) = &flip.amount {
        return nearest_words(on, flip.leaf, amount);
    }
    let (at, _, is_above) = flip_words(on, flip);
    format!("{} {at}", way(is_above))
}

fn way(is_above: bool) -> &'static str {
    if is_above { "above" } else { "below" }
}

/// The stretches of amounts of a flip.
pub(super) fn amount_words(on: Subject<'_>, leaf: LeafIx, flip: &AmountFlip) -> String {
    let unit = unit(on, leaf);
    let place = |t: &Threshold| {
        let amount = measured(&unrounded(t.printed), unit);
        format!("{} {amount}", way(t.side == Side::Above))
    };
    let stretches = flip.stretches.iter().map(|stretch| match &stretch.until {
        None => place(&stretch.from),
        Some(until) => format!("{} and {}", place(&stretch.from), place(until)),
    });
    stretches.collect::<Vec<_>>().join(", or ")
}

/// Where a score would have to be, where it is now, and whether that is upwards: in its unit, as a
/// point of its scale, as a score, or as a value where there is no such score.
pub(super) fn flip_words(on: Subject<'_>, flip: &ScoreFlip) -> (String, String, bool) {
    let is_above = flip.value.side == Side::Above;
    match (scale(on, flip.leaf), &flip.amount, &flip.point) {
        (Some(ScaleKind::Measure(measure)), Some(amount), _) => {
            let place = amount.threshold().unwrap_or(flip.value);
            (
                measured(&unrounded(place.printed), &measure.unit),
                measured(&unrounded(amount.now), &measure.unit),
                place.side == Side::Above,
            )
        }
        // Past the last point that is not enough.
        (_, _, Some(point)) => (
            format!("“{}”", point.not_yet),
            format!("“{}”", point.now),
            is_above,
        ),
        (Some(ScaleKind::Direct), ..) => {
            (unrounded(flip.value.printed), unrounded(flip.now), is_above)
        }
        _ => (
            value_words(on, flip.leaf, flip.value.printed),
            unrounded(flip.value.now_printed),
            is_above,
        ),
    }
}

/// The unit of a measure; empty of any other scale.
pub(super) fn unit<'a>(on: Subject<'a>, leaf: LeafIx) -> &'a str {
    match scale(on, leaf) {
        Some(ScaleKind::Measure(measure)) => measure.unit.as_str(),
        _ => "",
    }
}

pub(super) fn scale<'a>(on: Subject<'a>, leaf: LeafIx) -> Option<&'a ScaleKind> {
    let found = on.appraisal.criterion(&on.analysis.leaf_node(leaf).id);
    found.map(|c| &c.scale.kind)
}

/// A value on a leaf, with the digits it has: `80`, or `a value of 80` where something else than a
/// value is scored.
pub(super) fn value_words(on: Subject<'_>, leaf: LeafIx, value: f64) -> String {
    let value = unrounded(value);
    match scale(on, leaf) {
        Some(ScaleKind::Direct) => value,
        _ => format!("a value of {value}"),
    }
}
