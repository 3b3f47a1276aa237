//! How each option does on each criterion, and why.

mod absences;
mod anchors;
mod attention;
mod cell;
mod grid;
mod headings;
mod input;
mod odd_scale;
mod one;
mod panel;
mod problems;
mod progress;
mod remarks;
mod row;
mod score_field;
mod sheet;
mod table;

use crate::ui::components::explain::Explain;
use crate::ui::components::grid::CellPosition;
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::components::reasons::Reasons;
use crate::ui::hooks::{App, Editor, use_app, use_editor};
use attention::Attention;
use grid::Grid;
use odd_scale::OddScale;
use one::One;
use panel::Panel;
use problems::Problems;
use progress::Progress;
use sheet::{Draft, Key, Sheet, Step, is_block};
use table::Table;
use weighbridge_edit::{Block, Edit, parse_entry};
use weighbridge_report::csv::parse_block;
use weighbridge_report::{
    Explanation,
    words::{Sentence, left_out_of_block, pasted},
};
use weighbridge_state::{Action, Effect, Page, Route, Way};
use yew::prelude::*;

/// The page: the grid, unless the address names one criterion.
#[component]
pub fn Scores() -> Html {
    let app = use_app();
    let editor = use_editor();
    let appraisal = editor.document.appraisal();
    if let Route::Appraisal { view, .. } = &app.state.route
        && let Some(one) = appraisal
            .leaves()
            .iter()
            .find(|leaf| leaf.id.as_str() == *view)
    {
        return html! { <><One key={view.to_string()} id={one.id.clone()} /><Onward page={Page::Scores} /></> };
    }
    let id = editor.document.id();
    let options = appraisal.appraised().next().is_some();
    let criteria = !appraisal.leaves().is_empty();
    let link = |page: Page, words: &'static str| html! { <a href={Route::of(id, page).href()}>{ words }</a> };
    let lede = html! { "Say how each option does on each criterion, and why. A blank is not a 0: an option with a missing score gets no total." };
    html! {
        <>
            <Head title="Scores" {lede} />
            <Outcome />
            <div>
                if options && criteria {
                    <Scoring />
                } else {
                    <p>
                        { match (options, criteria) {
                            (false, false) => html! { <>{ "There is nothing to score yet. Add " }{ link(Page::Options, "options") }{ " and " }{ link(Page::Criteria, "criteria") }{ " first." }</> },
                            (false, true) => html! { <>{ "There is no option to score yet. " }{ link(Page::Options, "Add options") }{ " first." }</> },
                            _ => html! { <>{ "There is no criterion to score on yet. " }{ link(Page::Criteria, "Add criteria") }{ " first." }</> },
                        } }
                    </p>
                }
            </div>
            <Onward page={Page::Scores} />
        </>
    }
}

/// The grid with what belongs to it.
#[component]
fn Scoring() -> Html {
    let app = use_app();
    let editor = use_editor();
    let sheet = use_reducer(Sheet::default);
    let explained = use_state(|| None::<Explanation>);
    let deps = (editor.clone(), sheet.drafts.clone());
    let table = use_memo(deps, |(editor, drafts)| {
        Table::new(&editor.document, drafts)
    });
    {
        // What was refused of a paste goes with what was entered of it.
        let (effect, sheet) = (editor.document.effect.clone(), sheet.dispatcher());
        use_effect_with(effect, move |effect| {
            let is_undone =
                |e: &Effect| e.way == Way::Undone && e.change.edit.enters_several_scores();
            if effect.as_ref().is_some_and(is_undone) {
                sheet.dispatch(Step::Clear);
            }
        });
    }
    let at = sheet.at.within(table.size());
    let step: Callback<Step> = sheet.dispatcher().into();
    let go = step.reform(Step::Go);
    let enter = {
        let (app, editor, table, step) = (app.clone(), editor.clone(), table.clone(), step.clone());
        Callback::from(move |(at, text): (CellPosition, String)| {
            enter(&app, &editor, &table, &step, at, &text)
        })
    };
    let paste = {
        let (app, editor, step) = (app.clone(), editor.clone(), step.clone());
        Callback::from(move |(at, text): (CellPosition, String)| {
            paste(&app, &editor, &step, at, &text)
        })
    };
    let forget = {
        let (editor, step) = (editor.clone(), step.clone());
        Callback::from(move |at: CellPosition| {
            if let Some(key) = key(&editor, at) {
                step.emit(Step::Settle(key));
            }
        })
    };
    let explain = {
        let explained = explained.clone();
        Callback::from(move |what: Explanation| explained.set(Some(what)))
    };
    let close = {
        let explained = explained.clone();
        Callback::from(move |()| explained.set(None))
    };
    html! {
        <>
            <OddScale />
            <Problems table={table.clone()} left_out={sheet.left_out.clone()} go={go.clone()}
                dismiss={step.reform(|()| Step::Dismiss)} />
            <Attention table={table.clone()} go={go.clone()} />
            <Progress table={table.clone()} {at} {go} />
            <Grid table={table.clone()} {at} chosen={sheet.chosen} typing={sheet.typing.clone()}
                focus={sheet.focus} step={step.clone()} enter={enter.clone()} {paste} {forget} />
            <p class="hint" id="scores-keys">
                <span class="by-keys">{ "Move with the arrow keys and type; Enter goes down, Tab to the right, Escape takes back. " }</span>
                <span class="by-touch">{ "Tap a score to see it below; tap again to change it here. " }</span>
                { "A block copied from a spreadsheet can be pasted at any score." }
            </p>
            { ruled_out(&editor) }
            <Panel {table} {at} {enter} select={step.reform(Step::Select)} {explain} />
            <Reasons />
            <Explain explanation={(*explained).clone()} {close} />
        </>
    }
}

