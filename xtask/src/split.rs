//! The app in two files: what the library needs, and the pages of an appraisal.
//!
//! Cargo links the app with its relocations (`build.rs`, with the feature `split`); the splitter moves what
//! only the pages reach into a second module, and writes JavaScript that joins the two; wasm-bindgen does
//! what it always does with the first.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::build::{read, write};
use crate::page::Parts;
use crate::tools::{self, Tools};
use crate::{minify, project, run};

/// How the served app gets the pages; `PAGES` stands for the name of the file.
const FETCH: &str = include_str!("split/fetch.js");

/// The function in the joined code that gets the pages and makes them part of the app.
const LOAD_PAGES: &str = "loadPages";

/// The app in two, as files that nothing has looked at yet.
pub(crate) struct Halves {
    /// What the library needs.
    pub(crate) first: PathBuf,
    /// The pages of an appraisal.
    pub(crate) pages: PathBuf,
    /// The code that starts the first and calls `loadPages` for the second, which it does not define.
    pub(crate) code: String,
}

/// Splits what cargo linked.
pub(crate) fn split(tools: &Tools) -> Result<Halves> {
    let linked = project::target().join("wasm32-unknown-unknown/release/weighbridge.wasm");
    let folder = project::scratch()?.join("split");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    let mut splitter = run::command(tools::ensure_splitter()?);
    splitter.args(["--target", "web", "--out-name", "weighbridge"]);
    run::watch(splitter.arg(linked).arg(&folder), "Splitting the wasm")?;

    let joined = folder.join("joined");
    let mut bindgen = run::command(tools.bindgen());
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "weighbridge", "--out-dir"])
        .arg(&joined)
        .arg(folder.join("weighbridge.wasm"));
    run::watch(&mut bindgen, "wasm-bindgen")?;
    let code = minify::module(&join(
        &read(&joined.join("weighbridge.js"))?,
        &read(&folder.join("__wasm_split.js"))?,
    )?)?;
    Ok(Halves {
        first: joined.join("weighbridge_bg.wasm"),
        pages: folder.join("split_appraisal.wasm"),
        code,
    })
}

/// Puts the halves in the place of the one file that Trunk wrote, and returns what the page loads now.
pub(crate) fn put(
    halves: &Halves,
    html: &str,
    parts: &Parts,
    dist: &Path,
) -> Result<(String, Parts, String)> {
    for old in [&parts.code, &parts.wasm] {
        std::fs::remove_file(dist.join(old)).with_context(|| format!("{old} is not in dist"))?;
    }
    let first = place(&halves.first, "weighbridge", dist)?;
    let pages = place(&halves.pages, "pages", dist)?;
    let code = format!("{}\n{}", halves.code, FETCH.replace("PAGES", &pages));
    let code_name = format!("weighbridge-{}.js", stamp(code.as_bytes()));
    write(&dist.join(&code_name), &code)?;
    let html = html
        .replace(&parts.code, &code_name)
        .replace(&parts.wasm, &first);
    let parts = Parts {
        code: code_name,
        wasm: first,
        others: parts.others.clone(),
    };
    Ok((html, parts, pages))
}

/// Copies a module to `dist/` under a name that changes with its content.
fn place(wasm: &Path, name: &str, dist: &Path) -> Result<String> {
    let bytes =
        std::fs::read(wasm).with_context(|| format!("{} could not be read", wasm.display()))?;
    let name = format!("{name}-{}_bg.wasm", stamp(&bytes));
    std::fs::write(dist.join(&name), bytes)
        .with_context(|| format!("{name} could not be written"))?;
    Ok(name)
}

/// The first 16 digits of what the content hashes to.
pub(crate) fn stamp(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// One module of wasm-bindgen's code and the splitter's, which import each other.
fn join(bindgen: &str, link: &str) -> Result<String> {
    let other = "The splitter or wasm-bindgen writes other JavaScript than before; xtask/src/split.rs has to follow.";
    let Some((import, bindgen)) = bindgen.split_once('\n') else {
        bail!("{other}");
    };
    let name = import
        .strip_prefix("import * as ")
        .and_then(|rest| rest.split(' ').next())
        .context(other)?;
    let (_, link) = link
        .split_once("from \"./weighbridge.js\";")
        .context(other)?;
    let (before, rest) = link.split_once("makeLoad(() => {").context(other)?;
    let (_, after) = rest.split_once("\n}\n, [])").context(other)?;
    if bindgen.contains("\nimport ") || after.contains("makeLoad(") {
        bail!("{other}");
    }
    let load = "__wasm_split_load_appraisal";
    Ok(format!(
        "{bindgen}\n{before}makeLoad(() => {LOAD_PAGES}, []){after}\nconst {name} = {{ {load} }};\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_codes_become_one_module() {
        let bindgen = "import * as import1 from \"./__wasm_split.js\"\nfunction f() { return import1; }\nexport { f as default };\n";
        let link = "import { initSync } from \"./weighbridge.js\";\nfunction makeLoad(a, b) {}\n\
            export const __wasm_split_load_appraisal = wrap(makeLoad(() => {\n    fetch(1);\n}\n, []));\n";
        let code = join(bindgen, link).unwrap();
        assert!(!code.contains("import "), "{code}");
        assert!(
            code.contains("wrap(makeLoad(() => loadPages, []));"),
            "{code}"
        );
        assert!(
            code.contains("const import1 = { __wasm_split_load_appraisal };"),
            "{code}"
        );
        assert!(join("function f() {}\n", link).is_err());
        assert!(join(bindgen, "export const a = 1;").is_err());
    }

    #[test]
    fn a_stamp_is_sixteen_digits_of_the_content() {
        // SHA-256 of nothing begins like this (FIPS 180-4).
        assert_eq!(stamp(b""), "e3b0c44298fc1c14");
    }
}
