//! The briefing as a page that needs neither script nor style sheet: what mail programs, document systems and readers of
//! paper see of a copy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};
use weighbridge_analysis::{Assumption, OptionIx, Outcome, Problem, Run, analyse};
use weighbridge_model::{Appraisal, Frame};
use weighbridge_report::column::in_usual_decimals;
use weighbridge_report::{
    Briefing, Part, Section, SingleChanges, Subject, brief, briefing, dots_picture, rank_words,
    standing_and_notice, total_words,
};

/// How the page looks; the single file has the same.
const STYLE: &str = include_str!("page.css");

/// How wide its pictures are drawn, in px: they fit a telephone, and paper.
const WIDTH: u32 = 356;

/// The page. `first` is how often each option comes first under any weights, for the picture of it.
pub fn page(on: Subject<'_>, briefing: &Briefing, first: Option<(&Problem, &Outcome)>) -> String {
    in_usual_decimals(|| written(on, briefing, first))
}

fn written(on: Subject<'_>, briefing: &Briefing, first: Option<(&Problem, &Outcome)>) -> String {
    let section = |section: &Section| {
        html! {
            section aria-labelledby=(section.part.id()) {
                h2 id=(section.part.id()) { (section.heading) }
                @for words in &section.sentences { p { (words) } }
                @match section.part {
                    Part::Result => { (totals(on)) }
                    Part::HowSure => { (dots(on, first)) }
                    Part::Weights | Part::Changes | Part::Open | Part::RuledOut | Part::Figures | Part::Asked => {}
                }
                @if !section.items.is_empty() {
                    ul {
                        @for (name, words) in &section.items {
                            li {
                                @if !name.is_empty() { strong { (name) ": " } }
                                (words)
                            }
                        }
                    }
                }
            }
        }
    };
    let page = html! {
        main class="briefing-page" {
            @if !briefing.standing.is_empty() { p class="tag" { (briefing.standing) } }
            @if !briefing.facts.is_empty() { p class="facts" { (briefing.facts.join(" · ")) } }
            h1 { (briefing.heading) }
            p class="lede" { (briefing.lede) }
            @for each in &briefing.sections { (section(each)) }
            p class="note" { (briefing.note) }
        }
    };
    page.into_string()
}

/// The page of an appraisal, with everything worked out: what the app writes for the same appraisal.
pub fn page_of(appraisal: &Appraisal) -> String {
    let analysis = analyse(appraisal);
    let on = Subject::new(appraisal, &analysis);
    let problem = Problem::of(appraisal, &analysis, Assumption::AnyWeights).ok();
    let first = problem
        .as_ref()
        .map(|problem| (problem, sampled(problem, on)));
    let first = first.as_ref().map(|(problem, outcome)| (*problem, outcome));
    page(on, &briefing(on, &SingleChanges::of(on), first), first)
}

/// How often each option comes first under any weights, as closely as the appraisal asks for, and who never does.
fn sampled(problem: &Problem, on: Subject<'_>) -> Outcome {
    let asked = &on.appraisal.robustness;
    let mut run = Run::of_ranks(problem, asked.seed);
    while !run.approach(asked.precision.get(), u64::MAX) {}
    let outcome = run.outcome();
    for option in 0..problem.options.len() {
        if outcome.rank(option, 0) <= 0.0 && !problem.lead_is_known(option) {
            problem.best_lead(option);
        }
    }
    outcome
}

/// A page that lists appraisals, each with the address of its copy: a whole document without scripts.
pub fn list(entries: &[(String, &Appraisal)]) -> String {
    let standing = |frame: &Frame| {
        let words = standing_and_notice(frame).join(" · ");
        Some(words).filter(|words| !words.is_empty())
    };
    let entry = |address: &str, appraisal: &Appraisal| {
        let analysis = analyse(appraisal);
        html! {
            section {
                h2 { a href=(address) { (appraisal.frame.title) } }
                @if let Some(standing) = standing(&appraisal.frame) { p class="tag" { (standing) } }
                p { (brief(Subject::new(appraisal, &analysis))) "." }
            }
        }
    };
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { "Options appraisals" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main class="briefing-page" {
                    h1 { "Options appraisals" }
                    @for (address, appraisal) in entries { (entry(address, appraisal)) }
                }
            }
        }
    };
    page.into_string()
}

/// The options in the order of their totals, each with a bar.
fn totals(on: Subject<'_>) -> Markup {
    let bar = |option: OptionIx| {
        let total = on.analysis.options[option].total.value()?;
        let length = format!("{:.1}", total.clamp(0.0, 100.0));
        Some(html! {
            svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
                rect width="100" height="4" fill="#e5e8eb" {}
                rect width=(length) height="4" fill="#12436d" {}
            }
        })
    };
    html! {
        ol class="totals" {
            @for option in on.analysis.in_rank_order() {
                li {
                    span class="rank" { (rank_words(on, option)) }
                    strong { (on.option(option)) }
                    span class="total" { (total_words(&on.analysis.options[option].total)) }
                    @if let Some(bar) = bar(option) { (bar) }
                }
            }
        }
    }
}

/// The fifty dots, in light colours of their own, where options are compared.
fn dots(on: Subject<'_>, first: Option<(&Problem, &Outcome)>) -> Markup {
    let first = first.filter(|(problem, _)| problem.options.len() > 1);
    let drawn = first.map(|(problem, outcome)| {
        let (presentation, chart) = dots_picture(on, problem, outcome);
        chart.draw(&presentation.at(WIDTH)).resolved()
    });
    PreEscaped(drawn.unwrap_or_default())
}
