//! Names inside sentences.

use std::borrow::Cow;

/// A name as it can stand in a sentence or beside a number.
///
/// A name in a script that runs from right to left, or one with marks that turn the direction, would
/// turn the words and numbers after it as well; isolated (Unicode Annex 9, section 2.4) it keeps to itself.
///
/// ```
/// use weighbridge::report::isolated;
/// assert_eq!(isolated("Trust"), "Trust");
/// assert_eq!(isolated("\u{202e}Trust"), "\u{2068}\u{202e}Trust\u{2069}");
/// ```
#[must_use]
pub fn isolated(name: &str) -> Cow<'_, str> {
    if name.chars().any(turns) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether a character can change the direction of what follows it.
fn turns(c: char) -> bool {
    matches!(c,
        // Hebrew, Arabic and the other scripts from right to left, and their presentation forms.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        // Marks, embeddings, overrides and isolates.
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Words as a sentence begins: with a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn join(names: &[impl AsRef<str>]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}
