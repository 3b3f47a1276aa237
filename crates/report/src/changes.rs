//! What would change the result: single weights, and single scores.

use super::names::join;
use super::number::{percent, unrounded};
use super::single_changes::SingleChanges;
use super::subject::Subject;
use super::text::Text;
use super::trial::{leads_then, most_tried, trial};
use weighbridge_analysis::{
    NodeIx, OptionIx, Scope, Side, Threshold, Total, WeightChange, WeightClaim, WeightClaims,
};

/// How many options have a total, so that they can be compared.
fn compared(on: Subject<'_>) -> usize {
    let options = on.analysis.options.iter();
    options.filter(|o| o.total.value().is_some()).count()
}

fn incomplete(on: Subject<'_>) -> Vec<OptionIx> {
    let is_open =
        |at: &OptionIx| matches!(on.analysis.options[*at].total, Total::Incomplete { .. });
    on.analysis.options.keys().filter(is_open).collect()
}

/// Which options are left out of what is said about changes, because they have no total.
pub fn left_out(on: Subject<'_>) -> Option<Text> {
    let open = incomplete(on);
    if open.is_empty() || compared(on) == 0 {
        return None;
    }
    let (has, is) = if open.len() == 1 {
        ("has", "is")
    } else {
        ("have", "are")
    };
    let first = &on.analysis.lead.leaders;
    let text = match (on.analysis.scope, first.len()) {
        (Scope::Behind, 1) => Text::plain("").strong(on.names(first)).and(
            " is ahead although it has scores missing, so what follows compares only the options with all their scores.",
        ),
        (Scope::Behind, _) => Text::plain("").strong(on.names(first)).and(
            " are ahead although they have scores missing, so what follows compares only the options with all their scores.",
        ),
        (Scope::All | Scope::Complete, _) => Text::plain("").strong(on.names(&open)).and(format!(
            " {has} scores missing, so {is} left out of what would change the answer."
        )),
    };
    Some(text)
}

/// What would change the result, most likely first: single weights, single scores. With a tie,
/// which weights would break it.
pub fn changes(on: Subject<'_>) -> Vec<Text> {
    changes_of(on, &SingleChanges::of(on))
}

/// As [`changes`], of what is worked out already.
pub fn changes_of(on: Subject<'_>, single: &SingleChanges) -> Vec<Text> {
    let mut found = weight_changes(on, single);
    found.extend(score_changes(on, single));
    found
}

/// What single scores would change the result, as [`changes`] has it.
pub fn score_changes(on: Subject<'_>, single: &SingleChanges) -> Vec<Text> {
    let leaders = on.analysis.verdict.leaders();
    if compared(on) < 2 || leaders.is_empty() {
        return Vec::new();
    }
    super::score_changes::score_changes(on, leaders, single)
}

/// A sentence for each weight that could change the leader, the nearest first, and one for the rest.
pub fn weight_changes(on: Subject<'_>, single: &SingleChanges) -> Vec<Text> {
    if compared(on) < 2 || on.analysis.verdict.leaders().is_empty() {
        return Vec::new();
    }
    let claims = &single.claims;
    let listed = claims.each_listed();
    let most = most_tried(on);
    let mut found: Vec<Text> = listed
        .enumerate()
        .map(|(at, claim)| weight_change(on, claim, at < most))
        .collect();
    found.extend(mirrored(on, claims));
    found.extend(no_other(on, claims).map(Text::plain));
    if claims.inseparable && claims.count() > 0 {
        let tied = on.names(on.analysis.verdict.leaders());
        let text = Text::plain(on.among("no weight puts one of ")).strong(tied);
        found.push(text.and(" ahead of the other."));
    }
    found
}

