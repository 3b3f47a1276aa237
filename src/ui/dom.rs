//! The builder that `html!` writes calls of: small functions, so that markup costs few bytes.

mod child;

pub use child::Child;

use std::rc::Rc;
use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};

/// An element being built.
pub struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

/// Nodes side by side being built.
#[derive(Default)]
pub struct List(Vec<VNode>);

fn words(text: AttrValue) -> VNode {
    VNode::from(VText::new(text))
}

/// Text that is known beforehand, as a node.
#[inline(never)]
pub fn text(text: &'static str) -> Html {
    words(AttrValue::Static(text))
}

/// Anything that can stand inside an element, as a node.
pub fn node(child: impl Child) -> Html {
    child.into_node()
}

impl Element {
    /// An element with a tag.
    pub fn new(tag: &'static str) -> Self {
        Self::tagged(AttrValue::Static(tag))
    }

    /// An element with a tag that is worked out.
    pub fn named(tag: String) -> Self {
        Self::tagged(AttrValue::from(tag))
    }

    #[inline(never)]
    fn tagged(tag: AttrValue) -> Self {
        Self(Box::new(Parts {
            tag: VTag::new(tag),
            listeners: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// An attribute known beforehand.
    #[inline(never)]
    #[must_use]
    pub fn fixed(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.tag.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// An attribute, left out when there is no value.
    #[must_use]
    pub fn attribute(
        self,
        name: &'static str,
        value: impl IntoPropValue<Option<AttrValue>>,
    ) -> Self {
        self.some(name, value.into_prop_value())
    }

    #[inline(never)]
    fn some(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        if let Some(value) = value {
            self.0.tag.add_attribute(name, value);
        }
        self
    }

    /// An attribute that is there or not.
    #[inline(never)]
    #[must_use]
    pub fn flag(mut self, name: &'static str, on: bool) -> Self {
        if on {
            self.0.tag.add_attribute(name, AttrValue::Static(name));
        }
        self
    }

    /// Classes, left out when there are none.
    #[must_use]
    pub fn class(self, classes: impl Into<Classes>) -> Self {
        self.classes(classes.into())
    }

    #[inline(never)]
    fn classes(self, classes: Classes) -> Self {
        let words = (!classes.is_empty()).then(|| AttrValue::from(classes.to_string()));
        self.some("class", words)
    }

    /// What a field holds.
    #[must_use]
    pub fn value(self, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
        self.holding(value.into_prop_value())
    }

    #[inline(never)]
    fn holding(mut self, value: Option<AttrValue>) -> Self {
        self.0.tag.set_value(value);
        self
    }

    /// Whether a box or a radio button is chosen.
    #[inline(never)]
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// What tells it from its siblings.
    #[must_use]
    pub fn key(self, key: impl Into<Key>) -> Self {
        self.keyed(key.into())
    }

    #[inline(never)]
    fn keyed(mut self, key: Key) -> Self {
        self.0.tag.key = Some(key);
        self
    }

    /// Where to find the element once it is on the page.
    #[inline(never)]
    #[must_use]
    pub fn node_ref(mut self, place: &NodeRef) -> Self {
        self.0.tag.node_ref = place.clone();
        self
    }

    /// What to do on an event.
    #[inline(never)]
    #[must_use]
    pub fn on(mut self, listener: Option<Rc<dyn Listener>>) -> Self {
        self.0.listeners.push(listener);
        self
    }

    /// Text known beforehand, inside.
    #[inline(never)]
    #[must_use]
    pub fn text(self, words: &'static str) -> Self {
        self.push(text(words))
    }

    /// Something inside.
    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        self.push(child.into_node())
    }

    /// An element inside.
    #[inline(never)]
    #[must_use]
    pub fn element(self, element: Self) -> Self {
        self.push(element.done())
    }

    /// Each of a list, side by side.
    #[must_use]
    pub fn each<T: Child>(mut self, list: impl IntoIterator<Item = T>) -> Self {
        for child in list {
            self = self.push(child.into_node());
        }
        self
    }

    #[inline(never)]
    fn push(mut self, node: VNode) -> Self {
        self.0.children.push(node);
        self
    }

    /// The element as a node.
    #[inline(never)]
    pub fn done(self) -> Html {
        let mut parts = *self.0;
        if !parts.listeners.is_empty() {
            parts.tag.set_listeners(parts.listeners.into_boxed_slice());
        }
        parts.tag.add_children(parts.children);
        VNode::from(parts.tag)
    }
}

impl List {
    /// Nothing yet.
    #[inline(never)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Text known beforehand.
    #[inline(never)]
    #[must_use]
    pub fn text(self, words: &'static str) -> Self {
        self.push(text(words))
    }

    /// Something.
    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        self.push(child.into_node())
    }

    /// An element.
    #[inline(never)]
    #[must_use]
    pub fn element(self, element: Element) -> Self {
        self.push(element.done())
    }

    /// Each of a list, side by side.
    #[allow(dead_code, reason = "written by `html!` for a list in a fragment")]
    #[must_use]
    pub fn each<T: Child>(mut self, list: impl IntoIterator<Item = T>) -> Self {
        for child in list {
            self = self.push(child.into_node());
        }
        self
    }

    #[inline(never)]
    fn push(mut self, node: VNode) -> Self {
        self.0.push(node);
        self
    }

    /// The nodes as one.
    #[inline(never)]
    pub fn done(self) -> Html {
        VNode::from(VList::with_children(self.0, None))
    }
}
