//! Who leads, by how much and whether that is settled, in a line: all of it from [`weighbridge_analysis::Lead`].

use super::names::{join, quoted};
use super::number::{count, unrounded};
use super::subject::Subject;
use crate::column::Column;
use weighbridge_analysis::{Issue, OptionIx, Reach, Rival, Settled, TIE, Verdict, failed_gateways};

/// How many options a heading names.
const MOST_NAMES: usize = 3;

/// The result in one line: who leads and by how much, over all that could still overtake, or why
/// nobody does; with the options named that have no total.
pub fn headline(on: Subject<'_>) -> String {
    let words = Words {
        unclear: "No clear winner: ",
        nothing: "No result: ",
        not_yet: "No result yet",
    };
    format!("{}{}", result(on, &words), if_swings_hold(on))
}

/// That swing weights have to be confirmed, where there is a result that rests on them.
fn if_swings_hold(on: Subject<'_>) -> &'static str {
    match rests_on_stale_swings(on) {
        true => ", if the swing weights still hold",
        false => "",
    }
}

/// The same as a sentence of its own, for what tests the result; `None` where there is nothing to confirm.
pub fn swings_to_confirm(on: Subject<'_>) -> Option<&'static str> {
    rests_on_stale_swings(on).then_some(
        "This rests on swing weights that have to be confirmed: an end of a scale has changed since they were given.",
    )
}

fn rests_on_stale_swings(on: Subject<'_>) -> bool {
    let stale = |issue: &Issue| matches!(issue, Issue::SwingStale { .. });
    !on.analysis.lead.leaders.is_empty() && on.analysis.issues.iter().any(stale)
}

/// The headline as a part of a sentence: `no clear winner, as A is only 1.5 points ahead of B`.
fn clause(on: Subject<'_>) -> String {
    let words = Words {
        unclear: "no clear winner, as ",
        nothing: "no result, as ",
        not_yet: "no result yet",
    };
    result(on, &words)
}

/// What is said where nobody leads, at the head of a line or inside a sentence.
struct Words {
    /// Before why nobody leads clearly.
    unclear: &'static str,
    /// Before why there is no total.
    nothing: &'static str,
    /// Where totals are just not there yet.
    not_yet: &'static str,
}

fn result(on: Subject<'_>, words: &Words) -> String {
    let lead = &on.analysis.lead;
    let (head, tail) = match lead.leaders.as_slice() {
        [] => {
            return match weightless(on) {
                Some(why) => format!("{}{why}", words.nothing),
                None => words.not_yet.to_owned(),
            };
        }
        [leader] => alone(on, *leader, words.unclear),
        all => together(on, all, words.unclear),
    };
    let fails = fails(on);
    match (fails.is_empty(), tail) {
        (true, None) => head,
        (false, None) => format!("{head}, but {fails}"),
        (true, Some((and, tail))) => format!("{head}, {and} {tail}"),
        (false, Some((_, tail))) => format!("{head}, but {fails}, and {tail}"),
    }
}

/// What a line says first, and what follows with which word between.
type Parts = (String, Option<(&'static str, String)>);

fn alone(on: Subject<'_>, leader: OptionIx, none: &str) -> Parts {
    let analysis = on.analysis;
    let lead = &analysis.lead;
    let name = on.option(leader);
    if lead.settled() == Settled::No {
        let only = matches!(analysis.verdict, Verdict::OnlyOne(_));
        return match &lead.next {
            _ if lead.left_out.contains(&leader) => (
                format!("{name} is ahead of every option that has all its scores"),
                Some(("but", could(on, "it"))),
            ),
            Some(next) if lead.is_narrow(next.lead) => (
                format!("{none}{}", ahead_of_next(on, leader)),
                Some(("and", could(on, &name))),
            ),
            None if only => (
                format!("Only {name} has all its scores"),
                Some(("and", could(on, "it"))),
            ),
            _ => (format!("{name} leads"), Some(("but", could(on, "it")))),
        };
    }
    let words = match lead.least {
        None => format!("{name} is the only option"),
        Some(least) if !lead.left_out.is_empty() => {
            let whatever = whatever(on);
            let least = points_words(at_least(least, lead.margin));
            if lead.least.is_some_and(|least| lead.is_narrow(least)) {
                format!("{name} stays ahead {whatever}, by at least {least}")
            } else {
                format!("{name} leads by at least {least}, {whatever}")
            }
        }
        Some(least) if lead.is_narrow(least) => format!("{none}{}", ahead_of_next(on, leader)),
        Some(least) => format!("{name} leads by {}", lead_points(least, lead.margin)),
    };
    (words, None)
}

/// `A is only 1.97 points ahead of B`.
fn ahead_of_next(on: Subject<'_>, leader: OptionIx) -> String {
    let lead = &on.analysis.lead;
    let Some(next) = &lead.next else {
        return String::new();
    };
    narrow_words(on, leader, next.lead, &capped(on, &next.options))
}

fn narrow_words(on: Subject<'_>, leader: OptionIx, lead: f64, next: &str) -> String {
    let margin = on.appraisal.frame.margin.get();
    let (only, by) = match under_a_tenth(lead, margin) {
        true => ("", lead_points(lead, margin)),
        false => ("only ", lead_points(lead, margin)),
    };
    format!("{} is {only}{by} ahead of {next}", on.option(leader))
}

fn together(on: Subject<'_>, all: &[OptionIx], none: &str) -> Parts {
    let lead = &on.analysis.lead;
    let names = on.names(all);
    if all.iter().any(|at| lead.left_out.contains(at)) {
        return (
            format!("{names} are ahead"),
            Some(("but", "scores are missing".to_owned())),
        );
    }
    let tie = format!("{none}{names} tie");
    match (lead.left_out.as_slice(), lead.settled()) {
        ([], _) => (tie, None),
        (_, Settled::No) => {
            let decide = format!(
                "the missing scores of {} could decide it",
                capped(on, &lead.left_out)
            );
            (tie, Some(("but", decide)))
        }
        _ => (format!("{tie} {}", whatever(on)), None),
    }
}

/// Who could still overtake whom, and by how much: `C could still overtake it by up to 35.0 points once
/// all its scores are in`. The one that could come farthest is named with its number, the others counted.
fn could(on: Subject<'_>, whom: &str) -> String {
    let lead = &on.analysis.lead;
    let ahead = lead.rivals.iter().any(|r| r.reach == Reach::Ahead);
    let reach = match ahead {
        true => Reach::Ahead,
        false => Reach::Level,
    };
    let rivals: Vec<&Rival> = lead.rivals.iter().filter(|r| r.reach == reach).collect();
    let Some(first) = rivals.first() else {
        return String::new();
    };
    let what = match (ahead, first.approached) {
        (false, _) => format!("draw level with {whom}"),
        (true, false) => format!("overtake {whom} by up to {}", points_words(up_to(first.by))),
        (true, true) => format!(
            "overtake {whom} by nearly {}",
            points_words(up_to(first.by))
        ),
    };
    let open = match lead.left_out.as_slice() {
        [one] if rivals.len() == 1 && *one == first.option => "all its scores".to_owned(),
        few if few.len() <= 2 => format!("all scores of {}", on.names(few)),
        many => format!("all scores of {} options", count(many.len())),
    };
    let others = match rivals.len() - 1 {
        0 => String::new(),
        1 => ", as could another".to_owned(),
        n => format!(", as could {} others", count(n)),
    };
    format!(
        "{} could still {what} once {open} are in{others}",
        on.option(first.option)
    )
}

/// The result in few words: who leads, and that it is not settled where missing scores could change it. For
/// places with little room, which the whole of [`headline`] is not far from.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_report::{Subject, brief};
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
///   "criteria": [{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}],
///   "scores": {"a": {"x": 60, "y": 60}, "b": {"x": 20, "y": 50}, "c": {"x": 90}}}"#;
/// let appraisal = weighbridge_file::open(text.as_bytes()).unwrap();
/// let analysis = analyse(&appraisal);
/// let on = Subject::new(&appraisal, &analysis);
/// assert_eq!(brief(on), "A leads, not settled: scores are missing");
/// ```
pub fn brief(on: Subject<'_>) -> String {
    match on.analysis.lead.is_open() {
        true => format!("{}: scores are missing", brief_clause(on)),
        false => headline(on),
    }
}

/// The result in few words, as a part of a sentence: `A leads, not settled`.
pub(super) fn brief_clause(on: Subject<'_>) -> String {
    let lead = &on.analysis.lead;
    if !lead.is_open() {
        return clause(on);
    }
    let names: Vec<String> = lead
        .leaders
        .iter()
        .map(|at| on.option_short(*at).into_owned())
        .collect();
    let named = match names.len() {
        few if few <= MOST_NAMES => join(&names),
        many => format!("{} options", count(many)),
    };
    let verb = match names.len() {
        1 => "leads",
        _ => "are level",
    };
    let fails = match fails(on).is_empty() {
        true => "",
        false => ", but fails a gateway",
    };
    format!("{named} {verb}{fails}, not settled")
}

/// `whatever the missing scores of C are`.
fn whatever(on: Subject<'_>) -> String {
    let lead = &on.analysis.lead;
    let within = match lead.settled() {
        Settled::WithinScales => " within their scales",
        Settled::Yes | Settled::No => "",
    };
    let whose = if lead.left_out == lead.leaders {
        "its missing scores".to_owned()
    } else {
        format!("the missing scores of {}", capped(on, &lead.left_out))
    };
    format!("whatever {whose} are{within}")
}

/// Names of options, the first few of them where there are many.
fn capped(on: Subject<'_>, options: &[OptionIx]) -> String {
    let shown = match options.split_at_checked(MOST_NAMES) {
        Some((first, rest)) if rest.len() > 1 => first,
        _ => options,
    };
    let mut names: Vec<String> = shown.iter().map(|at| on.option(*at).into_owned()).collect();
    match options.len() - shown.len() {
        0 => {}
        rest => names.push(format!("{} others", count(rest))),
    }
    join(&names)
}

/// Who leads by how much among the options that have a total, with other weights than those of the
/// appraisal.
pub(super) fn verdict_words(on: Subject<'_>, verdict: &Verdict) -> String {
    let margin = on.appraisal.frame.margin.get();
    match verdict {
        Verdict::NoTotals => "No result yet".to_owned(),
        Verdict::OnlyOne(only) => format!("Only {} has all its scores", on.option(*only)),
        Verdict::Tie(all) => on.among(&format!("no clear winner: {} tie", on.names(all))),
        Verdict::NoClearWinner {
            leader,
            runner_up,
            lead,
        } => on.among(&format!(
            "no clear winner: {}",
            narrow_words(on, *leader, *lead, &on.option(*runner_up))
        )),
        Verdict::Clear { leader, lead, .. } => {
            format!(
                "{}{} leads by {}",
                on.among(""),
                on.option(*leader),
                lead_points(*lead, margin)
            )
        }
    }
}

/// That all weights, or all of a group, are 0, where that is why there are no totals.
pub(super) fn weightless(on: Subject<'_>) -> Option<&'static str> {
    on.analysis.issues.iter().find_map(|issue| {
        let Issue::AllWeightsZero { branch } = issue else {
            return None;
        };
        Some(match branch {
            None => "all weights are 0",
            Some(_) => "all weights in a group are 0",
        })
    })
}

/// Which lead counts as none, where a lead that is told is smaller.
pub fn margin_words(on: Subject<'_>) -> Option<String> {
    let lead = &on.analysis.lead;
    let told = match lead.settled() {
        Settled::No => lead.next.as_ref().map(|next| next.lead),
        Settled::Yes | Settled::WithinScales => lead.least,
    };
    told.filter(|told| lead.is_narrow(*told))
        .map(|_| match on.appraisal.frame.margin.get() {
            1.0 => "A lead below 1 point counts as no clear winner here.".to_owned(),
            margin => format!(
                "A lead below {} points counts as no clear winner here.",
                unrounded(margin)
            ),
        })
}

/// The gateways that those who lead fail, as the rest of a sentence about the one who leads: `fails the
/// gateway “Legal”`. Empty when they fail none.
pub(super) fn fails(on: Subject<'_>) -> String {
    let leaders = &on.analysis.lead.leaders;
    let clause = |at: &OptionIx| {
        let option = on.appraisal.option(&on.analysis.options[*at].id)?;
        let failed = failed_gateways(on.appraisal, option);
        let names: Vec<String> = failed.map(|g| quoted(&g.name)).collect();
        let who = match leaders.as_slice() {
            [_] => String::new(),
            _ => format!("{} ", on.option(*at)),
        };
        let what = if names.len() == 1 {
            "gateway"
        } else {
            "gateways"
        };
        (!names.is_empty()).then(|| format!("{who}fails the {what} {}", join(&names)))
    };
    let all: Vec<String> = leaders.iter().filter_map(clause).collect();
    join(&all)
}

/// Whether a lead is told as less than a tenth: it is too small to be a clear one in any digits.
fn under_a_tenth(lead: f64, margin: f64) -> bool {
    lead < 0.05 && margin >= 0.1
}

/// A lead in points of 100, to a tenth or as many digits as it takes for it to be below the margin
/// where it is below, and not below where it is not: `17.0 points`, `1.97 points` where 2 is the margin.
///
/// ```
/// use weighbridge_report::lead_points;
/// assert_eq!(lead_points(17.0, 2.0), "17.0 points");
/// assert_eq!(lead_points(1.966, 2.0), "1.97 points", "not 2.0 points, which would be clear");
/// assert_eq!(lead_points(1.999_96, 2.0), "1.99996 points");
/// assert_eq!(lead_points(0.004, 2.0), "less than 0.1 points");
/// assert_eq!(lead_points(0.004, 0.001), "0.004 points");
/// ```
pub fn lead_points(lead: f64, margin: f64) -> String {
    points_words(lead_digits(lead, margin))
}

/// The digits of a lead in points of 100, as [`lead_points`] has them.
pub(super) fn lead_digits(lead: f64, margin: f64) -> Shown {
    let narrow = lead < margin - TIE;
    if narrow && under_a_tenth(lead, margin) {
        return if lead > 0.0 {
            Shown::LessThanATenth
        } else {
            Shown::To(0.0, 0)
        };
    }
    digits(
        |decimals| rounded(lead, decimals),
        |shown| shown > 0.0 && (shown < margin) == narrow,
    )
}

/// The least a lead can be, rounded down to a tenth, or finer where it would seem to be none or, being
/// clear, narrow.
pub(super) fn at_least(least: f64, margin: f64) -> Shown {
    let clear = least >= margin;
    digits(
        |decimals| sided(least, decimals, -1.0),
        |shown| shown > 0.0 && (!clear || shown >= margin),
    )
}

/// The most something can be, rounded up to a tenth.
pub(super) fn up_to(most: f64) -> Shown {
    digits(|decimals| sided(most, decimals, 1.0), |shown| shown > 0.0)
}

/// The first of some roundings, from one decimal on, that says what it has to.
fn digits(round: impl Fn(usize) -> f64, says: impl Fn(f64) -> bool) -> Shown {
    let enough = (1..=12)
        .find(|decimals| says(round(*decimals)))
        .unwrap_or(12);
    Shown::To(round(enough), enough)
}

/// A number of points as a headline shows it: what is equal reads the same.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shown {
    /// So little that a tenth would be too much.
    LessThanATenth,
    /// Rounded to so many decimals.
    To(f64, usize),
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::LessThanATenth => f.write_str("less than 0.1"),
            Self::To(shown, _) if shown >= 100.0 => f.write_str(&unrounded(shown)),
            Self::To(shown, decimals) => write!(f, "{shown:.decimals$}"),
        }
    }
}

fn rounded(x: f64, decimals: usize) -> f64 {
    format!("{x:.decimals$}").parse().unwrap_or(x)
}

/// A number rounded up (1) or down (-1), but for what sums of doubles cannot tell.
fn sided(x: f64, decimals: usize, side: f64) -> f64 {
    let near = rounded(x, decimals);
    if (near - x) * side >= -1e-10 {
        return near;
    }
    let step: f64 = format!("1e-{decimals}").parse().unwrap_or(0.0);
    rounded(near + side * step, decimals)
}

fn points_words(shown: Shown) -> String {
    match shown {
        Shown::To(shown, 1) if (shown - 1.0).abs() < TIE => "1 point".to_owned(),
        Shown::To(..) | Shown::LessThanATenth => format!("{shown} points"),
    }
}

/// A range of totals, in which all that is possible lies: its low end rounded down and its high end up,
/// both to a tenth, as totals are shown.
///
/// ```
/// use weighbridge_report::range_words;
/// assert_eq!(range_words(56.44, 65.52, " to "), "56.4 to 65.6");
/// assert_eq!(range_words(2.5, 77.5, " to "), "2.5 to 77.5");
/// assert_eq!(range_words(30.0, 100.0, " and "), "30.0 and 100.0");
/// assert_eq!(range_words(48.5, 48.5, " to "), "48.5 to 48.5");
/// ```
pub fn range_words(low: f64, high: f64, between: &str) -> String {
    let [low, high] = rounded_outwards(low, high).map(|x| Column::points().number(x));
    format!("{low}{between}{high}")
}

/// The ends of a range as they are printed.
pub(super) fn rounded_outwards(low: f64, high: f64) -> [f64; 2] {
    [sided(low, 1, -1.0), sided(high, 1, 1.0)]
}
