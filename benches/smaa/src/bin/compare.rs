//! Compares the sampler natively, in a browser, and with other programs that sample the same, one after the other in
//! rounds. `cargo xtask bench` builds what it needs and runs it:
//!
//! `compare ROUNDS JSON SMAA WEB [PEERS]`: the file for the figures, the program `smaa`, the folder of what
//! wasm-bindgen wrote, and a folder of other programs with a `run` that prints a JSON line for each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

/// What the sampler is measured on: as peers are, at equal samples with growing size, and at equal
/// size with growing samples.
const CASES: [&str; 8] = [
    "5x8x100000",
    "5x8x100000:random",
    "20x12x1000000",
    "20x12x1000000:random",
    "40x32x100000",
    "5x8x10000",
    "5x8x1000000",
    "5x8x10000000",
];

/// The sizes for which a reference is known, and what peers call the number of samples.
const SIZES: [(&str, &str); 2] = [("5x8", "100000"), ("20x12", "1000000")];

/// A line that a program printed.
#[derive(Deserialize)]
struct Line {
    #[serde(rename = "impl")]
    program: String,
    case: String,
    median_ms: f64,
}

/// How many samples make an error of 0.1 percentage points.
#[derive(Deserialize)]
struct Enough {
    size: String,
    quasi: u64,
    random: f64,
}

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [rounds, json, smaa, web, peers @ ..] = arguments.as_slice() else {
        bail!("compare ROUNDS JSON SMAA WEB [PEERS]");
    };
    let rounds: usize = rounds.to_string_lossy().parse()?;
    let mut enough = Vec::new();
    for (size, _) in SIZES {
        let line = text(Command::new(smaa).args(["enough", size]))?;
        enough.push(serde_json::from_str::<Enough>(&line)?);
    }
    let mut cases: Vec<String> = CASES.iter().map(|case| (*case).to_owned()).collect();
    cases.extend(enough.iter().map(|e| format!("{}x{}", e.size, e.quasi)));

    let mut times = Times::default();
    for round in 1..=rounds.max(1) {
        println!("Round {round} of {}", rounds.max(1));
        times.add(&text(Command::new(smaa).args(&cases))?);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/browser.mjs");
        times.add(&text(
            Command::new("node").arg(script).arg(web).args(&cases),
        )?);
        for folder in peers {
            // A peer that this machine does not have is told of on the error output, and left out.
            times.add(&text(Command::new(folder.join("run")).current_dir(folder))?);
        }
    }
    times.print();
    let figures = times.figures(&enough);
    for (what, figure) in &figures {
        println!("{what}: {figure:.3}");
    }
    std::fs::write(json, times.json(&figures)?)
        .with_context(|| format!("{} could not be written", json.display()))?;
    println!("\nThe figures are in {}.", json.display());
    Ok(())
}

