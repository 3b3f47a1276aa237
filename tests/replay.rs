//! A newcomer's session on the Birmingham appraisal, as edits: what each is called and what follows.

use crate::support::*;
use std::rc::Rc;
use weighbridge_analysis::{Analysis, Total, Verdict, analyse};
use weighbridge_edit::{Edit, Gesture, History, parse_entry};
use weighbridge_file as file;
use weighbridge_model::{RawWeight, ScaleKind};
use weighbridge_opening::library;
use weighbridge_report::{
    Subject, consequence, headline,
    words::{redo_label, undo_label},
};

struct Session {
    history: History,
    before: Rc<weighbridge_model::Appraisal>,
}

impl Session {
    fn new() -> Self {
        let appraisal = Rc::new(library::entry("birmingham-2013").unwrap().open().unwrap());
        Self {
            history: History::new(appraisal.clone()),
            before: appraisal,
        }
    }

    #[track_caller]
    fn does(&mut self, edit: &Edit, label: &str) -> Analysis {
        self.before = self.history.present().clone();
        self.history.apply(edit, Gesture::Done).unwrap();
        assert_eq!(undo_label(&self.history).as_deref(), Some(label));
        assert_eq!(self.history.redoable(), None);
        analyse(self.history.present())
    }

    fn says(&self) -> String {
        let (was, is) = (analyse(&self.before), analyse(self.history.present()));
        let before = Subject::new(&self.before, &was);
        let after = Subject::new(self.history.present(), &is);
        consequence("You did", before, after)
    }

    fn headline(&self) -> String {
        let analysis = analyse(self.history.present());
        headline(Subject::new(self.history.present(), &analysis))
    }
}

#[test]
fn the_newcomers_path() {
    let mut session = Session::new();
    assert_eq!(
        session.headline(),
        "Integrated transformation leads by 17.0 points"
    );

    // More weight on independence: 40 raw on top of 90 for the others is 30.8%, below the flip.
    let weight = |x: f64| Edit::weight(&criterion("independence"), RawWeight::new(x));
    let analysis = session.does(&weight(40.0), "Change weight of Independence");
    assert_eq!(ids(&analysis, analysis.verdict.leaders()), ["integrated"]);
    close(
        analysis.nodes.as_slice()[4].local.unwrap(),
        40.0 / 130.0,
        1e-15,
    );
    assert_eq!(
        session.says(),
        "You did: the lead is 1.5 points (17.0 at the start), too close to call."
    );

    // 50 raw is 35.7%, above it.
    let analysis = session.does(&weight(50.0), "Change weight of Independence");
    assert_eq!(ids(&analysis, analysis.verdict.leaders()), ["trust-bcc"]);
    assert_eq!(
        session.says(),
        "You did. Trust (council) now leads by 2.1 points. Integrated transformation led at the start."
    );

    // 80 raw is 47.1%: the third leader along this one weight.
    let analysis = session.does(&weight(80.0), "Change weight of Independence");
    assert_eq!(ids(&analysis, analysis.verdict.leaders()), ["trust-dfe"]);

    // A new option has no scores, so no total, and could still come first.
    let add = Edit::add_option(session.history.present(), "A mutual owned by its staff");
    let analysis = session.does(&add, "Add option A mutual owned by its staff");
    let new = analysis.options.keys().next_back().unwrap();
    assert_eq!(
        analysis.options[new].id.as_str(),
        "a-mutual-owned-by-its-staff"
    );
    let Total::Incomplete { missing, low, high } = &analysis.options[new].total else {
        panic!("an option without scores has a total");
    };
    assert_eq!((missing.len(), *low), (6, 0.0));
    close(*high, 100.0, 1e-12);
    assert_eq!(analysis.could_overtake, [new]);

    // Scored on everything, it has one.
    let mutual = option("a-mutual-owned-by-its-staff");
    for (id, typed) in [
        ("front-line", "80"),
        ("partners", "80"),
        ("governance", "70"),
        ("accountability", "60"),
        ("independence", "90"),
        ("pace", " ５０ "),
    ] {
        let entry = parse_entry(typed, &ScaleKind::Direct).unwrap();
        let name = session
            .history
            .present()
            .criterion(&criterion(id))
            .unwrap()
            .short_name()
            .to_owned();
        let label = format!("Change score of A mutual owned by its staff on {name}");
        session.does(&Edit::score(&mutual, &criterion(id), entry), &label);
    }
    let analysis = analyse(session.history.present());
    close(
        total(&analysis, mutual.as_str()),
        (2400.0 + 1600.0 + 1050.0 + 900.0 + 7200.0 + 500.0) / 170.0,
        1e-12,
    );
    assert!(matches!(analysis.verdict, Verdict::Clear { leader, .. } if leader == new));

    // All of it undone, one name after the other, down to the file as it came.
    for id in [
        "Pace",
        "Independence",
        "Local accountability",
        "Governance",
        "Partners",
        "Front line",
    ] {
        assert_eq!(
            undo_label(&session.history),
            Some(format!(
                "Change score of A mutual owned by its staff on {id}"
            ))
        );
        session.history.undo();
    }
    assert_eq!(
        undo_label(&session.history).as_deref(),
        Some("Add option A mutual owned by its staff")
    );
    session.history.undo();
    assert_eq!(session.history.present().options.len(), 6);
    for _ in 0..3 {
        assert_eq!(
            undo_label(&session.history).as_deref(),
            Some("Change weight of Independence")
        );
        session.history.undo();
    }
    assert_eq!(session.history.undo(), None);
    let entry = library::entry("birmingham-2013").unwrap();
    assert_eq!(file::save(session.history.present()), entry.text);
    assert_eq!(
        session.headline(),
        "Integrated transformation leads by 17.0 points"
    );

    // And done again.
    assert_eq!(
        redo_label(&session.history).as_deref(),
        Some("Change weight of Independence")
    );
    session.history.redo();
    assert_eq!(
        redo_label(&session.history).as_deref(),
        Some("Change weight of Independence")
    );
    let analysis = analyse(session.history.present());
    close(
        analysis.nodes.as_slice()[4].local.unwrap(),
        40.0 / 130.0,
        1e-15,
    );
    let saved = file::save(session.history.present());
    assert_eq!(
        file::open(saved.as_bytes()).unwrap(),
        *session.history.present().as_ref()
    );
}
