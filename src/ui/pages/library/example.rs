//! The examples, as they came: each with its finding, and the first with a way to try other weights in it.

use super::standing::tags;
use crate::ui::components::figure::{Draw, Figure};
use weighbridge_analysis::analyse;
use weighbridge_opening::library::{self, Entry};
use weighbridge_report::{Subject, brief, contributions_picture, standing_and_notice};
use weighbridge_state::{Carried, Page, Route};
use yew::prelude::*;

/// A card for each example. The result of the first is drawn, so that a newcomer sees at once what the tool is for.
pub fn examples() -> Html {
    let entries = library::all().iter();
    let entries = entries.filter(|entry| entry.id != library::BLANK.id);
    let cards = entries
        .enumerate()
        .filter_map(|(at, entry)| card(entry, at == 0));
    cards.collect()
}

/// The appraisal inside this copy of the tool.
pub fn inside(carried: &Carried) -> Option<Html> {
    let appraisal = weighbridge_opening::open(carried.text.as_bytes()).ok()?;
    let analysis = analyse(&appraisal);
    Some(html! {
        <section aria-labelledby="inside">
            <h2 id="inside">{ "In this file" }</h2>
            <ul class="cards">
                <li class="card">
                    <h3 class="clip"><a href={Route::of(library::CARRIED, Page::Briefing).href()}>{ &appraisal.frame.title }</a></h3>
                    { tags(&standing_and_notice(&appraisal.frame)) }
                    <p class="finding">{ brief(Subject::new(&appraisal, &analysis)) }</p>
                </li>
            </ul>
        </section>
    })
}

fn card(entry: &'static Entry, drawn: bool) -> Option<Html> {
    let appraisal = entry.open().ok()?;
    let analysis = analyse(&appraisal);
    let subject = Subject::new(&appraisal, &analysis);
    let draw = drawn.then(|| {
        let (presentation, chart) = contributions_picture(subject);
        Draw::new(move |width| chart.draw(&presentation.clone().at(width)))
    });
    Some(html! {
        <li key={entry.id} class="card">
            <h3><a href={Route::of(entry.id, Page::Result).href()}>{ entry.title }</a></h3>
            <p class="quiet">{ entry.summary }</p>
            { tags(&standing_and_notice(&appraisal.frame)) }
            <p class="finding">{ brief(subject) }</p>
            if let Some(draw) = draw {
                <p><a class="button" href={Route::part(entry.id, Page::HowSure, "your-weights").href()}>{ "Try it: change a weight" }</a></p>
                <Figure {draw} name={entry.id} />
            }
        </li>
    })
}
