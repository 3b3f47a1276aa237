//! Headings and summaries: what they rest on, how long they are, and shares of all weights in columns.

use crate::support::results;
use weighbridge_analysis::{Assumption, Leading, Outcome, Problem, Run, analyse};
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_report::{
    Subject, brief, chances_headline, chances_picture, explain_total, headline, in_use_and_answers,
    incomplete, issue_words, outlook_name, pairs_table, precision_words, scenario_findings,
    summary, totals_table,
};

macro_rules! tried {
    ($name:literal) => {
        file::open(include_bytes!(concat!("files/", $name, ".json"))).unwrap()
    };
}

fn told<T>(on: &Appraisal, of: impl Fn(Subject<'_>) -> T) -> T {
    let analysis = analyse(on);
    of(Subject::new(on, &analysis))
}

fn sampled(on: &Appraisal, assumption: Assumption) -> (Problem, Outcome) {
    let problem = Problem::of(on, &analyse(on), assumption).unwrap();
    let mut run = Run::new(&problem, 3);
    run.advance(20_000);
    let outcome = run.outcome();
    for option in 0..problem.options.len() {
        problem.best_lead(option);
    }
    (problem, outcome)
}

/// Where an option has no score, nobody knows who is first.
#[test]
fn row_a03_first_places_are_counted_where_every_option_has_a_score() {
    let said = told(&tried!("W01-settled-but-is-not-before"), summary);
    assert!(
        said.starts_with("It comes first on the one criterion where every option has a score."),
        "{said}"
    );
    let said = told(&tried!("blank-among-four"), summary);
    assert!(
        said.starts_with("It comes first on none of the three criteria where every option has"),
        "{said}"
    );
}

/// One rival is named with its own number; the line for little room is short.
#[test]
fn row_a03_a_heading_with_scores_missing_names_one_rival_with_its_number() {
    let it = tried!("blank-among-four");
    assert_eq!(
        told(&it, headline),
        "No clear winner: Outsource is only 1.3 points ahead of Leisure trust, and New company could still overtake Outsource by nearly 71.4 points once all scores of New company are in, as could two others"
    );
    let brief = told(&it, brief);
    assert_eq!(brief, "Outsource leads, not settled: scores are missing");
    assert!(brief.chars().count() <= 90);
}

/// What an amount as far away as numbers go would take is come near to, never reached.
#[test]
fn row_a14_a_bound_that_is_only_approached_is_told_as_nearly() {
    let it = tried!("blank-cost-negative");
    assert_eq!(
        told(&it, headline),
        "A leads, but C could still overtake it by nearly 40.0 points once all its scores are in"
    );
    let lead = analyse(&it).lead;
    assert!(lead.rivals[0].approached);
    let verdict = results(&it)["verdict"].clone();
    assert_eq!(verdict["kind"], "unsettled", "as lead.settled says");
    assert_eq!(verdict.get("lead"), None);
}

/// A supposition stands with what it is about, and ranges have the decimals of totals.
#[test]
fn row_a20_a_supposition_says_what_rests_on_it() {
    let said = told(&tried!("blank-fixed-scale"), summary);
    assert!(
        said.starts_with("By how much others could still overtake supposes that each missing amount lies within its scale;"),
        "{said}"
    );
    let said = told(&tried!("blank-without-weight"), |on| {
        incomplete(on)[0].to_string()
    });
    assert_eq!(
        said,
        "B has no total: no value on y. Its total is 60.0: the missing score has no weight."
    );
}

#[test]
fn row_a03_nothing_is_compared_where_one_option_alone_has_all_its_scores() {
    let it = tried!("W11-whatever-its-missing-score-before");
    let (problem, outcome) = sampled(&it, Assumption::AnyWeights);
    let head = told(&it, |on| {
        chances_headline(on, &problem, &outcome, Assumption::AnyWeights)
    });
    assert_eq!(
        head,
        "Only B has all its scores, so nothing can be compared"
    );
    let pairs = told(&it, |on| {
        pairs_table(on, &problem, &outcome, Assumption::AnyWeights)
    });
    assert_eq!(
        pairs.caption,
        "Nothing can be compared: fewer than two options have all their scores"
    );
    // With two, every heading names the one that is left out.
    let it = tried!("W01-settled-but-is-not-before");
    let (problem, outcome) = sampled(&it, Assumption::AnyWeights);
    let pairs = told(&it, |on| {
        pairs_table(on, &problem, &outcome, Assumption::AnyWeights)
    });
    assert_eq!(
        pairs.caption,
        "A beats every other option, one to one, in all possible sets of weights (B is left out: scores missing)"
    );
}

#[test]
fn row_a22_options_that_always_tie_come_first_together() {
    let it = tried!("W02-no-weight-breaks-the-tie");
    let (problem, outcome) = sampled(&it, Assumption::AnyWeights);
    let leading = Leading::of(&problem, &outcome, Assumption::AnyWeights);
    assert!(leading.together);
    assert_eq!(leading.options, [0, 1]);
    // They are ahead of D where 70x > 40y, for 7 of 11 weights.
    assert!((leading.share.value() - 7.0 / 11.0).abs() < 0.02);
    let head = told(&it, |on| {
        chances_headline(on, &problem, &outcome, Assumption::AnyWeights)
    });
    assert!(head.starts_with("A and B lead together in 6"), "{head}");
}

/// Shares in a table have one decimal each, and pairs and rows are 100 together.
#[test]
fn row_a05_shares_of_all_weights_add_up_as_printed() {
    for name in ["office-location", "birmingham-2013"] {
        let it = weighbridge_opening::library::entry(name)
            .unwrap()
            .open()
            .unwrap();
        let (problem, outcome) = sampled(&it, Assumption::AnyWeights);
        let tenths = |words: &str| -> Option<i64> {
            let (whole, tenth) = words.strip_suffix('%')?.split_once('.')?;
            format!("{whole}{tenth}").parse().ok()
        };
        let pairs = told(&it, |on| {
            pairs_table(on, &problem, &outcome, Assumption::AnyWeights)
        });
        let n = problem.options.len();
        let mut held = 0;
        for (one, other) in (0..n).flat_map(|one| (0..one).map(move |other| (one, other))) {
            let both = [(one, other), (other, one)].map(|(a, b)| tenths(&pairs.rows[a][b + 1]));
            if let [Some(a), Some(b)] = both {
                assert_eq!(a + b, 1000, "{:?}", pairs.rows);
                held += 1;
            }
        }
        assert!(held > 0);
        let precise = precision_words(&outcome);
        assert!(precise.contains("correct to about ±"), "{precise}");
        let (_, chart) = told(&it, |on| {
            chances_picture(on, &problem, &outcome, Assumption::AnyWeights)
        });
        for row in &chart.rows {
            assert_eq!(row.error, "", "how exact is told once");
            assert!(
                row.label.chars().count() <= 12,
                "no room for {:?}",
                row.label
            );
            let numbers: Option<Vec<f64>> = row.printed.iter().map(|p| p.parse().ok()).collect();
            if let Some(numbers) = numbers {
                let sum: f64 = numbers.iter().sum();
                assert!((sum - 100.0).abs() < 1e-9, "{:?}", row.printed);
            }
        }
    }
}

/// What never comes first, by proof, is not "in no sample" beside it.
#[test]
fn row_a22_never_is_said_of_what_is_proved() {
    let it = tried!("N01-statement-forces-zero-ranks-do-not-add-up");
    let (problem, outcome) = sampled(&it, Assumption::Stated);
    let (_, chart) = told(&it, |on| {
        chances_picture(on, &problem, &outcome, Assumption::Stated)
    });
    let last = chart.rows.last().unwrap();
    assert_eq!(
        (
            last.name.as_str(),
            last.label.as_str(),
            last.printed[0].as_str()
        ),
        ("D", "never", "never")
    );
}

#[test]
fn row_a21_places_that_missing_scores_could_change_are_so_far() {
    let it = tried!("W10-regret-nothing-is-better");
    let found = weighbridge_analysis::outlooks(&it);
    let said = scenario_findings(&it, &found);
    assert_eq!(
        said[0],
        "D leads as things stand. In “S”, A leads, not settled."
    );
    assert_eq!(outlook_name(&it, 1), "S");
    let table = totals_table(&it, &found);
    assert!(table.rows[0][1].ends_with("(2nd)"), "{:?}", table.rows);
    assert!(
        table.rows[0][2].ends_with("(1st so far)"),
        "{:?}",
        table.rows
    );
}

/// Two criteria that tell the options apart alike are not options that are alike.
#[test]
fn row_a21_criteria_with_the_same_values_are_told_as_that() {
    let it = tried!("W03-first-after-changes-but-only-level");
    let words: Vec<String> = analyse(&it)
        .issues
        .iter()
        .map(|issue| issue_words(issue, &it))
        .collect();
    assert!(
        words.iter().any(|w| w
            .contains("have the same value for each option, so the same thing may count twice")),
        "{words:?}"
    );
    assert!(
        !words
            .iter()
            .any(|w| w.starts_with("All options have the same values on"))
    );
}

/// Weight times value is what is printed behind it.
#[test]
fn row_a05_a_product_is_right_in_its_own_digits() {
    let it = weighbridge_opening::library::entry("office-location")
        .unwrap()
        .open()
        .unwrap();
    for option in analyse(&it).options.keys() {
        for step in told(&it, |on| explain_total(on, option)).steps {
            let Some((left, points)) = step.rsplit_once(" = ") else {
                continue;
            };
            let Some((weight, value)) = left.split_once("% × ") else {
                continue;
            };
            let number = |words: &str| -> f64 { words.replace('−', "-").parse().unwrap() };
            let weight = number(weight.rsplit_once(": ").unwrap().1);
            let product = weight * number(value) / 100.0;
            assert!((product - number(points)).abs() <= 1.6e-4, "{step}");
        }
    }
}

/// The weights in use and those from the answers stand in a table, each column 100 together.
#[test]
fn row_a07_weights_in_use_stand_beside_those_from_the_answers() {
    let it = tried!("05-weights-not-from-judgements");
    let rows = in_use_and_answers(&[0.1, 0.9], &[5.0 / 6.0, 1.0 / 6.0], &it.criteria);
    assert_eq!(rows[0][1..], ["10.0%", "83.3%"]);
    assert_eq!(rows[1][1..], ["90.0%", "16.7%"]);
}
