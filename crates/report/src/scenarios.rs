//! What comes of each scenario, and of having chosen each option, in words and as a table.

#![expect(
    clippy::indexing_slicing,
    reason = "a column is counted from things as they stand, and there is one in every table for each of the outlooks"
)]

use super::csv::{Field, file};
use super::lead::brief_clause;
use super::names::{capital, join, quoted, undressed};
use super::number::{count, points};
use super::paper::provenance;
use super::pictures::total_words;
use super::subject::Subject;
use super::text::Text;
use crate::column::Column;
use weighbridge_analysis::{Analysis, OptionIx, OptionResult, Outlooks, Regret, TIE, Total};
use weighbridge_chart::{self as chart, acceptability::ordinal};
use weighbridge_model::{Appraisal, Scenario};

/// The name of things as they stand, among scenarios.
pub const AS_IT_STANDS: &str = "As things stand";

/// The name of a column: things as they stand for 0, then each scenario; with a number behind it where
/// an earlier column has the same.
pub fn outlook_name(on: &Appraisal, column: usize) -> String {
    let name = |column: usize| match column.checked_sub(1) {
        Some(at) => on
            .judgements
            .scenarios
            .get(at)
            .map_or("", |s| s.name.trim()),
        None => AS_IT_STANDS,
    };
    let own = name(column);
    match (0..column).filter(|other| name(*other) == own).count() {
        0 => own.to_owned(),
        before => format!("{own} ({})", before + 1),
    }
}

/// A column as it stands in a sentence: `as things stand`, `in “Demand +10%”`.
fn within(on: &Appraisal, column: usize) -> String {
    if column == 0 {
        "as things stand".to_owned()
    } else {
        format!("in {}", quoted(&outlook_name(on, column)))
    }
}

/// Whether anything differs in a scenario.
fn differs(on: &Appraisal) -> bool {
    on.judgements.scenarios.iter().any(says)
}

/// Whether a scenario says that something differs: one that does not is no evidence.
fn says(one: &Scenario) -> bool {
    !one.voice.is_silent()
}

/// So many scenarios are told one by one in a heading; of more the table tells.
const MOST_TOLD: usize = 2;

/// Who leads as things stand and in how many scenarios, and what comes of the others. `None` while
/// nothing differs in any scenario or nobody leads.
///
/// "Integrated transformation leads as things stand and in two of three scenarios. In “DfE intervenes”, Trust (DfE) leads by
/// 4.0 points."
pub fn scenarios_headline(on: &Appraisal, outlooks: &Outlooks) -> Option<Text> {
    let all = &outlooks.analyses;
    if !differs(on) {
        return None;
    }
    let first = |option: OptionIx, column: usize| all[column].lead.leaders == [option];
    let leads =
        |option: OptionIx, column: usize| first(option, column) && !all[column].lead.is_open();
    let told = |column: &usize| *column == 0 || says(&on.judgements.scenarios[column - 1]);
    let columns: Vec<usize> = (0..all.len()).filter(told).collect();
    let wins = |option: OptionIx| columns.iter().filter(|c| leads(option, **c)).count();
    // Of those with as many, today's leader first.
    let mut most = *all.iter().find_map(|a| a.lead.leaders.first())?;
    for option in all[0].options.keys() {
        if wins(option) > wins(most) {
            most = option;
        }
    }
    let voices = &outlooks.voices;
    let subject = |column: usize| Subject::new(on.said_by(&voices[column]), &all[column]);
    let scenarios = columns.len() - 1;
    let won = columns[1..].iter().filter(|c| leads(most, **c)).count();
    let every = match scenarios {
        1 => within(on, columns[1]),
        2 => "in both scenarios".to_owned(),
        n => format!("in all {} scenarios", count(n)),
    };
    let some = match (won, scenarios) {
        (0, 1) => within(on, columns[1]),
        (0, _) => "in any scenario".to_owned(),
        (n, of) if n == of => every,
        (n, of) => format!("in {} of {} scenarios", count(n), count(of)),
    };
    let now = within(on, 0);
    let text = Text::plain("").strong(subject(0).option(most));
    // Where it leads and missing scores could change that, the others are not said to be lost.
    let open = |column: &&usize| first(most, **column) && !leads(most, **column);
    let verb = match columns.iter().find(open) {
        Some(_) => "leads for certain",
        None => "leads",
    };
    let told = columns.iter().filter(|c| !leads(most, **c)).count() <= MOST_TOLD;
    let mut text = text.and(match (leads(most, 0), won) {
        (true, 0) if told => format!(" {verb} {now}"),
        (true, 0) => format!(" {verb} {now}, but not {some}"),
        (true, _) => format!(" {verb} {now} and {some}"),
        (false, 0) => format!(" {verb} alone neither {now} nor {some}"),
        (false, _) => format!(" {verb} {some}, but not {now}"),
    });
    let others: Vec<usize> = columns.into_iter().filter(|c| !leads(most, *c)).collect();
    if others.len() > MOST_TOLD {
        // The table below says which.
        let unsettled = others.iter().filter(|c| all[**c].lead.is_open()).count();
        let rest = others.len() - unsettled;
        let words = match (unsettled, rest) {
            (0, _) => String::new(),
            (some, 0) => format!("; {} of these are not settled", count(some)),
            (1, _) => "; one of the others is not settled".to_owned(),
            (some, _) => format!("; {} of the others are not settled", count(some)),
        };
        return Some(text.and(format!("{words}.")));
    }
    for column in others {
        text = text
            .and(format!(". {}, ", capital(&within(on, column))))
            .strong(brief_clause(subject(column)));
    }
    Some(text.and("."))
}

