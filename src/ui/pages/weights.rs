use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Weights() -> Html {
    html! { <Head title="Weights" /> }
}