fn ruled_out(editor: &Editor) -> Html {
    let options = &editor.document.appraisal().options;
    let names: Vec<&str> = options
        .iter()
        .filter(|o| !o.is_appraised())
        .map(|o| o.name.as_str())
        .collect();
    html! {
        if !names.is_empty() {
            <p class="hint">{ format!("Ruled out, and so not scored: {}.", names.join(", ")) }</p>
        }
    }
}

fn key(editor: &Editor, at: CellPosition) -> Option<Key> {
    let appraisal = editor.document.appraisal();
    let option = appraisal.appraised().nth(at.row)?;
    let leaf = *appraisal.leaves().get(at.column)?;
    Some((option.id.clone(), leaf.id.clone()))
}

/// Enters a text as a score, or keeps it with what is wrong with it.
fn enter(
    app: &App,
    editor: &Editor,
    table: &Table,
    step: &Callback<Step>,
    at: CellPosition,
    text: &str,
) {
    let Some(key) = key(editor, at) else {
        return;
    };
    if table.cell(at).is_some_and(|cell| cell.typed == text) {
        return;
    }
    let appraisal = editor.document.appraisal();
    let Some(leaf) = appraisal.criterion(&key.1) else {
        return;
    };
    let entered = parse_entry(text, &leaf.scale.kind)
        .map_err(|why| why.sentence())
        .and_then(|entry| {
            editor
                .edit(Edit::score(&key.0, &key.1, entry))
                .map_err(|why| why.sentence())
        });
    match entered {
        Ok(()) => step.emit(Step::Settle(key)),
        Err(why) => {
            app.dispatch(Action::Say(format!(
                "Not entered. {}: {why}",
                table.label(at)
            )));
            step.emit(Step::Refuse(
                key,
                Draft {
                    text: text.to_owned(),
                    why,
                },
            ));
        }
    }
}

/// Lays a pasted text over the scores from a place, as one change.
fn paste(app: &App, editor: &Editor, step: &Callback<Step>, at: CellPosition, text: &str) {
    let appraisal = editor.document.appraisal();
    // A comma in a single text separates nothing.
    let rows = if is_block(text) {
        parse_block(text)
    } else {
        vec![vec![text.to_owned()]]
    };
    let block = Block::lay(appraisal, &rows, at.row, at.column);
    if let Some(edit) = block.edit() {
        editor.apply(edit);
    }
    let entered: Vec<Key> = block
        .entries
        .iter()
        .map(|(o, c, _)| (o.clone(), c.clone()))
        .collect();
    let left_out = left_out_of_block(&block);
    if let Some(words) = pasted(&block) {
        app.dispatch(Action::Say(words));
    }
    let refused = block.refused.into_iter().map(|cell| {
        let why = cell.why.sentence();
        (
            (cell.option, cell.criterion),
            Draft {
                text: cell.text,
                why,
            },
        )
    });
    step.emit(Step::Pasted(entered, refused.collect(), left_out));
}
