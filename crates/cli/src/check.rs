//! `weigh check`: the problems of an appraisal as a table or as JSON.

use super::input::{self, Failure, harmless};
use std::path::Path;
use std::process::ExitCode;
use weighbridge_analysis::{Issue, Severity, analyse};
use weighbridge_model::Appraisal;
use weighbridge_report::{issue_words, problems_text, unopened_text, words::Named};

/// What to print and the exit code.
pub(super) fn check(path: &Path, as_json: bool) -> Result<(String, ExitCode), Failure> {
    let appraisal = match input::open(path) {
        Ok(appraisal) => appraisal,
        // A program that asked for JSON gets it in this case too.
        Err(failure) if as_json => {
            let problems = failure.problems.iter();
            let problems: Vec<[&str; 2]> = problems
                .map(|[place, what]| [place.as_str(), what.as_str()])
                .collect();
            let text = unopened_text(failure.code, &failure.text, &failure.hint, &problems);
            return Ok((text, ExitCode::from(2)));
        }
        Err(failure) => return Err(failure),
    };
    let mut issues = analyse(&appraisal).issues;
    // The worst first; the order within a severity stays.
    issues.sort_by_key(|issue| std::cmp::Reverse(issue.severity()));
    let bad = issues.iter().any(|i| i.severity() > Severity::Note);
    let text = if as_json {
        problems_text(&issues, &appraisal)
    } else {
        table(&issues, &appraisal)
    };
    Ok((text, ExitCode::from(u8::from(bad))))
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
