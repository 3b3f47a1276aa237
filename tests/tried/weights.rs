//! What one weight does: of its group and of everything, told on the side on which it is true.

use crate::random;
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{
    Analysis, Driver, NodeIx, OptionIx, Share, Side, TIE, Threshold, WeightClaim, WeightClaims,
    analyse, tornado, weight_lines_of, with_share,
};
use weighbridge_file as file;
use weighbridge_model::{Appraisal, Perspective, Voice};
use weighbridge_opening::library;
use weighbridge_report::{
    SingleChanges, Subject, changes, holds_unless, tornado_picture, weight_lines_picture,
    weights_table,
};

const OFFICE: [&str; 8] = [
    "If Comfort counted for more than 26.2% and less than 42.2% of everything (now 6.45%), Elton Street would be ahead; above 42.3%, Bilton Village.",
    "If Closeness to customers counted for less than 7.69% of everything (now 32.3%), Elton Street would be ahead.",
    "If Visibility counted for more than 50.7% of everything (now 25.8%), Gorton Square would be ahead.",
    "If Turnover counted for less than 52.1% of everything (now 80.6%, the rest Working conditions), Elton Street would be ahead.",
    "If Size counted for more than 44.9% of everything (now 9.68%), Elton Street would be ahead.",
    "If Car parking counted for more than 77.4% of everything (now 3.23%), Carlisle Walk would be ahead.",
    "The weight of Working conditions makes the same change as that of Turnover, seen from the other side.",
    "No other weight changes the leader, within its group or of everything.",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// A weight set to a share gives the totals that its lines have there, within its group and of
    /// everything, at every level of the tree.
    #[test]
    fn a_share_that_is_set_is_the_one_that_was_meant(on in random::appraisal(1), share in 0.0..=1.0_f64) {
        let before = analyse(&on);
        for node in before.nodes.keys() {
            for kind in [Share::Local, Share::Cumulative] {
                let Some(lines) = weight_lines_of(&before, node, kind) else { continue };
                for share in [share, 0.0, 1.0, lines.now] {
                    let then = with_share(on.agreed(), &before, node, kind, share).unwrap();
                    let then = analyse(on.said_by(&then));
                    let now = match kind {
                        Share::Local => then.nodes[node].local,
                        Share::Cumulative => then.nodes[node].cumulative,
                    };
                    prop_assert!((now.unwrap() - share).abs() < 1e-12, "{now:?} for {share}");
                    for line in &lines.lines {
                        let total = then.options[line.option].total.value().unwrap();
                        let size = line.at_zero.abs().max(line.at_one.abs()).max(100.0);
                        prop_assert!((total - line.at(share)).abs() <= 1e-11 * size, "{total} for {}", line.at(share));
                    }
                }
            }
        }
    }
}

