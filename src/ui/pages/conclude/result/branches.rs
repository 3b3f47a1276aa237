//! Where the points come from: groups that open to their criteria, a column for each option.

use crate::ui::components::explained::Explained;
use crate::ui::components::paper::{on_paper, use_printing};
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_analysis::NodeIx;
use weighbridge_report::words::Term;
use weighbridge_report::{
    Branch, Branches, Explanation, Subject, branches, branches_table, explain_total, explain_value,
    explain_weight,
};
use yew::prelude::*;

/// How wide and high the bar of a cell is, in px.
const BAR: (f64, f64) = (48.0, 12.0);

#[derive(PartialEq, Properties)]
pub struct WhereFromProps {
    /// Opens an explanation.
    pub explain: Callback<Explanation>,
}

/// The table; where criteria do not stand in groups the bars say the same, and only paper, with no room for every number
/// in them, has it. On paper every group is open.
#[component]
pub fn WhereFrom(props: &WhereFromProps) -> Html {
    let (editor, printing) = (use_editor(), use_printing());
    let opened = use_state(Vec::<NodeIx>::new);
    let subject = editor.document.subject();
    let Some(found) = branches(subject) else {
        return Html::default();
    };
    let groups: Vec<NodeIx> = found
        .rows
        .iter()
        .filter(|row| row.criteria > 0)
        .map(|row| row.node)
        .collect();
    if printing {
        return html! {
            <section>
                <h2>{ "Where the points come from" }</h2>
                <p class="sub">{ "Points of 100 that each criterion adds." }</p>
                { on_paper(&branches_table(subject, &found), None) }
            </section>
        };
    }
    if groups.is_empty() {
        return Html::default();
    }
    let all = groups.iter().all(|group| opened.contains(group));
    let toggle_all = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| {
            opened.set(if all { Vec::new() } else { groups.clone() });
        })
    };
    let toggle = |node: NodeIx| {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| {
            let mut next = (*opened).clone();
            match next.iter().position(|at| *at == node) {
                Some(at) => drop(next.remove(at)),
                None => next.push(node),
            }
            opened.set(next);
        })
    };
    // What stands in a group that is closed is not shown.
    let is_shown = |row: &&Branch| {
        let mut above = row.parent;
        while let Some(node) = above {
            if !opened.contains(&node) {
                return false;
            }
            above = subject.analysis.nodes[node].parent;
        }
        true
    };
    let name = |row: &Branch| {
        let short = subject.criterion_short(row.node).into_owned();
        match row.criteria {
            0 => html! { { short } },
            n => html! {
                <button class="link fold" type="button" aria-expanded={opened.contains(&row.node).to_string()} onclick={toggle(row.node)}>
                    { short }<small class="quiet">{ format!(" {n} {}", if n == 1 { "criterion" } else { "criteria" }) }</small>
                </button>
            },
        }
    };
    let opens = |make: Rc<dyn Fn(Subject<'_>) -> Explanation>| {
        let document = editor.document.clone();
        let explain = props.explain.clone();
        Callback::from(move |_: MouseEvent| explain.emit(make(document.subject())))
    };
    let button = |words: &str, make: Rc<dyn Fn(Subject<'_>) -> Explanation>| {
        html! {
            <button class="link" type="button" onclick={opens(make)} aria-haspopup="dialog">{ words }</button>
        }
    };
    let share = |row: &Branch| {
        let node = row.node;
        button(&row.share, Rc::new(move |on| explain_weight(on, node)))
    };
    let total = |at: usize, words: &str| match found.options.get(at).copied() {
        Some(option) => button(words, Rc::new(move |on| explain_total(on, option))),
        None => Html::default(),
    };
    // What a group adds is what its criteria add, which the total lists.
    let behind = |row: &Branch, at: usize| {
        let option = found.options.get(at).copied()?;
        let mut leaves = subject.analysis.leaves.iter_enumerated();
        let leaf = leaves.find(|(_, node)| **node == row.node);
        Some(match leaf.map(|(leaf, _)| leaf) {
            Some(leaf) => opens(Rc::new(move |on| explain_value(on, option, leaf))),
            None => opens(Rc::new(move |on| explain_total(on, option))),
        })
    };
    html! {
        <section class="where-from">
            <h2>{ "Where the points come from" }</h2>
            <p class="sub">{ "Points of 100 that each criterion adds." }<span class="screen">{ " Open a group to see its criteria." }</span><Explained term={Term::Total} /></p>
            <div class="scroll" tabindex="0" role="region" aria-label="Where the points come from">
                <table class="branches">
                    <thead><tr>
                        <th scope="col">{ "Group and criterion" }</th>
                        <th scope="col" class="number">{ "Share of everything" }</th>
                        { for found.options.iter().map(|at| html! { <th key={usize::from(*at)} scope="col" class="number">{ subject.option_short(*at).into_owned() }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for found.rows.iter().filter(is_shown).map(|row| html! {
                            <tr key={usize::from(row.node)} class={classes!(format!("depth-{}", row.depth.min(3)))}>
                                <th scope="row">{ name(row) }</th>
                                <td class="number">{ share(row) }</td>
                                { for row.points.iter().enumerate().map(|(at, points)| cell(&found, at, points.as_ref(), behind(row, at))) }
                            </tr>
                        }) }
                    </tbody>
                    <tfoot><tr>
                        <th scope="row">{ "Total" }</th>
                        <td class="number">{ "100%" }</td>
                        { for found.totals.iter().enumerate().map(|(at, words)| html! { <td key={at} class="number">{ total(at, words) }</td> }) }
                    </tr></tfoot>
                </table>
            </div>
            <p class="tools"><button class="link" type="button" onclick={toggle_all}>{ if all { "Close all groups" } else { "Open all groups" } }</button></p>
        </section>
    }
}

/// A number with its bar. A click opens what is behind it, as the share of its row and the total of its column do for keys.
fn cell(
    found: &Branches,
    at: usize,
    points: Option<&(String, f64)>,
    opens: Option<Callback<MouseEvent>>,
) -> Html {
    let (wide, high) = BAR;
    let bar = points.map(|(_, points)| {
        let length = (points / found.most).clamp(0.0, 1.0) * wide;
        html! {
            <svg class="bar" width={wide.to_string()} height={high.to_string()} aria-hidden="true" focusable="false">
                <rect class="under" width={wide.to_string()} height={high.to_string()} />
                <rect class="over" width={format!("{length:.1}")} height={high.to_string()} />
            </svg>
        }
    });
    let words = points.map_or("–", |(words, _)| words.as_str()).to_owned();
    html! { <td key={at} class="number opens" onclick={opens}>{ bar }{ words }</td> }
}
