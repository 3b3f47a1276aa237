//! Random appraisals and edits, for the property tests.

use crate::judged;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use weighbridge_analysis::Share;
use weighbridge_edit::{
    CriteriaEdit, CriterionEdit, Edit, FigureEdit, FiguresEdit, FrameEdit, Move, OptionEdit,
    OptionsEdit, Remark, ScoresEdit, SourceEdit, SourcesEdit,
};
use weighbridge_model::{
    Absence, Alternative, Amount, Anchor, Appraisal, AppraisalId, Attribute, AttributeKey,
    Baseline, Breakpoint, Confidence, Criterion, CriterionId, Direction, Entry, Extra, Figure,
    FigureId, FigureStatus, Finite, Measure, OptionId, OptionStatus, PartialDate, Pence, PriceBase,
    Qualifier, Range, RawWeight, RuledOut, Scale, ScaleKind, ScalePoint, Score, Source, Status,
    Weight,
};

pub fn finite(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

/// Any finite number, as wild as they come.
fn wild() -> impl Strategy<Value = Finite> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    (NORMAL | SUBNORMAL | ZERO | POSITIVE | NEGATIVE).prop_filter_map("finite", Finite::new)
}

/// A few of any characters, control characters and quotes among them.
fn characters() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..6).prop_map(String::from_iter)
}

fn text() -> impl Strategy<Value = String> {
    let plain =
        proptest::sample::select(vec!["a", "two words", "“quoted”\nline"]).prop_map(str::to_owned);
    prop_oneof![3 => Just(String::new()), 2 => plain, 1 => characters()]
}

fn name() -> impl Strategy<Value = String> {
    let plain = proptest::sample::select(vec!["Front line", "Pace", "Employer", "Colour", "="])
        .prop_map(str::to_owned);
    prop_oneof![plain, characters()].prop_map(|n| {
        let n = n.trim().to_owned();
        if n.is_empty() { "Name".to_owned() } else { n }
    })
}

/// Any JSON.
pub fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        wild().prop_map(|x| serde_json::json!(x.get())),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<u64>().prop_map(serde_json::Value::from),
        characters().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(serde_json::Value::from),
            btree_map(characters(), inner, 0..3)
                .prop_map(|m| m.into_iter().collect::<serde_json::Value>()),
        ]
    })
}

/// Fields no version knows, with any JSON in them.
fn extra() -> impl Strategy<Value = Extra> {
    let fields = btree_map(
        characters().prop_map(|c| format!("later-{c}")),
        json().prop_map(|v| v.to_string()),
        0..2,
    );
    prop_oneof![4 => Just(Extra::default()), 1 => fields.prop_map(|fields| Extra(fields.into_iter().collect()))]
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    let dates = ["2013", "2013-12", "2013-12-16", "2024-02-29"];
    proptest::option::of(
        proptest::sample::select(dates.to_vec()).prop_map(|d| PartialDate::parse(d).unwrap()),
    )
}

/// A weight as people give them: often plain, sometimes none, sometimes zero, sometimes odd.
fn weight() -> impl Strategy<Value = Option<RawWeight>> {
    prop_oneof![
        8 => (0..=100_u32).prop_map(|w| RawWeight::new(f64::from(w))),
        3 => (0.0..1e6_f64).prop_map(RawWeight::new),
        1 => Just(RawWeight::new(0.0)),
    ]
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Higher), Just(Direction::Lower)]
}

