//! Who leads, by how much over everything, and whether what is missing could change that.

use super::blanks::Blanks;
use super::{LeafIx, OptionIx, OptionResult, PerOption, TIE, Verdict};
use weighbridge_numeric::{sort_by, sort_descending};

/// Totals that are as close as this, worked out in another order, may be a tie or not.
const LEVEL: f64 = 2.0 * TIE;

/// Who leads, by how much, and whether that is settled: what a heading says comes from here alone.
///
/// Options are named by their place among those of the [`Analysis`](crate::Analysis).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// Those who lead: the options with the highest total; or, where options without a total come
    /// before all that have one whatever their missing scores are, the one of those that comes before
    /// the others too, or all of them. Empty while nobody leads.
    pub leaders: Vec<OptionIx>,
    /// The least lead, in points of 100, that counts as a clear one here.
    pub margin: f64,
    /// Which options with a total come next, and by how many points of 100 the leader is ahead of them
    /// as things are; `None` unless one option leads and another has a total.
    pub next: Option<Next>,
    /// The options without a total.
    pub left_out: Vec<OptionIx>,
    /// The lead, in points of 100, over everything that could still overtake: the least it can come to,
    /// whatever the missing scores are on their scales; below 0 where another can be ahead. Without
    /// missing scores it is the lead over the next. `None` while several lead, or nobody else is there.
    pub least: Option<f64>,
    /// The options that could overtake a leader or draw level, with what is missing somewhere on its
    /// scale; the farthest first. Options that have a total are among them where the ends of a scale
    /// can move. While several lead, one of them is here if it could get ahead of another.
    pub rivals: Vec<Rival>,
    /// The amounts that are missing on fixed scales, as option and leaf: one beyond the ends of its
    /// scale, which is possible, could change more than is said here.
    pub beyond: Vec<(OptionIx, LeafIx)>,
}

/// The options that come next after a single leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// Which, of those that have a total.
    pub options: Vec<OptionIx>,
    /// By how many points of 100 the leader is ahead of them.
    pub lead: f64,
}

/// An option that missing scores could bring ahead of a leader, or level with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// Which option.
    pub option: OptionIx,
    /// Ahead of which leader.
    pub over: OptionIx,
    /// By how many points of 100 at most; all but 0 where it can only draw level. Some scores it may
    /// take are as far away as numbers go, so it may come as near to this as one likes without reaching
    /// it ([`Self::approached`]). A value function that both rises and falls can make it more than is
    /// possible.
    pub by: f64,
    /// Whether it comes as near to that as one likes but never reaches it, because an amount would have
    /// to be as far away as numbers go.
    pub approached: bool,
    /// Whether it could get ahead or only draw level.
    pub reach: Reach,
}

/// How far an option could come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Ahead of the leader.
    Ahead,
    /// Level with the leader, not ahead.
    Level,
}

/// Whether missing scores could change who leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// No: the same lead, whatever they are; or none is missing.
    Yes,
    /// No, while amounts that are missing on fixed scales lie between the ends of those; beyond them
    /// they could.
    WithinScales,
    /// They could: see [`Lead::rivals`].
    No,
}

impl Lead {
    /// Whether missing scores could change who leads; nobody leads is not settled.
    pub fn settled(&self) -> Settled {
        match (
            self.leaders.is_empty() || !self.rivals.is_empty(),
            !self.beyond.is_empty(),
        ) {
            (true, _) => Settled::No,
            (false, true) => Settled::WithinScales,
            (false, false) => Settled::Yes,
        }
    }

    /// Whether somebody leads and missing scores could change that.
    pub fn is_open(&self) -> bool {
        !self.leaders.is_empty() && self.settled() == Settled::No
    }

    /// Whether a lead of so many points is too small to be a clear one here.
    ///
    /// ```
    /// use weighbridge_analysis::Lead;
    /// let lead = Lead { margin: 2.0, ..Lead::default() };
    /// assert!(lead.is_narrow(1.965) && !lead.is_narrow(2.0));
    /// ```
    pub fn is_narrow(&self, lead: f64) -> bool {
        lead < self.margin - TIE
    }
}

/// What is worked out of a lead.
pub(super) struct Found {
    pub(super) lead: Lead,
    /// The options that could reach those with the highest total.
    pub(super) could_overtake: Vec<OptionIx>,
    /// The options without a total that come before all that have one.
    pub(super) ahead: Vec<OptionIx>,
}

