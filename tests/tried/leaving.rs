//! What leaves the tool lost columns, digits, reasons, the ends of scales, and how far it can be trusted.

use crate::support::*;
use serde_json::json;
use weighbridge_analysis::analyse;
use weighbridge_chart::Table;
use weighbridge_edit::Pasted;
use weighbridge_model::Status;
use weighbridge_opening::library;
use weighbridge_report::csv::csv;
use weighbridge_report::{
    ChangedOn, Subject, WIDEST, copied, entries_table, explain_bar, explain_regret,
    explain_score_flip, explain_value, explain_weight_flip, handout, matrix, matrix_file,
    paper_tables, regret_table, scores_table, shares_table, standing, table_file, values_table,
    version, weights_table,
};

/// A table of numbers with so many rows and columns, each number another.
fn table(rows: usize, columns: usize) -> Table {
    let headers: Vec<String> = (0..columns)
        .map(|column| format!("column {column}"))
        .collect();
    let headers: Vec<&str> = std::iter::once("Option")
        .chain(headers.iter().map(String::as_str))
        .collect();
    let mut table = Table::new("Numbers", &headers);
    for row in 0..rows {
        table.start(&format!("row {row}"));
        for column in 0..columns {
            let number = (row * 1000 + column) as f64;
            table.words(format!("{number}"), Some(number));
        }
    }
    table
}

#[test]
fn no_column_is_lost_on_paper_however_many_there_are() {
    for (rows, columns) in [
        (6, 7),
        (6, 8),
        (6, 12),
        (6, 20),
        (6, 30),
        (20, 12),
        (30, 200),
        (0, 40),
        (3, 0),
    ] {
        let whole = table(rows, columns);
        for name in [None, Some("Criterion")] {
            let parts = paper_tables(&whole, name);
            assert!(parts.iter().all(|part| part.headers.len() <= WIDEST + 1));
            let count = |part: &Table| part.numbers.iter().flatten().flatten().count();
            assert_eq!(parts.iter().map(count).sum::<usize>(), rows * columns);
            for part in &parts {
                for (words, numbers) in part.rows.iter().zip(&part.numbers) {
                    assert_eq!(words.len(), part.headers.len());
                    assert_eq!(numbers.len(), part.headers.len());
                }
            }
            // Each number still stands where its row and its column meet.
            for row in 0..rows {
                for column in 0..columns {
                    let (row_name, column_name) =
                        (format!("row {row}"), format!("column {column}"));
                    let here = |part: &Table| {
                        let at = |names: [&str; 2]| {
                            let line = part.rows.iter().find(|line| line[0] == names[0])?;
                            let across = part.headers.iter().position(|name| name == names[1])?;
                            Some(line[across].clone())
                        };
                        at([&row_name, &column_name]).or_else(|| at([&column_name, &row_name]))
                    };
                    let found: Vec<String> = parts.iter().filter_map(here).collect();
                    assert_eq!(found, [format!("{}", row * 1000 + column)]);
                }
            }
        }
    }
    // Thirty criteria and six options are one table of thirty rows.
    assert_eq!(paper_tables(&table(6, 30), Some("Criterion")).len(), 1);
}

