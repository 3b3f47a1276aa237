use crate::ui::components::outcome::Head;
use yew::prelude::*;

#[component]
pub fn Scores() -> Html {
    html! { <Head title="Scores" /> }
}
