//! The map of winners: who leads where, and what is said of a point.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Analysis, NodeIx, analyse};
use weighbridge_chart::{Presentation, Slot};
use weighbridge_model::Appraisal;
use weighbridge_opening::library;
use weighbridge_report::{Subject, WinnersMap, map_words, option_slot, winners_map};

fn on<'a>(appraisal: &'a Appraisal, analysis: &'a Analysis) -> Subject<'a> {
    Subject::new(appraisal, analysis)
}

/// Three criteria by their places.
fn three(analysis: &Analysis, places: [usize; 3]) -> [NodeIx; 3] {
    places.map(|at| nth(&analysis.nodes, at))
}

/// A map of the first three of some criteria that weigh the same, with one row of scores for each option.
fn look<T>(weights: &[f64], rows: &[&[f64]], at: impl Fn(Subject<'_>, WinnersMap) -> T) -> T {
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
    let scores = |row: &&[f64]| -> Vec<Value> { row.iter().map(|score| json!(score)).collect() };
    let options: Vec<_> = names.into_iter().zip(rows.iter().map(scores)).collect();
    let appraisal = flat(weights, &direct(), &options);
    let analysis = analyse(&appraisal);
    let subject = on(&appraisal, &analysis);
    at(
        subject,
        winners_map(subject, three(&analysis, [0, 1, 2])).unwrap(),
    )
}

#[test]
fn options_that_are_alike_lead_together() {
    let rows: [&[f64]; 3] = [
        &[20.0, 80.0, 60.0],
        &[20.0, 80.0, 60.0],
        &[90.0, 10.0, 30.0],
    ];
    look(&[1.0, 1.0, 1.0], &rows, |on, map| {
        assert!(
            map.presentation.title.contains("A and B lead on "),
            "{}",
            map.presentation.title
        );
        let picture = map.chart.draw(&Presentation {
            width: 760,
            ..map.presentation.clone()
        });
        assert_eq!(picture.table.rows.len(), 2);
        assert_eq!(picture.table.rows[0][0], "A and B");
        let shares: f64 = picture.table.numbers.iter().filter_map(|row| row[1]).sum();
        assert!((shares - 100.0).abs() < 1e-6, "{shares}");
        assert!(picture.svg.contains("A and B</text>"));
        let words = |here| map_words(on, &map, here);
        assert_eq!(
            words([0.0, 1.0, 0.0]),
            "No clear winner: A and B tie, at c0 0%, c1 100% and c2 0%"
        );
        assert_eq!(
            words([1.0, 0.0, 0.0]),
            "C leads by 70.0 points, at c0 100%, c1 0% and c2 0%"
        );
    });
}

#[test]
fn a_tie_and_a_narrow_lead_are_no_clear_winner_on_the_map_either() {
    let rows: [&[f64]; 2] = [&[60.0, 40.0, 50.0], &[40.0, 60.0, 50.0]];
    look(&[1.0, 1.0, 2.0], &rows, |on, map| {
        let third = 1.0 / 3.0;
        for (here, words) in [
            ([0.25, 0.25, 0.5], "No clear winner: A and B tie"),
            ([third, third, third], "No clear winner: A and B tie"),
            (
                [0.265, 0.235, 0.5],
                "No clear winner: A is only 0.6 points ahead of B",
            ),
            (
                [0.2501, 0.2499, 0.5],
                "No clear winner: A is less than 0.1 points ahead of B",
            ),
            ([0.3, 0.2, 0.5], "A leads by 2.0 points"),
            ([0.0, 0.5, 0.5], "B leads by 10.0 points"),
        ] {
            let found = map_words(on, &map, here);
            assert_eq!(found.split(", at").next(), Some(words), "{found}");
        }
    });
}

#[test]
fn columns_say_how_much_weight_a_corner_has() {
    let heads = |weights: &[f64], rows: &[&[f64]]| {
        look(weights, rows, |_, map| {
            let picture = map.chart.draw(&Presentation::new("map", 760, ""));
            (map.presentation.subtitle, picture.table)
        })
    };
    let near = |found: Option<f64>, expected: f64| {
        assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?}");
    };
    let (subtitle, table) = heads(
        &[1.0, 1.0, 1.0],
        &[&[60.0, 40.0, 50.0], &[40.0, 60.0, 50.0]],
    );
    assert_eq!(
        subtitle,
        "The map shows who leads however these three share the weight."
    );
    assert_eq!(table.headers[3], "With all of the weight on c0");
    near(table.numbers[0][3], 60.0);
    let rows: [&[f64]; 2] = [&[60.0, 40.0, 50.0, 10.0], &[40.0, 60.0, 50.0, 20.0]];
    let (subtitle, table) = heads(&[1.0, 1.0, 1.0, 2.0], &rows);
    assert!(
        subtitle.contains(" of the weight between them. The map shows who leads however that "),
        "{subtitle}"
    );
    assert_eq!(table.headers[3], "With all of the three’s 60% on c0");
    near(table.numbers[0][3], 0.6 * 60.0 + 0.4 * 10.0);
}

#[test]
fn every_winner_has_a_colour_of_its_own() {
    // The last two of nine win; they have no colour on other pages.
    let low: &[f64] = &[1.0, 1.0, 1.0];
    let rows: [&[f64]; 9] = [
        low,
        &[90.0, 0.0, 0.0],
        low,
        low,
        low,
        low,
        low,
        &[0.0, 90.0, 0.0],
        &[0.0, 0.0, 90.0],
    ];
    look(&[1.0, 1.0, 1.0], &rows, |on, map| {
        assert_eq!(option_slot(on, opt(on.analysis, 8)), Slot::Quiet);
        let slot = |name: &str| {
            let choices = map.chart.choices.iter();
            choices.clone().find(|c| c.name == name).unwrap().slot
        };
        let slots = ["B", "H", "I"].map(slot);
        assert_eq!(
            slots[0],
            option_slot(on, opt(on.analysis, 1)),
            "one with a colour keeps it"
        );
        assert!(!slots.contains(&Slot::Quiet), "{slots:?}");
        assert!(slots[1] != slots[0] && slots[2] != slots[0] && slots[1] != slots[2]);
    });
}

#[test]
fn the_example_reads_as_on_the_other_pages() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let subject = on(&appraisal, &analysis);
    let map = winners_map(subject, three(&analysis, [0, 1, 4])).unwrap();
    let words = map_words(subject, &map, map.chart.now);
    assert!(
        words.starts_with("Integrated transformation leads by 17.0 points, at Front line 50%"),
        "{words}"
    );
}

#[test]
fn one_option_alone_has_no_map() {
    let appraisal = flat(
        &[1.0, 1.0, 1.0],
        &direct(),
        &[("A", vec![json!(1), json!(2), json!(3)])],
    );
    let analysis = analyse(&appraisal);
    assert!(winners_map(on(&appraisal, &analysis), three(&analysis, [0, 1, 2])).is_none());
}
