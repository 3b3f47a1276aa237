//! All weights of three criteria are a triangle; where an option is first is what lines leave of it.

/// A convex piece of the triangle of weights, by its corners: the first two weights of each.
pub struct Triangle(Vec<[f64; 2]>);

impl Triangle {
    pub fn whole() -> Self {
        Self(vec![[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    }

    /// What is left where `factors · w ≥ bound`.
    pub fn cut(&self, factors: [f64; 3], bound: f64) -> Self {
        let height = |p: &[f64; 2]| {
            factors[0] * p[0] + factors[1] * p[1] + factors[2] * (1.0 - p[0] - p[1]) - bound
        };
        let mut left = Vec::new();
        for (at, p) in self.0.iter().enumerate() {
            let q = &self.0[(at + 1) % self.0.len()];
            let (a, b) = (height(p), height(q));
            if a >= 0.0 {
                left.push(*p);
            }
            if (a < 0.0) != (b < 0.0) {
                let t = a / (a - b);
                left.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
            }
        }
        Self(left)
    }

    /// Where a row has the highest total.
    pub fn where_first(&self, rows: &[&[f64]], own: usize) -> Self {
        let mut left = Self(self.0.clone());
        for (at, row) in rows.iter().enumerate() {
            if at != own {
                let d = |c: usize| rows[own][c] - row[c];
                left = left.cut([d(0), d(1), d(2)], 0.0);
            }
        }
        left
    }

    /// Twice the signed area and the moments of each triangle from the first corner.
    fn fan(&self) -> (f64, [f64; 2]) {
        let mut area = 0.0;
        let mut moment = [0.0; 2];
        for pair in self.0.windows(2).skip(1) {
            let (o, p, q) = (self.0[0], pair[0], pair[1]);
            let own = (p[0] - o[0]) * (q[1] - o[1]) - (q[0] - o[0]) * (p[1] - o[1]);
            area += own;
            for axis in 0..2 {
                moment[axis] += own * (o[axis] + p[axis] + q[axis]) / 3.0;
            }
        }
        (area, moment)
    }

    pub fn area(&self) -> f64 {
        self.fan().0
    }

    /// The mean weights.
    pub fn centroid(&self) -> [f64; 3] {
        let (area, [x, y]) = self.fan();
        [x / area, y / area, 1.0 - (x + y) / area]
    }
}
