//! The framework, gateways, checks, priorities and over-arching criteria, in a file.

use super::super::fields::{Fields, Read, invalid};
use super::super::words::{CHECK, DIMENSION, VERDICT, YES};
use super::write::Object;
use crate::json::Json;
use weighbridge_model::{self as model, ChoiceVerdict, PriorityId};

pub(super) fn choice(from: &model::Choice) -> Json {
    let mut to = Object::default();
    to.word("dimension", DIMENSION.word(&from.dimension));
    to.text("name", &from.name);
    to.word("verdict", VERDICT.word(&from.verdict));
    to.said("reason", &from.reason);
    to.with(&from.extra)
}

pub(super) fn read_choice(mut file: Fields) -> Read<model::Choice> {
    let Some(dimension) = file.word("dimension", &DIMENSION)? else {
        return Err(file.wrong("dimension is missing"));
    };
    Ok(model::Choice {
        dimension,
        name: name(&mut file)?,
        verdict: file.word_or("verdict", &VERDICT, ChoiceVerdict::Open)?,
        reason: file.text("reason")?,
        extra: file.rest()?,
    })
}

pub(super) fn name(file: &mut Fields) -> Read<String> {
    let name = file.needed_text("name")?;
    if name.trim().is_empty() {
        return Err(file.wrong("it needs a name"));
    }
    Ok(name)
}

pub(super) fn check(from: &model::CheckAnswer) -> Json {
    let mut to = Object::default();
    to.word("check", CHECK.word(&from.check));
    to.word("answer", from.yes.and_then(|yes| YES.word(&yes)));
    to.said("note", &from.note);
    to.with(&from.extra)
}

pub(super) fn read_check(mut file: Fields) -> Read<model::CheckAnswer> {
    let Some(check) = file.word("check", &CHECK)? else {
        return Err(file.wrong("check is missing"));
    };
    Ok(model::CheckAnswer {
        check,
        yes: file.word("answer", &YES)?,
        note: file.text("note")?,
        extra: file.rest()?,
    })
}

pub(super) fn priority(from: &model::Priority) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    to.said("source", &from.source);
    to.with(&from.extra)
}

pub(super) fn read_priority(mut file: Fields) -> Read<model::Priority> {
    let id = file.needed_text("id")?;
    let id = PriorityId::new(&id).or_else(|e| invalid("priorities", e))?;
    file.place = format!("priority “{id}”");
    Ok(model::Priority {
        id,
        name: name(&mut file)?,
        source: file.text("source")?,
        extra: file.rest()?,
    })
}

/// The id of a priority in the list of a criterion.
pub(super) fn priority_id(file: &Fields, id: Json) -> Read<PriorityId> {
    match id {
        Json::Text(id) => PriorityId::new(&id).or_else(|e| invalid(file.place.clone(), e)),
        _ => Err(file.wrong("priorities should be a list of ids")),
    }
}

pub(super) fn overarching(from: &model::Overarching) -> Json {
    let mut to = Object::default();
    to.text("name", &from.name);
    to.said("note", &from.note);
    to.with(&from.extra)
}

pub(super) fn read_overarching(mut file: Fields) -> Read<model::Overarching> {
    Ok(model::Overarching {
        name: name(&mut file)?,
        note: file.text("note")?,
        extra: file.rest()?,
    })
}

/// Whether every gateway and every priority that is named is there, and each check answered once.
pub(super) fn names_are_there(of: &model::Appraisal) -> Read<()> {
    for option in of.options.iter() {
        for (id, _) in option.gateways.iter() {
            if !of.frame.gateways.iter().any(|g| g.id == *id) {
                return invalid(
                    format!("option “{}”", option.id),
                    format!("there is no gateway “{id}”"),
                );
            }
        }
    }
    for gateway in &of.frame.gateways {
        let Some(level) = &gateway.level else {
            continue;
        };
        let found = of.criterion(&level.criterion);
        if !found.is_some_and(model::Criterion::is_leaf) {
            return invalid(
                format!("gateway “{}”", gateway.id),
                format!("there is no criterion “{}” to be scored", level.criterion),
            );
        }
    }
    for (criterion, _) in of.criteria_in_order() {
        for id in &criterion.priorities {
            if !of.frame.priorities.iter().any(|p| p.id == *id) {
                return invalid(
                    format!("criterion “{}”", criterion.id),
                    format!("there is no priority “{id}”"),
                );
            }
        }
    }
    for (at, answer) in of.frame.checks.iter().enumerate() {
        if of
            .frame
            .checks
            .iter()
            .take(at)
            .any(|c| c.check == answer.check)
        {
            return invalid("checks", "a check is answered twice");
        }
    }
    Ok(())
}
