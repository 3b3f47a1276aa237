//! How far weights and scores can move before the leader changes, one at a time and together.

use super::changes::{now_share, of_what, share_words, small_percent};
use super::joint_words::several;
use super::lead::lead_points;
use super::names::capital;
use super::number::{compact, count, measured, percent, points, unrounded};
use super::score_changes::{
    amount_words, flip_words, nearest_words, unit, value_words, values_only,
};
use super::single_changes::SingleChanges;
use super::subject::Subject;
use super::text::Text;
use weighbridge_analysis::{
    AmountFlip, AmountStretch, Bar, Driver, OptionIx, SCORE_SWING, ScoreFlip, Side, TIE, Threshold,
    Turn, WEIGHT_SWING, WeightClaim, WeightClaims, all_score_flips, tornado,
};
use weighbridge_model::ScaleKind;
use weighbridge_numeric::sort_ascending;

/// How many bars of the tornado are told in words.
const MOST_BARS: usize = 3;

/// How many of the scores that would change the leader are named.
const MOST_SCORES: usize = 3;

/// Who leads where as one weight goes from nothing to everything; `None` where nobody takes over.
///
/// "Independence alone decides between three winners: Integrated below 32.8% of everything (now
/// 10%), Trust (council) between 32.9% and 40.6%, Trust (DfE) above 40.7%."
pub fn winners_along(on: Subject<'_>, claim: &WeightClaim) -> Option<Text> {
    let segments = &claim.lines.segments;
    let last = segments.len() - 1;
    if last == 0 {
        return None;
    }
    let mut text = Text::plain(on.among(""))
        .strong(on.criterion(claim.node()))
        .and(format!(
            " alone decides between {} winners: ",
            count(segments.len())
        ));
    // Into each stretch, told from its other end.
    let inside = |at: f64, far: f64, side: Side| {
        let far = far * 100.0;
        let away = if side == Side::Above { 0.0 } else { 100.0 };
        share_words(&Threshold::new(at * 100.0, away, side, far))
    };
    let [at_zero, at_one] = &claim.lines.ends;
    for (at, segment) in segments.iter().enumerate() {
        let [from, to] = [segment.from, segment.to];
        if at > 0 {
            text = text.and(", ");
        }
        text = text.strong(on.names(&segment.leaders));
        // At a threshold itself, and at an end where others draw level, nobody leads alone.
        let alone = |end: &[OptionIx]| end == segment.leaders;
        let low = match at {
            0 => (!alone(at_zero)).then(|| "0%".to_owned()),
            _ => Some(inside(from, to, Side::Above)),
        };
        let high = match at {
            _ if at == last => (!alone(at_one)).then(|| "100%".to_owned()),
            _ => Some(inside(to, from, Side::Below)),
        };
        text = text.and(match (low, high) {
            (Some(low), Some(high)) => format!(" between {low} and {high}"),
            (Some(low), None) => format!(" above {low}"),
            (None, Some(high)) => format!(" below {high}"),
            (None, None) => String::new(),
        });
        if at == 0 {
            let now = small_percent(claim.lines.now);
            text = text.and(format!(" {} (now {now})", of_what(on, claim)));
        }
    }
    Some(text.and("."))
}

/// How far one weight can move before the leader changes, and who takes over.
///
/// "Integrated stays first while Independence counts for less than 32.8% of everything (now 10%); above
/// 32.9% and below 40.6%, Trust leads."
pub fn stability_words(on: Subject<'_>, claim: &WeightClaim) -> Text {
    let leader = on.names(on.analysis.verdict.leaders());
    let text = Text::plain(on.among(""))
        .strong(leader)
        .and(" stays first ");
    let of = of_what(on, claim);
    if !claim.changes_leader() {
        return text
            .and("whatever share ")
            .and(of)
            .strong(format!(" {}", on.criterion(claim.node())))
            .and(" has.");
    }
    // At a threshold itself others are level.
    let range = match (claim.safe_from, claim.safe_to) {
        (Some(low), Some(high)) => format!(
            "more than {} and less than {}",
            share_words(&low),
            share_words(&high)
        ),
        (Some(low), None) => format!("more than {}", share_words(&low)),
        (None, Some(high)) => format!("less than {}", share_words(&high)),
        (None, None) => "any share".to_owned(),
    };
    let nearest = claim.below.first().or(claim.above.first());
    let now = nearest.map_or_else(
        || percent(claim.lines.now),
        |change| now_share(claim, &change.threshold),
    );
    let mut text = text
        .and("while ")
        .strong(on.criterion(claim.node()))
        .and(format!(" counts for {range} {of} (now {now})"));
    let ways = [
        (&claim.below, "below", "above"),
        (&claim.above, "above", "below"),
    ];
    for (changes, way, back) in ways {
        if let Some(change) = changes.first() {
            let leads = if change.leaders.len() == 1 {
                "leads"
            } else {
                "tie for the lead"
            };
            text = text
                .and(format!("; {way} "))
                .and(share_words(&change.threshold));
            if let Some(end) = change.up_to() {
                text = text.and(format!(" and {back} {}", share_words(&end)));
            }
            text = text
                .and(", ")
                .strong(on.names(&change.leaders))
                .and(format!(" {leads}"));
        }
    }
    text.and(".")
}