#[test]
fn what_is_copied_is_a_table_with_its_numbers_as_they_are_shown() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    let tables = [
        values_table(on),
        entries_table(&appraisal),
        shares_table(on),
        weights_table(on),
        scores_table(on),
    ];
    for table in &tables {
        let copied = copied(table);
        let lines = Pasted::text(&copied.text).cells().rows;
        assert_eq!(lines.len(), table.rows.len() + 1);
        assert_eq!(lines[0], table.headers);
        for ((line, words), numbers) in lines[1..].iter().zip(&table.rows).zip(&table.numbers) {
            let cells = words.iter().zip(numbers);
            let plain: Vec<String> = cells
                .map(|(words, number)| match number {
                    Some(_) => words.replace('−', "-"),
                    None => words.clone(),
                })
                .collect();
            assert_eq!(line, &plain);
        }
        // The same cells, each in its place, in the other form.
        let page = roxmltree::Document::parse(
            copied
                .html
                .strip_prefix("<meta charset=\"utf-8\">")
                .unwrap(),
        )
        .unwrap();
        let rows: Vec<Vec<String>> = page
            .descendants()
            .filter(|node| node.has_tag_name("tr"))
            .map(|row| {
                let cells = row.children().filter(|cell| cell.is_element());
                cells
                    .map(|cell| cell.text().unwrap_or_default().to_owned())
                    .collect()
            })
            .collect();
        assert_eq!(rows, lines);
        let scopes = |scope| {
            let all = page.descendants();
            all.filter(|node| node.attribute("scope") == Some(scope))
                .count()
        };
        assert_eq!(
            (scopes("col"), scopes("row")),
            (table.headers.len(), table.rows.len())
        );
    }
    let text = copied(&tables[0]).text;
    assert!(text.starts_with("Option\tFront line\t"), "{text}");
    assert!(text.contains("\r\nWeight\t30%\t20%\t15%\t15%\t10%\t10%\t\r\nIntegrated transformation\t70\t90\t90\t100\t20\t80\t77.5\r\n"), "{text}");
}

#[test]
fn what_is_copied_runs_no_formula_and_opens_no_tag() {
    let mut table = Table::new("Trouble", &["Option", "=1+1"]);
    table.start("=HYPERLINK(\"http://x\")");
    table.words("<b>&amp;".to_owned(), None);
    table.start("@a\tb");
    table.words("−1,234.5".to_owned(), Some(-1234.5));
    let found = copied(&table);
    assert_eq!(
        Pasted::text(&found.text).cells().rows,
        [
            ["Option", "=1+1"],
            ["=HYPERLINK(\"http://x\")", "<b>&amp;"],
            ["@a\tb", "-1,234.5"]
        ]
    );
    assert!(found.text.contains("\"'=1+1\""), "{}", found.text);
    assert!(
        found.html.contains("<th scope=\"col\">'=1+1</th>"),
        "{}",
        found.html
    );
    assert!(
        found.html.contains("<td>&lt;b&gt;&amp;amp;</td>"),
        "{}",
        found.html
    );
    assert!(
        found.html.contains("<td align=\"right\">-1,234.5</td>"),
        "{}",
        found.html
    );
}

#[test]
fn the_table_as_a_file_has_reasons_sources_and_the_ends_of_scales() {
    let criteria = json!([
        {"id": "wait", "name": "Wait", "weight": 1, "weight_reason": "patients said so",
         "scale": {"kind": "measure", "unit": "weeks", "direction": "lower", "fixed": [0, 20]},
         "anchors": [{"value": 0, "words": "as now"}]},
        {"id": "fit", "name": "Fit", "weight": 3, "scale": {"kind": "points", "levels": [{"label": "poor", "words": "misses"}, {"label": "good"}]}},
        {"id": "pace", "name": "Pace", "weight": 1, "anchors": [{"value": 0, "words": "years"}, {"value": 100, "words": "months"}]},
    ]);
    let scores = json!({
        "a": {"wait": {"value": 5, "reason": "=cmd|' /C calc'!A0", "source": "Plan, page 3", "confidence": "low"}, "fit": "good", "pace": 40},
        "b": {"wait": 20, "fit": "poor", "pace": 60},
    });
    let appraisal = appraisal(&criteria, &["a", "b"], &scores);
    let analysis = analyse(&appraisal);
    let text = csv(&matrix(Subject::new(&appraisal, &analysis)));
    let rows = Pasted::text(&text).cells().rows;
    let expected = [
        [
            "Option",
            "Wait (weeks)",
            "Wait",
            "Wait: reason",
            "Wait: source",
            "Wait: confidence",
            "Fit (as entered)",
            "Fit",
            "Pace",
        ],
        [
            "Weight",
            "",
            "0.2",
            "patients said so",
            "",
            "",
            "",
            "0.6",
            "0.2",
        ],
        [
            "Worst (0)",
            "20",
            "as now",
            "",
            "",
            "",
            "poor",
            "misses",
            "years",
        ],
        [
            "Best (100)",
            "0",
            "not described",
            "",
            "",
            "",
            "good",
            "not described",
            "months",
        ],
        [
            "a",
            "5",
            "75",
            "=cmd|' /C calc'!A0",
            "Plan, page 3",
            "Low",
            "good",
            "100",
            "40",
        ],
        ["b", "20", "0", "", "", "", "poor", "0", "60"],
    ];
    for (row, expected) in rows.iter().zip(expected) {
        assert_eq!(row[..9], expected);
    }
    assert!(text.contains("\"'=cmd|' /C calc'!A0\""), "{text}");
}

