/// Something with a fixed name on the screen, such as a status or a method.
///
/// ```
/// use weighbridge_model::{Absence, Status};
/// use weighbridge_report::words::Named;
/// assert_eq!(Status::Draft.words(), "Draft");
/// assert_eq!(Absence::CannotJudge.words(), "cannot judge");
/// ```
pub trait Named {
    /// The words for it.
    fn words(self) -> &'static str;
}
