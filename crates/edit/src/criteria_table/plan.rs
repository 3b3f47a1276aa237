//! What a table of criteria would do to an appraisal, before it is done.

use super::facts::{CellFault, Facts};
use super::levels::{Line, alike, lines};
use super::role::ColumnRole;
use super::scores::{are_amounts, name_and_unit, score, texts};
use super::table::{CriteriaTable, Existing};
use super::weighting::{WeightsOf, is_open, seems, with_groups};
use crate::check::value_ends;
use crate::{Batch, BatchSubject, CriteriaEdit, CriterionEdit, Edit, OptionsEdit, ScoresEdit};
use weighbridge_model::{
    Absence, Appraisal, Criterion, CriterionId, Entry, OptionId, RawWeight, ScaleKind,
};

/// What becomes of a criterion of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    New,
    /// It was there and gets what the table says.
    Changed,
    /// It was there, and the table says nothing else of it.
    Same,
    /// It was there and stays as it is, because that is wanted.
    Left,
}

/// A criterion or a group of the table, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedCriterion {
    /// Its id, the one it has or the one it gets.
    pub id: CriterionId,
    /// Its name in the table.
    pub name: String,
    /// The row of the table that is about it.
    pub row: usize,
    /// Whether it groups others of the table.
    pub is_group: bool,
    /// What becomes of it.
    pub fate: Fate,
    /// What could not be read of it, each as it was written.
    pub faults: Vec<(String, CellFault)>,
    /// Whether more is taken to be better because nothing says so.
    pub direction_assumed: bool,
    /// How many scores on it are read on another scale from then on.
    pub reread: usize,
    /// How many scores on it go because it becomes a group.
    pub lost: usize,
}

/// What a table of criteria would do to an appraisal.
#[derive(Clone, Debug, PartialEq)]
pub struct CriteriaPlan {
    /// The criteria and groups of the table, in its order.
    pub criteria: Vec<PlannedCriterion>,
    /// The edits that do it; none where the table says nothing new.
    pub batch: Batch,
    /// What the weights are taken to be shares of, where that is a question.
    pub weights_of: Option<WeightsOf>,
    /// How many criteria that are not in the table keep weights beside those in it.
    pub beside: usize,
    /// How many rows have texts but no name; they are not used.
    pub nameless: usize,
    /// How many rows or columns of totals are left out.
    pub totals: usize,
    /// The columns that are not used though something stands in them.
    pub unused: Vec<usize>,
    /// How many options are added.
    pub options: usize,
    /// How many scores are entered.
    pub scores: usize,
}

/// The change of one text of a criterion.
type TextEdit = fn(String) -> CriterionEdit;

const TOTALS: [&str; 7] = [
    "total",
    "totals",
    "sum",
    "overall",
    "total weight",
    "total score",
    "grand total",
];

fn is_total(name: &str) -> bool {
    TOTALS.iter().any(|total| alike(total, name))
}

impl CriteriaTable {
    /// Takes columns that are called as the options of an appraisal for their scores.
    #[must_use]
    pub fn with_options_of(mut self, on: &Appraisal) -> Self {
        for at in 0..self.roles.len() {
            let heading = self.heading(at);
            let named = self.has_headings() && find_option(on, heading).is_some();
            if let Some(role) = self
                .roles
                .get_mut(at)
                .filter(|role| named && **role == ColumnRole::Ignored)
            {
                *role = ColumnRole::Option;
            }
        }
        self
    }

    /// What the table would do to an appraisal.
    ///
    /// ```
    /// use weighbridge_edit::{CriteriaTable, Fate};
    /// use weighbridge_model::{Appraisal, AppraisalId};
    /// let rows = ["Money", "  Cost", "  Income", "Trust"].map(|name| vec![name.to_owned()]);
    /// let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
    /// let plan = CriteriaTable::read(&rows).plan(&office);
    /// assert!(plan.criteria.iter().all(|criterion| criterion.fate == Fate::New));
    /// office = plan.batch.tried_on(&office).unwrap();
    /// assert_eq!(office.criteria[0].children.len(), 2);
    /// ```
    pub fn plan(&self, on: &Appraisal) -> CriteriaPlan {
        let (mut lines, nameless) = lines(&self.cells, &self.roles, self.first_row());
        let is_group: Vec<bool> = (0..lines.len())
            .map(|at| lines.iter().any(|l| l.parent == Some(at)))
            .collect();
        let mut totals = 0;
        // A total stands at the end, where nothing comes after it.
        if let Some(last) = lines.last()
            && lines.len() > 1
            && is_total(&last.name)
        {
            lines.pop();
            totals += 1;
        }
        let mut planner = Planner::new(self, on, &lines, is_group);
        totals += planner.total_columns;
        planner.add_options();
        planner.read_facts();
        planner.place();
        planner.weigh();
        planner.enter_scores();
        let used = |at: &usize| self.roles.get(*at) != Some(&ColumnRole::Ignored);
        let filled = |at: &usize| self.cells.column(*at, self.first_row()).next().is_some();
        CriteriaPlan {
            unused: (0..self.roles.len())
                .filter(|at| !used(at) && filled(at))
                .collect(),
            weights_of: planner.weights_of,
            beside: planner.beside,
            nameless: nameless.len(),
            totals,
            options: planner.new_options,
            scores: planner.scores,
            criteria: planner.planned.into_iter().flatten().collect(),
            batch: Batch {
                subject: BatchSubject::Criteria,
                edits: planner.edits,
            },
        }
    }
}

