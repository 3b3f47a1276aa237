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
mod score_grid;

use crate::ui::components::explain::Explain;
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
use score_grid::ScoreGrid;
use std::rc::Rc;
use weighbridge_edit::{Block, Edit, is_block, parse_entry};
use weighbridge_report::csv::parse_block;
use weighbridge_report::{
    Explanation,
    words::{Sentence, pasted},
};
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
            <Outcome />
            <Onward page={Page::Scores} />
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
    let kept = use_reducer(Kept::default);
    let scoring = &kept.0;
    let explained = use_state(|| None::<Explanation>);
    let deps = (editor.clone(), scoring.refused.clone());
    let table = use_memo(deps, |(editor, refused)| {
        ScoreGrid::new(&editor.document, refused)
    });
    {
        // What was refused of a paste goes with what was entered of it.
        let (effect, steps) = (editor.document.effect.clone(), kept.dispatcher());
        use_effect_with(effect, move |effect| {
            let is_undone =
                |e: &Effect| e.way == Way::Undone && e.change.edit.enters_several_scores();
            if effect.as_ref().is_some_and(is_undone) {
                steps.dispatch(ScoringStep::Clear);
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
        Callback::from(move |(at, text): (CellPosition, String)| {
            paste(&app, &editor, &step, at, &text)
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
            <OddScale />
            <Problems table={table.clone()} left_out={scoring.left_out} go={go.clone()}
                dismiss={step.reform(|()| ScoringStep::Dismiss)} />
            <Attention table={table.clone()} go={go.clone()} />
            <Progress table={table.clone()} {at} {go} />
            <Grid table={table.clone()} {at} chosen={scoring.chosen} typing={scoring.typing.clone()}
                focus={scoring.focus} step={step.clone()} enter={enter.clone()} {paste} {forget} />
            <p class="hint" id="scores-keys">
                <span class="by-keys">{ "Move with the arrow keys and type; Enter goes down, Tab to the right, Escape takes back. " }</span>
                <span class="by-touch">{ "Tap a score to see it below; tap again to change it here. " }</span>
                { "A block copied from a spreadsheet can be pasted at any score." }
            </p>
            { ruled_out(&editor) }
            <Panel {table} {at} {enter} select={step.reform(ScoringStep::Select)} {explain} />
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
    let entered = parse_entry(text, &leaf.scale.kind)
        .map_err(NotEntered::Unreadable)
        .and_then(|entry| {
            let edit = Edit::score(&key.0, &key.1, entry);
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
                },
            ));
        }
    }
}

/// Lays a pasted text over the scores from a place, as one change.
fn paste(app: &App, editor: &Editor, step: &Callback<ScoringStep>, at: CellPosition, text: &str) {
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
    let entered: Vec<ScoreKey> = block
        .entries
        .iter()
        .map(|(o, c, _)| (o.clone(), c.clone()))
        .collect();
    let left_out = block.left_out;
    if let Some(words) = pasted(&block) {
        app.dispatch(Action::Say(words));
    }
    let refused = block.refused.into_iter().map(|cell| {
        let why = NotEntered::Unreadable(cell.why);
        let text = cell.text;
        ((cell.option, cell.criterion), RefusedText { text, why })
    });
    step.emit(ScoringStep::Pasted(entered, refused.collect(), left_out));
}
