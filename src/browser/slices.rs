//! Long work in slices, so that the page stays quick while it goes on.

use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;

/// How long a slice may take, in milliseconds.
const SLICE: f64 = 8.0;

/// Work that goes on in slices; it stops when this is dropped.
pub struct Slices(Rc<Cell<bool>>);

impl Drop for Slices {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Calls `work` again and again, about 8 ms at a time, until it says that it is done; `shown` hears of the end of
/// every slice, with whether it was the last. A call of `work` should take a millisecond or two.
pub fn in_slices(
    work: impl FnMut() -> bool + 'static,
    shown: impl FnMut(bool) + 'static,
) -> Slices {
    let stopped = Rc::new(Cell::new(false));
    next(stopped.clone(), Box::new(work), Box::new(shown));
    Slices(stopped)
}

type Work = Box<dyn FnMut() -> bool>;
type Shown = Box<dyn FnMut(bool)>;

fn next(stopped: Rc<Cell<bool>>, mut work: Work, mut shown: Shown) {
    Timeout::new(0, move || {
        let begun = now();
        let mut done = false;
        while !stopped.get() && !done && now() - begun < SLICE {
            done = work();
        }
        if stopped.get() {
            return;
        }
        shown(done);
        if !done {
            next(stopped, work, shown);
        }
    })
    .forget();
}

/// Milliseconds since some moment.
pub fn now() -> f64 {
    js_sys::Date::now()
}
