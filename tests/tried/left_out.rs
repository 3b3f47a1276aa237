//! Options that lack scores: what is said of the others is said of them alone, and nothing that is offered to be
//! tried turns out otherwise.

use crate::support::{nth, results};
use serde_json::{Value, json};
use weighbridge_analysis::{Scope, Share, WeightClaims, analyse, weight_lines, with_share};
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_report::csv::Field;
use weighbridge_report::{
    Piece, SingleChanges, Subject, Text, all_findings, changes, disagreements, headline,
    holds_unless, left_out, map_words, matrix, methods_table, rank_words, scores_table, several,
    single_scores, tornado_picture, weight_headline, weights_table, winners_map,
};

/// How every sentence that compares only some options starts.
const AMONG: &str = "Among the options with all their scores, ";

fn leader_with_a_blank() -> Appraisal {
    file::open(include_bytes!("files/leader-with-a-blank.json")).unwrap()
}

fn rival_with_a_blank() -> Appraisal {
    file::open(include_bytes!("files/rival-with-a-blank.json")).unwrap()
}

/// What is said of other weights, of other scores and of other methods, on every page and in every file.
fn comparing(on: Subject<'_>) -> Vec<String> {
    let claims = WeightClaims::new(on.analysis);
    let texts = changes(on).into_iter().chain(several(on));
    let texts = texts.chain(single_scores(on)).chain(disagreements(on));
    let mut said: Vec<String> = texts.map(|text| text.to_string()).collect();
    said.extend(claims.claims.iter().map(|c| weight_headline(on, c)));
    said.extend([weights_table(on).caption, scores_table(on).caption]);
    said.extend(methods_table(on).map(|table| table.caption));
    let three = [0, 1, 2].map(|at| nth(&on.analysis.nodes, at));
    let map = winners_map(on, three).unwrap();
    said.push(map_words(on, &map, map.chart.now));
    said.push(map.presentation.title);
    let bars = weighbridge_analysis::tornado(on.appraisal, on.analysis, 9);
    said.extend(tornado_picture(on, &bars, 9).map(|(presentation, _)| presentation.title));
    said
}

#[test]
fn what_compares_totals_says_of_which_options() {
    for on in [leader_with_a_blank(), rival_with_a_blank()] {
        let analysis = analyse(&on);
        let said = comparing(Subject::new(&on, &analysis));
        assert!(said.len() > 12);
        for words in said {
            assert!(words.starts_with(AMONG), "{words}");
        }
        // With all scores nothing is restricted.
        let mut whole = on.clone();
        let z = whole.criteria[2].id.clone();
        let x = whole.criteria[0].id.clone();
        for option in whole.options.clone().iter() {
            for leaf in [&x, &z] {
                if whole.agreed().scores.get(&option.id, leaf).is_none() {
                    let entry = weighbridge_model::Entry::Number(
                        weighbridge_model::Finite::new(0.0).unwrap(),
                    );
                    let score = weighbridge_model::Score::bare(entry);
                    whole.agreed_mut().scores.set(&option.id, leaf, score);
                }
            }
        }
        let analysis = analyse(&whole);
        assert_eq!(analysis.scope, Scope::All);
        for words in comparing(Subject::new(&whole, &analysis)) {
            assert!(!words.contains("all their scores"), "{words}");
        }
    }
}

/// The leader has a blank: what is said of the others does not contradict the heading, and there is nothing
/// to try that would not happen.
#[test]
fn a_leader_with_a_blank_is_not_contradicted() {
    let on = leader_with_a_blank();
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    assert_eq!(analysis.scope, Scope::Behind);
    assert_eq!(
        headline(subject),
        "Ash leads by at least 33.2 points, whatever its missing scores are"
    );
    assert_eq!(
        left_out(subject).unwrap().to_string(),
        "Ash is ahead although it has scores missing, so what follows compares only the options with all their scores."
    );
    let all = changes(subject);
    let first = all.first().unwrap();
    assert_eq!(
        first.to_string(),
        "Among the options with all their scores, if Cost counted for less than 29% of everything (now 45%), Cedar would be ahead."
    );
    // With 28% Ash leads by 33.9 points, not Cedar.
    let then = with_share(
        on.agreed(),
        &analysis,
        nth(&analysis.nodes, 0),
        Share::Cumulative,
        0.28,
    );
    let then = analyse(on.said_by(&then.unwrap()));
    assert_eq!(then.lead.leaders, [nth(&then.options, 0)]);
    assert!(all.iter().all(|text| trials(text) == 0));
    let sure = holds_unless(subject, &SingleChanges::of(subject)).unwrap();
    assert_eq!(sure.heading, headline(subject));
    // Nobody has the first place but Ash, and so nobody who has a total has a rank.
    for option in analysis.options.keys() {
        assert_eq!(rank_words(subject, option), "–");
    }
    let found = results(&on);
    assert_eq!(found["scope"], "behind");
    assert_eq!(found["options"][1]["rank"], Value::Null);
    let rows = matrix(subject);
    let rank = rows[0]
        .iter()
        .position(|f| *f == Field::text("Rank"))
        .unwrap();
    assert!(rows[2..].iter().all(|row| row[rank] == Field::text("")));
}

