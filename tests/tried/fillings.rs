//! What is said of a lead, tried against fillings of what is missing: at random, at the ends of the
//! scales, and where a scale ends at the options far beyond those.

use crate::random::{self, finite};
use proptest::collection::vec;
use proptest::prelude::*;
use weighbridge_analysis::{Analysis, Filling, OptionIx, Reach, Settled, TIE, Total, analyse};
use weighbridge_model::{
    Absence, Alternative, Appraisal, AppraisalId, Breakpoint, Criterion, CriterionId, Direction,
    Entry, Measure, OptionId, Range, RawWeight, Scale, ScaleKind, ScalePoint, Score,
};

/// What sums of doubles in another order can differ by.
const NOISE: f64 = 1e-7;

fn amount() -> impl Strategy<Value = f64> {
    // Few different ones, so that ties happen.
    (-5..=5_i32).prop_map(|x| f64::from(x) * 4.0)
}

/// A scale of any kind; values rise or fall all the way.
fn scale() -> impl Strategy<Value = ScaleKind> {
    let points = vec(0..=10_u32, 2..4).prop_map(|values| {
        let level = |(at, value): (usize, u32)| ScalePoint {
            label: (at + 1).to_string(),
            words: String::new(),
            value: finite(f64::from(value) * 10.0),
            extra: Default::default(),
        };
        ScaleKind::Points(values.into_iter().enumerate().map(level).collect())
    });
    let bends = prop_oneof![
        2 => Just(Vec::new()),
        1 => (-30..=30_i32, 1..10_u32).prop_map(|(at, value)| vec![(at, value)]),
        1 => (-30..=0_i32, 1..=30_i32, 1..5_u32, 5..10_u32).prop_map(|(a, b, v, w)| vec![(a, v), (b, w)]),
    ];
    let local = (any::<bool>(), bends).prop_map(|(higher, mut bends)| {
        if !higher {
            // The worst first: by falling amount.
            bends = bends.into_iter().map(|(at, value)| (-at, value)).collect();
        }
        let bend = |(at, value): (i32, u32)| Breakpoint {
            at: finite(f64::from(at)),
            value: finite(f64::from(value) * 10.0),
            extra: Default::default(),
        };
        ScaleKind::Measure(Measure {
            unit: String::new(),
            direction: if higher {
                Direction::Higher
            } else {
                Direction::Lower
            },
            range: Range::Local,
            breakpoints: bends.into_iter().map(bend).collect(),
        })
    });
    let fixed = any::<bool>().prop_map(|higher| {
        ScaleKind::Measure(Measure {
            unit: String::new(),
            direction: if higher {
                Direction::Higher
            } else {
                Direction::Lower
            },
            range: Range::Fixed {
                low: finite(-20.0),
                high: finite(20.0),
            },
            breakpoints: Vec::new(),
        })
    });
    prop_oneof![2 => Just(ScaleKind::Direct), 1 => points, 5 => local, 1 => fixed]
}

/// A small appraisal with many blanks and many scales that end at the options.
fn appraisal() -> impl Strategy<Value = Appraisal> {
    let entry = prop_oneof![
        7 => amount().prop_map(Some),
        2 => Just(None),
    ];
    (vec((scale(), 0..=4_u32), 1..4), vec(vec(entry, 4), 2..6)).prop_map(|(criteria, rows)| {
        let mut to = Appraisal::new(AppraisalId::new("random").unwrap(), "Random");
        for (at, (kind, weight)) in criteria.into_iter().enumerate() {
            let mut one = Criterion::new(CriterionId::new(&format!("c{at}")).unwrap(), "C");
            one.scale = Scale {
                kind,
                extra: Default::default(),
            };
            let raw = RawWeight::new(f64::from(weight));
            to.agreed_mut().weights.set_raw(&one.id, raw);
            to.criteria_mut().push(one);
        }
        let leaves = to.criteria.clone();
        for (at, row) in rows.into_iter().enumerate() {
            let id = OptionId::new(&format!("o{at}")).unwrap();
            to.options_mut().push(Alternative::new(id.clone(), "O"));
            for (leaf, x) in leaves.iter().zip(row) {
                let entry = x.map_or(Entry::Absent(Absence::Missing), |x| {
                    known(&leaf.scale.kind, x)
                });
                to.agreed_mut()
                    .scores
                    .set(&id, &leaf.id, Score::bare(entry));
            }
        }
        to
    })
}

/// What is given for a number from -20 to 20.
fn known(kind: &ScaleKind, x: f64) -> Entry {
    let share = (x + 20.0) / 40.0;
    match kind {
        ScaleKind::Direct => Entry::Number(finite(share * 100.0)),
        ScaleKind::Points(levels) => level(levels, share),
        ScaleKind::Measure(_) => Entry::Number(finite(x)),
    }
}

fn level(levels: &[ScalePoint], share: f64) -> Entry {
    let last = levels.len() - 1;
    let at = ((share * last as f64).round() as usize).min(last);
    Entry::Label(levels[at].label.clone())
}

/// How a blank is filled: a kind, and a share of what is possible.
type Draw = (u8, f64);

