//! What is wanted: the arguments, resolved and free of contradictions.
//!
//! In: [`crate::args`]. Out: one request a subcommand. Never: opens a file.

use std::path::{Path, PathBuf};

use akam_workbook::diagnostic::{Code, Diagnostic, Place};

use crate::args::{CheckArgs, ExtractArgs, ExtractFormat, FieldsArgs, GenerateArgs};

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// AKAM's own specification, compiled in.
    BuiltIn,
    /// Standard input.
    StandardInput,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// A path as typed, where "-" is standard input.
    pub(crate) fn typed(path: PathBuf) -> Self {
        if is_dash(&path) {
            Self::StandardInput
        } else {
            Self::File(path)
        }
    }

    /// A specification as typed; the built-in one if none was.
    fn specification(path: Option<PathBuf>) -> Self {
        path.map_or(Self::BuiltIn, Self::typed)
    }
}

/// Where results go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output.
    StandardOutput,
    /// A file, or a folder for several.
    Path(PathBuf),
}

impl Destination {
    /// A path as typed, where "-" is standard output.
    pub(crate) fn typed(path: PathBuf) -> Self {
        if is_dash(&path) {
            Self::StandardOutput
        } else {
            Self::Path(path)
        }
    }
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Look through a specification.
#[derive(Debug)]
pub(crate) struct Check {
    /// Which.
    pub(crate) spec: Source,
    /// Whether findings are printed as JSON.
    pub(crate) is_json: bool,
}

impl From<CheckArgs> for Check {
    fn from(args: CheckArgs) -> Self {
        Self {
            spec: Source::specification(args.spec),
            is_json: args.json,
        }
    }
}

/// Make workbooks.
#[derive(Debug)]
pub(crate) struct Generate {
    /// From which specification.
    pub(crate) spec: Source,
    /// Which form, as typed; without it, every workbook.
    pub(crate) workbook: Option<String>,
    /// Assessors' forms too.
    pub(crate) has_assessors: bool,
    /// In large print, whatever theme they name.
    pub(crate) is_large: bool,
    /// To be written on by hand.
    pub(crate) is_for_pen: bool,
    /// A folder, or standard output for one workbook.
    pub(crate) out: Destination,
    /// Answers to fill in beforehand.
    pub(crate) values: Option<Source>,
    /// Whether a file that differs is replaced.
    pub(crate) must_replace: bool,
    /// Whether the result is printed as JSON.
    pub(crate) is_json: bool,
}

impl TryFrom<GenerateArgs> for Generate {
    type Error = Box<Diagnostic>;

    /// C007 if two arguments want one stream.
    fn try_from(args: GenerateArgs) -> Result<Self, Box<Diagnostic>> {
        let request = Self {
            spec: Source::specification(args.spec),
            workbook: args.workbook,
            has_assessors: args.assessors,
            is_large: args.large_print,
            is_for_pen: args.pen,
            out: Destination::typed(args.out),
            values: args.values.map(Source::typed),
            must_replace: args.force,
            is_json: args.json,
        };
        if request.is_json && request.out == Destination::StandardOutput {
            return Err(clash(
                "\"--out -\" and --json both want standard output",
                "leave out one of them",
            ));
        }
        if request.spec == Source::StandardInput && request.values == Some(Source::StandardInput) {
            return Err(clash(
                "--spec and --values both want standard input",
                "give one of them as a file",
            ));
        }
        Ok(request)
    }
}

/// List the form fields of PDFs.
#[derive(Debug)]
pub(crate) struct Fields {
    /// Of which, in this order.
    pub(crate) files: Vec<Source>,
}

impl From<FieldsArgs> for Fields {
    fn from(args: FieldsArgs) -> Self {
        Self {
            files: args.files.into_iter().map(Source::typed).collect(),
        }
    }
}

/// Read completed workbooks.
#[derive(Debug)]
pub(crate) struct Extract {
    /// Files and folders, as typed; "-" is standard input.
    pub(crate) inputs: Vec<PathBuf>,
    /// Specifications, or folders of them, beside the built-in one.
    pub(crate) specs: Vec<PathBuf>,
    /// A file, or standard output.
    pub(crate) out: Destination,
    /// How the answers are written.
    pub(crate) format: ExtractFormat,
    /// Whether a file that differs is replaced.
    pub(crate) must_replace: bool,
}

impl TryFrom<ExtractArgs> for Extract {
    type Error = Box<Diagnostic>;

    /// C007 if two arguments want one stream.
    fn try_from(args: ExtractArgs) -> Result<Self, Box<Diagnostic>> {
        let dashes = args.inputs.iter().filter(|path| is_dash(path)).count();
        if dashes > 1 {
            return Err(clash(
                "standard input was given more than once",
                "give \"-\" once",
            ));
        }
        if args.json && args.format == ExtractFormat::Jsonl {
            return Err(clash(
                "--json and \"--format jsonl\" ask for two formats",
                "leave out one of them",
            ));
        }
        Ok(Self {
            inputs: args.inputs,
            specs: args.spec,
            out: args
                .out
                .map_or(Destination::StandardOutput, Destination::typed),
            format: args.format,
            must_replace: args.force,
        })
    }
}

/// Two arguments that cannot both be had.
fn clash(message: &str, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Code::C007, Place::Whole, message).help(help))
}
