//! Small appraisals that are hard to speak truly about: ties and near-ties, blanks of every kind,
//! scales whose end one option holds, weights from 1e-9 to 1e9, bent value functions.
//!
//! An appraisal is read off a tape of whole numbers. Where the tape ends every choice is the plainest
//! one, so that a shorter tape with smaller numbers is a plainer appraisal, which is what shrinking
//! looks for.

use proptest::collection::vec;
use proptest::prelude::*;
use weighbridge_file as file;
use weighbridge_model::{
    Absence, Alternative, Appraisal, AppraisalId, Breakpoint, Criterion, CriterionId, Direction,
    Entry, Extra, Finite, Measure, OptionId, OptionStatus, Range, RawWeight, RuledOut, Scale,
    ScaleKind, ScalePoint, Scenario, ScenarioId, Score, Shape, Statement, Weight, Weights,
};

/// A tape, at random.
pub fn tape() -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), 0..300)
}

/// Choices read off a tape.
pub struct Tape<'a>(std::slice::Iter<'a, u16>);

impl<'a> Tape<'a> {
    pub fn new(tape: &'a [u16]) -> Self {
        Self(tape.iter())
    }

    /// A whole number below a bound, 0 where the tape has ended.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % bound
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// True once in so many times; never where the tape has ended.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times && times > 1
    }
}

/// Numbers made from a seed, for what is tried on an appraisal (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// Positive numbers that add up to 1, even over all such.
    pub fn simplex(&mut self, n: usize) -> Vec<f64> {
        let mut cuts: Vec<f64> = (1..n).map(|_| self.share()).collect();
        cuts.extend([0.0, 1.0]);
        cuts.sort_by(f64::total_cmp);
        cuts.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }
}

