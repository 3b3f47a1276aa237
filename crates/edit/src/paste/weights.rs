//! A pasted column of weights, with or without the names of criteria beside it.

use super::choices::{Meant, NameOf, PasteChoices, PastedNames};
use super::column::Signs;
use super::layout::is_number;
use super::names::{criterion_keys, find};
use super::targets::LeftOut;
use super::unknown::{Matching, UnknownName};
use crate::entry::{BadEntry, Cells, ScoreText};
use crate::{Edit, WeightsEdit};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Direction, Entry, Measure, Range, RawWeight, ScaleKind,
    Written,
};

/// What a pasted table comes to once it is laid over the weights. Nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeightPaste {
    /// What is pasted for each criterion, in the order of the table.
    pub weights: Vec<PastedWeight>,
    /// Other criteria whose points change, so that the pasted shares are shares.
    pub others: Vec<(CriterionId, RawWeight)>,
    /// The names in the table that are not known, with what each is taken for.
    pub unknown: Vec<UnknownName>,
    /// What has no place.
    pub left_out: LeftOut,
    /// Whether names in the table say what goes where.
    pub named: bool,
    /// Whether the weights go across in the table.
    pub turned: bool,
    /// Whether commas were taken to part cells.
    pub split: bool,
    /// Whether commas could be read the other way.
    pub could_split: bool,
    /// Whether the weights are shares of everything, and groups get the sums of theirs.
    pub of_everything: bool,
    /// Whether there are names of which none is known, so that weights could go by their place.
    pub could_ignore: bool,
    /// How many weights that are there would be blank.
    pub emptied: usize,
    /// How many dashes could be zero, or nothing at all.
    pub dashes: usize,
    /// How many numbers up to 1 stand beside per cent signs, and could be shares.
    pub fractions: usize,
    /// What the pasted shares add up to, where that is more than all there is.
    pub too_much: Option<f64>,
}

/// A pasted weight.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedWeight {
    /// The criterion.
    pub criterion: CriterionId,
    /// The weight, `None` for a blank one; or a text that is none, and why.
    pub weight: Result<Option<RawWeight>, (String, BadEntry)>,
    /// Why, where the table says so.
    pub reason: Option<String>,
    /// Whether it has a per cent sign.
    percent: bool,
}

impl WeightPaste {
    /// Lays a table over the weights. Without names the weights go down from a criterion, among those beside it; or over all
    /// criteria that are scored, where there are as many. `shares` says whether the page shows shares rather than points.
    ///
    /// ```
    /// use weighbridge_edit::{PasteChoices, Pasted, WeightPaste};
    /// use weighbridge_file as file;
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office", "options": [],
    ///   "criteria": [{"id": "x", "name": "Close"}, {"id": "y", "name": "Light"}]}"#;
    /// let office = file::open(text.as_bytes()).unwrap();
    /// let table = Pasted::text("light\t30%\nclose\t70%").cells();
    /// let paste = WeightPaste::lay(&office, &table, None, true, PasteChoices::default());
    /// let got: Vec<_> = paste.weights.iter().map(|w| (w.criterion.as_str(), w.weight.as_ref().unwrap().unwrap().get())).collect();
    /// assert_eq!(got, [("y", 30.0), ("x", 70.0)]);
    /// ```
    pub fn lay(
        on: &Appraisal,
        table: &Cells,
        from: Option<&CriterionId>,
        shares: bool,
        choices: PasteChoices,
    ) -> Self {
        let table = match choices.otherwise {
            true => table.otherwise(),
            false => table.clone(),
        };
        let all: Vec<&Criterion> = on.criteria_in_order().into_iter().map(|(c, _)| c).collect();
        let keys: Vec<Vec<String>> = all.iter().map(|c| criterion_keys(c)).collect();
        let known = |rows: &[Vec<String>]| {
            let named = |row: &Vec<String>| row.iter().any(|text| find(text, &keys).is_some());
            rows.iter().filter(|row| named(row)).count()
        };
        let turned_rows = table.turned();
        let wide = table.rows.len() == 1 && turned_rows.len() > 2;
        let turned = (wide || known(&turned_rows) > known(&table.rows)) != choices.turned;
        let mut rows = if turned { turned_rows } else { table.rows };
        let columns = Columns::of(&rows, &keys, choices.names);
        rows.drain(..usize::from(columns.headed));
        let mut paste = Self {
            named: columns.names.is_some() || columns.headed,
            turned,
            split: table.split,
            could_split: table.other.is_some(),
            could_ignore: columns.names.is_some() && !columns.known,
            ..Self::default()
        };
        let places = match columns.names {
            Some(column) => paste.by_name(&rows, column, (&all, &keys), &choices),
            None => paste.by_place(on, &rows, from),
        };
        paste.read(on, &rows, &columns, &places, &choices);
        paste.settle(on, shares);
        paste
    }

