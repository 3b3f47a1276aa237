//! Weights of one branch under statements: who comes before whom, and limits.

use crate::place::{ClassIx, Ix, Per, PerClass};
use crate::streams::Stream;

/// A number for each class of members.
pub(crate) type Point = PerClass<f64>;

/// One statement about the weights of a branch; members are counted from 0, limits are shares of
/// the branch, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statement {
    /// The first counts at least as much as the second.
    AtLeastAsImportant(usize, usize),
    /// The two count the same.
    Equal(usize, usize),
    /// The member has at least this share.
    AtLeast(usize, f64),
    /// The member has at most this share.
    AtMost(usize, f64),
}

impl Statement {
    /// Whether the members are among `count` and the limit is a number.
    pub(crate) fn is_valid(&self, count: usize) -> bool {
        match *self {
            Self::AtLeastAsImportant(a, b) | Self::Equal(a, b) => a < count && b < count,
            Self::AtLeast(a, x) | Self::AtMost(a, x) => a < count && x.is_finite(),
        }
    }
}

/// Rounding may take limits that just meet this far apart.
const ROOM: f64 = 1e-9;

/// How rejection is tried, and how often it has to succeed to be used: by chance alone fewer than
/// one in twenty would not matter much, but below that a chain is cheaper.
const TRIES: usize = 2000;
const ACCEPTED: usize = TRIES / 20;

/// The most steps a chain takes to forget its start.
const MOST_STEPS: usize = 200_000;

/// The weights that a branch's statements allow: members that must be equal form classes, and the
/// classes have limits, an order, and a sum of 1.
#[derive(Clone, Debug)]
pub(crate) struct Polytope {
    /// The class of each member.
    class: Vec<ClassIx>,
    /// How many members each class has.
    size: Point,
    /// Least and greatest weight of a member of each class, after what the order implies.
    low: Point,
    high: Point,
    /// Pairs of classes, the first at least as heavy as the second.
    order: Vec<(ClassIx, ClassIx)>,
    /// Classes with room to move.
    free: Vec<ClassIx>,
    /// A ray for each free class.
    rays: Vec<Ray>,
    /// The pairs of `order` that each class is in.
    pairs_of: PerClass<Vec<(ClassIx, ClassIx)>>,
    /// A point inside: no statement about a free class holds with equality.
    inside: Point,
    /// Whether points are drawn from the simplex above the lower limits until one fits.
    pub(crate) rejection: bool,
}

/// The free classes above a free class and itself, alike, one over how many members they have. Moving weight from one
/// such set to another keeps every order among free classes for as long as it can.
#[derive(Clone, Debug)]
struct Ray {
    shares: Point,
    /// The classes on it, most often few of many.
    on: Vec<ClassIx>,
}

impl Polytope {
    /// The polytope of statements, or `None` when they contradict each other.
    ///
    /// Orders and limits are consistent exactly if, after each class has got the highest lower limit
    /// of all below it and the lowest upper limit of all above it, no lower limit is above its upper
    /// one and 1 is between the sums of both: the line from all lower to all upper limits keeps
    /// every order on its way, and crosses the sum 1.
    pub(crate) fn new(count: usize, statements: &[Statement]) -> Option<Self> {
        let below = closure(count, statements);
        let mut class = Vec::with_capacity(count);
        // The first member of each class, with those below it.
        let mut first: PerClass<(usize, &Set)> = Per::default();
        let mut size = Point::default();
        for (a, own) in below.iter().enumerate() {
            let found = first.position(|(b, other)| own.has(*b) && other.has(a));
            let found = found.unwrap_or_else(|| {
                size.push(0.0);
                first.push((a, own))
            });
            size[found] += 1.0;
            class.push(found);
        }
        let is_above = |g: ClassIx, h: ClassIx| first[g].1.has(first[h].0);
        let mut low = first.map(|_, _| 0.0_f64);
        let mut high = first.map(|_, _| 1.0_f64);
        for statement in statements {
            match *statement {
                Statement::AtLeast(a, x) => {
                    if let Some(own) = class.get(a) {
                        for (g, low) in low.iter_enumerated_mut() {
                            *low = if is_above(g, *own) { low.max(x) } else { *low };
                        }
                    }
                }
                Statement::AtMost(a, x) => {
                    if let Some(own) = class.get(a) {
                        for (g, high) in high.iter_enumerated_mut() {
                            *high = if is_above(*own, g) {
                                high.min(x)
                            } else {
                                *high
                            };
                        }
                    }
                }
                Statement::AtLeastAsImportant(..) | Statement::Equal(..) => {}
            }
        }
        let sum = |w: &Point| w.iter().zip(&size).map(|(w, s)| w * s).sum::<f64>();
        if low.iter().zip(&high).any(|(low, high)| *low > high + ROOM)
            || sum(&low) > 1.0 + ROOM
            || sum(&high) < 1.0 - ROOM
        {
            return None;
        }
        for (high, low) in high.iter_mut().zip(&low) {
            *high = high.max(*low);
        }
        // Classes below each, and above each, without itself.
        let mut under = first.map(|_, _| Set::new(first.len()));
        let mut over = under.clone();
        for (g, under) in under.iter_enumerated_mut() {
            for (h, over) in over.iter_enumerated_mut() {
                if h != g && is_above(g, h) {
                    under.add(h.place());
                    over.add(g.place());
                }
            }
        }
        let mut order = Vec::new();
        for (g, under) in under.iter_enumerated() {
            for (h, over) in over.iter_enumerated() {
                if under.has(h.place()) && !under.meets(over) {
                    order.push((g, h));
                }
            }
        }
        let mut made = Self {
            class,
            size,
            low,
            high,
            pairs_of: first.map(|class, _| pairs_of(class, &order)),
            order,
            free: Vec::new(),
            rays: Vec::new(),
            inside: Point::default(),
            rejection: false,
        };
        made.find_inside(is_above);
        Some(made)
    }

