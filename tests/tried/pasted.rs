//! A pasted table goes where its names say, and nothing is written that a person has not seen coming.

use crate::support::appraisal;
use serde_json::json;
use std::rc::Rc;
use weighbridge_edit::{
    BadEntry, Edit, Gesture, History, Meant, NameOf, PasteChoices, Pasted, PastedContent,
    PastedNames, ScorePaste, UnknownName, WeightPaste, as_typed,
};
use weighbridge_file::open;
use weighbridge_model::{Absence, Appraisal, CriterionId, Entry};

fn sheet() -> Appraisal {
    open(include_bytes!("files/10-sheet.json")).unwrap()
}

fn lay(on: &Appraisal, text: &str, choices: PasteChoices) -> ScorePaste {
    ScorePaste::lay(on, &Pasted::text(text).cells(), (0, 0), choices)
}

fn found(on: &Appraisal, text: &str) -> ScorePaste {
    lay(on, text, PasteChoices::default())
}

/// The scores after a paste, option by option, as they would be typed.
fn scores(on: &Appraisal, paste: &ScorePaste) -> Vec<Vec<String>> {
    let mut history = History::new(Rc::new(on.clone()));
    history.apply(paste.edit().unwrap(), Gesture::Done).unwrap();
    assert!(history.changes().count() <= 1, "one paste is one undo step");
    let now = history.present();
    let typed = |option: &weighbridge_model::Alternative| {
        let leaves = now.leaves();
        let cells = leaves.iter().map(|leaf| {
            let score = now.agreed().scores.get(&option.id, &leaf.id);
            score.map_or_else(String::new, |s| as_typed(&s.entry))
        });
        cells.collect()
    };
    now.appraised().map(typed).collect()
}

#[test]
fn one_column_of_amounts_does_not_spill_into_the_next_criterion() {
    let money = open(include_bytes!("files/01-one-column-with-commas.json")).unwrap();
    let paste = found(&money, include_str!("files/01-one-column-with-commas.txt"));
    assert!(!paste.asks(), "a plain column is pasted at once");
    let expected = [["462000", "900"], ["455500", "500"], ["430750", "100"]];
    assert_eq!(scores(&money, &paste), expected);
}

#[test]
fn a_matrix_with_its_headings_is_laid_by_them() {
    let text = include_str!("files/10-table-with-headings.txt");
    let paste = found(&sheet(), text);
    assert!(paste.asks() && paste.named && !paste.turned);
    assert_eq!(
        (paste.refused().count(), paste.left_out.is_empty()),
        (0, true)
    );
    let expected = [["5", "45", "1"], ["6", "55", "2"], ["7", "65", "3"]];
    assert_eq!(scores(&sheet(), &paste), expected);
    // Wherever it is pasted.
    let cells = Pasted::text(text).cells();
    let elsewhere = ScorePaste::lay(&sheet(), &cells, (2, 1), PasteChoices::default());
    assert_eq!(scores(&sheet(), &elsewhere), expected);
}

#[test]
fn the_tools_own_table_comes_back_as_it_was() {
    let paste = found(&sheet(), include_str!("files/10c-own-copy-table.txt"));
    assert!(paste.left_out.is_empty() && paste.refused().next().is_none());
    let expected = [["0", "40", "2"], ["1200", "60", "3"], ["3000", "70", "5"]];
    assert_eq!(scores(&sheet(), &paste), expected);
}

#[test]
fn a_table_that_goes_the_other_way_is_turned() {
    let text = "\tTRUST\tcarry  on\tVolunteers\nlocal-say\t3\t1\t2\nExtra cost (£)\t7\t5\t6\n";
    let paste = found(&sheet(), text);
    assert!(paste.turned && paste.named && paste.left_out.is_empty());
    let expected = [["5", "40", "1"], ["6", "60", "2"], ["7", "70", "3"]];
    assert_eq!(scores(&sheet(), &paste), expected);
    let back = PasteChoices {
        turned: true,
        ..PasteChoices::default()
    };
    assert!(
        !lay(&sheet(), text, back).turned,
        "a person may turn it back"
    );
}

#[test]
fn names_in_one_direction_are_enough() {
    let headed = found(&sheet(), "Quality\n11\n12\n13\n");
    assert_eq!(scores(&sheet(), &headed)[2], ["3000", "13", "5"]);
    let named = found(&sheet(), "Trust\t9\t99\nCarry on\t8\t88\n");
    assert_eq!(
        scores(&sheet(), &named),
        [["8", "88", "2"], ["1200", "60", "3"], ["9", "99", "5"]]
    );
}

