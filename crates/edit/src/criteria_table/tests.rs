//! Tables of criteria as people have them, and the trees they make.

use super::{CellFault, ColumnRole, CriteriaTable, EndsFault, Existing, Fate, WeightsOf};
use crate::{Edit, ScoresEdit};
use weighbridge_model::{
    Appraisal, AppraisalId, Criterion, Direction, Entry, Finite, Range, RawWeight, ScaleKind,
};

fn blank() -> Appraisal {
    Appraisal::new(AppraisalId::new("office").unwrap(), "Office")
}

/// Rows of cells, parted by tabs.
fn rows(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.lines().map(row).collect()
}

fn table(text: &str) -> CriteriaTable {
    CriteriaTable::read(&rows(text))
}

fn made(text: &str) -> Appraisal {
    let plan = table(text).plan(&blank());
    plan.batch.tried_on(&blank()).unwrap()
}

/// The tree of an appraisal: a line for each criterion, with its depth in stars and its raw weight.
fn tree(on: &Appraisal) -> String {
    let line = |(c, depth): (&Criterion, usize)| {
        let weight = on.agreed().weights.raw(&c.id).map(RawWeight::get);
        let weight = weight.map_or_else(String::new, |weight| format!(" {weight}"));
        format!("{}{}{weight}", "*".repeat(depth), c.name)
    };
    let lines: Vec<String> = on.criteria_in_order().into_iter().map(line).collect();
    lines.join("|")
}

fn scale<'a>(on: &'a Appraisal, name: &str) -> &'a ScaleKind {
    let all = on.criteria_in_order();
    let found = all.iter().find(|(c, _)| c.name == name).unwrap().0;
    &found.scale.kind
}

#[test]
fn names_with_weights_beside_them_are_criteria_with_weights() {
    let on = made("Cost of change\t30%\nPublic trust\t50%\nResilience\t20%");
    assert_eq!(tree(&on), "Cost of change 30|Public trust 50|Resilience 20");
}

#[test]
fn a_tree_is_seen_however_it_is_written() {
    let expected = "Money|*Cost|*Income|Trust|*Safety";
    for text in [
        "Money\n  Cost\n  Income\nTrust\n  Safety",
        "Money\n\tCost\n\tIncome\nTrust\n\tSafety",
        "1 Money\n1.1 Cost\n1.2 Income\n2 Trust\n2.1 Safety",
        "1. Money\na) Cost\nb) Income\n2. Trust\na) Safety",
        "1\tMoney\n1.1\tCost\n1.2\tIncome\n2\tTrust\n2.1\tSafety",
        "•\tMoney\no\tCost\no\tIncome\n•\tTrust\no\tSafety",
        "- Money\n  - Cost\n  - Income\n- Trust\n  - Safety",
        "Group\tCriterion\nMoney\tCost\n\tIncome\nTrust\tSafety",
        "Theme\tName\nMoney\tCost\nMoney\tIncome\nTrust\tSafety",
        "Criteria\tSub-criteria\nMoney\t\n\tCost\n\tIncome\nTrust\t\n\tSafety",
        "Criterion\tCategory\nCost\tMoney\nIncome\tMoney\nSafety\tTrust",
        "Money\tCost\nMoney\tIncome\nTrust\tSafety",
    ] {
        assert_eq!(tree(&made(text)), expected, "{text:?}");
    }
}

#[test]
fn names_that_begin_with_a_number_are_names() {
    let on = made("2 hospitals kept\n3 schools kept");
    assert_eq!(tree(&on), "2 hospitals kept|3 schools kept");
    let on = made("A good start\nTrust");
    assert_eq!(tree(&on), "A good start|Trust");
}

#[test]
fn a_group_named_twice_is_one_group() {
    let on =
        made("Theme\tCriterion\tWeight\nMoney\tCost\t40\nTrust\tSafety\t40\nMoney\tIncome\t20");
    assert_eq!(
        tree(&on),
        "Money 60|*Cost 40|*Income 20|Trust 40|*Safety 40"
    );
}

