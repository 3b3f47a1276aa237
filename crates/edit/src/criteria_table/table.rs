//! The table as it is read: its headings, and what each column holds.

use super::cells::{Cells, is_number};
use super::ends::direction;
use super::role::ColumnRole;
use super::weighting::WeightsOf;
use weighbridge_model::{CriterionId, Direction};

/// What becomes of criteria that are there already by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// They get what the table says.
    Update,
    /// They stay as they are.
    Leave,
}

/// A list or a table of criteria as it came, with what its columns are taken for.
///
/// ```
/// use weighbridge_edit::{ColumnRole, CriteriaTable};
/// let rows = [["Criterion", "Weight"], ["Cost of change", "30%"], ["Public trust", "70%"]];
/// let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|t| (*t).to_owned()).collect()).collect();
/// let table = CriteriaTable::read(&rows);
/// assert_eq!(table.roles(), [ColumnRole::Name, ColumnRole::Weight]);
/// assert!(!table.is_plain_list());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CriteriaTable {
    pub(super) cells: Cells,
    /// The row with the headings.
    pub(super) heading: Option<usize>,
    pub(super) roles: Vec<ColumnRole>,
    /// What a person said that the weights are shares of.
    pub(super) weights_of: Option<WeightsOf>,
    pub(super) existing: Existing,
    /// The group that the top of the table goes in.
    pub(super) parent: Option<CriterionId>,
    /// Whether columns that say nothing of criteria are options with their scores.
    pub(super) sheet: bool,
}

impl CriteriaTable {
    /// Reads rows of cells as criteria. The space before a text counts: it may be indentation.
    pub fn read(rows: &[Vec<String>]) -> Self {
        Self::of(Cells::new(rows), false)
    }

    /// Reads rows of cells as a whole sheet of options and criteria with the scores. With `across`, the options stand
    /// across the top and each row is a criterion; else each row is an option.
    pub fn read_sheet(rows: &[Vec<String>], across: bool) -> Self {
        let cells = Cells::new(rows);
        Self::of(if across { cells } else { cells.turned() }, true)
    }

    /// Whether a sheet seems to have its options across the top: where the first column says that it is about criteria, or
    /// a heading of the first row is one that criteria have.
    pub fn options_seem_across(rows: &[Vec<String>]) -> bool {
        let cells = Cells::new(rows);
        let (height, width) = cells.size();
        let corner = ColumnRole::of_heading(cells.text(0, 0));
        let weighed = |role: Option<ColumnRole>| !matches!(role, None | Some(ColumnRole::Name));
        let across = (1..width).any(|at| weighed(ColumnRole::of_heading(cells.text(0, at))));
        let down = (1..height).any(|at| weighed(ColumnRole::of_heading(cells.text(at, 0))));
        corner == Some(ColumnRole::Name) || (across && !down)
    }

    fn of(cells: Cells, sheet: bool) -> Self {
        let heading = headings(&cells, sheet);
        let cells = if heading.is_none() {
            cells.unshifted()
        } else {
            cells
        };
        let roles = match heading {
            Some(row) => of_headings(&cells, row, sheet),
            None => of_contents(&cells),
        };
        Self {
            cells,
            heading,
            roles,
            weights_of: None,
            existing: Existing::Update,
            parent: None,
            sheet,
        }
    }

    /// Puts everything into a group; `None` is the top.
    #[must_use]
    pub fn within(self, parent: Option<CriterionId>) -> Self {
        Self { parent, ..self }
    }

    /// What each column is taken for.
    pub fn roles(&self) -> &[ColumnRole] {
        &self.roles
    }

    /// Takes a column for something else. There is one column of each kind but of groups, options and those not used.
    pub fn set_role(&mut self, column: usize, role: ColumnRole) {
        let several = [ColumnRole::Ignored, ColumnRole::Group, ColumnRole::Option].contains(&role);
        for other in &mut self.roles {
            if *other == role && !several {
                *other = ColumnRole::Ignored;
            }
        }
        if let Some(own) = self.roles.get_mut(column) {
            *own = role;
        }
    }

