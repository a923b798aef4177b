//! Specifications of any size, built without a file.
//!
//! In: counts and texts. Out: a sound specification with one form. Never: checks it; `spec` has tests of its own.

use akam_workbook::diagnostic::SourceSpan;
use akam_workbook::ids::{
    Date, Edition, FormId, FrameworkId, Level, NodeId, NodeKind, OptionValue, Slot,
};
use akam_workbook::spec::markup::{Markup, MarkupBlock, MarkupItem, Run};
use akam_workbook::spec::model::{
    Ask, AskKind, AskPlace, Block, BlockItem, BlockRole, EditionDigest, Form, Framework, Group,
    LevelAsks, Node, Paper, Programme, Publisher, Rules, Scale, ScaleOption, Spec, Subject,
    ThemeChoice,
};

const AT: SourceSpan = SourceSpan {
    start: 0,
    end: 0,
    line: 1,
    column: 1,
};

/// What varies.
#[derive(Clone, Debug)]
pub(crate) struct Sizes {
    /// Title of the area, of each competency and of each part.
    pub(crate) titles: [String; 3],
    /// The wordings of the indicators of each part, of one competency after the other.
    pub(crate) competencies: Vec<Vec<Vec<String>>>,
    /// Rows of the evidence register; none for no register.
    pub(crate) register: u16,
    /// Labels of the options.
    pub(crate) options: Vec<String>,
    /// Prompts of what is asked once.
    pub(crate) once: Vec<String>,
    /// Paragraphs of the rationale.
    pub(crate) rationale: Vec<String>,
    /// Kinds of what is asked of an indicator.
    pub(crate) of_indicators: Vec<AskKind>,
    /// Kinds of what is asked of a part.
    pub(crate) of_parts: Vec<AskKind>,
    /// Kinds of what is asked at the end of a competency.
    pub(crate) at_the_end: Vec<AskKind>,
    /// Whether that is a group with a statement.
    pub(crate) is_grouped: bool,
    /// The paper.
    pub(crate) paper: Paper,
}

/// A specification of these sizes; its one form covers all of it.
pub(crate) fn spec(sizes: &Sizes) -> Spec {
    let [area, competency, part] = &sizes.titles;
    let mut numbers = Numbers::default();
    let competencies: Vec<Node> = sizes
        .competencies
        .iter()
        .map(|parts| {
            let parts = parts
                .iter()
                .map(|indicators| {
                    let indicators = indicators
                        .iter()
                        .map(|text| numbers.node(NodeKind::Indicator, None, text, Vec::new()))
                        .collect();
                    numbers.node(NodeKind::Part, None, part, indicators)
                })
                .collect();
            let mut node = numbers.node(NodeKind::Competency, Some("4.1"), competency, parts);
            node.blocks = blocks(&sizes.rationale);
            node
        })
        .collect();
    let area = numbers.node(NodeKind::Area, Some("4"), area, competencies);
    let form = form(sizes, area.id);
    Spec {
        programme: Programme {
            title: "Diploma".to_owned(),
            publisher: Publisher {
                name: "The Publisher".to_owned(),
                short_name: "P".to_owned(),
                contact: None,
                mark: None,
            },
            language: "en-GB".to_owned(),
            subject: Subject::Person,
            declares: Vec::new(),
            rules: Rules::default(),
            guidance: Vec::new(),
        },
        framework: Framework {
            id: FrameworkId::parse("kamd").unwrap(),
            edition: Edition::parse("2026a").unwrap(),
            title: "Specification".to_owned(),
            published: Date {
                year: 2026,
                month: 11,
                day: 22,
            },
            retired: Vec::new(),
            nodes: vec![area],
        },
        scales: vec![scale(&sizes.options)],
        forms: vec![form],
        digest: EditionDigest([7; 32]),
    }
}

#[derive(Default)]
struct Numbers(usize);

impl Numbers {
    fn node(
        &mut self,
        kind: NodeKind,
        code: Option<&str>,
        wording: &str,
        children: Vec<Node>,
    ) -> Node {
        self.0 += 1;
        Node {
            id: NodeId::parse(&format!("{}{:04}", kind.letter(), self.0)).unwrap(),
            rev: 1,
            code: code.map(str::to_owned),
            wording: Some(wording.to_owned()),
            language: None,
            is_announced: false,
            blocks: Vec::new(),
            children,
            at: AT,
        }
    }
}

