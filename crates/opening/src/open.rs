use weighbridge_analysis::derive_weights;
use weighbridge_file::{self as file, OpenError};
use weighbridge_model::Appraisal;

/// The field of a file that holds the changes that led to an appraisal, beside those of the appraisal.
pub(super) const CHANGES: &str = "changes";

/// Reads an appraisal from the bytes of a file, and gives every branch without weights those that
/// follow from its judgements, see [`derive_weights`]: the command line and the app open every file
/// this way, so that all they say sees the same weights.
///
/// # Errors
/// As for [`file::open`].
///
/// ```
/// use weighbridge_opening as opening;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Swings only",
///   "criteria": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
///   "weighting": {"method": "swing", "swing": {"a": 100, "b": 60}}}"#;
/// let appraisal = opening::open(text.as_bytes()).unwrap();
/// let weights = &appraisal.agreed().weights;
/// let given: Vec<f64> = appraisal.criteria.iter().map(|c| weights.raw(&c.id).unwrap().get()).collect();
/// assert_eq!(given, [100.0, 60.0]);
/// ```
pub fn open(bytes: &[u8]) -> Result<Appraisal, OpenError> {
    let mut appraisal = file::open(bytes)?;
    // Changes are for whoever asks (`open_with_changes`); kept on unasked, they would soon be those of another appraisal.
    appraisal.extra.take(CHANGES);
    derive_weights(&mut appraisal);
    Ok(appraisal)
}
