//! Reading a tree into types of serde without stopping at the first value of the wrong kind.
//!
//! A [`Deserializer`] can only give up at an error, so this one makes none: where a value is of the
//! wrong kind it says so ([`At::should_be`]) and gives an empty one of the right kind instead. What
//! was read is of use only if nothing was said; until then it serves to find what else is wrong.

use crate::problems::At;
use crate::wrong::{Kind, Wrong};
use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// What stands for a list or an object that is of another kind.
const NO_ITEMS: &[Value] = &[];

/// Reads the value at a place.
pub(crate) fn read<'de, T: Deserialize<'de>>(value: &'de Value, at: At<'_>) -> Option<T> {
    let read = T::deserialize(Reader { value, at });
    // The types of a file ask only for kinds that this reader has a stand-in for.
    read.map_err(|error| at.wrong(Wrong::Unreadable(error.to_string())))
        .ok()
}

/// A value with its place.
struct Reader<'a, 'de> {
    value: &'de Value,
    at: At<'a>,
}

impl<'de> Deserializer<'de> for Reader<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(x), _) => visitor.visit_u64(x),
                (None, Some(x)) => visitor.visit_i64(x),
                (None, None) => visitor.visit_f64(number.as_f64().unwrap_or_default()),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.value.as_f64();
        if number.is_none() {
            self.at.should_be(Kind::Number);
        }
        visitor.visit_f64(number.unwrap_or_default())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let list = self.value.as_array();
        if list.is_none() {
            self.at.should_be(Kind::List);
        }
        visitor.visit_seq(Items {
            left: list.map_or(NO_ITEMS, Vec::as_slice).iter().enumerate(),
            at: self.at,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let object = self.value.as_object();
        if object.is_none() {
            self.at.should_be_object();
        }
        visitor.visit_map(Fields {
            left: object.into_iter().flat_map(Map::iter),
            value: None,
            at: self.at,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word = self.value.as_str();
        let known = words.iter().find(|known| Some(**known) == word);
        match (known, word) {
            (Some(_), _) => {}
            (None, Some(word)) => {
                let not = word.to_owned();
                self.at.should_be(Kind::OneOf { words, not });
            }
            (None, None) => self.at.should_be(Kind::Text),
        }
        let word = known.or(words.first()).copied().unwrap_or_default();
        visitor.visit_enum(BorrowedStrDeserializer::new(word))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

impl<'de> Reader<'_, 'de> {
    fn text(&self) -> &'de str {
        let text = self.value.as_str();
        if text.is_none() {
            self.at.should_be(Kind::Text);
        }
        text.unwrap_or_default()
    }
}

/// The items of a list that are left.
struct Items<'a, I> {
    left: I,
    at: At<'a>,
}

impl<'de, I: Iterator<Item = (usize, &'de Value)>> SeqAccess<'de> for Items<'_, I> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((n, value)) = self.left.next() else {
            return Ok(None);
        };
        let at = self.at.item(n);
        seed.deserialize(Reader { value, at }).map(Some)
    }
}

/// The fields of an object that are left, and the value of the one whose name was taken.
struct Fields<'a, 'de, I> {
    left: I,
    value: Option<(&'de str, &'de Value)>,
    at: At<'a>,
}

impl<'de, I: Iterator<Item = (&'de String, &'de Value)>> MapAccess<'de> for Fields<'_, 'de, I> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.value = self.left.next().map(|(key, value)| (key.as_str(), value));
        self.value.map_or(Ok(None), |(key, _)| {
            seed.deserialize(BorrowedStrDeserializer::new(key))
                .map(Some)
        })
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let (key, value) = self.value.take().unwrap_or(("", &Value::Null));
        let at = self.at.field(key);
        seed.deserialize(Reader { value, at })
    }
}
