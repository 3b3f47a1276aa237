//! Measures `weigh results` on generated appraisals as large as the file format allows.
//!
//! `limits WEIGH FOLDER JSON` runs the program WEIGH on every case, whose files it leaves in FOLDER, and writes the
//! seconds to the file JSON. It fails where one took longer than the limit. `cargo xtask bench --limits` runs it.

mod cases;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};

use cases::CASES;

/// No appraisal within the limits of the format may take longer, in seconds.
const MOST: f64 = 30.0;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [weigh, folder, json] => measure(weigh, folder, json),
        _ => bail!("limits WEIGH FOLDER JSON"),
    }
}

fn measure(weigh: &Path, folder: &Path, json: &Path) -> Result<()> {
    let mut found = Map::new();
    let mut slow = Vec::new();
    println!("{:<40} {:>9}", "weigh results", "Seconds");
    for case in CASES {
        let path = folder.join(case.name.replace([' ', ','], "-") + ".json");
        write(&path, &case.file())?;
        let begun = Instant::now();
        let output = Command::new(weigh).arg("results").arg(&path).output()?;
        let took = begun.elapsed().as_secs_f64();
        if !output.status.success() {
            bail!("{}: {}", case.name, String::from_utf8_lossy(&output.stderr));
        }
        println!("{:<40} {took:>9.2}", case.name);
        if took > MOST {
            slow.push(case.name);
        }
        found.insert(case.name.to_owned(), took.into());
    }
    write(json, &Value::Object(found))?;
    println!("\nThe figures are in {}.", json.display());
    if !slow.is_empty() {
        bail!("Longer than {MOST} s: {}.", slow.join("; "));
    }
    Ok(())
}

fn write(file: &Path, value: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value)? + "\n";
    fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))
}
