//! Cells of a table that are typed into: which one an event happened in, and what was typed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// The row and column, from 0, of the cell an event happened in, as the cell's attributes
/// `data-row` and `data-column` say.
pub fn place(event: &Event) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let cell = target.closest("[data-row]").ok()??;
    let number = |name: &str| cell.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-column")?))
}

/// What stands in the field an event happened in.
pub fn typed(event: &Event) -> Option<String> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(field.value())
}

/// Puts the focus into a field, with everything selected or with the caret at the end.
pub fn begin_typing(field: &HtmlInputElement, select: bool) {
    // Refused only for a field that has left the page.
    let _ = field.focus();
    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let _ = field.set_selection_range(if select { 0 } else { end }, end);
}
