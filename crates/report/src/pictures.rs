//! The charts of an appraisal: which findings they show, and what goes into them.

use super::changes::{of_what, share_words, weight_headline};
use super::csv::{self, Field};
use super::lead::{headline, range_words, rounded_outwards};
use super::names::{isolated, undressed};
use super::number::{count, percent};
use super::paper::provenance;
use super::shares::{self, Shares};
use super::subject::Subject;
use super::words::attribute;
use crate::column::Column;
use weighbridge_analysis::{LeafIx, NodeIx, OptionIx, Total, Verdict, WeightClaim};
use weighbridge_chart::{
    self as chart, Contributions, Picture, Presentation, Slot, Table, ValueProfile, contributions,
    profile, weight_lines,
};
use weighbridge_model::{Alternative, AttributeKey, OptionStatus};
use weighbridge_numeric::{sort_ascending, sort_by};

/// The colour of an option, the same on every page: the preferred option has the first, the others
/// theirs in the order of the appraisal. Dark grey comes last, because grey is for what stays in
/// the background.
pub fn option_slot(on: Subject<'_>, option: OptionIx) -> Slot {
    const ORDER: [Slot; 6] = [Slot::C1, Slot::C2, Slot::C3, Slot::C4, Slot::C6, Slot::C5];
    let mut options: Vec<&Alternative> = on.appraisal.appraised().collect();
    let later = |o: &Alternative| o.status != OptionStatus::Preferred;
    sort_by(&mut options, |a, b| later(a).cmp(&later(b)));
    let id = &on.analysis.options[option].id;
    let place = options.iter().position(|o| o.id == *id);
    let slot = place.and_then(|at| ORDER.get(at));
    slot.copied().unwrap_or(Slot::Quiet)
}

/// "1", "=2", or a dash for an option without a rank.
pub fn rank_words(on: Subject<'_>, option: OptionIx) -> String {
    match on.analysis.rank(option) {
        Some((rank, true)) => format!("={rank}"),
        Some((rank, false)) => rank.to_string(),
        None => "–".to_owned(),
    }
}

/// The total as it stands in a column: with a decimal, as what adds up to it; or a range.
pub fn total_words(total: &Total) -> String {
    match total {
        Total::Ranked { value, .. } => Column::points().number(*value),
        Total::Incomplete { low, high, .. } => range_words(*low, *high, " to "),
        Total::Unweighted => "–".to_owned(),
    }
}

/// Whether two totals read the same.
pub(super) fn is_shown_alike(one: &Total, other: &Total) -> bool {
    match (one, other) {
        (Total::Ranked { value: a, .. }, Total::Ranked { value: b, .. }) => {
            Column::points().rounded(*a) == Column::points().rounded(*b)
        }
        (
            Total::Incomplete { low, high, .. },
            Total::Incomplete {
                low: other_low,
                high: other_high,
                ..
            },
        ) => {
            let printed =
                |low, high| rounded_outwards(low, high).map(|x| Column::points().rounded(x));
            printed(*low, *high) == printed(*other_low, *other_high)
        }
        (Total::Unweighted, Total::Unweighted) => true,
        (Total::Ranked { .. } | Total::Incomplete { .. } | Total::Unweighted, _) => false,
    }
}

/// Ranked bars made of what each criterion contributes; where criteria stand in groups, of what each group at the top does.
pub fn contributions(on: Subject<'_>) -> (Presentation, Contributions) {
    let analysis = on.analysis;
    let grouped = analysis.nodes.iter().any(|node| node.parent.is_some());
    let tops = analysis.nodes.keys().filter(|at| {
        let node = &analysis.nodes[*at];
        node.parent.is_none() && !node.excluded
    });
    let tops: Vec<NodeIx> = tops.collect();
    let weights = Shares::of(analysis);
    let parts = tops.iter().map(|at| contributions::Part {
        name: on.criterion(*at).into_owned(),
        short: on.criterion_short(*at).into_owned(),
        note: weights.whole(*at).map_or_else(String::new, str::to_owned),
    });
    let row = |option: OptionIx| {
        let result = &analysis.options[option];
        let found = on.appraisal.option(&result.id);
        let exact = shares::exact_points(on, option);
        let mut words = shares::points(on, option);
        contributions::Row {
            name: on.option(option).into_owned(),
            short: on.option_short(option).into_owned(),
            rank: rank_words(on, option),
            note: match found.map_or("", |o| o.attribute(&AttributeKey::AccountableTo)) {
                "" => String::new(),
                whom => format!(
                    "{}: {}",
                    attribute(&AttributeKey::AccountableTo),
                    isolated(whom)
                ),
            },
            total: total_words(&result.total),
            exact: result.total.value(),
            points: tops
                .iter()
                .map(|at| exact[*at].unwrap_or(f64::NAN))
                .collect(),
            labels: tops
                .iter()
                .map(|at| words[*at].take().unwrap_or_default())
                .collect(),
            range: match result.total {
                Total::Incomplete { low, high, .. } => Some((low, high)),
                Total::Ranked { .. } | Total::Unweighted => None,
            },
        }
    };
    let what = match grouped {
        true => "each group of criteria",
        false => "each criterion",
    };
    let subtitle =
        format!("What {what} contributes to the total of each option, in points of 100.");
    (
        presentation(on, "contributions", headline(on), &subtitle),
        Contributions {
            parts: parts.collect(),
            rows: analysis.in_rank_order().into_iter().map(row).collect(),
        },
    )
}