#[test]
fn weights_are_of_everything_or_of_their_group_and_a_person_may_say() {
    let whole = "Money\n  Cost\t30\n  Income\t20\nTrust\n  Safety\t50";
    let plan = table(whole).plan(&blank());
    assert_eq!(plan.weights_of, Some(WeightsOf::Everything));
    assert_eq!(
        tree(&made(whole)),
        "Money 50|*Cost 30|*Income 20|Trust 50|*Safety 50"
    );
    let parts = "Money\n  Cost\t60%\n  Income\t40%\nTrust\n  Safety\t100%";
    let mut read = table(parts);
    assert_eq!(read.plan(&blank()).weights_of, Some(WeightsOf::Group));
    assert_eq!(
        tree(&made(parts)),
        "Money|*Cost 60|*Income 40|Trust|*Safety 100"
    );
    read.set_weights_of(WeightsOf::Everything);
    let then = read.plan(&blank()).batch.tried_on(&blank()).unwrap();
    assert_eq!(
        tree(&then),
        "Money 100|*Cost 60|*Income 40|Trust 100|*Safety 100"
    );
    // Where groups have weights of their own there is nothing to ask.
    let own = "Criterion\tWeight\nMoney\t70\n  Cost\t60\n  Income\t40\nTrust\t30";
    assert_eq!(table(own).plan(&blank()).weights_of, None);
    assert_eq!(tree(&made(own)), "Money 70|*Cost 60|*Income 40|Trust 30");
}

#[test]
fn groups_are_weighed_in_a_column_of_their_own() {
    let on = made(
        "Group\tGroup weight\tCriterion\tWeight\nMoney\t70%\tCost\t60%\n\t\tIncome\t40%\nTrust\t30%\tSafety\t100%",
    );
    assert_eq!(
        tree(&on),
        "Money 70|*Cost 60|*Income 40|Trust 30|*Safety 100"
    );
}

#[test]
fn a_total_below_is_no_criterion() {
    let on = made("Criterion\tWeight\nCost\t40\nTrust\t60\nTotal\t100");
    assert_eq!(tree(&on), "Cost 40|Trust 60");
}

#[test]
fn titles_above_the_headings_are_not_criteria() {
    let on = made("Leisure review\n\nCriterion\tWeight (%)\nCost\t40\nTrust\t60");
    assert_eq!(tree(&on), "Cost 40|Trust 60");
}

fn fixed(kind: &ScaleKind) -> (f64, f64, Direction, &str) {
    let ScaleKind::Measure(measure) = kind else {
        panic!("{kind:?}")
    };
    let Range::Fixed { low, high } = measure.range else {
        panic!("{measure:?}")
    };
    (low.get(), high.get(), measure.direction, &measure.unit)
}

#[test]
fn ends_that_are_amounts_make_a_measure() {
    let on = made(
        "Criterion\tWorst\tBest\tUnit\nCost\t£4.2m a year\t£3.15m a year\t\nWait\t30\t10\tweeks\nPosts\t40%\t95%\t\nQuality\tMost complain\tHardly anybody complains\t",
    );
    assert_eq!(
        fixed(scale(&on, "Cost")),
        (3_150_000.0, 4_200_000.0, Direction::Lower, "£ a year")
    );
    assert_eq!(
        fixed(scale(&on, "Wait")),
        (10.0, 30.0, Direction::Lower, "weeks")
    );
    assert_eq!(
        fixed(scale(&on, "Posts")),
        (40.0, 95.0, Direction::Higher, "%")
    );
    assert_eq!(*scale(&on, "Quality"), ScaleKind::Direct);
    assert_eq!(on.criteria[3].anchor(0.0), "Most complain");
    assert_eq!(on.criteria[3].anchor(100.0), "Hardly anybody complains");
}

#[test]
fn the_lowest_and_the_highest_take_their_sides_from_the_direction() {
    let on = made(
        "Criterion\tUnit\tMin\tMax\tBetter\nWait\tweeks\t10\t30\tlower\nPosts\tposts\t5\t50\thigher",
    );
    assert_eq!(fixed(scale(&on, "Wait")).2, Direction::Lower);
    assert_eq!(fixed(scale(&on, "Posts")).2, Direction::Higher);
}

#[test]
fn a_unit_alone_is_a_measure_that_ends_at_the_options() {
    let mut read = table("Criterion\tUnit\nCost\t£m\nTrust\t");
    let plan = read.plan(&blank());
    assert!(plan.criteria[0].direction_assumed && !plan.criteria[1].direction_assumed);
    read.set_direction(plan.criteria[0].row, Direction::Lower);
    let plan = read.plan(&blank());
    assert!(!plan.criteria[0].direction_assumed);
    let then = plan.batch.tried_on(&blank()).unwrap();
    let ScaleKind::Measure(cost) = scale(&then, "Cost") else {
        panic!("{then:?}")
    };
    assert_eq!(
        (cost.direction, cost.range),
        (Direction::Lower, Range::Local)
    );
}

