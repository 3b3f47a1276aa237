//! Opening and saving: what survives, what is refused, and in which words.

use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Severity, analyse};
use weighbridge_file::{Damage, MAX_FILE, OpenError, open, save};
use weighbridge_model::{
    Absence, Amount, Anchor, Entry, Extra, Finite, MAX_CRITERIA, MAX_OPTIONS, Scale,
};
use weighbridge_opening::library;
use weighbridge_report::words::{Sentence, open_hint, place as place_words, problem, wrong};

pub const FULL: &str = include_str!("files/v1-full.json");
pub const MINIMAL: &str = include_str!("files/v1-minimal.json");

pub fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub fn error(text: &str) -> OpenError {
    open(text.as_bytes()).unwrap_err()
}

/// The one thing that is wrong in a file.
#[track_caller]
pub fn invalid(text: &str, place: &str, what: &str) {
    let error = error(text);
    match error.problems() {
        [one] => {
            let found = place_words(&one.place).contains(place) && wrong(&one.what).contains(what);
            assert!(found, "{}", problem(one));
        }
        _ => panic!("not one thing that cannot be: {}", error.sentence()),
    }
}

/// A minimal file with one part changed.
pub fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut file = value(MINIMAL);
    change(&mut file);
    file.to_string()
}

/// The fixture of version 1 stays as it is for ever: every field of it opens and is saved again.
#[test]
fn every_field_of_version_1_survives() {
    let appraisal = open(FULL.as_bytes()).unwrap();
    assert_eq!(value(&save(&appraisal)), value(FULL));
    assert_eq!(open(save(&appraisal).as_bytes()).unwrap(), appraisal);
    assert_eq!(
        save(&open(save(&appraisal).as_bytes()).unwrap()),
        save(&appraisal)
    );
}

#[test]
fn the_minimal_file_opens() {
    let appraisal = open(MINIMAL.as_bytes()).unwrap();
    assert_eq!(appraisal.id.as_str(), "office");
    assert_eq!(appraisal.options.len(), 2);
    let get = |o: &str, c: &str| appraisal.agreed().scores.get(&option(o), &criterion(c));
    assert_eq!(get("a", "image").unwrap().reason, "best of all seen");
    assert!(get("b", "image").is_none(), "null is the same as no score");
    assert_eq!(appraisal.leaves()[0].scale, Scale::direct());
    assert_eq!(open(save(&appraisal).as_bytes()).unwrap(), appraisal);
}

#[test]
fn the_library_opens_and_is_saved_byte_for_byte() {
    let entries = library::all();
    assert!(entries.len() >= 3);
    for entry in entries {
        let appraisal = entry.open().unwrap();
        assert_eq!(save(&appraisal), entry.text, "{}", entry.id);
        assert_eq!(
            (appraisal.id.as_str(), appraisal.frame.title.as_str()),
            (entry.id, entry.title)
        );
        let blocks = analyse(&appraisal)
            .issues
            .iter()
            .any(|i| i.severity() == Severity::Blocks);
        assert_eq!(blocks, *entry == library::BLANK, "{}", entry.id);
        assert!(
            !entry.text.contains(['"', '\'']) || !entry.text.contains("\\\""),
            "straight quotes in {}",
            entry.id
        );
        assert!(
            !entry.text.contains('\''),
            "a straight apostrophe in {}",
            entry.id
        );
    }
}

#[test]
fn birmingham_keeps_to_its_source() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let names: Vec<&str> = appraisal.appraised().map(|o| o.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Break up Birmingham",
            "Outsource children’s services",
            "Establish a trust accountable to the DfE",
            "Establish a trust accountable to BCC",
            "Integrated transformation",
        ]
    );
    let weighbridge_model::OptionStatus::RuledOut(why) = &appraisal.options[5].status else {
        panic!("doing nothing is ruled out");
    };
    assert!(why.reason.contains("doing nothing is not an option"));
    let tenets = appraisal
        .criteria
        .iter()
        .filter(|c| c.origin == "Tenet of the strategy");
    assert_eq!(tenets.count(), 3);
    let ours = appraisal
        .criteria
        .iter()
        .filter(|c| c.origin == "Added for this illustration");
    assert_eq!(ours.count(), 3);
    assert_eq!(
        weighbridge_report::figure(&appraisal.frame.figures[0]),
        "almost £10 million"
    );
    assert_eq!(
        appraisal.frame.notice,
        "Invented scores and weights: not the council’s"
    );
    assert_eq!(appraisal.agreed().scores.iter().count(), 30);
    for (option, criterion, score) in appraisal.agreed().scores.iter() {
        assert!(
            score.reason.starts_with("Illustrative: "),
            "{option} on {criterion}"
        );
    }
    let standard = weighbridge_model::AttributeKey::STANDARD;
    for option in appraisal.appraised() {
        assert!(
            standard.iter().all(|key| !option.attribute(key).is_empty()),
            "{}",
            option.name
        );
    }
}

