//! The briefing: what a person who decides reads in five minutes, section by section.

use super::changes::changes_of;
use super::findings::incomplete;
use super::first_places::{dots_headline, leader_share};
use super::gateways::gates_open;
use super::lead::headline;
use super::names::{capital, isolated};
use super::number::{count, figure};
use super::overturned::overtaken;
use super::paper::standing_and_notice;
use super::shares::Shares;
use super::single_changes::SingleChanges;
use super::subject::Subject;
use super::words;
use weighbridge_analysis::{NodeIx, Outcome, Problem};
use weighbridge_model::OptionStatus;
use weighbridge_numeric::sort_by;

/// What a briefing says, from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    /// Who decides, and when: "Cabinet", "16 December 2013".
    pub facts: Vec<String>,
    /// How far to trust it, and the notice; may be empty.
    pub standing: String,
    /// The question; the title where none is asked.
    pub heading: String,
    /// How many options were weighed against how many criteria, and what follows.
    pub lede: String,
    /// The sections that have something to say.
    pub sections: Vec<Section>,
    /// What the page is, and is not.
    pub note: &'static str,
}

/// A section of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which one it is.
    pub part: Part,
    /// Its heading.
    pub heading: &'static str,
    /// What it says, a paragraph each.
    pub sentences: Vec<String>,
    /// What it lists: a name, which may be empty, and what is said of it.
    pub items: Vec<(String, String)>,
}

/// The sections there may be, in their order. What belongs into one is a picture, too: the totals into the result, the
/// fifty dots into how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The options with their totals.
    Result,
    /// How sure that is.
    HowSure,
    /// What counts most.
    Weights,
    /// What would change it.
    Changes,
    /// What is still open.
    Open,
    /// What was ruled out, and why.
    RuledOut,
    /// The figures the appraisal relies on.
    Figures,
    /// What those who decide are asked to do.
    Asked,
}

impl Part {
    const ALL: [Self; 8] = [
        Self::Result,
        Self::HowSure,
        Self::Weights,
        Self::Changes,
        Self::Open,
        Self::RuledOut,
        Self::Figures,
        Self::Asked,
    ];

    /// The heading of the section.
    fn heading(self) -> &'static str {
        match self {
            Self::Result => "The options, and what each comes to",
            Self::HowSure => "How sure is that?",
            Self::Weights => "What counts most",
            Self::Changes => "What would change it",
            Self::Open => "What is still open",
            Self::RuledOut => "Not taken forward",
            Self::Figures => "Figures to know",
            Self::Asked => "What is asked for",
        }
    }

    /// The section as an id of a page.
    pub fn id(self) -> &'static str {
        match self {
            Self::Result => "briefing-result",
            Self::HowSure => "briefing-how-sure",
            Self::Weights => "briefing-weights",
            Self::Changes => "briefing-changes",
            Self::Open => "briefing-open",
            Self::RuledOut => "briefing-ruled-out",
            Self::Figures => "briefing-figures",
            Self::Asked => "briefing-asked",
        }
    }
}

/// How many of each list a briefing names; the pages behind it have them all.
const MOST: usize = 3;

/// What a dot is; who comes first under how many of them follows.
const DOT_WORDS: &str = "Each dot is a possible set of weights, all equally likely.";

/// Weights that differ by less count alike.
const SAME: f64 = 1e-9;

/// The briefing. `first` is how often each option comes first under any weights, once that is known.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// use weighbridge_report::{SingleChanges, Subject, briefing};
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let analysis = analyse(&appraisal);
/// let on = Subject::new(&appraisal, &analysis);
/// let briefing = briefing(on, &SingleChanges::of(on), None);
/// assert!(briefing.lede.starts_with("Five options were weighed against six criteria."));
/// assert_eq!(briefing.sections[0].heading, "The options, and what each comes to");
/// ```
pub fn briefing(
    on: Subject<'_>,
    single: &SingleChanges,
    first: Option<(&Problem, &Outcome)>,
) -> Briefing {
    let frame = &on.appraisal.frame;
    let facts = [
        frame.body.clone(),
        frame.date.map_or_else(String::new, words::date),
    ];
    let heading = match frame.question.trim() {
        "" => frame.title.clone(),
        question => question.to_owned(),
    };
    let section = |part: Part| {
        let (sentences, items) = said(part, on, single, first)?;
        Some(Section {
            part,
            heading: part.heading(),
            sentences,
            items,
        })
    };
    Briefing {
        facts: facts.into_iter().filter(|fact| !fact.is_empty()).collect(),
        standing: standing_and_notice(frame).join(" · "),
        heading,
        lede: format!("{}{}.", weighed(on), headline(on)),
        sections: Part::ALL.into_iter().filter_map(section).collect(),
        note: "This page does not decide. It shows what follows from the scores and weights given, and what would change it.",
    }
}

