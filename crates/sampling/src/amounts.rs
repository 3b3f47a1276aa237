//! Scores that are drawn as amounts and become values afterwards: where a value function bends inside what an
//! amount may be, or where a scale ends at the amounts themselves, so that its ends move with them.

use crate::STREAMS;
use crate::distribution::Score;
use crate::rows::{Draw, Side};
use crate::streams::{Stream, Streams};
use bytemuck::cast;
use weighbridge_numeric::sort_ascending;

/// Where the scale of a criterion ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ends {
    /// At a lowest and a highest amount, whatever is drawn; beyond them the outermost lines go on.
    Held([f64; 2]),
    /// At the lowest and the highest amount that are drawn. Where all are the same every value is 0.
    Moving,
}

/// The scores of one criterion as amounts, with the piecewise-linear function that turns them into values: from 0
/// at the worst end through its breakpoints to 100 at the best.
#[derive(Clone, Debug, PartialEq)]
pub struct Amounts {
    /// Which criterion.
    pub criterion: usize,
    /// What is known of the amount of each option; `None` for one whose score counts as it stands.
    pub options: Vec<Option<Score>>,
    /// What is known of amounts that are no option of the problem, but on which the scale ends too.
    pub others: Vec<Score>,
    /// Where the scale ends.
    pub ends: Ends,
    /// Whether more is better.
    pub rises: bool,
    /// Amounts with their values. Those that are not strictly between the ends do not count.
    pub breakpoints: Vec<[f64; 2]>,
}

impl Amounts {
    /// Whether its numbers are finite and in order.
    pub(crate) fn is_valid(&self, options: usize, criteria: usize) -> bool {
        let [low, high] = self.hull();
        let ends = match self.ends {
            Ends::Held([low, high]) => (high - low).is_finite() && low < high,
            Ends::Moving => true,
        };
        self.criterion < criteria
            && self.options.len() == options
            && self.all().all(Score::is_valid)
            && (high - low).is_finite()
            && self.breakpoints.iter().flatten().all(|x| x.is_finite())
            && ends
    }

    fn all(&self) -> impl Iterator<Item = &Score> {
        self.options.iter().flatten().chain(&self.others)
    }

    /// The lowest and the highest that any amount can be.
    fn hull(&self) -> [f64; 2] {
        around(self.all().map(Score::ends))
    }

    /// What tells options with fixed amounts apart: whether there is an amount, and which. `None` for an option
    /// whose amount is drawn.
    pub(crate) fn telling(&self, option: usize) -> Option<[f64; 2]> {
        let Some(Some(amount)) = self.options.get(option) else {
            return Some([0.0; 2]);
        };
        let [low, high] = self.hull();
        let place = (amount.fixed()? - low) / (high - low) * 100.0;
        Some([1.0, if place.is_finite() { place } else { 0.0 }])
    }

    /// Two values between which the value of an option always is; `None` where it has no amount. They are the least and
    /// the greatest where the ends are held, and where there are no breakpoints; else there may be room.
    ///
    /// ```
    /// use weighbridge_sampling::{Amounts, Ends, Score};
    /// let amounts = Amounts {
    ///     criterion: 0,
    ///     options: [Score::Uniform { low: 100.0, high: 400.0 }, Score::Fixed(200.0), Score::Fixed(120.0)].map(Some).to_vec(),
    ///     others: vec![],
    ///     ends: Ends::Moving,
    ///     rises: false,
    ///     breakpoints: vec![],
    /// };
    /// assert_eq!(amounts.reach(0), Some([0.0, 100.0]), "the dearest or the cheapest");
    /// let [low, high] = amounts.reach(1).unwrap();
    /// assert_eq!(low, 0.0, "the dearest while the first costs less than 200");
    /// assert!((high - 200.0 / 2.8).abs() < 1e-9, "half way and more while the first costs 400: {high}");
    /// ```
    pub fn reach(&self, option: usize) -> Option<[f64; 2]> {
        let own = self.options.get(option)?.as_ref()?;
        let [low, high] = own.ends();
        let Ends::Held([from, to]) = self.ends else {
            return Some(self.reach_as_ends_move(option, [low, high]));
        };
        let function = Function::new(self, from, to);
        let inside = function
            .points
            .iter()
            .filter(|[x, _]| low < *x && *x < high);
        let inside = inside.map(|[_, value]| *value);
        let values = [low, high].map(|x| function.value(x));
        Some(around(values.into_iter().chain(inside).map(|v| [v, v])))
    }