#[test]
fn a_misspelt_name_is_matched_where_that_is_clear_and_by_hand_elsewhere() {
    // “Volunteers” stands there, so that “Trusst” and “The firm” are what is left: “Trust” and “Carry on”.
    let text =
        "\tExtra cost\tQualty\tSpeed\nTrusst\t7\t65\t1\nThe firm\t8\t75\t4\nVolunteers\t9\t85\t3\n";
    let paste = found(&sheet(), text);
    assert!(paste.asks(), "a person looks first");
    let [trust, firm, quality, speed] = paste.unknown.as_slice() else {
        panic!("{:?}", paste.unknown)
    };
    let name = |of, name: &str| (of, name.to_owned());
    let named = |one: &UnknownName| (one.of, one.name.clone());
    assert_eq!(named(trust), name(NameOf::Options, "Trusst"));
    assert_eq!(trust.near.as_deref(), Some("Trust"));
    assert_eq!((firm.meant, &firm.near), (Meant::LeftOut, &None));
    assert_eq!(quality.near.as_deref(), Some("Quality"));
    assert_eq!(named(speed), name(NameOf::Criteria, "Speed"));
    // What another name stands for is not offered.
    let offered = |one: &UnknownName| -> Vec<String> {
        one.others.iter().map(|(_, name)| name.clone()).collect()
    };
    assert_eq!(offered(trust), ["Carry on", "Trust"]);
    assert_eq!(offered(firm), ["Carry on"]);
    assert_eq!(offered(speed), ["Local say"]);
    assert_eq!(
        scores(&sheet(), &paste),
        [["0", "40", "2"], ["9", "85", "3"], ["7", "65", "5"]]
    );

    let (carry_on, _) = firm.others[0];
    let (local, _) = speed.others[0];
    let by_hand = PasteChoices::default()
        .with(NameOf::Options, "The firm", Meant::There(carry_on))
        .with(NameOf::Criteria, "Speed", Meant::LeftOut)
        .with(NameOf::Criteria, "Speed", Meant::There(local));
    let matched = lay(&sheet(), text, by_hand.clone());
    assert!(matched.left_out.is_empty(), "{:?}", matched.left_out);
    assert_eq!(
        scores(&sheet(), &matched),
        [["8", "75", "4"], ["9", "85", "3"], ["7", "65", "1"]]
    );

    // A person may say that a near miss is none, and what it names is free for another name.
    let other = by_hand
        .with(NameOf::Options, "Trusst", Meant::LeftOut)
        .with(NameOf::Criteria, "Speed", Meant::New);
    let other = lay(&sheet(), text, other);
    assert_eq!(other.left_out.options, ["Trusst"]);
    assert_eq!(other.new_criteria.len(), 1, "one name alone is added");
    assert_eq!(other.unknown[0].near, None);
    assert_eq!(
        other.unknown[1].others.len(),
        2,
        "{:?}",
        other.unknown[1].others
    );
    assert_eq!(scores(&sheet(), &other)[2], ["3000", "70", "5", ""]);
}

#[test]
fn a_misspelt_criterion_of_pasted_weights_is_matched_too() {
    let weights = |choices| {
        let cells = Pasted::text("Qualty\t30\nOther\t70\n").cells();
        WeightPaste::lay(&sheet(), &cells, None, false, choices)
    };
    let paste = weights(PasteChoices::default());
    assert_eq!(paste.unknown[0].near.as_deref(), Some("Quality"));
    assert_eq!((paste.weights.len(), paste.left_out.criteria.len()), (1, 1));
    let (place, _) = paste.unknown[1].others[0];
    let all = weights(PasteChoices::default().with(NameOf::Criteria, "Other", Meant::There(place)));
    assert_eq!((all.weights.len(), all.left_out.is_empty()), (2, true));
}

#[test]
fn unknown_names_are_left_out_or_added_or_passed_over() {
    let text = "\tExtra cost\tQuality\tSpeed\nTrust\t7\t65\t10\nA company\t8\t75\t20\n";
    let paste = found(&sheet(), text);
    assert_eq!(paste.left_out.options, ["A company"]);
    assert_eq!(paste.left_out.criteria, ["Speed"]);
    assert_eq!(scores(&sheet(), &paste)[2], ["7", "65", "5"]);
    let add = PasteChoices {
        names: PastedNames::Add,
        ..PasteChoices::default()
    };
    let added = lay(&sheet(), text, add);
    assert!(added.left_out.is_empty());
    let now = scores(&sheet(), &added);
    assert_eq!(now[2], ["7", "65", "5", "10"]);
    assert_eq!(now[3], ["8", "75", "", "20"]);
    // Where no name is known, nothing is written until a person says what they are.
    let strange = "\tA\tB\nX\t1\t2\nY\t3\t4\n";
    let paste = found(&sheet(), strange);
    assert!(paste.asks() && paste.edit().is_none());
    let ignore = PasteChoices {
        names: PastedNames::Ignore,
        ..PasteChoices::default()
    };
    let by_place = lay(&sheet(), strange, ignore);
    assert_eq!(
        scores(&sheet(), &by_place)[..2],
        [["1", "2", "2"], ["3", "4", "3"]]
    );
}

