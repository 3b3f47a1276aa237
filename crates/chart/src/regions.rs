//! Convex shapes: where each option leads, and what is inside.

use super::number::is_drawable;

/// Where one option leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Which option: an index into what [`regions`] was given.
    pub option: usize,
    /// The corners of the region, as shares of weight; they make a convex shape.
    pub polygon: Vec<[f64; 3]>,
    /// Its share of the triangle, 0 to 1.
    pub share: f64,
}

/// The edges of a shape, from each corner to the next and from the last to the first.
pub(super) fn edges<T: Copy>(shape: &[T]) -> impl Iterator<Item = (T, T)> {
    let next = shape.iter().cycle().skip(1);
    shape.iter().zip(next).map(|(from, to)| (*from, *to))
}

/// Where each option has the highest total, from the totals at the three corners: the whole triangle, cut
/// along the lines on which two totals are equal (Sutherland and Hodgman, 1974). Of options that are equal
/// everywhere the first counts; what is not a number, or far out of scale, never leads.
///
/// ```
/// use weighbridge_chart::ternary::regions;
///
/// let found = regions(&[[100.0, 0.0, 0.0], [0.0, 100.0, 0.0], [0.0, 0.0, 100.0], [30.0, 30.0, 30.0]]);
/// assert_eq!(found.len(), 3, "30 everywhere is never the most");
/// assert!(found.iter().all(|region| (region.share - 1.0 / 3.0).abs() < 1e-12));
/// ```
#[must_use]
pub fn regions(values: &[[f64; 3]]) -> Vec<Region> {
    let mut found = Vec::new();
    let is_usable = |totals: &[f64; 3]| totals.iter().all(|total| is_drawable(*total));
    for (option, mine) in values.iter().enumerate() {
        if !is_usable(mine) {
            continue;
        }
        let mut polygon = vec![[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        for (rival, other) in values.iter().enumerate() {
            if rival == option || !is_usable(other) {
                continue;
            }
            let lead = each(*mine, *other, |mine, other| mine - other);
            if lead.iter().all(|points| points.abs() <= 1e-9) {
                if rival < option {
                    polygon.clear();
                }
            } else {
                polygon = clip(&polygon, lead);
            }
        }
        let share = share(&polygon);
        if share > 1e-9 {
            found.push(Region {
                option,
                polygon,
                share,
            });
        }
    }
    found
}

/// What is left of a convex shape where a linear function, given at the corners, is not below zero.
fn clip(polygon: &[[f64; 3]], lead: [f64; 3]) -> Vec<[f64; 3]> {
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    for (from, to) in edges(polygon) {
        let (a, b) = (dot(lead, from), dot(lead, to));
        if a >= 0.0 {
            kept.push(from);
        }
        if (a > 0.0 && b < 0.0) || (a < 0.0 && b > 0.0) {
            let t = a / (a - b);
            kept.push(each(from, to, |from, to| from + (to - from) * t));
        }
    }
    kept
}

/// What follows from two numbers at each corner.
fn each(a: [f64; 3], b: [f64; 3], of: impl Fn(f64, f64) -> f64) -> [f64; 3] {
    let ([a, b, c], [d, e, f]) = (a, b);
    [of(a, d), of(b, e), of(c, f)]
}

pub(super) fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// The share of the triangle a shape takes up.
fn share(polygon: &[[f64; 3]]) -> f64 {
    let mut twice = 0.0;
    for (from, to) in edges(polygon) {
        twice += from[0] * to[1] - from[1] * to[0];
    }
    // The triangle itself has twice the area of 1.
    twice.abs()
}

/// The centre of gravity of a convex shape.
pub(super) fn centre(shape: &[(f64, f64)]) -> (f64, f64) {
    let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
    let first = shape.first().copied().unwrap_or_default();
    for (a, b) in shape.iter().zip(shape.iter().skip(1)) {
        let area = (a.0 - first.0) * (b.1 - first.1) - (b.0 - first.0) * (a.1 - first.1);
        x += area * (first.0 + a.0 + b.0) / 3.0;
        y += area * (first.1 + a.1 + b.1) / 3.0;
        all += area;
    }
    if all.abs() < 1e-9 {
        first
    } else {
        (x / all, y / all)
    }
}

/// Whether a point is inside a convex shape, on whichever way round its corners go.
pub(super) fn holds(shape: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let (mut left, mut right) = (false, false);
    for (a, b) in edges(shape) {
        let turn = (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0);
        left |= turn > 0.0;
        right |= turn < 0.0;
    }
    !(left && right)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without order, the same every time.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> f64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 40) as f64 / (1_u64 << 24) as f64 * 100.0
        }
    }

    #[test]
    fn regions_fill_the_triangle_and_agree_with_counting() {
        let mut random = Random(7);
        for options in 1..9 {
            for _ in 0..20 {
                let values: Vec<[f64; 3]> = (0..options)
                    .map(|_| [random.next(), random.next(), random.next()])
                    .collect();
                let found = regions(&values);
                let sum: f64 = found.iter().map(|region| region.share).sum();
                assert!((sum - 1.0).abs() < 1e-9, "{sum}: {values:?}");
                // The centres of the small triangles that point up, and of those that point down.
                let (mut counts, mut all) = (vec![0_u32; options], 0_u32);
                let n = 90;
                for a in 0..n {
                    for b in 0..n - a {
                        for third in [1.0 / 3.0, 2.0 / 3.0] {
                            let at = [f64::from(a) + third, f64::from(b) + third]
                                .map(|x| x / f64::from(n));
                            let at = [at[0], at[1], 1.0 - at[0] - at[1]];
                            if at[2] < 0.0 {
                                continue;
                            }
                            let totals: Vec<f64> = values.iter().map(|v| dot(*v, at)).collect();
                            let best =
                                (0..options).max_by(|x, y| totals[*x].total_cmp(&totals[*y]));
                            counts[best.unwrap_or(0)] += 1;
                            all += 1;
                        }
                    }
                }
                for (option, counted) in counts.iter().enumerate() {
                    let region = found.iter().find(|region| region.option == option);
                    let exact = region.map_or(0.0, |region| region.share);
                    let counted = f64::from(*counted) / f64::from(all);
                    assert!(
                        (exact - counted).abs() < 0.012,
                        "{exact} {counted}: {values:?}"
                    );
                }
                for region in &found {
                    for at in &region.polygon {
                        let mine = dot(values[region.option], *at);
                        let best = values.iter().map(|v| dot(*v, *at)).fold(mine, f64::max);
                        assert!(best - mine < 1e-9, "it leads at its corners: {region:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_dominated_the_equal_and_the_absurd_have_no_region() {
        let found = |values: &[[f64; 3]]| -> Vec<(usize, f64)> {
            let found = regions(values);
            found
                .iter()
                .map(|region| (region.option, region.share))
                .collect()
        };
        assert_eq!(found(&[]), []);
        assert_eq!(found(&[[1.0, 2.0, 3.0], [2.0, 3.0, 4.0]]), [(1, 1.0)]);
        assert_eq!(found(&[[5.0; 3], [5.0; 3], [5.0; 3]]), [(0, 1.0)]);
        assert_eq!(found(&[[f64::NAN, 9.0, 9.0], [1.0; 3]]), [(1, 1.0)]);
        assert_eq!(found(&[[1e300, 0.0, 0.0], [1.0; 3]]), [(1, 1.0)]);
        // Equal on one side of the triangle only.
        assert_eq!(found(&[[1.0, 1.0, 0.0], [1.0, 1.0, 2.0]]), [(1, 1.0)]);
    }
}
