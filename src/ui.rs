//! The app on the screen: the only module that names yew.
//!
//! It draws the state and dispatches what people do; the rules are in `weighbridge_state`. [`app`] ties the two to the
//! browser, `workspace` is what is fetched after the library, `pages` are one file each and get what they need from
//! `hooks`.

pub mod app;
mod components;
mod hooks;
mod lazy;
mod pages;
mod shell;
mod workspace;
