//! Whether the answer holds as one weight changes.

use super::views::{names, notes, scoped_findings, views};
use crate::ui::components::data_table::DataTable;
use crate::ui::components::explained::Explained;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::form::choice_field;
use crate::ui::components::open_table::behind;
use crate::ui::components::outcome::Head;
use crate::ui::hooks::{Editor, use_editor};
use std::rc::Rc;
use weighbridge_analysis::{NodeIx, WeightClaims};
use weighbridge_chart::{Presentation, WeightLines as WeightLinesChart};
use weighbridge_report::words::Term;
use weighbridge_report::{
    SingleChanges, WEIGHTS_WORDS, equal_rest_words, explain_weight_flip, weight_changes,
    weight_lines_picture, weights_table,
};
use weighbridge_state::file_stem;
use yew::prelude::*;

/// One weight at a time: the lines of one, what each would change, and how far each can move.
pub fn one_weight(
    editor: &Editor,
    chosen: UseStateHandle<Option<NodeIx>>,
    single: Rc<SingleChanges>,
) -> Html {
    let told = editor.document.subject().under_scope_heading();
    let changing = weight_changes(told, &single);
    let table = weights_table(told);
    let varies = !single.claims.claims.is_empty();
    let lede = match varies {
        true => {
            "One weight at a time goes from 0 to 100%, while the others keep their proportions. Where the leader changes is worked out exactly."
        }
        false => {
            "There is only one criterion, so there is no weight to change: the scores decide alone."
        }
    };
    html! {
        <>
            <Head title="What if one weight changed?" lede={html! { <>{ lede }<Explained term={Term::SwitchingValue} /></> }} />
            { views(editor, "one-weight") }
            { notes(editor) }
            if varies {
                <section aria-label="Weight lines">
                    <WeightChart {chosen} {single} />
                </section>
                { scoped_findings(editor, "What would change the answer", &changing) }
                <DataTable id="every-weight" heading={table.caption.clone()} words={WEIGHTS_WORDS} table={Rc::new(table)}
                    explain={behind(editor, explain_weight_flip)} />
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
pub struct WeightChartProps {
    /// The criterion looked at, by its place among the nodes.
    pub chosen: UseStateHandle<Option<NodeIx>>,
    pub single: Rc<SingleChanges>,
}

/// The lines of one weight, with a choice of which; nothing where no weight can vary.
#[component]
pub fn WeightChart(props: &WeightChartProps) -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let subject = document.subject();
    let claims = &props.single.claims;
    let chosen = &props.chosen;
    // Which of the two shares of a part of a group is drawn; the one that tells most until one is chosen.
    let of_group = use_state(|| None::<bool>);
    let mut nodes: Vec<NodeIx> = claims.claims.iter().map(|c| c.node()).collect();
    nodes.dedup();
    let choose = {
        let (chosen, nodes, of_group) = (chosen.clone(), nodes.clone(), of_group.clone());
        Callback::from(move |at: usize| {
            chosen.set(nodes.get(at).copied());
            of_group.set(None);
        })
    };
    let choose_share = {
        let of_group = of_group.clone();
        Callback::from(move |at: usize| of_group.set(Some(at == 0)))
    };
    let node = chosen
        .filter(|node| nodes.contains(node))
        .or_else(|| most_telling(claims));
    let own: Vec<usize> = (0..claims.claims.len())
        .filter(|at| Some(claims.claims[*at].node()) == node)
        .collect();
    let at = match *of_group {
        None => nearest(claims, own.iter().copied()),
        Some(inner) => own
            .iter()
            .copied()
            .find(|at| claims.claims[*at].group.is_some() == inner),
    };
    let at = at.or(own.first().copied());
    let Some(shown) = at.and_then(|at| claims.claims.get(at)) else {
        return Html::default();
    };
    let shares = own.iter().map(|at| match claims.claims[*at].group {
        Some(group) => AttrValue::from(format!("within {}", subject.criterion(group))),
        None => AttrValue::from("of everything"),
    });
    let shares: Vec<AttrValue> = shares.collect();
    let share_at = own.iter().position(|own| Some(*own) == at).unwrap_or(0);
    let draw = {
        let (document, single) = (document.clone(), props.single.clone());
        Draw::new(
            move |width| match at.and_then(|at| single.claims.claims.get(at)) {
                Some(claim) => {
                    let (presentation, chart) = weight_lines_picture(document.subject(), claim);
                    chart.draw(&presentation.at(width))
                }
                None => {
                    WeightLinesChart::default().draw(&Presentation::new("weight-lines", width, ""))
                }
            },
        )
    };
    let node_at = nodes.iter().position(|at| Some(*at) == node).unwrap_or(0);
    let choices = names(subject, &nodes);
    let stem = file_stem(&subject.appraisal.frame.title);
    html! {
        <>
            <Figure {draw} name={format!("{stem}-weight-of-{}", subject.analysis.nodes[shown.node()].id)} heading=true />
            <div class="row">
                { choice_field("criterion".to_owned(), "Criterion", "", choices, node_at, choose) }
                if shares.len() > 1 {
                    { choice_field("share".to_owned(), "Share", "", shares, share_at, choose_share) }
                }
            </div>
            if let Some(words) = equal_rest_words(subject, shown) {
                <p class="note">{ words }</p>
            }
        </>
    }
}

/// The criterion with a change of leader nearest to where it is now; the first when none has any.
fn most_telling(claims: &WeightClaims) -> Option<NodeIx> {
    let at = nearest(claims, 0..claims.claims.len())?;
    Some(claims.claims[at].node())
}

/// Of some claims the one with the nearest change of leader; the first when none has any.
fn nearest(claims: &WeightClaims, of: impl Iterator<Item = usize>) -> Option<usize> {
    let away = |at: &usize| claims.claims[*at].distance();
    of.min_by(|a, b| away(a).total_cmp(&away(b)))
}
