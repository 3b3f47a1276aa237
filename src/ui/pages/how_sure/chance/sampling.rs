//! Sampling in slices, until the answer is close enough.

use crate::analysis::{Outcome, Run};
use crate::browser::slices::{Slices, in_slices, now};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// At most so many samples are taken.
const MOST: u64 = 20_000_000;
/// Samples taken at a time: about a millisecond of work.
const CHUNK: u64 = 4096;
/// How often the page shows how far it has come, in milliseconds.
const SHOWN: f64 = 120.0;

/// Takes samples until the answer is close enough, and shows how far it has come.
pub fn sample(
    run: Rc<RefCell<Option<Run>>>,
    target: f64,
    found: UseStateHandle<Option<(Outcome, bool)>>,
) -> Slices {
    let (again, mut last) = (run.clone(), 0.0);
    let work = move || {
        let mut run = run.borrow_mut();
        let Some(run) = run.as_mut() else {
            return true;
        };
        run.advance(CHUNK);
        run.samples() >= MOST || (run.samples() % (CHUNK * 8) == 0 && run.half_width() <= target)
    };
    let shown = move |done: bool| {
        if (done || now() - last > SHOWN)
            && let Some(run) = again.borrow().as_ref()
        {
            last = now();
            found.set(Some((run.outcome(), done)));
        }
    };
    in_slices(work, shown)
}
