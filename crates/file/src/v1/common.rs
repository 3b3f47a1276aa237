//! What the types of all sections have in common.

use crate::problems::At;
use crate::wrong::Wrong;
use indexmap::IndexMap;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeSet;
use weighbridge_model::{BadId, Extra, Finite, OptionId, PartialDate};

/// An object whose fields have names that people gave, in the order of the file.
pub(super) type Map<T> = IndexMap<String, T>;

/// The fields of an object that this version does not know.
pub(super) type Unknown = serde_json::Map<String, Value>;

// A number: a whole one is written without a decimal point, as a person would write it, and every one
// is the same to the last bit when it is read again. (The schema would repeat a comment for the
// documentation at every number.)
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(inline))]
#[serde(transparent)]
pub(super) struct Number(pub(super) f64);

impl Serialize for Number {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range is checked first"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(x) = *self;
        let whole = x.fract() == 0.0 && x.abs() < 1e15 && !(x == 0.0 && x.is_sign_negative());
        if whole {
            serializer.serialize_i64(x as i64)
        } else {
            serializer.serialize_f64(x)
        }
    }
}

impl From<Finite> for Number {
    fn from(x: Finite) -> Self {
        Self(x.get())
    }
}

// A number or a text, where a file may have either.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(inline))]
#[serde(untagged)]
pub(super) enum Given {
    Number(Number),
    Text(String),
}

/// What should have one shape, or whatever else a file has in its place; which rule it breaks is for
/// the section to say.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Loose<T> {
    Shaped(T),
    Other(Value),
}

