//! How each option does on each criterion, and why.

mod absences;
mod anchors;
mod attention;
mod cell;
mod grid;
mod headings;
mod input;
mod jump;
mod odd_scale;
mod one;
mod panel;
mod pasting;
mod problems;
mod progress;
mod remarks;
mod row;
mod score_field;
mod score_grid;

use crate::ui::components::explain::explain as explain_dialog;
use crate::ui::components::explained::Explained;
use crate::ui::components::outcome::{Head, onward, so_far};
use crate::ui::components::paper::{on_paper, use_printing};
use crate::ui::components::reasons::reasons;
use crate::ui::hooks::{App, Editor, use_app, use_editor};
use crate::ui::pages::judge::paste_look::PasteLook;
use attention::attention;
use grid::Grid;
use odd_scale::odd_scale;
use one::one;
use panel::panel;
use pasting::{PastedTable, write};
use problems::problems;
use progress::progress;
use score_grid::ScoreGrid;
use std::rc::Rc;
use weighbridge_edit::{Edit, PasteChoices, Pasted, parse_score};
use weighbridge_report::words::Term;
use weighbridge_report::{Explanation, entries_table, words::Sentence};
use weighbridge_state::{
    Action, CellPosition, Effect, NotEntered, Page, RefusedText, Route, ScoreKey, Scoring,
    ScoringStep, Way,
};
use yew::prelude::*;

