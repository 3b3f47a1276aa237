//! What is taken to be known of weights and scores.

use super::common::{Given, Known, Loose, Number, Unknown, kept, unknown, words};
use crate::problems::At;
use crate::wrong::Wrong;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{self as model, Criterion, CriterionId, Finite, MAX_STATEMENTS, Statement};

words!(Shape for model::Shape { Triangular, Uniform, Pert, Normal, AsGiven });

/// What a statement says of weights, without of which.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Relation {
    Before,
    Equal,
    AtLeast,
    AtMost,
}

/// A statement: a criterion, the relation, and another criterion or a share.
type Said = (String, Relation, Given);

/// What is known when weights and scores are not certain, and how it is sampled.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Robustness {
    /// A statement about the weights of a group: a criterion, "before" or "equal", and another of the
    /// group; or a criterion, "at-least" or "at-most", and a share of the group from 0 to 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    statements: Vec<Loose<Said>>,
    /// How scores with a range are distributed over it; triangular when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Shape>,
    /// Sampling stops once every share is known this closely, at 95%, in percentage points; 0.5 when
    /// left out.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.05, max = 5)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<Number>,
    /// What random numbers begin with; 1 when left out.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<u32>", range(min = 0, max = 4_294_967_295_u32))
    )]
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<Number>,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Robustness {
    /// The statements about weights and the uncertainty of scores of an appraisal, whose criteria are given.
    pub(super) fn into_model(
        self,
        of: &[Criterion],
        known: &Known,
        at: At<'_>,
    ) -> model::Robustness {
        let mut to = model::Robustness {
            statements: statements(self.statements, of, known, at),
            shape: self.scores.map(Into::into).unwrap_or_default(),
            extra: kept(self.unknown),
            ..model::Robustness::default()
        };
        if let Some(Number(precision)) = self.precision {
            let asked = Finite::new(precision);
            match asked.filter(|p| model::Robustness::can_be_asked(p.get())) {
                Some(precision) => to.precision = precision,
                None => at.wrong_field("precision", Wrong::Precision),
            }
        }
        if let Some(Number(seed)) = self.seed {
            match whole(seed) {
                Some(seed) => to.seed = seed,
                None => at.wrong_field("seed", Wrong::Seed),
            }
        }
        to
    }

    /// For the file; nothing while everything is as it is by default.
    pub(super) fn unless_plain(from: &model::Robustness) -> Option<Self> {
        let plain = model::Robustness::default();
        (*from != plain).then(|| Self {
            statements: from.statements.iter().map(said).collect(),
            scores: (from.shape != plain.shape).then(|| from.shape.into()),
            precision: (from.precision != plain.precision).then(|| from.precision.into()),
            seed: (from.seed != plain.seed).then(|| Number(f64::from(from.seed))),
            unknown: unknown(&from.extra),
        })
    }
}

fn statements(
    list: Vec<Loose<Said>>,
    of: &[Criterion],
    known: &Known,
    at: At<'_>,
) -> Vec<Statement> {
    if list.len() > MAX_STATEMENTS {
        let what = Wrong::TooManyStatements(MAX_STATEMENTS);
        at.wrong_field("statements", what);
        return Vec::new();
    }
    let mut to: Vec<Statement> = Vec::new();
    let at = at.field("statements");
    for (n, said) in list.into_iter().enumerate() {
        let read = said.shaped().and_then(statement);
        match read.filter(|own| !known.criteria.is_sure() || own.fits(of)) {
            None => at.item(n).wrong(Wrong::Statement),
            Some(own) if to.contains(&own) => at.item(n).wrong(Wrong::StatementTwice),
            Some(own) => to.push(own),
        }
    }
    to
}

fn statement((one, relation, other): Said) -> Option<Statement> {
    let one = CriterionId::new(&one).ok()?;
    match (relation, other) {
        (Relation::Before, Given::Text(id)) => Some(Statement::AtLeastAsImportant(
            one,
            CriterionId::new(&id).ok()?,
        )),
        (Relation::Equal, Given::Text(id)) => {
            Some(Statement::Equal(one, CriterionId::new(&id).ok()?))
        }
        (Relation::AtLeast, Given::Number(Number(x))) => {
            Some(Statement::AtLeast(one, Finite::new(x)?))
        }
        (Relation::AtMost, Given::Number(Number(x))) => {
            Some(Statement::AtMost(one, Finite::new(x)?))
        }
        (Relation::Before | Relation::Equal, Given::Number(_))
        | (Relation::AtLeast | Relation::AtMost, Given::Text(_)) => None,
    }
}

fn said(from: &Statement) -> Loose<Said> {
    let other = |id: &CriterionId| Given::Text(id.to_string());
    let share = |x: &Finite| Given::Number((*x).into());
    let (one, relation, last) = match from {
        Statement::AtLeastAsImportant(one, id) => (one, Relation::Before, other(id)),
        Statement::Equal(one, id) => (one, Relation::Equal, other(id)),
        Statement::AtLeast(one, x) => (one, Relation::AtLeast, share(x)),
        Statement::AtMost(one, x) => (one, Relation::AtMost, share(x)),
    };
    Loose::Shaped((one.to_string(), relation, last))
}

/// A number as a whole one, if it is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast stops at the ends, and what it changed is refused"
)]
fn whole(x: f64) -> Option<u32> {
    let near = x as u32;
    (f64::from(near).to_bits() == x.to_bits()).then_some(near)
}