    /// The heading of a column, or the first text in it.
    pub fn heading(&self, column: usize) -> &str {
        let heading = self.heading.map_or("", |row| self.cells.text(row, column));
        if heading.is_empty() {
            self.cells
                .column(column, self.first_row())
                .next()
                .unwrap_or_default()
        } else {
            heading
        }
    }

    /// Whether the columns have headings.
    pub fn has_headings(&self) -> bool {
        self.heading.is_some()
    }

    /// Whether it is nothing but names, one below the other.
    pub fn is_plain_list(&self) -> bool {
        self.roles == [ColumnRole::Name] && self.heading.is_none()
    }

    /// How many rows stand below the headings.
    pub fn row_count(&self) -> usize {
        self.cells.size().0 - self.first_row().min(self.cells.size().0)
    }

    /// What becomes of criteria that are there already.
    pub fn existing(&self) -> Existing {
        self.existing
    }

    /// Says what becomes of criteria that are there already.
    pub fn set_existing(&mut self, existing: Existing) {
        self.existing = existing;
    }

    /// Says what the weights are shares of.
    pub fn set_weights_of(&mut self, of: WeightsOf) {
        self.weights_of = Some(of);
    }

    /// Says which way is better in a row.
    pub fn set_direction(&mut self, row: usize, towards: Direction) {
        let found = self
            .roles
            .iter()
            .position(|role| *role == ColumnRole::Direction);
        let column = found.unwrap_or(self.roles.len());
        if found.is_none() {
            self.roles.push(ColumnRole::Direction);
        }
        let words = match towards {
            Direction::Higher => "higher",
            Direction::Lower => "lower",
        };
        self.cells.put(row, column, words);
    }

    pub(super) fn first_row(&self) -> usize {
        self.heading.map_or(0, |row| row + 1)
    }

    /// The columns of a role, in their order.
    pub(super) fn columns(&self, role: ColumnRole) -> Vec<usize> {
        let all = self.roles.iter().enumerate();
        all.filter(|(_, own)| **own == role)
            .map(|(at, _)| at)
            .collect()
    }
}

/// The row that has headings. Titles may stand above it; one of the usual words is enough in the first row.
fn headings(cells: &Cells, sheet: bool) -> Option<usize> {
    let (height, width) = cells.size();
    let known = |row: usize| {
        (0..width)
            .filter(|at| ColumnRole::of_heading(cells.text(row, *at)).is_some())
            .count()
    };
    let clear = (0..height.min(6)).find(|row| known(*row) > 1);
    let filled = (0..width)
        .filter(|at| !cells.text(0, *at).is_empty())
        .count();
    let alone = || {
        let role = |at: usize| ColumnRole::of_heading(cells.text(0, at));
        let number = |at: usize| role(at).is_none() && is_number(cells.text(0, at));
        match filled {
            1 => (0..width).any(|at| role(at) == Some(ColumnRole::Name)),
            _ => known(0) == 1 && !(0..width).any(number),
        }
    };
    let names = || {
        let number = |at: usize| is_number(cells.text(0, at));
        sheet && height > 1 && width > 1 && !(1..width).any(number)
    };
    clear.or_else(|| (height > 0 && (alone() || names())).then_some(0))
}

fn of_headings(cells: &Cells, row: usize, sheet: bool) -> Vec<ColumnRole> {
    let (_, width) = cells.size();
    let mut roles: Vec<ColumnRole> = Vec::new();
    for at in 0..width {
        let role = ColumnRole::of_heading(cells.text(row, at)).unwrap_or(ColumnRole::Ignored);
        let several = [ColumnRole::Ignored, ColumnRole::Group, ColumnRole::Name].contains(&role);
        // The first of two columns that are called alike counts.
        let role = if !several && roles.contains(&role) {
            ColumnRole::Ignored
        } else {
            role
        };
        roles.push(role);
    }
    // Of criteria and sub-criteria the first are the groups.
    let names: Vec<usize> = (0..width)
        .filter(|at| roles.get(*at) == Some(&ColumnRole::Name))
        .collect();
    for at in names.iter().rev().skip(1) {
        if let Some(role) = roles.get_mut(*at) {
            *role = ColumnRole::Group;
        }
    }
    let unknown = if sheet {
        ColumnRole::Option
    } else {
        ColumnRole::Ignored
    };
    if names.is_empty() {
        name_the_rest(cells, row, &mut roles);
    }
    for (at, role) in roles.iter_mut().enumerate() {
        if *role == ColumnRole::Ignored && !cells.text(row, at).is_empty() {
            *role = unknown;
        }
    }
    number_alone(cells, row + 1, &mut roles);
    roles
}

