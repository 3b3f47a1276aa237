//! One of a list: a line that says what matters, and opens.

use super::disclosure::Opened;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// Unique on the page; the id of the button that opens the row.
    pub id: AttrValue,
    /// The open row of the list; opening one closes the other.
    pub opened: Opened,
    /// The level of the heading.
    #[prop_or(3)]
    pub level: usize,
    /// What opens the row; cut where it is too long for the line, and whole when the row is open.
    pub name: AttrValue,
    /// How far it has come, in a word.
    #[prop_or_default]
    pub status: Html,
    /// One fact, cut like the name.
    #[prop_or_default]
    pub fact: AttrValue,
    /// Buttons at the end of the line.
    #[prop_or_default]
    pub tools: Html,
    /// What stays in sight below the line.
    #[prop_or_default]
    pub note: Html,
    /// What shows when the row is open.
    pub children: Html,
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { id, opened, .. } = props;
    let open = opened.is_open(id);
    let onclick = {
        let (id, opened) = (id.to_string(), opened.clone());
        Callback::from(move |_: MouseEvent| opened.set((!open).then(|| id.clone())))
    };
    let panel = format!("panel.{id}");
    html! {
        <div class={classes!("entry-row", open.then_some("open"))}>
            <div class="entry-line">
                <@{format!("h{}", props.level.clamp(2, 6))} class="entry-name">
                    <button {id} type="button" aria-expanded={open.to_string()} aria-controls={panel.clone()} {onclick}>
                        <span class="fold-mark" aria-hidden="true"></span>
                        <span class="entry-words">{ &props.name }</span>
                    </button>
                </@>
                <div class="entry-status">{ props.status.clone() }</div>
                <p class="entry-fact">{ &props.fact }</p>
                <div class="entry-tools">{ props.tools.clone() }</div>
            </div>
            { props.note.clone() }
            <div class="entry-panel" id={panel} hidden={!open}>
                if open {
                    { props.children.clone() }
                }
            </div>
        </div>
    }
}
