//! What is generated: files of the format, as large as it allows.

use serde_json::{Map, Value, json};

/// What is generated: how many options and leaves, and what is uncertain or said.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    options: usize,
    leaves: usize,
    /// How deep groups go; 1 is a flat list.
    depth: usize,
    /// Scores this near to each other, in points.
    within: f64,
    /// How scores with a range are drawn, if they have one.
    shape: Option<&'static str>,
    said: Said,
    /// Whether weights have ranges.
    ranges: bool,
    scenarios: usize,
    /// As in the file, in percentage points.
    precision: f64,
}

/// What is said of the weights.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    /// Each criterion at least as much as the next.
    Order,
    /// Every other pair, and some shares.
    Parts,
}

const PLAIN: Case = Case {
    name: "50 x 50, close scores",
    options: 50,
    leaves: 50,
    depth: 1,
    within: 1.0,
    shape: None,
    said: Said::Nothing,
    ranges: false,
    scenarios: 0,
    precision: 0.5,
};

const LARGE: Case = Case {
    options: 200,
    leaves: 200,
    ..PLAIN
};

/// What is measured; the first two have to do with what people wait for.
pub(crate) const CASES: [Case; 12] = [
    PLAIN,
    Case {
        name: "200 x 200, close scores",
        ..LARGE
    },
    Case {
        name: "200 x 200, scores far apart",
        within: 100.0,
        ..LARGE
    },
    Case {
        name: "200 x 180 in groups 12 deep",
        leaves: 180,
        depth: 12,
        within: 100.0,
        ..LARGE
    },
    Case {
        name: "200 x 200, triangular scores",
        within: 100.0,
        shape: Some("triangular"),
        ..LARGE
    },
    Case {
        name: "200 x 180 in groups, uniform scores",
        leaves: 180,
        depth: 12,
        within: 100.0,
        shape: Some("uniform"),
        ..LARGE
    },
    Case {
        name: "200 x 180 in groups, PERT scores",
        leaves: 180,
        depth: 12,
        within: 100.0,
        shape: Some("pert"),
        ..LARGE
    },
    Case {
        name: "200 x 200, normal scores",
        within: 100.0,
        shape: Some("normal"),
        ..LARGE
    },
    Case {
        name: "200 x 200, a complete order said",
        within: 100.0,
        said: Said::Order,
        ..LARGE
    },
    Case {
        name: "200 x 200, 200 statements",
        within: 100.0,
        said: Said::Parts,
        ..LARGE
    },
    Case {
        name: "200 x 200, ranges, 50 scenarios",
        ranges: true,
        scenarios: 50,
        ..LARGE
    },
    Case {
        name: "200 x 180, all of it, to 0.05",
        leaves: 180,
        depth: 12,
        within: 100.0,
        shape: Some("triangular"),
        said: Said::Parts,
        ranges: true,
        scenarios: 50,
        precision: 0.05,
        ..LARGE
    },
];

/// Numbers that look thrown about and are always the same.
struct Dice(u64);

impl Dice {
    /// A number from 0 to 1.
    fn unit(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let upper = u32::try_from(self.0 >> 40).unwrap_or(0);
        f64::from(upper) / 16_777_216.0
    }
}

impl Case {
    /// The file.
    pub(crate) fn file(&self) -> Value {
        let mut dice = Dice(42);
        let mut leaves = Vec::new();
        let criteria = self.branch(&mut dice, self.leaves, self.depth, &mut leaves);
        let mut scores = Map::new();
        for option in 0..self.options {
            let mut row = Map::new();
            for leaf in &leaves {
                let value = 50.0 + (dice.unit() - 0.5) * self.within;
                let score = match self.shape {
                    Some(_) => {
                        json!({"value": value, "range": [(value - 10.0).max(0.0), (value + 15.0).min(100.0)]})
                    }
                    None => json!(value),
                };
                row.insert(leaf.clone(), score);
            }
            scores.insert(format!("o{option}"), row.into());
        }
        let options: Vec<Value> = (0..self.options)
            .map(|o| json!({"id": format!("o{o}"), "name": format!("Option {o}")}))
            .collect();
        let scenarios: Vec<Value> = (0..self.scenarios)
            .map(|s| {
                let leaf = &leaves[s % leaves.len()];
                json!({"id": format!("s{s}"), "name": format!("Scenario {s}"), "weights": {leaf: 20.0}})
            })
            .collect();
        let mut robustness =
            json!({"precision": self.precision, "statements": self.statements(&criteria)});
        if let Some(shape) = self.shape {
            robustness["scores"] = shape.into();
        }
        json!({
            "format": "weighbridge", "version": 1, "title": self.name, "options": options, "criteria": criteria,
            "scores": scores, "scenarios": scenarios, "robustness": robustness,
        })
    }

    /// So many leaves, the last of each branch in a branch of their own while there is depth.
    fn branch(
        &self,
        dice: &mut Dice,
        count: usize,
        depth: usize,
        leaves: &mut Vec<String>,
    ) -> Vec<Value> {
        let here = if depth > 1 {
            count.div_ceil(depth)
        } else {
            count
        };
        let mut list = Vec::new();
        for _ in 0..here {
            let id = format!("c{}", leaves.len());
            let weight = 1.0 + (dice.unit() * 90.0).floor();
            let mut made =
                json!({"id": id, "name": format!("Criterion {}", leaves.len()), "weight": weight});
            if self.ranges {
                made["weight_range"] = json!([weight * 0.5, weight * 1.5]);
            }
            leaves.push(id);
            list.push(made);
        }
        if count > here {
            let inside = self.branch(dice, count - here, depth - 1, leaves);
            list.push(json!({"id": format!("g{depth}"), "name": format!("Group {depth}"), "weight": 50.0, "criteria": inside}));
        }
        list
    }

    fn statements(&self, criteria: &[Value]) -> Vec<Value> {
        let mut list = Vec::new();
        let mut inside = criteria;
        loop {
            let pairs = inside.windows(2).enumerate();
            for (at, pair) in pairs {
                let (one, other) = (&pair[0]["id"], &pair[1]["id"]);
                match self.said {
                    Said::Nothing => {}
                    Said::Order => list.push(json!([one, "before", other])),
                    Said::Parts if at % 4 == 3 => list.push(json!([one, "at-most", 0.9])),
                    Said::Parts if at % 2 == 0 => list.push(json!([one, "before", other])),
                    Said::Parts => list.push(json!([other, "before", one])),
                }
            }
            match inside.iter().find_map(|c| c["criteria"].as_array()) {
                Some(deeper) => inside = deeper,
                None => return list,
            }
        }
    }
}
