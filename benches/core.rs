//! How long the core takes on an appraisal of ordinary and of large size, in one run, so that the
//! figures can be compared with each other (never with another day's).

use std::hint::black_box;
use weighbridge_analysis::{analyse, weight_lines};
use weighbridge_chart as chart;
use weighbridge_file as file;
use weighbridge_model::{
    Alternative, Appraisal, AppraisalId, Criterion, CriterionId, Entry, Finite, OptionId,
    RawWeight, Score,
};
use weighbridge_report::{Subject, contributions_picture};

fn main() {
    divan::main();
}

/// Options by criteria: Birmingham's size, a large workshop's, and the most a file may hold.
const SIZES: [(usize, usize); 3] = [(5, 6), (20, 30), (200, 200)];

/// An appraisal of a size, with scores that look thrown about but are always the same.
fn appraisal((options, criteria): (usize, usize)) -> Appraisal {
    let id = AppraisalId::from_name("bench", "bench", |_| false);
    let mut made = Appraisal::new(id, "Bench");
    for o in 0..options {
        let id = OptionId::from_name(&format!("o{o}"), "o", |_| false);
        made.options_mut()
            .push(Alternative::new(id, &format!("Option {o}")));
    }
    for c in 0..criteria {
        let id = CriterionId::from_name(&format!("c{c}"), "c", |_| false);
        let raw = RawWeight::new(1.0 + f64::from(u32::try_from(c % 7).unwrap_or(0)));
        made.agreed_mut().weights.set_raw(&id, raw);
        let criterion = Criterion::new(id, &format!("Criterion {c}"));
        made.criteria_mut().push(criterion);
    }
    let mut state = 42_u32;
    for option in made.options.clone().iter() {
        for criterion in made.criteria.clone().iter() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = Finite::new(f64::from((state >> 16) % 101)).unwrap_or(Finite::ZERO);
            let score = Score::bare(Entry::Number(value));
            made.agreed_mut()
                .scores
                .set(&option.id, &criterion.id, score);
        }
    }
    made
}

#[divan::bench(args = SIZES)]
fn analysis(bencher: divan::Bencher<'_, '_>, size: (usize, usize)) {
    let made = appraisal(size);
    bencher.bench_local(|| analyse(black_box(&made)));
}

#[divan::bench(args = SIZES)]
fn flips_of_every_weight(bencher: divan::Bencher<'_, '_>, size: (usize, usize)) {
    let analysis = analyse(&appraisal(size));
    bencher.bench_local(|| {
        let nodes = analysis.nodes.keys();
        nodes
            .filter_map(|node| weight_lines(black_box(&analysis), node))
            .count()
    });
}

#[divan::bench(args = SIZES)]
fn save_and_open(bencher: divan::Bencher<'_, '_>, size: (usize, usize)) {
    let made = appraisal(size);
    bencher.bench_local(|| file::open(file::save(black_box(&made)).as_bytes()));
}

#[divan::bench(args = [SIZES[0], SIZES[1]])]
fn draw_contributions(bencher: divan::Bencher<'_, '_>, size: (usize, usize)) {
    let made = appraisal(size);
    let analysis = analyse(&made);
    bencher.bench_local(|| {
        let subject = Subject::new(&made, black_box(&analysis));
        let (presentation, chart) = contributions_picture(subject);
        chart.draw(&chart::Presentation {
            width: 760,
            ..presentation
        })
    });
}
