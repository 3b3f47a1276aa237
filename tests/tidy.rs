//! The rules of the house, kept by a test: which module may name what, and how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// The workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below some folders of the workspace.
fn sources(folders: &[&str]) -> Vec<PathBuf> {
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
    let mut found = Vec::new();
    for folder in folders {
        let before = found.len();
        collect(&root().join(folder), &mut found);
        assert!(found.len() > before, "there is nothing in {folder}");
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

/// What a browser runs is all that may name these.
const BROWSER: [&str; 6] = [
    "web_sys",
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "yew",
];

/// The crates below `crates/`, and which of the others each may build on. Cargo lets none name another that it does not
/// depend on, so this is all there is to check.
const ARROWS: [(&str, &[&str]); 12] = [
    ("analysis", &["model", "numeric", "sampling"]),
    ("chart", &["numeric"]),
    (
        "cli",
        &["analysis", "file", "model", "opening", "report", "share"],
    ),
    ("edit", &["model", "numeric"]),
    ("file", &["model"]),
    ("model", &["numeric"]),
    ("numeric", &[]),
    ("opening", &["analysis", "edit", "file", "model"]),
    (
        "report",
        &["analysis", "chart", "edit", "file", "model", "numeric"],
    ),
    ("sampling", &["numeric"]),
    ("share", &["analysis", "file", "model", "report"]),
    (
        "state",
        &[
            "analysis", "edit", "file", "model", "numeric", "opening", "report", "share",
        ],
    ),
];

#[test]
fn the_search_finds_words_and_not_parts_of_words() {
    assert!(names("use yew::prelude::*;", "yew"));
    assert!(names("yew", "yew"));
    assert!(!names("let yews = 1;", "yew"));
    assert!(!names("my_yew()", "yew"));
    assert_eq!(code("// yew\nlet x = 1;\n  /// yew").count(), 1);
}

/// The manifest of a crate: its dependencies, but for those of its tests and examples.
fn dependencies(crate_name: &str) -> Vec<String> {
    let manifest = root().join("crates").join(crate_name).join("Cargo.toml");
    let manifest: toml::Table = read(&manifest).parse().unwrap();
    let mut found = Vec::new();
    for (section, table) in &manifest {
        if section == "dependencies" || section == "build-dependencies" || section == "target" {
            found.extend(table.as_table().unwrap().keys().cloned());
        }
    }
    found
}

#[test]
fn crates_build_on_those_they_may_and_on_no_browser() {
    let folders = fs::read_dir(root().join("crates")).unwrap();
    let mut names: Vec<String> = folders
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ARROWS.map(|(name, _)| name));
    for (name, allowed) in ARROWS {
        let all = dependencies(name);
        let own = |d: &String| d.strip_prefix("weighbridge-").map(str::to_owned);
        let own: Vec<String> = all.iter().filter_map(own).collect();
        assert_eq!(own, allowed, "what {name} builds on");
        for browser in BROWSER.map(|b| b.replace('_', "-")) {
            assert!(!all.contains(&browser), "{name} names {browser}");
        }
    }
}

#[test]
fn only_the_user_interface_names_yew_and_only_the_browser_module_browser_apis() {
    let mut ui = sources(&["src"]);
    ui.retain(|path| !path.starts_with(root().join("src/ui")) && !path.ends_with("ui.rs"));
    assert_eq!(found(&ui, &["yew"]), [""; 0]);
    let mut browser = sources(&["src"]);
    browser.retain(|path| {
        !path.starts_with(root().join("src/browser")) && !path.ends_with("browser.rs")
    });
    assert_eq!(found(&browser, &["web_sys", "gloo"]), [""; 0]);
}

/// What the page's policy cannot enforce and the privacy page promises: the app never leads the browser elsewhere by
/// itself. The bindings of all that asks the network, or opens an address, are not even compiled in.
#[test]
fn the_app_has_no_way_to_another_address() {
    const WAYS: [&str; 16] = [
        "Request",
        "Response",
        "Headers",
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
        "Worker",
        "ServiceWorker",
        "RtcPeerConnection",
        "RtcDataChannel",
        "WebTransport",
        "HtmlIframeElement",
        "HtmlFormElement",
        "HtmlScriptElement",
        "HtmlLinkElement",
        "HtmlMetaElement",
    ];
    let manifest: toml::Table = toml::from_str(&read(&root().join("Cargo.toml"))).unwrap();
    let target = &manifest["target"]["cfg(target_arch = \"wasm32\")"]["dependencies"];
    let features = |of: &str| {
        let list = target[of]["features"].as_array().unwrap();
        list.iter()
            .map(|one| one.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let ways: Vec<String> = features("web-sys")
        .into_iter()
        .filter(|f| WAYS.contains(&f.as_str()))
        .collect();
    assert_eq!(ways, [""; 0]);
    let net = ["net", "worker", "console"].map(str::to_owned);
    assert!(
        features("gloo")
            .iter()
            .all(|feature| !net.contains(feature))
    );
    let opens = [
        "open_with_url",
        "open_with_url_and_target",
        "assign",
        "send_beacon_with_opt_str",
        "set_location",
    ];
    assert_eq!(found(&sources(&["src"]), &opens), [""; 0]);
    let address = found(&sources(&["src"]), &["location"]);
    let elsewhere: Vec<_> = address
        .iter()
        .filter(|line| !line.contains("browser/address.rs"))
        .collect();
    assert_eq!(
        elsewhere, [""; 0],
        "only the part after # of the address is changed"
    );
}

/// The policy of the page lets text become elements in one place.
#[test]
fn only_the_drawing_of_charts_makes_elements_of_text() {
    const WAYS: [&str; 9] = [
        "from_html_unchecked",
        "innerHTML",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "set_srcdoc",
        "create_contextual_fragment",
        "parse_from_string",
        "DomParser",
    ];
    let files = sources(&["src"]);
    let found = found(&files, &WAYS);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("browser/drawing.rs"), "{found:#?}");
    let page = read(&root().join("xtask/src/page.rs"));
    let drawing = read(&root().join("src/browser/drawing.rs"));
    for text in [page, drawing] {
        assert!(
            text.contains("weighbridge-charts"),
            "one name for the policy"
        );
    }
}

#[test]
fn only_robustness_names_the_sampler() {
    let mut files = sources(&["crates/analysis/src"]);
    files.retain(|path| !path.to_string_lossy().contains("src/robustness"));
    assert_eq!(found(&files, &["weighbridge_sampling"]), [""; 0]);
}

/// JSON is read and written where files and results are; what a change is made of says how it is written.
#[test]
fn only_files_results_and_changes_are_serialised() {
    let derives = ["edit", "file", "model"];
    let writes = ["file", "opening", "report"];
    for (name, _) in ARROWS {
        let all = dependencies(name);
        let names = |lib: &str| all.iter().any(|d| d == lib);
        assert!(
            !names("serde") || derives.contains(&name),
            "{name} names serde"
        );
        assert!(
            !names("serde_json") || writes.contains(&name),
            "{name} names serde_json"
        );
    }
    let mut others = sources(&["crates/report/src"]);
    others.retain(|path| !path.to_string_lossy().contains("src/results"));
    assert_eq!(found(&others, &["serde", "serde_json"]), [""; 0]);
}

#[test]
fn files_are_short_enough_to_read() {
    for path in sources(&["src", "crates"]) {
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
    for path in sources(&["src", "crates"]) {
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
