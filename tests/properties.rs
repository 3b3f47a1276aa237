//! What holds for every appraisal.

use crate::random::{self, entry_on};
use crate::refute::change::with_share;
use crate::refute::reading::Reading;
use crate::support::close;
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;
use weighbridge_analysis::{
    Analysis, NodeIx, OptionIx, Share, Total, WeightLines, analyse, sum, weight_lines_of,
};
use weighbridge_edit::{Edit, Gesture, History};
use weighbridge_file::{open, save};
use weighbridge_model::{Appraisal, Criterion, Entry, RawWeight, Score, Weights};
use weighbridge_report::{
    Subject, all_findings, issue_words, results_text,
    words::{Sentence, edit_label, redo_label, undo_label},
};

/// Multiplies every raw weight of a branch by the same factor, each branch by its own.
fn scaled(list: &[Criterion], weights: &mut Weights, factors: &[f64], next: &mut usize) {
    let factor = factors[*next % factors.len()];
    *next += 1;
    for criterion in list {
        let raw = weights.raw(&criterion.id);
        let raw = raw.and_then(|w| RawWeight::new(w.get() * factor));
        weights.set_raw(&criterion.id, raw);
        scaled(&criterion.children, weights, factors, next);
    }
}

fn sides(analysis: &Analysis) -> Vec<WeightLines> {
    analysis
        .nodes
        .keys()
        .flat_map(|node| [Share::Local, Share::Cumulative].map(|share| (node, share)))
        .filter_map(|(node, share)| weight_lines_of(analysis, node, share))
        .collect()
}

/// The appraisal with one share set and the others in proportion, made by really giving weights:
/// every criterion its local share, and for a branch every leaf its cumulative one in a flat list.
fn reweighted(on: &Appraisal, analysis: &Analysis, lines: &WeightLines, share: f64) -> Appraisal {
    let node = lines.node;
    let mut to = on.clone();
    let give = |to: &mut Appraisal, node: NodeIx, weight: f64| {
        let edit = Edit::weight(&analysis.nodes[node].id, RawWeight::new(weight));
        edit.apply(to).unwrap();
    };
    let spread = |others: &[(NodeIx, f64)]| -> Vec<(NodeIx, f64)> {
        let given: f64 = others.iter().map(|(_, w)| w).sum();
        let n = others.len() as f64;
        let part = |w: f64| if given > 0.0 { w / given } else { 1.0 / n };
        others
            .iter()
            .map(|(at, w)| (*at, (1.0 - share) * part(*w)))
            .collect()
    };
    match lines.share {
        Share::Local => {
            let parent = analysis.nodes[node].parent;
            let others: Vec<(NodeIx, f64)> = analysis
                .nodes
                .keys()
                .filter(|at| {
                    *at != node
                        && analysis.nodes[*at].parent == parent
                        && !analysis.nodes[*at].excluded
                })
                .map(|at| (at, analysis.nodes[at].local.unwrap()))
                .collect();
            give(&mut to, node, share);
            spread(&others)
                .into_iter()
                .for_each(|(at, w)| give(&mut to, at, w));
        }
        Share::Cumulative if lines.equal_rest => {
            let read = Reading::of(on);
            to = with_share(on, &read, node.into(), true, share).unwrap();
        }
        Share::Cumulative => {
            let inside = analysis.nodes[node].leaves;
            let mut weights = Vec::new();
            let mut others = Vec::new();
            for (leaf, at) in analysis.leaves.iter_enumerated() {
                if analysis.nodes[*at].excluded {
                    continue;
                }
                if inside.contains(leaf) {
                    let mut within = 1.0;
                    let mut up = *at;
                    while up != node {
                        within *= analysis.nodes[up].local.unwrap();
                        up = analysis.nodes[up].parent.unwrap();
                    }
                    weights.push((*at, share * within));
                } else {
                    others.push((*at, analysis.nodes[*at].cumulative.unwrap()));
                }
            }
            weights.extend(spread(&others));
            let leaves: Vec<Criterion> = to.leaves().into_iter().cloned().collect();
            to.criteria = leaves.into();
            weights.into_iter().for_each(|(at, w)| give(&mut to, at, w));
        }
    }
    to
}

/// Words that can be read: they end, and no number in them is none.
fn is_sentence(words: &str) -> Result<(), TestCaseError> {
    prop_assert!(words.ends_with(['.', '!', '?', ':']), "{words}");
    let parts = words.split(|c: char| !c.is_alphanumeric());
    prop_assert!(
        !parts.into_iter().any(|part| part == "NaN" || part == "inf"),
        "{words}"
    );
    Ok(())
}

