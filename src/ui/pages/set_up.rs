//! What is asked, what could be done, and what counts.

mod cells;
pub mod criteria;
mod form;
pub mod options;
pub mod question;

use crate::ui::components::disclosure::{Disclosure, Opened};
use crate::ui::hooks::Editor;
use yew::prelude::*;

/// What the cards of a page share.
pub struct Cards<'a> {
    /// The open appraisal, which they change.
    pub editor: &'a Editor,
    /// Those of them that are open.
    pub opened: &'a Opened,
    /// Whether the page is being printed: then every card is open.
    pub printing: bool,
}

impl Cards<'_> {
    /// Whether a card shows what is in it. Of the others nothing is made: a page has many, and is drawn at every edit.
    pub fn is_open(&self, id: &str) -> bool {
        self.printing || self.opened.is_open(id)
    }

    /// A chapter of the page, folded.
    pub fn chapter(
        &self,
        id: &'static str,
        level: usize,
        title: &'static str,
        face: Html,
        within: &dyn Fn() -> Html,
    ) -> Html {
        html! {
            <section class="chapter">
                <Disclosure {id} opened={self.opened.clone()} {level} title={html! { title }} {face}>
                    if self.is_open(id) { { within() } }
                </Disclosure>
            </section>
        }
    }
}
