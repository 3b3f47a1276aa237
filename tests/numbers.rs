//! Numbers that are hard to get right: not numbers at all, extremes, ties, nothing to divide by.

use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{
    Issue, OffScale, Severity, Total, ValueFunction, Verdict, analyse, sum, weight_lines,
};
use weighbridge_edit::{BadEntry, as_typed, parse_amount, parse_entry, parse_number};
use weighbridge_file::{open, save};
use weighbridge_model::{
    Absence, Appraisal, Breakpoint, Direction, Entry, Extra, Finite, Measure, Pence, Range,
    RawWeight, ScaleKind, ScalePoint,
};

fn finite(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

fn number(x: f64) -> Entry {
    Entry::Number(finite(x))
}

fn any_measure() -> ScaleKind {
    ScaleKind::Measure(Measure {
        unit: String::new(),
        direction: Direction::Higher,
        range: Range::Local,
        breakpoints: Vec::new(),
    })
}

#[test]
fn typed_scores_are_read_or_refused_and_never_guessed() {
    let direct = |text: &str| parse_entry(text, &ScaleKind::Direct);
    for (text, x) in [
        ("12", 12.0),
        (" 12 ", 12.0),
        ("1e1", 10.0),
        ("１２．５", 12.5),
        ("0", 0.0),
        ("+7", 7.0),
        (".5", 0.5),
        ("40%", 40.0),
    ] {
        assert_eq!(direct(text), Ok(number(x)), "{text}");
    }
    for text in [
        "abc",
        "--1",
        "NaN",
        "nan",
        "inf",
        "Infinity",
        "-Infinity",
        "1e400",
        "٣",
    ] {
        assert_eq!(direct(text), Err(BadEntry::NotANumber), "{text}");
    }
    for (text, tail) in [
        ("12a", "a"),
        ("1e", "e"),
        ("0x10", "x10"),
        ("1_000", "_000"),
    ] {
        let tail = tail.to_owned();
        assert_eq!(direct(text), Err(BadEntry::Tail(tail)), "{text}");
    }
    assert_eq!(direct("1 2"), Err(BadEntry::Space));
    for text in ["1,5", "1,00", "1,0000", ",500", "1.000,5", "-1,5"] {
        assert_eq!(direct(text), Err(BadEntry::Comma), "{text}");
    }
    for text in ["-1", "100.0001", "1e5", "1,000"] {
        assert_eq!(direct(text), Err(BadEntry::OffScale), "{text}");
    }
    for (text, absence) in [
        ("", Absence::Missing),
        ("  ", Absence::Missing),
        ("–", Absence::Missing),
        ("?", Absence::CannotJudge),
        ("Cannot judge", Absence::CannotJudge),
        ("N/A", Absence::NotApplicable),
    ] {
        assert_eq!(direct(text), Ok(Entry::Absent(absence)), "{text}");
    }
    assert_eq!(parse_entry("1e5", &any_measure()), Ok(number(100_000.0)));
    assert_eq!(parse_entry("£-3", &any_measure()), Ok(number(-3.0)));
    assert_eq!(
        parse_entry("1e400", &any_measure()),
        Err(BadEntry::NotANumber)
    );
}

#[test]
fn amounts_are_read_exactly_as_reports_write_them() {
    let pounds = |text: &str| parse_amount(text, "£ a year").map(Finite::get);
    for (text, pence) in [
        ("3,500,000", 350_000_000.0),
        ("£3500000", 350_000_000.0),
        ("£8.0m", 800_000_000.0),
        ("3.5m", 350_000_000.0),
        ("£9.61 million", 961_000_000.0),
        ("2BN", 200_000_000_000.0),
        ("£ 40k", 4_000_000.0),
        ("-£1,234.56", -123_456.0),
        ("£-1,234.56", -123_456.0),
        ("−£2 thousand", -200_000.0),
    ] {
        let got = pounds(text).unwrap();
        assert_eq!(
            got.to_bits(),
            (pence / 100.0_f64).to_bits(),
            "{text}: {got}"
        );
        let entry = parse_entry(text, &any_measure());
        assert!(matches!(entry, Ok(Entry::Number(_))), "{text}");
    }
    for text in ["1,5", "£1,5m", "3,50,000", "1.000,5", "1,000,00"] {
        assert_eq!(pounds(text), Err(BadEntry::Comma), "{text}");
    }
    for text in [
        "", "£", "m", "3.5mm", "--3", "-£-3", "3 50", "1e5m5", "ten", "1,2.3.4",
    ] {
        assert!(pounds(text).is_err(), "{text}");
    }
    for (text, unit, letter) in [
        ("12m", "metres", 'm'),
        ("3k", "km", 'k'),
        ("9 M", "Months", 'M'),
    ] {
        assert_eq!(
            parse_amount(text, unit),
            Err(BadEntry::Unit(letter)),
            "{text} {unit}"
        );
    }
    let plain = |text: &str, unit: &str| parse_amount(text, unit).map(Finite::get);
    assert_eq!(plain("12 million", "metres"), Ok(12_000_000.0));
    assert_eq!(plain("3m", "posts"), Ok(3_000_000.0));
}

#[test]
fn labels_are_chosen_from_the_scale() {
    let level = |label: &str, value: f64| ScalePoint {
        label: label.to_owned(),
        words: String::new(),
        value: Finite::new(value).unwrap(),
        extra: weighbridge_model::Extra::default(),
    };
    let scale = ScaleKind::Points(vec![level("1", 0.0), level("Good", 100.0)]);
    assert_eq!(
        parse_entry(" good ", &scale),
        Ok(Entry::Label("Good".to_owned()))
    );
    assert_eq!(parse_entry("１", &scale), Ok(Entry::Label("1".to_owned())));
    assert_eq!(
        parse_entry("2", &scale),
        Err(BadEntry::NotALabel(vec!["1".to_owned(), "Good".to_owned()]))
    );
}

#[test]
fn numbers_hold_nothing_that_is_not_one() {
    for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(Finite::new(x).is_none());
        assert!(RawWeight::new(x).is_none());
        assert!(Pence::from_pounds(x).is_none());
    }
    assert!(RawWeight::new(-1e-300).is_none());
    assert!(RawWeight::new(-0.0).is_some());
}

