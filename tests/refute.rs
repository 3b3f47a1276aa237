//! What the tool claims of an appraisal is tried by analysing it again on both sides of the claim.
//!
//! Appraisals are small and nasty (`refute/nasty.rs`), expected values are read from the model by
//! hand (`refute/reading.rs`), and the judge is the analysis of a changed appraisal. What ever
//! refuted a claim stays in `refute/cases` as a file and in `proptest-regressions` as a seed.
//! `docs/robustness.md` has the counts of one run, which `count_the_claims` prints.

mod book;
pub mod change;
mod columns;
mod gateways;
mod joint;
mod lead;
mod left_out;
mod nasty;
mod overturned;
mod printed;
pub mod reading;
mod scenarios;
mod scores;
mod settled;
mod shares;
mod tornado;
mod uncertain;
mod weights;

use book::Book;
use nasty::{Dice, appraisal, tape};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use std::fs;
use std::path::PathBuf;
use weighbridge_file as file;
use weighbridge_model::Appraisal;

/// Tries some claims of an appraisal.
type Refuter = fn(&Appraisal, &mut Dice, &mut Book);

/// Every refuter, with how many appraisals it is tried on in an ordinary run.
macro_rules! refuters {
    ($($name:ident, $cases:expr, $refuter:path;)*) => {
        const ALL: &[(&str, u32, Refuter)] = &[$((stringify!($name), $cases, $refuter)),*];

        $(
            proptest! {
                #![proptest_config(config($cases))]
                #[test]
                fn $name(tape in tape()) {
                    hold(&tape, $refuter)?;
                }
            }
        )*
    };
}

refuters! {
    who_leads_and_by_how_much, 400, lead::refute;
    dominance, 200, lead::refute_dominance;
    settled, 150, settled::refute;
    single_scores, 150, scores::refute;
    scores_together, 200, scores::refute_joint;
    weights_together, 150, joint::refute;
    options_left_out, 150, left_out::refute;
    overturned, 150, overturned::refute;
    single_weights, 60, weights::refute;
    single_weights_as_printed, 100, weights::refute_claims;
    shares_of_first_places, 40, shares::refute;
    order_of_weights, 150, shares::refute_order;
    never_first, 120, shares::refute_never;
    tornado, 150, tornado::refute;
    columns, 200, columns::refute;
    gateways, 150, gateways::refute;
    scenarios_and_regret, 200, scenarios::refute;
}

/// Dice that are the same for the same tape.
fn dice(tape: &[u16]) -> Dice {
    let mix = |sum: u64, x: &u16| sum.wrapping_mul(31).wrapping_add(u64::from(*x));
    Dice::new(tape.iter().fold(7, mix))
}

/// What comes of one refuter on one tape; nothing where the tape is no appraisal.
fn tried(tape: &[u16], refuter: Refuter) -> Option<(Appraisal, Book)> {
    let on = appraisal(tape)?;
    let mut book = Book::default();
    refuter(&on, &mut dice(tape), &mut book);
    Some((on, book))
}

/// Fails a property with what was refuted and the file it was refuted on.
fn hold(tape: &[u16], refuter: Refuter) -> Result<(), TestCaseError> {
    let Some((on, book)) = tried(tape, refuter) else {
        return Ok(());
    };
    let refuted = book.refutations();
    if refuted.is_empty() {
        return Ok(());
    }
    Err(TestCaseError::fail(format!(
        "{refuted}\n{}",
        file::save(&on)
    )))
}

/// What once refuted a claim, by hand or by chance, is tried by every refuter.
#[test]
fn what_once_refuted_a_claim_does_so_no_more() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/refute/cases"));
    let mut book = Book::default();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let on = file::open(&fs::read(&path).unwrap()).unwrap();
        for (_, _, refuter) in ALL {
            refuter(&on, &mut Dice::new(1), &mut book);
        }
        assert_eq!(book.refutations(), "", "{}", path.display());
        count += 1;
    }
    assert!(count > 0);
}

/// Every refuter finds claims to try, and refutes none of them: on a few appraisals that are the same in every run.
///
/// `REFUTE_TIMES=1 cargo test --test main refute::count_the_claims -- --nocapture` tries as many as the properties and
/// prints the counts of docs/robustness.md; more times, more. `REFUTE_ONLY` names one refuter; with `REFUTE_INTO=folder`
/// the smallest appraisal that refutes goes there for each kind of claim.
#[test]
fn count_the_claims() {
    let given = |name: &str| std::env::var(name).ok();
    let times: Option<u32> = given("REFUTE_TIMES").map(|n| n.parse().unwrap());
    let only = given("REFUTE_ONLY");
    let mut all = Book::default();
    let mut smallest: std::collections::BTreeMap<&str, (usize, String, String)> =
        std::collections::BTreeMap::new();
    for (name, cases, refuter) in ALL.iter().copied() {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let start = std::time::Instant::now();
        let mut runner = TestRunner::deterministic();
        let wanted = times.map_or(cases.div_ceil(20), |times| cases * times);
        let mut own = Book::default();
        let mut made = 0;
        while made < wanted {
            let tree = tape().new_tree(&mut runner).unwrap();
            let mut tape = proptest::strategy::ValueTree::current(&tree);
            let Some((_, book)) = tried(&tape, refuter) else {
                continue;
            };
            made += 1;
            own.add(&book);
            for (kind, count) in &book.0 {
                if count.refuted == 0 || given("REFUTE_INTO").is_none() {
                    continue;
                }
                if smallest.contains_key(kind) {
                    continue;
                }
                shrink(&mut tape, |tape| {
                    let found = tried(tape, refuter);
                    found.is_some_and(|(_, b)| b.0.get(kind).is_some_and(|c| c.refuted > 0))
                });
                let (on, book) = tried(&tape, refuter).unwrap();
                let text = (tape.len(), book.0[kind].words.join("\n"), file::save(&on));
                if smallest.get(kind).is_none_or(|s| s.0 > text.0) {
                    smallest.insert(kind, text);
                }
            }
        }
        let count: u64 = own.0.values().map(|count| count.tried).sum();
        assert!(count > 0, "{name} found nothing to try");
        println!("{name}: {made} appraisals in {:?}", start.elapsed());
        all.add(&own);
    }
    if let Some(into) = given("REFUTE_INTO").map(PathBuf::from) {
        for (kind, (_, words, text)) in &smallest {
            let name = kind.replace([' ', ','], "-");
            fs::write(
                into.join(format!("{name}.txt")),
                format!("{words}\n\n{text}\n"),
            )
            .unwrap();
        }
    }
    println!("{}", all.table());
    assert_eq!(all.refutations(), "");
}

/// Shortens a tape and lowers its numbers as long as a test holds.
fn shrink(tape: &mut Vec<u16>, still: impl Fn(&[u16]) -> bool) {
    for _ in 0..2 {
        let before = tape.clone();
        let mut width = tape.len() / 2;
        while width > 0 {
            let mut at = 0;
            while at + width <= tape.len() {
                let mut shorter = tape.clone();
                shorter.drain(at..at + width);
                if still(&shorter) {
                    *tape = shorter;
                } else {
                    at += width;
                }
            }
            width /= 2;
        }
        for at in 0..tape.len() {
            for lower in [0, 1, 2, tape[at] % 12, tape[at] % 840] {
                if lower < tape[at] {
                    let mut lowered = tape.clone();
                    lowered[at] = lower;
                    if still(&lowered) {
                        *tape = lowered;
                        break;
                    }
                }
            }
        }
        if *tape == before {
            return;
        }
    }
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(cases)
    }
}
