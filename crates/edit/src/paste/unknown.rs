//! Names in a pasted table that are not those of the appraisal, and what each is taken for.

use super::choices::{Meant, NameOf, PasteChoices, PastedNames};

/// A name in a table that is not one of the appraisal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// What it is one of.
    pub of: NameOf,
    /// The name, as it stands in the table.
    pub name: String,
    /// What it is taken for.
    pub meant: Meant,
    /// The name of what it is taken for, where that is only because it is nearly the same.
    pub near: Option<String>,
    /// What it could be, by place and name: whatever no other name in the table stands for.
    pub others: Vec<(usize, String)>,
}

/// Takes the names of a table that are not known for something, one after the other.
pub(super) struct Matching<'a> {
    of: NameOf,
    choices: &'a PasteChoices,
    /// What no name stands for yet, by its place.
    free: Vec<(usize, &'a str)>,
    found: Vec<UnknownName>,
}

impl<'a> Matching<'a> {
    /// `unnamed` is what no name in the table is that of.
    pub(super) fn new(
        of: NameOf,
        choices: &'a PasteChoices,
        unnamed: impl Iterator<Item = (usize, &'a str)>,
    ) -> Self {
        let (free, found) = (unnamed.collect(), Vec::new());
        Self {
            of,
            choices,
            free,
            found,
        }
    }

    /// What a name is taken for: what a person said, else the only one it nearly is, else what becomes of all such names.
    pub(super) fn take(&mut self, name: &str) -> Meant {
        let (of, choices) = (self.of, self.choices);
        let said = choices.said_of(name, of);
        let is_said = |place: usize| choices.is_said(of, Meant::There(place));
        let free = self.free.iter().filter(|(place, _)| !is_said(*place));
        let mut near = free.filter(|(_, other)| is_near(name, other));
        let near = match (said, near.next(), near.next()) {
            (None, Some(one), None) => Some(*one),
            _ => None,
        };
        let meant = match (said, near) {
            (Some(said), _) => said,
            (None, Some((place, _))) => Meant::There(place),
            (None, None) if choices.names == PastedNames::Add => Meant::New,
            (None, None) => Meant::LeftOut,
        };
        let others = self.free.iter();
        let others = others.map(|(place, name)| (*place, (*name).to_owned()));
        self.found.push(UnknownName {
            of,
            name: name.to_owned(),
            meant,
            near: near.map(|(_, name)| name.to_owned()),
            others: others.collect(),
        });
        self.free.retain(|one| near != Some(*one));
        meant
    }

    /// Every name that was not known.
    pub(super) fn done(mut self) -> Vec<UnknownName> {
        let taken: Vec<Meant> = self.found.iter().map(|one| one.meant).collect();
        for one in &mut self.found {
            one.others.retain(|(place, _)| {
                let there = Meant::There(*place);
                there == one.meant || !taken.contains(&there)
            });
        }
        self.found
    }
}

/// Whether two names are clearly the same but for slips: as many words, each with its first letter, and only long words
/// without digits differ, by a letter, or by two in a very long one. So “Site 1” is not nearly “Site 2”, nor “Cost” “Coast”.
fn is_near(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<Vec<char>> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(|word| word.chars().collect())
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let is_slip = |(a, b): (&Vec<char>, &Vec<char>)| {
        let slips = match a.len().min(b.len()) {
            _ if a.iter().chain(b).any(|c| c.is_numeric()) => 0,
            _ if a.first() != b.first() => 0,
            0..5 => 0,
            5..9 => 1,
            _ => 2,
        };
        within(a, b, slips)
    };
    !one.is_empty() && one.len() == other.len() && one.iter().zip(&other).all(is_slip)
}

/// Whether so many slips make one word of another: a letter too many, too few, another, or two that changed places.
fn within(one: &[char], other: &[char], slips: usize) -> bool {
    match (one, other) {
        ([], []) => true,
        ([a, one @ ..], [b, other @ ..]) if a == b => within(one, other, slips),
        _ if slips == 0 => false,
        ([_, shorter @ ..], []) => within(shorter, &[], slips - 1),
        ([], [_, shorter @ ..]) => within(&[], shorter, slips - 1),
        ([a, after @ ..], [b, beyond @ ..]) => {
            let swapped = match (after, beyond) {
                ([c, after @ ..], [d, beyond @ ..]) if a == d && b == c => {
                    within(after, beyond, slips - 1)
                }
                _ => false,
            };
            swapped
                || within(after, beyond, slips - 1)
                || within(after, other, slips - 1)
                || within(one, beyond, slips - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn only_slips_in_long_words_are_near() {
        let near = [
            ("Outsorce", "Outsource"),
            ("Loacl control", "local control"),
            ("In-house servise", "In-house service"),
            ("Delivarability of benefits", "Deliverability of benefits"),
            ("Affordabilty", "Affordability"),
        ];
        let far = [
            ("Site 1", "Site 2"),
            ("Option10", "Option11"),
            ("Cost", "Coast"),
            ("Insource", "Outsource"),
            ("Internal", "External"),
            ("North", "South"),
            ("Trust", "Trust and company"),
            ("Affective", "Effective"),
            ("", ""),
        ];
        for (one, other) in near {
            assert!(is_near(one, other) && is_near(other, one), "{one}");
        }
        for (one, other) in far {
            assert!(!is_near(one, other) && !is_near(other, one), "{one}");
        }
    }
}
