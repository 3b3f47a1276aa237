//! What is said of weights, whoever gives them: edits, files, and what follows.

use crate::random;
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Assumption, Problem, Run, analyse};
use weighbridge_edit::{CriteriaEdit, Edit, Gesture, History, Refusal, RobustnessEdit};
use weighbridge_file::{open, save};
use weighbridge_model::{Appraisal, Finite, Robustness, Shape, Statement};
use weighbridge_opening::library;
use weighbridge_report::{
    Subject, chances_headline, indices_file, pairs_table, reason_words, statement_words,
    words::{self, Sentence, edit_label},
};

use std::rc::Rc;

fn share(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

fn office() -> Appraisal {
    library::entry("office-location").unwrap().open().unwrap()
}

fn done(on: &Appraisal, edit: &Edit) -> Appraisal {
    let mut to = on.clone();
    edit.apply(&mut to).unwrap();
    to
}

fn say(statement: Statement) -> Edit {
    Edit::Robustness(RobustnessEdit::Say(statement))
}

#[test]
fn what_cannot_be_said_is_refused() {
    let on = office();
    let top: Vec<_> = on.criteria.iter().map(|c| c.id.clone()).collect();
    let inside = on
        .criteria
        .iter()
        .find_map(|c| c.children.first())
        .unwrap()
        .id
        .clone();
    let refused = |edit: Edit| edit.apply(&mut on.clone()).unwrap_err();
    let before = Statement::AtLeastAsImportant(top[0].clone(), top[1].clone());
    assert_eq!(say(before.clone()).apply(&mut on.clone()), Ok(()));
    assert_eq!(
        say(before.clone()).is_allowed(&done(&on, &say(before.clone()))),
        Err(Refusal::SaidAlready)
    );
    for bad in [
        Statement::AtLeastAsImportant(top[0].clone(), top[0].clone()),
        Statement::Equal(top[0].clone(), inside.clone()),
        Statement::AtLeastAsImportant(top[0].clone(), criterion("nobody")),
        Statement::AtLeast(criterion("nobody"), share(0.1)),
        Statement::AtLeast(inside.clone(), share(1.01)),
        Statement::AtMost(inside, share(-0.01)),
    ] {
        assert_eq!(refused(say(bad.clone())), Refusal::BadStatement, "{bad:?}");
    }
    for bad in [0.0, 0.04, 5.1, -1.0] {
        assert_eq!(
            refused(Edit::Robustness(RobustnessEdit::Precision(share(bad)))),
            Refusal::BadPrecision
        );
    }
    let label = edit_label(&say(before), &on);
    assert_eq!(label, "Change what is known of weights and scores");
}

#[test]
fn what_was_said_of_a_criterion_goes_with_it_and_comes_back_with_it() {
    let mut history = History::new(Rc::new(office()));
    let branch = office()
        .criteria
        .iter()
        .find(|c| c.children.len() > 1)
        .unwrap()
        .clone();
    let [one, other] = [0, 1].map(|at| branch.children[at].id.clone());
    let list = vec![
        Statement::AtLeastAsImportant(one.clone(), other.clone()),
        Statement::AtMost(other.clone(), share(0.5)),
    ];
    for statement in &list {
        history
            .apply(say(statement.clone()), Gesture::Done)
            .unwrap();
    }
    let said = |history: &History| history.present().judgements.robustness.statements.clone();
    history
        .apply(
            Edit::Criteria(CriteriaEdit::Regroup(one.clone(), None)),
            Gesture::Done,
        )
        .unwrap();
    assert_eq!(said(&history), list[1..], "no longer in one group");
    history
        .apply(Edit::Criteria(CriteriaEdit::Remove(other)), Gesture::Done)
        .unwrap();
    assert_eq!(said(&history), []);
    history.undo();
    history.undo();
    assert_eq!(said(&history), list);
}

#[test]
fn a_file_with_a_wrong_statement_says_which() {
    let file = |robustness: Value| {
        json!({
            "format": "weighbridge", "version": 1, "title": "Test",
            "criteria": [{"id": "x", "name": "X", "criteria": [{"id": "y", "name": "Y"}]}, {"id": "z", "name": "Z"}],
            "robustness": robustness,
        })
    };
    let of = |robustness: Value| open(file(robustness).to_string().as_bytes());
    let good =
        of(json!({"statements": [["x", "before", "z"], ["y", "at-least", 1]], "seed": 7})).unwrap();
    assert_eq!(good.judgements.robustness.statements.len(), 2);
    assert_eq!(open(save(&good).as_bytes()).unwrap(), good);
    let said = of(json!({"scores": "triangular"})).unwrap();
    assert_eq!(
        said.judgements.robustness,
        Robustness::default(),
        "what goes without saying may be said"
    );
    for (wrong, place, what) in [
        (
            json!({"statements": [["x", "before", "z"], ["x", "before", "y"]]}),
            "statement 2",
            "same group",
        ),
        (
            json!({"statements": [["x", "before", "x"]]}),
            "statement 1",
            "another",
        ),
        (
            json!({"statements": [["x", "above", "z"]]}),
            "statement 1",
            "“before”",
        ),
        (
            json!({"statements": [["x", "at-most", 1.5]]}),
            "statement 1",
            "from 0 to 1",
        ),
        (
            json!({"statements": [["x", "at-most", "z"]]}),
            "statement 1",
            "share",
        ),
        (
            json!({"statements": [["gone", "at-most", 0.5]]}),
            "statement 1",
            "criterion",
        ),
        (
            json!({"statements": [["x", "equal", "z"], ["x", "equal", "z"]]}),
            "statement 2",
            "twice",
        ),
        (json!({"seed": -1}), "robustness", "seed"),
        (json!({"seed": 1.5}), "robustness", "seed"),
        (
            json!({"seed": 4_294_967_296_u64}),
            "robustness",
            "4294967295",
        ),
        (json!({"precision": 0.01}), "robustness", "precision"),
        (json!({"scores": "square"}), "robustness", "scores"),
    ] {
        let error = of(wrong.clone()).unwrap_err();
        let [one] = error.problems() else {
            panic!("{wrong}: {}", error.sentence());
        };
        let (at, why) = (words::place(&one.place), words::wrong(&one.what));
        let found = at.contains(place) && why.contains(what);
        assert!(found, "{wrong}: {at}: {why}");
    }
}

#[test]
fn statements_read_as_sentences_and_contradictions_name_them() {
    let mut on = office();
    let branch = on
        .criteria
        .iter()
        .find(|c| c.children.len() > 1)
        .unwrap()
        .clone();
    let [one, other] = [0, 1].map(|at| &branch.children[at]);
    on.judgements_mut().robustness.statements = vec![
        Statement::AtLeastAsImportant(one.id.clone(), other.id.clone()),
        Statement::AtMost(one.id.clone(), share(0.2)),
        Statement::AtLeast(other.id.clone(), share(0.25)),
    ];
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let words = on
        .judgements
        .robustness
        .statements
        .iter()
        .map(|s| statement_words(subject, s));
    let words: Vec<String> = words
        .map(|w| w.replace(['\u{2068}', '\u{2069}'], ""))
        .collect();
    assert_eq!(
        words[0],
        format!("{} counts at least as much as {}", one.name, other.name)
    );
    assert_eq!(
        words[1],
        format!("{} has at most 20% of {}", one.name, branch.name)
    );
    let reason = Problem::of(&on, &analysis, Assumption::Stated).unwrap_err();
    let said = reason_words(subject, &reason).replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        said.contains(&words[0]) && said.contains(&words[2]),
        "{said}"
    );
}

