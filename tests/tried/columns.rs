//! Numbers in columns: the same decimals, and together what is printed for their sum.

use crate::support::{nth, opt};
use proptest::prelude::*;
use weighbridge_analysis::{Analysis, LeafIx, NodeIx, OptionIx, analyse};
use weighbridge_model::Appraisal;
use weighbridge_report::column::Column;
use weighbridge_report::{self as report, Shares, Subject};

/// A printed number in units of its last digit, and how many decimals it has.
fn units(printed: &str) -> (i64, usize) {
    let plain = printed
        .trim_end_matches('%')
        .replace('−', "-")
        .replace(',', "");
    let decimals = plain.split_once('.').map_or(0, |(_, d)| d.len());
    (plain.replace('.', "").parse().unwrap(), decimals)
}

/// Holds printed parts against their printed sum and their exact values: one number of decimals, exactly
/// the sum, each within a unit.
fn adds_up(printed: &[String], sum: &str, exact: &[f64]) {
    let (sum, decimals) = units(sum);
    let mut total = 0;
    for (words, x) in printed.iter().zip(exact) {
        let (number, own) = units(words);
        assert_eq!(own, decimals, "{words} in {printed:?}");
        let unit: f64 = format!("1e{decimals}").parse().unwrap();
        let off = (number as f64 - x * unit).abs();
        assert!(off < 1.0 + 1e-6, "{words} for {x} in {printed:?}");
        total += number;
    }
    assert_eq!(total, sum, "{printed:?}");
}