/// What is swung in a bar, in words: `the weight of Pace`, `the score of A on Pace`.
pub fn lever_words(on: Subject<'_>, lever: Driver) -> String {
    format!("the {}", lever_name(on, lever))
}

/// The same as the name of a row: `weight of Pace`.
pub(super) fn lever_name(on: Subject<'_>, lever: Driver) -> String {
    match lever {
        Driver::Weight(node) => match on.analysis.nodes[node].parent {
            // It is swung within its group.
            Some(branch) => format!(
                "weight of {} within {}",
                on.criterion(node),
                on.criterion(branch)
            ),
            None => format!("weight of {}", on.criterion(node)),
        },
        Driver::Score { option, leaf } => {
            format!("score of {} on {}", on.option(option), on.leaf(leaf))
        }
    }
}

/// The ends of a bar, in words, the low one first: `20%`, `80`, `12 weeks`, or `a value of 80` where a
/// value has no amount of its own.
pub fn end_words(on: Subject<'_>, bar: &Bar) -> [String; 2] {
    let ends = [bar.low, bar.high];
    match bar.lever {
        Driver::Weight(_) => ends.map(percent),
        Driver::Score { leaf, .. } => match bar.amounts {
            Some(amounts) => {
                let unit = unit(on, leaf);
                told_apart(amounts).map(|amount| measured(&unrounded(amount), unit))
            }
            None => ends.map(|end| value_words(on, leaf, three_digits(end))),
        },
    }
}

/// The amounts at the ends of a bar with three digits, or as many as tell them from the amount now.
fn told_apart([now, low, high]: [f64; 3]) -> [f64; 2] {
    for digits in 2..15 {
        let [now, low, high] = [now, low, high].map(|x| rounded(x, digits));
        let apart = |a: f64, b: f64| (a - b).abs() > 0.0;
        let is_told = apart(low, now) && apart(high, now);
        if apart(low, high) && (is_told || digits > 4) {
            return [low, high];
        }
    }
    [low, high]
}

/// A value with three significant digits.
fn three_digits(value: f64) -> f64 {
    rounded(value, 2)
}

/// A number with so many digits after the first.
fn rounded(x: f64, digits: usize) -> f64 {
    format!("{x:.digits$e}").parse().unwrap_or(x)
}

/// Past where the lead is lost: `above 12.1%`, `below 13.3`, `above 45.4 weeks`.
pub(super) fn turn_words(on: Subject<'_>, lever: Driver, turn: &Turn) -> String {
    let way = match turn.threshold.side {
        Side::Above => "above",
        Side::Below => "below",
    };
    match lever {
        Driver::Weight(_) => format!("{way} {}", share_words(&turn.threshold)),
        Driver::Score { leaf, .. } => {
            if let Some(amounts) = &turn.amounts {
                return nearest_words(on, leaf, amounts);
            }
            let id = &on.analysis.leaf_node(leaf).id;
            let scale = on.appraisal.criterion(id).map(|c| &c.scale.kind);
            let value = unrounded(turn.threshold.printed);
            match scale {
                Some(ScaleKind::Direct) => format!("{way} {value}"),
                _ => format!("{way} a value of {value}"),
            }
        }
    }
}

