//! The command line, as a person or a script uses it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Read as _;
use std::process::{Command, Stdio};

use assert_cmd::assert::Assert;
use assert_cmd::cargo::cargo_bin_cmd;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use serde_json::{Value, json};

const BIRMINGHAM: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../opening/src/library/birmingham-2013.json"
);
const BLANK: &str = "crates/opening/src/library/blank.json";
const OFFICE: &str = "crates/opening/src/library/office-location.json";

/// What the command does with some arguments, started in the folder of the workspace, with an input.
fn weigh(arguments: &[&str], input: &[u8]) -> Assert {
    let mut command = cargo_bin_cmd!("weigh");
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    command.args(arguments).write_stdin(input).assert()
}

/// What it printed.
fn printed(done: &Assert) -> String {
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

/// What it printed, as JSON.
fn parsed(done: &Assert) -> Value {
    serde_json::from_slice(&done.get_output().stdout).unwrap()
}

#[test]
fn results_are_json_and_the_same_from_a_file_and_a_pipe() {
    let results = include_str!("../../../tests/results/birmingham-2013.json");
    let from_file = weigh(&["results", BIRMINGHAM], b"");
    from_file.code(0).stdout(results).stderr("");
    let text = std::fs::read(BIRMINGHAM).unwrap();
    weigh(&["results", "-"], &text).code(0).stdout(results);
}

#[test]
fn check_says_nothing_is_wrong_when_nothing_is() {
    let words = weigh(&["check", BIRMINGHAM], b"");
    words.code(0).stdout("No problems found.\n").stderr("");
    let data = weigh(&["check", BIRMINGHAM, "--json"], b"").code(0);
    assert_eq!(parsed(&data), json!({"opens": true, "problems": []}));
}

#[test]
fn check_lists_problems_with_the_worst_first() {
    let words = printed(&weigh(&["check", BLANK], b"").code(1));
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!(lines[0], "Severity   Problem");
    assert_eq!(
        lines[1],
        "blocks     There are no options. Add two or more."
    );
    assert!(lines[3].starts_with("note       "));
    let data = parsed(&weigh(&["check", "--json", BLANK], b"").code(1));
    assert_eq!(data["problems"][0]["code"], "no-options");
    assert_eq!(data["problems"][0]["severity"], "blocks");
}

/// Notes alone are no failure, and something to attend to is.
#[test]
fn check_exits_by_severity() {
    let notes = weigh(&["check", OFFICE], b"");
    notes.code(0).stdout(contains("note"));
    let incomplete = weigh(&["check", "tests/files/v1-minimal.json"], b"");
    let words = "attention  “Bilton Village” has no value on “Image”";
    incomplete.code(1).stdout(contains(words));
}

#[test]
fn a_file_that_does_not_open_is_a_sentence_and_a_hint() {
    let newer = br#"{"format": "weighbridge", "version": 9, "title": "T"}"#;
    weigh(&["results", "-"], newer).code(2).stdout("").stderr(
        "weigh: standard input: The file was made by a newer version of Weighbridge (file format 9; this version reads up to 1).\n\
         Hint: Open it with the newest version of Weighbridge. The file has not been changed.\n",
    );
    let data = parsed(&weigh(&["check", "-", "--json"], b"%PDF-1.7").code(2));
    assert_eq!(data["opens"], false);
    assert_eq!(data["error"]["code"], "not-an-appraisal");
    let nowhere = weigh(&["results", "no such file.json"], b"");
    nowhere.code(2).stderr(
        "weigh: There is no file “no such file.json”.\nHint: Check its name and the folder you are in.\n",
    );
    let folder = weigh(&["export", "src", "--csv"], b"");
    folder.code(2).stderr(contains("“src” is a folder."));
    let large = weigh(&["results", "-"], &vec![b' '; 17 * 1024 * 1024]);
    large.code(2).stderr(contains("too large"));
}

#[test]
fn the_schema_is_json_and_names_every_part() {
    let schema = parsed(&weigh(&["schema"], b"").code(0));
    let names_itself = contains("json-schema.org");
    assert!(names_itself.eval(schema["$schema"].as_str().unwrap()));
    for part in [
        "format", "version", "title", "options", "criteria", "scores", "figures",
    ] {
        assert!(schema["properties"].get(part).is_some(), "{part}");
    }
}

#[test]
fn export_writes_the_matrix() {
    let matrix = weigh(&["export", BIRMINGHAM, "--csv"], b"");
    let row = contains("\r\nIntegrated transformation,70,").and(contains(",77.5,1,,\r\n"));
    let matrix = matrix
        .code(0)
        .stdout(starts_with("Option,Front line,Front line: reason,").and(row));
    let matrix = printed(&matrix);

    let full = "tests/files/v1-full.json";
    let scenarios = weigh(&["export", full, "--csv", "--table", "scenarios"], b"");
    scenarios.code(0).stdout(starts_with(
        "Option,As things stand: total,As things stand: rank,As things stand: regret,Demand +10%: total,",
    ));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("matrix.csv");
    let out = [
        "export",
        BIRMINGHAM,
        "--csv",
        "--out",
        path.to_str().unwrap(),
    ];
    weigh(&out, b"").code(0).stdout("");
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written, format!("\u{feff}{matrix}"));

    let nowhere = folder.path().join("no such folder").join("matrix.csv");
    let out = [
        "export",
        BIRMINGHAM,
        "--csv",
        "--out",
        nowhere.to_str().unwrap(),
    ];
    let refused = weigh(&out, b"");
    refused.code(2).stderr(contains("cannot be written"));
}

