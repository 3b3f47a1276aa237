//! How far the total of each option could go.

use crate::ui::components::figure::{Draw, Figure};
use std::rc::Rc;
use weighbridge_analysis::Assumption;
use weighbridge_chart::{Cloud, Presentation};
use weighbridge_report::cloud_picture;
use weighbridge_state::sampling::Problem;
use weighbridge_state::{Document, file_stem};
use yew::prelude::*;

/// How far each total could go; of each option come its totals, the lowest first.
pub fn spread(
    document: &Rc<Document>,
    posed: &Problem,
    totals: &Rc<Vec<Vec<f64>>>,
    assumption: Assumption,
) -> Html {
    let draw = {
        let (document, posed, totals) = (document.clone(), posed.clone(), totals.clone());
        Draw::new(move |width| {
            let (presentation, chart) = match &*posed.0 {
                Ok(problem) => cloud_picture(document.subject(), problem, &totals, assumption),
                Err(_) => (Presentation::new("cloud", 0, ""), Cloud::default()),
            };
            chart.draw(&presentation.at(width))
        })
    };
    html! {
        <section>
            <h2>{ "How far the totals could go" }</h2>
            <Figure {draw} name={format!("{}-totals", file_stem(&document.appraisal().frame.title))} subheading=true />
        </section>
    }
}