#[test]
fn what_is_ruled_out_named_twice_or_a_group_is_told_and_not_added() {
    let criteria = json!([
        {"id": "g", "name": "Access", "criteria": [{"id": "near", "name": "Near"}]},
        {"id": "fit", "name": "Fit"},
    ]);
    let mut on = appraisal(&criteria, &["a", "b"], &json!({}));
    on.options_mut()[1].status =
        weighbridge_model::OptionStatus::RuledOut(weighbridge_model::RuledOut::default());
    let add = PasteChoices {
        names: PastedNames::Add,
        ..PasteChoices::default()
    };
    let paste = lay(
        &on,
        "\tNear\tAccess\tFit\na\t1\t2\t3\nb\t4\t5\t6\na\t7\t8\t9\n",
        add,
    );
    assert_eq!(paste.left_out.ruled_out, ["b"]);
    assert_eq!(paste.left_out.groups, ["Access"]);
    assert_eq!(paste.left_out.twice, ["a"]);
    assert_eq!(scores(&on, &paste), [["1", "3"]]);
}

#[test]
fn a_zero_of_accounts_is_zero_and_never_silently_missing() {
    let text = include_str!("files/11-accounting-zero.txt");
    let paste = found(&sheet(), text);
    assert_eq!((paste.emptied, paste.dashes), (0, 0));
    assert_eq!(
        scores(&sheet(), &paste),
        [["0", "20", "3"], ["0", "30", "4"], ["3000", "40", "5"]]
    );
    // Without a sign of accounts nobody can know, so a person is asked.
    let bare = "-\n5\n6\n";
    let paste = found(&sheet(), bare);
    assert!(paste.asks());
    assert_eq!((paste.dashes, paste.emptied), (1, 1));
    let zero = PasteChoices {
        dash_is_zero: true,
        ..PasteChoices::default()
    };
    assert_eq!(scores(&sheet(), &lay(&sheet(), bare, zero))[0][0], "0");
    let mut empty = sheet();
    let missing = Entry::Absent(Absence::Missing);
    let cost = CriterionId::new("cost").unwrap();
    for option in sheet().appraised() {
        Edit::score(&option.id, &cost, missing.clone())
            .apply(&mut empty)
            .unwrap();
    }
    assert!(
        found(&empty, bare).asks(),
        "also where nothing would be emptied"
    );
}

#[test]
fn blanks_that_would_empty_scores_are_counted_and_asked() {
    let paste = found(&sheet(), "5\t45\t1\n\t55\t\n");
    assert!(paste.asks());
    assert_eq!(paste.emptied, 2);
}

#[test]
fn ratings_with_decimals_are_pasted_as_labels() {
    let cells = Pasted::text(include_str!("files/12-labels-with-decimals.txt")).cells();
    let paste = ScorePaste::lay(&sheet(), &cells, (0, 2), PasteChoices::default());
    assert!(!paste.asks());
    let said: Vec<String> = scores(&sheet(), &paste)
        .into_iter()
        .map(|row| row[2].clone())
        .collect();
    assert_eq!(said, ["3", "3", "4"]);
}

#[test]
fn one_text_read_and_one_refused_are_still_a_paste() {
    let cells = Pasted::text(include_str!("files/14-one-read-one-refused.txt")).cells();
    let paste = ScorePaste::lay(&sheet(), &cells, (0, 0), PasteChoices::default());
    assert!(paste.asks());
    let refused: Vec<_> = paste
        .refused()
        .map(|(cell, text, why)| (cell.criterion.as_str(), text.as_str(), why.clone()))
        .collect();
    assert_eq!(refused, [("qual", "abc", BadEntry::NotANumber)]);
    assert!(
        paste.edit().unwrap().is_paste(),
        "so that undo takes the refused text away too"
    );
}

