//! Voices: what one lays over another, and that an edit is heard by each of them.

use crate::random;
use crate::support::*;
use proptest::prelude::*;
use weighbridge_edit::{CriteriaEdit, Edit, OptionsEdit};
use weighbridge_file::{open as open_file, save};
use weighbridge_model::{Appraisal, Criterion, CriterionId, OptionId, RawWeight, Voice};

/// Everything an appraisal has is there to be named.
fn speaks_of_what_is_there(voice: &Voice, on: &Appraisal) -> Result<(), TestCaseError> {
    let has = |id: &CriterionId| on.criterion(id).is_some();
    let is_option = |id: &str| on.options.iter().any(|o| o.id.as_str() == id);
    prop_assert!(voice.weights.iter().all(|(id, _)| has(id)));
    for (branch, weighting) in voice.weights.weightings() {
        prop_assert!(branch.is_none_or(has));
        let among = on.branch(branch);
        let inside = |id: &CriterionId| among.iter().any(|c| c.id == *id);
        prop_assert!(weighting.criteria().all(inside));
    }
    for (option, leaf, _) in voice.scores.iter() {
        prop_assert!(is_option(option.as_str()));
        prop_assert!(on.criterion(leaf).is_some_and(Criterion::is_leaf));
    }
    for (criterion, _) in on.criteria_in_order() {
        let judged = voice.scores.differences(&criterion.id);
        prop_assert!(judged.order.iter().all(|id| is_option(id)));
    }
    Ok(())
}

/// What there is to remove, of what a voice says something.
fn named(on: &Appraisal) -> (Vec<CriterionId>, Vec<OptionId>) {
    let criteria = on.criteria_in_order().into_iter();
    let options = on.options.iter().map(|o| o.id.clone());
    (
        criteria.map(|(c, _)| c.id.clone()).collect(),
        options.collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_removed_is_forgotten_by_every_voice(on in random::appraisal(1), at in any::<prop::sample::Index>()) {
        let (criteria, options) = named(&on);
        let mut edits = Vec::new();
        if !criteria.is_empty() {
            let id = at.get(&criteria).clone();
            edits.push(Edit::Criteria(CriteriaEdit::Remove(id.clone())));
            edits.push(Edit::add_criterion(&on, "Another", Some(id.clone())));
            edits.push(Edit::Criteria(CriteriaEdit::Regroup(at.get(&criteria).clone(), None)));
        }
        if !options.is_empty() {
            edits.push(Edit::Options(OptionsEdit::Remove(at.get(&options).clone())));
        }
        for edit in edits {
            let mut to = on.clone();
            if edit.apply(&mut to).is_err() {
                continue;
            }
            for voice in to.judgements.voices() {
                speaks_of_what_is_there(voice, &to)?;
            }
            prop_assert_eq!(&open_file(save(&to).as_bytes()).unwrap(), &to, "a file can hold all that is said");
        }
    }

    #[test]
    fn a_voice_over_another_says_all_that_it_says_itself(one in random::appraisal(1), other in random::appraisal(1)) {
        let (one, other) = (one.agreed(), other.agreed());
        let both = one.with(other);
        prop_assert_eq!(&both.with(other), &both);
        prop_assert_eq!(&one.with(&Voice::default()), one);
        prop_assert_eq!(&Voice::default().with(one), one);
        prop_assert_eq!(one.with(other).with(one).with(other), both.clone());
        for (id, weight) in one.weights.iter().chain(other.weights.iter()) {
            let raw = other.weights.raw(id).or(one.weights.raw(id));
            prop_assert_eq!(both.weights.raw(id), raw, "{:?}", weight);
        }
        for (option, criterion, score) in other.scores.iter() {
            prop_assert_eq!(both.scores.get(option, criterion), Some(score));
        }
        for (option, criterion, score) in one.scores.iter() {
            let theirs = other.scores.get(option, criterion);
            prop_assert_eq!(both.scores.get(option, criterion), theirs.or(Some(score)));
        }
    }
}

#[test]
fn what_is_blank_is_not_kept() {
    let pace = criterion("pace");
    let mut voice = Voice::default();
    voice.weights.set_raw(&pace, RawWeight::new(1.0));
    voice
        .weights
        .change_weighting(Some(&pace), |said| said.best = Some(criterion("a")));
    voice
        .scores
        .change_differences(&pace, |judged| judged.order.push("a".to_owned()));
    assert!(!voice.is_silent());
    voice.weights.set_raw(&pace, None);
    voice
        .weights
        .change_weighting(Some(&pace), |said| said.best = None);
    voice
        .scores
        .change_differences(&pace, |judged| judged.order.clear());
    assert!(voice.is_silent());
    assert_eq!(voice, Voice::default());
}
