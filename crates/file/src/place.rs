//! Where something stands in a file: the way there for the code, and the place as a person is told of it.

use crate::wrong::ValueName;
use serde_json::Value;
use weighbridge_model::OptionId;

/// The way from the top of a file to a value. It lies on the stack, so that going into a value costs
/// nothing; [`Path::steps`] is what can be kept.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The file as a whole.
    Top,
    /// A field of an object.
    Field(&'a Path<'a>, &'a str),
    /// An item of a list, from 0.
    Item(&'a Path<'a>, usize),
}

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Into a field of an object.
    Field(String),
    /// Into an item of a list, from 0.
    Item(usize),
}

impl Path<'_> {
    /// The steps of the way, the first from the top.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let (mut steps, last) = match self {
            Self::Top => return Vec::new(),
            Self::Field(above, key) => (above.steps(), Step::Field((*key).to_owned())),
            Self::Item(above, at) => (above.steps(), Step::Item(*at)),
        };
        steps.push(last);
        steps
    }
}

impl Step {
    /// The name of a field.
    pub(crate) fn field(&self) -> Option<&str> {
        match self {
            Self::Field(key) => Some(key),
            Self::Item(_) => None,
        }
    }

    /// What the step leads to.
    fn of<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        match self {
            Self::Field(key) => value.get(key),
            Self::Item(at) => value.get(at),
        }
    }

    /// How many fields or items stand before it; a field that is not there comes last.
    fn position(&self, value: Option<&Value>) -> usize {
        match self {
            Self::Item(at) => *at,
            Self::Field(key) => value
                .and_then(|v| v.as_object()?.keys().position(|k| k == key))
                .unwrap_or(usize::MAX),
        }
    }
}

/// Where a way leads in the order of the file, to sort by.
pub(crate) fn position(steps: &[Step], file: &Value) -> Vec<usize> {
    let mut value = Some(file);
    let mut positions = Vec::new();
    for step in steps {
        positions.push(step.position(value));
        value = value.and_then(|v| step.of(v));
    }
    positions
}

/// A place in a file, part by part from the top; no part is the appraisal as a whole. What has an id is named by it,
/// everything else in a list by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(pub Vec<Part>);

/// A part of the way to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field of an object.
    Field(String),
    /// An item of a list, from 1.
    Number(usize),
    /// An item of a list in a field.
    Item {
        /// The field.
        list: String,
        /// Which item, from 1.
        number: usize,
        /// Its id or title, if it has one.
        name: Option<String>,
    },
    /// The scores of an option.
    Scores(String),
    /// The score of an option on a criterion.
    Score {
        /// The option.
        of: String,
        /// The criterion.
        on: String,
    },
    /// The verdict on an option at a gateway.
    Gateway(String),
}

/// The place that some steps lead to.
pub(crate) fn place(steps: &[Step], file: &Value) -> Place {
    let mut parts = Vec::new();
    let mut value = Some(file);
    let mut rest = steps;
    while let [step, after @ ..] = rest {
        let (part, taken) = match (step, after) {
            (Step::Field(list), [Step::Item(at), ..]) => {
                // The id of a criterion is enough to find it, however deep in groups it stands.
                if list == "criteria" {
                    parts.clear();
                }
                let item = value.and_then(|v| v.get(list)?.get(at));
                (item_part(list, *at, item), 2)
            }
            (Step::Field(key), [Step::Field(id), Step::Field(on), ..]) if key == "scores" => {
                let (of, on) = (id.clone(), on.clone());
                (Part::Score { of, on }, 3)
            }
            (Step::Field(key), [Step::Field(id), ..]) if key == "scores" => {
                (Part::Scores(id.clone()), 2)
            }
            (Step::Field(key), [Step::Field(id), ..]) if key == "gateways" => {
                (Part::Gateway(id.clone()), 2)
            }
            (Step::Field(key), _) => (Part::Field(key.clone()), 1),
            (Step::Item(at), _) => (Part::Number(at + 1), 1),
        };
        parts.push(part);
        let (passed, left) = rest.split_at_checked(taken).unwrap_or((rest, &[]));
        for step in passed {
            value = value.and_then(|v| step.of(v));
        }
        rest = left;
    }
    Place(parts)
}

/// An item of a list.
fn item_part(list: &str, at: usize, item: Option<&Value>) -> Part {
    let text = |key: &str| item.and_then(|v| v.get(key)?.as_str());
    let name = match list {
        "sources" => text("title"),
        // All ids have the same rules.
        _ => text("id").filter(|id| OptionId::new(id).is_ok()),
    };
    Part::Item {
        list: list.to_owned(),
        number: at + 1,
        name: name.map(str::to_owned),
    }
}

/// Objects whose fields are names that people gave, and how one of their values is called.
fn called(map: &str, key: &str) -> Option<ValueName> {
    let key = key.to_owned();
    match map {
        "attributes" => Some(ValueName::Attribute(key)),
        "weights" => Some(ValueName::Weight(key)),
        "direct" | "swing" | "swing_seen" | "rank" | "best_to" | "to_worst" => {
            Some(ValueName::Entry {
                field: map.to_owned(),
                of: key,
            })
        }
        _ => None,
    }
}

/// The place and the name of a value that is a field or an item: “weight” of criterion “front-line”.
pub(crate) fn place_of_value(steps: &[Step], file: &Value) -> (Place, ValueName) {
    let named = match steps {
        [above @ .., Step::Field(map), Step::Field(key)] => called(map, key).map(|n| (above, n)),
        _ => None,
    };
    match (named, steps) {
        (Some((above, name)), _) => (place(above, file), name),
        (None, [above @ .., Step::Field(key)]) => {
            (place(above, file), ValueName::Field(key.clone()))
        }
        (None, _) => (place(steps, file), ValueName::It),
    }
}