fn weighted(weights: &[f64]) -> Appraisal {
    let n = u32::try_from(weights.len()).unwrap();
    let down: Vec<f64> = (0..n).map(|at| f64::from(at) / f64::from(n)).collect();
    let up: Vec<f64> = down.iter().map(|x| 100.0 - x).collect();
    flat(weights, &direct(), &[("a", row(&down)), ("b", row(&up))])
}

#[test]
fn without_weights_there_is_no_ranking() {
    for weights in [&[0.0, 0.0][..], &[0.0]] {
        let analysis = analyse(&weighted(weights));
        assert!(
            analysis
                .options
                .iter()
                .all(|o| o.total == Total::Unweighted)
        );
        assert_eq!(analysis.verdict, Verdict::NoTotals);
        assert!(
            analysis
                .issues
                .contains(&Issue::AllWeightsZero { branch: None })
        );
        assert!(weight_lines(&analysis, nth(&analysis.nodes, 0)).is_none());
        assert!(
            analysis
                .issues
                .iter()
                .any(|i| i.severity() == Severity::Blocks)
        );
    }
}

#[test]
fn one_blank_weight_is_not_a_weight_of_zero() {
    let criteria = json!([{"id": "x", "name": "X", "weight": 5}, {"id": "y", "name": "Y"}]);
    let scores = json!({"a": {"x": 1, "y": 2}, "b": {"x": 3, "y": 4}});
    let analysis = analyse(&appraisal(&criteria, &["a", "b"], &scores));
    assert_eq!(analysis.options.as_slice()[0].total, Total::Unweighted);
    assert!(analysis.issues.contains(&Issue::MissingWeight {
        criterion: criterion("y")
    }));
}

