//! What an analysis says, as sentences.

use super::changes::{changes_of, left_out};
use super::lead::{headline, lead_points, margin_words, range_words};
use super::names::join;
use super::number::{count, significant};
use super::overturned::overtaken;
use super::single_changes::SingleChanges;
use super::subject::Subject;
use super::text::Text;
use crate::column::Column;
use weighbridge_analysis::{LeafIx, OptionIx, TIE, Total};

/// What to add to the headline: on how much the lead rests, and what is still open.
pub fn summary(on: Subject<'_>) -> String {
    let analysis = on.analysis;
    let lead = &analysis.lead;
    let mut sentences = Vec::new();
    // First, because it is about the heading.
    if !lead.leaders.is_empty() && !lead.beyond.is_empty() {
        let what = if lead.is_open() {
            "By how much others could still overtake"
        } else {
            "That this holds whatever is missing"
        };
        sentences.push(format!("{what} {BEYOND}"));
    }
    if let [leader] = lead.leaders.as_slice()
        && analysis.options.len() > 1
        && !lead.left_out.contains(leader)
    {
        sentences.extend(comes_first(on, *leader));
        sentences.extend(among_complete(on, *leader));
    }
    sentences.extend(margin_words(on));
    sentences.extend(analysis.ahead.iter().filter_map(|at| certainly(on, *at)));
    let out: Vec<_> = analysis
        .leaves
        .keys()
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

/// On how many criteria an option is best, among those where every option has a score: where one is
/// missing, nobody knows who is.
fn comes_first(on: Subject<'_>, leader: OptionIx) -> Option<String> {
    let analysis = on.analysis;
    let leaves = analysis.counted_leaves();
    let (mut alone, mut joint, mut compared) = (0, 0, 0);
    for leaf in &leaves {
        let others = analysis.options.keys().filter(|at| *at != leader);
        let theirs: Option<Vec<f64>> = others
            .map(|at| analysis.values[at][*leaf].value())
            .collect();
        let own = analysis.values[leader][*leaf].value()?;
        let Some(theirs) = theirs.filter(|all| !all.is_empty()) else {
            continue;
        };
        let best = theirs.into_iter().fold(f64::NEG_INFINITY, f64::max);
        compared += 1;
        alone += usize::from(own > best + TIE);
        joint += usize::from((own - best).abs() <= TIE);
    }
    let rest = leaves.len() - compared;
    let all_have = if rest == 0 {
        ""
    } else {
        " where every option has a score"
    };
    let first = if joint > 0 {
        "comes first, or joint first,"
    } else {
        "comes first"
    };
    Some(match (alone + joint, compared) {
        (_, 0) => return None,
        (0, 1) if rest == 0 => "It does not come first on the only criterion.".to_owned(),
        (_, 1) if rest == 0 => format!("It {first} on the only criterion."),
        (0, 1) => format!("It does not come first on the one criterion{all_have}."),
        (_, 1) => format!("It {first} on the one criterion{all_have}."),
        (0, 2) => format!("It comes first on neither of the two criteria{all_have}."),
        (2, 2) => format!("It {first} on both criteria{all_have}."),
        (0, n) => format!(
            "It comes first on none of the {} criteria{all_have}.",
            count(n)
        ),
        (n, of) if n == of => format!("It {first} on all {} criteria{all_have}.", count(of)),
        (n, of) => format!(
            "It {first} on {} of {} criteria{all_have}.",
            count(n),
            count(of)
        ),
    })
}

/// What holds only while missing amounts are between the ends of a fixed scale.
const BEYOND: &str = "supposes that each missing amount lies within its scale; one beyond the ends, which is possible, could change more.";

/// By how much the leader is ahead of the next that has all its scores, where others have not and the
/// headline tells another number.
fn among_complete(on: Subject<'_>, leader: OptionIx) -> Option<String> {
    let lead = &on.analysis.lead;
    let next = lead.next.as_ref().filter(|_| !lead.left_out.is_empty())?;
    let told = match lead.is_open() {
        true => lead.is_narrow(next.lead),
        false => lead.least.is_some_and(|least| next.lead <= least + TIE),
    };
    if told {
        return None;
    }
    Some(format!(
        "Of the options that have all their scores, {} is {} ahead of {}.",
        on.option(leader),
        lead_points(next.lead, lead.margin),
        on.names(&next.options)
    ))
}

/// Why an option without a total is ahead all the same.
fn certainly(on: Subject<'_>, option: OptionIx) -> Option<String> {
    let Total::Incomplete { missing, low, high } = &on.analysis.options[option].total else {
        return None;
    };
    let first = *on.analysis.verdict.leaders().first()?;
    let own = on.analysis.options[first].total.value()?;
    Some(format!(
        "Wherever {} on {}, {} comes to between {}, and {} has {} now.",
        if missing.len() == 1 {
            "its missing score lies"
        } else {
            "its missing scores lie"
        },
        if missing.len() == 1 {
            "its scale"
        } else {
            "their scales"
        },
        on.option(option),
        range_words(*low, *high, " and "),
        on.option(first),
        significant(own)
    ))
}

/// The range of the total of an option without one, as the rest of a sentence: `from 81.0 to 91.0
/// while what is missing lies within its scale, and beyond its ends also less or more`.
pub(super) fn range_clause(on: Subject<'_>, option: OptionIx, low: f64, high: f64) -> String {
    let range = range_words(low, high, " to ");
    let beyond = &on.analysis.lead.beyond;
    if beyond.iter().any(|(other, _)| *other == option) {
        format!(
            "from {range} while what is missing lies within its scale, and beyond its ends also less or more"
        )
    } else {
        format!("from {range}, depending on what is missing")
    }
}

/// One sentence for each dominated option, naming all that dominate it.
pub fn dominance(on: Subject<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    for dominated in on.analysis.options.keys() {
        let by: Vec<OptionIx> = on
            .analysis
            .dominance
            .iter()
            .filter(|d| d.dominated == dominated)
            .map(|d| d.dominator)
            .collect();
        if by.is_empty() {
            continue;
        }
        // Each by itself: two together may be worse than it, one here and one there.
        let than: Vec<_> = by.iter().map(|at| on.option(*at)).collect();
        let whom = match by.as_slice() {
            [_] => "it",
            _ => "any of them",
        };
        found.push(
            Text::plain("")
                .strong(on.option(dominated))
                .and(" is never better on any criterion than ")
                .strong(than.join(", nor than "))
                .and(format!(
                    ", and worse on at least one: no weights could put it ahead of {whom} (it is dominated)."
                )),
        );
    }
    found
}

/// The range of each incomplete option, in a sentence.
pub fn incomplete(on: Subject<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    for (at, option) in on.analysis.options.iter_enumerated() {
        if let Total::Incomplete { missing, low, high } = &option.total {
            let names: Vec<_> = missing.iter().map(|leaf| on.leaf(*leaf)).collect();
            found.push(Text::plain("").strong(on.option(at)).and(format!(
                " has no total: no value on {}. {}",
                join(&names),
                could_be(on, at, missing, (*low, *high))
            )));
        }
    }
    found
}

/// What the total of an option without one could be, as a sentence.
fn could_be(
    on: Subject<'_>,
    option: OptionIx,
    missing: &[LeafIx],
    (low, high): (f64, f64),
) -> String {
    let beyond = &on.analysis.lead.beyond;
    if high - low > TIE || beyond.iter().any(|(other, _)| *other == option) {
        let range = range_clause(on, option, low, high);
        return format!("Its total could be anything {range}.");
    }
    let weightless = |leaf: &LeafIx| on.analysis.leaf_node(*leaf).cumulative == Some(0.0);
    let what = match missing {
        [_] => "the missing score",
        _ => "the missing scores",
    };
    let why = match (missing.iter().all(weightless), missing) {
        (true, [_]) => format!("{what} has no weight"),
        (true, _) => format!("{what} have no weight"),
        (false, [_]) => format!("whatever {what} is"),
        (false, _) => format!("whatever {what} are"),
    };
    let comma = if missing.iter().all(weightless) {
        ": "
    } else {
        ", "
    };
    format!("Its total is {}{comma}{why}.", Column::points().number(low))
}

/// Everything the result page says under "What would change it", and more, as plain sentences.
pub fn all(on: Subject<'_>) -> Vec<String> {
    all_of(on, &SingleChanges::of(on))
}

/// As [`all`], of what is worked out already.
pub(super) fn all_of(on: Subject<'_>, single: &SingleChanges) -> Vec<String> {
    let mut sentences = vec![format!("{}.", headline(on))];
    let summary = summary(on);
    if !summary.is_empty() {
        sentences.push(summary);
    }
    sentences.extend(overtaken(on, single));
    let texts = left_out(on)
        .into_iter()
        .chain(changes_of(on, single))
        .chain(dominance(on))
        .chain(incomplete(on));
    sentences.extend(texts.map(|t| t.to_string()));
    sentences
}
