//! From a specification to forms that are ready to be written: what `generate` and `check` do alike.
//!
//! In: where the specification is. Out: its text, and its forms planned and laid out, with everything found on the way.
//! Never: writes, prints, or goes on with a form that has an error.

use akam_workbook::diagnostic::{Diagnostic, Place, Severity};
use akam_workbook::images::{self, Pixels};
use akam_workbook::layout::{self, Layout};
use akam_workbook::plan::{self, Plan};
use akam_workbook::spec::model::Form;
use akam_workbook::spec::{self, Spec};

use crate::files;
use crate::report::Text;
use crate::request::Source;

/// The largest file of a publisher's mark that is read, in bytes.
const MOST_MARK_BYTES: u64 = 16 << 20;

/// A specification and all that was found in it so far; every finding names its file.
pub(crate) struct Proof {
    /// The specification as read.
    pub(crate) text: Text,
    /// The same, sound; `None` if it cannot be used.
    pub(crate) spec: Option<Spec>,
    /// The publisher's mark, if there is one and it can be used.
    pub(crate) mark: Option<Pixels>,
    /// What was found, each cause once.
    pub(crate) found: Vec<Diagnostic>,
}

/// A form that is ready to be written.
pub(crate) struct Ready {
    /// What it prints and asks.
    pub(crate) plan: Plan,
    /// Where everything stands.
    pub(crate) layout: Layout,
}

impl Proof {
    /// Reads a specification and the mark beside it.
    ///
    /// # Errors
    /// C001 to C003 if the specification itself cannot be had.
    pub(crate) fn read(source: &Source) -> Result<Self, Box<Diagnostic>> {
        let most = u64::try_from(spec::MOST_BYTES).unwrap_or(u64::MAX);
        let text = files::read(source, "the specification", most)?;
        let loaded = spec::load(&text.bytes);
        let mut proof = Self {
            text,
            spec: loaded.value,
            mark: None,
            found: Vec::new(),
        };
        proof.note(loaded.diagnostics);
        proof.read_mark(source);
        Ok(proof)
    }

    /// Plans and lays out a form; `None` if that cannot be done.
    pub(crate) fn prepare(&mut self, spec: &Spec, form: &Form) -> Option<Ready> {
        let planned = plan::plan(spec, form);
        self.note(planned.diagnostics);
        let plan = planned.value?;
        let laid_out = layout::lay_out(&plan, self.mark.as_ref());
        self.note(laid_out.diagnostics);
        let layout = laid_out.value?;
        Some(Ready { plan, layout })
    }

    /// Whether something was found that stops the work.
    pub(crate) fn is_unusable(&self) -> bool {
        self.found
            .iter()
            .any(|found| found.severity == Severity::Error)
    }

    /// Adds findings about the specification; two forms may find the same, which is told once.
    pub(crate) fn note(&mut self, found: Vec<Diagnostic>) {
        for one in found {
            let one = one.in_file(&self.text.name);
            if !self.found.contains(&one) {
                self.found.push(one);
            }
        }
    }

    /// Reads the publisher's mark, if the specification has one.
    fn read_mark(&mut self, source: &Source) {
        let publisher = self.spec.as_ref().map(|spec| &spec.programme.publisher);
        let Some(mark) = publisher.and_then(|publisher| publisher.mark.clone()) else {
            return;
        };
        let what = format!("the publisher's mark \"{}\"", mark.file);
        let decoded = files::read_beside(source, &mark.file, &what, MOST_MARK_BYTES)
            .map_err(Box::<Diagnostic>::from)
            .and_then(|bytes| {
                images::decode(&bytes).map_err(|error| Box::new(Diagnostic::from(error)))
            });
        match decoded {
            Ok(pixels) => self.mark = Some(pixels),
            Err(mut found) => {
                found.place = Place::Source(mark.at);
                found.file = None;
                self.note(vec![*found]);
            }
        }
    }
}