fn trials(text: &Text) -> usize {
    let tried = text.pieces().iter();
    tried.filter(|piece| matches!(piece, Piece::Try(_))).count()
}

/// A rival has a blank: "no weight changes the leader" is about the others, since Cedar leads once Quality has 98%.
#[test]
fn a_rival_with_a_blank_is_not_said_to_stay_behind() {
    let on = rival_with_a_blank();
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let said = all_findings(subject).join("\n");
    assert!(said.contains(
        "Among the options with all their scores, no weight changes the leader, whatever it is."
    ));
    let then = with_share(
        on.agreed(),
        &analysis,
        nth(&analysis.nodes, 1),
        Share::Cumulative,
        0.98,
    );
    let then = analyse(on.said_by(&then.unwrap()));
    assert_eq!(then.lead.leaders, [nth(&then.options, 2)], "Cedar");
    let claims = WeightClaims::new(&analysis);
    assert_eq!(claims.scope, Scope::Complete);
    assert_eq!(
        holds_unless(subject, &SingleChanges::of(subject))
            .unwrap()
            .heading,
        "Among the options with all their scores, the lead holds unless the leader scores below 73.4 on Cost (now 90)"
    );
    let found = results(&on);
    assert_eq!(found["scope"], "complete");
    assert_eq!(found["options"][0]["rank"], json!(1));
}

/// What may be tried is tried here: who is said to be ahead leads the whole appraisal.
#[test]
fn what_holds_for_all_options_may_be_tried() {
    let mut on = rival_with_a_blank();
    // Cedar is out of the race whatever its cost is, and Birch is best on Say.
    let entry = |x: f64| {
        weighbridge_model::Score::bare(weighbridge_model::Entry::Number(
            weighbridge_model::Finite::new(x).unwrap(),
        ))
    };
    let (quality, say) = (on.criteria[1].id.clone(), on.criteria[2].id.clone());
    let ids: Vec<_> = on.options.iter().map(|o| o.id.clone()).collect();
    on.agreed_mut().scores.set(&ids[2], &quality, entry(0.0));
    on.agreed_mut().scores.set(&ids[1], &say, entry(80.0));
    let analysis = analyse(&on);
    let all = changes(Subject::new(&on, &analysis));
    assert_eq!(
        all[0].to_string(),
        "Among the options with all their scores, if Say counted for more than 33.4% of everything (now 30%), Birch would be ahead."
    );
    assert_eq!(trials(&all[0]), 1);
}

/// A group without weight keeps its proportions: what another gives up goes to it as its own weights say.
#[test]
fn a_group_without_weight_keeps_its_own_proportions() {
    let on = file::open(include_bytes!("files/group-without-weight.json")).unwrap();
    let analysis = analyse(&on);
    let cost = nth(&analysis.nodes, 0);
    let lines = weight_lines(&analysis, cost).unwrap();
    assert!((lines.flips[0].at - 0.5).abs() < 1e-12, "{:?}", lines.flips);
    for (share, leader) in [(0.49, 1), (0.51, 0)] {
        let then = with_share(on.agreed(), &analysis, cost, Share::Cumulative, share).unwrap();
        let then = analyse(on.said_by(&then));
        assert_eq!(then.lead.leaders, [nth(&then.options, leader)]);
        let staff = then.nodes.position(|n| n.id.as_str() == "q").unwrap();
        assert_eq!(then.nodes[staff].local, Some(0.1));
    }
    let subject = Subject::new(&on, &analysis);
    let said: Vec<String> = changes(subject).iter().map(ToString::to_string).collect();
    assert!(
        said.contains(
            &"If Cost counted for less than 50% of everything (now 100%, the rest Say), Birch would be ahead.".to_owned()
        ),
        "{said:?}"
    );
}
