//! How far the total of each option could go.

use super::ASSUMPTIONS;
use crate::analysis::{Problem, Reason};
use crate::chart::{Cloud, Frame};
use crate::report::cloud_picture;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::hooks::use_editor;
use crate::ui::open::file_stem;
use markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// A problem, equal only to itself.
#[derive(Clone)]
pub struct Sampled(pub Rc<Result<Problem, Reason>>);

impl PartialEq for Sampled {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(PartialEq, Properties)]
pub struct SpreadProps {
    pub problem: Sampled,
    /// Which of the assumptions.
    pub chosen: usize,
}

/// How far each total could go.
#[component]
pub fn Spread(props: &SpreadProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let found = use_memo(props.problem.clone(), |problem| {
        let problem = problem.0.as_ref().as_ref().ok()?;
        Some(cloud_picture(
            document.subject(),
            problem,
            &ASSUMPTIONS[props.chosen],
        ))
    });
    if found.is_none() {
        return Html::default();
    }
    let draw = Draw::new(move |width| {
        let (frame, chart) = found
            .as_ref()
            .clone()
            .unwrap_or_else(|| (Frame::new("cloud", 0, ""), Cloud::default()));
        chart.draw(&Frame { width, ..frame })
    });
    html! {
        <section>
            <h2>{ "How far the totals could go" }</h2>
            <Figure {draw} name={format!("{}-totals", file_stem(&document.appraisal().title))} subheading=true />
        </section>
    }
}
