//! Addresses, the table of pages, how far each has come, and sampling jobs.

use std::cell::Cell;
use std::rc::Rc;
use weighbridge_analysis::{self as analysis, Assumption, analyse};
use weighbridge_model::Appraisal;
use weighbridge_opening::{self as opening, library};
use weighbridge_report::words::Term;
use weighbridge_state::progress::{Count, Progress, Status, progress};
use weighbridge_state::sampling::{Problem, SamplingJob};
use weighbridge_state::{Action, Group, Page, Route, State};

#[test]
fn every_page_has_one_place_in_the_table() {
    let all: Vec<Page> = Page::all().collect();
    assert_eq!(all.len(), Page::COUNT);
    for (at, page) in all.iter().enumerate() {
        assert_eq!(Page::of_slug(page.slug()), Some(*page));
        assert_eq!(page.number(), at + 1);
        let (before, after) = page.neighbours();
        assert_eq!(before, at.checked_sub(1).map(|at| all[at]));
        assert_eq!(after, all.get(at + 1).copied());
        assert_eq!(page.group().pages().filter(|own| own == page).count(), 1);
        assert!(!page.name().is_empty());
    }
    let grouped: Vec<Page> = Group::ALL.into_iter().flat_map(Group::pages).collect();
    assert_eq!(grouped, all);
    assert_eq!(Group::ALL.map(Group::name), ["Set up", "Judge", "Conclude"]);
    assert_eq!(Page::of_slug("nonsense"), None);
}

#[test]
fn an_address_comes_back_as_what_it_names() {
    for id in ["birmingham-2013", "a b/c?d#e%", "Größe “x”", "(it's)-_.!~*"] {
        for page in Page::all() {
            for view in ["", "swing", "one/two three%41"] {
                let route = Route::part(id, page, view);
                assert_eq!(Route::parse(&route.fragment()), route);
                assert_eq!(route.href(), format!("#{}", route.fragment()));
                assert_eq!(route.id(), Some(id));
            }
        }
    }
    // As `encodeURIComponent` has it, so that links made before go on to work.
    let route = Route::part("a b/ü", Page::HowSure, "(x)");
    assert_eq!(route.fragment(), "/a%20b%2F%C3%BC/how-sure/(x)");
}

#[test]
fn addresses_are_read_with_forbearance() {
    assert_eq!(Route::parse(""), Route::Library);
    assert_eq!(Route::parse("/"), Route::Library);
    assert_eq!(Route::parse("/privacy/"), Route::Privacy);
    assert_eq!(Route::parse("/x/weights/"), Route::of("x", Page::Weights));
    assert_eq!(Route::parse("x"), Route::of("x", Page::Result));
    assert_eq!(Route::parse("/x/nonsense"), Route::Unknown);
    assert_eq!(Route::parse("/%zz/result"), Route::of("%zz", Page::Result));
    assert_eq!(Route::parse("/%ff/result"), Route::of("%ff", Page::Result));
    for route in [Route::Library, Route::Privacy] {
        assert_eq!(Route::parse(&route.fragment()), route);
        assert_eq!(route.id(), None);
    }
    assert_eq!(Route::Unknown.fragment(), "/");
}

fn appraisal(text: &str) -> Appraisal {
    opening::open(text.as_bytes()).unwrap()
}

fn states(appraisal: &Appraisal) -> Vec<Progress> {
    let analysis = analyse(appraisal);
    Page::all()
        .map(|page| progress(page, appraisal, &analysis))
        .collect()
}

#[test]
fn progress_tells_what_is_missing() {
    let plain = |status| Progress {
        status,
        count: None,
    };
    let blank = states(&library::BLANK.open().unwrap());
    assert_eq!(blank, vec![plain(Status::ToDo); Page::COUNT]);

    let birmingham = states(&library::entry("birmingham-2013").unwrap().open().unwrap());
    assert!(birmingham.iter().all(|page| page.status == Status::Done));
    assert_eq!(birmingham[4].count, Some(Count::Scores(30, 30)));

    let one = states(&appraisal(
        r#"{"format": "weighbridge", "version": 1, "title": "One", "question": "What?",
        "options": [{"id": "x", "name": "X"}],
        "criteria": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}], "scores": {}}"#,
    ));
    assert_eq!(one[0], plain(Status::Done));
    let options = Some(Count::Options(1));
    assert_eq!(
        one[1],
        Progress {
            status: Status::OneOption,
            count: options
        }
    );
    let criteria = Some(Count::Criteria(2));
    assert_eq!(
        one[2],
        Progress {
            status: Status::Done,
            count: criteria
        }
    );
    assert_eq!(
        one[3..].to_vec(),
        vec![plain(Status::ToDo); Page::COUNT - 3]
    );

    let part = states(&appraisal(
        r#"{"format": "weighbridge", "version": 1, "title": "Part",
        "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "criteria": [{"id": "a", "name": "A", "weight": 5}, {"id": "b", "name": "B"}],
        "scores": {"x": {"a": 50, "b": 0}, "y": {"a": 20}}}"#,
    ));
    assert_eq!(part[3], plain(Status::Missing(1)));
    let scores = Some(Count::Scores(3, 4));
    assert_eq!(
        part[4],
        Progress {
            status: Status::Missing(1),
            count: scores
        }
    );
    assert_eq!(part[5], plain(Status::ToDo));

    let unsettled = states(&appraisal(
        r#"{"format": "weighbridge", "version": 1, "title": "Unsettled",
        "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}],
        "criteria": [{"id": "a", "name": "A", "weight": 5}, {"id": "b", "name": "B", "weight": 5}],
        "scores": {"x": {"a": 50, "b": 10}, "y": {"a": 20, "b": 20}, "z": {"a": 90}}}"#,
    ));
    assert_eq!(unsettled[5], plain(Status::Unsettled));
    assert_eq!(unsettled[6], plain(Status::Unsettled));
}

