//! The tree that files and results are written from: its text is what `serde_json` writes.

use crate::random::json;
use proptest::prelude::*;
use serde_json::Value;
use weighbridge_file::json::Json;

/// The same value as a tree of our own.
pub fn tree(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(yes) => Json::Bool(*yes),
        Value::Number(n) => match (n.as_i64(), n.as_u64(), n.as_f64()) {
            (Some(x), _, _) => Json::Whole(x),
            (_, Some(x), _) => Json::Large(x),
            (_, _, x) => Json::Real(x.unwrap()),
        },
        Value::String(text) => Json::text(text),
        Value::Array(list) => Json::List(list.iter().map(tree).collect()),
        Value::Object(map) => Json::Object(map.iter().map(|(k, v)| (k.clone(), tree(v))).collect()),
    }
}

fn real(x: f64) {
    let text = Json::Real(x).compact();
    let usual = Value::from(x).to_string();
    // Where a number lies exactly halfway between two shortest forms, as 78700985780723.125 does,
    // each is as good; anything else in as many characters would not read back as the same bits.
    assert_eq!(text.len(), usual.len(), "{x:e}: {text} or {usual}");
    if x.is_finite() {
        assert_eq!(text.parse::<f64>().unwrap().to_bits(), x.to_bits());
        assert_eq!(
            serde_json::from_str::<f64>(&text).unwrap().to_bits(),
            x.to_bits()
        );
    }
}

#[test]
fn numbers_at_the_edges_are_written_as_ever() {
    for power in -330..=310 {
        for digits in [
            "1",
            "9.999999999999999",
            "1.5",
            "-1.2345678901234567",
            "4.9",
        ] {
            real(format!("{digits}e{power}").parse().unwrap());
        }
    }
    for x in [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        0.3,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        f64::EPSILON,
        5e-324,
        1e15,
        1e16,
        1e17,
        1e-5,
        1e-6,
        123456.0,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        9_007_199_254_740_993.0,
        3_447_147_408_333_893.0 / 4.0,
        18_446_744_073_709_551_616.0,
        9_223_372_036_854_775_808.0,
    ] {
        for bits in [x.to_bits(), x.to_bits() ^ 1] {
            real(f64::from_bits(bits));
        }
    }
    let whole = [
        (70.0, "70"),
        (-3.0, "-3"),
        (0.0, "0"),
        (-0.0, "-0.0"),
        (1e15, "1000000000000000.0"),
        (999_999_999_999_999.0, "999999999999999"),
        (0.5, "0.5"),
    ];
    for (x, text) in whole {
        assert_eq!(Json::number(x).compact(), text);
    }
}

#[test]
fn every_character_is_written_as_ever() {
    let text: String = ('\0'..='\u{2030}')
        .chain(['\u{fffd}', '👩', '\u{10ffff}'])
        .collect();
    assert_eq!(Json::text(&text).compact(), Value::from(text).to_string());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_number_is_written_as_ever(bits in any::<u64>()) {
        real(f64::from_bits(bits));
    }

    #[test]
    fn any_tree_is_written_as_ever(value in json()) {
        // By length and by what reads back, for the same reason as single numbers.
        for (text, usual) in [
            (tree(&value).compact(), value.to_string()),
            (tree(&value).pretty(), format!("{value:#}")),
        ] {
            prop_assert_eq!(text.len(), usual.len());
            prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), &value);
        }
    }
}
