//! What a pasted table of criteria would do, in words.

use super::names::{capital, quoted};
use super::number::count;
use super::words::{Named, Sentence};
use weighbridge_edit::{
    BadEntry, CellFault, ColumnRole, CriteriaPlan, EndsFault, Fate, PlannedCriterion, WeightsOf,
};

impl Named for ColumnRole {
    fn words(self) -> &'static str {
        match self {
            Self::Ignored => "Not used",
            Self::Number => "Number",
            Self::Group => "Group",
            Self::Name => "Criterion",
            Self::Short => "Short name",
            Self::Question => "Question",
            Self::Note => "What counts",
            Self::Origin => "Where it comes from",
            Self::Weight => "Weight",
            Self::GroupWeight => "Weight of the group",
            Self::Unit => "Unit",
            Self::Direction => "Which way is better",
            Self::Scale => "How it is scored",
            Self::Worst => "Worst end (0)",
            Self::Best => "Best end (100)",
            Self::Lowest => "Lowest amount",
            Self::Highest => "Highest amount",
            Self::Option => "An option’s scores",
        }
    }
}

impl Named for WeightsOf {
    fn words(self) -> &'static str {
        match self {
            Self::Everything => "Of everything: each group gets the sum of its criteria",
            Self::Group => "Of their group: the groups are weighed afterwards",
        }
    }
}

/// What becomes of a criterion, in a word.
impl Named for Fate {
    fn words(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Changed => "Changes",
            Self::Same => "As it is",
            Self::Left => "Stays as it is",
        }
    }
}

impl Sentence for EndsFault {
    fn sentence(&self) -> String {
        let fixed = match self {
            Self::Direction => "This does not say which way is better. Write “higher” or “lower”.",
            Self::Scale => {
                "This is not a scale. Write 0-100, 1-5, or labels such as poor / fair / good."
            }
            Self::OneEnd => "Only one end of the scale is there. Give the worst and the best.",
            Self::SameEnds => "The worst and the best are the same. Change one of them.",
            Self::AgainstDirection => {
                "The worst and the best go against which way is better. Change one of them."
            }
        };
        fixed.to_owned()
    }
}

impl Sentence for CellFault {
    fn sentence(&self) -> String {
        match self {
            Self::Weight(why) => why.sentence(),
            Self::Ends(why) => why.sentence(),
            Self::Twice => {
                "The name is in this group twice. The second row is left out; give it another name."
                    .to_owned()
            }
            Self::Nameless => "The row has no name. Give it one.".to_owned(),
            Self::Score(BadEntry::OffScale) => {
                "The score is not from 0 to 100. Say what the scale is, or enter it afterwards."
                    .to_owned()
            }
            Self::Score(why) => why.sentence(),
        }
    }
}

/// Something in a table that is not used: the text as it was written, and why.
///
/// ```
/// use weighbridge_edit::{CellFault, EndsFault};
/// use weighbridge_report::not_used;
/// let said = not_used("sideways", &CellFault::Ends(EndsFault::Direction));
/// assert_eq!(said, "“sideways” is not used. This does not say which way is better. Write “higher” or “lower”.");
/// ```
pub fn not_used(text: &str, why: &CellFault) -> String {
    match why {
        CellFault::Twice | CellFault::Nameless => why.sentence(),
        CellFault::Weight(_) | CellFault::Ends(_) | CellFault::Score(_) => {
            format!("{} is not used. {}", quoted(text), why.sentence())
        }
    }
}

fn criteria(n: usize) -> String {
    match n {
        1 => "one criterion".to_owned(),
        n => format!("{} criteria", count(n)),
    }
}

fn in_groups(n: usize) -> String {
    match n {
        0 => String::new(),
        1 => " in one group".to_owned(),
        n => format!(" in {} groups", count(n)),
    }
}

