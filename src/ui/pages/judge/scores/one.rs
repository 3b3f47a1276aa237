//! Every option on one criterion, side by side: with numbers against each other, or in words.

use super::pasting::PasteOver;
use crate::browser::element::focus_soon;
use crate::ui::components::differences::Judging;
use crate::ui::components::edits::{choose, commit, commit_read, dom_id};
use crate::ui::components::fields::Field;
use crate::ui::components::form::choice_field;
use crate::ui::components::judging::judge;
use crate::ui::components::outcome::{Head, so_far};
use crate::ui::components::slider::{Slider, editing};
use crate::ui::hooks::{App, Editor};
use crate::ui::pages::judge::optional_choice::optional_choice;
use weighbridge_analysis::{DerivedWeights, values_in_words};
use weighbridge_edit::{Edit, MacbethEdit, Remark, ScoresEdit, as_typed, parse_score};
use weighbridge_model::{
    Alternative, Appraisal, Criterion, CriterionId, Entry, Finite, MacbethJudgements, OptionId,
    ScaleKind,
};
use weighbridge_numeric::sort_descending;
use weighbridge_report::{compact, isolated, scale_words, unrounded, words::Sentence};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The ids of what says that scores are in use.
const STRETCHED: &str = "stretched";
const FOUND: &str = "found";

/// The page of one criterion. What is typed, or opened, for one criterion does not go over to the next: the keys see to it.
pub fn one(app: &App, editor: &Editor, criterion: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let leaves = on.leaves();
    let at = leaves.iter().position(|leaf| leaf.id == criterion.id);
    let names = leaves.iter().map(|leaf| AttrValue::from(leaf.name.clone()));
    let ids: Vec<CriterionId> = leaves.iter().map(|leaf| leaf.id.clone()).collect();
    let appraisal = on.id.to_string();
    let go = Callback::from(move |at: usize| {
        if let Some(id) = ids.get(at) {
            let route = Route::part(&appraisal, Page::Scores, id.as_str());
            crate::browser::address::go(&route.fragment());
        }
    });
    let back = Route::of(on.id.as_str(), Page::Scores).href();
    let direct = criterion.scale.kind == ScaleKind::Direct;
    let fields: Vec<String> = on.appraised().map(|option| field_of(&option.id)).collect();
    html! {
        <>
            <Head title={format!("Every option on {}", criterion.name)} lede={html! { asks(criterion) }} />
            <p><a href={back}>{ "All criteria in one table" }</a></p>
            { choice_field("criterion".to_owned(), "Criterion", "", names.collect(), at.unwrap_or_default(), go) }
            <p class="hint">{ "A column copied from a spreadsheet can be pasted at any score, with or without names and reasons." }</p>
            <PasteOver key={format!("scores of {}", criterion.id)} column={at.unwrap_or_default()} {fields}>
                <ul class="weights">
                    { for on.appraised().map(|option| html! { <li key={option.id.as_str().to_owned()}>{ row(editor, criterion, option) }</li> }) }
                </ul>
            </PasteOver>
            if direct {
                { stretched(editor, criterion) }
                <details class="more" key={format!("words of {}", criterion.id)} open={!on.agreed().scores.differences(&criterion.id).differences.is_empty()}>
                    <summary>{ "Say in words how large the differences are (MACBETH)" }</summary>
                    { in_words(editor, criterion) }
                </details>
            }
            { so_far(app, editor, None) }
        </>
    }
}

/// The id of the field of the score of an option.
fn field_of(option: &OptionId) -> String {
    dom_id("one", option)
}

fn asks(criterion: &Criterion) -> String {
    let scale = scale_words(&criterion.scale.kind);
    let ends = match (criterion.anchor(0.0), criterion.anchor(100.0)) {
        ("", "") => String::new(),
        (worst, "") => format!(" 0 is: {worst}."),
        ("", best) => format!(" 100 is: {best}."),
        (worst, best) => format!(" 0 is: {worst}. 100 is: {best}."),
    };
    let question = match criterion.question.as_str() {
        "" => "Compare the options with each other, then say why.",
        question => question,
    };
    format!("{question} Scale: {scale}.{ends}")
}