#[test]
fn scales_are_read_as_they_are_written() {
    let on = made(
        "Criterion\tScale\nA\t0-100\nB\t1-5\nC\t0 to 10\nD\tpoor / fair / good\nE\tYes/No\nF\t1 = late; 2 = in time",
    );
    assert_eq!(*scale(&on, "A"), ScaleKind::Direct);
    assert_eq!(
        fixed(scale(&on, "B")),
        (1.0, 5.0, Direction::Higher, "marks")
    );
    assert_eq!(
        fixed(scale(&on, "C")),
        (0.0, 10.0, Direction::Higher, "marks")
    );
    let values = |name: &str| -> Vec<(String, f64)> {
        let ScaleKind::Points(points) = scale(&on, name) else {
            panic!("{name}")
        };
        points
            .iter()
            .map(|p| (p.label.clone(), p.value.get()))
            .collect()
    };
    let pairs = |list: &[(&str, f64)]| -> Vec<(String, f64)> {
        list.iter()
            .map(|(label, x)| ((*label).to_owned(), *x))
            .collect()
    };
    assert_eq!(
        values("D"),
        pairs(&[("poor", 0.0), ("fair", 50.0), ("good", 100.0)])
    );
    assert_eq!(values("E"), pairs(&[("Yes", 100.0), ("No", 0.0)]));
    assert_eq!(values("F"), pairs(&[("1", 0.0), ("2", 100.0)]));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_used() {
    let plan = table("Criterion\tWeight\tWorst\tBest\tBetter\nA\tmuch\t1 week\t4 weeks\t\nB\t5\t30 weeks\t10 weeks\thigher\nC\t5\t3 weeks\t\t\nD\t5\t\t\tsideways\nD\t5\t\t\t").plan(&blank());
    let faults: Vec<Vec<&CellFault>> = plan
        .criteria
        .iter()
        .map(|c| c.faults.iter().map(|(_, why)| why).collect())
        .collect();
    assert!(
        matches!(faults[0].as_slice(), [CellFault::Weight(_)]),
        "{faults:?}"
    );
    assert_eq!(faults[1], [&CellFault::Ends(EndsFault::AgainstDirection)]);
    assert_eq!(faults[2], [&CellFault::Ends(EndsFault::OneEnd)]);
    assert_eq!(
        faults[3],
        [&CellFault::Ends(EndsFault::Direction), &CellFault::Twice]
    );
    let then = plan.batch.tried_on(&blank()).unwrap();
    assert_eq!(tree(&then), "A|B 5|C 5|D 5");
}

#[test]
fn criteria_that_are_there_are_changed_or_left_as_one_asks() {
    let on = made("Cost\t10\nTrust\t20");
    let text = "Criterion\tWeight\tNote\nCOST\t30\tRunning costs only\nSafety\t5\t";
    let mut read = table(text);
    let plan = read.plan(&on);
    let fates: Vec<Fate> = plan.criteria.iter().map(|c| c.fate).collect();
    assert_eq!((fates, plan.beside), (vec![Fate::Changed, Fate::New], 1));
    let then = plan.batch.tried_on(&on).unwrap();
    assert_eq!(tree(&then), "Cost 30|Trust 20|Safety 5");
    assert_eq!(then.criteria[0].note, "Running costs only");
    // Once more, there is nothing to do.
    assert!(read.plan(&then).batch.edits.is_empty());
    read.set_existing(Existing::Leave);
    let then = read.plan(&on).batch.tried_on(&on).unwrap();
    assert_eq!(tree(&then), "Cost 10|Trust 20|Safety 5");
}

#[test]
fn a_criterion_moves_to_the_group_where_the_table_has_it() {
    let on = made("Cost\nTrust");
    let plan = table("Money\n  Cost").plan(&on);
    let then = plan.batch.tried_on(&on).unwrap();
    assert_eq!(tree(&then), "Trust|Money|*Cost");
    assert_eq!(
        then.criteria[1].children[0].id, on.criteria[0].id,
        "it is the same criterion"
    );
}

#[test]
fn scores_that_go_or_are_read_anew_are_counted() {
    let mut on = made("Cost\nTrust");
    Edit::add_option(&on, "Stay").apply(&mut on).unwrap();
    let option = on.options[0].id.clone();
    for at in 0..2 {
        let id = on.criteria[at].id.clone();
        Edit::score(&option, &id, Entry::Number(Finite::new(4.0).unwrap()))
            .apply(&mut on)
            .unwrap();
    }
    let plan = table("Criterion\tScale\nCost\t1-5\nTrust\t\n  Safety\t").plan(&on);
    assert_eq!((plan.criteria[0].reread, plan.criteria[0].lost), (1, 0));
    assert_eq!((plan.criteria[1].reread, plan.criteria[1].lost), (0, 1));
}

#[test]
fn other_uses_of_columns_can_be_chosen() {
    let mut read = table("Cost\tRunning costs\tAs set by cabinet\nTrust\tOf residents\tOurs");
    assert_eq!(
        read.roles(),
        [ColumnRole::Name, ColumnRole::Ignored, ColumnRole::Ignored]
    );
    assert_eq!(read.plan(&blank()).unused, [1, 2]);
    read.set_role(1, ColumnRole::Note);
    read.set_role(2, ColumnRole::Origin);
    let then = read.plan(&blank()).batch.tried_on(&blank()).unwrap();
    assert_eq!(
        (
            then.criteria[0].note.as_str(),
            then.criteria[1].origin.as_str()
        ),
        ("Running costs", "Ours")
    );
}

/// The scores of an appraisal, option by option.
fn scores(on: &Appraisal) -> Vec<Vec<Option<f64>>> {
    let leaves = on.leaves();
    let of = |option: &weighbridge_model::Alternative| {
        let get = |c: &&Criterion| on.agreed().scores.get(&option.id, &c.id)?.entry.number();
        leaves.iter().map(get).collect()
    };
    on.options.iter().map(of).collect()
}

#[test]
fn a_sheet_makes_options_criteria_and_scores_in_either_direction() {
    let down = "Option\tCost (£m)\tQuality\tLocal say\nWeight\t40\t35\t25\nCarry on\t5\t45\t1\nTrust\t7\t65\t";
    let across = "Criterion\tWeight\tCarry on\tTrust\nCost (£m)\t40\t5\t7\nQuality\t35\t45\t65\nLocal say\t25\t1\t";
    for text in [down, across] {
        let rows = rows(text);
        let seem = CriteriaTable::options_seem_across(&rows);
        assert_eq!(seem, text == across);
        let plan = CriteriaTable::read_sheet(&rows, seem).plan(&blank());
        assert_eq!((plan.options, plan.scores), (2, 5), "{text}");
        let cost = &plan.criteria[0];
        assert!(
            cost.direction_assumed,
            "nothing says whether more £m is better"
        );
        let then = plan.batch.tried_on(&blank()).unwrap();
        assert_eq!(tree(&then), "Cost 40|Quality 35|Local say 25");
        let names: Vec<&str> = then.options.iter().map(|o| o.name.as_str()).collect();
        assert_eq!(names, ["Carry on", "Trust"]);
        assert_eq!(
            scores(&then),
            [
                [Some(5.0), Some(45.0), Some(1.0)],
                [Some(7.0), Some(65.0), None]
            ]
        );
        assert!(matches!(scale(&then, "Cost"), ScaleKind::Measure(m) if m.unit == "£m"));
    }
}

#[test]
fn a_sheet_with_a_blank_corner_and_a_total_is_read() {
    let text = "\tCost\tQuality\tTotal\nCarry on\t£3,150,000\t45\t80\nTrust\t£4,200,000\t65\t90";
    let plan = CriteriaTable::read_sheet(&rows(text), false).plan(&blank());
    let then = plan.batch.tried_on(&blank()).unwrap();
    assert_eq!(tree(&then), "Cost|Quality");
    assert_eq!(plan.totals, 1);
    assert_eq!(scores(&then)[1], [Some(4_200_000.0), Some(65.0)]);
    assert!(matches!(scale(&then, "Cost"), ScaleKind::Measure(m) if m.unit == "£"));
}

#[test]
fn columns_called_as_the_options_that_are_there_are_their_scores() {
    let mut on = blank();
    Edit::add_option(&on, "Stay").apply(&mut on).unwrap();
    let read = table("Criterion\tWeight\tStay\tRemark\nCost\t40\t30\tx\nTrust\t60\t80\ty")
        .with_options_of(&on);
    assert_eq!(read.roles()[2..], [ColumnRole::Option, ColumnRole::Ignored]);
    let plan = read.plan(&on);
    let entered = plan
        .batch
        .edits
        .iter()
        .any(|edit| matches!(edit, Edit::Scores(ScoresEdit::Enter(list)) if list.len() == 2));
    assert!(entered && plan.options == 0);
}

#[test]
fn a_table_that_is_too_large_is_refused_as_a_whole() {
    let names: Vec<Vec<String>> = (0..1_001).map(|n| vec![format!("Criterion {n}")]).collect();
    let plan = CriteriaTable::read(&names).plan(&blank());
    assert!(plan.batch.tried_on(&blank()).is_err());
}
