//! What an analysis says, as sentences.

use super::names::{isolated, join};
use super::number::{count, percent, points, short, three};
use super::text::Text;
use crate::analysis::{Analysis, Flip, Share, TIE, Total, Verdict, WeightLines, weight_lines};
use crate::model::Appraisal;
use std::borrow::Cow;

/// An appraisal with what follows from it, to speak about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The appraisal.
    pub appraisal: &'a Appraisal,
    /// What follows from it.
    pub analysis: &'a Analysis,
}

impl<'a> Subject<'a> {
    /// The full name of an option, by its place in the analysis.
    pub fn option(&self, at: usize) -> Cow<'a, str> {
        let found = self.appraisal.option(&self.analysis.options[at].id);
        isolated(found.map_or("", |o| &o.name))
    }

    /// The short name of an option, by its place in the analysis.
    pub fn option_short(&self, at: usize) -> Cow<'a, str> {
        let found = self.appraisal.option(&self.analysis.options[at].id);
        isolated(found.map_or("", |o| o.short_name()))
    }

    /// The name of a criterion, by its place among the nodes.
    pub fn criterion(&self, node: usize) -> Cow<'a, str> {
        let found = self.appraisal.criterion(&self.analysis.nodes[node].id);
        isolated(found.map_or("", |c| &c.name))
    }

    /// The short name of a criterion, by its place among the nodes.
    pub fn criterion_short(&self, node: usize) -> Cow<'a, str> {
        let found = self.appraisal.criterion(&self.analysis.nodes[node].id);
        isolated(found.map_or("", |c| c.short_name()))
    }

    /// The short name of a leaf, by its place among the leaves.
    pub fn leaf_short(&self, leaf: usize) -> Cow<'a, str> {
        self.criterion_short(self.analysis.leaves[leaf])
    }

    /// Names of options, joined as a sentence does.
    pub fn names(&self, options: &[usize]) -> String {
        let names: Vec<_> = options.iter().map(|at| self.option(*at)).collect();
        join(&names)
    }
}

/// The result in one line: who leads and by how much, or why nobody does.
pub fn headline(on: Subject<'_>) -> String {
    match &on.analysis.verdict {
        Verdict::NoTotals => "No result yet".to_owned(),
        Verdict::OnlyOne(only) if on.analysis.options.len() == 1 => {
            format!("{} is the only option", on.option(*only))
        }
        Verdict::OnlyOne(only) => format!("Only {} has all its scores", on.option(*only)),
        Verdict::Tie(all) => format!("No clear winner: {} tie", on.names(all)),
        Verdict::NoClearWinner {
            leader,
            runner_up,
            lead,
        } => format!(
            "No clear winner: {} is only {} ahead of {}",
            on.option(*leader),
            points(*lead),
            on.option(*runner_up)
        ),
        Verdict::Clear { leader, lead, .. } => {
            format!("{} leads by {}", on.option(*leader), points(*lead))
        }
    }
}

/// What to add to the headline: on how much the lead rests, and what is still open.
pub fn summary(on: Subject<'_>) -> String {
    let analysis = on.analysis;
    let mut sentences = Vec::new();
    if let [leader] = analysis.verdict.leaders()
        && analysis.options.len() > 1
    {
        let leaves = analysis.counted_leaves();
        let first = leaves.iter().filter(|leaf| {
            let own = analysis.values[*leader][**leaf].value();
            let best = analysis.values.iter().filter_map(|row| row[**leaf].value());
            own.is_some_and(|own| best.fold(f64::MIN, f64::max) - own <= TIE)
        });
        sentences.push(format!(
            "It comes first, or joint first, on {} of {} {}.",
            count(first.count()),
            count(leaves.len()),
            if leaves.len() == 1 {
                "criterion"
            } else {
                "criteria"
            }
        ));
    }
    if let Verdict::NoClearWinner { .. } = analysis.verdict {
        sentences.push(format!(
            "A lead below {} counts as no clear winner here.",
            points(on.appraisal.margin.get())
        ));
    }
    if analysis.verdict.leaders().len() == 1 && !analysis.could_overtake.is_empty() {
        sentences.push(format!(
            "That is not settled: {} could still come first once all scores are in.",
            on.names(&analysis.could_overtake)
        ));
    }
    sentences.join(" ")
}

/// What would change the result, most likely first: single weights, single scores.
pub fn changes(on: Subject<'_>) -> Vec<Text> {
    let [leader] = on.analysis.verdict.leaders() else {
        return Vec::new();
    };
    if on
        .analysis
        .options
        .iter()
        .filter(|o| o.total.value().is_some())
        .count()
        < 2
    {
        return Vec::new();
    }
    let mut near: Vec<(f64, Text)> = Vec::new();
    let mut varied = 0;
    for node in 0..on.analysis.nodes.len() {
        let Some(lines) = weight_lines(on.analysis, node) else {
            continue;
        };
        varied += 1;
        if let Some((distance, text)) = weight_change(on, &lines) {
            near.push((distance, text));
        }
    }
    crate::order::sort(&mut near, |a, b| a.0.total_cmp(&b.0));
    let some = !near.is_empty();
    let mut found: Vec<Text> = near.into_iter().map(|(_, text)| text).collect();
    if varied > 0 {
        found.push(Text::plain(if some {
            "No other single weight, from 0 to 100%, changes the leader."
        } else {
            "No single weight, from 0 to 100%, changes the leader."
        }));
    }
    found.extend(score_change(on, *leader));
    found
}

