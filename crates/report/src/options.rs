//! What the list of options says of itself.

use super::names::capital;
use super::number::count;
use weighbridge_model::{Appraisal, AttributeKey};

/// The heading of the list: how many options are weighed and how many ruled out, or the question while there are none.
///
/// ```
/// use weighbridge_opening::library;
/// use weighbridge_report::options_heading;
/// let birmingham = library::entry("birmingham-2013").unwrap().open().unwrap();
/// assert_eq!(options_heading(&birmingham), "Five options to weigh, one ruled out");
/// assert_eq!(options_heading(&library::BLANK.open().unwrap()), "What could be done?");
/// ```
pub fn options_heading(on: &Appraisal) -> String {
    let weighed = on.appraised().count();
    let out = on.options.len() - weighed;
    let options = match weighed {
        0 if out == 0 => return "What could be done?".to_owned(),
        0 => "No option to weigh".to_owned(),
        1 => "One option to weigh".to_owned(),
        n => format!("{} options to weigh", capital(&count(n))),
    };
    match out {
        0 => options,
        n => format!("{options}, {} ruled out", count(n)),
    }
}

/// What the business case of an appraisal has in it, in a sentence.
///
/// ```
/// use weighbridge_opening::library;
/// use weighbridge_report::business_case;
/// let blank = library::BLANK.open().unwrap();
/// assert_eq!(business_case(&blank), "Green Book checks, gateways, delivery questions. Nothing filled in yet.");
/// ```
pub fn business_case(on: &Appraisal) -> String {
    let answers = |key: &AttributeKey| {
        let said = on.appraised().filter(|o| !o.attribute(key).is_empty());
        said.count()
    };
    let answers: usize = AttributeKey::PROMPTS.iter().map(answers).sum();
    let counts = [
        (
            on.frame.framework.len(),
            "possibility in the framework",
            "possibilities in the framework",
        ),
        (on.frame.gateways.len(), "gateway", "gateways"),
        (
            answers,
            "delivery question answered",
            "delivery questions answered",
        ),
    ];
    let filled: Vec<String> = counts
        .into_iter()
        .filter(|(n, _, _)| *n > 0)
        .map(|(n, one, many)| format!("{} {}", count(n), if n == 1 { one } else { many }))
        .collect();
    if filled.is_empty() {
        return "Green Book checks, gateways, delivery questions. Nothing filled in yet."
            .to_owned();
    }
    format!("{}.", capital(&filled.join(", ")))
}
