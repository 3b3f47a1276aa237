//! The rules of the house, kept by a test: which module may name what, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file below a folder (or beside it under the same name) of `src`.
fn sources(module: &str) -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    if module.is_empty() {
        collect(&src, &mut found);
    } else {
        found.push(src.join(format!("{module}.rs")));
        collect(&src.join(module), &mut found);
        found.retain(|path| path.exists());
        assert!(!found.is_empty(), "there is no module {module}");
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The lines of code with their numbers: comments left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a line names something: the word, not a part of another.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Where any of some files names any of some words.
fn found(files: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in files {
        for (number, line) in code(&read(path)) {
            for word in words.iter().filter(|word| names(line, word)) {
                found.push(format!("{}:{number} names {word}", path.display()));
            }
        }
    }
    found
}

const BROWSER: [&str; 5] = [
    "web_sys",
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];
const CORE: [&str; 10] = [
    "model", "edit", "analysis", "elicit", "file", "library", "opening", "report", "chart", "cli",
];

#[test]
fn the_search_finds_words_and_not_parts_of_words() {
    assert!(names("use yew::prelude::*;", "yew"));
    assert!(names("yew", "yew"));
    assert!(!names("let yews = 1;", "yew"));
    assert!(!names("my_yew()", "yew"));
    assert_eq!(code("// yew\nlet x = 1;\n  /// yew").count(), 1);
}

#[test]
fn the_core_names_no_browser_and_no_yew() {
    for module in CORE {
        let files = sources(module);
        assert_eq!(found(&files, &BROWSER), [""; 0]);
        assert_eq!(found(&files, &["yew"]), [""; 0]);
    }
}

fn outside(allowed: &[&str]) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = sources("");
    files.retain(|path| {
        let within = path.strip_prefix(&src).unwrap();
        !allowed
            .iter()
            .any(|a| within.starts_with(a) || within == Path::new(&format!("{a}.rs")))
    });
    assert!(files.len() > 20, "the list of sources is nearly empty");
    files
}

#[test]
fn only_the_user_interface_names_yew() {
    assert_eq!(found(&outside(&["ui", "main"]), &["yew"]), [""; 0]);
}

#[test]
fn only_the_browser_module_names_browser_apis() {
    assert_eq!(found(&outside(&["browser"]), &["web_sys", "gloo"]), [""; 0]);
}

#[test]
fn only_robustness_names_the_sampler() {
    let mut files = outside(&[]);
    files.retain(|path| !path.to_string_lossy().contains("analysis/robustness"));
    assert_eq!(found(&files, &["weighbridge_sampling"]), [""; 0]);
}

#[test]
fn only_files_are_serialised() {
    let words = ["serde", "serde_json", "Serialize", "Deserialize"];
    assert_eq!(found(&outside(&["file"]), &words), [""; 0]);
}

#[test]
fn the_model_knows_nothing_of_what_is_built_on_it() {
    let uses = |module: &str, others: &[&str]| {
        let words: Vec<String> = others.iter().map(|o| format!("crate::{o}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(found(&sources(module), &words), [""; 0]);
    };
    uses(
        "model",
        &[
            "edit", "analysis", "elicit", "file", "library", "report", "chart", "cli", "ui",
            "browser",
        ],
    );
    uses(
        "edit",
        &[
            "analysis", "elicit", "file", "library", "report", "chart", "cli", "ui", "browser",
        ],
    );
    uses(
        "analysis",
        &[
            "edit", "file", "library", "report", "chart", "cli", "ui", "browser",
        ],
    );
    uses(
        "elicit",
        &[
            "model", "edit", "file", "json", "library", "report", "chart", "cli", "ui", "browser",
        ],
    );
    uses(
        "file",
        &[
            "analysis", "elicit", "library", "report", "chart", "cli", "ui", "browser",
        ],
    );
    uses("report", &["file", "library", "cli", "ui", "browser"]);
    uses(
        "chart",
        &["edit", "file", "library", "report", "cli", "ui", "browser"],
    );
}

#[test]
fn files_are_short_enough_to_read() {
    for path in sources("") {
        let lines = read(&path).lines().count();
        let ui = path.components().any(|c| c.as_os_str() == "ui");
        let limit = if ui { 300 } else { 600 };
        assert!(
            lines <= limit,
            "{} has {lines} lines; the most is {limit}",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_to_do_later() {
    let later = ["todo", "unimplemented", "FIXME", "TODO", "XXX"];
    for path in sources("") {
        let text = read(&path);
        for (at, line) in text.lines().enumerate() {
            for word in later {
                let call = word.chars().all(char::is_lowercase);
                let said = if call {
                    line.contains(&format!("{word}!"))
                } else {
                    names(line, word)
                };
                assert!(!said, "{}:{} says {word}", path.display(), at + 1);
            }
        }
    }
}