/// What having chosen wrongly would cost: the option whose greatest regret is smallest, and what
/// was left out.
///
/// "Integrated transformation is the safest choice: it is never more than 4.0 points behind the best."
pub fn regret_words(on: &Appraisal, outlooks: &Outlooks) -> Vec<Text> {
    let regret = &outlooks.regret;
    let subject = Subject::new(on, &outlooks.analyses[0]);
    let mut found = Vec::new();
    if !differs(on) {
        return found;
    }
    if regret.options.len() > 1
        && let Some(row) = regret.options.iter().position(|o| regret.least.contains(o))
    {
        // The others could be better: nothing is said of them.
        let among = match regret.left_out.is_empty() {
            true => "",
            false => "Of the options that have a total in every scenario, ",
        };
        let text = Text::plain(among).strong(subject.names(&regret.least)).and(
            if regret.least.len() == 1 {
                " is the safest choice"
            } else {
                " are the safest choices"
            },
        );
        let (behind, better) = match regret.left_out.is_empty() {
            true => ("the best", "nothing"),
            false => ("the best of them", "none of them"),
        };
        let greatest = regret.greatest[row];
        found.push(match regret.least.len() {
            1 if greatest <= weighbridge_analysis::TIE => {
                text.and(format!(": {better} is better in any scenario."))
            }
            1 => text.and(format!(
                ": it is never more than {} behind {behind}.",
                points(greatest)
            )),
            _ => text.and(format!(
                ": never more than {} behind {behind}.",
                points(greatest)
            )),
        });
    }
    found.extend(left_out_words(on, regret, subject));
    found
}

/// Which options are left out of regret, and where those lead all the same.
fn left_out_words(on: &Appraisal, regret: &Regret, subject: Subject<'_>) -> Option<Text> {
    let has = match regret.left_out.len() {
        0 => return None,
        1 => "has no total in some scenario, so is",
        _ => "have no total in some scenario, so are",
    };
    let names = subject.names(&regret.left_out);
    let text = Text::plain("").strong(names);
    let text = text.and(format!(" {has} left out of the table of regret"));
    let first = regret.first_left_out.iter().map(|(option, columns)| {
        let where_first: Vec<String> = columns.iter().map(|c| within(on, *c)).collect();
        let who = match regret.left_out.as_slice() {
            [_] => "it".into(),
            _ => subject.option(*option),
        };
        format!("{who} leads {}", join(&where_first))
    });
    let first: Vec<String> = first.collect();
    Some(match first.is_empty() {
        true => text.and("."),
        false => text.and(format!(", though {}.", join(&first))),
    })
}

/// The total and the place of every option in every scenario, for the page.
pub fn totals_table(on: &Appraisal, outlooks: &Outlooks) -> chart::Table {
    let subject = Subject::new(on, &outlooks.analyses[0]);
    let mut table = columns(
        on,
        outlooks,
        "Total and place of each option in each scenario",
    );
    for option in subject.analysis.options.keys() {
        table.start(&subject.option(option));
        for analysis in &outlooks.analyses {
            let total = &analysis.options[option].total;
            let words = match analysis.rank(option) {
                Some((rank, tied)) => {
                    let level = if tied { "=" } else { "" };
                    let so_far = match could_change(analysis, option) {
                        true => " so far",
                        false => "",
                    };
                    format!(
                        "{} ({level}{}{so_far})",
                        total_words(total),
                        ordinal(rank - 1)
                    )
                }
                None => total_words(total),
            };
            table.words(words, total.value());
        }
    }
    table
}

