//! The licences of everything that is inside the app, which ship with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind};

use crate::{project, tools};

/// What a licence file is called, up to its ending.
const NAMES: [&str; 4] = ["license", "licence", "copying", "unlicense"];

/// The licence texts of the app and of every crate in it: one block for each text, with the crates it is of.
pub(crate) fn texts() -> Result<String> {
    let metadata = MetadataCommand::new()
        .manifest_path(project::path("Cargo.toml"))
        .other_options(["--locked", "--filter-platform", tools::WASM].map(str::to_owned))
        .exec()
        .context("cargo metadata could not be read")?;
    let mut blocks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in inside(&metadata)? {
        let licence = package.license.as_deref().unwrap_or("see below");
        let name = format!("{} {} ({licence})", package.name, package.version);
        blocks.entry(text(package)?).or_default().push(name);
    }
    let mut found = format!(
        "Weighbridge is licensed under MIT or Apache-2.0, at your option.\n\n{}\n\
         It contains the Rust standard library (MIT or Apache-2.0, https://www.rust-lang.org) and these crates:\n",
        own(&project::root())?
    );
    for (text, names) in blocks {
        found.push_str(&format!("\n{}\n\n{text}\n", names.join("\n")));
    }
    Ok(found)
}

/// The packages whose code is in the app: what it depends on, but for what only runs while it is built.
fn inside(metadata: &Metadata) -> Result<Vec<&Package>> {
    let graph = metadata
        .resolve
        .as_ref()
        .context("cargo metadata has no graph")?;
    let app = metadata
        .root_package()
        .context("cargo metadata has no root package")?;
    let mut seen: BTreeSet<&PackageId> = BTreeSet::new();
    let mut next = vec![&app.id];
    let mut found = Vec::new();
    while let Some(id) = next.pop() {
        let package = &metadata[id];
        let runs_in_compiler = package
            .targets
            .iter()
            .any(|t| t.kind.contains(&TargetKind::ProcMacro));
        if !seen.insert(id) || runs_in_compiler {
            continue;
        }
        if package.source.is_some() {
            found.push(package);
        }
        let node = graph.nodes.iter().find(|node| node.id == *id);
        let shipped = node.into_iter().flat_map(|node| &node.deps).filter(|dep| {
            dep.dep_kinds
                .iter()
                .any(|k| k.kind == DependencyKind::Normal)
        });
        next.extend(shipped.map(|dep| &dep.pkg));
    }
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(found)
}

/// The licence text of a crate: the shortest of those it offers, where one of them is enough; where it brings none,
/// where to find it.
fn text(package: &Package) -> Result<String> {
    let folder = package
        .manifest_path
        .parent()
        .context("a package without a folder")?;
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{folder} could not be read"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_ascii_lowercase();
        let name = name.to_string_lossy();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            texts.push(std::fs::read_to_string(&path)?.trim().replace("\r\n", "\n"));
        }
    }
    // "Either licence, see the files" is no licence text.
    texts.retain(|text| text.len() > 500);
    texts.sort_by_key(String::len);
    let elsewhere = || {
        let at = package.repository.as_deref().unwrap_or("its own site");
        format!("The licence text of this crate is at {at}.")
    };
    if package
        .license
        .as_ref()
        .is_some_and(|l| l.contains(" AND "))
    {
        return Ok(texts.join("\n\n"));
    }
    Ok(texts.into_iter().next().unwrap_or_else(elsewhere))
}

/// The shorter of this project's own licences.
fn own(root: &Path) -> Result<String> {
    let file = root.join("LICENSE-MIT");
    std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn every_library_of_the_app_is_named_with_a_text() {
        let found = texts().unwrap();
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
