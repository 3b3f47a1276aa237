//! Why a file cannot be opened.

use super::list;
use weighbridge_file::{
    BadLevel, Damage, EntryKind, Kind, Lookalike, OpenError, Part, Place, Problem, Thing,
    ValueName, Wrong,
};
use weighbridge_model::{BadId, BadScale};
use weighbridge_report::words::{Sentence, open_hint, open_summary, place, wrong};

fn text(words: &str) -> String {
    words.to_owned()
}

fn everything_wrong() -> Vec<Wrong> {
    let value = |value| Wrong::Kind {
        value,
        should_be: Kind::Text,
    };
    let title = || ValueName::Field(text("title"));
    let kind = |should_be| Wrong::Kind {
        value: title(),
        should_be,
    };
    let entry = |should_be| Wrong::Entry {
        field: "swing",
        of: text("pace"),
        should_be,
    };
    let one = [
        value(ValueName::It),
        value(title()),
        value(ValueName::Attribute(text("vat"))),
        value(ValueName::Weight(text("pace"))),
        value(ValueName::Entry {
            field: text("rank"),
            of: text("pace"),
        }),
        kind(Kind::Number),
        kind(Kind::List),
        kind(Kind::OneOf {
            words: &["pass", "fail"],
            not: text("maybe"),
        }),
        Wrong::NotAnObject,
        Wrong::Missing("title"),
        Wrong::NameTwice(text("title")),
        Wrong::Version,
        Wrong::TooMany(200),
        Wrong::TooManyStatements(200),
        Wrong::TooDeep(12),
        Wrong::Id(BadId::Empty),
        Wrong::Id(BadId::TooLong),
        Wrong::Id(BadId::Control),
        Wrong::IdTwice(text("pace")),
        Wrong::NoName,
        Wrong::Date(text("soon")),
        Wrong::NotFinite,
        Wrong::Range("range"),
        Wrong::Margin,
        Wrong::CheckTwice,
        Wrong::NoSuch(Thing::Option, text("a")),
        Wrong::NoSuch(Thing::Criterion, text("a")),
        Wrong::NoSuch(Thing::Gateway, text("a")),
        Wrong::NoSuch(Thing::Priority, text("a")),
        Wrong::NothingToScore(text("pace")),
        Wrong::NotInGroup(text("pace")),
        Wrong::NoElement(text("pace")),
        Wrong::NegativeWeight(None),
        Wrong::NegativeWeight(Some(-1.5)),
        Wrong::Pounds,
        Wrong::Prices,
        Wrong::Level(BadLevel::OnlyTerms),
        Wrong::Level(BadLevel::BothBounds),
        Wrong::Level(BadLevel::Half),
        Wrong::Level(BadLevel::LabelWithTerms),
        Wrong::Level(BadLevel::NoMark),
        Wrong::Level(BadLevel::Terms),
        entry(EntryKind::ZeroOrMore),
        entry(EntryKind::OneOrMore),
        entry(EntryKind::WholeFromOne),
        entry(EntryKind::Ends),
    ];
    let two = [
        Wrong::Comparison,
        Wrong::ComparedTwice(text("a"), text("b")),
        Wrong::Order,
        Wrong::Difference,
        Wrong::OneOption,
        Wrong::NotRuledOut,
        Wrong::Precision,
        Wrong::Seed,
        Wrong::Statement,
        Wrong::StatementTwice,
        Wrong::SomeValues,
        Wrong::NoDirection,
        Wrong::FixedEnds,
        Wrong::Scale(BadScale::Points),
        Wrong::Scale(BadScale::ReferencePoints),
        Wrong::Scale(BadScale::Breakpoints),
        Wrong::GroupScored,
        Wrong::NoView,
        Wrong::ValueAndAbsent,
        Wrong::Value,
        Wrong::Unreadable(text("in its own words")),
    ];
    one.into_iter().chain(two).collect()
}

#[test]
fn what_is_wrong_in_a_file_reads_so() {
    let all = everything_wrong();
    let all = all.iter().map(|what| (format!("{what:?}"), wrong(what)));
    insta::assert_snapshot!("words-wrong", list(all));
}

fn item(list: &str, name: Option<&str>) -> Part {
    Part::Item {
        list: text(list),
        number: 2,
        name: name.map(text),
    }
}

#[test]
fn places_in_a_file_read_so() {
    let field = |name: &str| Part::Field(text(name));
    let score = || Part::Score {
        of: text("a"),
        on: text("pace"),
    };
    let mut places = vec![
        vec![],
        vec![field("version")],
        vec![
            item("criteria", Some("pace")),
            field("scale"),
            item("levels", None),
        ],
        vec![item("scenarios", Some("calm")), score()],
        vec![item("scenarios", Some("calm")), Part::Scores(text("a"))],
        vec![item("options", Some("a")), Part::Gateway(text("fit"))],
        vec![field("new"), Part::Number(3)],
        vec![score()],
    ];
    let lists = [
        "priorities",
        "overarching",
        "framework",
        "pairwise",
        "gateways",
    ];
    places.extend(lists.map(|list| vec![item(list, None)]));
    let all = places.into_iter().map(|parts| {
        let at = Place(parts);
        (format!("{:?}", at.0), place(&at))
    });
    insta::assert_snapshot!("words-places", list(all));
}

#[test]
fn why_a_file_cannot_be_opened_reads_so() {
    let problem = |what| Problem {
        place: Place(vec![item("options", None)]),
        what,
    };
    let invalid = |count, more| OpenError::Invalid {
        problems: vec![problem(Wrong::NoName); count],
        more,
    };
    let damaged = |what| OpenError::Damaged {
        line: 3,
        column: 7,
        what,
    };
    let like = [
        Lookalike::Png,
        Lookalike::Jpeg,
        Lookalike::Gif,
        Lookalike::Zip,
        Lookalike::Spreadsheet,
        Lookalike::Pdf,
        Lookalike::Utf16,
        Lookalike::WebPage,
        Lookalike::OldOffice,
        Lookalike::OtherJson,
    ];
    let like = like.map(|what| OpenError::NotAnAppraisal {
        looks_like: Some(what),
    });
    let others = [
        OpenError::Empty,
        OpenError::NotAnAppraisal { looks_like: None },
        OpenError::TooNew { version: 2 },
        damaged(Damage::NotText),
        damaged(Damage::EndsEarly),
        damaged(Damage::Syntax(text("expected value"))),
        OpenError::TooLarge {
            bytes: 17 * 1024 * 1024,
            limit: 16 * 1024 * 1024,
        },
        invalid(1, false),
        invalid(2, false),
        invalid(2, true),
    ];
    let all = like.into_iter().chain(others).map(|error| {
        let (summary, sentence) = (open_summary(&error), error.sentence());
        let mut words = format!("{summary} {}", open_hint(&error));
        if sentence != summary {
            words += &format!(" In full: {sentence}");
        }
        (text(error.code()), words)
    });
    insta::assert_snapshot!("words-opening", list(all));
}
