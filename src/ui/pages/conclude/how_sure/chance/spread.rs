//! How far the total of each option could go.

use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_analysis::Assumption;
use weighbridge_chart::{Cloud, Presentation};
use weighbridge_report::cloud_picture;
use weighbridge_state::file_stem;
use weighbridge_state::sampling::Problem;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SpreadProps {
    pub posed: Problem,
    /// The totals of each option, the lowest first.
    pub totals: Rc<Vec<Vec<f64>>>,
    pub assumption: Assumption,
}

/// How far each total could go.
#[component]
pub fn Spread(props: &SpreadProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let draw = {
        let (document, posed, totals) =
            (document.clone(), props.posed.clone(), props.totals.clone());
        let assumption = props.assumption;
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
