//! What was compiled of the libraries for earlier checkouts, for build machines, where every checkout is a new one.
//!
//! It is a build folder in the cache, and only the libraries in it are of use to the next run: cargo knows them by their
//! version, their settings and the compiler. What cargo knows by time stamps, which say little from one
//! checkout to the next, is the packages of the checkout itself, and these are taken out before anything is compiled.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::{project, run, tools};

/// Lets this run compile in the cache, when it is one of a build machine that has not said where to compile; returns
/// what keeps other runs out of it.
pub(crate) fn reuse(sh: &Shell) -> Result<Option<File>> {
    let said = |name| sh.var_os(name).is_some_and(|value| !value.is_empty());
    if !said("CI") || said("CARGO_TARGET_DIR") || said("CARGO_BUILD_TARGET_DIR") {
        return Ok(None);
    }
    let Ok(all) = tools::cache().map(|cache| cache.join("compiled")) else {
        return Ok(None);
    };
    let folder = sh.create_dir(all.join(stamp(sh)?))?;
    let lock = File::create(all.join("lock"))
        .with_context(|| format!("{} cannot be locked", all.display()))?;
    // Two runs would take each other's app for their own.
    if let Err(error) = lock.try_lock() {
        let all = all.display();
        println!("{all} is not this run's alone ({error}): compiling in the checkout.");
        return Ok(None);
    }
    remove_others(sh, &all, &folder);
    println!(
        "Compiling in {}, with the libraries of earlier runs.",
        folder.display()
    );
    sh.set_var("CARGO_TARGET_DIR", &folder);
    // What only helps the next change of the same checkout is not worth its time there.
    sh.set_var("CARGO_INCREMENTAL", "0");
    for profile in ["dev", "release"] {
        for target in [&[][..], &["--target", tools::WASM]] {
            let clean = cmd!(
                sh,
                "cargo clean --quiet --workspace --profile {profile} {target...}"
            );
            run::watch(clean, "Taking out what belongs to a checkout")?;
        }
    }
    Ok(Some(lock))
}

/// What changes when most of the libraries have to be compiled anew: the compiler, and their versions.
fn stamp(sh: &Shell) -> Result<String> {
    let compiler = cmd!(sh, "rustc -vV").quiet().read()?;
    Ok(project::stamp(
        (compiler + &sh.read_file("Cargo.lock")?).as_bytes(),
    ))
}

/// Removes what was compiled by another compiler or of other versions, which would only grow.
fn remove_others(sh: &Shell, all: &Path, folder: &Path) {
    let entries = sh.read_dir(all).into_iter().flatten();
    for other in entries.filter(|path| path.is_dir() && path != folder) {
        // Only space is lost when it stays.
        let _ = sh.remove_path(other);
    }
}
