//! The result in a line, and what has come of one's changes since one came to the page: at the foot of the window, where
//! it moves nothing, on every page where the appraisal is changed.

use super::paper::{use_printing, version_words};
use super::save_problem::save_problem_line;
use crate::ui::hooks::{App, Editor, use_app, use_editor};
use weighbridge_analysis::Verdict;
use weighbridge_report::{brief, standing_and_notice, words};
use weighbridge_state::{DocumentCommand, Page, Route};
use yew::prelude::*;

/// The id of the sentence that says what follows so far.
pub const RESULT: &str = "result-so-far";

/// The line. It has the same height whether there is something to undo or not, and stands at the end of its page: the
/// buttons that are being pressed stay where they are. `instead` is what stands in the place of the result until something
/// is done, where the page is about other weights than those it comes from: no page shows two.
pub fn so_far(app: &App, editor: &Editor, instead: Option<&str>) -> Html {
    let document = &editor.document;
    let hidden = app.state.totals_hidden();
    let problem = save_problem_line(app);
    let undo = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            app.session.command_open(DocumentCommand::Undo);
            // The button goes with the change it takes back.
            crate::browser::element::focus(RESULT);
        })
    };
    let no_totals = document.analysis.verdict == Verdict::NoTotals;
    let empty = no_totals && !hidden && document.effect.is_none();
    let told = document.effect.as_ref().map(|effect| effect.told(hidden));
    let words = match (told, instead) {
        (Some(words), _) => words,
        (None, Some(instead)) => instead.to_owned(),
        _ if hidden => words::TOTALS_HIDDEN.to_owned(),
        _ => format!("{}.", brief(document.subject())),
    };
    html! {
        <aside class={classes!("so-far", empty.then_some("empty"))} aria-label="Result so far">
            <p id={RESULT} tabindex="-1">{ words }</p>
            <div class="so-far-tools">
                <button class="link" type="button" onclick={undo} disabled={!document.can_undo_effect()}>{ "Undo" }</button>
                <a href={Route::of(document.id(), Page::Result).href()}>{ "See the result" }</a>
            </div>
            { problem }
        </aside>
    }
}

#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// The heading of the page.
    pub title: AttrValue,
    /// A sentence under it.
    #[prop_or_default]
    pub lede: Html,
    /// What was asked stands above the heading, which is the answer.
    #[prop_or_default]
    pub asked: bool,
}

/// The notice of the appraisal, the heading of a page and the sentence under it.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let (app, editor, printing) = (use_app(), use_editor(), use_printing());
    let on = editor.document.appraisal();
    // Each part of a page has its heading in the title of the tab, so that no two are called alike.
    let page = app.state.route.page();
    let title = format!(
        "{} – {} – {} – Weighbridge",
        page.map_or("", Page::name),
        props.title,
        on.frame.title
    );
    use_effect_with(title, |title| crate::browser::element::set_title(title));
    // Everywhere else it would stand above work that is not read yet.
    let concluding = matches!(page, Some(Page::Result | Page::HowSure | Page::Briefing));
    let facts_shown = props.asked || page == Some(Page::Briefing);
    let told = match concluding || printing {
        true => standing_and_notice(&on.frame).join(" · "),
        false => on.frame.notice.clone(),
    };
    let facts = [
        on.frame.body.clone(),
        on.frame.date.map_or_else(String::new, words::date),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    html! {
        <>
            <div class="asked">
                <p class="asked-title paper">{ &on.frame.title }</p>
                if props.asked && !on.frame.question.trim().is_empty() {
                    <p class="asked-question">{ &on.frame.question }</p>
                }
                if !facts.is_empty() {
                    <p class={classes!("asked-facts", (!facts_shown).then_some("paper"))}>{ facts.join(" · ") }</p>
                }
                if printing { <p class="paper asked-facts">{ version_words(&editor) }</p> }
            </div>
            if !told.is_empty() {
                <p class="tag">{ told }</p>
            }
            <h1 id="title" tabindex="-1">{ &props.title }</h1>
            <div class="lede">{ props.lede.clone() }</div>
        </>
    }
}

/// Links to the step before and the step after, at the foot of a page.
pub fn onward(editor: &Editor, page: Page) -> Html {
    onward_asking(editor, page, None)
}

/// The same, where something hears that the step after is asked for, and may keep the browser from going there.
pub fn onward_asking(editor: &Editor, page: Page, asked: Option<Callback<MouseEvent>>) -> Html {
    let (back, next) = page.neighbours();
    let link = |page: Page,
                words: &str,
                class: &'static str,
                onclick: Option<Callback<MouseEvent>>| {
        html! {
            <a {class} {onclick} href={Route::of(editor.document.id(), page).href()}>{ format!("{words}{}", page.name()) }</a>
        }
    };
    html! {
        <p class="onward" key="onward">
            if let Some(page) = next { { link(page, "Next: ", "button solid", asked) } }
            if let Some(page) = back { { link(page, "Back to ", "back", None) } }
        </p>
    }
}
