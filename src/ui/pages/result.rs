use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Result() -> Html {
    html! { <Head title="Result" /> }
}
