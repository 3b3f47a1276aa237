//! Sampling in slices, until the answer is close enough.

use crate::browser::slices::{Slices, in_slices, now};
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_state::sampling::{SamplingJob, Solution};
use yew::prelude::*;

/// How often the page shows how far it has come, in milliseconds.
const SHOWN: f64 = 120.0;

/// The work of a page, if there is any.
pub type Desk = Rc<RefCell<Option<SamplingJob>>>;

/// Works until the answer is close enough, and shows how far it has come: only then, or every now and then.
pub fn work(
    desk: Desk,
    precision: f64,
    found: UseStateHandle<Option<Solution>>,
    only_then: bool,
) -> Slices {
    if let Some(job) = desk.borrow_mut().as_mut() {
        job.begin();
    }
    let (again, mut last) = (desk.clone(), 0.0);
    let step = move || {
        let mut desk = desk.borrow_mut();
        desk.as_mut().is_none_or(|job| job.step(precision, now))
    };
    let shown = move |done: bool| {
        if (done || (!only_then && now() - last > SHOWN))
            && let Some(job) = again.borrow().as_ref()
        {
            last = now();
            found.set(Some(job.solution(done)));
        }
    };
    in_slices(step, shown)
}
