//! Every check, in the order in which a mistake is cheapest to find.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use clap::ValueEnum;
use indicatif::FormattedDuration;

use xshell::{Shell, cmd};

use crate::tools::{self, Tool, WASM};
use crate::{browser, build, compiled, node, project, run};

/// Which checks to run.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Install a missing browser, and what reads the pages it prints, with the system's packages (Debian and its relatives; asks sudo if not root).
    #[arg(long)]
    install: bool,
    /// Run only this step; may be given more than once.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Run only the journeys whose file names contain one of these words.
    #[arg(value_name = "JOURNEY")]
    journeys: Vec<String>,
}

/// One check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Is the Rust code formatted?
    Format,
    /// Whether the licences and sources of all dependencies are among those that `deny.toml` allows.
    Deny,
    /// Whether any dependency has a known weakness: asks the network, so it only runs when it is named.
    Advisories,
    /// What clippy says of the library, the command line, the tests and the chores.
    Lint,
    /// What clippy says of the app as the browser gets it.
    LintWasm,
    /// The tests that need no browser, and the examples in the documentation.
    Native,
    /// The documentation of every crate, whose links lead somewhere.
    Docs,
    /// The tests of the browser module and the components, in a headless browser.
    Browser,
    /// The finished build and its sizes.
    Build,
    /// Whole errands on the finished build, served and as a single file.
    Journeys,
}

/// Where the random cases of the property tests start: the same for everybody, so that what passes for one passes for
/// all. `cargo test` alone draws new ones each time, and keeps those that fail.
const SEED: &str = "2026";

impl Arguments {
    /// Whether a step is to be run.
    fn wants(&self, step: Step) -> bool {
        match (self.only.is_empty(), self.journeys.is_empty()) {
            (true, true) => step != Step::Advisories,
            (true, false) => step == Step::Journeys,
            (false, _) => self.only.contains(&step),
        }
    }
}

/// Runs the steps, stops at the first that fails, and prints how long each took.
pub(crate) fn test(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let all = Step::value_variants().iter().copied();
    let chosen: Vec<Step> = all.filter(|step| arguments.wants(*step)).collect();

    let started = Instant::now();
    let _kept = compiled::reuse(sh)?;
    let mut times = Vec::new();
    for (index, step) in chosen.iter().enumerate() {
        println!("\n== {} of {}: {} ==", index + 1, chosen.len(), step.name());
        let begun = Instant::now();
        let done = step.run(sh, arguments);
        times.push((step.name(), begun.elapsed()));
        if done.is_err() {
            println!("\nsteps: {index} passed, 1 failed");
        }
        done.with_context(|| format!("Checking stopped at step {}, {}", index + 1, step.name()))?;
        println!("   {}: {}", step.name(), FormattedDuration(begun.elapsed()));
    }
    print_times(&times, started.elapsed());
    Ok(())
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn run(self, sh: &Shell, arguments: &Arguments) -> Result<()> {
        match self {
            Self::Format => run::show(
                &cmd!(sh, "cargo fmt --all --check"),
                "Checking the format (`cargo fmt --all` mends it)",
            ),
            Self::Deny | Self::Advisories => {
                let what: &[&str] = match self {
                    Self::Advisories => &["advisories"],
                    _ => &["licenses", "bans", "sources"],
                };
                let deny = Tool::deny().ensure(sh)?;
                let deny = cmd!(sh, "{deny} --workspace --locked check {what...}");
                run::show(&deny, "Checking the dependencies (see deny.toml)")
            }
            Self::Lint => run::show(
                &cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings"),
                "Clippy",
            ),
            Self::LintWasm => {
                tools::ensure_wasm_target(sh)?;
                let parts = ["--lib", "--bin", "weighbridge", "--test", "browser"];
                let clippy = cmd!(
                    sh,
                    "cargo clippy --target {WASM} --package weighbridge {parts...} -- -D warnings"
                );
                run::show(&clippy, "Clippy for the browser")
            }
            Self::Native => {
                let tests = cmd!(sh, "cargo test --workspace");
                run::show(&tests.env("PROPTEST_RNG_SEED", SEED), "Testing")
            }
            Self::Docs => {
                let docs = cmd!(sh, "cargo doc --workspace --no-deps --quiet");
                run::show(&docs.env("RUSTDOCFLAGS", "-D warnings"), "Documenting")
            }
            Self::Browser => {
                let runner = tools::ensure_bindgen(sh)?.with_file_name("wasm-bindgen-test-runner");
                let browser = browser::ensure(sh, arguments.install)?;
                let wanted = browser.capabilities(sh)?;
                let tests = cmd!(
                    sh,
                    "cargo test --package weighbridge --target {WASM} --test browser"
                )
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
                .env("CHROMEDRIVER", &browser.driver)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", wanted);
                run::show(&tests, "Testing in the browser")
            }
            Self::Build => build::build(sh),
            Self::Journeys => {
                let there = project::path("dist/weighbridge.html").is_file();
                ensure!(there, "Run `cargo xtask build` first: this tries it out.");
                node::ensure(sh)?;
                let browser = browser::ensure(sh, arguments.install)?;
                browser::ensure_pdf_tools(sh, arguments.install)?;
                let playwright = node::package_file("@playwright/test/cli.js");
                let names = &arguments.journeys;
                let journeys = cmd!(sh, "node {playwright} test {names...}");
                run::show(&journeys.env("CHROMIUM", &browser.journeys), "A journey")
            }
        }
    }
}

fn print_times(times: &[(String, Duration)], total: Duration) {
    println!("\n{:<12} {:>12}", "Step", "Time");
    for (name, elapsed) in times {
        println!("{name:<12} {:>12}", FormattedDuration(*elapsed));
    }
    println!("{:<12} {:>12}", "All", FormattedDuration(total));
    let passed = times.len();
    println!("\nEverything passed.\nsteps: {passed} passed, 0 failed");
}
