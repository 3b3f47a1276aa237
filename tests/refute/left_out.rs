//! Options that lack scores: what is said without them is said to be, and what may be tried happens.

use super::book::Book;
use super::change::with_share;
use super::nasty::Dice;
use super::printed::past;
use super::reading::Reading;
use weighbridge_analysis::{OptionIx, Share, WeightClaims, analyse, with_share as give};
use weighbridge_model::Appraisal;
use weighbridge_report::{
    Piece, SingleChanges, Subject, changes, holds_unless, weight_headline, weights_table,
};

/// How what compares only some options starts.
const AMONG: &str = "Among the options with all their scores, ";

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let subject = Subject::new(on, &found);
    let all = WeightClaims::new(&found);
    let told = changes(subject);
    if told.is_empty() {
        return;
    }
    for (claim, text) in all.listed.iter().map(|at| &all.claims[*at]).zip(&told) {
        let of_whole = claim.lines.share == Share::Cumulative;
        let now = claim.lines.now * 100.0;
        for change in claim.above.iter().chain(&claim.below) {
            let at = past(&change.threshold, now, change.until * 100.0);
            let then =
                at.and_then(|at| with_share(on, &read, claim.node().into(), of_whole, at / 100.0));
            let Some(leaders) = then.map(|then| analyse(&then).lead.leaders) else {
                continue;
            };
            let all_options = !text.to_string().starts_with(AMONG);
            let level = at.is_some_and(|at| {
                let weights = read.weights_with(claim.node().into(), of_whole, at / 100.0);
                weights.is_some_and(|weights| read.unsure(&weights))
            });
            book.claim(
                "who leads of all options with another weight",
                !all_options || level || leaders == change.leaders,
                || format!("{text}: {leaders:?} lead at {at:?}"),
            );
        }
        for piece in text.pieces() {
            let Piece::Try(trial) = piece else { continue };
            let changes = if trial.percent > now {
                &claim.above
            } else {
                &claim.below
            };
            let share = trial.percent / 100.0;
            let then = give(on.agreed(), &found, claim.node(), trial.of, share);
            let leaders: Option<Vec<OptionIx>> =
                then.map(|then| analyse(on.said_by(&then)).lead.leaders);
            let holds = changes.first().map(|c| &c.leaders) == leaders.as_ref();
            let weights = read.weights_with(claim.node().into(), of_whole, share);
            let level = weights.is_some_and(|weights| read.unsure(&weights));
            book.claim("what may be tried happens", holds || level, || {
                format!("{text}: with {}% {leaders:?} lead", trial.percent)
            });
        }
    }
    // With other weights an option that lacks scores may lead, so nothing is said of them without saying of whom.
    let mut words: Vec<String> = vec![weights_table(subject).caption];
    words.extend(
        all.claims
            .iter()
            .map(|claim| weight_headline(subject, claim)),
    );
    let sure = holds_unless(subject, &SingleChanges::of(subject));
    let sure = sure.filter(|_| found.ahead.is_empty());
    // That missing scores could change it is about all options; what follows is not.
    words.extend(sure.map(|sure| match found.could_overtake.is_empty() {
        true => sure.heading,
        false => sure.rest,
    }));
    let complete = found.lead.left_out.is_empty();
    for words in words {
        let tied = found.verdict.leaders().len() > 1;
        book.claim(
            "what is said of all options is about all",
            complete || words.starts_with(AMONG) || tied,
            || words.clone(),
        );
    }
    // Who is ahead of all that have a total is first, and nobody else is.
    for option in found.options.keys() {
        let first = found.rank(option).is_some_and(|(rank, _)| rank == 1);
        let settled = !found.ahead.is_empty();
        book.claim("a first place", !(first && settled), || {
            format!("{option:?}")
        });
    }
}
