//! Changes to a list, one item at a time.

use super::Refusal;
use super::check::Checked;
use serde::{Deserialize, Serialize};

/// One place up or down a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

impl Move {
    /// Where one place from `at` leads in a list of so many; `None` past an end.
    pub fn from(self, at: usize, of: usize) -> Option<usize> {
        match self {
            Self::Up => at.checked_sub(1),
            Self::Down => Some(at + 1).filter(|to| *to < of),
        }
    }

    /// The nearest in a list, from `at` in this direction, that is like what stands there.
    pub(super) fn among<T>(
        self,
        list: &[T],
        at: usize,
        alike: impl Fn(&T, &T) -> bool,
    ) -> Option<usize> {
        let here = list.get(at)?;
        let like = |to: &usize| list.get(*to).is_some_and(|there| alike(here, there));
        match self {
            Self::Up => (0..at).rev().find(like),
            Self::Down => (at + 1..list.len()).find(like),
        }
    }
}

/// A change to a list whose items are told apart by a key: an id, or the place from 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ListEdit<K, T> {
    /// Add an item at the end.
    Add(T),
    /// Put an item in the place of another.
    Change(K, T),
    /// Move an item one place; at the end of the list nothing moves.
    Move(K, Move),
    /// Remove an item.
    Remove(K),
}

impl<K, T: Clone> ListEdit<K, T> {
    /// What is added or put in a place.
    pub(super) fn item(&self) -> Option<&T> {
        match self {
            Self::Add(item) | Self::Change(_, item) => Some(item),
            Self::Move(..) | Self::Remove(_) => None,
        }
    }

    /// What is changed, moved or removed.
    pub(super) fn key(&self) -> Option<&K> {
        match self {
            Self::Add(_) => None,
            Self::Change(key, _) | Self::Move(key, _) | Self::Remove(key) => Some(key),
        }
    }

    /// Refuses what names an item that is not there.
    pub(super) fn check(&self, list: &[T], place: impl Fn(&[T], &K) -> Option<usize>) -> Checked {
        match self.key() {
            Some(key) if place(list, key).is_none() => Err(Refusal::NoEntry),
            Some(_) | None => Ok(()),
        }
    }

    /// Does it. Items move among those that are alike.
    pub(super) fn perform(
        &self,
        list: &mut Vec<T>,
        place: impl Fn(&[T], &K) -> Option<usize>,
        alike: impl Fn(&T, &T) -> bool,
    ) {
        let at = self.key().and_then(|key| place(list, key));
        match (self, at) {
            (Self::Add(item), _) => list.push(item.clone()),
            (Self::Change(_, item), Some(at)) => {
                if let Some(place) = list.get_mut(at) {
                    item.clone_into(place);
                }
            }
            (Self::Move(_, way), Some(at)) => {
                if let Some(other) = way.among(list, at, alike) {
                    list.swap(at, other);
                }
            }
            (Self::Remove(_), Some(at)) => {
                list.remove(at);
            }
            (Self::Change(..) | Self::Move(..) | Self::Remove(_), None) => {}
        }
    }
}

/// The place of an item that goes by its place.
pub(super) fn by_place<T>(list: &[T], at: &usize) -> Option<usize> {
    (*at < list.len()).then_some(*at)
}
