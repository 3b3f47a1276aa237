//! The criteria as a hand-out: what everybody in the room is asked to judge, numbered, with both ends of every scale.

use super::reference_points::end_of_scale;
use super::scores::scale_words;
use super::subject::Subject;
use weighbridge_model::{Criterion, ReferencePoint, ScaleKind};

/// One criterion of the hand-out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its number, with those of the groups it stands in: `2.1`.
    pub number: String,
    /// How many groups it stands in.
    pub depth: usize,
    /// Its name in full.
    pub name: String,
    /// The question it asks of an option; may be empty.
    pub question: String,
    /// What counts and what does not; may be empty.
    pub note: String,
    /// How it is scored, in a few words; empty for a group, and for values from 0 to 100.
    pub scale: String,
    /// The worst and the best end, each with the value it is worth and what it means; nothing for a group.
    pub ends: Option<[ScaleEnd; 2]>,
}

/// An end of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleEnd {
    /// What it is worth: `0` or `100`.
    pub value: &'static str,
    /// What it means; nothing while nobody has said it.
    pub words: Option<String>,
}

/// The criteria in their order, groups before what is in them.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// use weighbridge_report::{Subject, handout};
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&appraisal);
/// let asked = handout(Subject::new(&appraisal, &analysis));
/// assert_eq!((asked[5].number.as_str(), asked[5].name.as_str()), ("6", "Pace and low disruption"));
/// let [worst, best] = asked[3].ends.as_ref().unwrap();
/// assert_eq!(worst.words.as_deref(), Some("no local say"));
/// assert_eq!((best.value, best.words.as_deref()), ("100", Some("members answer for every decision")));
/// ```
pub fn handout(on: Subject<'_>) -> Vec<Asked> {
    let mut found = Vec::new();
    branch(on, on.appraisal.criteria, "", 0, &mut found);
    found
}

fn branch(on: Subject<'_>, list: &[Criterion], above: &str, depth: usize, found: &mut Vec<Asked>) {
    for (at, criterion) in list.iter().enumerate() {
        let number = format!("{above}{}", at + 1);
        let scale = match &criterion.scale.kind {
            _ if !criterion.is_leaf() => String::new(),
            ScaleKind::Direct => String::new(),
            kind @ (ScaleKind::Points(_) | ScaleKind::Measure(_)) => scale_words(kind),
        };
        found.push(Asked {
            number: number.clone(),
            depth,
            name: criterion.name.clone(),
            question: criterion.question.clone(),
            note: criterion.note.clone(),
            scale,
            ends: criterion.is_leaf().then(|| ends(on, criterion)),
        });
        branch(
            on,
            &criterion.children,
            &format!("{number}."),
            depth + 1,
            found,
        );
    }
}

/// The two ends of the scale of a leaf; an amount and the words for it, where both are there.
pub(super) fn ends(on: Subject<'_>, leaf: &Criterion) -> [ScaleEnd; 2] {
    let points = on.analysis.ends(on.appraisal, &leaf.id);
    let end = |value: &'static str, at: f64, point: &ReferencePoint| {
        let anchor = leaf.anchor(at).trim();
        let words = match point {
            ReferencePoint::Unsaid => None,
            ReferencePoint::Words(words) => Some(words.clone()),
            ReferencePoint::Label { label, words } if words.is_empty() => Some(label.clone()),
            ReferencePoint::Label { label, words } => Some(format!("{label}: {words}")),
            amount @ ReferencePoint::Amount { .. } => end_of_scale(amount),
        };
        let words = match (words, anchor) {
            (None, "") => None,
            (None, anchor) => Some(anchor.to_owned()),
            (Some(words), anchor) if anchor.is_empty() || words == anchor => Some(words),
            (Some(words), anchor) => Some(format!("{words}: {anchor}")),
        };
        ScaleEnd { value, words }
    };
    [
        end("0", 0.0, &points.worst),
        end("100", 100.0, &points.best),
    ]
}

/// Both ends of the scale of a leaf in a line, with what each is worth: an end that nobody has described has its number.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_report::{Subject, scale_ends};
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office", "options": [],
///   "criteria": [{"id": "x", "name": "X", "anchors": [{"value": 0, "words": "an hour away"}]}]}"#;
/// let on = weighbridge_file::open(text.as_bytes()).unwrap();
/// let analysis = analyse(&on);
/// let words = scale_ends(Subject::new(&on, &analysis), on.leaves()[0]);
/// assert_eq!(words, "0 is an hour away; 100 is not described");
/// ```
pub fn scale_ends(on: Subject<'_>, leaf: &Criterion) -> String {
    let [worst, best] = ends(on, leaf).map(|end| {
        let words = end.words.as_deref().unwrap_or("not described");
        format!("{} is {words}", end.value)
    });
    format!("{worst}; {best}")
}
