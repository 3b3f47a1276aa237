//! What the chart tests draw: the invented Birmingham scores, and appraisals of any size.

use weighbridge::chart::{
    Contributions, Frame, Picture, Slot, ValueProfile, WeightLines, contributions, profile,
    weight_lines,
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

pub fn frame(width: u32) -> Frame {
    Frame {
        subtitle: "Points out of 100.".into(),
        source: "Illustrative scores: not the council’s.".into(),
        ..Frame::new(
            "test",
            width,
            "Integrated transformation leads by 17 points",
        )
    }
}

pub fn contributions() -> Contributions {
    let part = |(index, (name, note, _)): (usize, &(&str, &str, f64))| contributions::Part {
        name: (*name).into(),
        short: (*name).into(),
        note: (*note).into(),
        slot: Slot::nth(index),
    };
    let row =
        |(index, (name, _, note, total, values)): (usize, &(&str, &str, &str, &str, [f64; 6]))| {
            contributions::Row {
                name: (*name).into(),
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
        parts: CRITERIA.iter().enumerate().map(part).collect(),
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
        axis: "Weight of independence".into(),
        now: 0.1,
        now_label: "now 10%".into(),
        lines: OPTIONS.iter().enumerate().map(line).collect(),
        flips: vec![
            weight_lines::Flip {
                share: 0.328_36,
                label: "32.8%".into(),
                line: 1,
            },
            weight_lines::Flip {
                share: 0.406_59,
                label: "40.7%".into(),
                line: 2,
            },
        ],
    }
}

/// The three charts of an appraisal of a given size, every name made from `name`.
///
/// Values are spread over 0 to 100 without order, with some missing, some negative contributions, and
/// one option whose total is only a range.
pub fn any(options: usize, criteria: usize, name: &str, frame: &Frame) -> [Picture; 3] {
    let value = |option: usize, criterion: usize| {
        f64::from(u32::try_from((option * 37 + criterion * 53) % 101).unwrap())
    };
    let share = 1.0 / f64::from(u32::try_from(criteria).unwrap());
    let parts = (0..criteria).map(|index| contributions::Part {
        name: format!("{name} {index}"),
        short: name.to_owned(),
        note: "3.3%".into(),
        slot: Slot::nth(index),
    });
    let rows = (0..options).map(|option| contributions::Row {
        name: format!("{name} {option}"),
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
        .draw(frame),
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
        .draw(frame),
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
        .draw(frame),
    ]
}

/// The three charts of the Birmingham example, each with its name.
pub fn birmingham(frame: &Frame) -> [(&'static str, Picture); 3] {
    [
        ("contributions", contributions().draw(frame)),
        ("value-profile", value_profile().draw(frame)),
        ("weight-lines", weight_lines().draw(frame)),
    ]
}
