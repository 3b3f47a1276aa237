//! Whether other accepted methods choose differently, and why.

use super::names::{capital, join};
use super::number::{compact, count};
use super::subject::Subject;
use super::text::Text;
use weighbridge_analysis::methods::{
    Approach, DecisionMatrix, Ranked, Reversal, STRATEGY, additive_reversals, compare,
    local_scales, reversals, vikor,
};
use weighbridge_analysis::{OptionIx, TIE};
use weighbridge_chart as chart;
use weighbridge_numeric::sort_by;

/// The name of a method.
pub fn approach_name(approach: Approach) -> &'static str {
    match approach {
        Approach::Product => "Weighted product",
        Approach::TopsisVector => "TOPSIS (vector normalisation)",
        Approach::TopsisRange => "TOPSIS (min-max normalisation)",
        Approach::PrometheeUsual => "PROMETHEE II (usual)",
        Approach::PrometheeVShape => "PROMETHEE II (V-shape)",
        Approach::PrometheeLinear => "PROMETHEE II (with thresholds)",
        Approach::Vikor => "VIKOR",
        Approach::Borda => "Borda’s count",
        Approach::Copeland => "Copeland’s rule",
    }
}

/// What a method rewards, to follow its name and a colon; methods that reward the same have the same.
fn rewards(approach: Approach) -> &'static str {
    match approach {
        Approach::Product => "values are multiplied, so one near 0 drags the whole down",
        Approach::TopsisVector | Approach::TopsisRange => {
            "it does well to be near the best and far from the worst on every criterion; one large gap counts for more than several small ones"
        }
        Approach::PrometheeUsual | Approach::Borda | Approach::Copeland => {
            "only which option is better on each criterion counts, not by how much"
        }
        Approach::PrometheeVShape | Approach::PrometheeLinear => {
            "no difference on a criterion counts for more than one of 20 points"
        }
        Approach::Vikor => {
            "the largest single shortfall from the best counts as much as all shortfalls together"
        }
    }
}

/// What the star of [`methods_table`] means, and the settings: [`INDIFFERENCE`] and [`PREFERENCE`].
///
/// [`INDIFFERENCE`]: weighbridge_analysis::methods::INDIFFERENCE
/// [`PREFERENCE`]: weighbridge_analysis::methods::PREFERENCE
pub const METHODS_NOTE: &str = "* another place than by the weighted sum. PROMETHEE II, usual: any difference on a criterion counts in full; V-shape: in proportion up to 20 points of value; with thresholds: not at all up to 5 points, in full from 20 on.";

/// Who is first by the weighted sum and by each other method, and the whole ranking; a star marks a
/// place that is not that of the sum. `None` while there are not two options to compare.
pub fn methods_table(on: Subject<'_>) -> Option<chart::Table> {
    let table = &DecisionMatrix::new(on.analysis);
    let n = table.options.len();
    if n < 2 {
        return None;
    }
    let mut found = chart::Table::new(
        &on.among("who comes first, and the whole ranking, by each method"),
        &["Method", "First", "Ranking"],
    );
    let mut row = |method: &str, ranks: &[usize]| {
        found.start(method);
        if ranks.is_empty() {
            found.words("cannot be used here".to_owned(), None);
            found.words("–".to_owned(), None);
            return;
        }
        let usual = table.options.iter().zip(&table.ranks);
        let mut order: Vec<(usize, String)> = ranks
            .iter()
            .zip(usual)
            .map(|(rank, (option, usual))| {
                let mark = if rank == usual { "" } else { "*" };
                (*rank, format!("{}{mark}", on.option_short(*option)))
            })
            .collect();
        sort_by(&mut order, |a, b| a.0.cmp(&b.0));
        let first = order.iter().filter(|(rank, _)| *rank == 1);
        let first: Vec<String> = first.map(|(_, name)| name.clone()).collect();
        let place = |(rank, name): &(usize, String)| {
            let tied = ranks.iter().filter(|other| *other == rank).count() > 1;
            // The place does not part from the name.
            let tied = if tied { "=" } else { "" };
            format!("{tied}{rank}\u{a0}{name}")
        };
        let all: Vec<String> = order.iter().map(place).collect();
        found.words(join(&first), None);
        found.words(all.join(", "), None);
    };
    row("Weighted sum, as here", &table.ranks);
    for one in compare(table) {
        row(approach_name(one.approach), &one.ranks);
    }
    Some(found)
}

