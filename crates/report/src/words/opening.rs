//! Why a file cannot be opened, and what to do about it.

use super::refusals::bad_scale;
use super::sentence::Sentence;
use weighbridge_file::{
    BadLevel, Damage, EntryKind, Kind, Lookalike, OpenError, Part, Place, Problem, Thing, VERSION,
    ValueName, Wrong,
};
use weighbridge_model::{BadId, MAX_ID_LENGTH, Robustness};

/// All that is wrong.
impl Sentence for OpenError {
    fn sentence(&self) -> String {
        let fixed = match self {
            Self::Empty => "The file is empty.",
            Self::NotAnAppraisal { looks_like: None } => "This is not a Weighbridge file.",
            Self::NotAnAppraisal {
                looks_like: Some(what),
            } => {
                let what = lookalike(*what);
                return format!("This is not a Weighbridge file: it looks like {what}.");
            }
            Self::TooNew { version } => {
                return format!(
                    "The file was made by a newer version of Weighbridge (file format {version}; this version reads up to {VERSION})."
                );
            }
            Self::Damaged { line, column, what } => {
                let what = damage(what);
                return format!("The file is damaged at line {line}, column {column}: {what}.");
            }
            Self::TooLarge { bytes, limit } => {
                return format!(
                    "The file is too large: {} MB, where {} MB is the most.",
                    bytes.div_ceil(1024 * 1024),
                    limit / (1024 * 1024)
                );
            }
            Self::Invalid { problems, more } => {
                let all: Vec<String> = problems.iter().map(problem).collect();
                return match all.as_slice() {
                    [one] => format!("Something in the file cannot be: {one}."),
                    _ => format!("{}: {}.", counted(problems, *more), all.join("; ")),
                };
            }
        };
        fixed.to_owned()
    }
}

/// Why a file cannot be opened, in one sentence; where several things in it cannot be, how many, and [`problem`] tells
/// each.
///
/// ```
/// use weighbridge_file as file;
/// use weighbridge_report::words::{open_hint, open_summary};
/// let error = file::open(b"%PDF-1.7").unwrap_err();
/// assert_eq!(open_summary(&error), "This is not a Weighbridge file: it looks like a PDF document.");
/// assert!(open_hint(&error).starts_with("Choose a file that was saved from Weighbridge"));
/// ```
pub fn open_summary(error: &OpenError) -> String {
    if let OpenError::Invalid { problems, more } = error
        && problems.len() > 1
    {
        format!("{}.", counted(problems, *more))
    } else {
        error.sentence()
    }
}

/// What to do about a file that cannot be opened, in a sentence or two.
pub fn open_hint(error: &OpenError) -> &'static str {
    match error {
        OpenError::Empty => "Choose the file again, or ask for another copy.",
        OpenError::NotAnAppraisal {
            looks_like: Some(Lookalike::Spreadsheet | Lookalike::Zip | Lookalike::OldOffice),
        } => {
            "From a spreadsheet, copy the cells and paste them on Criteria or Scores; or save the sheet as CSV and open that."
        }
        OpenError::NotAnAppraisal { .. } => {
            "Choose a file that was saved from Weighbridge; its name usually ends in .weighbridge.json."
        }
        OpenError::TooNew { .. } => {
            "Open it with the newest version of Weighbridge. The file has not been changed."
        }
        OpenError::Damaged { .. } => {
            "Ask for another copy, or repair that place in a text editor. The file has not been changed."
        }
        OpenError::TooLarge { .. } => "Remove what is not needed from it, or split it.",
        OpenError::Invalid { problems, .. } if problems.len() > 1 => {
            "Correct those places in a text editor and open the file again."
        }
        OpenError::Invalid { .. } => "Correct that place in a text editor and open the file again.",
    }
}

fn counted(problems: &[Problem], more: bool) -> String {
    let count = problems.len();
    if more {
        format!("More than {count} things in the file cannot be; these are the first")
    } else {
        format!("{count} things in the file cannot be")
    }
}

