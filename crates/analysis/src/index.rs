//! Places in an analysis and the tables they are places in.
//!
//! An option, a leaf and a node are named by their place, and each kind of place has a type of its own, so that no
//! leaf is looked up among the options. A place can only be had from a table that has it ([`Per::keys`],
//! [`Per::iter_enumerated`], [`Per::ix`]), and all tables of one analysis that are by the same kind of place are
//! equally long; so a look-up by a place of the same analysis finds something, and [`Per`] is the only code that has
//! to rely on it.

use std::fmt::Debug;
use std::iter::Enumerate;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::slice::{Iter, IterMut};

/// A place in the tables of an [`Analysis`](crate::Analysis): [`OptionIx`], [`LeafIx`] or [`NodeIx`].
pub trait Ix: Copy + Ord + Debug + made::Made {
    /// How many come before it.
    fn place(self) -> usize;
}

/// Only this crate makes places.
mod made {
    /// What becomes a place.
    pub trait Made {
        /// The place with so many before it.
        fn at(place: usize) -> Self;
    }
}

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl made::Made for $name {
            fn at(place: usize) -> Self {
                Self(place)
            }
        }

        impl Ix for $name {
            fn place(self) -> usize {
                self.0
            }
        }

        impl From<$name> for usize {
            fn from(ix: $name) -> Self {
                ix.0
            }
        }

        /// Compared with how many come before it.
        impl PartialEq<usize> for $name {
            fn eq(&self, place: &usize) -> bool {
                self.0 == *place
            }
        }

        /// How many come before a place, compared with it.
        impl PartialEq<$name> for usize {
            fn eq(&self, ix: &$name) -> bool {
                *self == ix.0
            }
        }
    )*};
}

places! {
    /// Which of the options that are appraised (not ruled out), in the appraisal's order.
    OptionIx
    /// Which of the criteria that are scored, in the appraisal's order.
    LeafIx
    /// Which criterion of the tree, branches before their children.
    NodeIx
}

/// Something for each option.
pub type PerOption<T> = Per<OptionIx, T>;
/// Something for each leaf.
pub type PerLeaf<T> = Per<LeafIx, T>;
/// Something for each node.
pub type PerNode<T> = Per<NodeIx, T>;

/// Something for each option (outer) on each leaf (inner): `grid[option][leaf]`.
pub type Grid<T> = PerOption<PerLeaf<T>>;

/// Leaves that stand one after another; at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeafRange {
    first: LeafIx,
    last: LeafIx,
}

impl LeafRange {
    /// The leaves from one on that come before another.
    pub(crate) fn before(first: usize, end: usize) -> Self {
        Self {
            first: LeafIx(first),
            last: LeafIx(end.saturating_sub(1).max(first)),
        }
    }

    /// The first of them.
    pub fn first(&self) -> LeafIx {
        self.first
    }

    /// Whether a leaf is one of them.
    pub fn contains(&self, leaf: LeafIx) -> bool {
        self.first <= leaf && leaf <= self.last
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = LeafIx> + use<> {
        (self.first.0..=self.last.0).map(LeafIx)
    }

    /// How many there are, 1 or more.
    pub fn count(&self) -> usize {
        self.last.0 - self.first.0 + 1
    }
}

/// A table with one `T` for each place of a kind, in their order.
///
/// It is looked up by place (`table[ix]`). A place from an analysis with more of the kind is not in it, and looking it
/// up panics: there is no right answer then, and a wrong one would pass for right.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let names = analysis.nodes.map(|ix, node| format!("{} {}", usize::from(ix) + 1, node.id));
/// let second = analysis.nodes.ix(1).unwrap();
/// assert!(names[second].starts_with("2 "));
/// assert_eq!(analysis.nodes.ix(99), None, "there are fewer");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Per<I, T> {
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

    /// Adds something at the end.
    pub(crate) fn push(&mut self, last: T) -> I {
        self.all.push(last);
        I::at(self.all.len() - 1)
    }

    /// The place with so many before it, if there is one.
    pub fn ix(&self, place: usize) -> Option<I> {
        (place < self.all.len()).then(|| I::at(place))
    }

    /// Every place, in order.
    pub fn keys(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.all.len()).map(I::at)
    }

    /// Every place with what is there, in order.
    pub fn iter_enumerated(
        &self,
    ) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        enumerated(self.all.iter().enumerate())
    }

    /// The first place whose content is as asked.
    pub fn position(&self, is_asked: impl FnMut(&T) -> bool) -> Option<I> {
        self.all.iter().position(is_asked).map(I::at)
    }

    /// A table of the same places, with what follows from each.
    pub fn map<U>(&self, mut of: impl FnMut(I, &T) -> U) -> Per<I, U> {
        Per::of(self.iter_enumerated().map(|(ix, own)| of(ix, own)))
    }

    /// In order, as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.all
    }

    /// In order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.all.iter()
    }

    /// In order, to be changed.
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        self.all.iter_mut()
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl<I: Ix, T> Per<I, T> {
    /// Every place with what is there, to be changed.
    pub(crate) fn iter_enumerated_mut(&mut self) -> impl Iterator<Item = (I, &mut T)> {
        let all = self.all.iter_mut().enumerate();
        all.map(|(at, own)| (I::at(at), own))
    }
}

fn enumerated<'a, I: Ix, T>(
    all: Enumerate<Iter<'a, T>>,
) -> impl DoubleEndedIterator<Item = (I, &'a T)> + ExactSizeIterator + Clone {
    all.map(|(at, own)| (I::at(at), own))
}

impl<I: Ix, T> Index<I> for Per<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "a place comes from a table of the same length; one from another analysis has no right answer"
    )]
    fn index(&self, ix: I) -> &T {
        &self.all[ix.place()]
    }
}

impl<I: Ix, T> IndexMut<I> for Per<I, T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a place comes from a table of the same length; one from another analysis has no right answer"
    )]
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

impl<I, T: Debug> Debug for Per<I, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.all.fmt(f)
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
