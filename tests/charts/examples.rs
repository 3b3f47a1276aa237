//! What the chart tests draw: the invented Birmingham scores, and appraisals of any size.

use weighbridge_chart::{
    Cloud, Contributions, FiftyDots, Picture, Presentation, RankAcceptability, Shades, Slot, Table,
    Ternary, Tornado, ValueProfile, WeightLines, acceptability, cloud, contributions, dots,
    profile, ternary, tornado, weight_lines,
};

const CRITERIA: [(&str, &str, f64); 6] = [
    ("Front line", "30%", 0.30),
    ("Partners", "20%", 0.20),
    ("Governance", "15%", 0.15),
    ("Local accountability", "15%", 0.15),
    ("Independence", "10%", 0.10),
    ("Pace", "10%", 0.10),
];

/// Name, short name, note, total, value on each criterion; best first.
const OPTIONS: [(&str, &str, &str, &str, [f64; 6]); 5] = [
    (
        "Integrated transformation",
        "Integrated transformation",
        "Stays with the council",
        "77.5",
        [70.0, 90.0, 90.0, 100.0, 20.0, 80.0],
    ),
    (
        "Establish a trust accountable to BCC",
        "Trust (council)",
        "Accountable to the council",
        "60.5",
        [60.0, 60.0, 60.0, 70.0, 70.0, 40.0],
    ),
    (
        "Establish a trust accountable to the DfE",
        "Trust (DfE)",
        "Accountable to the department",
        "45.0",
        [60.0, 40.0, 40.0, 0.0, 100.0, 30.0],
    ),
    (
        "Outsource children’s services",
        "Outsource",
        "Run by another body",
        "32.0",
        [40.0, 30.0, 30.0, 10.0, 60.0, 20.0],
    ),
    (
        "Break up Birmingham",
        "Break up",
        "Divide the authority’s service",
        "21.0",
        [20.0, 20.0, 10.0, 30.0, 50.0, 0.0],
    ),
];

pub fn presentation(width: u32) -> Presentation {
    Presentation {
        subtitle: "Points out of 100.".into(),
        source: "Illustrative scores: not the council’s.".into(),
        ..Presentation::new(
            "test",
            width,
            "Integrated transformation leads by 17 points",
        )
    }
}

pub fn contributions() -> Contributions {
    let part = |(name, note, _): &(&str, &str, f64)| contributions::Part {
        name: (*name).into(),
        short: (*name).into(),
        note: (*note).into(),
    };
    let row = |(index, (name, short, note, total, values)): (
        usize,
        &(&str, &str, &str, &str, [f64; 6]),
    )| {
        contributions::Row {
            labels: Vec::new(),
            name: (*name).into(),
            short: (*short).into(),
            rank: (index + 1).to_string(),
            note: (*note).into(),
            total: (*total).into(),
            exact: total.parse().ok(),
            points: values
                .iter()
                .zip(CRITERIA)
                .map(|(value, (_, _, weight))| value * weight)
                .collect(),
            range: None,
        }
    };
    Contributions {
        parts: CRITERIA.iter().map(part).collect(),
        rows: OPTIONS.iter().enumerate().map(row).collect(),
    }
}

pub fn value_profile() -> ValueProfile {
    ValueProfile {
        criteria: CRITERIA
            .iter()
            .map(|(name, note, _)| profile::Criterion {
                name: (*name).into(),
                short: (*name).into(),
                note: (*note).into(),
            })
            .collect(),
        lines: OPTIONS
            .iter()
            .enumerate()
            .map(|(index, (name, short, _, _, values))| profile::Line {
                name: (*name).into(),
                short: (*short).into(),
                slot: if index < 3 {
                    Slot::nth(index)
                } else {
                    Slot::Quiet
                },
                values: values.iter().copied().map(Some).collect(),
            })
            .collect(),
        ..ValueProfile::default()
    }
}

/// The weight of independence; it flips at 32.836% and 40.659%.
pub fn weight_lines() -> WeightLines {
    let line =
        |(index, (name, short, _, total, values)): (usize, &(&str, &str, &str, &str, [f64; 6]))| {
            let total: f64 = total.parse().unwrap();
            weight_lines::Line {
                name: (*name).into(),
                short: (*short).into(),
                slot: Slot::nth(index),
                // The total without independence, the other weights scaled up from 90% to 100%.
                at_zero: (total - 0.1 * values[4]) / 0.9,
                at_one: values[4],
            }
        };
    WeightLines {
        axis: "Independence: share of everything".into(),
        now: 0.1,
        now_label: "now 10%".into(),
        lines: OPTIONS.iter().enumerate().map(line).collect(),
        flips: vec![
            weight_lines::Flip {
                share: 0.328_36,
                label: "above 32.9%".into(),
                line: 1,
            },
            weight_lines::Flip {
                share: 0.406_59,
                label: "above 40.7%".into(),
                line: 2,
            },
        ],
    }
}

