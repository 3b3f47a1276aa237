//! The development tools from npm: the wasm optimiser, and what the browser journeys need.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{project, run};

/// The oldest Node.js that runs all of them.
const OLDEST: u32 = 20;

/// A command that runs a script with Node.js.
pub(crate) fn node() -> Command {
    run::command("node")
}

/// Makes sure that `node_modules` holds exactly what `package-lock.json` says.
pub(crate) fn ensure() -> Result<()> {
    let version = run::ask(node().arg("--version"));
    let major = version.as_deref().and_then(major);
    let npm = which::which("npm").ok();
    let (Some(major), Some(npm)) = (major, npm) else {
        bail!(
            "Node.js {OLDEST} or later, with npm, is needed for the finished build and for the journeys. \
             Install it from nodejs.org or with your system's packages, and run this again. \
             `cargo xtask serve` does without."
        );
    };
    if major < OLDEST {
        bail!(
            "Node.js {major} is too old for the development tools. Install Node.js {OLDEST} or later, and run this again."
        );
    }

    let lock = project::path("package-lock.json");
    let wanted =
        std::fs::read(&lock).with_context(|| format!("{} could not be read", lock.display()))?;
    let stamp = project::path("node_modules").join(".weighbridge-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the development tools from npm into node_modules (about 120 MB).");
    let mut command = run::command(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    run::watch(&mut command, "npm ci")?;
    std::fs::write(&stamp, wanted)
        .with_context(|| format!("{} could not be written", stamp.display()))
}

fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// A file inside an installed package.
pub(crate) fn package_file(inside: &str) -> PathBuf {
    project::path("node_modules").join(inside)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nothing"), None);
    }
}