fn find_option<'a>(on: &'a Appraisal, name: &str) -> Option<&'a OptionId> {
    let found = on
        .options
        .iter()
        .find(|o| alike(&o.name, name) || alike(o.short_name(), name));
    found.map(|option| &option.id)
}

/// A plan while it is made.
struct Planner<'a> {
    table: &'a CriteriaTable,
    on: &'a Appraisal,
    lines: &'a [Line],
    is_group: Vec<bool>,
    /// The columns of options, with the options.
    options: Vec<(usize, OptionId)>,
    facts: Vec<Facts>,
    /// Each line's criterion; a name that stands twice in its group has none.
    planned: Vec<Option<PlannedCriterion>>,
    edits: Vec<Edit>,
    weights_of: Option<WeightsOf>,
    beside: usize,
    total_columns: usize,
    new_options: usize,
    scores: usize,
}

impl<'a> Planner<'a> {
    fn new(
        table: &'a CriteriaTable,
        on: &'a Appraisal,
        lines: &'a [Line],
        is_group: Vec<bool>,
    ) -> Self {
        Self {
            table,
            on,
            lines,
            is_group,
            options: Vec::new(),
            facts: Vec::new(),
            planned: Vec::new(),
            edits: Vec::new(),
            weights_of: None,
            beside: 0,
            total_columns: table
                .columns(ColumnRole::Option)
                .into_iter()
                .filter(|at| is_total(table.heading(*at)))
                .count(),
            new_options: 0,
            scores: 0,
        }
    }

    fn add_options(&mut self) {
        let mut new: Vec<(String, OptionId)> = Vec::new();
        for column in self.table.columns(ColumnRole::Option) {
            let name = self.table.heading(column);
            if name.is_empty() || is_total(name) {
                continue;
            }
            let there = find_option(self.on, name).cloned();
            let again = || {
                new.iter()
                    .find(|(other, _)| alike(other, name))
                    .map(|(_, id)| id.clone())
            };
            let id = there.or_else(again).unwrap_or_else(|| {
                let taken = |id: &str| {
                    let known = self.on.options.iter().map(|o| &o.id);
                    known
                        .chain(new.iter().map(|(_, id)| id))
                        .any(|known| known.as_str() == id)
                };
                let id = OptionId::from_name(name, "option", taken);
                let add = OptionsEdit::Add {
                    id: id.clone(),
                    name: name.to_owned(),
                };
                self.edits.push(Edit::Options(add));
                new.push((name.to_owned(), id.clone()));
                id
            });
            self.options.push((column, id));
        }
        self.new_options = new.len();
    }

    fn read_facts(&mut self) {
        let columns: Vec<usize> = self.options.iter().map(|(column, _)| *column).collect();
        for line in self.lines {
            let cells = &self.table.cells;
            let named = name_and_unit(&line.name).1;
            let amounts = || are_amounts(texts(cells, line.row, &columns));
            let unit = match named.as_str() {
                "" => amounts(),
                unit => Some(unit.to_owned()),
            };
            let unit = unit.filter(|_| !columns.is_empty());
            self.facts.push(Facts::read(
                cells,
                &self.table.roles,
                line.row,
                line.as_group,
                unit.as_deref(),
            ));
        }
    }

    /// The criterion of a line, or what the table as a whole goes in.
    fn id_of(&self, line: Option<usize>) -> Option<&CriterionId> {
        let Some(line) = line else {
            return self.table.parent.as_ref();
        };
        let planned = self.planned.get(line)?;
        planned.as_ref().map(|planned| &planned.id)
    }