/// Whether the place of an option with a total could change once missing scores are in: an option
/// without a total could come before it, or the lead it has is not settled.
fn could_change(analysis: &Analysis, option: OptionIx) -> bool {
    let Some(own) = analysis.options[option].total.value() else {
        return false;
    };
    let before = |other: &OptionResult| matches!(other.total, Total::Incomplete { high, .. } if high >= own - TIE);
    let leads = analysis.lead.leaders.contains(&option);
    analysis.options.iter().any(before) || leads && analysis.lead.is_open()
}

/// How far each option stays behind the best of each scenario, and the most, for the page.
pub fn regret_table(on: &Appraisal, outlooks: &Outlooks) -> chart::Table {
    let regret = &outlooks.regret;
    let subject = Subject::new(on, &outlooks.analyses[0]);
    let caption = match regret.left_out.is_empty() {
        true => "Points behind the best of each scenario",
        false => "Points behind the best of each scenario, of the options that have a total in all",
    };
    let mut table = columns(on, outlooks, caption);
    table.headers.push("Greatest".to_owned());
    let column = Column::of_points(regret.table.iter().flatten().copied());
    for (row, option) in regret.options.iter().enumerate() {
        table.start(&subject.option(*option));
        for behind in regret.table[row].iter().chain([&regret.greatest[row]]) {
            table.words(column.number(*behind), Some(*behind));
        }
    }
    table
}

fn columns(on: &Appraisal, outlooks: &Outlooks, caption: &str) -> chart::Table {
    let mut table = chart::Table::new(caption, &["Option"]);
    let names = (0..outlooks.analyses.len()).map(|column| outlook_name(on, column));
    table.headers.extend(names);
    table
}

/// Totals, ranks and regret, with a row for each option and three columns for each scenario, then
/// the greatest regret.
pub fn scenario_table(on: &Appraisal, outlooks: &Outlooks) -> Vec<Vec<Field>> {
    let regret = &outlooks.regret;
    let columns = 0..outlooks.analyses.len();
    let mut heading = vec![Field::text("Option")];
    for column in columns.clone() {
        let name = outlook_name(on, column);
        for what in ["total", "rank", "regret"] {
            heading.push(Field::Text(format!("{name}: {what}")));
        }
    }
    heading.push(Field::text("Greatest regret"));
    let subject = Subject::new(on, &outlooks.analyses[0]);
    let mut rows = vec![heading];
    for option in subject.analysis.options.keys() {
        let place = regret.options.iter().position(|o| *o == option);
        let number = |x: Option<f64>| x.map_or_else(|| Field::text(""), Field::Number);
        let mut row = vec![Field::Text(undressed(&subject.option(option)))];
        for column in columns.clone() {
            let analysis = &outlooks.analyses[column];
            let total = &analysis.options[option].total;
            row.push(
                total
                    .value()
                    .map_or_else(|| Field::text("no total"), Field::Number),
            );
            let rank = analysis.rank(option).map(|(rank, _)| rank.to_string());
            row.push(Field::text(rank.unwrap_or_default()));
            row.push(number(place.map(|at| regret.table[at][column])));
        }
        row.push(number(place.map(|at| regret.greatest[at])));
        rows.push(row);
    }
    rows
}

/// The table of scenarios as a CSV file, with the title, how far to trust it and the findings under it.
pub fn scenario_file(on: &Appraisal, outlooks: &Outlooks) -> String {
    let mut notes = provenance(&on.frame);
    notes.extend(
        scenario_findings(on, outlooks)
            .iter()
            .map(|words| undressed(words)),
    );
    file(&scenario_table(on, outlooks), &notes)
}

/// Everything there is to say of the scenarios, as plain sentences.
pub fn scenario_findings(on: &Appraisal, outlooks: &Outlooks) -> Vec<String> {
    let first = scenarios_headline(on, outlooks).into_iter();
    let all = first.chain(regret_words(on, outlooks));
    all.map(|text| text.to_string()).collect()
}