/// Which weights make a change that is listed, seen from the other side; `None` where the sentences name
/// them all, as who has the rest.
fn mirrored(on: Subject<'_>, claims: &WeightClaims) -> Option<Text> {
    let is_named = |[node, of]: &&[NodeIx; 2]| {
        let mut told = claims.each_listed().filter(|c| c.node() == *of);
        told.any(|c| c.lines.partner(on.analysis) == Some(*node))
    };
    let all = claims.claims.iter().all(WeightClaim::changes_leader);
    if all && claims.mirrored.iter().all(|pair| is_named(&pair)) {
        return None;
    }
    let mut text = Text::default();
    for [node, of] in &claims.mirrored {
        let space = if text.pieces().is_empty() { "" } else { " " };
        text = text
            .and(format!("{space}The weight of "))
            .strong(on.criterion(*node))
            .and(" makes the same change as that of ")
            .strong(on.criterion(*of))
            .and(", seen from the other side.");
    }
    (!text.pieces().is_empty()).then_some(text)
}

/// What is true of the weights that are not listed one by one; `None` where all are.
fn no_other(on: Subject<'_>, claims: &WeightClaims) -> Option<String> {
    let is_tie = on.analysis.verdict.leaders().len() > 1;
    let does = match claims.draws_level() {
        _ if is_tie && claims.count() == 0 => "breaks the tie",
        true => "puts another option first",
        false if is_tie => "changes who leads",
        false => "changes the leader",
    };
    let other = if claims.listed.is_empty() {
        ""
    } else {
        "other "
    };
    if claims.claims.iter().all(WeightClaim::changes_leader) {
        return None;
    }
    let both = match claims.grouped {
        true => ", within its group or of everything",
        false => ", whatever it is",
    };
    Some(on.among(&format!("no {other}weight {does}{both}.")))
}

/// What one weight would have to be for the leader to change.
///
/// "If Independence counted for more than 32.9% and less than 40.6% of everything (now 10%), Trust (council) would be
/// ahead; above 40.7%, Trust (DfE)."
fn weight_change(on: Subject<'_>, claim: &WeightClaim, may_be_tried: bool) -> Text {
    let mut text = Text::plain(on.among("if ")).strong(on.criterion(claim.node()));
    let ways = [
        (&claim.above, ["more", "less"], "above"),
        (&claim.below, ["less", "more"], "below"),
    ];
    let mut is_first = true;
    for (changes, [more, less], above) in ways {
        let [first, rest @ ..] = changes.as_slice() else {
            continue;
        };
        let is_now = first.threshold.is_now(claim.lines.now * 100.0);
        let place = share_words(&first.threshold);
        // Where the next takes over it leads no more.
        let until = first.up_to().map(|end| share_words(&end));
        let but = until
            .as_ref()
            .map_or_else(String::new, |end| format!(", but {less} than {end}"));
        text = match (is_first, is_now) {
            (true, true) => text.and(format!(
                " had {more} weight{but} ({} {}{}), ",
                now_words(claim, first),
                of_what(on, claim),
                rest_words(on, claim)
            )),
            (false, true) => text.and(format!("; if {more}{but}, ")),
            (_, false) => {
                let start = if is_first { "" } else { "; if it" };
                let text = text
                    .and(format!("{start} counted for {more} than "))
                    .strong(place);
                let text = match until {
                    Some(end) => text.and(format!(" and {less} than ")).strong(end),
                    None => text,
                };
                text.and(format!(
                    " {} ({}{}), ",
                    of_what(on, claim),
                    now_words(claim, first),
                    rest_words(on, claim)
                ))
            }
        };
        is_first = false;
        text = text.strong(on.names(&first.leaders)).and(would(first));
        for change in rest {
            text = text
                .and(format!("; {above} "))
                .strong(share_words(&change.threshold));
            if let Some(end) = change.up_to() {
                let below = if above == "above" { "below" } else { "above" };
                text = text.and(format!(" and {below} ")).strong(share_words(&end));
            }
            text = text.and(", ").strong(on.names(&change.leaders)).and(
                if change.leaders.len() == 1 {
                    ""
                } else {
                    " together"
                },
            );
        }
    }
    let tried = |changes: &[WeightChange]| {
        let first = changes.first().filter(|_| may_be_tried)?;
        let found = trial(on.analysis, claim, first)?;
        leads_then(on, claim, &found, &first.leaders).then_some(found)
    };
    let (up, down) = (tried(&claim.above), tried(&claim.below));
    text.and(".").trying(up).trying(down)
}

