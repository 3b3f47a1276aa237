//! Whether other accepted methods choose differently, and why.

use super::findings::Subject;
use super::names::join;
use super::number::{count, short};
use super::text::Text;
use crate::analysis::methods::{
    Approach, INDIFFERENCE, PREFERENCE, Ranked, Reversal, STRATEGY, Table, additive_reversals,
    compare, local_scales, reversals, vikor,
};

/// The name of a method.
pub fn approach_name(approach: Approach) -> &'static str {
    match approach {
        Approach::Product => "Weighted product",
        Approach::TopsisVector => "TOPSIS (vector normalisation)",
        Approach::TopsisRange => "TOPSIS (min-max normalisation)",
        Approach::PrometheeUsual => "PROMETHEE II (usual)",
        Approach::PrometheeLinear => "PROMETHEE II (with thresholds)",
        Approach::Vikor => "VIKOR",
        Approach::Borda => "Borda’s count",
        Approach::Copeland => "Copeland’s rule",
    }
}

/// What a method rewards, to follow "because".
pub fn approach_words(approach: Approach) -> String {
    let words = match approach {
        Approach::Product => {
            "it multiplies values instead of adding them, so a value near 0 anywhere drags the whole down"
        }
        Approach::TopsisVector | Approach::TopsisRange => {
            "it measures how far an option is from the best and from the worst on all criteria at once, and in such a distance one large gap counts for more than several small ones"
        }
        Approach::PrometheeUsual => {
            "it only asks which option is better on each criterion, not by how much"
        }
        Approach::PrometheeLinear => {
            return format!(
                "it overlooks differences of up to {} points of value, and one of {} counts as much as any larger",
                short(INDIFFERENCE),
                short(PREFERENCE)
            );
        }
        Approach::Vikor => {
            "the largest single shortfall from the best counts as much as the sum of all shortfalls"
        }
        Approach::Borda => {
            "each criterion, with its weight, gives points by the order of the options alone"
        }
        Approach::Copeland => {
            "options meet in pairs, and each pair is won by the weight of the criteria, by however little"
        }
    };
    words.to_owned()
}

/// Whether other accepted methods choose differently: those that agree in one sentence, then one for
/// each that does not, with what it rewards and where the two options differ most; nothing while
/// there are not two options to compare and one that leads.
///
/// "PROMETHEE II (usual) puts Trust first, because it only asks which option is better on each
/// criterion, not by how much. Trust gains most on Pace: 60 against 50."
pub fn disagreements(on: Subject<'_>) -> Vec<Text> {
    let table = &Table::new(on.analysis);
    let mut found = Vec::new();
    let leaders: Vec<usize> = (0..table.ranks.len())
        .filter(|row| table.ranks[*row] == 1)
        .collect();
    let [leader] = leaders.as_slice() else {
        return found;
    };
    if table.options.len() < 2 {
        return found;
    }
    let name = |row: usize| on.option(table.options[row]);
    let all = compare(table);
    let agree = all.iter().filter(|one| one.first() == leaders);
    let agree: Vec<&str> = agree.map(|one| approach_name(one.approach)).collect();
    found.extend(match agree.len() {
        0 => Some(
            Text::plain("None of the other methods puts ")
                .strong(name(*leader))
                .and(" alone in first place."),
        ),
        n if n == all.len() => Some(
            Text::plain(format!("All {} other methods put ", count(n)))
                .strong(name(*leader))
                .and(" first as well."),
        ),
        n => Some(
            Text::plain(join(&agree))
                .and(if n == 1 { " puts " } else { " put " })
                .strong(name(*leader))
                .and(" first as well."),
        ),
    });
    for one in &all {
        let first = one.first();
        if first != leaders {
            found.push(disagreement(on, table, *leader, one, &first));
        }
    }
    found.extend(proposed(on, table));
    found
}

/// Why one method chooses differently.
fn disagreement(
    on: Subject<'_>,
    table: &Table,
    leader: usize,
    one: &Ranked,
    first: &[usize],
) -> Text {
    let method = approach_name(one.approach);
    if one.strengths.is_none() {
        let why = match one.approach {
            Approach::Product => "a value is below 0",
            _ => "the numbers are too large",
        };
        return Text::plain(format!("{method} cannot be used here: {why}."));
    }
    let names: Vec<usize> = first.iter().map(|row| table.options[*row]).collect();
    let text = Text::plain(format!("{method} puts "))
        .strong(on.names(&names))
        .and(if first.len() == 1 {
            " first"
        } else {
            " level in first place"
        })
        .and(format!(", because {}.", approach_words(one.approach)));
    let zero = |row: usize| {
        let counted = table.weights.iter().zip(&table.values[row]);
        counted.clone().position(|(w, v)| *w > 0.0 && *v == 0.0)
    };
    if let (Approach::Product, Some(at)) = (one.approach, zero(leader)) {
        return text
            .and(" ")
            .strong(on.option(table.options[leader]))
            .and(format!(
                " has 0 on {}, which makes its whole product 0.",
                on.leaf(table.leaves[at])
            ));
    }
    let Some(rival) = first.iter().find(|row| **row != leader) else {
        return text;
    };
    // Where the rival gains most on the leader, by weight.
    let gain =
        |at: usize| table.weights[at] * (table.values[*rival][at] - table.values[leader][at]);
    let mut most = 0;
    for at in 1..table.leaves.len() {
        if gain(at) > gain(most) {
            most = at;
        }
    }
    text.and(" ")
        .strong(on.option(table.options[*rival]))
        .and(format!(
            " gains most on {}: {} against {}.",
            on.leaf(table.leaves[most]),
            short(table.values[*rival][most]),
            short(table.values[leader][most])
        ))
}

/// What VIKOR proposes where its conditions for a single option fail.
fn proposed(on: Subject<'_>, table: &Table) -> Option<Text> {
    let up = vec![true; table.weights.len()];
    let found = vikor(&table.values, &table.weights, &up, STRATEGY)?;
    if found.compromise.len() < 2 {
        return None;
    }
    let names: Vec<usize> = found
        .compromise
        .iter()
        .map(|row| table.options[*row])
        .collect();
    let why = if found.advantage {
        "the first is neither best by the sum nor by the largest shortfall"
    } else {
        "the first does not lead by enough"
    };
    Some(
        Text::plain("VIKOR itself would not settle on one: it proposes ")
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
    let table = &Table::new(on.analysis);
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
        Some(Some(one)) => turned(on, "In the additive model", one, &|at| at).and(format!(
            " This can be because {ends}; with fixed scales it cannot."
        )),
    }];
    let mut steady = Vec::new();
    for approach in Approach::ALL {
        let name = approach_name(approach);
        match reversals(approach, table).as_deref() {
            Some([]) => steady.push(name),
            Some([first, rest @ ..]) => {
                let text = turned(on, name, first, &|row| table.options[row]);
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
            "{}: no option turns the order of others by going, or by having a twin.",
            join(&steady)
        )));
    }
    found
}

fn turned(on: Subject<'_>, method: &str, one: &Reversal, place: &dyn Fn(usize) -> usize) -> Text {
    let name = |row: usize| on.option(place(row));
    Text::plain(format!(
        "{method}: {} ",
        if one.copied {
            "with a twin of"
        } else {
            "without"
        }
    ))
    .strong(name(one.because_of))
    .and(", ")
    .strong(name(one.lower))
    .and(" would come before ")
    .strong(name(one.upper))
    .and(".")
}
