//! The JSON Schema and the reader agree, with `jsonschema` as the oracle of what keeps to it: what is written keeps to the schema, and whatever part of
//! a file is replaced or removed, both find its shape right or both find it wrong.

use crate::random;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_file::{BadLevel, Problem, Wrong, open, save, schema};
use weighbridge_opening::library;
use weighbridge_report::words::Sentence;

const FULL: &str = include_str!("files/v1-full.json");
const MINIMAL: &str = include_str!("files/v1-minimal.json");

fn parsed() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

/// The places of all fields of the schema, as JSON pointers.
fn fields(schema: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(Value::Object(properties)) = schema.get("properties") {
        found.extend(
            properties
                .keys()
                .map(|key| format!("{at}/properties/{key}")),
        );
    }
    match schema {
        Value::Object(map) => map
            .iter()
            .for_each(|(k, v)| fields(v, &format!("{at}/{k}"), found)),
        Value::Array(list) => {
            let numbered = list.iter().enumerate();
            numbered.for_each(|(n, v)| fields(v, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}

/// The places of all values in a file, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(k, v)| {
            let key = k.replace('~', "~0").replace('/', "~1");
            places(v, &format!("{at}/{key}"), found);
        }),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(n, v)| places(v, &format!("{at}/{n}"), found)),
        _ => {}
    }
}

/// Compares what the schema and the reader say of a file.
fn agree(schema: &Validator, file: &Value, change: &str) {
    let read = open(file.to_string().as_bytes());
    match (schema.is_valid(file), read) {
        (true, Ok(_)) => {}
        (false, Err(error)) => {
            let code = error.code();
            assert!(
                ["invalid", "not-an-appraisal"].contains(&code),
                "{change}: {}",
                error.sentence()
            );
        }
        (false, Ok(_)) => panic!("{change}: the reader takes what the schema refuses"),
        // The reader has rules that the schema cannot say, but never of shape.
        (true, Err(error)) => {
            let shape = |p: &Problem| {
                matches!(
                    p.what,
                    Wrong::Kind { .. }
                        | Wrong::NotAnObject
                        | Wrong::Missing(_)
                        | Wrong::FixedEnds
                        | Wrong::Value
                        | Wrong::Level(BadLevel::NoMark)
                )
            };
            assert!(
                !error.problems().iter().any(shape),
                "{change}: the schema takes what the reader refuses: {}",
                error.sentence()
            );
        }
    }
}

#[test]
fn the_schema_that_is_kept_is_the_one_that_the_types_give() {
    assert!(
        include_str!("../crates/file/schema.json") == schema(),
        "renew it: cargo run -p weighbridge-cli -- schema > crates/file/schema.json"
    );
}

/// A schema that forbids any one field refuses the full file.
#[test]
fn the_full_file_has_every_field_of_the_schema() {
    let schema = parsed();
    let full: Value = serde_json::from_str(FULL).unwrap();
    assert!(validator(&schema).is_valid(&full));
    let mut all = Vec::new();
    fields(&schema, "", &mut all);
    assert!(all.len() > 100, "{}", all.len());
    for field in all {
        let mut without = schema.clone();
        *without.pointer_mut(&field).unwrap() = json!(false);
        assert!(!validator(&without).is_valid(&full), "{field} is not in it");
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_every_change() {
    let schema = validator(&parsed());
    let others = [
        json!(null),
        json!(true),
        json!(5),
        json!(-2.5),
        json!(""),
        json!("other"),
        json!([]),
        json!({}),
        json!([1]),
        json!([1, 2]),
        json!([1, 2, 3]),
        json!(["a", "b"]),
        json!({"draft": null}),
        json!([null]),
        json!({"value": true}),
        json!({"other": 5}),
    ];
    let mut changes = 0;
    for text in [FULL, MINIMAL] {
        let file: Value = serde_json::from_str(text).unwrap();
        let mut found = Vec::new();
        places(&file, "", &mut found);
        for place in found.iter().filter(|p| !p.is_empty()) {
            for other in &others {
                let mut changed = file.clone();
                *changed.pointer_mut(place).unwrap() = other.clone();
                agree(&schema, &changed, &format!("{place} = {other}"));
                changes += 1;
            }
            let (parent, key) = place.rsplit_once('/').unwrap();
            let mut changed = file.clone();
            if let Some(Value::Object(fields)) = changed.pointer_mut(parent) {
                fields.remove(key);
                agree(&schema, &changed, &format!("no {place}"));
            }
        }
    }
    assert!(changes > 3000, "{changes}");
}

#[test]
fn the_library_keeps_to_the_schema() {
    let schema = validator(&parsed());
    for entry in library::all() {
        assert!(
            schema.is_valid(&serde_json::from_str(entry.text).unwrap()),
            "{}",
            entry.id
        );
    }
}

proptest! {
    #[test]
    fn what_is_saved_keeps_to_the_schema(appraisal in random::appraisal(10)) {
        let file: Value = serde_json::from_str(&save(&appraisal)).unwrap();
        let schema = validator(&parsed());
        prop_assert!(schema.is_valid(&file));
    }
}
