use super::{CriterionId, MacbethJudgements, OptionId, Score};
use litemap::LiteMap;
use std::rc::Rc;

/// What one voice says of the options: a score for each on each criterion, and differences between them
/// in words.
///
/// What is blank is not kept. Rows are shared, so that a copy that undo keeps costs a row and not a matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    rows: Rc<LiteMap<OptionId, Rc<Row>>>,
    differences: Rc<LiteMap<CriterionId, MacbethJudgements>>,
}

type Row = LiteMap<CriterionId, Score>;

/// No differences judged: what holds of a criterion without an entry.
const NOTHING_JUDGED: &MacbethJudgements = &MacbethJudgements::none();

impl Scores {
    /// The score of an option on a criterion, if there is one.
    pub fn get(&self, option: &OptionId, criterion: &CriterionId) -> Option<&Score> {
        self.rows.get(option)?.get(criterion)
    }

    /// Puts a score in its place; a blank one clears it.
    pub fn set(&mut self, option: &OptionId, criterion: &CriterionId, score: Score) {
        let rows = Rc::make_mut(&mut self.rows);
        let row = Rc::make_mut(rows.entry(option.clone()).or_default());
        if score.is_blank() {
            row.remove(criterion);
        } else {
            row.insert(criterion.clone(), score);
        }
        if row.is_empty() {
            rows.remove(option);
        }
    }

    /// Differences between options on a criterion, in words, when its scores were given so.
    pub fn differences(&self, criterion: &CriterionId) -> &MacbethJudgements {
        self.differences.get(criterion).unwrap_or(NOTHING_JUDGED)
    }

    /// Changes the differences between options on a criterion.
    pub fn change_differences(
        &mut self,
        criterion: &CriterionId,
        change: impl FnOnce(&mut MacbethJudgements),
    ) {
        let all = Rc::make_mut(&mut self.differences);
        let mut judged = all.remove(criterion).unwrap_or_default();
        change(&mut judged);
        if !judged.is_blank() {
            all.insert(criterion.clone(), judged);
        }
    }

    /// Removes all scores of an option.
    pub fn remove_option(&mut self, option: &OptionId) {
        if self.rows.contains_key(option) {
            Rc::make_mut(&mut self.rows).remove(option);
        }
        let names = |judged: &MacbethJudgements| judged.names(option.as_str());
        if self.differences.values().any(names) {
            let all = Rc::make_mut(&mut self.differences);
            all.iter_mut()
                .for_each(|(_, judged)| judged.forget(option.as_str()));
            all.retain(|_, judged| !judged.is_blank());
        }
    }

    /// Removes all scores on a criterion.
    pub fn remove_criterion(&mut self, criterion: &CriterionId) {
        if self.rows.values().any(|row| row.contains_key(criterion)) {
            let rows = Rc::make_mut(&mut self.rows);
            for (_, row) in rows.iter_mut() {
                if row.contains_key(criterion) {
                    Rc::make_mut(row).remove(criterion);
                }
            }
            rows.retain(|_, row| !row.is_empty());
        }
        if self.differences.contains_key(criterion) {
            Rc::make_mut(&mut self.differences).remove(criterion);
        }
    }

    /// Every score, by option and then by criterion id.
    pub fn iter(&self) -> impl Iterator<Item = (&OptionId, &CriterionId, &Score)> {
        self.rows
            .iter()
            .flat_map(|(o, row)| row.iter().map(move |(c, s)| (o, c, s)))
    }

    /// These with what others say in the place of what they say themselves: whole scores, and all differences
    /// on a criterion. A score that the others leave blank stands.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (option, criterion, score) in other.iter() {
            both.set(option, criterion, score.clone());
        }
        for (criterion, theirs) in other.differences.iter() {
            both.change_differences(criterion, |judged| judged.clone_from(theirs));
        }
        both
    }

    /// Whether nothing at all has been scored or judged.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.differences.is_empty()
    }
}
