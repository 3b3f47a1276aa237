//! What would overturn the lead, in one sentence: the nearest single change in full, the others by number.

use super::changes::{now_share, of_what, share_words};
use super::lead::headline;
use super::names::capital;
use super::number::{count, measured, percent, unrounded};
use super::score_changes::{score_words, unit};
use super::single_changes::SingleChanges;
use super::subject::Subject;
use weighbridge_analysis::{
    AmountFlip, Others, Overturning, Scope, ScoreFlip, Side, SingleChange, Threshold, Verdict,
    WeightClaim,
};
use weighbridge_model::ScaleKind;

/// The answer to "How sure?": a heading, and what stands under it where one line has no room for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoldsUnless {
    /// "The lead holds unless Independence counts for about a third of everything"
    pub heading: String,
    /// "Or unless one of two scores changes by at least 56 points." Empty where nothing is left to say.
    pub rest: String,
}

/// Whether verbs say what is, or what would be.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    /// "counts"
    Is,
    /// "counted"
    Would,
}

impl Mood {
    fn of(self, is: &'static str, would: &'static str) -> &'static str {
        match self {
            Self::Is => is,
            Self::Would => would,
        }
    }
}

/// What single changes would overturn the lead; `None` where nothing is said of that: nobody leads alone, or one of the
/// options that are not compared leads.
fn found(on: Subject<'_>, single: &SingleChanges) -> Option<Overturning> {
    Overturning::of(on.analysis, &single.claims, &single.flips)
}

/// How many options have a total, so that they can be compared.
fn compared(on: Subject<'_>) -> usize {
    let options = on.analysis.options.iter();
    options.filter(|o| o.total.value().is_some()).count()
}

/// The second sentence of a result: what would have to be for another option to lead. `None` where there is nothing to
/// overturn.
///
/// "It would be overtaken only if Independence counted for about a third of everything, or one of two scores changed by
/// at least 56 points."
pub fn overtaken(on: Subject<'_>, single: &SingleChanges) -> Option<String> {
    let [leader] = on.analysis.verdict.leaders() else {
        return None;
    };
    if compared(on) < 2 || on.analysis.scope == Scope::Behind {
        return None;
    }
    let Some(found) = found(on, single) else {
        return Some(on.among("no change of a single weight or score puts another option first."));
    };
    // The heading names two where the lead is narrow.
    let who = match on.analysis.verdict {
        Verdict::NoClearWinner { .. } => on.option_short(*leader),
        Verdict::NoTotals | Verdict::OnlyOne(_) | Verdict::Tie(_) | Verdict::Clear { .. } => {
            "it".into()
        }
    };
    let mood = Mood::Would;
    let others = others(&found, mood);
    let or = if others.is_empty() { "" } else { ", or " };
    Some(on.among(&format!(
        "{who} would be overtaken only if {}{or}{others}.",
        nearest(on, &found, mood)
    )))
}

/// How sure the answer is, as far as single weights and scores go; `None` while there are not two options to compare.
pub fn holds_unless(on: Subject<'_>, single: &SingleChanges) -> Option<HoldsUnless> {
    if compared(on) < 2 {
        return None;
    }
    let analysis = on.analysis;
    let narrow = matches!(analysis.verdict, Verdict::NoClearWinner { .. });
    if matches!(analysis.verdict, Verdict::Tie(_)) || analysis.scope == Scope::Behind {
        return Some(HoldsUnless {
            heading: headline(on),
            rest: String::new(),
        });
    }
    let mood = Mood::Is;
    let found = found(on, single);
    let (holds, narrowly, rest) = match &found {
        None => {
            let none = "no change of a single weight or score puts another option first";
            (none.to_owned(), format!("but {none}"), String::new())
        }
        Some(found) => {
            let others = others(found, mood);
            let rest = match others.is_empty() {
                true => others,
                false => format!("Or unless {others}."),
            };
            let unless = format!("holds unless {}", nearest(on, found, mood));
            (format!("the lead {unless}"), format!("and {unless}"), rest)
        }
    };
    if !analysis.could_overtake.is_empty() {
        let heading = "Missing scores could change who leads".to_owned();
        let rest = format!("{}. {rest}", on.among(&holds))
            .trim_end()
            .to_owned();
        return Some(HoldsUnless { heading, rest });
    }
    let heading = match narrow {
        true => on.among(&format!("the lead is narrow, {narrowly}")),
        false => on.among(&holds),
    };
    Some(HoldsUnless { heading, rest })
}

