//! A table pasted over the weights: looked at first where anything but its place was inferred.

use crate::browser::{clipboard, element};
use crate::ui::components::paste_check::{becomes, unread};
use crate::ui::hooks::Editor;
use crate::ui::pages::judge::paste_look::{Asked, Laid, PasteLook, what_goes};
use std::rc::Rc;
use weighbridge_edit::{Cells, PasteChoices, PastedNames, WeightPaste};
use weighbridge_model::{Appraisal, CriterionId, RawWeight};
use weighbridge_report::{entered, shortened, weight_paste_notes, weight_paste_title};
use yew::prelude::*;

/// What the id of the field of a weight begins with.
pub const FIELD: &str = "weight-";

/// Pasted weights, and the criterion in whose field they were pasted.
#[derive(Clone, PartialEq)]
struct Pasted {
    cells: Rc<Cells>,
    from: Option<CriterionId>,
    shares: bool,
}

impl Pasted {
    fn lay(&self, on: &Appraisal, choices: PasteChoices) -> WeightPaste {
        WeightPaste::lay(on, &self.cells, self.from.as_ref(), self.shares, choices)
    }

    /// What the look shows of it.
    fn look(&self, on: &Appraisal, now: PasteChoices) -> Laid {
        let paste = self.lay(on, now);
        Laid {
            title: weight_paste_title(&paste),
            notes: weight_paste_notes(&paste, on),
            asked: asked(&paste, now),
            preview: preview(on, &paste),
            edit: paste.edit(),
        }
    }
}

/// What listens to pasting around the fields of weights, and the look at what was pasted.
#[hook]
pub fn use_weight_paste(editor: &Editor, shares: bool) -> (Callback<Event>, Html) {
    let pasted = use_state(|| None::<Pasted>);
    let onpaste = {
        let (editor, pasted) = (editor.clone(), pasted.clone());
        Callback::from(move |event: Event| {
            let Some(block) = clipboard::pasted(&event).filter(|block| block.is_block()) else {
                return;
            };
            event.prevent_default();
            let field = element::target_id(&event).unwrap_or_default();
            let from = field
                .strip_prefix(FIELD)
                .and_then(|id| CriterionId::new(id).ok());
            let table = Pasted {
                cells: Rc::new(block.cells()),
                from,
                shares,
            };
            let found = table.lay(editor.document.appraisal(), PasteChoices::default());
            match found.edit().filter(|_| !found.asks()) {
                Some(edit) => editor.apply(edit),
                None => pasted.set(Some(table)),
            }
        })
    };
    let Some(table) = (*pasted).clone() else {
        return (onpaste, Html::default());
    };
    let cancel = {
        let pasted = pasted.clone();
        Callback::from(move |()| pasted.set(None))
    };
    let lay = {
        let (editor, table) = (editor.clone(), table.clone());
        Callback::from(move |choices| table.look(editor.document.appraisal(), choices))
    };
    let write = {
        let (editor, pasted) = (editor.clone(), pasted.clone());
        Callback::from(move |choices| {
            pasted.set(None);
            let found = table.lay(editor.document.appraisal(), choices);
            found.edit().into_iter().for_each(|edit| editor.apply(edit));
        })
    };
    (onpaste, html! { <PasteLook {lay} {write} {cancel} /> })
}

/// What the table leaves open.
fn asked(paste: &WeightPaste, now: PasteChoices) -> Asked {
    let mut all = Asked::of(now);
    let ignored = now.names == PastedNames::Ignore;
    let names = if ignored {
        PastedNames::LeaveOut
    } else {
        PastedNames::Ignore
    };
    let words = "Leave the names aside and go by place";
    let to = PasteChoices { names, ..now };
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
