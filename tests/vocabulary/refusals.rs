//! Why things are refused, and the messages of the app.

use super::list;
use std::fmt::Debug;
use weighbridge_analysis::{OffScale, Severity};
use weighbridge_edit::{BadEntry, BadWeight, Block, LeftOut, Refusal, ScaleFault};
use weighbridge_file::OpenError;
use weighbridge_model::{BadScale, CriterionId, Direction, OptionId};
use weighbridge_report::words::{
    Age, COPY, DiskRefusal, FROM_A_CLOSED_TAB, Message, Mistyped, Named, Sentence,
    left_out_of_block, off_scale, pages, pasted,
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
        BadEntry::Unit('m'),
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
    let left_out = [(1, 0), (2, 0), (0, 1), (0, 2), (1, 2)].map(|(rows, columns)| {
        let words = left_out_of_block(LeftOut { rows, columns }).unwrap();
        (format!("{rows} rows, {columns} columns"), words)
    });
    let all = [
        sentences(&refusals),
        sentences(&SCALES),
        sentences(&SCALES.map(Refusal::BadScale)),
        sentences(&entries),
        sentences(&faults),
        sentences(&weights),
        list(off.iter().map(|why| (format!("{why:?}"), off_scale(why)))),
        list(left_out),
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

#[test]
fn a_paste_is_told_where_not_all_of_it_was_entered() {
    let block = |rows| Block {
        left_out: LeftOut { rows, columns: 0 },
        ..Block::default()
    };
    assert_eq!(pasted(&block(0)), None);
    assert_eq!(
        pasted(&block(1)).unwrap(),
        "0 pasted, 0 not entered. 1 row of the block is below the last option and was left out."
    );
}