#[test]
fn fractions_beside_per_cent_signs_are_asked_about() {
    let text = "50%\n0.5\n1\n";
    let cells = Pasted::text(text).cells();
    let at = |choices| ScorePaste::lay(&sheet(), &cells, (0, 1), choices);
    let paste = at(PasteChoices::default());
    assert_eq!((paste.fractions, paste.asks()), (2, true));
    let shares = PasteChoices {
        fractions_are_shares: true,
        ..PasteChoices::default()
    };
    let said: Vec<String> = scores(&sheet(), &at(shares))
        .into_iter()
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(said, ["50", "50", "100"]);
}

#[test]
fn commas_part_cells_only_with_a_question() {
    let paste = found(&sheet(), "5,45,1\n6,55,2\n7,65,3\n");
    assert!(paste.split && paste.asks());
    assert_eq!(scores(&sheet(), &paste)[1], ["6", "55", "2"]);
    let other = PasteChoices {
        otherwise: true,
        ..PasteChoices::default()
    };
    let lines = lay(&sheet(), "5,45,1\n6,55,2\n7,65,3\n", other);
    assert_eq!((lines.split, lines.refused().count()), (false, 3));
}

#[test]
fn reasons_are_pasted_as_a_matrix_or_beside_scores() {
    let matrix = "\tExtra cost\tQuality\nCarry on\tNo change at all\tAs the survey says\nTrust\tTwo bids came in\t\n";
    let paste = found(&sheet(), matrix);
    assert!(paste.reasons && paste.asks() && paste.emptied == 0);
    let reasons: Vec<_> = paste
        .cells
        .iter()
        .map(|c| (c.option.as_str(), c.criterion.as_str(), c.reason.as_deref()))
        .collect();
    let expected = [
        ("a", "cost", Some("No change at all")),
        ("a", "qual", Some("As the survey says")),
        ("c", "cost", Some("Two bids came in")),
    ];
    assert_eq!(reasons, expected);
    assert_eq!(
        scores(&sheet(), &paste),
        [["0", "40", "2"], ["1200", "60", "3"], ["3000", "70", "5"]]
    );

    let beside = "5\tNo change at all\t45\n6\tOne bid came in\t55\n7\tTwo bids came in\t65\n";
    let paste = found(&sheet(), beside);
    assert!(paste.reasons && paste.refused().next().is_none());
    assert_eq!(scores(&sheet(), &paste)[2], ["7", "65", "5"]);
    assert_eq!(paste.cells[0].reason.as_deref(), Some("No change at all"));

    let headed = "Option\tQuality\tReason\tSource\nTrust\t65\tGood\tSurvey\n";
    let paste = found(&sheet(), headed);
    let cell = &paste.cells[0];
    assert_eq!(
        (cell.reason.as_deref(), cell.source.as_deref()),
        (Some("Good"), Some("Survey"))
    );

    let scores_said = PasteChoices {
        content: Some(PastedContent::Scores),
        ..PasteChoices::default()
    };
    assert!(
        lay(&sheet(), matrix, scores_said).refused().count() > 0,
        "a person may say that they are scores"
    );
}

#[test]
fn ranges_are_pasted_as_two_columns_or_in_one_cell() {
    let one = found(&sheet(), "\tQuality\nCarry on\t30-50\nTrust\t80 to 90\n");
    let ends: Vec<_> = one
        .cells
        .iter()
        .map(|c| c.range.map(|r| r.map(|x| x.get())))
        .collect();
    assert_eq!(ends, [Some([30.0, 50.0]), Some([80.0, 90.0])]);
    let now = scores(&sheet(), &one);
    assert_eq!(
        (now[0][1].as_str(), now[2][1].as_str()),
        ("40", "85"),
        "40 is inside and stays; 70 is not"
    );
    let two = found(
        &sheet(),
        "\tExtra cost\tlow\thigh\tQuality (low)\tHighest Quality\nTrust\t3000\t£2.5k\t3,500\t60\t80\n",
    );
    let ends: Vec<_> = two
        .cells
        .iter()
        .map(|c| c.range.map(|r| r.map(|x| x.get())))
        .collect();
    assert_eq!(ends, [Some([2500.0, 3500.0]), Some([60.0, 80.0])]);
    let half = found(&sheet(), "\tQuality low\nTrust\t60\n");
    assert!(matches!(
        half.refused().next(),
        Some((_, _, BadEntry::OneEnd))
    ));
}