/// Over all weightings, about.
pub fn rank_acceptability() -> RankAcceptability {
    let rows = [
        ("88%", "± 0.03", [0.8794, 0.0312, 0.0724, 0.0136, 0.0034]),
        ("4%", "± 0.02", [0.0412, 0.9388, 0.0187, 0.0013, 0.0]),
        ("7%", "± 0.02", [0.0707, 0.0285, 0.8798, 0.0143, 0.0067]),
        ("1%", "± 0.01", [0.0087, 0.0015, 0.0141, 0.9311, 0.0446]),
        ("in no sample", "", [0.0, 0.0, 0.015, 0.0397, 0.9453]),
    ];
    let mut chart = RankAcceptability::default();
    for ((label, error, shares), (name, ..)) in rows.into_iter().zip(&OPTIONS) {
        chart.rows.push(acceptability::Row {
            name: (*name).into(),
            label: label.into(),
            error: error.into(),
            shares: shares.to_vec(),
            errors: vec![0.0003; shares.len()],
            printed: Vec::new(),
        });
    }
    chart
}

/// The lead with one weight at 0 and at 100%, and with three of the leader's scores at 0 and at 100.
pub fn tornado() -> Tornado {
    // The lead with some weights, and who leads when it is lost.
    let lead = |weights: [f64; 6], score: f64, scored: usize| {
        let total = |values: &[f64; 6], of_leader: bool| -> f64 {
            let value = |index: usize| {
                if of_leader && index == scored {
                    score
                } else {
                    values[index]
                }
            };
            (0..6).map(|index| value(index) * weights[index]).sum()
        };
        let mut best = (f64::NEG_INFINITY, "");
        for (_, short, _, _, values) in &OPTIONS[1..] {
            let points = total(values, false);
            if points > best.0 {
                best = (points, short);
            }
        }
        let lead = total(&OPTIONS[0].4, true) - best.0;
        (lead, if lead < 0.0 { best.1 } else { "" })
    };
    let end = |input: &str, (lead, by): (f64, &str)| tornado::End {
        input: input.into(),
        lead,
        by: by.into(),
        ..tornado::End::default()
    };
    let now = CRITERIA.map(|(_, _, weight)| weight);
    let mut rows = Vec::new();
    for moved in [4, 0, 3, 5, 2] {
        let at = |share: f64| {
            let mut weights = now.map(|weight| weight * (1.0 - share) / (1.0 - now[moved]));
            weights[moved] = share;
            lead(weights, 0.0, 9)
        };
        rows.push(tornado::Row {
            name: format!("Weight of {}", CRITERIA[moved].0),
            low: end("0%", at(0.0)),
            high: end("100%", at(1.0)),
        });
    }
    for (scored, (name, ..)) in CRITERIA.iter().enumerate().take(3) {
        rows.push(tornado::Row {
            name: format!("Integrated transformation on {name}"),
            low: end("0", lead(now, 0.0, scored)),
            high: end("100", lead(now, 100.0, scored)),
        });
    }
    Tornado {
        leader: "Integrated transformation".into(),
        slot: Slot::C1,
        lead: 17.0,
        lead_label: "now 17 points".into(),
        rows,
    }
}

/// First under 88.3%, 4.3% and 7.4% of all weights.
pub fn fifty_dots() -> FiftyDots {
    let shares = [0.883, 0.043, 0.074, 0.0, 0.0];
    let group = |(at, (option, (share, count))): (usize, (_, (f64, u32)))| {
        let (name, short, ..): &(&str, &str, &str, &str, [f64; 6]) = option;
        dots::Group {
            name: (*name).into(),
            short: (*short).into(),
            slot: Slot::nth(at),
            count,
            share,
            printed: format!("{:.1}%", share * 100.0),
        }
    };
    let counts = shares.into_iter().zip([44, 2, 4, 0, 0]);
    FiftyDots {
        groups: OPTIONS.iter().zip(counts).enumerate().map(group).collect(),
    }
}