#[test]
fn every_prefix_of_a_file_is_refused_and_none_panics() {
    let text = FULL.trim_end().as_bytes();
    for end in 0..text.len() {
        let error = open(&text[..end]).expect_err("a file that ends too early");
        match error {
            OpenError::Empty => assert_eq!(end, 0),
            OpenError::NotAnAppraisal { .. } => assert!(end < 40, "{end}"),
            OpenError::Damaged { .. } => {}
            other => panic!("{end}: {other:?}"),
        }
    }
}

#[test]
fn one_changed_byte_is_an_error_or_an_appraisal_that_can_be_saved() {
    let text = save(&open(MINIMAL.as_bytes()).unwrap());
    let mut opened = 0;
    for at in 0..text.len() {
        for byte in [
            0, b' ', b'"', b'0', b'9', b'-', b'{', b']', b'\\', b'x', 0x7f, 0x80, 0xff,
        ] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            if let Ok(appraisal) = open(&bytes) {
                opened += 1;
                assert_eq!(open(save(&appraisal).as_bytes()).unwrap(), appraisal);
                let _ = analyse(&appraisal);
            }
        }
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let _ = open(&bytes).map(|appraisal| analyse(&appraisal));
        }
    }
    assert!(opened > 0, "some changes only change a word");
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let cases: [(&[u8], &str); 15] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (
            b"PK\x03\x04\x14\0",
            "a ZIP archive, or a Word or Excel file",
        ),
        (b"%PDF-1.7", "a PDF document"),
        (b"<!doctype html><html>", "a web page"),
        (b"\xff\xfe{\0", "UTF-16"),
        (b"{}", "a JSON file of another program"),
        (b"[]", "not a Weighbridge file"),
        (b"null", "not a Weighbridge file"),
        (b"12", "not a Weighbridge file"),
        (b"\"weighbridge\"", "not a Weighbridge file"),
        (b"Option,Score\r\nA,5\r\n", "not a Weighbridge file"),
        (
            br#"{"format": "other", "version": 1, "title": "T"}"#,
            "another program",
        ),
        (
            br#"{"format": 5, "version": 1, "title": "T"}"#,
            "not a Weighbridge file",
        ),
        (br#"{"version": 1, "title": "T"}"#, "another program"),
    ];
    for (bytes, words) in cases {
        let error = open(bytes).unwrap_err();
        assert_eq!(
            error.code(),
            "not-an-appraisal",
            "{}",
            String::from_utf8_lossy(bytes)
        );
        let told = error.sentence();
        assert!(told.contains(words), "{told}");
        assert!(!open_hint(&error).is_empty());
    }
    for blank in ["", " \r\n\t", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(error(blank), OpenError::Empty);
    }
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    assert!(open(format!("\u{feff}{MINIMAL}").as_bytes()).is_ok());
}

#[test]
fn a_file_from_a_newer_version_is_refused_by_number() {
    for version in [2_u64, 3, 1_000_000, u64::MAX] {
        let text = with(|f| {
            f["version"] = json!(version);
            f["options"] = json!("of another shape altogether");
        });
        assert_eq!(error(&text), OpenError::TooNew { version });
        let told = error(&text).sentence();
        assert!(told.contains(&version.to_string()));
        assert!(open_hint(&error(&text)).contains("has not been changed"));
    }
    for version in [
        json!(0),
        json!(-1),
        json!(1.5),
        json!("1"),
        json!(null),
        json!([1]),
    ] {
        invalid(&with(|f| f["version"] = version), "version", "whole number");
    }
}

