//! `weigh check`: the problems of an appraisal as a table or as JSON.

use super::input::{self, Failure, harmless};
use crate::analysis::{Issue, Severity, analyse};
use crate::model::Appraisal;
use crate::report::{issue_value, issue_words};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;

/// What to print and the exit code.
pub(super) fn check(path: &Path, as_json: bool) -> Result<(String, ExitCode), Failure> {
    let appraisal = match input::open(path) {
        Ok(appraisal) => appraisal,
        // A program that asked for JSON gets it in this case too.
        Err(failure) if as_json => return Ok((not_opened(&failure), ExitCode::from(2))),
        Err(failure) => return Err(failure),
    };
    let mut issues = analyse(&appraisal).issues;
    // The worst first; the order within a severity stays.
    issues.sort_by_key(|issue| std::cmp::Reverse(issue.severity()));
    let bad = issues.iter().any(|i| i.severity() > Severity::Note);
    let text = if as_json {
        let problems: Vec<_> = issues.iter().map(|i| issue_value(i, &appraisal)).collect();
        format!("{:#}\n", json!({ "opens": true, "problems": problems }))
    } else {
        table(&issues, &appraisal)
    };
    Ok((text, ExitCode::from(u8::from(bad))))
}

fn not_opened(failure: &Failure) -> String {
    let error = json!({ "code": failure.code, "text": failure.text, "hint": failure.hint });
    format!("{:#}\n", json!({ "opens": false, "error": error }))
}

fn table(issues: &[Issue], on: &Appraisal) -> String {
    if issues.is_empty() {
        return "No problems found.\n".to_owned();
    }
    let mut text = "Severity   Problem\n".to_owned();
    for issue in issues {
        let severity = issue.severity().words();
        text += &format!("{severity:<9}  {}\n", harmless(&issue_words(issue, on)));
    }
    text
}
