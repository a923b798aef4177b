//! From what the stages know to the rows that are written.
//!
//! In: what became of a file, its workbooks and what they amount to. Out: its entry. Never: leaves out a question, an input file, or a finding.

use crate::assess::{Assessment, Completeness, EvidenceItem, PartWords, Score, SlotCount};
use crate::confidential::CandidateText;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::Plan;
use crate::plan::field::FieldIndex;
use crate::responses::{FileFacts, Origin, Status, WorkbookResponses};
use crate::spec::edition::KindCount;

use super::answers;
use super::shape::{
    CompletenessEntry, CountEntry, EvidenceEntry, FileEntry, MissingEntry, PartEntry, PdfFacts,
    ScoreEntry, SlotEntry, WarningEntry, WorkbookEntry,
};
use super::words::{PlainNumber, SeverityWord, StateWord, StatusWord, WorkbookStatusWord};

/// What became of one input file.
#[derive(Clone, Debug)]
pub struct FileOutcome<'a> {
    /// Number in the run, from 1.
    pub number: usize,
    /// Path as given.
    pub path: String,
    /// Size, if it could be read.
    pub bytes: Option<u64>,
    /// SHA-256 in hex digits, if it could be read.
    pub sha256: Option<String>,
    /// Its status.
    pub status: Status,
    /// Number of the earlier file with the same bytes; of a duplicate.
    pub duplicate_of: Option<usize>,
    /// What it is; of a PDF that could be opened.
    pub facts: Option<FileFacts>,
    /// Workbooks of known editions.
    pub workbooks: Vec<AssessedWorkbook<'a>>,
    /// Workbooks of other editions.
    pub strangers: Vec<Origin>,
    /// What a person should know.
    pub diagnostics: Vec<Diagnostic>,
}

impl FileOutcome<'_> {
    /// A file of which nothing more is known.
    #[must_use]
    pub const fn new(number: usize, path: String, status: Status) -> Self {
        Self {
            number,
            path,
            bytes: None,
            sha256: None,
            status,
            duplicate_of: None,
            facts: None,
            workbooks: Vec::new(),
            strangers: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Everything that a person should know, in the order in which it is written.
    #[must_use]
    pub fn findings(&self) -> Vec<&Diagnostic> {
        let assessed = self.workbooks.iter().map(|one| &one.assessment);
        let assessed = assessed.flat_map(|one| &one.diagnostics);
        let mut findings: Vec<&Diagnostic> = self.diagnostics.iter().chain(assessed).collect();
        findings.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        findings
    }
}

/// One workbook and what it amounts to.
#[derive(Clone, Debug)]
pub struct AssessedWorkbook<'a> {
    /// What was answered.
    pub responses: WorkbookResponses,
    /// What it amounts to.
    pub assessment: Assessment,
    /// What was asked.
    pub plan: &'a Plan,
}

/// The entry of one input file.
#[must_use]
pub fn entry(outcome: &FileOutcome<'_>) -> FileEntry {
    let known = outcome.workbooks.iter().map(workbook);
    let strangers = outcome.strangers.iter().map(stranger);
    FileEntry {
        file: outcome.number,
        path: outcome.path.clone(),
        bytes: outcome.bytes,
        sha256: outcome.sha256.clone(),
        status: StatusWord(outcome.status.as_str()),
        duplicate_of: outcome.duplicate_of,
        pdf: outcome.facts.as_ref().map(pdf),
        workbooks: known.chain(strangers).collect(),
        warnings: outcome.findings().into_iter().map(warning).collect(),
    }
}

fn pdf(facts: &FileFacts) -> PdfFacts {
    PdfFacts {
        recovered: facts.is_recovered,
        encrypted: facts.is_encrypted,
        revisions: facts.revision_count,
        revision_read: facts.revision_read,
        pages: facts.page_count,
        producer: facts.producer.clone(),
    }
}

