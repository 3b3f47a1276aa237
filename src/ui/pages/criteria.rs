use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Criteria() -> Html {
    html! { <Head title="Criteria" /> }
}
