//! Scenarios: what the answer would be if something happened, and how far behind the best each option would be.

use super::views::views;
use crate::ui::components::data_table::DataTable;
use crate::ui::components::disclosure::{Card, Opened, disclosure, use_opened};
use crate::ui::components::edits::{add_all, choose, commit, commit_read, dom_id};
use crate::ui::components::explained::Explained;
use crate::ui::components::fields::{Add, Field};
use crate::ui::components::form::{choice_field, heading_field, long_field};
use crate::ui::components::order::{after_removal, remove_button};
use crate::ui::components::outcome::Head;
use crate::ui::components::paper::use_printing;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::{Editor, use_editor};
use std::rc::Rc;
use weighbridge_analysis::outlooks;
use weighbridge_edit::{
    BatchSubject, Edit, ScenarioEdit, ScenariosEdit, WeightEntry, as_typed, parse_entry,
    parse_weight,
};
use weighbridge_model::{Appraisal, Criterion, CriterionId, OptionId, Scenario, ScenarioId};
use weighbridge_report::words::Term;
use weighbridge_report::{
    AS_IT_STANDS, explain_regret, outlook_name, regret_table, regret_words, scenario_points,
    scenarios_headline, totals_table, unrounded, words::Sentence,
};
use yew::prelude::*;

const ADD: &str = "add-scenario";

