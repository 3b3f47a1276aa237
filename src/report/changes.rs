//! What would change the result: single weights, and single scores.

use super::findings::Subject;
use super::lead::headline;
use super::names::{capital, join};
use super::number::{count, exact, measured, percent};
use super::text::Text;
use super::trial::trial;
use crate::analysis::{
    AmountFlip, Analysis, Flip, ScoreFlip, Share, Side, Threshold, Total, Verdict, WeightLines,
    score_flips, weight_lines,
};
use crate::model::ScaleKind;

/// Shares closer than this are the same.
const SAME: f64 = 1e-9;

/// How many of the scores that would change the result a sentence names.
const MOST_SCORES: usize = 3;

/// How many options have a total, so that they can be compared.
fn compared(on: Subject<'_>) -> usize {
    let options = on.analysis.options.iter();
    options.filter(|o| o.total.value().is_some()).count()
}

fn incomplete(on: Subject<'_>) -> Vec<usize> {
    let is_open = |at: &usize| matches!(on.analysis.options[*at].total, Total::Incomplete { .. });
    (0..on.analysis.options.len()).filter(is_open).collect()
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
    Some(Text::plain("").strong(on.names(&open)).and(format!(
        " {has} scores missing, so {is} left out of what would change the answer."
    )))
}

/// The weights that are changes of their own: of two that share a group, the first stands for both.
pub(super) fn distinct<'a>(analysis: &Analysis, lines: &'a [WeightLines]) -> Vec<&'a WeightLines> {
    let mut found: Vec<&WeightLines> = Vec::new();
    for line in lines {
        if !found.iter().any(|l| l.mirrors(line, analysis)) {
            found.push(line);
        }
    }
    found
}

/// How sure the answer is, in a line, as far as single weights and missing scores go; `None` while
/// there are not two options to compare.
pub fn sureness(on: Subject<'_>, lines: &[WeightLines]) -> Option<String> {
    if compared(on) < 2 {
        return None;
    }
    let own = distinct(on.analysis, lines).into_iter();
    let flipping = own.filter(|l| !l.flips.is_empty()).count();
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
        0 if unsettled => {
            "No single weight changes the answer, but missing scores could".to_owned()
        }
        _ if unsettled => {
            format!("{weights} could {each}change the answer, and so could missing scores")
        }
        0 if is_narrow => {
            "The lead is narrow, but no single weight changes who is ahead".to_owned()
        }
        _ if is_narrow => {
            format!("The lead is narrow, and {weights} could {each}change who is ahead")
        }
        0 if !incomplete(on).is_empty() => {
            "Among the options with all their scores, no single weight changes the answer"
                .to_owned()
        }
        0 if lines.is_empty() => {
            "With one criterion there is no weight to change: the scores decide alone".to_owned()
        }
        0 => "The answer holds whatever any single weight is".to_owned(),
        _ => format!("{weights} could {each}change the answer"),
    };
    Some(capital(&words))
}

/// What would change the result, most likely first: single weights, single scores. With a tie,
/// which weights would break it.
pub fn changes(on: Subject<'_>) -> Vec<Text> {
    if compared(on) < 2 {
        return Vec::new();
    }
    let lines: Vec<WeightLines> = (0..on.analysis.nodes.len())
        .filter_map(|node| weight_lines(on.analysis, node))
        .collect();
    let lines = distinct(on.analysis, &lines);
    let leaders = on.analysis.verdict.leaders();
    let mut found = match leaders {
        [] => return Vec::new(),
        [_] => weight_changes(on, &lines),
        tied => tie_breaks(on, tied, &lines),
    };
    found.extend(score_changes(on, leaders));
    found
}

/// A sentence for each weight that could change the leader, the nearest first, and one for the rest.
fn weight_changes(on: Subject<'_>, lines: &[&WeightLines]) -> Vec<Text> {
    let mut near: Vec<(f64, Text)> = lines.iter().filter_map(|l| weight_change(on, l)).collect();
    crate::order::sort(&mut near, |a, b| a.0.total_cmp(&b.0));
    let mut found: Vec<Text> = near.into_iter().map(|(_, text)| text).collect();
    // Where every weight is listed, there is no other.
    let words = match (found.len(), lines.len() - found.len()) {
        (_, 0) => None,
        (0, 1) => Some("The weight of a criterion, from 0 to 100%, does not change the leader."),
        (0, _) => Some("No single weight, from 0 to 100%, changes the leader."),
        _ => Some("No other single weight, from 0 to 100%, changes the leader."),
    };
    found.extend(words.map(Text::plain));
    found
}