/// The share of a leaf as it stands beside its name.
fn leaf_share(on: Subject<'_>, weights: &Shares, leaf: LeafIx) -> String {
    let share = weights.whole(on.analysis.leaves[leaf]);
    share.map_or_else(String::new, str::to_owned)
}

/// The value of two options on every criterion, the others in grey.
pub fn profile(on: Subject<'_>, first: OptionIx, second: OptionIx) -> (Presentation, ValueProfile) {
    let analysis = on.analysis;
    let counted = analysis.counted_leaves();
    let weights = Shares::of(analysis);
    let criteria = counted
        .iter()
        .map(|leaf| profile::Criterion {
            name: on.criterion(analysis.leaves[*leaf]).into_owned(),
            short: on.leaf_short(*leaf).into_owned(),
            note: leaf_share(on, &weights, *leaf),
        })
        .collect();
    let lines = analysis
        .in_rank_order()
        .into_iter()
        .map(|option| profile::Line {
            name: on.option(option).into_owned(),
            short: on.option_short(option).into_owned(),
            slot: match option {
                o if o == first => Slot::Ink,
                o if o == second => Slot::InkDashed,
                _ => Slot::Quiet,
            },
            values: counted.iter().map(|leaf| on.value(option, *leaf)).collect(),
        })
        .collect();
    let value = |option: OptionIx, leaf: LeafIx| analysis.values[option][leaf].value();
    let both: Vec<(f64, f64)> = counted
        .iter()
        .filter_map(|leaf| value(first, *leaf).zip(value(second, *leaf)))
        .collect();
    let better = both.iter().filter(|(a, b)| a > b).count();
    let worse = both.iter().filter(|(a, b)| a < b).count();
    let of = if both.len() == counted.len() {
        format!("{} criteria", count(counted.len()))
    } else {
        format!("{} criteria where both have a score", count(both.len()))
    };
    let title = format!(
        "{} does better than {} on {} {of}, and worse on {}",
        on.option(first),
        on.option(second),
        if better == 0 {
            "none of the".to_owned()
        } else {
            format!("{} of", count(better))
        },
        if worse == 0 {
            "none".to_owned()
        } else {
            count(worse)
        }
    );
    (
        presentation(
            on,
            "profile",
            title,
            "Value from 0 (worst) to 100 (best) on each criterion.",
        ),
        ValueProfile {
            criteria,
            lines,
            ..ValueProfile::default()
        },
    )
}

