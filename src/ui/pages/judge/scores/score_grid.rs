//! The grid as data: cheap to compare, so that only what changed is drawn again.

use std::rc::Rc;
use weighbridge_analysis::Cell as Value;
use weighbridge_analysis::PerLeaf;
use weighbridge_edit::as_typed;
use weighbridge_model::{Absence, Appraisal, Criterion, Entry, ScaleKind};
use weighbridge_report::words::Sentence;
use weighbridge_report::{
    Shares, scale_words,
    words::{Named, off_scale},
};
use weighbridge_state::CellPosition;
use weighbridge_state::Document;
use weighbridge_state::{RefusedText, RefusedTexts, ScoreKey};
use yew::AttrValue;

/// The grid. All of it is `Eq`, so that two of the same object are equal without a look inside.
#[derive(PartialEq, Eq)]
pub struct ScoreGrid {
    pub columns: Vec<Column>,
    pub rows: Vec<Rc<Row>>,
}

/// A criterion.
#[derive(Clone, PartialEq, Eq)]
pub struct Column {
    pub id: AttrValue,
    pub name: AttrValue,
    /// The branches it stands in, from the top; empty at the top.
    pub group: AttrValue,
    /// Its share of the weight of everything; `None` while that has none.
    pub share: Option<AttrValue>,
    pub scale: AttrValue,
    /// Values from 0 to 100 are given directly.
    pub direct: bool,
    /// Left out, because it applies to no option.
    pub excluded: bool,
}

/// An option.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    pub id: AttrValue,
    pub name: AttrValue,
    pub short: AttrValue,
    pub cells: Vec<Cell>,
}

/// What is said of an option on a criterion.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell {
    /// What a person typed, or would type to enter it again.
    pub typed: AttrValue,
    pub kind: Kind,
    /// Whether it is a label, to be shown just as it is.
    pub label: bool,
    /// Whether there is a value to count.
    pub counts: bool,
    /// Whether a reason is given.
    pub reason: bool,
    /// Whether its value is below 0 or above 100.
    pub beyond: bool,
    /// What is wrong with it.
    pub wrong: Option<AttrValue>,
}

/// How a cell reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Given,
    Absent(Absence),
}

impl Cell {
    /// What is typed, unless it is an absence, which is said by other means.
    pub fn number(&self) -> AttrValue {
        match self.kind {
            Kind::Given => self.typed.clone(),
            Kind::Absent(_) => AttrValue::default(),
        }
    }
}

impl ScoreGrid {
    /// The grid of an appraisal, with the texts that were refused in their places.
    pub fn new(document: &Document, refused: &RefusedTexts) -> Self {
        let (appraisal, analysis) = (document.appraisal(), &document.analysis);
        let leaves = appraisal.leaves();
        let shares = Shares::of(analysis);
        let columns = leaves
            .iter()
            .zip(analysis.leaves.keys())
            .map(|(leaf, at)| Column {
                id: leaf.id.to_string().into(),
                name: leaf.short_name().to_owned().into(),
                group: group(appraisal, leaf).into(),
                share: shares
                    .whole(analysis.leaves[at])
                    .map(|s| s.to_owned().into()),
                scale: scale_words(&leaf.scale.kind).into(),
                direct: leaf.scale.kind == ScaleKind::Direct,
                excluded: analysis.scales[at].excluded,
            })
            .collect();
        let row = |(option, values): (&weighbridge_model::Alternative, &PerLeaf<Value>)| {
            let cells = leaves.iter().zip(values).map(|(leaf, value)| {
                let key = (option.id.clone(), leaf.id.clone());
                cell(appraisal, &key, value, refused.get(&key))
            });
            Rc::new(Row {
                id: option.id.to_string().into(),
                name: option.name.clone().into(),
                short: option.short_name().to_owned().into(),
                cells: cells.collect(),
            })
        };
        Self {
            columns,
            rows: appraisal
                .appraised()
                .zip(&analysis.values)
                .map(row)
                .collect(),
        }
    }

