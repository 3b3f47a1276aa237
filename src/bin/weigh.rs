//! The command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    weighbridge::cli::run()
}

/// The command line reads files and writes to a terminal, which a browser has not.
#[cfg(target_arch = "wasm32")]
fn main() {}
