//! A look at a pasted table before it is written: what scores and weights have in common.

use crate::browser::{clipboard, element};
use crate::ui::components::fields::Choice;
use crate::ui::components::paste_check::{PasteCheck, Question, use_paste_dialog};
use crate::ui::hooks::{Editor, use_editor};
use std::rc::Rc;
use weighbridge_edit::{Cells, Edit, Meant, NameOf, PasteChoices, UnknownName};
use weighbridge_report::words::Sentence;
use weighbridge_report::{dashes_question, fractions_question, shortened};
use yew::prelude::*;

/// What a table comes to.
pub struct Laid {
    pub title: String,
    /// What was found, and what would happen that nobody may expect.
    pub notes: Vec<String>,
    pub asked: Asked,
    /// What goes where.
    pub preview: Html,
    /// The change it would be; nothing where there is nothing to write.
    pub edit: Option<Edit>,
    /// Whether a person has to look at it before anything is written.
    pub asks: bool,
}

/// Lays a table, as it was chosen.
pub type Lay = Callback<PasteChoices, Laid>;

/// What a table leaves open.
pub struct Asked {
    now: PasteChoices,
    all: Vec<Ask>,
    names: Vec<UnknownName>,
    /// Whether names can be added.
    adds: bool,
}

struct Ask {
    id: &'static str,
    words: String,
    checked: bool,
    /// What is chosen once the answer is the other one.
    to: PasteChoices,
}

impl Asked {
    /// Nothing yet but what these names are.
    pub fn of(now: PasteChoices, names: &[UnknownName], adds: bool) -> Self {
        let (all, names) = (Vec::new(), names.to_vec());
        Self {
            now,
            all,
            names,
            adds,
        }
    }

    /// Asks something, where there is a reason to.
    pub fn ask(
        &mut self,
        there: bool,
        id: &'static str,
        words: impl Into<String>,
        checked: bool,
        to: PasteChoices,
    ) {
        let words = words.into();
        let ask = Ask {
            id,
            words,
            checked,
            to,
        };
        self.all.extend(there.then_some(ask));
    }

    /// Asks how to read so many dashes and fractions.
    pub fn numbers(&mut self, dashes: usize, fractions: usize) {
        let now = self.now.clone();
        let to = PasteChoices {
            dash_is_zero: !now.dash_is_zero,
            ..now.clone()
        };
        let words = dashes_question(dashes);
        self.ask(dashes > 0, "dashes", words, now.dash_is_zero, to);
        let shares = now.fractions_are_shares;
        let to = PasteChoices {
            fractions_are_shares: !shares,
            ..now
        };
        let words = fractions_question(fractions);
        self.ask(fractions > 0, "fractions", words, shares, to);
    }

    /// Asks what parts the cells, where they could be parted otherwise than they are.
    pub fn cells(&mut self, could_split: bool, split: bool) {
        let to = PasteChoices {
            otherwise: !self.now.otherwise,
            ..self.now.clone()
        };
        let words = "Commas or semicolons part the cells";
        self.ask(could_split, "split", words, split, to);
    }
}

/// So many names are asked about; what the others are can be said once these are right.
const NAMES: usize = 40;

/// What each name is that is not known: left out, added, or one that no other name in the table stands for.
fn names(asked: &Asked, choose: &Callback<PasteChoices>) -> Html {
    let name = |(at, unknown): (usize, &UnknownName)| {
        let mut means = vec![(Meant::LeftOut, "Leave it out".to_owned())];
        let new = (Meant::New, "Add it as new".to_owned());
        means.extend(asked.adds.then_some(new));
        let others = unknown.others.iter();
        means.extend(others.map(|(place, name)| (Meant::There(*place), name.clone())));
        let chosen = means
            .iter()
            .position(|(meant, _)| *meant == unknown.meant)
            .unwrap_or(0);
        let words = match unknown.of {
            NameOf::Options => "option",
            NameOf::Criteria => "criterion",
        };
        let label = format!("Which {words} is “{}”?", shortened(&unknown.name));
        let choices: Vec<AttrValue> = means.iter().map(|(_, name)| name.clone().into()).collect();
        let (now, unknown) = (asked.now.clone(), unknown.clone());
        let choose = choose.reform(move |at: usize| {
            let meant = means.get(at).map_or(Meant::LeftOut, |(meant, _)| *meant);
            now.with(unknown.of, &unknown.name, meant)
        });
        let id = format!("paste-name-{at}");
        html! { <Choice key={at} {id} {label} {choices} {chosen} {choose} /> }
    };
    let can = |one: &UnknownName| asked.adds || !one.others.is_empty();
    let all = asked.names.iter().filter(|one| can(one)).take(NAMES);
    all.enumerate().map(name).collect()
}

