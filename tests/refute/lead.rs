//! Totals, ranks, who leads and by how much, dominance: worked out by hand.

use super::book::Book;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use weighbridge_analysis::{Total, Verdict, analyse};
use weighbridge_model::Appraisal;

/// Within what sums of doubles of this size can tell.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * (1.0 + a.abs().max(b.abs())) * 10.0
}

/// Where several are level for second place, the lead is over any of them.
fn level(a: f64, b: f64) -> bool {
    same(a, b) || (a - b).abs() <= 1.1 * TIE
}

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    for (at, option) in found.options.iter().enumerate() {
        let own = read.total(at);
        let told = option.total.value();
        let holds = match (own, told) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        book.claim("a total", holds, || {
            format!("{} has {told:?}, by hand {own:?}", option.id)
        });
    }
    let totals = read.totals();
    let best = totals.iter().map(|t| t.1).fold(f64::MIN, f64::max);
    let gap = |x: f64| best - x;
    // Where a gap is the tolerance itself, either is right.
    let unclear = totals.iter().any(|t| (gap(t.1) - TIE).abs() < 1e-11);
    let leaders: Vec<usize> = totals
        .iter()
        .filter(|t| gap(t.1) <= TIE)
        .map(|t| t.0)
        .collect();
    let told = found.verdict.leaders();
    book.claim("who leads", unclear || told == leaders, || {
        format!("{told:?}, by hand {leaders:?} of {totals:?}")
    });
    let others = totals.iter().filter(|t| !leaders.contains(&t.0));
    let second = others.map(|t| t.1).fold(f64::NEG_INFINITY, f64::max);
    let lead = best - second;
    let margin = on.frame.margin.get();
    let holds = match &found.verdict {
        Verdict::NoTotals => totals.is_empty(),
        Verdict::OnlyOne(_) => totals.len() == 1,
        Verdict::Tie(all) => all.len() > 1,
        Verdict::NoClearWinner { lead: told, .. } => level(*told, lead) && lead < margin + 1e-11,
        Verdict::Clear { lead: told, .. } => level(*told, lead) && lead >= margin - TIE - 1e-11,
    };
    book.claim(
        "by how much, and whether that is clear",
        unclear || holds,
        || {
            format!(
                "{:?}, by hand {lead} with a margin of {margin}",
                found.verdict
            )
        },
    );
    for (at, option) in found.options.iter().enumerate() {
        let Total::Ranked { value, rank, .. } = option.total else {
            continue;
        };
        // Where a gap is the tolerance itself, either is right.
        let above = totals.iter().filter(|t| t.1 > value + TIE + 1e-11).count();
        let level = totals
            .iter()
            .filter(|t| (t.1 - value).abs() <= TIE + 1e-11)
            .count();
        let holds = rank > above.saturating_sub(level) && rank <= above + level;
        book.claim("a rank", holds, || {
            format!("{at} has {rank}, {above} are above it")
        });
    }
}

/// One option dominates another exactly where no value says otherwise.
pub fn refute_dominance(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let counted: Vec<usize> = (0..read.leaves.len())
        .filter(|l| !read.excluded[*l])
        .collect();
    let row = |option: usize| -> Option<Vec<f64>> {
        counted
            .iter()
            .map(|leaf| read.values[option][*leaf])
            .collect()
    };
    for a in 0..read.options.len() {
        for b in 0..read.options.len() {
            let (Some(one), Some(other)) = (row(a), row(b)) else {
                continue;
            };
            let told = found
                .dominance
                .iter()
                .any(|d| d.dominator == a && d.dominated == b);
            let pairs = || one.iter().zip(&other);
            let really = pairs().all(|(x, y)| *x >= y - 1e-12) && pairs().any(|(x, y)| x > y);
            book.claim("who dominates whom", !told || really, || {
                format!("{a} over {b}: {one:?}, {other:?}")
            });
            if told {
                for _ in 0..5 {
                    let weights = dice.simplex(counted.len());
                    let sum =
                        |row: &[f64]| -> f64 { row.iter().zip(&weights).map(|(v, w)| v * w).sum() };
                    let holds = sum(&other) <= sum(&one) + TIE;
                    book.claim("a dominated option is never ahead", holds, || {
                        format!("{b} over {a} with {weights:?}")
                    });
                }
            } else if pairs().all(|(x, y)| x >= y) && pairs().any(|(x, y)| *x > y + TIE) {
                book.claim("no other dominates", false, || format!("{a} over {b}"));
            }
        }
    }
}
