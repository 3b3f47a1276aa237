//! The journeys: people's whole errands, done in a real browser on the finished build by Playwright.

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::{build, node, run};

/// Runs the journeys whose file names contain one of `names`, or all when there are none.
pub(crate) fn run(browser: &Browser, names: &[String]) -> Result<()> {
    if !build::dist().join("weighbridge.html").is_file() {
        bail!("There is no finished build to try out yet. Run `cargo xtask build` first.");
    }
    node::ensure()?;
    let mut playwright = node::node();
    playwright
        .env("CHROMIUM", &browser.journeys)
        .arg(node::package_file("@playwright/test/cli.js"))
        .arg("test")
        .args(names);
    run::show(&mut playwright, "A journey")
}