/// A tree of criteria up to three deep with weights that are often equal, none, tiny or huge, and scores
/// that are often the same, or all but the same.
fn near_ties() -> impl Strategy<Value = Appraisal> {
    let weight = || {
        prop_oneof![
            6 => (1..=9_u32).prop_map(f64::from),
            1 => Just(0.0),
            1 => Just(1e-7),
            1 => Just(1e7),
        ]
    };
    let shape = proptest::collection::vec((weight(), 0..3_u32), 2..9);
    let score = || {
        let step = (0..=10_u32).prop_map(|x| f64::from(x) * 10.0);
        let tiny = prop_oneof![
            8 => Just(0.0),
            1 => Just(2e-9),
            1 => Just(-7e-9),
            1 => Just(1e-7),
            1 => Just(1e-4),
        ];
        (step, tiny).prop_map(|(x, by): (f64, f64)| (x + by).clamp(0.0, 100.0))
    };
    let rows = proptest::collection::vec(proptest::collection::vec(score(), 9), 2..5);
    (shape, rows).prop_map(|(shape, rows)| {
        // Each criterion goes as deep as it says, under the last that is one less deep.
        let mut top: Vec<Value> = Vec::new();
        for (at, (weight, depth)) in shape.iter().enumerate() {
            let id = format!("c{at}");
            let mut list = &mut top;
            for _ in 0..*depth {
                if list.is_empty() {
                    break;
                }
                let last = list.last_mut().unwrap().as_object_mut().unwrap();
                let inner = last.entry("criteria").or_insert_with(|| json!([]));
                list = inner.as_array_mut().unwrap();
            }
            list.push(json!({"id": id, "name": id, "weight": weight}));
        }
        let mut leaves = Vec::new();
        fn collect(list: &[Value], to: &mut Vec<String>) {
            for criterion in list {
                match criterion.get("criteria") {
                    Some(inner) => collect(inner.as_array().unwrap(), to),
                    None => to.push(criterion["id"].as_str().unwrap().to_owned()),
                }
            }
        }
        collect(&top, &mut leaves);
        let options: Vec<String> = (0..rows.len()).map(|at| format!("o{at}")).collect();
        let names: Vec<&str> = options.iter().map(String::as_str).collect();
        let row = |row: &Vec<f64>| -> Value {
            leaves
                .iter()
                .cloned()
                .zip(row.iter().map(|x| json!(x)))
                .collect()
        };
        let scores: Value = options.iter().cloned().zip(rows.iter().map(row)).collect();
        appraisal(&json!(top), &names, &scores)
    })
}

/// A file, as it was tried.
fn tried(text: &str) -> Appraisal {
    file::open(text.as_bytes()).unwrap()
}

fn changes_of(on: &Appraisal) -> Vec<String> {
    let analysis = analyse(on);
    let on = Subject::new(on, &analysis);
    let weights = |s: &String| s.contains("counted for") || s.contains("weight");
    let all = changes(on).into_iter().map(|t| t.to_string());
    all.filter(weights).collect()
}

#[test]
fn row_a01_a_share_says_whether_it_is_within_its_group_or_of_everything() {
    let on = library::entry("office-location").unwrap().open().unwrap();
    assert_eq!(changes_of(&on), OFFICE);
    // Every share in the table says of what, and all that change the leader are in it.
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let table = weights_table(subject);
    let told = |name: &str| name.ends_with(", of everything") || name.contains(", within ");
    assert!(table.rows.iter().all(|row| told(&row[0])));
    let claims = WeightClaims::new(&analysis);
    let changing = claims.claims.iter().filter(|c| c.changes_leader()).count();
    let changes = |row: &&Vec<String>| row[2] != "0.000%" || row[3] != "100.000%";
    assert_eq!(table.rows.iter().filter(changes).count(), changing);
    // The picture says it too, for either share.
    for claim in &claims.claims {
        let (presentation, chart) = weight_lines_picture(subject, claim);
        let of = match claim.group {
            Some(_) => "share within ",
            None => "share of everything",
        };
        assert!(chart.axis.contains(of), "{}", chart.axis);
        let of = of.strip_prefix("share ").unwrap();
        assert!(presentation.title.contains(of), "{}", presentation.title);
    }
    // The count at the top of the page is that of the list and of what the list points to.
    let said = holds_unless(subject, &SingleChanges::of(subject)).unwrap();
    assert_eq!(claims.count(), 6);
    assert!(
        said.rest
            .starts_with("Or unless one of five other weights changes"),
        "{said:?}"
    );
}

