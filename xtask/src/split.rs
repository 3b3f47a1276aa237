//! The served app in two files: what the library needs, and the pages of an appraisal, which are fetched after it.
//!
//! Cargo links the app with its relocations (`build.rs`, with the feature `split`), the splitter moves what only the
//! pages reach into a second module, and wasm-bindgen does what it always does with the first. What the two write is
//! served as it comes; since the files name each other, it is their folder whose name changes with what is in it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::build::{optimise, read};
use crate::page::Parts;
use crate::tools::{self, Tools};
use crate::{project, run, single};

/// The files of a split app, by what the splitter and wasm-bindgen call them.
const CODE: &str = "weighbridge.js";
const WASM: &str = "weighbridge_bg.wasm";
const LOADER: &str = "__wasm_split.js";
const PAGES: &str = "split_appraisal.wasm";

/// Splits what cargo linked, and returns the folder of the four files.
pub(crate) fn split(tools: &Tools) -> Result<PathBuf> {
    let folder = project::scratch()?.join("split");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    let mut splitter = run::command(tools::ensure_splitter()?);
    splitter.args(["--target", "web", "--out-name", "weighbridge"]);
    splitter.arg(single::linked()).arg(&folder);
    run::watch(&mut splitter, "Splitting the wasm")?;
    let mut bindgen = run::command(tools.bindgen());
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "weighbridge", "--out-dir"])
        .arg(&folder)
        .arg(folder.join("weighbridge.wasm"));
    run::watch(&mut bindgen, "wasm-bindgen")?;
    optimise(&folder.join(WASM))?;
    optimise(&folder.join(PAGES))?;
    Ok(folder)
}

/// Puts a split app in the place of the one that Trunk wrote, and returns what the page loads now.
pub(crate) fn put(from: &Path, parts: &Parts, dist: &Path) -> Result<Parts> {
    for old in [&parts.code, &parts.wasm] {
        std::fs::remove_file(dist.join(old)).with_context(|| format!("{old} is not in dist"))?;
    }
    // The second is only found if the first asks for it by this name.
    if !read(&from.join(LOADER))?.contains(PAGES) {
        bail!(
            "The splitter names files other than before; xtask/src/split.rs has to follow: see {}.",
            from.display()
        );
    }
    let files = [CODE, WASM, LOADER, PAGES];
    let read = |file: &&str| {
        let path = from.join(file);
        std::fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    let contents: Vec<Vec<u8>> = files.iter().map(read).collect::<Result<_>>()?;
    let folder = format!("app-{}", stamp(&contents.concat()));
    std::fs::create_dir_all(dist.join(&folder))
        .with_context(|| format!("{folder} could not be made"))?;
    for (file, bytes) in files.iter().zip(contents) {
        std::fs::write(dist.join(&folder).join(file), bytes)
            .with_context(|| format!("{file} could not be written"))?;
    }
    let name = |file: &str| format!("{folder}/{file}");
    Ok(Parts {
        code: name(CODE),
        wasm: name(WASM),
        loader: Some(name(LOADER)),
        pages: Some(name(PAGES)),
        others: parts.others.clone(),
    })
}

/// The first 16 digits of what the content hashes to.
pub(crate) fn stamp(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_sixteen_digits_of_the_content() {
        // SHA-256 of nothing begins like this (FIPS 180-4).
        assert_eq!(stamp(b""), "e3b0c44298fc1c14");
    }
}