#[test]
fn weights_need_not_sum_to_anything() {
    for weights in [
        [3.0, 1.0],
        [300.0, 100.0],
        [0.003, 0.001],
        [1.5e308, 0.5e308],
        [1.5e-323, 0.5e-323],
    ] {
        let analysis = analyse(&weighted(&weights));
        close(analysis.nodes.as_slice()[0].local.unwrap(), 0.75, 1e-15);
        close(analysis.nodes.as_slice()[1].local.unwrap(), 0.25, 1e-15);
    }
    let huge = analyse(&weighted(&[f64::MAX; 7]));
    let shares = sum(huge.nodes.iter().map(|n| n.local.unwrap()));
    close(shares, 1.0, 1e-12);
    assert!(
        huge.options
            .iter()
            .all(|o| o.total.value().unwrap().is_finite())
    );
}

/// Shares that a person would write are exactly those numbers, not their neighbours.
#[test]
fn plain_weights_give_plain_shares() {
    let analysis = analyse(&weighted(&[30.0, 20.0, 15.0, 15.0, 10.0, 10.0]));
    let shares: Vec<f64> = analysis.nodes.iter().map(|n| n.local.unwrap()).collect();
    assert_eq!(shares, [0.3, 0.2, 0.15, 0.15, 0.1, 0.1]);
}

#[test]
fn a_criterion_on_which_all_are_equal_is_flagged_and_divides_by_nothing() {
    let scale = json!({"kind": "measure", "direction": "lower"});
    for amount in [7.0, 0.0, -3.0, f64::MAX] {
        let options = [("a", row(&[amount])), ("b", row(&[amount]))];
        let analysis = analyse(&flat(&[1.0], &scale, &options));
        assert!(analysis.issues.contains(&Issue::SameForAll {
            criterion: criterion("c0")
        }));
        assert_eq!(
            analysis.verdict,
            Verdict::Tie(vec![opt(&analysis, 0), opt(&analysis, 1)])
        );
        assert!(
            analysis
                .options
                .iter()
                .all(|o| o.total.value() == Some(0.0))
        );
    }
}

#[test]
fn ties_share_the_better_rank() {
    let ranks = |values: &[f64]| -> Vec<usize> {
        let names: Vec<String> = (0..values.len()).map(|n| n.to_string()).collect();
        let options: Vec<(&str, Vec<Value>)> = names
            .iter()
            .map(String::as_str)
            .zip(values.iter().map(|v| row(&[*v])))
            .collect();
        let analysis = analyse(&flat(&[1.0], &direct(), &options));
        analysis
            .options
            .iter()
            .map(|o| o.total.rank().unwrap())
            .collect()
    };
    assert_eq!(ranks(&[50.0, 80.0, 80.0]), [3, 1, 1]);
    assert_eq!(ranks(&[80.0, 80.0, 50.0]), [1, 1, 3]);
    assert_eq!(ranks(&[5.0; 4]), [1; 4]);
    assert_eq!(
        ranks(&[50.0, 50.0 + 9e-10, 50.0 - 9e-10]),
        [1, 1, 3],
        "a tie is with the best of the group"
    );
}

#[test]
fn few_options_or_criteria_are_explained_and_not_divided_by() {
    let criteria = json!([{"id": "x", "name": "X", "weight": 1}]);
    let codes = |appraisal: &Appraisal| -> Vec<&'static str> {
        let analysis = analyse(appraisal);
        let _ = results(appraisal);
        assert_eq!(analysis.options.len(), appraisal.options.len());
        analysis.issues.iter().map(Issue::code).collect()
    };
    assert!(codes(&appraisal(&criteria, &[], &json!({}))).contains(&"no-options"));
    let one = appraisal(&criteria, &["a"], &json!({"a": {"x": 40}}));
    assert!(codes(&one).contains(&"one-option"));
    assert!(matches!(analyse(&one).verdict, Verdict::OnlyOne(only) if only == 0));
    let none = appraisal(&json!([]), &["a", "b"], &json!({}));
    assert!(codes(&none).contains(&"no-criteria"));
    assert_eq!(analyse(&none).verdict, Verdict::NoTotals);
}

