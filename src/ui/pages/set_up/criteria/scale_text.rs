//! Scales in words: "30 weeks is worth 0, 10 weeks is worth 100".

use weighbridge_analysis::ValueFunction;
use weighbridge_model::{Direction, Measure, Range, ScaleKind, ScalePoint};
use weighbridge_report::{better_words, count, unit_of, unrounded};

/// What a scale is and how it turns into values; the function is that of a measure, once its ends
/// are known.
pub fn scale_words(kind: &ScaleKind, function: Option<&ValueFunction>) -> String {
    match kind {
        ScaleKind::Direct => "Scored from 0 to 100 directly".to_owned(),
        ScaleKind::Points(levels) => points(levels),
        ScaleKind::Measure(measure) => measured(measure, function),
    }
}

fn points(levels: &[ScalePoint]) -> String {
    let by_value = |a: &&ScalePoint, b: &&ScalePoint| a.value.get().total_cmp(&b.value.get());
    let (Some(worst), Some(best)) = (
        levels.iter().min_by(by_value),
        levels.iter().max_by(by_value),
    ) else {
        return "Labelled points".to_owned();
    };
    format!(
        "Scored by one of {} labels, from “{}” (worth {}) to “{}” (worth {})",
        count(levels.len()),
        worst.label,
        unrounded(worst.value.get()),
        best.label,
        unrounded(best.value.get())
    )
}

fn measured(measure: &Measure, function: Option<&ValueFunction>) -> String {
    let better = better_words(measure);
    let unit = match measure.unit.trim() {
        "" => "a number".to_owned(),
        unit => unit.to_owned(),
    };
    let own = measure.range == Range::Local;
    let start = format!("Measured in {unit}; {better}");
    match function {
        None => format!(
            "{start}. The worst of the options’ own amounts is worth 0 and the best 100, once there are any"
        ),
        Some(function) if function.is_flat() => format!(
            "{start}. Every option has {}, so it tells none apart",
            amount(function.worst, &measure.unit)
        ),
        Some(function) => {
            let mut list = function.points().to_vec();
            if measure.direction == Direction::Lower {
                list.reverse();
            }
            let list: Vec<String> = list
                .into_iter()
                .map(|(at, value)| {
                    format!(
                        "{} is worth {}",
                        amount(at, &measure.unit),
                        unrounded(value)
                    )
                })
                .collect();
            let ends = if own {
                ", the options’ own worst and best"
            } else {
                ""
            };
            format!("{start}. {}{ends}", list.join(", "))
        }
    }
}

/// An amount with its unit: `30 weeks`, `£400 a week`.
fn amount(x: f64, unit: &str) -> String {
    let unit = unit.trim();
    match unit.strip_prefix('£') {
        Some(rest) if x < 0.0 => format!("-£{} {}", unrounded(-x), rest.trim()),
        Some(rest) => format!("£{} {}", unrounded(x), rest.trim()),
        None if unit == "%" => format!("{}%", unrounded(x)),
        None => {
            let amount = unrounded(x);
            let unit = unit_of(&amount, unit);
            format!("{amount} {unit}")
        }
    }
    .trim_end()
    .to_owned()
}
