//! What moves the lead most, and who wins where, as pictures.

use super::findings::Subject;
use super::flips::{end_words, lever_words, swing_words, tornado_headline};
use super::names::capital;
use super::number::{count, percent, points};
use super::pictures::{frame, option_slot};
use crate::analysis::{Bar, TIE, weight_lines};
use crate::chart::ternary::{Choice, regions};
use crate::chart::tornado::{End, Row};
use crate::chart::{Frame, Ternary, Tornado};

/// The longest bars of the tornado as a picture, as many as asked for, told of all; `None` when
/// nothing moves the lead.
pub fn tornado_picture(on: Subject<'_>, bars: &[Bar], most: usize) -> Option<(Frame, Tornado)> {
    let [leader] = on.analysis.verdict.leaders() else {
        return None;
    };
    let title = tornado_headline(on, bars)?;
    let total = |at: usize| on.analysis.options[at].total.value();
    let others = (0..on.analysis.options.len()).filter(|at| at != leader);
    let next = others.filter_map(total).fold(f64::NEG_INFINITY, f64::max);
    let lead = total(*leader)? - next;
    let end = |bar: &Bar, at: f64, lead: f64| End {
        input: end_words(on, bar.lever, at),
        lead,
        // Who it is depends on the rest; that it is another is what counts here.
        by: if lead < -TIE {
            "another option".to_owned()
        } else {
            String::new()
        },
    };
    let row = |bar: &Bar| {
        let name = lever_words(on, bar.lever);
        let name = name.strip_prefix("the ").unwrap_or(&name);
        let stated = if bar.stated { " (range as stated)" } else { "" };
        Row {
            name: capital(name) + stated,
            low: end(bar, bar.low, bar.at_low),
            high: end(bar, bar.high, bar.at_high),
        }
    };
    let mut subtitle =
        "How far ahead the leader is as one weight or one score goes from low to high.".to_owned();
    if bars.iter().any(|b| !b.stated) {
        subtitle += " ";
        subtitle += &swing_words();
    }
    if bars.len() > most {
        subtitle += &format!(
            " Drawn are the {} that move it most, of {}.",
            count(most),
            bars.len()
        );
    }
    let chart = Tornado {
        leader: on.option(*leader).into_owned(),
        slot: option_slot(on, *leader),
        lead,
        lead_label: format!("now {}", points(lead)),
        rows: bars.iter().take(most).map(row).collect(),
    };
    Some((frame(on, "tornado", title, &subtitle), chart))
}

/// Three criteria or groups at the top of the tree between which the weight they have together is shared, the rest
/// staying as it is, with the winner for every way to share it.
pub fn winners_map(on: Subject<'_>, nodes: [usize; 3]) -> Option<(Frame, Ternary)> {
    let lines = nodes.map(|node| weight_lines(on.analysis, node));
    let [Some(first), Some(second), Some(third)] = &lines else {
        return None;
    };
    let all = [first, second, third];
    let together: f64 = all.iter().map(|l| l.now).sum();
    if together <= 0.0 {
        return None;
    }
    let mut choices = Vec::new();
    for line in &first.lines {
        let own = all.map(|l| l.lines.iter().find(|other| other.option == line.option));
        let [Some(a), Some(b), Some(c)] = own else {
            continue;
        };
        let own = [a.at_one, b.at_one, c.at_one];
        let total = on.analysis.options[line.option].total.value()?;
        // What comes from elsewhere stays.
        let inside: f64 = own.iter().zip(all).map(|(value, l)| value * l.now).sum();
        choices.push(Choice {
            name: on.option(line.option).into_owned(),
            short: on.option_short(line.option).into_owned(),
            slot: option_slot(on, line.option),
            values: own.map(|value| total - inside + together * value),
        });
    }
    let values: Vec<[f64; 3]> = choices.iter().map(|choice| choice.values).collect();
    let found = regions(&values);
    let mut largest = found.first()?;
    for region in &found {
        if region.share > largest.share {
            largest = region;
        }
    }
    let names = nodes.map(|node| on.criterion_short(node).into_owned());
    let title = format!(
        "{} leads on {} of the map of {}, {} and {}",
        choices[largest.option].name,
        percent(largest.share),
        names[0],
        names[1],
        names[2]
    );
    let subtitle = format!(
        "Who leads for every way to share the {} of the weight that the three have together; the rest stays as it is.",
        percent(together)
    );
    let chart = Ternary {
        corners: names,
        choices,
        now: all.map(|l| l.now / together),
        now_label: "now".to_owned(),
    };
    Some((frame(on, "map", title, &subtitle), chart))
}