/// The table of what goes where.
pub fn what_goes(head: Html, rows: impl Iterator<Item = Html>) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="What goes where">
            <table class="what-goes">
                <thead><tr>{ head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct PasteLookProps {
    pub lay: Lay,
    /// The person wants it, as it was chosen.
    pub write: Callback<PasteChoices>,
    pub cancel: Callback<()>,
}

/// The look.
#[component]
pub fn PasteLook(props: &PasteLookProps) -> Html {
    let editor = use_editor();
    let dialog = use_paste_dialog();
    let choices = use_state(PasteChoices::default);
    let now = (*choices).clone();
    let laid = props.lay.emit(now.clone());
    let choose = {
        let choices = choices.clone();
        Callback::from(move |to| choices.set(to))
    };
    let names = names(&laid.asked, &choose);
    let on = editor.document.appraisal();
    let edit = laid.edit.as_ref();
    let refusal = edit.and_then(|edit| edit.is_allowed(on).err());
    let can = edit.is_some() && refusal.is_none();
    let question = |ask: Ask| Question {
        id: ask.id,
        words: ask.words,
        checked: ask.checked,
        toggle: choose.reform(move |()| ask.to.clone()),
    };
    let questions: Vec<Question> = laid.asked.all.into_iter().map(question).collect();
    let check = PasteCheck {
        title: laid.title,
        notes: laid.notes,
        questions,
        refusal: refusal.map(|why| why.sentence()),
        can,
        preview: html! { <>{ names }{ laid.preview }</> },
    };
    dialog.check(
        check,
        props.write.reform(move |()| now.clone()),
        props.cancel.clone(),
    )
}

/// What listens to pasting around fields, and the look at what was pasted. `read` makes something to lay of the cells that
/// are pasted in the field of an id; nothing where what is pasted belongs to the field.
#[hook]
pub fn use_pasting(
    editor: &Editor,
    read: impl Fn(&str, Rc<Cells>) -> Option<Lay> + 'static,
) -> (Callback<Event>, Html) {
    let pasted = use_state(|| None::<Lay>);
    let onpaste = {
        let (editor, pasted) = (editor.clone(), pasted.clone());
        Callback::from(move |event: Event| {
            let Some(block) = clipboard::pasted(&event).filter(|block| block.is_block()) else {
                return;
            };
            let field = element::target_id(&event).unwrap_or_default();
            let Some(lay) = read(&field, Rc::new(block.cells())) else {
                return;
            };
            event.prevent_default();
            let found = lay.emit(PasteChoices::default());
            match found.edit.filter(|_| !found.asks) {
                Some(edit) => editor.apply(edit),
                None => pasted.set(Some(lay)),
            }
        })
    };
    let Some(lay) = (*pasted).clone() else {
        return (onpaste, Html::default());
    };
    let cancel = {
        let pasted = pasted.clone();
        Callback::from(move |()| pasted.set(None))
    };
    let write = {
        let (editor, lay) = (editor.clone(), lay.clone());
        Callback::from(move |choices| {
            pasted.set(None);
            let found = lay.emit(choices).edit;
            found.into_iter().for_each(|edit| editor.apply(edit));
        })
    };
    (onpaste, html! { <PasteLook {lay} {write} {cancel} /> })
}
