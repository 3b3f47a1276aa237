//! Why things are refused, and the messages of the app.

use super::list;
use std::fmt::Debug;
use weighbridge_analysis::{OffScale, Severity};
use weighbridge_edit::{BadEntry, BadWeight, Refusal, ScaleFault};
use weighbridge_file::OpenError;
use weighbridge_model::{BadScale, CriterionId, Direction, OptionId};
use weighbridge_report::words::{
    Age, COPY, DiskRefusal, FROM_A_CLOSED_TAB, Message, Mistyped, Named, Sentence, off_scale, pages,
};
use weighbridge_state::{Group, Page};

fn sentences<T: Sentence + Debug>(all: &[T]) -> String {
    list(all.iter().map(|one| (format!("{one:?}"), one.sentence())))
}

fn text(words: &str) -> String {
    words.to_owned()
}

const SCALES: [BadScale; 3] = [
    BadScale::Points,
    BadScale::ReferencePoints,
    BadScale::Breakpoints,
];

#[test]
fn refusals_read_so() {
    let refusals = [
        Refusal::NoOption(OptionId::new("stay").unwrap()),
        Refusal::NoCriterion(CriterionId::new("pace").unwrap()),
        Refusal::NoEntry,
        Refusal::IdInUse(text("stay")),
        Refusal::AttributeInUse(text("Rent")),
        Refusal::EmptyName,
        Refusal::TooLong,
        Refusal::TooManyOptions,
        Refusal::TooManyCriteria,
        Refusal::TooManyScenarios,
        Refusal::TooManyStatements,
        Refusal::BadStatement,
        Refusal::SaidAlready,
        Refusal::BadAnswer,
        Refusal::BadPrecision,
        Refusal::TooDeep,
        Refusal::AtTheEnd,
        Refusal::SamePlace,
        Refusal::NotALeaf(text("Money")),
        Refusal::NegativeMargin,
    ];
    let entries = [
        BadEntry::Comma,
        BadEntry::Space,
        BadEntry::FullStops,
        BadEntry::Unit('m'),
        BadEntry::Percent(text("weeks")),
        BadEntry::Currency('$', '£'),
        BadEntry::Tail(text("apples")),
        BadEntry::Range,
        BadEntry::LowAboveHigh,
        BadEntry::OneEnd,
        BadEntry::RangeOfLabels,
        BadEntry::Negative,
        BadEntry::NotANumber,
        BadEntry::OffScale,
        BadEntry::NotALabel(vec![text("poor"), text("good")]),
    ];
    let weights = [
        BadWeight::Number(BadEntry::Comma),
        BadWeight::Number(BadEntry::NotANumber),
        BadWeight::Negative,
    ];
    let off = [
        OffScale::NotOfHundred(100.5),
        OffScale::NotANumber(text("good")),
        OffScale::NoPoint(text("fair")),
        OffScale::TooFar,
    ];
    let faults = [
        ScaleFault::BadValue(BadEntry::NotANumber),
        ScaleFault::BadAmount(BadEntry::NotANumber),
        ScaleFault::NoLabel,
        ScaleFault::LabelTwice,
        ScaleFault::NotAboveLowest,
        ScaleFault::NotBetweenEnds,
        ScaleFault::AmountTwice,
        ScaleFault::Scale(BadScale::Points),
    ];
    let all = [
        sentences(&refusals),
        sentences(&SCALES),
        sentences(&SCALES.map(Refusal::BadScale)),
        sentences(&entries),
        sentences(&faults),
        sentences(&weights),
        list(off.iter().map(|why| (format!("{why:?}"), off_scale(why)))),
    ];
    insta::assert_snapshot!("words-refusals", all.join("\n"));
}

#[test]
fn messages_and_the_names_of_pages_read_so() {
    let names = [text("Cost"), text("Time")];
    let why = &OpenError::Empty;
    let messages = [
        Message::FileRefused {
            name: "x.json",
            why,
        },
        Message::FileUnreadable {
            name: "x.json",
            why: "not now",
        },
        Message::RecordUnreadable {
            title: "Office",
            why,
        },
        Message::NotLoaded("Busy."),
        Message::Deleted("Office"),
        Message::NotDeleted("Office"),
        Message::Restored("Office"),
        Message::NotRestored("Office"),
        Message::AllDeleted,
        Message::NotAllDeleted,
        Message::KeptAs("Office (copy)"),
        Message::KeptBeside("Office"),
        Message::SavedAsFile("office.weighbridge.json"),
        Message::NoTool,
        Message::SavedTo("office.json"),
        Message::NotRead {
            name: "office.json",
            why: DiskRefusal::Gone,
        },
        Message::NotWritten {
            name: "office.json",
            why: DiskRefusal::NotAllowed,
        },
        Message::NotWritten {
            name: "office.json",
            why: DiskRefusal::Failed("Busy."),
        },
        Message::ChangedOnDisk("office.json"),
        Message::NewerOnDisk("office.json"),
        Message::OpenedBeside {
            title: "Office",
            age: Some(Age::Newer),
        },
        Message::OpenedBeside {
            title: "Office",
            age: Some(Age::Older),
        },
        Message::OpenedBeside {
            title: "Office",
            age: None,
        },
        Message::OpenElsewhere("Office"),
        Message::TooLarge {
            title: "Office",
            why: &OpenError::TooLarge {
                bytes: 17 * 1024 * 1024,
                limit: 16 * 1024 * 1024,
            },
        },
        Message::VersionRestored,
        Message::FilesOpened {
            opened: 2,
            refused: &[],
        },
        Message::FilesOpened {
            opened: 1,
            refused: &names,
        },
        Message::ScalesBegun(&names),
        Message::NotYet,
    ];
    let messages = messages.map(|m| (m.title(), m.text()));
    let severities = [Severity::Note, Severity::Attention, Severity::Blocks];
    let pages = Page::all().map(|page| (format!("{page:?}"), text(page.name())));
    let all = [
        list(messages),
        list([
            (text("copy"), text(COPY)),
            (text("left"), text(FROM_A_CLOSED_TAB)),
        ]),
        list(severities.map(|one| (format!("{one:?}"), text(one.words())))),
        list(pages),
        list(Group::ALL.map(|group| (format!("{group:?}"), text(group.name())))),
    ];
    insta::assert_snapshot!("words-messages", all.join("\n"));
    assert_eq!(Page::Question.name(), pages::QUESTION);
}

#[test]
fn what_fields_refuse_reads_so() {
    let all = [
        Mistyped::Number,
        Mistyped::OfHundred,
        Mistyped::Amount,
        Mistyped::Pounds,
        Mistyped::Date,
        Mistyped::Year,
        Mistyped::Margin,
        Mistyped::Share,
        Mistyped::Seed,
        Mistyped::BlankWeight,
        Mistyped::NegativeWeight,
        Mistyped::AboveFirst,
        Mistyped::LowestFirst,
        Mistyped::LowestAboveHighest,
        Mistyped::BestBeyondWorst(Direction::Higher),
        Mistyped::BestBeyondWorst(Direction::Lower),
        Mistyped::BlankName,
        Mistyped::BlankFact,
        Mistyped::BlankStage,
        Mistyped::BlankReason,
    ];
    insta::assert_snapshot!("words-mistyped", sentences(&all));
}