#[test]
fn row_a04_the_share_printed_is_past_the_flip_and_told_from_now() {
    // The flip is at 32.0102% of everything, and now is 32%.
    let on = flat(
        &[32.0, 68.0],
        &direct(),
        &[("a", row(&[0.0, 50.0])), ("b", row(&[100.0, 2.917_69]))],
    );
    let before = analyse(&on);
    let found = WeightClaims::new(&before);
    let change = &found.claims[0].above[0];
    assert!(change.threshold.printed > change.threshold.at - 1e-12);
    assert_eq!(before.verdict.leaders(), [0]);
    let then = with_share(
        on.agreed(),
        &before,
        nth(&before.nodes, 0),
        Share::Local,
        change.threshold.printed / 100.0 + 1e-6,
    );
    let then = analyse(on.said_by(&then.unwrap()));
    assert_eq!(then.verdict.leaders(), [1]);
    let said = changes_of(&on).join(" ");
    let shown = format!("more than {}%", change.threshold.printed);
    assert!(
        said.contains(&shown) && change.threshold.printed > 32.0,
        "{said}"
    );
    assert!(said.contains("(now 32%"), "{said}");
}

#[test]
fn row_a06_the_tornado_has_the_threshold_of_the_sentences() {
    let on = flat(
        &[10.0, 60.0, 30.0],
        &direct(),
        &[
            ("a", row(&[20.0, 60.0, 50.0])),
            ("b", row(&[90.0, 50.0, 51.0])),
        ],
    );
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let claims = WeightClaims::new(&analysis);
    let bars = tornado(&on, &analysis, usize::MAX);
    let mut turning = 0;
    for bar in &bars {
        let Driver::Weight(node) = bar.lever else {
            continue;
        };
        let claim = claims.of(node, Share::Local).unwrap();
        let pairs = [
            (&bar.turn_low, &claim.below),
            (&bar.turn_high, &claim.above),
        ];
        for (turn, changes) in pairs {
            let Some(turn) = turn else { continue };
            turning += 1;
            assert_eq!(
                turn.threshold.at.to_bits(),
                changes[0].threshold.at.to_bits()
            );
            assert_eq!(turn.to, changes[0].leaders);
        }
    }
    assert!(turning > 0);
    let (presentation, chart) = tornado_picture(subject, &bars, 10).unwrap();
    let picture = chart.draw(&presentation);
    assert!(!picture.svg.contains("Overtaken"), "{}", picture.svg);
    let place = claims.claims[0]
        .above
        .first()
        .or(claims.claims[0].below.first());
    let printed = format!("{}%", place.unwrap().threshold.printed);
    let lost = chart
        .rows
        .iter()
        .map(|r| format!("{} {}", r.low.past, r.high.past));
    let lost: Vec<String> = lost.collect();
    assert!(
        lost.iter().any(|words| words.contains(&printed)),
        "{lost:?} {printed}"
    );
    let count = bars.iter().filter(|b| b.turns()).count();
    assert!(
        presentation.title.ends_with("matters most") && count > 1,
        "{}",
        presentation.title
    );
    assert!(
        presentation
            .title
            .contains("such changes would put another option first"),
        "{}",
        presentation.title
    );
}

#[test]
fn row_a15_a_third_option_that_takes_over_is_told_of_a_tie() {
    let said = changes_of(&tried(include_str!(
        "files/W02-no-weight-breaks-the-tie.json"
    )));
    assert_eq!(
        said,
        [
            "If x counted for less than 36.3% of everything (now 50%, the rest y), D would be ahead.",
            "No weight puts one of A and B ahead of the other.",
        ]
    );
}

#[test]
fn row_a15_no_other_weight_holds_for_groups_within_groups() {
    let on = tried(include_str!(
        "files/W04-no-other-single-weight-nested-group.json"
    ));
    let said = changes_of(&on);
    assert!(said.iter().any(|s| s.contains("G counted for")), "{said:?}");
    let analysis = analyse(&on);
    let found = WeightClaims::new(&analysis);
    let nested = analysis.nodes.position(|n| n.id.as_str() == "G").unwrap();
    assert!(found.of(nested, Share::Local).unwrap().changes_leader());
}