    fn by_name<'a>(
        &mut self,
        rows: &[Vec<String>],
        column: usize,
        (all, keys): (&[&'a Criterion], &[Vec<String>]),
        choices: &PasteChoices,
    ) -> Vec<(usize, &'a Criterion)> {
        let mut places: Vec<(usize, &Criterion)> = Vec::new();
        let name = |row: &'_ Vec<String>| row.get(column).map_or("", |name| name.trim()).to_owned();
        let named: Vec<usize> = rows
            .iter()
            .filter_map(|row| find(&name(row), keys))
            .collect();
        let unnamed = all.iter().enumerate();
        let unnamed = unnamed.filter(|(at, _)| !named.contains(at));
        let unnamed = unnamed.map(|(at, criterion)| (at, criterion.name.as_str()));
        let mut unknown = Matching::new(NameOf::Criteria, choices, unnamed);
        for (at, row) in rows.iter().enumerate() {
            let name = name(row);
            let mut meant = |name: &str| match unknown.take(name) {
                Meant::There(at) => Some(at),
                Meant::LeftOut | Meant::New => None,
            };
            let found = find(&name, keys);
            let found = match name.is_empty() {
                true => None,
                false => found.or_else(|| meant(&name)),
            };
            match found.and_then(|at| all.get(at)) {
                Some(found) if places.iter().any(|(_, other)| other.id == found.id) => {
                    self.left_out.twice.push(name);
                }
                Some(found) => places.push((at, found)),
                None if name.is_empty() => self.left_out.rows += usize::from(is_full(row)),
                None => self.left_out.criteria.push(name),
            }
        }
        self.unknown = unknown.done();
        places
    }

    fn by_place<'a>(
        &mut self,
        on: &'a Appraisal,
        rows: &[Vec<String>],
        from: Option<&CriterionId>,
    ) -> Vec<(usize, &'a Criterion)> {
        let leaves = on.leaves();
        let parent = from.and_then(|id| on.parent(id)).map(|p| &p.id);
        let siblings = on.branch(parent);
        let grouped = leaves.len() > on.criteria.len();
        let full = rows.iter().filter(|row| is_full(row)).count();
        let among: Vec<&Criterion> = match grouped && full == leaves.len() {
            true => leaves,
            false => {
                let at = siblings.iter().position(|c| Some(&c.id) == from);
                siblings.iter().skip(at.unwrap_or(0)).collect()
            }
        };
        let beyond = rows.iter().skip(among.len());
        self.left_out.rows += beyond.filter(|row| is_full(row)).count();
        (0..rows.len()).zip(among).collect()
    }

