//! What a pasted table would do, as it is told before anything is written.

use weighbridge_edit::{PasteChoices, Pasted, PastedNames, ScorePaste, WeightPaste};
use weighbridge_file::open;
use weighbridge_model::Appraisal;
use weighbridge_report::{
    dashes_question, fractions_question, not_entered, score_paste_notes, score_paste_title,
    weight_paste_notes, weight_paste_title,
};

fn sheet() -> Appraisal {
    open(include_bytes!("../tried/files/10-sheet.json")).unwrap()
}

fn told(text: &str, choices: PasteChoices) -> String {
    let on = sheet();
    let paste = ScorePaste::lay(&on, &Pasted::text(text).cells(), (0, 0), choices);
    let notes = score_paste_notes(&paste, &on);
    format!("{}\n  {}\n", score_paste_title(&paste), notes.join("\n  "))
}

fn weighed(text: &str) -> String {
    let on = sheet();
    let cells = Pasted::text(text).cells();
    let paste = WeightPaste::lay(&on, &cells, None, true, PasteChoices::default());
    let notes = weight_paste_notes(&paste, &on);
    format!("{}\n  {}\n", weight_paste_title(&paste), notes.join("\n  "))
}

#[test]
fn a_paste_is_told_so() {
    let found = PasteChoices::default();
    let add = PasteChoices {
        names: PastedNames::Add,
        ..found.clone()
    };
    let all = [
        told(
            "\tExtra cost\tSpeed\nTrust\t7\t£10\nA company\t8\t£20\n",
            found.clone(),
        ),
        told(
            "\tExtra cost\tSpeed\tMood\nTrust\t7\t£10\t5\nA company\t8\t£20\t6\n",
            add,
        ),
        told("\tTrust\tCarry on\nQuality\t\t5\n", found.clone()),
        told("\tQualty\nTrusst\t7\nA company\t8\n", found.clone()),
        told("1,2,3\n4,5,abc\n", found.clone()),
        told("1\t2\t3\t4\n-\t5\t3\n6\t7\t1\n8\n", found.clone()),
        told("\tX\nY\t1\n", found.clone()),
        told("\tQuality\nTrust\tAs the survey says\n", found.clone()),
        told("\tQuality\nTrust\t60-70\n", found),
        weighed("Quality\t40%\nSpeed\t10%\n"),
        weighed("Quality\t60%\nLocal say\t50%\n"),
        weighed("10\nabc\n\n5\n"),
        [1, 2].map(dashes_question).join("\n"),
        [1, 2].map(fractions_question).join("\n"),
        [1, 2].map(not_entered).join("\n"),
    ];
    insta::assert_snapshot!("words-pasting", all.join("\n"));
}
