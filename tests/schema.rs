//! The JSON Schema and the reader agree: what is written keeps to the schema, and whatever part of
//! a file is replaced or removed, both find its shape right or both find it wrong.

use crate::random;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use weighbridge_file::{open, save, schema};
use weighbridge_opening::library;

const FULL: &str = include_str!("files/v1-full.json");
const MINIMAL: &str = include_str!("files/v1-minimal.json");

/// A schema, with the part of it that is being looked at and the fields that were met on the way.
struct Check<'a> {
    root: &'a Value,
    met: BTreeSet<*const Value>,
}

impl<'a> Check<'a> {
    fn new(root: &'a Value) -> Self {
        let met = BTreeSet::new();
        Self { root, met }
    }

    /// Whether a value keeps to a part of the schema. Knows the words this schema uses, and panics
    /// at any other, so that none is overlooked.
    fn holds(&mut self, by: &'a Value, value: &Value) -> bool {
        let mut all = true;
        for (word, rule) in by.as_object().unwrap() {
            all &= match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "default" | "format" => true,
                "$ref" => {
                    let place = rule.as_str().unwrap().strip_prefix('#').unwrap();
                    self.holds(self.root.pointer(place).unwrap(), value)
                }
                "anyOf" => {
                    let mut any = false;
                    for rule in rule.as_array().unwrap() {
                        any |= self.holds(rule, value);
                    }
                    any
                }
                "type" => match rule {
                    Value::Array(kinds) => kinds.iter().any(|kind| is(kind, value)),
                    kind => is(kind, value),
                },
                "enum" => rule.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|x| x >= rule.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|x| x <= rule.as_f64().unwrap()),
                "minItems" => value
                    .as_array()
                    .is_none_or(|l| l.len() as u64 >= rule.as_u64().unwrap()),
                "maxItems" => value
                    .as_array()
                    .is_none_or(|l| l.len() as u64 <= rule.as_u64().unwrap()),
                "items" => {
                    let mut list = value.as_array().into_iter().flatten();
                    list.all(|v| self.holds(rule, v))
                }
                "required" => value.as_object().is_none_or(|fields| {
                    let mut names = rule.as_array().unwrap().iter();
                    names.all(|name| fields.contains_key(name.as_str().unwrap()))
                }),
                "properties" => {
                    let mut fields = rule.as_object().unwrap().iter();
                    fields.all(|(name, rule)| match value.get(name) {
                        None => true,
                        Some(value) => {
                            self.met.insert(rule);
                            self.holds(rule, value)
                        }
                    })
                }
                "additionalProperties" if *rule == json!(true) => true,
                "additionalProperties" => {
                    assert!(by.get("properties").is_none());
                    let mut values = value.as_object().into_iter().flat_map(|f| f.values());
                    values.all(|v| self.holds(rule, v))
                }
                other => panic!("the schema has a word the test does not know: {other}"),
            };
        }
        all
    }
}

/// Whether a value is of a type.
fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is not a type of the schema"),
    }
}

fn parsed() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

fn keeps(schema: &Value, file: &Value) -> bool {
    Check::new(schema).holds(schema, file)
}

/// Every field of every part of the schema.
fn fields(schema: &Value, found: &mut BTreeSet<*const Value>) {
    if let Some(Value::Object(properties)) = schema.get("properties") {
        found.extend(properties.values().map(std::ptr::from_ref));
    }
    match schema {
        Value::Object(map) => map.values().for_each(|v| fields(v, found)),
        Value::Array(list) => list.iter().for_each(|v| fields(v, found)),
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
fn agree(schema: &Value, file: &Value, change: &str) {
    const SHAPES: [&str; 6] = [
        "should be a text",
        "should be a number",
        "should be a list",
        "should be an object",
        "should be one of",
        "is missing",
    ];
    let read = open(file.to_string().as_bytes());
    match (keeps(schema, file), read) {
        (true, Ok(_)) => {}
        (false, Err(error)) => {
            let code = error.code();
            assert!(
                ["invalid", "not-an-appraisal"].contains(&code),
                "{change}: {error}"
            );
        }
        (false, Ok(_)) => panic!("{change}: the reader takes what the schema refuses"),
        // The reader has rules that the schema cannot say, but never of shape.
        (true, Err(error)) => {
            let error = error.to_string();
            let shape = SHAPES.iter().any(|shape| error.contains(shape));
            assert!(
                !shape,
                "{change}: the schema takes what the reader refuses: {error}"
            );
        }
    }
}

#[test]
fn the_full_file_has_every_field_of_the_schema() {
    let schema = parsed();
    let full: Value = serde_json::from_str(FULL).unwrap();
    let mut check = Check::new(&schema);
    assert!(check.holds(&schema, &full));
    let mut all = BTreeSet::new();
    fields(&schema, &mut all);
    assert!(all.len() > 60, "{}", all.len());
    assert_eq!(all.difference(&check.met).count(), 0);
}

#[test]
fn the_schema_and_the_reader_agree_on_every_change() {
    let schema = parsed();
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
    let schema = parsed();
    for entry in library::all() {
        assert!(
            keeps(&schema, &serde_json::from_str(entry.text).unwrap()),
            "{}",
            entry.id
        );
    }
}

proptest! {
    #[test]
    fn what_is_saved_keeps_to_the_schema(appraisal in random::appraisal(10)) {
        let file: Value = serde_json::from_str(&save(&appraisal)).unwrap();
        prop_assert!(keeps(&parsed(), &file));
    }
}