#[test]
fn how_far_to_trust_it_goes_with_whatever_leaves() {
    let mut appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    for (status, words) in [
        (Status::Draft, Some("Draft")),
        (Status::Illustrative, Some("Illustrative")),
        (Status::Final, None),
    ] {
        appraisal.frame_mut().status = status;
        let analysis = analyse(&appraisal);
        let on = Subject::new(&appraisal, &analysis);
        assert_eq!(standing(&appraisal.frame), words);
        let (_, chart) = weighbridge_report::contributions_picture(on);
        let (presentation, _) = weighbridge_report::contributions_picture(on);
        let picture = chart.draw(&presentation.at(900));
        let outlooks = weighbridge_analysis::outlooks(&appraisal);
        for file in [
            matrix_file(on),
            table_file(on, &weights_table(on)),
            weighbridge_report::scenario_file(&appraisal, &outlooks),
        ] {
            let line = |words: &str| file.lines().any(|line| line == words);
            for status in ["Draft", "Illustrative", "Final"] {
                assert_eq!(line(status), Some(status) == words, "{file}");
            }
            assert!(
                line("Invented scores and weights: not the council’s"),
                "{file}"
            );
        }
        if let Some(words) = words {
            assert!(
                picture.source.contains(&format!(" {words}. ")),
                "{}",
                picture.source
            );
        }
    }
}

#[test]
fn numbers_of_every_table_can_be_opened() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    for row in 0..weights_table(on).rows.len() {
        assert!(!explain_weight_flip(on, row).unwrap().steps.is_empty());
    }
    let scores = scores_table(on);
    for (row, words) in scores.rows.iter().enumerate() {
        let opened = explain_score_flip(on, row).unwrap();
        assert!(opened.title.contains(&words[0]), "{}", opened.title);
    }
    let independence = explain_weight_flip(on, 4).unwrap();
    assert_eq!(independence.change, Some(ChangedOn::Weights));
    let crossing = independence
        .steps
        .iter()
        .find(|step| step.contains("are level at"));
    assert_eq!(
        crossing.unwrap(),
        "Integrated transformation and Establish a trust accountable to BCC are level at 32.8358%: 24.4444 points apart at 0%, and 50 the other way at 100%, so 24.4444 ÷ (24.4444 + 50) of the way. Printed, on the side where it is true: 32.9%."
    );
    // The first row is the smallest change: its steps are a sum that anybody can check.
    assert_eq!(
        explain_score_flip(on, 0).unwrap().steps,
        [
            "Value now: 70.",
            "Each point of value on Front line counts 30% of a point of the total of Integrated transformation.",
            "Integrated transformation is 17 points ahead of Establish a trust accountable to BCC.",
            "So the value has to fall by 17 ÷ 30% = 56.6667, to 13.3333.",
        ]
    );
    let bars = weighbridge_analysis::tornado(on.appraisal, on.analysis, usize::MAX);
    for bar in &bars {
        let opened = explain_bar(on, bar);
        assert!(
            opened.steps.len() >= 3 && opened.change.is_some(),
            "{opened:?}"
        );
    }
}