    /// As [`Self::reach`], where the ends move. Without breakpoints a value falls while an end rises, whichever it is, and rises
    /// with the amount itself (the other way round where less is better).
    fn reach_as_ends_move(&self, option: usize, [low, high]: [f64; 2]) -> [f64; 2] {
        if !self.breakpoints.is_empty() {
            let breakpoints = self.breakpoints.iter().map(|[_, value]| [*value, *value]);
            return around(breakpoints.chain([[0.0, 100.0]]));
        }
        let others = self.options.iter().enumerate();
        let others = others
            .filter(|(at, _)| *at != option)
            .filter_map(|(_, s)| s.as_ref());
        let mut others = others.chain(&self.others).map(Score::ends).peekable();
        if others.peek().is_none() {
            return [0.0, 0.0];
        }
        // The least and the greatest of the others' lowest amount, and of their highest.
        let none = [[f64::INFINITY; 2], [f64::NEG_INFINITY; 2]];
        let [lowest, highest] = others.fold(none, |[lowest, highest], [a, b]| {
            [
                [lowest[0].min(a), lowest[1].min(b)],
                [highest[0].max(a), highest[1].max(b)],
            ]
        });
        let place = |x: f64, lowest: f64, highest: f64| {
            let (from, to) = (lowest.min(x), highest.max(x));
            if from < to {
                (x - from) / (to - from) * 100.0
            } else {
                0.0
            }
        };
        let least = place(low, lowest[1], highest[1]);
        let most = place(high, lowest[0], highest[0]);
        // Where all may be the same amount every value is 0.
        let level = highest[0].max(low) <= lowest[1].min(high);
        let [least, most] = if self.rises {
            [least, most]
        } else {
            [100.0 - most, 100.0 - least]
        };
        [if level { 0.0 } else { least.max(0.0) }, most.min(100.0)]
    }
}

/// The lowest and the highest of some stretches.
fn around(stretches: impl Iterator<Item = [f64; 2]>) -> [f64; 2] {
    stretches.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], [a, b]| {
        [low.min(a), high.max(b)]
    })
}

/// A value function between two ends.
struct Function {
    /// Amounts in increasing order, with their values.
    points: Vec<[f64; 2]>,
}

impl Function {
    fn new(of: &Amounts, low: f64, high: f64) -> Self {
        let mut made = Self { points: Vec::new() };
        let mut breakpoints = of.breakpoints.clone();
        sort_ascending(&mut breakpoints, |[amount, _]| *amount);
        made.set(&breakpoints, of.rises, low, high);
        made
    }

    /// Gives it other ends; breakpoints are in order.
    fn set(&mut self, breakpoints: &[[f64; 2]], rises: bool, low: f64, high: f64) {
        let [from, to] = if rises { [0.0, 100.0] } else { [100.0, 0.0] };
        self.points.clear();
        self.points.push([low, from]);
        let inside = breakpoints.iter().filter(|[x, _]| low < *x && *x < high);
        self.points.extend(inside);
        self.points.push([high, to]);
    }

    fn value(&self, x: f64) -> f64 {
        let mut pieces = self.points.windows(2);
        let last = self.points.len().saturating_sub(2);
        let piece = pieces.position(|piece| matches!(piece, [_, [to, _]] if x <= *to));
        let from = piece.unwrap_or(last);
        match self.points.get(from..from + 2) {
            Some([[x0, y0], [x1, y1]]) if x0 < x1 => y0 + (y1 - y0) * ((x - x0) / (x1 - x0)),
            _ => 0.0,
        }
    }
}

/// How one amount is drawn.
#[derive(Clone, Debug)]
enum Cell {
    Fixed(f64),
    /// As a part, 0 to 1, of what it can be, so that 32 bits are enough for it.
    Drawn {
        from: f64,
        width: f64,
        part: Draw,
    },
}

