//! A card that says what matters when closed and holds its fields when open.

use crate::ui::components::paper::use_printing;
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

#[derive(PartialEq, Properties)]
pub struct DisclosureProps {
    /// Unique on the page; the id of the button that opens the card.
    pub id: AttrValue,
    /// The open cards of the page.
    pub opened: Opened,
    /// The level of the heading.
    #[prop_or(3)]
    pub level: usize,
    /// The heading, which opens the card.
    pub title: Html,
    /// What shows whether the card is open or not.
    #[prop_or_default]
    pub face: Html,
    /// What stands in one line with the heading, as a row of a list has it.
    #[prop_or_default]
    pub line: Option<Html>,
    /// Buttons beside the heading.
    #[prop_or_default]
    pub tools: Html,
    /// What shows when the card is open.
    pub children: Html,
}

/// The card.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    let DisclosureProps { id, opened, .. } = props;
    // On paper nothing can be opened.
    let open = use_printing() || opened.is_open(id);
    let onclick = {
        let (id, opened) = (id.clone(), opened.clone());
        Callback::from(move |_: MouseEvent| opened.toggle(&id))
    };
    let panel = format!("panel.{id}");
    html! {
        <div class={classes!("fold", props.line.is_some().then_some("line-row"), open.then_some("open"))}>
            <div class="fold-head">
                <@{format!("h{}", props.level.clamp(2, 6))} class="fold-title">
                    <button {id} type="button" aria-expanded={open.to_string()} aria-controls={panel.clone()} {onclick}>
                        <span class="fold-mark" aria-hidden="true"></span>
                        <span>{ props.title.clone() }</span>
                    </button>
                </@>
                if let Some(line) = &props.line { { line.clone() } }
                <div class="fold-tools">{ props.tools.clone() }</div>
            </div>
            <div class="fold-face">{ props.face.clone() }</div>
            <div class="fold-panel" id={panel} hidden={!open}>
                if open {
                    { props.children.clone() }
                }
            </div>
        </div>
    }
}
