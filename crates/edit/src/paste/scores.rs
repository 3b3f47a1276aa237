//! A pasted table laid over the scores.

use super::choices::{PasteChoices, PastedContent};
use super::column::Signs;
use super::layout::{Known, Layout};
use super::names::Role;
use super::targets::{Laying, LeftOut, Target, Targets};
use super::unknown::UnknownName;
use crate::entry::{BadEntry, Cells, ScoreText};
use crate::likeliest::likeliest;
use crate::{CriteriaEdit, CriterionEdit, Edit, OptionsEdit, Remark, ScoresEdit};
use litemap::LiteMap;
use weighbridge_model::{
    Absence, Appraisal, CriterionId, Direction, Entry, Finite, Measure, OptionId, Range, ScaleKind,
    Written,
};

/// What a pasted table comes to once it is laid over the scores. Nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScorePaste {
    /// What is said of each score, option by option.
    pub cells: Vec<PastedCell>,
    /// Options to add first.
    pub new_options: Vec<(OptionId, String)>,
    /// Criteria to add first.
    pub new_criteria: Vec<NewCriterion>,
    /// The names in the table that are not known, with what each is taken for.
    pub unknown: Vec<UnknownName>,
    /// What has no place.
    pub left_out: LeftOut,
    /// Whether names in the table say what goes where.
    pub named: bool,
    /// Whether options go across in the table.
    pub turned: bool,
    /// Whether commas were taken to part cells.
    pub split: bool,
    /// Whether commas could be read the other way.
    pub could_split: bool,
    /// Whether the cells, or some columns of them, were taken for reasons because of how they read.
    pub reasons: bool,
    /// Whether all cells are reasons.
    pub all_reasons: bool,
    /// Whether rows or columns have names of which none is known, so that they could go by their place.
    pub could_ignore: bool,
    /// How many scores that are there would be missing.
    pub emptied: usize,
    /// How many dashes could be zero, or nothing at all.
    pub dashes: usize,
    /// How many numbers up to 1 stand beside per cent signs, and could be shares.
    pub fractions: usize,
}

/// What a table says of one option on one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedCell {
    /// The option.
    pub option: OptionId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The score; `None` where the table has none to read.
    pub entry: Option<Entry>,
    /// The least and the greatest it could be.
    pub range: Option<[Finite; 2]>,
    /// Why.
    pub reason: Option<String>,
    /// Where the evidence is.
    pub source: Option<String>,
    /// A text that is none of those, and why.
    pub refused: Option<(String, BadEntry)>,
}

/// A criterion that a table names and the appraisal does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCriterion {
    /// Its id, not yet in use.
    pub id: CriterionId,
    /// Its name.
    pub name: String,
    /// Its scale: values from 0 to 100 where all numbers are such values, else amounts.
    pub scale: ScaleKind,
}