/// Who would lead as one weight moves away from where it is, for each weight that tells the tied
/// apart.
fn tie_breaks(on: Subject<'_>, tied: &[usize], lines: &[&WeightLines]) -> Vec<Text> {
    let mut found = Vec::new();
    for lines in lines {
        let mut segments = lines.segments.iter();
        let above = segments.clone().find(|s| s.to > lines.now + SAME);
        let below = segments.rfind(|s| s.from < lines.now - SAME);
        let breaks = |leaders: &Vec<usize>| leaders != tied;
        let above = above.map(|s| &s.leaders).filter(|l| breaks(l));
        let below = below.map(|s| &s.leaders).filter(|l| breaks(l));
        let name = on.criterion(lines.node);
        let now = format!(
            " of {} ({})",
            whole(on, lines.node, lines.share),
            now_words(on, lines)
        );
        let start = |more: &str| {
            Text::plain("If ")
                .strong(name.clone())
                .and(format!(" had {more}{now}, "))
        };
        let would = |text: Text, leaders: &[usize]| {
            text.strong(on.names(leaders)).and(if leaders.len() == 1 {
                " would lead"
            } else {
                " would tie for the lead"
            })
        };
        found.extend(match (above, below) {
            (None, None) => None,
            (Some(above), None) => Some(would(start("more"), above).and(".")),
            (None, Some(below)) => Some(would(start("less"), below).and(".")),
            (Some(above), Some(below)) => {
                Some(would(would(start("more"), above).and("; if less, "), below).and("."))
            }
        });
    }
    if found.is_empty() && !lines.is_empty() {
        found.push(Text::plain(
            "No single weight, from 0 to 100%, breaks the tie.",
        ));
    }
    found
}

/// What one weight would have to be for the leader to change, and how far that is from now.
fn weight_change(on: Subject<'_>, lines: &WeightLines) -> Option<(f64, Text)> {
    let above: Vec<&Flip> = lines.flips.iter().filter(|f| f.at > lines.now).collect();
    let below: Vec<&Flip> = lines
        .flips
        .iter()
        .rev()
        .filter(|f| f.at <= lines.now)
        .collect();
    let whole = whole(on, lines.node, lines.share);
    let start = Text::plain("If ").strong(on.criterion(lines.node));
    let now = format!(" of {whole} ({}), ", now_words(on, lines));
    let mut text = None;
    let mut distance = f64::MAX;
    if let [first, rest @ ..] = above.as_slice() {
        distance = first.at - lines.now;
        let mut sentence = start
            .clone()
            .and(" had more than ")
            .strong(percent(first.at))
            .and(now.clone())
            .strong(on.names(&first.above))
            .and(" would lead");
        for flip in rest {
            sentence = sentence
                .and("; above ")
                .strong(percent(flip.at))
                .and(", ")
                .strong(on.names(&flip.above));
        }
        text = Some(sentence.and("."));
    }
    if let [first, rest @ ..] = below.as_slice() {
        distance = distance.min(lines.now - first.at);
        let opening = match text {
            Some(text) => text.and(" If it had less than "),
            None => start.and(" had less than "),
        };
        let mut sentence = opening
            .strong(percent(first.at))
            .and(now)
            .strong(on.names(&first.below))
            .and(" would lead");
        for flip in rest {
            sentence = sentence
                .and("; below ")
                .strong(percent(flip.at))
                .and(", ")
                .strong(on.names(&flip.below));
        }
        text = Some(sentence.and("."));
    }
    let tried = |above: bool, flip: Option<&&Flip>| {
        flip.and_then(|flip| trial(on.analysis, lines, above, flip.at * 100.0))
    };
    let (up, down) = (tried(true, above.first()), tried(false, below.first()));
    text.map(|text| (distance, text.trying(up).trying(down)))
}

/// `now 10%`, and who has the rest where it is one other.
fn now_words(on: Subject<'_>, lines: &WeightLines) -> String {
    let rest = lines.partner(on.analysis);
    let rest = rest.map(|other| format!(", the rest {}", on.criterion(other)));
    format!("now {}{}", percent(lines.now), rest.unwrap_or_default())
}

/// What a share is a share of: the whole weight, or that of the branch.
pub(super) fn whole(on: Subject<'_>, node: usize, share: Share) -> String {
    match (share, on.analysis.nodes[node].parent) {
        (Share::Local, Some(branch)) => {
            format!("the weight within {}", on.criterion(branch))
        }
        _ => "the weight".to_owned(),
    }
}

