//! The chores of Weighbridge, as `cargo xtask <chore>`: serve, build, test, bench.
//!
//! Each chore first makes sure that the tools it needs are there, in exactly the versions this
//! checkout pins, and says what it fetches or compiles before it does. `docs/development.md`
//! tells the same to people.

mod bench;
mod browser;
mod build;
mod compiled;
mod journeys;
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

use std::process::ExitCode;

use clap::{Parser, Subcommand};

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

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Serve(arguments) => serve::serve(&arguments),
        Chore::Build => build::build(),
        Chore::Test(arguments) => test::test(&arguments),
        Chore::Bench(arguments) => bench::bench(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
