//! What the rules of the app need of the world, as a browser has it.

use super::storage::{self, BrowserStore, Unsaved};
use super::{address, files, recover, slices, spawn, tabs};
use std::pin::Pin;
use weighbridge_state::{Platform, Route};

/// This tab of this browser.
pub struct Browser {
    tab: String,
}

impl Default for Browser {
    fn default() -> Self {
        Self { tab: tabs::own() }
    }
}

impl Platform for Browser {
    type Store = BrowserStore;
    type Journal = Unsaved;

    async fn open_store(&self) -> (BrowserStore, Option<String>) {
        BrowserStore::open().await
    }

    fn journal(&self) -> &Unsaved {
        &Unsaved
    }

    fn tab(&self) -> &str {
        &self.tab
    }

    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn(task);
    }

    fn now(&self) -> f64 {
        slices::now()
    }

    fn announce(&self, id: &str, revision: u64) {
        tabs::announce(id, revision);
    }

    fn go(&self, route: &Route) {
        address::go(&route.fragment());
    }

    fn hand_over(&self, name: &str, text: &str) {
        files::download_text(name, "application/json", text);
    }

    fn remember(&self, text: &str) {
        recover::remember(text);
    }

    fn ask_to_persist(&self) {
        storage::ask_to_persist();
    }
}