#[test]
fn usage_is_explained() {
    for arguments in [&["export", BIRMINGHAM][..], &["weigh"], &["results"], &[]] {
        let refused = weigh(arguments, b"");
        refused.code(2).stdout("").stderr(contains("Usage: weigh"));
    }
    let help = printed(&weigh(&["--help"], b"").code(0));
    for words in [
        "Examples:",
        "weigh results",
        "weigh check",
        "weigh schema",
        "weigh export",
        "Exit codes:",
    ] {
        assert!(help.contains(words), "{words}");
    }
    let version = format!("weigh {}\n", env!("CARGO_PKG_VERSION"));
    weigh(&["--version"], b"").code(0).stdout(version);
}

/// `weigh results … | head -1` ends quietly.
#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_weigh"))
        .args(["schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

/// A name that would recolour a terminal, or add lines to it, does not.
#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = r#"{"format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "a", "name": "A\u001b[31m\nblocks"}, {"id": "b", "name": "B"}],
        "criteria": [{"id": "x", "name": "X", "weight": 1}], "scores": {"b": {"x": 1}}}"#;
    let harmless = contains("A\u{fffd}[31m\u{fffd}blocks").and(contains('\u{1b}').not());
    weigh(&["check", "-"], text.as_bytes()).stdout(harmless);
    let text = br#"{"format": "weighbridge", "version": 1, "title": "T", "status": "\u001b[31m"}"#;
    let refused = weigh(&["results", "-"], text);
    refused.code(2).stderr(contains('\u{1b}').not());
}

/// Everything wrong in a file is told at once, a line for each place, and as data.
#[test]
fn all_that_is_wrong_in_a_file_is_printed() {
    let text = br#"{"format": "weighbridge", "version": 1, "title": 5,
        "options": [{"id": "a", "name": "A", "short": null}],
        "criteria": [{"id": "x", "name": "X\u001b", "weight": -1}], "scores": {"a\u001b": {"x": 1}}}"#;
    weigh(&["results", "-"], text).code(2).stdout("").stderr(
        "weigh: standard input: 4 things in the file cannot be.\n\
         \x20 the appraisal: title should be a text.\n\
         \x20 option “a”: short should be a text.\n\
         \x20 criterion “x”: a weight cannot be negative (-1); use 0 or more.\n\
         \x20 scores: there is no option “a\u{fffd}”.\n\
         Hint: Correct those places in a text editor and open the file again.\n",
    );
    let data = parsed(&weigh(&["check", "-", "--json"], text).code(2));
    assert_eq!(data["error"]["code"], "invalid");
    let problems = &data["error"]["problems"];
    assert_eq!(problems.as_array().unwrap().len(), 4);
    let second = json!({"place": "option “a”", "what": "short should be a text"});
    assert_eq!(problems[1], second);
}

/// The marks of the tool as one file.
const TOOL: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>Weighbridge</title></head><body><div id=\"app\">\
    <!--briefing--><!--/briefing--></div><!--appraisal--><!--/appraisal--></body></html>";

#[test]
fn an_appraisal_is_published_as_a_copy_of_the_tool() {
    let folder = tempfile::tempdir().unwrap();
    let tool = folder.path().join("weighbridge.html");
    std::fs::write(&tool, TOOL).unwrap();
    let (tool, one, two) = (
        tool.to_str().unwrap(),
        folder.path().join("one"),
        folder.path().join("two"),
    );
    let publish = |files: &[&str], out: &std::path::Path, made: &str| {
        let mut arguments = vec!["publish"];
        arguments.extend(files);
        arguments.extend(["--tool", tool, "-o", out.to_str().unwrap(), "--made", made]);
        weigh(&arguments, b"")
    };
    publish(&[BIRMINGHAM], &one, "2026-12-01T09:30Z")
        .code(0)
        .stdout(contains("index.html"));
    let index = std::fs::read_to_string(one.join("index.html")).unwrap();
    assert!(
        index.contains("data-made=\"2026-12-01T09:30Z\"")
            && index.contains("Integrated transformation leads")
    );
    let own = std::fs::read_to_string(one.join("birmingham-2013.weighbridge.json")).unwrap();
    assert!(own.contains("\"id\": \"birmingham-2013\""));
    // Several, two of them with the same id.
    publish(&[BIRMINGHAM, OFFICE, BIRMINGHAM], &two, "").code(0);
    let index = std::fs::read_to_string(two.join("index.html")).unwrap();
    for name in ["birmingham-2013", "office-location", "birmingham-2013-2"] {
        assert!(index.contains(&format!("href=\"{name}.html\"")), "{name}");
        assert!(
            two.join(format!("{name}.html")).is_file()
                && two.join(format!("{name}.weighbridge.json")).is_file()
        );
    }
    // A copy serves as the tool, and gives the same.
    let again = folder.path().join("again");
    let copy = one.join("index.html");
    let arguments = [
        "publish",
        BIRMINGHAM,
        "--tool",
        copy.to_str().unwrap(),
        "-o",
        again.to_str().unwrap(),
        "--made",
        "2026-12-01T09:30Z",
    ];
    weigh(&arguments, b"").code(0);
    assert_eq!(
        std::fs::read(again.join("index.html")).unwrap(),
        std::fs::read(&copy).unwrap()
    );
    // What cannot be.
    publish(&[BIRMINGHAM], &one, "\"><script>")
        .code(2)
        .stderr(contains("is not a time"));
    let arguments = [
        "publish",
        OFFICE,
        "--tool",
        BIRMINGHAM,
        "-o",
        again.to_str().unwrap(),
    ];
    weigh(&arguments, b"")
        .code(2)
        .stderr(contains("is not the tool as one file"));
}
