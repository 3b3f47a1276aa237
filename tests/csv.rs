//! CSV: quoting, formulas, and reading back exactly what was written.

use crate::support::*;
use proptest::prelude::*;
use serde_json::json;
use weighbridge_analysis::analyse;
use weighbridge_edit::read_csv;
use weighbridge_opening::library;
use weighbridge_report::csv::{Field, csv};
use weighbridge_report::{Subject, matrix};

fn written(text: &str) -> String {
    let line = csv(&[vec![Field::text(text), Field::Number(1.0)]]);
    line.strip_suffix(",1\r\n").unwrap().to_owned()
}

#[test]
fn what_could_run_as_a_formula_is_made_harmless() {
    let dangerous = [
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u{a0}=1",
        "\u{feff}=1",
        "\u{200b}=1",
        "'=1",
        "''-1",
        "\u{1}",
    ];
    for text in dangerous {
        assert!(
            written(text).starts_with("\"'"),
            "{text:?} became {}",
            written(text)
        );
    }
    for text in [
        "Addison Square",
        "a=1",
        "3 + 4",
        "don’t",
        "'quoted'",
        "",
        "50%",
        "– dash",
    ] {
        assert!(
            !written(text).contains("\"'") && !written(text).starts_with("''"),
            "{text:?} became {}",
            written(text)
        );
    }
}

#[test]
fn negative_numbers_stay_numbers() {
    let row = [-5.0, -0.0, 0.1 + 0.2, 1e21, 5e-324]
        .map(Field::Number)
        .to_vec();
    let text = csv(&[row]);
    assert!(!text.contains(['\'', '"']), "{text}");
    let back: Vec<u64> = read_csv(&text)[0]
        .iter()
        .map(|c| c.parse::<f64>().unwrap().to_bits())
        .collect();
    assert_eq!(
        back,
        [-5.0_f64, -0.0, 0.1 + 0.2, 1e21, 5e-324].map(f64::to_bits)
    );
}

#[test]
fn quotes_separators_and_line_breaks_follow_rfc_4180() {
    assert_eq!(written("a, b"), "\"a, b\"");
    assert_eq!(written("say \"no\""), "\"say \"\"no\"\"\"");
    assert_eq!(written("two\r\nlines"), "\"two\r\nlines\"");
    assert_eq!(written("plain"), "plain");
    assert_eq!(
        csv(&[vec![Field::text("")]]),
        "\"\"\r\n",
        "a row with one empty cell is not a blank line"
    );
    assert_eq!(csv(&[]), "");
}

#[test]
fn a_pasted_block_reads_as_the_spreadsheet_showed_it() {
    let rows = |text| read_csv(text);
    assert_eq!(rows("1\t2\n3\t4\n"), [["1", "2"], ["3", "4"]]);
    assert_eq!(
        rows("1\t2\r3\t4"),
        [["1", "2"], ["3", "4"]],
        "old Mac line ends"
    );
    assert_eq!(
        rows("40\n\n60\n"),
        [["40"], [""], ["60"]],
        "a blank stays in its row"
    );
    assert_eq!(rows("\t2\n\t\n"), [["", "2"], ["", ""]]);
    assert_eq!(
        rows("\"two\nlines\"\t\"say \"\"no\"\"\"\n"),
        [["two\nlines", "say \"no\""]]
    );
    assert_eq!(
        rows("a, b\tc\n"),
        [["a, b", "c"]],
        "a comma in a cell between tabs"
    );
    assert_eq!(rows("1,2\n3,\n"), [vec!["1", "2"], vec!["3", ""]]);
    assert_eq!(rows("1;2\n3;4\n"), [["1", "2"], ["3", "4"]]);
    assert_eq!(rows("1,5;2,5\n3,5;4,5\n"), [["1,5", "2,5"], ["3,5", "4,5"]]);
    assert_eq!(
        rows("1,5\n2,5\n\n7\n"),
        [["1,5"], ["2,5"], [""], ["7"]],
        "decimal commas are not columns"
    );
    assert_eq!(
        rows("1\t2\t3\n4\n"),
        [vec!["1", "2", "3"], vec!["4"]],
        "ragged rows stay ragged"
    );
    assert_eq!(
        rows("\"never closed\t2\n3\t4"),
        [["\"never closed", "2"], ["3", "4"]]
    );
    assert_eq!(
        rows("6\" pipe\t2"),
        [["6\" pipe", "2"]],
        "a quote inside a cell is a quote"
    );
    assert_eq!(rows("\u{feff}a\tb"), [["a", "b"]]);
    assert!(rows("").is_empty());
    assert_eq!(rows("\n"), [[""]]);
}

