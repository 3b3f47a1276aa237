//! The criteria as a hand-out: numbered, with both ends of every scale in words. There only while the page is printed.

use crate::ui::hooks::Editor;
use weighbridge_report::{Asked, ScaleEnd, handout};
use yew::prelude::*;

/// The hand-out.
pub fn hand_out(editor: &Editor) -> Html {
    let asked = handout(editor.document.subject());
    let scored = asked.iter().any(|one| one.ends.is_some());
    html! {
        <section class="paper handout">
            <h2>{ "What you are asked to judge" }</h2>
            if scored {
                <p>{ "Judge each option on each criterion. The words say what 0 and 100 mean; 50 lies half-way between them and is not a pass mark. If you cannot judge, say so and leave the score empty." }</p>
            }
            <ol>{ for asked.iter().map(one) }</ol>
        </section>
    }
}

fn one(asked: &Asked) -> Html {
    let level = (asked.depth + 3).min(6);
    html! {
        <li key={asked.number.clone()} class={classes!(asked.ends.is_none().then_some("group"))}>
            <span class="count" aria-hidden="true">{ &asked.number }</span>
            <div>
                <@{format!("h{level}")}><span class="visually-hidden">{ format!("{} ", asked.number) }</span>{ &asked.name }</@>
                if !asked.question.is_empty() { <p>{ &asked.question }</p> }
                if !asked.note.is_empty() { <p class="quiet">{ &asked.note }</p> }
                if !asked.scale.is_empty() { <p class="quiet">{ format!("Scored in: {}", asked.scale) }</p> }
                if let Some(ends) = &asked.ends {
                    <dl class="ends">{ for ends.iter().map(end) }</dl>
                }
            </div>
        </li>
    }
}

fn end(end: &ScaleEnd) -> Html {
    html! {
        <div key={end.value} class={classes!(end.words.is_none().then_some("blank"))}>
            <dt>{ end.value }</dt>
            <dd>{ end.words.as_deref().unwrap_or("Not described yet") }</dd>
        </div>
    }
}
