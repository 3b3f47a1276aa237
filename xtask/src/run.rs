//! Running other programs: so that they can be watched, and so that a failure is one sentence.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use xshell::Cmd;

/// Runs a command whose output people see as it comes.
pub(crate) fn show(command: &Cmd<'_>, what: &str) -> Result<()> {
    let done = command.run();
    done.with_context(|| format!("{what} failed. What it printed is above"))
}

/// What a command printed, or `None` when it is not there or failed.
pub(crate) fn ask(command: Cmd<'_>) -> Option<String> {
    command.quiet().ignore_stderr().read().ok()
}

/// Runs a command that takes minutes: a spinner with the time and its last line on a terminal,
/// a line a minute anywhere else, and the end of its output if it fails.
pub(crate) fn watch(command: Cmd<'_>, what: &str) -> Result<()> {
    let (output, input) = std::io::pipe()?;
    let mut command = Command::from(command);
    command.stdin(Stdio::null());
    command.stdout(input.try_clone()?).stderr(input);
    let mut child = command.spawn().with_context(|| {
        let program = command.get_program().to_string_lossy().into_owned();
        format!("`{program}` could not be started")
    })?;
    // The output ends when nobody can write to it any more, this program included.
    drop(command);

    let progress = ProgressBar::new_spinner().with_prefix(what.to_owned());
    progress.set_style(ProgressStyle::with_template(
        "{spinner} {prefix} {elapsed_precise}  {wide_msg}",
    )?);
    progress.enable_steady_tick(Duration::from_millis(120));
    let mut minutes_said = 0;
    let mut last = VecDeque::new();
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).trim_end().to_owned();
        progress.set_message(line.clone());
        let minutes = progress.elapsed().as_secs() / 60;
        if progress.is_hidden() && minutes > minutes_said {
            minutes_said = minutes;
            eprintln!("  {what}: {minutes} min so far; {}", line.trim());
        }
        if last.len() == 40 {
            last.pop_front();
        }
        last.push_back(line);
    }
    let status = child.wait()?;
    progress.finish_and_clear();
    if !status.success() {
        for line in &last {
            eprintln!("  {line}");
        }
        bail!("{what} failed ({status}). The end of its output is above.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::{Shell, cmd};

    #[test]
    fn a_failing_command_is_a_sentence() {
        let sh = Shell::new().unwrap();
        let error = watch(cmd!(sh, "cargo no-such-chore"), "A chore that is not there");
        let error = error.unwrap_err().to_string();
        assert!(
            error.starts_with("A chore that is not there failed"),
            "{error}"
        );
    }
}
