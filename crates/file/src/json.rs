//! JSON as data: a small tree whose objects keep their order, and its text.
//!
//! Files are read into this tree ([`crate`]) and written from it; so are results. The
//! serialisers that are made for any type cost the app several times as much.

use std::fmt::Write;

/// A JSON value.
///
/// ```
/// use weighbridge_file::json::Json;
/// let list = Json::List(vec![Json::number(70.0), Json::Real(-0.5), Json::text("a\n\"b\"")]);
/// assert_eq!(list.compact(), r#"[70,-0.5,"a\n\"b\""]"#);
/// assert_eq!(list.pretty(), "[\n  70,\n  -0.5,\n  \"a\\n\\\"b\\\"\"\n]");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A whole number past the largest [`i64`].
    Large(u64),
    /// Any other number; it is written with a decimal point or an exponent.
    Real(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Fields with their names, in order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A number: a whole one without a decimal point, as a person would write it; bit-identical
    /// when read.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range is checked first"
    )]
    pub fn number(x: f64) -> Self {
        let whole = x.fract() == 0.0 && x.abs() < 1e15 && !(x == 0.0 && x.is_sign_negative());
        if whole {
            Self::Whole(x as i64)
        } else {
            Self::Real(x)
        }
    }

    /// The number as the nearest [`f64`], if it is a number.
    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has one kind of number; a longer integer is read as the nearest f64"
    )]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Whole(x) => Some(*x as f64),
            Self::Large(x) => Some(*x as f64),
            Self::Real(x) => Some(*x),
            _ => None,
        }
    }

    /// A field of an object; nothing when it is not there, or this is no object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text on one line, without spaces.
    pub fn compact(&self) -> String {
        let mut to = String::new();
        self.write(&mut to, None);
        to
    }

    /// The text with a line for each item, each two spaces further in than what it is part of.
    pub fn pretty(&self) -> String {
        let mut to = String::new();
        self.write(&mut to, Some(0));
        to
    }

    /// Adds the text; on one line, or indented by a depth.
    fn write(&self, to: &mut String, depth: Option<usize>) {
        let inner = depth.map(|depth| depth + 1);
        match self {
            Self::Null => to.push_str("null"),
            Self::Bool(yes) => to.push_str(if *yes { "true" } else { "false" }),
            Self::Whole(x) => put(to, format_args!("{x}")),
            Self::Large(x) => put(to, format_args!("{x}")),
            Self::Real(x) => real(*x, to),
            Self::Text(text) => quoted(text, to),
            Self::List(list) => {
                to.push('[');
                for (at, value) in list.iter().enumerate() {
                    next(at, to, inner);
                    value.write(to, inner);
                }
                end(list.is_empty(), to, depth);
                to.push(']');
            }
            Self::Object(fields) => {
                to.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    next(at, to, inner);
                    quoted(key, to);
                    to.push_str(if depth.is_some() { ": " } else { ":" });
                    value.write(to, inner);
                }
                end(fields.is_empty(), to, depth);
                to.push('}');
            }
        }
    }
}

fn put(to: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = to.write_fmt(what);
}

/// What stands before an item.
fn next(at: usize, to: &mut String, depth: Option<usize>) {
    if at > 0 {
        to.push(',');
    }
    line(to, depth);
}

/// What stands after the last item.
fn end(empty: bool, to: &mut String, depth: Option<usize>) {
    if !empty {
        line(to, depth);
    }
}

fn line(to: &mut String, depth: Option<usize>) {
    if let Some(depth) = depth {
        to.push('\n');
        for _ in 0..depth {
            to.push_str("  ");
        }
    }
}

/// The shortest form that reads back as the same number; `null` for what JSON has no number for.
fn real(x: f64, to: &mut String) {
    let size = x.abs();
    if !size.is_finite() {
        to.push_str("null");
    } else if x == 0.0 || (1e-5..1e16).contains(&size) {
        put(to, format_args!("{x}"));
        if x.fract() == 0.0 {
            to.push_str(".0");
        }
    } else {
        let text = format!("{x:e}");
        let sign = if size < 1.0 { "e" } else { "e+" };
        to.push_str(&text.replace('e', sign));
    }
}

fn quoted(text: &str, to: &mut String) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\r' => to.push_str("\\r"),
            '\t' => to.push_str("\\t"),
            '\u{8}' => to.push_str("\\b"),
            '\u{c}' => to.push_str("\\f"),
            '\0'..='\u{1f}' => put(to, format_args!("\\u{:04x}", u32::from(c))),
            _ => to.push(c),
        }
    }
    to.push('"');
}
