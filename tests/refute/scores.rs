//! One score at a time, and several at once.

use super::book::Book;
use super::change::{with_fixed_ends, with_score, with_values};
use super::nasty::Dice;
use super::printed::{past, short, sign, unit};
use super::reading::{Reading, TIE};
use crate::support::places;
use weighbridge_analysis::{
    AmountFlip, First, OptionIx, ScoreFlip, Threshold, all_score_flips, analyse, joint_scores,
};
use weighbridge_model::{Appraisal, Entry, Finite, Range, ScaleKind};

/// An appraisal whose scores are changed one at a time.
struct Ground<'a> {
    on: &'a Appraisal,
    read: &'a Reading,
    leaders: Vec<usize>,
}

fn number(x: f64) -> Entry {
    Entry::Number(Finite::new(x).unwrap())
}

impl Ground<'_> {
    /// Who leads with a score as entered; with the ends of the scale held if asked. None where it is
    /// no score that counts.
    fn entered(&self, option: usize, leaf: usize, entry: Entry, held: bool) -> Option<Vec<usize>> {
        let (id, criterion) = (&self.read.options[option], &self.read.leaves[leaf]);
        let on = if held {
            with_fixed_ends(self.on, self.read, leaf)?
        } else {
            self.on.clone()
        };
        let after = analyse(&with_score(&on, id, criterion, entry));
        after.options.as_slice()[option].total.value()?;
        Some(places(after.verdict.leaders()))
    }

    /// Who leads with a value, on a scale of values from 0 to 100.
    fn valued(&self, option: usize, leaf: usize, value: f64) -> Vec<usize> {
        let then = with_values(self.on, self.read, &[(option, leaf, value)]);
        places(analyse(&then).verdict.leaders())
    }

    /// Whether nobody who did not lead is ahead now: drawing level changes no leader.
    fn stays(&self, now: &[usize]) -> bool {
        self.leaders.iter().any(|l| now.contains(l))
    }

    /// Whether a claim of another leader holds: those who lead now are others, or of several one.
    fn changes(&self, now: &[usize]) -> bool {
        match self.leaders.as_slice() {
            [leader] => !now.contains(leader),
            tied => now != tied,
        }
    }

    /// Whether a score of an option has not changed what it is claimed to change beyond: an option that
    /// leads alone has not lost the lead, another is not first.
    fn unmoved(&self, option: usize, now: &[usize]) -> bool {
        if self.leaders == [option] {
            now.contains(&option)
        } else {
            now != [option]
        }
    }

    fn weight(&self, leaf: usize) -> f64 {
        self.read.weights.as_ref().unwrap()[leaf]
    }

    /// Everything worth trying in the place of one score: the ends of its scale, its bends, all its
    /// points; on a scale that ends at the options also far beyond, when the ends move (false) and
    /// between them, when they are held (true).
    fn offered(&self, leaf: usize) -> Vec<(Entry, bool)> {
        let kind = &self.on.leaves()[leaf].scale.kind;
        let measure = match kind {
            ScaleKind::Direct => return vec![(number(0.0), false), (number(100.0), false)],
            ScaleKind::Points(levels) => {
                let entry =
                    |l: &weighbridge_model::ScalePoint| (Entry::Label(l.label.clone()), false);
                return levels.iter().map(entry).collect();
            }
            ScaleKind::Measure(measure) => measure,
        };
        let given = self.read.options.iter().filter_map(|option| {
            let score = self
                .on
                .agreed()
                .scores
                .get(option, &self.read.leaves[leaf])?;
            score.entry.number()
        });
        let given: Vec<f64> = given.collect();
        let local = measure.range == Range::Local;
        let (low, high) = match measure.range {
            Range::Fixed { low, high } => (low.get(), high.get()),
            Range::Local => given.iter().fold((f64::MAX, f64::MIN), |(low, high), x| {
                (low.min(*x), high.max(*x))
            }),
        };
        let bends = measure.breakpoints.iter().map(|b| b.at.get());
        let mut all: Vec<(Entry, bool)> = Vec::new();
        let inside = bends.clone().filter(|x| low < *x && *x < high);
        all.extend(inside.chain([low, high]).map(|x| (number(x), local)));
        if local {
            let width = (high - low).max(1.0);
            let beyond = [0.1, 1.0, 10.0, 1e4].map(|times| width * times);
            let beyond = beyond.iter().flat_map(|by| [low - by, high + by]);
            let all_of = bends.chain(given.iter().copied()).chain(beyond);
            all.extend(all_of.map(|x| (number(x), false)));
        }
        all
    }
}

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let all = all_score_flips(on, &found);
    let ground = Ground {
        on,
        read: &read,
        leaders: places(found.verdict.leaders()),
    };
    if ground.leaders.is_empty() || read.totals().len() < 2 {
        return;
    }
    for flip in &all {
        value(&ground, flip, book);
        points(&ground, flip, book);
        for amount in [&flip.amount, &flip.moving].into_iter().flatten() {
            stretches(&ground, flip, amount, book);
        }
    }
    for option in 0..read.options.len() {
        if read.total(option).is_none() {
            continue;
        }
        for leaf in 0..read.leaves.len() {
            let own = all.iter().find(|f| f.option == option && f.leaf == leaf);
            let told = own.is_some_and(|f| f.within || f.amount.is_some());
            // What less weight than totals can tell does is nothing.
            if read.excluded[leaf] || told || ground.weight(leaf) * 100.0 <= 2.0 * TIE {
                continue;
            }
            for (entry, held) in ground.offered(leaf) {
                let words = format!("{option} on {leaf} at {entry:?}, held {held}");
                let Some(now) = ground.entered(option, leaf, entry, held) else {
                    continue;
                };
                // One option's amount may move an end and so put a third first; that is not claimed.
                let single = ground.leaders == [option];
                let kind = if single {
                    "no other score of the leader costs it the lead"
                } else {
                    "no other score puts its option first"
                };
                let holds = if single {
                    ground.stays(&now)
                } else {
                    now != [option]
                };
                book.claim(kind, holds, || {
                    format!("{words}: {now:?} lead, before {:?}", ground.leaders)
                });
            }
        }
    }
}