    fn read(
        &mut self,
        on: &Appraisal,
        rows: &[Vec<String>],
        columns: &Columns,
        places: &[(usize, &Criterion)],
        choices: &PasteChoices,
    ) {
        let text = |row: usize, column: Option<usize>| {
            let text = rows.get(row).and_then(|row| row.get(column?));
            text.map_or("", String::as_str)
        };
        let texts: Vec<&str> = places
            .iter()
            .map(|(row, _)| text(*row, columns.weights))
            .collect();
        // Weights are numbers of no unit; per cent signs belong to them.
        let scale = ScaleKind::Measure(Measure {
            unit: String::new(),
            direction: Direction::Higher,
            range: Range::Local,
            breakpoints: Vec::new(),
        });
        let signs = Signs::of(&texts, &scale, choices);
        (self.dashes, self.fractions) = (signs.dashes, signs.fractions);
        for ((row, criterion), text_of_it) in places.iter().zip(texts) {
            let refused = |why| Err((text_of_it.to_owned(), why));
            let weight = match signs.read(text_of_it, &scale) {
                Ok(ScoreText::Entry(Entry::Number(number))) => match RawWeight::new(number.get()) {
                    Some(weight) => Ok(Some(weight)),
                    None => refused(BadEntry::Negative),
                },
                Ok(ScoreText::Entry(Entry::Absent(_) | Entry::Label(_))) => Ok(None),
                Ok(ScoreText::Range(_)) => refused(BadEntry::Range),
                Err(why) => refused(why),
            };
            let now = on.agreed().weights.raw(&criterion.id);
            self.emptied += usize::from(weight == Ok(None) && now.is_some());
            let reason = text(*row, columns.reasons).trim();
            self.weights.push(PastedWeight {
                criterion: criterion.id.clone(),
                weight,
                reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()),
                percent: Written::read(text_of_it).is_ok_and(|written| written.percent),
            });
        }
    }

    /// The weight that is pasted for a criterion.
    fn pasted(&self, id: &CriterionId) -> Option<f64> {
        let found = self.weights.iter().find(|w| w.criterion == *id)?;
        found.weight.as_ref().ok()?.map(RawWeight::get)
    }

    /// Works out the points of the criteria around those that are pasted.
    fn settle(&mut self, on: &Appraisal, shares: bool) {
        let mut branches: Vec<Option<&CriterionId>> = Vec::new();
        for weight in &self.weights {
            let parent = on.parent(&weight.criterion).map(|p| &p.id);
            if !branches.contains(&parent) {
                branches.push(parent);
            }
        }
        let leaves = on.leaves();
        let all_leaves = leaves.iter().all(|leaf| self.pasted(&leaf.id).is_some());
        let no_groups = self.weights.len() == leaves.len();
        if branches.len() > 1 && all_leaves && no_groups {
            self.of_everything = true;
            self.sum_groups(&on.criteria);
            return;
        }
        for branch in branches {
            self.keep_shares(on, branch, shares);
        }
    }

    /// Gives each group the sum of what is in it, so that shares within groups are shares of everything.
    fn sum_groups(&mut self, criteria: &[Criterion]) -> f64 {
        let mut sum = 0.0;
        for criterion in criteria {
            if criterion.is_leaf() {
                sum += self.pasted(&criterion.id).unwrap_or(0.0);
            } else {
                let inside = self.sum_groups(&criterion.children);
                sum += inside;
                if let Some(weight) = RawWeight::new(inside) {
                    self.others.push((criterion.id.clone(), weight));
                }
            }
        }
        sum
    }

    /// Where shares are pasted for some of a branch, the others keep their proportions in what is left.
    fn keep_shares(&mut self, on: &Appraisal, branch: Option<&CriterionId>, shares: bool) {
        let siblings = on.branch(branch);
        let (given, others): (Vec<&Criterion>, Vec<&Criterion>) =
            siblings.iter().partition(|c| self.pasted(&c.id).is_some());
        let percent = |w: &PastedWeight| w.percent && given.iter().any(|c| c.id == w.criterion);
        if others.is_empty() || !(shares || self.weights.iter().any(percent)) {
            return;
        }
        let total: f64 = given.iter().filter_map(|c| self.pasted(&c.id)).sum();
        let blank = |id: &CriterionId| {
            let mut all = self.weights.iter();
            all.any(|w| w.criterion == *id && w.weight == Ok(None))
        };
        let points = |c: &&Criterion| {
            let now = on.agreed().weights.raw(&c.id).filter(|_| !blank(&c.id))?;
            Some((c.id.clone(), now.get()))
        };
        let now: Vec<(CriterionId, f64)> = others.iter().filter_map(points).collect();
        let all: f64 = now.iter().map(|(_, points)| points).sum();
        if total >= 100.0 {
            self.too_much = Some(total);
        } else if all > 0.0 {
            let scaled = now.into_iter().filter_map(|(id, points)| {
                let weight = RawWeight::new(points * (100.0 - total) / all)?;
                Some((id, weight))
            });
            self.others.extend(scaled);
        }
    }

    /// The texts that are no weights.
    pub fn refused(&self) -> impl Iterator<Item = (&CriterionId, &String, &BadEntry)> {
        self.weights.iter().filter_map(|w| {
            let (text, why) = w.weight.as_ref().err()?;
            Some((&w.criterion, text, why))
        })
    }

    /// Whether a person has to look at it before anything is written.
    pub fn asks(&self) -> bool {
        let reasons = self.weights.iter().any(|w| w.reason.is_some());
        let inferred = self.named || self.turned || self.split || self.of_everything || reasons;
        let unclear = self.emptied + self.dashes + self.fractions > 0;
        let odd = self.refused().next().is_some() || self.too_much.is_some();
        inferred || unclear || odd || !self.left_out.is_empty()
    }

    /// The one change that writes it; `None` where there is nothing to write.
    pub fn edit(&self) -> Option<Edit> {
        let pasted = self.weights.iter().filter_map(|w| {
            let weight = w.weight.as_ref().ok()?;
            Some(Edit::points(&w.criterion, *weight))
        });
        let others = self.others.iter().map(|(id, w)| Edit::points(id, Some(*w)));
        let reasons = self.weights.iter().filter_map(|w| {
            let reason = w.reason.clone()?;
            Some(Edit::Weights(WeightsEdit::Reason(
                w.criterion.clone(),
                reason,
            )))
        });
        let edits: Vec<Edit> = pasted.chain(others).chain(reasons).collect();
        (!edits.is_empty() && self.too_much.is_none()).then(|| Edit::pasted(edits))
    }
}

