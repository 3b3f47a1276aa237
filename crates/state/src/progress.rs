//! How far each page of an appraisal has come.

use crate::page::Page;
use weighbridge_analysis::{Analysis, Cell, Issue, LeafIx, PerLeaf, Severity};
use weighbridge_model::Appraisal;

/// How far a page has come, and how many there are of what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How far it has come.
    pub status: Status,
    /// What is counted beside its name.
    pub count: Option<Count>,
}

/// How far a page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing is missing.
    Done,
    /// One option is there, and nothing to compare it with.
    OneOption,
    /// So many weights or scores are missing.
    Missing(usize),
    /// Swing weights were given for other ends of scales, so they have to be confirmed.
    Unconfirmed,
    /// There is a leader, but missing scores could change it.
    Unsettled,
    /// It has not been begun.
    ToDo,
}

/// A number beside the name of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many options are compared.
    Options(usize),
    /// So many criteria count.
    Criteria(usize),
    /// So many scores are given of all that there have to be.
    Scores(usize, usize),
}

/// How far a page has come.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// use weighbridge_state::{Page, progress::{Status, progress}};
/// let blank = library::BLANK.open().unwrap();
/// assert_eq!(progress(Page::Options, &blank, &analyse(&blank)).status, Status::ToDo);
/// ```
pub fn progress(page: Page, appraisal: &Appraisal, analysis: &Analysis) -> Progress {
    let plain = |status| Progress {
        status,
        count: None,
    };
    match page {
        Page::Question if appraisal.frame.question.trim().is_empty() => plain(Status::ToDo),
        Page::Question => plain(Status::Done),
        Page::Options => {
            let options = analysis.options.len();
            let status = match options {
                0 => Status::ToDo,
                1 => Status::OneOption,
                _ => Status::Done,
            };
            let count = (options > 0).then_some(Count::Options(options));
            Progress { status, count }
        }
        Page::Criteria => match analysis.leaves.len() {
            0 => plain(Status::ToDo),
            leaves => Progress {
                status: Status::Done,
                count: Some(Count::Criteria(leaves)),
            },
        },
        Page::Weights => plain(weights(analysis)),
        Page::Scores => scores(analysis),
        Page::Result | Page::HowSure | Page::Briefing => plain(outcome(analysis)),
    }
}

/// How many of the pages have nothing missing.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_opening::library;
/// use weighbridge_state::{Page, progress::done};
/// let birmingham = library::entry("birmingham-2013").unwrap().open().unwrap();
/// assert_eq!(done(&birmingham, &analyse(&birmingham)), Page::COUNT);
/// ```
pub fn done(appraisal: &Appraisal, analysis: &Analysis) -> usize {
    let is_done = |page: &Page| progress(*page, appraisal, analysis).status == Status::Done;
    Page::all().filter(is_done).count()
}

fn weights(analysis: &Analysis) -> Status {
    let missing = |issue: &&Issue| {
        matches!(
            issue,
            Issue::MissingWeight { .. } | Issue::AllWeightsZero { .. }
        )
    };
    let leaves = analysis.leaves.len();
    let stale = |issue: &Issue| {
        matches!(
            issue,
            Issue::SwingStale { .. } | Issue::SwingEndsNotRecorded { .. }
        )
    };
    match analysis.issues.iter().filter(missing).count() {
        _ if leaves == 0 => Status::ToDo,
        0 if analysis.issues.iter().any(stale) => Status::Unconfirmed,
        0 => Status::Done,
        missing if missing >= leaves => Status::ToDo,
        missing => Status::Missing(missing),
    }
}

fn scores(analysis: &Analysis) -> Progress {
    // A criterion that applies to no option asks for no score.
    let counted = analysis.counted_leaves();
    let given = |row: &PerLeaf<Cell>| {
        let has = |leaf: &&LeafIx| row[**leaf].value().is_some();
        counted.iter().filter(has).count()
    };
    let given: usize = analysis.values.iter().map(given).sum();
    let all = analysis.options.len() * counted.len();
    match given {
        0 => Progress {
            status: Status::ToDo,
            count: None,
        },
        given => Progress {
            status: if given == all {
                Status::Done
            } else {
                Status::Missing(all - given)
            },
            count: Some(Count::Scores(given, all)),
        },
    }
}

fn outcome(analysis: &Analysis) -> Status {
    let blocks = |issue: &Issue| issue.severity() == Severity::Blocks;
    let blocked = analysis.issues.iter().any(blocks);
    if blocked || analysis.verdict.leaders().is_empty() {
        Status::ToDo
    } else if analysis.could_overtake.is_empty() {
        Status::Done
    } else {
        Status::Unsettled
    }
}