fn finite(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

fn level(label: usize, value: f64) -> ScalePoint {
    ScalePoint {
        label: label.to_string(),
        words: String::new(),
        value: finite(value),
        extra: Extra::default(),
    }
}

/// Values of points: from 0 to 100, short of either end, twice the same, not in order.
const LEVELS: [&[f64]; 5] = [
    &[0.0, 50.0, 100.0],
    &[0.0, 30.0, 60.0],
    &[20.0, 50.0, 100.0],
    &[10.0, 40.0, 40.0, 90.0],
    &[60.0, 0.0, 80.0],
];

/// Bends as shares of the scale with a value, from the worst end: a steep start, a flat stretch, a
/// flat end, a peak inside, a dip inside.
const BENDS: [&[(f64, f64)]; 5] = [
    &[(0.25, 60.0)],
    &[(0.25, 40.0), (0.75, 40.0)],
    &[(0.5, 100.0)],
    &[(0.5, 100.0), (0.75, 80.0)],
    &[(0.5, 10.0), (0.75, 5.0)],
];

fn kind(tape: &mut Tape) -> ScaleKind {
    match tape.below(8) {
        0..=3 => ScaleKind::Direct,
        4 => {
            let values = tape.pick(&LEVELS);
            let numbered = values.iter().enumerate();
            ScaleKind::Points(numbered.map(|(at, v)| level(at + 1, *v)).collect())
        }
        other => {
            let direction = tape.pick(&[Direction::Higher, Direction::Lower]);
            let (low, width) = tape.pick(&[
                (0.0, 100.0),
                (10.0, 20.0),
                (-5.0, 10.0),
                (10_000_000.0, 10_000.0),
                (0.0, 1e-3),
            ]);
            let bends = if tape.below(3) == 2 {
                tape.pick(&BENDS)
            } else {
                &[]
            };
            let place = |share: f64| match direction {
                Direction::Higher => low + width * share,
                Direction::Lower => low + width * (1.0 - share),
            };
            let bend = |(share, value): &(f64, f64)| Breakpoint {
                at: finite(place(*share)),
                value: finite(*value),
                extra: Extra::default(),
            };
            ScaleKind::Measure(Measure {
                unit: "units".to_owned(),
                direction,
                range: if other == 5 {
                    Range::Fixed {
                        low: finite(low),
                        high: finite(low + width),
                    }
                } else {
                    Range::Local
                },
                breakpoints: bends.iter().map(bend).collect(),
            })
        }
    }
}

/// Where the amounts of a measure lie: its ends, or those its bends were made for.
fn spread(measure: &Measure) -> (f64, f64) {
    if let Range::Fixed { low, high } = measure.range {
        return (low.get(), high.get() - low.get());
    }
    match measure.breakpoints.first() {
        // The ends are not kept for a scale that ends at the options: near the bends is enough.
        Some(bend) => (bend.at.get() - 50.0, 100.0),
        None => (0.0, 100.0),
    }
}

fn leaf(tape: &mut Tape) -> Criterion {
    let mut made = Criterion::new(CriterionId::new("unnumbered").unwrap(), "C");
    made.scale = Scale {
        kind: kind(tape),
        extra: Extra::default(),
    };
    made
}

/// Leaves, and runs of them put into groups, and these again.
fn tree(tape: &mut Tape) -> Vec<Criterion> {
    let leaves = 1 + tape.below(7);
    let mut list: Vec<Criterion> = (0..leaves).map(|_| leaf(tape)).collect();
    for _ in 0..tape.below(4) {
        let from = tape.below(list.len());
        let count = 1 + tape.below((list.len() - from).min(4));
        let depth = |c: &Criterion| {
            let mut deepest = 0;
            c.walk(0, &mut |_, depth| deepest = deepest.max(depth));
            deepest
        };
        if list[from..from + count].iter().any(|c| depth(c) > 1) {
            continue;
        }
        let mut group = Criterion::new(CriterionId::new("unnumbered").unwrap(), "G");
        group.children = list.drain(from..from + count).collect();
        list.insert(from, group);
    }
    list
}

fn number_and_weigh(
    list: &mut [Criterion],
    weights: &mut Weights,
    tape: &mut Tape,
    style: usize,
    next: &mut usize,
) {
    for criterion in list {
        let id = format!("c{next}");
        *next += 1;
        criterion.id = CriterionId::new(&id).unwrap();
        criterion.name = id.to_uppercase();
        let weight = match style {
            0 => 1.0,
            1 => tape.pick(&[1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 25.0, 30.0]),
            2 => tape.pick(&[1.0, 0.0, 2.0, 50.0, 12.5]),
            _ => tape.pick(&[1.0, 1e-9, 1e9, 1e-3, 1e3, 33.3, 0.1]),
        };
        let mut given = Weight {
            raw: RawWeight::new(weight),
            ..Weight::default()
        };
        if tape.once_in(60) {
            given.raw = None;
        }
        if tape.once_in(6) {
            let (low, high) = tape.pick(&[(0.5, 1.5), (0.0, 1.0), (1.0, 3.0), (0.9, 1.0)]);
            let range = [weight * low, weight * high].map(|x| RawWeight::new(x).unwrap());
            given.range = Some(range);
        }
        weights.set(&criterion.id, given);
        number_and_weigh(&mut criterion.children, weights, tape, style, next);
    }
}

/// What is close, but not the same.
const NEAR: [f64; 8] = [1e-10, -1e-10, 9e-10, -1.1e-9, 3e-9, 1e-8, -1e-8, 1e-6];

struct Manner {
    blanks: usize,
    steps: usize,
    near: bool,
    ranges: bool,
}

fn entry(tape: &mut Tape, kind: &ScaleKind, manner: &Manner) -> Entry {
    if manner.blanks > 0 && tape.once_in(manner.blanks) {
        return Entry::Absent(tape.pick(&[
            Absence::Missing,
            Absence::CannotJudge,
            Absence::NotApplicable,
        ]));
    }
    let share = tape.below(manner.steps + 1) as f64 / manner.steps as f64;
    let near = if manner.near && tape.once_in(4) {
        tape.pick(&NEAR)
    } else {
        0.0
    };
    match kind {
        ScaleKind::Direct => Entry::Number(finite((share * 100.0 + near).clamp(0.0, 100.0))),
        ScaleKind::Points(levels) => {
            let at = tape.below(levels.len());
            Entry::Label(levels[at].label.clone())
        }
        ScaleKind::Measure(measure) => {
            let (low, width) = spread(measure);
            let beyond = if tape.once_in(12) {
                tape.pick(&[1.0, -1.0, 10.0, -0.5])
            } else {
                0.0
            };
            Entry::Number(finite(low + width * (share + beyond + near / 100.0)))
        }
    }
}

fn range_around(tape: &mut Tape, kind: &ScaleKind, x: f64) -> Option<[Finite; 2]> {
    let (low, high) = tape.pick(&[(10.0, 10.0), (0.0, 20.0), (5.0, 0.0), (60.0, 60.0)]);
    let ends = match kind {
        ScaleKind::Direct => [(x - low).max(0.0), (x + high).min(100.0)],
        ScaleKind::Measure(measure) => {
            let width = spread(measure).1 / 100.0;
            [x - low * width, x + high * width]
        }
        ScaleKind::Points(_) => return None,
    };
    Some(ends.map(finite))
}

/// The criteria of each branch, by id.
fn branches(on: &Appraisal) -> Vec<Vec<CriterionId>> {
    let mut all = vec![on.criteria.iter().map(|c| c.id.clone()).collect()];
    for (criterion, _) in on.criteria_in_order() {
        if !criterion.is_leaf() {
            all.push(criterion.children.iter().map(|c| c.id.clone()).collect());
        }
    }
    all
}

fn statement(tape: &mut Tape, branch: &[CriterionId]) -> Statement {
    let one = branch[tape.below(branch.len())].clone();
    let other = branch[tape.below(branch.len())].clone();
    let share = tape.pick(&[0.25, 0.1, 0.5, 0.0, 1.0]);
    match tape.below(5) {
        0 | 1 if one != other => Statement::AtLeastAsImportant(one, other),
        2 if one != other => Statement::Equal(one, other),
        3 => Statement::AtLeast(one, finite(share)),
        _ => Statement::AtMost(one, finite(share)),
    }
}

fn scenario(tape: &mut Tape, on: &Appraisal, at: usize, manner: &Manner) -> Scenario {
    let mut made = Scenario::new(ScenarioId::new(&format!("s{at}")).unwrap(), "S");
    let all = on.criteria_in_order();
    let which = all[tape.below(all.len())].0.id.clone();
    let weight = tape.pick(&[5.0, 0.0, 100.0, 1e9]);
    made.voice.weights.set_raw(&which, RawWeight::new(weight));
    let leaves = on.leaves();
    for _ in 0..tape.below(3) {
        let leaf = leaves[tape.below(leaves.len())];
        let option = &on.options[tape.below(on.options.len())];
        let score = Score::bare(entry(tape, &leaf.scale.kind, manner));
        made.voice.scores.set(&option.id, &leaf.id, score);
    }
    made
}

/// The appraisal on a tape; `None` where it is none that a file may hold.
pub fn appraisal(tape: &[u16]) -> Option<Appraisal> {
    let mut tape = Tape::new(tape);
    let tape = &mut tape;
    let mut made = Appraisal::new(AppraisalId::new("nasty").unwrap(), "Nasty");
    made.frame_mut().margin = finite(tape.pick(&[2.0, 0.0, 1.0, 5.0, 2.04]));
    let style = tape.below(4);
    let manner = Manner {
        blanks: tape.pick(&[0, 0, 5, 5, 12]),
        steps: tape.pick(&[2, 4, 10, 100]),
        near: tape.once_in(3),
        ranges: tape.once_in(4),
    };
    let (mut criteria, mut weights) = (tree(tape), Weights::default());
    number_and_weigh(&mut criteria, &mut weights, tape, style, &mut 0);
    made.criteria = criteria.into();
    made.agreed_mut().weights = weights;
    let leaves: Vec<Criterion> = made.leaves().into_iter().cloned().collect();
    for at in 0..2 + tape.below(5) {
        let id = OptionId::new(&format!("o{at}")).unwrap();
        let mut option = Alternative::new(id.clone(), &format!("O{at}"));
        if at > 1 && tape.once_in(10) {
            option.status = OptionStatus::RuledOut(RuledOut::default());
        }
        let twin = (at > 0 && tape.once_in(6)).then(|| made.options[tape.below(at)].id.clone());
        let nudged = tape.below(leaves.len() + 2);
        for (place, leaf) in leaves.iter().enumerate() {
            let own = twin.as_ref().filter(|_| place != nudged);
            let score = match own {
                Some(twin) => made.agreed().scores.get(twin, &leaf.id).cloned(),
                None => Some(Score::bare(entry(tape, &leaf.scale.kind, &manner))),
            };
            let Some(mut score) = score else { continue };
            if manner.ranges
                && tape.once_in(3)
                && let Some(x) = score.entry.number()
            {
                score.range = range_around(tape, &leaf.scale.kind, x);
            }
            made.agreed_mut().scores.set(&id, &leaf.id, score);
        }
        made.options_mut().push(option);
    }
    made.judgements_mut().robustness.shape = tape.pick(&[
        Shape::Triangular,
        Shape::Uniform,
        Shape::Pert,
        Shape::Normal,
        Shape::AsGiven,
    ]);
    let branches = branches(&made);
    for _ in 0..tape.below(4) {
        let at = tape.below(branches.len());
        let said = statement(tape, &branches[at]);
        made.judgements_mut().robustness.statements.push(said);
    }
    for at in 0..tape.below(3) {
        let one = scenario(tape, &made, at, &manner);
        made.judgements_mut().scenarios.push(one);
    }
    // What no file may hold is no case: it is refused with a reason instead.
    file::open(file::save(&made).as_bytes()).ok()
}