/// What one bar of the tornado says.
pub fn bar_words(on: Subject<'_>, bar: &Bar) -> Text {
    let [low, high] = end_words(on, bar);
    let end = |end: String, lead: f64| {
        let lead = if lead.abs() <= TIE {
            "level".to_owned()
        } else if lead < 0.0 {
            format!("{} behind", points(-lead))
        } else {
            format!("{} ahead", points(lead))
        };
        format!("{lead} at {end}")
    };
    let mut text = Text::plain(on.among("from the low to the high end of "))
        .strong(lever_words(on, bar.lever))
        .and(format!(
            "{}, the leader goes from {} to {}",
            if bar.stated { " as stated" } else { "" },
            end(low, bar.at_low),
            end(high, bar.at_high)
        ));
    for turn in [&bar.turn_low, &bar.turn_high].into_iter().flatten() {
        text = text
            .and("; it loses the lead to ")
            .strong(on.names(&turn.to))
            .and(" ")
            .and(turn_words(on, bar.lever, turn));
    }
    text.and(".")
}

/// What stands out among the bars, in a line; `None` when there are none.
///
/// "No single change of 10 points overturns the lead. Independence matters most"
pub fn tornado_headline(on: Subject<'_>, bars: &[Bar]) -> Option<String> {
    let first = bars.first()?;
    let turning = bars.iter().filter(|b| b.turns()).count();
    let stated = bars.iter().any(|bar| bar.stated);
    let who = match (turning, bars.len()) {
        (0, _) if stated => {
            "no single change within these ranges puts another option first".to_owned()
        }
        (0, _) => format!(
            "no single change of {} points overturns the lead",
            compact(SCORE_SWING)
        ),
        (1, 1) => "this change would put another option first".to_owned(),
        (turning, all) => format!(
            "{} of {} such changes would put another option first",
            count(turning),
            count(all)
        ),
    };
    let most = match first.lever {
        Driver::Weight(node) => format!("The weight of {}", on.criterion_short(node)),
        Driver::Score { .. } => capital(&lever_words(on, first.lever)),
    };
    Some(format!("{}. {most} matters most", on.among(&who)))
}

/// Why nothing is said of the lead while several share it; `None` when one leads.
pub fn tie_words(on: Subject<'_>) -> Option<Text> {
    let tied = on.analysis.verdict.leaders();
    (tied.len() > 1).then(|| {
        let decides = match WeightClaims::new(on.analysis).inseparable {
            true => " lead together, so there is no lead to move: no single weight tells them apart, and the slightest change of one of their scores decides.",
            false => " lead together, so there is no lead to move: the slightest change of a weight that tells them apart, or of one of their scores, decides.",
        };
        Text::plain(on.among(""))
            .strong(on.names(tied))
            .and(decides)
    })
}

/// How far things are swung where nobody stated a range.
pub fn swing_words(on: Subject<'_>) -> String {
    let grouped = on.analysis.nodes.iter().any(|node| node.parent.is_some());
    format!(
        "Weights are moved {} percentage points{} either way and scores {} points of value, unless a range was stated.",
        compact(WEIGHT_SWING * 100.0),
        if grouped { " within their group" } else { "" },
        compact(SCORE_SWING)
    )
}

/// What a score has to do, and where: `rises `, `above 89.5`; where it does so only between two
/// places, or in more than one stretch, `is ` and each of them: `is `, `above 45.4 weeks and below 55 weeks`.
fn score_does(on: Subject<'_>, flip: &ScoreFlip) -> (&'static str, String) {
    let through = |stretch: &AmountStretch| stretch.until.is_none();
    if let Some(amount) = flip.amount.as_ref().map(AmountFlip::whoever)
        && !matches!(amount.stretches.as_slice(), [one] if through(one))
    {
        return ("is ", amount_words(on, flip.leaf, &amount));
    }
    let (place, _, up) = flip_words(on, flip);
    if up {
        ("rises ", format!("above {place}"))
    } else {
        ("drops ", format!("below {place}"))
    }
}

/// What one score by itself does: whether the runner-up can close the gap, and where the leader
/// falls.
///
/// "No single score of the runner-up, Trust (council), closes the gap of 17.0 points." and "The
/// leader falls if its own Front line score drops below 13.3 or its Partners score below 5."
pub fn single_scores(on: Subject<'_>) -> Vec<Text> {
    single_scores_of(on, &all_score_flips(on.appraisal, on.analysis))
}

