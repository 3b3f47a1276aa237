//! Tests in a browser: the same results, to the byte, as on the command line.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bits;
#[path = "browser/keeping.rs"]
mod keeping;
mod same_bits;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use weighbridge_file as file;
use weighbridge_opening::library;
use weighbridge_report as report;

wasm_bindgen_test_configure!(run_in_browser);

/// What `weigh results` prints for each appraisal of the library; a native test makes sure of it.
const NATIVE: [(&str, &str); 3] = [
    (
        "birmingham-2013",
        include_str!("results/birmingham-2013.json"),
    ),
    (
        "office-location",
        include_str!("results/office-location.json"),
    ),
    ("new-appraisal", include_str!("results/blank.json")),
];

#[wasm_bindgen_test]
fn results_are_the_same_to_the_byte() {
    assert_eq!(NATIVE.len(), library::all().len());
    for (id, native) in NATIVE {
        let appraisal = library::entry(id).unwrap().open().unwrap();
        assert!(report::results_text(&appraisal) == native, "{id} differs");
    }
}

#[wasm_bindgen_test]
fn files_are_saved_the_same_to_the_byte() {
    for entry in library::all() {
        assert!(
            file::save(&entry.open().unwrap()) == entry.text,
            "{} differs",
            entry.id
        );
    }
    let full = include_str!("files/v1-full.json");
    let appraisal = file::open(full.as_bytes()).unwrap();
    assert_eq!(file::open(file::save(&appraisal).as_bytes()), Ok(appraisal));
}

#[wasm_bindgen_test]
fn judgements_come_to_the_same_to_the_last_bit() {
    assert_eq!(bits::judged(), include_str!("results/judgements.txt"));
}

#[wasm_bindgen_test]
fn a_seed_gives_the_same_bits() {
    assert_eq!(same_bits::digests(), same_bits::EXPECTED);
}