/// Which column has what.
struct Columns {
    names: Option<usize>,
    weights: Option<usize>,
    reasons: Option<usize>,
    /// Whether any of the names is known.
    known: bool,
    /// Whether the first row has headings.
    headed: bool,
}

impl Columns {
    fn of(rows: &[Vec<String>], keys: &[Vec<String>], names: PastedNames) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let texts = |at: usize, from: usize| {
            let cells = rows.iter().skip(from).filter_map(move |row| row.get(at));
            cells.filter(|text| !text.trim().is_empty())
        };
        let known = |at: &usize| texts(*at, 0).any(|text| find(text, keys).is_some());
        let numbers = |at: &usize| {
            let all = texts(*at, 0).count();
            texts(*at, 0).filter(|text| is_number(text)).count() * 2 > all.saturating_sub(1)
                && texts(*at, 0).any(|text| is_number(text))
        };
        let weights = (0..width).find(numbers);
        let words = |at: &usize| Some(*at) != weights && texts(*at, 0).next().is_some();
        let found = (0..width).find(known);
        // Words before the numbers are names, also where none of them is known.
        let before = || (0..weights.unwrap_or(0)).find(|at| words(at));
        let ignored = names == PastedNames::Ignore && found.is_none();
        let names = match ignored {
            true => None,
            false => found.or_else(before),
        };
        let reasons =
            (0..width).find(|at| words(at) && Some(*at) != names && names.or(weights) < Some(*at));
        let first = |column: Option<usize>| rows.first().and_then(|row| row.get(column?));
        let is_heading =
            first(weights).is_some_and(|text| !text.trim().is_empty() && !is_number(text));
        let is_name = first(names).is_some_and(|text| find(text, keys).is_some());
        Self {
            names,
            weights: weights.or(Some(0)),
            reasons,
            known: found.is_some(),
            headed: is_heading && !is_name && rows.len() > 1,
        }
    }
}

fn is_full(row: &[String]) -> bool {
    row.iter().any(|text| !text.trim().is_empty())
}