/// Every option's total as one weight goes from 0 to 100% of its group or of everything.
pub fn weight_lines(on: Subject<'_>, claim: &WeightClaim) -> (Presentation, chart::WeightLines) {
    let lines = &claim.lines;
    let name = on.criterion(lines.node);
    let place = |option: OptionIx| lines.lines.iter().position(|l| l.option == option);
    let ways = [(&claim.below, "below"), (&claim.above, "above")];
    let mut flips = Vec::new();
    for (changes, way) in ways {
        for change in changes {
            let line = change.leaders.first().and_then(|first| place(*first));
            let at = change.threshold.at / 100.0;
            // Where it is now is marked as that.
            let is_now = change.threshold.is_now(lines.now * 100.0);
            flips.extend(line.filter(|_| !is_now).map(|line| weight_lines::Flip {
                share: at,
                label: format!("{way} {}", share_words(&change.threshold)),
                line,
            }));
        }
    }
    sort_ascending(&mut flips, |flip| flip.share);
    let share = match claim.group {
        Some(group) => format!("share within {}", on.criterion(group)),
        None => "share of everything".to_owned(),
    };
    let chart = chart::WeightLines {
        axis: format!("{name}: {share}"),
        now: lines.now,
        now_label: format!("now {}", percent(lines.now)),
        lines: lines
            .lines
            .iter()
            .map(|line| weight_lines::Line {
                name: on.option(line.option).into_owned(),
                short: on.option_short(line.option).into_owned(),
                slot: option_slot(on, line.option),
                at_zero: line.at_zero,
                at_one: line.at_one,
            })
            .collect(),
        flips,
    };
    let rest = match (lines.equal_rest, lines.partner(on.analysis)) {
        (false, _) => "the others in proportion".to_owned(),
        (true, Some(other)) => format!(
            "the rest going to {}, which has no weight now",
            on.criterion(other)
        ),
        (true, None) => {
            "the rest shared equally among the others, which have no weight now".to_owned()
        }
    };
    let subtitle = format!(
        "Total of each option as {name} goes from 0 to 100% {}, {rest}.",
        of_what(on, claim)
    );
    (
        presentation(on, "weight-lines", weight_headline(on, claim), &subtitle),
        chart,
    )
}

/// Where the weight goes that a criterion gives up while it has all of it; `None` where the others have
/// proportions to keep.
pub fn equal_rest_words(on: Subject<'_>, claim: &WeightClaim) -> Option<String> {
    if !claim.lines.equal_rest {
        return None;
    }
    let name = on.criterion(claim.node());
    let nested = claim.group.is_none() && on.analysis.nodes[claim.node()].parent.is_some();
    Some(match claim.lines.partner(on.analysis) {
        Some(other) => format!(
            "{name} has all the weight now: what it gives up goes to {}.",
            on.criterion(other)
        ),
        None if nested => format!(
            "{name} has all the weight now, so what stands beside it has no proportions to keep: what it gives up is shared equally, level by level. Within a group beside it all keep their proportions."
        ),
        None => format!(
            "{name} has all the weight now, so the others have no proportions to keep: what it gives up is shared equally among them."
        ),
    })
}

pub(super) fn presentation(
    on: Subject<'_>,
    id: &str,
    title: String,
    subtitle: &str,
) -> Presentation {
    let source: Vec<String> = provenance(on.appraisal.frame)
        .iter()
        .map(|note| format!("{}.", note.trim_end_matches('.')))
        .collect();
    Presentation {
        subtitle: subtitle.to_owned(),
        source: source.join(" "),
        ..Presentation::new(id, 0, &title)
    }
}

/// The two options a comparison starts with: the leader and the next.
pub fn first_pair(on: Subject<'_>) -> Option<(OptionIx, OptionIx)> {
    match on.analysis.verdict {
        Verdict::Clear {
            leader, runner_up, ..
        }
        | Verdict::NoClearWinner {
            leader, runner_up, ..
        } => Some((leader, runner_up)),
        Verdict::NoTotals | Verdict::OnlyOne(_) | Verdict::Tie(_) => {
            match on.analysis.in_rank_order().as_slice() {
                [a, b, ..] => Some((*a, *b)),
                _ => None,
            }
        }
    }
}

/// The cells of a table, the heading first, with its numbers unrounded and its names as they were given.
pub(super) fn rows(table: &Table) -> Vec<Vec<Field>> {
    let plain = |words: &String| Field::Text(undressed(words));
    let heading = table.headers.iter().map(plain).collect();
    let row = |(words, numbers): (&Vec<String>, &Vec<Option<f64>>)| {
        let cell = |(words, number): (&String, &Option<f64>)| {
            number.map_or_else(|| plain(words), Field::Number)
        };
        words.iter().zip(numbers).map(cell).collect()
    };
    let rows = table.rows.iter().zip(&table.numbers);
    std::iter::once(heading).chain(rows.map(row)).collect()
}

/// The numbers of a picture as a CSV file: unrounded, with the finding and the source under them.
pub fn table(picture: &Picture) -> String {
    let notes = [undressed(&picture.title), undressed(&picture.source)];
    csv::file(&rows(&picture.table), &notes)
}
