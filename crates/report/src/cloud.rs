//! How far the total of each option could go.

use super::chances::weights_meant;
use super::number::{compact, points};
use super::pictures::{option_slot, presentation};
use super::subject::Subject;
use weighbridge_analysis::{Assumption, OptionIx, Problem};
use weighbridge_chart::{Cloud, Presentation, cloud};

/// Bins of the shapes.
const BINS: usize = 80;

/// From which to which total the cloud goes: 0 to 100, or as far beyond as any value.
fn ends(on: Subject<'_>) -> [f64; 2] {
    let all = on.analysis.values.iter().flatten();
    let values = all.filter_map(|cell| cell.value());
    values.fold([0.0, 100.0], |[low, high], x| [x.min(low), x.max(high)])
}

/// How many totals fall into each of some equal bins; what lies beyond counts at the ends.
fn counts(totals: &[f64], [low, high]: [f64; 2]) -> Vec<u32> {
    let count = |some: &[f64]| u32::try_from(some.len()).unwrap_or(u32::MAX);
    let mut counts = Vec::with_capacity(BINS);
    // They are in order, so what is left is above the bins before.
    let mut left = totals;
    for bin in 1..BINS {
        let end = low + (high - low) * bin as f64 / BINS as f64;
        let (here, above) = left.split_at(left.partition_point(|total| *total < end));
        counts.push(count(here));
        left = above;
    }
    counts.push(count(left));
    counts
}

/// The largest standard error of any of the totals that are told: from the ranks of the samples as far
/// to either side as the rank of the true one is likely to be.
fn error(totals: &[f64]) -> f64 {
    let n = totals.len() as f64;
    let mut most = 0.0_f64;
    for share in cloud::SHARES {
        let away = (n * share * (1.0 - share)).sqrt();
        let at = |rank: f64| {
            let rank = rank.round().clamp(0.0, (n - 1.0).max(0.0));
            totals
                .iter()
                .zip(0_u32..)
                .find(|(_, at)| f64::from(*at) >= rank)
                .map_or(0.0, |(t, _)| *t)
        };
        most = most.max((at(n * share + away) - at(n * share - away)) / 2.0);
    }
    most
}

/// How far the total of each option could go, as a picture, in the order of ranks, from the totals of each
/// option of the problem, the lowest first.
pub fn cloud_picture(
    on: Subject<'_>,
    problem: &Problem,
    totals: &[Vec<f64>],
    assumption: Assumption,
) -> (Presentation, Cloud) {
    let [low, high] = ends(on);
    let order = on.analysis.in_rank_order().into_iter();
    let row = |option: OptionIx| {
        let at = problem.options.iter().position(|o| *o == option)?;
        let totals = totals.get(at)?;
        Some(cloud::Row {
            name: on.option(option).into_owned(),
            slot: option_slot(on, option),
            quantiles: cloud::quantiles(totals),
            counts: counts(totals, [low, high]),
            now: on.analysis.options[option].total.value(),
        })
    };
    let rows: Vec<cloud::Row> = order.filter_map(row).collect();
    let weights = weights_meant(assumption, problem);
    let title = match rows.first() {
        Some(cloud::Row {
            name,
            quantiles: [from, .., to],
            ..
        }) => {
            let (from, to) = (compact(from.round()), compact(to.round()));
            if from == to {
                format!("{name} has about {from} points in nine of ten {weights}")
            } else {
                format!("{name} has {from} to {to} points in nine of ten {weights}")
            }
        }
        None => String::new(),
    };
    let error = totals.iter().map(|own| error(own)).fold(0.0, f64::max);
    let subtitle = format!(
        "The total of each option over {} of the same sets of weights: nine in ten on the thin line, half of them on the thick one, the ring where it is now. An end is correct to about ±{}.",
        super::number::unrounded(totals.first().map_or(0.0, |own| own.len() as f64)),
        points((error * 1.96 * 10.0).ceil() / 10.0)
    );
    (
        presentation(on, "cloud", title, &subtitle),
        Cloud { low, high, rows },
    )
}