/// Whether other accepted methods choose differently: those that agree in one sentence, then a
/// paragraph for all that choose the same other option, with what they reward and where the two options
/// differ most; nothing while there are not two options to compare.
///
/// "PROMETHEE II (usual) and Borda’s count put Trust first: only which option is better on each criterion
/// counts, not by how much. Trust gains most on Pace: 60 against 50."
pub fn disagreements(on: Subject<'_>) -> Vec<Text> {
    let table = &DecisionMatrix::new(on.analysis);
    let mut found = Vec::new();
    if table.options.len() < 2 {
        return found;
    }
    let leaders = table.first(&table.ranks);
    let names = |options: &[OptionIx]| on.names(options);
    // Each choice with all who make it, in the order of the methods.
    let all = compare(table);
    let mut choices: Vec<(Vec<OptionIx>, Vec<Approach>)> = Vec::new();
    for one in all.iter().filter(|one| one.strengths.is_some()) {
        let first = table.first(&one.ranks);
        match choices.iter_mut().find(|(other, _)| *other == first) {
            Some((_, by)) => by.push(one.approach),
            None => choices.push((first, vec![one.approach])),
        }
    }
    let agree = choices.iter().find(|(first, _)| *first == leaders);
    if leaders.len() > 1 {
        found.push(
            Text::plain(on.among("by the weighted sum "))
                .strong(names(&leaders))
                .and(" tie."),
        );
    }
    let (who, end) = match agree {
        None => ("no other method chooses ".to_owned(), " alone."),
        Some((_, by)) if by.len() == all.len() => (
            format!("all {} other methods choose ", count(by.len())),
            " as well.",
        ),
        Some((_, by)) => (approaches(by, " chooses ", " choose "), " as well."),
    };
    found.push(Text::plain(on.among(&who)).strong(names(&leaders)).and(end));
    for (first, by) in &choices {
        if *first != leaders {
            let text = Text::plain(on.among(&approaches(by, " puts ", " put ")))
                .strong(names(first))
                .and(if first.len() == 1 {
                    " first"
                } else {
                    " level in first place"
                });
            found.push(gains(on, table, &leaders, first, because(text, by)));
        }
    }
    // Whoever agrees on the first place may still order the others otherwise.
    let lower = |one: &&Ranked| {
        one.strengths.is_some() && table.first(&one.ranks) == leaders && one.ranks != table.ranks
    };
    let lower: Vec<Approach> = all.iter().filter(lower).map(|one| one.approach).collect();
    if !lower.is_empty() {
        let text = approaches(&lower, " has", " have") + " another order below the first place";
        found.push(because(Text::plain(on.among(&text)), &lower));
    }
    for one in all.iter().filter(|one| one.strengths.is_none()) {
        let why = if one.approach == Approach::Product {
            "a value is below 0"
        } else {
            "the numbers are too large"
        };
        let name = approach_name(one.approach);
        found.push(Text::plain(format!("{name} cannot be used here: {why}.")));
    }
    found.extend(without_length(on, table));
    found.extend(zeros(on, table));
    found.extend(proposed(on, table));
    found
}

/// How many other accepted methods choose the same, in a line; `None` while there are not two options to compare.
///
/// "All nine other methods choose the same."
pub fn methods_line(on: Subject<'_>) -> Option<String> {
    let table = &DecisionMatrix::new(on.analysis);
    if table.options.len() < 2 {
        return None;
    }
    let leaders = table.first(&table.ranks);
    let all = compare(table);
    let agree = all
        .iter()
        .filter(|one| one.strengths.is_some() && table.first(&one.ranks) == leaders);
    Some(match (agree.count(), all.len()) {
        (agree, all) if agree == all => {
            format!("All {} other methods choose the same.", count(all))
        }
        (0, all) => format!("None of {} other methods chooses the same.", count(all)),
        (1, all) => format!("One of {} other methods chooses the same.", count(all)),
        (agree, all) => format!(
            "{} of {} other methods choose the same.",
            capital(&count(agree)),
            count(all)
        ),
    })
}

