//! Every file that was tried opens, is saved as it was, and prints whole; every text that was tried is pasted or told.

use std::path::PathBuf;
use weighbridge_analysis::analyse;
use weighbridge_chart::Table;
use weighbridge_edit::{CriteriaTable, PasteChoices, Pasted, ScorePaste};
use weighbridge_file::{open, save};
use weighbridge_model::Appraisal;
use weighbridge_report::{
    Subject, WIDEST, entries_table, headline, paper_tables, results_text, scores_table,
    shares_table, values_table, weights_table,
};

/// The files with this ending, by name.
fn files(ending: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("{}/tests/tried/files", env!("CARGO_MANIFEST_DIR"));
    let all = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = all.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|own| own == ending));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap())
    };
    paths.iter().map(read).collect()
}

/// What every page prints of an appraisal as tables; whether the columns are criteria, and so may become rows.
fn printed(on: &Appraisal) -> Vec<(Table, Option<&'static str>)> {
    let analysis = analyse(on);
    let subject = Subject::new(on, &analysis);
    vec![
        (values_table(subject), Some("Criterion")),
        (entries_table(on), Some("Criterion")),
        (shares_table(subject), None),
        (weights_table(subject), None),
        (scores_table(subject), None),
    ]
}

/// Every cell of a table with the names of its row and its column, whichever way it lies.
fn cells(table: &Table) -> Vec<[String; 3]> {
    let mut all = Vec::new();
    for row in &table.rows {
        for (header, words) in table.headers.iter().zip(row).skip(1) {
            let mut names = [row[0].clone(), header.clone()];
            names.sort();
            let [one, other] = names;
            all.push([one, other, words.clone()]);
        }
    }
    all.sort();
    all
}

#[test]
fn every_file_opens_and_is_saved_as_it_was() {
    let all = files("json");
    assert!(all.len() > 40, "{} files", all.len());
    for (name, bytes) in all {
        // The weights of a published study and no appraisal, read by a test of its own.
        if name == "getreal-ordinal.json" {
            continue;
        }
        let on = open(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let text = save(&on);
        let again = open(text.as_bytes()).unwrap();
        assert_eq!(again, on, "{name}");
        assert_eq!(save(&again), text, "{name}: saved twice, the same file");
        // Whatever is in it, there is a heading and no number that is none.
        let analysis = analyse(&on);
        assert!(!headline(Subject::new(&on, &analysis)).is_empty(), "{name}");
        let results = results_text(&on);
        for wrong in ["NaN", "inf", "−0.0 "] {
            assert!(!results.contains(wrong), "{name}: {wrong}");
        }
    }
}

#[test]
fn every_file_prints_with_every_cell_and_no_table_wider_than_the_paper() {
    for (name, bytes) in files("json") {
        let Ok(on) = open(&bytes) else {
            continue;
        };
        for (table, columns) in printed(&on) {
            let parts = paper_tables(&table, columns);
            let widest = parts.iter().map(|part| part.headers.len()).max();
            assert!(widest <= Some(WIDEST + 1), "{name}: {}", table.caption);
            let mut found: Vec<[String; 3]> = parts.iter().flat_map(cells).collect();
            found.sort();
            assert_eq!(found, cells(&table), "{name}: {}", table.caption);
        }
    }
}

#[test]
fn ten_criteria_and_eleven_keep_their_last_column_and_the_total_on_paper() {
    let mut on = open(include_bytes!("files/02-print-ten-criteria.json")).unwrap();
    for count in [10, 11] {
        if count == 11 {
            weighbridge_edit::Edit::add_criterion(&on, "One more", None)
                .apply(&mut on)
                .unwrap();
        }
        assert_eq!(on.leaves().len(), count);
        let analysis = analyse(&on);
        let values = values_table(Subject::new(&on, &analysis));
        let parts = paper_tables(&values, Some("Criterion"));
        // Six options fit across, so the criteria go down and one table has them all.
        let [whole] = parts.as_slice() else {
            panic!("{count} criteria in {} tables", parts.len());
        };
        let names: Vec<&str> = whole.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names.len(), count + 1);
        assert_eq!(names[9], "Workforce and pensions 10");
        assert_eq!(names.last(), Some(&"Total"));
        let last: Vec<&str> = whole.rows[9].iter().map(String::as_str).collect();
        for score in ["91", "14", "27", "40", "53", "66"] {
            assert!(last.contains(&score), "{score} of {last:?}");
        }
    }
}

#[test]
fn every_text_that_is_pasted_is_entered_refused_or_told() {
    let sheet = open(include_bytes!("files/10-sheet.json")).unwrap();
    let texts = files("txt");
    assert_eq!(texts.len(), 7);
    for (name, bytes) in texts {
        let text = String::from_utf8(bytes).unwrap();
        // As lines end on one system and on the other, and with a line at the end or without.
        let unix = text.replace("\r\n", "\n");
        let forms = [
            unix.clone(),
            unix.replace('\n', "\r\n"),
            format!("{}\n", unix.trim_end_matches('\n')),
        ];
        let all = forms.map(|form| {
            let cells = Pasted::text(&form).cells();
            let paste = ScorePaste::lay(&sheet, &cells, (0, 0), PasteChoices::default());
            let filled = cells.rows.iter().flatten();
            let filled = filled.filter(|cell| !cell.trim().is_empty()).count();
            let placed = paste.cells.iter().filter(|cell| {
                cell.entry.is_some() || cell.reason.is_some() || cell.refused.is_some()
            });
            let left_out = &paste.left_out;
            let told = left_out.rows + left_out.columns + left_out.options.len();
            let headings = if paste.named { 1 + 3 + 3 } else { 0 };
            assert!(
                placed.count() + headings >= filled || told > 0,
                "{name}: of {filled} texts some went nowhere without a word: {paste:?}"
            );
            // What is refused or left out is asked about before anything is written.
            if paste.refused().next().is_some() || !left_out.is_empty() {
                assert!(paste.asks(), "{name}");
            }
            if let Some(edit) = paste.edit() {
                edit.apply(&mut sheet.clone()).unwrap();
            }
            // The same text among the criteria is a plan, whatever it is.
            let _ = CriteriaTable::read(&cells.rows).plan(&sheet);
            paste
        });
        assert!(
            all.iter().all(|paste| *paste == all[0]),
            "{name}: ends of lines make no difference"
        );
    }
}
