//! What would change the result: single weights, and single scores.

use super::lead::headline;
use super::names::{capital, join};
use super::number::{count, measured, percent, unrounded};
use super::subject::Subject;
use super::text::Text;
use super::trial::{leads_then, most_tried, trial};
use weighbridge_analysis::{
    AmountFlip, LeafIx, NodeIx, OptionIx, Scope, ScoreFlip, Side, Threshold, Total, Verdict,
    WeightChange, WeightClaim, WeightClaims, score_flips,
};
use weighbridge_model::ScaleKind;

/// How many of the scores that would change the result a sentence names.
const MOST_SCORES: usize = 3;

/// How many options have a total, so that they can be compared.
fn compared(on: Subject<'_>) -> usize {
    let options = on.analysis.options.iter();
    options.filter(|o| o.total.value().is_some()).count()
}

fn incomplete(on: Subject<'_>) -> Vec<OptionIx> {
    let is_open =
        |at: &OptionIx| matches!(on.analysis.options[*at].total, Total::Incomplete { .. });
    on.analysis.options.keys().filter(is_open).collect()
}

/// Which options are left out of what is said about changes, because they have no total.
pub fn left_out(on: Subject<'_>) -> Option<Text> {
    let open = incomplete(on);
    if open.is_empty() || compared(on) == 0 {
        return None;
    }
    let (has, is) = if open.len() == 1 {
        ("has", "is")
    } else {
        ("have", "are")
    };
    let first = &on.analysis.lead.leaders;
    let text = match (on.analysis.scope, first.len()) {
        (Scope::Behind, 1) => Text::plain("").strong(on.names(first)).and(
            " is ahead although it has scores missing, so what follows compares only the options with all their scores.",
        ),
        (Scope::Behind, _) => Text::plain("").strong(on.names(first)).and(
            " are ahead although they have scores missing, so what follows compares only the options with all their scores.",
        ),
        (Scope::All | Scope::Complete, _) => Text::plain("").strong(on.names(&open)).and(format!(
            " {has} scores missing, so {is} left out of what would change the answer."
        )),
    };
    Some(text)
}

/// How sure the answer is, in a line, as far as single weights and missing scores go; `None` while
/// there are not two options to compare.
pub fn sureness(on: Subject<'_>, claims: &WeightClaims) -> Option<String> {
    if compared(on) < 2 {
        return None;
    }
    let flipping = claims.changing();
    let among = |words: &str| on.among(words);
    let weights = match flipping {
        1 => "one weight".to_owned(),
        n => format!("{} weights", count(n)),
    };
    let each = if flipping == 1 { "" } else { "each " };
    let analysis = on.analysis;
    let is_tie = matches!(analysis.verdict, Verdict::Tie(_));
    let is_narrow = matches!(analysis.verdict, Verdict::NoClearWinner { .. });
    let unsettled = !analysis.could_overtake.is_empty();
    let words = match flipping {
        _ if is_tie || !analysis.ahead.is_empty() => headline(on),
        0 if unsettled => among("no single weight changes the answer, but missing scores could"),
        _ if unsettled => among(&format!(
            "{weights} could {each}change the answer, and so could missing scores"
        )),
        0 if is_narrow => among("the lead is narrow, but no single weight changes who is ahead"),
        _ if is_narrow => among(&format!(
            "the lead is narrow, and {weights} could {each}change who is ahead"
        )),
        0 if on.analysis.scope != Scope::All => among("no single weight changes the answer"),
        0 if claims.claims.is_empty() => {
            "With one criterion there is no weight to change: the scores decide alone".to_owned()
        }
        0 if claims.draws_level() => "No single weight puts another option first".to_owned(),
        0 => "The answer holds whatever any single weight is".to_owned(),
        _ => among(&format!("{weights} could {each}change the answer")),
    };
    Some(capital(&words))
}

/// What would change the result, most likely first: single weights, single scores. With a tie,
/// which weights would break it.
pub fn changes(on: Subject<'_>) -> Vec<Text> {
    if compared(on) < 2 {
        return Vec::new();
    }
    let leaders = on.analysis.verdict.leaders();
    if leaders.is_empty() {
        return Vec::new();
    }
    let mut found = weight_changes(on, &WeightClaims::new(on.analysis));
    found.extend(score_changes(on, leaders));
    found
}

/// A sentence for each weight that could change the leader, the nearest first, and one for the rest.
fn weight_changes(on: Subject<'_>, claims: &WeightClaims) -> Vec<Text> {
    let listed = claims.each_listed();
    let most = most_tried(on);
    let mut found: Vec<Text> = listed
        .enumerate()
        .map(|(at, claim)| weight_change(on, claim, at < most))
        .collect();
    found.extend(mirrored(on, claims));
    found.extend(no_other(on, claims).map(Text::plain));
    if claims.inseparable && claims.count() > 0 {
        let tied = on.names(on.analysis.verdict.leaders());
        let text = Text::plain(on.among("no weight puts one of ")).strong(tied);
        found.push(text.and(" ahead of the other."));
    }
    found
}

