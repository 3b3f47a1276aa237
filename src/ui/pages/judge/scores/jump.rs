//! Buttons that go to a score.

use weighbridge_state::CellPosition;
use yew::prelude::*;

/// A button, as a link among words, that goes to a place.
pub fn jump(go: &Callback<CellPosition>, to: CellPosition, words: impl Into<AttrValue>) -> Html {
    let onclick = go.reform(move |_: MouseEvent| to);
    html! { <button class="link" type="button" {onclick}>{ words.into() }</button> }
}
