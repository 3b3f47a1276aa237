//! The finished build: Trunk, the wasm optimiser, the page's policy, the single file, and the sizes.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{licences, node, page, project, run, single, sizes, split, tools};

/// What the compiler may have used and every browser of the floor has (Chromium 113, Firefox 113, Safari 16.4).
/// `--all-features` would let the optimiser write what they do not have.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Builds `dist/` and `dist/weighbridge.html`, and checks that they are small enough.
pub(crate) fn build() -> Result<()> {
    let tools = tools::ensure()?;
    node::ensure()?;
    let flags = flags();

    let mut trunk = run::command("trunk");
    trunk
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", &flags)
        .args(["build", "--release", "--skip-version-check"])
        .args(["--features", "split"]);
    run::show(
        without_outside_settings(&mut trunk),
        "Building the app with Trunk",
    )?;
    let halves = split::split(&tools)?;
    let app = single::build(&tools, &flags)?;

    let dist = dist();
    let index = dist.join("index.html");
    let html = page::with_one_sheet(&read(&index)?, &dist)?;
    let licences = licences::texts()?;
    write(&dist.join("licences.txt"), &licences)?;
    let alone = dist.join("weighbridge.html");
    write(&alone, &single::pack(&html, &app, &licences, &dist)?)?;
    let parts = split::put(&halves, &page::parts(&html)?, &dist)?;
    let html = page::with_app(&html, &parts)?;
    write(&index, &page::with_policy(&html, page::SERVED_POLICY)?)?;

    println!(
        "\nThe site is in {}, the single file is {}.\n",
        dist.display(),
        alone.display()
    );
    sizes::check(&dist, &parts, &alone)
}

/// The compiler's flags: those of .cargo/config.toml, and names of source files that say nothing of this machine,
/// which are shorter and the same everywhere.
fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| dirs::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let folders = sources.and_then(|sources| std::fs::read_dir(sources).ok());
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned()];
    for folder in folders.into_iter().flatten().flatten() {
        let folder = folder.path();
        // A space would part the flag in two.
        if let Some(name) = folder.to_str().filter(|name| !name.contains(' ')) {
            flags.push(format!("--remap-path-prefix={name}/="));
        }
    }
    flags.join(" ")
}

/// Where the finished build goes.
pub(crate) fn dist() -> PathBuf {
    project::path("dist")
}

/// Trunk reads `NO_COLOR` as a true-or-false setting of its own and stops at the usual value, 1.
pub(crate) fn without_outside_settings(
    trunk: &mut std::process::Command,
) -> &mut std::process::Command {
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// Makes a wasm file smaller, in place.
pub(crate) fn optimise(wasm: &Path) -> Result<()> {
    let smaller = wasm.with_extension("smaller");
    let mut command = node::node();
    command
        .arg(node::package_file("binaryen/bin/wasm-opt"))
        .args(WASM_OPT);
    command.arg(wasm).arg("-o").arg(&smaller);
    run::watch(&mut command, "Optimising the wasm")?;
    std::fs::rename(&smaller, wasm)
        .with_context(|| format!("{} could not be replaced", wasm.display()))
}

/// The text of a file, with the line ends that browsers hash.
pub(crate) fn read(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

/// Writes a file that must not be empty.
pub(crate) fn write(file: &Path, text: &str) -> Result<()> {
    if text.is_empty() {
        bail!("{} would be empty", file.display());
    }
    std::fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))
}