/// Which weights make a change that is listed, seen from the other side; `None` where the sentences name
/// them all, as who has the rest.
fn mirrored(on: Subject<'_>, claims: &WeightClaims) -> Option<Text> {
    let is_named = |[node, of]: &&[NodeIx; 2]| {
        let mut told = claims.each_listed().filter(|c| c.node() == *of);
        told.any(|c| c.lines.partner(on.analysis) == Some(*node))
    };
    let all = claims.claims.iter().all(WeightClaim::changes_leader);
    if all && claims.mirrored.iter().all(|pair| is_named(&pair)) {
        return None;
    }
    let mut text = Text::default();
    for [node, of] in &claims.mirrored {
        let space = if text.pieces().is_empty() { "" } else { " " };
        text = text
            .and(format!("{space}The weight of "))
            .strong(on.criterion(*node))
            .and(" makes the same change as that of ")
            .strong(on.criterion(*of))
            .and(", seen from the other side.");
    }
    (!text.pieces().is_empty()).then_some(text)
}

/// What is true of the weights that are not listed one by one; `None` where all are.
fn no_other(on: Subject<'_>, claims: &WeightClaims) -> Option<String> {
    let is_tie = on.analysis.verdict.leaders().len() > 1;
    let does = match claims.draws_level() {
        _ if is_tie && claims.count() == 0 => "breaks the tie",
        true => "puts another option first",
        false if is_tie => "changes who leads",
        false => "changes the leader",
    };
    let other = if claims.listed.is_empty() {
        ""
    } else {
        "other "
    };
    if claims.claims.iter().all(WeightClaim::changes_leader) {
        return None;
    }
    let both = match claims.grouped {
        true => ", within its group or of everything",
        false => ", whatever it is",
    };
    Some(on.among(&format!("no {other}weight {does}{both}.")))
}

/// What one weight would have to be for the leader to change.
///
/// "If Independence counted for more than 32.9% of everything (now 10%), Trust (council) would be ahead; above
/// 40.7%, Trust (DfE)."
fn weight_change(on: Subject<'_>, claim: &WeightClaim, may_be_tried: bool) -> Text {
    let mut text = Text::plain(on.among("if ")).strong(on.criterion(claim.node()));
    let ways = [
        (&claim.above, "more", "above"),
        (&claim.below, "less", "below"),
    ];
    let mut is_first = true;
    for (changes, more, above) in ways {
        let [first, rest @ ..] = changes.as_slice() else {
            continue;
        };
        let is_now = first.threshold.is_now(claim.lines.now * 100.0);
        let place = share_words(&first.threshold);
        text = match (is_first, is_now) {
            (true, true) => text.and(format!(
                " had {more} weight ({} {}{}), ",
                now_words(claim, first),
                of_what(on, claim),
                rest_words(on, claim)
            )),
            (false, true) => text.and(format!("; if {more}, ")),
            (_, false) => {
                let start = if is_first { "" } else { "; if it" };
                text.and(format!("{start} counted for {more} than "))
                    .strong(place)
                    .and(format!(
                        " {} ({}{}), ",
                        of_what(on, claim),
                        now_words(claim, first),
                        rest_words(on, claim)
                    ))
            }
        };
        is_first = false;
        text = text.strong(on.names(&first.leaders)).and(would(first));
        for change in rest {
            text = text
                .and(format!("; {above} "))
                .strong(share_words(&change.threshold))
                .and(", ")
                .strong(on.names(&change.leaders))
                .and(if change.leaders.len() == 1 {
                    ""
                } else {
                    " together"
                });
        }
    }
    let tried = |changes: &[WeightChange]| {
        let first = changes.first().filter(|_| may_be_tried)?;
        let found = trial(on.analysis, claim, first)?;
        leads_then(on, claim, &found, &first.leaders).then_some(found)
    };
    let (up, down) = (tried(&claim.above), tried(&claim.below));
    text.and(".").trying(up).trying(down)
}

fn would(change: &WeightChange) -> &'static str {
    if change.leaders.len() == 1 {
        " would be ahead"
    } else {
        " would be level at the top"
    }
}

/// A share as it is printed, on the side on which its claim holds: `32.9%`.
pub(super) fn share_words(place: &Threshold) -> String {
    format!("{}%", unrounded(place.printed))
}

