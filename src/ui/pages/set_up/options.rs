//! Options: what could be done, what has been ruled out and why.

mod about;
mod attributes;
mod card;
mod facts;
mod framework;
mod gateway;
mod gateway_list;
mod gateways;
mod level;
mod own_facts;
mod passages;
mod rule_out;
mod ruled_out;
mod short_list;
mod table;

use crate::ui::components::disclosure::use_opened;
use crate::ui::components::edits::commit;
use crate::ui::components::fields::Add;
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::hooks::use_editor;
use card::OptionCard;
use framework::Framework;
use gateways::Gateways;
use own_facts::ADD;
use ruled_out::RuledOutCard;
use short_list::ShortList;
use table::Table;
use weighbridge_analysis::{Analysis, Issue};
use weighbridge_edit::Edit;
use weighbridge_model::{Alternative, Appraisal};
use weighbridge_report::{count, issue_words};
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Options() -> Html {
    let editor = use_editor();
    let opened = use_opened();
    let on = editor.document.appraisal();
    let add = {
        let on = on.clone();
        commit(&editor, move |name| Edit::add_option(&on, &name))
    };
    let ruled_out: Vec<&Alternative> = on.options.iter().filter(|o| !o.is_appraised()).collect();
    html! {
        <>
            <Head title="What could be done?" lede={html! { lede(on) }} />
            { notes(on, &editor.document.analysis) }
            <section aria-labelledby="appraised">
                <h2 id="appraised">{ "Options to appraise" }</h2>
                <ol class="folds numbered">
                    { for on.appraised().map(|o| html! {
                        <li key={o.id.as_str().to_owned()}><OptionCard id={o.id.clone()} opened={opened.clone()} /></li>
                    }) }
                </ol>
                <Add id={ADD} label="Add an option" hint="Its name; the rest can wait" button="Add option"
                    several={true} {add} />
            </section>
            <section aria-labelledby="ruled-out" hidden={ruled_out.is_empty()}>
                <h2 id="ruled-out">{ "Ruled out" }</h2>
                <p class="sub">{ "Kept for the record, with the stage and the reason. Their scores are kept too, and count again if an option is considered again." }</p>
                <ul class="folds">
                    { for ruled_out.iter().map(|o| html! {
                        <li key={o.id.as_str().to_owned()}><RuledOutCard id={o.id.clone()} opened={opened.clone()} /></li>
                    }) }
                </ul>
            </section>
            <ShortList />
            <div class="chapters">
                <Framework opened={opened.clone()} />
                <Gateways opened={opened.clone()} />
            </div>
            <Table />
            <Outcome />
            <Onward page={Page::Options} />
        </>
    }
}

fn lede(on: &Appraisal) -> String {
    let appraised = on.appraised().count();
    let out = on.options.len() - appraised;
    let are = |n: usize| if n == 1 { "is" } else { "are" };
    let advice = "Include what the others would be compared with: doing nothing, business as usual, or the least that must be done.";
    let so_far = match (appraised, out) {
        (0, 0) => return format!("List every way forward that deserves a look. {advice}"),
        (n, 0) => format!("{} {} appraised.", options(n), are(n)),
        (n, m) => format!(
            "{} {} appraised and {} {} ruled out.",
            options(n),
            are(n),
            count(m),
            are(m)
        ),
    };
    format!("{so_far} {advice}")
}

fn options(n: usize) -> String {
    let words = count(n);
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!(
        "{first}{} {}",
        letters.as_str(),
        if n == 1 { "option" } else { "options" }
    )
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
