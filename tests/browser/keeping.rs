//! The store and the journal as a browser has them do what the rules of the app ask of any.

use wasm_bindgen_test::wasm_bindgen_test;
use weighbridge::browser::storage::{BrowserStore, Unsaved};
use weighbridge_state::journal::{self, Held, Journal};
use weighbridge_state::{Record, SaveError, Store};

fn record(id: &str, text: &str, revision: u64) -> Record {
    Record {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        text: text.to_owned(),
        revision,
        saved: 1_764_500_000_000.0,
    }
}

/// A store with nothing in it.
async fn store() -> BrowserStore {
    let (store, trouble) = BrowserStore::open().await;
    assert_eq!(trouble, None);
    assert!(store.outlives_page());
    assert_eq!(store.clear().await, Ok(()));
    store
}

#[wasm_bindgen_test]
async fn the_store_gives_back_what_it_keeps_and_writes_over_nothing_unseen() {
    let store = store().await;
    assert_eq!(store.load("a").await, Ok(None));
    let first = record("a", "Größe “1”", 1_764_500_000_000);
    assert_eq!(store.save(&first, 0).await, Ok(()));
    assert_eq!(store.load("a").await, Ok(Some(first.clone())));

    // Another tab, which has seen nothing of it, or something else.
    let (other, _) = BrowserStore::open().await;
    let late = record("a", "late", 7);
    for expected in [0, 6, first.revision + 1] {
        let refused = Err(SaveError::ChangedElsewhere(first.revision));
        assert_eq!(other.save(&late, expected).await, refused);
    }
    assert_eq!(store.load("a").await, Ok(Some(first.clone())));
    let second = record("a", "second", first.revision + 1);
    assert_eq!(other.save(&second, first.revision).await, Ok(()));
    let again = store.save(&first, first.revision).await;
    assert_eq!(again, Err(SaveError::ChangedElsewhere(second.revision)));

    assert_eq!(store.save(&record("b", "b", 1), 0).await, Ok(()));
    assert_eq!(store.list().await, Ok(vec![second, record("b", "b", 1)]));
    assert_eq!(store.delete("a").await, Ok(()));
    assert_eq!(store.delete("a").await, Ok(()));
    let gone = store.save(&late, first.revision).await;
    assert_eq!(gone, Err(SaveError::ChangedElsewhere(0)));
    assert_eq!(store.clear().await, Ok(()));
    assert_eq!(store.list().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn the_journal_holds_the_newest_and_lets_go() {
    journal::release_of(&Unsaved, None);
    assert!(Unsaved.write("somebody.else", "stays"));
    let held = |number: u64, text: &str| Held {
        tab: "3f2a".to_owned(),
        number,
        id: "a.b c".to_owned(),
        revision: 12,
        on_its_way: 34,
        text: text.to_owned(),
    };
    held(1, "one").hold(&Unsaved);
    held(2, "two words").hold(&Unsaved);
    assert_eq!(journal::held(&Unsaved), [held(2, "two words")]);
    held(1, "one").release(&Unsaved);
    assert_eq!(journal::held(&Unsaved), [held(2, "two words")]);
    held(2, "two words").release(&Unsaved);
    assert_eq!(journal::held(&Unsaved), []);

    // Too much is refused, and takes nothing with it.
    held(3, "three").hold(&Unsaved);
    assert!(!Unsaved.write("weighbridge.unsaved.3f2a-4.x", &"x".repeat(20_000_000)));
    assert_eq!(Unsaved.read("somebody.else").as_deref(), Some("stays"));
    Unsaved.remove("somebody.else");
    journal::release(&Unsaved, "3f2a", "a.b c");
    assert!(!Unsaved.names().iter().any(|name| journal::is_held(name)));
}