#[test]
fn row_a17_two_that_draw_level_at_the_end_are_no_change_of_leader() {
    let on = tried(include_str!(
        "files/W05-spurious-flip-above-100-percent.json"
    ));
    let found = WeightClaims::new(&analyse(&on));
    for (claim, name) in found.claims.iter().zip(["x", "y", "z", "u"]) {
        let is_same = ["x", "z"].contains(&name);
        assert!(!(is_same && claim.changes_leader()), "{name}: {claim:?}");
    }
    let level: Vec<usize> = found.claims.iter().map(|c| c.level[1].len()).collect();
    assert_eq!(
        level,
        [1, 0, 1, 0],
        "level at 100% of what they have the same score on"
    );
    assert!(
        !changes_of(&on)
            .iter()
            .any(|s| s.contains("100%") || s.contains("99.99"))
    );
}

/// A unit of the last place of a number as it is printed.
fn last_place(printed: f64) -> f64 {
    let text = printed.to_string();
    match text.split_once('.') {
        Some((_, decimals)) => format!("1e-{}", decimals.len()).parse().unwrap(),
        None => 1.0,
    }
}

/// What is said with a weight at a share in percent.
fn voice_at(on: &Appraisal, before: &Analysis, claim: &WeightClaim, percent: f64) -> Voice {
    let (node, share) = (claim.node(), claim.lines.share);
    with_share(on.agreed(), before, node, share, percent / 100.0)
        .unwrap_or_else(|| panic!("{percent}% of {claim:?}"))
}

/// Who leads with a weight at a share in percent, worked out afresh.
fn leaders(on: &Appraisal, before: &Analysis, claim: &WeightClaim, percent: f64) -> Vec<OptionIx> {
    let then = voice_at(on, before, claim, percent);
    analyse(on.said_by(&then)).verdict.leaders().to_vec()
}

fn totals(on: Perspective<'_>) -> Vec<f64> {
    let found = analyse(on);
    let totals = found.options.iter().map(|o| o.total.value());
    totals.map(Option::unwrap_or_default).collect()
}

/// Whether the best and another are apart by about what counts as a tie (half of it to twice), so that who
/// leads hangs on the last digits of sums: no claim is held to either.
fn unsure(on: &Appraisal, before: &Analysis, claim: &WeightClaim, percent: f64) -> bool {
    let then = voice_at(on, before, claim, percent);
    let totals = totals(on.said_by(&then));
    let best = totals.iter().copied().fold(f64::MIN, f64::max);
    let band = 0.5 * TIE..=2.0 * TIE;
    totals.iter().any(|total| band.contains(&(best - total)))
}

/// Tries that a weight of which it is said makes the change of another: with all of it and with nothing the
/// other has nothing and all of it, or as much, of the group or of everything.
fn mirrors(
    on: &Appraisal,
    before: &Analysis,
    claim: &WeightClaim,
    of: NodeIx,
) -> Result<(), TestCaseError> {
    for share in [0.0, 0.4, 1.0] {
        let then = with_share(on.agreed(), before, claim.node(), claim.lines.share, share);
        let own = totals(on.said_by(&then.unwrap()));
        let same = [Share::Local, Share::Cumulative].into_iter().any(|kind| {
            [share, 1.0 - share].into_iter().any(|share| {
                let Some(then) = with_share(on.agreed(), before, of, kind, share) else {
                    return false;
                };
                let other = totals(on.said_by(&then));
                own.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-6)
            })
        });
        prop_assert!(same, "{:?} is not {of:?} at {share}", claim.node());
    }
    Ok(())
}