fn blocks(rationale: &[String]) -> Vec<Block> {
    if rationale.is_empty() {
        return Vec::new();
    }
    let list = rationale.iter().map(|text| MarkupItem {
        runs: vec![Run::plain(text)],
        children: vec![MarkupItem {
            runs: vec![Run::plain(text)],
            children: Vec::new(),
        }],
    });
    let paragraphs = rationale
        .iter()
        .map(|text| MarkupBlock::Paragraph(vec![Run::plain(text)]));
    let block = |role, body, items| Block {
        role,
        title: None,
        language: None,
        body,
        items,
        at: AT,
    };
    let body = Markup {
        blocks: paragraphs
            .chain([MarkupBlock::List(list.collect())])
            .collect(),
    };
    let source = |text: &String| BlockItem {
        term: None,
        body: Markup {
            blocks: vec![MarkupBlock::Paragraph(vec![Run::plain(text)])],
        },
    };
    vec![
        block(BlockRole::Rationale, Some(body), Vec::new()),
        block(
            BlockRole::Sources,
            None,
            rationale.iter().map(source).collect(),
        ),
    ]
}

fn scale(labels: &[String]) -> Scale {
    let options = labels.iter().enumerate().map(|(index, label)| ScaleOption {
        value: OptionValue::parse(&format!("o{index}")).unwrap(),
        label: label.clone(),
        score: None,
        at: AT,
    });
    Scale {
        id: "scale".to_owned(),
        rev: 1,
        options: options.collect(),
        at: AT,
    }
}

fn form(sizes: &Sizes, area: NodeId) -> Form {
    let statement = sizes.rationale.iter().take(2);
    let group = Group {
        id: "group".to_owned(),
        title: "Sign-off".to_owned(),
        body: Some(Markup {
            blocks: statement
                .map(|text| MarkupBlock::Paragraph(vec![Run::plain(text)]))
                .collect(),
        }),
        at: AT,
    };
    let numbered = |kinds: &[AskKind], group: Option<&str>| -> Vec<Ask> {
        let asks = kinds.iter().enumerate();
        asks.map(|(index, kind)| ask(index, *kind, kind.as_str(), group))
            .collect()
    };
    let once = sizes.once.iter().enumerate();
    let once = once.map(|(index, prompt)| ask(index, AskKind::Text, prompt, None));
    let mut of_competencies = numbered(&sizes.at_the_end, sizes.is_grouped.then_some("group"));
    if sizes.register > 0 {
        of_competencies.push(Ask {
            slot: Slot::parse("register").unwrap(),
            rows: Some(sizes.register),
            place: AskPlace::Before,
            ..ask(0, AskKind::EvidenceRegister, "Evidence", None)
        });
    }
    let levels = [
        (Level::Workbook, once.collect()),
        (Level::Node(NodeKind::Competency), of_competencies),
        (Level::Node(NodeKind::Part), numbered(&sizes.of_parts, None)),
        (
            Level::Node(NodeKind::Indicator),
            numbered(&sizes.of_indicators, None),
        ),
    ];
    Form {
        id: FormId::parse("w0001").unwrap(),
        of: None,
        title: "Workbook".to_owned(),
        file: "workbook".to_owned(),
        covers: vec![area],
        theme: ThemeChoice {
            base: "house".to_owned(),
            paper: sizes.paper,
            accent: None,
        },
        groups: vec![group],
        asks: levels
            .into_iter()
            .map(|(level, asks)| LevelAsks { level, asks })
            .collect(),
        at: AT,
    }
}

fn ask(index: usize, kind: AskKind, prompt: &str, group: Option<&str>) -> Ask {
    let letter = char::from(b'a' + u8::try_from(index).unwrap());
    Ask {
        slot: Slot::parse(&format!("ask_{letter}")).unwrap(),
        kind,
        prompt: prompt.to_owned(),
        place: AskPlace::After,
        group: group.map(str::to_owned),
        is_needed: false,
        unless: None,
        words: None,
        rows: None,
        scale: kind.takes_scale().then(|| "scale".to_owned()),
        rev: 1,
        at: AT,
    }
}
