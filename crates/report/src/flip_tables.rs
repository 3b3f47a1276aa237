//! Every weight and every score, with where the leader changes: as tables, exact.

use super::changes::{of_what, share_words};
use super::column::Column;
use super::names::join;
use super::number::{compact, exact_percent, unrounded};
use super::score_changes::{amount_words, score_words};
use super::subject::Subject;
use weighbridge_analysis::{
    AmountFlip, NodeIx, OptionIx, ScoreFlip, Side, TIE, Threshold, WeightClaim, WeightClaims,
    all_score_flips, score_flips,
};
use weighbridge_chart::Table;

/// Every weight with the stretch in which today's leader stays ahead, and who leads where beyond it.
/// A weight within a group has two rows, one for its share of the group and one for that of everything.
pub fn weights_table(on: Subject<'_>) -> Table {
    let tied = on.analysis.verdict.leaders().len() > 1;
    let claims = WeightClaims::new(on.analysis);
    let [caption, from, to] = if tied {
        [
            match (claims.inseparable, claims.count()) {
                (true, 0) => "no weight breaks the tie",
                (true, _) => "beyond these ranges another option takes over from those that tie",
                (false, _) => "beyond these ranges a weight breaks the tie",
            },
            "Tied from",
            "Tied to",
        ]
    } else {
        [
            "how far each weight can move before the leader changes",
            "Safe from",
            "Safe to",
        ]
    };
    let heads = [
        "Weight",
        "Now",
        from,
        to,
        "Below that, leads",
        "Above that, leads",
    ];
    let mut table = Table::new(&on.among(caption), &heads);
    for (claim, same_as) in claims.claims.iter().zip(&claims.same_as) {
        weight_row(on, &mut table, claim, *same_as);
    }
    table
}

/// Who leads, by their short names.
fn who(on: Subject<'_>, options: &[OptionIx]) -> String {
    let names = options.iter().map(|at| on.option_short(*at));
    join(&names.collect::<Vec<_>>())
}

fn weight_row(on: Subject<'_>, table: &mut Table, claim: &WeightClaim, same_as: Option<NodeIx>) {
    let name = on.criterion(claim.node());
    table.start(&format!("{name}, {}", of_what(on, claim)));
    table.words(exact_percent(claim.lines.now), Some(claim.lines.now));
    for (place, share) in [(claim.safe_from, claim.from), (claim.safe_to, claim.to)] {
        let words = match place {
            // A tie that any move breaks holds just here.
            Some(_) if claim.from >= claim.to => exact_percent(share),
            Some(place) => decimals(&place, claim.lines.now),
            None => exact_percent(share),
        };
        table.words(words, Some(share));
    }
    // Who leads next, and from where on whoever follows.
    let [at_zero, at_one] = &claim.level;
    for (level, changes, way, share) in [
        (at_zero, &claim.below, "below", "0%"),
        (at_one, &claim.above, "above", "100%"),
    ] {
        let mut words = String::new();
        for (at, change) in changes.iter().enumerate() {
            if at > 0 {
                let place = decimals(&change.threshold, change.until);
                words += &format!("; {way} {place}, ");
            }
            words += &who(on, &change.leaders);
        }
        if words.is_empty() {
            words = match level.as_slice() {
                [] => "–".to_owned(),
                level => format!("level with {} at {share}", who(on, level)),
            };
        }
        if let Some(of) = same_as.filter(|_| !changes.is_empty()) {
            let of = on.criterion_short(of);
            words += &format!(" (the same change as {of}, seen from the other side)");
        }
        table.words(words, None);
    }
}

/// A threshold to three decimals, on the side on which it is true; with more where three do not tell
/// it from a share that it has to be told from.
fn decimals(place: &Threshold, from: f64) -> String {
    let at = place.at;
    let near = (at * 1e3).round();
    let by = match place.side {
        Side::Above if near / 1e3 < at => 1.0,
        Side::Below if near / 1e3 > at => -1.0,
        Side::Above | Side::Below => 0.0,
    };
    let found = (near + by) / 1e3;
    let room = (from * 100.0 - at).abs() / 2.0;
    if (found - at).abs() <= room && (0.0..=100.0).contains(&found) {
        format!("{found:.3}%")
    } else {
        share_words(place)
    }
}

/// How exact the weights are, and what moves.
pub const WEIGHTS_WORDS: &str =
    "Worked out exactly, shown to three decimals. The other weights keep their proportions.";

/// The scores in the order of their table, and how many of them are within reach.
pub(super) fn all_flips(on: Subject<'_>) -> (Vec<ScoreFlip>, usize) {
    let mut all = score_flips(on.appraisal, on.analysis);
    let within = all.len();
    let every = all_score_flips(on.appraisal, on.analysis).into_iter();
    all.extend(every.filter(|flip| !flip.within));
    (all, within)
}