    /// The place of each member, 0 the heaviest, where statements say no more than a complete order of all
    /// members, equal ones at equal places: then there are quicker and exact ways.
    pub(crate) fn complete_order(&self) -> Option<Vec<usize>> {
        let k = self.size.len();
        let limited = self.low.iter().any(|x| *x > 0.0) || self.high.iter().any(|x| *x < 1.0);
        if limited || self.order.len() + 1 != k {
            return None;
        }
        // k − 1 pairs without a detour put k classes in order exactly if each has one below it but the last.
        let mut next = self.size.map(|_, _| None);
        let mut is_first = self.size.map(|_, _| true);
        for (g, h) in &self.order {
            if next[*g].replace(*h).is_some() || !std::mem::replace(&mut is_first[*h], false) {
                return None;
            }
        }
        let mut place = self.size.map(|_, _| 0);
        let mut at = is_first.position(|first| *first)?;
        for n in 0..k {
            place[at] = n;
            match next[at] {
                Some(h) => at = h,
                None if n + 1 == k => {}
                None => return None,
            }
        }
        Some(self.class.iter().map(|class| place[*class]).collect())
    }

    /// Directions over the members that lead from any point inside to every other: from one free class to
    /// each of the others.
    pub(crate) fn directions(&self) -> Vec<Vec<f64>> {
        let Some((from, others)) = self.free.split_first() else {
            return Vec::new();
        };
        let along = |to: &ClassIx| {
            let part = |class: &ClassIx| match class {
                class if class == to => 1.0 / self.size[*to],
                class if class == from => -1.0 / self.size[*from],
                _ => 0.0,
            };
            self.class.iter().map(part).collect()
        };
        others.iter().map(along).collect()
    }