/// A scale whose values run from 0 to 100.
pub fn scale_kind() -> impl Strategy<Value = ScaleKind> {
    let points = vec((0.0..=100.0_f64, text(), extra()), 2..5).prop_map(|levels| {
        let level = |(at, (value, words, extra)): (usize, (f64, String, Extra))| ScalePoint {
            label: (at + 1).to_string(),
            words,
            value: finite(value),
            extra,
        };
        ScaleKind::Points(levels.into_iter().enumerate().map(level).collect())
    });
    // Bends at tenths of the scale, with values that rise from the worst end to the best.
    let measure = (
        direction(),
        -1e3..1e3_f64,
        1e-3..1e3_f64,
        any::<bool>(),
        vec(0.0..=100.0_f64, 0..4),
        text(),
    )
        .prop_map(|(direction, low, width, local, mut values, unit)| {
            values.sort_by(f64::total_cmp);
            let count = values.len() as f64 + 1.0;
            let place = |at: usize| {
                let share = (at + 1) as f64 / count;
                match direction {
                    Direction::Higher => low + width * share,
                    Direction::Lower => low + width * (1.0 - share),
                }
            };
            let bends = values.iter().enumerate().map(|(at, v)| Breakpoint {
                at: finite(place(at)),
                value: finite(*v),
                extra: Extra::default(),
            });
            let range = if local {
                Range::Local
            } else {
                Range::Fixed {
                    low: finite(low),
                    high: finite(low + width),
                }
            };
            // On a local scale a bend may fall outside the ends, and be left out with a word.
            ScaleKind::Measure(Measure {
                unit,
                direction,
                range,
                breakpoints: bends.collect(),
            })
        });
    prop_oneof![3 => Just(ScaleKind::Direct), 1 => points, 2 => measure]
}

/// A criterion without an id yet, and what is said of its weight.
fn leaf() -> impl Strategy<Value = Weighed> {
    let anchors = vec((0..=100_u32, text(), extra()), 0..3);
    let words = (name(), text(), text(), text(), text(), text());
    (words, weight(), anchors, scale_kind(), extra(), extra()).prop_map(
        |((name, short, question, note, origin, reason), raw, anchors, kind, in_scale, extra)| {
            let id = CriterionId::new("to-be-numbered").unwrap();
            let mut criterion = Criterion::new(id, &name);
            criterion.short = short;
            criterion.question = question;
            criterion.note = note;
            criterion.origin = origin;
            criterion.anchors = anchors
                .into_iter()
                .map(|(value, words, extra)| Anchor {
                    value: finite(f64::from(value)),
                    words,
                    extra,
                })
                .collect();
            criterion.scale = Scale {
                kind,
                extra: in_scale,
            };
            criterion.extra = extra;
            let weight = Weight {
                raw,
                reason,
                range: None,
            };
            (criterion, vec![weight])
        },
    )
}

/// A criterion with all below it, and what is said of the weight of each, branches before their children.
type Weighed = (Criterion, Vec<Weight>);

fn tree() -> impl Strategy<Value = Vec<Weighed>> {
    let criterion = leaf().prop_recursive(2, 10, 3, |inner| {
        (leaf(), vec(inner, 1..4)).prop_map(|((mut branch, mut weights), inner)| {
            for (child, below) in inner {
                branch.children.push(child);
                weights.extend(below);
            }
            (branch, weights)
        })
    });
    vec(criterion, 0..5)
}

fn number_all(list: &mut [Criterion], next: &mut usize) {
    for criterion in list {
        criterion.id = CriterionId::new(&format!("c{next}")).unwrap();
        *next += 1;
        number_all(&mut criterion.children, next);
    }
}

fn standing() -> impl Strategy<Value = OptionStatus> {
    let out = (text(), text(), text(), extra()).prop_map(|(stage, reason, source, extra)| {
        OptionStatus::RuledOut(RuledOut {
            stage,
            reason,
            source,
            extra,
        })
    });
    prop_oneof![4 => Just(OptionStatus::ShortListed), 1 => Just(OptionStatus::LongListed), 1 => Just(OptionStatus::Preferred), 1 => out]
}

