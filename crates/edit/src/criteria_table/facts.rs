//! What a row says of its criterion.

use super::cells::Cells;
use super::ends::{EndCells, Ends, EndsFault, ends};
use super::role::ColumnRole;
use crate::{BadEntry, BadWeight, WeightEntry, parse_weight};
use weighbridge_model::RawWeight;

/// Why something in a table of criteria is not used.
#[derive(Clone, Debug, PartialEq)]
pub enum CellFault {
    /// It is not a weight.
    Weight(BadWeight),
    /// The cells do not make a scale.
    Ends(EndsFault),
    /// The name stands in the same group already.
    Twice,
    /// The row has no name.
    Nameless,
    /// The score does not fit the scale.
    Score(BadEntry),
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// The weight, with whether it was written as a share.
    pub weight: Option<RawWeight>,
    pub ends: Ends,
    pub short: String,
    pub question: String,
    pub note: String,
    pub origin: String,
    /// What could not be read: the text and why.
    pub faults: Vec<(String, CellFault)>,
}

/// The first column of a role, with what stands there in a row.
pub(super) fn cell<'a>(
    cells: &'a Cells,
    roles: &[ColumnRole],
    row: usize,
    role: ColumnRole,
) -> &'a str {
    let at = roles.iter().position(|r| *r == role);
    at.map_or("", |at| cells.text(row, at))
}

impl Facts {
    /// Reads a row that is about the criterion, or that only names it as the group of one (`as_group`). Where its scores
    /// are amounts, `unit` is theirs.
    pub(super) fn read(
        cells: &Cells,
        roles: &[ColumnRole],
        row: usize,
        as_group: bool,
        unit: Option<&str>,
    ) -> Self {
        let text = |role: ColumnRole| cell(cells, roles, row, role);
        let mut facts = Self::default();
        if as_group {
            facts.read_weight(text(ColumnRole::GroupWeight));
            return facts;
        }
        let own = text(ColumnRole::Weight);
        let group = text(ColumnRole::GroupWeight);
        // The row of a group itself may have its weight in either column.
        facts.read_weight(if own.is_empty() && text(ColumnRole::Name).is_empty() {
            group
        } else {
            own
        });
        let stated = text(ColumnRole::Unit);
        let of = EndCells {
            unit: if stated.is_empty() {
                unit.unwrap_or_default()
            } else {
                stated
            },
            direction: text(ColumnRole::Direction),
            scale: text(ColumnRole::Scale),
            worst: text(ColumnRole::Worst),
            best: text(ColumnRole::Best),
            lowest: text(ColumnRole::Lowest),
            highest: text(ColumnRole::Highest),
            is_measured: unit.is_some(),
        };
        match ends(&of) {
            Ok(ends) => facts.ends = ends,
            Err(why) => {
                let said = match why {
                    EndsFault::Direction => of.direction.to_owned(),
                    EndsFault::Scale => of.scale.to_owned(),
                    EndsFault::OneEnd | EndsFault::SameEnds | EndsFault::AgainstDirection => {
                        let ends = [of.worst, of.best, of.lowest, of.highest];
                        let ends = ends.into_iter().filter(|end| !end.is_empty());
                        ends.collect::<Vec<_>>().join(" – ")
                    }
                };
                facts.faults.push((said, CellFault::Ends(why)));
            }
        }
        facts.short = text(ColumnRole::Short).to_owned();
        facts.question = text(ColumnRole::Question).to_owned();
        facts.note = text(ColumnRole::Note).to_owned();
        facts.origin = text(ColumnRole::Origin).to_owned();
        facts
    }

    fn read_weight(&mut self, text: &str) {
        match parse_weight(text, false) {
            Ok(WeightEntry::Points(weight)) => self.weight = Some(weight),
            Ok(WeightEntry::Share(share)) => self.weight = RawWeight::new(share.get()),
            Ok(WeightEntry::Blank) => {}
            Err(why) => self.faults.push((text.to_owned(), CellFault::Weight(why))),
        }
    }
}