/// A criterion alone in its group has all of it, so that less contradicts itself.
#[test]
fn one_alone_has_all_of_its_group() {
    let criteria = json!([{"id": "x", "name": "X", "criteria": [{"id": "y", "name": "Y"}]}, {"id": "z", "name": "Z"}]);
    let mut on = appraisal(
        &criteria,
        &["a", "b"],
        &json!({"a": {"y": 1, "z": 2}, "b": {"y": 2, "z": 1}}),
    );
    let mut with = |statement: Statement| {
        on.judgements_mut().robustness.statements = vec![statement];
        let analysis = analyse(&on);
        let subject = Subject::new(&on, &analysis);
        let problem = Problem::of(&on, &analysis, Assumption::Stated);
        problem.err().map(|reason| reason_words(subject, &reason))
    };
    assert_eq!(with(Statement::AtLeast(criterion("y"), share(0.9))), None);
    let said = with(Statement::AtMost(criterion("y"), share(0.9))).unwrap();
    assert!(said.ends_with("Take it back."), "{said}");
}

/// The headline and the indices of a run, once it is proved who is never first.
fn told(on: &Appraisal) -> (String, String) {
    let analysis = analyse(on);
    let subject = Subject::new(on, &analysis);
    let any = Assumption::AnyWeights;
    let problem = Problem::of(on, &analysis, any).unwrap();
    let mut run = Run::new(&problem, 1);
    run.advance(4096);
    for option in 0..problem.options.len() {
        problem.best_lead(option);
    }
    let outcome = run.outcome();
    (
        chances_headline(subject, &problem, &outcome, any),
        indices_file(subject, &problem, &outcome, &[], any),
    )
}

