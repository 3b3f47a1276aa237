//! The Rust tools that turn the app into a page: the wasm target, Trunk, wasm-bindgen and the splitter.
//!
//! Each is looked for on `PATH`, then in a cache outside the checkout, then fetched ready-made with
//! `cargo binstall` where that is installed, and compiled only when nothing else worked.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{project, run};

/// The compilation target of the app.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The splitter, which has to read what the `wasm_split_helpers` of the app write.
const SPLITTER: &str = "0.2.4";

/// The newest Trunk that the Rust of today builds (0.22.1 asks for 1.96.1).
const TRUNK: &str = "0.21.14";

/// A program from the Rust registry.
struct Tool {
    /// The crate to install.
    package: &'static str,
    /// The program that is asked for its version.
    program: &'static str,
    /// The version, exactly.
    version: String,
    /// Whether the program tells its version; otherwise only the folder it is in does.
    tells_version: bool,
    /// Roughly how long compiling takes on two cores, in minutes.
    minutes: u32,
    /// What to leave out of the crate.
    options: &'static [&'static str],
    /// How hard the compiler tries: enough that nobody waits for the program, and no more.
    effort: &'static str,
}

/// The folders of the tools, to be put first on `PATH`.
pub(crate) struct Tools {
    /// Where `trunk` is.
    pub(crate) trunk: PathBuf,
    /// Where `wasm-bindgen` and its test runner are.
    pub(crate) bindgen: PathBuf,
}

/// The program that cuts the finished app in two.
pub(crate) fn ensure_splitter() -> Result<PathBuf> {
    let tool = Tool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: SPLITTER.to_owned(),
        tells_version: false,
        minutes: 2,
        options: &["--features", "build-binary"],
        effort: "1",
    };
    Ok(program_in(&find_or_install(&tool)?, tool.program))
}

impl Tools {
    /// The program `wasm-bindgen`.
    pub(crate) fn bindgen(&self) -> PathBuf {
        program_in(&self.bindgen, "wasm-bindgen")
    }

    /// `PATH` with these tools first.
    pub(crate) fn path(&self) -> Result<std::ffi::OsString> {
        run::path_with(&[self.trunk.clone(), self.bindgen.clone()])
    }
}

/// Makes sure of all three, fetching or compiling what is missing.
pub(crate) fn ensure() -> Result<Tools> {
    Ok(Tools {
        trunk: ensure_trunk()?,
        bindgen: ensure_bindgen()?,
    })
}

fn ensure_trunk() -> Result<PathBuf> {
    ensure_wasm_target()?;
    find_or_install(&Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        tells_version: true,
        minutes: 4,
        // Without what fetches from the network: Trunk finds every tool on PATH.
        options: &["--no-default-features"],
        effort: "0",
    })
}

/// Makes sure of the wasm target and of wasm-bindgen, in the version of the library that the app uses:
/// the two only understand each other when they are the same.
pub(crate) fn ensure_bindgen() -> Result<PathBuf> {
    ensure_wasm_target()?;
    find_or_install(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: project::locked_version("wasm-bindgen")?,
        tells_version: true,
        minutes: 4,
        options: &[],
        effort: "1",
    })
}

/// Makes sure that Rust can compile for the browser.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    let libraries =
        run::ask(run::command("rustc").args(["--print", "target-libdir", "--target", WASM]));
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
    run::watch(
        run::command("rustup").args(["target", "add", WASM]),
        "Adding the wasm target",
    )
}

fn find_or_install(tool: &Tool) -> Result<PathBuf> {
    if let Some(folder) = on_path(tool) {
        return Ok(folder);
    }
    let root = cache()?.join("tools").join(folder_name(tool));
    let bin = root.join("bin");
    if is_version(&program_in(&bin, tool.program), tool) {
        return Ok(bin);
    }
    fetch(tool, &root);
    if !is_version(&program_in(&bin, tool.program), tool) {
        compile(tool, &root)?;
    }
    if !is_version(&program_in(&bin, tool.program), tool) {
        bail!(
            "{} {} was installed into {}, but does not run. Delete that folder and try again.",
            tool.program,
            tool.version,
            root.display()
        );
    }
    Ok(bin)
}

fn on_path(tool: &Tool) -> Option<PathBuf> {
    if !tool.tells_version {
        return None;
    }
    let program = which::which(tool.program).ok()?;
    is_version(&program, tool).then(|| program.parent().map(Path::to_path_buf))?
}

fn is_version(program: &Path, tool: &Tool) -> bool {
    if !tool.tells_version {
        return run::ask(run::command(program).arg("--help")).is_some();
    }
    run::ask(run::command(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().nth(1) == Some(tool.version.as_str()))
}

fn fetch(tool: &Tool, root: &Path) {
    if which::which("cargo-binstall").is_err() {
        return;
    }
    println!(
        "Fetching {} {} with cargo binstall into {}.",
        tool.package,
        tool.version,
        root.display()
    );
    let mut command = run::cargo();
    command
        .args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ])
        .arg(root);
    command.args(["--version", &tool.version, tool.package]);
    if let Err(error) = run::watch(&mut command, "cargo binstall") {
        println!("{error:#} Compiling it instead.");
    }
}

fn compile(tool: &Tool, root: &Path) -> Result<()> {
    println!(
        "Compiling {} {} into {}. This happens once, and takes about {} minutes on two cores.",
        tool.package,
        tool.version,
        root.display(),
        tool.minutes
    );
    // A folder of its own, so that a compilation that was stopped goes on where it was.
    let build = cache()?.join("build").join(folder_name(tool));
    let mut command = run::cargo();
    command.args(["install", "--locked", "--force"]);
    command.arg("--root").arg(root);
    command.arg("--target-dir").arg(&build);
    command.args(["--version", &tool.version, tool.package]);
    command.args(tool.options);
    // Optimised as their authors ask, these programs take three times as long to compile.
    let settings = [
        ("OPT_LEVEL", tool.effort),
        ("LTO", "off"),
        ("CODEGEN_UNITS", "16"),
        ("DEBUG", "false"),
    ];
    for (name, value) in settings {
        command.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
    }
    // Flags meant for this checkout are not meant for them.
    command
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET");
    run::watch(&mut command, &format!("Compiling {}", tool.package))?;
    // Only space is lost when the leftovers cannot be deleted.
    let _ = std::fs::remove_dir_all(&build);
    Ok(())
}

fn folder_name(tool: &Tool) -> String {
    format!("{}-{}", tool.program, tool.version)
}

fn program_in(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// The test runner that belongs to a `wasm-bindgen`.
pub(crate) fn test_runner(bindgen: &Path) -> PathBuf {
    program_in(bindgen, "wasm-bindgen-test-runner")
}

/// Where tools are kept between checkouts: `$WEIGHBRIDGE_CACHE`, or the cache folder of the platform.
pub(crate) fn cache() -> Result<PathBuf> {
    std::env::var_os("WEIGHBRIDGE_CACHE")
        .map(|folder| project::root().join(folder))
        .or_else(dirs::cache_dir)
        .map(|folder| folder.join("weighbridge"))
        .context("This account has no cache folder. Set WEIGHBRIDGE_CACHE to a folder that may hold tools.")
}
