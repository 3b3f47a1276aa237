//! The values that results are made of.

use crate::names::undressed;
use serde_json::Value;
use weighbridge_analysis::{Analysis, OptionIx, Severity, Share};
use weighbridge_model::Status;
use weighbridge_numeric::sort_by;

/// An object whose keys are in alphabetical order.
pub(super) fn object(mut fields: Vec<(&str, Value)>) -> Value {
    sort_by(&mut fields, |a, b| a.0.cmp(b.0));
    let named = fields
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value));
    Value::Object(named.collect())
}

pub(super) fn each<T>(list: impl IntoIterator<Item = T>, write: impl FnMut(T) -> Value) -> Value {
    Value::Array(list.into_iter().map(write).collect())
}

pub(super) fn word(text: &str) -> Value {
    Value::from(text)
}

/// A sentence, with the names in it as they were given.
pub(super) fn said(words: impl AsRef<str>) -> Value {
    Value::String(undressed(words.as_ref()))
}

pub(super) fn count(n: usize) -> Value {
    Value::from(n)
}

/// A number: a whole one without a decimal point, as a person would write it. There is one zero here.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
pub(super) fn number(x: f64) -> Value {
    if x.fract() == 0.0 && x.abs() < 1e15 {
        Value::from(x as i64)
    } else {
        Value::from(x)
    }
}

pub(super) fn id(analysis: &Analysis, option: OptionIx) -> Value {
    word(analysis.options[option].id.as_str())
}

pub(super) fn ids(analysis: &Analysis, options: &[OptionIx]) -> Value {
    each(options, |at| id(analysis, *at))
}

pub(super) fn verdict(analysis: &Analysis, margin: f64) -> Value {
    let lead = &analysis.lead;
    let kind = match (lead.leaders.as_slice(), lead.least) {
        ([], _) => "no-totals",
        _ if lead.is_open() => "unsettled",
        ([_], None) => "only-one",
        ([_], Some(least)) if lead.is_narrow(least) => "no-clear-winner",
        ([_], Some(_)) => "clear",
        _ => "tie",
    };
    let mut to = vec![
        ("kind", word(kind)),
        ("leaders", ids(analysis, &lead.leaders)),
        ("margin", number(margin)),
    ];
    // While missing scores could change who leads, a lead over the next would read as if it were one.
    if let Some(least) = lead.least.filter(|_| !lead.is_open()) {
        let next = lead.next.as_ref().filter(|_| lead.left_out.is_empty());
        if let Some(next) = next.and_then(|next| next.options.first()) {
            to.push(("runner_up", id(analysis, *next)));
        }
        to.push(("lead", number(least)));
    }
    object(to)
}

pub(super) fn share_word(share: Share) -> Value {
    word(match share {
        Share::Local => "local",
        Share::Cumulative => "cumulative",
    })
}

pub(super) fn severity_word(severity: Severity) -> Value {
    word(match severity {
        Severity::Note => "note",
        Severity::Attention => "attention",
        Severity::Blocks => "blocks",
    })
}

pub(super) fn status_word(status: Status) -> Value {
    word(match status {
        Status::Draft => "draft",
        Status::Final => "final",
        Status::Illustrative => "illustrative",
    })
}
