//! A table pasted over the weights: looked at first where anything but its place was inferred.

use crate::ui::components::paste_check::{becomes, unread};
use crate::ui::hooks::Editor;
use crate::ui::pages::judge::paste_look::{Asked, Laid, use_pasting, what_goes};
use std::rc::Rc;
use weighbridge_edit::{Cells, PasteChoices, PastedNames, WeightPaste};
use weighbridge_model::{Appraisal, CriterionId, RawWeight};
use weighbridge_report::{entered, shortened, weight_paste_notes, weight_paste_title};
use yew::prelude::*;

/// What the id of the field of a weight begins with.
pub const FIELD: &str = "weight-";

/// What listens to pasting around the fields of weights, and the look at what was pasted.
#[hook]
pub fn use_weight_paste(editor: &Editor, shares: bool) -> (Callback<Event>, Html) {
    let document = editor.document.clone();
    use_pasting(editor, move |field: &str, cells: Rc<Cells>| {
        let from = field.strip_prefix(FIELD);
        let from = from.and_then(|id| CriterionId::new(id).ok());
        let document = document.clone();
        Some(Callback::from(move |now: PasteChoices| {
            let on = document.appraisal();
            let paste = WeightPaste::lay(on, &cells, from.as_ref(), shares, now.clone());
            look(on, &paste, &now)
        }))
    })
}

/// What the look shows of it.
fn look(on: &Appraisal, paste: &WeightPaste, now: &PasteChoices) -> Laid {
    Laid {
        title: weight_paste_title(paste),
        notes: weight_paste_notes(paste, on),
        asked: asked(paste, now),
        preview: preview(on, paste),
        edit: paste.edit(),
        asks: paste.asks(),
    }
}

/// What the table leaves open.
fn asked(paste: &WeightPaste, now: &PasteChoices) -> Asked {
    let mut all = Asked::of(now.clone(), &paste.unknown, false);
    let ignored = now.names == PastedNames::Ignore;
    let names = if ignored {
        PastedNames::LeaveOut
    } else {
        PastedNames::Ignore
    };
    let words = "Leave the names aside and go by place";
    let to = PasteChoices {
        names,
        ..now.clone()
    };
    all.ask(paste.could_ignore || ignored, "ignore", words, ignored, to);
    all.numbers(paste.dashes, paste.fractions);
    all.cells(paste.could_split, paste.split);
    all
}

/// What goes where.
fn preview(on: &Appraisal, paste: &WeightPaste) -> Html {
    let points = |weight: Option<RawWeight>| match weight {
        Some(weight) => entered(weight.get()),
        None => "none".to_owned(),
    };
    let row = |id: &CriterionId, to: Html| {
        let name = on.criterion(id).map_or("", |c| c.name.as_str()).to_owned();
        html! { <tr key={id.to_string()}><th scope="row">{ name }</th><td>{ to }</td></tr> }
    };
    let now = |id: &CriterionId, to: Option<RawWeight>| {
        let now = on.agreed().weights.raw(id).filter(|now| Some(*now) != to);
        now.map(|now| points(Some(now)))
    };
    let pasted = paste.weights.iter().map(|weight| {
        let id = &weight.criterion;
        let to = match &weight.weight {
            Ok(to) => becomes(points(*to), now(id, *to)),
            Err((text, _)) => unread(text),
        };
        let reason = weight
            .reason
            .as_ref()
            .map(|reason| html! { <small>{ shortened(reason) }</small> });
        row(id, html! { <>{ to }{ for reason }</> })
    });
    let others = paste
        .others
        .iter()
        .map(|(id, to)| row(id, becomes(points(Some(*to)), now(id, Some(*to)))));
    let head = html! { <><th scope="col">{ "Criterion" }</th><th scope="col">{ "Points" }</th></> };
    what_goes(head, pasted.chain(others))
}
