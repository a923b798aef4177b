//! What is wrong with a form that the specification's own rules do not see.
//!
//! In: the specification, the form and its fields. Out: findings P001 and on, each with its place. Never: mends.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::messages::Messages;
use crate::spec::model::{Form, Spec};

use super::field::Field;

/// Every finding about a form.
pub(super) fn findings(spec: &Spec, form: &Form, fields: &[Field]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    findings.extend(language(spec));
    findings.extend(asks_nothing(form, fields));
    findings
}

/// P006: the program has no words in this language.
fn language(spec: &Spec) -> Option<Diagnostic> {
    let language = &spec.programme.language;
    Messages::for_language(language).is_none().then(|| {
        let message = format!("the program has no words in \"{language}\"; English ones are used");
        Diagnostic::warning(Code::P006, Place::Whole, message)
            .help("its own words (how to use the workbook, \"Page 1 of 30\") are there in en, pl")
    })
}

/// P004: nothing is asked.
fn asks_nothing(form: &Form, fields: &[Field]) -> Option<Diagnostic> {
    let is_asked = fields.iter().any(Field::is_asked);
    (!is_asked).then(|| {
        let message = format!("form \"{}\" asks nothing", form.id);
        Diagnostic::error(Code::P004, Place::Source(form.at), message)
            .help("name nodes that are not announced in \"covers\", and questions in \"asks\"")
    })
}
