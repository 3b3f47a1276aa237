//! What a pasted table would do, before anything is written.

use crate::number::compact;
use weighbridge_edit::{LeftOut, ScorePaste, UnknownName, WeightPaste};
use weighbridge_model::{Appraisal, Direction, ScaleKind};

/// The heading over a pasted table of scores: what would be written.
pub fn score_paste_title(paste: &ScorePaste) -> String {
    let cells = || paste.cells.iter();
    let scores = cells().filter(|cell| cell.entry.is_some()).count();
    let reasons = cells().filter(|cell| cell.reason.is_some()).count();
    let parts: Vec<String> = [(scores, "score"), (reasons, "reason")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, thing)| many(n, thing))
        .collect();
    match parts.is_empty() {
        true => "Nothing to paste yet".to_owned(),
        false => format!("Paste {}?", parts.join(" and ")),
    }
}

/// What was found in a pasted table of scores, and what would happen that nobody may expect.
pub fn score_paste_notes(paste: &ScorePaste, on: &Appraisal) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |holds: bool, words: String| {
        if holds {
            notes.push(words);
        }
    };
    let emptied = paste.emptied;
    note(
        emptied > 0,
        format!(
            "{} would be emptied: the table has none there.",
            many(emptied, "score")
        ),
    );
    let refused = paste.refused().count();
    note(
        refused > 0,
        format!(
            "{} cannot be read and would not be entered.",
            many(refused, "text")
        ),
    );
    note(
        paste.named && !paste.cells.is_empty(),
        "Names in the table say where each cell goes.".to_owned(),
    );
    note(
        paste.turned,
        "Options go across in the table: it was turned.".to_owned(),
    );
    note(
        paste.split,
        "Commas or semicolons were taken as the ends of cells.".to_owned(),
    );
    note(
        paste.reasons,
        "Sentences were taken for reasons, not for scores.".to_owned(),
    );
    let ranges = paste.cells.iter().filter(|cell| cell.range.is_some());
    let ranges = ranges.count();
    note(
        ranges > 0,
        format!(
            "{} given. A score that is missing or outside becomes the middle of its range.",
            match ranges {
                1 => "1 range is".to_owned(),
                n => format!("{n} ranges are"),
            }
        ),
    );
    for new in &paste.new_criteria {
        let scale = match &new.scale {
            ScaleKind::Direct | ScaleKind::Points(_) => "from 0 to 100".to_owned(),
            ScaleKind::Measure(measure) => {
                let better = match measure.direction {
                    Direction::Higher => "more",
                    Direction::Lower => "less",
                };
                format!("in {}, {better} is better", unit(&measure.unit))
            }
        };
        notes.push(format!(
            "New criterion {}: {scale}. It needs a weight; check its scale on Criteria.",
            new.name
        ));
    }
    notes.extend(nearly(&paste.unknown));
    let options = on.appraised().count();
    let rows = are(options, "option", "options");
    notes.extend(without_place(&paste.left_out, &rows, on));
    notes
}

/// What is taken for something because it is nearly its name, a sentence each.
fn nearly(unknown: &[UnknownName]) -> impl Iterator<Item = String> {
    unknown.iter().filter_map(|one| {
        let (name, near) = (shortened(&one.name), one.near.as_ref()?);
        Some(format!(
            "“{name}” is taken for {near}: the names are nearly the same."
        ))
    })
}

fn unit(unit: &str) -> &str {
    match unit {
        "" => "amounts",
        unit => unit,
    }
}

/// What of a pasted table has no place, a sentence each.
fn without_place(of: &LeftOut, rows: &str, on: &Appraisal) -> Vec<String> {
    let mut all = Vec::new();
    let mut note = |names: &[String], words: &dyn Fn(String) -> String| {
        if !names.is_empty() {
            all.push(words(listed(names)));
        }
    };
    note(&of.options, &|names| {
        format!("Not an option here, left out: {names}.")
    });
    note(&of.criteria, &|names| {
        format!("Not a criterion here, left out: {names}.")
    });
    note(&of.ruled_out, &|names| {
        format!("Ruled out, so not scored: {names}.")
    });
    note(&of.groups, &|names| {
        format!("A group of criteria, so not scored itself: {names}.")
    });
    note(&of.twice, &|names| {
        format!("Named twice; the first is used: {names}.")
    });
    if of.rows > 0 {
        all.push(format!(
            "{} left out: there {rows} here.",
            has_no_place(of.rows, "row")
        ));
    }
    if of.columns > 0 {
        all.push(format!(
            "{} left out: there {} here.",
            has_no_place(of.columns, "column"),
            are(on.leaves().len(), "criterion", "criteria")
        ));
    }
    all
}