fn single_scores_of(on: Subject<'_>, all: &[ScoreFlip]) -> Vec<Text> {
    let [leader] = on.analysis.verdict.leaders() else {
        return Vec::new();
    };
    let Some(own) = all.iter().find(|f| f.option == *leader) else {
        return Vec::new();
    };
    let next = &own.to;
    let Some(nearest) = next.first() else {
        return Vec::new();
    };
    let total = |at: OptionIx| on.analysis.options[at].total.value().unwrap_or(0.0);
    let of = |who: &[OptionIx]| -> Vec<&ScoreFlip> {
        let mut found: Vec<_> = all
            .iter()
            .filter(|f| f.within && who.contains(&f.option))
            .collect();
        sort_ascending(&mut found, |f| (f.at - f.now).abs());
        found
    };
    // "its own X score drops below 13 or its Y score below 5", and how many more.
    let listed = |flips: &[&ScoreFlip]| {
        let mut verb = "";
        let each = flips.iter().take(MOST_SCORES).enumerate().map(|(at, f)| {
            let own = if at == 0 { "own " } else { "" };
            let (does, place) = score_does(on, f);
            // What is said once holds for those that follow.
            let does = if verb == does { "" } else { does };
            if !does.is_empty() {
                verb = does;
            }
            let held = f.amount.as_ref().is_some_and(|a| a.held);
            let held = if held { " on the scale as it is" } else { "" };
            format!("its {own}{} score {does}{place}{held}", on.leaf(f.leaf))
        });
        let each: Vec<String> = each.collect();
        let more = match flips.len() - each.len() {
            0 => String::new(),
            1 => ", or with one more score".to_owned(),
            n => format!(", or with one of {} more scores", count(n)),
        };
        format!("{}{more}.", each.join(" or "))
    };
    let gap = lead_points(
        total(*leader) - total(*nearest),
        on.appraisal.frame.margin.get(),
    );
    let mut found = Vec::new();
    // Of several runners-up each has scores of its own.
    for one in next {
        let rising = of(&[*one]);
        let text = |words: &str| Text::plain(on.among(words));
        let the = if next.len() == 1 { "the" } else { "a" };
        found.push(if rising.is_empty() {
            text(&format!("no single score of {the} runner-up, "))
                .strong(on.option(*one))
                .and(format!(", closes the gap of {gap}."))
        } else {
            text("")
                .strong(on.option(*one))
                .and(format!(", {the} runner-up, closes the gap of {gap} if "))
                .and(listed(&rising))
        });
    }
    let falling = of(&[*leader]);
    found.push(if falling.is_empty() {
        Text::plain(on.among(if values_only(on) {
            "no single score of the leader, lowered to 0, costs it the first place."
        } else {
            "no single score of the leader, whatever it is on its scale, costs it the first place."
        }))
    } else {
        Text::plain(on.among("the leader falls if ")).and(listed(&falling))
    });
    found
}

/// How robust the answer is, the most telling first: single scores, weights along which three or
/// more win, the nearest change of weights and of scores, which options no weights put first, and what
/// moves the lead most.
pub fn robustness(on: Subject<'_>) -> Vec<Text> {
    robustness_of(on, &SingleChanges::of(on))
}

/// As [`robustness`], of what is worked out already.
pub(super) fn robustness_of(on: Subject<'_>, single: &SingleChanges) -> Vec<Text> {
    let mut found = single_scores_of(on, &single.flips);
    let claims = &single.claims;
    let all = claims.claims.iter().zip(&claims.same_as);
    let untold = all.filter(|(_, same_as)| same_as.is_none());
    let untold = untold.map(|(claim, _)| claim);
    let three = claims.each_listed().filter_map(|listed| {
        let node = listed.node();
        let mut own = [listed].into_iter().chain(untold.clone());
        own.find(|c| c.node() == node && c.lines.segments.len() > 2)
    });
    found.extend(three.filter_map(|c| winners_along(on, c)));
    found.extend(tie_words(on));
    found.extend(several(on));
    let bars = tornado(on.appraisal, on.analysis, MOST_BARS);
    found.extend(bars.iter().map(|bar| bar_words(on, bar)));
    if bars.iter().any(|bar| !bar.stated) {
        found.push(Text::plain(swing_words(on)));
    }
    found
}