impl ScorePaste {
    /// Lays a table over the scores. Rows and columns without names go from an appraised option and a leaf, given by their
    /// places from 0, down and to the right. A short row leaves the rest of its option alone; a blank makes a score missing.
    ///
    /// ```
    /// use weighbridge_edit::{PasteChoices, Pasted, ScorePaste};
    /// use weighbridge_file as file;
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "Close"}, {"id": "y", "name": "Light"}]}"#;
    /// let office = file::open(text.as_bytes()).unwrap();
    /// let table = Pasted::text("\tLight\tClose\nb\t60\t50\n").cells();
    /// let paste = ScorePaste::lay(&office, &table, (0, 0), PasteChoices::default());
    /// assert!(paste.named && paste.asks(), "names say where, so a person looks first");
    /// let [close, light] = paste.cells.as_slice() else { panic!() };
    /// assert_eq!((close.option.as_str(), close.criterion.as_str()), ("b", "x"));
    /// assert_eq!((light.option.as_str(), light.criterion.as_str()), ("b", "y"));
    /// ```
    pub fn lay(on: &Appraisal, table: &Cells, at: (usize, usize), choices: PasteChoices) -> Self {
        let table = match choices.otherwise {
            true => table.otherwise(),
            false => table.clone(),
        };
        let known = Known::of(on);
        let turned_rows = table.turned();
        let upright = Layout::of(&table.rows, &known);
        let across = Layout::of(&turned_rows, &known);
        let turned = (across.known() > upright.known()) != choices.turned;
        let (rows, layout) = match turned {
            true => (&turned_rows, across),
            false => (&table.rows, upright),
        };
        let laying = Laying {
            rows,
            layout,
            known: &known,
            at,
            choices: &choices,
        };
        let targets = laying.targets();
        let mut paste = Self {
            named: targets.named || layout.criteria.is_some() || layout.options.is_some(),
            reasons: targets.prose,
            could_ignore: (layout.options.is_some() && layout.options_known == 0)
                || (layout.criteria.is_some() && layout.criteria_known == 0),
            turned,
            split: table.split,
            could_split: table.other.is_some(),
            left_out: targets.left_out.clone(),
            ..Self::default()
        };
        paste.add_new(on, &laying, &targets);
        Reading {
            on,
            laying: &laying,
            targets: &targets,
            choices: &choices,
        }
        .read(&mut paste);
        paste.unknown = targets.unknown;
        paste
    }

    fn add_new(&mut self, on: &Appraisal, laying: &Laying<'_>, targets: &Targets) {
        let mut taken: Vec<String> = on.options.iter().map(|o| o.id.to_string()).collect();
        for name in &targets.new_options {
            let is_taken = |id: &str| taken.iter().any(|other| other == id);
            let id = OptionId::from_name(name, "option", is_taken);
            taken.push(id.to_string());
            self.new_options.push((id, name.clone()));
        }
        let all = on.criteria_in_order().into_iter();
        let mut taken: Vec<String> = all.map(|(c, _)| c.id.to_string()).collect();
        for (at, name) in targets.new_criteria.iter().enumerate() {
            let is_taken = |id: &str| taken.iter().any(|other| other == id);
            let id = CriterionId::from_name(name, "criterion", is_taken);
            taken.push(id.to_string());
            let column = targets
                .columns
                .iter()
                .find(|(_, target, _)| *target == Target::New(at));
            let scale = column.map_or(ScaleKind::Direct, |(column, ..)| {
                scale_of(laying.texts(*column))
            });
            self.new_criteria.push(NewCriterion {
                id,
                name: name.clone(),
                scale,
            });
        }
    }

    /// How many texts cannot be read.
    pub fn refused(&self) -> impl Iterator<Item = (&PastedCell, &String, &BadEntry)> {
        let all = self.cells.iter();
        all.filter_map(|cell| cell.refused.as_ref().map(|(text, why)| (cell, text, why)))
    }

    /// Whether a person has to look at it before anything is written: something was inferred, or would be emptied, left
    /// out or refused.
    pub fn asks(&self) -> bool {
        let ranges = self.cells.iter().any(|cell| cell.range.is_some());
        let inferred = self.named || self.turned || self.split || self.reasons || ranges;
        let unclear = self.emptied + self.dashes + self.fractions > 0;
        inferred || unclear || !self.left_out.is_empty() || self.refused().next().is_some()
    }

    /// The one change that writes it; `None` where there is nothing to write.
    pub fn edit(&self) -> Option<Edit> {
        let options = self.new_options.iter().map(|(id, name)| {
            Edit::Options(OptionsEdit::Add {
                id: id.clone(),
                name: name.clone(),
            })
        });
        let criteria = self.new_criteria.iter().flat_map(|new| {
            let add = CriteriaEdit::Add {
                id: new.id.clone(),
                name: new.name.clone(),
                parent: None,
            };
            let scale = CriterionEdit::Scale(new.scale.clone());
            [
                Edit::Criteria(add),
                Edit::change_criterion(new.id.clone(), scale),
            ]
        });
        let entered = self.cells.iter().filter_map(|cell| {
            let entry = cell.entry.clone()?;
            Some((cell.option.clone(), cell.criterion.clone(), entry))
        });
        let entered: Vec<_> = entered.collect();
        let enter = Some(entered).filter(|list| !list.is_empty());
        let enter = enter.map(|list| Edit::Scores(ScoresEdit::Enter(list)));
        let remarks = self.cells.iter().flat_map(|cell| {
            let remarks = [
                cell.range.map(|range| Remark::Range(Some(range))),
                cell.reason.clone().map(Remark::Reason),
                cell.source.clone().map(Remark::Source),
            ];
            let (option, criterion) = (&cell.option, &cell.criterion);
            remarks
                .into_iter()
                .flatten()
                .map(|remark| Edit::remark(option.clone(), criterion.clone(), remark))
        });
        let edits: Vec<Edit> = options
            .chain(criteria)
            .chain(enter)
            .chain(remarks)
            .collect();
        (!edits.is_empty()).then(|| Edit::pasted(edits))
    }
}

