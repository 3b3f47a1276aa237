//! Result: what follows, what would change it, and how it was worked out.

mod branches;
mod compare;
mod exports;
mod matrix;

use super::first_places::use_first_places;
use crate::ui::components::explain::explain as explain_dialog;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::{Head, onward};
use crate::ui::components::paper::use_printing;
use crate::ui::components::reasons::reasons;
use crate::ui::components::text::{findings, text};
use crate::ui::hooks::{Editor, use_app, use_editor};
use branches::WhereFrom;
use compare::Compare;
use exports::exports;
use matrix::Matrix;
use weighbridge_analysis::{Issue, Severity, Verdict};
use weighbridge_model::OptionStatus;
use weighbridge_report::{
    Explanation, SingleChanges, changes_of, contributions_picture, dominance, explain_total,
    gates_open, headline, incomplete, issue_words, left_out, overtaken, summary,
};
use weighbridge_state::{Document, Page, Route, file_stem};
use yew::prelude::*;

/// The page.
#[component]
pub fn Result() -> Html {
    let (app, editor, printing) = (use_app(), use_editor(), use_printing());
    let document = &editor.document;
    let subject = document.subject();
    let explained = use_state(|| None::<Explanation>);
    let explain = {
        let explained = explained.clone();
        Callback::from(move |what: Explanation| explained.set(Some(what)))
    };
    let close = {
        let explained = explained.clone();
        Callback::from(move |()| explained.set(None))
    };
    let draw = {
        let document = document.clone();
        Draw::new(move |width| {
            let (presentation, chart) = contributions_picture(document.subject());
            chart.draw(&presentation.at(width))
        })
    };
    let behind = {
        let document = document.clone();
        Callback::from(move |at: usize| {
            let order = document.analysis.in_rank_order();
            Some(explain_total(document.subject(), *order.get(at)?))
        })
    };
    let values = !subject.analysis.options.is_empty() && !subject.analysis.leaves.is_empty();
    let totals = subject.analysis.verdict != Verdict::NoTotals || !incomplete(subject).is_empty();
    let open = incomplete(subject);
    let dominated = dominance(subject);
    let single = use_memo(document.analysis.clone(), |_| SingleChanges::of(subject));
    // Which options it is about stands once, as a heading of the list.
    let scope = subject.scope_heading();
    let changing = changes_of(subject.under_scope_heading(), &single);
    let first = use_first_places();
    let lede = html! {
        <>{ summary(subject) }{ " " }{ overtaken(subject, &single) }{ " " }{ first.leader(document, true) }</>
    };
    html! {
        <div class="conclude">
            <Head title={headline(subject)} {lede} asked={true} />
            { blocking(&editor) }
            if values && totals {
                <div class="beside">
                    <section aria-label="Totals">
                        <Figure {draw} name={format!("{}-result", file_stem(&subject.appraisal.frame.title))} explain={behind} />
                    </section>
                    { first.dots(document) }
                </div>
                <WhereFrom explain={explain.clone()} />
            }
            if !open.is_empty() {
                <section>
                    <h2>{ "What is still open" }</h2>
                    { findings(&editor, &open) }
                    { way(&Route::of(document.id(), Page::Scores), "Go to the scores") }
                </section>
            }
            { unjudged(document) }
            if !changing.is_empty() {
                <section>
                    <h2>{ "What would change it" }</h2>
                    <p class="sub">{ "One weight or one score at a time, worked out exactly. The other weights keep their proportions." }</p>
                    if let Some(words) = left_out(subject) {
                        <p>{ text(&editor, &words) }</p>
                    }
                    if let Some(scope) = scope {
                        <h3>{ scope }</h3>
                    }
                    { findings(&editor, &changing) }
                    { way(&Route::of(document.id(), Page::HowSure), "How sure is this?") }
                    { way(&Route::part(document.id(), Page::HowSure, "your-weights"), "What if the weights were yours?") }
                </section>
            }
            if values {
                <section>
                    <h2>{ "Why" }</h2>
                    <h3>{ "How each option does" }</h3>
                    <p class="sub">{ "Value from 0 (worst) to 100 (best)." }<span class="screen">{ " The stronger the shade, the better. Choose a number to see where it comes from." }</span></p>
                    <Matrix explain={explain} />
                    <Compare />
                    if !dominated.is_empty() {
                        <h3>{ "Options that can never win" }</h3>
                        { findings(&editor, &dominated) }
                    }
                </section>
            }
            { worth_knowing(&editor) }
            { ruled_out(&editor) }
            { reasons(&editor, printing) }
            if values {
                { exports(&editor) }
            }
            { explain_dialog(&app, explained.as_ref(), close) }
            { onward(&editor, Page::Result) }
        </div>
    }
}

/// A link to where one goes from here, on a line of its own.
fn way(to: &Route, words: &str) -> Html {
    html! { <p class="screen"><a class="alone" href={to.href()}>{ words }</a></p> }
}

/// What stands in the way of a result, each with the page where it is mended.
fn blocking(editor: &Editor) -> Html {
    let issues = listed(editor, |issue| issue.severity() == Severity::Blocks);
    html! {
        if !issues.is_empty() {
            <section class="banner" aria-labelledby="blocking">
                <h2 id="blocking">{ "What is missing" }</h2>
                <ul>{ for issues }</ul>
            </section>
        }
    }
}

