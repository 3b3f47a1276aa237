//! What an analysis says, as sentences.

use super::names::{isolated, join};
use super::number::{count, exact, points, three};
use super::text::Text;
use super::words::quoted;
use super::{changes, left_out};
use crate::analysis::{Analysis, Issue, TIE, Total, Verdict};
use crate::model::{Appraisal, Opt};
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
        self.option_name(at, |o| &o.name)
    }

    /// The short name of an option, by its place in the analysis: for charts and the headings of
    /// tables, where there is little room.
    pub fn option_short(&self, at: usize) -> Cow<'a, str> {
        self.option_name(at, Opt::short_name)
    }

    /// A name of an option; with a number behind it where another option has the same.
    fn option_name(&self, at: usize, name: fn(&'a Opt) -> &'a str) -> Cow<'a, str> {
        let id = &self.analysis.options[at].id;
        let Some(found) = self.appraisal.option(id).map(name) else {
            return Cow::Borrowed("");
        };
        let mut same = self.appraisal.appraised();
        let mut same = same
            .by_ref()
            .filter(|o| name(o).trim() == found.trim())
            .map(|o| &o.id);
        let place = same.by_ref().position(|other| other == id).unwrap_or(0);
        if place == 0 && same.next().is_none() {
            isolated(found)
        } else {
            Cow::Owned(format!("{} ({})", isolated(found), place + 1))
        }
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

    /// The name of a leaf, by its place among the leaves.
    pub fn leaf(&self, leaf: usize) -> Cow<'a, str> {
        self.criterion(self.analysis.leaves[leaf])
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

/// The result in one line: who leads and by how much, or why nobody does; and whether that is
/// settled.
pub fn headline(on: Subject<'_>) -> String {
    let analysis = on.analysis;
    if !analysis.ahead.is_empty() {
        return format!(
            "{} {} ahead, but scores are missing",
            on.names(&analysis.ahead),
            if analysis.ahead.len() == 1 {
                "is"
            } else {
                "are"
            }
        );
    }
    if analysis.verdict == Verdict::NoTotals {
        return match weightless(on) {
            Some(why) => format!("No result: {why}"),
            None => "No result yet".to_owned(),
        };
    }
    let found = verdict_words(on, &analysis.verdict);
    // One alone with a total says so already.
    let settled =
        analysis.could_overtake.is_empty() || matches!(analysis.verdict, Verdict::OnlyOne(_));
    match (fails(on).as_str(), settled) {
        ("", true) => found,
        ("", false) => format!("{found}, but this is not settled"),
        (fails, true) => format!("{found}, but {fails}"),
        (fails, false) => format!("{found}, but {fails}, and this is not settled"),
    }
}

/// Who leads and by how much, or why nobody does.
pub(super) fn verdict_words(on: Subject<'_>, verdict: &Verdict) -> String {
    match verdict {
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
        } => {
            let lead = points(*lead);
            let only = if lead.starts_with("less") {
                ""
            } else {
                "only "
            };
            format!(
                "No clear winner: {} is {only}{lead} ahead of {}",
                on.option(*leader),
                on.option(*runner_up)
            )
        }
        Verdict::Clear { leader, lead, .. } => {
            format!("{} leads by {}", on.option(*leader), points(*lead))
        }
    }
}

