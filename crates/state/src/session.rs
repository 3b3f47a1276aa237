//! The state of one tab, tied to where it keeps things.

use crate::disk::Disk;
use crate::journal::Journal;
use crate::route::Route;
use crate::saver::Saver;
use crate::settings::Settings;
use crate::signal::Signal;
use crate::state::{Action, Request, State};
use crate::store::{Record, Store, next_revision};
use crate::totals;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

/// The appraisal inside a copy of the tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its file.
    pub text: String,
    /// When the copy was made, as `2026-12-01T09:30Z`; may be empty.
    pub made: String,
}

/// What the rules need of the world around them: a browser, or a test.
pub trait Platform: 'static {
    /// Where appraisals are kept.
    type Store: Store + 'static;
    /// Where changes are held until the store has them.
    type Journal: Journal;
    /// Files on disk that the same appraisal is saved to again.
    type Disk: Disk;

    /// Opens the store. Where a browser allows none that lasts, it is one in memory, and the second part says why.
    fn open_store(&self) -> impl Future<Output = (Self::Store, Option<String>)>;

    /// The journal.
    fn journal(&self) -> &Self::Journal;

    /// The disk.
    fn disk(&self) -> &Self::Disk;

    /// Names this page among all that use the same store and journal, ever; it has no full stop and no hyphen in it.
    fn tab(&self) -> &str;

    /// Runs a task beside everything else.
    fn spawn(&self, task: Pin<Box<dyn Future<Output = ()>>>);

    /// The time, in milliseconds since 1970.
    fn now(&self) -> f64;

    /// Tells other tabs that an appraisal was saved as a revision, or deleted (0).
    fn announce(&self, id: &str, revision: u64);

    /// Asks other tabs whether they have an appraisal open; the session of one that has is told by
    /// [`Session::asked_for`], and answers.
    fn ask_who_has(&self, id: &str);

    /// Answers a tab that this one has an appraisal open; its session is told by [`Session::open_elsewhere`].
    fn answer_has(&self, tab: &str, id: &str);

    /// Goes to an address; the session is told by [`Action::Go`].
    fn go(&self, route: &Route);

    /// Puts another address in place of the present one, without a step in the browser's history.
    fn correct_address(&self, route: &Route);

    /// Hands a text to the person as a file.
    fn hand_over(&self, name: &str, text: &str);

    /// The appraisal inside this copy of the tool, if it is one.
    fn carried(&self) -> Option<Carried>;

    /// Has the work in hand ready, should the app itself fail.
    fn remember(&self, text: &str);

    /// Whether what is kept is safe when space is short; with `ask`, asks that it be. `None` where that cannot be told.
    fn persists(&self, ask: bool) -> impl Future<Output = Option<bool>>;
}

/// The state of one tab, and where it keeps things.
///
/// Every change of the state goes through [`Session::dispatch`] or [`Session::act`](Session::act), is carried out before
/// the call returns, and is told to whoever [listens](Session::on_change).
pub struct Session<P: Platform>(Rc<Inner<P>>);

pub(crate) struct Inner<P: Platform> {
    pub(crate) platform: P,
    state: RefCell<Rc<State>>,
    store: RefCell<Option<Rc<P::Store>>>,
    pub(crate) saver: RefCell<Saver>,
    listener: RefCell<Option<Rc<dyn Fn()>>>,
    pub(crate) changed: Signal,
}

impl<P: Platform> Clone for Session<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P: Platform> PartialEq for Session<P> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<P: Platform> std::ops::Deref for Session<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0.platform
    }
}

impl<P: Platform> Session<P> {
    /// A session that begins at an address.
    pub fn new(platform: P, route: Route) -> Self {
        let mut state = State::new(route.clone());
        let settings = Settings::kept(platform.journal());
        state = state.after(Action::Settings(settings));
        state.hide_totals = totals::are_hidden(platform.journal());
        // What a page could not save comes before anything is opened.
        state = state.after(Action::Ask(Request::RecoverUnsaved));
        state = state.after(Action::Go(route));
        Self(Rc::new(Inner {
            platform,
            state: RefCell::new(Rc::new(state)),
            store: RefCell::new(None),
            saver: RefCell::default(),
            listener: RefCell::new(None),
            changed: Signal::default(),
        }))
    }

    pub(crate) fn inner(&self) -> &Inner<P> {
        &self.0
    }

    /// The state now.
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// From now on, calls back after every change of the state.
    pub fn on_change(&self, listener: impl Fn() + 'static) {
        self.0.listener.replace(Some(Rc::new(listener)));
    }

    /// Opens the store and reads what the library shows.
    pub async fn start(self) {
        let (store, trouble) = self.open_store().await;
        if let Some(why) = trouble {
            self.dispatch(Action::NoStorage(why));
        }
        self.0.store.replace(Some(Rc::new(store)));
        self.0.changed.wake();
        self.refresh_shelf().await;
        self.learn_whether_kept_for_good(false).await;
    }

    /// Learns whether what is kept is safe when space is short, and with `ask` asks that it be.
    pub(crate) async fn learn_whether_kept_for_good(&self, ask: bool) {
        let persists = self.persists(ask).await;
        if persists != self.state().persists {
            self.dispatch(Action::Persists(persists));
        }
    }

    /// Something happens to the app.
    pub fn dispatch(&self, action: Action) {
        let to_library = matches!(action, Action::Go(Route::Library));
        let asked = if let Action::Go(route) = &action {
            Some(route.clone())
        } else {
            None
        };
        if let Action::Settings(settings) = action {
            settings.keep(self.journal());
        }
        if let Action::HideTotals(hidden) = action {
            totals::write_down(self.journal(), hidden);
        }
        self.change(|state| state.after(action));
        // An address may have meant another.
        let route = self.state().route.clone();
        if asked.is_some_and(|asked| asked != route) {
            self.correct_address(&route);
        }
        if to_library {
            let session = self.clone();
            self.spawn(Box::pin(async move { session.refresh_shelf().await }));
        }
    }

    /// A person asks for something that takes more than a change of the state.
    pub fn ask(&self, request: Request) {
        self.dispatch(Action::Ask(request));
    }

    pub(crate) fn change(&self, change: impl FnOnce(State) -> State) {
        let state = State::clone(&self.state());
        self.0.state.replace(Rc::new(change(state)));
        let listener = self.0.listener.borrow().clone();
        if let Some(listener) = listener {
            listener();
        }
        self.0.changed.wake();
    }

    /// The store, once it is open.
    pub(crate) async fn store(&self) -> Rc<P::Store> {
        let opened = || self.0.store.borrow().clone();
        self.0.changed.until(opened).await
    }

    /// The store, if it is open.
    pub(crate) fn opened_store(&self) -> Option<Rc<P::Store>> {
        self.0.store.borrow().clone()
    }

    /// A record to keep in place of the revision `expected`.
    pub(crate) fn record(&self, id: &str, title: &str, text: &str, expected: u64) -> Record {
        Record {
            id: id.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            revision: next_revision(expected, self.now()),
            saved: self.now(),
        }
    }

    /// Reads again what the library shows; what cannot be read leaves it as it is.
    pub(crate) async fn refresh_shelf(&self) {
        if let Ok(records) = self.store().await.list().await {
            self.dispatch(Action::Shelf(records));
        } else if self.state().shelf.is_none() {
            self.dispatch(Action::Shelf(Vec::new()));
        }
    }
}
