//! What would change the answer, of all weights and scores: the same whichever criterion is looked at, and so not
//! worked out again when another is chosen.

use crate::ui::components::data_table::DataTable;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::open_table::Explains;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::{Editor, use_editor};
use std::rc::Rc;
use weighbridge_analysis::tornado;
use weighbridge_report::{
    Explanation, SCORES_WORDS, Subject, WEIGHTS_WORDS, changes, explain_bar, explain_score_flip,
    explain_weight_flip, scores_table, several, tie_words, tornado_picture, weights_table,
};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// How many bars the tornado has.
const MOST_BARS: usize = 10;

#[derive(PartialEq, Properties)]
pub struct WhatWouldChangeProps {
    /// Whether any weight can move.
    pub weights: bool,
}

/// The nearest changes, every score and every weight in tables, what moves the lead, and several changes at once.
#[component]
pub fn WhatWouldChange(props: &WhatWouldChangeProps) -> Html {
    let editor = use_editor();
    let subject = editor.document.subject();
    let robust = several(subject);
    let heading = match tie_words(subject) {
        Some(_) => "What would break the tie",
        None => "What would change the answer",
    };
    html! {
        <>
            <section>
                <h2>{ heading }</h2>
                { findings(&changes(subject)) }
                <DataTable id="every-score" heading="Every score, and where the leader changes"
                    words={SCORES_WORDS} table={Rc::new(scores_table(subject))} folded={true}
                    explain={behind(&editor, explain_score_flip)} />
            </section>
            if props.weights {
                <DataTable id="every-weight" heading="How far each weight can move" words={WEIGHTS_WORDS}
                    table={Rc::new(weights_table(subject))} explain={behind(&editor, explain_weight_flip)} />
            }
            <MovesTheLead />
            if !robust.is_empty() {
                <section>
                    <h2>{ "Several things at once" }</h2>
                    { findings(&robust) }
                </section>
            }
        </>
    }
}

/// What is behind a row of a table.
fn behind(editor: &Editor, explain: fn(Subject<'_>, usize) -> Option<Explanation>) -> Explains {
    let document = editor.document.clone();
    Callback::from(move |at: usize| explain(document.subject(), at))
}

/// The tornado, with what is said where the lead is shared.
#[component]
fn MovesTheLead() -> Html {
    let editor = use_editor();
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
                <p>{ text(words) }</p>
            }
            if let Some((swung, draw, explain)) = picture {
                <p class="sub">{ swung }</p>
                <Figure {draw} name={format!("{stem}-lead")} subheading=true {explain} />
            }
        </section>
    }
}
