//! Words before an amount that hedge it.

use weighbridge_model::Qualifier;

/// Words before an amount, and how they hedge it.
const HEDGES: [(&str, Qualifier); 11] = [
    ("almost", Qualifier::Almost),
    ("about", Qualifier::About),
    ("more than", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("up to", Qualifier::UpTo),
    ("at least", Qualifier::AtLeast),
    ("nearly", Qualifier::Almost),
    ("over", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("around", Qualifier::About),
    ("approximately", Qualifier::About),
];

/// Takes the hedge off an amount: `more than £2bn` is more than, and `£2bn`.
///
/// ```
/// use weighbridge_edit::hedged;
/// use weighbridge_model::Qualifier;
/// assert_eq!(hedged("More than £2bn"), (Qualifier::MoreThan, "£2bn"));
/// assert_eq!(hedged("9.5 million"), (Qualifier::Exactly, "9.5 million"));
/// ```
pub fn hedged(text: &str) -> (Qualifier, &str) {
    let text = text.trim();
    let found = HEDGES.into_iter().find_map(|(words, hedge)| {
        let start = text.get(..words.len())?;
        let rest = text.get(words.len()..)?;
        let whole = rest.starts_with(['£', ' ']);
        (whole && start.eq_ignore_ascii_case(words)).then(|| (hedge, rest.trim_start()))
    });
    found.unwrap_or((Qualifier::Exactly, text))
}
