//! The tools from the Rust registry: Trunk, wasm-bindgen and the splitter, which turn the app into a page, and
//! cargo-deny; and Rust's target for the browser.
//!
//! Each is looked for on `PATH`, then in a cache outside the checkout, then fetched ready-made with
//! `cargo binstall` where that is installed, and compiled only when nothing else worked.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::{project, run};

/// The compilation target of the app.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A program from the Rust registry.
pub(crate) struct Tool {
    /// The crate to install.
    package: &'static str,
    /// The program that is asked for its version.
    program: &'static str,
    /// The version, exactly.
    version: String,
    /// What to leave out of the crate.
    options: &'static [&'static str],
    /// How hard the compiler tries: enough that nobody waits for the program, and no more.
    effort: &'static str,
}

impl Tool {
    fn new(package: &'static str, program: &'static str, version: &str) -> Self {
        Self {
            package,
            program,
            version: version.to_owned(),
            options: &["--no-default-features"],
            effort: "0",
        }
    }

    /// The newest that the Rust of today builds (0.22.1 asks for 1.96.1), without what fetches from the network:
    /// it finds every tool on PATH.
    fn trunk() -> Self {
        Self::new("trunk", "trunk", "0.21.14")
    }

    /// Checks licences and sources.
    pub(crate) fn deny() -> Self {
        Self::new("cargo-deny", "cargo-deny", "0.20.2")
    }

    /// Cuts the finished app in two. It has to read what the `wasm_split_helpers` of the app write.
    pub(crate) fn splitter() -> Self {
        Self {
            options: &["--features", "build-binary"],
            effort: "1",
            ..Self::new("wasm_split_cli_support", "wasm-split-cli", "0.2.4")
        }
    }

    /// Writes the JavaScript of the app, in the version of the library that the app uses: the two only understand
    /// each other when they are the same.
    fn bindgen() -> Result<Self> {
        let version = project::locked_version("wasm-bindgen")?;
        Ok(Self {
            options: &[],
            effort: "1",
            ..Self::new("wasm-bindgen-cli", "wasm-bindgen", &version)
        })
    }

    /// Finds the program, fetching or compiling it where it is missing.
    pub(crate) fn ensure(&self, sh: &Shell) -> Result<PathBuf> {
        let on_path = which::which(self.program).ok();
        // One that does not tell its version can only be known by the folder it is in.
        if let Some(program) = on_path.filter(|program| self.tells_version(sh, program)) {
            return Ok(program);
        }
        let root = self.folder("tools")?;
        let program = in_folder(&root.join("bin"), self.program);
        let is_there = || self.tells_version(sh, &program) || self.runs(sh, &program);
        if !is_there() {
            self.fetch(sh, &root);
        }
        if !is_there() {
            self.compile(sh, &root)?;
        }
        ensure!(
            is_there(),
            "{} was installed, but does not run. Delete {} and try again.",
            self.program,
            root.display()
        );
        Ok(program)
    }

    fn tells_version(&self, sh: &Shell, program: &Path) -> bool {
        let said = run::ask(cmd!(sh, "{program} --version")).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(self.version.as_str())
    }

    /// Whether a program that does not tell its version runs at all.
    fn runs(&self, sh: &Shell, program: &Path) -> bool {
        self.package == "wasm_split_cli_support" && run::ask(cmd!(sh, "{program} --help")).is_some()
    }

    /// Where it is kept, below a folder of the cache.
    fn folder(&self, inside: &str) -> Result<PathBuf> {
        let name = format!("{}-{}", self.program, self.version);
        Ok(cache()?.join(inside).join(name))
    }

    fn fetch(&self, sh: &Shell, root: &Path) {
        if which::which("cargo-binstall").is_err() {
            return;
        }
        let (package, version) = (self.package, &self.version);
        println!("Fetching {package} {version} with cargo binstall.");
        let command = cmd!(
            sh,
            "cargo binstall --no-confirm --disable-strategies compile --root {root} --version {version} {package}"
        );
        if let Err(error) = run::watch(command, "cargo binstall") {
            println!("{error:#} Compiling it instead.");
        }
    }

