//! The command line as typed: what clap reads, before anything is resolved.
//!
//! In: arguments. Out: [`Args`], or clap's own message and help. Never: opens a file or knows a workbook.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Makes writable PDF workbooks from a competency specification, and reads completed ones back as data
#[derive(Debug, Parser)]
#[command(
    name = "akam-workbook",
    disable_version_flag = true,
    arg_required_else_help = true,
    max_term_width = 100,
    propagate_version = false,
    after_help = "\
Examples:
  akam-workbook generate                 Make the built-in workbooks, as PDF files in the folder \"out\"
  akam-workbook check area-4.json        Look through a specification before publishing it
  akam-workbook extract returns          Read the completed workbooks in the folder \"returns\"

Exit codes:
  0  done
  1  done, and there is something to look at
  2  the arguments or the specification cannot be used
  3  a file could not be read or written, or the program is at fault

\"akam-workbook help COMMAND\" explains one command."
)]
pub(crate) struct Args {
    /// What to do
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Print the version, and the editions that are built in with their digests
    #[arg(long, short = 'V')]
    pub(crate) version: bool,
    /// How to speak
    #[command(flatten)]
    pub(crate) console: Console,
}

/// How the program speaks.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct Console {
    /// Colour in messages.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        help = "Colour in messages: auto, always or never; auto means on a terminal, unless NO_COLOR is set",
        help_heading = "Console"
    )]
    pub(crate) color: Color,
    /// Show errors only: no warnings, no notes, no progress; results are printed all the same
    #[arg(long, short, global = true, help_heading = "Console")]
    pub(crate) quiet: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Generate(GenerateArgs),
    Check(CheckArgs),
    Extract(ExtractArgs),
    Fields(FieldsArgs),
    Schema(SchemaArgs),
    /// Write shell completions on standard output
    #[command(hide = true)]
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
    /// Write the man page of the program, or of a command, on standard output
    #[command(hide = true)]
    Man {
        /// Of which command
        command: Option<String>,
    },
}

/// Look through a specification and report everything found
///
/// Reads the specification, plans and lays out every workbook in it, and reports all that is wrong or odd, with line and column.
/// Nothing is written. The last lines say what the edition holds.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  akam-workbook check                    Look through the built-in specification
  akam-workbook check area-4.json        Look through a file
  akam-workbook check - < area-4.json    Look through what comes in on standard input
  akam-workbook check --json area-4.json > findings.json