/// The nearest change of a weight and the nearest of a score, each as a line of its own; the nearer of the two is in the
/// heading, and so not in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestLines {
    /// "No other weight changes who leads."
    pub weight: String,
    /// "Holds unless the leader scores below 13.4 on Front line (now 70). One more score could change who leads, from
    /// further off."
    pub score: String,
}

/// What one weight and what one score would have to be for the lead to be lost; `None` while nobody leads alone, or
/// there are not two options to compare.
pub fn nearest_lines(on: Subject<'_>, single: &SingleChanges) -> Option<NearestLines> {
    let [_] = on.analysis.verdict.leaders() else {
        return None;
    };
    if compared(on) < 2 {
        return None;
    }
    let weights = Overturning::of_weights(on.analysis, &single.claims);
    let scores = Overturning::of_scores(on.analysis, &single.flips);
    let told = found(on, single).map(|found| matches!(found.nearest, SingleChange::Weight(_)));
    let line = |found: Option<Overturning>, what: &str, is_told: bool| match found {
        None => format!("No single {what} changes who leads."),
        Some(found) => {
            let more = match found.weights.count + found.scores.count {
                0 if is_told => format!("No other {what} changes who leads."),
                0 => String::new(),
                1 => format!("One more {what} could change who leads, from further off."),
                n => format!(
                    "{} more {what}s could change who leads, from further off.",
                    capital(&count(n))
                ),
            };
            if is_told {
                return more;
            }
            format!("Holds unless {}. {more}", nearest(on, &found, Mood::Is))
                .trim_end()
                .to_owned()
        }
    };
    Some(NearestLines {
        weight: line(weights, "weight", told == Some(true)),
        score: line(scores, "score", told == Some(false)),
    })
}

/// The nearest change: `Independence counted for about a third of everything`.
fn nearest(on: Subject<'_>, found: &Overturning, mood: Mood) -> String {
    match &found.nearest {
        SingleChange::Weight(shares) => weight(on, shares, mood),
        SingleChange::Score(flip) => score(on, flip, mood),
    }
}

/// What one weight would have to be: each share that does it, either way.
fn weight(on: Subject<'_>, shares: &[WeightClaim], mood: Mood) -> String {
    let Some(first) = shares.first() else {
        return String::new();
    };
    let name = on.criterion_short(first.node());
    let counts = mood.of("counts", "counted");
    if let ([only], Some(fraction)) = (shares, about(first)) {
        let of = of_what(on, only);
        return format!("{name} {counts} for about {fraction} {of}");
    }
    let one = |claim: &WeightClaim| {
        let mut ways = Vec::new();
        if let (Some(low), false) = (&claim.safe_from, claim.below.is_empty()) {
            ways.push(("less", low));
        }
        if let (Some(high), false) = (&claim.safe_to, claim.above.is_empty()) {
            ways.push(("more", high));
        }
        let change = claim.above.first().or(claim.below.first());
        let now = change.map_or_else(
            || percent(claim.lines.now),
            |change| now_share(claim, &change.threshold),
        );
        if ways.is_empty() {
            return format!("another share {} (now {now})", of_what(on, claim));
        }
        let ways: Vec<String> = ways
            .into_iter()
            .map(|(way, place)| format!("{way} than {}", share_words(place)))
            .collect();
        format!("{} {} (now {now})", ways.join(" or "), of_what(on, claim))
    };
    let all: Vec<String> = shares.iter().map(one).collect();
    format!("{name} {counts} for {}", all.join(", or for "))
}

/// A share from which on a weight changes the leader, as people say it, where they would not mistake it for the share
/// now: `a third`.
fn about(claim: &WeightClaim) -> Option<&'static str> {
    const FRACTIONS: [(f64, &str); 7] = [
        (20.0, "a fifth"),
        (25.0, "a quarter"),
        (100.0 / 3.0, "a third"),
        (50.0, "half"),
        (200.0 / 3.0, "two thirds"),
        (75.0, "three quarters"),
        (90.0, "nine tenths"),
    ];
    let at = claim.above.first()?.threshold.at;
    let far = at - claim.lines.now * 100.0 >= 10.0;
    let mut near = FRACTIONS
        .iter()
        .filter(|(share, _)| (share - at).abs() <= 1.0);
    let found = near.next().map(|(_, words)| *words);
    found.filter(|_| far && claim.below.is_empty())
}