    /// A point inside, and which classes are free.
    ///
    /// With every upper limit on one up-closed set of classes and every lower limit elsewhere, order
    /// and limits hold; the mean of such points, over the sets above each class and those not below
    /// it, meets every order and limit that can be met strictly. From there it is a straight way to
    /// all lower or all upper limits, and the sum 1 is crossed before the end.
    fn find_inside(&mut self, is_above: impl Fn(ClassIx, ClassIx) -> bool) {
        let mut mean = self.size.map(|_, _| 0.0);
        let mut points = 0.0;
        for turn in self.size.keys() {
            for (g, mean) in mean.iter_enumerated_mut() {
                let (low, high) = (self.low[g], self.high[g]);
                *mean += if is_above(g, turn) { high } else { low };
                *mean += if is_above(turn, g) { low } else { high };
            }
            points += 2.0;
        }
        for m in &mut mean {
            *m /= points;
        }
        let now = self.sum(&mean);
        let end = if now < 1.0 { &self.high } else { &self.low };
        let far = self.sum(end);
        let share = if (far - now).abs() > 0.0 {
            ((1.0 - now) / (far - now)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let inside = mean.map(|g, mean| mean + share * (end[g] - mean));
        // Where 1 is the sum of all lower or all upper limits, that is the only point.
        let tight = self.sum(&self.low) >= 1.0 - ROOM || self.sum(&self.high) <= 1.0 + ROOM;
        self.free = (self.size.keys())
            .filter(|g| !tight && self.high[*g] - self.low[*g] > ROOM)
            .collect();
        if self.free.len() < 2 {
            self.free.clear();
        }
        let mut is_free = self.size.map(|_, _| false);
        for g in &self.free {
            is_free[*g] = true;
        }
        let ray = |top: &ClassIx| {
            let set = is_free.map(|g, free| f64::from(u8::from(*free && is_above(g, *top))));
            let members = self.sum(&set);
            let shares = set.map(|_, x| x / members);
            let on = shares.iter_enumerated().filter(|(_, share)| **share != 0.0);
            let on = on.map(|(class, _)| class).collect();
            Ray { shares, on }
        };
        self.rays = self.free.iter().map(ray).collect();
        self.inside = inside;
    }

    fn sum(&self, w: &Point) -> f64 {
        w.iter().zip(&self.size).map(|(w, s)| w * s).sum()
    }

    /// Whether there is but one point.
    pub(crate) fn is_point(&self) -> bool {
        self.free.is_empty()
    }

    /// Where chains start.
    pub(crate) fn start(&self) -> Point {
        self.inside.clone()
    }

    /// The weight of each member at a point of the classes.
    pub(crate) fn weights(&self, point: &Point, out: &mut [f64]) {
        for (out, class) in out.iter_mut().zip(&self.class) {
            *out = point[*class];
        }
    }

    /// Tries rejection and chooses it if it succeeds often enough.
    pub(crate) fn choose(&mut self, stream: &mut Stream) {
        let mut point = self.start();
        let mut fits = 0;
        for _ in 0..TRIES {
            fits += usize::from(self.propose(&mut point, stream));
        }
        self.rejection = fits >= ACCEPTED;
    }

    /// A point of the simplex above the lower limits, evenly, and whether it meets the rest.
    fn propose(&self, point: &mut Point, stream: &mut Stream) -> bool {
        let mut total = 0.0;
        for p in point.iter_mut() {
            *p = -libm::log(stream.unit());
            total += *p;
        }
        let open = 1.0 - self.sum(&self.low);
        for ((p, low), size) in point.iter_mut().zip(&self.low).zip(&self.size) {
            *p = low + open * *p / total / size;
        }
        point.iter().zip(&self.high).all(|(p, high)| p <= high)
            && self.order.iter().all(|(g, h)| point[*g] >= point[*h])
    }

    /// The next point of a stream.
    pub(crate) fn draw(&self, point: &mut Point, stream: &mut Stream, direction: &mut Point) {
        if self.is_point() {
            return;
        }
        if self.rejection {
            for _ in 0..100_000 {
                if self.propose(point, stream) {
                    return;
                }
            }
            // At one success in twenty nobody lives to see this.
            point.clone_from(&self.inside);
            return;
        }
        for _ in 0..self.free.len() {
            self.shift(point, stream, direction);
        }
        self.turn(stream, direction);
        self.step(point, stream, direction, None);
        self.mend_sum(point);
    }

    /// How many steps a chain takes to forget its start. Steps along rays forget it after some n log n
    /// (as Smith, *Annals of Applied Probability* 24, 2014, shows of the simplex), so with many classes there
    /// is room to spare.
    pub(crate) fn steps_to_forget(&self) -> usize {
        if self.is_point() || self.rejection {
            return 0;
        }
        (20 * self.free.len() * self.free.len() + 100).min(MOST_STEPS)
    }

    /// Moves a chain by so many steps, for it to forget its start.
    pub(crate) fn burn_in(
        &self,
        steps: usize,
        point: &mut Point,
        stream: &mut Stream,
        direction: &mut Point,
    ) {
        for _ in 0..steps {
            self.shift(point, stream, direction);
        }
        if steps > 0 {
            self.mend_sum(point);
        }
    }

    /// A step in the direction from one ray to another.
    fn shift(&self, point: &mut Point, stream: &mut Stream, direction: &mut Point) {
        let count = self.rays.len();
        let from = stream.below(count);
        let to = (from + 1 + stream.below(count - 1)) % count;
        let (Some(from), Some(to)) = (self.rays.get(from), self.rays.get(to)) else {
            return;
        };
        let pairs = from.shares.iter().zip(&to.shares);
        direction.refill(pairs.map(|(from, to)| to - from));
        let moved = [from.on.as_slice(), to.on.as_slice()];
        let few = from.on.len() + to.on.len() < self.free.len();
        self.step(point, stream, direction, few.then_some(moved));
    }

    /// Any direction: even in a cube, taken to where the sum stays the same.
    fn turn(&self, stream: &mut Stream, direction: &mut Point) {
        direction.refill(self.size.iter().map(|_| 0.0));
        let (mut along, mut length) = (0.0, 0.0);
        for g in &self.free {
            direction[*g] = 2.0 * stream.unit() - 1.0;
            along += direction[*g] * self.size[*g];
            length += self.size[*g] * self.size[*g];
        }
        for g in &self.free {
            direction[*g] -= along * self.size[*g] / length;
        }
    }

    /// One step of hit-and-run (Smith, *Operations Research* 32, 1984): to a random point of the line
    /// in a random direction through the polytope. Any directions that are symmetric and span the
    /// space will do (Bélisle, Romeijn and Smith, *Mathematics of Operations Research* 18, 1993);
    /// those along rays forget an order's start many times faster.
    ///
    /// `moved` lists the classes that move, some of them twice; all do without it.
    fn step(
        &self,
        point: &mut Point,
        stream: &mut Stream,
        direction: &Point,
        moved: Option<[&[ClassIx]; 2]>,
    ) {
        // How far it may go either way, as a gap over a slope: of two such fractions the smaller one is found by
        // multiplying, since dividing for every limit would take most of the time.
        let (mut back, mut ahead) = ((f64::INFINITY, 1.0), (f64::INFINITY, 1.0));
        // The point may go on while `gap + t * slope` stays 0 or more.
        let mut limit = |gap: f64, slope: f64| {
            let gap = gap.max(0.0);
            if slope > 0.0 {
                if gap * back.1 < back.0 * slope {
                    back = (gap, slope);
                }
            } else if gap * ahead.1 < ahead.0 * -slope {
                ahead = (gap, -slope);
            }
        };
        let all = moved.is_none().then_some(self.free.as_slice());
        for g in moved.into_iter().flatten().chain(all).flatten() {
            let slope = direction[*g];
            if slope != 0.0 {
                limit(point[*g] - self.low[*g], slope);
                limit(self.high[*g] - point[*g], -slope);
            }
        }
        let mut between = |(g, h): &(ClassIx, ClassIx)| {
            let slope = direction[*g] - direction[*h];
            if slope != 0.0 {
                limit(point[*g] - point[*h], slope);
            }
        };
        match moved {
            None => self.order.iter().for_each(between),
            Some(moved) => {
                for g in moved.into_iter().flatten() {
                    self.pairs_of[*g].iter().for_each(&mut between);
                }
            }
        }
        let (from, to) = (-back.0 / back.1, ahead.0 / ahead.1);
        if from.is_finite() && to.is_finite() && from <= to {
            let t = from + (to - from) * stream.unit();
            for (p, slope) in point.iter_mut().zip(direction) {
                *p += t * slope;
            }
        }
    }

    /// Rounding must not let the sum wander off over millions of steps.
    fn mend_sum(&self, point: &mut Point) {
        let drift = 1.0 - self.sum(point);
        let first = self.rays.iter().take(1).flat_map(|ray| &ray.shares);
        for (p, share) in point.iter_mut().zip(first) {
            *p += drift * share;
        }
    }
}

/// Whole numbers below a count; others are never in it.
#[derive(Clone, Debug)]
struct Set(Vec<u64>);

impl Set {
    fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn add(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    fn has(&self, at: usize) -> bool {
        let word = self.0.get(at / 64);
        word.is_some_and(|word| (word >> (at % 64)) & 1 == 1)
    }

    fn add_all(&mut self, other: &Self) {
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own |= other;
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }
}

/// The pairs that a class is in.
fn pairs_of(class: ClassIx, order: &[(ClassIx, ClassIx)]) -> Vec<(ClassIx, ClassIx)> {
    let own = order.iter().filter(|(g, h)| *g == class || *h == class);
    own.copied().collect()
}

/// For each member those that count at most as much, by any chain of statements, and itself.
fn closure(count: usize, statements: &[Statement]) -> Vec<Set> {
    let mut below = vec![Set::new(count); count];
    for (a, own) in below.iter_mut().enumerate() {
        own.add(a);
    }
    let mut add = |a: usize, b: usize| {
        if let Some(own) = below.get_mut(a) {
            own.add(b);
        }
    };
    for statement in statements {
        match *statement {
            Statement::AtLeastAsImportant(a, b) => add(a, b),
            Statement::Equal(a, b) => {
                add(a, b);
                add(b, a);
            }
            Statement::AtLeast(..) | Statement::AtMost(..) => {}
        }
    }
    for via in 0..count {
        let Some(through) = below.get(via).cloned() else {
            continue;
        };
        for own in below.iter_mut().filter(|own| own.has(via)) {
            own.add_all(&through);
        }
    }
    below
}

/// The fewest statements that cannot all hold: each of them is needed for the contradiction.
pub(crate) fn contradiction(count: usize, statements: &[Statement]) -> Vec<usize> {
    let mut kept: Vec<(usize, Statement)> = statements.iter().copied().enumerate().collect();
    let mut at = 0;
    while at < kept.len() {
        let mut fewer = kept.clone();
        fewer.remove(at);
        let left: Vec<Statement> = fewer.iter().map(|(_, own)| *own).collect();
        if Polytope::new(count, &left).is_none() {
            kept = fewer;
        } else {
            at += 1;
        }
    }
    kept.into_iter().map(|(place, _)| place).collect()
}
