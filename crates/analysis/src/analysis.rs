//! What follows from an appraisal, as one value.

use super::{
    Cell, Dominance, Grid, Issue, Ix, Lead, LeafIx, LeafScale, Node, NodeIx, OptionIx,
    OptionResult, PerLeaf, PerNode, PerOption, Scope, Total, Verdict, ranking, value,
};
use weighbridge_model::{Criterion, CriterionId, Entry, OptionId, Perspective};
use weighbridge_numeric::sort_by;

/// What follows from an appraisal.
///
/// Options are those that are appraised (not ruled out), in the appraisal's order; leaves are the
/// criteria that are scored, in the appraisal's order. Both are named by their place from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Every criterion, branches before their children, with its weights.
    pub nodes: PerNode<Node>,
    /// The node of each leaf.
    pub leaves: PerLeaf<NodeIx>,
    /// How each leaf turned scores into values.
    pub scales: PerLeaf<LeafScale>,
    /// The value of each option (outer) on each leaf (inner), or why there is none.
    pub values: Grid<Cell>,
    /// The total, rank and contributions of each option.
    pub options: PerOption<OptionResult>,
    /// Who leads among the options with a total, and by how much.
    pub verdict: Verdict,
    /// Who leads, by how much over everything that could still overtake, and whether that is settled.
    pub lead: Lead,
    /// Which options the claims are about that compare totals: with other weights, with other scores, by other
    /// methods.
    pub scope: Scope,
    /// Options that could still overtake those with the highest total, or draw level, once all scores
    /// are in. One with a total is here where missing amounts could move the ends of a scale.
    pub could_overtake: Vec<OptionIx>,
    /// Incomplete options that come before every option with a total, wherever on their scales the
    /// missing scores are; each of them is in `could_overtake` too.
    pub ahead: Vec<OptionIx>,
    /// Which option dominates which.
    pub dominance: Vec<Dominance>,
    /// What is missing or odd.
    pub issues: Vec<Issue>,
}

impl Analysis {
    /// The place of a criterion in `nodes`.
    pub fn node(&self, id: &CriterionId) -> Option<NodeIx> {
        self.nodes.position(|n| n.id == *id)
    }

    /// The place of an option in `options`.
    pub fn option(&self, id: &OptionId) -> Option<OptionIx> {
        self.options.position(|o| o.id == *id)
    }

    /// The node of a leaf.
    pub fn leaf_node(&self, leaf: LeafIx) -> &Node {
        &self.nodes[self.leaves[leaf]]
    }

    /// The criterion of the appraisal that a leaf is.
    pub fn criterion<'a>(
        &self,
        appraisal: impl Into<Perspective<'a>>,
        leaf: LeafIx,
    ) -> Option<&'a Criterion> {
        let appraisal = appraisal.into();
        appraisal.leaves().get(leaf.place()).copied()
    }

    /// The leaves that count: all but those that apply to no option.
    pub fn counted_leaves(&self) -> Vec<LeafIx> {
        self.leaves
            .keys()
            .filter(|leaf| !self.scales[*leaf].excluded)
            .collect()
    }

    /// The value that an entry would have on a leaf with the scale as it is; `None` where it has none.
    ///
    /// ```
    /// use weighbridge_model::{Entry, Finite};
    /// use weighbridge_analysis as analysis;
    /// use weighbridge_opening::library;
    /// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    /// let entry = Entry::Number(Finite::new(70.0).unwrap());
    /// let analysis = analysis::analyse(&appraisal);
    /// let first = analysis.leaves.ix(0).unwrap();
    /// assert_eq!(analysis.value_on(&appraisal, first, &entry), Some(70.0));
    /// ```
    pub fn value_on<'a>(
        &self,
        appraisal: impl Into<Perspective<'a>>,
        leaf: LeafIx,
        entry: &Entry,
    ) -> Option<f64> {
        let appraisal = appraisal.into();
        let criterion = self.criterion(appraisal, leaf)?;
        value::cell(entry, criterion, &self.scales[leaf]).value()
    }

    /// The rank of an option among those with a total, and whether others share it; `None` where it has no
    /// total, and where one without is ahead of all that have one, so that nobody knows who comes where.
    ///
    /// ```
    /// use weighbridge_analysis::{Scope, analyse};
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 9}, {"id": "y", "name": "Y", "weight": 1}],
    ///   "scores": {"a": {"x": 90}, "b": {"x": 20, "y": 50}}}"#;
    /// let found = analyse(&weighbridge_file::open(text.as_bytes()).unwrap());
    /// let b = found.options.ix(1).unwrap();
    /// assert_eq!((found.scope, found.rank(b)), (Scope::Behind, None), "A is ahead whatever it has on Y");
    /// ```
    pub fn rank(&self, option: OptionIx) -> Option<(usize, bool)> {
        match (self.scope, &self.options[option].total) {
            (Scope::All | Scope::Complete, Total::Ranked { rank, tied, .. }) => {
                Some((*rank, *tied))
            }
            _ => None,
        }
    }

    /// Options in rank order, ties in the appraisal's order; the incomplete after the ranked, the
    /// highest possible total first, but those that are ahead for certain before all others.
    pub fn in_rank_order(&self) -> Vec<OptionIx> {
        let mut order: Vec<OptionIx> = self.options.keys().collect();
        sort_by(&mut order, |a, b| {
            let behind = |at: &OptionIx| !self.ahead.contains(at);
            let totals = || ranking::compare(&self.options[*a].total, &self.options[*b].total);
            behind(a).cmp(&behind(b)).then_with(totals)
        });
        order
    }
}
