//! What a table of criteria is read as and what it would make: columns, questions, and the tree.

use super::edits::dom_id;
use super::fields::{Choice, problem};
use super::radios::{radios, unhinted};
use std::rc::Rc;
use weighbridge_analysis::analyse;
use weighbridge_edit::{
    ColumnRole, CriteriaPlan, CriteriaTable, Existing, Fate, PlannedCriterion, WeightsOf,
};
use weighbridge_model::{Appraisal, Criterion, Direction};
use weighbridge_report::words::{Named, Sentence};
use weighbridge_report::{
    Shares, count, not_used, plan_headline, plan_notes, planned_scores, scale_line,
};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PlannedProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The id of the heading.
    pub title: AttrValue,
    pub table: CriteriaTable,
    pub plan: CriteriaPlan,
    /// The appraisal that it would change.
    pub on: Rc<Appraisal>,
    /// Takes the table read otherwise.
    pub change: Callback<CriteriaTable>,
}

impl PlannedProps {
    /// Changes how the table is read, with what an event brings.
    fn changed<T: 'static>(&self, set: impl Fn(&mut CriteriaTable, T) + 'static) -> Callback<T> {
        let (table, change) = (self.table.clone(), self.change.clone());
        Callback::from(move |what: T| {
            let mut next = table.clone();
            set(&mut next, what);
            change.emit(next);
        })
    }
}

/// The heading, what can be asked, and the tree.
#[component]
pub fn Planned(props: &PlannedProps) -> Html {
    let PlannedProps {
        id,
        title,
        table,
        plan,
        on,
        ..
    } = props;
    let then = plan.batch.tried_on(on);
    let headings: Vec<&str> = plan.unused.iter().map(|at| table.heading(*at)).collect();
    let error = format!("{id}-refused");
    // Once open it stays so: what is chosen in it would else be hidden from under the focus.
    let open = use_mut_ref(|| false);
    let columns_open = *open.borrow() || !plan.unused.is_empty();
    *open.borrow_mut() = columns_open;
    let refused = then.as_ref().err().map(|(_, why)| why.sentence());
    html! {
        <>
            <h3 id={title}><span role="status">{ plan_headline(plan) }</span></h3>
            { problem(&error, refused.as_deref()) }
            { columns(props, columns_open) }
            { questions(props) }
            <ul class="plan-notes">
                { for plan_notes(plan, &headings).into_iter().enumerate().map(|(at, words)| html! { <li key={at}>{ words }</li> }) }
            </ul>
            if let Ok(then) = &then { { tree(props, then) } }
        </>
    }
}

/// What each column is taken for, folded away where every one is used.
fn columns(props: &PlannedProps, open: bool) -> Html {
    let PlannedProps { id, table, .. } = props;
    let roles = table.roles();
    if roles.len() < 2 {
        return Html::default();
    }
    let choices: Vec<AttrValue> = ColumnRole::ALL
        .iter()
        .map(|role| AttrValue::Static(role.words()))
        .collect();
    let used = |role: &&ColumnRole| !matches!(role, ColumnRole::Ignored | ColumnRole::Option);
    let mut names: Vec<String> = roles
        .iter()
        .filter(used)
        .map(|role| role.words().to_owned())
        .collect();
    match roles
        .iter()
        .filter(|role| **role == ColumnRole::Option)
        .count()
    {
        0 => {}
        1 => names.push("one option".to_owned()),
        n => names.push(format!("{} options", count(n))),
    }
    let one = |(at, role): (usize, &ColumnRole)| {
        let chosen = ColumnRole::ALL
            .iter()
            .position(|other| other == role)
            .unwrap_or(0);
        let choose = props.changed(move |table, chosen: usize| {
            if let Some(role) = ColumnRole::ALL.get(chosen) {
                table.set_role(at, *role);
            }
        });
        let heading = table.heading(at);
        let label = match (table.has_headings(), heading) {
            (_, "") => format!("Column {}", at + 1),
            (true, heading) => format!("“{heading}”"),
            (false, first) => format!("“{first}”, …"),
        };
        html! { <Choice key={at} id={format!("{id}-column-{at}")} {label} choices={choices.clone()} {chosen} {choose} /> }
    };
    html! {
        <details class="more" {open}>
            <summary>{ format!("Columns read as: {}", names.join(", ")) }</summary>
            <div class="plan-columns">{ for roles.iter().enumerate().map(one) }</div>
        </details>
    }
}

