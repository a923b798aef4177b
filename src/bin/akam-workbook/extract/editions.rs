//! The editions whose workbooks can be read: the built-in one, and those given with `--spec`.
//!
//! In: paths of specifications. Out: everything that reading their workbooks needs. Never: goes on with a specification that is wrong.

use std::path::PathBuf;
use std::sync::OnceLock;

use akam_workbook::assess::{self, Boxes, Scopes};
use akam_workbook::diagnostic::{Code, Diagnostic, Severity};
use akam_workbook::export::json::AssessedWorkbook;
use akam_workbook::layout::{self, Layout};
use akam_workbook::plan::{self, Plan, ThemeBase};
use akam_workbook::responses::{Known, WorkbookResponses};
use akam_workbook::spec::{self, model::Rules};

use crate::files;
use crate::report::{Report, Text};
use crate::request::Source;

/// Every form of every edition.
pub(super) struct Editions {
    plans: Vec<Plan>,
    /// For each plan, in the same order.
    forms: Vec<Form>,
}

/// What assessing a form needs beside its plan.
struct Form {
    rules: Rules,
    scopes: Scopes,
    /// Laid out when the first answer of the form is measured.
    boxes: OnceLock<Boxes>,
}

/// What reads one file after another, on any thread.
pub(super) struct Reader<'a> {
    /// The workbooks whose answers can be read.
    pub(super) known: Known<'a>,
    editions: &'a Editions,
}

impl Editions {
    /// The built-in edition, then the given ones. `None` if one of them cannot be used; the report has been told.
    pub(super) fn load(paths: &[PathBuf], report: &mut Report) -> Option<Self> {
        let mut editions = Self {
            plans: Vec::new(),
            forms: Vec::new(),
        };
        let built_in = Wanted {
            source: Source::BuiltIn,
            is_in_folder: false,
        };
        let mut are_sound = true;
        for one in std::iter::once(built_in).chain(wanted(paths, report)?) {
            are_sound &= editions.add(&one, report);
        }
        are_sound.then_some(editions)
    }

    /// Adds every form of a specification; false if it cannot be used.
    fn add(&mut self, wanted: &Wanted, report: &mut Report) -> bool {
        let most = u64::try_from(spec::MOST_BYTES).unwrap_or(u64::MAX);
        let text = match files::read(&wanted.source, "the specification", most) {
            Ok(text) => text,
            Err(error) => {
                report.show(&[error.into()], None);
                return false;
            }
        };
        let loaded = spec::load(&text.bytes);
        let Some(spec) = loaded.value else {
            // Another format, as a lock file: told apart by `format`, never by name.
            let is_other = loaded
                .diagnostics
                .iter()
                .any(|found| found.code == Code::S006);
            if wanted.is_in_folder && is_other {
                return true;
            }
            show_errors(&loaded.diagnostics, &text, report);
            return false;
        };
        let scopes = Scopes::new(&spec);
        for form in &spec.forms {
            let planned = plan::plan(&spec, form);
            let Some(plan) = planned.value else {
                show_errors(&planned.diagnostics, &text, report);
                return false;
            };
            self.plans.push(plan);
            self.forms.push(Form {
                rules: spec.programme.rules.clone(),
                scopes: scopes.clone(),
                boxes: OnceLock::new(),
            });
        }
        true
    }

    /// What reads the files.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader {
            known: Known::new(&self.plans),
            editions: self,
        }
    }
}

impl<'a> Reader<'a> {
    /// What the answers of a workbook amount to.
    pub(super) fn assessed(&self, found: WorkbookResponses) -> Option<AssessedWorkbook<'a>> {
        let plan = self.editions.plans.get(found.plan_index)?;
        let form = self.editions.forms.get(found.plan_index)?;
        // A form that cannot be laid out was never published by this program; its answers are read all the same, and `fits` is not told.
        let lay_out = || {
            let others = ThemeBase::ALL.into_iter();
            let others = others.filter(|base| *base != plan.theme.base);
            let layouts = std::iter::once(plan.theme.base).chain(others).map(|base| {
                let mut plan = plan.clone();
                plan.theme.base = base;
                layout::lay_out(&plan, None).value
            });
            let layouts: Vec<Layout> = layouts.flatten().collect();
            Boxes::new(&layouts)
        };
        let boxes = form.boxes.get_or_init(lay_out);
        Some(AssessedWorkbook {
            assessment: assess::assess(&found, &form.rules, &form.scopes, plan, boxes),
            responses: found,
            plan,
        })
    }
}

/// A specification that was asked for.
struct Wanted {
    source: Source,
    /// Whether it was found in a folder, where other formats of ours may lie beside it.
    is_in_folder: bool,
}

/// Files as given, and in folders every JSON file; `None` if a path cannot be looked at.
fn wanted(paths: &[PathBuf], report: &mut Report) -> Option<Vec<Wanted>> {
    let mut wanted = Vec::new();
    for path in paths {
        for found in files::walk(std::slice::from_ref(path)) {
            if let Some(error) = found.error {
                report.show(&[error.into()], None);
                return None;
            }
            let is_in_folder = found.path != *path;
            let is_json = found
                .path
                .extension()
                .is_some_and(|ending| ending == "json");
            if is_json || !is_in_folder {
                wanted.push(Wanted {
                    source: Source::File(found.path),
                    is_in_folder,
                });
            }
        }
    }
    Some(wanted)
}

/// Shows what makes a specification unusable; warnings are the business of `check`.
fn show_errors(found: &[Diagnostic], text: &Text, report: &mut Report) {
    for one in found {
        if one.severity == Severity::Error {
            report.show(std::slice::from_ref(one), Some(text));
        }
    }
}
