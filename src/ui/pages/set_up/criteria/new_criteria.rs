//! One field that adds criteria: one that is typed, a list, or a table from a spreadsheet.

use super::plan::plan;
use crate::browser::{HtmlTextAreaElement, element};
use crate::ui::components::fields::problem;
use crate::ui::components::pasting::{block, rows};
use crate::ui::hooks::use_editor;
use weighbridge_edit::{CriteriaTable, Edit};
use weighbridge_model::CriterionId;
use weighbridge_report::words::Sentence;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct NewCriteriaProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// The group that they go in; the top for `None`.
    #[prop_or_default]
    pub parent: Option<CriterionId>,
    /// What the button says while it is about one.
    #[prop_or(AttrValue::Static("Add criterion"))]
    pub button: AttrValue,
    /// The element that gets the focus afterwards, where this field goes.
    #[prop_or_default]
    pub then: Option<AttrValue>,
}

/// The field, and what it would do once there is more than a line in it.
#[component]
pub fn NewCriteria(props: &NewCriteriaProps) -> Html {
    let editor = use_editor();
    let text = use_state(String::new);
    let table = use_state(|| None::<CriteriaTable>);
    let error = use_state(|| None::<String>);
    let NewCriteriaProps {
        id, hint, parent, ..
    } = props;
    let read = {
        let (editor, parent) = (editor.clone(), parent.clone());
        move |rows: &[Vec<String>]| {
            let table = CriteriaTable::read(rows);
            let on = editor.document.appraisal();
            table.with_options_of(on).within(parent.clone())
        }
    };
    let oninput = {
        let (text, table, error, read) = (text.clone(), table.clone(), error.clone(), read.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            let typed = field.map(|field| field.value()).unwrap_or_default();
            table.set(is_list(&typed).then(|| read(&rows(&typed))));
            text.set(typed);
            error.set(None);
        })
    };
    let onpaste = {
        let (text, table, error) = (text.clone(), table.clone(), error.clone());
        Callback::from(move |event: Event| {
            let Some(from) = block(&event).filter(|_| text.trim().is_empty()) else {
                return;
            };
            // The cells of a spreadsheet are known better than the text of the field could say.
            event.prevent_default();
            table.set(Some(read(&from.rows)));
            text.set(from.text.trim_end().to_owned());
            error.set(None);
        })
    };
    let clear = {
        let (text, table, id) = (text.clone(), table.clone(), id.clone());
        Callback::from(move |()| {
            text.set(String::new());
            table.set(None);
            element::focus_soon(&id);
        })
    };
    let add = {
        let (editor, text, error) = (editor.clone(), text.clone(), error.clone());
        let (parent, id, then) = (parent.clone(), id.clone(), props.then.clone());
        Callback::from(move |()| {
            let on = editor.document.appraisal();
            let edit = Edit::add_criterion(on, text.trim(), parent.clone());
            match editor.edit(edit) {
                Ok(()) => {
                    text.set(String::new());
                    error.set(None);
                    element::focus_soon(then.as_ref().unwrap_or(&id));
                }
                Err(why) => {
                    error.set(Some(why.sentence()));
                    element::focus(&id);
                }
            }
        })
    };
    let onkeydown = {
        let (add, several) = (add.clone(), table.is_some());
        Callback::from(move |event: KeyboardEvent| {
            // One name is added by Enter; in a list, Enter begins the next line.
            if event.key() == "Enter" && !event.shift_key() && !several && !event.is_composing() {
                event.prevent_default();
                add.emit(());
            }
        })
    };
    let onsubmit = add.reform(|event: SubmitEvent| event.prevent_default());
    let change = {
        let table = table.clone();
        Callback::from(move |next: CriteriaTable| table.set(Some(next)))
    };
    let done = {
        let (clear, then) = (clear.clone(), props.then.clone());
        Callback::from(move |()| {
            clear.emit(());
            if let Some(then) = &then {
                element::focus_soon(then);
            }
        })
    };
    let lines = text.lines().count().clamp(1, 8).to_string();
    let wrong = error.is_some();
    let described = [(!hint.is_empty(), "hint"), (wrong, "error")];
    let described: Vec<String> = described
        .iter()
        .filter(|(said, _)| *said)
        .map(|(_, role)| format!("{id}-{role}"))
        .collect();
    html! {
        <div class="new-criteria">
            <form class={classes!("add", wrong.then_some("wrong"))} {onsubmit}>
                <label for={id}>{ &props.label }</label>
                if !hint.is_empty() { <p class="hint" id={format!("{id}-hint")}>{ hint }</p> }
                { problem(id, error.as_deref()) }
                <div class="row">
                    <textarea {id} rows={lines} class="list" autocomplete="off" wrap="off" value={(*text).clone()} {oninput} {onpaste} {onkeydown}
                        aria-describedby={(!described.is_empty()).then(|| described.join(" "))} aria-invalid={wrong.then_some("true")} />
                    if table.is_none() {
                        <button class="button" type="submit">{ &props.button }</button>
                    }
                </div>
            </form>
            if let Some(table) = &*table {
                { plan(&editor, format!("{id}-plan"), table, change, done, &clear) }
            }
        </div>
    }
}

/// Whether a text is more than one name.
fn is_list(text: &str) -> bool {
    text.contains('\t') || text.trim().contains('\n')
}
