//! What is settled whatever is missing: every blank is filled, at random and at the ends.

use super::book::Book;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use crate::support::places;
use weighbridge_analysis::{Analysis, Filling, Lead, Reach, Settled, analyse};
use weighbridge_model::{Appraisal, CriterionId, Entry, Finite, OptionId, Range, ScaleKind, Score};

/// A score that is not there, and what could stand there.
pub struct Blank {
    pub option: usize,
    id: OptionId,
    criterion: CriterionId,
    /// Everything worth trying: ends, bends, what others have, far beyond them.
    could: Vec<Entry>,
}

fn number(x: f64) -> Option<Entry> {
    Finite::new(x).map(Entry::Number)
}

/// Every blank of an appraised option on a criterion that counts.
pub fn blanks(on: &Appraisal, read: &Reading) -> Vec<Blank> {
    let mut found = Vec::new();
    for (leaf, criterion) in on.leaves().into_iter().enumerate() {
        if read.excluded[leaf] {
            continue;
        }
        let could = candidates(on, read, criterion);
        for (option, id) in read.options.iter().enumerate() {
            if read.values[option][leaf].is_none() {
                found.push(Blank {
                    option,
                    id: id.clone(),
                    criterion: criterion.id.clone(),
                    could: could.clone(),
                });
            }
        }
    }
    found
}

fn candidates(
    on: &Appraisal,
    read: &Reading,
    criterion: &weighbridge_model::Criterion,
) -> Vec<Entry> {
    let measure = match &criterion.scale.kind {
        ScaleKind::Direct => {
            return [0.0, 100.0, 50.0, 1.0, 99.0]
                .into_iter()
                .filter_map(number)
                .collect();
        }
        ScaleKind::Points(levels) => {
            return levels
                .iter()
                .map(|l| Entry::Label(l.label.clone()))
                .collect();
        }
        ScaleKind::Measure(measure) => measure,
    };
    let bends = measure.breakpoints.iter().map(|b| b.at.get());
    if let Range::Fixed { low, high } = measure.range {
        // Within the scale: what lies beyond is not claimed.
        let (low, high) = (low.get(), high.get());
        let inside = bends.filter(|x| low < *x && *x < high);
        let all = inside.chain([low, high, f64::midpoint(low, high)]);
        return all.filter_map(number).collect();
    }
    let given = read.options.iter().filter_map(|option| {
        on.agreed()
            .scores
            .get(option, &criterion.id)?
            .entry
            .number()
    });
    let given: Vec<f64> = given.collect();
    let low = given.iter().copied().fold(f64::INFINITY, f64::min);
    let high = given.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = if low <= high { (low, high) } else { (0.0, 0.0) };
    let width = if high > low { high - low } else { 1.0 };
    let mut all: Vec<f64> = bends.chain(given.iter().copied()).collect();
    for times in [0.001, 0.5, 1.0, 9.0, 1e3, 9e3] {
        all.extend([low - width * times, high + width * times]);
    }
    all.push(f64::midpoint(low, high));
    all.into_iter().filter_map(number).collect()
}

/// The appraisal with every blank filled as a choice says.
pub fn filled(
    on: &Appraisal,
    blanks: &[Blank],
    mut choose: impl FnMut(&Blank) -> usize,
) -> Appraisal {
    let mut then = on.clone();
    for blank in blanks {
        let entry = blank.could[choose(blank) % blank.could.len()].clone();
        then.agreed_mut()
            .scores
            .set(&blank.id, &blank.criterion, Score::bare(entry));
    }
    then
}

/// Whom the best total of a filling belongs to; `None` where an amount was so far out that some total
/// is gone.
fn judge(after: &Analysis) -> Option<(Vec<usize>, Vec<f64>)> {
    let totals: Option<Vec<f64>> = after.options.iter().map(|o| o.total.value()).collect();
    Some((places(after.verdict.leaders()), totals?))
}

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let blanks = blanks(on, &read);
    if blanks.is_empty() || read.weights.is_none() {
        return;
    }
    let count = found.options.len();
    for round in 0..60 {
        // First everything at one end for one option and at the other for the rest, then at random.
        let favoured = round % count;
        let after = analyse(&filled(on, &blanks, |blank| {
            if round < 40 && dice.below(6) > 0 {
                let values = worth(on, blank);
                if (blank.option == favoured) == (round % 2 == 0) {
                    values.1
                } else {
                    values.0
                }
            } else {
                dice.below(1_000)
            }
        }));
        let Some((now, totals)) = judge(&after) else {
            continue;
        };
        one_filling(&found, &now, &totals, book);
    }
    for rival in found.lead.rivals.iter().filter(|r| r.reach == Reach::Ahead) {
        let then = Filling::of(on, &found, rival.option, rival.over).put(on.agreed());
        let Some((_, totals)) = judge(&analyse(on.said_by(&then))) else {
            continue;
        };
        let by = totals[usize::from(rival.option)] - totals[usize::from(rival.over)];
        // A value function that rises and falls may allow less than is said.
        let holds = by > TIE || bent(on);
        book.claim("a rival gets ahead with this filling", holds, || {
            format!("{rival:?}: by {by}")
        });
    }
}

