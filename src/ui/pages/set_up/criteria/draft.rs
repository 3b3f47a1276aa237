//! A scale as it is being typed, and the scale it makes when every part is right.

use crate::ui::components::edits::{read_amount, read_number};
use weighbridge_edit::{CriterionEdit, Edit};
use weighbridge_model::{
    Breakpoint, CriterionId, Direction, Extra, Finite, Measure, Range, ScaleKind, ScalePoint,
};
use weighbridge_report::words::{Mistyped, Sentence};

/// The kinds of scale.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Direct,
    Points,
    Measure,
}

/// A scale as typed. What belongs to the kinds that are not chosen is kept while the form is open.
#[derive(Clone, PartialEq)]
pub struct ScaleDraft {
    pub kind: Kind,
    pub levels: Vec<LevelDraft>,
    pub unit: String,
    pub direction: Direction,
    /// Whether the ends are fixed rather than the options' own.
    pub fixed: bool,
    pub low: String,
    pub high: String,
    pub bends: Vec<BendDraft>,
    next_key: u32,
}

/// A point of a labelled scale as typed.
#[derive(Clone, PartialEq)]
pub struct LevelDraft {
    /// Tells it apart while points move.
    pub key: u32,
    pub label: String,
    pub words: String,
    pub value: String,
    extra: Extra,
}

/// An inner point of a value function as typed.
#[derive(Clone, PartialEq)]
pub struct BendDraft {
    /// Tells it apart while others come and go.
    pub key: u32,
    pub at: String,
    pub value: String,
    extra: Extra,
}

/// Where something is wrong.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Label(u32),
    LevelValue(u32),
    Low,
    High,
    BendAt(u32),
    BendValue(u32),
    Whole,
}

/// What is wrong, and where.
pub type Wrong = Vec<(Place, String)>;

/// The words for what is wrong at one place.
pub fn wrong_at(wrong: &Wrong, place: Place) -> Option<String> {
    wrong
        .iter()
        .find(|(at, _)| *at == place)
        .map(|(_, words)| words.clone())
}

const FIVE: [&str; 5] = ["1", "2", "3", "4", "5"];
const QUALITIES: [&str; 5] = ["Poor", "Fair", "Adequate", "Good", "Very good"];

impl ScaleDraft {
    /// The draft that makes a scale.
    pub fn of(kind: &ScaleKind) -> Self {
        let mut draft = Self {
            kind: Kind::Direct,
            levels: Vec::new(),
            unit: String::new(),
            direction: Direction::Higher,
            fixed: false,
            low: String::new(),
            high: String::new(),
            bends: Vec::new(),
            next_key: 0,
        };
        draft.five();
        match kind {
            ScaleKind::Direct => {}
            ScaleKind::Points(levels) => {
                draft.kind = Kind::Points;
                draft.levels.clear();
                for level in levels {
                    let key = draft.key();
                    draft.levels.push(LevelDraft {
                        key,
                        label: level.label.clone(),
                        words: level.words.clone(),
                        value: level.value.get().to_string(),
                        extra: level.extra.clone(),
                    });
                }
            }
            ScaleKind::Measure(measure) => draft.take(measure),
        }
        draft
    }

    fn take(&mut self, measure: &Measure) {
        self.kind = Kind::Measure;
        self.unit.clone_from(&measure.unit);
        self.direction = measure.direction;
        if let Range::Fixed { low, high } = measure.range {
            self.fixed = true;
            self.low = low.get().to_string();
            self.high = high.get().to_string();
        }
        for bend in &measure.bends {
            let key = self.key();
            self.bends.push(BendDraft {
                key,
                at: bend.at.get().to_string(),
                value: bend.value.get().to_string(),
                extra: bend.extra.clone(),
            });
        }
    }

    fn key(&mut self) -> u32 {
        self.next_key += 1;
        self.next_key
    }

    /// The points 1 to 5.
    pub fn five(&mut self) {
        self.preset(FIVE);
    }

    /// The points poor to very good.
    pub fn qualities(&mut self) {
        self.preset(QUALITIES);
    }

    fn preset(&mut self, labels: [&str; 5]) {
        self.levels.clear();
        for (label, value) in labels.into_iter().zip(["0", "25", "50", "75", "100"]) {
            let key = self.add_level();
            if let Some(level) = self.levels.iter_mut().find(|l| l.key == key) {
                level.label = label.to_owned();
                level.value = value.to_owned();
            }
        }
    }

