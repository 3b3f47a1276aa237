//! The smallest changes of several scores at once that put another option first.

use super::First;
use super::printed::{CLEAR, decimal, decimals, plain};
use crate::{Analysis, LeafIx, OptionIx, TIE};
use weighbridge_numeric::{sort_ascending, sort_descending};

/// The most decimals that are tried.
const MOST_DECIMALS: i32 = 9;

/// The smallest change of scores that puts an option first.
#[derive(Clone, Debug, PartialEq)]
pub struct JointScores {
    /// Which option.
    pub option: OptionIx,
    /// Whether [`Self::printed`] puts it first, alone; level means that it draws level with the best of
    /// the others, and that with all scores at the ends of their scales it goes no further.
    pub first: First,
    /// Every changed score: option, leaf, value now and the value at which the option is level. Empty
    /// when even the ends of the scales are not enough, and where it is level already.
    pub changes: Vec<(OptionIx, LeafIx, f64, f64)>,
    /// The sum of absolute changes, in points of value.
    pub points: f64,
    /// The change to print: every score that changes, just past the smallest change, within the ends
    /// of its scale.
    pub printed: Vec<PrintedScore>,
}

/// A changed score with the digits that are printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedScore {
    /// Whose score.
    pub option: OptionIx,
    /// On which leaf.
    pub leaf: LeafIx,
    /// The value now, rounded to as many decimals as the other.
    pub now: f64,
    /// The value that does it, together with the others.
    pub to: f64,
}

impl JointScores {
    /// What the changes in [`Self::printed`] add up to, in points of value, as they are printed.
    pub fn printed_points(&self) -> f64 {
        let each = self.printed.iter().map(|one| (one.to - one.now).abs());
        plain(weighbridge_numeric::sum(each))
    }
}

/// One score and how far it can move.
struct Step {
    leaf: LeafIx,
    weight: f64,
    now: f64,
    /// To the end of its scale.
    room: f64,
}

/// The scores of an option, the heaviest leaf first: a point there counts for most.
struct Steps {
    option: OptionIx,
    steps: Vec<Step>,
    /// How far the total moves with every score at the end of its scale.
    most: f64,
}

impl Steps {
    fn new(option: OptionIx, steps: Vec<Step>) -> Self {
        let most = weighbridge_numeric::sum(steps.iter().map(|s| s.weight * s.room));
        Self {
            option,
            steps,
            most,
        }
    }

    /// How far scores move so that the total moves by an amount; those that are not named stay.
    fn moved(&self, amount: f64) -> impl Iterator<Item = (&Step, f64)> {
        let mut left = amount;
        self.steps.iter().map_while(move |step| {
            // Less than a tie is nothing, or a tiny weight would make much of what rounding leaves.
            let need = (left > TIE).then(|| left / step.weight)?;
            let by = step.room.min(need);
            left -= by * step.weight;
            Some((step, by))
        })
    }

    fn cost(&self, amount: f64) -> f64 {
        if amount <= TIE {
            return 0.0;
        }
        weighbridge_numeric::sum(self.moved(amount).map(|(_, by)| by))
    }

    /// The amounts at which the next score has to move.
    fn corners(&self) -> impl Iterator<Item = f64> {
        let mut sum = 0.0;
        self.steps.iter().map(move |step| {
            sum += step.weight * step.room;
            sum
        })
    }
}

/// Every option with a total.
struct Reach(Vec<Movable>);

/// How far the scores of an option can move, up and down.
struct Movable {
    rises: Steps,
    falls: Steps,
    total: f64,
}

impl Reach {
    fn of(analysis: &Analysis) -> Self {
        let weight = |leaf: LeafIx| analysis.leaf_node(leaf).cumulative.unwrap_or(0.0);
        let mut leaves = analysis.counted_leaves();
        leaves.retain(|leaf| weight(*leaf) > 0.0 && !analysis.scales[*leaf].has_no_length());
        sort_descending(&mut leaves, |leaf| weight(*leaf));
        let steps = |option: OptionIx, room: fn(f64, [f64; 2]) -> f64| {
            let each = leaves.iter().map(|leaf| {
                let now = analysis.values[option][*leaf].value().unwrap_or(0.0);
                Step {
                    leaf: *leaf,
                    weight: weight(*leaf),
                    now,
                    room: room(now, analysis.scales[*leaf].reach).max(0.0),
                }
            });
            Steps::new(option, each.collect())
        };
        let all = analysis.options.iter_enumerated();
        let each = all.map(|(option, result)| {
            Some(Movable {
                total: result.total.value()?,
                rises: steps(option, |now, [_, high]| high - now),
                falls: steps(option, |now, [low, _]| now - low),
            })
        });
        Self(each.flatten().collect())
    }