/// An option: its score and why.
fn row(editor: &Editor, criterion: &Criterion, option: &Alternative) -> Html {
    let on = editor.document.appraisal();
    let (of, at) = (option.id.clone(), criterion.id.clone());
    let score = on.agreed().scores.get(&of, &at);
    let entry = score.map(|s| s.entry.clone());
    let name = format!("Score of {}", option.name);
    let id = field_of(&of);
    let form = match &criterion.scale.kind {
        ScaleKind::Points(levels) => {
            let labels: Vec<String> = levels.iter().map(|level| level.label.clone()).collect();
            let is = |l: &String| matches!(&entry, Some(Entry::Label(own)) if own == l);
            let chosen = labels.iter().position(is);
            let names = labels.clone().into_iter();
            let choose = choose(editor, move |chosen: Option<usize>| {
                let chosen = chosen.and_then(|at| labels.get(at).cloned());
                let entry = chosen.map_or(
                    Entry::Absent(weighbridge_model::Absence::Missing),
                    Entry::Label,
                );
                Edit::score(&of, &at, entry)
            });
            optional_choice(id, name, "Not scored", names, chosen, &choose)
        }
        kind => {
            let read = {
                let kind = kind.clone();
                move |text: String| parse_score(&text, &kind).map_err(|why| why.sentence())
            };
            let typed = entry.as_ref().map_or_else(String::new, as_typed);
            let number = entry.as_ref().and_then(Entry::number);
            let (to, on_it) = (of.clone(), at.clone());
            let now = editor.document.clone();
            let commit = commit_read(editor, read, move |score| {
                Edit::typed_score(now.appraisal(), &to, &on_it, score)
            });
            let direct = *kind == ScaleKind::Direct;
            let field = html! { <Field {id} label={name.clone()} quiet={direct} number={true} letters={!direct} value={typed} {commit} /> };
            let push = editing(editor, move |to| {
                let number = Finite::new(to).unwrap_or(Finite::ZERO);
                Some(Edit::score(&of, &at, Entry::Number(number)))
            });
            if direct {
                let reads = number.map_or_else(|| "no score yet".to_owned(), unrounded);
                html! { <Slider {name} of={format!("for {}", option.name)} value={number} end={100.0} most={100.0} step={5.0} {reads} {push} {field} /> }
            } else {
                field
            }
        }
    };
    let (of, at) = (option.id.clone(), criterion.id.clone());
    let why = commit(editor, move |text| {
        Edit::remark(of.clone(), at.clone(), Remark::Reason(text))
    });
    let reason = score.map_or_else(String::new, |s| s.reason.clone());
    html! {
        <div class="weight scored">
            <div class="name">{ &option.name }</div>
            { form }
            <Field id={dom_id("one-why", &option.id)}
                label={format!("Reason for the score of {}", option.name)} value={reason} commit={why}
                long={true} />
        </div>
    }
}

/// The numbers of all options, when each has one.
fn numbers(on: &Appraisal, criterion: &Criterion) -> Option<Vec<f64>> {
    let number = |option: &Alternative| {
        on.agreed()
            .scores
            .get(&option.id, &criterion.id)?
            .entry
            .number()
    };
    on.appraised().map(number).collect()
}

/// What the ends of the scale then are: "As Outsource" for 0, "As Stay" for 100.
fn ends(on: &Appraisal, values: &[f64]) -> [String; 2] {
    [0.0, 100.0].map(|end| {
        let at = |(_, value): &(&Alternative, &f64)| (**value - end).abs() < 0.005;
        let all = on.appraised().zip(values).filter(at);
        let names: Vec<&str> = all.map(|(o, _)| o.name.as_str()).collect();
        format!("As {}", names.join(", "))
    })
}

/// The change that gives every option a value, and the ends of the scale their words.
fn all_scores(on: &Appraisal, criterion: &Criterion, values: &[f64]) -> Edit {
    let value = |value: f64| {
        // Two places are far finer than any judgement, and read as what they are.
        Finite::new((value * 100.0).round() / 100.0).unwrap_or(Finite::ZERO)
    };
    let all = on.appraised().zip(values);
    Edit::Scores(ScoresEdit::Relative {
        criterion: criterion.id.clone(),
        values: all.map(|(o, v)| (o.id.clone(), value(*v))).collect(),
        ends: ends(on, values),
    })
}

/// What the change does to the scale, said before it is made.
fn ends_words(on: &Appraisal, criterion: &Criterion, values: &[f64]) -> String {
    let [worst, best] = ends(on, values).map(|words| isolated(&words).into_owned());
    let instead = match (criterion.anchor(0.0), criterion.anchor(100.0)) {
        ("", "") => String::new(),
        (worst, best) => format!(" instead of “{}” and “{}”", isolated(worst), isolated(best)),
    };
    format!(
        "The scale then ends elsewhere: 0 will mean “{worst}” and 100 “{best}”{instead}. The weight speaks of that step, so look at it again; swing weights have to be confirmed."
    )
}

