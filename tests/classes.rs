//! A class belongs to one component, or to the parts that all pages share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The style sheets of one stage of the work, and where its pages are.
const STAGES: [(&str, &str); 8] = [
    ("weights", "judge"),
    ("weigh-rows", "judge"),
    ("scores", "judge"),
    ("result", "conclude"),
    ("tables", "conclude"),
    ("folds", "set_up"),
    ("set-up", "set_up"),
    ("framing", "set_up"),
];

/// What other stages use on purpose, looking the same there.
const SHARED: [&str; 6] = ["weights", "weight", "ways", "badge", "fold-part", "inset"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The words of every `class="..."` and `classes!(...)`.
fn classes(code: &str) -> Vec<String> {
    let plain = code
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let listed = code
        .split("classes!(")
        .skip(1)
        .filter_map(|rest| rest.split("})").next());
    let listed = listed.flat_map(|list| list.split('"').skip(1).step_by(2));
    let words = plain.chain(listed).flat_map(str::split_whitespace);
    words.map(str::to_owned).collect()
}

/// The classes for which a sheet draws a box of their own, whatever is around them.
fn boxes(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rule in css.split('}') {
        let Some((selectors, body)) = rule.rsplit_once('{') else {
            continue;
        };
        // After a comment, and inside of a query.
        let selectors = selectors.rsplit("*/").next().unwrap_or(selectors);
        let selectors = selectors.rsplit('{').next().unwrap_or(selectors);
        if !["border", "background", "padding"]
            .iter()
            .any(|word| body.contains(word))
        {
            continue;
        }
        for selector in selectors.split(',').map(str::trim) {
            let name = selector.strip_prefix('.').unwrap_or_default();
            if !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn a_box_of_one_stage_is_placed_by_no_page_of_another() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src/ui"), &mut files);
    // Each class with the stages whose pages place it; `shared` for what all pages share.
    let mut users: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        let path = file.strip_prefix(root.join("src/ui")).unwrap();
        let mut parts = path.iter().filter_map(|part| part.to_str());
        let stage = match (parts.next(), parts.next()) {
            (Some("pages"), Some(stage)) => stage.trim_end_matches(".rs"),
            _ => "shared",
        };
        for class in classes(&std::fs::read_to_string(&file).unwrap()) {
            users.entry(class).or_default().push(stage.to_owned());
        }
    }
    let mut strangers = Vec::new();
    for (sheet, own) in STAGES {
        let css = std::fs::read_to_string(root.join(format!("styles/{sheet}.css"))).unwrap();
        for class in boxes(&css) {
            let stages = users.get(&class).cloned().unwrap_or_default();
            let shared = SHARED.contains(&class.as_str()) || stages.iter().any(|s| s == "shared");
            if !shared && stages.iter().any(|stage| stage != own) {
                strangers.push(format!(
                    "{sheet}.css draws .{class}, which {stages:?} place"
                ));
            }
        }
    }
    strangers.dedup();
    assert!(strangers.is_empty(), "{}", strangers.join("\n"));
}

#[test]
fn boxes_and_classes_are_found() {
    let css = "/* a */\n.said,\n.other > p { border: 0 }\n@media print {\n.in-it { padding: 0 } }\n.plain { color: red }";
    assert_eq!(boxes(css), ["said", "in-it"]);
    let code = r#"<p class="quiet said"> class={classes!("fold", open.then_some("open"))}>"#;
    assert_eq!(classes(code), ["quiet", "said", "fold", "open"]);
}
