//! The licences of everything that is inside the app, which ship with it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use cargo_metadata::Package;
use xshell::{Shell, cmd};

use crate::project;
use crate::tools::WASM;

/// What a licence file is called, up to its ending.
const NAMES: [&str; 4] = ["license", "licence", "copying", "unlicense"];

/// The licence texts of the app and of every crate in it: one block for each text, with the crates it is of.
pub(crate) fn texts(sh: &Shell) -> Result<String> {
    let mut blocks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in inside(sh)? {
        let licence = package.license.as_deref().unwrap_or("see below");
        let name = format!("{} {} ({licence})", package.name, package.version);
        blocks.entry(text(sh, &package)?).or_default().push(name);
    }
    let mut found = format!(
        "Weighbridge is licensed under MIT or Apache-2.0, at your option.\n\n{}\n\
         It contains the Rust standard library (MIT or Apache-2.0, https://www.rust-lang.org) and these crates:\n",
        sh.read_file(project::path("LICENSE-MIT"))?
    );
    for (text, names) in blocks {
        found.push_str(&format!("\n{}\n\n{text}\n", names.join("\n")));
    }
    Ok(found)
}

/// The packages whose code is in the app: what it depends on, but for what only runs while it is built.
fn inside(sh: &Shell) -> Result<Vec<Package>> {
    let tree = cmd!(
        sh,
        "cargo tree --locked --package weighbridge --features split --target {WASM} --edges normal,no-proc-macro --prefix none"
    );
    let tree = tree.quiet().read()?;
    let name_and_version = |line| {
        let mut words = str::split_whitespace(line);
        Some((words.next()?, words.next()?.trim_start_matches('v')))
    };
    let inside: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let mut found = project::packages()?;
    found.retain(|package| {
        let version = package.version.to_string();
        package.source.is_some() && inside.contains(&(package.name.as_str(), version.as_str()))
    });
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(found)
}

/// The licence text of a crate: the shortest of those it offers, where one of them is enough; where it brings none,
/// where to find it.
fn text(sh: &Shell, package: &Package) -> Result<String> {
    let folder = package
        .manifest_path
        .parent()
        .context("a package without a folder")?;
    let mut texts = Vec::new();
    for path in sh.read_dir(folder)? {
        let name = path.file_name().unwrap_or_default().to_ascii_lowercase();
        let name = name.to_string_lossy();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            texts.push(sh.read_file(&path)?.trim().replace("\r\n", "\n"));
        }
    }
    // "Either licence, see the files" is no licence text.
    texts.retain(|text| text.len() > 500);
    texts.sort_by_key(String::len);
    let elsewhere = || {
        let at = package.repository.as_deref().unwrap_or("its own site");
        format!("The licence text of this crate is at {at}.")
    };
    let licence = package.license.as_deref().unwrap_or_default();
    if licence.contains(" AND ") {
        return Ok(texts.join("\n\n"));
    }
    Ok(texts.into_iter().next().unwrap_or_else(elsewhere))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_of_the_app_is_named_with_a_text() {
        let found = texts(&Shell::new().unwrap()).unwrap();
        for there in [
            "yew 0.23",
            "plotters 0.3",
            "serde_json 1",
            "Permission is hereby granted",
        ] {
            assert!(found.contains(there), "{there} is missing");
        }
        // What only the tests, the command line or the chores use is not in the app.
        for absent in ["proptest", "clap", "lol_html", "serde_derive"] {
            assert!(
                !found.contains(&format!("\n{absent} ")),
                "{absent} is not in the app"
            );
        }
    }
}