#[test]
fn what_is_not_known_is_kept_at_every_level() {
    let saved = save(&open(FULL.as_bytes()).unwrap());
    let count = |text: &str| text.matches("from_tomorrow").count();
    assert_eq!(count(&saved), count(FULL));
    assert_eq!(count(FULL), 22);
}

#[test]
fn a_name_that_appears_twice_is_refused() {
    let twice = |from: &str, to: &str| {
        assert!(MINIMAL.contains(from), "{from}");
        MINIMAL.replacen(from, to, 1)
    };
    let cases = [
        (
            twice(
                "\"title\": \"Office\"",
                "\"title\": \"Office\", \"title\": \"Shop\"",
            ),
            "title",
        ),
        (
            twice(
                "\"name\": \"Image\"",
                "\"name\": \"Image\", \"name\": \"Face\"",
            ),
            "name",
        ),
        (
            twice("\"closeness\": 20", "\"closeness\": 20, \"closeness\": 30"),
            "closeness",
        ),
        (
            twice("\"b\": {\"closeness\": 20,  \"image\": null}", "\"a\": {}"),
            "a",
        ),
        (
            twice(
                "\"title\": \"Office\"",
                "\"title\": \"Office\", \"new\": 1, \"new\": 2",
            ),
            "new",
        ),
        (
            twice("\"id\": \"b\"", "\"id\": \"b\", \"new\": 1, \"new\": 2"),
            "new",
        ),
        (
            twice(
                "{\"value\": 100, \"reason\"",
                "{\"new\": 1, \"new\": 2, \"reason\"",
            ),
            "new",
        ),
    ];
    for (text, name) in cases {
        invalid(&text, "", &format!("“{name}” appears twice"));
    }
}

#[test]
fn ids_that_lead_nowhere_or_appear_twice_are_named() {
    invalid(
        &with(|f| f["scores"]["ghost"] = json!({"image": 5})),
        "scores",
        "ghost",
    );
    invalid(
        &with(|f| f["scores"]["a"]["ghost"] = json!(5)),
        "scores",
        "ghost",
    );
    invalid(
        &with(|f| {
            f["options"][1]["id"] = json!("a");
            f["scores"] = json!({});
        }),
        "options",
        "“a” appears twice",
    );
    invalid(
        &with(|f| {
            f["criteria"][1]["id"] = json!("closeness");
            f["scores"] = json!({});
        }),
        "criteria",
        "“closeness” appears twice",
    );
    let nested = with(|f| {
        f["criteria"][1]["criteria"] = json!([{"id": "closeness", "name": "Again"}]);
        f["scores"] = json!({});
    });
    invalid(&nested, "criteria", "“closeness” appears twice");
    let group = with(|f| {
        f["criteria"][1]["criteria"] = json!([{"id": "x", "name": "X"}]);
        f["scores"]["b"] = json!({});
    });
    invalid(&group, "“a” on “image”", "group");
    for id in [json!(""), json!("a\nb"), json!("x".repeat(101))] {
        invalid(&with(|f| f["options"][0]["id"] = id), "option 1", "an id");
    }
    invalid(
        &with(|f| f["options"][0]["name"] = json!("  ")),
        "option “a”",
        "name",
    );
    invalid(
        &with(|f| f["criteria"][0]["name"] = json!("")),
        "criterion “closeness”",
        "name",
    );
    let figures =
        json!([{"id": "f", "name": "F", "amount": 1}, {"id": "f", "name": "G", "amount": 1}]);
    invalid(
        &with(|f| f["figures"] = figures),
        "figures",
        "“f” appears twice",
    );
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    invalid(
        &with(|f| f["criteria"][0]["weight"] = json!(-1)),
        "closeness",
        "negative",
    );
    invalid(&with(|f| f["margin"] = json!(-0.5)), "margin", "0 or more");
    for text in [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "-1e400",
        "1e999999999",
    ] {
        let text = MINIMAL.replace("\"closeness\": 20", &format!("\"closeness\": {text}"));
        assert!(
            matches!(
                error(&text),
                OpenError::Damaged { .. } | OpenError::Invalid { .. }
            ),
            "{text}"
        );
    }
    // A number of a million digits is a number still, or refused; it never hangs or panics.
    let long = MINIMAL.replace(
        "\"closeness\": 20",
        &format!("\"closeness\": {}", "9".repeat(1_000_000)),
    );
    assert!(open(long.as_bytes()).is_err());
    let tiny = MINIMAL.replace(
        "\"closeness\": 20",
        &format!("\"closeness\": 0.{}1", "0".repeat(100_000)),
    );
    assert!(open(tiny.as_bytes()).is_ok());
}

