//! Names inside sentences, dressed; and as data, plain.
//!
//! What is shown is dressed: a name that could turn the words around it is isolated by two invisible
//! marks. What is taken along as data (CSV, JSON, the clipboard, the names of files) has the names as they were
//! given, so that they can be found and compared.

use std::borrow::Cow;

/// A name as it can stand in a sentence or beside a number.
///
/// A name in a script that runs from right to left, or one with marks that turn the direction, would
/// turn the words and numbers after it as well; isolated (Unicode Annex 9, section 2.4) it keeps to itself.
///
/// ```
/// use weighbridge_report::isolated;
/// assert_eq!(isolated("Trust"), "Trust");
/// assert_eq!(isolated("\u{202e}Trust"), "\u{2068}\u{202e}Trust\u{2069}");
/// ```
#[must_use]
pub fn isolated(name: &str) -> Cow<'_, str> {
    if name.chars().any(turns) {
        Cow::Owned(format!("\u{2068}{}\u{2069}", balanced(name)))
    } else {
        Cow::Borrowed(name)
    }
}

/// Words that were put together for a sentence, or a dressed name, as data: without the marks of
/// [`isolated`], and with those that a name has of its own.
///
/// ```
/// use weighbridge_report::{isolated, undressed};
/// let own = "\u{2068}مجلس\u{2069} المدينة";
/// assert_eq!(undressed(&isolated(own)), own);
/// assert_eq!(undressed(&format!("{} leads by 2", isolated(own))), format!("{own} leads by 2"));
/// assert_eq!(undressed("Trust"), "Trust");
/// ```
#[must_use]
pub fn undressed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => {
                depth += 1;
                // Only a mark that is closed again is ours.
                if depth == 1 && c == '\u{2068}' && closes(&words[at..]) {
                    continue;
                }
            }
            '\u{2069}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    continue;
                }
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// Whether the isolate that a text begins with ends in it.
fn closes(words: &str) -> bool {
    let mut depth = 0_i32;
    words.chars().any(|c| {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// A name whose isolates all end in it, and end nothing else: one that is not closed, or closes what it did
/// not open, would break out of its own isolate.
fn balanced(name: &str) -> Cow<'_, str> {
    let mut depth = 0_usize;
    let mut stray = false;
    for c in name.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' if depth == 0 => stray = true,
            '\u{2069}' => depth -= 1,
            _ => {}
        }
    }
    if stray || depth > 0 {
        let marks = '\u{2066}'..='\u{2069}';
        Cow::Owned(name.chars().filter(|c| !marks.contains(c)).collect())
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
pub fn join(names: &[impl AsRef<str>]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// A name in quotation marks, as it stands in a sentence.
pub(super) fn quoted(name: &str) -> String {
    format!("“{}”", isolated(name))
}
