//! What is said of single scores, refuted where it can be: the number that is printed goes into the
//! appraisal as the score, just beyond and just inside, and the appraisal is analysed again.

use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{
    AmountFlip, Analysis, First, LeafIx, OptionIx, PerOption, ScoreFlip, Side, Threshold,
    all_score_flips, analyse, joint_scores,
};
use weighbridge_edit::Edit;
use weighbridge_model::{Appraisal, Entry, Finite, ScaleKind};

/// A scale and a score on it, made of three shares.
#[derive(Clone, Debug)]
struct Kind(u8, Vec<(f64, f64)>);

fn scale(kind: &Kind) -> Value {
    let Kind(which, bends) = kind;
    let direction = if which % 2 == 0 { "higher" } else { "lower" };
    let mut at: Vec<(f64, f64)> = bends.clone();
    at.sort_by(|a, b| a.0.total_cmp(&b.0));
    at.dedup_by(|a, b| a.0 == b.0);
    if direction == "lower" {
        at.reverse();
    }
    let bends: Vec<Value> = at
        .iter()
        .map(|(x, v)| json!({"at": x, "value": v}))
        .collect();
    match which {
        0 | 1 => json!({"kind": "direct"}),
        2 => json!({"kind": "points", "levels": [
            {"label": "a", "value": 0}, {"label": "b", "value": 20}, {"label": "c", "value": 45}, {"label": "d", "value": 80}]}),
        3 => json!({"kind": "points", "levels": [
            {"label": "a", "value": 90}, {"label": "b", "value": 10}, {"label": "c", "value": 45}, {"label": "d", "value": 45}]}),
        4 | 5 => json!({"kind": "measure", "unit": "u", "direction": direction, "fixed": [0, 40]}),
        6 | 7 => {
            json!({"kind": "measure", "unit": "u", "direction": direction, "fixed": [0, 40], "bends": bends})
        }
        8 | 9 => json!({"kind": "measure", "unit": "u", "direction": direction}),
        _ => json!({"kind": "measure", "unit": "u", "direction": direction, "bends": bends}),
    }
}