#[test]
fn scales_that_make_no_sense_are_refused() {
    let scale = |scale: Value| with(|f| f["criteria"][0]["scale"] = scale);
    invalid(&scale(json!({"kind": "measure"})), "closeness", "direction");
    invalid(
        &scale(json!({"kind": "measure", "direction": "higher", "fixed": [5, 5]})),
        "closeness",
        "below",
    );
    invalid(
        &scale(json!({"kind": "measure", "direction": "higher", "fixed": [9, 5]})),
        "closeness",
        "below",
    );
    let bends = json!([{"at": 11, "value": 50}]);
    invalid(
        &scale(json!({"kind": "measure", "direction": "higher", "fixed": [0, 10], "bends": bends})),
        "closeness",
        "point",
    );
    invalid(
        &scale(json!({"kind": "points", "levels": [{"label": "1"}]})),
        "closeness",
        "two points",
    );
    let same = json!([{"label": "Good"}, {"label": "good"}]);
    invalid(
        &scale(json!({"kind": "points", "levels": same})),
        "closeness",
        "different label",
    );
    let some = json!([{"label": "1", "value": 0}, {"label": "2"}]);
    invalid(
        &scale(json!({"kind": "points", "levels": some})),
        "closeness",
        "every point",
    );
    assert_eq!(
        error(&scale(json!({"kind": "logarithmic"}))).code(),
        "invalid"
    );
}

#[test]
fn scores_that_say_two_things_are_refused() {
    let cell = |cell: Value| with(|f| f["scores"]["b"]["image"] = cell);
    invalid(
        &cell(json!({"value": 5, "absent": "missing"})),
        "“b” on “image”",
        "both",
    );
    invalid(
        &cell(json!({"absent": "no-view"})),
        "“b” on “image”",
        "ballot",
    );
    assert_eq!(
        error(&cell(json!({"absent": "forgotten"}))).code(),
        "invalid"
    );
    assert_eq!(error(&cell(json!([1]))).code(), "invalid");
    assert_eq!(error(&cell(json!(true))).code(), "invalid");
}

