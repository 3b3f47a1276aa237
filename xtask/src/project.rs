//! Where this checkout is and which versions it pins.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use cargo_metadata::{MetadataCommand, Package};
use sha2::{Digest as _, Sha256};
use xshell::Shell;

/// The folder of the root package.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A path in this checkout.
pub(crate) fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// The folder that commands compile in.
pub(crate) fn target(sh: &Shell) -> PathBuf {
    root().join(sh.var_os("CARGO_TARGET_DIR").unwrap_or("target".into()))
}

/// A program of the workspace that was compiled for release.
pub(crate) fn released(sh: &Shell, name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    target(sh).join("release").join(file)
}

/// A folder for the few files of the chores that only matter until the next run.
pub(crate) fn scratch(sh: &Shell) -> Result<PathBuf> {
    Ok(sh.create_dir(path("target/xtask"))?)
}

/// Every package that Cargo.lock names.
pub(crate) fn packages() -> Result<Vec<Package>> {
    let mut command = MetadataCommand::new();
    command.manifest_path(path("Cargo.toml"));
    let metadata = command.other_options(["--locked".to_owned()]).exec();
    let metadata = metadata.context("cargo metadata could not be read")?;
    Ok(metadata.packages)
}

/// The version of a crate in Cargo.lock: the one place where it is written.
pub(crate) fn locked_version(name: &str) -> Result<String> {
    let mut packages = packages()?.into_iter();
    let package = packages
        .find(|package| package.name.as_str() == name)
        .with_context(|| format!("Cargo.lock does not say which {name} to use"))?;
    Ok(package.version.to_string())
}

/// The first 16 digits of what some content hashes to.
pub(crate) fn stamp(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_checkout_pins_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
        assert!(locked_version("no-such-crate").is_err());
    }
}
