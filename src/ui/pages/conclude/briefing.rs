//! The briefing: what a person who decides reads in five minutes, and the copy of the tool that carries it to others.

mod share;

use super::first_places::{FirstPlaces, use_first_places};
use super::how_sure::OwnWeights;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::{Head, onward};
use crate::ui::hooks::{Editor, use_app, use_editor};
use share::{reading, share};
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_model::Voice;
use weighbridge_report::{Part, Section, SingleChanges, briefing, contributions_picture};
use weighbridge_state::{Page, file_stem};
use yew::prelude::*;

/// The page.
#[component]
pub fn Briefing() -> Html {
    let (app, editor) = (use_app(), use_editor());
    let document = &editor.document;
    let subject = document.subject();
    let first = use_first_places();
    let single = use_memo(document.analysis.clone(), |_| SingleChanges::of(subject));
    let own = use_mut_ref(Voice::default);
    let says = briefing(subject, &single, first.known());
    html! {
        <div class="briefing">
            <Head title={says.heading.clone()} lede={html! { &says.lede }} />
            { reading(&app, &editor) }
            { for says.sections.iter().map(|section| one(&editor, section, &first)) }
            { own_weights(&editor, own) }
            { share(&app, document, &single, &first) }
            <p class="quiet">{ says.note }</p>
            { onward(&editor, Page::Briefing) }
        </div>
    }
}

/// A section with its picture.
fn one(editor: &Editor, section: &Section, first: &FirstPlaces) -> Html {
    let id = section.part.id();
    html! {
        <section key={id} class={id} aria-labelledby={id}>
            <h2 {id}>{ section.heading }</h2>
            { for section.sentences.iter().map(|words| html! { <p>{ words }</p> }) }
            { picture(editor, section.part, first) }
            if !section.items.is_empty() {
                <ul class="findings">
                    { for section.items.iter().map(|(name, words)| html! {
                        <li>if !name.is_empty() { <strong>{ name }{ ": " }</strong> }{ words }</li>
                    }) }
                </ul>
            }
        </section>
    }
}

fn picture(editor: &Editor, part: Part, first: &FirstPlaces) -> Html {
    let document = &editor.document;
    let stem = file_stem(&document.appraisal().frame.title);
    match part {
        Part::Result => {
            let document = document.clone();
            let draw = Draw::new(move |width| {
                let (presentation, chart) = contributions_picture(document.subject());
                chart.draw(&presentation.at(width))
            });
            html! { <Figure {draw} name={format!("{stem}-result")} /> }
        }
        Part::HowSure => first.picture(document),
        Part::Weights
        | Part::Changes
        | Part::Open
        | Part::RuledOut
        | Part::Figures
        | Part::Asked => Html::default(),
    }
}

/// Weights to try, where there are some.
fn own_weights(editor: &Editor, kept: Rc<RefCell<Voice>>) -> Html {
    let there = !editor.document.analysis.verdict.leaders().is_empty();
    html! {
        if there { <div class="screen"><OwnWeights {kept} trial={None} first={false} /></div> }
    }
}
