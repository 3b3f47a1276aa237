//! What is taken to be known of weights and scores, in a file.

use super::super::fields::{Fields, Read, invalid};
use super::super::words::{SHAPE, SPEAKS, Speaks};
use super::write::{Object, each};
use crate::json::Json;
use weighbridge_model::{
    Appraisal, CriterionId, Finite, MAX_STATEMENTS, Robustness, Shape, Statement,
};

/// Nothing while nothing is said that does not go without saying.
pub(super) fn robustness(from: &Robustness) -> Option<Json> {
    let plain = Robustness::default();
    if *from == plain {
        return None;
    }
    let mut to = Object::default();
    to.list("statements", each(&from.statements, statement));
    if from.shape != plain.shape {
        to.word("scores", SHAPE.word(&from.shape));
    }
    if from.precision != plain.precision {
        to.number("precision", from.precision);
    }
    if from.seed != plain.seed {
        to.put("seed", Json::Whole(i64::from(from.seed)));
    }
    Some(to.with(&from.extra))
}

/// A criterion, a word, and another criterion or a share.
fn statement(from: &Statement) -> Json {
    let (criterion, other) = from.criteria();
    let word = SPEAKS.word(&Speaks::of(from)).unwrap_or_default();
    let last = match (other, from.share()) {
        (Some(other), _) => Json::text(other.as_str()),
        (None, share) => Json::number(share.map_or(0.0, Finite::get)),
    };
    Json::List(vec![Json::text(criterion.as_str()), Json::text(word), last])
}

/// Reads what is said of the weights and scores of an appraisal whose criteria have been read.
pub(super) fn read_robustness(file: Option<Json>, of: &Appraisal) -> Read<Robustness> {
    let mut to = Robustness::default();
    let Some(file) = file else {
        return Ok(to);
    };
    let mut file = Fields::new(file, "robustness".to_owned())?;
    let list = file.list("statements")?;
    if list.len() > MAX_STATEMENTS {
        return Err(file.wrong(&format!("there are more than {MAX_STATEMENTS} statements")));
    }
    for (at, own) in (1..).zip(list) {
        let place = format!("robustness, statement {at}");
        let Some(own) = read_statement(&own).filter(|own| own.fits(&of.criteria)) else {
            return invalid(
                place,
                "it should be a criterion, “before” or “equal”, and another of the same group; or a criterion, “at-least” or “at-most”, and a share from 0 to 1; in square brackets",
            );
        };
        if to.statements.contains(&own) {
            return invalid(place, "it is there twice");
        }
        to.statements.push(own);
    }
    to.shape = file.word_or("scores", &SHAPE, Shape::default())?;
    if let Some(precision) = file.number("precision")? {
        to.precision = Finite::new(precision)
            .filter(|p| Robustness::can_be_asked(p.get()))
            .ok_or_else(|| {
                let (least, most) = (Robustness::FINEST, Robustness::COARSEST);
                file.wrong(&format!("precision should be from {least} to {most}"))
            })?;
    }
    if let Some(seed) = file.number("seed")? {
        to.seed = whole(seed).ok_or_else(|| {
            file.wrong(&format!(
                "seed should be a whole number from 0 to {}",
                u32::MAX
            ))
        })?;
    }
    to.extra = file.rest()?;
    Ok(to)
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

fn read_statement(from: &Json) -> Option<Statement> {
    let Json::List(parts) = from else {
        return None;
    };
    let [Json::Text(one), Json::Text(word), last] = parts.as_slice() else {
        return None;
    };
    let one = CriterionId::new(one).ok()?;
    let other = || match last {
        Json::Text(id) => CriterionId::new(id).ok(),
        _ => None,
    };
    let share = || last.as_number().and_then(Finite::new);
    Some(match SPEAKS.value(word)? {
        Speaks::AtLeastAsImportant => Statement::AtLeastAsImportant(one, other()?),
        Speaks::Equal => Statement::Equal(one, other()?),
        Speaks::AtLeast => Statement::AtLeast(one, share()?),
        Speaks::AtMost => Statement::AtMost(one, share()?),
    })
}
