use super::trial::Trial;
use std::fmt;

/// A sentence, parts of which stand out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(Vec<Piece>);

/// A part of a [`Text`].
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Ordinary words.
    Plain(String),
    /// Words that stand out.
    Strong(String),
    /// What may be tried, where there is something to press; no words of the sentence.
    Try(Trial),
}

impl Text {
    /// A text that starts with ordinary words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Piece::Plain(words.into())])
    }

    /// The text with ordinary words added.
    #[must_use]
    pub fn and(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// The text with words added that stand out.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(words.into()));
        self
    }

    /// The text with something that may be tried, if there is something.
    #[must_use]
    pub fn trying(mut self, trial: Option<Trial>) -> Self {
        self.0.extend(trial.map(Piece::Try));
        self
    }

    /// The parts in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Plain(words) | Piece::Strong(words) => f.write_str(words),
            Piece::Try(_) => Ok(()),
        })
    }
}