/// What single scores would change the leader: its own, if they were worse, and those of others, if
/// they were better; while several lead together, each of them is another.
fn score_changes(on: Subject<'_>, leaders: &[usize]) -> Vec<Text> {
    let flips = score_flips(on.appraisal, on.analysis);
    let of = |option: usize| -> Vec<&ScoreFlip> {
        flips.iter().filter(|flip| flip.option == option).collect()
    };
    let values_only = on
        .analysis
        .counted_leaves()
        .into_iter()
        .all(|leaf| matches!(scale(on, leaf), Some(ScaleKind::Direct)));
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
            let text = Text::plain("No single score of ").strong(on.option(leader));
            found.push(text.and(how));
        }
        // Where an end of a scale moves, who takes over may depend on the score.
        let mut rest = own.as_slice().to_vec();
        while let Some(next) = rest.first().map(|flip| flip.to.clone()) {
            let (these, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|f| f.to == next);
            let text = Text::plain("")
                .strong(on.names(&next))
                .and(" would come first if ")
                .strong(on.option(leader))
                .and(" scored ");
            found.push(listed(on, text, &these));
            rest = others;
        }
    }
    let others = on.analysis.in_rank_order().into_iter();
    let rising: Vec<(usize, Vec<&ScoreFlip>)> = others
        .filter(|at| single != Some(*at))
        .map(|at| (at, of(at)))
        .filter(|(_, flips)| !flips.is_empty())
        .collect();
    if rising.is_empty() {
        found.push(Text::plain(if values_only {
            "No single score of another option, raised to 100, puts it first."
        } else {
            "No single score of another option, whatever it is on its scale, puts it first."
        }));
    }
    found.extend(rising.into_iter().map(|(at, flips)| {
        let text = Text::plain("")
            .strong(on.option(at))
            .and(" would come first if it scored ");
        listed(on, text, &flips)
    }));
    found
}

/// A text with scores added: `below 13.3 on Front line (now 70), or below 5 on Partners (now 90).`
fn listed(on: Subject<'_>, mut text: Text, flips: &[&ScoreFlip]) -> Text {
    let shown = &flips[..flips.len().min(MOST_SCORES)];
    for (at, flip) in shown.iter().enumerate() {
        if at > 0 {
            text = text.and(", or ");
        }
        text = one(on, text, flip);
    }
    let mut text = match flips.len() - shown.len() {
        0 => text.and("."),
        n => text.and(format!(
            "; and {} more, in the table of every score on How sure.",
            count(n)
        )),
    };
    for flip in shown {
        text = text.and(moving_words(on, flip));
    }
    text
}

/// That the amounts of a flip are on the scale as it is, and what it takes when its ends move with
/// the amount; nothing where that makes no difference.
fn moving_words(on: Subject<'_>, flip: &ScoreFlip) -> String {
    let held = flip.amount.as_ref().is_some_and(|amount| amount.held);
    let Some(moving) = flip.moving.as_ref().filter(|_| held) else {
        return String::new();
    };
    let then = if moving.to == flip.to {
        String::new()
    } else {
        format!(", and {} would come first", on.names(&moving.to))
    };
    format!(
        " This is on the scale of {} as it is now, whose ends would move with the amount: then it takes {}{then}.",
        on.leaf(flip.leaf),
        amount_words(on, flip.leaf, moving)
    )
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

fn amount_words(on: Subject<'_>, leaf: usize, flip: &AmountFlip) -> String {
    let unit = match scale(on, leaf) {
        Some(ScaleKind::Measure(measure)) => measure.unit.as_str(),
        _ => "",
    };
    let place = |t: &Threshold| {
        let amount = measured(&exact(t.printed), unit);
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
                measured(&exact(place.printed), &measure.unit),
                measured(&exact(amount.now), &measure.unit),
                place.side == Side::Above,
            )
        }
        // Past the last point that is not enough.
        (_, _, Some(point)) => (
            format!("“{}”", point.not_yet),
            format!("“{}”", point.now),
            is_above,
        ),
        (Some(ScaleKind::Direct), ..) => (exact(flip.value.printed), exact(flip.now), is_above),
        _ => (
            value_words(on, flip.leaf, flip.value.printed),
            exact(flip.value.now_printed),
            is_above,
        ),
    }
}

fn scale<'a>(on: Subject<'a>, leaf: usize) -> Option<&'a ScaleKind> {
    let found = on.appraisal.criterion(&on.analysis.leaf_node(leaf).id);
    found.map(|c| &c.scale.kind)
}

/// A value on a leaf, with the digits it has: `80`, or `a value of 80` where something else than a
/// value is scored.
pub(super) fn value_words(on: Subject<'_>, leaf: usize, value: f64) -> String {
    let value = exact(value);
    match scale(on, leaf) {
        Some(ScaleKind::Direct) => value,
        _ => format!("a value of {value}"),
    }
}

/// What the lines for one weight say, in a line.
pub fn weight_headline(on: Subject<'_>, lines: &WeightLines) -> String {
    let name = on.criterion(lines.node);
    match lines.flips.as_slice() {
        [] => {
            let leaders = lines.segments.first().map(|s| s.leaders.clone());
            let leaders = leaders.unwrap_or_default();
            let stay = if leaders.len() > 1 {
                "lead together"
            } else {
                "stays ahead"
            };
            format!(
                "{} {stay} whatever the weight of {name}",
                on.names(&leaders)
            )
        }
        flips => {
            let places: Vec<String> = flips.iter().map(|f| percent(f.at)).collect();
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            format!(
                "The leader changes when {name} has {} of {}",
                join(&places),
                whole(on, lines.node, lines.share)
            )
        }
    }
}
