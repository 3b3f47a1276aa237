//! Everything about the selected score.

use super::absences::absences;
use super::anchors::anchors;
use super::remarks::remarks;
use super::score_field::ScoreField;
use super::score_grid::{Kind, ScoreGrid};
use crate::ui::components::fields::problem;
use crate::ui::components::radios::{Radio, radios};
use crate::ui::hooks::Editor;
use crate::ui::pages::judge::optional_choice::optional_choice;
use weighbridge_analysis::Cell as Value;
use weighbridge_edit::{Edit, as_typed};
use weighbridge_model::{Absence, Criterion, Entry, Finite, ScaleKind, ScalePoint};
use weighbridge_report::{Explanation, compact, explain_value};
use weighbridge_state::CellPosition;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The panel below the grid, about the score at a place. `enter` enters a text at a place, `select` selects another score.
pub fn panel(
    editor: &Editor,
    table: &ScoreGrid,
    at: CellPosition,
    enter: &Callback<(CellPosition, String)>,
    select: &Callback<CellPosition>,
    explain: &Callback<Explanation>,
) -> Html {
    let document = &editor.document;
    let (appraisal, analysis) = (document.appraisal(), &document.analysis);
    let option = appraisal.appraised().nth(at.row);
    let criterion = appraisal.leaves().get(at.column).copied();
    let row = analysis.options.ix(at.row);
    let leaf = analysis.leaves.ix(at.column);
    let (Some(option), Some(criterion), Some(row), Some(leaf), Some(view)) =
        (option, criterion, row, leaf, table.cell(at))
    else {
        return Html::default();
    };
    let value = &analysis.values[row][leaf];
    let key = (option.id.clone(), criterion.id.clone());
    let enter = enter.reform(move |text: String| (at, text));
    let tap = {
        let (editor, (option, criterion)) = (editor.clone(), key.clone());
        Callback::from(move |to: f64| {
            let number = Finite::new(to).map(Entry::Number);
            let edit = number.map(|entry| Edit::score(&option, &criterion, entry));
            edit.into_iter().for_each(|edit| editor.tap(edit));
        })
    };
    let absence = match (view.kind, &view.wrong) {
        (Kind::Absent(absence), None) => Some(absence),
        _ => None,
    };
    let field = match &criterion.scale.kind {
        ScaleKind::Points(levels) => {
            let label = view.label.then_some(view.typed.as_str());
            points(levels, label, view.wrong.as_deref(), &enter)
        }
        kind => {
            html! { <ScoreField label={label(kind)} hint={hint(kind)} typed={view.number()} wrong={view.wrong.clone()} steps={*kind == ScaleKind::Direct} enter={enter.clone()} {tap} letters={*kind != ScaleKind::Direct} />
            }
        }
    };
    let choose = enter.reform(|absence: Absence| match absence {
        Absence::Missing => String::new(),
        _ => as_typed(&Entry::Absent(absence)),
    });
    let explain = {
        let (document, explain) = (document.clone(), explain.clone());
        Callback::from(move |_: MouseEvent| {
            explain.emit(explain_value(document.subject(), row, leaf));
        })
    };
    html! {
        <section class="score-panel" aria-labelledby="panel">
            <div class="panel-head">
                <h2 id="panel">{ format!("{} on {}", option.name, criterion.name) }</h2>
                <p class="actions">
                    { neighbours(table, at, select) }
                    <a href={Route::part(appraisal.id.as_str(), Page::Scores, criterion.id.as_str()).href()}>{ format!("Every option on {} side by side", criterion.short_name()) }</a>
                </p>
            </div>
            <div class="panel-body" key={format!("{}/{}", key.0, key.1)}>
                <div>
                    { anchors(criterion) }
                    { field }
                    { worth(value, criterion) }
                    <p><button class="link" type="button" onclick={explain} aria-haspopup="dialog">{ "How is this worked out?" }</button></p>
                    { absences(absence, &choose) }
                </div>
                { remarks(editor, &key, &criterion.scale.kind) }
            </div>
        </section>
    }
}

fn label(kind: &ScaleKind) -> String {
    match kind {
        ScaleKind::Measure(measure) if !measure.unit.trim().is_empty() => {
            format!("Score, in {}", measure.unit.trim())
        }
        _ => "Score".to_owned(),
    }
}

fn hint(kind: &ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Measure(_) => {
            "An amount, such as 12, 1500 or £3.05m; or a range, such as 12 to 15"
        }
        _ => "A value from 0, the worst, to 100, the best; or a range, such as 60 to 80",
    }
}

/// More points than this are a list to open.
const SEEN_AT_ONCE: usize = 7;

/// The points of a labelled scale, in its order.
fn points(
    levels: &[ScalePoint],
    own: Option<&str>,
    wrong: Option<&str>,
    enter: &Callback<String>,
) -> Html {
    let labels: Vec<String> = levels.iter().map(|level| level.label.clone()).collect();
    let chosen = labels
        .iter()
        .position(|label| own == Some(label) && wrong.is_none());
    let meaning = |level: &ScalePoint| match level.words.trim() {
        "" => format!("value {}", compact(level.value.get())),
        words => format!("{words} (value {})", compact(level.value.get())),
    };
    let choose = enter.reform(move |at: Option<usize>| {
        let label = at.and_then(|at| labels.get(at).cloned());
        label.unwrap_or_default()
    });
    let list = if levels.len() > SEEN_AT_ONCE {
        let choices = levels
            .iter()
            .map(|level| format!("{}: {}", level.label, meaning(level)));
        optional_choice("score", "Score", "None", choices, chosen, &choose)
    } else {
        let choices = levels
            .iter()
            .map(|level| (level.label.clone().into(), meaning(level).into()));
        let choices: Vec<Radio> = choices.collect();
        let chosen = chosen.unwrap_or(usize::MAX);
        radios("score", "Score", &choices, chosen, &choose.reform(Some))
    };
    html! { <>{ problem("score", wrong) }{ list }</> }
}

/// What the score counts for, where that is not the score itself.
fn worth(value: &Value, criterion: &Criterion) -> Html {
    let worth = match (value, &criterion.scale.kind) {
        (_, ScaleKind::Direct) => None,
        (Value::Value(v), _) => Some(compact(*v)),
        _ => None,
    };
    html! {
        if let Some(worth) = worth {
            <p class="worth">{ "Counts as " }<strong>{ worth }</strong>{ " on the scale from 0 to 100" }</p>
        }
    }
}

/// Down the criterion, so that every option is judged on it before the next.
fn neighbours(table: &ScoreGrid, at: CellPosition, select: &Callback<CellPosition>) -> Html {
    let rows = table.rows.len().max(1);
    let number = at.column * rows + at.row;
    let place = |number: usize| CellPosition {
        row: number % rows,
        column: number / rows,
    };
    let last = rows * table.columns.len();
    let button = |to: Option<usize>, words: &'static str| {
        let to = to.filter(|n| *n < last).map(place);
        let onclick = to.map(|to| select.reform(move |_: MouseEvent| to));
        html! {
            <button class="button small" type="button" disabled={to.is_none()} {onclick}>
                { words }<span class="visually-hidden">{ " score" }</span>
            </button>
        }
    };
    html! {
        <>
            { button(number.checked_sub(1), "Previous") }
            { button(Some(number + 1), "Next") }
        </>
    }
}
