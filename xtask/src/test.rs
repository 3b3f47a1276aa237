//! Every check, in the order in which a mistake is cheapest to find.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use crate::{browser, build, compiled, journeys, run, tools};

/// Which checks to run.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Install a missing browser with the system's packages (Debian and its relatives; asks sudo if not root).
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

/// Runs the steps, stops at the first that fails, and prints how long each took.
pub(crate) fn test(arguments: &Arguments) -> Result<()> {
    let chosen: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(
            |step| match (arguments.only.is_empty(), arguments.journeys.is_empty()) {
                (true, true) => true,
                (true, false) => *step == Step::Journeys,
                (false, _) => arguments.only.contains(step),
            },
        )
        .collect();

    let started = Instant::now();
    compiled::reuse()?;
    let mut times = Vec::new();
    for (index, step) in chosen.iter().enumerate() {
        println!("\n== {} of {}: {} ==", index + 1, chosen.len(), step.name());
        let begun = Instant::now();
        let done = step.run(arguments);
        times.push((step.name(), begun.elapsed()));
        if done.is_err() {
            println!("\nsteps: {index} passed, 1 failed");
        }
        done.with_context(|| format!("Checking stopped at step {}, {}", index + 1, step.name()))?;
        println!("   {}: {}", step.name(), run::time(begun.elapsed()));
    }
    print_times(&times, started.elapsed());
    Ok(())
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn run(self, arguments: &Arguments) -> Result<()> {
        match self {
            Self::Format => run::show(
                run::cargo().args(["fmt", "--all", "--check"]),
                "Checking the format (`cargo fmt --all` mends it)",
            ),
            Self::Lint => run::show(
                run::cargo().args([
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ]),
                "Clippy",
            ),
            Self::LintWasm => {
                tools::ensure_wasm_target()?;
                let parts = [
                    "--package",
                    "weighbridge",
                    "--lib",
                    "--bin",
                    "weighbridge",
                    "--test",
                    "browser",
                ];
                run::show(
                    run::cargo()
                        .args(["clippy", "--target", tools::WASM])
                        .args(parts)
                        .args(["--", "-D", "warnings"]),
                    "Clippy for the browser",
                )
            }
            Self::Native => run::show(
                run::cargo()
                    .args(["test", "--workspace"])
                    .env("PROPTEST_RNG_SEED", SEED),
                "Testing",
            ),
            Self::Docs => run::show(
                run::cargo()
                    .args(["doc", "--workspace", "--no-deps", "--quiet"])
                    .env("RUSTDOCFLAGS", "-D warnings"),
                "Documenting",
            ),
            Self::Browser => {
                let bindgen = tools::ensure_bindgen()?;
                let browser = browser::ensure(arguments.install)?;
                let mut command = run::cargo();
                command.args(["test", "--package", "weighbridge"]);
                command.args(["--target", tools::WASM, "--test", "browser"]);
                command.env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    tools::test_runner(&bindgen),
                );
                command.env("CHROMEDRIVER", &browser.driver);
                command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
                run::show(&mut command, "Testing in the browser")
            }
            Self::Build => build::build(),
            Self::Journeys => {
                journeys::run(&browser::ensure(arguments.install)?, &arguments.journeys)
            }
        }
    }
}

fn print_times(times: &[(String, Duration)], total: Duration) {
    println!("\n{:<12} {:>12}", "Step", "Time");
    for (name, elapsed) in times {
        println!("{name:<12} {:>12}", run::time(*elapsed));
    }
    println!("{:<12} {:>12}", "All", run::time(total));
    println!(
        "\nEverything passed.\nsteps: {} passed, 0 failed",
        times.len()
    );
}
