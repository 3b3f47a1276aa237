//! `docs/file-format.md` stays true: its examples open, and it names every field there is.

use serde_json::Value;
use std::collections::BTreeSet;
use weighbridge_file as file;

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/file-format.md");
    std::fs::read_to_string(path).unwrap()
}

/// The JSON examples of the page.
fn examples(page: &str) -> Vec<&str> {
    let blocks = page.split("```json\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

#[test]
fn every_example_opens_and_is_saved_whole() {
    let page = page();
    let examples = examples(&page);
    assert!(examples.len() >= 2, "the page has lost its examples");
    for example in examples {
        let appraisal =
            file::open(example.as_bytes()).unwrap_or_else(|e| panic!("{e:?}\n{example}"));
        assert_eq!(file::open(file::save(&appraisal).as_bytes()), Ok(appraisal));
    }
}

/// The names of all fields and the words they can have, anywhere in the schema.
fn vocabulary(schema: &Value, fields: &mut BTreeSet<String>, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                fields.extend(properties.keys().cloned());
            }
            let listed = map
                .get("enum")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            words.extend(
                listed
                    .chain(map.get("const"))
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
            map.values().for_each(|v| vocabulary(v, fields, words));
        }
        Value::Array(list) => list.iter().for_each(|v| vocabulary(v, fields, words)),
        _ => {}
    }
}

#[test]
fn every_field_and_every_word_is_described() {
    let schema: Value = serde_json::from_str(&file::schema()).unwrap();
    let (mut fields, mut words) = (BTreeSet::new(), BTreeSet::new());
    vocabulary(&schema, &mut fields, &mut words);
    assert!(
        fields.len() > 35 && words.len() > 20,
        "{fields:?} {words:?}"
    );
    let page = page();
    for field in fields {
        assert!(
            page.contains(&format!("`{field}`")),
            "the page says nothing of the field {field}"
        );
    }
    for word in words {
        assert!(
            page.contains(&format!("`{word}`")),
            "the page says nothing of the word {word}"
        );
    }
}

#[test]
fn the_limits_are_the_real_ones() {
    use weighbridge_model::{
        MAX_CRITERIA, MAX_DEPTH, MAX_ID_LENGTH, MAX_OPTIONS, MAX_SCENARIOS, MAX_STATEMENTS,
    };
    let page = page();
    let limits = [
        format!("{} MB", file::MAX_FILE / (1024 * 1024)),
        format!("{MAX_OPTIONS} options"),
        format!("{MAX_CRITERIA} criteria"),
        format!("{MAX_DEPTH} deep"),
        format!("{MAX_ID_LENGTH} characters"),
        format!("{MAX_SCENARIOS} scenarios"),
        format!("{MAX_STATEMENTS} statements"),
    ];
    for limit in limits {
        assert!(page.contains(&limit), "the page does not say {limit}");
    }
}
