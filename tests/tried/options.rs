//! What a list of options says of itself.

use weighbridge_edit::{Edit, Gesture, History};
use weighbridge_model::OptionStatus;
use weighbridge_opening::{self as opening, library};

#[test]
fn no_option_is_short_listed_before_anybody_did_so() {
    let blank = library::BLANK.open().unwrap();
    let mut history = History::new(blank.clone().into());
    let add = Edit::add_option(&blank, "Keep it in house");
    history.apply(add, Gesture::Done).unwrap();
    assert_eq!(
        history.present().options[0].status,
        OptionStatus::LongListed
    );
    // Nor in a file that does not say, while one that says so is taken at its word and written out.
    let file = r#"{"format": "weighbridge", "version": 1, "title": "T", "criteria": [], "scores": {}, "options": [
        {"id": "a", "name": "A"}, {"id": "b", "name": "B", "standing": "short-listed"}]}"#;
    let read = opening::open(file.as_bytes()).unwrap();
    let statuses = [OptionStatus::LongListed, OptionStatus::ShortListed];
    assert_eq!(
        read.options
            .iter()
            .map(|o| o.status.clone())
            .collect::<Vec<_>>(),
        statuses
    );
    let again = opening::open(weighbridge_file::save(&read).as_bytes()).unwrap();
    assert_eq!(again.options, read.options);
    assert!(weighbridge_file::save(&read).contains(r#""standing": "long-listed""#));
}