/// The scale on which a column of numbers makes sense as it is.
fn scale_of<'a>(texts: impl Iterator<Item = &'a str>) -> ScaleKind {
    let all: Vec<Written> = texts.filter_map(|text| Written::read(text).ok()).collect();
    let currency = all.iter().find_map(|written| written.currency);
    let value = |written: &Written| {
        let number = written.number(0).map(Finite::get);
        number.is_some_and(|x| (0.0..=100.0).contains(&x))
    };
    if currency.is_none() && all.iter().all(value) {
        return ScaleKind::Direct;
    }
    ScaleKind::Measure(Measure {
        unit: currency.map_or_else(String::new, |sign| sign.to_string()),
        // Money is mostly a cost.
        direction: match currency {
            Some(_) => Direction::Lower,
            None => Direction::Higher,
        },
        range: Range::Local,
        breakpoints: Vec::new(),
    })
}

/// The cells of a table being read.
struct Reading<'a> {
    on: &'a Appraisal,
    laying: &'a Laying<'a>,
    targets: &'a Targets,
    choices: &'a PasteChoices,
}

/// The lower and the upper end that columns of their own give.
type Ends = [Option<Finite>; 2];

impl Reading<'_> {
    fn read(&self, to: &mut ScorePaste) {
        let content = self.content(to);
        to.all_reasons = content == PastedContent::Reasons;
        to.reasons |= to.all_reasons;
        let signs: Vec<Signs> = self
            .targets
            .columns
            .iter()
            .map(|(column, target, _)| {
                let texts: Vec<&str> = self.used(*column).collect();
                let scale = self.scale(*target, to);
                Signs::of(&texts, &scale, self.choices)
            })
            .collect();
        for ((_, target, role), signs) in self.targets.columns.iter().zip(&signs) {
            let scores = as_content(*role, content) == Role::Score;
            if scores && !matches!(self.scale(*target, to), ScaleKind::Points(_)) {
                to.dashes += signs.dashes;
                to.fractions += signs.fractions;
            }
        }
        for (row, option) in &self.targets.rows {
            self.read_row(*row, *option, content, &signs, to);
        }
        let missing = Entry::Absent(Absence::Missing);
        let emptied = |cell: &&PastedCell| {
            let now = self.on.agreed().scores.get(&cell.option, &cell.criterion);
            cell.entry.as_ref() == Some(&missing) && now.is_some_and(|s| s.entry != missing)
        };
        to.emptied = to.cells.iter().filter(emptied).count();
    }

    /// The texts of a column in the rows that are used.
    fn used(&self, column: usize) -> impl Iterator<Item = &str> {
        let rows = self.targets.rows.iter();
        let cells = rows.filter_map(move |(row, _)| self.laying.rows.get(*row)?.get(column));
        cells
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }

    fn scale(&self, target: Target, paste: &ScorePaste) -> ScaleKind {
        let scale = match target {
            Target::There(leaf) => {
                let leaf = self.laying.known.leaves.get(leaf);
                leaf.map(|leaf| leaf.scale.kind.clone())
            }
            Target::New(at) => paste.new_criteria.get(at).map(|new| new.scale.clone()),
        };
        scale.unwrap_or(ScaleKind::Direct)
    }

    /// What the cells are: what a person said, or else reasons where most of them are sentences.
    fn content(&self, paste: &ScorePaste) -> PastedContent {
        if let Some(content) = self.choices.content {
            return content;
        }
        let scored = self
            .targets
            .columns
            .iter()
            .filter(|(.., role)| *role == Role::Score);
        let (mut all, mut sentences) = (0, 0);
        for (column, target, _) in scored {
            let scale = self.scale(*target, paste);
            for text in self.used(*column) {
                all += 1;
                let refused = crate::entry::parse_score(text, &scale).is_err();
                sentences += usize::from(refused && self.laying.is_sentence(text));
            }
        }
        match sentences * 3 > all * 2 {
            true => PastedContent::Reasons,
            false => PastedContent::Scores,
        }
    }

    fn read_row(
        &self,
        row: usize,
        option: Target,
        content: PastedContent,
        signs: &[Signs],
        to: &mut ScorePaste,
    ) {
        let option = match option {
            Target::There(at) => self.laying.known.options.get(at).map(|o| o.id.clone()),
            Target::New(at) => to.new_options.get(at).map(|(id, _)| id.clone()),
        };
        let (Some(option), Some(texts)) = (option, self.laying.rows.get(row)) else {
            return;
        };
        let mut cells: LiteMap<(bool, usize), (PastedCell, Ends)> = LiteMap::new();
        for ((column, target, role), signs) in self.targets.columns.iter().zip(signs) {
            let (Some(text), Some(criterion)) = (texts.get(*column), self.criterion(*target, to))
            else {
                continue;
            };
            let place = match target {
                Target::There(at) => (false, *at),
                Target::New(at) => (true, *at),
            };
            let (cell, ends) = cells
                .entry(place)
                .or_insert_with(|| (blank(&option, &criterion), [None, None]));
            let scale = self.scale(*target, to);
            let role = as_content(*role, content);
            self.put(text, role, *signs, &scale, cell, ends);
        }
        for (_, (mut cell, ends)) in cells {
            self.close(&mut cell, ends);
            if cell != blank(&cell.option, &cell.criterion) {
                to.cells.push(cell);
            }
        }
    }

    fn criterion(&self, target: Target, paste: &ScorePaste) -> Option<CriterionId> {
        match target {
            Target::There(at) => self.laying.known.leaves.get(at).map(|leaf| leaf.id.clone()),
            Target::New(at) => paste.new_criteria.get(at).map(|new| new.id.clone()),
        }
    }

    /// Puts a text where its column says.
    fn put(
        &self,
        text: &str,
        role: Role,
        signs: Signs,
        scale: &ScaleKind,
        cell: &mut PastedCell,
        ends: &mut Ends,
    ) {
        let words = || Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        match role {
            Role::Score => match signs.read(text, scale) {
                Ok(ScoreText::Entry(entry)) => cell.entry = Some(entry),
                Ok(ScoreText::Range(range)) => cell.range = Some(range),
                Err(why) => cell.refused = Some((text.to_owned(), why)),
            },
            Role::Reason => cell.reason = words(),
            Role::Source => cell.source = words(),
            Role::Low | Role::High => {
                let [low, high] = ends;
                let end = if role == Role::Low { low } else { high };
                let refused = |why| Some((text.to_owned(), why));
                match signs.read(text, scale) {
                    Ok(ScoreText::Entry(Entry::Number(number))) => *end = Some(number),
                    Ok(ScoreText::Entry(Entry::Absent(_))) => {}
                    Ok(ScoreText::Entry(Entry::Label(_))) => {
                        cell.refused = refused(BadEntry::RangeOfLabels);
                    }
                    Ok(ScoreText::Range(_)) => cell.refused = refused(BadEntry::Range),
                    Err(why) => cell.refused = refused(why),
                }
            }
        }
    }

    /// Makes a range of two ends, and a score of a range that has none.
    fn close(&self, cell: &mut PastedCell, ends: Ends) {
        match ends {
            [Some(low), Some(high)] if low > high => {
                let text = format!("{} to {}", low.get(), high.get());
                cell.refused = Some((text, BadEntry::LowAboveHigh));
            }
            [Some(low), Some(high)] => cell.range = Some([low, high]),
            [Some(one), None] | [None, Some(one)] => {
                cell.refused = Some((one.get().to_string(), BadEntry::OneEnd));
            }
            [None, None] => {}
        }
        let given = cell.entry.as_ref().and_then(Entry::number);
        if let (Some(range), None) = (cell.range, given) {
            let now = self.on.agreed().scores.get(&cell.option, &cell.criterion);
            let now = now.and_then(|score| score.entry.number());
            cell.entry = Some(Entry::Number(likeliest(now, range)));
        }
    }
}

/// What a column of scores has where all cells are reasons.
fn as_content(role: Role, content: PastedContent) -> Role {
    match (role, content) {
        (Role::Score, PastedContent::Reasons) => Role::Reason,
        (role, _) => role,
    }
}

fn blank(option: &OptionId, criterion: &CriterionId) -> PastedCell {
    PastedCell {
        option: option.clone(),
        criterion: criterion.clone(),
        entry: None,
        range: None,
        reason: None,
        source: None,
        refused: None,
    }
}
