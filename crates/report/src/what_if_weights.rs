//! Somebody’s own weights: what follows from them, beside the appraisal whose weights they are not.

use super::consequence::leaders;
use super::lead::{headline, margin_words};
use super::names::{join, quoted};
use super::pictures::contributions;
use super::shares::Shares;
use super::subject::Subject;
use weighbridge_analysis::NodeIx;
use weighbridge_chart::{Contributions, Presentation};
use weighbridge_model::Perspective;
use weighbridge_numeric::sort_descending;

/// The result with one’s own weights in a line that stays in sight, so with short names, and whether
/// somebody else leads than in the appraisal.
///
/// "Trust (council) leads by 2.1 points. The leader has changed."
pub fn own_headline(before: Subject<'_>, after: Subject<'_>) -> (String, &'static str) {
    let (was, is) = (leaders(before), leaders(after));
    let changed = was != is && !was.is_empty() && !is.is_empty();
    let changed = if changed {
        " The leader has changed."
    } else {
        ""
    };
    let mut options = after.appraisal.options.to_vec();
    for option in &mut options {
        option.name = option.short_name().to_owned();
    }
    let appraisal = Perspective {
        options: &options,
        ..after.appraisal
    };
    let short = Subject::new(appraisal, after.analysis);
    (format!("{}.", headline(short)), changed)
}

/// What to know beside it: the result of the appraisal, and which lead counts as none.
pub fn own_words(before: Subject<'_>, after: Subject<'_>) -> String {
    let mut words = if differing(before, after).is_empty() {
        "These are the weights of the appraisal.".to_owned()
    } else {
        format!("In the appraisal: {}.", quoted(&headline(before)))
    };
    if let Some(margin) = margin_words(after) {
        words = format!("{words} {margin}");
    }
    words
}

/// What each criterion contributes with one’s own weights; title and source say whose they are, since a
/// picture or a table goes where the page does not.
pub fn own_picture(before: Subject<'_>, after: Subject<'_>) -> (Presentation, Contributions) {
    let (mut presentation, chart) = contributions(after);
    let differing = differing(before, after);
    if !differing.is_empty() {
        presentation.title = format!("With your own weights: {}", presentation.title);
        presentation.source = format!(
            "{} Not the weights of the appraisal: {}.",
            presentation.source,
            join(&differing)
        );
    }
    (presentation, chart)
}

/// How many weights a source names.
const MOST: usize = 8;

/// The weights of criteria that are not those of the appraisal, as shares of everything, the largest change
/// first: `Pace 33% instead of 10%`.
fn differing(before: Subject<'_>, after: Subject<'_>) -> Vec<String> {
    let (were, are) = (Shares::of(before.analysis), Shares::of(after.analysis));
    let change = |at: NodeIx| {
        let (was, now) = (
            before.analysis.nodes[at].cumulative,
            after.analysis.nodes[at].cumulative,
        );
        match (was, now) {
            (Some(was), Some(now)) => (was - now).abs(),
            (None, None) => 0.0,
            _ => 1.0,
        }
    };
    let mut moved: Vec<NodeIx> = after.analysis.leaves.iter().copied().collect();
    moved.retain(|at| change(*at) > 1e-9);
    sort_descending(&mut moved, |at| change(*at));
    let one = |at: &NodeIx| {
        format!(
            "{} {} instead of {}",
            after.criterion_short(*at),
            are.whole(*at).unwrap_or("none"),
            were.whole(*at).unwrap_or("none")
        )
    };
    let mut found: Vec<String> = moved.iter().take(MOST).map(one).collect();
    if moved.len() > MOST {
        found.push(format!("{} more", moved.len() - MOST));
    }
    found
}
