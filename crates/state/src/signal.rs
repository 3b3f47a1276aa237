//! Waiting until something has become so, on one thread.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// Wakes those who wait whenever something may have changed.
#[derive(Default)]
pub(crate) struct Signal(RefCell<Vec<Waker>>);

impl Signal {
    /// Something has changed.
    pub(crate) fn wake(&self) {
        let waiting = std::mem::take(&mut *self.0.borrow_mut());
        waiting.into_iter().for_each(Waker::wake);
    }

    /// Waits until there is an answer.
    pub(crate) async fn until<T>(&self, mut answer: impl FnMut() -> Option<T>) -> T {
        poll_fn(|context| match answer() {
            Some(answer) => Poll::Ready(answer),
            None => {
                self.0.borrow_mut().push(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }
}