/// The value as printed.
fn value(ground: &Ground, flip: &ScoreFlip, book: &mut Book) {
    let Threshold { printed, side, .. } = flip.value;
    let weight = ground.weight(flip.leaf.into());
    if flip.value.is_now(flip.now) {
        return;
    }
    let kind = &ground.on.leaves()[usize::from(flip.leaf)].scale.kind;
    if !(flip.within && *kind == ScaleKind::Direct) {
        return;
    }
    let end = if sign(side) > 0.0 { 100.0 } else { 0.0 };
    if let Some(at) = past(&flip.value, flip.now, end) {
        let now = ground.valued(flip.option.into(), flip.leaf.into(), at);
        // Totals that differ by less than the tolerance are level.
        let told = (at - flip.at).abs() * weight > 1.01 * TIE;
        book.claim(
            "a value beyond which another comes first",
            now == flip.to || !told,
            || format!("{flip:?}: at {at} {now:?} lead"),
        );
    } else {
        book.claim("a value beyond which another comes first", false, || {
            format!("{flip:?}: {printed} is the end")
        });
    }
    if let Some(at) = short(&flip.value, flip.now) {
        let now = ground.valued(flip.option.into(), flip.leaf.into(), at);
        book.claim(
            "a value short of which nothing changes",
            ground.stays(&now),
            || format!("{flip:?}: at {at} {now:?} lead"),
        );
    }
}

/// The points of a scale.
fn points(ground: &Ground, flip: &ScoreFlip, book: &mut Book) {
    let ScaleKind::Points(levels) = &ground.on.leaves()[usize::from(flip.leaf)].scale.kind else {
        return;
    };
    let with = |label: &str| {
        let entry = Entry::Label(label.to_owned());
        ground
            .entered(flip.option.into(), flip.leaf.into(), entry, false)
            .unwrap()
    };
    let Some(point) = &flip.point else { return };
    let now = with(&point.label);
    book.claim("a point that puts another first", now == flip.to, || {
        format!("{flip:?}: {now:?} lead")
    });
    let now = with(&point.not_yet);
    book.claim("a point that does not", ground.stays(&now), || {
        format!("{flip:?}: {now:?} lead")
    });
    let sign = sign(flip.value.side);
    let farther = levels
        .iter()
        .filter(|l| sign * (l.value.get() - point.value) > 0.0);
    let farther: Vec<_> = farther.collect();
    book.claim(
        "whether points farther away do too",
        point.more != farther.is_empty(),
        || format!("{flip:?}"),
    );
    for level in farther {
        let now = with(&level.label);
        book.claim(
            "a point that puts another first",
            ground.changes(&now),
            || format!("{flip:?}: {now:?} lead at {}", level.label),
        );
    }
}

