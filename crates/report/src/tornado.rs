//! What moves the lead most, and who wins where, as pictures.

use super::flips::{end_words, lever_name, swing_words, tornado_headline, turn_words};
use super::lead::verdict_words;
use super::names::{capital, join};
use super::number::{count, percent, points};
use super::pictures::{option_slot, presentation};
use super::subject::Subject;
use weighbridge_analysis::{Bar, Driver, NodeIx, OptionIx, TIE, Turn, Verdict, weight_lines};
use weighbridge_chart::ternary::{Choice, regions};
use weighbridge_chart::tornado::{End, Row};
use weighbridge_chart::{Presentation, Slot, Ternary, Tornado};

/// The longest bars of the tornado as a picture, as many as asked for, told of all; `None` when
/// nothing moves the lead.
pub fn tornado_picture(
    on: Subject<'_>,
    bars: &[Bar],
    most: usize,
) -> Option<(Presentation, Tornado)> {
    let [leader] = on.analysis.verdict.leaders() else {
        return None;
    };
    let title = tornado_headline(on, bars)?;
    let total = |at: OptionIx| on.analysis.options[at].total.value();
    let others = on.analysis.options.keys().filter(|at| at != leader);
    let next = others.filter_map(total).fold(f64::NEG_INFINITY, f64::max);
    let lead = total(*leader)? - next;
    let end = |bar: &Bar, input: String, lead: f64, turn: &Option<Turn>| End {
        input,
        lead,
        by: turn.as_ref().map_or_else(String::new, |t| on.names(&t.to)),
        past: turn
            .as_ref()
            .map_or_else(String::new, |t| turn_words(on, bar.lever, t)),
    };
    let row = |bar: &Bar| {
        let name = lever_name(on, bar.lever);
        let [low, high] = end_words(on, bar);
        let stated = match (bar.stated, bar.lever) {
            (false, _) => "",
            // Points, of which the ends of the bar are the shares.
            (true, Driver::Weight(_)) => " (range of points as stated)",
            (true, Driver::Score { .. }) => " (range as stated)",
        };
        Row {
            name: capital(&name) + stated,
            low: end(bar, low, bar.at_low, &bar.turn_low),
            high: end(bar, high, bar.at_high, &bar.turn_high),
        }
    };
    let mut subtitle =
        "How far ahead the leader is as one weight or one score goes from low to high.".to_owned();
    if bars.iter().any(|b| !b.stated) {
        subtitle += " ";
        subtitle += &swing_words(on);
    }
    if bars.len() > most {
        subtitle += &format!(" The {} largest of {} are shown.", count(most), bars.len());
    }
    let chart = Tornado {
        leader: on.option(*leader).into_owned(),
        slot: option_slot(on, *leader),
        lead,
        lead_label: format!("now {}", points(lead)),
        rows: bars.iter().take(most).map(row).collect(),
    };
    Some((presentation(on, "tornado", title, &subtitle), chart))
}

/// Who wins for every way to share weight among three criteria or groups at the top of the tree.
#[derive(Clone, Debug)]
pub struct WinnersMap {
    /// The finding, and what stands around the picture.
    pub presentation: Presentation,
    /// The map. Options with the same total everywhere on it are one choice.
    pub chart: Ternary,
    /// The share of the map of the choice that leads on most of it.
    pub largest: f64,
    /// The options each choice stands for.
    options: Vec<Vec<OptionIx>>,
}

