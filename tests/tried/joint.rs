//! The smallest changes of several weights or scores do what is said, as they are printed.

use crate::findings::{Whole, birmingham};
use crate::refute::change::{with_values, with_weights};
use crate::refute::reading::Reading;
use crate::support::*;
use serde_json::Value;
use std::fs;
use weighbridge_analysis::{Analysis, analyse};
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_report::robustness;

fn tried(name: &str) -> Whole {
    let path = format!(
        "{}/tests/tried/files/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Whole::new(file::open(&fs::read(path).unwrap()).unwrap())
}

fn said(it: &Whole) -> String {
    let robust = robustness(it.on()).into_iter().map(|t| t.to_string());
    let all: Vec<String> = it.changes().into_iter().chain(robust).collect();
    all.join("\n")
}

/// Every file that was tried, and what comes with the tool.
fn all() -> Vec<(String, Whole)> {
    let folder = format!("{}/tests/tried/files", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    // Some files are there because they cannot be opened.
    let mut found: Vec<(String, Whole)> = paths
        .iter()
        .filter_map(|path| {
            let on = file::open(&fs::read(path).unwrap()).ok()?;
            Some((path.display().to_string(), Whole::new(on)))
        })
        .collect();
    for id in ["birmingham-2013", "office-location"] {
        let on = weighbridge_opening::library::entry(id)
            .unwrap()
            .open()
            .unwrap();
        found.push((id.to_owned(), Whole::new(on)));
    }
    found
}

fn place(all: impl Iterator<Item = String>, id: &Value) -> usize {
    let mut all = all;
    all.position(|one| one == id.as_str().unwrap()).unwrap()
}

/// Whether the option that a claim is of is first as the claim has it.
fn holds(claim: &Value, before: &Analysis, after: &Appraisal) -> bool {
    let option = place(
        before.options.iter().map(|o| o.id.as_str().to_owned()),
        &claim["option"],
    );
    let after = analyse(after);
    let leaders = after.verdict.leaders();
    match claim["first"].as_str().unwrap() {
        "alone" => leaders == [option],
        "level" => leaders.iter().any(|l| *l == option) && leaders.len() > 1,
        other => panic!("{other}: {claim}"),
    }
}

fn adds_up(parts: f64, total: &Value) -> bool {
    (parts - total.as_f64().unwrap()).abs() < 1e-9
}

#[test]
fn row_a04_several_weights_moved_as_printed_do_what_is_said() {
    let mut tried = 0;
    for (name, it) in all() {
        let read = Reading::of(&it.0);
        let found = results(&it.0);
        for claim in found["sensitivity"]["joint_weights"].as_array().unwrap() {
            if claim["l1"].is_null() {
                continue;
            }
            let now = read.weights.as_ref().unwrap();
            let by: Vec<f64> = read
                .leaves
                .iter()
                .map(|leaf| claim["printed"][leaf.as_str()].as_f64().unwrap())
                .collect();
            let weights: Vec<f64> = now.iter().zip(&by).map(|(w, by)| w + by / 100.0).collect();
            assert!(weights.iter().all(|w| *w >= -1e-9), "{name}: {claim}");
            let gains: f64 = by.iter().filter(|x| **x > 0.0).sum();
            let losses: f64 = by.iter().filter(|x| **x < 0.0).sum();
            assert!(adds_up(gains, &claim["printed_points"]), "{name}: {claim}");
            assert!(
                adds_up(-losses, &claim["printed_points"]),
                "{name}: {claim}"
            );
            let least = claim["points"].as_f64().unwrap();
            let most = claim["printed_points"].as_f64().unwrap();
            assert!(
                (least - 1e-6..=least * 1.03 + 1e-6).contains(&most),
                "{name}: {claim}"
            );
            assert!(
                holds(claim, &it.1, &with_weights(&it.0, &weights)),
                "{name}: {claim}"
            );
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn row_a16_several_scores_changed_as_printed_do_what_is_said() {
    let mut tried = 0;
    for (name, it) in all() {
        let read = Reading::of(&it.0);
        let found = results(&it.0);
        for claim in found["sensitivity"]["joint_scores"].as_array().unwrap() {
            if claim["first"] == "never" {
                continue;
            }
            let options = || it.1.options.iter().map(|o| o.id.as_str().to_owned());
            let leaves = || read.leaves.iter().map(|leaf| leaf.as_str().to_owned());
            let mut sum = 0.0;
            let mut given = Vec::new();
            for one in claim["printed"].as_array().unwrap() {
                let (now, at) = (one["now"].as_f64().unwrap(), one["at"].as_f64().unwrap());
                sum += (at - now).abs();
                let leaf = place(leaves(), &one["criterion"]);
                let [low, high] = it.1.scales.as_slice()[leaf].reach;
                assert!(
                    (low..=high).contains(&at) || at == now,
                    "{name}: {at} of {claim}"
                );
                given.push((place(options(), &one["option"]), leaf, at));
            }
            assert!(!given.is_empty(), "{name}: {claim}");
            assert!(adds_up(sum, &claim["printed_points"]), "{name}: {claim}");
            assert!(
                holds(claim, &it.1, &with_values(&it.0, &read, &given)),
                "{name}: {claim}"
            );
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn row_a16_scores_of_every_option_in_the_way_may_fall() {
    for name in [
        "r16-two-leaders-below",
        "r16-level",
        "W03-first-after-changes-but-only-level",
    ] {
        let it = tried(name);
        let said = said(&it);
        assert!(!said.contains("its own scores and the leader"), "{said}");
        println!("{said}");
    }
}

#[test]
fn row_a18_points_of_a_scale_are_named_where_several_scores_change() {
    for name in [
        "r12-points-half",
        "r16-points-smallest",
        "N07-levels-beyond-100",
        "W12-points-scale-ends-at-60",
    ] {
        let it = tried(name);
        println!("{name}\n{}", said(&it));
        let found = said(&it);
        let line = found.lines().find(|l| l.contains("change of scores"));
        assert!(
            line.is_none_or(|l| l.contains('“') || l.starts_with("No ")),
            "{found}"
        );
    }
}

#[test]
fn row_a04_a_move_of_weights_is_told_as_it_can_be_made() {
    let it = Whole::new(birmingham());
    let found = said(&it);
    let words = "The smallest change of weights that puts Establish a trust accountable to the DfE first: move 19.3 percentage points to Independence (DfE confidence) (15.0 from Local accountability, 4.3 from Partners).";
    assert!(found.contains(words), "{found}");
    assert!(
        !found.contains("L1") && !found.contains("losses and gains"),
        "{found}"
    );
}
