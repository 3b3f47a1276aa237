//! The focus, when what had it has gone.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long a page has to move the focus by itself, in milliseconds: it knows a better place.
const GRACE: u32 = 250;

/// Remembers what had the focus last.
pub struct FocusWatch {
    last: Rc<RefCell<Option<Element>>>,
    _listener: EventListener,
}

impl FocusWatch {
    /// Begins to watch.
    pub fn begin() -> Self {
        let last = Rc::new(RefCell::new(None));
        let seen = last.clone();
        let listener = EventListener::new(&document(), "focusin", move |event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            *seen.borrow_mut() = target;
        });
        Self {
            last,
            _listener: listener,
        }
    }

    /// When nothing has the focus because what had it has gone or is switched off, gives it to the first of these elements
    /// that is there. The page stays where it is.
    pub fn return_soon(&self, ids: &'static [&'static str]) {
        let last = self.last.clone();
        if !is_lost(last.borrow().as_ref()) {
            return;
        }
        Timeout::new(GRACE, move || {
            if is_lost(last.borrow().as_ref()) {
                let found = ids.iter().find_map(|id| document().get_element_by_id(id));
                if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    let options = web_sys::FocusOptions::new();
                    options.set_prevent_scroll(true);
                    let _ = element.focus_with_options(&options);
                }
            }
        })
        .forget();
    }
}

fn is_lost(last: Option<&Element>) -> bool {
    let active = document().active_element();
    let nowhere = active.is_none_or(|active| active.tag_name() == "BODY" || is_off(&active));
    nowhere && last.is_some_and(is_off)
}

/// Whether an element cannot have the focus any more.
fn is_off(element: &Element) -> bool {
    let hidden = || {
        element
            .closest("[hidden]")
            .is_ok_and(|found| found.is_some())
    };
    !element.is_connected() || element.matches(":disabled").unwrap_or(false) || hidden()
}
