//! Help, shell completions and the man page, all made from the arguments.
//!
//! In: a shell, or a command's name. Out: text on standard output. Never: says anything that [`crate::args`] does not say.

use std::process::ExitCode;

use akam_workbook::diagnostic::{Code, Diagnostic, Place};
use clap::{Command, CommandFactory as _};

use crate::args::Args;
use crate::files;
use crate::report::Exit;

/// Prints what clap made of the arguments: help, or what is wrong with them.
pub(crate) fn show_help_or_error(error: &clap::Error) -> ExitCode {
    // Nobody is left to tell if the stream is closed.
    let _closed = error.print();
    if error.use_stderr() {
        Exit::Unusable.into()
    } else {
        Exit::Done.into()
    }
}

/// The message for arguments that name no command.
pub(crate) fn no_command() -> clap::Error {
    let message = "no command was given; \"akam-workbook --help\" lists them";
    Args::command().error(clap::error::ErrorKind::MissingSubcommand, message)
}

/// Completions for a shell.
pub(crate) fn print_completions(shell: clap_complete::Shell) -> Result<(), Box<Diagnostic>> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "akam-workbook", &mut text);
    files::print(&text)?;
    Ok(())
}

/// The man page of the program, or of one command.
pub(crate) fn print_man_page(name: Option<&str>) -> Result<(), Box<Diagnostic>> {
    let mut program = Args::command();
    program.build();
    let page = match name {
        None => program,
        Some(name) => program
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| unknown(name, &program))?,
    };
    let mut text = Vec::new();
    let rendered = clap_mangen::Man::new(page).render(&mut text);
    rendered.map_err(|error| files::not_printed(error.kind()))?;
    files::print(&text)?;
    Ok(())
}

fn unknown(name: &str, program: &Command) -> Box<Diagnostic> {
    let names = program.get_subcommands().filter(|one| !one.is_hide_set());
    let names: Vec<&str> = names.map(Command::get_name).collect();
    let message = format!("there is no command \"{name}\"");
    let found = Diagnostic::error(Code::C007, Place::Whole, message);
    Box::new(found.help(format!("the commands are: {}", names.join(", "))))
}