/// Services (60%), governance (30%) and independence (10%).
pub fn ternary() -> Ternary {
    let choice =
        |(index, (name, short, _, _, values)): (usize, &(&str, &str, &str, &str, [f64; 6]))| {
            ternary::Choice {
                name: (*name).into(),
                short: (*short).into(),
                slot: Slot::nth(index),
                values: [
                    (values[0] * 0.3 + values[1] * 0.2 + values[5] * 0.1) / 0.6,
                    (values[2] + values[3]) / 2.0,
                    values[4],
                ],
            }
        };
    Ternary {
        corners: ["Services", "Governance", "Independence"].map(str::to_owned),
        shared: "the weight".into(),
        choices: OPTIONS.iter().enumerate().map(choice).collect(),
        now: [0.6, 0.3, 0.1],
        now_label: "now".into(),
    }
}

/// Totals in order, as many as were counted, evenly over each bin.
fn totals(low: f64, high: f64, counts: &[u32]) -> Vec<f64> {
    let bin = (high - low) / counts.len() as f64;
    let inside = |(at, count): (usize, &u32)| {
        let (from, count) = (low + bin * at as f64, *count);
        (0..count).map(move |k| from + bin * (f64::from(k) + 0.5) / f64::from(count))
    };
    counts.iter().enumerate().flat_map(inside).collect()
}

/// How often each option is ahead of each other, in fifths of every shade.
pub fn shades() -> Shades {
    let mut table = Table::new("Integrated transformation is ahead", &["Ahead of"]);
    table
        .headers
        .extend(OPTIONS.iter().map(|(name, ..)| (*name).to_owned()));
    for (row, (name, ..)) in OPTIONS.iter().enumerate() {
        table.start(name);
        for column in 0..OPTIONS.len() {
            let share = 0.5 + 0.12 * (column as f64 - row as f64);
            match row == column {
                true => table.words("–".to_owned(), None),
                false => table.words(format!("{:.0}%", share * 100.0), Some(share)),
            }
        }
    }
    Shades { table }
}

/// Samples around the totals, more of them below than above.
pub fn cloud() -> Cloud {
    let row = |(index, (name, _, _, total, _)): (usize, &(&str, &str, &str, &str, [f64; 6]))| {
        let total: f64 = total.parse().unwrap();
        let spread = 12.0 + 3.0 * f64::from(u32::try_from(index).unwrap());
        let count = |bin: u32| {
            let away = f64::from(bin) + 0.5 - total;
            let away = away / if away < 0.0 { spread * 1.4 } else { spread };
            let height = (1.0 - away * away).max(0.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 1000"
            )]
            let count = (height * height * 1000.0) as u32;
            count
        };
        let counts: Vec<u32> = (0..100).map(count).collect();
        cloud::Row {
            name: (*name).into(),
            slot: Slot::nth(index),
            quantiles: cloud::quantiles(&totals(0.0, 100.0, &counts)),
            counts,
            now: Some(total),
        }
    };
    Cloud {
        low: 0.0,
        high: 100.0,
        rows: OPTIONS.iter().enumerate().map(row).collect(),
    }
}

/// The four charts of uncertainty, of any size and with every name the same.
pub fn unsure(options: usize, name: &str, presentation: &Presentation) -> [Picture; 4] {
    let number = |option: usize, place: usize| {
        f64::from(u32::try_from((option * 37 + place * 53) % 101).unwrap())
    };
    let end = |option: usize, place: usize| tornado::End {
        input: if place == 0 { "0%".into() } else { name.into() },
        lead: number(option, place) * 1.5 - 75.0,
        by: if option.is_multiple_of(2) {
            name.into()
        } else {
            String::new()
        },
        past: String::new(),
    };
    let counts = |option: usize| -> Vec<u32> {
        let count = |bin: usize| u32::try_from((bin * option * 7 + bin) % 50).unwrap();
        (0..40).map(count).collect()
    };
    [
        RankAcceptability {
            sampled: true,
            rows: (0..options)
                .map(|option| acceptability::Row {
                    name: name.into(),
                    label: if option == 1 {
                        name.into()
                    } else {
                        "88%".into()
                    },
                    error: "± 0.03 points".into(),
                    errors: vec![0.001; options],
                    printed: Vec::new(),
                    shares: (0..options)
                        .map(|rank| {
                            2.0 * number(option, rank)
                                / 100.0
                                / f64::from(u32::try_from(options).unwrap())
                        })
                        .collect(),
                })
                .collect(),
        }
        .draw(presentation),
        Tornado {
            leader: name.into(),
            slot: Slot::Quiet,
            lead: 7.5,
            lead_label: format!("now 7.5, {name}"),
            rows: (0..options)
                .map(|option| tornado::Row {
                    name: name.into(),
                    low: end(option, 0),
                    high: end(option, 1),
                })
                .collect(),
        }
        .draw(presentation),
        Ternary {
            corners: [name, name, name].map(str::to_owned),
            shared: name.into(),
            choices: (0..options)
                .map(|option| ternary::Choice {
                    name: name.into(),
                    short: name.into(),
                    slot: Slot::nth(option),
                    values: [0, 1, 2].map(|corner| number(option, corner)),
                })
                .collect(),
            now: [0.2, 0.5, 0.3],
            now_label: name.into(),
        }
        .draw(presentation),
        Cloud {
            low: -20.0,
            high: 120.0,
            rows: (0..options)
                .map(|option| cloud::Row {
                    name: name.into(),
                    slot: Slot::nth(option),
                    counts: counts(option),
                    quantiles: cloud::quantiles(&totals(-20.0, 120.0, &counts(option))),
                    now: (option != 1).then(|| number(option, 3)),
                })
                .collect(),
        }
        .draw(presentation),
    ]
}