/// The amounts of a measure.
fn stretches(ground: &Ground, flip: &ScoreFlip, amount: &AmountFlip, book: &mut Book) {
    let kind = &ground.on.leaves()[usize::from(flip.leaf)].scale.kind;
    let ScaleKind::Measure(measure) = kind else {
        book.claim("an amount is of a measure", false, || format!("{flip:?}"));
        return;
    };
    let held = amount.held && measure.range == Range::Local;
    let with = |x: f64| ground.entered(flip.option.into(), flip.leaf.into(), number(x), held);
    let ends = {
        let (low, high) = match measure.range {
            Range::Fixed { low, high } => (low.get(), high.get()),
            Range::Local if held => {
                let all = ground.read.options.iter().filter_map(|o| {
                    let score = ground
                        .on
                        .agreed()
                        .scores
                        .get(o, &ground.read.leaves[usize::from(flip.leaf)])?;
                    score.entry.number()
                });
                all.fold((f64::MAX, f64::MIN), |(low, high), x| {
                    (low.min(x), high.max(x))
                })
            }
            Range::Local => (amount.now - 1e9, amount.now + 1e9),
        };
        [low, high]
    };
    for (nth, stretch) in amount.stretches.iter().enumerate() {
        let side = sign(stretch.from.side);
        let last = if side > 0.0 { ends[1] } else { ends[0] };
        let end = stretch.until.as_ref().map_or(last, |t| t.printed);
        let inside = side * (end - stretch.from.printed);
        let Some(near) = past(&stretch.from, amount.now, end) else {
            // It begins where it was, or only the end itself is left.
            continue;
        };
        // What is closer than totals can tell is level.
        let Some(now) = with(near) else { continue };
        let level = ground.leaders.iter().all(|l| now.contains(l)) && now.len() > 1;
        // Of several that differ by less than totals can tell, some may be named.
        let told = places(&stretch.to);
        let named = |now: &[usize]| {
            now.iter().all(|at| told.contains(at)) || told.iter().all(|at| now.contains(at))
        };
        book.claim(
            "an amount beyond which another comes first",
            level || (named(&now) && ground.changes(&now)),
            || {
                format!(
                    "{flip:?} {amount:?}: at {near} {now:?} lead, before {:?}",
                    ground.leaders
                )
            },
        );
        // Where a scale ends at the options a stretch may go on without end.
        let far = [1e-6, 1e-3, 0.3, 0.9, 1.0 - 1e-6].map(|part| inside * part);
        let far = far
            .iter()
            .filter(|_| inside > 0.0)
            .map(|by| stretch.from.printed + side * by);
        let far: Vec<f64> = far.filter(|x| side * (x - near) > 0.0).collect();
        for x in far {
            let Some(now) = with(x) else { continue };
            let level = ground.leaders.iter().all(|l| now.contains(l)) && now.len() > 1;
            book.claim(
                "an amount far beyond, with who comes first",
                level || (named(&now) && ground.changes(&now)),
                || format!("{flip:?} {amount:?}: at {x} {now:?} lead"),
            );
        }
        if inside > 0.0 && stretch.until.is_some() {
            let middle = stretch.from.printed + side * inside / 2.0;
            if let Some(now) = with(middle) {
                let level = ground.leaders.iter().all(|l| now.contains(l)) && now.len() > 1;
                book.claim(
                    "an amount within a stretch",
                    level || (named(&now) && ground.changes(&now)),
                    || format!("{flip:?} {amount:?}: at {middle} {now:?} lead"),
                );
            }
        }
        if let Some(until) = &stretch.until {
            let beyond = until.at + side * unit(until.printed);
            let other = amount.stretches.iter().any(|s| {
                let from = s.from.at;
                let to = s.until.as_ref().map_or(side * f64::INFINITY, |t| t.at);
                side * (beyond - from) >= 0.0 && side * (to - beyond) >= 0.0
            });
            if !other
                && side * (last - beyond) > 0.0
                && let Some(now) = with(beyond)
            {
                book.claim(
                    "an amount after a stretch",
                    ground.unmoved(flip.option.into(), &now),
                    || format!("{flip:?} {amount:?}: at {beyond} {now:?} lead"),
                );
            }
        }
        if nth == 0
            && let Some(at) = short(&stretch.from, amount.now)
            && let Some(now) = with(at)
        {
            book.claim(
                "an amount short of which nothing changes",
                ground.unmoved(flip.option.into(), &now),
                || format!("{flip:?} {amount:?}: at {at} {now:?} lead"),
            );
        }
    }
}

