//! What follows from an appraisal, read from the model by hand: nothing here calls the analysis.
//!
//! Written from `docs/file-format.md`: values from scores, shares from raw weights, totals.

use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Direction, Entry, Measure, OptionId, Range, ScaleKind,
    Weights,
};

/// Totals closer than this are level.
pub const TIE: f64 = 1e-9;

/// A criterion in the tree.
pub struct Place {
    pub id: CriterionId,
    pub parent: Option<usize>,
    /// The leaves below, or itself, by their places.
    pub leaves: std::ops::Range<usize>,
    pub is_leaf: bool,
    pub excluded: bool,
    /// Its share of its branch.
    pub local: Option<f64>,
}

/// An appraisal, read.
pub struct Reading {
    pub options: Vec<OptionId>,
    pub places: Vec<Place>,
    pub leaves: Vec<CriterionId>,
    /// Not applicable to any option.
    pub excluded: Vec<bool>,
    /// Option, then leaf.
    pub values: Vec<Vec<Option<f64>>>,
    /// The share of the whole, of each leaf; none where some weight is missing.
    pub weights: Option<Vec<f64>>,
}

/// The value of an amount on a measure that ends at two amounts.
pub fn measured(measure: &Measure, low: f64, high: f64, x: f64) -> f64 {
    if low >= high {
        return 0.0;
    }
    let up = measure.direction == Direction::Higher;
    let (at_low, at_high) = if up { (0.0, 100.0) } else { (100.0, 0.0) };
    let mut points = vec![(low, at_low)];
    let bends = measure
        .breakpoints
        .iter()
        .map(|b| (b.at.get(), b.value.get()));
    points.extend(bends.filter(|(at, _)| low < *at && *at < high));
    points.push((high, at_high));
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let piece = (1..points.len() - 1).find(|at| x <= points[*at].0);
    let end = piece.unwrap_or(points.len() - 1);
    let ((x0, y0), (x1, y1)) = (points[end - 1], points[end]);
    if x == x1 {
        return y1;
    }
    y0 + (x - x0) / (x1 - x0) * (y1 - y0)
}

impl Reading {
    pub fn of(on: &Appraisal) -> Self {
        let appraised: Vec<_> = on.options.iter().filter(|o| o.is_appraised()).collect();
        let leaves = on.leaves();
        let entry = |option: &OptionId, leaf: &CriterionId| {
            on.agreed()
                .scores
                .get(option, leaf)
                .map(|s| s.entry.clone())
        };
        let column = |leaf: &&Criterion| -> Vec<Option<f64>> {
            let entries: Vec<Option<Entry>> =
                appraised.iter().map(|o| entry(&o.id, &leaf.id)).collect();
            let amounts: Vec<f64> = entries.iter().flatten().filter_map(Entry::number).collect();
            let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
            let most = amounts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let value = |entry: &Option<Entry>| match (entry.as_ref()?, &leaf.scale.kind) {
                (Entry::Number(x), ScaleKind::Direct) => {
                    Some(x.get()).filter(|x| (0.0..=100.0).contains(x))
                }
                (Entry::Number(x), ScaleKind::Measure(measure)) => {
                    let (low, high) = match measure.range {
                        Range::Fixed { low, high } => (low.get(), high.get()),
                        Range::Local => (least, most),
                    };
                    let value = measured(measure, low, high, x.get());
                    Some(value).filter(|v| v.abs() <= 1e6)
                }
                (Entry::Label(label), ScaleKind::Points(levels)) => {
                    let found = levels.iter().find(|l| l.label == *label);
                    found.map(|l| l.value.get())
                }
                _ => None,
            };
            entries.iter().map(value).collect()
        };
        let columns: Vec<Vec<Option<f64>>> = leaves.iter().map(column).collect();
        let values: Vec<Vec<Option<f64>>> = (0..appraised.len())
            .map(|option| columns.iter().map(|column| column[option]).collect())
            .collect();
        let no_use = |leaf: &&Criterion| {
            use weighbridge_model::Absence::NotApplicable;
            appraised
                .iter()
                .all(|o| entry(&o.id, &leaf.id) == Some(Entry::Absent(NotApplicable)))
        };
        let excluded: Vec<bool> = leaves.iter().map(no_use).collect();
        let mut places = Vec::new();
        let mut next = 0;
        for criterion in on.criteria.iter() {
            place(criterion, None, &excluded, &mut next, &mut places);
        }
        share(&on.criteria, &on.agreed().weights, &mut places, &mut 0);
        let mut read = Self {
            options: appraised.iter().map(|o| o.id.clone()).collect(),
            leaves: leaves.iter().map(|l| l.id.clone()).collect(),
            places,
            excluded,
            values,
            weights: None,
        };
        read.weights = read.shares();
        read
    }