    /// How many rows and columns there are.
    pub fn size(&self) -> CellPosition {
        CellPosition {
            row: self.rows.len(),
            column: self.columns.len(),
        }
    }

    /// The cell at a place.
    pub fn cell(&self, at: CellPosition) -> Option<&Cell> {
        self.rows.get(at.row)?.cells.get(at.column)
    }

    /// What the cell at a place is called: "Outsource on Pace".
    pub fn label(&self, at: CellPosition) -> String {
        let row = self.rows.get(at.row).map_or("", |r| r.short.as_str());
        let column = self.columns.get(at.column).map_or("", |c| c.name.as_str());
        format!("{row} on {column}")
    }

    /// Every place, row by row.
    pub fn places(&self) -> impl Iterator<Item = (CellPosition, &Cell)> {
        self.rows.iter().enumerate().flat_map(|(row, view)| {
            let cells = view.cells.iter().enumerate();
            cells.map(move |(column, cell)| (CellPosition { row, column }, cell))
        })
    }

    /// The next place after another, round the end, whose cell is wanted.
    pub fn next(
        &self,
        after: CellPosition,
        wanted: impl Fn(CellPosition, &Cell) -> bool,
    ) -> Option<CellPosition> {
        let found = |behind: bool| {
            let wanted = &wanted;
            self.places().find(move |(at, cell)| {
                ((at.row, at.column) > (after.row, after.column)) == behind && wanted(*at, cell)
            })
        };
        found(true).or_else(|| found(false)).map(|(at, _)| at)
    }

    /// Whether a score is to be given at a place and is not.
    pub fn lacks_score(&self, at: CellPosition, cell: &Cell) -> bool {
        !cell.counts && !self.columns.get(at.column).is_some_and(|c| c.excluded)
    }
}

/// The id of the element of a cell.
pub fn cell_id(at: CellPosition) -> String {
    format!("cell-{}-{}", at.row, at.column)
}

/// The id of the message about a cell.
pub fn problem_id(at: CellPosition) -> String {
    format!("problem-{}-{}", at.row, at.column)
}

fn cell(
    appraisal: &Appraisal,
    key: &ScoreKey,
    value: &Value,
    refused: Option<&RefusedText>,
) -> Cell {
    let score = appraisal.agreed().scores.get(&key.0, &key.1);
    let missing = Entry::Absent(Absence::Missing);
    let entry = score.map_or(&missing, |s| &s.entry);
    let now = as_typed(entry);
    let (typed, kind, wrong) = match (refused, value, entry) {
        (Some(refused), ..) => {
            let still = match entry {
                Entry::Absent(Absence::Missing) => "There is still no score.".to_owned(),
                Entry::Absent(absence) => format!("It is still “{}”.", absence.words()),
                _ => format!("The score is still {now}."),
            };
            let why = refused.why.sentence();
            let wrong = format!("{why} {still}");
            (refused.text.clone(), Kind::Given, Some(wrong))
        }
        (None, Value::Unusable(why), _) => (
            now,
            Kind::Given,
            Some(format!(
                "{}, so it does not count. Change the score or the scale.",
                off_scale(why)
            )),
        ),
        (None, _, Entry::Absent(absence)) => (now, Kind::Absent(*absence), None),
        _ => (now, Kind::Given, None),
    };
    Cell {
        typed: typed.into(),
        kind,
        label: matches!(entry, Entry::Label(_)),
        counts: value.value().is_some(),
        beyond: value.value().is_some_and(|v| !(0.0..=100.0).contains(&v)),
        reason: score.is_some_and(|s| !s.reason.trim().is_empty()),
        wrong: wrong.map(AttrValue::from),
    }
}

fn group(appraisal: &Appraisal, leaf: &Criterion) -> String {
    let mut names = Vec::new();
    let mut at = appraisal.parent(&leaf.id);
    while let Some(branch) = at {
        names.push(branch.short_name());
        at = appraisal.parent(&branch.id);
    }
    names.reverse();
    names.join(" › ")
}