/// Whether some value function both rises and falls.
fn bent(on: &Appraisal) -> bool {
    on.leaves().iter().any(|leaf| match &leaf.scale.kind {
        ScaleKind::Measure(measure) => {
            let mut bends: Vec<(f64, f64)> = measure
                .breakpoints
                .iter()
                .map(|b| (b.at.get(), b.value.get()))
                .collect();
            bends.sort_by(|a, b| a.0.total_cmp(&b.0));
            let rises = bends.windows(2).any(|w| w[1].1 > w[0].1) || bends.len() == 1;
            let falls = bends.windows(2).any(|w| w[1].1 < w[0].1) || bends.len() == 1;
            rises && falls
        }
        _ => false,
    })
}

/// What is claimed of every filling, of one.
fn one_filling(found: &Analysis, now: &[usize], totals: &[f64], book: &mut Book) {
    let lead: &Lead = &found.lead;
    let leaders = places(&lead.leaders);
    if lead.settled() != Settled::No {
        book.claim("settled", now == leaders, || {
            format!("{lead:?}; with some filling {now:?}: {totals:?}")
        });
    }
    let best_other = |leader: usize| {
        let others = (0..totals.len()).filter(|at| *at != leader);
        others
            .map(|at| totals[at])
            .fold(f64::NEG_INFINITY, f64::max)
    };
    if let ([leader], Some(least)) = (leaders.as_slice(), lead.least) {
        let own = totals[*leader] - best_other(*leader);
        book.claim(
            "the lead over everything that could overtake",
            own >= least - 1e-7,
            || format!("{lead:?}: {own} with some filling: {totals:?}"),
        );
    }
    for at in 0..totals.len() {
        if !lead.leaders.is_empty()
            && !leaders.contains(&at)
            && lead.rivals.iter().all(|r| r.option != at)
        {
            book.claim("who could not overtake", !now.contains(&at), || {
                format!("{at} leads with some filling, and is not told: {totals:?}")
            });
        }
    }
    for rival in &lead.rivals {
        let by = totals[usize::from(rival.option)] - totals[usize::from(rival.over)];
        let most = if rival.reach == Reach::Level {
            3.0 * TIE
        } else {
            rival.by + 1e-7
        };
        book.claim("by how much a rival could overtake", by <= most, || {
            format!("{rival:?}: {by} with some filling: {totals:?}")
        });
    }
    for ahead in &found.ahead {
        for (at, option) in found.options.iter().enumerate() {
            if option.total.value().is_some() {
                let holds = totals[usize::from(*ahead)] > totals[at] + TIE;
                book.claim("ahead whatever is missing", holds, || {
                    format!("{ahead:?} is behind {at} with some filling: {totals:?}")
                });
            }
        }
    }
}

/// The places among what could stand in a blank with the least and the greatest value, as far as
/// they can be told with the ends as they are.
fn worth(on: &Appraisal, blank: &Blank) -> (usize, usize) {
    let criterion = on.criterion(&blank.criterion).unwrap();
    let value = |entry: &Entry| match (entry, &criterion.scale.kind) {
        (Entry::Label(label), ScaleKind::Points(levels)) => {
            let level = levels.iter().find(|l| l.label == *label);
            level.map_or(0.0, |l| l.value.get())
        }
        (Entry::Number(x), ScaleKind::Measure(measure)) => {
            let sign = match measure.direction {
                weighbridge_model::Direction::Higher => 1.0,
                weighbridge_model::Direction::Lower => -1.0,
            };
            sign * x.get()
        }
        (Entry::Number(x), _) => x.get(),
        _ => 0.0,
    };
    let all: Vec<f64> = blank.could.iter().map(value).collect();
    let place = |better: fn(f64, f64) -> bool| {
        let mut best = 0;
        for at in 1..all.len() {
            if better(all[at], all[best]) {
                best = at;
            }
        }
        best
    };
    (place(|a, b| a < b), place(|a, b| a > b))
}
