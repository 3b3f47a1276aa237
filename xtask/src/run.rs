//! Running other programs: so that they can be watched, and so that a failure is one sentence.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, IsTerminal as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};

use crate::project;

/// A command that runs in this checkout and reads nothing from the keyboard.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root()).stdin(Stdio::null());
    if let Some(folder) = project::kept() {
        // What only helps the next change of the same checkout is not worth its time there.
        command
            .env("CARGO_TARGET_DIR", folder)
            .env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// The cargo that runs this chore.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// `PATH` with these folders before everything else.
pub(crate) fn path_with(first: &[PathBuf]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("A folder of the tools has a name that cannot be on PATH")
}

/// Runs a command whose output people see as it comes.
pub(crate) fn show(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("{what} failed ({status}). What it printed is above.");
    }
    Ok(())
}

/// What a command printed, or `None` when it is not there or failed.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command that takes minutes: a spinner with the time and its last line on a terminal,
/// a line a minute anywhere else, and the end of its output if it fails.
pub(crate) fn watch(command: &mut Command, what: &str) -> Result<()> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    let (send, lines) = mpsc::channel::<String>();
    let streams: [Option<Box<dyn std::io::Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as _),
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    for stream in streams.into_iter().flatten() {
        let send = send.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    break;
                }
            }
        });
    }
    drop(send);

    let mut progress = Progress::new(what);
    let mut last = VecDeque::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                progress.line(line.trim());
                if last.len() == 40 {
                    last.pop_front();
                }
                last.push_back(line);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => progress.tick(),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child
        .wait()
        .with_context(|| format!("{what} could not be waited for"))?;
    progress.clear();
    if !status.success() {
        for line in &last {
            eprintln!("  {line}");
        }
        bail!("{what} failed ({status}). The end of its output is above.");
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!(
        "`{}` could not be started",
        command.get_program().to_string_lossy()
    )
}

/// How far a long command has come.
struct Progress {
    what: String,
    started: Instant,
    bar: Option<ProgressBar>,
    minutes_said: u64,
    last: String,
}

impl Progress {
    fn new(what: &str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) =
                ProgressStyle::with_template("{spinner} {prefix} {elapsed_precise}  {wide_msg}")
            {
                bar.set_style(style);
            }
            bar.set_prefix(what.to_owned());
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Self {
            what: what.to_owned(),
            started: Instant::now(),
            bar,
            minutes_said: 0,
            last: String::new(),
        }
    }

    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            line.clone_into(&mut self.last);
            if let Some(bar) = &self.bar {
                bar.set_message(line.to_owned());
            }
        }
        self.tick();
    }

    fn tick(&mut self) {
        let minutes = self.started.elapsed().as_secs() / 60;
        if self.bar.is_none() && minutes > self.minutes_said {
            self.minutes_said = minutes;
            eprintln!("  {}: {minutes} min so far; {}", self.what, self.last);
        }
    }

    fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// A length of time as people say it: `8 s`, `3 min 20 s`.
pub(crate) fn time(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs_f64().round();
    let (minutes, rest) = ((seconds / 60.0).floor(), seconds % 60.0);
    if minutes > 0.0 {
        format!("{minutes} min {rest:02} s")
    } else {
        format!("{rest} s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_minutes_and_seconds() {
        assert_eq!(time(Duration::from_millis(7600)), "8 s");
        assert_eq!(time(Duration::from_secs(200)), "3 min 20 s");
        assert_eq!(time(Duration::from_secs(65)), "1 min 05 s");
    }

    #[test]
    fn a_failing_command_is_a_sentence() {
        let error = watch(cargo().arg("no-such-chore"), "A chore that is not there").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("A chore that is not there failed"),
            "{error}"
        );
    }
}