    /// The criterion that is there already: in the same group, or else the only one of that name.
    fn existing(&self, parent: Option<&CriterionId>, name: &str) -> Option<&'a Criterion> {
        let called = |c: &&Criterion| alike(&c.name, name) || alike(&c.short, name);
        let taken = |c: &Criterion| {
            self.planned
                .iter()
                .flatten()
                .any(|planned| planned.id == c.id)
        };
        let beside = match parent {
            None => self.on.branch(None),
            Some(id) if self.on.criterion(id).is_some() => self.on.branch(Some(id)),
            Some(_) => &[],
        };
        let here = beside.iter().find(called);
        let anywhere = || {
            let all = self.on.criteria_in_order().into_iter().map(|(c, _)| c);
            let mut all = all.filter(called);
            let only = all.next()?;
            all.next().is_none().then_some(only)
        };
        here.or_else(anywhere).filter(|c| !taken(c))
    }

    /// Says of each line which criterion it is, and adds, moves and changes those.
    fn place(&mut self) {
        for (at, line) in self.lines.iter().enumerate() {
            let same = |other: &Line| other.parent == line.parent && alike(&other.name, &line.name);
            let first = self.lines.iter().take(at).position(same);
            if let Some(Some(first)) = first.and_then(|first| self.planned.get_mut(first)) {
                first.faults.push((line.name.clone(), CellFault::Twice));
                self.planned.push(None);
                continue;
            }
            let parent = self.id_of(line.parent).cloned();
            let name = if self.options.is_empty() {
                line.name.clone()
            } else {
                name_and_unit(&line.name).0
            };
            let there = self.existing(parent.as_ref(), &name);
            let facts = self.facts.get(at).cloned().unwrap_or_default();
            let mut planned = PlannedCriterion {
                id: there.map_or_else(|| self.new_id(&name), |c| c.id.clone()),
                name: name.clone(),
                row: line.row,
                is_group: self.group(at),
                fate: Fate::New,
                faults: facts.faults.clone(),
                direction_assumed: facts.ends.direction_assumed && !self.group(at),
                reread: 0,
                lost: 0,
            };
            match there {
                None => self.add(&planned.id, &name, parent.as_ref()),
                Some(_) if self.table.existing == Existing::Leave => planned.fate = Fate::Left,
                Some(there) => {
                    planned.fate = Fate::Same;
                    if self.on.parent(&there.id).map(|p| &p.id) != parent.as_ref() {
                        let id = planned.id.clone();
                        self.edits
                            .push(Edit::Criteria(CriteriaEdit::Regroup(id, parent.clone())));
                        planned.fate = Fate::Changed;
                    }
                }
            }
            if planned.fate != Fate::Left {
                self.change(at, &facts, there, &mut planned);
            }
            self.lose(parent.as_ref(), planned.fate == Fate::New);
            self.planned.push(Some(planned));
        }
    }

    fn group(&self, at: usize) -> bool {
        self.is_group.get(at).copied().unwrap_or(false)
    }

    fn new_id(&self, name: &str) -> CriterionId {
        let all = self.on.criteria_in_order();
        let taken = |id: &str| {
            let known = all.iter().map(|(c, _)| &c.id);
            known
                .chain(self.planned.iter().flatten().map(|p| &p.id))
                .any(|known| known.as_str() == id)
        };
        CriterionId::from_name(name, "criterion", taken)
    }

    fn add(&mut self, id: &CriterionId, name: &str, parent: Option<&CriterionId>) {
        self.edits.push(Edit::Criteria(CriteriaEdit::Add {
            id: id.clone(),
            name: name.to_owned(),
            parent: parent.cloned(),
        }));
    }

    /// Counts the scores that go because a criterion that was scored gets its first child.
    fn lose(&mut self, parent: Option<&CriterionId>, new: bool) {
        let leaf = parent
            .and_then(|id| self.on.criterion(id))
            .filter(|c| new && c.is_leaf());
        let lost = leaf.map_or(0, |leaf| self.given(&leaf.id));
        let parent = self
            .planned
            .iter_mut()
            .flatten()
            .find(|p| Some(&p.id) == parent);
        if let Some(parent) = parent.filter(|_| lost > 0) {
            parent.lost = lost;
        }
    }

    /// How many options have a score on a criterion.
    fn given(&self, id: &CriterionId) -> usize {
        let scores = self
            .on
            .options
            .iter()
            .filter_map(|o| self.on.agreed().scores.get(&o.id, id));
        scores
            .filter(|score| !matches!(score.entry, Entry::Absent(_)))
            .count()
    }

    /// Gives a criterion what its row says, where that is something else than it has.
    fn change(
        &mut self,
        at: usize,
        facts: &Facts,
        there: Option<&Criterion>,
        planned: &mut PlannedCriterion,
    ) {
        let blank = Criterion::new(planned.id.clone(), "");
        let has = there.unwrap_or(&blank);
        let mut all: Vec<CriterionEdit> = Vec::new();
        if !self.group(at) {
            if let Some(kind) = facts
                .ends
                .kind
                .as_ref()
                .filter(|kind| **kind != has.scale.kind)
            {
                all.push(CriterionEdit::Scale(kind.clone()));
                planned.reread = there.map_or(0, |there| self.given(&there.id));
            }
            for (value, words) in value_ends().into_iter().zip(&facts.ends.words) {
                if !words.is_empty() && has.anchor(value.get()) != words {
                    all.push(CriterionEdit::Anchor(value, words.clone()));
                }
            }
        }
        let texts: [(&String, &String, TextEdit); 4] = [
            (&facts.short, &has.short, CriterionEdit::Short),
            (&facts.question, &has.question, CriterionEdit::Question),
            (&facts.note, &has.note, CriterionEdit::Note),
            (&facts.origin, &has.origin, CriterionEdit::Origin),
        ];
        for (says, has, edit) in texts {
            if !says.is_empty() && says != has {
                all.push(edit(says.clone()));
            }
        }
        if planned.fate == Fate::Same && !all.is_empty() {
            planned.fate = Fate::Changed;
        }
        let id = &planned.id;
        self.edits.extend(
            all.into_iter()
                .map(|edit| Edit::change_criterion(id.clone(), edit)),
        );
    }

    /// Gives the weights, those of groups among them.
    fn weigh(&mut self) {
        let mut weights: Vec<Option<RawWeight>> =
            self.facts.iter().map(|facts| facts.weight).collect();
        if is_open(self.lines, &weights) {
            let of = self
                .table
                .weights_of
                .unwrap_or_else(|| seems(self.lines, &weights));
            self.weights_of = Some(of);
            if of == WeightsOf::Everything {
                weights = with_groups(self.lines, &weights);
            }
        }
        let mut branches: Vec<Option<CriterionId>> = Vec::new();
        let now = &self.on.agreed().weights;
        let parent = |line: &Line| self.id_of(line.parent).cloned();
        let parents: Vec<Option<CriterionId>> = self.lines.iter().map(parent).collect();
        for ((planned, weight), parent) in self.planned.iter_mut().zip(&weights).zip(parents) {
            let Some((planned, weight)) = planned.as_mut().zip(*weight) else {
                continue;
            };
            if planned.fate == Fate::Left || now.raw(&planned.id) == Some(weight) {
                continue;
            }
            if planned.fate == Fate::Same {
                planned.fate = Fate::Changed;
            }
            self.edits.push(Edit::points(&planned.id, Some(weight)));
            if !branches.contains(&parent) {
                branches.push(parent);
            }
        }
        let planned = |id: &CriterionId| {
            self.planned
                .iter()
                .flatten()
                .any(|planned| planned.id == *id)
        };
        let beside = branches
            .iter()
            .flat_map(|branch| self.on.branch(branch.as_ref()));
        self.beside = beside
            .filter(|c| !planned(&c.id) && now.raw(&c.id).is_some())
            .count();
    }

    fn enter_scores(&mut self) {
        let mut entries = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let group = self.group(at);
            let Some(Some(planned)) = self.planned.get_mut(at) else {
                continue;
            };
            let there = self.on.criterion(&planned.id);
            if group || there.is_some_and(|c| !c.is_leaf()) {
                continue;
            }
            let stated = self
                .facts
                .get(at)
                .and_then(|facts| facts.ends.kind.as_ref());
            let kept = there.map_or(&ScaleKind::Direct, |c| &c.scale.kind);
            let kind = stated
                .filter(|_| planned.fate != Fate::Left)
                .unwrap_or(kept);
            for (column, option) in &self.options {
                let text = self.table.cells.text(line.row, *column);
                match score(text, kind) {
                    Ok(Entry::Absent(Absence::Missing)) => {}
                    Ok(entry) => entries.push((option.clone(), planned.id.clone(), entry)),
                    Err(why) => planned
                        .faults
                        .push((text.to_owned(), CellFault::Score(why))),
                }
            }
        }
        self.scores = entries.len();
        if !entries.is_empty() {
            self.edits.push(Edit::Scores(ScoresEdit::Enter(entries)));
        }
    }
}
