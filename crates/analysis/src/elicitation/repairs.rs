//! What would make inconsistent judgements of difference consistent.

use super::MOST_ELEMENTS;
use super::macbeth::{EXTREME, Judgement, feasible, read};
use weighbridge_numeric::sort_by;

/// A judgement, and what it would have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which, by its place in the list given.
    pub judgement: usize,
    /// The lowest category it would be.
    pub low: u8,
    /// The highest.
    pub high: u8,
    /// By how many categories it moves.
    pub steps: u8,
}

/// The most judgements of which two are tried at a time: those of eight elements.
pub const MOST_FOR_TWO: usize = 28;

/// Each way to make inconsistent judgements (see [`macbeth`](super::macbeth())) consistent by
/// moving one judgement up or down the categories, by the fewest steps for that judgement; the ways
/// with the fewest steps first. A range moves as a whole, and ends where the categories end.
///
/// When no single judgement will do, and there are at most [`MOST_FOR_TWO`] judgements, each way to do it
/// by moving two by one step; and where there is none, for each two judgements that can repair it the move
/// with the fewest steps. Every way is a list of one or two changes; without ways, the list is empty,
/// and so it is when nothing needs to be changed.
///
/// ```
/// use weighbridge_analysis::elicitation::{Judgement, repairs};
/// let judge = |better, worse, category| Judgement { better, worse, low: category, high: category };
/// let ways = repairs(3, &[judge(0, 1, 4), judge(1, 2, 2), judge(0, 2, 3)]);
/// let first = ways[0][0];
/// assert_eq!((first.judgement, first.low), (0, 3), "the part is not more than the whole");
/// ```
pub fn repairs(n: usize, judgements: &[Judgement]) -> Vec<Vec<Change>> {
    let (used, _) = read(n, judgements);
    let mut ways: Vec<Vec<Change>> = Vec::new();
    if n > MOST_ELEMENTS || mends(n, &used, &[]) {
        return ways;
    }
    for steps in 1..=EXTREME {
        let shorter = ways.len();
        for own in &used {
            let known = |way: &Vec<Change>| way.iter().any(|c| c.judgement == own.0);
            if ways.iter().take(shorter).any(known) {
                continue;
            }
            for change in moved(own, steps).into_iter().flatten() {
                if mends(n, &used, &[change]) {
                    ways.push(vec![change]);
                }
            }
        }
    }
    if ways.is_empty() && used.len() <= MOST_FOR_TWO {
        let all: Vec<Change> = used.iter().flat_map(|j| moved(j, 1)).flatten().collect();
        for (at, first) in all.iter().enumerate() {
            for second in all.iter().skip(at + 1) {
                let two = [*first, *second];
                if first.judgement != second.judgement && mends(n, &used, &two) {
                    ways.push(two.to_vec());
                }
            }
        }
        if ways.is_empty() {
            ways = farther(n, &used);
        }
    }
    ways
}

/// Each way to make inconsistent judgements consistent by moving one judgement by the fewest steps that any
/// judgement needs: quick enough for a sentence, where [`repairs`] may look at moves of two. Empty where no
/// single judgement will do, and where nothing needs to be changed.
///
/// ```
/// use weighbridge_analysis::elicitation::{Judgement, nearest_repairs};
/// let judge = |better, worse, category| Judgement { better, worse, low: category, high: category };
/// let ways = nearest_repairs(3, &[judge(0, 1, 4), judge(1, 2, 2), judge(0, 2, 3)]);
/// assert!(ways.iter().all(|change| change.steps == 1));
/// assert_eq!((ways[0].judgement, ways[0].low), (0, 3));
/// ```
pub fn nearest_repairs(n: usize, judgements: &[Judgement]) -> Vec<Change> {
    let (used, _) = read(n, judgements);
    if n > MOST_ELEMENTS || mends(n, &used, &[]) {
        return Vec::new();
    }
    for steps in 1..=EXTREME {
        let all = used.iter().flat_map(|own| moved(own, steps)).flatten();
        let ways: Vec<Change> = all.filter(|way| mends(n, &used, &[*way])).collect();
        if !ways.is_empty() {
            return ways;
        }
    }
    Vec::new()
}

/// For each two judgements without which the others are consistent, their move with the fewest steps.
fn farther(n: usize, used: &[(usize, Judgement)]) -> Vec<Vec<Change>> {
    let all = |own: &(usize, Judgement)| -> Vec<Change> {
        let far = (1..=EXTREME).flat_map(|steps| moved(own, steps));
        far.flatten().collect()
    };
    let mut ways: Vec<Vec<Change>> = Vec::new();
    for (at, first) in used.iter().enumerate() {
        for (other, second) in used.iter().enumerate().skip(at + 1) {
            let rest = used.iter().enumerate();
            let rest = rest.filter(|(place, _)| *place != at && *place != other);
            if feasible(n, rest.map(|(_, (_, own))| own)) != Some(true) {
                continue;
            }
            let mut moves: Vec<[Change; 2]> = Vec::new();
            for one in all(first) {
                moves.extend(all(second).into_iter().map(|two| [one, two]));
            }
            sort_by(&mut moves, |a, b| steps(a).cmp(&steps(b)));
            let found = moves.iter().find(|two| mends(n, used, &two[..]));
            ways.extend(found.map(|two| two.to_vec()));
        }
    }
    sort_by(&mut ways, |a, b| steps(a).cmp(&steps(b)));
    ways
}

fn steps(way: &[Change]) -> u8 {
    way.iter().map(|change| change.steps).sum()
}

/// A judgement moved up and down, where there are categories to move to.
fn moved(own: &(usize, Judgement), steps: u8) -> [Option<Change>; 2] {
    let (judgement, Judgement { low, high, .. }) = *own;
    let change = |low: u8, high: u8| Change {
        judgement,
        low,
        high,
        steps,
    };
    [
        (high >= steps).then(|| change(low.saturating_sub(steps), high.saturating_sub(steps))),
        (low + steps <= EXTREME).then(|| change(low + steps, (high + steps).min(EXTREME))),
    ]
}

/// Whether judgements with some changes are consistent.
fn mends(n: usize, used: &[(usize, Judgement)], changes: &[Change]) -> bool {
    let after: Vec<Judgement> = used
        .iter()
        .map(|(place, own)| {
            let change = changes.iter().find(|c| c.judgement == *place);
            change.map_or(*own, |c| Judgement {
                low: c.low,
                high: c.high,
                ..*own
            })
        })
        .collect();
    feasible(n, after.iter()) == Some(true)
}
