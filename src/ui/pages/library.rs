//! The library: where everyone starts.

use crate::browser::HtmlInputElement;
use crate::browser::files;
use crate::browser::storage::Record;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::{App, use_app};
use crate::ui::later::with_pages;
use crate::ui::route::{Page, Route};
use weighbridge_analysis::analyse;
use weighbridge_chart::{Contributions, Presentation};
use weighbridge_model::Appraisal;
use weighbridge_opening as opening;
use weighbridge_opening::library::{self, Entry};
use weighbridge_report::{Subject, brief, contributions_picture};
use yew::prelude::*;

/// The page.
#[component]
pub fn Library() -> Html {
    let app = use_app();
    let shelf = app.state.shelf.clone();
    let kept = |id: &str| {
        let shelf = shelf.as_ref();
        shelf.is_some_and(|records| records.iter().any(|r| r.id == id))
    };
    let examples: Vec<&Entry> = library::all()
        .iter()
        .filter(|e| e.id != library::BLANK.id)
        .collect();
    let start = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            with_pages(&app, Box::new(|app, pages| (pages.start_new)(app)));
        })
    };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "Weigh up the options" }</h1>
            <p class="lede">{ "Weighbridge helps a council appraise options for who should run a service: score each against weighted criteria, see what follows, test how sure the answer is, and keep a record that stands up. It does not decide; it shows what follows from what people said." }</p>
            <div class="actions">
                <button class="button solid" type="button" onclick={start}>{ "Start a new appraisal" }</button>
                <OpenFile />
            </div>
            <p class="hint">{ "You can also drop a file anywhere on this page. Nothing leaves this device." }</p>
            if let Some(records) = shelf.as_ref().filter(|records| !records.is_empty()) {
                <section aria-labelledby="yours">
                    <h2 id="yours">{ "In this browser" }</h2>
                    <ul class="cards">
                        { for records.iter().map(|record| kept_card(&app, record)) }
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
        let field = field.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(file) = input.and_then(|i| files::chosen(&i)) {
            with_pages(&app, Box::new(|app, pages| (pages.open_file)(app, file)));
        }
    });
    html! {
        <>
            <button class="button" type="button" onclick={choose}>{ "Open a file" }</button>
            <input ref={field} type="file" hidden=true accept=".json,application/json" {onchange} aria-label="Appraisal file" />
        </>
    }
}

/// What follows from an appraisal, and how many scores are missing.
fn summary(appraisal: &Appraisal) -> (String, usize) {
    let analysis = analyse(appraisal);
    let rows = analysis.values.iter();
    let missing = rows
        .flat_map(|row| row.iter().zip(&analysis.scales))
        .filter(|(value, scale)| value.value().is_none() && !scale.excluded)
        .count();
    let finding = brief(Subject {
        appraisal,
        analysis: &analysis,
    });
    (finding, missing)
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
    let subject = Subject {
        appraisal,
        analysis,
    };
    let draw = {
        let opened = opened.clone();
        Draw::new(move |width| match &*opened {
            Some((appraisal, analysis)) => {
                let (presentation, chart) = contributions_picture(Subject {
                    appraisal,
                    analysis,
                });
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

fn kept_card(app: &App, record: &Record) -> Html {
    let appraisal = opening::open(record.text.as_bytes()).ok();
    let (finding, missing) = appraisal.as_ref().map_or_else(
        || {
            (
                "This appraisal cannot be read. Open it to download what is stored.".to_owned(),
                0,
            )
        },
        summary,
    );
    let notice = appraisal
        .as_ref()
        .map_or("", |a| &a.frame.notice)
        .to_owned();
    let example = library::entry(&record.id).is_some();
    let mut about = format!("Changed {}", crate::browser::moment(record.saved));
    if example {
        about += " · your version of an example";
    }
    if missing > 0 {
        let many = if missing == 1 { "" } else { "s" };
        about += &format!(" · {missing} score{many} missing");
    }
    let delete = {
        let (app, record) = (app.clone(), record.clone());
        Callback::from(move |_: MouseEvent| {
            let record = record.clone();
            with_pages(
                &app,
                Box::new(move |app, pages| (pages.delete)(app, &record)),
            );
        })
    };
    let duplicate = appraisal.map(|appraisal| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let appraisal = appraisal.clone();
            with_pages(
                &app,
                Box::new(|app, pages| (pages.duplicate)(app, appraisal)),
            );
        })
    });
    html! {
        <li class="card" key={record.id.clone()}>
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
