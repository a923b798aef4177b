//! The `akam-workbook` program.
//!
//! In: arguments, files, standard input. Out: results on standard output, all else on standard error, and an exit code.
//! Never: ends without an account of what it did.

#![expect(dead_code, unused_imports, reason = "its commands follow")]

mod args;
mod completions;
mod extract;
mod fields;
mod files;
mod report;
mod request;

use std::process::ExitCode;

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
    report::guarded(|| run(args.command, &mut report)).into()
}

fn run(command: Command, report: &mut Report) -> Exit {
    let done = match command {
        Command::Fields(args) => fields::run(&args.into(), report),
        Command::Extract(args) => args
            .try_into()
            .and_then(|request| extract::run(&request, report)),
        Command::Completions { shell } => completions::print_completions(shell),
        Command::Man { command } => completions::print_man_page(command.as_deref()),
    };
    if let Err(found) = done {
        report.show(&[*found], None);
    }
    report.exit()
}
