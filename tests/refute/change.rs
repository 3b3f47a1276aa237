//! An appraisal with one thing changed, as somebody would change it in a file.

use super::reading::Reading;
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Entry, Finite, OptionId, RawWeight, Score,
};

/// All criteria in one list, with these weights: what shares of the whole come to.
pub fn with_weights(on: &Appraisal, weights: &[f64]) -> Appraisal {
    let mut then = on.clone();
    let leaves: Vec<Criterion> = on.leaves().into_iter().cloned().collect();
    then.criteria = leaves.into();
    for (criterion, weight) in then.criteria.clone().iter().zip(weights) {
        let raw = RawWeight::new(weight.max(0.0));
        then.agreed_mut().weights.set_raw(&criterion.id, raw);
    }
    then
}

/// One criterion with a share of its branch, the others in their proportions.
pub fn with_local(on: &Appraisal, read: &Reading, place: usize, share: f64) -> Option<Appraisal> {
    let parent = read.places[place].parent;
    let siblings: Vec<usize> = (0..read.places.len())
        .filter(|at| {
            *at != place && read.places[*at].parent == parent && !read.places[*at].excluded
        })
        .collect();
    let locals: Option<Vec<f64>> = siblings.iter().map(|at| read.places[*at].local).collect();
    let locals = locals?;
    if siblings.is_empty() || read.places[place].excluded {
        return None;
    }
    let rest: f64 = locals.iter().sum();
    let mut then = on.clone();
    let mut give = |id: &CriterionId, weight: f64| {
        then.agreed_mut()
            .weights
            .set_raw(id, RawWeight::new(weight));
    };
    give(&read.places[place].id, share);
    for (at, local) in siblings.iter().zip(&locals) {
        let part = if rest > 0.0 {
            local / rest
        } else {
            1.0 / siblings.len() as f64
        };
        give(&read.places[*at].id, (1.0 - share) * part);
    }
    Some(then)
}

/// One criterion with a share, of its branch or of the whole.
pub fn with_share(
    on: &Appraisal,
    read: &Reading,
    place: usize,
    of_whole: bool,
    share: f64,
) -> Option<Appraisal> {
    if of_whole {
        Some(with_weights(on, &read.weights_with(place, true, share)?))
    } else {
        with_local(on, read, place, share)
    }
}

/// One score.
pub fn with_score(
    on: &Appraisal,
    option: &OptionId,
    leaf: &CriterionId,
    entry: Entry,
) -> Appraisal {
    let mut then = on.clone();
    then.agreed_mut()
        .scores
        .set(option, leaf, Score::bare(entry));
    then
}

/// A value in the place of a score: the criterion is given a scale of values, on which every option
/// has the value that it has now.
pub fn with_values(on: &Appraisal, read: &Reading, changes: &[(usize, usize, f64)]) -> Appraisal {
    use weighbridge_model::{Breakpoint, Direction, Extra, Measure, Range, Scale, ScaleKind};
    let mut then = on.clone();
    for (_, leaf, _) in changes {
        let id = &read.leaves[*leaf];
        // A measure from 0 to 100 takes values beyond the ends too.
        let zero = Finite::ZERO;
        let measure = Measure {
            unit: String::new(),
            direction: Direction::Higher,
            range: Range::Fixed {
                low: zero,
                high: Finite::new(100.0).unwrap(),
            },
            breakpoints: Vec::<Breakpoint>::new(),
        };
        then.criterion_mut(id).unwrap().scale = Scale {
            kind: ScaleKind::Measure(measure),
            extra: Extra::default(),
        };
        for (option, own) in read.options.iter().enumerate() {
            if let Some(value) = read.values[option][*leaf] {
                let entry = Entry::Number(Finite::new(value).unwrap());
                then.agreed_mut().scores.set(own, id, Score::bare(entry));
            }
        }
    }
    for (option, leaf, value) in changes {
        let entry = Entry::Number(Finite::new(*value).unwrap());
        let (option, leaf) = (&read.options[*option], &read.leaves[*leaf]);
        then.agreed_mut()
            .scores
            .set(option, leaf, Score::bare(entry));
    }
    then
}

/// The scale of a measure with its ends held where they are.
pub fn with_fixed_ends(on: &Appraisal, read: &Reading, leaf: usize) -> Option<Appraisal> {
    use weighbridge_model::{Range, ScaleKind};
    let id = &read.leaves[leaf];
    let amounts = read.options.iter();
    let amounts = amounts.filter_map(|option| on.agreed().scores.get(option, id)?.entry.number());
    let (low, high) = amounts.fold((f64::MAX, f64::MIN), |(low, high), x| {
        (low.min(x), high.max(x))
    });
    let mut then = on.clone();
    let ScaleKind::Measure(measure) = &mut then.criterion_mut(id)?.scale.kind else {
        return None;
    };
    if low >= high {
        return None;
    }
    measure.range = Range::Fixed {
        low: Finite::new(low)?,
        high: Finite::new(high)?,
    };
    Some(then)
}
