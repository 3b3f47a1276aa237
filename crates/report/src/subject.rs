//! What all words are about: an appraisal with what follows from it, and the names in it.

use super::names::{capital, isolated, join};
use std::borrow::Cow;
use weighbridge_analysis::{Analysis, LeafIx, NodeIx, OptionIx, Scope};
use weighbridge_model::{Alternative, Perspective};

/// An appraisal as one voice has it, with what follows from that, to speak about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The appraisal, with the weights and scores that the analysis is of.
    pub appraisal: Perspective<'a>,
    /// What follows from it.
    pub analysis: &'a Analysis,
    /// Whether a heading above says which options claims are about.
    is_scope_told: bool,
}

impl<'a> Subject<'a> {
    /// The appraisal with what follows from it: as the agreed voice has it when the appraisal alone is given.
    pub fn new(appraisal: impl Into<Perspective<'a>>, analysis: &'a Analysis) -> Self {
        Self {
            appraisal: appraisal.into(),
            analysis,
            is_scope_told: false,
        }
    }

    /// The same under a heading that says which options it is about ([`Self::scope_heading`]), so that no claim says it
    /// again.
    #[must_use]
    pub fn under_scope_heading(self) -> Self {
        Self {
            is_scope_told: true,
            ..self
        }
    }

    /// Which options the claims of a list are about, for its heading; `None` where it is all of them.
    pub fn scope_heading(&self) -> Option<&'static str> {
        match self.analysis.scope {
            Scope::All => None,
            Scope::Complete | Scope::Behind => Some("Among the options with all their scores"),
        }
    }

    /// The full name of an option, by its place in the analysis.
    pub fn option(&self, at: OptionIx) -> Cow<'a, str> {
        self.option_name(at, |o| &o.name)
    }

    /// The short name of an option, by its place in the analysis: for charts and the headings of
    /// tables, where there is little room.
    pub fn option_short(&self, at: OptionIx) -> Cow<'a, str> {
        self.option_name(at, Alternative::short_name)
    }

    /// A name of an option; with a number behind it where another option has the same.
    fn option_name(&self, at: OptionIx, name: fn(&'a Alternative) -> &'a str) -> Cow<'a, str> {
        let id = &self.analysis.options[at].id;
        let Some(found) = self.appraisal.option(id).map(name) else {
            return Cow::Borrowed("");
        };
        let mut same = self.appraisal.appraised();
        let mut same = same
            .by_ref()
            .filter(|o| name(o).trim() == found.trim())
            .map(|o| &o.id);
        let place = same.by_ref().position(|other| other == id).unwrap_or(0);
        if place == 0 && same.next().is_none() {
            isolated(found)
        } else {
            Cow::Owned(format!("{} ({})", isolated(found), place + 1))
        }
    }

    /// The name of a criterion.
    pub fn criterion(&self, node: NodeIx) -> Cow<'a, str> {
        let found = self.appraisal.criterion(&self.analysis.nodes[node].id);
        isolated(found.map_or("", |c| &c.name))
    }

    /// The short name of a criterion.
    pub fn criterion_short(&self, node: NodeIx) -> Cow<'a, str> {
        let found = self.appraisal.criterion(&self.analysis.nodes[node].id);
        isolated(found.map_or("", |c| c.short_name()))
    }

    /// The name of a leaf, by its place among the leaves.
    pub fn leaf(&self, leaf: LeafIx) -> Cow<'a, str> {
        self.criterion(self.analysis.leaves[leaf])
    }

    /// The short name of a leaf, by its place among the leaves.
    pub fn leaf_short(&self, leaf: LeafIx) -> Cow<'a, str> {
        self.criterion_short(self.analysis.leaves[leaf])
    }

    /// The first words of a claim that compares totals, small letters first: with the options before them that
    /// it is about, where those are not all ([`Scope`]).
    ///
    /// `If ` or `Among the options with all their scores, if `.
    pub fn among(&self, words: &str) -> String {
        match self.analysis.scope {
            Scope::Complete | Scope::Behind if !self.is_scope_told => {
                format!("Among the options with all their scores, {words}")
            }
            Scope::All | Scope::Complete | Scope::Behind => capital(words),
        }
    }

    /// The value of an option on a leaf as it is shown: none where its scale has no length, because the 0 that
    /// all options count with there would read as the worst.
    pub fn value(&self, option: OptionIx, leaf: LeafIx) -> Option<f64> {
        let has_length = !self.analysis.scales[leaf].has_no_length();
        self.analysis.values[option][leaf]
            .value()
            .filter(|_| has_length)
    }

    /// Names of options, joined as a sentence does.
    pub fn names(&self, options: &[OptionIx]) -> String {
        let names: Vec<_> = options.iter().map(|at| self.option(*at)).collect();
        join(&names)
    }
}