/// "Five options were weighed against six criteria. "
fn weighed(on: Subject<'_>) -> String {
    let (options, criteria) = (on.analysis.options.len(), on.analysis.leaves.len());
    if options == 0 || criteria == 0 {
        return String::new();
    }
    let were = if options == 1 {
        "option was"
    } else {
        "options were"
    };
    let against = if criteria == 1 {
        "criterion"
    } else {
        "criteria"
    };
    format!(
        "{} {were} weighed against {} {against}. ",
        capital(&count(options)),
        count(criteria)
    )
}

type Said = (Vec<String>, Vec<(String, String)>);

/// What a section says; `None` where it has nothing to say.
fn said(
    part: Part,
    on: Subject<'_>,
    single: &SingleChanges,
    first: Option<(&Problem, &Outcome)>,
) -> Option<Said> {
    let frame = &on.appraisal.frame;
    let unnamed = |words: String| (String::new(), words);
    let some = |said: &Said| !said.0.is_empty() || !said.1.is_empty();
    let found = match part {
        Part::Result => {
            let there = !on.analysis.options.is_empty() && !on.analysis.leaves.is_empty();
            return there.then(Said::default);
        }
        Part::HowSure => {
            let share =
                first.and_then(|(problem, outcome)| leader_share(on, problem, outcome, false));
            let dots = first.filter(|(problem, _)| problem.options.len() > 1);
            let dots = dots.map(|(problem, outcome)| {
                format!("{DOT_WORDS} {}.", dots_headline(on, problem, outcome))
            });
            let sentences = [share, overtaken(on, single), dots];
            (sentences.into_iter().flatten().collect(), Vec::new())
        }
        Part::Weights => heaviest(on),
        Part::Changes => {
            let changes = changes_of(on, single);
            let told = changes
                .iter()
                .take(MOST)
                .map(|text| unnamed(text.to_string()));
            (Vec::new(), told.collect())
        }
        Part::Open => {
            let missing = incomplete(on).into_iter().map(|text| text.to_string());
            let open = missing.chain(gates_open(on)).take(MOST);
            (Vec::new(), open.map(unnamed).collect())
        }
        Part::RuledOut => (Vec::new(), ruled_out(on)),
        Part::Figures => {
            let figures = frame.figures.iter().take(MOST);
            let told = figures.map(|it| (it.name.clone(), period(figure(it), &it.period)));
            (Vec::new(), told.collect())
        }
        Part::Asked => {
            let asked = match frame.asked.trim() {
                "" => "Not stated.",
                asked => asked,
            };
            (vec![asked.to_owned()], Vec::new())
        }
    };
    Some(found).filter(some)
}

/// The criteria that count most, with their shares of everything, the largest first. Those that count alike are named
/// together, or not at all.
fn heaviest(on: Subject<'_>) -> Said {
    let shares = Shares::of(on.analysis);
    let weight = |at: NodeIx| on.analysis.nodes[at].cumulative.unwrap_or(0.0);
    let mut leaves: Vec<NodeIx> = on.analysis.leaves.iter().copied().collect();
    leaves.retain(|at| weight(*at) > 0.0);
    sort_by(&mut leaves, |a, b| weight(*b).total_cmp(&weight(*a)));
    let Some(least) = leaves.get(MOST.min(leaves.len()).saturating_sub(1)) else {
        return Said::default();
    };
    let least = weight(*least) - SAME;
    let down_to = |least: f64| {
        let named = leaves.iter().take_while(|at| weight(**at) > least);
        named.copied().collect::<Vec<NodeIx>>()
    };
    let mut named = down_to(least);
    if named.len() > 2 * MOST {
        let alike = named.len();
        named = down_to(least + 2.0 * SAME);
        if named.is_empty() {
            let alike = capital(&count(alike));
            let words = format!("{alike} criteria count alike, and none counts more.");
            return (vec![words], Vec::new());
        }
    }
    let rest = leaves.len() - named.len();
    let told = named.iter().filter_map(|at| {
        let share = shares.whole(*at)?;
        Some((
            on.criterion(*at).into_owned(),
            format!("{share} of the weight"),
        ))
    });
    let others = match rest {
        0 => None,
        1 => Some("One more criterion counts less.".to_owned()),
        n => Some(format!("{} more criteria count less.", capital(&count(n)))),
    };
    let others = others.map(|words| (String::new(), words));
    (Vec::new(), told.chain(others).collect())
}

/// What was ruled out, with the reason and its source.
fn ruled_out(on: Subject<'_>) -> Vec<(String, String)> {
    let options = on.appraisal.options.iter();
    let told = options.filter_map(|option| {
        let OptionStatus::RuledOut(why) = &option.status else {
            return None;
        };
        let reason = match why.reason.trim() {
            "" => "No reason recorded.",
            reason => reason,
        };
        let words = format!("{reason} {}", isolated(why.source.trim()));
        Some((option.name.clone(), words.trim().to_owned()))
    });
    told.collect()
}

/// An amount with the period it covers, where the source says one.
fn period(amount: String, period: &str) -> String {
    match period.trim() {
        "" => amount,
        period => format!("{amount}, {}", isolated(period)),
    }
}
