//! For analysts: what moves the lead most, several changes at once, the map of winners, other methods, and how sampling is
//! done.

use super::chance::settings;
use super::map::Map;
use super::methods::{compared, methods};
use super::views::{notes, scoped_findings, views};
use crate::ui::components::explained::Explained;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::Head;
use crate::ui::components::text::text;
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_analysis::tornado;
use weighbridge_report::words::Term;
use weighbridge_report::{explain_bar, several, tie_words, tornado_picture};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// How many bars the tornado has.
const MOST_BARS: usize = 10;

/// The part of the page.
#[component]
pub fn Analysts() -> Html {
    let editor = use_editor();
    let subject = editor.document.subject();
    let told = subject.under_scope_heading();
    let robust = several(told);
    let others = use_memo(editor.document.analysis.clone(), |_| compared(told));
    html! {
        <>
            <Head title="How the answer was tested"
                lede={html! { "What moves the lead most, the smallest changes that overturn it, who leads where, and other accepted methods." }} />
            { views(&editor, "analysts") }
            { notes(&editor) }
            { moves_the_lead(&editor) }
            if !robust.is_empty() {
                { scoped_findings(&editor, "Several things at once", &robust) }
            }
            <Map />
            if let Some(others) = &*others {
                { methods(&editor, others) }
            }
            { settings(&editor) }
        </>
    }
}

/// The tornado, with what is said where the lead is shared.
fn moves_the_lead(editor: &Editor) -> Html {
    let subject = editor.document.subject();
    let tie = tie_words(subject);
    let bars = tornado(subject.appraisal, subject.analysis, usize::MAX);
    let picture = tornado_picture(subject, &bars, MOST_BARS).map(|(presentation, chart)| {
        let swung = presentation.subtitle.clone();
        let draw = Draw::new(move |width| chart.draw(&presentation.clone().at(width)));
        let document = editor.document.clone();
        let explain = Callback::from(move |at: usize| {
            let bar = bars.get(at)?;
            Some(explain_bar(document.subject(), bar))
        });
        (swung, draw, explain)
    });
    if picture.is_none() && tie.is_none() {
        return Html::default();
    }
    let stem = file_stem(&subject.appraisal.frame.title);
    html! {
        <section>
            <h2>{ "What moves the lead most" }</h2>
            if let Some(words) = &tie {
                <p>{ text(editor, words) }</p>
            }
            if let Some((swung, draw, explain)) = picture {
                <p class="sub">{ swung }<Explained term={Term::Tornado} /></p>
                <Figure {draw} name={format!("{stem}-lead")} subheading=true {explain} />
            }
        </section>
    }
}
