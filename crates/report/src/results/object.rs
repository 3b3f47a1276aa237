//! An object of the results, put together field by field.

use super::values::{number, said};
use serde_json::{Map, Value};

/// The fields so far.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    pub(super) fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }

    pub(super) fn word(&mut self, key: &str, text: &str) {
        self.put(key, Value::from(text));
    }

    pub(super) fn number(&mut self, key: &str, x: f64) {
        self.put(key, number(x));
    }

    pub(super) fn numbers(&mut self, key: &str, all: &[f64]) {
        self.list(key, all.iter().map(|x| number(*x)).collect());
    }

    pub(super) fn texts(&mut self, key: &str, all: Vec<String>) {
        self.list(key, all.into_iter().map(said).collect());
    }

    pub(super) fn list(&mut self, key: &str, list: Vec<Value>) {
        self.put(key, Value::Array(list));
    }

    /// The object, whose keys are in alphabetical order.
    pub(super) fn end(mut self) -> Value {
        self.0.sort_keys();
        Value::Object(self.0)
    }
}
