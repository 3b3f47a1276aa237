//! The library: where everyone starts.

mod example;
mod kept;
mod open_file;
mod standing;

use crate::ui::hooks::use_app;
use example::{examples, inside};
use kept::kept_card;
use open_file::open_file;
use weighbridge_state::{Platform as _, Request, Route};
use yew::prelude::*;

/// The page. Examples are always there, as they came; what people made of them stands beside them.
#[component]
pub fn Library() -> Html {
    let app = use_app();
    let shelf = app.state.shelf.clone();
    let own = shelf.as_ref().filter(|shelf| !shelf.is_empty());
    let field = use_node_ref();
    // They never change, so their cards are made once.
    let examples = use_memo((), |()| examples());
    let start = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.ask(Request::StartNew))
    };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "Weigh up the options" }</h1>
            <p class="lede">{ "Score each way of running a service against weighted criteria, see which comes out ahead, and test how sure that is. The tool shows what follows from your scores and weights; people decide." }</p>
            <div class="actions">
                <button class="button solid" type="button" onclick={start}>{ "Start a new appraisal" }</button>
                { open_file(&app, &field) }
            </div>
            <p class="hint">{ "A file is an appraisal, a copy that was shared, or a sheet of options and criteria saved as CSV. You can also drop it anywhere on this page. Nothing leaves this device." }</p>
            { for app.session.carried().iter().filter_map(inside) }
            if let Some(shelf) = own {
                <section aria-labelledby="yours">
                    <h2 id="yours">{ "In this browser" }</h2>
                    <ul class="cards">
                        { for shelf.iter().map(|kept| kept_card(&app, kept)) }
                    </ul>
                </section>
            }
            <section aria-labelledby="examples">
                <h2 id="examples">{ "Examples" }</h2>
                <p class="sub">{ "Change anything in them: your changes go into a copy, and the example stays." }</p>
                <ul class="cards">{ (*examples).clone() }</ul>
            </section>
            <p class="quiet"><a href={Route::Privacy.href()}>{ "Privacy: what is stored, and how to delete it" }</a></p>
        </>
    }
}
