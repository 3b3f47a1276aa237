//! How sensitive the answer is to weights and scores, as data.

use super::{each, id, ids, number, object, share_word, word};
use crate::analysis::{
    Analysis, First, Lever, Share, Stability, all_score_flips, joint_scores, joint_weights,
    potential, stability, tornado,
};
use crate::json::Json;
use crate::report::Subject;
use crate::report::flips::robustness as sentences;

/// How many bars of the tornado the results have.
const MOST_BARS: usize = 20;

/// How sensitive the answer is: stability of every weight by either share, every score that would change the
/// leader though it lies out of reach, the tornado, the smallest joint changes, whether any weights
/// put an option first, and the sentences.
pub(super) fn sensitivity(on: Subject<'_>) -> Json {
    let analysis = on.analysis;
    let criterion = |leaf: usize| word(analysis.leaf_node(leaf).id.as_str());
    let mut stable = Vec::new();
    for node in 0..analysis.nodes.len() {
        for share in [Share::Local, Share::Cumulative] {
            stable.extend(stability(analysis, node, share).map(|s| interval(analysis, &s)));
        }
    }
    let mut beyond = all_score_flips(on.appraisal, analysis);
    beyond.retain(|flip| !flip.within);
    let bars = tornado(on.appraisal, analysis, MOST_BARS);
    let options = 0..analysis.options.len();
    object(vec![
        ("stability", Json::List(stable)),
        (
            "scores_out_of_reach",
            each(&beyond, |flip| {
                object(vec![
                    ("option", id(analysis, flip.option)),
                    ("criterion", criterion(flip.leaf)),
                    ("now", number(flip.now)),
                    ("at", number(flip.at)),
                ])
            }),
        ),
        (
            "tornado",
            each(&bars, |bar| {
                let mut to = vec![
                    ("stated", Json::Bool(bar.stated)),
                    ("now", number(bar.now)),
                    ("range", each([bar.low, bar.high], number)),
                    ("lead", each([bar.at_low, bar.at_high], number)),
                    ("span", number(bar.span)),
                ];
                match bar.lever {
                    Lever::Weight(node) => {
                        to.push(("weight_of", word(analysis.nodes[node].id.as_str())));
                    }
                    Lever::Score { option, leaf } => {
                        to.push(("option", id(analysis, option)));
                        to.push(("criterion", criterion(leaf)));
                    }
                }
                object(to)
            }),
        ),
        (
            "joint_weights",
            each(joint_weights(analysis), |joint| {
                let mut to = vec![
                    ("option", id(analysis, joint.option)),
                    ("first", first(joint.first)),
                ];
                if joint.is_found() {
                    to.push(("l1", number(joint.l1)));
                    to.push(("points", number(joint.points())));
                    to.push(("weights", by_leaf(analysis, &joint.weights)));
                }
                object(to)
            }),
        ),
        (
            "joint_scores",
            each(joint_scores(analysis), |joint| {
                let change = |(option, leaf, from, to): &(usize, usize, f64, f64)| {
                    object(vec![
                        ("option", id(analysis, *option)),
                        ("criterion", criterion(*leaf)),
                        ("now", number(*from)),
                        ("at", number(*to)),
                    ])
                };
                object(vec![
                    ("option", id(analysis, joint.option)),
                    ("points", number(joint.points)),
                    ("changes", each(&joint.changes, change)),
                ])
            }),
        ),
        (
            "can_come_first",
            Json::List(
                options
                    .filter_map(|option| {
                        let any = potential(analysis, option, false)?;
                        let kept = potential(analysis, option, true);
                        Some(object(vec![
                            ("option", id(analysis, option)),
                            ("first", first(any.first)),
                            ("margin", number(any.margin)),
                            ("weights", by_leaf(analysis, &any.weights)),
                            (
                                "first_in_order",
                                kept.map_or(Json::Null, |kept| first(kept.first)),
                            ),
                        ]))
                    })
                    .collect(),
            ),
        ),
        (
            "findings",
            each(sentences(on), |text| Json::Text(text.to_string())),
        ),
    ])
}

fn interval(analysis: &Analysis, found: &Stability) -> Json {
    object(vec![
        ("criterion", word(analysis.nodes[found.node].id.as_str())),
        ("share", share_word(found.share)),
        ("now", number(found.now)),
        ("range", each([found.from, found.to], number)),
        ("below", ids(analysis, &found.below)),
        ("above", ids(analysis, &found.above)),
    ])
}

fn first(first: First) -> Json {
    word(match first {
        First::Alone => "alone",
        First::Level => "level",
        First::Never => "never",
        First::Unknown => "unknown",
    })
}

/// Numbers by leaf id.
fn by_leaf(analysis: &Analysis, numbers: &[f64]) -> Json {
    let all = numbers.iter().enumerate();
    object(
        all.map(|(leaf, x)| (analysis.leaf_node(leaf).id.as_str(), number(*x)))
            .collect(),
    )
}
