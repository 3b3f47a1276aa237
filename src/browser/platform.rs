//! What the rules of the app need of the world, as a browser has it.

use super::disk::BrowserDisk;
use super::storage::{self, BrowserStore, Unsaved};
use super::{address, files, recover, slices, spawn, tabs, tool};
use std::pin::Pin;
use weighbridge_state::{Carried, Platform, Route};

/// This tab of this browser.
pub struct Browser {
    tab: String,
    disk: BrowserDisk,
}

impl Default for Browser {
    fn default() -> Self {
        Self {
            tab: tabs::own(),
            disk: BrowserDisk::default(),
        }
    }
}

impl Platform for Browser {
    type Store = BrowserStore;
    type Journal = Unsaved;
    type Disk = BrowserDisk;

    async fn open_store(&self) -> (BrowserStore, Option<String>) {
        BrowserStore::open().await
    }

    fn journal(&self) -> &Unsaved {
        &Unsaved
    }

    fn disk(&self) -> &BrowserDisk {
        &self.disk
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

    fn ask_who_has(&self, id: &str) {
        tabs::ask_who_has(id);
    }

    fn answer_has(&self, tab: &str, id: &str) {
        tabs::answer_has(tab, id);
    }

    fn go(&self, route: &Route) {
        address::go(&route.fragment());
    }

    fn correct_address(&self, route: &Route) {
        address::correct(&route.fragment());
    }

    fn hand_over(&self, name: &str, text: &str) {
        files::download_text(name, "application/json", text);
    }

    fn remember(&self, text: &str) {
        recover::remember(text);
    }

    fn carried(&self) -> Option<Carried> {
        tool::carried()
    }

    async fn persists(&self, ask: bool) -> Option<bool> {
        storage::persists(ask).await
    }
}
