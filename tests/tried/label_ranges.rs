//! A score on a labelled scale has a range, too: of two points, by their values.

use crate::support::*;
use serde_json::json;
use weighbridge_analysis::{Driver, Issue, analyse, tornado};
use weighbridge_edit::{CriterionEdit, Edit, Remark};
use weighbridge_model::{Appraisal, CriterionId, Finite, OptionId, ScaleKind};
use weighbridge_state::give_scale;

/// Two options on one scale of points, worth 0, 60 and 100.
fn on_points() -> (Appraisal, OptionId, CriterionId) {
    let criteria = json!([{"id": "quality", "name": "Quality", "weight": 1, "scale": {"kind": "points", "levels": [
        {"label": "poor", "value": 0}, {"label": "fair", "value": 60}, {"label": "good", "value": 100}]}}]);
    let on = appraisal(
        &criteria,
        &["a", "b"],
        &json!({"a": {"quality": "fair"}, "b": {"quality": "poor"}}),
    );
    (on, option("a"), criterion("quality"))
}

fn could_be(on: &mut Appraisal, of: &OptionId, by: &CriterionId, ends: [f64; 2]) {
    let ends = ends.map(|x| Finite::new(x).unwrap());
    Edit::remark(of.clone(), by.clone(), Remark::Range(Some(ends)))
        .apply(on)
        .unwrap();
}

fn range(on: &Appraisal, of: &OptionId, by: &CriterionId) -> Option<[f64; 2]> {
    let range = on.agreed().scores.get(of, by)?.range?;
    Some(range.map(Finite::get))
}

#[test]
fn the_tornado_swings_a_point_from_one_of_its_points_to_the_other() {
    let (mut on, of, by) = on_points();
    could_be(&mut on, &of, &by, [0.0, 100.0]);
    let analysis = analyse(&on);
    let bars = tornado(&on, &analysis, 10);
    let own = |lever: &Driver| matches!(lever, Driver::Score { option, .. } if analysis.options[*option].id == of);
    let bar = bars.iter().find(|bar| own(&bar.lever)).unwrap();
    assert_eq!(
        (bar.stated, bar.now, bar.low, bar.high),
        (true, 60.0, 0.0, 100.0)
    );
}

#[test]
fn a_range_of_points_that_does_not_hold_the_score_is_told() {
    let (mut on, of, by) = on_points();
    let told = |on: &Appraisal| {
        let all = analyse(on).issues;
        all.iter()
            .any(|issue| matches!(issue, Issue::ScoreOutsideRange { .. }))
    };
    could_be(&mut on, &of, &by, [60.0, 100.0]);
    assert!(!told(&on));
    could_be(&mut on, &of, &by, [0.0, 0.0]);
    assert!(told(&on));
}

#[test]
fn a_range_goes_along_to_values_and_does_not_become_amounts() {
    let (mut on, of, by) = on_points();
    could_be(&mut on, &of, &by, [0.0, 100.0]);
    let mut values = on.clone();
    give_scale(&on, &by, &ScaleKind::Direct)
        .apply(&mut values)
        .unwrap();
    assert_eq!(range(&values, &of, &by), Some([0.0, 100.0]));
    let marks = Edit::marks(std::slice::from_ref(&by), 1, 5);
    let mut source = values;
    marks.apply(&mut source).unwrap();
    let weeks = source.criteria[0].scale.kind.clone();
    Edit::change_criterion(by.clone(), CriterionEdit::Scale(weeks))
        .apply(&mut on)
        .unwrap();
    assert_eq!(range(&on, &of, &by), None);
}