/// Every score with the value at which the leader changes, to whom, and whether that is within reach:
/// what is within reach first, the smallest change before the others, and then the rest by criterion.
pub fn scores_table(on: Subject<'_>) -> Table {
    let (all, within) = all_flips(on);
    let caption = on.among(&format!(
        "scores that change the leader by themselves: {within} of {}",
        all.len()
    ));
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
    let sized = |flip: &&ScoreFlip| !on.analysis.scales[flip.leaf].has_no_length();
    let decimals = value_decimals(all.iter().filter(sized));
    let column = Column::with(decimals);
    for flip in &all {
        table.start(&on.option(flip.option));
        table.words(on.leaf_short(flip.leaf).into_owned(), None);
        let numbers = sized(&flip)
            .then(|| printed_values(decimals, flip))
            .flatten();
        match &numbers {
            Some([now, at]) => {
                table.words(column.written(*now), Some(flip.now));
                table.words(column.written(*at), Some(flip.at));
                table.words(column.written(at - now), Some(flip.at - flip.now));
            }
            // On a scale without length there is no value to say; of what is too large no decimals are.
            None if !sized(&flip) => (0..3).for_each(|_| table.words("–".to_owned(), None)),
            None => {
                let place = &flip.value;
                table.words(unrounded(place.now_printed), Some(flip.now));
                table.words(unrounded(place.printed), Some(flip.at));
                table.words(compact(flip.at - flip.now), Some(flip.at - flip.now));
            }
        }
        table.words(who(on, &flip.to), None);
        let at = numbers.map_or_else(
            || unrounded(flip.value.printed),
            |[_, at]| column.written(at),
        );
        table.words(reach_words(on, flip, &at), None);
    }
    table
}

/// The decimals of the table: one, none where all is whole, and two more at most where sentences print a place with more, or one
/// could not be told from the value now.
fn value_decimals<'a>(flips: impl Iterator<Item = &'a ScoreFlip> + Clone) -> usize {
    let is_whole = |x: f64| (x - x.round()).abs() <= 1e-9;
    let whole = |flip: &ScoreFlip| is_whole(flip.now) && is_whole(flip.value.at);
    let mut decimals = usize::from(!flips.clone().all(whole));
    for flip in flips {
        let is_told = |d: &usize| {
            let printed = flip.value.printed;
            let said = !flip.within || (printed - nearest(printed, *d)).abs() <= 0.0;
            let told = printed_values(*d, flip).is_none_or(|[now, at]| now != at);
            said && (told || flip.value.is_now(flip.now))
        };
        decimals = (decimals..3).find(is_told).unwrap_or(3);
    }
    decimals
}

/// A number with so many decimals.
fn nearest(x: f64, decimals: usize) -> f64 {
    format!("{x:.decimals$}").parse().unwrap_or(x)
}

/// The value now and the place, in units of the last decimal, so that what is printed for the change is
/// their difference; the place on the side on which its claim holds. `None` where there is no room.
fn printed_values(decimals: usize, flip: &ScoreFlip) -> Option<[i64; 2]> {
    let column = Column::with(decimals);
    let (at, side) = (flip.value.at, flip.value.side);
    if flip.value.is_now(flip.now) {
        let now = column.rounded(flip.now)?;
        return Some([now, now]);
    }
    let near = column.rounded(at)?;
    let off = nearest(at, decimals) - at;
    let noise = 1e-9 * at.abs().max(1.0);
    let by = match side {
        Side::Above if off < -noise => 1,
        Side::Below if off > noise => -1,
        Side::Above | Side::Below => 0,
    };
    Some([column.rounded(flip.now)?, near + by])
}

/// Whether a score is within reach, and which it is.
fn reach_words(on: Subject<'_>, flip: &ScoreFlip, at: &str) -> String {
    if flip.within {
        let words = score_words(on, flip);
        let held = flip.amount.as_ref().is_some_and(|a| a.held);
        return if held {
            format!("Yes: {words}, as the scale is")
        } else if flip.amount.is_none() && flip.point.is_none() {
            // The value itself says it.
            "Yes".to_owned()
        } else {
            let farther = flip.amount.iter().flat_map(AmountFlip::by_who).skip(1);
            let farther = farther.map(|own| {
                let place = amount_words(on, flip.leaf, &own);
                format!("; {place}, {}", who(on, &own.to))
            });
            format!("Yes: {words}{}", farther.collect::<String>())
        };
    }
    let [low, high] = on.analysis.scales[flip.leaf].reach;
    if flip.amount.is_some() {
        "Not possible (the ends of the scale would move)".to_owned()
    } else if flip.at > high + TIE || flip.at < low - TIE {
        format!("Not possible (would need {at})")
    } else {
        "No: level at best".to_owned()
    }
}

/// What the values are, and which scores are not among them.
pub const SCORES_WORDS: &str = "Worked out exactly, shown rounded to the side on which it holds. Values run from 0 (worst) to 100 (best); where the leader changes the two are level, and beyond it the other comes first. Criteria without weight change nothing.";
