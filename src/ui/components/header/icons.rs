//! The small drawings of the header.

use yew::prelude::*;

/// A drawing beside or in place of a word; the word is always there for those who do not see it.
#[derive(Clone, Copy)]
pub enum Icon {
    /// Back to the list.
    Back,
    /// Print.
    Print,
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// More.
    More,
}

/// An icon, in the colour of the words around it.
pub fn icon(which: Icon) -> Html {
    let path = match which {
        Icon::Back => "M12 4l-6 6 6 6",
        Icon::Print => "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z",
        Icon::Help => "M7 7.5a3 3 0 1 1 4 2.8c-.8.4-1 .9-1 1.7M10 15.5v.5",
        Icon::Settings => "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
        Icon::More => "M3 5h14M3 10h14M3 15h14",
    };
    html! {
        <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}

/// The mark of the tool: two weights on a beam.
pub fn mark() -> Html {
    html! {
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path class="beam" d="M2 22h24" />
            <rect x="5" y="12" width="7" height="7" />
            <rect x="16" y="5" width="7" height="14" />
        </svg>
    }
}
