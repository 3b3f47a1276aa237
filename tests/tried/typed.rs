//! One thing is read by one reader, wherever it is typed; what is wrong with a text is named.

use crate::support::appraisal;
use serde_json::json;
use weighbridge_analysis::{Issue, analyse};
use weighbridge_edit::{
    BadEntry, BadWeight, Cells, Pasted, ScoreText, parse_amount, parse_entry, parse_number,
    parse_range, parse_score, parse_weight, table_rows,
};
use weighbridge_model::{
    Appraisal, Direction, Entry, Extra, Finite, Measure, Range, RawWeight, ScaleKind, ScalePoint,
};
use weighbridge_report::issue_words;
use weighbridge_report::words::Sentence;

fn measure(unit: &str) -> ScaleKind {
    ScaleKind::Measure(Measure {
        unit: unit.to_owned(),
        direction: Direction::Lower,
        range: Range::Local,
        breakpoints: Vec::new(),
    })
}

fn labels(all: &[&str]) -> ScaleKind {
    let level = |label: &&str| ScalePoint {
        label: (*label).to_owned(),
        words: String::new(),
        value: Finite::ZERO,
        extra: Extra::default(),
    };
    ScaleKind::Points(all.iter().map(level).collect())
}

fn finite(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

#[test]
fn a_rating_with_decimals_is_the_label_that_is_the_same_number() {
    let scale = labels(&["1", "2", "3", "4", "5"]);
    for (text, label) in [
        ("3.0", "3"),
        ("3.00", "3"),
        ("4", "4"),
        (" 5. ", "5"),
        ("\u{a0}2\u{a0}", "2"),
        ("1\u{200e}", "1"),
    ] {
        let entry = Entry::Label(label.to_owned());
        assert_eq!(parse_entry(text, &scale), Ok(entry), "{text}");
    }
    for text in ["3.5", "6", "3%", "£3", "3k"] {
        let refused = parse_entry(text, &scale);
        assert!(matches!(refused, Err(BadEntry::NotALabel(_))), "{text}");
    }
    let halves = labels(&["0.5", "1.0", "Good"]);
    let one = Entry::Label("1.0".to_owned());
    assert_eq!(parse_entry("1", &halves), Ok(one));
    assert_eq!(
        parse_entry("GOOD", &halves),
        Ok(Entry::Label("Good".to_owned()))
    );
}

#[test]
fn an_amount_reads_the_same_in_a_cell_a_range_a_gateway_and_a_weight() {
    for (text, x) in [
        ("£3.05m", 3_050_000.0),
        ("2.1k", 2100.0),
        ("3 150 000", 3_150_000.0),
        ("3\u{a0}150\u{a0}000", 3_150_000.0),
        ("3\u{202f}150\u{202f}000", 3_150_000.0),
        ("3\u{2009}150", 3150.0),
        ("3’150’000", 3_150_000.0),
        ("462,000", 462_000.0),
        (" 3,000 ", 3000.0),
        ("1.5 million", 1_500_000.0),
    ] {
        let number = finite(x);
        let cell = parse_entry(text, &measure("£"));
        assert_eq!(cell, Ok(Entry::Number(number)), "{text}");
        assert_eq!(parse_number(text), Ok(number), "{text}");
        assert_eq!(parse_amount(text, "£ a year"), Ok(number), "{text}");
        let weight = weighbridge_edit::WeightEntry::Points(RawWeight::new(x).unwrap());
        assert_eq!(parse_weight(text, false), Ok(weight), "{text}");
        let range = parse_range(&format!("{text} to {text}"), "£");
        assert_eq!(range, Ok(Some([number, number])), "{text}");
    }
    for (text, x) in [
        ("(1,234.5)", -1234.5),
        ("(£3m)", -3e6),
        ("£(2)", -2.0),
        ("–7", -7.0),
    ] {
        assert_eq!(parse_amount(text, "£"), Ok(finite(x)), "{text}");
    }
    assert_eq!(
        parse_weight("(3)", false),
        Err(BadWeight::Negative),
        "a weight in brackets is below zero"
    );
}

#[test]
fn the_unit_may_be_typed_after_its_amount_and_says_what_a_letter_means() {
    let read = |text: &str, unit: &str| parse_amount(text, unit).map(Finite::get);
    assert_eq!(read("12 weeks", "weeks"), Ok(12.0));
    assert_eq!(read("1 week", "weeks"), Ok(1.0));
    assert_eq!(read("£3.05m a year", "£ a year"), Ok(3_050_000.0));
    assert_eq!(read("40% of posts", "% of posts"), Ok(40.0));
    assert_eq!(read("40", "% of posts"), Ok(40.0));
    assert_eq!(
        read("£3.05m", "£m"),
        Ok(3.05),
        "the unit is millions already"
    );
    assert_eq!(read("£900k", "£m a year"), Ok(0.9));
    assert_eq!(read("462", "£000"), Ok(462.0));
    assert_eq!(read("£462k", "£000"), Ok(462.0));
    assert_eq!(read("12m", "months"), Err(BadEntry::Unit('m')));
    assert_eq!(
        read("12 posts", "weeks"),
        Err(BadEntry::Tail("posts".to_owned()))
    );
}

#[test]
fn what_is_wrong_with_a_text_is_named() {
    for (text, unit, why, named) in [
        ("1,5", "£", BadEntry::Comma, "comma"),
        ("1 5", "£", BadEntry::Space, "space"),
        ("1\u{a0}5", "£", BadEntry::Space, "space"),
        ("1.500.000", "£", BadEntry::FullStops, "full stop"),
        ("$5", "£", BadEntry::Currency('$', '£'), "$"),
        ("5 €", "£", BadEntry::Currency('€', '£'), "€"),
        (
            "40%",
            "weeks",
            BadEntry::Percent("weeks".to_owned()),
            "per cent",
        ),
        (
            "5 apples",
            "weeks",
            BadEntry::Tail("apples".to_owned()),
            "apples",
        ),
    ] {
        let refused = parse_amount(text, unit).unwrap_err();
        assert_eq!(refused, why, "{text}");
        let sentence = why.sentence();
        assert!(sentence.contains(named), "{text}: {sentence}");
    }
    assert_eq!(parse_number("60-80"), Err(BadEntry::Range));
}

#[test]
fn ranges_are_read_where_they_may_be() {
    let scale = ScaleKind::Direct;
    for (text, low, high) in [
        ("60-80", 60.0, 80.0),
        ("60–80", 60.0, 80.0),
        ("60 – 80", 60.0, 80.0),
        ("60 to 80", 60.0, 80.0),
        ("60%-80%", 60.0, 80.0),
        ("0.5 to 1e1", 0.5, 10.0),
    ] {
        let range = ScoreText::Range([finite(low), finite(high)]);
        assert_eq!(parse_score(text, &scale), Ok(range), "{text}");
    }
    let pounds = |text: &str| parse_range(text, "£").map(|r| r.map(|ends| ends.map(Finite::get)));
    assert_eq!(pounds("£1m-£2m"), Ok(Some([1e6, 2e6])));
    assert_eq!(pounds("£1-2m"), Ok(Some([1e6, 2e6])));
    assert_eq!(pounds("500-2k"), Ok(Some([500.0, 2000.0])));
    assert_eq!(pounds("-5 to -3"), Ok(Some([-5.0, -3.0])));
    assert_eq!(pounds("-5--3"), Ok(Some([-5.0, -3.0])));
    assert_eq!(pounds("1e-5"), Ok(None));
    assert_eq!(pounds("2013-14"), Err(BadEntry::LowAboveHigh));
    assert_eq!(
        parse_score("2-4", &labels(&["1", "2", "3", "4"])),
        Err(BadEntry::RangeOfLabels)
    );
}

#[test]
fn one_column_of_amounts_with_commas_stays_one_column() {
    let text = include_str!("files/01-one-column-with-commas.txt");
    let cells = Pasted::text(text).cells();
    assert_eq!(cells.rows, [["£462,000"], ["£455,500"], ["£430,750"]]);
    assert!(!cells.split);
    let headed = Pasted::text(&format!("Cost\n{text}")).cells();
    assert_eq!(headed.rows.len(), 4);
    assert!(headed.rows.iter().all(|row| row.len() == 1));
    let two = Pasted::text("Cost,Users\n£462,000\n£455,500\n").cells();
    assert!(!two.split, "every line below the heading is one amount");
}

#[test]
fn a_comma_parts_cells_only_where_a_line_is_no_single_cell_and_then_it_is_said() {
    let cells = Pasted::text("Keep,40,3\nTrust,60,4\n").cells();
    assert!(cells.split);
    assert_eq!(cells.rows, [["Keep", "40", "3"], ["Trust", "60", "4"]]);
    let lines = cells.otherwise();
    assert_eq!(lines.rows, [["Keep,40,3"], ["Trust,60,4"]]);
    assert_eq!(lines.otherwise(), cells);
    let sentences = Pasted::text("Cheap, and quick\nDear, but thorough\n").cells();
    assert!(!sentences.split, "sentences have commas");
    assert!(sentences.other.is_some());
    let decimals = Pasted::text("1,5\n2,5\n").cells();
    assert_eq!(decimals.rows, [["1,5"], ["2,5"]]);
    let ragged = Pasted::text("a,b\nc\n").cells();
    assert_eq!(
        ragged,
        Cells {
            rows: vec![vec!["a,b".into()], vec!["c".into()]],
            split: false,
            other: None
        }
    );
}

#[test]
fn a_table_on_the_clipboard_has_the_true_cells() {
    let excel = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>\n<!--td{color:red}-->\n</style></head>\
        <body link=blue><!--StartFragment--><table border=0 style='width:200pt'>\n <col width=64>\n \
        <tr height=20 style='height:15.0pt'>\n  <td class=xl65 align=right>£462,000</td>\n  <td>Good, mostly</td>\n </tr>\n \
        <tr>\n  <td class=xl66><span style='mso-spacerun:yes'> </span>£<span style='mso-spacerun:yes'>    </span>-<span\n  style='mso-spacerun:yes'>   </span></td>\n  <td></td>\n </tr>\n</table><!--EndFragment--></body></html>";
    let pasted = Pasted {
        text: "£462,000\tGood, mostly\r\n £ -   \t\r\n".to_owned(),
        html: excel.to_owned(),
    };
    let rows = pasted.cells().rows;
    assert_eq!(rows[0], ["£462,000", "Good, mostly"]);
    assert_eq!(
        parse_entry(&rows[1][0], &measure("£")),
        Ok(Entry::Number(Finite::ZERO))
    );
    assert_eq!(rows[1][1], "");

    let sheets = "<meta charset='utf-8'><table><tbody><tr><td data-sheets-value=\"{&quot;1&quot;:3,&quot;3&quot;:0}\"> - </td><td>a &amp; b</td></tr></tbody></table>";
    assert_eq!(table_rows(sheets).unwrap(), [["0", "a & b"]]);
    let calc =
        "<table><tr><td sdval=\"0\" sdnum=\"2057;\">-</td><td sdval=\"0.5\">50%</td></tr></table>";
    assert_eq!(table_rows(calc).unwrap(), [["0", "50%"]]);
    let word = "<table><tr><td><p class=MsoNormal>One</p><p>Two</p></td><td rowspan=2>x</td></tr><tr><td>y</td></tr></table>";
    assert_eq!(table_rows(word).unwrap(), [["One\nTwo", "x"], ["y", ""]]);
}

#[test]
fn a_web_page_without_a_table_is_pasted_as_its_text() {
    let pasted = Pasted {
        text: "40\n60\n".to_owned(),
        html: "<p>40</p><p>60</p>".to_owned(),
    };
    assert_eq!(pasted.cells().rows, [["40"], ["60"]]);
    let one = Pasted {
        text: "40".to_owned(),
        html: "<table><tr><td>40</td></tr></table>".to_owned(),
    };
    assert!(!one.is_block());
}

#[test]
fn any_html_is_survived() {
    for html in [
        "<",
        "<table",
        "<table>",
        "<table><tr><td",
        "<td>x",
        "<table><tr><td colspan=99999999999>x<table></table>",
        "<table></table></table>",
        "<!--",
        "<style>",
        "<table><tr><td>&#xFFFFFFFF;&#0;&bogus;&",
        "<table><tr><td rowspan=3>a<tr></table>",
    ] {
        let _ = table_rows(html);
    }
}

#[test]
fn a_half_beside_per_cents_is_pointed_out() {
    let on = |a: f64, b: f64| {
        let criteria = json!([{"id": "q", "name": "Quality", "weight": 1}]);
        let scores = json!({"a": {"q": a}, "b": {"q": b}});
        appraisal(&criteria, &["a", "b"], &scores)
    };
    let odd = |on: &Appraisal| {
        let issues = analyse(on).issues;
        let found = |issue: &&Issue| matches!(issue, Issue::FractionOfValues { .. });
        issues
            .iter()
            .find(found)
            .map(|issue| issue_words(issue, on))
    };
    let said = odd(&on(0.5, 50.0)).unwrap();
    assert!(said.contains("If 50% is meant, enter 50."), "{said}");
    assert_eq!(
        odd(&on(0.5, 1.0)),
        None,
        "a scale of small numbers is no sign"
    );
    assert_eq!(odd(&on(0.0, 50.0)), None);
}
