//! The words of `report` for single values, as one reviewed set, and which of them can be typed back.
//!
//! Where words are meant to change: `INSTA_UPDATE=always cargo test --test main vocabulary`, and read the difference
//! before committing it.

mod edits;
mod opening;
mod pasting;
mod refusals;

use std::fmt::{Debug, Write as _};
use weighbridge_edit::{as_typed, hedged, parse_date, parse_entry};
use weighbridge_model::{
    Absence, AttributeKey, Baseline, Bound, Check, ChoiceVerdict, Confidence, Dimension, Entry,
    FigureStatus, PartialDate, Qualifier, RankFormula, ScaleKind, Shape, Status, WeightingMethod,
};
use weighbridge_report::words::{
    CATEGORIES, Named, SUCCESS_FACTORS, attribute, attribute_question, check_question,
    choice_question, date,
};

/// A list of words for a reviewer: each value with what is said of it.
fn list(said: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = String::new();
    for (what, words) in said {
        writeln!(text, "{what}: {words}").unwrap();
    }
    text
}

fn named<T: Named + Debug + Copy>(text: &mut String, all: &[T]) {
    *text += &list(
        all.iter()
            .map(|one| (format!("{one:?}"), one.words().to_owned())),
    );
    text.push('\n');
}

const ABSENCES: [Absence; 3] = [
    Absence::Missing,
    Absence::CannotJudge,
    Absence::NotApplicable,
];

#[test]
fn the_parts_of_an_appraisal_have_their_names() {
    let mut text = String::new();
    named(&mut text, &Status::ALL);
    named(&mut text, &Baseline::ALL);
    named(&mut text, &Qualifier::ALL);
    named(&mut text, &FigureStatus::ALL);
    named(&mut text, &Bound::ALL);
    named(&mut text, &WeightingMethod::ALL);
    named(&mut text, &RankFormula::ALL);
    named(&mut text, &ABSENCES);
    named(&mut text, &Confidence::ALL);
    named(&mut text, &Shape::ALL);
    named(&mut text, &Dimension::ALL);
    named(&mut text, &ChoiceVerdict::ALL);
    named(&mut text, &Check::ALL);
    text +=
        &list(AttributeKey::known().map(|key| (format!("{key:?}"), attribute(&key).to_owned())));
    text.push('\n');
    let categories = CATEGORIES.iter().enumerate();
    text += &list(categories.map(|(at, words)| (at.to_string(), (*words).to_owned())));
    insta::assert_snapshot!("words-parts", text);
}

#[test]
fn the_questions_that_are_asked_read_so() {
    let keys = AttributeKey::known();
    let facts = keys.filter_map(|key| Some((format!("{key:?}"), attribute_question(&key)?)));
    let choices = Dimension::ALL.map(|of| (format!("{of:?}"), choice_question(of)));
    let checks = Check::ALL.map(|of| (format!("{of:?}"), check_question(of)));
    let factors = SUCCESS_FACTORS.map(|(name, test)| (name.to_owned(), test));
    let all = facts.chain(choices).chain(checks).chain(factors);
    let text = list(all.map(|(what, words)| (what, words.to_owned())));
    insta::assert_snapshot!("words-questions", text);
}

/// What is shown can be typed: fields that are read know the words that people see.
#[test]
fn what_is_shown_can_be_typed_back() {
    for absence in ABSENCES {
        let entry = Entry::Absent(absence);
        let (shown, field) = (absence.words().to_owned(), as_typed(&entry));
        for text in [shown, field] {
            let read = parse_entry(&text, &ScaleKind::Direct);
            assert_eq!(read, Ok(entry.clone()), "{text}");
        }
    }
    for qualifier in Qualifier::ALL {
        let text = format!("{} £2bn", qualifier.words());
        assert_eq!(hedged(&text), (qualifier, "£2bn"), "{text}");
    }
    for key in AttributeKey::known() {
        let shown = attribute(&key).to_owned();
        for text in [shown.to_uppercase(), shown.replace(' ', "-"), shown] {
            assert_eq!(AttributeKey::named(&text), key, "{text}");
        }
    }
    for text in ["2013", "2013-06", "2013-06-03", "2012-02-29"] {
        let one = PartialDate::parse(text).unwrap();
        assert_eq!(parse_date(&date(one)), Some(one), "{}", date(one));
    }
    let months = (1..=12).map(|month| PartialDate::parse(&format!("2013-{month:02}")).unwrap());
    for month in months {
        assert_eq!(parse_date(&date(month)), Some(month), "{}", date(month));
    }
}

/// What could be typed before words were in one place can be typed still.
#[test]
fn every_way_of_typing_an_absence_or_a_hedge_is_read() {
    let texts = [
        (
            Absence::Missing,
            vec!["", " ", "-", "–", "missing", "Missing"],
        ),
        (
            Absence::CannotJudge,
            vec![
                "?",
                "？",
                "cannot judge",
                "can't judge",
                "can’t judge",
                "cannot-judge",
                "Cannot Judge",
            ],
        ),
        (
            Absence::NotApplicable,
            vec!["n/a", "N/A", "na", "not applicable", "not-applicable"],
        ),
    ];
    for (absence, texts) in texts {
        for text in texts {
            let read = parse_entry(text, &ScaleKind::Direct);
            assert_eq!(read, Ok(Entry::Absent(absence)), "{text}");
        }
    }
    for (text, qualifier) in [
        ("nearly", Qualifier::Almost),
        ("over", Qualifier::MoreThan),
        ("under", Qualifier::LessThan),
        ("around", Qualifier::About),
        ("Approximately", Qualifier::About),
    ] {
        assert_eq!(hedged(&format!("{text} 5")), (qualifier, "5"), "{text}");
    }
}
