//! Getting appraisals: from storage, from the library, from files.

use super::document::Document;
use super::hooks::App;
use super::route::{Page, Route};
use super::state::{Action, Notice};
use crate::browser::storage::{Record, Store};
use crate::browser::{File, address, files, spawn, tabs};
use std::rc::Rc;
use weighbridge_file as file;
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_opening as opening;
use weighbridge_opening::library;

/// Reads the list of kept appraisals again.
pub fn refresh_shelf(app: &App) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let app = app.clone();
    spawn(async move { app.dispatch(Action::Shelf(store.list().await)) });
}

/// Opens the appraisal with an id: the one kept in this browser, or the one that came with the tool.
pub fn open_by_id(app: &App, id: &str) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let (app, id) = (app.clone(), id.to_owned());
    spawn(async move {
        match store.load(&id).await {
            Some(record) => open_record(&app, &record),
            None => match library::entry(&id).and_then(|entry| entry.open().ok()) {
                Some(appraisal) => app.dispatch(Action::Opened(Rc::new(appraisal), 0)),
                None => app.dispatch(Action::Missing),
            },
        }
    });
}

fn open_record(app: &App, record: &Record) {
    match opening::open(record.text.as_bytes()) {
        Ok(appraisal) => app.dispatch(Action::Opened(Rc::new(appraisal), record.revision)),
        Err(why) => {
            app.dispatch(Action::Missing);
            // What is stored is handed over as it is, and not written over.
            files::download_text(&file_name(&record.title), "application/json", &record.text);
            app.dispatch(Action::Notice(Notice {
                title: format!("“{}” could not be opened.", record.title),
                text: format!("{why} It has been downloaded as it is, so that nothing is lost."),
                bad: true,
                deleted: None,
            }));
        }
    }
}

/// Opens a file that a person chose or dropped, beside whatever is there already.
pub fn open_file(app: &App, chosen: File) {
    let app = app.clone();
    spawn(async move {
        let (store, _) = Store::open().await;
        let name = chosen.name();
        let fail = |text: String| {
            app.dispatch(Action::Notice(Notice {
                title: format!("“{name}” was not opened."),
                text,
                bad: true,
                deleted: None,
            }));
        };
        let bytes = match files::read(&chosen, file::MAX_FILE).await {
            Ok(bytes) => bytes,
            Err(why) => return fail(format!("It could not be read: {why}. Try again.")),
        };
        match opening::open(&bytes) {
            Ok(appraisal) => add(&app, &store, appraisal, Page::Result).await,
            Err(why) => fail(format!("{why} {}", why.hint())),
        }
    });
}

/// Starts a new appraisal from the blank template.
pub fn start_new(app: &App) {
    let app = app.clone();
    spawn(async move {
        let (store, _) = Store::open().await;
        let blank = library::BLANK.open().ok();
        if let Some(blank) = blank {
            add(&app, &store, blank, Page::Question).await;
        }
    });
}

/// Keeps a copy of an appraisal under a new id and opens it.
pub fn duplicate(app: &App, mut appraisal: Appraisal) {
    let Some(store) = app.store.clone() else {
        return;
    };
    appraisal.frame_mut().title = format!("{} (copy)", appraisal.frame.title);
    let app = app.clone();
    spawn(async move { add(&app, &store, appraisal, Page::Question).await });
}

/// Keeps the open appraisal as a copy and goes on with it, on the page where one is, with
/// everything that can be undone.
pub fn keep_as_copy(app: &App, document: &Rc<Document>) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let (app, document) = (app.clone(), document.clone());
    spawn(async move {
        let taken = store.list().await;
        let is_taken = |id: &str| taken.iter().any(|r| r.id == id) || library::entry(id).is_some();
        let title = format!("{} (copy)", document.appraisal().frame.title);
        let id = AppraisalId::from_name(&title, "appraisal", is_taken);
        let mut copy = document.copy(&id, " (copy)");
        let text = file::save(copy.appraisal());
        let saved = store.save(id.as_str(), &title, &text, 0).await;
        copy.revision = saved.clone().unwrap_or(0);
        app.dispatch(Action::Copied(Rc::new(copy)));
        if let Err(why) = saved {
            app.dispatch(Action::NotSaved(id.to_string(), why));
        }
        if let Route::Appraisal { page, .. } = app.state.route {
            address::go(&Route::of(id.as_str(), page).fragment());
        }
        app.dispatch(Action::Shelf(store.list().await));
        app.dispatch(Action::Say(format!("Kept as “{title}”.")));
    });
}