/// Where no more than two options can be first, how often one is follows from the pair, exactly.
#[test]
fn of_two_that_can_be_first_shares_are_exact() {
    let rows = |c: [f64; 3]| row(&c);
    let third = [
        ("a", rows([100.0, 20.0, 0.0])),
        ("b", rows([0.0, 60.0, 80.0])),
        ("c", rows([0.0, 20.0, 0.0])),
    ];
    let on = flat(&[1.0, 1.0, 1.0], &direct(), &third);
    // Of all weights with 100 x > 40 y + 80 z: by the recursion, with 100 against 40 and 80, 25 in 63.
    assert_eq!(
        told(&on).0,
        "b leads in 60 of 100 possible sets of weights",
        "38 in 63"
    );
}

/// All of the samples are not all weights: the second wins where nearly all weight is on the last.
#[test]
fn what_hardly_ever_happens_is_not_told_as_never() {
    let on = flat(
        &[1.0; 8],
        &direct(),
        &[
            (
                "a",
                row(&[100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 99.0]),
            ),
            ("b", row(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0])),
            ("c", row(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 100.0])),
        ],
    );
    let (headline, indices) = told(&on);
    assert_eq!(
        headline,
        "a leads in all but fewer than 1 of 1,000 possible sets of weights"
    );
    assert!(
        indices.contains("a,Rank acceptability,1,1,0,0.000732421875\r\n"),
        "{indices}"
    );
}

/// Shares of weights are told as those of scores, too, where scores vary.
#[test]
fn scores_that_vary_are_told_with_the_weights() {
    let criteria =
        json!([{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}]);
    let scores =
        json!({"a": {"x": {"value": 60, "range": [40, 80]}, "y": 20}, "b": {"x": 20, "y": 40}});
    let headline = told(&appraisal(&criteria, &["a", "b"], &scores)).0;
    assert!(
        headline.ends_with("of 100 possible sets of weights and scores within their ranges"),
        "{headline}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is assumed, an option that comes first in some sample can, and one that never can does not: the
    /// linear program and the sampler know nothing of each other.
    #[test]
    fn never_first_agrees_with_sampling(appraisal in random::appraisal(0)) {
        let analysis = analyse(&appraisal);
        for assumption in Assumption::ALL {
            let Ok(problem) = Problem::of(&appraisal, &analysis, assumption) else { continue };
            let mut run = Run::new(&problem, 3);
            run.advance(512);
            let outcome = run.outcome();
            for option in 0..problem.options.len() {
                if let Some(lead) = problem.best_lead(option) {
                    let first = outcome.rank(option, 0);
                    prop_assert!(lead >= -1e-6 || first == 0.0, "{assumption:?} {option}: {lead} {first}\n{}", save(&appraisal));
                }
            }
        }
    }

    /// Scores as given are the middle of every shape: no shape changes which options can be sampled.
    #[test]
    fn a_shape_changes_no_more_than_scores(appraisal in random::appraisal(2)) {
        let mut on = appraisal;
        let mut found = Vec::new();
        for shape in Shape::ALL {
            on.judgements_mut().robustness.shape = shape;
            let problem = Problem::of(&on, &analyse(&on), Assumption::AnyWeights);
            found.push(problem.map(|p| (p.options, p.left_out)).map_err(|r| format!("{r:?}")));
        }
        prop_assert!(found.windows(2).all(|w| w[0] == w[1]), "{found:?}");
    }
}

#[test]
fn many_columns_of_pairs_are_numbered_as_their_rows() {
    let heads = |options: &[&str]| {
        let rows: Vec<_> = (0..options.len())
            .map(|at| (options[at], vec![json!(at * 10), json!(50)]))
            .collect();
        let on = flat(&[1.0, 1.0], &direct(), &rows);
        let analysis = analyse(&on);
        let problem = Problem::of(&on, &analysis, Assumption::AnyWeights).unwrap();
        let mut run = Run::new(&problem, 1);
        run.advance(64);
        let subject = Subject::new(&on, &analysis);
        pairs_table(subject, &problem, &run.outcome(), Assumption::AnyWeights)
    };
    let few = heads(&["a", "b"]);
    assert_eq!(few.headers[1], few.rows[0][0]);
    let many = heads(&["a", "b", "c", "d", "e", "f", "g"]);
    assert_eq!(
        many.headers,
        ["Ahead of", "1", "2", "3", "4", "5", "6", "7"]
    );
    for (at, row) in many.rows.iter().enumerate() {
        assert!(row[0].starts_with(&format!("{}. ", at + 1)), "{row:?}");
        assert_eq!(row[at + 1], "–", "a row and its column are the same option");
    }
}
