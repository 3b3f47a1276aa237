//! The chores of Weighbridge, as `cargo xtask <chore>`: serve, build, test, bench.
//!
//! Each chore first makes sure that the tools it needs are there, in exactly the versions this
//! checkout pins, and says what it fetches or compiles before it does. `docs/development.md`
//! tells the same to people.

mod bench;
mod browser;
mod build;
mod compiled;
mod licences;
mod node;
mod page;
mod project;
mod run;
mod serve;
mod single;
mod sizes;
mod split;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xshell::Shell;

/// The chores of Weighbridge.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the app for development and serve it, again after every change.
    Serve(serve::Arguments),
    /// Build the finished site into dist/, and the single file dist/weighbridge.html.
    Build,
    /// Run every check: format, lints, tests, the finished build, and journeys in a browser.
    Test(test::Arguments),
    /// Measure the core on small and large appraisals, and the sampler natively and in a browser, in one run.
    Bench(bench::Arguments),
}

fn start(chore: &Chore) -> Result<()> {
    // Every command runs in the folder of the root package, whatever folder the chore was started from.
    let sh = &Shell::new()?;
    sh.change_dir(project::root());
    match chore {
        Chore::Serve(arguments) => serve::serve(sh, arguments),
        Chore::Build => build::build(sh),
        Chore::Test(arguments) => test::test(sh, arguments),
        Chore::Bench(arguments) => bench::bench(sh, arguments),
    }
}

fn main() -> ExitCode {
    let done = start(&Arguments::parse().chore);
    done.map_or_else(
        |error| {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}
