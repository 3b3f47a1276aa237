//! How many claims were tried, by kind, and which were refuted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use weighbridge_report::unrounded;

/// The claims of one kind.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// How many were tried.
    pub tried: u64,
    /// How many were refuted.
    pub refuted: u64,
    /// The first few refutations, in words.
    pub words: Vec<String>,
}

/// The claims of one or many appraisals, by kind.
#[derive(Clone, Debug, Default)]
pub struct Book(pub BTreeMap<&'static str, Count>);

impl Book {
    /// Notes that a claim was tried, and in which words it was refuted if it was.
    pub fn claim(&mut self, kind: &'static str, holds: bool, words: impl FnOnce() -> String) {
        let count = self.0.entry(kind).or_default();
        count.tried += 1;
        if !holds {
            count.refuted += 1;
            if count.words.len() < 3 {
                count.words.push(words());
            }
        }
    }

    /// Takes another book's counts in.
    pub fn add(&mut self, other: &Self) {
        for (kind, count) in &other.0 {
            let own = self.0.entry(kind).or_default();
            own.tried += count.tried;
            own.refuted += count.refuted;
            let room = 3_usize.saturating_sub(own.words.len());
            own.words.extend(count.words.iter().take(room).cloned());
        }
    }

    /// What was refuted, in words; empty when nothing was.
    pub fn refutations(&self) -> String {
        let mut all = String::new();
        for (kind, count) in &self.0 {
            for words in &count.words {
                let _ = writeln!(all, "{kind}: {words}");
            }
        }
        all
    }

    /// The counts as the rows of a Markdown table.
    pub fn table(&self) -> String {
        let mut all = String::from("| kind of claim | tried | refuted |\n| --- | ---: | ---: |\n");
        for (kind, count) in &self.0 {
            let _ = writeln!(
                all,
                "| {kind} | {} | {} |",
                unrounded(count.tried as f64),
                count.refuted
            );
        }
        all
    }
}