impl<T> Loose<T> {
    /// What has the right shape.
    pub(super) fn shaped(self) -> Option<T> {
        match self {
            Self::Shaped(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

/// The schema is that of the right shape.
#[cfg(feature = "schema")]
impl<T: JsonSchema> JsonSchema for Loose<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// Two numbers, the first not above the second.
pub(super) type Range = Loose<[Number; 2]>;

/// A range for the file.
pub(super) fn range([low, high]: [f64; 2]) -> Range {
    Loose::Shaped([Number(low), Number(high)])
}

/// The words of a field, and what they stand for in the model, in the same names. A field that may be
/// left out for one thing in the model (`or`) has no word for that.
macro_rules! words {
    ($name:ident for $model:ty { $($(#[$attr:meta])* $variant:ident),+ $(,)? }) => {
        $crate::v1::common::words!(@type $name { $($(#[$attr])* $variant),+ });
        impl From<$name> for $model {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant),+ }
            }
        }
        impl From<$model> for $name {
            fn from(value: $model) -> Self {
                match value { $(<$model>::$variant => Self::$variant),+ }
            }
        }
    };
    ($name:ident for $model:ty { $($(#[$attr:meta])* $variant:ident),+ $(,)? } or $unsaid:ident) => {
        $crate::v1::common::words!(@type $name { $($(#[$attr])* $variant),+ });
        impl $name {
            fn value(word: Option<Self>) -> $model {
                match word {
                    None => <$model>::$unsaid,
                    $(Some(Self::$variant) => <$model>::$variant),+
                }
            }
            fn word(value: $model) -> Option<Self> {
                match value {
                    <$model>::$unsaid => None,
                    $(<$model>::$variant => Some(Self::$variant)),+
                }
            }
        }
    };
    (@type $name:ident { $($(#[$attr:meta])* $variant:ident),+ }) => {
        #[derive(Clone, Copy, Debug, serde::Deserialize, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub(super) enum $name { $($(#[$attr])* $variant),+ }
    };
}
pub(super) use words;

/// The ids of the things in a list of a file.
pub(super) struct Ids {
    ids: BTreeSet<String>,
    sure: bool,
}

impl Ids {
    /// Whether there is nothing with an id. As long as the id of anything is hidden, nobody can say.
    pub(super) fn lack(&self, id: &str) -> bool {
        self.sure && !self.ids.contains(id)
    }

    /// Whether all ids are known.
    pub(super) fn is_sure(&self) -> bool {
        self.sure
    }
}

/// The ids of everything that other parts of a file name.
pub(super) struct Known {
    pub(super) options: Ids,
    pub(super) criteria: Ids,
    pub(super) gateways: Ids,
    pub(super) priorities: Ids,
}

/// Unknown fields as the model keeps them.
pub(super) fn kept(unknown: Unknown) -> Extra {
    let text = |(key, value): (String, Value)| (key, value.to_string());
    Extra(unknown.into_iter().map(text).collect())
}

/// Unknown fields as they were.
pub(super) fn unknown(extra: &Extra) -> Unknown {
    let value = |text: &str| serde_json::from_str(text).unwrap_or_default();
    let fields = extra.0.iter();
    fields
        .map(|(key, text)| (key.clone(), value(text)))
        .collect()
}

/// A date as a file has it.
pub(super) fn written(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// All of a list, each for the file.
pub(super) fn all<'a, M, T: From<&'a M>>(list: &'a [M]) -> Vec<T> {
    list.iter().map(T::from).collect()
}

impl At<'_> {
    /// Reads each item of a list in this field; items that nothing can be made of are left out.
    pub(super) fn each<T, M>(
        &self,
        field: &str,
        list: Vec<T>,
        mut read: impl FnMut(T, At<'_>) -> Option<M>,
    ) -> Vec<M> {
        let at = self.field(field);
        let numbered = list.into_iter().enumerate();
        numbered
            .filter_map(|(n, item)| read(item, at.item(n)))
            .collect()
    }

    /// The ids of the things in a list of the file.
    pub(super) fn ids<'a>(&self, list: &str, ids: impl Iterator<Item = Option<&'a str>>) -> Ids {
        let mut to = Ids {
            ids: BTreeSet::new(),
            sure: self.shows_ids(list),
        };
        for id in ids {
            // All ids have the same rules.
            let id = id.filter(|id| OptionId::new(id).is_ok());
            to.sure &= id.is_some();
            to.ids.extend(id.map(str::to_owned));
        }
        to
    }

    /// Says so where a list has more items than an appraisal may have.
    pub(super) fn limit(&self, list: &str, count: usize, most: usize) {
        if count > most {
            self.field(list).wrong_anyway(Wrong::TooMany(most));
        }
    }

    /// A field that has to be there.
    pub(super) fn needed<T>(&self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.unusable_field(field, Wrong::Missing(field));
        }
        value
    }

    /// The id of the object here.
    pub(super) fn id<T>(
        &self,
        id: Option<&String>,
        new: impl Fn(&str) -> Result<T, BadId>,
    ) -> Option<T> {
        let id = new(self.needed("id", id)?);
        id.map_err(|bad| self.unusable_field("id", Wrong::Id(bad)))
            .ok()
    }

    /// The name of the object here, which cannot be blank.
    pub(super) fn name(&self, name: Option<String>) -> Option<String> {
        let name = self.needed("name", name)?;
        if name.trim().is_empty() {
            self.wrong_field("name", Wrong::NoName);
        }
        Some(name)
    }

    /// A date, if there is one.
    pub(super) fn date(&self, text: Option<String>) -> Option<PartialDate> {
        let text = text?;
        let date = PartialDate::parse(&text);
        if date.is_none() {
            self.wrong_field("date", Wrong::Date(text));
        }
        date
    }

    /// A number that has to be there. JSON has no way to write one that is not finite.
    pub(super) fn number(&self, field: &'static str, x: Option<Number>) -> Option<Finite> {
        let Number(x) = self.needed(field, x)?;
        self.finite(field, x)
    }

    /// A number in a field.
    pub(super) fn finite(&self, field: &str, x: f64) -> Option<Finite> {
        let number = Finite::new(x);
        if number.is_none() {
            self.wrong_field(field, Wrong::NotFinite);
        }
        number
    }

    /// A range, if there is one.
    pub(super) fn range(&self, field: &'static str, range: Option<Range>) -> Option<[Finite; 2]> {
        let ends = range?.shaped().and_then(|[Number(low), Number(high)]| {
            let ends = [Finite::new(low)?, Finite::new(high)?];
            (low <= high).then_some(ends)
        });
        if ends.is_none() {
            self.wrong_field(field, Wrong::Range(field));
        }
        ends
    }
}
