//! Labels that keep out of each other's way.

/// Moves labels apart along one axis as little as possible.
///
/// `wanted` holds a centre and a length for each label, in ascending order of centre; the answer is
/// the centres to use, in the same order, with at least `gap` between neighbours and all inside
/// `from..to` (when they fit there at all: else they start at `from` and run over).
///
/// Least squares under an order is isotonic regression, which pooling adjacent violators solves
/// exactly: subtract from each centre the room its predecessors need, make the rest non-decreasing by
/// pooling, and add the room back.
pub(super) fn spread(wanted: &[(f64, f64)], gap: f64, from: f64, to: f64) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut offset = 0.0;
    let mut before = None;
    for (_, length) in wanted {
        if let Some(before) = before.replace(length) {
            offset += (before + length) / 2.0 + gap;
        }
        offsets.push(offset);
    }
    // Each pool: the sum of its members' free centres, and how many they are.
    let mut pools: Vec<(f64, u32)> = Vec::new();
    for ((centre, _), offset) in wanted.iter().zip(&offsets) {
        let mut pool = (centre - offset, 1);
        while let Some(last) = pools.last().copied() {
            if last.0 / f64::from(last.1) <= pool.0 / f64::from(pool.1) {
                break;
            }
            pools.pop();
            pool = (pool.0 + last.0, pool.1 + last.1);
        }
        pools.push(pool);
    }
    let (Some(first), Some(last)) = (wanted.first(), wanted.last()) else {
        return Vec::new();
    };
    let lowest = from + first.1 / 2.0;
    let highest = (to - last.1 / 2.0 - offset).max(lowest);
    let free = pools
        .iter()
        .flat_map(|(sum, count)| (0..*count).map(move |_| sum / f64::from(*count)));
    free.zip(&offsets)
        .map(|(centre, offset)| centre.clamp(lowest, highest) + offset)
        .collect()
}

/// A rectangle in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn around(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    pub(super) fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn contains(&self, other: &Area) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    pub(super) fn middle(&self) -> (f64, f64) {
        (
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// Where a thin line from `point` to this label ends; `None` when it stands so close that none is needed.
    pub(super) fn leader(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let across = (self.left - x).max(x - self.right).max(0.0);
        let down = (self.top - y).max(y - self.bottom).max(0.0);
        (across + down >= 18.0).then(|| {
            (
                self.middle().0,
                if self.bottom < y {
                    self.bottom
                } else {
                    self.top
                },
            )
        })
    }

    /// Whether the straight line between two points passes through (Liang and Barsky, 1984).
    pub(super) fn is_crossed(&self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let (dx, dy) = (x1 - x0, y1 - y0);
        for (slope, room) in [
            (-dx, x0 - self.left),
            (dx, self.right - x0),
            (-dy, y0 - self.top),
            (dy, self.bottom - y0),
        ] {
            if slope.abs() < 1e-12 {
                if room < 0.0 {
                    return false;
                }
            } else if slope < 0.0 {
                enter = enter.max(room / slope);
            } else {
                leave = leave.min(room / slope);
            }
        }
        enter < leave
    }
}

/// A line a label should not stand on, and how much it matters.
pub(super) struct Obstacle {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    pub(super) cost: f64,
}

/// Where a label of `width` by `height` px stands best near `point`.
///
/// Tries eight directions at growing distances and takes the cheapest place inside `bounds` that
/// touches no area in `taken`; nearer and fewer lines crossed is cheaper, above before below.
/// `None` when every place is taken: the number is then in the table only.
pub(super) fn place_near(
    point: (f64, f64),
    (width, height): (f64, f64),
    bounds: &Area,
    taken: &[Area],
    lines: &[Obstacle],
) -> Option<Area> {
    const DIRECTIONS: [(f64, f64); 8] = [
        (0.0, -1.0),
        (0.6, -1.0),
        (-0.6, -1.0),
        (0.0, 1.0),
        (0.6, 1.0),
        (-0.6, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
    ];
    let mut best: Option<(f64, Area)> = None;
    for (ring, distance) in [4.0, 16.0, 30.0, 46.0].into_iter().enumerate() {
        for (turn, (right, down)) in DIRECTIONS.into_iter().enumerate() {
            // A circle of 8 px around the point stays free.
            let x = point.0 + right * (width / 2.0 + 8.0 + distance);
            let y = point.1 + down * (height / 2.0 + 8.0 + distance);
            let area = Area::around(x, y, width, height);
            let leader = area.leader(point);
            let in_the_way = |other: &Area| {
                // The leader starts inside the mark it belongs to.
                area.overlaps(other)
                    || leader.is_some_and(|end| {
                        !other.contains(&Area::around(point.0, point.1, 0.0, 0.0))
                            && other.is_crossed(point, end)
                    })
            };
            if !bounds.contains(&area) || taken.iter().any(in_the_way) {
                continue;
            }
            let crossed: f64 = lines
                .iter()
                .filter(|line| area.is_crossed(line.from, line.to))
                .map(|line| line.cost)
                .sum();
            // The counts are tiny: exact as f64.
            let cost = crossed + 12.0 * ring as f64 + turn as f64;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, area));
            }
        }
    }
    best.map(|(_, area)| area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_fit_stay() {
        assert_eq!(
            spread(&[(10.0, 10.0), (50.0, 10.0)], 2.0, 0.0, 100.0),
            [10.0, 50.0]
        );
    }

    #[test]
    fn labels_that_collide_share_the_way() {
        assert_eq!(
            spread(&[(50.0, 10.0), (50.0, 10.0)], 2.0, 0.0, 100.0),
            [44.0, 56.0]
        );
    }

    #[test]
    fn labels_stay_inside() {
        assert_eq!(
            spread(&[(0.0, 10.0), (1.0, 10.0), (99.0, 10.0)], 0.0, 0.0, 100.0),
            [5.0, 15.0, 95.0]
        );
    }

    #[test]
    fn a_line_through_a_corner_crosses() {
        let area = Area::around(5.0, 5.0, 10.0, 10.0);
        assert!(area.is_crossed((0.0, 9.0), (3.0, 12.0)));
        assert!(!area.is_crossed((0.0, 12.0), (12.0, 12.0)));
    }
}