fn workbook(one: &AssessedWorkbook<'_>) -> WorkbookEntry {
    let found = &one.responses;
    let is_answered = found.is_answered();
    let known_digest = one.plan.identity.value().digest;
    let missing = |index: &FieldIndex| missing(one.plan, *index);
    let assessment = &one.assessment;
    let status = if is_answered {
        Status::Answered
    } else {
        Status::Blank
    };
    let answers = found.responses.iter().zip(&assessment.answers);
    WorkbookEntry {
        of: one.plan.of.map(|form| form.to_string()),
        counts: one.plan.counts.iter().filter_map(count).collect(),
        known_digest: (found.origin.digest.as_ref() != Some(&known_digest)).then_some(known_digest),
        missing: assessment
            .missing
            .iter()
            .filter(|_| is_answered)
            .filter_map(missing)
            .collect(),
        completeness: assessment
            .completeness
            .iter()
            .map(|entry| completeness(one.plan, entry))
            .collect(),
        answers: answers
            .filter_map(|(response, facts)| {
                let asked = one.plan.fields.get(response.field.0)?;
                Some(answers::row(asked, response, *facts))
            })
            .collect(),
        evidence: assessment.evidence.iter().map(evidence).collect(),
        ..empty(&found.origin, status)
    }
}

fn stranger(origin: &Origin) -> WorkbookEntry {
    empty(origin, Status::UnknownEdition)
}

/// A workbook without answers.
fn empty(origin: &Origin, status: Status) -> WorkbookEntry {
    let affix = &origin.affix;
    WorkbookEntry {
        framework: origin.framework.to_string(),
        edition: origin.edition.to_string(),
        workbook: origin.form.to_string(),
        of: None,
        counts: Vec::new(),
        digest: origin.digest.clone(),
        known_digest: None,
        affix: if affix.before.is_empty() && affix.after.is_empty() {
            String::new()
        } else {
            format!("{}*{}", affix.before, affix.after)
        },
        status: WorkbookStatusWord(status.as_str()),
        missing: Vec::new(),
        completeness: Vec::new(),
        answers: Vec::new(),
        evidence: Vec::new(),
    }
}

fn count(count: &KindCount) -> Option<CountEntry> {
    Some(CountEntry {
        kind: count.kind.as_str().to_owned(),
        called: count.called.clone(),
        declared: count.declared?,
        given: count.present,
        announced: count.announced,
    })
}

fn missing(plan: &Plan, index: FieldIndex) -> Option<MissingEntry> {
    let name = &plan.fields.get(index.0)?.name;
    let (row, column) = match &name.cell {
        Some((row, column)) => (Some(row.number()), Some(column.to_string())),
        None => (None, None),
    };
    Some(MissingEntry {
        node: name.owner.to_string(),
        slot: name.slot.to_string(),
        row,
        column,
    })
}

fn completeness(plan: &Plan, entry: &Completeness) -> CompletenessEntry {
    let slot = |count: &SlotCount| SlotEntry {
        slot: count.slot.to_string(),
        asked: count.asked,
        answered: count.answered,
    };
    let part = |part: &PartWords| PartEntry {
        node: part.node.to_string(),
        words: part.words,
    };
    let score = |score: &Score| ScoreEntry {
        slot: score.slot.to_string(),
        asked: score.asked,
        not_applicable: score.not_applicable,
        scored: score.scored,
        mean: score.mean().map(PlainNumber),
        sum: PlainNumber(score.sum),
        highest: PlainNumber(score.highest),
    };
    CompletenessEntry {
        node: entry.node.to_string(),
        code: entry.code.clone(),
        state: StateWord(entry.state.as_str()),
        words: entry.words,
        asked: entry.asked,
        answered: entry.answered,
        by_slot: entry.by_slot.iter().map(slot).collect(),
        parts: entry.parts.iter().map(part).collect(),
        scores: entry.scores.iter().map(score).collect(),
        missing: entry
            .missing
            .iter()
            .filter_map(|index| missing(plan, *index))
            .collect(),
    }
}

fn evidence(item: &EvidenceItem) -> EvidenceEntry {
    let text = |text: &Option<CandidateText>| text.as_ref().map(|text| text.reveal().to_owned());
    EvidenceEntry {
        node: item.owner.to_string(),
        reference: format!("E{}", item.row.number()),
        row: item.row.number(),
        what: text(&item.what),
        shows: text(&item.shows),
        share: item.share.map(PlainNumber),
        share_as_typed: text(&item.share_as_typed),
        cited_by: item.cited_by.iter().map(ToString::to_string).collect(),
    }
}

fn warning(found: &Diagnostic) -> WarningEntry {
    let (page, field) = match &found.place {
        Place::Pdf { page, field } => (*page, field.clone()),
        Place::Whole | Place::Source(_) => (None, None),
    };
    WarningEntry {
        code: found.code.to_string(),
        severity: SeverityWord(found.severity.as_str()),
        page,
        field,
        message: found.message.clone(),
        help: found.help.clone(),
    }
}
