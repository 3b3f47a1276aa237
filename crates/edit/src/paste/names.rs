//! Names in a pasted table, matched to those of an appraisal: capitals, spaces and punctuation do not matter.

use weighbridge_model::{Alternative, Criterion, ScaleKind};

/// A name as it is compared: letters and digits only, in small letters.
pub(super) fn key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// A name without what stands in brackets at its end, such as its unit.
fn bare(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once('(') {
        Some((before, after)) if after.ends_with(')') && !before.trim().is_empty() => before.trim(),
        _ => name,
    }
}

/// What an option may be called.
pub(super) fn option_keys(option: &Alternative) -> Vec<String> {
    keys(&[&option.name, &option.short, bare(&option.name)])
}

/// What a criterion may be called, also with its unit.
pub(super) fn criterion_keys(criterion: &Criterion) -> Vec<String> {
    let with_unit = match &criterion.scale.kind {
        ScaleKind::Measure(measure) => format!("{} {}", criterion.name, measure.unit),
        ScaleKind::Direct | ScaleKind::Points(_) => String::new(),
    };
    let (name, short) = (criterion.name.as_str(), criterion.short.as_str());
    keys(&[name, short, bare(name), &with_unit])
}

fn keys(names: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = names.iter().map(|name| key(name)).collect();
    all.retain(|key| !key.is_empty());
    all.dedup();
    all
}

/// Which of several things a name means: the one that is called so in full, or else without what is in brackets; `None`
/// where there is none, or more than one.
pub(super) fn find(name: &str, things: &[Vec<String>]) -> Option<usize> {
    in_full(name, things).or_else(|| in_full(bare(name), things))
}

/// The one of several things that is called so in full.
pub(super) fn in_full(name: &str, things: &[Vec<String>]) -> Option<usize> {
    let wanted = key(name);
    let all = things.iter().enumerate();
    let mut called = all.filter(|(_, keys)| keys.contains(&wanted));
    let (first, _) = called.next().filter(|_| !wanted.is_empty())?;
    called.next().is_none().then_some(first)
}

/// What a column says of the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The score.
    Score,
    /// Why it is given.
    Reason,
    /// Where the evidence is.
    Source,
    /// The least it could be.
    Low,
    /// The most it could be.
    High,
}

/// Words in a heading that say what the column has, in small letters.
const ROLES: [(Role, &[&str]); 5] = [
    (
        Role::Score,
        &[
            "score",
            "scores",
            "entered",
            "likeliest",
            "likely",
            "expected",
            "central",
        ],
    ),
    (
        Role::Reason,
        &[
            "reason",
            "reasons",
            "why",
            "comment",
            "comments",
            "rationale",
            "justification",
            "notes",
        ],
    ),
    (Role::Source, &["source", "sources", "evidence"]),
    (
        Role::Low,
        &["low", "lowest", "lower", "min", "minimum", "least"],
    ),
    (
        Role::High,
        &["high", "highest", "upper", "max", "maximum", "greatest"],
    ),
];

/// Words in a heading that lead from the role to the name.
const BETWEEN: [&str; 6] = ["for", "of", "on", "the", "as", "most"];

/// What a heading says: the role of its column, and the name of the criterion that is left, which may be empty.
pub(super) fn role(heading: &str) -> Option<(Role, String)> {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let named = |word: &&str| {
        let found = ROLES.iter().find(|(_, words)| words.contains(word));
        found.map(|(role, _)| *role)
    };
    let (role, mut rest) = match words.as_slice() {
        [most @ .., last] if named(last).is_some() => (named(last)?, most),
        [first, most @ ..] if named(first).is_some() => (named(first)?, most),
        _ => return None,
    };
    while let [first, most @ ..] = rest
        && BETWEEN.contains(first)
    {
        rest = most;
    }
    while let [most @ .., last] = rest
        && (BETWEEN.contains(last) || named(last) == Some(role))
    {
        rest = most;
    }
    Some((role, rest.concat()))
}