/// The names of methods, and what one or several of them do.
fn approaches(all: &[Approach], one: &str, several: &str) -> String {
    let names: Vec<&str> = all.iter().map(|one| approach_name(*one)).collect();
    join(&names) + if all.len() == 1 { one } else { several }
}

/// What the methods of a group reward: each reason once, with those whose it is unless it is that of all.
fn because(mut text: Text, by: &[Approach]) -> Text {
    let whose = |why: &str| {
        by.iter()
            .copied()
            .filter(|one| rewards(*one) == why)
            .collect::<Vec<_>>()
    };
    for (at, one) in by.iter().enumerate() {
        let why = rewards(*one);
        let whose = whose(why);
        if whose.len() == by.len() {
            return text.and(format!(": {why}."));
        }
        if at == 0 {
            text = text.and(".");
        }
        if whose.first() == Some(one) {
            text = text.and(format!(" {}: {why}.", approaches(&whose, "", "")));
        }
    }
    text
}

/// Where those that come first elsewhere gain most, by weight, on one that is first here and is not there.
fn gains(
    on: Subject<'_>,
    table: &DecisionMatrix,
    leaders: &[OptionIx],
    first: &[OptionIx],
    mut text: Text,
) -> Text {
    let gone = leaders.iter().find(|option| !first.contains(option));
    for rival in first {
        let Some(other) = gone.or(leaders.first()) else {
            continue;
        };
        if gone.is_none() && leaders.contains(rival) {
            continue;
        }
        let (Some(of), Some(against)) = (table.row(*rival), table.row(*other)) else {
            continue;
        };
        let gain = |(weight, (of, against)): (&f64, (&f64, &f64))| weight * (of - against);
        let each = table.weights.iter().zip(of.iter().zip(against)).map(gain);
        let each = each.zip(table.leaves.iter().zip(of.iter().zip(against)));
        // Of several that gain as much the first, so from the last on.
        let most = each.rev().max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, (leaf, (of, against)))) = most.filter(|(gain, _)| *gain > 0.0) {
            text = text.and(" ").strong(on.option(*rival)).and(format!(
                " gains most on {}: {} against {}.",
                on.leaf(*leaf),
                compact(*of),
                compact(*against)
            ));
        }
    }
    text
}

/// The options whose weighted product is 0, and because of which value.
fn zeros(on: Subject<'_>, table: &DecisionMatrix) -> Option<Text> {
    let zero = |(option, values): (&OptionIx, &Vec<f64>)| {
        let mut counted = table.leaves.iter().zip(table.weights.iter().zip(values));
        let (leaf, _) = counted.find(|(_, (w, v))| **w > 0.0 && **v == 0.0)?;
        Some(format!("{} (on {})", on.option(*option), on.leaf(*leaf)))
    };
    let rows = table.options.iter().zip(&table.values);
    let all: Vec<String> = rows.filter_map(zero).collect();
    (!all.is_empty()).then(|| {
        Text::plain(
            "One value of 0 makes the whole weighted product 0, whatever the other values: ",
        )
        .strong(join(&all))
        .and(".")
    })
}

/// Which criteria the other methods leave out, because all options are the same there.
fn without_length(on: Subject<'_>, table: &DecisionMatrix) -> Option<Text> {
    let counted = on.analysis.counted_leaves().into_iter();
    let out: Vec<_> = counted
        .filter(|leaf| !table.leaves.contains(leaf))
        .map(|leaf| on.leaf(leaf))
        .collect();
    let (is, scale) = match out.as_slice() {
        [] => return None,
        [_] => (" is", "its scale has"),
        _ => (" are", "their scales have"),
    };
    Some(Text::plain("").strong(join(&out)).and(format!(
        "{is} left out of these methods: all options are the same there, so {scale} no length and {} nothing.",
        if out.len() == 1 { "tells" } else { "tell" }
    )))
}

