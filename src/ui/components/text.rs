//! Sentences with parts that stand out.

use crate::ui::hooks::Editor;
use weighbridge_analysis::Share;
use weighbridge_model::CriterionId;
use weighbridge_report::{Piece, Text, Trial, unrounded};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// A text as HTML.
pub fn text(editor: &Editor, text: &Text) -> Html {
    text.pieces()
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => html! { <>{ words }</> },
            Piece::Strong(words) => html! { <strong>{ words }</strong> },
            Piece::Try(trial) => link(editor, trial),
        })
        .collect()
}

/// A link to one's own weights with a share tried in them.
fn link(editor: &Editor, trial: &Trial) -> Html {
    let view = trial_view(trial);
    let href = Route::part(editor.document.id(), Page::HowSure, &view).href();
    html! { <>{ " " }<a class="try" {href}>{ format!("Try it: {}%", unrounded(trial.percent)) }</a></> }
}

/// The part of the address that names a trial: `try:whole:33:independence`.
pub fn trial_view(trial: &Trial) -> String {
    let of = match trial.of {
        Share::Local => "group",
        Share::Cumulative => "whole",
    };
    format!("try:{of}:{}:{}", trial.percent, trial.criterion)
}

/// The trial that the address names.
pub fn trial_of(view: &str) -> Option<Trial> {
    let (of, rest) = view.strip_prefix("try:")?.split_once(':')?;
    let (percent, id) = rest.split_once(':')?;
    Some(Trial {
        criterion: CriterionId::new(id).ok()?,
        of: match of {
            "group" => Share::Local,
            "whole" => Share::Cumulative,
            _ => return None,
        },
        percent: percent.parse().ok()?,
    })
}

/// Sentences as a list with a line between.
pub fn findings(editor: &Editor, list: &[Text]) -> Html {
    html! {
        <ul class="findings">
            { for list.iter().enumerate().map(|(at, t)| html! { <li key={at}>{ text(editor, t) }</li> }) }
        </ul>
    }
}
