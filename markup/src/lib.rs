//! `html!` for Weighbridge's pages: the syntax of yew's macro of the same name, written out as calls
//! of the builder in `src/ui/dom.rs` instead of in place.
//!
//! Yew's own macro builds every element inline, about half a kilobyte of program each; a page has
//! dozens. Calls cost a few bytes each. What yew's macro checks at compile time (names of tags and
//! attributes) is left to the journeys, which run every page.
//!
//! Supported: elements, fragments, `{ expression }`, `{ for iterator }`, text in quotes,
//! `if`/`else`, attributes as text, number, `{expression}` or `{shorthand}`, `key`, `ref`, `class`,
//! `value` and `checked` of fields, flags such as `disabled`, and `on…` listeners. Components go
//! through yew's macro.

mod parse;
mod write;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Markup as a `yew::Html`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let root = parse_macro_input!(input as parse::Root);
    write::root(&root.0).into()
}
