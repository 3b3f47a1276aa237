//! What the usual headings of a table of criteria mean.

use super::role::ColumnRole;
use weighbridge_model::plain_text;

/// Headings as they are once brackets, signs and double spaces are gone.
const HEADINGS: [(ColumnRole, &[&str]); 14] = [
    (
        ColumnRole::Name,
        &[
            "criterion",
            "criteria",
            "name",
            "attribute",
            "attributes",
            "factor",
            "factors",
            "sub-criterion",
            "sub-criteria",
            "subcriterion",
            "subcriteria",
            "sub criterion",
            "sub criteria",
            "objective",
            "objectives",
            "criterion name",
            "name of criterion",
            "award criterion",
            "award criteria",
            "evaluation criterion",
            "evaluation criteria",
            "consideration",
            "what matters",
        ],
    ),
    (
        ColumnRole::Group,
        &[
            "group",
            "groups",
            "theme",
            "themes",
            "category",
            "categories",
            "branch",
            "domain",
            "dimension",
            "area",
            "cluster",
            "parent",
            "section",
            "main criterion",
            "main criteria",
            "criteria group",
            "criterion group",
            "top-level criterion",
            "level 1",
            "heading",
            "pillar",
            "sub-group",
            "subgroup",
            "group name",
        ],
    ),
    (
        ColumnRole::Number,
        &[
            "no",
            "no.",
            "nr",
            "number",
            "#",
            "ref",
            "reference",
            "id",
            "item",
            "code",
            "order",
        ],
    ),
    (
        ColumnRole::Weight,
        &[
            "weight",
            "weights",
            "weighting",
            "weightings",
            "points",
            "importance",
            "%",
            "share",
            "relative weight",
            "swing weight",
            "weight in %",
            "weighting in %",
            "criterion weight",
            "criteria weight",
            "max points",
            "percent",
            "percentage",
            "weight within group",
            "local weight",
            "overall weight",
        ],
    ),
    (
        ColumnRole::GroupWeight,
        &[
            "group weight",
            "group weighting",
            "weight of group",
            "weight of the group",
            "theme weight",
            "category weight",
            "theme weighting",
            "category weighting",
            "section weight",
        ],
    ),
    (
        ColumnRole::Unit,
        &[
            "unit",
            "units",
            "unit of measure",
            "unit of measurement",
            "measured in",
            "measure",
            "in",
        ],
    ),
    (
        ColumnRole::Direction,
        &[
            "direction",
            "better",
            "which way is better",
            "which is better",
            "preference",
            "max or min",
            "max/min",
            "min/max",
            "min or max",
            "higher or lower is better",
            "higher or lower",
            "higher/lower",
            "more or less",
            "more or less is better",
            "preferred direction",
            "better when",
            "better if",
            "optimise",
            "optimize",
            "goal",
            "desired direction",
            "polarity",
        ],
    ),
    (
        ColumnRole::Scale,
        &[
            "scale",
            "scoring",
            "scored",
            "scored from",
            "scoring scale",
            "type of scale",
            "how scored",
            "how it is scored",
            "levels",
            "labels",
        ],
    ),
    (
        ColumnRole::Lowest,
        &[
            "lowest",
            "minimum",
            "min",
            "lowest amount",
            "lower end",
            "lower limit",
            "low",
        ],
    ),
    (
        ColumnRole::Highest,
        &[
            "highest",
            "maximum",
            "max",
            "highest amount",
            "upper end",
            "upper limit",
            "high",
        ],
    ),
    (
        ColumnRole::Short,
        &[
            "short name",
            "short",
            "abbreviation",
            "abbreviated",
            "short title",
        ],
    ),
    (
        ColumnRole::Question,
        &[
            "question",
            "the question it asks",
            "question it asks",
            "what it asks",
        ],
    ),
    (
        ColumnRole::Note,
        &[
            "description",
            "definition",
            "note",
            "notes",
            "comment",
            "comments",
            "meaning",
            "explanation",
            "detail",
            "details",
            "what counts",
            "what it means",
            "what counts and what does not",
            "scope",
            "indicator",
            "metric",
        ],
    ),
    (
        ColumnRole::Origin,
        &[
            "origin",
            "source",
            "sources",
            "where it comes from",
            "where from",
        ],
    ),
];

/// Words around the one that counts: `what 0 means`, `description of the best`.
const FILLERS: [&str; 22] = [
    "what",
    "does",
    "do",
    "is",
    "means",
    "mean",
    "look",
    "looks",
    "like",
    "a",
    "an",
    "the",
    "of",
    "description",
    "score",
    "scores",
    "end",
    "level",
    "value",
    "anchor",
    "for",
    "case",
];
const WORST: [&str; 7] = [
    "0",
    "worst",
    "poorest",
    "from",
    "least preferred",
    "bottom",
    "0 worst",
];
const BEST: [&str; 8] = [
    "100",
    "best",
    "ideal",
    "to",
    "target",
    "most preferred",
    "top",
    "100 best",
];

impl ColumnRole {
    /// What a column with this heading holds, where the heading is one of the usual words.
    ///
    /// ```
    /// use weighbridge_edit::ColumnRole;
    /// assert_eq!(ColumnRole::of_heading("Weight (%)"), Some(ColumnRole::Weight));
    /// assert_eq!(ColumnRole::of_heading("What 0 means"), Some(ColumnRole::Worst));
    /// assert_eq!(ColumnRole::of_heading("Best (100)"), Some(ColumnRole::Best));
    /// assert_eq!(ColumnRole::of_heading("Volunteers"), None);
    /// ```
    pub fn of_heading(text: &str) -> Option<Self> {
        let whole = tidied(text);
        let short = tidied(&without_brackets(text));
        [short, whole].iter().find_map(|words| of_words(words))
    }
}

fn of_words(words: &str) -> Option<ColumnRole> {
    if words.is_empty() {
        return None;
    }
    let known = HEADINGS.iter().find(|(_, all)| all.contains(&words));
    let end = || {
        let mut rest: Vec<&str> = words.split(' ').collect();
        rest.retain(|word| !FILLERS.contains(word));
        let rest = rest.join(" ");
        let is = |all: &[&str]| all.contains(&rest.as_str());
        if is(&WORST) {
            Some(ColumnRole::Worst)
        } else if is(&BEST) {
            Some(ColumnRole::Best)
        } else {
            None
        }
    };
    known.map(|(role, _)| *role).or_else(end)
}

/// A heading in small letters, without signs around its words.
fn tidied(text: &str) -> String {
    let text = plain_text(text);
    let signs = |c: char| ":;*.=?()[]".contains(c) || c.is_whitespace();
    let words = text.split(signs).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A text without what stands in brackets: `Weight (%)` is `Weight`.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}
