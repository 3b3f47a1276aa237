//! Columns: what is printed adds up to what is printed for the sum.

use super::book::Book;
use super::nasty::Dice;
use super::reading::Reading;
use weighbridge_analysis::analyse;
use weighbridge_model::Appraisal;
use weighbridge_report::column::Column;

/// A printed number in units of its last place, and how many such units are 1; none where it is written
/// some other way.
fn read(text: &str) -> Option<(i64, usize)> {
    let plain = text.replace(',', "").replace('−', "-");
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    Some((plain.replace('.', "").parse().ok()?, decimals))
}

fn adds_up(what: &'static str, column: Column, parts: &[f64], sum: f64, book: &mut Book) {
    let printed = column.parts(parts, sum);
    let whole = column.number(sum);
    let all: Option<Vec<(i64, usize)>> = printed.iter().map(|p| read(p)).collect();
    let (Some(all), Some((whole_units, decimals))) = (all, read(&whole)) else {
        return;
    };
    let holds =
        all.iter().map(|p| p.0).sum::<i64>() == whole_units && all.iter().all(|p| p.1 == decimals);
    book.claim(what, holds, || {
        format!("{printed:?} and {whole}, of {parts:?}")
    });
    let unit: f64 = format!("1e-{decimals}").parse().unwrap();
    let near = all
        .iter()
        .zip(parts)
        .all(|((units, _), exact)| (*units as f64 * unit - exact).abs() <= unit * (1.0 + 1e-6));
    book.claim(
        "a printed part is within a unit of the exact one",
        near,
        || format!("{printed:?} of {parts:?}"),
    );
}

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let found = analyse(on);
    let reading = Reading::of(on);
    for parent in (0..reading.places.len()).map(Some).chain([None]) {
        let own = reading
            .places
            .iter()
            .filter(|p| p.parent == parent && !p.excluded);
        let shares: Option<Vec<f64>> = own.map(|p| p.local.map(|l| l * 100.0)).collect();
        if let Some(shares) = shares.filter(|s| !s.is_empty()) {
            let column = Column::of_shares(shares.iter().copied());
            adds_up("printed shares add up to 100", column, &shares, 100.0, book);
        }
    }
    for (at, option) in found.options.iter().enumerate() {
        let parts: Option<Vec<f64>> = option.contributions.iter().copied().collect();
        if let (Some(parts), Some(total)) = (parts, reading.total(at)) {
            adds_up(
                "printed parts add up to the printed total",
                Column::points(),
                &parts,
                total,
                book,
            );
        }
    }
}