#[test]
fn a_score_off_its_scale_is_an_error_at_the_cell_and_never_clamped() {
    for (x, why) in [
        (100.5, OffScale::NotOfHundred(100.5)),
        (-1.0, OffScale::NotOfHundred(-1.0)),
    ] {
        let options = [("a", row(&[x])), ("b", row(&[50.0]))];
        let analysis = analyse(&flat(&[1.0], &direct(), &options));
        let issue = Issue::Unusable {
            option: option("a"),
            criterion: criterion("c0"),
            why,
        };
        assert!(analysis.issues.contains(&issue), "{:?}", analysis.issues);
        assert!(matches!(
            analysis.options.as_slice()[0].total,
            Total::Incomplete { .. }
        ));
    }
    let options = [("a", row(&[11.0])), ("b", row(&[5.0]))];
    let analysis = analyse(&flat(&[1.0], &measure("higher", 1.0, 10.0), &options));
    close(total(&analysis, "a"), 1000.0 / 9.0, 1e-12);
    assert!(analysis.issues.iter().any(|i| i.code() == "outside-scale"));
    let levels = json!({"kind": "points", "levels": [{"label": "1"}, {"label": "10"}]});
    let analysis = analyse(&flat(
        &[1.0],
        &levels,
        &[("a", row(&[11.0])), ("b", row(&[1.0]))],
    ));
    assert!(
        analysis
            .issues
            .iter()
            .any(|i| i.code() == "score-not-on-scale")
    );
}

#[test]
fn turning_a_scale_round_twice_changes_nothing() {
    let ranks = |direction: &str| -> Vec<f64> {
        let options = [("a", row(&[3.0])), ("b", row(&[10.0])), ("c", row(&[4.0]))];
        totals(&flat(
            &[1.0],
            &json!({"kind": "measure", "direction": direction}),
            &options,
        ))
    };
    let (up, down) = (ranks("higher"), ranks("lower"));
    for (up, down) in up.iter().zip(&down) {
        close(up + down, 100.0, 1e-12);
    }
    for direction in [Direction::Higher, Direction::Lower] {
        assert_eq!(direction.flipped().flipped(), direction);
        assert_ne!(direction.flipped(), direction);
    }
}

#[test]
fn extremes_keep_their_order() {
    let tiny = f64::from_bits(1);
    let cases: [[f64; 3]; 6] = [
        [-1e308, 0.0, 1e308],
        [f64::MIN, 1.0, f64::MAX],
        [0.0, tiny, 2.0 * tiny],
        [1e9, 1e9 + 1.2e-7, 1e9 + 2.4e-7],
        [1e-300, 1.0, 1e300],
        [-0.0, 1e-320, 1e-310],
    ];
    for case in cases {
        assert!(case[0] < case[1] && case[1] < case[2]);
        let options = [
            ("a", row(&[case[0]])),
            ("b", row(&[case[1]])),
            ("c", row(&[case[2]])),
        ];
        let analysis = analyse(&flat(
            &[1.0],
            &json!({"kind": "measure", "direction": "higher"}),
            &options,
        ));
        let own: Vec<f64> = analysis
            .options
            .iter()
            .map(|o| o.total.value().unwrap())
            .collect();
        assert_eq!((own[0], own[2]), (0.0, 100.0), "{case:?}");
        assert!(
            own[0] <= own[1] && own[1] <= own[2],
            "{case:?} became {own:?}"
        );
        if case[0] + case[2] == 0.0 {
            close(own[1], 50.0, 1e-9);
        }
    }
}