/// What VIKOR proposes where its conditions for a single option fail.
fn proposed(on: Subject<'_>, table: &DecisionMatrix) -> Option<Text> {
    let up = vec![true; table.weights.len()];
    let found = vikor(&table.values, &table.weights, &up, STRATEGY)?;
    let [first, .., last] = found.compromise.as_slice() else {
        return None;
    };
    // A tie has been told.
    if found.q.get(*last)? - found.q.get(*first)? <= TIE {
        return None;
    }
    let options = found.compromise.iter().map(|row| table.options.get(*row));
    let names = options.map(Option::<&OptionIx>::copied);
    let names: Vec<OptionIx> = names.collect::<Option<_>>()?;
    let why = if found.advantage {
        "the first is neither best by the sum nor by the largest shortfall"
    } else {
        "the first does not lead by enough"
    };
    Some(
        Text::plain(on.among("VIKOR too ranks the first of these first, but by its own conditions proposes them together: "))
            .strong(on.names(&names))
            .and(format!(", because {why}.")),
    )
}

/// Whether an option that comes or goes turns the order of the others: first for the additive model,
/// then for each other method.
///
/// "Additive: without Outsource, Trust would come before Keep, because the scale of Cost ends at
/// the options." and "TOPSIS (vector normalisation): without Outsource, …"
pub fn reversal_words(on: Subject<'_>) -> Vec<Text> {
    let table = &DecisionMatrix::new(on.analysis);
    if table.options.len() < 3 {
        return Vec::new();
    }
    let local = local_scales(on.appraisal);
    let names: Vec<_> = local.iter().map(|leaf| on.leaf(*leaf)).collect();
    let scale = if names.len() == 1 {
        "scale of"
    } else {
        "scales of"
    };
    let end = if names.len() == 1 { "ends" } else { "end" };
    let ends = format!("the {scale} {} {end} at the options", join(&names));
    let additive = additive_reversals(on.appraisal, on.analysis);
    let mut found = vec![match additive.as_deref().map(<[Reversal]>::first) {
        None => Text::plain(format!(
            "Here {ends}, so an option that comes or goes could turn the order of others; with so many options it was not looked at."
        )),
        Some(None) if local.is_empty() => Text::plain(
            "In the additive model used here no option that comes or goes can turn the order of others: a total depends on the option’s own values only.",
        ),
        Some(None) => Text::plain(format!(
            "Here {ends}, so an option that comes or goes could turn the order of others; none of those there now does by going."
        )),
        Some(Some(one)) => turned(on, "In the additive model", one).and(format!(
            " This can be because {ends}; with fixed scales it cannot."
        )),
    }];
    let mut steady = Vec::new();
    for approach in Approach::ALL {
        let name = approach_name(approach);
        match reversals(approach, table).as_deref() {
            Some([]) => steady.push(name),
            Some([first, rest @ ..]) => {
                let text = turned(on, name, first);
                found.push(match rest.len() {
                    0 => text,
                    1 => text.and(" There is one more such case."),
                    n => text.and(format!(" There are {} more such cases.", count(n))),
                });
            }
            None => {}
        }
    }
    if !steady.is_empty() {
        found.push(Text::plain(format!(
            "{}: no option turns the order of others by going, or by coming twice.",
            join(&steady)
        )));
    }
    found
}

fn turned(on: Subject<'_>, method: &str, one: &Reversal) -> Text {
    Text::plain(format!(
        "{method}: {} ",
        if one.copied {
            "with a second option just like"
        } else {
            "without"
        }
    ))
    .strong(on.option(one.because_of))
    .and(", ")
    .strong(on.option(one.lower))
    .and(" would come before ")
    .strong(on.option(one.upper))
    .and(".")
}
