//! The facts about the appraisal as a whole.

use crate::ui::components::edits::{
    DATE_HINT, choose, commit, commit_read, date_reads, date_text, read_date, read_number,
};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, FrameEdit};
use weighbridge_model::{Finite, Status};
use weighbridge_opening::library::is_untitled;
use weighbridge_report::{
    unrounded,
    words::{Mistyped, Named, Sentence},
};
use yew::prelude::*;

/// The fields, in two sections.
pub fn about(editor: &Editor) -> Html {
    html! {
        <>
            { decision(editor) }
            { reading(editor) }
        </>
    }
}

fn decision(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    let say = |make: fn(String) -> FrameEdit| commit(editor, move |text| Edit::Frame(make(text)));
    let date = commit_read(
        editor,
        |text| read_date(&text),
        |date| Edit::Frame(FrameEdit::Date(date)),
    );
    html! {
        <section class="form" aria-labelledby="decision">
            <h2 id="decision">{ "The decision" }</h2>
            <Field id="appraisal-title" label="Title" in_heading=true value={if is_untitled(on) { String::new() } else { on.frame.title.clone() }}
                hint={if is_untitled(on) { "What it is listed under, such as Leisure centres, 2026" } else { "" }}
                commit={say(FrameEdit::Title)} />
            <Field id="appraisal-question" label="The question" long={true} value={on.frame.question.clone()}
                hint="One sentence that an option can be an answer to" commit={say(FrameEdit::Question)} />
            <div class="pair">
                <Field id="appraisal-body" label="Who decides" value={on.frame.body.clone()}
                    hint="The body, such as a cabinet, committee or board" commit={say(FrameEdit::Body)} />
                <Field id="appraisal-date" label="Date" value={date_text(on.frame.date)} hint={DATE_HINT}
                    reads={date_reads(on.frame.date)} commit={date} />
            </div>
            <Field id="appraisal-background" label="Background" long={true} value={on.frame.background.clone()}
                hint="What a reader has to know to follow the rest" class={classes!("tall")}
                commit={say(FrameEdit::Background)} />
        </section>
    }
}

fn reading(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    let notice = commit(editor, |text| Edit::Frame(FrameEdit::Notice(text)));
    let status = choose(editor, |at: usize| {
        let status = Status::ALL.get(at).copied().unwrap_or(Status::Draft);
        Edit::Frame(FrameEdit::Status(status))
    });
    let margin = commit_read(
        editor,
        |text| {
            let in_range = |margin: &Finite| margin.get() <= 100.0;
            let margin = read_number(&text)?;
            let margin = Some(margin).filter(in_range);
            margin.ok_or_else(|| Mistyped::Margin.sentence())
        },
        |margin| Edit::Frame(FrameEdit::Margin(margin)),
    );
    html! {
        <section class="form" aria-labelledby="reading">
            <h2 id="reading">{ "How to read the result" }</h2>
            <Choice id="appraisal-status" label="Status"
                hint="Illustrative means made up, to show or to teach"
                choices={Status::ALL.map(|s| AttrValue::from(s.words())).to_vec()}
                chosen={Status::ALL.iter().position(|s| *s == on.frame.status).unwrap_or(0)} choose={status} />
            <Field id="appraisal-notice" label="Notice" value={on.frame.notice.clone()}
                hint="Shown above every result, such as “Scores not yet moderated”. Blank for none"
                commit={notice} />
            <Field id="appraisal-margin" label="Margin for “no clear winner”" number={true}
                value={unrounded(on.frame.margin.get())}
                hint="In points of 100. When the lead is smaller, the result names no winner, because scores and weights are never that exact. Usually 2; use 0 to name a winner whatever the lead"
                commit={margin} />
        </section>
    }
}