    /// The share of the whole that a place has.
    pub fn cumulative(&self, at: usize) -> Option<f64> {
        let own = self.places[at].local?;
        match self.places[at].parent {
            Some(parent) => Some(self.cumulative(parent)? * own),
            None => Some(own),
        }
    }

    fn shares(&self) -> Option<Vec<f64>> {
        let leaves = (0..self.places.len()).filter(|at| self.places[*at].is_leaf);
        let all: Option<Vec<f64>> = leaves
            .map(|at| {
                if self.places[at].excluded {
                    Some(0.0)
                } else {
                    self.cumulative(at)
                }
            })
            .collect();
        all.filter(|_| self.excluded.iter().any(|out| !out))
    }

    /// The total of an option with some weights of the leaves; none where a value is missing.
    pub fn total_at(&self, option: usize, weights: &[f64]) -> Option<f64> {
        let mut sum = 0.0;
        for (leaf, weight) in weights.iter().enumerate() {
            if !self.excluded[leaf] {
                sum += weight * self.values[option][leaf]?;
            }
        }
        Some(sum)
    }

    pub fn total(&self, option: usize) -> Option<f64> {
        self.total_at(option, self.weights.as_ref()?)
    }

    /// The totals of those that have one.
    pub fn totals(&self) -> Vec<(usize, f64)> {
        let all = 0..self.options.len();
        all.filter_map(|at| Some((at, self.total(at)?))).collect()
    }

    /// Who is level with the best at some weights of the leaves.
    pub fn leaders_at(&self, weights: &[f64]) -> Vec<usize> {
        let all = 0..self.options.len();
        let totals: Vec<(usize, f64)> = all
            .filter_map(|at| Some((at, self.total_at(at, weights)?)))
            .collect();
        let best = totals.iter().map(|t| t.1).fold(f64::MIN, f64::max);
        let level = totals.iter().filter(|t| best - t.1 <= TIE);
        level.map(|t| t.0).collect()
    }

    /// Whether the best and another are apart by about what counts as a tie (half of it to twice), so
    /// that who leads hangs on the last digits of sums: no claim is held to either.
    pub fn unsure(&self, weights: &[f64]) -> bool {
        let totals = (0..self.options.len()).filter_map(|at| self.total_at(at, weights));
        let totals: Vec<f64> = totals.collect();
        let best = totals.iter().copied().fold(f64::MIN, f64::max);
        let mut gaps = totals.iter().map(|total| best - total);
        gaps.any(|gap| (0.5 * TIE..=2.0 * TIE).contains(&gap))
    }

    /// Shares a part of the weight among all in a branch that is not in one place, those that stand side by side
    /// and the rest of the one around it alike.
    fn alike(&self, branch: Option<usize>, place: usize, part: f64, all: &mut [f64]) -> Option<()> {
        let mine = self.places[place].leaves.clone();
        let is_outside = |at: usize| {
            let leaves = self.places[at].leaves.clone();
            leaves
                .into_iter()
                .any(|leaf| !mine.contains(&leaf) && !self.excluded[leaf])
        };
        let children = (0..self.places.len()).filter(|at| self.places[*at].parent == branch);
        let children: Vec<usize> = children
            .filter(|at| !self.places[*at].excluded && is_outside(*at))
            .collect();
        for at in &children {
            let part = part / children.len() as f64;
            let leaves = self.places[*at].leaves.clone();
            if mine.clone().all(|leaf| leaves.contains(&leaf)) {
                self.alike(Some(*at), place, part, all)?;
            } else {
                for leaf in leaves.filter(|leaf| !self.excluded[*leaf]) {
                    all[leaf] = part * self.within(*at, leaf)?;
                }
            }
        }
        Some(())
    }

