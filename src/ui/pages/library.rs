//! The library: where everyone starts.

use crate::browser::HtmlInputElement;
use crate::browser::files;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::use_app;
use std::rc::Rc;
use weighbridge_analysis::analyse;
use weighbridge_chart::{Contributions, Presentation};
use weighbridge_opening::library::{self, Entry};
use weighbridge_report::{Subject, brief, contributions_picture};
use weighbridge_state::{Kept, Page, Request, Route};
use yew::prelude::*;

/// The page.
#[component]
pub fn Library() -> Html {
    let app = use_app();
    let shelf = app.state.shelf.clone();
    let kept = |id: &str| {
        let shelf = shelf.as_ref();
        shelf.is_some_and(|shelf| shelf.get(id).is_some())
    };
    let examples: Vec<&Entry> = library::all()
        .iter()
        .filter(|e| e.id != library::BLANK.id)
        .collect();
    let start = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.ask(Request::StartNew))
    };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "Weigh up the options" }</h1>
            <p class="lede">{ "Weighbridge helps a council appraise options for who should run a service: score each against weighted criteria, see what follows, test how sure the answer is, and keep a record that stands up. It does not decide; it shows what follows from what people said." }</p>
            <div class="actions">
                <button class="button solid" type="button" onclick={start}>{ "Start a new appraisal" }</button>
                <OpenFile />
            </div>
            <p class="hint">{ "A file is an appraisal, or a sheet of options and criteria saved as CSV. You can also drop it anywhere on this page. Nothing leaves this device." }</p>
            if let Some(shelf) = shelf.as_ref().filter(|shelf| !shelf.is_empty()) {
                <section aria-labelledby="yours">
                    <h2 id="yours">{ "In this browser" }</h2>
                    <ul class="cards">
                        { for shelf.iter().map(|kept| html! { <KeptCard key={kept.record.id.clone()} kept={kept.clone()} /> }) }
                    </ul>
                </section>
            }
            <section aria-labelledby="examples">
                <h2 id="examples">{ "Examples" }</h2>
                <ul class="cards">
                    { for examples.into_iter().filter(|e| !kept(e.id)).enumerate().map(|(at, entry)| html! { <ExampleCard key={entry.id.to_string()} {entry} drawn={at == 0} />
                    }) }
                </ul>
            </section>
            <p class="quiet"><a href={Route::Privacy.href()}>{ "Privacy: what is stored, and how to delete it" }</a></p>
        </>
    }
}

/// A button that opens a file, with the file field itself out of sight.
#[component]
fn OpenFile() -> Html {
    let app = use_app();
    let field = use_node_ref();
    let choose = {
        let (app, field) = (app.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if app.choose_file() {
                return;
            }
            if let Some(input) = field.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(file) = input.and_then(|i| files::chosen(&i)) {
            app.open_file(file);
        }
    });
    html! {
        <>
            <button class="button" type="button" onclick={choose}>{ "Open a file" }</button>
            <input ref={field} type="file" hidden=true accept=".json,application/json,.csv,text/csv,.tsv,.txt" {onchange} aria-label="Appraisal file or CSV" />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ExampleProps {
    entry: &'static Entry,
    /// Whether its result is drawn, so that a newcomer sees at once what the tool is for.
    drawn: bool,
}

#[component]
fn ExampleCard(props: &ExampleProps) -> Html {
    let entry = props.entry;
    let opened = use_memo(entry.id, |_| {
        let appraisal = entry.open().ok()?;
        let analysis = analyse(&appraisal);
        Some((appraisal, analysis))
    });
    let Some((appraisal, analysis)) = &*opened else {
        return Html::default();
    };
    let subject = Subject::new(appraisal, analysis);
    let draw = {
        let opened = opened.clone();
        Draw::new(move |width| match &*opened {
            Some((appraisal, analysis)) => {
                let (presentation, chart) =
                    contributions_picture(Subject::new(appraisal, analysis));
                chart.draw(&presentation.at(width))
            }
            None => Contributions::default().draw(&Presentation::new("none", width, "")),
        })
    };
    html! {
        <li class="card">
            <h3><a href={Route::of(entry.id, Page::Result).href()}>{ entry.title }</a></h3>
            <p class="quiet">{ entry.summary }</p>
            if !appraisal.frame.notice.is_empty() { <p class="tag">{ &appraisal.frame.notice }</p> }
            <p class="finding">{ brief(subject) }</p>
            if props.drawn {
                <Figure {draw} name={entry.id} />
                <p><a class="button solid" href={Route::of(entry.id, Page::Weights).href()}>{ "Try it: change a weight" }</a></p>
            }
        </li>
    }
}

#[derive(Properties)]
struct KeptProps {
    kept: Rc<Kept>,
}

impl PartialEq for KeptProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.kept, &other.kept)
    }
}

#[component]
fn KeptCard(props: &KeptProps) -> Html {
    let app = use_app();
    let record = &props.kept.record;
    let summary = props.kept.summary();
    let finding = summary.map_or(
        "This appraisal cannot be read. Open it to download what is stored.",
        |summary| &summary.finding,
    );
    let notice = summary.map_or("", |summary| &summary.notice);
    let example = library::entry(&record.id).is_some();
    let mut about = format!("Changed {}", crate::browser::moment(record.saved));
    if example {
        about += " · your version of an example";
    }
    let missing = summary.map_or(0, |summary| summary.missing);
    if missing > 0 {
        let many = if missing == 1 { "" } else { "s" };
        about += &format!(" · {missing} score{many} missing");
    }
    let ask = |request: Request| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.ask(request.clone()))
    };
    let duplicate = summary.map(|_| ask(Request::Duplicate(record.clone())));
    let delete = ask(Request::Delete(record.clone()));
    html! {
        <li class="card">
            <h3><a href={Route::of(&record.id, Page::Result).href()}>{ &record.title }</a></h3>
            <p class="quiet">{ about }</p>
            if !notice.is_empty() { <p class="tag">{ notice }</p> }
            <p class="finding">{ finding }</p>
            <p class="actions">
                if let Some(onclick) = duplicate {
                    <button class="button small" type="button" {onclick}>
                        { "Duplicate" }<span class="visually-hidden">{ format!(" {}", record.title) }</span>
                    </button>
                }
                <button class="button small" type="button" onclick={delete}>
                    { if example { "Delete my changes" } else { "Delete" } }
                    <span class="visually-hidden">{ format!(" {}", record.title) }</span>
                </button>
            </p>
        </li>
    }
}