#[test]
fn what_is_behind_a_regret_is_a_difference_of_two_totals() {
    let mut file: serde_json::Value =
        serde_json::from_str(library::entry("birmingham-2013").unwrap().text).unwrap();
    file["scenarios"] =
        json!([{"id": "dfe", "name": "DfE steps in", "weights": {"independence": 60}}]);
    let appraisal = open(&file);
    let outlooks = weighbridge_analysis::outlooks(&appraisal);
    let table = regret_table(&appraisal, &outlooks);
    for (row, numbers) in table.numbers.iter().enumerate() {
        let opened = explain_regret(&appraisal, &outlooks, row).unwrap();
        assert_eq!(opened.steps.len(), numbers.len(), "{opened:?}");
    }
    assert!(explain_regret(&appraisal, &outlooks, 99).is_none());
}

#[test]
fn a_cell_says_the_ends_of_its_scale_and_what_nobody_stated() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    let (option, leaf) = (
        analysis.options.ix(0).unwrap(),
        analysis.leaves.ix(0).unwrap(),
    );
    let opened = explain_value(on, option, leaf);
    let remark = |label: &str| {
        let found = opened.remarks.iter().find(|(own, _)| *own == label);
        found.map(|(_, words)| words.as_str())
    };
    assert_eq!(remark("Source"), Some("not stated"));
    assert_eq!(remark("0 means"), Some("most posts vacant or agency"));
    assert_eq!(remark("100 means"), Some("every post filled, low turnover"));
    let (option, leaf) = (&analysis.options[option].id, &analysis.leaf_node(leaf).id);
    assert_eq!(
        opened.change,
        Some(ChangedOn::Score(option.clone(), leaf.clone()))
    );
}

#[test]
fn papers_of_one_content_have_one_version() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let again = library::entry("birmingham-2013").unwrap().open().unwrap();
    assert_eq!(version(&appraisal), version(&again));
    let mut other = appraisal.clone();
    other.frame_mut().notice.push('.');
    assert_ne!(version(&appraisal), version(&other));
}

#[test]
fn the_hand_out_numbers_criteria_in_groups_and_says_both_ends() {
    let criteria = json!([
        {"id": "cost", "name": "Cost", "weight": 1, "scale": {"kind": "measure", "unit": "£ a year", "direction": "lower", "fixed": [3_150_000, 4_200_000]}},
        {"id": "service", "name": "Service", "weight": 1, "criteria": [
            {"id": "reach", "name": "Reach", "weight": 1, "anchors": [{"value": 0, "words": "a few"}, {"value": 100, "words": "all"}]},
            {"id": "fit", "name": "Fit", "weight": 1, "scale": {"kind": "points", "levels": [{"label": "1", "words": "misses"}, {"label": "2"}]}},
            {"id": "pace", "name": "Pace", "weight": 1},
        ]},
    ]);
    let appraisal = appraisal(&criteria, &["a"], &json!({}));
    let analysis = analyse(&appraisal);
    let found: Vec<(String, Option<[Option<String>; 2]>)> =
        handout(Subject::new(&appraisal, &analysis))
            .into_iter()
            .map(|one| {
                let name = format!("{} {}", one.number, one.name);
                (name, one.ends.map(|ends| ends.map(|end| end.words)))
            })
            .collect();
    let said = |worst: &str, best: &str| Some([worst, best].map(|end| Some(end.to_owned())));
    let expected = [
        ("1 Cost", said("£4,200,000 a year", "£3,150,000 a year")),
        ("2 Service", None),
        ("2.1 Reach", said("a few", "all")),
        ("2.2 Fit", said("1: misses", "2")),
        ("2.3 Pace", Some([None, None])),
    ];
    assert_eq!(found, expected.map(|(name, ends)| (name.to_owned(), ends)));
}