    /// The weights of the leaves where one place has a share, within its branch (`Some(parent)` rules)
    /// or of the whole, and the others keep their proportions; none where there are no others or no
    /// weights. Where the others have nothing, they share the rest alike, level by level.
    pub fn weights_with(&self, place: usize, of_whole: bool, share: f64) -> Option<Vec<f64>> {
        let this = &self.places[place];
        let weights = self.weights.as_ref()?;
        if this.excluded {
            return None;
        }
        if of_whole {
            let outside: Vec<usize> = (0..weights.len())
                .filter(|leaf| !this.leaves.contains(leaf) && !self.excluded[*leaf])
                .collect();
            if outside.is_empty() {
                return None;
            }
            let rest: f64 = outside.iter().map(|leaf| weights[*leaf]).sum();
            let mut all = vec![0.0; weights.len()];
            for leaf in this.leaves.clone() {
                all[leaf] = share * self.within(place, leaf)?;
            }
            if rest > 0.0 {
                for leaf in &outside {
                    all[*leaf] = (1.0 - share) * weights[*leaf] / rest;
                }
            } else {
                self.alike(None, place, 1.0 - share, &mut all)?;
            }
            return Some(all);
        }
        let siblings: Vec<usize> = (0..self.places.len())
            .filter(|at| {
                let other = &self.places[*at];
                *at != place && other.parent == this.parent && !other.excluded
            })
            .collect();
        if siblings.is_empty() {
            return None;
        }
        let above = match this.parent {
            Some(parent) => self.cumulative(parent)?,
            None => 1.0,
        };
        let locals: Option<Vec<f64>> = siblings.iter().map(|at| self.places[*at].local).collect();
        let locals = locals?;
        let rest: f64 = locals.iter().sum();
        let mut all = weights.clone();
        for leaf in this.leaves.clone() {
            all[leaf] = above * share * self.within(place, leaf)?;
        }
        for (at, local) in siblings.iter().zip(&locals) {
            let part = if rest > 0.0 {
                local / rest
            } else {
                1.0 / siblings.len() as f64
            };
            for leaf in self.places[*at].leaves.clone() {
                all[leaf] = above * (1.0 - share) * part * self.within(*at, leaf)?;
            }
        }
        Some(all)
    }

    /// The share of a place that a leaf below it has.
    pub fn within(&self, place: usize, leaf: usize) -> Option<f64> {
        let mut at = (0..self.places.len())
            .find(|at| self.places[*at].is_leaf && self.places[*at].leaves.start == leaf)?;
        let mut share = 1.0;
        while at != place {
            share *= self.places[at].local.unwrap_or(0.0);
            at = self.places[at].parent?;
        }
        Some(share)
    }
}

fn place(
    criterion: &Criterion,
    parent: Option<usize>,
    excluded: &[bool],
    next: &mut usize,
    places: &mut Vec<Place>,
) {
    let at = places.len();
    let from = *next;
    places.push(Place {
        id: criterion.id.clone(),
        parent,
        leaves: from..from,
        is_leaf: criterion.children.is_empty(),
        excluded: false,
        local: None,
    });
    if criterion.children.is_empty() {
        *next += 1;
    }
    for child in &criterion.children {
        place(child, Some(at), excluded, next, places);
    }
    places[at].leaves = from..*next;
    places[at].excluded = excluded[from..*next].iter().all(|out| *out);
}

/// Shares within each branch: raw weights divided by their sum, one alone has all.
fn share(branch: &[Criterion], weights: &Weights, places: &mut [Place], next: &mut usize) {
    let mut own = Vec::new();
    for criterion in branch {
        own.push(*next);
        *next += 1;
        share(&criterion.children, weights, places, next);
    }
    let counted: Vec<usize> = (0..own.len())
        .filter(|at| !places[own[*at]].excluded)
        .collect();
    let raw: Option<Vec<f64>> = counted
        .iter()
        .map(|at| match (weights.raw(&branch[*at].id), counted.len()) {
            (None, 1) => Some(1.0),
            (weight, _) => weight.map(|w| w.get()),
        })
        .collect();
    for at in &own {
        places[*at].local = places[*at].excluded.then_some(0.0);
    }
    let Some(raw) = raw else { return };
    let sum: f64 = raw.iter().sum();
    if sum > 0.0 {
        for (at, raw) in counted.iter().zip(raw) {
            places[own[*at]].local = Some(raw / sum);
        }
    }
}
