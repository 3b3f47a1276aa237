//! A weight typed as a share: what it changes, or why there is no such share.

use super::names::join;
use super::subject::Subject;
use weighbridge_analysis::{NodeIx, Share, analyse, weights_with_share};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Perspective, RawWeight, Scenario, Voice,
};

/// The change that gives a criterion so many per cent of its group ([`Share::Local`]) or of everything
/// ([`Share::Cumulative`]), the others keeping their proportions.
///
/// Where the points of its group are set aside while another method is in use, they are taken up
/// with it, as by any number typed among them.
///
/// # Errors
/// Why there is no such share, in a sentence that says what to do: it is not from 0 to 100%, a weight is
/// blank (which is not 0), or there is nothing beside the criterion to have the rest.
///
/// ```
/// use weighbridge_analysis::{Share, analyse};
/// use weighbridge_opening::library;
/// use weighbridge_report::{Subject, typed_share};
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&appraisal);
/// let on = Subject::new(&appraisal, &analysis);
/// let pace = &appraisal.criteria[5].id;
/// let mut then = appraisal.clone();
/// typed_share(on, pace, Share::Local, 33.0).unwrap().apply(&mut then).unwrap();
/// assert!((analyse(&then).nodes.as_slice()[5].cumulative.unwrap() - 0.33).abs() < 1e-12);
/// assert!(typed_share(on, pace, Share::Local, 101.0).is_err());
/// ```
pub fn typed_share(
    on: Subject<'_>,
    criterion: &CriterionId,
    of: Share,
    percent: f64,
) -> Result<Edit, String> {
    if let Some(voice) = taken_up(on.appraisal, criterion) {
        let up = Perspective {
            voice: &voice,
            ..on.appraisal
        };
        let analysis = analyse(up);
        let edit = set_share(Subject::new(up, &analysis), criterion, of, percent)?;
        return Ok(with_the_rest(edit, up, criterion));
    }
    set_share(on, criterion, of, percent)
}

/// The change with the points of the whole group in it, so that none of another method stays among them.
fn with_the_rest(edit: Edit, up: Perspective<'_>, criterion: &CriterionId) -> Edit {
    let Edit::Weights(WeightsEdit::Share {
        criterion: id,
        mut weights,
    }) = edit
    else {
        return edit;
    };
    let parent = up.parent(criterion).map(|p| p.id.clone());
    for other in up.branch(parent.as_ref()) {
        let raw = up.voice.weights.raw(&other.id);
        if let Some(raw) = raw.filter(|_| weights.iter().all(|(id, _)| *id != other.id)) {
            weights.push((other.id.clone(), raw));
        }
    }
    Edit::Weights(WeightsEdit::Share {
        criterion: id,
        weights,
    })
}

/// The points by which a criterion has so many per cent of its group in a scenario, where only what
/// differs is said: the others keep their weights there, and so their proportions.
///
/// # Errors
/// Why there is no such number, in a sentence that says what to do.
pub fn scenario_points(
    on: &Appraisal,
    scenario: &Scenario,
    criterion: &CriterionId,
    percent: f64,
) -> Result<RawWeight, String> {
    if !(0.0..100.0).contains(&percent) {
        return Err(
            "Enter a share from 0% to less than 100%: the others keep their weights here."
                .to_owned(),
        );
    }
    let parent = on.parent(criterion).map(|p| p.id.clone());
    let others = on
        .branch(parent.as_ref())
        .iter()
        .filter(|c| c.id != *criterion);
    let there = on.agreed().with(&scenario.voice);
    let given = |c: &Criterion| there.weights.raw(&c.id);
    let others: Option<Vec<f64>> = others.map(|c| given(c).map(RawWeight::get)).collect();
    let Some(others) = others else {
        return Err("A criterion beside it has no weight yet, and blank is not 0. Give it one first, or enter points.".to_owned());
    };
    let rest = weighbridge_analysis::sum(others);
    let points = RawWeight::new(percent / (100.0 - percent) * rest).map(clean);
    points.filter(|_| rest > 0.0).ok_or_else(|| {
        "There is no weight beside it to share with. Enter points instead.".to_owned()
    })
}

