//! The task list: every page with what is done and what is missing.

use crate::ui::hooks::use_editor;
use crate::ui::route::{Page, Route};
use weighbridge_analysis::{Analysis, Issue, Severity};
use weighbridge_model::Appraisal;
use yew::prelude::*;

/// How far a page has come.
#[derive(Clone, Debug, PartialEq)]
struct Task {
    status: Status,
    /// How many there are of what the page is about, with the noun.
    count: Option<Count>,
}

/// A number beside the name of a page.
#[derive(Clone, Debug, PartialEq)]
struct Count {
    /// As little room as there is: `5`, `28 of 30`.
    shown: String,
    /// With what is counted: `5 options`.
    said: String,
}

impl Count {
    fn of(number: usize, one: &str, many: &str) -> Option<Self> {
        let noun = if number == 1 { one } else { many };
        Some(Self {
            shown: number.to_string(),
            said: format!("{number} {noun}"),
        })
    }

    /// So many of all the scores there have to be.
    fn scores(given: usize, all: usize) -> Option<Self> {
        Some(Self {
            shown: format!("{given} of {all}"),
            said: format!("{given} of {all} scores"),
        })
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Status {
    Done,
    /// Begun; the words say what is missing.
    Part(String),
    /// Not begun.
    ToDo,
}

#[derive(PartialEq, Properties)]
pub struct StepsProps {
    /// The page shown.
    pub page: Page,
}

/// The steps, beside the page on a wide screen and under a button on a narrow one.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
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
    let at = Page::ALL.iter().position(|p| *p == props.page).unwrap_or(0);
    let item = |page: &Page| {
        let task = task(*page, appraisal, analysis);
        let current = (*page == props.page).then_some("page");
        let (class, words) = match &task.status {
            Status::Done => ("dot done", "done".to_owned()),
            Status::Part(words) => ("dot part", words.clone()),
            Status::ToDo => ("dot", "to do".to_owned()),
        };
        let words = match &task.count {
            Some(count) => format!("{words}, {}", count.said),
            None => words,
        };
        html! {
            <li key={page.name()}>
                <a href={Route::of(editor.document.id(), *page).href()} aria-current={current} title={words.clone()}>
                    <span {class} aria-hidden="true"></span>
                    <span>{ page.name() }<span class="visually-hidden">{ format!(", {words}") }</span></span>
                    if let Some(count) = &task.count {
                        <span class="count" aria-hidden="true">{ &count.shown }</span>
                    }
                </a>
            </li>
        }
    };
    let group = |name: &'static str, pages: &[Page]| {
        html! {
            <div class="group" key={name}>
                <h2>{ name }</h2>
                <ol>{ for pages.iter().map(item) }</ol>
            </div>
        }
    };
    html! {
        <nav class="steps" aria-label="Steps">
            <button class="steps-button" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                <span>{ props.page.name() }</span>
                <span class="quiet">{ format!("Step {} of {}", at + 1, Page::ALL.len()) }</span>
            </button>
            <div class={classes!("steps-list", open.then_some("open"))}>
                { group("Set up", &Page::ALL[..3]) }
                { group("Judge", &Page::ALL[3..5]) }
                { group("Conclude", &Page::ALL[5..]) }
            </div>
        </nav>
    }
}

fn task(page: Page, appraisal: &Appraisal, analysis: &Analysis) -> Task {
    let leaves = analysis.leaves.len();
    // A criterion that applies to no option asks for no score.
    let counted = analysis.counted_leaves();
    let scored: usize = analysis
        .values
        .iter()
        .map(|row| {
            counted
                .iter()
                .filter(|leaf| row[**leaf].value().is_some())
                .count()
        })
        .sum();
    let all = analysis.options.len() * counted.len();
    let has = |matches: fn(&Issue) -> bool| analysis.issues.iter().filter(|i| matches(i)).count();
    let no_weight = has(|i| {
        matches!(
            i,
            Issue::MissingWeight { .. } | Issue::AllWeightsZero { .. }
        )
    });
    let (status, count) = match page {
        Page::Question if appraisal.frame.question.trim().is_empty() => (Status::ToDo, None),
        Page::Question => (Status::Done, None),
        Page::Options => match analysis.options.len() {
            0 => (Status::ToDo, None),
            1 => (
                Status::Part("add another to compare it with".to_owned()),
                Count::of(1, "option", "options"),
            ),
            n => (Status::Done, Count::of(n, "option", "options")),
        },
        Page::Criteria if leaves == 0 => (Status::ToDo, None),
        Page::Criteria => (Status::Done, Count::of(leaves, "criterion", "criteria")),
        Page::Weights if leaves == 0 => (Status::ToDo, None),
        Page::Weights if no_weight == 0 => (Status::Done, None),
        Page::Weights if no_weight >= leaves => (Status::ToDo, None),
        Page::Weights => (Status::Part(format!("{no_weight} missing")), None),
        Page::Scores if scored == 0 => (Status::ToDo, None),
        Page::Scores if scored == all => (Status::Done, Count::scores(scored, all)),
        Page::Scores => (
            Status::Part(format!("{} missing", all - scored)),
            Count::scores(scored, all),
        ),
        Page::Result | Page::HowSure => {
            let blocked = analysis
                .issues
                .iter()
                .any(|i| i.severity() == Severity::Blocks);
            let none = analysis.verdict.leaders().is_empty();
            match (blocked || none, analysis.could_overtake.is_empty()) {
                (true, _) => (Status::ToDo, None),
                (false, true) => (Status::Done, None),
                (false, false) => (
                    Status::Part("not settled: scores are missing".to_owned()),
                    None,
                ),
            }
        }
    };
    Task { status, count }
}
