//! Every weight and every score, with where the leader changes: as tables, exact.

use super::changes::score_words;
use super::findings::Subject;
use super::names::join;
use super::number::{exact, finely, short};
use crate::analysis::{
    ScoreFlip, Segment, Share, TIE, WeightLines, all_score_flips, score_flips, weight_lines,
    weight_lines_of,
};
use crate::chart::Table;

/// Every weight with the stretch in which today's leader stays ahead, and who leads where beyond it.
/// A weight within a group has two rows, one for its share of the group and one for that of the whole.
pub fn weights_table(on: Subject<'_>) -> Table {
    let tied = on.analysis.verdict.leaders().len() > 1;
    let [caption, from] = if tied {
        ["Beyond these ranges a weight breaks the tie", "Tied from"]
    } else {
        [
            "Today’s leader stays ahead while a weight is within its range",
            "Leader stays ahead from",
        ]
    };
    let heads = ["Weight", "Now", from, "To", "Leads below", "Leads above"];
    let mut table = Table::new(caption, &heads);
    for (at, node) in on.analysis.nodes.iter().enumerate() {
        let name = on.criterion(at);
        let Some(branch) = node.parent else {
            if let Some(lines) = weight_lines(on.analysis, at) {
                weight_row(on, &mut table, &name, &lines);
            }
            continue;
        };
        let within = format!("{name}, within {}", on.criterion(branch));
        let whole = format!("{name}, of the whole");
        for (name, share) in [(within, Share::Local), (whole, Share::Cumulative)] {
            if let Some(lines) = weight_lines_of(on.analysis, at, share) {
                weight_row(on, &mut table, &name, &lines);
            }
        }
    }
    table
}

/// Who leads, by their short names.
fn who(on: Subject<'_>, options: &[usize]) -> String {
    let names = options.iter().map(|at| on.option_short(*at));
    join(&names.collect::<Vec<_>>())
}

fn weight_row(on: Subject<'_>, table: &mut Table, name: &str, lines: &WeightLines) {
    let now = lines.now;
    let stays = lines.segments.iter().find(|s| {
        s.leaders == on.analysis.verdict.leaders() && s.from <= now + TIE && now <= s.to + TIE
    });
    // A tie that any move breaks holds just here.
    let (from, to) = stays.map_or((now, now), |s| (s.from, s.to));
    table.start(name);
    for share in [now, from, to] {
        table.words(finely(share), Some(share));
    }
    // Who leads next, and from where on whoever follows.
    let mut cell = |beyond: Vec<&Segment>, end: fn(&Segment) -> f64, way: &str| {
        let mut words = String::new();
        for (at, segment) in beyond.into_iter().enumerate() {
            if at > 0 {
                words += &format!("; {way} {}, ", finely(end(segment)));
            }
            words += &who(on, &segment.leaders);
        }
        if words.is_empty() {
            words += "–";
        }
        table.words(words, None);
    };
    let all = lines.segments.iter();
    let below = all.clone().rev().filter(|s| s.to <= from + TIE);
    cell(below.collect(), |s| s.to, "below");
    cell(
        all.filter(|s| s.from >= to - TIE).collect(),
        |s| s.from,
        "above",
    );
}

/// How exact the weights are, and what moves.
pub const WEIGHTS_WORDS: &str =
    "Exact, to three decimals; the other weights keep their proportions.";

/// Every score with the value at which the leader changes, to whom, and whether that is within reach:
/// what is within reach first, the smallest change before the others, and then the rest by criterion.
pub fn scores_table(on: Subject<'_>) -> Table {
    let mut all = score_flips(on.appraisal, on.analysis);
    let within = all.len();
    let every = all_score_flips(on.appraisal, on.analysis).into_iter();
    all.extend(every.filter(|flip| !flip.within));
    let caption = format!(
        "Scores that change the leader by themselves: {within} of {}",
        all.len()
    );
    let heads = [
        "Option",
        "Criterion",
        "Value now",
        "Leader changes at",
        "Change",
        "Then first",
        "Within reach",
    ];
    let mut table = Table::new(&caption, &heads);
    for flip in &all {
        table.start(&on.option(flip.option));
        table.words(on.leaf_short(flip.leaf).into_owned(), None);
        let place = &flip.value;
        table.words(exact(place.now_printed), Some(flip.now));
        table.words(exact(place.printed), Some(flip.at));
        table.words(short(flip.at - flip.now), Some(flip.at - flip.now));
        table.words(who(on, &flip.to), None);
        table.words(reach_words(on, flip), None);
    }
    table
}

/// Whether a score is within reach, and which it is.
fn reach_words(on: Subject<'_>, flip: &ScoreFlip) -> String {
    if flip.within {
        let words = score_words(on, flip);
        let held = flip.amount.as_ref().is_some_and(|a| a.held);
        return if held {
            format!("Yes: {words}, as the scale is")
        } else if flip.amount.is_none() && flip.point.is_none() {
            // The value itself says it.
            "Yes".to_owned()
        } else {
            format!("Yes: {words}")
        };
    }
    let [low, high] = on.analysis.scales[flip.leaf].reach;
    if flip.amount.is_some() {
        "Not possible (the ends of the scale would move)".to_owned()
    } else if flip.at > high + TIE || flip.at < low - TIE {
        let value = exact(flip.value.printed);
        format!("Not possible (would need {value})")
    } else {
        "No: level at best".to_owned()
    }
}

/// What the values are, and which scores are not among them.
pub const SCORES_WORDS: &str = "Exact. Values run from 0 (worst) to 100 (best); where the leader changes the two are level, and beyond it the other comes first. Criteria without weight change nothing.";