/// A value is at most a million from 0: beyond it, it is named and not added up.
#[test]
fn a_value_out_of_reach_is_an_issue() {
    for (amount, usable) in [
        (1e6, true),
        (-1e6, true),
        (1.000_001e6, false),
        (-1e7, false),
        (f64::MAX, false),
        (f64::MIN, false),
    ] {
        let scale = measure("higher", 0.0, 100.0);
        let levels = json!({"kind": "points", "levels": [{"label": "x", "value": amount}, {"label": "y", "value": 0}]});
        for (scale, score) in [(scale, json!(amount)), (levels, json!("x"))] {
            let options = [
                ("a", vec![score.clone(), score]),
                ("b", vec![json!(0.5); 2]),
            ];
            let appraisal = flat_with(&[1.0, 2.0], &[scale.clone(), scale], &options);
            let analysis = analyse(&appraisal);
            assert_eq!(
                analysis.options.as_slice()[0].total.value().is_some(),
                usable,
                "{amount}"
            );
            let named = analysis
                .issues
                .iter()
                .any(|i| i.code() == "score-not-on-scale");
            assert!(usable || named, "{:?}", analysis.issues);
        }
    }
}

/// An amount too far outside a fixed scale for its value to be a number is named, not shown as one.
#[test]
fn a_value_that_overflows_is_an_issue() {
    let options = [("a", row(&[1e308])), ("b", row(&[0.5]))];
    let analysis = analyse(&flat(&[1.0], &measure("higher", 0.0, 1e-300), &options));
    assert!(
        analysis
            .issues
            .iter()
            .any(|i| i.code() == "score-not-on-scale")
    );
    assert!(
        !results(&flat(&[1.0], &measure("higher", 0.0, 1e-300), &options))
            .to_string()
            .contains("inf")
    );
}

#[test]
fn numbers_survive_a_file_to_the_bit() {
    let numbers = [
        0.1 + 0.2,
        -0.0,
        0.0,
        1e21,
        5e-324,
        f64::MAX,
        f64::MIN,
        1e15,
        1e15 + 0.125,
        123_456_789.123_456_78,
        1.0 / 3.0,
        -1e-7,
    ];
    let scale = json!({"kind": "measure", "direction": "higher"});
    let mut appraisal = flat(
        &[1.0; 12],
        &scale,
        &[("a", row(&[1.0; 12])), ("b", row(&[2.0; 12]))],
    );
    for (at, x) in numbers.into_iter().enumerate() {
        let score = weighbridge_model::Score::bare(number(x));
        appraisal
            .agreed_mut()
            .scores
            .set(&option("a"), &criterion(&format!("c{at}")), score);
    }
    let again = open(save(&appraisal).as_bytes()).unwrap();
    for (at, x) in numbers.into_iter().enumerate() {
        let score = again
            .agreed()
            .scores
            .get(&option("a"), &criterion(&format!("c{at}")))
            .unwrap();
        let Entry::Number(back) = score.entry else {
            panic!("{:?}", score.entry)
        };
        assert_eq!(back.get().to_bits(), x.to_bits(), "{x}");
    }
}

#[test]
fn a_weight_that_never_changes_the_leader_has_no_flip() {
    let options = [
        ("a", row(&[90.0, 80.0])),
        ("b", row(&[10.0, 20.0])),
        ("c", row(&[90.0, 80.0])),
    ];
    let analysis = analyse(&flat(&[1.0, 1.0], &direct(), &options));
    let found = lines(&analysis, "c0");
    assert_eq!(found.flips, []);
    assert_eq!(found.segments.len(), 1);
    assert_eq!(
        found.segments[0].leaders,
        [0, 2],
        "two options that tie all along lead together"
    );
    let alone = analyse(&flat(
        &[1.0],
        &direct(),
        &[("a", row(&[1.0])), ("b", row(&[2.0]))],
    ));
    assert!(
        weight_lines(&alone, nth(&alone.nodes, 0)).is_none(),
        "the only criterion has no weight to vary"
    );
    assert!(alone.nodes.ix(9).is_none());
}