/// The share now, with digits that tell it from where the leader changes: `now 10%`.
fn now_words(claim: &WeightClaim, change: &WeightChange) -> String {
    format!("now {}", now_share(claim, &change.threshold))
}

/// The share now, with digits that tell it from a threshold.
pub(super) fn now_share(claim: &WeightClaim, place: &Threshold) -> String {
    let now = claim.lines.now * 100.0;
    let near: f64 = format!("{now:.2e}").parse().unwrap_or(now);
    let is_told = match place.side {
        Side::Above => near < place.printed,
        Side::Below => near > place.printed,
    };
    // What is less than a sentence shows is told as that, where its threshold is not as small.
    if is_told && (claim.lines.now <= 0.0 || now >= LEAST || place.printed >= LEAST)
        || place.is_now(now)
    {
        small_percent(claim.lines.now)
    } else if is_told {
        percent(claim.lines.now)
    } else {
        format!("{}%", unrounded(place.now_printed))
    }
}

/// The least share, in percent, that a sentence tells as a number.
const LEAST: f64 = 0.01;

/// A share as [`percent`] has it; what is hardly anything, as that: `less than 0.01%`.
pub(super) fn small_percent(share: f64) -> String {
    match share * 100.0 {
        x if 0.0 < x && x < LEAST => format!("less than {LEAST}%"),
        _ => percent(share),
    }
}

/// `, the rest Quality`: who has the rest where it is one other.
fn rest_words(on: Subject<'_>, claim: &WeightClaim) -> String {
    let rest = claim.lines.partner(on.analysis);
    let rest = rest.map(|other| format!(", the rest {}", on.criterion(other)));
    rest.unwrap_or_default()
}

/// What a share is a share of: `of everything`, or `within Delivery`.
pub(super) fn of_what(on: Subject<'_>, claim: &WeightClaim) -> String {
    match claim.group {
        Some(group) => format!("within {}", on.criterion(group)),
        None => "of everything".to_owned(),
    }
}

/// What single scores would change the leader: its own, if they were worse, and those of others, if
/// they were better; while several lead together, each of them is another.
fn score_changes(on: Subject<'_>, leaders: &[OptionIx]) -> Vec<Text> {
    let flips = score_flips(on.appraisal, on.analysis);
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
            "no single score of another option, raised to 100, puts it first."
        } else {
            "no single score of another option, whatever it is on its scale, puts it first."
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
            "; and {} more, in the table of every score on How sure.",
            count(n)
        )),
    };
    for flip in flips.iter().take(MOST_SCORES) {
        text = text.and(moving_words(on, flip));
    }
    text
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
        amount_words(on, flip.leaf, moving)
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
        return amount_words(on, flip.leaf, amount);
    }
    let (at, _, is_above) = flip_words(on, flip);
    format!("{} {at}", way(is_above))
}

fn way(is_above: bool) -> &'static str {
    if is_above { "above" } else { "below" }
}

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

/// What the lines for one weight say, in a line.
///
/// "The leader changes when Independence counts for more than 32.9% of everything, and again above 40.7%"
pub fn weight_headline(on: Subject<'_>, claim: &WeightClaim) -> String {
    let name = on.criterion(claim.node());
    if !claim.changes_leader() {
        let leaders = on.analysis.verdict.leaders();
        let stay = if leaders.len() > 1 {
            "lead together"
        } else {
            "stays ahead"
        };
        let level: Vec<String> = (claim.level.iter())
            .zip(["0%", "100%"])
            .filter(|(level, _)| !level.is_empty())
            .map(|(level, share)| format!("with {} at {share}", on.names(level)))
            .collect();
        let level = match level.as_slice() {
            [] => String::new(),
            all => format!(", but is level {}", join(all)),
        };
        return format!(
            "{}{} {stay} whatever share {} {name} has{level}",
            on.among(""),
            on.names(leaders),
            of_what(on, claim)
        );
    }
    let ways = [
        (&claim.below, "less", "below"),
        (&claim.above, "more", "above"),
    ];
    let mut parts = Vec::new();
    for (changes, more, above) in ways {
        let [first, rest @ ..] = changes.as_slice() else {
            continue;
        };
        let mut words = if first.threshold.is_now(claim.lines.now * 100.0) {
            format!("{more} than now")
        } else {
            format!("{more} than {}", share_words(&first.threshold))
        };
        if parts.is_empty() {
            words = format!("{words} {}", of_what(on, claim));
        }
        let again: Vec<String> = rest.iter().map(|c| share_words(&c.threshold)).collect();
        if !again.is_empty() {
            words = format!("{words}, and again {above} {}", join(&again));
        }
        parts.push(words);
    }
    on.among(&format!(
        "the leader changes when {name} counts for {}",
        parts.join(", or for ")
    ))
}
