//! The app: the only module that names yew.
//!
//! [`state`] holds what is shown and changes it in one place; [`app`] ties it to the browser;
//! `pages` are one file each and get what they need from [`hooks`].

pub mod app;
mod autosave;
mod components;
mod document;
mod hooks;
mod later;
mod open;
mod pages;
mod route;
mod shell;
mod state;
mod take_up;
