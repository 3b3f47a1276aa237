//! From text to `serde_json`'s tree. JSON readers commonly keep the last of two equal names in an
//! object and lose the first without a word; here every name that stands twice is found.

use crate::place::{Path, Step};
use crate::problems::MAX_PROBLEMS;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// A name that stands twice in one object.
pub(crate) struct Repeated {
    /// Where the object is.
    pub(crate) object: Vec<Step>,
    /// The name.
    pub(crate) key: String,
}

/// Reads a text as JSON; objects keep the order of their fields. Of fields with the same name the
/// first stays, and all others are told.
pub(crate) fn parse(text: &str) -> Result<(Value, Vec<Repeated>), serde_json::Error> {
    let repeated = RefCell::default();
    let mut from = serde_json::Deserializer::from_str(text);
    let tree = Tree {
        path: Path::Top,
        repeated: &repeated,
    };
    let value = tree.deserialize(&mut from)?;
    from.end()?;
    Ok((value, repeated.into_inner()))
}

/// Reads the value at a place.
#[derive(Clone, Copy)]
struct Tree<'a> {
    path: Path<'a>,
    repeated: &'a RefCell<Vec<Repeated>>,
}

impl Tree<'_> {
    fn at<'b>(&'b self, path: Path<'b>) -> Tree<'b> {
        let repeated = self.repeated;
        Tree { path, repeated }
    }

    fn repeat(&self, key: &str) {
        let mut repeated = self.repeated.borrow_mut();
        // One more than is told, so that it is told that there are more.
        if repeated.len() <= MAX_PROBLEMS {
            repeated.push(Repeated {
                object: self.path.steps(),
                key: key.to_owned(),
            });
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Value, E> {
        Ok(yes.into())
    }

    fn visit_i64<E: Error>(self, x: i64) -> Result<Value, E> {
        Ok(x.into())
    }

    fn visit_u64<E: Error>(self, x: u64) -> Result<Value, E> {
        Ok(x.into())
    }

    fn visit_f64<E: Error>(self, x: f64) -> Result<Value, E> {
        Ok(x.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) =
            from.next_element_seed(self.at(Path::Item(&self.path, list.len())))?
        {
            list.push(value);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = from.next_key::<String>()? {
            let value = from.next_value_seed(self.at(Path::Field(&self.path, &key)))?;
            match fields.entry(key) {
                Entry::Vacant(free) => {
                    free.insert(value);
                }
                Entry::Occupied(taken) => self.repeat(taken.key()),
            }
        }
        Ok(fields.into())
    }
}