pub fn refute_joint(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    for joint in joint_scores(&found) {
        if joint.changes.is_empty() {
            continue;
        }
        let changed = |share: f64| {
            let each = joint.changes.iter();
            let each: Vec<_> = each
                .map(|(option, leaf, from, to)| {
                    ((*option).into(), (*leaf).into(), from + (to - from) * share)
                })
                .collect();
            analyse(&with_values(on, &read, &each))
        };
        let after = changed(1.0);
        let totals: Vec<f64> = after
            .options
            .iter()
            .filter_map(|o| o.total.value())
            .collect();
        let best = totals.iter().copied().fold(f64::MIN, f64::max);
        let own = after.options[joint.option].total.value().unwrap();
        book.claim(
            "scores that together bring an option level",
            own >= best - 1e-7,
            || format!("{joint:?}: {own} of {best}"),
        );
        let before = changed(0.999);
        let first = before.verdict.leaders() == [joint.option];
        book.claim("and nothing short of them", !first, || format!("{joint:?}"));
        // As they are printed, and given.
        let printed: Vec<_> = joint
            .printed
            .iter()
            .map(|p| (p.option.into(), p.leaf.into(), p.to))
            .collect();
        let after = analyse(&with_values(on, &read, &printed));
        let leaders = after.verdict.leaders();
        let first = match joint.first {
            First::Alone => leaders == [joint.option],
            _ => leaders.contains(&joint.option),
        };
        book.claim("scores as printed put it first", first, || {
            format!("{joint:?}: {leaders:?}")
        });
        let within = joint.printed.iter().all(|one| {
            let [low, high] = found.scales[one.leaf].reach;
            // An amount beyond an end comes back towards it.
            let now = read.values[usize::from(one.option)][usize::from(one.leaf)].unwrap();
            (low.min(now)..=high.max(now)).contains(&one.to)
        });
        book.claim("within the ends of scales", within, || format!("{joint:?}"));
        // With everything at the end of its scale an option that is only level is still not ahead.
        if joint.first == First::Level {
            let ends = (0..read.leaves.len()).filter(|leaf| !read.excluded[*leaf]);
            let ends = ends.flat_map(|leaf| {
                let [low, high] = found.scales.as_slice()[leaf].reach;
                let own = usize::from(joint.option);
                let values = read.values.iter().enumerate();
                values.filter_map(move |(option, row)| {
                    let now = row[leaf]?;
                    let end = if option == own {
                        high.max(now)
                    } else {
                        low.min(now)
                    };
                    Some((option, leaf, end))
                })
            });
            let flat = |leaf: usize| found.scales.as_slice()[leaf].has_no_length();
            let ends: Vec<_> = ends.filter(|(_, leaf, _)| !flat(*leaf)).collect();
            let after = analyse(&with_values(on, &read, &ends));
            let total = |at: OptionIx| after.options[at].total.value();
            let others = after.options.keys().filter(|at| *at != joint.option);
            let best = others.filter_map(total).fold(f64::MIN, f64::max);
            let alone = total(joint.option).unwrap() - best > 8.0 * TIE;
            book.claim("and no further than level", !alone, || format!("{joint:?}"));
        }
    }
}
