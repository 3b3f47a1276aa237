//! What is taken to be known of the weights, in words.

use weighbridge_analysis::Assumption;
use yew::AttrValue;

/// What an assumption is called, and what it means.
pub fn choice(assumption: Assumption, groups: bool) -> (AttrValue, AttrValue) {
    let (words, hint) = match assumption {
        Assumption::AnyWeights if groups => (
            "Nothing: any weights",
            "How each option does across all possible weights. Each group counts as one, however many criteria it has",
        ),
        Assumption::AnyWeights => (
            "Nothing: any weights",
            "How each option does across all possible weights",
        ),
        Assumption::Ordered => (
            "Their order",
            "The criteria keep the order they have now; equal weights stay equal",
        ),
        Assumption::Ranges => (
            "Their ranges",
            "Each weight lies somewhere in its range, as given on Weights",
        ),
        Assumption::Stated => (
            "What you all agree on",
            "Such as “this counts at least as much as that”",
        ),
    };
    (words.into(), hint.into())
}

/// That some options are never first, which only a proof allows.
pub fn never_words(names: &str, assumption: Assumption) -> String {
    let weights = match assumption {
        Assumption::AnyWeights => "whatever the weights",
        Assumption::Ordered | Assumption::Ranges | Assumption::Stated => {
            "with any of these weights"
        }
    };
    format!("{names} can never come first, {weights}. This is certain, not an estimate.")
}