fn would(change: &WeightChange) -> &'static str {
    if change.leaders.len() == 1 {
        " would be ahead"
    } else {
        " would be level at the top"
    }
}

/// A share as it is printed, on the side on which its claim holds: `32.9%`.
pub(super) fn share_words(place: &Threshold) -> String {
    format!("{}%", unrounded(place.printed))
}

/// The share now, with digits that tell it from where the leader changes: `now 10%`.
fn now_words(claim: &WeightClaim, change: &WeightChange) -> String {
    format!("now {}", now_share(claim, &change.threshold))
}

/// The share now, with digits that tell it from a threshold.
pub(super) fn now_share(claim: &WeightClaim, place: &Threshold) -> String {
    let now = claim.lines.now * 100.0;
    let near: f64 = format!("{now:.2e}").parse().unwrap_or(now);
    let is_told = match place.side {
        Side::Above => near < place.printed,
        Side::Below => near > place.printed,
    };
    // What is less than a sentence shows is told as that, where its threshold is not as small.
    if is_told && (claim.lines.now <= 0.0 || now >= LEAST || place.printed >= LEAST)
        || place.is_now(now)
    {
        small_percent(claim.lines.now)
    } else if is_told {
        percent(claim.lines.now)
    } else {
        format!("{}%", unrounded(place.now_printed))
    }
}

/// The least share, in percent, that a sentence tells as a number.
const LEAST: f64 = 0.01;

/// A share as [`percent`] has it; what is hardly anything, as that: `less than 0.01%`.
pub(super) fn small_percent(share: f64) -> String {
    match share * 100.0 {
        x if 0.0 < x && x < LEAST => format!("less than {LEAST}%"),
        _ => percent(share),
    }
}

/// `, the rest Quality`: who has the rest where it is one other.
fn rest_words(on: Subject<'_>, claim: &WeightClaim) -> String {
    let rest = claim.lines.partner(on.analysis);
    let rest = rest.map(|other| format!(", the rest {}", on.criterion(other)));
    rest.unwrap_or_default()
}

/// What a share is a share of: `of everything`, or `within Delivery`.
pub(super) fn of_what(on: Subject<'_>, claim: &WeightClaim) -> String {
    match claim.group {
        Some(group) => format!("within {}", on.criterion(group)),
        None => "of everything".to_owned(),
    }
}

/// What the lines for one weight say, in a line.
///
/// "The leader changes when Independence counts for more than 32.9% of everything, and again above 40.7%"
pub fn weight_headline(on: Subject<'_>, claim: &WeightClaim) -> String {
    let name = on.criterion(claim.node());
    if !claim.changes_leader() {
        let leaders = on.analysis.verdict.leaders();
        let stay = if leaders.len() > 1 {
            "lead together"
        } else {
            "stays ahead"
        };
        let level: Vec<String> = (claim.level.iter())
            .zip(["0%", "100%"])
            .filter(|(level, _)| !level.is_empty())
            .map(|(level, share)| format!("with {} at {share}", on.names(level)))
            .collect();
        let level = match level.as_slice() {
            [] => String::new(),
            all => format!(", but is level {}", join(all)),
        };
        return format!(
            "{}{} {stay} whatever share {} {name} has{level}",
            on.among(""),
            on.names(leaders),
            of_what(on, claim)
        );
    }
    let ways = [
        (&claim.below, "less", "below"),
        (&claim.above, "more", "above"),
    ];
    let mut parts = Vec::new();
    for (changes, more, above) in ways {
        let [first, rest @ ..] = changes.as_slice() else {
            continue;
        };
        let mut words = if first.threshold.is_now(claim.lines.now * 100.0) {
            format!("{more} than now")
        } else {
            format!("{more} than {}", share_words(&first.threshold))
        };
        if parts.is_empty() {
            words = format!("{words} {}", of_what(on, claim));
        }
        let again: Vec<String> = rest.iter().map(|c| share_words(&c.threshold)).collect();
        if !again.is_empty() {
            words = format!("{words}, and again {above} {}", join(&again));
        }
        parts.push(words);
    }
    on.among(&format!(
        "the leader changes when {name} counts for {}",
        parts.join(", or for ")
    ))
}
