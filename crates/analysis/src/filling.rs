//! The missing scores filled in as one option needs them most.

use super::blanks::Blanks;
use super::{Analysis, OptionIx, analyse};
use weighbridge_model::{Absence, CriterionId, Entry, OptionId, Perspective, Score, Voice};

/// Every missing score as it is where one option is as far ahead of another as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Filling {
    /// Whose score on which criterion, and what it would be.
    pub scores: Vec<(OptionId, CriterionId, Entry)>,
}

impl Filling {
    /// Every missing score of an appraisal as it is where `option` is as far ahead of `other` as it can
    /// be with amounts on fixed scales between their ends: with the scores of a [`Rival`](crate::Rival) filled in so,
    /// it is ahead.
    ///
    /// ```
    /// use weighbridge_analysis::{Filling, analyse};
    /// use weighbridge_file as file;
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Depot",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 1,
    ///     "scale": {"kind": "measure", "unit": "weeks", "direction": "higher"}},
    ///     {"id": "y", "name": "Y", "weight": 1}],
    ///   "scores": {"a": {"x": 20, "y": 100}, "b": {"y": 90}, "c": {"x": 10, "y": 90}}}"#;
    /// let appraisal = file::open(text.as_bytes()).unwrap();
    /// let lead = analyse(&appraisal).lead;
    /// let (leader, rival) = (lead.leaders[0], lead.rivals[0].option);
    /// assert!(leader == 0 && rival == 1);
    /// assert_eq!(lead.rivals[0].by.round(), 45.0, "with all of the weeks: 95 against 50");
    /// let filled = Filling::new(&appraisal, rival, leader).put(appraisal.agreed());
    /// assert_eq!(analyse(appraisal.said_by(&filled)).lead.leaders, [1]);
    /// ```
    pub fn new<'a>(
        appraisal: impl Into<Perspective<'a>>,
        option: OptionIx,
        other: OptionIx,
    ) -> Self {
        let appraisal = appraisal.into();
        let analysis = analyse(appraisal);
        Self::of(appraisal, &analysis, option, other)
    }

    /// As [`Self::new`], with what follows from the appraisal.
    pub fn of<'a>(
        appraisal: impl Into<Perspective<'a>>,
        analysis: &Analysis,
        option: OptionIx,
        other: OptionIx,
    ) -> Self {
        let appraisal = appraisal.into();
        let Analysis {
            nodes,
            leaves,
            scales,
            values,
            options,
            ..
        } = analysis;
        let blanks = Blanks::new(appraisal, nodes, leaves, scales, values);
        let all = blanks.filling(option, other).into_iter();
        let scores = all.map(|(option, leaf, entry)| {
            let criterion = analysis.leaf_node(leaf).id.clone();
            (options[option].id.clone(), criterion, entry)
        });
        Self {
            scores: scores.collect(),
        }
    }

    /// A voice with the scores filled in; what was noted beside them stays.
    #[must_use]
    pub fn put(&self, voice: &Voice) -> Voice {
        let mut to = voice.clone();
        for (option, criterion, entry) in &self.scores {
            let was = voice.scores.get(option, criterion).cloned();
            let was = was.unwrap_or_else(|| Score::bare(Entry::Absent(Absence::Missing)));
            let score = Score {
                entry: entry.clone(),
                ..was
            };
            to.scores.set(option, criterion, score);
        }
        to
    }
}