/// What each option would have: "Outsource 40, Stay 100".
fn listed(on: &Appraisal, values: &[f64]) -> String {
    let each = on.appraised().zip(values);
    let words = each.map(|(o, v)| format!("{} {}", isolated(o.short_name()), compact(*v)));
    words.collect::<Vec<_>>().join(", ")
}

/// Relative scores: the best 100, the worst 0, the others in between as they are.
fn stretched(editor: &Editor, criterion: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let Some(numbers) = numbers(on, criterion) else {
        return html! { <p class="hint">{ "Once every option has a number, the best can be made 100 and the worst 0." }</p> };
    };
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low >= high || (low, high) == (0.0, 100.0) {
        let words = if low >= high {
            "Every option has the same score, so this criterion cannot tell them apart."
        } else {
            "Scored against each other: the best option has 100 and the worst 0."
        };
        return html! { <p class="hint" id={STRETCHED} tabindex="-1">{ words }</p> };
    }
    let to: Vec<f64> = numbers
        .iter()
        .map(|x| (x - low) / (high - low) * 100.0)
        .collect();
    let words = listed(on, &to);
    let ends = ends_words(on, criterion, &to);
    let edit = all_scores(on, criterion, &to);
    let stretch = choose(editor, move |_: MouseEvent| {
        focus_soon(STRETCHED);
        edit.clone()
    });
    html! {
        <div class="inset">
            <p><strong>{ "Score the options against each other? " }</strong>{ format!("The best would be 100 and the worst 0, the others in between as they are now: {words}.") }</p>
            <p class="hint">{ ends }</p>
            <p class="actions"><button class="button" type="button" onclick={stretch}>{ "Make the best 100 and the worst 0" }</button></p>
        </div>
    }
}

/// Differences in words, and the scores that fit them.
fn in_words(editor: &Editor, criterion: &Criterion) -> Html {
    let on = editor.document.appraisal();
    let mut options: Vec<&Alternative> = on.appraised().collect();
    if let Some(numbers) = numbers(on, criterion) {
        let mut numbered: Vec<(&Alternative, f64)> = options.into_iter().zip(numbers).collect();
        sort_descending(&mut numbered, |(_, number)| *number);
        options = numbered.into_iter().map(|(option, _)| option).collect();
    }
    let said = on.agreed().scores.differences(&criterion.id);
    let element = |o: &&Alternative| (o.id.to_string(), o.name.clone());
    let elements: Vec<(String, String)> = options.iter().map(element).collect();
    let ids: Vec<&str> = on.appraised().map(|o| o.id.as_str()).collect();
    let keep = {
        let (id, now) = (criterion.id.clone(), said.clone());
        choose(editor, move |judged: MacbethJudgements| {
            let edits = MacbethEdit::between(&now, &judged);
            Edit::Scores(ScoresEdit::Judge(id.clone(), edits))
        })
    };
    let found = match values_in_words(said, &ids, false) {
        DerivedWeights::Shares(values) => values,
        _ => Vec::new(),
    };
    let in_use = numbers(on, criterion)
        .is_some_and(|now| now.iter().zip(&found).all(|(a, b)| (a - b).abs() < 0.006));
    let edit = all_scores(on, criterion, &found);
    let words = listed(on, &found);
    let ends = ends_words(on, criterion, &found);
    let take = choose(editor, move |_: MouseEvent| {
        focus_soon(FOUND);
        edit.clone()
    });
    let ground = Judging {
        elements,
        said: said.clone(),
        lifts: false,
        keep,
    };
    html! {
        <>
            <p class="sub">{ "No numbers: put the options in order, then say whether the difference between two is weak, strong or extreme. The tool finds numbers that fit all your words, and tells you at once when they contradict each other." }</p>
            { judge(&ground) }
            if !found.is_empty() {
                <p class="finding" id={FOUND} tabindex="-1">{ format!("{}: {words}.", if in_use { "The scores in use fit your words" } else { "Scores that fit your words" }) }</p>
                if !in_use {
                    <p class="hint">{ ends }</p>
                    <p class="actions"><button class="button solid" type="button" onclick={take}>{ "Use these scores" }</button></p>
                }
            }
        </>
    }
}
