//! The development tools from npm: the wasm optimiser, and what the browser journeys need.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use cargo_metadata::semver::Version;
use xshell::{Shell, cmd};

use crate::{project, run};

/// The oldest Node.js that runs all of them.
const OLDEST: u64 = 20;

/// Makes sure that `node_modules` holds exactly what `package-lock.json` says.
pub(crate) fn ensure(sh: &Shell) -> Result<()> {
    let version = run::ask(cmd!(sh, "node --version"));
    let version = version.and_then(|said| Version::parse(said.trim_start_matches('v')).ok());
    let (Some(Version { major, .. }), Ok(npm)) = (version, which::which("npm")) else {
        bail!(
            "Node.js {OLDEST} or later, with npm, is needed for the finished build and for the journeys. \
             Install it from nodejs.org or with your system's packages, and run this again. \
             `cargo xtask serve` does without."
        );
    };
    if major < OLDEST {
        bail!(
            "Node.js {major} is too old for the development tools. Install Node.js {OLDEST} or later, and run this again."
        );
    }
    let wanted = sh.read_file("package-lock.json")?;
    let stamp = package_file(".weighbridge-lock.json");
    if sh
        .read_file(&stamp)
        .is_ok_and(|installed| installed == wanted)
    {
        return Ok(());
    }
    println!("Installing the development tools from npm into node_modules (about 120 MB).");
    let install = cmd!(sh, "{npm} ci --no-audit --no-fund --ignore-scripts");
    run::watch(install, "npm ci")?;
    Ok(sh.write_file(stamp, wanted)?)
}

/// Makes a script or a style sheet smaller, in place: what it does stays the same.
pub(crate) fn minify(sh: &Shell, file: &Path) -> Result<()> {
    let esbuild = package_file("esbuild/bin/esbuild");
    let command = cmd!(
        sh,
        "node {esbuild} --minify --allow-overwrite --log-level=warning --outfile={file} {file}"
    );
    run::show(&command.quiet(), "Minifying")
}

/// A file inside an installed package.
pub(crate) fn package_file(inside: &str) -> PathBuf {
    project::path("node_modules").join(inside)
}