fn lookalike(what: Lookalike) -> &'static str {
    match what {
        Lookalike::Png => "a picture (PNG)",
        Lookalike::Jpeg => "a picture (JPEG)",
        Lookalike::Gif => "a picture (GIF)",
        Lookalike::Zip => "a ZIP archive, or a Word or Excel file",
        Lookalike::Spreadsheet => "a spreadsheet",
        Lookalike::Pdf => "a PDF document",
        Lookalike::Utf16 => "text saved as UTF-16; save it as UTF-8",
        Lookalike::WebPage => "a web page",
        Lookalike::OldOffice => "an old Word or Excel file",
        Lookalike::OtherJson => "a JSON file of another program",
    }
}

fn damage(what: &Damage) -> &str {
    match what {
        Damage::NotText => "a character that is not text (UTF-8)",
        Damage::EndsEarly => "the file ends too early",
        Damage::Syntax(parser) => parser,
    }
}

/// Something that cannot be in a file: where, and what, without a full stop.
pub fn problem(problem: &Problem) -> String {
    format!("{}: {}", place(&problem.place), wrong(&problem.what))
}

/// A place in a file, such as: criterion “front-line”, scale.
pub fn place(place: &Place) -> String {
    let mut text = String::new();
    for part in &place.0 {
        if !text.is_empty() {
            // The scores of a scenario are within it as those of the appraisal are at the top.
            text += if is_of_scores(part) { ": " } else { ", " };
        }
        match part {
            Part::Field(key) => text += key,
            Part::Number(number) => text += &number.to_string(),
            Part::Item { list, number, name } => {
                text += singular(list);
                text += &match name {
                    Some(name) => format!(" “{name}”"),
                    None => format!(" {number}"),
                };
            }
            Part::Scores(of) => text += &format!("scores of “{of}”"),
            Part::Score { of, on } => text += &format!("score of “{of}” on “{on}”"),
            Part::Gateway(id) => text += &format!("gateway “{id}”"),
        }
    }
    if text.is_empty() {
        "the appraisal".to_owned()
    } else {
        text
    }
}

fn is_of_scores(part: &Part) -> bool {
    match part {
        Part::Scores(_) | Part::Score { .. } => true,
        Part::Field(key) | Part::Item { list: key, .. } => key == "scores",
        Part::Number(_) | Part::Gateway(_) => false,
    }
}

/// What one thing in a list of a file is called.
fn singular(list: &str) -> &str {
    match list {
        "criteria" => "criterion",
        "priorities" => "priority",
        "overarching" => "over-arching criterion",
        "framework" => "framework",
        "pairwise" => "comparison",
        plural => plural.strip_suffix('s').unwrap_or(plural),
    }
}

