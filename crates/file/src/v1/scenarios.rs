//! Scenarios, in a file.

use super::super::fields::{Fields, Read, invalid};
use super::framing::name;
use super::read::{scores, weight};
use super::write::{Object, score_rows};
use crate::json::Json;
use weighbridge_model::{Appraisal, CriterionId, Scenario, ScenarioId};

pub(super) fn scenario(from: &Scenario, of: &Appraisal) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    to.said("note", &from.note);
    let mut weights = Object::default();
    // In the order of the criteria, as scores are.
    for (criterion, _) in of.criteria_in_order() {
        if let Some(weight) = from.weights.get(&criterion.id) {
            weights.put(criterion.id.as_str(), Json::number(weight.get()));
        }
    }
    if !from.weights.is_empty() {
        to.put("weights", Json::Object(weights.0));
    }
    if !from.scores.is_empty() {
        to.put("scores", score_rows(of, &from.scores));
    }
    to.with(&from.extra)
}

/// Reads a scenario of an appraisal whose options and criteria have been read.
pub(super) fn read_scenario(mut file: Fields, of: &Appraisal) -> Read<Scenario> {
    let id = file.needed_text("id")?;
    let id = ScenarioId::new(&id).or_else(|e| invalid("scenarios", e))?;
    file.place = format!("scenario “{id}”");
    let mut to = Scenario::new(id, &name(&mut file)?);
    to.note = file.text("note")?;
    for (id, raw) in file.pairs("weights")? {
        let known = CriterionId::new(&id)
            .ok()
            .filter(|id| of.criterion(id).is_some());
        let Some(criterion) = known else {
            return Err(file.wrong(&format!("there is no criterion “{id}”")));
        };
        let Some(raw) = raw.as_number() else {
            return Err(file.wrong(&format!("the weight of “{id}” should be a number")));
        };
        to.weights.insert(criterion, weight(&file, raw)?);
    }
    let prefix = format!("{}: ", file.place);
    to.scores = scores(file.pairs("scores")?, of, &prefix)?;
    to.extra = file.rest()?;
    Ok(to)
}