/// The three charts of an appraisal of a given size, every name made from `name`.
///
/// Values are spread over 0 to 100 without order, with some missing, some negative contributions, and
/// one option whose total is only a range.
pub fn any(
    options: usize,
    criteria: usize,
    name: &str,
    presentation: &Presentation,
) -> [Picture; 3] {
    let value = |option: usize, criterion: usize| {
        f64::from(u32::try_from((option * 37 + criterion * 53) % 101).unwrap())
    };
    let share = 1.0 / f64::from(u32::try_from(criteria).unwrap());
    let parts = (0..criteria).map(|index| contributions::Part {
        name: format!("{name} {index}"),
        short: name.to_owned(),
        note: "3.3%".into(),
    });
    let rows = (0..options).map(|option| contributions::Row {
        labels: Vec::new(),
        name: format!("{name} {option}"),
        short: name.to_owned(),
        rank: if option == 1 {
            "–".into()
        } else {
            format!("={option}")
        },
        note: name.to_owned(),
        total: if option == 1 {
            "23.4 to 56.7".into()
        } else {
            "45.0".into()
        },
        exact: (option != 1).then_some(45.0),
        points: (0..criteria)
            .map(|criterion| {
                value(option, criterion)
                    * share
                    * if (option + criterion) % 9 == 4 {
                        -1.0
                    } else {
                        1.0
                    }
            })
            .collect(),
        range: (option == 1).then_some((23.4, 56.7)),
    });
    let profile_lines = (0..options).map(|option| profile::Line {
        name: name.to_owned(),
        short: name.to_owned(),
        slot: Slot::nth(option),
        values: (0..criteria)
            .map(|criterion| ((option + criterion) % 7 != 3).then(|| value(option, criterion)))
            .collect(),
    });
    let weight_lines = (0..options).map(|option| weight_lines::Line {
        name: name.to_owned(),
        short: name.to_owned(),
        slot: Slot::nth(option),
        at_zero: value(option, 1),
        at_one: value(option, 2),
    });
    [
        Contributions {
            parts: parts.collect(),
            rows: rows.collect(),
        }
        .draw(presentation),
        ValueProfile {
            criteria: (0..criteria)
                .map(|_| profile::Criterion {
                    name: name.into(),
                    short: name.into(),
                    note: "3.3%".into(),
                })
                .collect(),
            lines: profile_lines.collect(),
            ..ValueProfile::default()
        }
        .draw(presentation),
        WeightLines {
            axis: format!("Weight of {name}"),
            now: 0.97,
            now_label: "now 97%".into(),
            lines: weight_lines.collect(),
            flips: (0..options.min(4))
                .map(|line| weight_lines::Flip {
                    share: 0.5 + 0.02 * f64::from(u32::try_from(line).unwrap()),
                    label: "50.5%".into(),
                    line,
                })
                .collect(),
        }
        .draw(presentation),
    ]
}

/// The charts of the Birmingham example, each with its name.
pub fn birmingham(presentation: &Presentation) -> [(&'static str, Picture); 9] {
    [
        ("contributions", contributions().draw(presentation)),
        ("value-profile", value_profile().draw(presentation)),
        ("weight-lines", weight_lines().draw(presentation)),
        (
            "rank-acceptability",
            rank_acceptability().draw(presentation),
        ),
        ("tornado", tornado().draw(presentation)),
        ("ternary", ternary().draw(presentation)),
        ("cloud", cloud().draw(presentation)),
        ("shades", shades().draw(presentation)),
        ("dots", fifty_dots().draw(presentation)),
    ]
}
