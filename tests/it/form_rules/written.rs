//! Written files, and every object in them as qpdf shows it.
//!
//! In: what `write` makes. Out: objects as JSON. Never: parses a PDF itself.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use akam_workbook::pdf::write::write;
use serde_json::Value;

use crate::readers::{Reader, Verdict, judge};
use crate::workbook::{area_4, hand_made};

/// A written file.
pub(super) struct Written {
    /// What it is, for messages.
    pub(super) name: &'static str,
    /// Its bytes, and those of a second writing.
    pub(super) bytes: Vec<u8>,
    pub(super) again: Vec<u8>,
    /// Number of fields that the plan has.
    pub(super) field_count: usize,
    /// What `qpdf --check` says.
    pub(super) verdict: Verdict,
    /// Every object by "N G R", and the trailer.
    pub(super) objects: BTreeMap<String, Value>,
}

/// The written files; empty, and said aloud, without qpdf.
pub(super) fn all() -> &'static [Written] {
    static ALL: OnceLock<Vec<Written>> = OnceLock::new();
    ALL.get_or_init(|| {
        let (plan, layout) = hand_made::document();
        let values = hand_made::given(&[
            ("name", "Zoë"),
            ("claim", "partly"),
            ("note", "one\ntwo"),
            ("attest", "yes"),
        ]);
        let none = BTreeMap::new();
        let fields = plan.fields.len();
        let write_blank = |plan, layout| write(plan, layout, None, &none).unwrap();
        let write = |values| write(&plan, &layout, None, values).unwrap();
        let area_4 = area_4();
        let again = write_blank(&area_4.plan, &area_4.layout);
        let files = [
            (
                "a blank hand-made workbook",
                write(&none),
                write(&none),
                fields,
            ),
            (
                "a prefilled hand-made workbook",
                write(&values),
                write(&values),
                fields,
            ),
            (
                "the workbook of area 4",
                area_4.bytes.clone(),
                again,
                area_4.plan.fields.len(),
            ),
        ];
        files.into_iter().filter_map(looked_at).collect()
    })
}

/// A file as qpdf shows it.
pub(super) fn looked_at(
    (name, bytes, again, field_count): (&'static str, Vec<u8>, Vec<u8>, usize),
) -> Option<Written> {
    let judge = judge(Reader::Qpdf, 20)?;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("written.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let written = Written {
        name,
        bytes,
        again,
        field_count,
        verdict: judge.check(&path),
        objects: judge.objects(&path),
    };
    assert!(
        written.objects.len() > 20,
        "{name}: {} objects",
        written.objects.len()
    );
    Some(written)
}

impl Written {
    /// An object, or what a reference leads to.
    pub(super) fn get<'a>(&'a self, object: &'a Value) -> &'a Value {
        object
            .as_str()
            .and_then(|reference| self.objects.get(reference))
            .unwrap_or(object)
    }

    pub(super) fn catalog(&self) -> &Value {
        self.get(&self.objects["trailer"]["/Root"])
    }

    pub(super) fn form(&self) -> &Value {
        self.get(&self.catalog()["/AcroForm"])
    }

    /// The fields in the order of the form.
    pub(super) fn fields(&self) -> Vec<&Value> {
        let fields: Vec<&Value> = self.form()["/Fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| self.get(field))
            .collect();
        assert_eq!(fields.len(), self.field_count, "{}", self.name);
        fields
    }

    /// The field of a slot.
    pub(super) fn field(&self, slot: &str) -> &Value {
        let is_it = |field: &&&Value| field["/T"].as_str().unwrap().ends_with(&format!("-{slot}"));
        self.fields().iter().find(is_it).copied().unwrap()
    }

    /// The pages in order.
    pub(super) fn pages(&self) -> Vec<&Value> {
        let tree = self.get(&self.catalog()["/Pages"]);
        let pages: Vec<&Value> = tree["/Kids"]
            .as_array()
            .unwrap()
            .iter()
            .map(|page| self.get(page))
            .collect();
        assert!(pages.len() > 1, "{}", self.name);
        pages
    }

    /// A page's annotations in order.
    pub(super) fn annotations<'a>(&'a self, page: &'a Value) -> Vec<&'a Value> {
        let annotations = page["/Annots"].as_array().map_or(&[][..], Vec::as_slice);
        annotations
            .iter()
            .map(|annotation| self.get(annotation))
            .collect()
    }
}
