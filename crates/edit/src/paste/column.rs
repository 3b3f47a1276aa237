//! A pasted column, read as a whole: what a dash or a fraction in it means depends on what stands beside it.

use super::choices::PasteChoices;
use super::layout::is_number;
use crate::entry::{AccountingDash, BadEntry, ScoreText, accounting_dash, parse_score};
use weighbridge_model::{Entry, Finite, ScaleKind, Written};

/// How the signs of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// A dash with spaces around it is zero: the column is one of accounts.
    padded_is_zero: bool,
    /// A dash alone is zero, because a person said so.
    dash_is_zero: bool,
    /// 0.5 is 50%, because a person said so.
    fractions_are_shares: bool,
    /// How many dashes could be zero or nothing.
    pub(super) dashes: usize,
    /// How many numbers could be shares of 1 beside per cent signs.
    pub(super) fractions: usize,
}

impl Signs {
    pub(super) fn of(texts: &[&str], scale: &ScaleKind, choices: &PasteChoices) -> Self {
        if matches!(scale, ScaleKind::Points(_)) {
            return Self::default();
        }
        let dashes: Vec<AccountingDash> = texts
            .iter()
            .filter_map(|text| accounting_dash(text))
            .collect();
        let padded = |text: &&&str| {
            is_number(text)
                && accounting_dash(text).is_none()
                && text.starts_with(char::is_whitespace)
        };
        let padded_is_zero =
            dashes.contains(&AccountingDash::Zero) || texts.iter().any(|t| padded(&t));
        let unclear = |dash: &&AccountingDash| match dash {
            AccountingDash::Zero => false,
            AccountingDash::Padded => !padded_is_zero,
            AccountingDash::Bare => true,
        };
        let percent = texts
            .iter()
            .any(|text| Written::read(text).is_ok_and(|w| w.percent));
        let fractions = texts.iter().filter(|text| fraction(text).is_some()).count();
        Self {
            padded_is_zero,
            dash_is_zero: choices.dash_is_zero,
            fractions_are_shares: choices.fractions_are_shares,
            dashes: dashes.iter().filter(unclear).count(),
            fractions: if percent { fractions } else { 0 },
        }
    }

    /// Reads a text of the column on its scale.
    pub(super) fn read(self, text: &str, scale: &ScaleKind) -> Result<ScoreText, BadEntry> {
        let zero = match accounting_dash(text) {
            Some(AccountingDash::Zero) | None => false,
            Some(AccountingDash::Padded) => self.padded_is_zero || self.dash_is_zero,
            Some(AccountingDash::Bare) => self.dash_is_zero,
        };
        let points = matches!(scale, ScaleKind::Points(_));
        if zero && !points {
            return Ok(ScoreText::Entry(Entry::Number(Finite::ZERO)));
        }
        if self.fractions > 0
            && self.fractions_are_shares
            && let Some(share) = fraction(text)
        {
            return Ok(ScoreText::Entry(Entry::Number(share)));
        }
        parse_score(text, scale)
    }
}

/// A number above 0 and up to 1 without a per cent sign, in per cent.
fn fraction(text: &str) -> Option<Finite> {
    let written = Written::read(text).ok()?;
    let bare = !written.percent && written.magnitude.is_none() && written.currency.is_none();
    let number = written.number(0)?.get();
    let within = bare && written.tail.is_empty() && number > 0.0 && number <= 1.0;
    written.number(-2).filter(|_| within)
}