/// Keeps an appraisal and goes to a page of it. When another with its id is there, this one gets
/// an id of its own, so that neither is lost; when the very same is there, it is just shown.
async fn add(app: &App, store: &Store, mut appraisal: Appraisal, page: Page) {
    // What was said of a file before this one is over.
    app.dispatch(Action::Dismiss);
    let taken = store.list().await;
    // The very same may be here under the id it got when it was opened before.
    let again = taken.iter().find(|record| is_of(record, &appraisal));
    if let Some(id) = again.and_then(|record| AppraisalId::new(&record.id).ok()) {
        appraisal.id = id;
    }
    let is_taken = |id: &str| taken.iter().any(|r| r.id == id) || library::entry(id).is_some();
    let text = file::save(&appraisal);
    let known = taken.iter().find(|r| r.id == appraisal.id.as_str());
    let known = known.map(|r| r.text.clone()).or_else(|| {
        let came_with_the_tool = library::entry(appraisal.id.as_str())?.open().ok()?;
        Some(file::save(&came_with_the_tool))
    });
    let open = app.state.document.as_ref();
    let same =
        known.as_deref() == Some(text.as_str()) && appraisal.id.as_str() != library::BLANK.id;
    if !same {
        if is_taken(appraisal.id.as_str()) {
            appraisal.id = AppraisalId::from_name(&appraisal.frame.title, "appraisal", is_taken);
        }
        let (id, title) = (appraisal.id.to_string(), appraisal.frame.title.clone());
        let saved = store.save(&id, &title, &file::save(&appraisal), 0).await;
        let revision = saved.clone().unwrap_or(0);
        app.dispatch(Action::Opened(Rc::new(appraisal), revision));
        if let Err(why) = saved {
            app.dispatch(Action::NotSaved(id.clone(), why));
        }
        address::go(&Route::of(&id, page).fragment());
    } else {
        let id = appraisal.id.to_string();
        if open.is_none_or(|d| d.id() != id) {
            open_by_id(app, &id);
        }
        address::go(&Route::of(&id, page).fragment());
    }
    app.dispatch(Action::Shelf(store.list().await));
}

/// Whether what is kept is this appraisal, whatever its id.
fn is_of(record: &Record, appraisal: &Appraisal) -> bool {
    let same = || {
        let id = AppraisalId::new(&record.id).ok()?;
        let renamed = Appraisal {
            id,
            ..appraisal.clone()
        };
        Some(file::save(&renamed) == record.text)
    };
    record.title == appraisal.frame.title && same().unwrap_or(false)
}

/// Deletes an appraisal from this browser, with a way to take that back.
pub fn delete(app: &App, record: &Record) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let (app, record) = (app.clone(), record.clone());
    spawn(async move {
        if !store.delete(&record.id).await {
            app.dispatch(Action::Notice(Notice {
                title: format!("“{}” could not be deleted.", record.title),
                text: "The browser refused. Reload the page and try again.".to_owned(),
                bad: true,
                deleted: None,
            }));
            return;
        }
        tabs::announce(&record.id, 0);
        app.dispatch(Action::Closed(record.id.clone()));
        app.dispatch(Action::Shelf(store.list().await));
        app.dispatch(Action::Notice(Notice {
            title: format!("“{}” has been deleted from this browser.", record.title),
            text: String::new(),
            bad: false,
            deleted: Some(record),
        }));
    });
}

/// Puts a deleted appraisal back.
pub fn restore(app: &App, record: &Record) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let (app, record) = (app.clone(), record.clone());
    spawn(async move {
        store.restore(&record).await;
        app.dispatch(Action::Shelf(store.list().await));
        app.dispatch(Action::Dismiss);
        app.dispatch(Action::Say(format!("“{}” is back.", record.title)));
    });
}

/// Deletes everything kept in this browser.
pub fn delete_all(app: &App) {
    let Some(store) = app.store.clone() else {
        return;
    };
    let app = app.clone();
    spawn(async move {
        for record in store.list().await {
            store.delete(&record.id).await;
            tabs::announce(&record.id, 0);
            app.dispatch(Action::Closed(record.id));
        }
        app.dispatch(Action::Shelf(store.list().await));
        app.dispatch(Action::Notice(Notice {
            title: "Everything has been deleted from this browser.".to_owned(),
            text: String::new(),
            bad: false,
            deleted: None,
        }));
    });
}

/// Hands the open appraisal to the person as a file.
pub fn save_file(app: &App, appraisal: &Rc<Appraisal>) {
    let name = file_name(&appraisal.frame.title);
    files::download_text(&name, "application/json", &file::save(appraisal));
    app.dispatch(Action::Filed(appraisal.clone()));
    app.dispatch(Action::Notice(Notice {
        title: format!("Saved as the file “{name}”."),
        text: "It is where your browser puts downloads. Later changes need saving again."
            .to_owned(),
        bad: false,
        deleted: None,
    }));
}

/// A file name from a title: readable, and safe on every system.
pub fn file_name(title: &str) -> String {
    format!("{}.weighbridge.json", file_stem(title))
}

/// A title as the start of a file name.
pub fn file_stem(title: &str) -> String {
    weighbridge_model::slug(title, "appraisal", |_| false)
}
