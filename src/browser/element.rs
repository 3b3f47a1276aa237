//! Focus, widths and dialogs of elements.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ResizeObserver};

/// Moves the focus to the element with an id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // Parts of drawings have the method as well. Refused only by an element that cannot have the focus.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Moves the focus to the element with an id once the page shows what just changed.
pub fn focus_soon(id: &str) {
    focus_within(id.to_owned(), 5, 0);
}

/// Tries now and, while nothing has the focus, a few times more: a slow machine draws in slices,
/// and an element that is drawn anew in another place loses the focus it had.
fn focus_within(id: String, tries: u32, wait: u32) {
    Timeout::new(wait, move || {
        let has_focus = document()
            .active_element()
            .is_some_and(|e| e.tag_name() != "BODY");
        if wait == 0 || !has_focus {
            focus(&id);
            if tries > 1 {
                focus_within(id, tries - 1, 40);
            }
        }
    })
    .forget();
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Makes the page look as these words of the settings say; see settings.js.
pub fn look(words: &str) {
    let name = JsValue::from_str("weighbridgeLook");
    let script = js_sys::Reflect::get(&window(), &name).ok();
    if let Some(look) = script.and_then(|script| script.dyn_into::<js_sys::Function>().ok()) {
        let _ = look.call1(&JsValue::NULL, &JsValue::from_str(words));
    }
}

/// Opens a dialog over the page, which stays where it is.
pub fn show_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives the focus back to what had it before.
pub fn close_dialog(dialog: &HtmlDialogElement) {
    dialog.close();
}

/// Whether something of an element that scrolls sideways is out of sight on the left and right.
pub fn out_of_sight(element: &Element) -> (bool, bool) {
    let (at, seen) = (element.scroll_left(), element.client_width());
    (at > 1, at + seen + 1 < element.scroll_width())
}

/// Watches the width of an element; ends when dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back with the width of an element in px, now and whenever it changes.
pub fn watch_width(element: &Element, callback: impl Fn(u32) + 'static) -> Option<WidthWatch> {
    let watched = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || callback(width(&watched)));
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthWatch {
        observer,
        _callback: closure,
    })
}

/// The width of an element in whole px.
#[expect(clippy::cast_sign_loss, reason = "a width is not negative")]
pub fn width(element: &Element) -> u32 {
    element.client_width().max(0) as u32
}

/// Calls back when the page is hidden or left.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let again = callback.clone();
    [
        EventListener::new(&document(), "visibilitychange", move |_| callback()),
        EventListener::new(&window(), "pagehide", move |_| again()),
    ]
}

/// Tells the field that is being typed into that the typing is over, as leaving it would; the focus
/// stays where it is.
pub fn finish_typing() {
    let field = document().active_element().filter(|e| {
        e.is_instance_of::<web_sys::HtmlInputElement>()
            || e.is_instance_of::<web_sys::HtmlTextAreaElement>()
    });
    let how = web_sys::EventInit::new();
    how.set_bubbles(true);
    if let Some(field) = field
        && let Ok(event) = web_sys::Event::new_with_event_init_dict("change", &how)
    {
        // Nobody hears it only if the page is gone already.
        let _ = field.dispatch_event(&event);
    }
}

/// Calls back after some milliseconds.
pub fn after(milliseconds: u32, callback: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, callback).forget();
}

/// Calls back after some milliseconds, unless what is returned is dropped before.
pub fn after_all(milliseconds: u32, callback: impl FnOnce() + 'static) -> impl Drop {
    Timeout::new(milliseconds, callback)
}

/// Calls back for every key pressed anywhere on the page; the callback may stop the browser's own
/// use of it.
pub fn on_key(callback: impl Fn(&web_sys::KeyboardEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref() {
            callback(event);
        }
    })
}

/// Whether an event, such as a key press, goes to something that is typed into.
pub fn is_typing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || (element.tag_name() == "INPUT"
                && !matches!(
                    element.get_attribute("type").as_deref(),
                    Some("range" | "checkbox" | "radio" | "button" | "file")
                ))
    })
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The id of the element that an event happened in.
pub fn target_id(event: &web_sys::Event) -> Option<String> {
    Some(pressed(event)?.id()).filter(|id| !id.is_empty())
}

/// Which row of a drawing was pressed, from 0.
pub fn row_of(event: &web_sys::Event) -> Option<usize> {
    let is_row = |element: &Element| element.get_attribute("class").as_deref() == Some("row");
    let row = pressed(event)?.closest("g.row").ok()??;
    let before = |element: &Element| element.previous_element_sibling();
    let others = std::iter::successors(before(&row), before);
    Some(others.filter(is_row).count())
}

/// Empties an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Lets the element that is pressed hear of the pointer until it is let go, wherever it moves.
pub fn hold_pointer(event: &web_sys::PointerEvent) {
    if let Some(element) = pressed(event) {
        // Refused only when the pointer is gone already.
        let _ = element.set_pointer_capture(event.pointer_id());
        event.prevent_default();
    }
}

/// Where an element that holds the pointer is being dragged to, in px from the top left of the drawing it
/// belongs to.
pub fn dragged_to(event: &web_sys::PointerEvent) -> Option<(f64, f64)> {
    let element = pressed(event)?;
    if !element.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let rect = element.closest("svg").ok()??.get_bounding_client_rect();
    Some((
        f64::from(event.client_x()) - rect.left(),
        f64::from(event.client_y()) - rect.top(),
    ))
}

fn pressed(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
