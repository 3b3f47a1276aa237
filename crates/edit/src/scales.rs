//! Other scales for scores that are there already, without changing what the scores mean.

use super::{Edit, Rescaled, RescaledScore, ScoresEdit};
use weighbridge_model::{
    Appraisal, CriterionId, Direction, Entry, Finite, Measure, Range, ScaleKind, Score,
};

impl Edit {
    /// Reads the scores on criteria as marks: amounts on a scale from one mark to another, more is
    /// better. The scores stay as they are; what they are worth changes.
    ///
    /// ```
    /// use weighbridge_analysis::{Verdict, analyse};
    /// use weighbridge_edit::Edit;
    /// use weighbridge_file as file;
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Marks out of five",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 1}],
    ///   "scores": {"a": {"x": 5}, "b": {"x": 4}}}"#;
    /// let mut appraisal = file::open(text.as_bytes()).unwrap();
    /// let x = appraisal.leaves()[0].id.clone();
    /// Edit::marks(&[x], 1, 5).apply(&mut appraisal).unwrap();
    /// let total = |at: usize| analyse(&appraisal).options.as_slice()[at].total.value();
    /// assert_eq!((total(0), total(1)), (Some(100.0), Some(75.0)));
    /// ```
    pub fn marks(criteria: &[CriterionId], from: u8, out_of: u8) -> Self {
        let end = |mark: u8| Finite::new(f64::from(mark));
        let scale = |(low, high)| {
            ScaleKind::Measure(Measure {
                unit: "marks".to_owned(),
                direction: Direction::Higher,
                range: Range::Fixed { low, high },
                breakpoints: Vec::new(),
            })
        };
        let kind = end(from).zip(end(out_of)).map_or(ScaleKind::Direct, scale);
        let rescaled = |criterion: &CriterionId| Rescaled {
            criterion: criterion.clone(),
            scale: kind.clone(),
            scores: Vec::new(),
        };
        Self::Scores(ScoresEdit::Rescale(criteria.iter().map(rescaled).collect()))
    }

    /// Gives a criterion values from 0 to 100 directly, and every score on it the value it has now, in
    /// scenarios too, so that no total changes. `value` says what an entry is worth on the scale of
    /// now, and `span` what is the least and the greatest of a range of amounts; what has no value
    /// stays as it is.
    pub fn to_values(
        on: &Appraisal,
        criterion: &CriterionId,
        value: impl Fn(&Entry) -> Option<f64>,
        span: impl Fn([Finite; 2]) -> Option<[f64; 2]>,
    ) -> Self {
        let valued = |score: &Score| {
            let entry = match &score.entry {
                Entry::Absent(_) => None,
                entry @ (Entry::Number(_) | Entry::Label(_)) => {
                    value(entry).and_then(Finite::new).map(Entry::Number)
                }
            };
            let range = score.range.and_then(&span);
            let range = range.and_then(|[a, b]| Some([Finite::new(a)?, Finite::new(b)?]));
            Some((entry?, range))
        };
        let standing = on.agreed().scores.iter().map(|row| (None, row));
        let scenarios = on.judgements.scenarios.iter().flat_map(|scenario| {
            let rows = scenario.voice.scores.iter();
            rows.map(move |row| (Some(scenario.id.clone()), row))
        });
        let all = standing.chain(scenarios);
        let scores = all.filter_map(|(scenario, (option, of, score))| {
            if of != criterion {
                return None;
            }
            let (entry, range) = valued(score)?;
            Some(RescaledScore {
                scenario,
                option: option.clone(),
                entry,
                range,
            })
        });
        Self::Scores(ScoresEdit::Rescale(vec![Rescaled {
            criterion: criterion.clone(),
            scale: ScaleKind::Direct,
            scores: scores.collect(),
        }]))
    }
}
