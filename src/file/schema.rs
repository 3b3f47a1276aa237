//! The JSON Schema of the newest file format, made from the types that read it.

use super::ordered::Ordered;
use super::score::{Detailed, Given, Score};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The JSON Schema of the newest file format, as pretty JSON.
#[expect(clippy::expect_used, reason = "a schema is JSON already")]
pub fn schema() -> String {
    let schema = schemars::schema_for!(super::v1::Appraisal);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema can be written");
    text.push('\n');
    text
}

impl<T: JsonSchema> JsonSchema for Ordered<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let inner = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": inner })
    }
}

impl JsonSchema for Given {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string", "null"] })
    }
}

impl JsonSchema for Score {
    fn schema_name() -> Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let bare = generator.subschema_for::<Given>();
        let detailed = generator.subschema_for::<Detailed>();
        json_schema!({ "anyOf": [bare, detailed] })
    }
}