#[test]
fn the_matrix_has_weights_values_totals_and_ranks() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let rows = read_csv(&csv(&matrix(Subject::new(&appraisal, &analysis))));
    // The reasons of six criteria stand behind their values.
    assert_eq!(rows.len(), 9);
    assert!(rows.iter().all(|row| row.len() == 17));
    assert_eq!(rows[0][..3], ["Option", "Front line", "Front line: reason"]);
    assert_eq!(
        (
            rows[1][0].as_str(),
            rows[1][1].as_str(),
            rows[1][3].as_str()
        ),
        ("Weight", "0.3", "0.2")
    );
    assert_eq!(rows[2][..2], ["Worst (0)", "most posts vacant or agency"]);
    assert_eq!(
        rows[3][..2],
        ["Best (100)", "every post filled, low turnover"]
    );
    assert_eq!(rows[8][0], "Integrated transformation");
    assert_eq!(rows[8][13..], ["77.5", "1", "", ""]);
}

#[test]
fn the_matrix_says_what_was_entered_and_what_is_absent() {
    let criteria = json!([
        {"id": "wait", "name": "Wait", "weight": 1, "scale": {"kind": "measure", "unit": "weeks", "direction": "lower", "fixed": [0, 20]}},
        {"id": "fit", "name": "Fit", "weight": 3, "scale": {"kind": "points", "levels": [{"label": "poor"}, {"label": "good"}]}},
    ]);
    let scores = json!({"a": {"wait": 5, "fit": "good"}, "b": {"wait": 20, "fit": {"absent": "cannot-judge"}}});
    let appraisal = appraisal(&criteria, &["a", "b"], &scores);
    let analysis = analyse(&appraisal);
    let rows = read_csv(&csv(&matrix(Subject::new(&appraisal, &analysis))));
    assert_eq!(
        rows[0][..5],
        ["Option", "Wait (weeks)", "Wait", "Fit (as entered)", "Fit"]
    );
    assert_eq!(
        rows[4],
        ["a", "5", "75", "good", "100", "93.75", "1", "", ""]
    );
    assert_eq!(
        rows[2][..5],
        ["Worst (0)", "20", "not described", "poor", "not described"]
    );
    assert_eq!(
        rows[5],
        [
            "b",
            "20",
            "0",
            "cannot judge",
            "cannot judge",
            "no total",
            "",
            "0",
            "75"
        ]
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(rows in proptest::collection::vec(proptest::collection::vec(any::<String>(), 2..5), 1..5)) {
        // A heading, as every export has; without one, rows like 1,2 could be decimal commas.
        let heading = vec!["Option".to_owned(), "Value".to_owned()];
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
        let fields: Vec<Vec<Field>> = rows.iter().map(|r| r.iter().map(Field::text).collect()).collect();
        prop_assert_eq!(read_csv(&csv(&fields)), rows);
    }

    #[test]
    fn formulas_are_read_back_too(text in "['=+@\\-＝\t ]{0,4}[a-z0-9\"]{0,3}") {
        let fields = [vec![Field::text(&text), Field::text("x")]];
        prop_assert_eq!(read_csv(&csv(&fields)), [[text, "x".to_owned()]]);
    }

    #[test]
    fn any_text_can_be_pasted(text in any::<String>()) {
        let rows = read_csv(&text);
        prop_assert_eq!(rows.is_empty(), text.trim_start_matches('\u{feff}').is_empty() && text.len() <= 3);
    }
}