/// What only a person can say.
fn questions(props: &PlannedProps) -> Html {
    let PlannedProps {
        id, table, plan, ..
    } = props;
    let here = plan.criteria.iter().any(|one| one.fate != Fate::New);
    let existing = props.changed(|table, at: usize| {
        table.set_existing(if at == 0 {
            Existing::Update
        } else {
            Existing::Leave
        });
    });
    let weights_of = props.changed(|table, at: usize| {
        table.set_weights_of(if at == 0 {
            WeightsOf::Everything
        } else {
            WeightsOf::Group
        });
    });
    let of_what = unhinted([WeightsOf::Everything, WeightsOf::Group].map(WeightsOf::words));
    let change = unhinted([
        "Change them to what the table says",
        "Leave them as they are",
    ]);
    html! {
        <>
            if here {
                { radios(&dom_id("existing", id), "Some of these are here already, by their names", &change,
                    usize::from(table.existing() == Existing::Leave), &existing) }
            }
            if let Some(of) = plan.weights_of {
                { radios(&dom_id("weights-of", id), "What are the weights shares of?", &of_what,
                    usize::from(of == WeightsOf::Group), &weights_of) }
            }
        </>
    }
}

/// Every criterion that there would be, with what becomes of those in the table.
fn tree(props: &PlannedProps, then: &Appraisal) -> Html {
    let analysis = analyse(then);
    let shares = Shares::of(&analysis);
    let row = |(criterion, depth): &(&Criterion, usize)| {
        let planned = props
            .plan
            .criteria
            .iter()
            .find(|one| one.id == criterion.id);
        let scale = criterion
            .is_leaf()
            .then(|| scale_line(then, &analysis, criterion).words);
        let share = analysis
            .node(&criterion.id)
            .and_then(|node| shares.whole(node));
        let facts = html! {
            <>
                <span class="planned-name">{ &criterion.name }</span>
                <span class="planned-scale">{ scale }</span>
                <span class="planned-share">{ share.map(str::to_owned) }</span>
            </>
        };
        line(props, facts, criterion, *depth, planned)
    };
    html! { <ol class="planned">{ for then.criteria_in_order().iter().map(row) }</ol> }
}

fn line(
    props: &PlannedProps,
    facts: Html,
    criterion: &Criterion,
    depth: usize,
    planned: Option<&PlannedCriterion>,
) -> Html {
    let fate = planned.map_or("As it is", |one| one.fate.words());
    let changed = planned.is_some_and(|one| one.fate == Fate::Changed);
    html! {
        <li key={criterion.id.as_str().to_owned()} class={classes!(format!("depth-{}", depth.min(4)), planned.is_none().then_some("quiet"))}>
            { facts }
            <span class={classes!("badge", changed.then_some("strong"))}>{ fate }</span>
            if let Some(planned) = planned { { remarks(props, planned, criterion) } }
        </li>
    }
}

/// What could not be read of a criterion, and what happens to its scores.
fn remarks(props: &PlannedProps, planned: &PlannedCriterion, criterion: &Criterion) -> Html {
    let row = planned.row;
    let towards = props.changed(move |table, at: usize| {
        table.set_direction(
            row,
            if at == 0 {
                Direction::Higher
            } else {
                Direction::Lower
            },
        );
    });
    let scores = planned_scores(planned);
    html! {
        <>
            if planned.direction_assumed {
                <div class="planned-more">
                    <Choice id={dom_id("better", &criterion.id)} label={format!("Which way is better on {}? The table does not say", criterion.short_name())}
                        choices={vec![AttrValue::from("More is better"), AttrValue::from("Less is better")]} chosen={0} choose={towards} />
                </div>
            }
            if !scores.is_empty() { <p class="planned-more note">{ scores }</p> }
            { for planned.faults.iter().enumerate().map(|(at, (text, why))| html! {
                <p class="planned-more note bad" key={at}>{ not_used(text, why) }</p>
            }) }
        </>
    }
}
