use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn HowSure() -> Html {
    html! { <Head title="How sure" /> }
}
