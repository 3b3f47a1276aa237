//! Measuring: how long the core takes, how the sampler compares, how quick the pages are, and how long the largest
//! appraisals take. What is measured, and how, is in `benches/`; here it is built and started.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::tools::WASM;
use crate::{browser, node, project, run, tools, wasm};

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder of other programs that sample the same, with a `run` that prints a JSON line for each.
    #[arg(long, value_name = "DIR")]
    peers: Option<PathBuf>,
    /// How often everything is run, one program after the other; figures are medians.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Only the sampler, not the analysis, the files and the drawing.
    #[arg(long)]
    sampler: bool,
    /// Only how quick the finished build is in a browser: how soon it is there, what a move costs, and tasks over 50 ms.
    #[arg(long, conflicts_with_all = ["sampler", "peers", "rounds"])]
    pages: bool,
    /// Only how long `weigh results` takes on generated appraisals as large as the format allows; more than 30 s fails.
    #[arg(long, conflicts_with_all = ["sampler", "peers", "rounds", "pages"])]
    limits: bool,
}

/// Runs the benchmarks. Their figures are for comparing with each other in one run; they go into the build folder as JSON.
pub(crate) fn bench(sh: &Shell, arguments: &Arguments) -> Result<()> {
    if arguments.limits {
        return limits(sh);
    }
    if arguments.pages {
        return pages(sh);
    }
    if !arguments.sampler {
        let core = cmd!(sh, "cargo bench --package weighbridge --bench core");
        run::show(&core, "Measuring")?;
    }
    sampler(sh, arguments)
}

/// `weigh results` on the largest appraisals, by `benches/limits`.
fn limits(sh: &Shell) -> Result<()> {
    let packages = ["--package", "weighbridge-cli", "--package", "bench-limits"];
    let build = cmd!(sh, "cargo build --release --bins {packages...}");
    run::watch(build, "Building weigh, and what measures it")?;
    let [limits, weigh] = ["limits", "weigh"].map(|name| project::released(sh, name));
    let folder = sh.create_dir(project::scratch(sh)?.join("limits"))?;
    let file = project::target(sh).join("bench-limits.json");
    run::show(&cmd!(sh, "{limits} {weigh} {folder} {file}"), "Measuring")
}

/// The finished build in a browser, by `benches/start` and `benches/pages`.
fn pages(sh: &Shell) -> Result<()> {
    let dist = project::path("dist");
    let there = dist.join("index.html").is_file();
    ensure!(
        there,
        "Run `cargo xtask build` first: this measures what it builds."
    );
    node::ensure(sh)?;
    let file = project::target(sh).join("bench-pages.json");
    let start = project::target(sh).join("bench-start.json");
    let targets = ["web", "no-modules"];
    let empty = web(sh, ["bench-start", "--bins"], "empty", &targets)?;
    let _chromium = sh.push_env("CHROMIUM", browser::ensure(sh, false)?.chromium);
    let soon = cmd!(sh, "node benches/start/measure.mjs {dist} {empty} {start}");
    run::show(&soon, "Measuring how soon the app is there")?;
    let measure = cmd!(sh, "node benches/pages/measure.mjs {dist} {file}");
    run::show(&measure, "Measuring the pages")?;
    println!("\nThe figures are in {}.", file.display());
    Ok(())
}

/// The sampler natively and in a browser, beside other programs where there are any, by `benches/smaa`.
fn sampler(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let build = cmd!(sh, "cargo build --release --package bench-smaa --bins");
    run::watch(build, "Building the native measure")?;
    let web = web(sh, ["bench-smaa", "--lib"], "bench_smaa", &["web"])?.join("web");
    let chromium = browser::ensure(sh, false)?.chromium;
    let peers = arguments.peers.iter().map(std::path::absolute);
    let peers: Vec<PathBuf> = peers.collect::<Result<_, _>>()?;
    let compare = project::released(sh, "compare");
    let (smaa, rounds) = (project::released(sh, "smaa"), arguments.rounds.to_string());
    let file = project::target(sh).join("bench.json");
    let compare = cmd!(sh, "{compare} {rounds} {file} {smaa} {web} {peers...}");
    run::show(&compare.env("CHROMIUM", chromium), "Comparing")
}

/// Builds the wasm of a package with the settings and the optimiser of the finished app; returns the folder that has it
/// in a folder for each of some targets of wasm-bindgen.
fn web(sh: &Shell, package: [&str; 2], name: &str, targets: &[&str]) -> Result<PathBuf> {
    let bindgen = tools::ensure_bindgen(sh)?;
    node::ensure(sh)?;
    let build = cmd!(
        sh,
        "cargo build --release --package {package...} --target {WASM}"
    );
    run::watch(build, "Building what is measured in the browser")?;
    let folder = project::scratch(sh)?.join(name);
    let linked = wasm::linked(sh, name);
    for target in targets {
        let to = folder.join(target);
        wasm::bind(sh, &bindgen, &linked, &to, &[target])?;
        wasm::optimise(sh, &to.join(format!("{name}_bg.wasm")))?;
    }
    Ok(folder)
}
