use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Question() -> Html {
    html! { <Head title="Question" /> }
}