impl Cell {
    fn of(score: &Score) -> Self {
        let [from, to] = score.ends();
        let width = to - from;
        if score.fixed().is_some() || width <= 0.0 {
            return Self::Fixed(from);
        }
        let part = |x: f64| (x - from) / width;
        let (low, high) = (0.0, 1.0);
        let part = Draw::of(&match *score {
            Score::Fixed(_) | Score::Uniform { .. } => Score::Uniform { low, high },
            Score::Triangular { mode, .. } => Score::Triangular {
                low,
                mode: part(mode),
                high,
            },
            Score::Pert { mode, .. } => Score::Pert {
                low,
                mode: part(mode),
                high,
            },
            Score::Normal { mean, sd, .. } => Score::Normal {
                mean: part(mean),
                sd: sd / width,
                low,
                high,
            },
            Score::Beta { a, b, .. } => Score::Beta { a, b, low, high },
        });
        Self::Drawn { from, width, part }
    }

    fn draw(&self, dice: &mut Streams, streams: &mut [Stream]) -> Side {
        match self {
            Self::Fixed(x) => [*x; STREAMS],
            Self::Drawn { from, width, part } => {
                let parts: [f32; STREAMS] = cast(part.draw(dice, streams));
                parts.map(|part| from + width * f64::from(part))
            }
        }
    }
}

/// One criterion whose scores are drawn as amounts, sixteen samples at a time.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) criterion: usize,
    /// The amounts of the options of the problem, then those of others.
    cells: Vec<Option<Cell>>,
    ends: Ends,
    rises: bool,
    breakpoints: Vec<[f64; 2]>,
    /// The amounts drawn last, and the values that they have: those of each option.
    amounts: Vec<Side>,
    values: Vec<Option<Side>>,
}

impl Column {
    pub(crate) fn new(of: &Amounts) -> Self {
        let cells = of.options.iter().map(|s| s.as_ref().map(Cell::of));
        let others = of.others.iter().map(|s| Some(Cell::of(s)));
        let mut breakpoints = of.breakpoints.clone();
        sort_ascending(&mut breakpoints, |[amount, _]| *amount);
        let cells: Vec<Option<Cell>> = cells.chain(others).collect();
        Self {
            criterion: of.criterion,
            amounts: vec![[0.0; STREAMS]; cells.len()],
            values: vec![None; cells.len()],
            cells,
            ends: of.ends,
            rises: of.rises,
            breakpoints,
        }
    }

    /// Draws every amount once for each stream.
    pub(crate) fn draw(&mut self, dice: &mut Streams, streams: &mut [Stream]) {
        let (mut low, mut high) = match self.ends {
            Ends::Held([low, high]) => ([low; STREAMS], [high; STREAMS]),
            Ends::Moving => ([f64::INFINITY; STREAMS], [f64::NEG_INFINITY; STREAMS]),
        };
        for (cell, amounts) in self.cells.iter().zip(&mut self.amounts) {
            let Some(cell) = cell else { continue };
            *amounts = cell.draw(dice, streams);
            if self.ends == Ends::Moving {
                let ends = low.iter_mut().zip(&mut high);
                for (x, (low, high)) in amounts.iter().zip(ends) {
                    *low = low.min(*x);
                    *high = high.max(*x);
                }
            }
        }
        for (value, cell) in self.values.iter_mut().zip(&self.cells) {
            *value = cell.as_ref().map(|_| [0.0; STREAMS]);
        }
        if self.breakpoints.is_empty() {
            return self.straight(&low, &high);
        }
        let mut function = Function { points: Vec::new() };
        for (stream, (low, high)) in low.iter().zip(&high).enumerate() {
            function.set(&self.breakpoints, self.rises, *low, *high);
            for (amounts, values) in self.amounts.iter().zip(&mut self.values) {
                let value = values.as_mut().and_then(|values| values.get_mut(stream));
                if let (Some(value), Some(x)) = (value, amounts.get(stream)) {
                    *value = function.value(*x);
                }
            }
        }
    }

    /// The values of the amounts drawn last, where the function is one straight line: what [`Function`] gives, sixteen
    /// side by side.
    fn straight(&mut self, low: &Side, high: &Side) {
        let [from, to] = if self.rises {
            [0.0, 100.0]
        } else {
            [100.0, 0.0]
        };
        for (amounts, values) in self.amounts.iter().zip(&mut self.values) {
            let Some(values) = values else { continue };
            let ends = low.iter().zip(high);
            for ((value, x), (low, high)) in values.iter_mut().zip(amounts).zip(ends) {
                let place = from + (to - from) * ((x - low) / (high - low));
                *value = if low < high { place } else { 0.0 };
            }
        }
    }