fn option() -> impl Strategy<Value = Alternative> {
    let own = prop_oneof![
        proptest::sample::select(AttributeKey::STANDARD.to_vec()),
        name().prop_map(|n| AttributeKey::named(&n)),
    ];
    let baseline = proptest::option::of(proptest::sample::select(Baseline::ALL.to_vec()));
    (
        name(),
        text(),
        text(),
        standing(),
        baseline,
        vec((own, text()), 0..3),
        extra(),
    )
        .prop_map(
            |(name, short, summary, standing, baseline, attributes, extra)| {
                let mut option = Alternative::new(OptionId::new("to-be-numbered").unwrap(), &name);
                option.short = short;
                option.summary = summary;
                option.status = standing;
                option.baseline = baseline;
                for (key, value) in attributes {
                    if option.attributes.iter().all(|a| a.key != key) {
                        option.attributes.push(Attribute { key, value });
                    }
                }
                option.extra = extra;
                option
            },
        )
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        (-Pence::LIMIT..=Pence::LIMIT).prop_map(|p| Amount::Money(Pence::new(p).unwrap())),
        (
            wild(),
            text().prop_filter("money has a kind of its own", |u| u != "GBP")
        )
            .prop_map(|(value, unit)| Amount::Quantity { value, unit }),
    ]
}

fn figure() -> impl Strategy<Value = Figure> {
    let prices = prop_oneof![
        Just(PriceBase::NotStated),
        Just(PriceBase::Nominal),
        (1900..2100).prop_map(PriceBase::Real)
    ];
    let kind = (
        proptest::sample::select(Qualifier::ALL.to_vec()),
        proptest::sample::select(FigureStatus::ALL.to_vec()),
    );
    (
        name(),
        amount(),
        kind,
        prices,
        (text(), text(), text()),
        date(),
        extra(),
    )
        .prop_map(
            |(
                name,
                amount,
                (qualifier, status),
                price_base,
                (period, source, note),
                date,
                extra,
            )| {
                let mut figure =
                    Figure::new(FigureId::new("to-be-numbered").unwrap(), &name, amount);
                figure.qualifier = qualifier;
                figure.status = status;
                figure.price_base = price_base;
                figure.period = period;
                figure.source = source;
                figure.note = note;
                figure.date = date;
                figure.extra = extra;
                figure
            },
        )
}

fn source() -> impl Strategy<Value = Source> {
    (name(), text(), date(), text(), extra()).prop_map(|(title, link, date, note, extra)| Source {
        title,
        link,
        date,
        note,
        extra,
    })
}

/// What is scored, before it is known on which scale: a share of the scale, or an absence.
#[derive(Clone, Debug)]
pub enum Draw {
    Share(f64),
    Absent(Absence),
}

pub fn draw(absent: u32) -> impl Strategy<Value = Draw> {
    let absence = proptest::sample::select(vec![
        Absence::Missing,
        Absence::CannotJudge,
        Absence::NotApplicable,
    ]);
    // Few different shares, so that ties and equal columns happen.
    let share = prop_oneof![
        (0..=10_u32).prop_map(|x| f64::from(x) / 10.0),
        0.0..=1.0_f64
    ];
    prop_oneof![20 => share.prop_map(Draw::Share), absent => absence.prop_map(Draw::Absent)]
}

/// A score on a scale, with a value from 0 to 100.
pub fn entry_on(scale: &ScaleKind, draw: &Draw) -> Entry {
    let share = match draw {
        Draw::Absent(absence) => return Entry::Absent(*absence),
        Draw::Share(share) => *share,
    };
    match scale {
        ScaleKind::Direct => Entry::Number(finite(share * 100.0)),
        ScaleKind::Points(levels) => {
            let at = (share * (levels.len() - 1) as f64).round() as usize;
            Entry::Label(levels[at].label.clone())
        }
        ScaleKind::Measure(measure) => {
            let (low, high) = match measure.range {
                Range::Fixed { low, high } => (low.get(), high.get()),
                Range::Local => (-50.0, 50.0),
            };
            Entry::Number(finite((low + (high - low) * share).clamp(low, high)))
        }
    }
}

