//! The app in two files, what the library needs and the pages of an appraisal; and in one, for the single file,
//! which has nothing to wait for.
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

/// The app in one, as files that nothing has looked at yet.
pub(crate) struct Whole {
    /// All of it.
    pub(crate) wasm: PathBuf,
    /// The code that starts it.
    pub(crate) code: String,
}

/// What the splitter calls the module of what it will join; it is there in the app as cargo linked it.
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// The app as cargo linked it, tied together where it would be split. It is smaller than both halves.
pub(crate) fn whole(tools: &Tools) -> Result<Whole> {
    let folder = project::scratch()?.join("whole");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} could not be made", folder.display()))?;
    let linked = linked();
    let bytes = std::fs::read(&linked)
        .with_context(|| format!("{} could not be read", linked.display()))?;
    let bare = folder.join("linked.wasm");
    let without = self::bare(&bytes).context("cargo linked something that is no wasm")?;
    std::fs::write(&bare, without)
        .with_context(|| format!("{} could not be written", bare.display()))?;
    let mut bindgen = run::command(tools.bindgen());
    bindgen
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "weighbridge", "--out-dir"])
        .arg(&folder)
        .arg(&bare);
    run::watch(&mut bindgen, "wasm-bindgen")?;
    let exports = exports(&bytes).context("cargo linked something that is no wasm")?;
    let code = tie(&read(&folder.join("weighbridge.js"))?, &exports)?;
    Ok(Whole {
        wasm: folder.join("weighbridge_bg.wasm"),
        code: minify::module(&code)?,
    })
}

fn linked() -> PathBuf {
    project::target().join("wasm32-unknown-unknown/release/weighbridge.wasm")
}

/// A section of a module: its number, its content, and where it starts and ends with its head.
type Section<'a> = (u8, &'a [u8], std::ops::Range<usize>);

/// The sections of a module.
fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut found = Vec::new();
    let mut at = 8;
    while let Some(number) = wasm.get(at) {
        let mut rest = wasm.get(at + 1..)?;
        let size = leb(&mut rest)?;
        let from = wasm.len() - rest.len();
        found.push((*number, rest.get(..size)?, at..from + size));
        at = from + size;
    }
    Some(found)
}

/// An unsigned number of the binary format, taken from the front.
fn leb(from: &mut &[u8]) -> Option<usize> {
    let (mut number, mut shift) = (0_usize, 0);
    loop {
        let (byte, rest) = from.split_first()?;
        *from = rest;
        number |= usize::from(byte & 0x7F).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

/// A name of the binary format, taken from the front.
fn name<'a>(from: &mut &'a [u8]) -> Option<&'a str> {
    let size = leb(from)?;
    let (name, rest) = from.split_at_checked(size)?;
    *from = rest;
    std::str::from_utf8(name).ok()
}

/// The section of a module that says what it offers by name.
const EXPORTS: u8 = 7;

/// What the splitter calls the table of functions.
const TABLE: &str = "__indirect_function_table";

/// A module without what only a linker reads, that offers its table of functions as the splitter would.
fn bare(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut kept = wasm.get(..8)?.to_vec();
    for (number, mut content, place) in sections(wasm)? {
        let custom = if number == 0 { name(&mut content)? } else { "" };
        if number == EXPORTS {
            let count = leb(&mut content)?;
            let mut more = Vec::new();
            put_leb(count + 1, &mut more);
            more.extend_from_slice(content);
            put_leb(TABLE.len(), &mut more);
            more.extend_from_slice(TABLE.as_bytes());
            // A table, the first.
            more.extend_from_slice(&[1, 0]);
            kept.push(number);
            put_leb(more.len(), &mut kept);
            kept.extend_from_slice(&more);
        } else if custom != "linking" && !custom.starts_with("reloc.") {
            kept.extend_from_slice(&wasm[place]);
        }
    }
    Some(kept)
}

/// Adds an unsigned number of the binary format.
fn put_leb(mut number: usize, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.extend(u8::try_from(number & 0x7F | 0x80));
        number >>= 7;
    }
    to.extend(u8::try_from(number));
}

