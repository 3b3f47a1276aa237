/// Something that is told in whole sentences, such as why an edit is refused.
///
/// ```
/// use weighbridge_edit::Refusal;
/// use weighbridge_report::words::Sentence;
/// assert_eq!(Refusal::EmptyName.sentence(), "Enter a name.");
/// ```
pub trait Sentence {
    /// The sentence or two, each with its full stop.
    fn sentence(&self) -> String;
}
