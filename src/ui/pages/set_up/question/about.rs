//! The facts about the appraisal as a whole.

use crate::ui::components::edits::{choose, commit, commit_read, read_number};
use crate::ui::components::fields::Field;
use crate::ui::components::form::{
    choice_field, date_field, heading_field, line_field, long_field,
};
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
    let date = |date| Edit::Frame(FrameEdit::Date(date));
    let (title, title_hint) = if is_untitled(on) {
        ("", "What it is listed under, such as Leisure centres, 2026")
    } else {
        (on.frame.title.as_str(), "")
    };
    html! {
        <section class="form" aria-labelledby="decision">
            <h2 id="decision">{ "The decision" }</h2>
            { heading_field("appraisal-title".to_owned(), "Title", title_hint, title, say(FrameEdit::Title)) }
            { long_field("appraisal-question".to_owned(), "The question", "One sentence, such as: Who should run the leisure centres?",
                &on.frame.question, say(FrameEdit::Question)) }
            <div class="pair">
                { line_field("appraisal-body".to_owned(), "Who decides", "The body, such as a cabinet, committee or board",
                    &on.frame.body, say(FrameEdit::Body)) }
                { date_field(editor, "appraisal-date".to_owned(), "Date", on.frame.date, date) }
            </div>
            <Field id="appraisal-background" label="Background" long={true} value={on.frame.background.clone()}
                hint="What a reader has to know to follow the rest" class={classes!("tall")}
                commit={say(FrameEdit::Background)} />
            { long_field("appraisal-asked".to_owned(), "What is asked for", "What those who decide are asked to do; it stands in the briefing",
                &on.frame.asked, say(FrameEdit::Asked)) }
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
    let statuses = Status::ALL.map(|s| AttrValue::from(s.words())).to_vec();
    let chosen = Status::ALL.iter().position(|s| *s == on.frame.status);
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
            { choice_field("appraisal-status".to_owned(), "Status", "Illustrative means made up, to show or to teach",
                statuses, chosen.unwrap_or(0), status) }
            { line_field("appraisal-notice".to_owned(), "Notice",
                "Shown above every result, such as “Scores not yet moderated”. Blank for none", &on.frame.notice, notice) }
            <Field id="appraisal-margin" label="Margin for “no clear winner”" number={true}
                value={unrounded(on.frame.margin.get())}
                hint="In points of 100. When the lead is smaller, the result names no winner, because scores and weights are never that exact. Usually 2; use 0 to name a winner whatever the lead"
                commit={margin} />
        </section>
    }
}