    /// The contest of an option with all the others.
    fn contest<'a>(&'a self, own: &'a Movable) -> Contest<'a> {
        let others = self.0.iter();
        let others = others.filter(|other| other.falls.option != own.rises.option);
        Contest {
            own: &own.rises,
            others: others
                .map(|other| Other {
                    falls: &other.falls,
                    gap: other.total - own.total,
                })
                .collect(),
        }
    }
}

/// An option that may stand in the way of another.
struct Other<'a> {
    falls: &'a Steps,
    /// By how much it is ahead of the one that is to come first.
    gap: f64,
}

/// An option that is to come first, and those that may stand in its way.
struct Contest<'a> {
    own: &'a Steps,
    others: Vec<Other<'a>>,
}

/// For every option that does not lead the smallest change of scores that puts it first: its own
/// values up, and down those of every option that stands in its way, each as far as its scale reaches
/// (see [`crate::LeafScale::reach`]), with the smallest sum of absolute changes. Scales that end at the
/// options keep their ends.
///
/// A point of value on a leaf closes a gap by the leaf's weight, so the heaviest leaves go first. How
/// much is gained by its own values is what is left to choose: what its own rise costs and what the
/// fall of each other costs are convex in it, so the sum is least at a corner of one of them, which
/// halving finds; the tests hold it against a linear program. At the result the option is level with
/// the best of the others, and [`JointScores::printed`] is just past it.
///
/// Options without a total are left out.
///
/// ```
/// use weighbridge_analysis::{analyse, joint_scores};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let runner_up = &joint_scores(&analysis)[3];
/// assert_eq!(runner_up.changes.len(), 2);
/// assert_eq!(runner_up.points.round(), 57.0, "17.0 points at 0.3 a point of front line: 40 up and 16.7 down");
/// assert_eq!(runner_up.printed[1].to, 53.3, "at 53.33 the two are level");
/// ```
pub fn joint_scores(analysis: &Analysis) -> Vec<JointScores> {
    let leaders = analysis.verdict.leaders();
    if leaders.is_empty() {
        return Vec::new();
    }
    let reach = Reach::of(analysis);
    let trailing = |own: &&Movable| !leaders.contains(&own.rises.option);
    let each = reach.0.iter().filter(trailing);
    each.map(|own| reach.contest(own).found()).collect()
}