/// What a program printed; it has to end well.
fn text(command: &mut Command) -> Result<String> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output();
    let output = output.with_context(|| format!("{program} could not be started"))?;
    if !output.status.success() {
        bail!("{program} failed ({}).", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Milliseconds of every round, by case and program.
#[derive(Default)]
struct Times(BTreeMap<(String, String), Vec<f64>>);

impl Times {
    fn add(&mut self, printed: &str) {
        for line in printed.lines() {
            if let Ok(line) = serde_json::from_str::<Line>(line) {
                let times = self.0.entry((line.case, line.program)).or_default();
                times.push(line.median_ms);
            }
        }
    }

    /// The median of a program's rounds on a case.
    fn of(&self, case: &str, program: &str) -> Option<f64> {
        let times = self.0.get(&(case.to_owned(), program.to_owned()))?;
        median(times)
    }

    /// The shortest median of those peers whose names hold a word.
    fn best(&self, case: &str, word: &str) -> Option<f64> {
        let own = self
            .0
            .iter()
            .filter(|((c, program), _)| c == case && program.contains(word));
        own.filter_map(|(_, times)| median(times))
            .min_by(f64::total_cmp)
    }

    fn print(&self) {
        println!("\n{:<28} {:<44} {:>12}", "Case", "Program", "Median, ms");
        for ((case, program), times) in &self.0 {
            let median = median(times).unwrap_or_default();
            println!("{case:<28} {program:<44} {median:>12.3}");
        }
        println!();
    }

    /// The ratios that are aimed at, each with what it is.
    fn figures(&self, enough: &[Enough]) -> Vec<(String, f64)> {
        let mut found = Vec::new();
        let mut add = |what: String, figure: Option<f64>| {
            found.extend(figure.map(|figure| (what, figure)));
        };
        let ratio = |a: Option<f64>, b: Option<f64>| Some(a? / b?);
        for (size, samples) in SIZES {
            let case = format!("smaa {size}x{samples}");
            let browser = self.of(&format!("{case}:random"), BROWSER);
            for (word, name) in [
                ("numpy", "numpy"),
                ("JS typed", "typed-array JavaScript"),
                ("128 bit", "C of 128 bits"),
            ] {
                let peer = self.best(&case, word);
                add(
                    format!("{size}: {name} / browser, pseudo-random"),
                    ratio(peer, browser),
                );
                let quasi = self.of(&case, BROWSER);
                add(
                    format!("{size}: {name} / browser, quasi-random"),
                    ratio(peer, quasi),
                );
            }
            add(
                format!("{size}: browser / native"),
                ratio(browser, self.of(&format!("{case}:random"), NATIVE)),
            );
            for e in enough.iter().filter(|e| e.size == size) {
                let own = self.of(&format!("smaa {size}x{}", e.quasi), BROWSER);
                let all: f64 = samples.parse().unwrap_or(1.0);
                let numpy = self.best(&case, "numpy").map(|t| t * e.random / all);
                #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
                add(
                    format!("{size}: samples to 0.1 points, quasi-random"),
                    Some(e.quasi as f64),
                );
                add(
                    format!("{size}: samples to 0.1 points, plain"),
                    Some(e.random),
                );
                add(format!("{size}: ms to 0.1 points, browser"), own);
                add(
                    format!("{size}: time to 0.1 points, numpy plain / browser"),
                    ratio(numpy, own),
                );
            }
        }
        for program in [NATIVE, BROWSER] {
            let decades = [
                "smaa 5x8x10000",
                "smaa 5x8x100000",
                "smaa 5x8x1000000",
                "smaa 5x8x10000000",
            ];
            let logs: Option<Vec<f64>> = decades
                .iter()
                .map(|case| Some(libm::log10(self.of(case, program)?)))
                .collect();
            // The slope of the straight line nearest to four equally spaced points.
            let slope = logs.map(|l| (3.0 * (l[3] - l[0]) + (l[2] - l[1])) / 10.0);
            add(
                format!("exponent of time, 10,000 to 10 million samples, {program}"),
                slope,
            );
            let growth = ratio(
                self.of("smaa 40x32x100000", program),
                self.of("smaa 5x8x100000", program),
            );
            add(format!("time per sample, 40x32 / 5x8, {program}"), growth);
        }
        found
    }

    fn json(&self, figures: &[(String, f64)]) -> Result<String> {
        let times: Vec<serde_json::Value> = self
            .0
            .iter()
            .map(|((case, program), times)| {
                serde_json::json!({"case": case, "impl": program, "median_ms": median(times), "rounds_ms": times})
            })
            .collect();
        let figures: serde_json::Map<String, serde_json::Value> = figures
            .iter()
            .map(|(what, figure)| (what.clone(), (*figure).into()))
            .collect();
        let all = serde_json::json!({"times": times, "figures": figures});
        Ok(serde_json::to_string_pretty(&all)? + "\n")
    }
}

/// What our two lines are called.
const NATIVE: &str = "Weighbridge native";
const BROWSER: &str = "Weighbridge in Chromium";

fn median(times: &[f64]) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    // Of an even number of rounds the lower of the middle two, for every program alike.
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_medians_and_ratios() {
        let mut times = Times::default();
        for (ours, theirs) in [(2.0, 10.0), (4.0, 8.0), (3.0, 90.0)] {
            times.add(&format!(
                "{{\"impl\": \"{BROWSER}\", \"case\": \"smaa 5x8x100000:random\", \"median_ms\": {ours}}}\n\
                 not a line\n\
                 {{\"impl\": \"numpy 2 float32\", \"case\": \"smaa 5x8x100000\", \"median_ms\": {theirs}}}"
            ));
        }
        let figures = times.figures(&[]);
        let what = "5x8: numpy / browser, pseudo-random".to_owned();
        assert_eq!(figures, [(what, 10.0 / 3.0)]);
        assert!(times.json(&figures).unwrap().contains("rounds_ms"));
    }
}