/// Where no heading says which column has the names, it is the first with texts that has no other use; else the last of
/// the groups.
fn name_the_rest(cells: &Cells, row: usize, roles: &mut [ColumnRole]) {
    let texts = |at: usize| cells.column(at, row + 1).any(|text| !is_number(text));
    let free = roles
        .iter()
        .enumerate()
        .position(|(at, role)| *role == ColumnRole::Ignored && texts(at));
    let group = || roles.iter().rposition(|role| *role == ColumnRole::Group);
    if let Some(role) = free.or_else(group).and_then(|at| roles.get_mut(at)) {
        *role = ColumnRole::Name;
    }
}

/// A first column without a heading that numbers the rows, or has their bullets.
fn number_alone(cells: &Cells, below: usize, roles: &mut [ColumnRole]) {
    if roles.first() == Some(&ColumnRole::Ignored) && is_numbering(cells, 0, below) {
        roles
            .iter_mut()
            .take(1)
            .for_each(|role| *role = ColumnRole::Number);
    }
}

/// Whether a column has nothing but numbers of an outline or bullets.
fn is_numbering(cells: &Cells, column: usize, below: usize) -> bool {
    let mut texts = cells.column(column, below).peekable();
    let mark = |text: &str| {
        let inner = text.trim_end_matches(['.', ')', ':']);
        let outline = !inner.is_empty()
            && inner
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
        outline
            || (text.chars().count() == 1 && !text.chars().all(char::is_alphanumeric))
            || text == "o"
    };
    texts.peek().is_some() && texts.all(mark)
}

/// What columns without headings hold, by what stands in them.
fn of_contents(cells: &Cells) -> Vec<ColumnRole> {
    let (height, width) = cells.size();
    let mut roles = vec![ColumnRole::Ignored; width];
    let numeric =
        |at: usize| cells.column(at, 0).next().is_some() && cells.column(at, 0).all(is_number);
    let mut at = 0;
    if width > 1 && is_numbering(cells, 0, 0) && !numeric(1) {
        roles
            .iter_mut()
            .take(1)
            .for_each(|role| *role = ColumnRole::Number);
        at = 1;
    }
    // Columns to the left of the names are groups where they leave gaps, or say one thing again and again.
    while at + 1 < width && !numeric(at + 1) && is_grouping(cells, at, height) {
        roles
            .iter_mut()
            .skip(at)
            .take(1)
            .for_each(|role| *role = ColumnRole::Group);
        at += 1;
    }
    roles
        .iter_mut()
        .skip(at)
        .take(1)
        .for_each(|role| *role = ColumnRole::Name);
    let rest = at + 1..width;
    let weight = rest.clone().find(|at| numeric(*at));
    let says = |at: usize| {
        cells
            .column(at, 0)
            .all(|text| matches!(direction(text), Ok(Some(_))))
    };
    let towards = rest
        .clone()
        .find(|at| cells.column(*at, 0).next().is_some() && says(*at));
    for (at, role) in [
        (weight, ColumnRole::Weight),
        (towards, ColumnRole::Direction),
    ] {
        if let Some(own) = at.and_then(|at| roles.get_mut(at)) {
            *own = role;
        }
    }
    roles
}

fn is_grouping(cells: &Cells, at: usize, height: usize) -> bool {
    let gap = (0..height)
        .any(|row| cells.text(row, at).is_empty() && !cells.text(row, at + 1).is_empty());
    let texts: Vec<&str> = cells.column(at, 0).collect();
    let again = texts.iter().zip(texts.iter().skip(1)).any(|(a, b)| a == b);
    gap || again
}
