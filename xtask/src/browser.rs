//! The browser that tests run in: a Chromium of this machine, the ChromeDriver that belongs to it, and what reads the pages it prints.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xshell::{Shell, cmd};

use crate::{project, run};

/// Chromium without its own interface, as Debian calls the package and the program.
const HEADLESS: &str = "chromium-headless-shell";

/// What keeps a Chromium under test from talking to anybody but the page.
const QUIET: [&str; 6] = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
];

/// A browser and its driver.
pub(crate) struct Browser {
    /// Chromium, Chrome, or a build of them.
    pub(crate) chromium: PathBuf,
    /// The ChromeDriver of the same version.
    pub(crate) driver: PathBuf,
    /// What the journeys run in: the same Chromium without its own interface where Debian's package of that
    /// is there, which takes a third less of the processor.
    pub(crate) journeys: PathBuf,
}

impl Browser {
    /// Writes what wasm-bindgen's test runner has to ask of the driver, and returns the file.
    pub(crate) fn capabilities(&self, sh: &Shell) -> Result<PathBuf> {
        let file = project::scratch(sh)?.join("webdriver.json");
        let options = json!({ "binary": self.chromium, "args": QUIET });
        let wanted = json!({ "goog:chromeOptions": options });
        sh.write_file(&file, wanted.to_string())?;
        Ok(file)
    }
}

/// Finds what reads PDF files, and installs it as [`ensure()`] does a browser.
pub(crate) fn ensure_pdf_tools(sh: &Shell, install: bool) -> Result<()> {
    let there = || {
        ["pdfinfo", "pdftotext"]
            .iter()
            .all(|tool| which::which(tool).is_ok())
    };
    if !there() {
        installed(sh, install, &["poppler-utils"])?;
    }
    ensure!(
        there(),
        "The journeys read printed pages with pdfinfo and pdftotext, which are parts of Poppler. \
         On Debian or Ubuntu, `cargo xtask test --install` installs them (poppler-utils); elsewhere install Poppler and put both on PATH."
    );
    Ok(())
}

/// Finds the browser of this machine, and installs one on Debian and its relatives:
/// without asking as root (a container, a build machine), else only when `install` was asked for.
pub(crate) fn ensure(sh: &Shell, install: bool) -> Result<Browser> {
    if find().is_none()
        && installed(sh, install, &["chromium", "chromium-driver"])?
        && !installed(sh, install, &[HEADLESS]).unwrap_or(false)
    {
        println!(
            "There is no package {HEADLESS} here: the journeys run in Chromium itself, a little slower."
        );
    }
    find().context(
        "The tests need Chromium or Chrome, and the ChromeDriver of the same version. \
         On Debian or Ubuntu, `cargo xtask test --install` installs them; elsewhere install Chrome and put chromedriver on PATH. \
         If they are in an unusual place, set CHROMIUM and CHROMEDRIVER to their paths.",
    )
}

/// Installs packages where that can and may be done; says whether it did.
fn installed(sh: &Shell, asked: bool, packages: &[&str]) -> Result<bool> {
    let debian = Path::new("/etc/debian_version").exists() && which::which("apt-get").is_ok();
    let root = run::ask(cmd!(sh, "id -u")).as_deref() == Some("0");
    if !debian || !(root || asked) {
        return Ok(false);
    }
    println!("Installing {} with apt-get.", packages.join(" and "));
    apt(sh, root, &["update"])?;
    apt(sh, root, &[&["install", "-y"], packages].concat())?;
    Ok(true)
}

/// Runs apt-get, as root: sudo asks for a password on the terminal.
fn apt(sh: &Shell, root: bool, arguments: &[&str]) -> Result<()> {
    let command = match root {
        true => cmd!(sh, "apt-get {arguments...}").env("DEBIAN_FRONTEND", "noninteractive"),
        false => cmd!(
            sh,
            "sudo DEBIAN_FRONTEND=noninteractive apt-get {arguments...}"
        ),
    };
    run::watch(command, &format!("apt-get {}", arguments.join(" ")))
}

fn find() -> Option<Browser> {
    let chromium = chromium()?;
    let chosen = std::env::var_os("CHROMIUM").is_some();
    let headless = which::which(HEADLESS).ok().filter(|_| !chosen);
    Some(Browser {
        driver: driver()?,
        journeys: headless.unwrap_or_else(|| chromium.clone()),
        chromium,
    })
}

fn chromium() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM").or_else(|| std::env::var_os("CHROME")) {
        return Some(chosen.into());
    }
    let named = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let placed = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];
    let on_path = named.iter().find_map(|name| which::which(name).ok());
    on_path.or_else(|| placed.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn driver() -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    chosen.or_else(|| which::which("chromedriver").ok())
}