    /// The values of an option that were drawn last; `None` where its score counts as it stands.
    pub(crate) fn values(&self, option: usize) -> Option<&Side> {
        self.values.get(option)?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Problem, Rule};
    use crate::{Engine, Wanted};

    fn column(options: Vec<Score>, ends: Ends, rises: bool, breakpoints: Vec<[f64; 2]>) -> Amounts {
        Amounts {
            criterion: 0,
            options: options.into_iter().map(Some).collect(),
            others: Vec::new(),
            ends,
            rises,
            breakpoints,
        }
    }

    /// How often the first of two options comes first on one criterion.
    fn first(amounts: Amounts) -> f64 {
        let problem = Problem::flat(2, 1, &[0.0, 0.0], Rule::Any).unwrap();
        let problem = problem.with_amounts(vec![amounts]).unwrap();
        let mut engine = Engine::new(&problem, 7, Wanted::ALL);
        engine.advance(400_000);
        engine.outcome().rank(0, 0)
    }

    /// How often an amount is above 45, on a scale of 0 to 100 with 50 worth 90.
    fn first_ahead_of_45(own: Score) -> f64 {
        let held = Ends::Held([0.0, 100.0]);
        let both = vec![own, Score::Fixed(45.0)];
        first(column(both, held, true, vec![[50.0, 90.0]]))
    }

    /// On a scale of 0 to 100 with 50 worth 90 the uniform amount, 20 to 80, passes 45 for 35 of 60; the shape of values from
    /// 36 to 96 would have passed its 81 for 15 of 60.
    #[test]
    fn an_even_amount_on_a_bent_scale_is_even_in_the_amount() {
        let own = Score::Uniform {
            low: 20.0,
            high: 80.0,
        };
        let found = first_ahead_of_45(own);
        assert!((found - 35.0 / 60.0).abs() < 3e-3, "{found}");
    }

    /// The triangular amount from 20 to 80, likeliest 50, is below 45 for 25² / (60 · 30).
    #[test]
    fn a_triangular_amount_on_a_bent_scale_is_triangular_in_the_amount() {
        let own = Score::Triangular {
            low: 20.0,
            mode: 50.0,
            high: 80.0,
        };
        let found = first_ahead_of_45(own);
        let exact = 1.0 - 25.0 * 25.0 / 1800.0;
        assert!((found - exact).abs() < 3e-3, "{found}, not {exact}");
    }

    #[test]
    fn values_are_within_their_reach_as_ends_move() {
        for (rises, breakpoints) in [
            (true, vec![]),
            (false, vec![]),
            (true, vec![[150.0, 80.0]]),
            (false, vec![[150.0, 120.0], [300.0, -20.0]]),
        ] {
            let options = vec![
                Score::Uniform {
                    low: 100.0,
                    high: 400.0,
                },
                Score::Fixed(200.0),
                Score::Triangular {
                    low: 110.0,
                    mode: 120.0,
                    high: 130.0,
                },
            ];
            let amounts = column(options, Ends::Moving, rises, breakpoints);
            let mut column = Column::new(&amounts);
            let mut streams: Vec<Stream> = (0..STREAMS).map(|_| Stream::new(&mut 5)).collect();
            let mut dice = Streams::new(5);
            for _ in 0..500 {
                column.draw(&mut dice, &mut streams);
                for option in 0..3 {
                    let [low, high] = amounts.reach(option).unwrap();
                    for value in column.values(option).unwrap() {
                        assert!(
                            (low - 1e-9..=high + 1e-9).contains(value),
                            "{value} in {low}, {high}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn where_all_amounts_are_the_same_no_value_is_anything_but_0() {
        let amounts = column(
            vec![Score::Fixed(5.0), Score::Fixed(5.0)],
            Ends::Moving,
            false,
            vec![],
        );
        let mut column = Column::new(&amounts);
        column.draw(&mut Streams::new(1), &mut [Stream::new(&mut 1)]);
        assert_eq!(column.values(0), Some(&[0.0; STREAMS]));
    }
}