/// In the results as data every total and every weight is the number it is, and is not there where there is none.
fn numbers_are_those_of(results: &Value, analysis: &Analysis) -> Result<(), TestCaseError> {
    for (at, option) in analysis.options.iter().enumerate() {
        let given = &results["options"][at];
        prop_assert_eq!(given["value"].as_f64(), option.total.value());
        prop_assert_eq!(given.get("value").is_some(), option.total.value().is_some());
    }
    for node in &analysis.nodes {
        let weights = if node.leaf {
            "weights"
        } else {
            "branch_weights"
        };
        prop_assert_eq!(results[weights][node.id.as_str()].as_f64(), node.cumulative);
        prop_assert_eq!(
            results["local_weights"][node.id.as_str()].as_f64(),
            node.local
        );
    }
    Ok(())
}

fn total(analysis: &Analysis, option: OptionIx) -> f64 {
    analysis.options[option].total.value().unwrap()
}

proptest! {
    // A random appraisal takes a while to make without optimisation, hence not the usual 256.
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn weights_sum_to_one(appraisal in random::appraisal(2)) {
        let analysis = analyse(&appraisal);
        let parents = analysis.nodes.keys().map(Some).chain([None]);
        for parent in parents {
            let children: Vec<_> = analysis.nodes.iter().filter(|n| n.parent == parent).collect();
            let locals: Option<Vec<f64>> = children.iter().map(|n| n.local).collect();
            if let Some(locals) = locals && children.iter().any(|n| !n.excluded) {
                close(sum(locals), 1.0, 1e-12);
            }
        }
        let all: Option<Vec<f64>> = analysis.leaves.iter().map(|n| analysis.nodes[*n].cumulative).collect();
        if let Some(all) = all && analysis.nodes.iter().any(|n| n.leaf && !n.excluded) {
            close(sum(all), 1.0, 1e-12);
        }
    }

    #[test]
    fn the_size_of_raw_weights_does_not_matter(
        appraisal in random::appraisal(1), factors in proptest::collection::vec(1e-6..1e6_f64, 1..5)
    ) {
        let before = analyse(&appraisal);
        let mut other = appraisal;
        let criteria = other.criteria.clone();
        scaled(&criteria, &mut other.agreed_mut().weights, &factors, &mut 0);
        let after = analyse(&other);
        for (a, b) in before.nodes.iter().zip(&after.nodes) {
            prop_assert_eq!(a.local.is_some(), b.local.is_some());
            close(a.local.unwrap_or(0.0), b.local.unwrap_or(0.0), 1e-12);
            close(a.cumulative.unwrap_or(0.0), b.cumulative.unwrap_or(0.0), 1e-12);
        }
        for (a, b) in before.options.iter().zip(&after.options) {
            prop_assert_eq!(a.total.value().is_some(), b.total.value().is_some());
            // A share is good to 1e-12, a total in points of 100 to a hundred times that.
            close(a.total.value().unwrap_or(0.0), b.total.value().unwrap_or(0.0), 1e-10);
        }
    }

    #[test]
    fn a_dominated_option_never_ranks_above_its_dominator(appraisal in random::appraisal(1)) {
        let analysis = analyse(&appraisal);
        for d in &analysis.dominance {
            let rank = |at: OptionIx| analysis.options[at].total.rank();
            if let (Some(better), Some(worse)) = (rank(d.dominator), rank(d.dominated)) {
                prop_assert!(better <= worse);
            }
            prop_assert!(!analysis.dominance.iter().any(|e| (e.dominator, e.dominated) == (d.dominated, d.dominator)));
        }
    }

    #[test]
    fn ranks_follow_totals(appraisal in random::appraisal(1)) {
        let analysis = analyse(&appraisal);
        let ranked: Vec<(f64, usize)> =
            analysis.options.iter().filter_map(|o| Some((o.total.value()?, o.total.rank()?))).collect();
        for (value, rank) in &ranked {
            prop_assert!(value.is_finite() && (-1e-9..=100.0 + 1e-9).contains(value), "{value}");
            // 1, 1, 3: as many come before as the rank says, and those that share it are level with the best of them.
            prop_assert_eq!(*rank, 1 + ranked.iter().filter(|(_, r)| r < rank).count());
            let shared = ranked.iter().filter(|(_, r)| r == rank);
            prop_assert!(shared.map(|(v, _)| v - value).all(|above| above <= 1e-9));
            prop_assert!(ranked.iter().all(|(v, r)| (*v > value + 1e-9) <= (r < rank)));
        }
        if let Some(best) = ranked.iter().map(|(v, _)| *v).reduce(f64::max) {
            prop_assert!(analysis.verdict.leaders().iter().all(|l| total(&analysis, *l) >= best - 1e-9));
        }
    }

    #[test]
    fn an_incomplete_range_holds_every_completion(
        appraisal in random::appraisal(3), draws in proptest::collection::vec(random::draw(0), 20)
    ) {
        let analysis = analyse(&appraisal);
        for option in &analysis.options {
            let Total::Incomplete { missing, low, high } = &option.total else { continue };
            let mut completed = appraisal.clone();
            for (leaf, draw) in missing.iter().zip(&draws) {
                let id = &analysis.leaf_node(*leaf).id;
                let criterion = appraisal.criterion(id).unwrap();
                let mut entry = entry_on(&criterion.scale.kind, draw);
                // Scale ends are held: on a local scale the missing amount lies between them.
                if let (Entry::Number(x), Some(function)) = (&entry, &analysis.scales[*leaf].function) {
                    let ends = (function.worst.min(function.best), function.worst.max(function.best));
                    entry = Entry::Number(random::finite(x.get().clamp(ends.0, ends.1)));
                }
                completed.agreed_mut().scores.set(&option.id, id, Score::bare(entry));
            }
            let after = analyse(&completed);
            let now = after.options[after.option(&option.id).unwrap()].total.value().unwrap();
            prop_assert!((low - 1e-9..=high + 1e-9).contains(&now), "{low} to {high} does not hold {now}");
        }
    }

    /// Every stretch of every weight line, checked by giving the weights and analysing afresh.
    #[test]
    fn the_claimed_leader_leads_when_the_weights_are_really_given(appraisal in random::appraisal(0)) {
        let analysis = analyse(&appraisal);
        for lines in sides(&analysis) {
            prop_assert_eq!(lines.segments[0].from, 0.0);
            prop_assert_eq!(lines.segments[lines.segments.len() - 1].to, 1.0);
            prop_assert_eq!(lines.flips.len() + 1, lines.segments.len());
            for segment in &lines.segments {
                let share = f64::midpoint(segment.from, segment.to);
                let after = analyse(&reweighted(&appraisal, &analysis, &lines, share));
                let best = lines.lines.iter().map(|l| total(&after, l.option)).fold(f64::MIN, f64::max);
                for leader in &segment.leaders {
                    close(total(&after, *leader), best, 1e-7);
                }
                for line in &lines.lines {
                    close(total(&after, line.option), line.at(share), 1e-7);
                }
            }
            for flip in &lines.flips {
                prop_assert!(0.0 < flip.at && flip.at < 1.0);
                let after = analyse(&reweighted(&appraisal, &analysis, &lines, flip.at));
                let level: Vec<f64> = flip.below.iter().chain(&flip.above).map(|l| total(&after, *l)).collect();
                for value in &level {
                    close(*value, level[0], 1e-7);
                }
            }
            // At the share it has now, the lines are the totals.
            for line in &lines.lines {
                close(line.at(lines.now), total(&analysis, line.option), 1e-7);
            }
        }
    }

    #[test]
    fn save_then_open_is_the_identity(appraisal in random::appraisal(3)) {
        let text = save(&appraisal);
        let again = open(text.as_bytes()).unwrap();
        prop_assert_eq!(&again, &appraisal);
        prop_assert_eq!(save(&again), text);
    }

    #[test]
    fn apply_then_undo_is_the_identity_and_so_is_redo(
        appraisal in random::appraisal(2), choices in proptest::collection::vec(random::edit(), 1..30)
    ) {
        let mut history = History::new(Rc::new(appraisal));
        let mut states = vec![history.present().clone()];
        let mut labels = Vec::new();
        for choice in choices {
            let edit = choice.on(history.present());
            let label = edit_label(&edit, history.present());
            let before = history.present().clone();
            let allowed = edit.is_allowed(&before);
            let done = history.apply(&edit, Gesture::Done);
            prop_assert_eq!(&done, &allowed);
            if let Err(refusal) = done {
                prop_assert!(Rc::ptr_eq(history.present(), &before));
                prop_assert!(refusal.sentence().ends_with('.'));
            } else if !Rc::ptr_eq(history.present(), &before) {
                states.push(history.present().clone());
                labels.push(label);
            }
        }
        // Whatever was done, the file opens as the same appraisal, and what follows can be said.
        let end = history.present().clone();
        prop_assert_eq!(&open(save(&end).as_bytes()).unwrap(), &*end);
        let analysis = analyse(&end);
        let subject = Subject::new(&end, &analysis);
        for finding in all_findings(subject) {
            is_sentence(&finding)?;
        }
        for issue in &analysis.issues {
            is_sentence(&issue_words(issue, &end))?;
        }
        numbers_are_those_of(&serde_json::from_str(&results_text(&end)).unwrap(), &analysis)?;

        for (state, label) in states.iter().rev().skip(1).zip(labels.iter().rev()) {
            prop_assert_eq!(undo_label(&history), Some(label.clone()));
            history.undo();
            prop_assert_eq!(history.present(), state);
        }
        prop_assert_eq!(history.undo(), None);
        for (state, label) in states.iter().skip(1).zip(&labels) {
            prop_assert_eq!(redo_label(&history), Some(label.clone()));
            history.redo();
            prop_assert_eq!(history.present(), state);
        }
        prop_assert_eq!(history.redo(), None);
    }
}