fn problem(id: &str) -> Problem {
    let appraisal = library::entry(id).unwrap().open().unwrap();
    let analysis = analyse(&appraisal);
    let posed = analysis::Problem::of(&appraisal, &analysis, Assumption::AnyWeights);
    Problem(Rc::new(posed))
}

#[test]
fn a_sampling_job_comes_to_the_same_whatever_the_clock_says() {
    let solve = |pace: f64| {
        let problem = problem("birmingham-2013");
        let mut job = SamplingJob::new(&problem, 1).unwrap();
        assert!(job.is_for(&problem) && !job.is_for(&self::problem("birmingham-2013")));
        let time = Cell::new(0.0);
        let clock = || {
            time.set(time.get() + pace);
            time.get()
        };
        assert!(job.solution(false).sampling);
        while !job.step(2.0, clock) {}
        let solution = job.solution(true);
        assert!(solution.done && !solution.sampling && solution.problem == problem);
        assert_eq!(solution.totals.len(), solution.sure.len());
        assert!(solution.outcome.half_width * 100.0 <= 2.0);
        let first: f64 = (0..solution.totals.len())
            .map(|at| solution.outcome.rank(at, 0))
            .sum();
        assert!((first - 1.0).abs() < 1e-9);
        (solution.totals.clone(), solution.sure)
    };
    // Slow, fast and unsteady machines take samples in other portions, but the same ones of the cloud.
    let (slow, fast) = (solve(3.0), solve(0.1));
    assert_eq!(slow.0, fast.0);
    assert_eq!(solve(1.5).0, fast.0);
}

#[test]
fn a_sampling_job_can_be_stopped_and_goes_on_from_there() {
    let problem = problem("birmingham-2013");
    let mut job = SamplingJob::new(&problem, 1).unwrap();
    for _ in 0..20 {
        assert!(!job.step(0.1, || 0.0));
    }
    job.stop();
    while !job.step(0.1, || 0.0) {}
    let rough = job.solution(true).outcome.half_width;
    assert!(rough * 100.0 > 0.1, "{rough}");
    job.begin();
    assert!(job.solution(false).sampling);
    while !job.step(1.0, || 0.0) {}
    assert!(job.solution(true).outcome.half_width <= rough.max(0.01));
}

#[test]
fn where_there_is_nothing_to_work_out_there_is_no_job() {
    assert!(SamplingJob::new(&problem("new-appraisal"), 1).is_none());
}

#[test]
fn help_has_an_address_of_its_own_and_every_term_has_one() {
    assert_eq!(Route::parse("/help"), Route::help());
    assert_eq!(Route::parse(&Route::help().fragment()), Route::help());
    // An appraisal may be called so.
    assert_eq!(
        Route::parse("/help/weights"),
        Route::of("help", Page::Weights)
    );
    let mut slugs: Vec<String> = Term::ALL.iter().map(|term| term.slug()).collect();
    for slug in &slugs {
        let route = Route::Help(slug.clone());
        assert_eq!(Route::parse(&route.fragment()), route);
        assert_eq!(route.id(), None);
    }
    slugs.sort();
    slugs.dedup();
    assert_eq!(slugs.len(), Term::ALL.len(), "two terms share an address");
}

#[test]
fn the_page_that_was_left_for_help_is_known() {
    let weights = Route::of("x", Page::Weights);
    let state = State::new(Route::Library).after(Action::Go(weights.clone()));
    let state = state.after(Action::Go(Route::help()));
    assert_eq!(state.left, Some(weights.clone()));
    let state = state.after(Action::Go(Route::Help("value".to_owned())));
    assert_eq!(state.left, Some(weights));
}
