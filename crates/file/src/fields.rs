//! Taking the fields of an object, one by one, with words for the place where one is wrong.

use super::OpenError;
use super::words::Words;
use crate::json::Json;
use std::collections::BTreeMap;
use weighbridge_model::{Extra, PartialDate};

/// What was read, or why it cannot be.
pub(super) type Read<T> = Result<T, OpenError>;

/// Something in the file that cannot be.
pub(super) fn invalid<T>(place: impl Into<String>, what: impl ToString) -> Read<T> {
    Err(wrong(place.into(), what.to_string()))
}

fn wrong(place: String, what: String) -> OpenError {
    OpenError::Invalid { place, what }
}

/// The pairs of an object, whose names may not repeat. JSON readers commonly keep the last of two
/// equal names and lose the first without a word.
pub(super) fn pairs(from: Json, place: &str) -> Read<Vec<(String, Json)>> {
    let Json::Object(pairs) = from else {
        return invalid(place, "it should be an object, in braces");
    };
    distinct(&pairs, place)?;
    Ok(pairs)
}

fn distinct(pairs: &[(String, Json)], place: &str) -> Read<()> {
    let mut seen: BTreeMap<&str, ()> = BTreeMap::default();
    for (key, _) in pairs {
        if seen.insert(key, ()).is_some() {
            return invalid(place, format!("“{key}” appears twice"));
        }
    }
    Ok(())
}

/// Refuses names that repeat, at any depth.
fn distinct_within(value: &Json, place: &str) -> Read<()> {
    match value {
        Json::List(list) => list.iter().try_for_each(|v| distinct_within(v, place)),
        Json::Object(pairs) => {
            distinct(pairs, place)?;
            let mut values = pairs.iter();
            values.try_for_each(|(_, v)| distinct_within(v, place))
        }
        _ => Ok(()),
    }
}

/// The fields of one object that are not taken yet.
pub(super) struct Fields {
    /// Where the object is, in words; better ones once its id is known.
    pub(super) place: String,
    left: Vec<(String, Json)>,
}

impl Fields {
    /// The fields of an object.
    pub(super) fn new(from: Json, place: String) -> Read<Self> {
        let left = pairs(from, &place)?;
        Ok(Self { place, left })
    }

    /// Something about this object that cannot be.
    pub(super) fn wrong(&self, what: &str) -> OpenError {
        wrong(self.place.clone(), what.to_owned())
    }

    /// A field that has something that it cannot.
    fn should(&self, key: &str, be: &str) -> OpenError {
        wrong(self.place.clone(), format!("{key} should be {be}"))
    }

    /// A field that has to be there and is not.
    fn missing(&self, key: &str) -> OpenError {
        wrong(self.place.clone(), format!("{key} is missing"))
    }

    /// A field as it is.
    pub(super) fn take(&mut self, key: &str) -> Option<Json> {
        let at = self.left.iter().position(|(k, _)| k == key)?;
        Some(self.left.remove(at).1)
    }

    /// A field as it is; `null` is the same as none.
    pub(super) fn given(&mut self, key: &str) -> Option<Json> {
        self.take(key).filter(|value| *value != Json::Null)
    }

    fn as_text(&self, key: &str, value: Option<Json>) -> Read<Option<String>> {
        match value {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.should(key, "a text")),
        }
    }

    /// A text, empty when left out.
    pub(super) fn text(&mut self, key: &str) -> Read<String> {
        let value = self.take(key);
        Ok(self.as_text(key, value)?.unwrap_or_default())
    }

    /// A text or nothing.
    pub(super) fn some_text(&mut self, key: &str) -> Read<Option<String>> {
        let value = self.given(key);
        self.as_text(key, value)
    }

    /// A text that has to be there.
    pub(super) fn needed_text(&mut self, key: &str) -> Read<String> {
        let value = self.take(key);
        self.as_text(key, value)?.ok_or_else(|| self.missing(key))
    }

    /// A number or nothing.
    pub(super) fn number(&mut self, key: &str) -> Read<Option<f64>> {
        let number = |value: Json| value.as_number();
        let value = self.given(key).map(number);
        value.map_or(Ok(None), |x| {
            x.map(Some).ok_or_else(|| self.should(key, "a number"))
        })
    }

    /// A number that has to be there.
    pub(super) fn needed_number(&mut self, key: &str) -> Read<f64> {
        let number = self.number(key)?;
        number.ok_or_else(|| self.missing(key))
    }

    /// A list, empty when left out.
    pub(super) fn list(&mut self, key: &str) -> Read<Vec<Json>> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Json::List(list)) => Ok(list),
            Some(_) => Err(self.should(key, "a list, in square brackets")),
        }
    }

    /// The pairs of an object, none when left out.
    pub(super) fn pairs(&mut self, key: &str) -> Read<Vec<(String, Json)>> {
        let value = self.take(key);
        value.map_or(Ok(Vec::new()), |v| {
            pairs(v, &format!("{}: {key}", self.place))
        })
    }

    /// A date or nothing.
    pub(super) fn date(&mut self, key: &str) -> Read<Option<PartialDate>> {
        let Some(text) = self.some_text(key)? else {
            return Ok(None);
        };
        let date = PartialDate::parse(&text);
        date.map(Some).ok_or_else(|| {
            let what = format!("“{text}” should be a date like 2013-12-16, 2013-12 or 2013");
            wrong(self.place.clone(), what)
        })
    }

    /// Which of some words a field has.
    fn choice(&mut self, key: &str, words: &[&str]) -> Read<Option<usize>> {
        let Some(text) = self.some_text(key)? else {
            return Ok(None);
        };
        let at = words.iter().position(|word| *word == text);
        at.map(Some).ok_or_else(|| {
            let known = words.join("”, “");
            self.should(key, &format!("one of “{known}”, not “{text}”"))
        })
    }

    /// What a word stands for, or nothing.
    pub(super) fn word<T: Copy>(&mut self, key: &str, words: &Words<T>) -> Read<Option<T>> {
        let at = self.choice(key, words.words)?;
        Ok(at.and_then(|at| words.values.get(at).copied()))
    }

    /// What a word stands for, or something else when it is left out; `null` is not a word.
    pub(super) fn word_or<T: Copy>(&mut self, key: &str, words: &Words<T>, or: T) -> Read<T> {
        if self.left.iter().any(|(k, v)| k == key && *v == Json::Null) {
            return Err(self.should(key, "a text"));
        }
        Ok(self.word(key, words)?.unwrap_or(or))
    }

    /// What nobody took: kept as it is.
    pub(super) fn rest(self) -> Read<Extra> {
        let mut extra = Extra::default();
        for (key, value) in self.left {
            distinct_within(&value, &self.place)?;
            extra.0.insert(key, value.compact());
        }
        Ok(extra)
    }
}
