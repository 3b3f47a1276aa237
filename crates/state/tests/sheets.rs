//! Sheets that are opened: shown first, made into an appraisal when a person wants it; and scales copied to others.

use crate::lab::World;
use std::rc::Rc;
use weighbridge_edit::{CriterionEdit, Edit, Gesture, History};
use weighbridge_model::{Appraisal, AppraisalId, CriterionId, Entry, Finite, ScaleKind};
use weighbridge_state::{Action, ChosenFile, Notice, Page, Request, Route, copy_scale, give_scale};

const SHEET: &str = "Option,Cost,Quality\nCarry on,5,45\nTrust,7,65\n";

fn open(world: &mut World, tab: usize, name: &str, bytes: &[u8]) {
    let request = Request::OpenFile(ChosenFile::new(name, Ok(Rc::from(bytes))));
    world.tabs[tab].session.ask(request);
    world.settle();
}

#[test]
fn a_csv_is_shown_first_and_becomes_an_appraisal_when_wanted() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let before = world.all_kept().len();
    open(&mut world, tab, "Leisure.csv", SHEET.as_bytes());
    let sheet = world.state(tab).sheet.clone().unwrap();
    assert_eq!((sheet.title(), sheet.across), ("Leisure", false));
    assert_eq!(world.all_kept().len(), before, "nothing is kept yet");
    world.tabs[tab].session.ask(Request::UseSheet);
    world.settle();
    let state = world.state(tab);
    assert_eq!(
        (state.sheet.is_none(), state.route.page()),
        (true, Some(Page::Scores))
    );
    let shown = state.shown().unwrap();
    assert_eq!(shown.appraisal().frame.title, "Leisure");
    assert_eq!(shown.appraisal().agreed().scores.iter().count(), 4);
    assert_eq!(world.all_kept().len(), before + 1);
}

#[test]
fn among_several_files_the_first_sheet_is_shown_and_the_others_are_told() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let before = world.all_kept().len();
    let bytes = |content: &str| Ok(Rc::from(content.as_bytes()));
    let json =
        r#"{"format": "weighbridge", "version": 1, "title": "One", "options": [], "criteria": []}"#;
    let files = vec![
        ChosenFile::new("empty.csv", bytes(" \n")),
        ChosenFile::new("Leisure.csv", bytes(SHEET)),
        ChosenFile::new("one.json", bytes(json)),
        ChosenFile::new("Second.csv", bytes(SHEET)),
    ];
    world.tabs[tab].session.ask(Request::OpenFiles(files));
    world.settle();
    let state = world.state(tab);
    assert_eq!(state.sheet.as_ref().unwrap().title(), "Leisure");
    let told = Notice::FilesOpened {
        opened: 2,
        refused: vec!["empty.csv".to_owned(), "Second.csv".to_owned()],
    };
    assert_eq!(state.notice, Some(told));
    assert_eq!(world.all_kept().len(), before + 1, "only the appraisal");
    world.tabs[tab].session.ask(Request::UseSheet);
    world.settle();
    let shown = world.state(tab).shown().cloned().unwrap();
    assert_eq!(shown.appraisal().frame.title, "Leisure");
}

#[test]
fn a_sheet_is_left_by_going_elsewhere_and_nothing_comes_of_it() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let before = world.all_kept().len();
    open(&mut world, tab, "Leisure.CSV", SHEET.as_bytes());
    world.tabs[tab].session.dispatch(Action::Go(Route::Privacy));
    assert!(world.state(tab).sheet.is_none());
    world.tabs[tab].session.ask(Request::UseSheet);
    world.settle();
    assert_eq!(world.all_kept().len(), before);
}

