//! A block of texts laid over the scores, as it comes from a spreadsheet.

use super::{BadEntry, Edit, ScoresEdit, parse_entry};
use weighbridge_model::{Alternative, Appraisal, Criterion, CriterionId, Entry, OptionId};

/// What a block of texts comes to once it is laid over the scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// What could be read, in reading order.
    pub entries: Vec<(OptionId, CriterionId, Entry)>,
    /// What could not be read, in reading order.
    pub refused: Vec<RefusedCell>,
    /// What has no place.
    pub left_out: LeftOut,
}

/// How much of a block has no place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Rows with something in them below the last option.
    pub rows: usize,
    /// Columns with something in them beyond the last criterion.
    pub columns: usize,
}

/// A text of a block that is not a score on its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedCell {
    /// The option it was laid over.
    pub option: OptionId,
    /// The criterion it was laid over.
    pub criterion: CriterionId,
    /// The text.
    pub text: String,
    /// Why not.
    pub why: BadEntry,
}

impl Block {
    /// Lays rows of texts over the scores, from an appraised option and a leaf to the right and
    /// down; both are given by their place from 0. A short row leaves the rest of its option alone;
    /// a blank text makes the score missing.
    ///
    /// ```
    /// use weighbridge_edit::{Block, ScoresEdit};
    /// use weighbridge_file as file;
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}]}"#;
    /// let office = file::open(text.as_bytes()).unwrap();
    /// let rows = [vec!["40".to_owned(), "1,5".to_owned()], vec!["60".to_owned()], vec!["80".to_owned()]];
    /// let block = Block::lay(&office, &rows, 0, 0);
    /// assert_eq!((block.entries.len(), block.refused.len()), (2, 1), "40 and 60 are read, 1,5 is not");
    /// assert_eq!((block.left_out.rows, block.left_out.columns), (1, 0), "80 is below the last option");
    /// ```
    pub fn lay(on: &Appraisal, rows: &[Vec<String>], option: usize, leaf: usize) -> Self {
        let options: Vec<&Alternative> = on.appraised().skip(option).collect();
        let leaves: Vec<&Criterion> = on.leaves().into_iter().skip(leaf).collect();
        let mut block = Self::default();
        for (texts, option) in rows.iter().zip(&options) {
            for (text, leaf) in texts.iter().zip(&leaves) {
                match parse_entry(text, &leaf.scale.kind) {
                    Ok(entry) => {
                        let place = (option.id.clone(), leaf.id.clone());
                        block.entries.push((place.0, place.1, entry));
                    }
                    Err(why) => block.refused.push(RefusedCell {
                        option: option.id.clone(),
                        criterion: leaf.id.clone(),
                        text: text.clone(),
                        why,
                    }),
                }
            }
        }
        let full = |texts: &[String]| texts.iter().any(|text| !text.trim().is_empty());
        let below = rows.iter().skip(options.len());
        block.left_out.rows = below.filter(|row| full(row)).count();
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        block.left_out.columns = (leaves.len()..widest)
            .filter(|at| rows.iter().any(|row| row.get(*at..=*at).is_some_and(full)))
            .count();
        block
    }

    /// The one edit that enters what could be read; `None` when nothing could.
    pub fn edit(&self) -> Option<Edit> {
        (!self.entries.is_empty()).then(|| Edit::Scores(ScoresEdit::Enter(self.entries.clone())))
    }
}