/// A random appraisal; `absent` of about 20 scores are absent.
pub fn appraisal(absent: u32) -> impl Strategy<Value = Appraisal> {
    let words = (name(), text(), text(), text(), text(), date());
    let about = (
        words,
        proptest::sample::select(Status::ALL.to_vec()),
        0.0..10.0_f64,
        extra(),
    );
    let scored = (
        draw(absent),
        text(),
        text(),
        proptest::option::of(proptest::sample::select(Confidence::ALL.to_vec())),
        extra(),
    );
    let scores = vec(scored, 40);
    (
        about,
        tree(),
        vec(option(), 0..6),
        vec(figure(), 0..2),
        vec(source(), 0..2),
        scores,
        any::<u64>(),
    )
        .prop_map(
            |(
                ((title, question, body, notice, background, date), status, margin, extra),
                criteria,
                mut options,
                mut figures,
                sources,
                scores,
                seed,
            )| {
                let (mut criteria, weights): (Vec<_>, Vec<_>) = criteria.into_iter().unzip();
                number_all(&mut criteria, &mut 0);
                for (at, option) in options.iter_mut().enumerate() {
                    option.id = OptionId::new(&format!("o{at}")).unwrap();
                }
                for (at, figure) in figures.iter_mut().enumerate() {
                    figure.id = FigureId::new(&format!("f{at}")).unwrap();
                }
                let mut to = Appraisal::new(AppraisalId::new("random").unwrap(), &title);
                to.frame_mut().question = question;
                to.frame_mut().body = body;
                to.frame_mut().notice = notice;
                to.frame_mut().background = background;
                to.frame_mut().date = date;
                to.frame_mut().status = status;
                to.frame_mut().margin = finite(margin);
                to.extra = extra;
                to.criteria = criteria.into();
                for (weight, (criterion, _)) in weights
                    .concat()
                    .into_iter()
                    .zip(to.clone().criteria_in_order())
                {
                    to.agreed_mut().weights.set(&criterion.id, weight);
                }
                to.options = options.into();
                to.frame_mut().figures = figures;
                to.frame_mut().sources = sources;
                let mut at = 0;
                for option in to.options.clone().iter() {
                    for leaf in to.clone().leaves() {
                        // Primes apart, so that rows and columns do not repeat.
                        let (draw, reason, source, confidence, extra) =
                            scores[(at * 7) % scores.len()].clone();
                        at += 1;
                        let score = Score {
                            entry: entry_on(&leaf.scale.kind, &draw),
                            reason,
                            source,
                            confidence,
                            who: String::new(),
                            range: None,
                            extra,
                        };
                        to.agreed_mut().scores.set(&option.id, &leaf.id, score);
                    }
                }
                judged::dress(&mut to, seed);
                to
            },
        )
}

/// An edit of whatever happens to be there; it may be refused.
pub fn edit() -> impl Strategy<Value = Choice> {
    (
        any::<u8>(),
        any::<Index>(),
        any::<Index>(),
        name(),
        text(),
        wild(),
        weight(),
        scale_kind(),
        draw(4),
        standing(),
        amount(),
        date(),
    )
        .prop_map(
            |(
                kind,
                first,
                second,
                name,
                text,
                number,
                weight,
                scale,
                draw,
                standing,
                amount,
                date,
            )| Choice {
                kind,
                first,
                second,
                name,
                text,
                number,
                weight,
                scale,
                draw,
                standing,
                amount,
                date,
            },
        )
}

/// The makings of an edit, to be fitted to an appraisal.
#[derive(Clone, Debug)]
pub struct Choice {
    kind: u8,
    first: Index,
    second: Index,
    name: String,
    text: String,
    number: Finite,
    weight: Option<RawWeight>,
    scale: ScaleKind,
    draw: Draw,
    standing: OptionStatus,
    amount: Amount,
    date: Option<PartialDate>,
}