/// A file at the limit of size with far more options and weights than there may be, in no order: all of it is looked at
/// once, and it is refused.
#[test]
fn a_file_with_far_too_many_of_everything_is_refused() {
    let ids: Vec<String> = (0..120_000_u32).rev().map(|n| n.to_string()).collect();
    let all = |one: &dyn Fn(&String) -> String| ids.iter().map(one).collect::<Vec<_>>().join(",");
    let options = all(&|id| format!(r#"{{"id":"{id}","name":"X"}}"#));
    let scores = all(&|id| format!(r#""{id}":{{"c":5}}"#));
    let points = all(&|id| format!(r#""{id}":5"#));
    let text = format!(
        r#"{{"format":"weighbridge","version":1,"title":"Many","options":[{options}],"criteria":[{{"id":"c","name":"C"}}],
        "scores":{{{scores}}},"weighting":{{"method":"swing","direct":{{{points}}}}}}}"#
    );
    assert!(text.len() < MAX_FILE);
    let error = error(&text);
    let said: Vec<String> = error.problems().iter().map(|p| wrong(&p.what)).collect();
    assert!(
        said.iter().any(|words| words.contains("more than 200")),
        "{said:?}"
    );
    assert!(said.len() > 1, "{said:?}");
}

/// Nested brackets, and more of everything than an appraisal holds: refused, not run into.
#[test]
fn files_that_are_too_much_are_refused() {
    let deep = format!(
        "{{\"format\": \"weighbridge\", \"version\": 1, \"x\": {}",
        "[".repeat(1_000_000)
    );
    assert!(matches!(error(&deep), OpenError::Damaged { .. }));
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(error(&deep).code(), "not-an-appraisal");

    let large = vec![b' '; MAX_FILE + 1];
    assert_eq!(
        open(&large),
        Err(OpenError::TooLarge {
            bytes: MAX_FILE + 1,
            limit: MAX_FILE
        })
    );
    let just = vec![b' '; MAX_FILE];
    assert_eq!(open(&just), Err(OpenError::Empty));

    let many = |n: usize| -> Value {
        (0..n)
            .map(|at| json!({"id": at.to_string(), "name": "X"}))
            .collect()
    };
    invalid(
        &with(|f| {
            f["options"] = many(MAX_OPTIONS + 1);
            f["scores"] = json!({});
        }),
        "options",
        "more than 200",
    );
    invalid(
        &with(|f| {
            f["criteria"] = many(MAX_CRITERIA + 1);
            f["scores"] = json!({});
        }),
        "criteria",
        "more than 200",
    );
    let most = with(|f| {
        f["options"] = many(MAX_OPTIONS);
        f["criteria"] = many(MAX_CRITERIA);
        f["scores"] = json!({});
    });
    assert!(open(most.as_bytes()).is_ok());

    let mut nest = json!({"id": "x", "name": "X"});
    for depth in 0..13 {
        nest = json!({"id": format!("x{depth}"), "name": "X", "criteria": [nest]});
    }
    invalid(
        &with(|f| {
            f["criteria"] = json!([nest]);
            f["scores"] = json!({});
        }),
        "criteria",
        "deep",
    );
}

/// Names are data: they identify nothing, run nothing and are kept to the letter.
#[test]
fn names_are_kept_to_the_letter() {
    let long = "x".repeat(10_000);
    let names = [
        "<img src=x onerror=alert(1)>",
        "</script>",
        "javascript:alert(1)",
        "__proto__",
        "constructor",
        "toString",
        "=HYPERLINK(\"http://x\")",
        "\u{202e}Addison Square",
        "a\u{200b}b",
        "👩🏽‍🚒",
        "e\u{301}",
        "\u{0}",
        "tab\tnew\nline",
        &long,
        "same",
        "same",
    ];
    let options: Value = names
        .iter()
        .enumerate()
        .map(|(at, n)| json!({"id": format!("o{at}"), "name": n}))
        .collect();
    let text = with(|f| {
        f["options"] = options;
        f["scores"] = json!({"o0": {"image": 1}});
    });
    let appraisal = open(text.as_bytes()).unwrap();
    let again = open(save(&appraisal).as_bytes()).unwrap();
    let kept: Vec<&str> = again.options.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(kept, names);
}

#[test]
fn names_from_javascript_are_ordinary_ids_and_keys() {
    let text = r#"{"format": "weighbridge", "version": 1, "title": "T",
      "options": [{"id": "__proto__", "name": "A", "attributes": {"constructor": "x"}}, {"id": "toString", "name": "B"}],
      "criteria": [{"id": "constructor", "name": "C", "weight": 1}],
      "scores": {"__proto__": {"constructor": 40}, "toString": {"constructor": 60}},
      "hasOwnProperty": {"__proto__": 1}}"#;
    let appraisal = open(text.as_bytes()).unwrap();
    assert_eq!(totals(&appraisal), [40.0, 60.0]);
    assert!(save(&appraisal).contains("hasOwnProperty"));
    assert_eq!(open(save(&appraisal).as_bytes()).unwrap(), appraisal);
}

/// A label that looks like a number is a label on a labelled scale, and a number that was written
/// in quotes is a number on the others.
#[test]
fn a_score_follows_its_scale() {
    let text = with(|f| {
        f["criteria"][0]["scale"] =
            json!({"kind": "points", "levels": [{"label": "1"}, {"label": "2"}]});
        f["scores"]["a"]["closeness"] = json!(2);
        f["scores"]["b"]["closeness"] = json!("1");
        f["scores"]["b"]["image"] = json!("40");
    });
    let appraisal = open(text.as_bytes()).unwrap();
    let entry = |o: &str, c: &str| {
        appraisal
            .agreed()
            .scores
            .get(&option(o), &criterion(c))
            .unwrap()
            .entry
            .clone()
    };
    assert_eq!(entry("a", "closeness"), Entry::Label("2".to_owned()));
    assert_eq!(entry("b", "closeness"), Entry::Label("1".to_owned()));
    assert_eq!(
        entry("b", "image"),
        Entry::Number(Finite::new(40.0).unwrap())
    );
    assert_eq!(open(save(&appraisal).as_bytes()).unwrap(), appraisal);
}

#[test]
fn absences_are_told_apart() {
    let appraisal = open(FULL.as_bytes()).unwrap();
    let entry = |o: &str, c: &str| {
        appraisal
            .agreed()
            .scores
            .get(&option(o), &criterion(c))
            .unwrap()
            .entry
            .clone()
    };
    assert_eq!(entry("trust", "wait"), Entry::Absent(Absence::CannotJudge));
    assert_eq!(
        entry("trust", "reach"),
        Entry::Absent(Absence::NotApplicable)
    );
    assert_eq!(entry("mutual", "fit"), Entry::Absent(Absence::Missing));
    assert!(
        matches!(&appraisal.frame.figures[0].amount, Amount::Money(p) if p.get() == 1_000_000_001)
    );
}

/// The place of a mistake is said so that a person can find it.
#[test]
fn damage_is_located() {
    let text = MINIMAL.replacen("\"weight\": 32}", "\"weight\": 32", 1);
    let OpenError::Damaged { line, column, .. } = error(&text) else {
        panic!("{:?}", error(&text));
    };
    assert_eq!((line, column > 1), (4, true));
    let mut bytes = MINIMAL.as_bytes().to_vec();
    let at = MINIMAL.find("Bilton").unwrap();
    bytes[at] = 0xe9;
    let error = open(&bytes).unwrap_err();
    let column = at - MINIMAL[..at].rfind('\n').unwrap();
    assert_eq!(
        error,
        OpenError::Damaged {
            line: 2,
            column,
            what: Damage::NotText
        }
    );
}

/// Whole numbers are written without a decimal point, and every number comes back to the last bit.
#[test]
fn numbers_are_written_as_a_person_would() {
    let mut appraisal = open(MINIMAL.as_bytes()).unwrap();
    let anchor = |x: f64| Anchor {
        value: Finite::new(x).unwrap(),
        words: String::new(),
        extra: Extra::default(),
    };
    let cases = [
        (70.0, "70"),
        (-3.0, "-3"),
        (0.0, "0"),
        (-0.0, "-0.0"),
        (0.5, "0.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
        (1e300, "1e+300"),
        (5e-324, "5e-324"),
    ];
    for (x, text) in cases {
        appraisal.criteria_mut()[0].anchors = vec![anchor(x)];
        let saved = save(&appraisal);
        assert!(saved.contains(&format!("\"value\": {text},")), "{saved}");
        let again = open(saved.as_bytes()).unwrap();
        let back = again.criteria[0].anchors[0].value.get();
        assert_eq!(back.to_bits(), x.to_bits(), "{text}");
    }
}

/// Unknown fields keep their numbers, their order and every level, but no name twice.
#[test]
fn unknown_fields_survive_exactly() {
    let unknown = r#"{"z":[18446744073709551615,-9223372036854775808,9007199254740993,-0.0,1.0,1e+300,5e-324],"a":{"y":null,"b":{"":true}}}"#;
    let text = MINIMAL.replacen("\"title\"", &format!("\"new\": {unknown}, \"title\""), 1);
    let appraisal = open(text.as_bytes()).unwrap();
    assert_eq!(appraisal.extra.0, [("new".to_owned(), unknown.to_owned())]);
    assert_eq!(open(save(&appraisal).as_bytes()), Ok(appraisal));
    let twice = text.replacen("\"b\":{", "\"y\":{", 1);
    invalid(&twice, "new, a", "“y” appears twice");
}

proptest! {
    #[test]
    fn opening_any_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = open(&bytes);
    }

    #[test]
    fn opening_a_file_with_any_part_replaced_never_panics(
        at in 0..FULL.len(), length in 0_usize..40, put in proptest::collection::vec(any::<u8>(), 0..20)
    ) {
        let mut bytes = FULL.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put);
        if let Ok(appraisal) = open(&bytes) {
            prop_assert_eq!(open(save(&appraisal).as_bytes()), Ok(appraisal.clone()));
            let _ = analyse(&appraisal);
        }
    }
}
