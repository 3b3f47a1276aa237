//! What was compiled of the libraries for earlier checkouts, for build machines, where every checkout is a new one.
//!
//! It is a build folder in the cache, and only the libraries in it are of use to the next run: cargo knows them by their
//! version, their settings and the compiler. What cargo knows by time stamps, which say little from one
//! checkout to the next, is the packages of the checkout itself, and these are taken out before anything is compiled.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::{project, run, split, tools};

/// The packages of a checkout.
const OWN: [&str; 14] = [
    "bench-smaa",
    "weighbridge",
    "weighbridge-analysis",
    "weighbridge-chart",
    "weighbridge-cli",
    "weighbridge-edit",
    "weighbridge-file",
    "weighbridge-model",
    "weighbridge-numeric",
    "weighbridge-opening",
    "weighbridge-report",
    "weighbridge-sampling",
    "weighbridge-state",
    "xtask",
];

/// What the steps compile them for.
const KINDS: [&[&str]; 4] = [
    &["--profile", "dev"],
    &["--profile", "release"],
    &["--profile", "dev", "--target", tools::WASM],
    &["--profile", "release", "--target", tools::WASM],
];

/// Lets this run compile in the cache, when it is one of a build machine that has not said where to compile.
pub(crate) fn reuse() -> Result<()> {
    let said =
        |name| std::env::var_os(name).is_some_and(|value: std::ffi::OsString| !value.is_empty());
    if !said("CI") || said("CARGO_TARGET_DIR") || said("CARGO_BUILD_TARGET_DIR") {
        return Ok(());
    }
    let Ok(all) = tools::cache().map(|cache| cache.join("compiled")) else {
        return Ok(());
    };
    let folder = all.join(stamp()?);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} could not be made", folder.display()))?;
    let lock = all.join("lock");
    let lock =
        File::create(&lock).with_context(|| format!("{} could not be written", lock.display()))?;
    match lock.try_lock() {
        Ok(()) => {}
        // Two runs would take each other's app for their own.
        Err(TryLockError::WouldBlock) => {
            println!(
                "Another run compiles in {}: this one does in its checkout.",
                all.display()
            );
            return Ok(());
        }
        Err(TryLockError::Error(error)) => {
            println!(
                "{} cannot be kept to one run at a time ({error}), so is not used.",
                all.display()
            );
            return Ok(());
        }
    }
    remove_others(&all, &folder);
    println!(
        "Compiling in {}, where the libraries are from earlier runs.",
        folder.display()
    );
    project::compile_in(folder, lock);
    for kind in KINDS {
        let mut command = run::cargo();
        command.args(["clean", "--quiet"]).args(kind);
        command.args(OWN.iter().flat_map(|package| ["--package", package]));
        run::watch(&mut command, "Taking out what belongs to a checkout")?;
    }
    Ok(())
}

/// What changes when most of the libraries have to be compiled anew: the compiler, and their versions.
fn stamp() -> Result<String> {
    let compiler = run::ask(run::command("rustc").arg("-vV"))
        .context("rustc cannot be asked for its version")?;
    let lock = project::path("Cargo.lock");
    let lock = std::fs::read_to_string(&lock)
        .with_context(|| format!("{} could not be read", lock.display()))?;
    Ok(split::stamp((compiler + &lock).as_bytes()))
}

/// Removes what was compiled by another compiler or of other versions, which would only grow.
fn remove_others(all: &Path, folder: &Path) {
    let entries = std::fs::read_dir(all).into_iter().flatten().flatten();
    let others = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && path != folder);
    for other in others {
        // Only space is lost when it stays.
        let _ = std::fs::remove_dir_all(other);
    }
}

/// The folder of this run, if it compiles in the cache, and what keeps others out as long as it lasts.
pub(crate) type Kept = (PathBuf, File);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_of_the_checkout_is_taken_out() {
        let metadata = run::ask(run::cargo().args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ]));
        let metadata: serde_json::Value = serde_json::from_str(&metadata.unwrap()).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        let mut names: Vec<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, OWN);
    }
}