/// The voice with the points of the criterion's group taken up, where they are set aside.
fn taken_up(on: Perspective<'_>, criterion: &CriterionId) -> Option<Voice> {
    let parent = on.parent(criterion).map(|p| &p.id);
    let said = on.voice.weights.weighting(parent);
    said.points_aside().then(|| {
        let mut up = on.voice.clone();
        up.weights.take_up_points(parent, on.branch(parent));
        up
    })
}

/// As [`typed_share`], of the weights in use: points that are set aside stay out of it.
///
/// # Errors
/// As there.
pub fn set_share(
    on: Subject<'_>,
    criterion: &CriterionId,
    of: Share,
    percent: f64,
) -> Result<Edit, String> {
    if percent.is_nan() || percent > 100.0 {
        return Err("A share cannot be more than 100%. Enter a share from 0% to 100%.".to_owned());
    }
    if percent < 0.0 {
        return Err("A share cannot be negative. Enter a share from 0% to 100%.".to_owned());
    }
    let gone = || "It is no longer there. It may have been removed.".to_owned();
    let node = on.analysis.node(criterion).ok_or_else(gone)?;
    // All of it would lose the proportions of the others, which are kept for the next change.
    let alone = |at: &NodeIx| {
        on.analysis.nodes[*at]
            .local
            .is_some_and(|share| share >= 1.0)
    };
    let line = |at: NodeIx| std::iter::successors(Some(at), |at| on.analysis.nodes[*at].parent);
    let has_all = match of {
        Share::Local => alone(&node),
        Share::Cumulative => line(node).all(|at| alone(&at)),
    };
    let is_possible = weights_with_share(on.analysis, node, of, 0.5).is_some();
    if percent >= 100.0 && !has_all && is_possible {
        return Err("100% would leave nothing for the others, which keep their proportions. Enter less than 100%, such as 99.9%, or give the others 0.".to_owned());
    }
    match weights_with_share(on.analysis, node, of, percent / 100.0) {
        Some(weights) => Ok(Edit::Weights(WeightsEdit::Share {
            criterion: criterion.clone(),
            weights: weights
                .into_iter()
                .map(|(id, raw)| (id, clean(raw)))
                .collect(),
        })),
        None => Err(why_not(on, node, of)),
    }
}

/// A weight without the last digits where they are those of the arithmetic: 21, not 20.999999999999996. So a
/// share that is set back gives the weights as they were, and files can be read.
fn clean(raw: RawWeight) -> RawWeight {
    let exact = raw.get();
    let short = format!("{exact:.9e}").parse().unwrap_or(exact);
    let near = (short - exact).abs() <= exact * 1e-14;
    RawWeight::new(short).filter(|_| near).unwrap_or(raw)
}

/// Why a share that is possible in itself cannot be given.
fn why_not(on: Subject<'_>, node: NodeIx, of: Share) -> String {
    let nodes = &on.analysis.nodes;
    let this = &nodes[node];
    if this.excluded {
        return "It applies to no option, so it has no share. Score an option on it first."
            .to_owned();
    }
    // The groups whose weights have to be complete: its own, or all on the way to the top.
    let mut groups = vec![this.parent];
    if of == Share::Cumulative {
        while let Some(Some(above)) = groups.last() {
            groups.push(nodes[*above].parent);
        }
    }
    let asked = |at: &NodeIx| groups.contains(&nodes[*at].parent) && !nodes[*at].excluded;
    let counted: Vec<NodeIx> = nodes.keys().filter(asked).collect();
    let alone = |at: &NodeIx| {
        counted
            .iter()
            .filter(|b| nodes[**b].parent == nodes[*at].parent)
            .count()
            < 2
    };
    let blank: Vec<NodeIx> = counted
        .iter()
        .copied()
        .filter(|at| nodes[*at].raw.is_none() && !alone(at))
        .collect();
    if !blank.is_empty() {
        let names: Vec<_> = blank
            .iter()
            .take(3)
            .map(|at| on.criterion_short(*at))
            .collect();
        let more = match blank.len() - names.len() {
            0 => String::new(),
            n => format!(", and {n} more"),
        };
        let has = if blank.len() == 1 { "has" } else { "have" };
        return format!(
            "{}{more} {has} no weight yet, and blank is not 0. Give every weight as a number first; then any can be set as a share.",
            join(&names)
        );
    }
    if counted.len() < 2 {
        return "It is the only criterion here, so it has all of the weight. Add another to share it with.".to_owned();
    }
    "All the weights here are 0, so there are no shares. Give one a number above 0 first."
        .to_owned()
}
