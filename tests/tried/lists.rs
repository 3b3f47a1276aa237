//! Lists and tables of criteria are read as what they are, not as lines: weights, groups and ends are kept, and one step
//! takes all of it back.

use std::rc::Rc;
use weighbridge_analysis::analyse;
use weighbridge_edit::{BatchSubject, CriteriaTable, Edit, Gesture, History, names_of};
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_report::{
    Shares, not_used, plan_button, plan_headline, plan_notes, scale_line, words::edit_label,
};

fn blank() -> Appraisal {
    Appraisal::new(AppraisalId::new("blank").unwrap(), "Blank")
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.lines().map(row).collect()
}

fn tried(name: &str) -> String {
    let path = format!("{}/tests/tried/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn criteria_with_weights_in_the_second_column_have_those_weights() {
    let plan = CriteriaTable::read(&rows(&tried("15-criteria-with-weights.txt"))).plan(&blank());
    assert_eq!(plan_headline(&plan), "Three criteria");
    assert_eq!(plan_button(&plan), "Add three criteria");
    let then = plan.batch.tried_on(&blank()).unwrap();
    let analysis = analyse(&then);
    let shares = Shares::of(&analysis);
    let printed: Vec<Option<&str>> = analysis.nodes.keys().map(|at| shares.whole(at)).collect();
    assert_eq!(printed, [Some("30%"), Some("50%"), Some("20%")]);
}

#[test]
fn a_pasted_tree_is_one_step_to_undo() {
    let table = CriteriaTable::read(&rows("Money\n\tCost\n\tIncome\nTrust"));
    let before = Rc::new(blank());
    let mut history = History::new(before.clone());
    let plan = table.plan(&before);
    assert_eq!(plan_headline(&plan), "Three criteria in one group");
    assert_eq!(plan_button(&plan), "Add three criteria and one group");
    let edit = Edit::Batch(plan.batch);
    assert_eq!(edit_label(&edit, &before), "Add 4 criteria");
    history.apply(edit, Gesture::Done).unwrap();
    assert_eq!(
        (history.present().leaves().len(), history.changes().count()),
        (3, 1)
    );
    history.undo();
    assert!(Rc::ptr_eq(history.present(), &before));
}

#[test]
fn twelve_lines_are_one_step_whatever_they_are_lines_of() {
    let lines: Vec<Vec<String>> = (1..=12).map(|n| vec![format!("{n}. Line {n}")]).collect();
    let names = names_of(&lines);
    assert_eq!((names.len(), names[11].as_str()), (12, "Line 12"));
    type Make = fn(&Appraisal, &str) -> Edit;
    let all: [(BatchSubject, Make, &str); 5] = [
        (BatchSubject::Options, Edit::add_option, "Add 12 options"),
        (BatchSubject::Gateways, Edit::add_gateway, "Add 12 gateways"),
        (
            BatchSubject::Priorities,
            Edit::add_priority,
            "Add 12 priorities",
        ),
        (
            BatchSubject::Scenarios,
            Edit::add_scenario,
            "Add 12 scenarios",
        ),
        (
            BatchSubject::Overarching,
            |_, name| Edit::add_overarching(name),
            "Add 12 over-arching criteria",
        ),
    ];
    for (subject, make, label) in all {
        let mut history = History::new(Rc::new(blank()));
        let edit = Edit::add_several(history.present(), subject, &names, make).unwrap();
        assert_eq!(edit_label(&edit, history.present()), label);
        history.apply(edit, Gesture::Done).unwrap();
        assert_eq!(history.changes().count(), 1);
    }
}

#[test]
fn what_a_table_leaves_out_is_told() {
    let text = "Criterion\tWeight\tRemark\tWorst\tBest\nCost\tmuch\tx\t£4m\t£4m\nTrust\t5\t\t\t\n\t7\t\t\t\nTotal\t12\t\t\t";
    let table = CriteriaTable::read(&rows(text));
    let plan = table.plan(&blank());
    let headings: Vec<&str> = plan.unused.iter().map(|at| table.heading(*at)).collect();
    assert_eq!(
        plan_notes(&plan, &headings),
        [
            "One row has no name and is left out. Give it one to use it.",
            "Totals are left out: they are worked out.",
            "Not used: “Remark”. Choose what it is, if it counts.",
        ]
    );
    let faults = plan.criteria[0]
        .faults
        .iter()
        .map(|(text, why)| not_used(text, why));
    assert_eq!(
        faults.collect::<Vec<_>>(),
        [
            "“much” is not used. Enter a number of 0 or more, like 30, 12.5 or 33%.",
            "“£4m – £4m” is not used. The worst and the best are the same. Change one of them.",
        ]
    );
}

#[test]
fn a_scale_is_one_line_with_both_ends_or_says_what_is_missing() {
    let text = "Criterion\tUnit\tWorst\tBest\tScale\nWait\tweeks\t30\t10\t\nCost\t\t£4.2m a year\t£3.15m a year\t\nSay\t\tNone\t\t\nTrust\t\t\t\t\nQuality\t\t\t\tpoor / good\nPosts\tposts\t\t\t\nSpend\t£m a year\t7\t5\t";
    let plan = CriteriaTable::read(&rows(text)).plan(&blank());
    let then = plan.batch.tried_on(&blank()).unwrap();
    let analysis = analyse(&then);
    let lines: Vec<(String, bool)> = then
        .leaves()
        .into_iter()
        .map(|leaf| {
            let line = scale_line(&then, &analysis, leaf);
            (line.words, line.missing)
        })
        .collect();
    let expected = [
        ("30 to 10 weeks", false),
        ("£4,200,000 to £3,150,000 a year", false),
        ("“None” to 100, not described", true),
        ("Ends not described", true),
        ("“poor” to “good”", false),
        (
            "posts, more is better; ends at the options’ own amounts",
            false,
        ),
        ("£7m to £5m a year", false),
    ];
    assert_eq!(
        lines,
        expected.map(|(words, missing)| (words.to_owned(), missing))
    );
}