#[test]
fn an_empty_sheet_and_a_spreadsheet_are_refused_with_what_works() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    for (name, bytes, says) in [
        ("empty.csv", &b" \n"[..], "The file is empty."),
        (
            "scores.xlsx",
            b"PK\x03\x04 xl/workbook.xml",
            "it looks like a spreadsheet",
        ),
        (
            "scores.ods",
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "it looks like a spreadsheet",
        ),
    ] {
        open(&mut world, tab, name, bytes);
        let state = world.state(tab);
        let Some(notice @ Notice::FileRefused { .. }) = &state.notice else {
            panic!("{name}: {:?}", state.notice)
        };
        let text = notice.message().text();
        assert!(text.contains(says), "{text}");
        assert!(
            name == "empty.csv" || text.contains("copy the cells and paste them"),
            "{text}"
        );
    }
}

/// Three criteria, the first in weeks, with one option that is scored on all.
fn office() -> (Appraisal, Vec<CriterionId>) {
    let mut on = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
    Edit::add_option(&on, "Stay").apply(&mut on).unwrap();
    for name in ["Wait", "Trust", "Risk"] {
        Edit::add_criterion(&on, name, None).apply(&mut on).unwrap();
    }
    let ids: Vec<CriterionId> = on.criteria.iter().map(|c| c.id.clone()).collect();
    Edit::marks(&ids[..2], 1, 5).apply(&mut on).unwrap();
    let option = on.options[0].id.clone();
    for id in &ids {
        Edit::score(&option, id, Entry::Number(Finite::new(4.0).unwrap()))
            .apply(&mut on)
            .unwrap();
    }
    (on, ids)
}

fn score(on: &Appraisal, id: &CriterionId) -> Option<f64> {
    on.agreed()
        .scores
        .get(&on.options[0].id, id)?
        .entry
        .number()
}

#[test]
fn a_scale_is_copied_to_those_that_have_another_as_one_step() {
    let (on, ids) = office();
    let edit = copy_scale(&on, &ids[0], &ids, false).unwrap();
    let Edit::Batch(batch) = &edit else {
        panic!("{edit:?}")
    };
    assert_eq!(batch.edits.len(), 1, "the second has the scale already");
    let before = Rc::new(on);
    let mut history = History::new(before.clone());
    history.apply(edit, Gesture::Done).unwrap();
    let now = history.present();
    assert_eq!(now.criteria[2].scale, now.criteria[0].scale);
    assert_eq!(score(now, &ids[2]), Some(4.0));
    history.undo();
    assert!(Rc::ptr_eq(history.present(), &before));
}

#[test]
fn on_the_way_to_0_to_100_scores_keep_their_values() {
    let (on, ids) = office();
    let mut then = on.clone();
    copy_scale(&on, &ids[2], &ids[..2], false)
        .unwrap()
        .apply(&mut then)
        .unwrap();
    assert_eq!(
        score(&then, &ids[0]),
        Some(75.0),
        "4 on a scale from 1 to 5"
    );
    assert_eq!(then.criteria[0].scale.kind, ScaleKind::Direct);
    let mut one = on.clone();
    give_scale(&on, &ids[0], &ScaleKind::Direct)
        .apply(&mut one)
        .unwrap();
    assert_eq!(score(&one, &ids[0]), Some(75.0));
}

#[test]
fn what_the_values_mean_goes_along_where_one_asks() {
    let (mut on, ids) = office();
    let words = CriterionEdit::Anchor(Finite::ZERO, "Nobody waits".to_owned());
    Edit::change_criterion(ids[2].clone(), words)
        .apply(&mut on)
        .unwrap();
    let mut with = on.clone();
    copy_scale(&on, &ids[2], &ids[..1], true)
        .unwrap()
        .apply(&mut with)
        .unwrap();
    assert_eq!(with.criteria[0].anchor(0.0), "Nobody waits");
    let mut without = on.clone();
    copy_scale(&on, &ids[2], &ids[..1], false)
        .unwrap()
        .apply(&mut without)
        .unwrap();
    assert_eq!(without.criteria[0].anchor(0.0), "");
}
