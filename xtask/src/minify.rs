//! Scripts and styles as small as they can be, by esbuild.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::build::{read, write};
use crate::{node, project, run};

/// Makes a script or a style sheet smaller where it is.
pub(crate) fn file(file: &Path) -> Result<()> {
    let mut esbuild = esbuild();
    esbuild.arg(file).args(["--minify", "--allow-overwrite"]);
    esbuild.arg(format!("--outfile={}", file.display()));
    run::watch(&mut esbuild, "Minifying")
}

/// A module made smaller; the names it exports stay.
pub(crate) fn module(code: &str) -> Result<String> {
    let place = project::scratch()?.join("module.js");
    write(&place, code)?;
    let mut esbuild = esbuild();
    esbuild
        .arg(&place)
        .args(["--minify", "--format=esm", "--allow-overwrite"]);
    esbuild.arg(format!("--outfile={}", place.display()));
    run::watch(&mut esbuild, "Minifying")?;
    read(&place)
}

/// A plain script made smaller.
pub(crate) fn script(code: &str) -> Result<String> {
    let place = project::scratch()?.join("script.js");
    write(&place, code)?;
    let mut esbuild = esbuild();
    esbuild.arg(&place).args(["--minify", "--allow-overwrite"]);
    esbuild.arg(format!("--outfile={}", place.display()));
    run::watch(&mut esbuild, "Minifying")?;
    Ok(read(&place)?.trim_end().to_owned())
}

/// A script with everything it imports, as one object with a name.
pub(crate) fn bundle(script: &Path, name: &str) -> Result<String> {
    let place = project::scratch()?.join("bundle.js");
    let mut esbuild = esbuild();
    esbuild
        .arg(script)
        .args(["--bundle", "--minify", "--format=iife"])
        .arg(format!("--global-name={name}"))
        .arg(format!("--outfile={}", place.display()));
    run::watch(&mut esbuild, "Bundling")?;
    read(&place).with_context(|| format!("{} was not bundled", script.display()))
}

fn esbuild() -> std::process::Command {
    let mut command = node::node();
    command
        .arg(node::package_file("esbuild/bin/esbuild"))
        .arg("--log-level=warning");
    command
}
