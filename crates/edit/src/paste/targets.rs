//! What each row and each column of a pasted table is about.

use super::choices::{Meant, NameOf, PasteChoices, PastedNames};
use super::layout::{Known, Layout};
use super::names::{Role, key, role};
use super::unknown::{Matching, UnknownName};

/// What a row or a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// One that is there, by its place among all options or leaves.
    There(usize),
    /// One that is to be added, by its place among the new.
    New(usize),
}

/// The rows and columns of a table with what they are about.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// Each row that is used, by its place, with its option.
    pub(super) rows: Vec<(usize, Target)>,
    /// Each column that is used, by its place, with its criterion and what it says of it.
    pub(super) columns: Vec<(usize, Target, Role)>,
    /// The names of options to add.
    pub(super) new_options: Vec<String>,
    /// The names of criteria to add.
    pub(super) new_criteria: Vec<String>,
    /// The names that are not known.
    pub(super) unknown: Vec<UnknownName>,
    /// What has no place.
    pub(super) left_out: LeftOut,
    /// Whether names say which row or which column goes where.
    pub(super) named: bool,
    /// Whether a column was taken for reasons because of how it reads.
    pub(super) prose: bool,
}

/// What of a table has no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Rows with something in them below the last option, or without a name.
    pub rows: usize,
    /// Columns with something in them beyond the last criterion, or without a name.
    pub columns: usize,
    /// Names that are no option here.
    pub options: Vec<String>,
    /// Names that are no criterion here.
    pub criteria: Vec<String>,
    /// Options that are ruled out, and so not scored.
    pub ruled_out: Vec<String>,
    /// Names of groups, which are not scored.
    pub groups: Vec<String>,
    /// Names that stood there before.
    pub twice: Vec<String>,
}

impl LeftOut {
    /// Whether everything has its place.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A table that is being laid.
pub(super) struct Laying<'a> {
    pub(super) rows: &'a [Vec<String>],
    pub(super) layout: Layout,
    pub(super) known: &'a Known<'a>,
    /// Where rows and columns without names begin, among the appraised options and the leaves.
    pub(super) at: (usize, usize),
    pub(super) choices: &'a PasteChoices,
}

