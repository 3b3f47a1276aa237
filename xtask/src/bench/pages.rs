//! Measuring how quick the pages are: the finished build in a browser, by Chromium's own trace.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{browser, build, node, project, run};

/// Measures the build in `dist/`, and leaves the figures in a file. No figure fails.
pub(super) fn measure(file: &Path) -> Result<()> {
    let dist = build::dist();
    if !dist.join("index.html").is_file() {
        bail!("There is no finished build to measure yet. Run `cargo xtask build` first.");
    }
    node::ensure()?;
    let mut script = node::node();
    script.env("CHROMIUM", browser::ensure(false)?.chromium);
    script.arg(project::path("benches/pages/measure.mjs"));
    script.arg(dist).arg(file);
    run::show(&mut script, "Measuring the pages")?;
    println!("\nThe figures are in {}.", file.display());
    Ok(())
}