/// The scenarios side by side, and a card for each.
#[component]
pub fn Scenarios() -> Html {
    let editor = use_editor();
    let opened = use_opened();
    let on = editor.document.appraisal();
    let found = use_memo(on.clone(), |on| outlooks(on));
    let add = {
        let (editor, opened) = (editor.clone(), opened.clone());
        Callback::from(move |name: String| {
            let edit = Edit::add_scenario(editor.document.appraisal(), &name);
            let new = match &edit {
                Edit::Scenarios(ScenariosEdit::Add { id, .. }) => Some(card_id(id)),
                _ => None,
            };
            editor.edit(edit).map_err(|why| why.sentence())?;
            opened.set(new);
            Ok(())
        })
    };
    let behind = {
        let (on, found) = (on.clone(), found.clone());
        Callback::from(move |at: usize| explain_regret(&on, &found, at))
    };
    let several = !on.judgements.scenarios.is_empty();
    html! {
        <>
            <Head title="What if things turn out differently?"
                lede={html! { <>{ "A scenario is a set of weights and scores that would hold if something happened, such as “Demand 10% higher” or “The department intervenes”. Give it a name, then only what differs." }<Explained term={Term::Scenario} /></> }} />
            { views(&editor, "scenarios") }
            if several {
                if let Some(words) = scenarios_headline(on, &found) {
                    <div class="inset" role="region" aria-label="Across the scenarios"><p><strong>{ text(&editor, &words) }</strong></p></div>
                }
                <DataTable id="scenarios" heading="Who leads in each scenario"
                    words="1st is the option that leads; =1st, one of those that tie; so far, where a missing score could change the place."
                    table={Rc::new(totals_table(on, &found))} />
                <DataTable id="regret" heading="How far behind the best each option would be"
                    words="0 is the best of those compared. How far an option is behind it is called its regret."
                    table={Rc::new(regret_table(on, &found))} explain={behind} />
                { findings(&editor, &regret_words(on, &found)) }
            }
            <section>
                <h2>{ if several { "The scenarios" } else { "No scenario yet" } }</h2>
                { for on.judgements.scenarios.iter().enumerate().map(|(at, one)| html! { <div key={one.id.as_str().to_owned()}><OneScenario id={one.id.clone()} {at} opened={opened.clone()} /></div> }) }
                <Add id={ADD} label="Add a scenario" hint="What happens in it, in a few words"
                    button="Add scenario" {add} add_all={add_all(&editor, BatchSubject::Scenarios, Edit::add_scenario)} />
            </section>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct OneScenarioProps {
    id: ScenarioId,
    at: usize,
    opened: Opened,
}

/// One scenario: its name, what happens in it, and what differs.
#[component]
fn OneScenario(props: &OneScenarioProps) -> Html {
    let (editor, printing) = (use_editor(), use_printing());
    let chosen = use_state(|| 0_usize);
    let on = editor.document.appraisal();
    let Some(scenario) = on
        .judgements
        .scenarios
        .get(props.at)
        .filter(|s| s.id == props.id)
    else {
        return Html::default();
    };
    let id = &props.id;
    let say = |make: fn(String) -> ScenarioEdit| {
        let id = id.clone();
        commit(&editor, move |text| {
            Edit::change_scenario(id.clone(), make(text))
        })
    };
    let ids: Vec<String> = on
        .judgements
        .scenarios
        .iter()
        .map(|s| card_id(&s.id))
        .collect();
    let remove = {
        let id = id.clone();
        choose(&editor, move |()| {
            Edit::Scenarios(ScenariosEdit::Remove(id.clone()))
        })
    };
    let options: Vec<(OptionId, AttrValue)> = on
        .appraised()
        .map(|o| (o.id.clone(), AttrValue::from(o.name.clone())))
        .collect();
    let option = options.get(*chosen).or_else(|| options.first());
    let pick = {
        let chosen = chosen.clone();
        Callback::from(move |at: usize| chosen.set(at))
    };
    let analysis = &editor.document.analysis;
    let card = Card {
        id: card_id(id),
        level: 3,
        title: html! { outlook_name(on, props.at + 1) },
        face: html! { <p class="quiet">{ face(on, scenario) }</p> },
        line: None,
        tools: Html::default(),
    };
    let open = printing || props.opened.is_open(&card.id);
    let inside = html! {
        <>
            { heading_field(dom_id("scenario-name", id), "Name", "", &scenario.name, say(ScenarioEdit::Name)) }
            { long_field(dom_id("scenario-note", id), "What happens, and why weights or scores would differ", "",
                &scenario.note, say(ScenarioEdit::Note)) }
            <fieldset class="fold-part">
                <legend>{ "Weights that differ" }</legend>
                <p class="sub">{ "Points, as on the page Weights. Leave a field blank to keep the weight as it stands." }</p>
                <div class="pairs">{ for analysis.nodes.iter().map(|node| weight(&editor, scenario, &node.id, node.raw)) }</div>
            </fieldset>
            if let Some((of, _)) = option {
                <fieldset class="fold-part">
                    <legend>{ "Scores that differ" }</legend>
                    { choice_field(dom_id("scenario-option", id), "Of which option", "",
                        options.iter().map(|(_, name)| name.clone()).collect(), *chosen, pick) }
                    <p class="sub">{ "Leave a field blank to keep the score as it stands." }</p>
                    <div class="pairs">{ for on.leaves().into_iter().map(|leaf| score(&editor, scenario, of, leaf)) }</div>
                </fieldset>
            }
            { remove_button(&scenario.name, "", after_removal(&ids, props.at, ADD), remove) }
        </>
    };
    disclosure(&props.opened, card, open, inside)
}

fn card_id(id: &ScenarioId) -> String {
    dom_id("scenario", id)
}

/// What differs in a scenario, in a line.
fn face(on: &Appraisal, scenario: &Scenario) -> String {
    let of = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let pairs = |o: &weighbridge_model::Alternative| {
        let leaves = on.leaves().into_iter();
        leaves
            .filter(|c| scenario.voice.scores.get(&o.id, &c.id).is_some())
            .count()
    };
    let scores: usize = on.options.iter().map(pairs).sum();
    let weights = scenario.voice.weights.iter().count();
    let parts = [(weights, "weight"), (scores, "score")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, one)| of(n, one))
        .collect();
    match weights + scores {
        0 => "Nothing differs yet.".to_owned(),
        1 => format!("{} differs.", parts.concat()),
        _ => format!("{} differ.", parts.join(" and ")),
    }
}

fn weight(editor: &Editor, scenario: &Scenario, of: &CriterionId, now: Option<f64>) -> Html {
    let on = editor.document.appraisal();
    let name = on
        .criterion(of)
        .map_or_else(String::new, |c| c.short_name().to_owned());
    let (id, criterion) = (scenario.id.clone(), of.clone());
    let read = {
        let (on, scenario, of) = (on.clone(), scenario.clone(), of.clone());
        move |typed: String| match parse_weight(&typed, false).map_err(|why| why.sentence())? {
            WeightEntry::Blank => Ok(None),
            WeightEntry::Points(points) => Ok(Some(points)),
            WeightEntry::Share(share) => {
                scenario_points(&on, &scenario, &of, share.get()).map(Some)
            }
        }
    };
    let commit = commit_read(editor, read, move |weight| {
        Edit::change_scenario(id.clone(), ScenarioEdit::Weight(criterion.clone(), weight))
    });
    let value = scenario
        .voice
        .weights
        .raw(of)
        .map_or_else(String::new, |w| w.get().to_string());
    let hint = stands(now.map(unrounded));
    html! { <Field key={of.to_string()} id={format!("scenario-{}-weight-{of}", scenario.id)} label={name} {hint} number={true} {value} {commit} /> }
}

fn score(editor: &Editor, scenario: &Scenario, of: &OptionId, leaf: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let (id, option, criterion) = (scenario.id.clone(), of.clone(), leaf.id.clone());
    let kind = leaf.scale.kind.clone();
    let read = move |typed: String| match typed.trim() {
        "" => Ok(None),
        text => parse_entry(text, &kind)
            .map(Some)
            .map_err(|why| why.sentence()),
    };
    let commit = commit_read(editor, read, move |entry| {
        Edit::change_scenario(
            id.clone(),
            ScenarioEdit::Score(option.clone(), criterion.clone(), entry),
        )
    });
    let text = |score: &weighbridge_model::Score| as_typed(&score.entry);
    let value = scenario
        .voice
        .scores
        .get(of, &leaf.id)
        .map_or_else(String::new, text);
    let hint = stands(on.agreed().scores.get(of, &leaf.id).map(text));
    html! { <Field key={format!("{of}/{}", leaf.id)} id={format!("scenario-{}-{of}-{}", scenario.id, leaf.id)} label={leaf.short_name().to_owned()} {hint} {value} {commit} /> }
}

fn stands(now: Option<String>) -> String {
    now.filter(|now| !now.is_empty()).map_or_else(
        || format!("{AS_IT_STANDS}: nothing"),
        |now| format!("{AS_IT_STANDS}: {now}"),
    )
}