/// The page: the grid, unless the address names one criterion.
#[component]
pub fn Scores() -> Html {
    let app = use_app();
    let editor = use_editor();
    let appraisal = editor.document.appraisal();
    if let Route::Appraisal { view, .. } = &app.state.route
        && let Some(criterion) = appraisal
            .leaves()
            .into_iter()
            .find(|leaf| leaf.id.as_str() == *view)
    {
        return html! { <>{ one(&app, &editor, criterion) }{ onward(&editor, Page::Scores) }</> };
    }
    let id = editor.document.id();
    let options = appraisal.appraised().next().is_some();
    let criteria = !appraisal.leaves().is_empty();
    let link = |page: Page, words: &'static str| html! { <a href={Route::of(id, page).href()}>{ words }</a> };
    let lede = html! { <>{ "Say how each option does on each criterion, and why. A blank is not a 0: an option with a missing score gets no total." }<Explained term={Term::Score} /></> };
    html! {
        <>
            <Head title="Scores" {lede} />
            <div>
                if options && criteria {
                    <ScoringPage />
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
            { so_far(&app, &editor, None) }
            { onward(&editor, Page::Scores) }
        </>
    }
}

/// What the page keeps, for Yew.
#[derive(Clone, Default)]
struct Kept(Scoring);

impl Reducible for Kept {
    type Action = ScoringStep;

    fn reduce(self: Rc<Self>, step: ScoringStep) -> Rc<Self> {
        Rc::new(Self(self.0.clone().after(step)))
    }
}

/// The grid with what belongs to it.
#[component]
fn ScoringPage() -> Html {
    let app = use_app();
    let editor = use_editor();
    let printing = use_printing();
    let kept = use_reducer(Kept::default);
    let scoring = &kept.0;
    let explained = use_state(|| None::<Explanation>);
    let pasting = use_state(|| None::<PastedTable>);
    let deps = (editor.clone(), scoring.refused.clone());
    let table = use_memo(deps, |(editor, refused)| {
        ScoreGrid::new(&editor.document, refused)
    });
    {
        // What was refused of a paste goes with what was entered of it.
        let (effect, steps) = (editor.document.effect.clone(), kept.dispatcher());
        use_effect_with(effect, move |effect| {
            let is_undone = |e: &Effect| e.way == Way::Undone && e.change.edit.is_paste();
            if effect.as_ref().is_some_and(is_undone) {
                steps.dispatch(ScoringStep::PasteUndone);
            }
        });
    }
    let at = scoring.at.within(table.size());
    let step: Callback<ScoringStep> = kept.dispatcher().into();
    let go = step.reform(ScoringStep::Go);
    let enter = {
        let (app, editor, table, step) = (app.clone(), editor.clone(), table.clone(), step.clone());
        Callback::from(move |(at, text): (CellPosition, String)| {
            enter(&app, &editor, &table, &step, at, &text)
        })
    };
    let paste = {
        let (app, editor, step) = (app.clone(), editor.clone(), step.clone());
        let (enter, pasting) = (enter.clone(), pasting.clone());
        Callback::from(move |(at, pasted): (CellPosition, Pasted)| {
            if !pasted.is_block() {
                enter.emit((at, pasted.text.trim().to_owned()));
                return;
            }
            let table = PastedTable {
                cells: Rc::new(pasted.cells()),
                at,
            };
            let found = table.lay(editor.document.appraisal(), PasteChoices::default());
            if found.asks() {
                // The cell gets the focus back when the look is over.
                step.emit(ScoringStep::Go(at));
                pasting.set(Some(table));
            } else {
                write(&app, &editor, &step, &found);
            }
        })
    };
    let written = {
        let (app, editor, step, pasting) =
            (app.clone(), editor.clone(), step.clone(), pasting.clone());
        Callback::from(move |choices: PasteChoices| {
            let table = (*pasting).as_ref();
            let found = table.map(|table| table.lay(editor.document.appraisal(), choices));
            pasting.set(None);
            found
                .iter()
                .for_each(|found| write(&app, &editor, &step, found));
        })
    };
    let cancel = {
        let (step, pasting) = (step.clone(), pasting.clone());
        Callback::from(move |()| {
            pasting.set(None);
            step.emit(ScoringStep::Go(at));
        })
    };
    let forget = {
        let (editor, step) = (editor.clone(), step.clone());
        Callback::from(move |at: CellPosition| {
            if let Some(key) = key(&editor, at) {
                step.emit(ScoringStep::Settle(key));
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
            { odd_scale(&editor) }
            { problems(&table, &go) }
            { attention(&table, &go) }
            { progress(&editor, &table, at, &go) }
            if printing { { on_paper(&entries_table(editor.document.appraisal()), Some("Criterion")) } }
            <Grid table={table.clone()} {at} chosen={scoring.chosen} typing={scoring.typing.clone()}
                focus={scoring.focus} step={step.clone()} enter={enter.clone()} {paste} {forget} />
            <p class="hint" id="scores-keys">
                <span class="by-keys">{ "Move with the arrow keys and type. Enter: down. Tab: right. Escape: undo typing. " }</span>
                <span class="by-touch">{ "Tap a score to see it below; tap again to change it here. " }</span>
                { "A table copied from a spreadsheet can be pasted at any score, with or without its headings." }
            </p>
            { ruled_out(&editor) }
            { panel(&editor, &table, at, &enter, &step.reform(ScoringStep::Select), &explain) }
            { reasons(&editor, printing) }
            { explain_dialog(&app, explained.as_ref(), close) }
            if let Some(table) = &*pasting { <PasteLook lay={table.looking(&editor)} write={written} {cancel} /> }
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

fn key(editor: &Editor, at: CellPosition) -> Option<ScoreKey> {
    let appraisal = editor.document.appraisal();
    let option = appraisal.appraised().nth(at.row)?;
    let leaf = *appraisal.leaves().get(at.column)?;
    Some((option.id.clone(), leaf.id.clone()))
}

/// Enters a text as a score, or keeps it with what is wrong with it.
fn enter(
    app: &App,
    editor: &Editor,
    table: &ScoreGrid,
    step: &Callback<ScoringStep>,
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
    let entered = parse_score(text, &leaf.scale.kind)
        .map_err(NotEntered::Unreadable)
        .and_then(|score| {
            let edit = Edit::typed_score(appraisal, &key.0, &key.1, score);
            editor.edit(edit).map_err(NotEntered::Refused)
        });
    match entered {
        Ok(()) => step.emit(ScoringStep::Settle(key)),
        Err(why) => {
            app.dispatch(Action::Say(format!(
                "Not entered. {}: {}",
                table.label(at),
                why.sentence()
            )));
            step.emit(ScoringStep::Refuse(
                key,
                RefusedText {
                    text: text.to_owned(),
                    why,
                    pasted: false,
                },
            ));
        }
    }
}