    fn compile(&self, sh: &Shell, root: &Path) -> Result<()> {
        let (package, version, options) = (self.package, &self.version, self.options);
        println!(
            "Compiling {package} {version} into {}. This happens once, and takes a few minutes.",
            root.display()
        );
        // A folder of its own, so that a compilation that was stopped goes on where it was.
        let build = self.folder("build")?;
        let command = cmd!(
            sh,
            "cargo install --locked --force --root {root} --target-dir {build} --version {version} {package} {options...}"
        )
        // Optimised as their authors ask, these programs take three times as long to compile.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.effort)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        // Flags meant for this checkout are not meant for them.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET");
        run::watch(command, &format!("Compiling {package}"))?;
        // Only space is lost when the leftovers cannot be deleted.
        let _ = sh.remove_path(&build);
        Ok(())
    }
}

/// The programs that turn the app into a page.
pub(crate) struct Tools {
    trunk: PathBuf,
    pub(crate) bindgen: PathBuf,
}

/// Makes sure of Trunk, wasm-bindgen and the wasm target.
pub(crate) fn ensure(sh: &Shell) -> Result<Tools> {
    let bindgen = ensure_bindgen(sh)?;
    let trunk = Tool::trunk().ensure(sh)?;
    Ok(Tools { trunk, bindgen })
}

/// Makes sure of wasm-bindgen and the wasm target.
pub(crate) fn ensure_bindgen(sh: &Shell) -> Result<PathBuf> {
    ensure_wasm_target(sh)?;
    Tool::bindgen()?.ensure(sh)
}

impl Tools {
    /// A command of Trunk, which finds wasm-bindgen on its `PATH`.
    pub(crate) fn trunk<'a>(&self, sh: &'a Shell, arguments: &[&str]) -> Result<Cmd<'a>> {
        let trunk = &self.trunk;
        let path = sh.var_os("PATH").unwrap_or_default();
        let bindgen = self.bindgen.parent().map(Path::to_path_buf);
        let path = std::env::join_paths(bindgen.into_iter().chain(std::env::split_paths(&path)))
            .context("A folder of the tools has a name that cannot be on PATH")?;
        let command = cmd!(sh, "{trunk} {arguments...} --skip-version-check").env("PATH", path);
        // Trunk reads `NO_COLOR` as a true-or-false setting of its own and stops at the usual value, 1.
        Ok(match sh.var_os("NO_COLOR") {
            Some(_) => command.env("NO_COLOR", "true"),
            None => command,
        })
    }
}

/// Makes sure that Rust can compile for the browser. rustup adds the target by itself where it installs the
/// toolchain that `rust-toolchain.toml` names.
pub(crate) fn ensure_wasm_target(sh: &Shell) -> Result<()> {
    let libraries = run::ask(cmd!(sh, "rustc --print target-libdir --target {WASM}"));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if which::which("rustup").is_err() {
        bail!(
            "Rust cannot compile for the browser yet: its {WASM} target is missing, and there is no rustup to add it. \
             Install that target the way you installed Rust, or install Rust with rustup."
        );
    }
    println!("Adding Rust's {WASM} target (a download of about 30 MB).");
    let add = cmd!(sh, "rustup target add {WASM}");
    run::watch(add, "Adding the wasm target")
}

/// A program in a folder.
pub(crate) fn in_folder(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// Where tools are kept between checkouts: `$WEIGHBRIDGE_CACHE`, or the cache folder of the platform.
pub(crate) fn cache() -> Result<PathBuf> {
    std::env::var_os("WEIGHBRIDGE_CACHE")
        .map(|folder| project::root().join(folder))
        .or_else(dirs::cache_dir)
        .map(|folder| folder.join("weighbridge"))
        .context("This account has no cache folder. Set WEIGHBRIDGE_CACHE to a folder that may hold tools.")
}