fn has_no_place(n: usize, thing: &str) -> String {
    let verb = if n == 1 { "has" } else { "have" };
    format!("{} {verb} no place and would be", many(n, thing))
}

fn are(n: usize, one: &str, more: &str) -> String {
    match n {
        1 => format!("is 1 {one}"),
        n => format!("are {n} {more}"),
    }
}

/// The first few of some names.
fn listed(names: &[String]) -> String {
    const MOST: usize = 6;
    let shown: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| shortened(name))
        .collect();
    match names.len().checked_sub(MOST).filter(|rest| *rest > 0) {
        Some(rest) => format!("{} and {rest} more", shown.join(", ")),
        None => shown.join(", "),
    }
}

/// A pasted text, shortened to what a line has room for.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The question what a dash is.
pub fn dashes_question(dashes: usize) -> String {
    match dashes {
        1 => "Read the dash as 0. (If not, there is no number in its place.)".to_owned(),
        n => format!("Read the {n} dashes as 0. (If not, there is no number in their place.)"),
    }
}

/// The question what a fraction beside per cent signs is.
pub fn fractions_question(fractions: usize) -> String {
    match fractions {
        1 => "Read the number up to 1 as a share: 0.5 as 50%. Other cells have per cent signs."
            .to_owned(),
        n => format!(
            "Read the {n} numbers up to 1 as shares: 0.5 as 50%. Other cells have per cent signs."
        ),
    }
}

/// The heading over a pasted table of weights.
pub fn weight_paste_title(paste: &WeightPaste) -> String {
    let weights = paste.weights.iter().filter(|w| w.weight.is_ok()).count();
    match paste.edit().map(|_| weights) {
        None | Some(0) => "Nothing to paste yet".to_owned(),
        Some(n) => format!("Paste {}?", many(n, "weight")),
    }
}

/// What was found in a pasted table of weights, and what would happen that nobody may expect.
pub fn weight_paste_notes(paste: &WeightPaste, on: &Appraisal) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(total) = paste.too_much {
        notes.push(format!(
            "The shares add up to {}%, which leaves nothing for the criteria that are not in the table. Paste the weights of all, or smaller shares.",
            compact(total)
        ));
    }
    if paste.emptied > 0 {
        notes.push(format!(
            "{} would be blank: the table has none there.",
            many(paste.emptied, "weight")
        ));
    }
    let refused = paste.refused().count();
    if refused > 0 {
        notes.push(format!(
            "{} cannot be read and would not be entered.",
            many(refused, "text")
        ));
    }
    if paste.named && !paste.weights.is_empty() {
        notes.push("Names in the table say where each weight goes.".to_owned());
    }
    if paste.turned {
        notes.push("The weights go across in the table: it was turned.".to_owned());
    }
    if paste.split {
        notes.push("Commas or semicolons were taken as the ends of cells.".to_owned());
    }
    if paste.of_everything {
        notes.push(
            "The weights are taken as shares of everything: each group gets the sum of its criteria.".to_owned(),
        );
    } else if !paste.others.is_empty() {
        notes.push("The other criteria keep their proportions in what is left.".to_owned());
    }
    notes.extend(nearly(&paste.unknown));
    let rows = are(on.criteria_in_order().len(), "criterion", "criteria");
    notes.extend(without_place(&paste.left_out, &rows, on));
    notes
}

/// That texts of a paste were not entered.
pub fn not_entered(refused: usize) -> String {
    match refused {
        1 => "1 text was not entered: it is marked in its place.".to_owned(),
        n => format!("{n} texts were not entered: they are marked in their places."),
    }
}

fn many(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}
