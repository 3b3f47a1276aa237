//! The command line `weigh`: what an appraisal file comes to, what is wrong with it, and exports.
//!
//! ```text
//! weigh results office.json        what follows from it, as JSON
//! weigh check office.json          what is missing or odd, as sentences; --json for programs
//! weigh publish office.json --tool weighbridge.html -o site
//!                                  the tool with the appraisal inside, as a site
//! weigh --help                     all of it
//! ```
//!
//! Results go to standard output and nothing else does. Errors go to standard error as a sentence
//! and a hint. Exit codes: 0 when all is well, 1 when `check` found a problem, 2 when a file
//! cannot be read, opened or written, or the command was not understood.
//!
//! Nothing here works anything out or words it: arguments are read, files opened, and the crates below asked.

mod check;
mod input;
mod publish;

use clap::{Parser, Subcommand, ValueEnum};
use input::Failure;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use weighbridge_analysis::{analyse, outlooks};
use weighbridge_file as file;
use weighbridge_model as model;
use weighbridge_report::csv::BYTE_ORDER_MARK;
use weighbridge_report::{Subject, matrix_file, results_text, scenario_file};

/// Options appraisal from the command line.
#[derive(Parser)]
#[command(
    name = "weigh",
    version,
    about = "Weigh up options: results, problems and exports of a Weighbridge file.",
    after_help = "\
Examples:
  weigh results appraisal.weighbridge.json
  weigh results appraisal.weighbridge.json | jq '.options[] | {id, value, rank}'
  weigh check appraisal.weighbridge.json
  weigh export appraisal.weighbridge.json --csv --out matrix.csv
  weigh schema > weighbridge.schema.json
  weigh publish appraisal.weighbridge.json --tool weighbridge.html -o site
  cat appraisal.weighbridge.json | weigh results -

Exit codes: 0 all is well; 1 check found a problem; 2 the file or the command is wrong."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the results as JSON: totals, ranks, weights, dominance, flips, findings.
    #[command(after_help = "Example:\n  weigh results appraisal.weighbridge.json | jq .verdict")]
    Results {
        /// The appraisal; - reads standard input.
        file: PathBuf,
    },
    /// List what is missing or odd, with what to do about it.
    #[command(after_help = "\
Exit codes: 0 when there are only notes or nothing at all, 1 when something needs attention or
blocks the result, 2 when the file cannot be opened.

Example:
  weigh check appraisal.weighbridge.json --json | jq '.problems[].text'")]
    Check {
        /// The appraisal; - reads standard input.
        file: PathBuf,
        /// Print JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Write copies of the tool with appraisals inside, as a folder for a web site or a memory stick.
    #[command(after_help = "\
Each appraisal becomes one HTML file, with its own file as JSON beside it. index.html is the copy itself where there is
one appraisal, and a list where there are several. Nothing in the folder needs a server.

Example:
  weigh publish leisure.weighbridge.json --tool dist/weighbridge.html -o site")]
    Publish {
        /// The appraisals.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The tool as one file: weighbridge.html of a release, or any copy made of it.
        #[arg(long, value_name = "FILE")]
        tool: PathBuf,
        /// The folder to write to; made where it is not there.
        #[arg(short, long, value_name = "DIR")]
        out: PathBuf,
        /// When the copies were made, as 2026-12-01T09:30Z; not said when left out.
        #[arg(long, value_name = "TIME", default_value = "")]
        made: String,
    },
    /// Print the JSON Schema of the file format.
    Schema,
    /// Write the performance matrix, weights, totals and ranks as a table, or the scenarios.
    #[command(after_help = "\
A file written with --out starts with a byte-order mark, so that spreadsheet programs read
accents and quotation marks rightly; standard output does not.

Examples:
  weigh export appraisal.weighbridge.json --csv --out matrix.csv
  weigh export appraisal.weighbridge.json --csv --table scenarios")]
    Export {
        /// The appraisal; - reads standard input.
        file: PathBuf,
        /// As comma-separated values.
        #[arg(long, required = true)]
        csv: bool,
        /// Which table.
        #[arg(long, value_enum, default_value_t = ExportTable::Matrix)]
        table: ExportTable,
        /// Where to write it; standard output when not given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// The tables that can be exported.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportTable {
    /// The performance matrix, with weights, totals and ranks.
    Matrix,
    /// Totals, ranks and regret as things stand and in each scenario.
    Scenarios,
}

/// Runs the command line with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let (text, code) = match perform(arguments.command) {
        Ok(done) => done,
        Err(failure) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(std::io::stderr(), "{failure}");
            return ExitCode::from(2);
        }
    };
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever read along has seen enough, as `head` does.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => code,
        Err(e) => {
            let _ = writeln!(std::io::stderr(), "{}", Failure::cannot_print(&e));
            ExitCode::from(2)
        }
        Ok(()) => code,
    }
}

/// What to print and the exit code.
fn perform(command: Command) -> Result<(String, ExitCode), Failure> {
    match command {
        Command::Results { file } => Ok((results_text(&input::open(&file)?), ExitCode::SUCCESS)),
        Command::Check { file, json } => check::check(&file, json),
        Command::Publish {
            files,
            tool,
            out,
            made,
        } => publish::publish(&files, &tool, &out, &made).map(|told| (told, ExitCode::SUCCESS)),
        Command::Schema => Ok((file::schema(), ExitCode::SUCCESS)),
        Command::Export {
            file,
            csv: _,
            table,
            out,
        } => export(&input::open(&file)?, table, out.as_deref())
            .map(|text| (text, ExitCode::SUCCESS)),
    }
}

fn export(
    appraisal: &model::Appraisal,
    table: ExportTable,
    out: Option<&Path>,
) -> Result<String, Failure> {
    let text = match table {
        ExportTable::Matrix => matrix_file(Subject::new(appraisal, &analyse(appraisal))),
        ExportTable::Scenarios => scenario_file(appraisal, &outlooks(appraisal)),
    };
    match out {
        // The mark is for files; a program that reads a pipe would take it for part of the heading.
        None => Ok(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
        Some(path) => std::fs::write(path, text)
            .map(|()| String::new())
            .map_err(|e| Failure::cannot_write(path, &e)),
    }
}
