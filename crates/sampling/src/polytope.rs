//! Weights of one branch under statements: who comes before whom, and limits.

use crate::streams::Stream;

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
    class: Vec<usize>,
    /// How many members each class has.
    size: Vec<f64>,
    /// Least and greatest weight of a member of each class, after what the order implies.
    low: Vec<f64>,
    high: Vec<f64>,
    /// Pairs of classes, the first at least as heavy as the second.
    order: Vec<(usize, usize)>,
    /// Classes with room to move.
    free: Vec<usize>,
    /// For each free class, the free classes above it and itself, alike, one over how many members
    /// they have. Moving weight from one such set to another keeps every order among free classes
    /// for as long as it can.
    rays: Vec<Vec<f64>>,
    /// The classes on each ray, most often few of many.
    on_ray: Vec<Vec<usize>>,
    /// The pairs of `order` that each class is in.
    pairs_of: Vec<Vec<(usize, usize)>>,
    /// A point inside: no statement about a free class holds with equality.
    inside: Vec<f64>,
    /// Whether points are drawn from the simplex above the lower limits until one fits.
    pub(crate) rejection: bool,
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
        let mut first: Vec<usize> = Vec::new();
        let mut size = Vec::new();
        for a in 0..count {
            let same = |b: &usize| below[a].has(*b) && below[*b].has(a);
            let found = first.iter().position(same).unwrap_or(first.len());
            if found == first.len() {
                first.push(a);
                size.push(0.0);
            }
            size[found] += 1.0;
            class.push(found);
        }
        let k = first.len();
        let is_above = |g: usize, h: usize| below[first[g]].has(first[h]);
        let mut low = vec![0.0_f64; k];
        let mut high = vec![1.0_f64; k];
        for statement in statements {
            match *statement {
                Statement::AtLeast(a, x) => {
                    for g in (0..k).filter(|g| is_above(*g, class[a])) {
                        low[g] = low[g].max(x);
                    }
                }
                Statement::AtMost(a, x) => {
                    for g in (0..k).filter(|g| is_above(class[a], *g)) {
                        high[g] = high[g].min(x);
                    }
                }
                Statement::AtLeastAsImportant(..) | Statement::Equal(..) => {}
            }
        }
        let sum = |w: &[f64]| w.iter().zip(&size).map(|(w, s)| w * s).sum::<f64>();
        if (0..k).any(|g| low[g] > high[g] + ROOM)
            || sum(&low) > 1.0 + ROOM
            || sum(&high) < 1.0 - ROOM
        {
            return None;
        }
        for g in 0..k {
            high[g] = high[g].max(low[g]);
        }
        // Classes below each, and above each, without itself.
        let mut under = vec![Set::new(k); k];
        let mut over = vec![Set::new(k); k];
        for (g, under) in under.iter_mut().enumerate() {
            for (h, over) in over.iter_mut().enumerate() {
                if h != g && is_above(g, h) {
                    under.add(h);
                    over.add(g);
                }
            }
        }
        let mut order = Vec::new();
        for (g, under) in under.iter().enumerate() {
            for (h, over) in over.iter().enumerate() {
                if under.has(h) && !under.meets(over) {
                    order.push((g, h));
                }
            }
        }
        let mut made = Self {
            class,
            size,
            low,
            high,
            pairs_of: (0..k).map(|class| pairs_of(class, &order)).collect(),
            order,
            free: Vec::new(),
            rays: Vec::new(),
            on_ray: Vec::new(),
            inside: Vec::new(),
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
        let mut next = vec![None; k];
        let mut is_first = vec![true; k];
        for (g, h) in &self.order {
            if next[*g].replace(*h).is_some() || !std::mem::replace(&mut is_first[*h], false) {
                return None;
            }
        }
        let mut place = vec![0; k];
        let mut at = is_first.iter().position(|first| *first)?;
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
        let along = |to: &usize| {
            let part = |class: &usize| match class {
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
    fn find_inside(&mut self, is_above: impl Fn(usize, usize) -> bool) {
        let k = self.size.len();
        let mut mean = vec![0.0; k];
        let mut points = 0.0;
        for turn in 0..k {
            for (g, mean) in mean.iter_mut().enumerate() {
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
        let inside: Vec<f64> = (0..k)
            .map(|g| mean[g] + share * (end[g] - mean[g]))
            .collect();
        // Where 1 is the sum of all lower or all upper limits, that is the only point.
        let tight = self.sum(&self.low) >= 1.0 - ROOM || self.sum(&self.high) <= 1.0 + ROOM;
        self.free = (0..k)
            .filter(|g| !tight && self.high[*g] - self.low[*g] > ROOM)
            .collect();
        if self.free.len() < 2 {
            self.free.clear();
        }
        let mut is_free = vec![false; k];
        for g in &self.free {
            is_free[*g] = true;
        }
        let ray = |top: &usize| {
            let on = |g: usize| f64::from(u8::from(is_free[g] && is_above(g, *top)));
            let set: Vec<f64> = (0..k).map(on).collect();
            let members = self.sum(&set);
            set.iter().map(|x| x / members).collect()
        };
        self.rays = self.free.iter().map(ray).collect();
        let on = |ray: &Vec<f64>| (0..k).filter(|g| ray[*g] != 0.0).collect();
        self.on_ray = self.rays.iter().map(on).collect();
        self.inside = inside;
    }

    fn sum(&self, w: &[f64]) -> f64 {
        w.iter().zip(&self.size).map(|(w, s)| w * s).sum()
    }

    /// Whether there is but one point.
    pub(crate) fn is_point(&self) -> bool {
        self.free.is_empty()
    }

    /// Where chains start.
    pub(crate) fn start(&self) -> Vec<f64> {
        self.inside.clone()
    }

    /// The weight of each member at a point of the classes.
    pub(crate) fn weights(&self, point: &[f64], out: &mut [f64]) {
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
    fn propose(&self, point: &mut [f64], stream: &mut Stream) -> bool {
        let mut total = 0.0;
        for p in point.iter_mut() {
            *p = -libm::log(stream.unit());
            total += *p;
        }
        let open = 1.0 - self.sum(&self.low);
        for (g, p) in point.iter_mut().enumerate() {
            *p = self.low[g] + open * *p / total / self.size[g];
        }
        point.iter().zip(&self.high).all(|(p, high)| p <= high)
            && self.order.iter().all(|(g, h)| point[*g] >= point[*h])
    }

    /// The next point of a stream.
    pub(crate) fn draw(&self, point: &mut [f64], stream: &mut Stream, direction: &mut Vec<f64>) {
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
            point.copy_from_slice(&self.inside);
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
        point: &mut [f64],
        stream: &mut Stream,
        direction: &mut Vec<f64>,
    ) {
        for _ in 0..steps {
            self.shift(point, stream, direction);
        }
        if steps > 0 {
            self.mend_sum(point);
        }
    }

    /// A step in the direction from one ray to another.
    fn shift(&self, point: &mut [f64], stream: &mut Stream, direction: &mut Vec<f64>) {
        let count = self.rays.len();
        let from = stream.below(count);
        let to = (from + 1 + stream.below(count - 1)) % count;
        let pairs = self.rays[from].iter().zip(&self.rays[to]);
        direction.clear();
        direction.extend(pairs.map(|(from, to)| to - from));
        let moved = [self.on_ray[from].as_slice(), self.on_ray[to].as_slice()];
        let few = moved[0].len() + moved[1].len() < self.free.len();
        self.step(point, stream, direction, few.then_some(moved));
    }

    /// Any direction: even in a cube, taken to where the sum stays the same.
    fn turn(&self, stream: &mut Stream, direction: &mut Vec<f64>) {
        direction.clear();
        direction.resize(self.size.len(), 0.0);
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
        point: &mut [f64],
        stream: &mut Stream,
        direction: &[f64],
        moved: Option<[&[usize]; 2]>,
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
        let mut between = |(g, h): &(usize, usize)| {
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
    fn mend_sum(&self, point: &mut [f64]) {
        let drift = 1.0 - self.sum(point);
        for (p, ray) in point.iter_mut().zip(&self.rays[0]) {
            *p += drift * ray;
        }
    }
}

/// Whole numbers below a count.
#[derive(Clone, Debug)]
struct Set(Vec<u64>);

impl Set {
    fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn add(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn has(&self, at: usize) -> bool {
        (self.0[at / 64] >> (at % 64)) & 1 == 1
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
fn pairs_of(class: usize, order: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let own = order.iter().filter(|(g, h)| *g == class || *h == class);
    own.copied().collect()
}

/// For each member those that count at most as much, by any chain of statements, and itself.
fn closure(count: usize, statements: &[Statement]) -> Vec<Set> {
    let mut below = vec![Set::new(count); count];
    for (a, own) in below.iter_mut().enumerate() {
        own.add(a);
    }
    for statement in statements {
        if let Statement::AtLeastAsImportant(a, b) | Statement::Equal(a, b) = *statement {
            below[a].add(b);
            if let Statement::Equal(..) = statement {
                below[b].add(a);
            }
        }
    }
    for via in 0..count {
        let through = below[via].clone();
        for own in below.iter_mut().filter(|own| own.has(via)) {
            own.add_all(&through);
        }
    }
    below
}

/// The fewest statements that cannot all hold: each of them is needed for the contradiction.
pub(crate) fn contradiction(count: usize, statements: &[Statement]) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..statements.len()).collect();
    let mut at = 0;
    while at < kept.len() {
        let mut fewer = kept.clone();
        fewer.remove(at);
        let left: Vec<Statement> = fewer.iter().map(|s| statements[*s]).collect();
        if Polytope::new(count, &left).is_none() {
            kept = fewer;
        } else {
            at += 1;
        }
    }
    kept
}
