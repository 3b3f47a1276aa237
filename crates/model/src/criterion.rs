use super::{CriterionId, Extra, Finite, PriorityId, Scale};
use weighbridge_numeric::sort_ascending;

/// Something that distinguishes a good choice from a bad one: a leaf that is scored, or a branch
/// that groups others. How much it matters, and how options do on it, is for a [`Voice`](super::Voice) to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Names the criterion within the appraisal.
    pub id: CriterionId,
    /// The name in full.
    pub name: String,
    /// A shorter name for charts; empty to use the full one.
    pub short: String,
    /// The question it asks of an option.
    pub question: String,
    /// What counts and what does not.
    pub note: String,
    /// Where the criterion comes from, in a few words, such as "Tenet of the strategy".
    pub origin: String,
    /// The priorities of plans that it serves.
    pub priorities: Vec<PriorityId>,
    /// Words for points of the value scale, worst first; usually 0 and 100.
    pub anchors: Vec<Anchor>,
    /// How scores turn into values. Kept, but not used, while there are children.
    pub scale: Scale,
    /// The criteria of a branch; none for a leaf.
    pub children: Vec<Criterion>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// Words for one point of the value scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The value, 0 for the worst end to 100 for the best.
    pub value: Finite,
    /// What an option with that value is like.
    pub words: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Criterion {
    /// A leaf with a name and a direct scale; all else is blank.
    pub fn new(id: CriterionId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: String::new(),
            question: String::new(),
            note: String::new(),
            origin: String::new(),
            priorities: Vec::new(),
            anchors: Vec::new(),
            scale: Scale::direct(),
            children: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// The name for tight places.
    pub fn short_name(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }

    /// Whether options are scored on it.
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// The words at a value of the scale; empty when there are none.
    pub fn anchor(&self, value: f64) -> &str {
        self.anchors
            .iter()
            .find(|a| (a.value.get() - value).abs() < 1e-9)
            .map_or("", |a| &a.words)
    }

    /// Puts words at a value of the scale, in the order of values; empty words take them away.
    pub fn set_anchor(&mut self, value: Finite, words: &str) {
        let anchors = &mut self.anchors;
        let at = anchors.iter().position(|a| a.value == value);
        match (at, words.trim().is_empty()) {
            (Some(at), true) => {
                anchors.remove(at);
            }
            (Some(at), false) => {
                if let Some(anchor) = anchors.get_mut(at) {
                    words.clone_into(&mut anchor.words);
                }
            }
            (None, true) => {}
            (None, false) => {
                anchors.push(Anchor {
                    value,
                    words: words.to_owned(),
                    extra: Extra::default(),
                });
                sort_ascending(anchors, |anchor| anchor.value.get());
            }
        }
    }

    /// Every criterion of a tree, branches before their children, with its depth (0 at the top).
    pub fn in_order(tree: &[Self]) -> Vec<(&Self, usize)> {
        let mut all = Vec::new();
        for top in tree {
            top.walk(0, &mut |c, depth| all.push((c, depth)));
        }
        all
    }

    /// The criteria of a tree that options are scored on, in order.
    pub fn leaves(tree: &[Self]) -> Vec<&Self> {
        let all = Self::in_order(tree).into_iter();
        all.filter_map(|(c, _)| c.is_leaf().then_some(c)).collect()
    }

    /// The criteria of a branch; of the top for `None`. None at all when there is no such branch.
    pub fn branch<'a>(tree: &'a [Self], branch: Option<&CriterionId>) -> &'a [Self] {
        match branch {
            None => tree,
            Some(id) => Self::find(tree, id).map_or(&[], |c| &c.children),
        }
    }

    /// The criterion of a tree with an id.
    pub fn find<'a>(tree: &'a [Self], id: &CriterionId) -> Option<&'a Self> {
        tree.iter().find_map(|c| {
            if c.id == *id {
                return Some(c);
            }
            Self::find(&c.children, id)
        })
    }

    /// The branch of a tree that a criterion stands in; `None` at the top or when there is no such criterion.
    pub fn parent<'a>(tree: &'a [Self], id: &CriterionId) -> Option<&'a Self> {
        tree.iter().find_map(|c| {
            if c.children.iter().any(|child| child.id == *id) {
                return Some(c);
            }
            Self::parent(&c.children, id)
        })
    }

    /// Calls `visit` for this criterion and all below it, each before its children, with its depth.
    pub fn walk<'a>(&'a self, depth: usize, visit: &mut impl FnMut(&'a Criterion, usize)) {
        visit(self, depth);
        for child in &self.children {
            child.walk(depth + 1, visit);
        }
    }
}
