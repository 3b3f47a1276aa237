//! Scenarios and regret: worked out by hand.

use super::book::Book;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use weighbridge_analysis::outlooks;
use weighbridge_model::Appraisal;

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let found = outlooks(on);
    let mut columns = vec![Reading::of(on)];
    for scenario in &on.judgements.scenarios {
        let mut then = on.clone();
        for (id, weight) in scenario.voice.weights.iter() {
            then.agreed_mut().weights.set_raw(id, weight.raw);
        }
        for (option, criterion, score) in scenario.voice.scores.iter() {
            then.agreed_mut()
                .scores
                .set(option, criterion, score.clone());
        }
        columns.push(Reading::of(&then));
    }
    let count = columns[0].options.len();
    for (column, read) in columns.iter().enumerate() {
        for option in 0..count {
            let told = found.analyses[column].options.as_slice()[option]
                .total
                .value();
            let own = read.total(option);
            let holds = match (told, own) {
                (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * (1.0 + b.abs()),
                (a, b) => a.is_none() && b.is_none(),
            };
            book.claim("a total in a scenario", holds, || {
                format!("{option} in {column}: {told:?}, by hand {own:?}")
            });
        }
    }
    let everywhere: Vec<usize> = (0..count)
        .filter(|option| columns.iter().all(|read| read.total(*option).is_some()))
        .collect();
    let told = &found.regret;
    book.claim("who has a regret", told.options == everywhere, || {
        format!("{:?}, by hand {everywhere:?}", told.options)
    });
    if told.options != everywhere {
        return;
    }
    let mut greatest = vec![0.0_f64; everywhere.len()];
    for (column, read) in columns.iter().enumerate() {
        let totals = everywhere.iter().filter_map(|option| read.total(*option));
        let best = totals.fold(f64::MIN, f64::max);
        for (row, option) in everywhere.iter().enumerate() {
            let own = best - read.total(*option).unwrap();
            greatest[row] = greatest[row].max(own);
            let holds = (told.table[row][column] - own).abs() <= 1e-9 * (1.0 + best.abs());
            book.claim("a regret", holds, || {
                format!(
                    "{option} in {column}: {}, by hand {own}",
                    told.table[row][column]
                )
            });
        }
    }
    let least = greatest.iter().copied().fold(f64::INFINITY, f64::min);
    let unclear = greatest.iter().any(|g| (g - least - TIE).abs() < 1e-10);
    let rows = everywhere.iter().zip(&greatest);
    let own: Vec<usize> = rows
        .filter(|(_, g)| **g <= least + TIE)
        .map(|(o, _)| *o)
        .collect();
    book.claim(
        "the smallest greatest regret",
        unclear || told.least == own,
        || format!("{:?}, by hand {own:?} of {greatest:?}", told.least),
    );
}