/// Some of the issues, each as an item of a list.
fn listed(editor: &Editor, which: impl Fn(&Issue) -> bool) -> Vec<Html> {
    let document = &editor.document;
    let issues = document.analysis.issues.iter().filter(|issue| which(issue));
    let item = |(at, issue): (usize, &Issue)| {
        html! { <li key={at}>{ issue_words(issue, document.appraisal()) }{ " " }{ fix_link(editor, issue) }</li> }
    };
    issues.enumerate().map(item).collect()
}

/// The gateways at which options are not judged: what leads may still fail one.
fn unjudged(document: &Document) -> Html {
    let open = gates_open(document.subject());
    html! {
        if !open.is_empty() {
            <section>
                <h2>{ "Gateways not judged yet" }</h2>
                <ul class="findings">{ for open.iter().enumerate().map(|(at, words)| html! { <li key={at}>{ words }</li> }) }</ul>
                { way(&Route::of(document.id(), Page::Options), "Go to Options") }
            </section>
        }
    }
}

fn worth_knowing(editor: &Editor) -> Html {
    let issues = listed(editor, |issue| {
        // What stands under its own heading already is not said twice.
        let elsewhere = matches!(
            issue,
            Issue::MissingScores { .. }
                | Issue::GatewayNotJudged { .. }
                | Issue::GatewayMisfit { .. }
        );
        issue.severity() != Severity::Blocks && !elsewhere
    });
    html! {
        if !issues.is_empty() {
            <section>
                <h2>{ "Worth knowing" }</h2>
                <ul class="findings">{ for issues }</ul>
            </section>
        }
    }
}

/// A link to the page where an issue is mended.
fn fix_link(editor: &Editor, issue: &Issue) -> Html {
    let page = match issue {
        Issue::NoQuestion => Page::Question,
        Issue::NoOptions
        | Issue::OneOption
        | Issue::NoBaseline
        | Issue::FailsGateway { .. }
        | Issue::GatewayNotJudged { .. }
        | Issue::GatewayMisfit { .. } => Page::Options,
        Issue::NoCriteria
        | Issue::BreakpointOutside { .. }
        | Issue::OutsideScale { .. }
        | Issue::NarrowScale { .. }
        | Issue::RangesUnseen { .. }
        | Issue::NearDuplicate { .. }
        | Issue::CostScored { .. }
        | Issue::CheckAnsweredNo { .. }
        | Issue::PriorityWithoutCriterion { .. }
        | Issue::LevelsOutsideScale { .. } => Page::Criteria,
        Issue::MissingWeight { .. }
        | Issue::AllWeightsZero { .. }
        | Issue::SwingStale { .. }
        | Issue::SwingEndsNotRecorded { .. }
        | Issue::SwingWithoutHundred { .. }
        | Issue::WeightsFromBefore { .. }
        | Issue::JudgementsIncomplete { .. }
        | Issue::WeightsNotFromJudgements { .. }
        | Issue::JudgementsInconsistent { .. }
        | Issue::FlatWeights { .. }
        | Issue::WeightOutsideRange { .. }
        | Issue::Lopsided { .. } => Page::Weights,
        Issue::StatementsContradict { .. }
        | Issue::StatementNotUsed { .. }
        | Issue::WeightsBreakStatement { .. } => Page::HowSure,
        Issue::MissingScores { .. }
        | Issue::FractionOfValues { .. }
        | Issue::Unusable { .. }
        | Issue::NotApplicableToAny { .. }
        | Issue::NotApplicableToSome { .. }
        | Issue::SameForAll { .. }
        | Issue::MarksOnValues { .. }
        | Issue::ScoreOutsideRange { .. }
        | Issue::ScoresWithoutReason { .. } => Page::Scores,
    };
    html! { <a class="screen" href={Route::of(editor.document.id(), page).href()}>{ format!("Go to {}", page.name()) }</a> }
}

/// The options no longer considered, with their stage and reason, as a decision has to record.
fn ruled_out(editor: &Editor) -> Html {
    let options = &editor.document.appraisal().options;
    let out = options.iter().filter_map(|option| match &option.status {
        OptionStatus::RuledOut(why) => Some((option, why)),
        _ => None,
    });
    let rows: Vec<Html> = out
        .map(|(option, why)| {
            html! {
                <li key={option.id.as_str().to_owned()}>
                    <strong>{ &option.name }</strong>
                    { if why.stage.is_empty() { String::new() } else { format!(" ({})", why.stage) } }
                    { ": " }
                    { if why.reason.is_empty() { "no reason recorded" } else { why.reason.as_str() } }
                    if !why.source.is_empty() { <span class="quiet">{ format!(" Source: {}", why.source) }</span> }
                </li>
            }
        })
        .collect();
    html! {
        if !rows.is_empty() {
            <section>
                <h2>{ "Ruled out, and why" }</h2>
                <ul class="findings">{ for rows }</ul>
            </section>
        }
    }
}
