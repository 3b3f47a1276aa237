//! Compiling the app for the browser, and making the wasm smaller.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools::WASM;
use crate::{node, project, run};

/// What the compiler may have used and every browser of the floor has (Chromium 113, Firefox 113, Safari 16.4).
/// `--all-features` would let the optimiser write what they do not have. Large functions stay functions even where they are
/// called once: code that is put together from them repeats itself less, and compresses worse (12 KB of the single file).
/// Functions in the order of their names have what is alike beside each other: gzip sees no farther than 32 KB back, and
/// the single file is 46 KB smaller for it.
const WASM_OPT: [&str; 13] = [
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--reorder-functions-by-name",
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

/// The variable that cargo takes the compiler's flags from.
pub(crate) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The compiler's flags: those of .cargo/config.toml, and names of source files that say nothing of this machine,
/// which are shorter and the same everywhere.
pub(crate) fn flags(sh: &Shell) -> String {
    let home = sh.var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| dirs::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let folders = sources.and_then(|sources| sh.read_dir(sources).ok());
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned()];
    for folder in folders.unwrap_or_default() {
        // A space would part the flag in two.
        if let Some(name) = folder.to_str().filter(|name| !name.contains(' ')) {
            flags.push(format!("--remap-path-prefix={name}/="));
        }
    }
    flags.join(" ")
}

/// A wasm of the workspace as cargo linked it last.
pub(crate) fn linked(sh: &Shell, name: &str) -> PathBuf {
    let folder = project::target(sh).join(WASM).join("release");
    folder.join(name).with_extension("wasm")
}

/// Has wasm-bindgen write what JavaScript needs of a wasm into a folder: under its name, a script and the wasm.
pub(crate) fn bind(
    sh: &Shell,
    bindgen: &Path,
    wasm: &Path,
    folder: &Path,
    target: &[&str],
) -> Result<()> {
    let command = cmd!(
        sh,
        "{bindgen} --no-typescript --target {target...} --out-dir {folder} {wasm}"
    );
    run::watch(command, "wasm-bindgen")?;
    let script = Path::new(wasm.file_name().unwrap_or_default()).with_extension("js");
    node::minify(sh, &folder.join(script))
}

/// Makes a wasm file smaller, in place.
pub(crate) fn optimise(sh: &Shell, wasm: &Path) -> Result<()> {
    let optimiser = node::package_file("binaryen/bin/wasm-opt");
    let command = cmd!(sh, "node {optimiser} {WASM_OPT...} {wasm} -o {wasm}");
    run::watch(command, "Optimising the wasm")
}