/// What is wrong at a place of a file, without a full stop.
pub fn wrong(what: &Wrong) -> String {
    let fixed = match what {
        Wrong::Kind { value, should_be } => {
            return format!("{} should be {}", value_name(value), kind(should_be));
        }
        Wrong::Missing(field) => return format!("{field} is missing"),
        Wrong::NameTwice(name) => return format!("“{name}” appears twice"),
        Wrong::TooMany(most) => return format!("there are more than {most}"),
        Wrong::TooManyStatements(most) => {
            return format!("there are more than {most} statements");
        }
        Wrong::TooDeep(most) => return format!("groups go at most {most} deep"),
        Wrong::Id(bad) => return bad_id(*bad),
        Wrong::IdTwice(id) => return format!("the id “{id}” appears twice"),
        Wrong::Date(text) => {
            return format!("“{text}” should be a date like 2013-12-16, 2013-12 or 2013");
        }
        Wrong::Range(field) => {
            return format!("{field} has to be two numbers in square brackets, the lower first");
        }
        Wrong::NoSuch(thing, id) => return format!("there is no {} “{id}”", thing_name(*thing)),
        Wrong::NothingToScore(id) => {
            return format!("there is no criterion “{id}” to be scored");
        }
        Wrong::NotInGroup(id) => return format!("there is no criterion “{id}” in this group"),
        Wrong::NoElement(id) => return format!("there is no “{id}”"),
        Wrong::NegativeWeight(Some(x)) => {
            return format!("a weight cannot be negative ({x}); use 0 or more");
        }
        Wrong::Entry {
            field,
            of,
            should_be,
        } => return format!("{field} of “{of}” should be {}", entry_kind(*should_be)),
        Wrong::ComparedTwice(more, less) => {
            return format!("“{more}” and “{less}” are compared twice");
        }
        Wrong::Precision => {
            let (least, most) = (Robustness::FINEST, Robustness::COARSEST);
            return format!("precision should be from {least} to {most}");
        }
        Wrong::Seed => {
            return format!("seed should be a whole number from 0 to {}", u32::MAX);
        }
        Wrong::Level(bad) => bad_level(*bad),
        Wrong::Scale(bad) => bad_scale(*bad),
        Wrong::Unreadable(reader) => reader,
        Wrong::NotAnObject => "it should be an object, in braces",
        Wrong::Version => "it should be the whole number 1",
        Wrong::NoName => "it needs a name",
        Wrong::NotFinite => "it should be a finite number",
        Wrong::Margin => "it should be 0 or more",
        Wrong::CheckTwice => "a check is answered twice",
        Wrong::NegativeWeight(None) => "a weight cannot be negative; use 0 or more",
        Wrong::Pounds => {
            "an amount in GBP has at most two decimals and stays below a million million"
        }
        Wrong::Prices => "prices should be \"nominal\" or a year",
        Wrong::Comparison => {
            "a comparison is two different ids and how many times, above 0, in square brackets"
        }
        Wrong::Order => "order has to name different ids",
        Wrong::Difference => {
            "a difference is two ids and a category from 0 to 6, in square brackets, each pair once"
        }
        Wrong::OneOption => "a difference between options needs two options",
        Wrong::NotRuledOut => "it has “ruled_out”, but its standing is not “ruled-out”",
        Wrong::Statement => {
            "it should be a criterion, “before” or “equal”, and another of the same group; or a criterion, “at-least” or “at-most”, and a share from 0 to 1; in square brackets"
        }
        Wrong::StatementTwice => "it is there twice",
        Wrong::SomeValues => "give every point of the scale a value, or none",
        Wrong::NoDirection => "a measure needs a direction, \"higher\" or \"lower\"",
        Wrong::FixedEnds => "fixed should be a list of two numbers",
        Wrong::GroupScored => "it is a group; score the criteria in it",
        Wrong::NoView => "“no-view” belongs in a ballot; use “missing” or “cannot-judge”",
        Wrong::ValueAndAbsent => "it has both a value and “absent”; keep one",
        Wrong::Value => "a value should be a number, a label or null",
    };
    fixed.to_owned()
}

fn value_name(name: &ValueName) -> String {
    match name {
        ValueName::Field(field) => field.clone(),
        ValueName::Attribute(key) => format!("the attribute “{key}”"),
        ValueName::Weight(of) => format!("the weight of “{of}”"),
        ValueName::Entry { field, of } => format!("{field} of “{of}”"),
        ValueName::It => "it".to_owned(),
    }
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Number => "a number".to_owned(),
        Kind::Text => "a text".to_owned(),
        Kind::List => "a list, in square brackets".to_owned(),
        Kind::OneOf { words, not } => format!("one of “{}”, not “{not}”", words.join("”, “")),
    }
}

fn thing_name(thing: Thing) -> &'static str {
    match thing {
        Thing::Option => "option",
        Thing::Criterion => "criterion",
        Thing::Gateway => "gateway",
        Thing::Priority => "priority",
    }
}

fn bad_level(bad: BadLevel) -> &'static str {
    match bad {
        BadLevel::OnlyTerms => "“of” and “unit” belong to “at_least” or “at_most”",
        BadLevel::BothBounds => "give “at_least” or “at_most”, not both",
        BadLevel::Half => "give both “criterion” and “at_least” or “at_most”, or none of them",
        BadLevel::LabelWithTerms => "a label has no “of” and no “unit”",
        BadLevel::NoMark => "the level should be a number or a label",
        BadLevel::Terms => "“of” can only be 100, without a “unit”",
    }
}

fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ZeroOrMore => "0 or more",
        EntryKind::OneOrMore => "1 or more",
        EntryKind::WholeFromOne => "a whole number from 1",
        EntryKind::Ends => {
            "two ends in square brackets, the worst first: each words, an amount and its unit as [30, \"weeks\"], or a label and what it means"
        }
    }
}

fn bad_id(bad: BadId) -> String {
    match bad {
        BadId::Empty => "an id cannot be empty".to_owned(),
        BadId::TooLong => format!("an id has at most {MAX_ID_LENGTH} characters"),
        BadId::Control => "an id cannot hold control characters".to_owned(),
    }
}
