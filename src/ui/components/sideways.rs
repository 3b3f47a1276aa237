//! A table that may be wider than the page: it scrolls by itself, and says where there is more.

use crate::browser::{Element, element};
use yew::prelude::*;

/// What is known of a place that scrolls sideways.
pub struct Sideways {
    place: NodeRef,
    more: (bool, bool),
    onscroll: Callback<Event>,
}

/// Watches a place that scrolls sideways.
#[hook]
pub fn use_sideways() -> Sideways {
    let place = use_node_ref();
    let more = use_state_eq(|| (false, false));
    let look = {
        let (place, more) = (place.clone(), more.clone());
        move || {
            if let Some(found) = place.cast::<Element>() {
                more.set(element::out_of_sight(&found));
            }
        }
    };
    {
        let (place, look) = (place.clone(), look.clone());
        // Both widths are watched: to look after every change would have the browser lay a large table out at once.
        use_effect_with((), move |()| {
            let found = place.cast::<Element>();
            let table = found.as_ref().and_then(Element::first_element_child);
            let watch = [found, table].map(|it| {
                let look = look.clone();
                it.and_then(|it| element::watch_width(&it, move |_| look()))
            });
            move || drop(watch)
        });
    }
    Sideways {
        place,
        more: *more,
        onscroll: Callback::from(move |_: Event| look()),
    }
}

impl Sideways {
    /// A table in its place, with a shadow on each side where something is out of sight. The class
    /// is that of what scrolls.
    pub fn around(self, class: &'static str, table: Html) -> Html {
        let (left, right) = self.more;
        let around = classes!(
            "sideways",
            left.then_some("more-left"),
            right.then_some("more-right"),
        );
        html! {
            <div class={around}>
                <p class="hint sideways-hint" hidden={!left && !right}>{ "Wider than the screen: scroll sideways to see the rest." }</p>
                <div {class} ref={self.place} onscroll={self.onscroll}>{ table }</div>
            </div>
        }
    }
}