Exit code 0: nothing found. 1: warnings. 2: errors, no workbook can be made.")]
pub(crate) struct CheckArgs {
    /// The specification (JSON); "-" is standard input; without it, the built-in one
    #[arg(value_name = "SPEC")]
    pub(crate) spec: Option<PathBuf>,
    /// Print everything found, and what the edition holds, as JSON on standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Make the workbooks as writable PDF files
///
/// Makes the workbooks for candidates: those under "workbooks" in the specification. Assessors' forms (under "assessment") are made
/// with --assessors, or one by its id with --workbook. A file is named by the specification, as in "akam-diploma-area-4-2026a.pdf". A file that is
/// already there and differs is left alone, since it may be somebody's filled copy, unless --force is given.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  akam-workbook generate                                   Make the built-in workbooks in the folder \"out\"
  akam-workbook generate --assessors                       Make the assessor's form of each workbook too
  akam-workbook generate --workbook w0002 --out forms      Make one form alone in the folder \"forms\"
  akam-workbook generate --large-print                     Make them a quarter larger, for whoever reads with effort
  akam-workbook generate --pen                             Make copies to print and write on by hand
  akam-workbook generate --spec area-4.json                Make the workbooks of another specification
  akam-workbook generate --values anna.json --out anna     Make workbooks with answers already in them
  akam-workbook generate --workbook w0001 --out - > a.pdf  Write one workbook on standard output

Prints a line for each file: path, pages, fields, size, edition and the beginning of its digest.
Exit code 0: made. 1: made, with warnings. 2: not made. 3: a file could not be read or written.")]
pub(crate) struct GenerateArgs {
    /// The specification (JSON); "-" is standard input; without it, the built-in one
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,
    /// Make this workbook or assessor's form alone, as in w0001
    #[arg(long, value_name = "ID")]
    pub(crate) workbook: Option<String>,
    /// Make the assessor's form of each workbook too
    #[arg(long, conflicts_with = "workbook")]
    pub(crate) assessors: bool,
    /// Make them in large print, a quarter larger, whatever theme they name; same fields, same edition, "-large-print" in the name
    #[arg(long)]
    pub(crate) large_print: bool,
    /// Make copies to print and write on by hand: no form fields, choices as boxes to tick; same questions, same edition, "-pen" in the name; with --large-print, one copy that is both
    #[arg(long, conflicts_with = "values")]
    pub(crate) pen: bool,
    /// The folder to write into, made if need be; "-" is standard output, for one workbook
    #[arg(long, value_name = "FOLDER", default_value = "out")]
    pub(crate) out: PathBuf,
    /// Answers to fill in beforehand (JSON, akam-values/1); "-" is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) values: Option<PathBuf>,
    /// Replace files that are there and differ
    #[arg(long)]
    pub(crate) force: bool,
    /// Print what was made, and everything found, as JSON on standard output
    #[arg(long)]
    pub(crate) json: bool,
}

/// Print the JSON Schema of a format
///
/// An editor that knows the schema offers the keys while a specification is written, and marks mistakes.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  akam-workbook schema spec > spec.schema.json             What a specification may hold
  akam-workbook schema responses > responses.schema.json   What \"extract\" prints")]
pub(crate) struct SchemaArgs {
    /// Of which format: spec or responses
    #[arg(value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) format: SchemaFormat,
}

/// Formats that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaFormat {
    /// `akam-workbook/1`.
    Spec,
    /// `akam-responses/1`.
    Responses,
}

/// List the form fields of any PDF
///
/// One line of JSON for each file: the fields with name, type, value, flags, pages and places, and warnings about anything doubtful.
/// The files are only read, never changed.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  akam-workbook fields returned.pdf
  akam-workbook fields returns/*.pdf > fields.jsonl

Exit code 0: every file was read. 1: a file could not be read; its line says why.")]
pub(crate) struct FieldsArgs {
    /// PDF files; "-" is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Print JSON; this command always does
    #[arg(long, hide = true)]
    pub(crate) json: bool,
}

/// Read completed workbooks back as structured answers
///
/// Every file gives one record, whatever it is: answers where it is a workbook, and otherwise what is the matter with it.
/// Folders are searched with everything below them. The files are only read, never changed.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  akam-workbook extract returned.pdf
  akam-workbook extract returns --out answers.json         A whole folder, into a file
  akam-workbook extract returns --format jsonl             One line for each file
  akam-workbook extract old.pdf --spec editions            Workbooks of other editions, whose specifications are in \"editions\"

Exit code 0: every file is an answered workbook. 1: some are not, or there are warnings. 2: a path does not exist.")]
pub(crate) struct ExtractArgs {
    /// PDF files, or folders of them; "-" is standard input
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// A specification, or a folder of them, beside the built-in ones; may be given more than once
    #[arg(long, value_name = "FILE|FOLDER")]
    pub(crate) spec: Vec<PathBuf>,
    /// The file to write; without it, or with "-", standard output
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    /// How to write the answers: json or jsonl (one line for each file)
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "json",
        hide_possible_values = true
    )]
    pub(crate) format: ExtractFormat,
    /// Replace a file that is there and differs
    #[arg(long)]
    pub(crate) force: bool,
    /// The same as --format json
    #[arg(long)]
    pub(crate) json: bool,
}

/// How answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// One JSON document.
    Json,
    /// One JSON document for each file, one a line.
    Jsonl,
}
