//! The journeys: people's whole errands, done in a real browser on the finished build.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::browser::Browser;
use crate::{build, node, project, run};

/// Runs the journeys whose file names contain one of `names`, or all when there are none.
pub(crate) fn run(browser: &Browser, names: &[String]) -> Result<()> {
    if !build::dist().join("weighbridge.html").is_file() {
        bail!("There is no finished build to try out yet. Run `cargo xtask build` first.");
    }
    node::ensure()?;
    let files = files(names)?;
    let mut command = node::node();
    command.env("CHROMIUM", &browser.journeys);
    // Two at a time: each is a browser of its own, and a small machine has two cores.
    command
        .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .args(files);
    run::show(&mut command, "A journey")
}

fn files(names: &[String]) -> Result<Vec<PathBuf>> {
    let folder = project::path("tests/journeys");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder)
        .with_context(|| format!("{} could not be read", folder.display()))?
    {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(journey) = name.strip_suffix(".journey.mjs")
            && (names.is_empty() || names.iter().any(|part| journey.contains(part.as_str())))
        {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!(
            "No file in {} is called {}.",
            folder.display(),
            names.join(" or ")
        );
    }
    // The longest first, so that no long one is alone at the end.
    files.sort_by_key(|file| {
        std::cmp::Reverse(std::fs::metadata(file).map_or(0, |about| about.len()))
    });
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_chosen_by_name() {
        assert!(!files(&[]).unwrap().is_empty());
        assert_eq!(files(&["opens".to_owned()]).unwrap().len(), 1);
        assert!(files(&["no such journey".to_owned()]).is_err());
    }
}