impl Choice {
    pub fn on(&self, on: &Appraisal) -> Edit {
        let option = |at: &Index| {
            let all: Vec<OptionId> = on.options.iter().map(|o| o.id.clone()).collect();
            if all.is_empty() {
                OptionId::new("none").unwrap()
            } else {
                at.get(&all).clone()
            }
        };
        let criterion = |at: &Index| {
            let all: Vec<CriterionId> = on
                .criteria_in_order()
                .iter()
                .map(|(c, _)| c.id.clone())
                .collect();
            if all.is_empty() {
                CriterionId::new("none").unwrap()
            } else {
                at.get(&all).clone()
            }
        };
        let figure = || {
            on.frame
                .figures
                .first()
                .map_or(FigureId::new("none").unwrap(), |f| f.id.clone())
        };
        let (o, c, c2) = (
            option(&self.first),
            criterion(&self.first),
            criterion(&self.second),
        );
        let text = self.text.clone();
        let shift = if self.second.index(2) == 0 {
            Move::Up
        } else {
            Move::Down
        };
        let kind = on
            .criterion(&c2)
            .map_or(ScaleKind::Direct, |c| c.scale.kind.clone());
        match self.kind % 40 {
            0 => Edit::Frame(FrameEdit::Title(self.name.clone())),
            1 => Edit::Frame(FrameEdit::Question(text)),
            2 => Edit::Frame(FrameEdit::Date(self.date)),
            3 => Edit::Frame(FrameEdit::Margin(self.number)),
            4 | 5 => Edit::add_option(on, &self.name),
            6 => Edit::change_option(o, OptionEdit::Name(self.name.clone())),
            7 => Edit::change_option(o, OptionEdit::Status(self.standing.clone())),
            8 => Edit::change_option(
                o,
                OptionEdit::Attribute(AttributeKey::Own(self.name.clone()), text),
            ),
            9 => Edit::Options(OptionsEdit::Move(o, shift)),
            10 => Edit::Options(OptionsEdit::Remove(o)),
            11 => Edit::add_criterion(on, &self.name, None),
            12 | 13 => Edit::add_criterion(on, &self.name, Some(c)),
            14 => Edit::change_criterion(c, CriterionEdit::Name(self.name.clone())),
            15 => Edit::weight(&c, self.weight),
            16 => {
                // Any share that there is; else a weight.
                let analysis = weighbridge_analysis::analyse(on);
                let subject = weighbridge_report::Subject::new(on, &analysis);
                let of = [Share::Local, Share::Cumulative][self.second.index(2)];
                let percent = self.number.get().abs() % 100.0;
                weighbridge_report::typed_share(subject, &c, of, percent)
                    .unwrap_or_else(|_| Edit::weight(&c, self.weight))
            }
            17 => Edit::change_criterion(c, CriterionEdit::Anchor(self.number, text)),
            18 => Edit::change_criterion(c, CriterionEdit::Scale(self.scale.clone())),
            19 if self.first.index(2) == 0 => Edit::marks(&[c, c2], 1, 5),
            19 => Edit::to_values(
                on,
                &c2,
                |_| Some(self.number.get()),
                |range| Some(range.map(Finite::get)),
            ),
            20 => Edit::Criteria(CriteriaEdit::Move(c, shift)),
            21 => Edit::Criteria(CriteriaEdit::Regroup(c, Some(c2))),
            22 => Edit::Criteria(CriteriaEdit::Regroup(c, None)),
            23 => Edit::Criteria(CriteriaEdit::Remove(c)),
            24 | 25 => Edit::score(&o, &c2, entry_on(&kind, &self.draw)),
            26 => Edit::Scores(ScoresEdit::Enter(vec![
                (o.clone(), c.clone(), Entry::Number(self.number)),
                (o, c2, Entry::Label(self.name.clone())),
            ])),
            27 => Edit::remark(o, c2, Remark::Reason(text)),
            28 => Edit::add_figure(on, &self.name, self.amount.clone(), Qualifier::About),
            29 => Edit::Figures(FiguresEdit::Change(
                figure(),
                FigureEdit::Amount(self.amount.clone()),
            )),
            30 => Edit::Sources(SourcesEdit::Add(self.name.clone())),
            31 => Edit::Sources(SourcesEdit::Change(0, SourceEdit::Note(text))),
            _ => judged::edit(on, o, c2, self.number.get().to_bits()),
        }
    }
}