/// That all weights, or all of a group, are 0, where that is why there are no totals.
pub(super) fn weightless(on: Subject<'_>) -> Option<&'static str> {
    on.analysis.issues.iter().find_map(|issue| match issue {
        Issue::AllWeightsZero { branch: None } => Some("all weights are 0"),
        Issue::AllWeightsZero { .. } => Some("all weights in a group are 0"),
        _ => None,
    })
}

/// Which lead counts as none, where the lead is smaller.
pub fn margin_words(on: Subject<'_>) -> Option<String> {
    matches!(on.analysis.verdict, Verdict::NoClearWinner { .. }).then(|| {
        match on.appraisal.margin.get() {
            1.0 => "A lead below 1 point counts as no clear winner here.".to_owned(),
            margin => format!(
                "A lead below {} points counts as no clear winner here.",
                exact(margin)
            ),
        }
    })
}

/// The gateways that those who lead fail, as the rest of a sentence about the one who leads: `fails the
/// gateway “Legal”`. Empty when they fail none.
pub(super) fn fails(on: Subject<'_>) -> String {
    let leaders = on.analysis.verdict.leaders();
    let clause = |at: &usize| {
        let option = on.appraisal.option(&on.analysis.options[*at].id)?;
        let failed = on.analysis.failed(on.appraisal, option);
        let names: Vec<String> = failed.map(|g| quoted(&g.name)).collect();
        let who = match leaders {
            [_] => String::new(),
            _ => format!("{} ", on.option(*at)),
        };
        let what = if names.len() == 1 {
            "gateway"
        } else {
            "gateways"
        };
        (!names.is_empty()).then(|| format!("{who}fails the {what} {}", join(&names)))
    };
    let all: Vec<String> = leaders.iter().filter_map(clause).collect();
    join(&all)
}

/// What to add to the headline: on how much the lead rests, and what is still open.
pub fn summary(on: Subject<'_>) -> String {
    let analysis = on.analysis;
    let mut sentences = Vec::new();
    if let [leader] = analysis.verdict.leaders()
        && analysis.options.len() > 1
        && analysis.ahead.is_empty()
    {
        sentences.extend(comes_first(on, *leader));
    }
    sentences.extend(margin_words(on));
    sentences.extend(analysis.ahead.iter().filter_map(|at| certainly(on, *at)));
    let open: Vec<usize> = analysis
        .could_overtake
        .iter()
        .copied()
        .filter(|at| !analysis.ahead.contains(at))
        .collect();
    if !analysis.verdict.leaders().is_empty() && !open.is_empty() {
        sentences.push(format!(
            "{} could still come first once all scores are in.",
            on.names(&open)
        ));
    }
    let out: Vec<_> = (0..analysis.leaves.len())
        .filter(|leaf| analysis.scales[*leaf].excluded)
        .map(|leaf| on.leaf(leaf))
        .collect();
    if !out.is_empty() {
        sentences.push(format!(
            "{} {} to no option, so {} left out.",
            join(&out),
            if out.len() == 1 { "applies" } else { "apply" },
            if out.len() == 1 { "it is" } else { "they are" }
        ));
    }
    sentences.join(" ")
}

/// On how many criteria an option is best, among those where another has a score to compare with.
fn comes_first(on: Subject<'_>, leader: usize) -> Option<String> {
    let analysis = on.analysis;
    let leaves = analysis.counted_leaves();
    let (mut alone, mut joint, mut compared) = (0, 0, 0);
    for leaf in &leaves {
        let others = (0..analysis.options.len()).filter(|at| *at != leader);
        let best = others
            .filter_map(|at| analysis.values[at][*leaf].value())
            .fold(f64::NEG_INFINITY, f64::max);
        let own = analysis.values[leader][*leaf].value()?;
        if best.is_finite() {
            compared += 1;
            alone += usize::from(own > best + TIE);
            joint += usize::from((own - best).abs() <= TIE);
        }
    }
    let rest = leaves.len() - compared;
    let of = match (compared, rest) {
        (0, _) => return None,
        (1, 0) => "the only criterion".to_owned(),
        (n, 0) => format!("{} criteria", count(n)),
        (1, _) => "the one criterion where others have a score".to_owned(),
        (n, _) => format!("{} criteria where others have a score", count(n)),
    };
    let first = if joint > 0 {
        "comes first, or joint first,"
    } else {
        "comes first"
    };
    Some(match alone + joint {
        0 if compared == 1 => format!("It does not come first on {of}."),
        0 => format!("It comes first on none of the {of}."),
        _ if compared == 1 => format!("It {first} on {of}."),
        n if n == compared => format!("It {first} on all {of}."),
        n => format!("It {first} on {} of {of}.", count(n)),
    })
}

/// Why an option without a total is ahead all the same.
fn certainly(on: Subject<'_>, option: usize) -> Option<String> {
    let Total::Incomplete { missing, low, high } = &on.analysis.options[option].total else {
        return None;
    };
    let first = *on.analysis.verdict.leaders().first()?;
    let own = on.analysis.options[first].total.value()?;
    Some(format!(
        "Whatever its {}, {} comes to between {} and {}, and {} to {}.",
        if missing.len() == 1 {
            "missing score is"
        } else {
            "missing scores are"
        },
        on.option(option),
        three(*low),
        three(*high),
        on.option(first),
        three(own)
    ))
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
            let names: Vec<_> = missing.iter().map(|leaf| on.leaf(*leaf)).collect();
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

/// Everything the result page says under "What would change it", and more, as plain sentences.
pub fn all(on: Subject<'_>) -> Vec<String> {
    let mut sentences = vec![format!("{}.", headline(on))];
    let summary = summary(on);
    if !summary.is_empty() {
        sentences.push(summary);
    }
    let texts = left_out(on)
        .into_iter()
        .chain(changes(on))
        .chain(dominance(on))
        .chain(incomplete(on));
    sentences.extend(texts.map(|t| t.to_string()));
    sentences
}
