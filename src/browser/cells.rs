//! Cells of a table that are typed into: which one an event happened in, and what was typed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, FocusEvent, HtmlInputElement};

/// The row and column, from 0, of the cell an event happened in, as the cell's attributes
/// `data-row` and `data-column` say.
pub fn place(event: &Event) -> Option<(usize, usize)> {
    place_of(&event.target()?)
}

/// The row and column of the cell that the focus goes to, if it goes to one.
pub fn next_place(event: &FocusEvent) -> Option<(usize, usize)> {
    place_of(&event.related_target()?)
}

fn place_of(target: &EventTarget) -> Option<(usize, usize)> {
    let cell = target.dyn_ref::<Element>()?.closest("[data-row]").ok()??;
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
