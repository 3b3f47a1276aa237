//! Where the points come from: groups that open to their criteria, a column for each option.

use crate::ui::components::explained::Explained;
use crate::ui::components::paper::use_printing;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::NodeIx;
use weighbridge_report::words::Term;
use weighbridge_report::{Branch, Branches, branches};
use yew::prelude::*;

/// How wide and high the bar of a cell is, in px.
const BAR: (f64, f64) = (48.0, 12.0);

/// The table; where criteria do not stand in groups the bars say the same, and only paper, with no room for every number
/// in them, has it. On paper every group is open.
#[component]
pub fn WhereFrom() -> Html {
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
    if groups.is_empty() && !printing {
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
            if !printing && !opened.contains(&node) {
                return false;
            }
            above = subject.analysis.nodes[node].parent;
        }
        true
    };
    let name = |row: &Branch| {
        let short = subject.criterion_short(row.node).into_owned();
        match row.criteria {
            n if n == 0 || printing => html! { { short } },
            n => html! {
                <button class="link fold" type="button" aria-expanded={opened.contains(&row.node).to_string()} onclick={toggle(row.node)}>
                    { short }<small class="quiet">{ format!(" {n} {}", if n == 1 { "criterion" } else { "criteria" }) }</small>
                </button>
            },
        }
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
                                <td class="number">{ &row.share }</td>
                                { for row.points.iter().enumerate().map(|(at, points)| cell(&found, at, points.as_ref())) }
                            </tr>
                        }) }
                    </tbody>
                    <tfoot><tr>
                        <th scope="row">{ "Total" }</th>
                        <td class="number">{ "100%" }</td>
                        { for found.totals.iter().enumerate().map(|(at, words)| html! { <td key={at} class="number">{ words }</td> }) }
                    </tr></tfoot>
                </table>
            </div>
            <p class="tools"><button class="link" type="button" onclick={toggle_all}>{ if all { "Close all groups" } else { "Open all groups" } }</button></p>
        </section>
    }
}

/// A number with its bar.
fn cell(found: &Branches, at: usize, points: Option<&(String, f64)>) -> Html {
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
    html! { <td key={at} class="number">{ bar }{ words }</td> }
}
