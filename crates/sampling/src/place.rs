//! Places in the tables of a problem, and the tables that they are places in.
//!
//! An option, a group of options that are alike, a criterion, a branch, a piece of a simplex, a class of members and a
//! trial are named by their place, and each kind of place has a type of its own, so that no class is looked up among
//! the criteria. A place is had from a table that has it; all tables of one problem that are by the same kind of place
//! are equally long, so a look-up by a place of the same problem finds something, and [`Per`] and [`StreamIx`] are the
//! only code that has to rely on it.

use crate::STREAMS;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::slice::{Iter, IterMut};

/// A place in a table.
pub(crate) trait Ix: Copy + Ord + Debug {
    /// The place with so many before it.
    fn at(place: usize) -> Self;

    /// How many come before it.
    fn place(self) -> usize;
}

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) struct $name(usize);

        impl Ix for $name {
            fn at(place: usize) -> Self {
                Self(place)
            }

            fn place(self) -> usize {
                self.0
            }
        }
    )*};
}

places! {
    /// Which option.
    OptionIx
    /// Which group of options that are alike.
    GroupIx
    /// Which criterion.
    CriterionIx
    /// Which branch of the tree of criteria.
    BranchIx
    /// Which piece of a simplex.
    PieceIx
    /// Which class of members that must be equal.
    ClassIx
    /// Which trial of an option.
    TrialIx
}

/// Something for each option.
pub(crate) type PerOption<T> = Per<OptionIx, T>;
/// Something for each group of options.
pub(crate) type PerGroup<T> = Per<GroupIx, T>;
/// Something for each criterion.
pub(crate) type PerCriterion<T> = Per<CriterionIx, T>;
/// Something for each branch.
pub(crate) type PerBranch<T> = Per<BranchIx, T>;
/// Something for each piece of a simplex.
pub(crate) type PerPiece<T> = Per<PieceIx, T>;
/// Something for each class of members.
pub(crate) type PerClass<T> = Per<ClassIx, T>;
/// Something for each trial.
pub(crate) type PerTrial<T> = Per<TrialIx, T>;

/// The first so many places.
pub(crate) fn places<I: Ix>(count: usize) -> impl Iterator<Item = I> {
    (0..count).map(I::at)
}

/// A table with one `T` for each place of a kind, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Per<I, T> {
    all: Vec<T>,
    by: PhantomData<I>,
}

impl<I: Ix, T> Per<I, T> {
    /// The table of some things in the order of their places.
    pub(crate) fn of(all: impl IntoIterator<Item = T>) -> Self {
        Self {
            all: all.into_iter().collect(),
            by: PhantomData,
        }
    }

    /// Other things in the place of all that are there.
    pub(crate) fn refill(&mut self, all: impl IntoIterator<Item = T>) {
        self.all.clear();
        self.all.extend(all);
    }

    /// Adds something at the end.
    pub(crate) fn push(&mut self, last: T) -> I {
        self.all.push(last);
        I::at(self.all.len() - 1)
    }

    /// The place with so many before it, if there is one.
    pub(crate) fn ix(&self, place: usize) -> Option<I> {
        (place < self.all.len()).then(|| I::at(place))
    }

    /// Every place, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = I> + Clone + use<I, T> {
        (0..self.all.len()).map(I::at)
    }

    /// Every place with what is there, in order.
    pub(crate) fn iter_enumerated(&self) -> impl Iterator<Item = (I, &T)> + Clone {
        let all = self.all.iter().enumerate();
        all.map(|(at, own)| (I::at(at), own))
    }

    /// Every place with what is there, to be changed.
    pub(crate) fn iter_enumerated_mut(&mut self) -> impl Iterator<Item = (I, &mut T)> {
        let all = self.all.iter_mut().enumerate();
        all.map(|(at, own)| (I::at(at), own))
    }

    /// The first place whose content is as asked.
    pub(crate) fn position(&self, is_asked: impl FnMut(&T) -> bool) -> Option<I> {
        self.all.iter().position(is_asked).map(I::at)
    }

    /// A table of the same places, with what follows from each.
    pub(crate) fn map<U>(&self, mut of: impl FnMut(I, &T) -> U) -> Per<I, U> {
        Per::of(self.iter_enumerated().map(|(ix, own)| of(ix, own)))
    }

    /// In order, as a slice.
    pub(crate) fn as_slice(&self) -> &[T] {
        &self.all
    }

    /// In order, as a slice to be changed.
    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.all
    }

    /// In order.
    pub(crate) fn iter(&self) -> Iter<'_, T> {
        self.all.iter()
    }

    /// In order, to be changed.
    pub(crate) fn iter_mut(&mut self) -> IterMut<'_, T> {
        self.all.iter_mut()
    }

    /// How many places there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }
}

impl<I: Ix, T> Index<I> for Per<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "a place comes from a table of the same length"
    )]
    #[inline(always)]
    fn index(&self, ix: I) -> &T {
        &self.all[ix.place()]
    }
}

impl<I: Ix, T> IndexMut<I> for Per<I, T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a place comes from a table of the same length"
    )]
    #[inline(always)]
    fn index_mut(&mut self, ix: I) -> &mut T {
        &mut self.all[ix.place()]
    }
}

impl<I, T> Default for Per<I, T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            by: PhantomData,
        }
    }
}

impl<'a, I: Ix, T> IntoIterator for &'a Per<I, T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, I: Ix, T> IntoIterator for &'a mut Per<I, T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<I: Ix, T> IntoIterator for Per<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> std::vec::IntoIter<T> {
        self.all.into_iter()
    }
}

/// One of the [`STREAMS`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct StreamIx(usize);

impl StreamIx {
    /// All streams, in order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..STREAMS).map(Self)
    }

    /// The stream with so many before it, if there is one.
    pub(crate) fn at(place: usize) -> Option<Self> {
        (place < STREAMS).then_some(Self(place))
    }

    /// How many streams come before it.
    pub(crate) fn place(self) -> usize {
        self.0
    }

    /// What is this stream's of something for each.
    #[expect(
        clippy::indexing_slicing,
        reason = "a stream is made with a place below how many there are"
    )]
    #[inline(always)]
    pub(crate) fn of<T>(self, all: &[T; STREAMS]) -> &T {
        &all[self.0]
    }

    /// What is this stream's of something for each, to be changed.
    #[expect(
        clippy::indexing_slicing,
        reason = "a stream is made with a place below how many there are"
    )]
    #[inline(always)]
    pub(crate) fn of_mut<T>(self, all: &mut [T; STREAMS]) -> &mut T {
        &mut all[self.0]
    }
}
