//! Options: what could be done, what has been ruled out and why.

mod about;
mod attributes;
mod business_case;
mod card;
mod facts;
mod failures;
mod framework;
mod gateway;
mod gateway_list;
mod gateways;
mod level;
mod own_facts;
mod passages;
mod prompts;
mod rule_out;
mod ruled_out;
mod short_list;
mod table;

use super::Cards;
use crate::ui::components::disclosure::use_opened;
use crate::ui::components::explained::Explained;
use crate::ui::components::form::add_field;
use crate::ui::components::outcome::{Head, onward, so_far};
use crate::ui::components::paper::use_printing;
use crate::ui::hooks::{use_app, use_editor};
use business_case::business_case;
use card::option_card;
use failures::failures;
use own_facts::ADD;
use ruled_out::ruled_out_card;
use weighbridge_analysis::{Analysis, Issue};
use weighbridge_edit::{BatchSubject, Edit};
use weighbridge_model::{Alternative, Appraisal};
use weighbridge_report::words::Term;
use weighbridge_report::{issue_words, options_heading};
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Options() -> Html {
    let (app, editor) = (use_app(), use_editor());
    let opened_options = use_opened();
    let opened = use_opened();
    let printing = use_printing();
    let cards = Cards {
        editor: &editor,
        opened: &opened,
        printing,
    };
    let on = editor.document.appraisal();
    let (appraised, ruled_out): (Vec<&Alternative>, Vec<&Alternative>) =
        on.options.iter().partition(|o| o.is_appraised());
    html! {
        <>
            <Head title={options_heading(on)} lede={html! { <>{ lede(on) }<Explained term={Term::Option} /></> }} />
            { notes(on, &editor.document.analysis) }
            <section aria-labelledby="appraised">
                <h2 id="appraised" class="visually-hidden">{ "Options to weigh" }</h2>
                <ol class="entries">
                    { for appraised.iter().enumerate().map(|(at, o)| html! {
                        <li key={o.id.as_str().to_owned()}>{ option_card(&editor, &opened_options, &appraised, at) }</li>
                    }) }
                </ol>
                { add_field(&editor, ADD, "Add an option", "Its name, or a list pasted with one on each line", "Add option",
                    BatchSubject::Options, Edit::add_option) }
            </section>
            { failures(&editor) }
            <section aria-labelledby="ruled-out" hidden={ruled_out.is_empty()}>
                <h2 id="ruled-out">{ "Ruled out" }</h2>
                <p class="sub">{ "Kept in the record with the reason, and not weighed. Scores are kept too, and count again if you bring an option back." }</p>
                <ul class="entries">
                    { for ruled_out.iter().enumerate().map(|(at, o)| html! {
                        <li key={o.id.as_str().to_owned()}>{ ruled_out_card(&editor, &opened_options, &ruled_out, at) }</li>
                    }) }
                </ul>
            </section>
            { business_case(&cards) }
            { so_far(&app, &editor, None) }
            { onward(&editor, Page::Options) }
        </>
    }
}

fn lede(on: &Appraisal) -> &'static str {
    if on.options.is_empty() {
        "List every way forward that deserves a look, among them what the others are compared with: doing nothing, carrying on as now, or the least that must be done."
    } else {
        "Each row opens. Keep at least two, and say why any other was ruled out."
    }
}

/// What is missing from the list of options, with what to do.
fn notes(on: &Appraisal, analysis: &Analysis) -> Html {
    let about_options = |issue: &&Issue| match issue {
        Issue::OneOption => true,
        Issue::NoOptions => !on.options.is_empty(),
        Issue::NoBaseline => on.options.len() > 1,
        _ => false,
    };
    html! {
        <div class="notes">
            { for analysis.issues.iter().filter(about_options).map(|issue| html! {
                <p class="note" key={issue.code()}>{ issue_words(issue, on) }</p>
            }) }
        </div>
    }
}