/// The map of three criteria or groups at the top of the tree between which the weight they have together is
/// shared, the rest staying as it is; `None` without weight, or with fewer than two options to compare.
pub fn winners_map(on: Subject<'_>, nodes: [NodeIx; 3]) -> Option<WinnersMap> {
    let lines = nodes.map(|node| weight_lines(on.analysis, node));
    let [Some(first), Some(second), Some(third)] = &lines else {
        return None;
    };
    let all = [first, second, third];
    let together: f64 = all.iter().map(|l| l.now).sum();
    if together <= 0.0 || first.lines.len() < 2 {
        return None;
    }
    // Options that are alike everywhere, with their totals at the corners.
    let mut groups: Vec<([f64; 3], Vec<OptionIx>)> = Vec::new();
    for line in &first.lines {
        let own = all.map(|l| l.lines.iter().find(|other| other.option == line.option));
        let [Some(a), Some(b), Some(c)] = own else {
            continue;
        };
        let own = [a.at_one, b.at_one, c.at_one];
        let total = on.analysis.options[line.option].total.value()?;
        // What comes from elsewhere stays.
        let inside: f64 = own.iter().zip(all).map(|(value, l)| value * l.now).sum();
        let own = own.map(|value| total - inside + together * value);
        let alike = |other: &[f64; 3]| other.iter().zip(own).all(|(a, b)| (a - b).abs() <= TIE);
        match groups.iter_mut().find(|(other, _)| alike(other)) {
            Some((_, twins)) => twins.push(line.option),
            None => groups.push((own, vec![line.option])),
        }
    }
    let values: Vec<[f64; 3]> = groups.iter().map(|(values, _)| *values).collect();
    let found = regions(&values);
    let mut largest = found.first()?;
    for region in &found {
        if region.share > largest.share {
            largest = region;
        }
    }
    let choice = |(values, all): &([f64; 3], Vec<OptionIx>)| {
        let shorts: Vec<_> = all.iter().map(|at| on.option_short(*at)).collect();
        Choice {
            name: on.names(all),
            short: join(&shorts),
            slot: all.first().map_or(Slot::Quiet, |at| option_slot(on, *at)),
            values: *values,
        }
    };
    let mut choices: Vec<Choice> = groups.iter().map(choice).collect();
    let winning = found.iter().filter(|region| region.share > 0.0).count();
    let wins = |at: usize| found.iter().any(|region| region.option == at);
    let winners = choices.iter_mut().enumerate().filter(|(at, _)| wins(*at));
    let mut winners: Vec<&mut Choice> = winners.map(|(_, choice)| choice).collect();
    let mut taken: Vec<Slot> = winners.iter().map(|winner| winner.slot).collect();
    // A winner without a colour of its own takes one that no other winner has.
    for winner in winners.iter_mut().filter(|w| w.slot == Slot::Quiet) {
        let free = Slot::COLOURS.into_iter().find(|slot| !taken.contains(slot));
        winner.slot = free.unwrap_or(Slot::Quiet);
        taken.push(winner.slot);
    }
    let most = choices.get(largest.option)?.name.clone();
    let options: Vec<Vec<OptionIx>> = groups.into_iter().map(|(_, twins)| twins).collect();
    let names = nodes.map(|node| on.criterion_short(node).into_owned());
    let leads = match options.get(largest.option).map(Vec::len) {
        Some(1) => "leads",
        _ => "lead",
    };
    let between = format!("shifting weight between {}", join(&names));
    let title = on.among(&match winning {
        0 | 1 => format!("{between} never changes the leader: {most} always {leads}"),
        _ => format!(
            "{between} can change the leader: {most} {leads} on {} of the map",
            percent(largest.share)
        ),
    });
    let whole = together > 1.0 - TIE;
    let (shared, subtitle) = if whole {
        (
            "the weight".to_owned(),
            "The map shows who leads however these three share the weight.".to_owned(),
        )
    } else {
        let part = percent(together);
        (
            format!("the three’s {part}"),
            format!(
                "These three have {part} of the weight between them. The map shows who leads however that {part} is shared."
            ),
        )
    };
    let chart = Ternary {
        corners: names,
        shared,
        choices,
        now: all.map(|l| l.now / together),
        now_label: "now".to_owned(),
    };
    Some(WinnersMap {
        presentation: presentation(on, "map", title, &subtitle),
        chart,
        largest: largest.share,
        options,
    })
}

/// Who leads at a point of the map, and by how much.
///
/// "Trust leads by 3.2 points, at Care 40%, Cost 30% and Pace 30%"
pub fn map_words(on: Subject<'_>, map: &WinnersMap, here: [f64; 3]) -> String {
    let total = |values: &[f64; 3]| -> f64 { values.iter().zip(here).map(|(v, w)| v * w).sum() };
    let totals: Vec<f64> = map.chart.choices.iter().map(|c| total(&c.values)).collect();
    let best = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut first = Vec::new();
    let mut next: Option<(f64, OptionIx)> = None;
    for (total, options) in totals.iter().zip(&map.options) {
        if best - total <= TIE {
            first.extend(options.iter().copied());
        } else if next.is_none_or(|(most, _)| *total > most) {
            next = options.first().map(|option| (*total, *option));
        }
    }
    let verdict = match (first.as_slice(), next) {
        (&[leader], Some((second, runner_up))) => Verdict::between(
            leader,
            runner_up,
            best - second,
            on.appraisal.frame.margin.get(),
        ),
        _ => Verdict::Tie(first),
    };
    let corners = map.chart.corners.iter().zip(here);
    let shares: Vec<String> = corners
        .map(|(name, share)| format!("{name} {}", percent(share)))
        .collect();
    format!("{}, at {}", verdict_words(on, &verdict), join(&shares))
}
