//! The store in memory keeps to the same rules as any.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use weighbridge_state::{MemoryStore, Record, SaveError, Store};

/// What comes of a call that does not have to wait.
fn now<T>(call: impl Future<Output = T>) -> T {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("memory does not wait"),
    }
}

fn record(text: &str, revision: u64) -> Record {
    Record {
        id: "a".to_owned(),
        title: "A".to_owned(),
        text: text.to_owned(),
        revision,
        saved: 0.0,
    }
}

#[test]
fn memory_keeps_what_it_is_given_and_writes_over_nothing_unseen() {
    let store = MemoryStore::default();
    assert!(!store.outlives_page());
    assert_eq!(now(store.load("a")), Ok(None));
    let missing = now(store.save(&record("x", 4), 3));
    assert_eq!(missing, Err(SaveError::ChangedElsewhere(0)));
    assert_eq!(now(store.save(&record("x", 4), 0)), Ok(()));
    assert_eq!(now(store.save(&record("y", 5), 4)), Ok(()));
    let late = now(store.save(&record("z", 5), 4));
    assert_eq!(late, Err(SaveError::ChangedElsewhere(5)));
    assert_eq!(now(store.load("a")), Ok(Some(record("y", 5))));
    assert_eq!(now(store.list()), Ok(vec![record("y", 5)]));
    assert_eq!(now(store.delete("a")), Ok(()));
    assert_eq!(now(store.list()), Ok(Vec::new()));
    assert_eq!(now(store.save(&record("x", 1), 0)), Ok(()));
    assert_eq!(now(store.clear()), Ok(()));
    assert_eq!(now(store.load("a")), Ok(None));
}
