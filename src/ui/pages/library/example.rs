//! An example, as it came: with its finding, and a way to try other weights in it.

use super::standing::tags;
use crate::ui::components::figure::{Draw, Figure};
use weighbridge_analysis::analyse;
use weighbridge_chart::{Contributions, Presentation};
use weighbridge_opening::library::Entry;
use weighbridge_report::{Subject, brief, contributions_picture, standing_and_notice};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ExampleProps {
    /// The example.
    pub entry: &'static Entry,
    /// Whether its result is drawn, so that a newcomer sees at once what the tool is for.
    pub drawn: bool,
}

/// The card.
#[component]
pub fn ExampleCard(props: &ExampleProps) -> Html {
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
            { tags(&standing_and_notice(&appraisal.frame)) }
            <p class="finding">{ brief(subject) }</p>
            if props.drawn {
                <p><a class="button" href={Route::part(entry.id, Page::HowSure, "your-weights").href()}>{ "Try it: change a weight" }</a></p>
                <Figure {draw} name={entry.id} />
            }
        </li>
    }
}