/// What one score would have to be.
fn score(on: Subject<'_>, flip: &ScoreFlip, mood: Mood) -> String {
    let leads = on.analysis.verdict.leaders() == [flip.option];
    let who = match leads {
        true => "it".into(),
        false => on.option_short(flip.option),
    };
    let who = match (leads, mood) {
        (true, Mood::Is) => "the leader".into(),
        _ => who,
    };
    let what = match (beyond(on, flip), now(on, flip)) {
        (Some(beyond), now) => format!("{beyond} on {} (now {now})", on.leaf_short(flip.leaf)),
        (None, now) => format!("otherwise on {} (now {now})", on.leaf_short(flip.leaf)),
    };
    format!("{who} {} {what}", mood.of("scores", "scored"))
}

/// Past which score the leader may change, rounded to the side of the score now: up to there it does not. `None` where
/// an end of the scale moves with the amount, or the amounts that do it lie between others.
fn beyond(on: Subject<'_>, flip: &ScoreFlip) -> Option<String> {
    if flip.point.is_some() {
        return Some(score_words(on, flip));
    }
    let short_of = |at: f64, now: f64, side: Side, far: f64| {
        let side = match side {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        };
        Threshold::new(at, far, side, now).printed
    };
    let way = |side: Side| match side {
        Side::Above => "above",
        Side::Below => "below",
    };
    if let Some(amount) = &flip.amount {
        let amount: AmountFlip = amount.whoever();
        let [stretch] = amount.stretches.as_slice() else {
            return None;
        };
        if amount.held || flip.moving.is_some() || stretch.until.is_some() {
            return None;
        }
        let far = match stretch.from.side {
            Side::Above => f64::INFINITY,
            Side::Below => f64::NEG_INFINITY,
        };
        let place = short_of(stretch.from.at, amount.now, stretch.from.side, far);
        let place = measured(&unrounded(place), unit(on, flip.leaf));
        return Some(format!("{} {place}", way(stretch.from.side)));
    }
    let far = match flip.value.side {
        Side::Above => 100.0,
        Side::Below => 0.0,
    };
    let place = short_of(flip.at, flip.now, flip.value.side, far);
    Some(format!("{} {}", way(flip.value.side), unrounded(place)))
}

/// A score as it is now.
fn now(on: Subject<'_>, flip: &ScoreFlip) -> String {
    let id = &on.analysis.leaf_node(flip.leaf).id;
    let scale = on.appraisal.criterion(id).map(|c| &c.scale.kind);
    match (scale, &flip.amount, &flip.point) {
        (_, _, Some(point)) => format!("“{}”", point.now),
        (Some(ScaleKind::Measure(measure)), Some(amount), _) => {
            measured(&unrounded(amount.now), &measure.unit)
        }
        (Some(ScaleKind::Direct | ScaleKind::Measure(_) | ScaleKind::Points(_)) | None, ..) => {
            unrounded(flip.now)
        }
    }
}

/// The changes that are farther away: `one of two scores changed by at least 56 points`.
fn others(found: &Overturning, mood: Mood) -> String {
    let (weight, score) = match &found.nearest {
        SingleChange::Weight(_) => ("other weight", "score"),
        SingleChange::Score(_) => ("weight", "other score"),
    };
    let changes = mood.of("changes", "changed");
    let weights = part(found.weights, weight, changes, "percentage point");
    let scores = part(found.scores, score, changes, "point");
    let all: Vec<String> = [weights, scores].into_iter().flatten().collect();
    all.join(", or ")
}

/// That one of the others changes, by how many points at least.
fn part(others: Others, what: &str, changes: &str, unit: &str) -> Option<String> {
    let who = match others.count {
        0 => return None,
        1 => format!("one {what}"),
        n => format!("one of {} {what}s", count(n)),
    };
    Some(match others.least.and_then(floor) {
        Some(1.0) => format!("{who} {changes} by at least 1 {unit}"),
        Some(least) => format!("{who} {changes} by at least {} {unit}s", unrounded(least)),
        None => format!("{who} {changes}"),
    })
}

/// A distance rounded down, to a whole number or, where that says little, to a tenth; `None` where it is hardly any.
fn floor(least: f64) -> Option<f64> {
    // What sums of doubles take from a whole number is not rounded down.
    let units = match least {
        x if x >= 10.0 => (x + 1e-9).floor(),
        x => (x * 10.0 + 1e-9).floor() / 10.0,
    };
    (units >= 0.1).then_some(units)
}
