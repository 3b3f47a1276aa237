//! Measures cases natively: `smaa 5x8x100000 20x12x1000000:random`, one JSON line for each.
//!
//! `smaa enough 20x12` finds how many samples bring the root of the mean squared error of all rank
//! acceptabilities down to 0.1 percentage points, with quasi-random points and without, against the
//! thousand million samples in `reference/`, which `smaa reference 20x12` prints.

use bench_smaa::Case;
use std::time::Instant;

/// Runs that are timed; the first one before them is not.
const REPEATS: u64 = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["reference", size] => reference(size),
        ["enough", size] => enough(size),
        cases => cases.iter().try_for_each(|case| measure(case)),
    };
    if done.is_none() {
        eprintln!("smaa CASE..., smaa enough SIZE, or smaa reference SIZE");
        std::process::exit(2);
    }
}

fn measure(name: &str) -> Option<()> {
    let case = Case::read(name)?;
    let mut check = case.run(0)?;
    let mut times = Vec::new();
    for seed in 1..=REPEATS {
        let begun = Instant::now();
        check = case.run(seed)?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let first: Vec<String> = (0..5)
        .map(|option| format!("{:.4}", check.rank(option, 0)))
        .collect();
    println!(
        "{{\"impl\": \"Weighbridge native\", \"case\": \"smaa {name}\", \"median_ms\": {:.4}, \"min_ms\": {:.4}, \"max_ms\": {:.4}, \"reps\": {REPEATS}, \"check\": [{}]}}",
        times.get(times.len() / 2)?,
        times.first()?,
        times.last()?,
        first.join(", "),
    );
    Some(())
}

fn reference(size: &str) -> Option<()> {
    let outcome = Case::read(&format!("{size}x1000000000"))?.run(777)?;
    for row in outcome.ranks.chunks(outcome.options) {
        let row: Vec<String> = row.iter().map(|e| format!("{:.7}", e.value)).collect();
        println!("{}", row.join(" "));
    }
    Some(())
}

fn enough(size: &str) -> Option<()> {
    let text = match size {
        "5x8" => include_str!("../reference/5x8.txt"),
        "20x12" => include_str!("../reference/20x12.txt"),
        _ => return None,
    };
    let truth: Vec<f64> = text
        .split_whitespace()
        .filter_map(|x| x.parse().ok())
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let cells = truth.len() as f64;
    let plain: f64 = truth.iter().map(|p| p * (1.0 - p)).sum::<f64>() / cells;
    // From 1,000 up, an eighth more each time.
    let mut samples = 1024_u64;
    loop {
        let mut squares = 0.0;
        for seed in 0..20 {
            let outcome = Case::read(&format!("{size}x{samples}"))?.run(seed)?;
            for (own, truth) in outcome.ranks.iter().zip(&truth) {
                squares += (own.value - truth) * (own.value - truth);
            }
        }
        if squares / 20.0 / cells <= 1e-6 {
            break;
        }
        samples += samples.div_ceil(128) * 16;
    }
    println!(
        "{{\"size\": \"{size}\", \"quasi\": {samples}, \"random\": {:.0}}}",
        plain * 1e6
    );
    Some(())
}