/// Works out who leads, and what could still overtake, by the greatest difference that missing scores
/// can make between each two options ([`Blanks::most`]).
pub(super) fn lead(
    options: &PerOption<OptionResult>,
    verdict: &Verdict,
    margin: f64,
    blanks: &Blanks,
) -> Found {
    let total = |at: &OptionIx| options[*at].total.value();
    let left_out = options.keys().filter(|at| total(at).is_none()).collect();
    let first = verdict.leaders();
    let mut lead = Lead {
        leaders: first.to_vec(),
        margin,
        next: next(options, first),
        left_out,
        least: None,
        rivals: Vec::new(),
        beyond: blanks.beyond(),
    };
    if first.is_empty() {
        return Found {
            lead,
            could_overtake: Vec::new(),
            ahead: Vec::new(),
        };
    }
    if blanks.is_empty() {
        lead.least = lead.next.as_ref().map(|next| next.lead);
        return Found {
            lead,
            could_overtake: Vec::new(),
            ahead: Vec::new(),
        };
    }
    let ahead = ahead(options, &lead.left_out, blanks);
    let (least, rivals) = rivals(options, first, blanks);
    let mut could_overtake: Vec<OptionIx> = rivals.iter().map(|r| r.option).collect();
    sort_by(&mut could_overtake, OptionIx::cmp);
    (lead.least, lead.rivals) = (least, rivals);
    if !ahead.is_empty() {
        let before = |one: &&OptionIx| {
            let mut others = ahead.iter().filter(|other| other != one);
            others.all(|other| blanks.most(*other, **one) < -LEVEL)
        };
        lead.leaders = ahead
            .iter()
            .find(before)
            .map_or_else(|| ahead.clone(), |one| vec![*one]);
        (lead.least, lead.rivals) = self::rivals(options, &lead.leaders, blanks);
        lead.next = None;
    }
    Found {
        lead,
        could_overtake,
        ahead,
    }
}

/// The options with the next highest total after a single leader.
fn next(options: &PerOption<OptionResult>, leaders: &[OptionIx]) -> Option<Next> {
    let [leader] = leaders else { return None };
    let others = || {
        let all = options.iter_enumerated();
        all.filter(|(at, _)| at != leader)
    };
    let rank = others().filter_map(|(_, o)| o.total.rank()).min()?;
    let found: Vec<OptionIx> = others()
        .filter(|(_, o)| o.total.rank() == Some(rank))
        .map(|(at, _)| at)
        .collect();
    let best = options[*leader].total.value()?;
    let second = options[*found.first()?].total.value()?;
    Some(Next {
        options: found,
        lead: best - second,
    })
}

/// The options without a total that come before every option that has one, whatever is missing.
fn ahead(
    options: &PerOption<OptionResult>,
    left_out: &[OptionIx],
    blanks: &Blanks,
) -> Vec<OptionIx> {
    let mut complete: Vec<(OptionIx, f64)> = options
        .iter_enumerated()
        .filter_map(|(at, o)| Some((at, o.total.value()?)))
        .collect();
    // The best first: most fail there.
    sort_descending(&mut complete, |option| option.1);
    let before = |at: &&OptionIx| {
        let mut all = complete.iter();
        all.all(|(other, _)| blanks.most(*other, **at) < -LEVEL)
    };
    left_out.iter().filter(before).copied().collect()
}

/// The least lead of a single leader over all others, and which others could overtake a leader.
fn rivals(
    options: &PerOption<OptionResult>,
    leaders: &[OptionIx],
    blanks: &Blanks,
) -> (Option<f64>, Vec<Rival>) {
    let mut least: Option<f64> = None;
    let mut found = Vec::new();
    for option in options.keys() {
        let mut most: Option<Rival> = None;
        for over in leaders.iter().copied().filter(|leader| *leader != option) {
            let (by, approached) = blanks.most_and_how(option, over);
            if most.as_ref().is_none_or(|most| by > most.by) {
                let reach = if by > LEVEL {
                    Reach::Ahead
                } else {
                    Reach::Level
                };
                most = Some(Rival {
                    option,
                    over,
                    by,
                    approached,
                    reach,
                });
            }
        }
        let Some(most) = most else { continue };
        least = Some(least.map_or(-most.by, |least| least.min(-most.by)));
        // Those who lead together are level already.
        let enough = if leaders.contains(&option) {
            LEVEL
        } else {
            -LEVEL
        };
        if most.by > enough {
            found.push(most);
        }
    }
    sort_descending(&mut found, |rival| rival.by);
    (least.filter(|_| leaders.len() == 1), found)
}
