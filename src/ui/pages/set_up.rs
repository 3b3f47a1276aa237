//! What is asked, what could be done, and what counts.

mod cells;
pub mod criteria;
pub mod options;
pub mod question;

use crate::ui::components::disclosure::{Card, Opened, disclosure};
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

    /// A card with this heading, `tools` beside it and `face` below it; `within` makes what shows when it is open.
    pub fn card(
        &self,
        id: String,
        level: usize,
        title: Html,
        face: Html,
        tools: Html,
        within: &dyn Fn() -> Html,
    ) -> Html {
        let card = Card {
            id,
            level,
            title,
            face,
            line: None,
            tools,
        };
        self.disclosed(card, within)
    }

    /// The card; `within` makes what shows when it is open.
    pub fn disclosed(&self, card: Card, within: &dyn Fn() -> Html) -> Html {
        let open = self.is_open(&card.id);
        let inside = if open { within() } else { Html::default() };
        disclosure(self.opened, card, open, inside)
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
        let title = html! { title };
        let card = self.card(id.to_owned(), level, title, face, Html::default(), within);
        html! { <section class="chapter">{ card }</section> }
    }
}