/// Every blank filled with something its scale has.
fn filled(on: &Appraisal, analysis: &Analysis, draws: &[Draw]) -> Appraisal {
    let mut to = on.clone();
    let mut draws = draws.iter().cycle();
    let leaves = on.leaves();
    for (option, row) in analysis.options.iter().zip(&analysis.values) {
        for (leaf, cell) in leaves.iter().zip(row) {
            let at = analysis
                .leaves
                .position(|n| analysis.nodes[*n].id == leaf.id)
                .unwrap();
            if cell.value().is_some() || analysis.scales[at].excluded {
                continue;
            }
            let (kind, share) = *draws.next().unwrap();
            let share = match kind % 3 {
                0 => 0.0,
                1 => 1.0,
                _ => share,
            };
            let entry = match &leaf.scale.kind {
                ScaleKind::Direct => Entry::Number(finite(share * 100.0)),
                ScaleKind::Points(levels) => level(levels, share),
                ScaleKind::Measure(Measure {
                    range: Range::Fixed { low, high },
                    ..
                }) => {
                    let x = low.get() * (1.0 - share) + high.get() * share;
                    Entry::Number(finite(x.clamp(low.get(), high.get())))
                }
                ScaleKind::Measure(measure) => {
                    let middle = share * 120.0 - 60.0;
                    Entry::Number(finite(match kind % 8 {
                        0 => -1e12,
                        1 => 1e12,
                        2 => -1e5 * share,
                        3 => 1e5 * share,
                        4 => measure.breakpoints.first().map_or(middle, |b| b.at.get()),
                        5 => measure
                            .breakpoints
                            .last()
                            .map_or(middle, |b| b.at.get() + 1e-6),
                        _ => middle,
                    }))
                }
            };
            to.agreed_mut()
                .scores
                .set(&option.id, &leaf.id, Score::bare(entry));
        }
    }
    to
}

/// Whether a filling is refuted: nothing that is said before may be untrue after it.
fn tried(on: &Appraisal, before: &Analysis, draws: &[Draw]) -> Result<(), TestCaseError> {
    let filled = filled(on, before, draws);
    let after = analyse(&filled);
    let total = |at: OptionIx| after.options[at].total.value();
    // A value too far from its scale is no score.
    if after.options.keys().any(|at| total(at).is_none()) {
        return Ok(());
    }
    for (at, option) in before.options.iter_enumerated() {
        if let Total::Incomplete { low, high, .. } = option.total {
            let now = total(at).unwrap();
            prop_assert!(
                (low - NOISE..=high + NOISE).contains(&now),
                "{low} to {high}: {now}"
            );
        }
    }
    let lead = &before.lead;
    if lead.settled() != Settled::No {
        prop_assert_eq!(&lead.leaders, &after.lead.leaders);
        if let (Some(least), Some(next)) = (lead.least, &after.lead.next) {
            prop_assert!(next.lead >= least - NOISE, "{least} {next:?}");
        }
    }
    for over in &lead.leaders {
        for option in after.options.keys() {
            let by = total(option).unwrap() - total(*over).unwrap();
            let rival = lead.rivals.iter().find(|r| r.option == option);
            let most = rival.map_or(-TIE, |r| r.by);
            let level = lead.leaders.contains(&option) || rival.is_some();
            if level {
                prop_assert!(by <= most.max(TIE) + NOISE, "{by} is more than {most}");
            } else {
                prop_assert!(by < -TIE, "{option:?} overtakes {over:?} by {by}");
            }
        }
    }
    for ahead in &before.ahead {
        for (at, option) in before.options.iter_enumerated() {
            if option.total.value().is_some() {
                prop_assert!(total(*ahead).unwrap() > total(at).unwrap());
            }
        }
    }
    Ok(())
}

/// Whether the filling that each rival carries brings it as far as is said.
fn witnessed(on: &Appraisal, before: &Analysis) -> Result<(), TestCaseError> {
    for rival in &before.lead.rivals {
        let filled = Filling::of(on, before, rival.option, rival.over).put(on.agreed());
        let after = analyse(on.said_by(&filled));
        let total = |at: OptionIx| after.options[at].total.value().unwrap();
        let by = total(rival.option) - total(rival.over);
        prop_assert!((by - rival.by).abs() <= NOISE, "{by} for {rival:?}");
        match rival.reach {
            Reach::Ahead => prop_assert!(by > TIE, "{by}"),
            Reach::Level => prop_assert!(by.abs() <= NOISE, "{by}"),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn row_a14_settled_is_what_no_filling_refutes(
        on in appraisal(),
        draws in vec(vec((any::<u8>(), 0.0..=1.0_f64), 12), 6),
    ) {
        let before = analyse(&on);
        for draws in &draws {
            tried(&on, &before, draws)?;
        }
        witnessed(&on, &before)?;
    }

    #[test]
    fn row_a14_holds_for_every_appraisal(
        on in random::appraisal(5),
        draws in vec(vec((any::<u8>(), 0.0..=1.0_f64), 12), 4),
    ) {
        let before = analyse(&on);
        for draws in &draws {
            tried(&on, &before, draws)?;
        }
    }
}
