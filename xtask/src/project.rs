//! Where this checkout is and which versions it pins.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::compiled::Kept;

/// The folder of the root package, whatever folder the chore was started from.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A path in this checkout.
pub(crate) fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// The folder in the cache in which this run compiles, if it does.
static KEPT: OnceLock<Kept> = OnceLock::new();

/// From now on every command of this run compiles in a folder of the cache.
pub(crate) fn compile_in(folder: PathBuf, lock: std::fs::File) {
    // Nobody asks for it twice in a run.
    let _ = KEPT.set((folder, lock));
}

/// The folder in the cache in which this run compiles, if it does.
pub(crate) fn kept() -> Option<&'static Path> {
    KEPT.get().map(|(folder, _)| folder.as_path())
}

/// The build folder.
pub(crate) fn target() -> PathBuf {
    kept().map_or_else(own_target, Path::to_path_buf)
}

/// The build folder of this checkout.
fn own_target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), PathBuf::from);
    root().join(target)
}

/// A folder of this checkout for the few files of our own that only matter until the next run.
pub(crate) fn scratch() -> Result<PathBuf> {
    let scratch = own_target().join("xtask");
    std::fs::create_dir_all(&scratch)
        .with_context(|| format!("{} could not be made", scratch.display()))?;
    Ok(scratch)
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
}

/// The version of a crate in Cargo.lock: the one place where it is written.
pub(crate) fn locked_version(name: &str) -> Result<String> {
    let file = path("Cargo.lock");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    version_in(&text, name)
        .with_context(|| format!("{} does not say which {name} to use", file.display()))
}

fn version_in(lock: &str, name: &str) -> Result<String> {
    let lock: Lock = toml::from_str(lock)?;
    match lock
        .package
        .into_iter()
        .find(|package| package.name == name)
    {
        Some(package) => Ok(package.version),
        None => bail!("there is no package of that name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_says_the_version() {
        let lock = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n[[package]]\nname = \"b\"\nversion = \"0.1.0\"\n";
        assert_eq!(version_in(lock, "b").unwrap(), "0.1.0");
        assert!(version_in(lock, "c").is_err());
    }

    #[test]
    fn this_checkout_pins_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
    }
}