/// Tries every claim of an appraisal; answers how many were tried.
fn refute(on: &Appraisal) -> Result<usize, TestCaseError> {
    let before = analyse(on);
    let found = WeightClaims::new(&before);
    let now = before.verdict.leaders();
    let mut tried = 0;
    for claim in &found.claims {
        let at = |percent: f64| leaders(on, &before, claim, percent);
        let changes = claim.below.iter().chain(&claim.above);
        for change in changes {
            let Threshold { printed, side, .. } = change.threshold;
            let until = change.until * 100.0;
            // Beyond where it is now any move counts that is more than nothing.
            let is_now = change.threshold.is_now(claim.lines.now * 100.0);
            let step = if is_now { 1e-3 } else { last_place(printed) };
            let step = step.min((until - printed).abs() / 2.0);
            let beyond = match side {
                Side::Above => printed + step,
                Side::Below => printed - step,
            };
            prop_assert!((printed - until).abs() > 0.0, "nothing is beyond {printed}");
            for here in [
                beyond,
                f64::midpoint(printed, until),
                until - (until - printed) * 1e-3,
            ] {
                if unsure(on, &before, claim, here) {
                    continue;
                }
                prop_assert_eq!(
                    &at(here),
                    &change.leaders,
                    "{} of {:?} beyond {:?}",
                    here,
                    claim.node(),
                    change
                );
                tried += 1;
            }
        }
        let (from, to) = (claim.safe_from, claim.safe_to);
        let low = from.map_or(0.0, |t| t.printed);
        let high = to.map_or(100.0, |t| t.printed);
        if claim.from < claim.to {
            prop_assert!(
                low < high || claim.to - claim.from < 1e-6,
                "{low} to {high}"
            );
            let mut inside = vec![f64::midpoint(low, high)];
            // A lead just above what counts as a tie has no room that doubles can tell.
            let told = |t: &Threshold| (t.at / 100.0 - claim.lines.now).abs() > 1e-10;
            let room = (high - low) / 2.0;
            let from = from
                .filter(told)
                .map(|t| t.printed + last_place(t.printed).min(room));
            let to = to
                .filter(told)
                .map(|t| t.printed - last_place(t.printed).min(room));
            inside.extend(from.into_iter().chain(to));
            for here in inside {
                if unsure(on, &before, claim, here) {
                    continue;
                }
                prop_assert_eq!(
                    &at(here),
                    now,
                    "{} of {:?} in {} to {}",
                    here,
                    claim.node(),
                    low,
                    high
                );
                tried += 1;
            }
        }
        for (end, level) in [0.0, 100.0].into_iter().zip(&claim.level) {
            let reached = if end == 0.0 {
                claim.below.is_empty()
            } else {
                claim.above.is_empty()
            };
            if reached && claim.from < claim.to {
                let mut all = [now, level].concat();
                all.sort_unstable();
                // Nobody else; one whose gap is that of a tie to the last digit may be told as either.
                let there = at(end);
                let told = there.iter().all(|o| all.contains(o));
                let told = told || unsure(on, &before, claim, end);
                prop_assert!(told, "at {end}: {there:?}, not {all:?}");
                tried += 1;
            }
        }
    }
    // What is not listed changes nothing; what is counted is told by one of the lists.
    let counted = found.listed.clone();
    for at in &counted {
        prop_assert!(found.claims[*at].changes_leader());
    }
    for (at, claim) in found.claims.iter().enumerate() {
        let known = found
            .claims
            .iter()
            .any(|c| c.node() == claim.node() && c.changes_leader());
        prop_assert!(known || !counted.contains(&at));
        // Each weight that changes the leader is listed, or is one that is listed seen from the other side.
        let listed = counted
            .iter()
            .any(|c| found.claims[*c].node() == claim.node());
        let mirrored = found.mirrored.iter().find(|[own, _]| *own == claim.node());
        prop_assert_eq!(
            claim.changes_leader(),
            claim.changes_leader() && (listed || mirrored.is_some())
        );
        prop_assert!(!(listed && mirrored.is_some()));
        if let Some(of) = found.same_as[at] {
            mirrors(on, &before, claim, of)?;
        }
    }
    Ok(tried)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Each threshold is true just beyond and each stretch just inside, as printed, for every weight at
    /// every level, within its group and of everything.
    #[test]
    fn the_printed_share_is_on_the_side_where_its_claim_holds(on in near_ties()) {
        refute(&on)?;
    }

    #[test]
    fn whatever_the_appraisal_the_printed_share_is_true(on in random::appraisal(1)) {
        refute(&on)?;
    }
}