/// Parallel lines never cross; lines that cross at an end cross outside the open range.
#[test]
fn crossings_at_the_ends_are_no_flips() {
    let options = [("a", row(&[50.0, 80.0])), ("b", row(&[50.0, 20.0]))];
    let analysis = analyse(&flat(&[1.0, 1.0], &direct(), &options));
    assert_eq!(lines(&analysis, "c0").flips, []);
    assert_eq!(lines(&analysis, "c1").flips, []);
}

#[test]
fn a_criterion_with_all_the_weight_shares_what_it_gives_up_equally() {
    let options = [
        ("a", row(&[100.0, 0.0, 30.0])),
        ("b", row(&[0.0, 100.0, 60.0])),
    ];
    let analysis = analyse(&flat(&[5.0, 0.0, 0.0], &direct(), &options));
    let found = lines(&analysis, "c0");
    assert!(found.equal_rest);
    close(line_of(&analysis, &found, "a").at_zero, 15.0, 1e-12);
    close(line_of(&analysis, &found, "b").at_zero, 80.0, 1e-12);
    close(found.flips[0].at, 65.0 / 165.0, 1e-12);
}

proptest! {
    #[test]
    fn any_number_typed_reads_as_that_number(x in proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO) {
        prop_assert_eq!(parse_number(&x.to_string()).unwrap().get().to_bits(), x.to_bits());
        prop_assert_eq!(parse_number(&format!("{x:e}")).unwrap().get().to_bits(), x.to_bits());
        let entry = Entry::Number(Finite::new(x).unwrap());
        prop_assert_eq!(parse_entry(&as_typed(&entry), &any_measure()), Ok(entry));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = parse_entry(&text, &ScaleKind::Direct);
        let _ = parse_number(&text);
    }

    #[test]
    fn pence_survive_being_pounds(pence in -Pence::LIMIT..=Pence::LIMIT) {
        let amount = Pence::new(pence).unwrap();
        prop_assert_eq!(Pence::from_pounds(amount.pounds()), Some(amount));
    }

    /// At its own points a value function has exactly the values it was given.
    #[test]
    fn points_of_a_value_function_are_exact(
        values in proptest::collection::vec(0.0..100.0_f64, 1..4), low in -1e3..1e3_f64, step in 0.1..1e3_f64
    ) {
        let place = |at: usize| finite(low + step * (at as f64 + 1.0));
        let bends = values
            .iter()
            .enumerate()
            .map(|(at, v)| Breakpoint { at: place(at), value: finite(*v), extra: Extra::default() })
            .collect();
        let measure = Measure { unit: String::new(), direction: Direction::Higher, range: Range::Local, breakpoints: bends };
        let function = ValueFunction::new(&measure, low, place(values.len()).get());
        for (at, value) in values.iter().enumerate() {
            prop_assert_eq!(function.value(place(at).get()).to_bits(), value.to_bits());
        }
    }

    /// A value function with increasing amounts and values is never decreasing, whatever the numbers.
    #[test]
    fn more_is_never_worse(
        low in -1e9..1e9_f64, width in 1e-9..1e9_f64, x in 0.0..1.0_f64, y in 0.0..1.0_f64
    ) {
        let high = low + width;
        prop_assume!(low < high);
        let measure = Measure { unit: String::new(), direction: Direction::Higher, range: Range::Local, breakpoints: Vec::new() };
        let function = ValueFunction::new(&measure, low, high);
        let (x, y) = (low + width * x.min(y), low + width * x.max(y));
        prop_assert!(function.value(x) <= function.value(y));
        prop_assert_eq!((function.value(low), function.value(high)), (0.0, 100.0));
    }
}
