//! From an appraisal to all that follows from it.

use super::{
    Analysis, NodeIx, PerLeaf, Scope, bias_checks, blanks, completeness, dominance, lead, marks,
    ranking, robustness, value, weights,
};
use weighbridge_model::Perspective;

/// Works out what follows from an appraisal.
///
/// ```
/// use weighbridge_analysis as analysis;
/// use weighbridge_file as file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 1}],
///   "scores": {"a": {"x": 100, "y": 0}, "b": {"x": 20, "y": 100}}}"#;
/// let analysis = analysis::analyse(&file::open(text.as_bytes()).unwrap());
/// let totals: Vec<_> = analysis.options.iter().map(|o| o.total.value().unwrap()).collect();
/// assert_eq!(totals, [75.0, 40.0], "3/4 × 100 + 1/4 × 0, and 3/4 × 20 + 1/4 × 100");
/// ```
pub fn analyse<'a>(appraisal: impl Into<Perspective<'a>>) -> Analysis {
    what_follows(appraisal.into())
}

fn what_follows(appraisal: Perspective<'_>) -> Analysis {
    let mut issues = Vec::new();
    let (scales, values) = value::values(appraisal, &mut issues);
    let nodes = weights::nodes(appraisal, &scales, &mut issues);
    let leaves: PerLeaf<NodeIx> = PerLeaf::of(nodes.keys().filter(|n| nodes[*n].leaf));
    let blanks = blanks::Blanks::new(appraisal, &nodes, &leaves, &scales, &values);
    let mut options = ranking::options(appraisal, &nodes, &leaves, &scales, &values, &blanks);
    ranking::rank(&mut options);
    let margin = appraisal.frame.margin.get();
    let verdict = ranking::verdict(&options, margin);
    let lead::Found {
        lead,
        could_overtake,
        ahead,
    } = lead::lead(&options, &verdict, margin, &blanks);
    let dominance = dominance::dominance(&values, &scales);
    completeness::collect(appraisal, &options, &scales, &values, &mut issues);
    marks::collect(appraisal, &scales, &mut issues);
    bias_checks::collect(appraisal, &nodes, &scales, &values, &mut issues);
    let scope = Scope::of(&lead);
    let mut analysis = Analysis {
        nodes,
        leaves,
        scales,
        values,
        options,
        verdict,
        lead,
        scope,
        could_overtake,
        ahead,
        dominance,
        issues,
    };
    let odd = robustness::odd(appraisal, &analysis);
    analysis.issues.extend(odd);
    analysis
}
