//! A criterion on which all options are the same tells nothing apart: everywhere that is said the same way.

use crate::support::nth;
use weighbridge_analysis::analyse;
use weighbridge_file as file;
use weighbridge_model::ReferencePoint;
use weighbridge_report::csv::Field;
use weighbridge_report::{Subject, compare, explain_total, explain_value, matrix, steps_below};

#[test]
fn a_scale_without_length_has_no_value_anywhere() {
    let on = file::open(include_bytes!("files/09-collapsed-scale.json")).unwrap();
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let (a, b) = (nth(&analysis.options, 0), nth(&analysis.options, 1));
    let places = nth(&analysis.leaves, 1);
    assert_eq!(subject.value(a, places), None);
    assert_eq!(
        explain_value(subject, a, places).steps,
        [
            "Score: 0 places",
            "Scale: every option has 0 places, so it tells nothing apart and there is no value",
        ]
    );
    let total = explain_total(subject, a).steps;
    assert!(
        total.contains(&"Places lost: the same for all options, so it adds nothing".to_owned()),
        "{total:?}"
    );
    let rows = matrix(subject);
    let column = rows[0]
        .iter()
        .rposition(|f| *f == Field::text("Places lost"));
    assert_eq!(rows[4][column.unwrap()], Field::text("the same for all"));
    let rows = compare(subject, a, b).unwrap().rows;
    let row = rows.iter().find(|row| row.leaf == places).unwrap();
    assert_eq!(row.values, ["–", "–"]);
    // A question about the step from 0 places to 0 places is no question: its ends have to be said first.
    let steps = steps_below(&on, &analysis, &on.criteria[1]);
    assert_eq!(steps[0].ends.worst, ReferencePoint::Unsaid);
    assert!(!steps[0].is_said());
}