fn score(kind: &Kind, x: u32) -> Value {
    match kind.0 {
        0 | 1 => json!(f64::from(x) * 2.5),
        2 | 3 => json!(["a", "b", "c", "d"][x as usize % 4]),
        _ => json!(x),
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    let bend = (
        (1_u32..40).prop_map(f64::from),
        (0_u32..=20).prop_map(|v| f64::from(v) * 5.0),
    );
    (0_u8..12, proptest::collection::vec(bend, 0..3)).prop_map(|(which, bends)| Kind(which, bends))
}

fn case() -> impl Strategy<Value = Appraisal> {
    (1_usize..=3, 2_usize..=4).prop_flat_map(|(criteria, options)| {
        let weight = prop_oneof![6 => (1_u32..=12).prop_map(f64::from), 1 => Just(1e-6)];
        let leaf = (weight, kind());
        let leaves = proptest::collection::vec(leaf, criteria);
        let row = proptest::collection::vec(0_u32..=40, criteria);
        (leaves, proptest::collection::vec(row, options)).prop_map(|(leaves, rows)| {
            let weights: Vec<f64> = leaves.iter().map(|(w, _)| *w).collect();
            let scales: Vec<Value> = leaves.iter().map(|(_, kind)| scale(kind)).collect();
            let rows: Vec<(String, Vec<Value>)> = rows
                .iter()
                .enumerate()
                .map(|(at, row)| {
                    let row = leaves.iter().zip(row).map(|((_, kind), x)| score(kind, *x));
                    (format!("o{at}"), row.collect())
                })
                .collect();
            let rows: Vec<(&str, Vec<Value>)> = rows
                .iter()
                .map(|(id, row)| (id.as_str(), row.clone()))
                .collect();
            flat_with(&weights, &scales, &rows)
        })
    })
}

/// The appraisal with another score.
fn with(
    on: &Appraisal,
    analysis: &Analysis,
    option: OptionIx,
    leaf: LeafIx,
    entry: Entry,
) -> Analysis {
    let mut then = on.clone();
    let (option, leaf) = (&analysis.options[option].id, &analysis.leaf_node(leaf).id);
    Edit::score(option, leaf, entry).apply(&mut then).unwrap();
    analyse(&then)
}

fn number(x: f64) -> Entry {
    Entry::Number(Finite::new(x).unwrap())
}

/// Whether what a flip claims holds of an appraisal: another is first, alone, or the leader is not.
fn holds(flip: &ScoreFlip, leader: Option<OptionIx>, then: &Analysis) -> bool {
    let first = then.verdict.leaders();
    match leader {
        Some(leader) if leader == flip.option => !first.contains(&leader) && !first.is_empty(),
        _ => first == [flip.option],
    }
}

/// By how much an option leads the best of the others; below 0 it does not.
fn lead(of: OptionIx, then: &Analysis) -> f64 {
    let total = |at: OptionIx| then.options[at].total.value().unwrap();
    let others = then.options.keys().filter(|at| *at != of);
    total(of) - others.map(total).fold(f64::NEG_INFINITY, f64::max)
}

/// Just beyond a threshold, where the claim holds, and as far inside, where it does not.
fn sides(place: &Threshold, by: f64) -> [f64; 2] {
    match place.side {
        Side::Above => [place.printed + by, place.at - by],
        Side::Below => [place.printed - by, place.at + by],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    /// Beyond what is printed the claim holds; just inside the exact place it does not. Every other
    /// score that can be given agrees: no claim is made where there is none, and none is left out.
    #[test]
    fn a_score_that_is_printed_does_what_is_said(on in case(), tries in proptest::collection::vec(0.0..1.0_f64, 6)) {
        let analysis = analyse(&on);
        let leader = match analysis.verdict.leaders() { [leader] => Some(*leader), _ => None };
        let leaves = on.leaves();
        for flip in all_score_flips(&on, &analysis) {
            let after = |entry: Entry| with(&on, &analysis, flip.option, flip.leaf, entry);
            let does = |entry: Entry| holds(&flip, leader, &after(entry));
            // Too close to call for sums of doubles.
            let level = |entry: Entry| {
                let of = leader.unwrap_or(flip.option);
                let of = if of == flip.option { of } else { flip.option };
                lead(of, &after(entry)).abs() <= 1e-6
            };
            match &leaves[usize::from(flip.leaf)].scale.kind {
                ScaleKind::Direct => {
                    let [beyond, inside] = sides(&flip.value, 1e-4);
                    if flip.within {
                        prop_assert!((0.0..=100.0).contains(&flip.value.printed), "{flip:?}");
                        let end = if flip.value.side == Side::Above { 100.0 } else { 0.0 };
                        prop_assert!(does(number(end)), "{flip:?}");
                        if (0.0..=100.0).contains(&beyond) {
                            prop_assert!(does(number(beyond)) || level(number(beyond)), "{flip:?}");
                        }
                    }
                    if (0.0..=100.0).contains(&inside) {
                        prop_assert!(!does(number(inside)) || level(number(inside)), "{flip:?}");
                    }
                    for x in &tries {
                        let x = x * 100.0;
                        prop_assert!(flip.within || !does(number(x)), "{x} refutes {flip:?}");
                    }
                }
                ScaleKind::Points(levels) => {
                    let rises = flip.value.side == Side::Above;
                    for point in levels {
                        let value = point.value.get();
                        let past = flip.point.as_ref().is_some_and(|p| {
                            if rises { value >= p.value } else { value <= p.value }
                        });
                        let entry = Entry::Label(point.label.clone());
                        prop_assert_eq!(does(entry), past, "{} of {:?}", point.label, flip);
                    }
                    prop_assert_eq!(flip.within, flip.point.is_some());
                }
                ScaleKind::Measure(measure) => {
                    let local = measure.range == weighbridge_model::Range::Local;
                    let real = flip.moving.as_ref().or(flip.amount.as_ref().filter(|a| !a.held));
                    prop_assert_eq!(flip.within, real.is_some(), "{:?}", flip);
                    let [low, high] = if local { [-60.0, 100.0] } else { [0.0, 40.0] };
                    if let Some(real) = real {
                        for stretch in &real.stretches {
                            let [beyond, inside] = sides(&stretch.from, 1e-5);
                            prop_assert!(does(number(beyond)) == is_said(real, beyond) || level(number(beyond)), "{beyond} of {flip:?}");
                            prop_assert!(does(number(inside)) == is_said(real, inside) || level(number(inside)), "{inside} of {flip:?}");
                            if let Some(until) = &stretch.until {
                                let [beyond, inside] = sides(until, 1e-5);
                                prop_assert!(does(number(beyond)) == is_said(real, beyond) || level(number(beyond)), "{beyond} of {flip:?}");
                                prop_assert!(does(number(inside)) == is_said(real, inside) || level(number(inside)), "{inside} of {flip:?}");
                            }
                        }
                    }
                    let now = analysis.options[flip.option].total.value().unwrap();
                    prop_assert!(now.is_finite());
                    for x in &tries {
                        let x = low + x * (high - low);
                        let said = real.is_some_and(|real| is_said(real, x));
                        prop_assert!(does(number(x)) == said || level(number(x)), "{x} refutes {flip:?}");
                    }
                }
            }
        }
    }

    /// The values of a joint change, as printed and given on a scale from 0 to 100, put the option
    /// first or level, as it is said; none of them is past the end of its scale.
    #[test]
    fn a_change_of_several_scores_does_what_is_said(on in case()) {
        let analysis = analyse(&on);
        for joint in joint_scores(&analysis) {
            let mut totals = analysis.options.map(|_, o| o.total.value().unwrap());
            let mut printed = totals.clone();
            let mut sum = 0.0;
            for (option, leaf, from, to) in &joint.changes {
                let [low, high] = analysis.scales[*leaf].reach;
                prop_assert!((low - 1e-9..=high + 1e-9).contains(to), "{joint:?}");
                let weight = analysis.leaf_node(*leaf).cumulative.unwrap();
                totals[*option] += weight * (to - from);
                sum += (to - from).abs();
            }
            for one in &joint.printed {
                let [low, high] = analysis.scales[one.leaf].reach;
                prop_assert!((low..=high).contains(&one.to), "{joint:?}");
                let now = analysis.values[one.option][one.leaf].value().unwrap();
                let weight = analysis.leaf_node(one.leaf).cumulative.unwrap();
                printed[one.option] += weight * (one.to - now);
            }
            close(sum, joint.points, 1e-6);
            let ahead = |totals: &PerOption<f64>| {
                let others = totals.iter_enumerated().filter(|(at, _)| *at != joint.option);
                totals[joint.option] - others.map(|(_, t)| *t).fold(f64::NEG_INFINITY, f64::max)
            };
            if joint.first == First::Never {
                prop_assert!(joint.changes.is_empty());
            } else {
                close(ahead(&totals), 0.0, 1e-6);
                let least = if joint.first == First::Alone { 1e-9 } else { -2e-9 };
                prop_assert!(ahead(&printed) > least, "{joint:?}");
            }
        }
    }
}

fn is_said(flip: &AmountFlip, x: f64) -> bool {
    let beyond = |place: &Threshold| match place.side {
        Side::Above => x > place.at,
        Side::Below => x < place.at,
    };
    let mut stretches = flip.stretches.iter();
    stretches.any(|s| beyond(&s.from) && s.until.as_ref().is_none_or(beyond))
}