/// What one weight would have to be for the leader to change, and how far that is from now.
fn weight_change(on: Subject<'_>, lines: &WeightLines) -> Option<(f64, Text)> {
    let above: Vec<&Flip> = lines.flips.iter().filter(|f| f.at > lines.now).collect();
    let below: Vec<&Flip> = lines
        .flips
        .iter()
        .rev()
        .filter(|f| f.at <= lines.now)
        .collect();
    let whole = whole(on, lines);
    let start = Text::plain("If ").strong(on.criterion_short(lines.node));
    let now = format!(" of {whole} (now {}), ", percent(lines.now));
    let mut text = None;
    let mut distance = f64::MAX;
    if let [first, rest @ ..] = above.as_slice() {
        distance = first.at - lines.now;
        let mut sentence = start
            .clone()
            .and(" had more than ")
            .strong(percent(first.at))
            .and(now.clone())
            .strong(on.names(&first.above))
            .and(" would lead");
        for flip in rest {
            sentence = sentence
                .and("; above ")
                .strong(percent(flip.at))
                .and(", ")
                .strong(on.names(&flip.above));
        }
        text = Some(sentence.and("."));
    }
    if let [first, rest @ ..] = below.as_slice() {
        distance = distance.min(lines.now - first.at);
        let opening = match text {
            Some(text) => text.and(" If it had less than "),
            None => start.and(" had less than "),
        };
        let mut sentence = opening
            .strong(percent(first.at))
            .and(now)
            .strong(on.names(&first.below))
            .and(" would lead");
        for flip in rest {
            sentence = sentence
                .and("; below ")
                .strong(percent(flip.at))
                .and(", ")
                .strong(on.names(&flip.below));
        }
        text = Some(sentence.and("."));
    }
    text.map(|text| (distance, text))
}

/// What a share is a share of: the whole weight, or that of the branch.
fn whole(on: Subject<'_>, lines: &WeightLines) -> String {
    match (lines.share, on.analysis.nodes[lines.node].parent) {
        (Share::Local, Some(branch)) => {
            format!("the weight within {}", on.criterion_short(branch))
        }
        _ => "the weight".to_owned(),
    }
}

/// Whether one score of the runner-up could close the gap.
fn score_change(on: Subject<'_>, leader: usize) -> Option<Text> {
    let (Verdict::Clear {
        runner_up, lead, ..
    }
    | Verdict::NoClearWinner {
        runner_up, lead, ..
    }) = on.analysis.verdict
    else {
        return None;
    };
    let needed = (0..on.analysis.leaves.len()).filter_map(|leaf| {
        let weight = on.analysis.leaf_node(leaf).cumulative?;
        let value = on.analysis.values[runner_up][leaf].value()?;
        let needed = value + lead / weight;
        (weight > 0.0 && needed <= 100.0 + TIE).then_some((needed - value, leaf, value, needed))
    });
    let easiest = needed.min_by(|a, b| a.0.total_cmp(&b.0));
    Some(match easiest {
        None => Text::plain("No single score of the runner-up, ")
            .and(on.option(runner_up))
            .and(", raised to 100, closes the gap."),
        Some((_, leaf, value, needed)) => Text::plain("")
            .strong(on.option(runner_up))
            .and(" would draw level with ")
            .and(on.option(leader))
            .and(" if its value on ")
            .strong(on.leaf_short(leaf))
            .and(" were ")
            .strong(short(needed))
            .and(format!(" instead of {}.", short(value))),
    })
}

/// One sentence for each dominated option, naming all that dominate it.
pub fn dominance(on: Subject<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    for dominated in 0..on.analysis.options.len() {
        let by: Vec<usize> = on
            .analysis
            .dominance
            .iter()
            .filter(|d| d.dominated == dominated)
            .map(|d| d.dominator)
            .collect();
        if by.is_empty() {
            continue;
        }
        found.push(
            Text::plain("")
                .strong(on.option(dominated))
                .and(" is dominated by ")
                .strong(on.names(&by))
                .and(": never better on any criterion and worse on at least one, so no weights put it ahead."),
        );
    }
    found
}

/// The range of each incomplete option, in a sentence.
pub fn incomplete(on: Subject<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    for (at, option) in on.analysis.options.iter().enumerate() {
        if let Total::Incomplete { missing, low, high } = &option.total {
            let names: Vec<_> = missing.iter().map(|leaf| on.leaf_short(*leaf)).collect();
            found.push(
                Text::plain("")
                    .strong(on.option(at))
                    .and(format!(" has no total: no value on {}. ", join(&names)))
                    .and("Its total could be anything from ")
                    .strong(three(*low))
                    .and(" to ")
                    .strong(three(*high))
                    .and("."),
            );
        }
    }
    found
}

/// What the lines for one weight say, in a line.
pub fn weight_headline(on: Subject<'_>, lines: &WeightLines) -> String {
    let name = on.criterion_short(lines.node);
    match lines.flips.as_slice() {
        [] => {
            let leaders = lines.segments.first().map(|s| s.leaders.clone());
            format!(
                "{} stays ahead whatever the weight of {name}",
                on.names(&leaders.unwrap_or_default())
            )
        }
        flips => {
            let places: Vec<String> = flips.iter().map(|f| percent(f.at)).collect();
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            format!(
                "The leader changes when {name} has {} of {}",
                join(&places),
                whole(on, lines)
            )
        }
    }
}

/// Everything the result page says under "What would change it", and more, as plain sentences.
pub fn all(on: Subject<'_>) -> Vec<String> {
    let mut sentences = vec![format!("{}.", headline(on))];
    let summary = summary(on);
    if !summary.is_empty() {
        sentences.push(summary);
    }
    let texts = changes(on)
        .into_iter()
        .chain(dominance(on))
        .chain(incomplete(on));
    sentences.extend(texts.map(|t| t.to_string()));
    sentences
}