/// The functions, tables and so on that a module offers by name.
fn exports(wasm: &[u8]) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for (number, mut content, _) in sections(wasm)? {
        if number == EXPORTS {
            for _ in 0..leb(&mut content)? {
                found.push(name(&mut content)?.to_owned());
                content = content.get(1..)?;
                leb(&mut content)?;
            }
        }
    }
    Some(found)
}

/// wasm-bindgen's code of the whole app, with what the splitter would have joined: functions that the app gets from
/// outside are its own, and loading is over before it begins.
fn tie(bindgen: &str, exports: &[String]) -> Result<String> {
    let other = "The splitter or wasm-bindgen names things other than before; xtask/src/split.rs has to follow.";
    let (mut tied, mut code) = (String::new(), String::new());
    for line in bindgen.lines() {
        match line.strip_prefix("import * as ") {
            Some(rest) => {
                let module = rest.split(' ').next().context(other)?;
                if !rest.contains(PLACEHOLDER) {
                    bail!("{other}");
                }
                tied.push_str(&format!("const {module} = tied;\n"));
            }
            None => {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    let mut members = format!(
        "__wasm_split_load_appraisal: (callback, data) => {{ queueMicrotask(() => wasm.{TABLE}.get(callback)(data, 1)); }},\n",
    );
    let split = exports.iter().filter(|e| e.starts_with("__wasm_split_00"));
    let mut any = false;
    for export in split {
        let import = export.replacen("00_export_", "00_import_", 1);
        members.push_str(&format!(
            "{import}: (...given) => wasm.{export}(...given),\n"
        ));
        any = true;
    }
    if !any || tied.is_empty() || !code.contains("wasm;") {
        bail!("{other}");
    }
    Ok(format!("const tied = {{\n{members}}};\n{tied}{code}"))
}

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
    let folder = project::scratch()?.join("split");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    let mut splitter = run::command(tools::ensure_splitter()?);
    splitter.args(["--target", "web", "--out-name", "weighbridge"]);
    run::watch(splitter.arg(linked()).arg(&folder), "Splitting the wasm")?;

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
    fn the_whole_app_is_its_own_other_half() {
        let bindgen = "import * as import1 from \"__wasm_split_placeholder__\"\nlet wasm;\nexport { f as default };\n";
        let exports = [
            "memory".to_owned(),
            "__wasm_split_00appraisal00_export_12_fetch".to_owned(),
        ];
        let code = tie(bindgen, &exports).unwrap();
        assert!(!code.contains("import *"), "{code}");
        assert!(
            code.contains("__wasm_split_00appraisal00_import_12_fetch: (...given) => wasm.__wasm_split_00appraisal00_export_12_fetch(...given)"),
            "{code}"
        );
        assert!(code.contains("const import1 = tied;"), "{code}");
        assert!(tie(bindgen, &[]).is_err(), "nothing to tie");
    }

    #[test]
    fn only_what_a_linker_reads_is_left_out() {
        // A custom section "linking" with one byte, an export section with "ab", and a custom section "name".
        let head = *b"\0asm\x01\0\0\0";
        let linking = *b"\0\x09\x07linking\x01";
        let exported = *b"\x07\x06\x01\x02ab\0\x05";
        let names = *b"\0\x05\x04name";
        let wasm = [&head[..], &linking, &exported, &names].concat();
        let made = bare(&wasm).unwrap();
        assert!(made.ends_with(&names) && !made.windows(7).any(|w| w == b"linking"));
        assert_eq!(exports(&made).unwrap(), ["ab", TABLE]);
        assert_eq!(exports(&wasm).unwrap(), ["ab"]);
        assert_eq!(bare(&wasm[..12]), None, "cut off");
    }

    #[test]
    fn a_stamp_is_sixteen_digits_of_the_content() {
        // SHA-256 of nothing begins like this (FIPS 180-4).
        assert_eq!(stamp(b""), "e3b0c44298fc1c14");
    }
}
