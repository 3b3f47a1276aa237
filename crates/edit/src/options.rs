//! Changes to the options.

use super::check::{Checked, check_length, check_name, option};
use super::{Move, Refusal};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Alternative, Appraisal, Attribute, AttributeKey, Baseline, GatewayId, GatewayResult,
    MAX_OPTIONS, OptionId, OptionStatus,
};

/// A change to the options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OptionsEdit {
    /// Add an option at the end.
    Add {
        /// Its id, not yet in use.
        id: OptionId,
        /// Its name.
        name: String,
    },
    /// Change a fact about an option.
    Change(OptionId, OptionEdit),
    /// Move an option one place among the appraised options, or among the ruled out.
    Move(OptionId, Move),
    /// Remove an option with all its scores.
    Remove(OptionId),
    /// Give an attribute that the user named another name, on every option.
    RenameAttribute(String, String),
    /// Remove an attribute that the user named from every option.
    RemoveAttribute(String),
}

/// A change to an option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OptionEdit {
    /// The name; not empty.
    Name(String),
    /// The short name.
    Short(String),
    /// The summary.
    Summary(String),
    /// How far it has come.
    Status(OptionStatus),
    /// Whether it is what others are compared with.
    Baseline(Option<Baseline>),
    /// An attribute; an empty value removes it.
    Attribute(AttributeKey, String),
    /// How it fares at a gateway; `None` takes it back.
    GatewayResult(GatewayId, Option<GatewayResult>),
}

/// The neighbour with which an option changes places: one of its own kind, appraised or ruled out,
/// since the two are shown in lists of their own.
fn neighbour(list: &[Alternative], id: &OptionId, way: Move) -> Option<(usize, usize)> {
    let at = list.iter().position(|o| o.id == *id)?;
    let alike = |one: &Alternative, other: &Alternative| one.is_appraised() == other.is_appraised();
    Some((at, way.among(list, at, alike)?))
}

impl OptionsEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Add { id, name } => {
                check_name(name)?;
                if on.options.len() >= MAX_OPTIONS {
                    return Err(Refusal::TooManyOptions);
                }
                if on.option(id).is_some() {
                    return Err(Refusal::IdInUse(id.to_string()));
                }
                Ok(())
            }
            Self::Change(id, edit) => edit.check(on, id),
            Self::Move(id, way) => {
                option(on, id)?;
                let free = neighbour(&on.options, id, *way);
                free.map(|_| ()).ok_or(Refusal::AtTheEnd)
            }
            Self::Remove(id) => option(on, id).map(|_| ()),
            Self::RenameAttribute(from, name) => check_rename(on, from, name),
            Self::RemoveAttribute(_) => Ok(()),
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::Add { id, name } => {
                let added = Alternative::new(id.clone(), name.trim());
                to.options_mut().push(added);
            }
            Self::Change(id, edit) => {
                let found = to.options_mut().iter_mut().find(|o| o.id == *id);
                if let Some(option) = found {
                    edit.perform(option);
                }
            }
            Self::Move(id, way) => {
                if let Some((at, other)) = neighbour(&to.options, id, *way) {
                    to.options_mut().swap(at, other);
                }
            }
            Self::Remove(id) => remove(to, id),
            Self::RenameAttribute(from, name) => {
                let (old, new) = (AttributeKey::Own(from.clone()), AttributeKey::named(name));
                for attribute in to.options_mut().iter_mut().flat_map(|o| &mut o.attributes) {
                    if attribute.key == old {
                        attribute.key = new.clone();
                    }
                }
            }
            Self::RemoveAttribute(name) => {
                let key = AttributeKey::Own(name.clone());
                for option in to.options_mut() {
                    option.attributes.retain(|a| a.key != key);
                }
            }
        }
    }
}

fn check_rename(on: &Appraisal, from: &str, name: &str) -> Checked {
    check_name(name)?;
    let (old, new) = (
        AttributeKey::Own(from.to_owned()),
        AttributeKey::named(name),
    );
    if new == old {
        return Ok(());
    }
    let taken = |o: &Alternative| o.attributes.iter().any(|a| a.key == new);
    if new != AttributeKey::Own(name.trim().to_owned()) || on.options.iter().any(taken) {
        return Err(Refusal::AttributeInUse(name.trim().to_owned()));
    }
    Ok(())
}

fn remove(from: &mut Appraisal, id: &OptionId) {
    from.options_mut().retain(|o| o.id != *id);
    let voices = from.judgements_mut().voices_mut();
    voices.for_each(|voice| voice.forget_option(id));
}

impl OptionEdit {
    fn check(&self, on: &Appraisal, id: &OptionId) -> Checked {
        // A gateway that is not there is told first, as ever.
        if let Self::GatewayResult(gateway, _) = self
            && !on.frame.gateways.iter().any(|g| g.id == *gateway)
        {
            return Err(Refusal::NoEntry);
        }
        option(on, id)?;
        match self {
            Self::Name(text) => check_name(text),
            Self::Short(text) | Self::Summary(text) => check_length(text),
            Self::Status(_) | Self::Baseline(_) | Self::GatewayResult(_, None) => Ok(()),
            Self::Attribute(key, value) => {
                check_name(key.key())?;
                check_length(value)
            }
            Self::GatewayResult(_, Some(result)) => check_length(&result.evidence),
        }
    }

    fn perform(&self, option: &mut Alternative) {
        match self {
            Self::Name(text) => text.trim().clone_into(&mut option.name),
            Self::Short(text) => option.short.clone_from(text),
            Self::Summary(text) => option.summary.clone_from(text),
            Self::Status(status) => option.status = status.clone(),
            Self::Baseline(baseline) => option.baseline = *baseline,
            Self::Attribute(key, value) => set_attribute(&mut option.attributes, key, value),
            Self::GatewayResult(gateway, Some(result)) => {
                option.gateways.insert(gateway.clone(), result.clone());
            }
            Self::GatewayResult(gateway, None) => {
                option.gateways.remove(gateway);
            }
        }
    }
}

fn set_attribute(attributes: &mut Vec<Attribute>, key: &AttributeKey, value: &str) {
    let place = |key: &AttributeKey| attributes.iter().position(|a| a.key == *key);
    let own = if let AttributeKey::Own(name) = key {
        Some(name).filter(|_| place(key).is_none())
    } else {
        None
    };
    let key = own.map_or_else(|| key.clone(), |name| AttributeKey::named(name));
    match (place(&key), value.trim().is_empty()) {
        (Some(at), true) => {
            attributes.remove(at);
        }
        (Some(at), false) => {
            if let Some(attribute) = attributes.get_mut(at) {
                value.clone_into(&mut attribute.value);
            }
        }
        (None, true) => {}
        (None, false) => attributes.push(Attribute {
            key,
            value: value.to_owned(),
        }),
    }
}
