//! The command line, as a person or a script uses it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

const BIRMINGHAM: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../opening/src/library/birmingham-2013.json"
);

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn weigh(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_weigh"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input closes it; that is not this test's business.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A file of this test alone.
fn scratch(name: &str) -> PathBuf {
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

#[test]
fn results_are_json_and_the_same_from_a_file_and_a_pipe() {
    let from_file = weigh(&["results", BIRMINGHAM], b"");
    assert_eq!((from_file.code, from_file.err.as_str()), (0, ""));
    assert_eq!(
        from_file.out,
        include_str!("../../../tests/results/birmingham-2013.json")
    );
    let text = std::fs::read(BIRMINGHAM).unwrap();
    assert_eq!(weigh(&["results", "-"], &text).out, from_file.out);
}

#[test]
fn check_says_nothing_is_wrong_when_nothing_is() {
    let ran = weigh(&["check", BIRMINGHAM], b"");
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "No problems found.\n", "")
    );
    let ran = weigh(&["check", BIRMINGHAM, "--json"], b"");
    assert_eq!(
        (ran.code, json(&ran.out)),
        (0, serde_json::json!({"opens": true, "problems": []}))
    );
}

#[test]
fn check_lists_problems_with_the_worst_first() {
    let ran = weigh(&["check", "crates/opening/src/library/blank.json"], b"");
    assert_eq!(ran.code, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "Severity   Problem");
    assert_eq!(
        lines[1],
        "blocks     There are no options. Add two or more."
    );
    assert!(lines[3].starts_with("note       "));
    let ran = weigh(
        &["check", "--json", "crates/opening/src/library/blank.json"],
        b"",
    );
    assert_eq!(ran.code, 1);
    assert_eq!(json(&ran.out)["problems"][0]["code"], "no-options");
    assert_eq!(json(&ran.out)["problems"][0]["severity"], "blocks");
}

/// Notes alone are no failure, and something to attend to is.
#[test]
fn check_exits_by_severity() {
    let notes = weigh(
        &["check", "crates/opening/src/library/office-location.json"],
        b"",
    );
    assert!(
        notes.out.contains("note") && notes.code == 0,
        "{}",
        notes.out
    );
    let incomplete = weigh(&["check", "tests/files/v1-minimal.json"], b"");
    assert!(
        incomplete
            .out
            .contains("attention  “Bilton Village” has no value on “Image”"),
        "{}",
        incomplete.out
    );
    assert_eq!(incomplete.code, 1);
}

#[test]
fn a_file_that_does_not_open_is_a_sentence_and_a_hint() {
    let ran = weigh(
        &["results", "-"],
        b"{\"format\": \"weighbridge\", \"version\": 9, \"title\": \"T\"}",
    );
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "weigh: standard input: The file was made by a newer version of Weighbridge (file format 9; this version reads up to 1).\n\
         Hint: Open it with the newest version of Weighbridge. The file has not been changed.\n"
    );
    let ran = weigh(&["check", "-", "--json"], b"%PDF-1.7");
    assert_eq!(ran.code, 2);
    assert_eq!(json(&ran.out)["opens"], false);
    assert_eq!(json(&ran.out)["error"]["code"], "not-an-appraisal");
    let ran = weigh(&["results", "no such file.json"], b"");
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "weigh: There is no file “no such file.json”.\nHint: Check its name and the folder you are in.\n"
    );
    let ran = weigh(&["export", "src", "--csv"], b"");
    assert!(
        ran.code == 2 && ran.err.contains("“src” is a folder."),
        "{}",
        ran.err
    );
    let ran = weigh(&["results", "-"], &vec![b' '; 17 * 1024 * 1024]);
    assert!(
        ran.code == 2 && ran.err.contains("too large"),
        "{}",
        ran.err
    );
}

#[test]
fn the_schema_is_json_and_names_every_part() {
    let ran = weigh(&["schema"], b"");
    assert_eq!(ran.code, 0);
    let schema = json(&ran.out);
    assert!(
        schema["$schema"]
            .as_str()
            .unwrap()
            .contains("json-schema.org")
    );
    for part in [
        "format", "version", "title", "options", "criteria", "scores", "figures",
    ] {
        assert!(schema["properties"].get(part).is_some(), "{part}");
    }
}

#[test]
fn export_writes_the_matrix() {
    let ran = weigh(&["export", BIRMINGHAM, "--csv"], b"");
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("Option,Front line,"), "{}", ran.out);
    assert!(
        ran.out
            .contains("\r\nIntegrated transformation,70,90,90,100,20,80,77.5,1,,\r\n")
    );

    let scenarios = weigh(
        &[
            "export",
            "tests/files/v1-full.json",
            "--csv",
            "--table",
            "scenarios",
        ],
        b"",
    );
    assert_eq!(scenarios.code, 0);
    assert!(
        scenarios.out.starts_with("Option,As things stand: total,As things stand: rank,As things stand: regret,Demand +10%: total,"),
        "{}",
        scenarios.out
    );

    let path = scratch("matrix.csv");
    let written = weigh(
        &[
            "export",
            BIRMINGHAM,
            "--csv",
            "--out",
            path.to_str().unwrap(),
        ],
        b"",
    );
    assert_eq!((written.code, written.out.as_str()), (0, ""));
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        format!("\u{feff}{}", ran.out)
    );

    let nowhere = scratch("no such folder").join("matrix.csv");
    let refused = weigh(
        &[
            "export",
            BIRMINGHAM,
            "--csv",
            "--out",
            nowhere.to_str().unwrap(),
        ],
        b"",
    );
    assert!(
        refused.code == 2 && refused.err.contains("cannot be written"),
        "{}",
        refused.err
    );
}

#[test]
fn usage_is_explained() {
    for arguments in [&["export", BIRMINGHAM][..], &["weigh"], &["results"], &[]] {
        let ran = weigh(arguments, b"");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("Usage: weigh"), "{}", ran.err);
    }
    let help = weigh(&["--help"], b"");
    assert_eq!(help.code, 0);
    for words in [
        "Examples:",
        "weigh results",
        "weigh check",
        "weigh schema",
        "weigh export",
        "Exit codes:",
    ] {
        assert!(help.out.contains(words), "{words}");
    }
    let version = weigh(&["--version"], b"");
    assert_eq!(
        (version.code, version.out),
        (0, format!("weigh {}\n", env!("CARGO_PKG_VERSION")))
    );
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
    let ran = weigh(&["check", "-"], text.as_bytes());
    assert!(
        ran.out.contains("A\u{fffd}[31m\u{fffd}blocks"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains('\u{1b}'));
    let ran = weigh(&["results", "-"], b"{\"format\": \"weighbridge\", \"version\": 1, \"title\": \"T\", \"status\": \"\\u001b[31m\"}");
    assert!(ran.code == 2 && !ran.err.contains('\u{1b}'), "{}", ran.err);
}