    /// Adds an empty point at the end; says its key.
    pub fn add_level(&mut self) -> u32 {
        let key = self.key();
        self.levels.push(LevelDraft {
            key,
            label: String::new(),
            words: String::new(),
            value: String::new(),
            extra: Extra::default(),
        });
        key
    }

    /// Adds an empty inner point; says its key.
    pub fn add_bend(&mut self) -> u32 {
        let key = self.key();
        self.bends.push(BendDraft {
            key,
            at: String::new(),
            value: String::new(),
            extra: Extra::default(),
        });
        key
    }

    /// The scale it makes.
    ///
    /// # Errors
    /// Everything that is wrong, and where.
    pub fn read(&self) -> Result<ScaleKind, Wrong> {
        let mut wrong = Wrong::new();
        let kind = match self.kind {
            Kind::Direct => ScaleKind::Direct,
            Kind::Points => ScaleKind::Points(self.read_levels(&mut wrong)),
            Kind::Measure => ScaleKind::Measure(self.read_measure(&mut wrong)),
        };
        if wrong.is_empty() {
            // What no single field is to blame for.
            kind.check()
                .map_err(|why| vec![(Place::Whole, why.sentence())])?;
            Ok(kind)
        } else {
            Err(wrong)
        }
    }

    /// The edit that gives a criterion this scale.
    pub fn edit(id: &CriterionId, kind: ScaleKind) -> Edit {
        Edit::change_criterion(id.clone(), CriterionEdit::Scale(kind))
    }

    fn read_levels(&self, wrong: &mut Wrong) -> Vec<ScalePoint> {
        let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
        self.levels
            .iter()
            .map(|level| {
                let twins = self
                    .levels
                    .iter()
                    .filter(|l| same(&l.label, &level.label))
                    .count();
                if level.label.trim().is_empty() {
                    wrong.push((Place::Label(level.key), Mistyped::BlankLabel.sentence()));
                } else if twins > 1 {
                    let words = Mistyped::LabelTwice.sentence();
                    wrong.push((Place::Label(level.key), words));
                }
                ScalePoint {
                    label: level.label.trim().to_owned(),
                    words: level.words.clone(),
                    value: noted(
                        read_number(&level.value),
                        Place::LevelValue(level.key),
                        wrong,
                    ),
                    extra: level.extra.clone(),
                }
            })
            .collect()
    }

    /// The amount at a place, or zero with what is wrong noted.
    fn amount(&self, text: &str, place: Place, wrong: &mut Wrong) -> Finite {
        noted(read_amount(text, &self.unit), place, wrong)
    }

    fn read_measure(&self, wrong: &mut Wrong) -> Measure {
        let range = if self.fixed {
            let low = self.amount(&self.low, Place::Low, wrong);
            let high = self.amount(&self.high, Place::High, wrong);
            if wrong.is_empty() && low >= high {
                let words = Mistyped::UpperEnd.sentence();
                wrong.push((Place::High, words));
            }
            Range::Fixed { low, high }
        } else {
            Range::Local
        };
        let ends_are_right = wrong.is_empty();
        let mut bends: Vec<Breakpoint> = Vec::new();
        for bend in &self.bends {
            let place = Place::BendAt(bend.key);
            let before = wrong.len();
            let at = self.amount(&bend.at, place, wrong);
            let outside = matches!(range, Range::Fixed { low, high } if at <= low || at >= high);
            if wrong.len() == before && ends_are_right && outside {
                wrong.push((place, Mistyped::OutsideScale.sentence()));
            } else if wrong.len() == before && bends.iter().any(|b| b.at == at) {
                wrong.push((place, Mistyped::AmountTwice.sentence()));
            }
            let value = noted(read_number(&bend.value), Place::BendValue(bend.key), wrong);
            bends.push(Breakpoint {
                at,
                value,
                extra: bend.extra.clone(),
            });
        }
        // A file has them from the worst end to the best, whatever the order they were typed in.
        bends.sort_by(|a, b| match self.direction {
            Direction::Higher => a.at.get().total_cmp(&b.at.get()),
            Direction::Lower => b.at.get().total_cmp(&a.at.get()),
        });
        Measure {
            unit: self.unit.trim().to_owned(),
            direction: self.direction,
            range,
            bends,
        }
    }
}

fn noted(read: Result<Finite, String>, place: Place, wrong: &mut Wrong) -> Finite {
    read.unwrap_or_else(|why| {
        wrong.push((place, why));
        Finite::ZERO
    })
}