/// Whether a pasted text is more than one cell of a spreadsheet.
///
/// ```
/// use weighbridge_edit::is_block;
/// assert!(is_block("1\t2\n") && is_block("1\n2"));
/// assert!(!is_block("12\r\n"), "one cell ends with its row");
/// ```
pub fn is_block(text: &str) -> bool {
    let cells = text.trim_end_matches(['\r', '\n']);
    cells.contains(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gesture, History};
    use std::rc::Rc;
    use weighbridge_model::{
        Absence, AppraisalId, Direction, Extra, Finite, Measure, OptionStatus, Range, RuledOut,
        ScaleKind, ScalePoint,
    };

    /// Options `o0`… and leaves `c0`…, the first option ruled out.
    fn grid(options: usize, leaves: usize) -> Appraisal {
        let mut on = Appraisal::new(AppraisalId::new("grid").unwrap(), "Grid");
        for at in 0..=options {
            let id = OptionId::new(&format!("o{at}")).unwrap();
            on.options_mut()
                .push(Alternative::new(id, &format!("Option {at}")));
        }
        on.options_mut()[0].status = OptionStatus::RuledOut(RuledOut::default());
        for at in 0..leaves {
            let id = CriterionId::new(&format!("c{at}")).unwrap();
            on.criteria_mut()
                .push(Criterion::new(id, &format!("Criterion {at}")));
        }
        on
    }

    fn block(texts: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(|t| (*t).to_owned()).collect();
        texts.iter().map(row).collect()
    }

    fn number(x: f64) -> Entry {
        Entry::Number(Finite::new(x).unwrap())
    }

    fn said(block: &Block) -> Vec<(&str, &str, Entry)> {
        let all = block.entries.iter();
        all.map(|(o, c, entry)| (o.as_str(), c.as_str(), entry.clone()))
            .collect()
    }

    #[test]
    fn a_block_goes_right_and_down_from_its_place_over_appraised_options_only() {
        let laid = Block::lay(&grid(3, 3), &block(&[&["40", "?"], &["", "n/a"]]), 1, 1);
        let expected = [
            ("o2", "c1", number(40.0)),
            ("o2", "c2", Entry::Absent(Absence::CannotJudge)),
            ("o3", "c1", Entry::Absent(Absence::Missing)),
            ("o3", "c2", Entry::Absent(Absence::NotApplicable)),
        ];
        assert_eq!(said(&laid), expected);
        assert_eq!((laid.left_out.rows, laid.left_out.columns), (0, 0));
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_typed_and_the_rest_is_entered() {
        let laid = Block::lay(
            &grid(2, 2),
            &block(&[&["abc", "40"], &["101", "1,5"]]),
            0,
            0,
        );
        assert_eq!(said(&laid), [("o1", "c1", number(40.0))]);
        let refused: Vec<_> = laid
            .refused
            .iter()
            .map(|r| (r.text.as_str(), r.why.clone()))
            .collect();
        let expected = [
            ("abc", BadEntry::NotANumber),
            ("101", BadEntry::OffScale),
            ("1,5", BadEntry::Comma),
        ];
        assert_eq!(refused, expected);
    }

    #[test]
    fn every_column_is_read_on_its_own_scale() {
        let mut on = grid(1, 3);
        let level = |label: &str| ScalePoint {
            label: label.to_owned(),
            words: String::new(),
            value: Finite::ZERO,
            extra: Extra::default(),
        };
        on.criteria_mut()[1].scale.kind = ScaleKind::Points(vec![level("Poor"), level("Good")]);
        on.criteria_mut()[2].scale.kind = ScaleKind::Measure(Measure {
            unit: "weeks".to_owned(),
            direction: Direction::Lower,
            range: Range::Local,
            breakpoints: Vec::new(),
        });
        let laid = Block::lay(&on, &block(&[&["9", "good", "400"]]), 0, 0);
        let expected = [
            ("o1", "c0", number(9.0)),
            ("o1", "c1", Entry::Label("Good".to_owned())),
            ("o1", "c2", number(400.0)),
        ];
        assert_eq!(said(&laid), expected);
    }

    #[test]
    fn what_has_no_place_is_counted_but_not_blank_edges() {
        let rows = block(&[
            &["1", "2", "3", ""],
            &["4"],
            &["5", "", "", "6"],
            &[""],
            &["7"],
        ]);
        let laid = Block::lay(&grid(2, 2), &rows, 0, 0);
        assert_eq!((laid.left_out.rows, laid.left_out.columns), (2, 2));
        let outside = Block::lay(&grid(2, 2), &rows, 7, 0);
        assert_eq!((outside.entries.len(), outside.left_out.rows), (0, 4));
        assert_eq!(outside.edit(), None);
    }

    #[test]
    fn two_hundred_by_fifty_cells_are_one_change_undone_at_once() {
        let before = Rc::new(grid(200, 50));
        let texts: Vec<Vec<String>> = (0..200)
            .map(|row| {
                (0..50)
                    .map(|column| ((row + column) % 101).to_string())
                    .collect()
            })
            .collect();
        let laid = Block::lay(&before, &texts, 0, 0);
        assert_eq!(laid.entries.len(), 10_000);
        let mut history = History::new(before.clone());
        history.apply(laid.edit().unwrap(), Gesture::Done).unwrap();
        assert_eq!(history.changes().count(), 1);
        assert_eq!(history.present().agreed().scores.iter().count(), 10_000);
        history.undo();
        assert_eq!(**history.present(), *before);
        assert_eq!(history.changes().count(), 0);
    }
}
