//! The page on paper: whether it is being printed, what stands at its edges, and tables that fit its width.

use crate::browser::paper::{on_print, set_edge};
use crate::browser::{clock, moment};
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_chart::Table;
use weighbridge_report::{paper_tables, standing_and_notice, version, version_line};
use weighbridge_state::Page;
use yew::prelude::*;

/// The width of what is drawn for paper, in px: printed over the width of upright A4 between its margins, words in it are
/// 10 points high.
pub const PAPER_WIDTH: u32 = 780;

/// Whether the page is being printed.
#[derive(Clone, Copy, PartialEq)]
struct Printing(bool);

/// Whether the page is being printed: then there is nothing to choose or type, and nothing may be left to be opened.
#[hook]
pub fn use_printing() -> bool {
    use_context::<Printing>().is_some_and(|printing| printing.0)
}

#[derive(PartialEq, Properties)]
pub struct PaperProps {
    /// The page that would be printed.
    pub page: Page,
    pub children: Html,
}

/// Tells what is inside when it is printed, and puts title, status, version and date at the edges of every page.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let editor = use_editor();
    let printing = use_state_eq(|| false);
    {
        let printing = printing.clone();
        use_effect_with((editor, props.page), move |(editor, page)| {
            let (editor, page) = (editor.clone(), *page);
            let listeners = on_print(move |now| {
                for (edge, words) in edges(&editor, page) {
                    set_edge(edge, now.then_some(words.as_str()));
                }
                printing.set(now);
            });
            move || drop(listeners)
        });
    }
    html! {
        <ContextProvider<Printing> context={Printing(*printing)}>{ props.children.clone() }</ContextProvider<Printing>>
    }
}

/// What stands at the edges of every page.
fn edges(editor: &Editor, page: Page) -> [(&'static str, String); 4] {
    let on = editor.document.appraisal();
    let page = match page {
        Page::Criteria => "Criteria hand-out",
        page => page.name(),
    };
    [
        ("title", on.frame.title.clone()),
        ("page", page.to_owned()),
        ("standing", standing_and_notice(&on.frame).join(" · ")),
        ("version", version_words(editor)),
    ]
}

/// Which version this is, and when it is printed. It stands under the title of the first page, too, for browsers that put
/// nothing at the edges.
pub fn version_words(editor: &Editor) -> String {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit")]
    let printed = moment(clock::now() as f64);
    let document = &editor.document;
    let changes = document.history.changes().count();
    version_line(&version(document.appraisal()), changes, &printed)
}

/// A table as paper takes it, in as many parts as it needs. `columns` is what its columns are, where it may be turned.
pub fn on_paper(table: &Table, columns: Option<&str>) -> Html {
    let part = |table: &Table| {
        let heads = table.headers.iter().enumerate();
        let row = |(at, (words, numbers)): (usize, (&Vec<String>, &Vec<Option<f64>>))| {
            let cells = words.iter().zip(numbers).enumerate();
            html! {
                <tr key={at}>
                    { for cells.map(|(at, (words, number))| match at {
                        0 => html! { <th key={at} scope="row">{ words }</th> },
                        _ => html! { <td key={at} class={number.map(|_| "number")}>{ words }</td> },
                    }) }
                </tr>
            }
        };
        let is_number = |at: usize| table.is_number(at).then_some("number");
        html! {
            <table class="paper on-paper">
                <caption>{ &table.caption }</caption>
                <thead><tr>{ for heads.map(|(at, words)| html! { <th key={at} scope="col" class={is_number(at)}>{ words }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().zip(&table.numbers).enumerate().map(row) }</tbody>
            </table>
        }
    };
    paper_tables(table, columns).iter().map(part).collect()
}