fn with_weights(weights: &[f64]) -> (Appraisal, Analysis) {
    let mut text = String::from(
        r#"{"format":"weighbridge","version":1,"title":"T","options":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"criteria":["#,
    );
    let mut scores = String::new();
    for (at, weight) in weights.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        text += &format!(r#"{comma}{{"id":"c{at}","name":"C{at}","weight":{weight}}}"#);
        scores += &format!(r#"{comma}"c{at}":{}"#, (at * 37 + 11) % 101);
    }
    text += &format!(r#"],"scores":{{"a":{{{scores}}},"b":{{{scores}}}}}}}"#);
    let appraisal = weighbridge_file::open(text.as_bytes()).unwrap();
    let analysis = analyse(&appraisal);
    (appraisal, analysis)
}

#[test]
fn row_a05_shares_in_a_column_have_one_decimal_and_add_up_to_100() {
    // Of 3.3: 18.18, 12.12, 9.09, 9.09, 45.45, 6.06.
    let (_, analysis) = with_weights(&[60.0, 40.0, 30.0, 30.0, 150.0, 20.0]);
    let shares = Shares::of(&analysis);
    let printed: Vec<String> = analysis
        .nodes
        .keys()
        .map(|at| shares.whole(at).unwrap().to_owned())
        .collect();
    assert_eq!(printed, ["18.2%", "12.1%", "9.1%", "9.1%", "45.4%", "6.1%"]);
    let exact: Vec<f64> = analysis
        .nodes
        .iter()
        .map(|n| n.cumulative.unwrap() * 100.0)
        .collect();
    adds_up(&printed, "100.0", &exact);
}

#[test]
fn row_a05_what_criteria_add_to_a_total_adds_up_to_it_wherever_it_is_shown() {
    let (appraisal, analysis) = with_weights(&[60.0, 40.0, 30.0, 30.0, 150.0, 20.0]);
    let on = Subject::new(&appraisal, &analysis);
    let exact: Vec<f64> = analysis.options.as_slice()[0]
        .contributions
        .iter()
        .map(|p| p.unwrap())
        .collect();
    let total = report::total_words(&analysis.options.as_slice()[0].total);
    // The panel behind a total.
    let steps = report::explain_total(on, opt(&analysis, 0)).steps;
    let panel: Vec<String> = steps[1..=6]
        .iter()
        .map(|step| step.rsplit_once("= ").unwrap().1.to_owned())
        .collect();
    let last = steps.last().unwrap();
    let fine = last.strip_prefix("Total: ").unwrap();
    adds_up(&panel, fine.split(", shown as ").next().unwrap(), &exact);
    assert!(last.ends_with(&total), "{steps:?}");
    // The picture, and the table under it.
    let (presentation, chart) = report::contributions_picture(on);
    let picture = chart.draw(&weighbridge_chart::Presentation {
        width: 900,
        ..presentation
    });
    let row = &picture.table.rows[0];
    adds_up(&row[2..8], &row[8], &exact);
    assert_eq!(row[8], total);
    // The panel behind one number says the same.
    let value = report::explain_value(on, opt(&analysis, 0), nth(&analysis.leaves, 4));
    assert!(
        value
            .steps
            .last()
            .unwrap()
            .ends_with(&format!("= {}", panel[4])),
        "{:?}",
        value.steps
    );
}

#[test]
fn row_a05_differences_add_up_to_the_lead() {
    let appraisal = weighbridge_opening::library::entry("birmingham-2013")
        .unwrap()
        .open()
        .unwrap();
    let mut appraisal = appraisal;
    let criteria = appraisal.criteria.clone();
    for (criterion, weight) in criteria.iter().zip([6.0, 4.0, 3.0, 3.0, 15.0, 2.0]) {
        let raw = weighbridge_model::RawWeight::new(weight);
        appraisal.agreed_mut().weights.set_raw(&criterion.id, raw);
    }
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    let first = opt(&analysis, 0);
    for second in analysis.options.keys().skip(1) {
        let found = report::compare(on, first, second).unwrap();
        let ahead: Vec<String> = found
            .rows
            .iter()
            .map(|r| r.ahead.replace('+', ""))
            .collect();
        let points = |at: OptionIx, leaf: LeafIx| analysis.options[at].contributions[leaf].unwrap();
        let exact: Vec<f64> = found
            .rows
            .iter()
            .map(|r| points(first, r.leaf) - points(second, r.leaf))
            .collect();
        adds_up(&ahead, &found.foot.1.replace('+', ""), &exact);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn printed_shares_add_up_to_100(weights in proptest::collection::vec(prop_oneof![0.0..100.0, Just(0.0), 1e-9..1e9], 2..40)) {
        let sum: f64 = weights.iter().sum();
        prop_assume!(sum > 0.0);
        let shares: Vec<f64> = weights.iter().map(|w| w / sum * 100.0).collect();
        let column = Column::of_shares(shares.iter().copied());
        adds_up(&column.parts(&shares, 100.0), &column.number(100.0), &shares);
    }

    #[test]
    fn printed_parts_add_up_to_their_printed_sum(parts in proptest::collection::vec(-1e4..1e4, 1..40)) {
        let sum: f64 = parts.iter().sum();
        adds_up(&Column::points().parts(&parts, sum), &Column::points().number(sum), &parts);
    }

    #[test]
    fn printed_shares_of_any_tree_add_up_at_every_level(appraisal in crate::random::appraisal(1)) {
        let analysis = analyse(&appraisal);
        let shares = Shares::of(&analysis);
        let nodes = &analysis.nodes;
        for group in std::iter::once(None).chain(nodes.keys().map(Some)) {
            let its: Vec<NodeIx> = nodes.keys().filter(|at| nodes[*at].parent == group).collect();
            if its.is_empty() {
                continue;
            }
            let exact = |share: fn(&weighbridge_analysis::Node) -> Option<f64>| -> Option<Vec<f64>> {
                its.iter().map(|at| share(&nodes[*at]).map(|x| x * 100.0)).collect()
            };
            let excluded = its.iter().all(|at| nodes[*at].excluded);
            let printed = |own: &dyn Fn(NodeIx) -> Option<String>| -> Vec<String> {
                its.iter().filter_map(|at| own(*at)).collect()
            };
            if let Some(whole) = exact(|n| n.cumulative) {
                let of = group.map_or(Some("100".to_owned()), |at| shares.whole(at).map(str::to_owned));
                let words = printed(&|at| shares.whole(at).map(str::to_owned));
                if let (Some(of), Some(first)) = (of, words.first()) {
                    let decimals = units(first).1;
                    let of = if units(&of).1 == decimals { of } else { format!("{of}.{}", "0".repeat(decimals)) };
                    if !excluded {
                        adds_up(&words, &of, &whole);
                    }
                }
            }
            if let (Some(local), false) = (exact(|n| n.local), excluded) {
                let words = printed(&|at| shares.within(at).map(str::to_owned));
                let decimals = units(&words[0]).1;
                let hundred = if decimals == 0 { "100".to_owned() } else { format!("100.{}", "0".repeat(decimals)) };
                adds_up(&words, &hundred, &local);
            }
        }
    }
}

fn right_to_left() -> (Appraisal, Analysis) {
    let appraisal = weighbridge_file::open(include_bytes!("files/17-rtl-name.json")).unwrap();
    let analysis = analyse(&appraisal);
    (appraisal, analysis)
}

const MARKS: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

#[test]
fn row_a11_names_in_data_are_the_names_that_were_given() {
    let (mut appraisal, _) = right_to_left();
    // More kinds of data than the file has by itself.
    for (at, name) in ["إسكان", "X"].into_iter().enumerate() {
        let edit = weighbridge_edit::Edit::add_criterion(&appraisal, name, None);
        edit.apply(&mut appraisal).unwrap();
        let id = appraisal.criteria[at + 1].id.clone();
        let weight = weighbridge_model::RawWeight::new(2.0);
        weighbridge_edit::Edit::weight(&id, weight)
            .apply(&mut appraisal)
            .unwrap();
        for (option, value) in [("a", 90.0), ("b", 30.0)] {
            let option = weighbridge_model::OptionId::new(option).unwrap();
            let entry =
                weighbridge_model::Entry::Number(weighbridge_model::Finite::new(value).unwrap());
            weighbridge_edit::Edit::score(&option, &id, entry)
                .apply(&mut appraisal)
                .unwrap();
        }
    }
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    assert!(
        report::headline(on).contains(MARKS),
        "sentences that are shown keep them"
    );
    let name = &appraisal.options[0].name;
    let (presentation, chart) = report::contributions_picture(on);
    let picture = chart.draw(&weighbridge_chart::Presentation {
        width: 900,
        ..presentation
    });
    let outlooks = weighbridge_analysis::outlooks(&appraisal);
    let tables = [
        report::weights_table(on),
        report::scores_table(on),
        report::regret_table(&appraisal, &outlooks),
    ];
    let mut data = vec![
        report::matrix_file(on),
        report::results_text(&appraisal),
        report::picture_table(&picture),
        report::scenario_file(&appraisal, &outlooks),
        weighbridge_file::save(&appraisal),
        report::problems_text(&analysis.issues, &appraisal),
    ];
    for table in &tables {
        data.push(report::table_file(on, table));
        let copied = report::copied(table);
        data.extend([copied.html, copied.text]);
    }
    for text in &data {
        assert!(!text.contains(MARKS), "{text}");
    }
    assert!(data[0].contains(&format!("\r\n{name},")), "{}", data[0]);
    // Names in a drawing stand alone, each in an element of its own.
    let drawing = picture.standalone();
    assert!(drawing.contains(&format!(">{name}</text>")), "{drawing}");
}
