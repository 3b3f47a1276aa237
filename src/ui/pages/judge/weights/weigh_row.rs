//! One criterion to weigh in a line: its name, the ends of its scale, what it is weighed with, and why, folded away.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct WeighRowProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The criterion.
    pub name: AttrValue,
    /// What opens what is in it, where it is a group.
    #[prop_or_default]
    pub opener: Html,
    /// The ends of its scale.
    pub ends: Html,
    /// What it is weighed with.
    pub control: Html,
    /// A line under that, such as where the leader changes.
    #[prop_or_default]
    pub note: Html,
    /// Its reason; empty while there is none.
    pub reason: AttrValue,
    /// What is folded away: the field for the reason, and more.
    pub more: Html,
    /// What stands on paper.
    pub paper: AttrValue,
    #[prop_or_default]
    pub class: Classes,
}

/// The line.
#[component]
pub fn WeighRow(props: &WeighRowProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let panel = format!("more.{}", props.id);
    html! {
        <div class={classes!("weigh-row", props.class.clone())}>
            <div class="name">{ &props.name }{ props.opener.clone() }</div>
            { props.ends.clone() }
            <div class="control">
                { props.control.clone() }
                { props.note.clone() }
            </div>
            <button class="link why" type="button" aria-expanded={open.to_string()} aria-controls={panel.clone()} onclick={toggle}
                title={if props.reason.is_empty() { AttrValue::Static("No reason given yet") } else { props.reason.clone() }}>
                { if props.reason.is_empty() { "Say why" } else { "Why" } }
                <span class="visually-hidden">{ format!(": weight of {}", props.name) }</span>
            </button>
            <p class="paper">{ &props.paper }</p>
            <div class="weigh-more" id={panel} hidden={!*open}>
                if *open { { props.more.clone() } }
            </div>
        </div>
    }
}