/// What a table would do, in one sentence without its full stop: `Nine new criteria in three groups`.
pub fn plan_headline(plan: &CriteriaPlan) -> String {
    let all = || plan.criteria.iter();
    let groups = all().filter(|one| one.is_group).count();
    let leaves = all().filter(|one| !one.is_group).count();
    let fate = |fate: Fate| all().filter(|one| one.fate == fate).count();
    let (new, changed) = (fate(Fate::New), fate(Fate::Changed));
    let here = all().count() - new - changed;
    let what = format!("{}{}", capital(&criteria(leaves)), in_groups(groups));
    if here + changed == 0 {
        return what;
    }
    let parts = [(new, "new"), (changed, "changed"), (here, "as before")];
    let parts = parts.iter().filter(|(n, _)| *n > 0);
    let parts: Vec<String> = parts
        .map(|(n, words)| format!("{} {words}", count(*n)))
        .collect();
    format!("{what}: {}", parts.join(", "))
}

/// What the button that does it says.
pub fn plan_button(plan: &CriteriaPlan) -> String {
    let new = plan
        .criteria
        .iter()
        .filter(|one| one.fate == Fate::New)
        .count();
    let changed = plan
        .criteria
        .iter()
        .filter(|one| one.fate == Fate::Changed)
        .count();
    match (new, changed) {
        (0, 0) => "Nothing to add".to_owned(),
        (0, n) => format!("Change {}", criteria(n)),
        (n, 0) => format!("Add {}", entries(plan, n)),
        (n, m) => format!("Add {} and change {}", entries(plan, n), count(m)),
    }
}

/// Criteria and groups that are new.
fn entries(plan: &CriteriaPlan, new: usize) -> String {
    let group = |one: &&PlannedCriterion| one.is_group && one.fate == Fate::New;
    match plan.criteria.iter().filter(group).count() {
        0 => criteria(new),
        1 => format!("{} and one group", criteria(new - 1)),
        n => format!("{} and {} groups", criteria(new - n), count(n)),
    }
}

/// What else to know of a table before it is used, in sentences.
pub fn plan_notes(plan: &CriteriaPlan, headings: &[&str]) -> Vec<String> {
    let mut notes = Vec::new();
    if plan.beside > 0 {
        let keep = if plan.beside == 1 {
            "keeps its weight"
        } else {
            "keep their weights"
        };
        notes.push(format!(
            "{} that {} not in the list {keep} beside these.",
            capital(&criteria(plan.beside)),
            if plan.beside == 1 { "is" } else { "are" }
        ));
    }
    match plan.nameless {
        0 => {}
        1 => notes.push("One row has no name and is left out. Give it one to use it.".to_owned()),
        n => notes.push(format!(
            "{} rows have no name and are left out. Give them one to use them.",
            capital(&count(n))
        )),
    }
    if plan.totals > 0 {
        notes.push("Totals are left out: they are worked out.".to_owned());
    }
    let unused: Vec<String> = headings.iter().map(|text| quoted(text)).collect();
    if !unused.is_empty() {
        notes.push(format!(
            "Not used: {}. Choose what it is, if it counts.",
            unused.join(", ")
        ));
    }
    notes
}

/// What happens to scores on one criterion of a table; empty where nothing does.
pub fn planned_scores(of: &PlannedCriterion) -> String {
    let scores = |n: usize| match n {
        1 => "one score".to_owned(),
        n => format!("{} scores", count(n)),
    };
    match (of.lost, of.reread) {
        (0, 0) => String::new(),
        (0, n) => format!(
            "{} will be read on the new scale. You can undo this.",
            capital(&scores(n))
        ),
        (n, _) => format!(
            "It becomes a group, so its {} go. You can undo this.",
            scores(n)
        ),
    }
}

/// What a sheet holds, in a sentence: options, criteria and scores.
pub fn sheet_headline(plan: &CriteriaPlan) -> String {
    let leaves = plan.criteria.iter().filter(|one| !one.is_group).count();
    let groups = plan.criteria.iter().filter(|one| one.is_group).count();
    let many = |n: usize, one: &str, many: &str| match n {
        1 => format!("one {one}"),
        n => format!("{} {many}", count(n)),
    };
    let parts = [
        many(plan.options, "option", "options"),
        format!("{}{}", criteria(leaves), in_groups(groups)),
        many(plan.scores, "score", "scores"),
    ];
    let [options, criteria, scores] = parts;
    format!(
        "{}, {criteria}, {scores}. Check how it was read, then make the appraisal.",
        capital(&options)
    )
}
