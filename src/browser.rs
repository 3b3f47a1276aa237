//! The only module that names the browser: storage, files, the address, messages between tabs.
//!
//! Everything that can be refused by a browser comes back as a `Result` with words for a person.

pub mod address;
pub mod cells;
pub mod clipboard;
pub mod clock;
pub mod disk;
pub mod drawing;
pub mod element;
pub mod files;
pub mod focus;
pub mod half_typed;
pub mod paper;
pub mod platform;
pub mod recover;
pub mod slices;
pub mod storage;
pub mod tabs;
pub mod tool;

/// What events hand over; pages take these from here, so that they need not name the browser.
pub use gloo::file::File;
pub use web_sys::{
    Element, HtmlDialogElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// Runs a future on the browser's event loop.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// A moment, in milliseconds since 1970, as a person here would say it: `22 November 2026 at 8:52am`.
pub fn moment(milliseconds: f64) -> String {
    let at = js_sys::Date::new(&milliseconds.into());
    let day = format!(
        "{:04}-{:02}-{:02}",
        at.get_full_year(),
        at.get_month() + 1,
        at.get_date()
    );
    let day =
        weighbridge_model::PartialDate::parse(&day).map_or(day, weighbridge_report::words::date);
    let (hour, half) = match at.get_hours() {
        hour @ 0..12 => (hour, "am"),
        hour => (hour - 12, "pm"),
    };
    let hour = if hour == 0 { 12 } else { hour };
    format!("{day} at {hour}:{:02}{half}", at.get_minutes())
}

/// Whether the keyboard has a command key, so that shortcuts are named as people know them.
pub fn is_apple() -> bool {
    let platform = gloo::utils::window().navigator().platform();
    platform.is_ok_and(|p| p.starts_with("Mac") || p.starts_with("iP"))
}
