//! What can stand inside an element.

use super::{List, words};
use std::borrow::Cow;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// What can stand inside an element.
pub trait Child {
    /// As a node.
    fn into_node(self) -> VNode;
}

impl Child for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl Child for &VNode {
    fn into_node(self) -> VNode {
        self.clone()
    }
}

impl Child for String {
    fn into_node(self) -> VNode {
        words(AttrValue::from(self))
    }
}

impl Child for &String {
    fn into_node(self) -> VNode {
        self.as_str().into_node()
    }
}

impl Child for &str {
    fn into_node(self) -> VNode {
        words(AttrValue::from(self.to_owned()))
    }
}

impl Child for Cow<'_, str> {
    fn into_node(self) -> VNode {
        self.into_owned().into_node()
    }
}

impl Child for AttrValue {
    fn into_node(self) -> VNode {
        words(self)
    }
}

impl Child for &AttrValue {
    fn into_node(self) -> VNode {
        words(self.clone())
    }
}

impl Child for usize {
    fn into_node(self) -> VNode {
        self.to_string().into_node()
    }
}

impl<T: Child> Child for Option<T> {
    fn into_node(self) -> VNode {
        // An empty node where there is none, so that what follows keeps its place.
        self.map_or_else(|| List::new().done(), Child::into_node)
    }
}

impl<T: Child> Child for Vec<T> {
    fn into_node(self) -> VNode {
        let mut list = List::new();
        for child in self {
            list.0.push(child.into_node());
        }
        list.done()
    }
}
