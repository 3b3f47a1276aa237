//! Changes to the documents an appraisal rests on.

use super::Refusal;
use super::check::{Checked, check_length, check_name};
use serde::{Deserialize, Serialize};
use weighbridge_model::{Frame, PartialDate, Source};

/// A change to the list of sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SourcesEdit {
    /// Add a source with this title at the end.
    Add(String),
    /// Change a source, by its place from 0.
    Change(usize, SourceEdit),
    /// Remove a source, by its place from 0.
    Remove(usize),
}

/// A change to a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SourceEdit {
    /// The title; not empty.
    Title(String),
    /// Where to find it.
    Link(String),
    /// Its date.
    Date(Option<PartialDate>),
    /// What it is used for.
    Note(String),
}

impl SourcesEdit {
    pub(super) fn check(&self, on: &Frame) -> Checked {
        match self {
            Self::Add(title) => check_name(title),
            Self::Change(at, edit) => {
                on.sources.get(*at).ok_or(Refusal::NoEntry)?;
                edit.check()
            }
            Self::Remove(at) => on.sources.get(*at).map(|_| ()).ok_or(Refusal::NoEntry),
        }
    }

    pub(super) fn perform(&self, to: &mut Frame) {
        match self {
            Self::Add(title) => to.sources.push(Source {
                title: title.clone(),
                ..Source::default()
            }),
            Self::Change(at, edit) => {
                if let Some(source) = to.sources.get_mut(*at) {
                    edit.perform(source);
                }
            }
            Self::Remove(at) => {
                if *at < to.sources.len() {
                    to.sources.remove(*at);
                }
            }
        }
    }
}

impl SourceEdit {
    fn check(&self) -> Checked {
        match self {
            Self::Title(text) => check_name(text),
            Self::Link(text) | Self::Note(text) => check_length(text),
            Self::Date(_) => Ok(()),
        }
    }

    fn perform(&self, source: &mut Source) {
        match self {
            Self::Title(text) => text.trim().clone_into(&mut source.title),
            Self::Link(text) => source.link.clone_from(text),
            Self::Note(text) => source.note.clone_from(text),
            Self::Date(date) => source.date = *date,
        }
    }
}
