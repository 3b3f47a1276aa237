//! What is missing before weights follow from what was said, in words.

use super::number::count;
use crate::analysis::{Weighed, judgements};
use crate::elicit::{MOST, MOST_ELEMENTS, MacbethOutcome, macbeth};
use crate::model::{Criterion, Method, Weighting};

/// Why no weights follow from what was said of a branch by a method, as a clause: `it needs two more
/// answers`. Empty where weights do follow.
pub fn lacking(
    said: &Weighting,
    branch: &[Criterion],
    method: Method,
    weighed: &Weighed,
) -> String {
    let most = match method {
        Method::Pairwise | Method::BestWorst => MOST,
        // The worst on everything is an element too.
        Method::Macbeth => MOST_ELEMENTS - 1,
        _ => usize::MAX,
    };
    let same = || said.best.is_some() && said.best == said.worst;
    let words = match (weighed, method) {
        (Weighed::Shares(_), _) => "",
        _ if branch.len() > most => {
            return format!(
                "this way takes at most {most} criteria in a group, and there are {}. Group them, or use another way",
                branch.len()
            );
        }
        (Weighed::Nothing, _) => "nothing has been said yet",
        (Weighed::Missing(1), _) => "it needs one more answer",
        (Weighed::Missing(n), _) => return format!("it needs {} more answers", count(*n)),
        (_, Method::BestWorst) if same() => {
            "the most and the least important cannot be the same criterion"
        }
        (_, Method::Direct | Method::Swing) => "all of them are 0",
        (_, Method::Macbeth) => {
            let (n, list) = judgements(&said.macbeth, true);
            match macbeth(n, &list).outcome {
                MacbethOutcome::NoDifference => {
                    "every difference is “no difference”, so nothing has weight"
                }
                MacbethOutcome::Inconsistent => CONTRADICT,
                _ => "no numbers were found for these words",
            }
        }
        _ => CONTRADICT,
    };
    words.to_owned()
}

const CONTRADICT: &str = "the answers contradict each other";

/// A clause as a sentence of its own, without what it speaks of: `Needs two more answers`.
pub fn opened(clause: &str) -> String {
    let clause = clause.strip_prefix("it ").unwrap_or(clause);
    let mut letters = clause.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