#[test]
fn labels_in_the_first_column_are_scores_and_not_names() {
    let criteria = json!([
        {"id": "fit", "name": "Fit", "scale": {"kind": "points", "levels": [{"label": "Poor"}, {"label": "Good"}]}},
        {"id": "x", "name": "X"},
    ]);
    let on = appraisal(&criteria, &["a", "b"], &json!({}));
    let paste = found(&on, "good\t40\npoor\t60\n");
    assert!(!paste.asks());
    assert_eq!(scores(&on, &paste), [["Good", "40"], ["Poor", "60"]]);
}

fn weights(
    on: &Appraisal,
    text: &str,
    from: Option<&str>,
    shares: bool,
) -> (WeightPaste, Vec<(String, Option<f64>)>) {
    let from = from.map(|id| CriterionId::new(id).unwrap());
    let paste = WeightPaste::lay(
        on,
        &Pasted::text(text).cells(),
        from.as_ref(),
        shares,
        PasteChoices::default(),
    );
    let mut next = on.clone();
    paste.edit().unwrap().apply(&mut next).unwrap();
    let all = next.criteria_in_order().into_iter();
    let raws = all.map(|(c, _)| {
        (
            c.id.to_string(),
            next.agreed().weights.raw(&c.id).map(|w| w.get()),
        )
    });
    let raws = raws.collect();
    (paste, raws)
}

fn named(all: &[(&str, f64)]) -> Vec<(String, Option<f64>)> {
    all.iter()
        .map(|(id, x)| ((*id).to_owned(), Some(*x)))
        .collect()
}

#[test]
fn weights_are_pasted_by_place_and_by_name() {
    let (paste, now) = weights(&sheet(), "10\n60\n30\n", Some("cost"), true);
    assert!(!paste.asks());
    assert_eq!(now, named(&[("cost", 10.0), ("qual", 60.0), ("say", 30.0)]));
    let (paste, now) = weights(
        &sheet(),
        "Criterion\tWeight\nLocal say\t20%\nQUALITY\t50%\nExtra cost\t30%\n",
        None,
        true,
    );
    assert!(paste.asks() && paste.left_out.is_empty());
    assert_eq!(now, named(&[("cost", 30.0), ("qual", 50.0), ("say", 20.0)]));
    let (paste, now) = weights(
        &sheet(),
        "Local say\tQuality\tExtra cost\n1\t2\t3\n",
        None,
        true,
    );
    assert!(paste.turned);
    assert_eq!(now, named(&[("cost", 3.0), ("qual", 2.0), ("say", 1.0)]));
    let (paste, now) = weights(
        &sheet(),
        "Quality\t40%\tIt matters most\nSpeed\t10%\n",
        None,
        false,
    );
    assert_eq!(paste.left_out.criteria, ["Speed"]);
    assert_eq!(paste.weights[0].reason.as_deref(), Some("It matters most"));
    assert_eq!(
        now,
        named(&[("cost", 36.0), ("qual", 40.0), ("say", 24.0)]),
        "the others keep 3 to 2"
    );
}

#[test]
fn a_blank_among_shares_stays_blank() {
    let (paste, now) = weights(&sheet(), "Quality\t40%\nLocal say\t\n", None, true);
    assert_eq!(paste.emptied, 1);
    let say = now.iter().find(|(id, _)| id == "say").unwrap();
    assert_eq!(say.1, None);
}

#[test]
fn a_surplus_of_weights_is_told_and_shares_above_all_there_is_are_refused() {
    let (paste, _) = weights(&sheet(), "10\n60\n30\n5\n", Some("cost"), true);
    assert_eq!((paste.left_out.rows, paste.asks()), (1, true));
    let cells = Pasted::text("Quality\t60%\nExtra cost\t50%\n").cells();
    let paste = WeightPaste::lay(&sheet(), &cells, None, true, PasteChoices::default());
    assert_eq!(paste.too_much, Some(110.0));
    assert!(paste.edit().is_none() && paste.asks());
}

#[test]
fn as_many_weights_as_criteria_in_groups_are_shares_of_everything() {
    let criteria = json!([
        {"id": "g", "name": "G", "criteria": [{"id": "a1", "name": "A1"}, {"id": "a2", "name": "A2"}]},
        {"id": "h", "name": "H", "criteria": [{"id": "b1", "name": "B1"}]},
    ]);
    let on = appraisal(&criteria, &["o"], &json!({}));
    let (paste, now) = weights(&on, "10\n30\n60\n", Some("g"), true);
    assert!(paste.of_everything && paste.asks());
    assert_eq!(
        now,
        named(&[
            ("g", 40.0),
            ("a1", 10.0),
            ("a2", 30.0),
            ("h", 60.0),
            ("b1", 60.0)
        ])
    );
}
