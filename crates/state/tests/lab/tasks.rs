//! Runs tasks on one thread, as far as they go.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Wake, Waker};

pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Whether a task has been woken.
#[derive(Debug)]
pub struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A task that has run, and whether it has been woken since.
type Begun = (Task, Arc<Woken>);

#[derive(Clone, Default)]
pub struct Tasks {
    pub new: Rc<RefCell<Vec<Task>>>,
    pub all: Rc<RefCell<Vec<Begun>>>,
}

impl Tasks {
    /// Runs every task as far as it goes.
    pub fn run(&self) {
        loop {
            for task in self.new.take() {
                let woken = Arc::new(Woken(AtomicBool::new(true)));
                self.all.borrow_mut().push((task, woken));
            }
            let mut idle = true;
            let mut tasks = self.all.take();
            tasks.retain_mut(|(task, woken)| {
                if !woken.0.swap(false, Ordering::Relaxed) {
                    return true;
                }
                idle = false;
                let waker = Waker::from(woken.clone());
                task.as_mut()
                    .poll(&mut Context::from_waker(&waker))
                    .is_pending()
            });
            self.all.replace(tasks);
            if idle && self.new.borrow().is_empty() {
                return;
            }
        }
    }
}
