//! Sentences with parts that stand out.

use crate::report::{Piece, Text};
use markup::html;
use yew::prelude::*;

/// A text as HTML.
pub fn text(text: &Text) -> Html {
    text.pieces()
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => html! { <>{ words }</> },
            Piece::Strong(words) => html! { <strong>{ words }</strong> },
        })
        .collect()
}

/// Sentences as a list with a line between.
pub fn findings(list: &[Text]) -> Html {
    html! {
        <ul class="findings">
            { for list.iter().enumerate().map(|(at, t)| html! { <li key={at}>{ text(t) }</li> }) }
        </ul>
    }
}
