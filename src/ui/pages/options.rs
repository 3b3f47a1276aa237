use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Options() -> Html {
    html! { <Head title="Options" /> }
}
