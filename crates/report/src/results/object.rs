//! An object of the results, put together field by field. The calls are small, and there are many.

use super::values::{number, said};
use weighbridge_file::json::Json;

/// The fields so far.
#[derive(Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    #[inline(never)]
    pub(super) fn put(&mut self, key: &str, value: Json) {
        self.0.push((key.to_owned(), value));
    }

    #[inline(never)]
    pub(super) fn word(&mut self, key: &str, text: &str) {
        self.put(key, Json::text(text));
    }

    #[inline(never)]
    pub(super) fn number(&mut self, key: &str, x: f64) {
        self.put(key, number(x));
    }

    #[inline(never)]
    pub(super) fn numbers(&mut self, key: &str, all: &[f64]) {
        self.list(key, all.iter().map(|x| number(*x)).collect());
    }

    #[inline(never)]
    pub(super) fn texts(&mut self, key: &str, all: Vec<String>) {
        self.list(key, all.into_iter().map(said).collect());
    }

    #[inline(never)]
    pub(super) fn list(&mut self, key: &str, list: Vec<Json>) {
        self.put(key, Json::List(list));
    }

    /// The object, whose keys are in alphabetical order.
    #[inline(never)]
    pub(super) fn end(mut self) -> Json {
        self.0.sort_by(|a, b| a.0.cmp(&b.0));
        Json::Object(self.0)
    }
}
