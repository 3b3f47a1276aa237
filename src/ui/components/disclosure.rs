//! A card that says what matters when closed and holds its fields when open.

use yew::prelude::*;

/// Which cards of a page are open. Kept by the page, so that a card which moves elsewhere stays so.
#[derive(Clone, PartialEq)]
pub struct Opened(UseStateHandle<Vec<String>>);

/// The open cards of a page; none at first.
#[hook]
pub fn use_opened() -> Opened {
    Opened(use_state(Vec::new))
}

impl Opened {
    /// Opens all of these cards, or closes every card when none is given.
    pub fn set(&self, ids: impl IntoIterator<Item = String>) {
        self.0.set(ids.into_iter().collect());
    }

    /// Whether a card is open.
    pub fn is_open(&self, id: &str) -> bool {
        self.0.iter().any(|open| open == id)
    }

    fn toggle(&self, id: &str) {
        let mut open = (*self.0).clone();
        match open.iter().position(|o| o == id) {
            Some(at) => {
                open.remove(at);
            }
            None => open.push(id.to_owned()),
        }
        self.0.set(open);
    }
}

/// What a card shows.
pub struct Card {
    /// Unique on the page; the id of the button that opens the card.
    pub id: String,
    /// The level of the heading.
    pub level: usize,
    /// The heading, which opens the card.
    pub title: Html,
    /// What shows whether the card is open or not.
    pub face: Html,
    /// What stands in one line with the heading, as a row of a list has it.
    pub line: Option<Html>,
    /// Buttons beside the heading.
    pub tools: Html,
}

/// The card; `inside` is what shows when it is `open`, as it also is while the page is printed: on paper nothing can be
/// opened.
pub fn disclosure(opened: &Opened, card: Card, open: bool, inside: Html) -> Html {
    let id = card.id;
    let onclick = {
        let (id, opened) = (id.clone(), opened.clone());
        Callback::from(move |_: MouseEvent| opened.toggle(&id))
    };
    let panel = format!("panel.{id}");
    html! {
        <div class={classes!("fold", card.line.is_some().then_some("line-row"), open.then_some("open"))}>
            <div class="fold-head">
                <@{format!("h{}", card.level.clamp(2, 6))} class="fold-title">
                    <button {id} type="button" aria-expanded={open.to_string()} aria-controls={panel.clone()} {onclick}>
                        <span class="fold-mark" aria-hidden="true"></span>
                        <span>{ card.title }</span>
                    </button>
                </@>
                if let Some(line) = card.line { { line } }
                <div class="fold-tools">{ card.tools }</div>
            </div>
            <div class="fold-face">{ card.face }</div>
            <div class="fold-panel" id={panel} hidden={!open}>
                if open {
                    { inside }
                }
            </div>
        </div>
    }
}
