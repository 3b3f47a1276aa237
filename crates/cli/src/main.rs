//! The command line.

fn main() -> std::process::ExitCode {
    weighbridge_cli::run()
}