impl Contest<'_> {
    fn found(&self) -> JointScores {
        let mut found = JointScores {
            option: self.own.option,
            first: First::Never,
            changes: Vec::new(),
            points: 0.0,
            printed: Vec::new(),
        };
        let most = self.own.most;
        let leads = self.others.iter().map(|o| most + o.falls.most - o.gap);
        let lead = leads.fold(f64::INFINITY, f64::min);
        if lead < -TIE {
            return found;
        }
        found.changes = self.least(0.0);
        found.points =
            weighbridge_numeric::sum(found.changes.iter().map(|(.., from, to)| (to - from).abs()));
        if lead > CLEAR {
            // A little past, where that is to be had.
            let past = self.least((2.0 * CLEAR).min(lead));
            found.printed = self.printed(&past, found.points, CLEAR).unwrap_or_default();
        }
        if found.printed.is_empty() {
            found.first = First::Level;
            let level = self.printed(&found.changes, found.points, -TIE);
            // As it is where no few digits are level too.
            let exact = found.changes.iter();
            let exact = exact.map(|(option, leaf, now, to)| PrintedScore {
                option: *option,
                leaf: *leaf,
                now: *now,
                to: *to,
            });
            found.printed = level.unwrap_or_else(|| exact.collect());
        } else {
            found.first = First::Alone;
        }
        found
    }

    /// What others have to lose once the option itself has gained an amount.
    fn cost(&self, gain: f64, margin: f64) -> f64 {
        let fall = self
            .others
            .iter()
            .map(|o| o.falls.cost(o.gap + margin - gain));
        self.own.cost(gain) + weighbridge_numeric::sum(fall)
    }

    /// The smallest change that brings the option ahead by a margin; it has to be within reach.
    fn least(&self, margin: f64) -> Vec<(OptionIx, LeafIx, f64, f64)> {
        let needs = || self.others.iter().map(|o| (o.falls, o.gap + margin));
        let high = needs().map(|(_, need)| need).fold(0.0, f64::max);
        let high = high.min(self.own.most);
        let low = needs().map(|(o, need)| need - o.most);
        let low = low.fold(0.0, f64::max).min(high);
        let mut corners = vec![low, high];
        corners.extend(self.own.corners());
        for (other, need) in needs().filter(|(_, need)| *need > 0.0) {
            corners.extend(other.corners().map(|c| need - c));
            corners.push(need);
        }
        corners.retain(|gain| (low..=high).contains(gain));
        sort_ascending(&mut corners, |gain| *gain);
        corners.dedup();
        // The last corner before which the cost falls or stays: its own rise before another's fall.
        let mut left = corners.as_slice();
        while let (before, after @ [next, ..]) = left.split_at(left.len().div_ceil(2)) {
            let here = before.last().unwrap_or(next);
            let [here, next] = [here, next].map(|gain| self.cost(*gain, margin));
            left = if next <= here + TIE { after } else { before };
        }
        let gain = left.first().copied().unwrap_or(low);
        let mut found = Vec::new();
        let mut add = |steps: &Steps, amount: f64, sign: f64| {
            for (step, by) in steps.moved(amount) {
                if by > TIE {
                    found.push((steps.option, step.leaf, step.now, step.now + sign * by));
                }
            }
        };
        add(self.own, gain, 1.0);
        for (other, need) in needs() {
            add(other, need - gain, -1.0);
        }
        found
    }

    /// A change with as many decimals as it takes to bring the option ahead by more than a margin.
    fn printed(
        &self,
        changes: &[(OptionIx, LeafIx, f64, f64)],
        points: f64,
        least: f64,
    ) -> Option<Vec<PrintedScore>> {
        let given = changes.iter().map(|(_, _, from, _)| own_decimals(*from));
        let start = given.fold(decimals(points), i32::max);
        (start..=MOST_DECIMALS.max(start))
            .find_map(|decimals| self.rounded(changes, decimals, least))
    }

    fn rounded(
        &self,
        changes: &[(OptionIx, LeafIx, f64, f64)],
        decimals: i32,
        least: f64,
    ) -> Option<Vec<PrintedScore>> {
        let unit = decimal(1.0, decimals);
        let mut trial = Trial::of(self);
        let mut found = Vec::new();
        for (option, leaf, from, to) in changes {
            let up = *option == self.own.option;
            let step = trial.step(*option, *leaf)?;
            let sign = if up { 1.0 } else { -1.0 };
            let end = step.now + sign * step.room;
            // Away from now, but not past the end.
            let units = sign * ((sign * to / unit - 1e-9).ceil());
            let outward = decimal(units, decimals);
            let to = if sign * (outward - end) > 0.0 {
                end
            } else {
                outward
            };
            let now = decimal((from / unit).round(), decimals);
            if sign * (to - now) <= 0.0 {
                return None;
            }
            trial.change(*option, step.weight * (to - from));
            found.push(PrintedScore {
                option: *option,
                leaf: *leaf,
                now,
                to,
            });
        }
        // Each went outwards: where one less is enough, it is one less.
        for one in found.iter_mut().rev() {
            let sign = if one.option == self.own.option {
                1.0
            } else {
                -1.0
            };
            let less = decimal(((one.to - sign * unit) / unit).round(), decimals);
            let step = trial.step(one.option, one.leaf)?;
            let by = step.weight * (less - one.to);
            trial.change(one.option, by);
            if trial.lead() > least && sign * (less - one.now) > 0.0 {
                one.to = less;
            } else {
                trial.change(one.option, -by);
            }
        }
        (trial.lead() > least).then_some(found)
    }
}

/// How far the totals have moved.
struct Trial<'a> {
    contest: &'a Contest<'a>,
    own: f64,
    others: Vec<f64>,
}

impl<'a> Trial<'a> {
    fn of(contest: &'a Contest<'a>) -> Self {
        Self {
            contest,
            own: 0.0,
            others: vec![0.0; contest.others.len()],
        }
    }

    fn step(&self, option: OptionIx, leaf: LeafIx) -> Option<&'a Step> {
        let others = self.contest.others.iter().map(|other| other.falls);
        let all = others.chain([self.contest.own]);
        let mut of = all.filter(|steps| steps.option == option);
        of.next()?.steps.iter().find(|step| step.leaf == leaf)
    }

    fn change(&mut self, option: OptionIx, by: f64) {
        if option == self.contest.own.option {
            self.own += by;
            return;
        }
        for (other, change) in self.contest.others.iter().zip(&mut self.others) {
            if other.falls.option == option {
                *change += by;
            }
        }
    }

    /// By how much the option is ahead of the best other.
    fn lead(&self) -> f64 {
        let each = self.contest.others.iter().zip(&self.others);
        each.map(|(other, by)| self.own - other.gap - by)
            .fold(f64::INFINITY, f64::min)
    }
}

/// How many decimals a value has that was given with a few; none for one that was worked out.
fn own_decimals(value: f64) -> i32 {
    let all = (0..=3).find(|d| {
        let near: f64 = format!("{value:.0$}", usize::try_from(*d).unwrap_or(0))
            .parse()
            .unwrap_or(f64::NAN);
        near.total_cmp(&value).is_eq()
    });
    all.unwrap_or(0)
}
