use super::columns::{finite, shares};

/// How strongly a difference on one column speaks for the better option, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Preference {
    /// Any difference counts in full.
    Usual,
    /// Differences up to the first threshold count as none, from the second on in full, and between
    /// them in proportion; V-shaped when the first is 0.
    Linear {
        /// The first threshold, 0 or more.
        indifference: f64,
        /// The second; not above the first, it makes a step at the first.
        preference: f64,
    },
}

impl Preference {
    fn degree(self, difference: f64) -> f64 {
        let (indifference, preference) = match self {
            Self::Usual => (0.0, 0.0),
            Self::Linear {
                indifference,
                preference,
            } => (indifference, preference),
        };
        if difference <= indifference.max(0.0) {
            0.0
        } else if difference >= preference {
            1.0
        } else {
            (difference - indifference) / (preference - indifference)
        }
    }
}

/// The flows of PROMETHEE, for each option.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// How strongly it is preferred to the others on average, 0 to 1.
    pub plus: Vec<f64>,
    /// How strongly the others are preferred to it on average, 0 to 1.
    pub minus: Vec<f64>,
    /// The difference, by which PROMETHEE II ranks; from -1 to 1.
    pub net: Vec<f64>,
}

/// The flows of each option: every pair is compared on every column by that column's preference
/// function, and the degrees are averaged by weight and over the other options (Brans and Vincke
/// 1985).
///
/// A single option has no flows but 0. `None` as for all kernels, and when there is not one
/// preference function for each column.
///
/// ```
/// use weighbridge_analysis::methods::{Preference, promethee};
/// let linear = Preference::Linear { indifference: 5.0, preference: 20.0 };
/// let flows = promethee(&[vec![60.0, 40.0], vec![45.0, 43.0]], &[3.0, 1.0], &[true, true], &[linear; 2]).unwrap();
/// assert_eq!(flows.net, [0.5, -0.5], "3/4 × (15 - 5) / (20 - 5), and 3 points are none");
/// ```
pub fn promethee(
    matrix: &[Vec<f64>],
    weights: &[f64],
    up: &[bool],
    preferences: &[Preference],
) -> Option<Flows> {
    let shares = shares(matrix, weights, up)?;
    if preferences.len() != weights.len() {
        return None;
    }
    // Each option's row with its flows, to and from the others.
    let mut flows: Vec<(&Vec<f64>, f64, f64)> = matrix.iter().map(|row| (row, 0.0, 0.0)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred options")]
    let others = (matrix.len() - 1).max(1) as f64;
    let mut left = flows.as_mut_slice();
    while let Some(((row, plus, minus), rest)) = left.split_first_mut() {
        for (other, other_plus, other_minus) in rest.iter_mut() {
            let (mut over, mut under) = (0.0, 0.0);
            let columns = row.iter().zip(&**other).zip(shares.iter().zip(up));
            for (((own, other), (share, up)), preference) in columns.zip(preferences) {
                let more = own - other;
                let better = if *up { more } else { -more };
                // Of a difference one way or the other is none.
                if better > 0.0 {
                    over += share * preference.degree(better);
                } else {
                    under += share * preference.degree(-better);
                }
            }
            *plus += over / others;
            *other_minus += over / others;
            *other_plus += under / others;
            *minus += under / others;
        }
        left = rest;
    }
    let (plus, minus): (Vec<f64>, Vec<f64>) =
        flows.iter().map(|(_, plus, minus)| (*plus, *minus)).unzip();
    let net = plus.iter().zip(&minus).map(|(p, m)| p - m).collect();
    Some(Flows {
        plus: finite(plus)?,
        minus: finite(minus)?,
        net: finite(net)?,
    })
}
