//! The served app in two files: what the library needs, and the pages of an appraisal, which are fetched after it.
//!
//! Cargo links the app with its relocations (`build.rs`, with the feature `split`), the splitter moves what only the
//! pages reach into a second module, and wasm-bindgen does what it always does with the first. What the two write is
//! served as it comes; since the files name each other, it is their folder whose name changes with what is in it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::page::{self, Parts};
use crate::project::{self, stamp};
use crate::tools::{Tool, Tools};
use crate::{run, wasm};

/// The files of a split app, by what the splitter and wasm-bindgen call them: what is loaded first, the splitter's
/// own code among it, and the pages of an appraisal, which are fetched after it.
pub(crate) const FIRST: [&str; 3] = [CODE, WASM, "__wasm_split.js"];
pub(crate) const PAGES: &str = "split_appraisal.wasm";
const CODE: &str = "weighbridge.js";
const WASM: &str = "weighbridge_bg.wasm";

/// Splits what cargo linked, and returns the folder of the four files.
pub(crate) fn split(sh: &Shell, tools: &Tools) -> Result<PathBuf> {
    let folder = project::scratch(sh)?.join("split");
    sh.remove_path(&folder)?;
    let (splitter, linked) = (
        Tool::splitter().ensure(sh)?,
        wasm::linked(sh, "weighbridge"),
    );
    let splitter = cmd!(
        sh,
        "{splitter} --target web --out-name weighbridge {linked} {folder}"
    );
    run::watch(splitter, "Splitting the wasm")?;
    let main = folder.join("weighbridge.wasm");
    let target = ["web", "--keep-lld-exports"];
    wasm::bind(sh, &tools.bindgen, &main, &folder, &target)?;
    wasm::optimise(sh, &folder.join(WASM))?;
    wasm::optimise(sh, &folder.join(PAGES))?;
    Ok(folder)
}

/// Puts a split app in the place of the one that Trunk wrote; returns its folder in `dist/` and the page that loads it.
pub(crate) fn put(sh: &Shell, from: &Path, html: &str, dist: &Path) -> Result<(String, String)> {
    let [_, _, loader] = FIRST;
    // The pages are only found if the splitter's code asks for them by this name.
    if !sh.read_file(from.join(loader))?.contains(PAGES) {
        bail!(
            "The splitter names files other than before; xtask/src/split.rs has to follow: see {}.",
            from.display()
        );
    }
    let files = FIRST.into_iter().chain([PAGES]);
    let mut contents = Vec::new();
    for file in files.clone() {
        contents.extend(sh.read_binary_file(from.join(file))?);
    }
    let folder = format!("app-{}", stamp(&contents));
    for file in files {
        sh.copy_file(from.join(file), sh.create_dir(dist.join(&folder))?)?;
    }
    let old = page::parts(html)?;
    for old in [&old.code, &old.wasm] {
        sh.remove_path(dist.join(old))?;
    }
    let html = with_app(html, &old, &folder);
    Ok((folder, html))
}

/// The page with the addresses of a split app in place of those that Trunk wrote.
fn with_app(html: &str, old: &Parts, folder: &str) -> String {
    let [code, wasm, loader] = FIRST.map(|file| format!("{folder}/{file}"));
    let link = "<link id=\"app-wasm\"";
    let hint = format!("<link rel=\"modulepreload\" href=\"./{loader}\">\n    {link}");
    let html = html.replace(&old.code, &code).replace(&old.wasm, &wasm);
    html.replacen(link, &hint, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_files_of_a_split_app() {
        let page = "<link id=\"app-code\" href=\"./c.js\"><link id=\"app-wasm\" href=\"./d.wasm\">";
        let html = with_app(page, &page::parts(page).unwrap(), "app-1");
        for there in [
            "<link id=\"app-code\" href=\"./app-1/weighbridge.js\">",
            "<link rel=\"modulepreload\" href=\"./app-1/__wasm_split.js\">",
            "<link id=\"app-wasm\" href=\"./app-1/weighbridge_bg.wasm\">",
        ] {
            assert!(html.contains(there), "{there} is missing in {html}");
        }
    }
}
