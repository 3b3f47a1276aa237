//! One of a list: a line that says what matters, and opens.

use super::disclosure::Opened;
use yew::prelude::*;

/// What a row shows.
pub struct Row {
    /// Unique on the page; the id of the button that opens the row.
    pub id: String,
    /// What opens the row; cut where it is too long for the line, and whole when the row is open.
    pub name: String,
    /// How far it has come, in a word.
    pub status: Html,
    /// One fact, cut like the name.
    pub fact: String,
    /// Buttons at the end of the line.
    pub tools: Html,
    /// What stays in sight below the line.
    pub note: Html,
}

/// The row; `inside` is what shows when it is open. Opening one closes the other.
pub fn list_row(opened: &Opened, row: Row, inside: &dyn Fn() -> Html) -> Html {
    let id = row.id;
    let open = opened.is_open(&id);
    let onclick = {
        let (id, opened) = (id.clone(), opened.clone());
        Callback::from(move |_: MouseEvent| opened.set((!open).then(|| id.clone())))
    };
    let panel = format!("panel.{id}");
    html! {
        <div class={classes!("entry-row", open.then_some("open"))}>
            <div class="entry-line">
                <h3 class="entry-name">
                    <button {id} type="button" aria-expanded={open.to_string()} aria-controls={panel.clone()} {onclick}>
                        <span class="fold-mark" aria-hidden="true"></span>
                        <span class="entry-words">{ row.name }</span>
                    </button>
                </h3>
                <div class="entry-status">{ row.status }</div>
                <p class="entry-fact">{ row.fact }</p>
                <div class="entry-tools">{ row.tools }</div>
            </div>
            { row.note }
            <div class="entry-panel" id={panel} hidden={!open}>
                if open {
                    { inside() }
                }
            </div>
        </div>
    }
}
