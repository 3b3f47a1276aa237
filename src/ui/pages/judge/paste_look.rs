//! A look at a pasted table before it is written: what scores and weights have in common.

use crate::ui::components::paste_check::{PasteCheck, Question, use_paste_dialog};
use crate::ui::hooks::use_editor;
use weighbridge_edit::{Edit, PasteChoices};
use weighbridge_report::words::Sentence;
use weighbridge_report::{dashes_question, fractions_question};
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
}

/// What a table leaves open.
pub struct Asked {
    now: PasteChoices,
    all: Vec<Ask>,
}

struct Ask {
    id: &'static str,
    words: String,
    checked: bool,
    /// What is chosen once the answer is the other one.
    to: PasteChoices,
}

impl Asked {
    /// Nothing yet.
    pub fn of(now: PasteChoices) -> Self {
        let all = Vec::new();
        Self { now, all }
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
        let now = self.now;
        let to = PasteChoices {
            dash_is_zero: !now.dash_is_zero,
            ..now
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
            ..self.now
        };
        let words = "Commas or semicolons part the cells";
        self.ask(could_split, "split", words, split, to);
    }
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
    /// Lays the table, as it was chosen.
    pub lay: Callback<PasteChoices, Laid>,
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
    let now = *choices;
    let laid = props.lay.emit(now);
    let on = editor.document.appraisal();
    let edit = laid.edit.as_ref();
    let refusal = edit.and_then(|edit| edit.is_allowed(on).err());
    let can = edit.is_some() && refusal.is_none();
    let question = |ask: Ask| Question {
        id: ask.id,
        words: ask.words,
        checked: ask.checked,
        toggle: {
            let choices = choices.clone();
            Callback::from(move |()| choices.set(ask.to))
        },
    };
    let questions: Vec<Question> = laid.asked.all.into_iter().map(question).collect();
    let check = PasteCheck {
        title: laid.title,
        notes: laid.notes,
        questions,
        refusal: refusal.map(|why| why.sentence()),
        can,
        preview: laid.preview,
    };
    dialog.check(
        check,
        props.write.reform(move |()| now),
        props.cancel.clone(),
    )
}
