//! The task list: every page with what is done and what is missing.

use crate::ui::hooks::{use_app, use_editor};
use weighbridge_opening::library::{CARRIED, example_of};
use weighbridge_state::progress::{Count, Status, done, progress};
use weighbridge_state::{Group, Page, Request, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct StepsProps {
    /// The page shown.
    pub page: Page,
}

/// The steps, beside the page on a wide screen and under a button on a narrow one.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let app = use_app();
    let editor = use_editor();
    let open = use_state(|| false);
    {
        let open = open.clone();
        use_effect_with(props.page, move |_| open.set(false));
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let appraisal = editor.document.appraisal();
    let analysis = &editor.document.analysis;
    let item = |page: Page| {
        let progress = progress(page, appraisal, analysis);
        let current = (page == props.page).then_some("page");
        let (class, mut words) = status(progress.status);
        let count = progress.count.map(count);
        if let Some((_, said)) = &count {
            words = format!("{words}, {said}");
        }
        html! {
            <li key={page.name()}>
                <a href={Route::of(editor.document.id(), page).href()} aria-current={current} title={words.clone()}>
                    <span {class} aria-hidden="true"></span>
                    <span>{ page.name() }<span class="visually-hidden">{ format!(", {words}") }</span></span>
                    if let Some((shown, _)) = count {
                        <span class="count" aria-hidden="true">{ shown }</span>
                    }
                </a>
            </li>
        }
    };
    // Whoever reads a copy needs what follows; the rest is there for who goes on with it.
    let reading = editor.document.id() == CARRIED;
    let done = match reading {
        true => "A copy to read".to_owned(),
        false => format!("{} of {} done", done(appraisal, analysis), Page::COUNT),
    };
    let groups = Group::ALL.into_iter();
    let groups = groups.filter(|group| !reading || *group == Group::Conclude);
    let reset = Callback::from(move |_: MouseEvent| app.ask(Request::Reset));
    let group = |group: Group| {
        html! {
            <div class="group" key={group.name()}>
                <h2>{ group.name() }</h2>
                <ol>{ for group.pages().map(item) }</ol>
            </div>
        }
    };
    html! {
        <nav class="steps" aria-label="Steps">
            <button class="steps-button" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                <span>{ props.page.name() }</span>
                <span class="quiet">{ format!("Step {} of {}, {done}", props.page.number(), Page::COUNT) }</span>
            </button>
            <div class={classes!("steps-list", open.then_some("open"))}>
                <p class="steps-done">{ &done }</p>
                { for groups.map(group) }
                <div class="steps-foot">
                    if example_of(editor.document.id()).is_some() {
                        <p class="quiet">{ "Your copy of an example" }</p>
                        <button class="button small" type="button" onclick={reset}>{ "Reset to the example" }</button>
                    }
                </div>
            </div>
        </nav>
    }
}

/// How a status looks and what it is called.
fn status(status: Status) -> (&'static str, String) {
    let (class, words) = match status {
        Status::Done => ("dot done", "done"),
        Status::OneOption => ("dot part", "add another to compare it with"),
        Status::Missing(missing) => return ("dot part", format!("{missing} missing")),
        Status::Unconfirmed => ("dot part", "swing weights to confirm"),
        Status::Unsettled => ("dot part", "not settled: scores are missing"),
        Status::ToDo => ("dot", "to do"),
    };
    (class, words.to_owned())
}

/// A count in as little room as there is, and with what is counted: `5` and `5 options`.
fn count(count: Count) -> (String, String) {
    match count {
        Count::Options(1) => ("1".to_owned(), "1 option".to_owned()),
        Count::Options(all) => (all.to_string(), format!("{all} options")),
        Count::Criteria(1) => ("1".to_owned(), "1 criterion".to_owned()),
        Count::Criteria(all) => (all.to_string(), format!("{all} criteria")),
        Count::Scores(given, all) => (
            format!("{given} of {all}"),
            format!("{given} of {all} scores"),
        ),
    }
}
