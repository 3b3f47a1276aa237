//! Where something stands in a file: the way there for the code, and the words for it for a person.

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

/// The words for a place, such as: criterion “front-line”, scale. What has an id is named by it,
/// everything else in a list by its number from 1.
pub(crate) fn words(steps: &[Step], file: &Value) -> String {
    let mut text = String::new();
    let mut value = Some(file);
    let mut rest = steps;
    while let [step, after @ ..] = rest {
        let (part, taken) = match (step, after) {
            (Step::Field(list), [Step::Item(at), ..]) => {
                // The id of a criterion is enough to find it, however deep in groups it stands.
                if list == "criteria" {
                    text.clear();
                }
                let item = value.and_then(|v| v.get(list)?.get(at));
                (item_words(list, *at, item), 2)
            }
            (Step::Field(key), [Step::Field(id), Step::Field(on), ..]) if key == "scores" => {
                (format!("score of “{id}” on “{on}”"), 3)
            }
            (Step::Field(key), [Step::Field(id), ..]) if key == "scores" => {
                (format!("scores of “{id}”"), 2)
            }
            (Step::Field(key), [Step::Field(id), ..]) if key == "gateways" => {
                (format!("gateway “{id}”"), 2)
            }
            (Step::Field(key), _) => (key.clone(), 1),
            (Step::Item(at), _) => ((at + 1).to_string(), 1),
        };
        if !text.is_empty() {
            // The scores of a scenario are within it as those of the appraisal are at the top.
            text += if step.field() == Some("scores") {
                ": "
            } else {
                ", "
            };
        }
        text += &part;
        let (passed, left) = rest.split_at_checked(taken).unwrap_or((rest, &[]));
        for step in passed {
            value = value.and_then(|v| step.of(v));
        }
        rest = left;
    }
    if text.is_empty() {
        "the appraisal".to_owned()
    } else {
        text
    }
}

/// The words for an item of a list.
fn item_words(list: &str, at: usize, item: Option<&Value>) -> String {
    let what = match list {
        "criteria" => "criterion",
        "priorities" => "priority",
        "overarching" => "over-arching criterion",
        "framework" => "framework",
        "pairwise" => "comparison",
        plural => plural.strip_suffix('s').unwrap_or(plural),
    };
    let text = |key: &str| item.and_then(|v| v.get(key)?.as_str());
    let name = match list {
        "sources" => text("title"),
        // All ids have the same rules.
        _ => text("id").filter(|id| OptionId::new(id).is_ok()),
    };
    name.map_or_else(
        || format!("{what} {}", at + 1),
        |name| format!("{what} “{name}”"),
    )
}

/// Objects whose fields are names that people gave, and how one of their values is called.
fn called(map: &str, key: &str) -> Option<String> {
    match map {
        "attributes" => Some(format!("the attribute “{key}”")),
        "weights" => Some(format!("the weight of “{key}”")),
        "direct" | "swing" | "swing_seen" | "rank" | "best_to" | "to_worst" => {
            Some(format!("{map} of “{key}”"))
        }
        _ => None,
    }
}

/// The place and the name of a value that is a field or an item: “weight” of criterion “front-line”.
pub(crate) fn words_of_value(steps: &[Step], file: &Value) -> (String, String) {
    let named = match steps {
        [above @ .., Step::Field(map), Step::Field(key)] => called(map, key).map(|n| (above, n)),
        _ => None,
    };
    match (named, steps) {
        (Some((above, name)), _) => (words(above, file), name),
        (None, [above @ .., Step::Field(key)]) => (words(above, file), key.clone()),
        (None, _) => (words(steps, file), "it".to_owned()),
    }
}
