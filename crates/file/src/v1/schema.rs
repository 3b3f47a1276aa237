//! The schema of the types, and kinds of number that only the schema tells apart: that a number is in
//! range is a rule for the reader.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// The schema of a type, for a person to read too: what a part is for stands before what it is made of.
pub(super) fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12();
    let settings = settings.with_transform(RecursiveTransform(description_first));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut schema = schema.to_value();
    for key in ["title", "$schema"] {
        if let Some(fields) = schema.as_object_mut()
            && let Some(value) = fields.shift_remove(key)
        {
            fields.shift_insert(0, key.to_owned(), value);
        }
    }
    schema
}

/// Puts the description of a part first, on one line.
fn description_first(schema: &mut Schema) {
    if let Some(fields) = schema.as_object_mut()
        && let Some(Value::String(text)) = fields.shift_remove("description")
    {
        let text = text.replace('\n', " ");
        fields.shift_insert(0, "description".to_owned(), text.into());
    }
}

/// A weight: 0 or more.
pub(super) enum Weight {}

/// A place by importance, or how many times as important: 1 or more.
pub(super) enum OneOrMore {}

impl JsonSchema for Weight {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Weight".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "format": "double", "minimum": 0})
    }
}

impl JsonSchema for OneOrMore {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMore".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "format": "double", "minimum": 1})
    }
}
