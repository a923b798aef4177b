//! The `akam-workbook` program.
//!
//! In: arguments, files, standard input. Out: results on standard output, all else on standard error, and an exit code.
//! Never: ends without an account of what it did.

mod args;
mod check;
mod completions;
mod extract;
mod fields;
mod files;
mod generate;
mod press;
mod report;
mod request;
mod schema;
mod version;

use std::process::ExitCode;

use akam_workbook::diagnostic::Diagnostic;
use clap::Parser as _;

use args::{Args, Command};
use report::{Exit, Report};

fn main() -> ExitCode {
    report::announce_faults();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return completions::show_help_or_error(&error),
    };
    let mut report = Report::new(args.console);
    let Some(command) = args.command else {
        return if args.version {
            report::guarded(|| finish(version::print(), &mut report)).into()
        } else {
            completions::show_help_or_error(&completions::no_command())
        };
    };
    report::guarded(|| run(command, &mut report)).into()
}

fn run(command: Command, report: &mut Report) -> Exit {
    let done = match command {
        Command::Generate(args) => args
            .try_into()
            .and_then(|request| generate::run(&request, report)),
        Command::Check(args) => check::run(&args.into(), report),
        Command::Schema(args) => schema::run(args.format),
        Command::Fields(args) => fields::run(&args.into(), report),
        Command::Extract(args) => args
            .try_into()
            .and_then(|request| extract::run(&request, report)),
        Command::Completions { shell } => completions::print_completions(shell),
        Command::Man { command } => completions::print_man_page(command.as_deref()),
    };
    finish(done, report)
}

/// Shows what stopped a command, if anything did; the exit code.
fn finish(done: Result<(), Box<Diagnostic>>, report: &mut Report) -> Exit {
    if let Err(found) = done {
        report.show(&[*found], None);
    }
    report.exit()
}
