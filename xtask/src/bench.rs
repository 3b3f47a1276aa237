//! Measuring: how long the core takes, how the sampler compares, how quick the pages are, and how long the largest
//! appraisals take. What is measured, and how, is in `benches/`; here it is built and started.

use std::path::PathBuf;

use anyhow::{Result, bail};
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
    /// Where the figures go as JSON; target/bench.json unless said, or target/bench-pages.json.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Only the sampler, not the analysis, the files and the drawing.
    #[arg(long)]
    sampler: bool,
    /// Only how quick the pages of the finished build are in a browser: what a move costs, and tasks over 50 ms.
    #[arg(long, conflicts_with_all = ["sampler", "peers", "rounds"])]
    pages: bool,
    /// Only how long `weigh results` takes on generated appraisals as large as the format allows; more than 30 s fails.
    #[arg(long, conflicts_with_all = ["sampler", "peers", "rounds", "pages"])]
    limits: bool,
}

impl Arguments {
    /// Where the figures go: what was asked for, or a name in the build folder.
    fn file(&self, sh: &Shell, usual: &str) -> Result<PathBuf> {
        match &self.json {
            Some(file) => Ok(std::path::absolute(file)?),
            None => Ok(project::target(sh).join(usual)),
        }
    }
}

/// Runs the benchmarks. Their figures are for comparing with each other in one run.
pub(crate) fn bench(sh: &Shell, arguments: &Arguments) -> Result<()> {
    if arguments.limits {
        return limits(sh, arguments);
    }
    if arguments.pages {
        return pages(sh, arguments);
    }
    if !arguments.sampler {
        let core = cmd!(sh, "cargo bench --package weighbridge --bench core");
        run::show(&core, "Measuring")?;
    }
    sampler(sh, arguments)
}

/// `weigh results` on the largest appraisals, by `benches/limits`.
fn limits(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let packages = ["--package", "weighbridge-cli", "--package", "bench-limits"];
    let build = cmd!(sh, "cargo build --release --bins {packages...}");
    run::watch(build, "Building weigh, and what measures it")?;
    let (limits, weigh) = (
        project::released(sh, "limits"),
        project::released(sh, "weigh"),
    );
    let folder = sh.create_dir(project::scratch(sh)?.join("limits"))?;
    let file = arguments.file(sh, "bench-limits.json")?;
    run::show(&cmd!(sh, "{limits} {weigh} {folder} {file}"), "Measuring")
}

/// The finished build in a browser, by `benches/pages`.
fn pages(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let dist = project::path("dist");
    if !dist.join("index.html").is_file() {
        bail!("There is no finished build to measure yet. Run `cargo xtask build` first.");
    }
    node::ensure(sh)?;
    let file = arguments.file(sh, "bench-pages.json")?;
    let measure = cmd!(sh, "node benches/pages/measure.mjs {dist} {file}");
    let chromium = browser::ensure(sh, false)?.chromium;
    run::show(&measure.env("CHROMIUM", chromium), "Measuring the pages")?;
    println!("\nThe figures are in {}.", file.display());
    Ok(())
}

/// The sampler natively and in a browser, beside other programs where there are any, by `benches/smaa`.
fn sampler(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let build = cmd!(sh, "cargo build --release --package bench-smaa --bins");
    run::watch(build, "Building the native measure")?;
    let web = web(sh)?;
    let chromium = browser::ensure(sh, false)?.chromium;
    let peers = arguments.peers.iter().map(std::path::absolute);
    let peers: Vec<PathBuf> = peers.collect::<Result<_, _>>()?;
    let compare = project::released(sh, "compare");
    let (smaa, rounds) = (project::released(sh, "smaa"), arguments.rounds.to_string());
    let file = arguments.file(sh, "bench.json")?;
    let compare = cmd!(sh, "{compare} {rounds} {file} {smaa} {web} {peers...}");
    run::show(&compare.env("CHROMIUM", chromium), "Comparing")
}

/// Builds what is measured in the browser, with the settings and the optimiser of the finished app.
fn web(sh: &Shell) -> Result<PathBuf> {
    let bindgen = tools::ensure_bindgen(sh)?;
    node::ensure(sh)?;
    let build = cmd!(
        sh,
        "cargo build --release --package bench-smaa --lib --target {WASM}"
    );
    run::watch(build, "Building the measure for the browser")?;
    let folder = project::scratch(sh)?.join("bench");
    let linked = wasm::linked(sh, "bench_smaa");
    wasm::bind(sh, &bindgen, &linked, &folder, &["--target", "web"])?;
    wasm::optimise(sh, &folder.join("bench_smaa_bg.wasm"))?;
    Ok(folder)
}