impl Laying<'_> {
    pub(super) fn targets(&self) -> Targets {
        let mut targets = Targets::default();
        self.lay_rows(&mut targets);
        self.lay_columns(&mut targets);
        let above = self.rows.iter().take(self.layout.criteria.unwrap_or(0));
        targets.left_out.rows += above.filter(|row| is_full(row)).count();
        targets
    }

    /// The rows below the headings, by their place.
    pub(super) fn body(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        let from = self.layout.criteria.map_or(0, |row| row + 1);
        self.rows.iter().enumerate().skip(from)
    }

    fn lay_rows(&self, to: &mut Targets) {
        let ignore = self.choices.names == PastedNames::Ignore && self.layout.options_known == 0;
        match self.layout.options.filter(|_| !ignore) {
            Some(column) => self.rows_by_name(column, to),
            None => self.rows_by_place(to),
        }
    }

    fn rows_by_place(&self, to: &mut Targets) {
        let all = self.known.options.iter().enumerate();
        let mut places = all.filter(|(_, o)| o.is_appraised()).map(|(at, _)| at);
        let mut places = places.by_ref().skip(self.at.0);
        for (at, row) in self.body() {
            match places.next() {
                Some(place) => to.rows.push((at, Target::There(place))),
                None => to.left_out.rows += usize::from(is_full(row)),
            }
        }
    }

    fn rows_by_name(&self, column: usize, to: &mut Targets) {
        to.named = true;
        let named = |(_, row): (usize, &Vec<String>)| self.known.option(row.get(column)?.trim());
        let named: Vec<usize> = self.body().filter_map(named).collect();
        let all = self.known.options.iter().enumerate();
        let unnamed = all.filter(|(at, o)| o.is_appraised() && !named.contains(at));
        let unnamed = unnamed.map(|(at, option)| (at, option.name.as_str()));
        let mut unknown = Matching::new(NameOf::Options, self.choices, unnamed);
        for (at, row) in self.body() {
            let name = row.get(column).map_or("", |name| name.trim());
            let target = match self.known.option(name) {
                None if name.is_empty() => {
                    to.left_out.rows += usize::from(is_full(row));
                    continue;
                }
                None => match unknown.take(name) {
                    Meant::There(place) => Some(Target::There(place)),
                    Meant::New => add(&mut to.new_options, name),
                    Meant::LeftOut => {
                        to.left_out.options.push(name.to_owned());
                        continue;
                    }
                },
                Some(place) => Some(Target::There(place)),
            };
            let ruled_out = |target: Target| match target {
                Target::There(place) => {
                    let option = self.known.options.get(place);
                    option.is_some_and(|o| !o.is_appraised())
                }
                Target::New(_) => false,
            };
            match target.filter(|target| !to.rows.iter().any(|(_, other)| other == target)) {
                Some(target) if ruled_out(target) => to.left_out.ruled_out.push(name.to_owned()),
                Some(target) => to.rows.push((at, target)),
                None => to.left_out.twice.push(name.to_owned()),
            }
        }
        to.unknown.extend(unknown.done());
    }

    fn lay_columns(&self, to: &mut Targets) {
        let ignore = self.choices.names == PastedNames::Ignore && self.layout.criteria_known == 0;
        match self.layout.criteria.filter(|_| !ignore) {
            Some(row) => self.columns_by_name(row, to),
            None => self.columns_by_place(to),
        }
    }

    /// The columns but for the one with the names of options.
    fn data(&self) -> impl Iterator<Item = usize> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        (0..width).filter(|at| Some(*at) != self.layout.options)
    }

    /// The texts of a column below the headings.
    pub(super) fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.body().filter_map(move |(_, row)| row.get(column));
        cells
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }

    fn columns_by_place(&self, to: &mut Targets) {
        let mut next = self.at.1;
        let mut before = None;
        for column in self.data() {
            if let Some(leaf) = before.filter(|_| self.is_prose(column)) {
                to.columns.push((column, Target::There(leaf), Role::Reason));
                to.prose = true;
                before = None;
            } else if next < self.known.leaves.len() {
                to.columns.push((column, Target::There(next), Role::Score));
                before = (!self.is_prose(column)).then_some(next);
                next += 1;
            } else {
                to.left_out.columns += usize::from(self.texts(column).next().is_some());
            }
        }
    }

    fn columns_by_name(&self, row: usize, to: &mut Targets) {
        to.named = true;
        let headings = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let headings_known = headings.iter().filter_map(|name| self.known.heading(name));
        let named: Vec<usize> = headings_known.map(|(leaf, _)| leaf).collect();
        let all = self.known.leaves.iter().enumerate();
        let unnamed = all.filter(|(at, _)| !named.contains(at));
        let unnamed = unnamed.map(|(at, leaf)| (at, leaf.name.as_str()));
        let mut unknown = Matching::new(NameOf::Criteria, self.choices, unnamed);
        let mut before: Option<Target> = None;
        for column in self.data() {
            let name = headings.get(column).map_or("", |name| name.trim());
            let (target, role) = match self.known.heading(name) {
                Some((leaf, role)) => (Some(Target::There(leaf)), role),
                None => match self.unknown(name, column, before, &mut unknown, to) {
                    Some(found) => found,
                    None => continue,
                },
            };
            let taken = |target: &Target| {
                let same = |(_, other, as_role): &(usize, Target, Role)| {
                    other == target && *as_role == role
                };
                to.columns.iter().any(same)
            };
            match target.filter(|target| !taken(target)) {
                Some(target) => {
                    before = Some(target);
                    to.columns.push((column, target, role));
                }
                None => to.left_out.twice.push(name.to_owned()),
            }
        }
        to.unknown.extend(unknown.done());
    }

    /// What a column is about whose heading is no criterion; `None` where it has no place.
    fn unknown(
        &self,
        name: &str,
        column: usize,
        before: Option<Target>,
        unknown: &mut Matching<'_>,
        to: &mut Targets,
    ) -> Option<(Option<Target>, Role)> {
        if name.is_empty() {
            if before.is_some() && self.is_prose(column) {
                to.prose = true;
                return Some((before, Role::Reason));
            }
            to.left_out.columns += usize::from(self.texts(column).next().is_some());
            return None;
        }
        // “Reason” alone speaks of the column before.
        if let Some((role, _)) = role(name).filter(|(_, name)| name.is_empty())
            && before.is_some()
        {
            return Some((before, role));
        }
        if self.known.is_branch(name) {
            to.left_out.groups.push(name.to_owned());
            return None;
        }
        let target = match unknown.take(name) {
            Meant::There(leaf) => Some(Target::There(leaf)),
            Meant::New => add(&mut to.new_criteria, name),
            Meant::LeftOut => {
                to.left_out.criteria.push(name.to_owned());
                return None;
            }
        };
        Some((target, Role::Score))
    }

    /// Whether a column has sentences rather than scores.
    fn is_prose(&self, column: usize) -> bool {
        let texts: Vec<&str> = self.texts(column).collect();
        !texts.is_empty() && texts.iter().all(|text| self.is_sentence(text))
    }

    /// Whether a text is of several words and no score.
    pub(super) fn is_sentence(&self, text: &str) -> bool {
        text.split_whitespace().count() > 1
            && text.contains(char::is_alphabetic)
            && !self.known.is_value(text)
    }
}

/// Adds a name, unless it is among the new ones: then it stands there twice.
fn add(names: &mut Vec<String>, name: &str) -> Option<Target> {
    if names.iter().any(|other| key(other) == key(name)) {
        return None;
    }
    names.push(name.to_owned());
    Some(Target::New(names.len() - 1))
}

fn is_full(row: &[String]) -> bool {
    row.iter().any(|text| !text.trim().is_empty())
}
