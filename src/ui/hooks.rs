//! What pages and components ask of the app.

use crate::browser::files::{self, Dropped};
use crate::browser::platform::Browser;
use crate::browser::{File, half_typed, spawn};
use std::rc::Rc;
use weighbridge_edit::{Change, Edit, Gesture, Refusal};
use weighbridge_state::{
    Action, ChosenFile, Document, DocumentCommand, OpenedFile, Platform, Request, Session, State,
};
use yew::prelude::*;

/// The app as components see it; equal while the state is the same object.
#[derive(Clone)]
pub struct App {
    /// The state as it is drawn.
    pub state: Rc<State>,
    /// The state as it is, and what changes it.
    pub session: Session<Browser>,
}

async fn read_file(session: &Session<Browser>, file: File, on_disk: Option<OpenedFile>) {
    session.ask(Request::OpenFile(chosen(file, on_disk).await));
}

async fn chosen(file: File, on_disk: Option<OpenedFile>) -> ChosenFile {
    let bytes = files::read(&file, weighbridge_file::MAX_FILE).await;
    ChosenFile {
        name: file.name(),
        bytes: bytes.map(Into::into),
        modified: Some(files::modified(&file)),
        on_disk,
    }
}

impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl App {
    /// Changes the state.
    pub fn dispatch(&self, action: Action) {
        self.session.dispatch(action);
    }

    /// Reads a file that a person chose or dropped, and asks for it to be opened.
    pub fn open_file(&self, file: File) {
        let session = self.session.clone();
        spawn(async move {
            read_file(&session, file, None).await;
        });
    }

    /// Has a person choose a file, in a way that lets it be saved to again, and asks for it to be opened; says whether
    /// this browser can do that.
    pub fn choose_file(&self) -> bool {
        let session = self.session.clone();
        if !session.disk().can_open() {
            return false;
        }
        spawn(async move {
            if let Ok(Some((file, on_disk))) = session.disk().open().await {
                read_file(&session, file, Some(on_disk)).await;
            }
        });
        true
    }

    /// Reads files that a person dropped, and asks for all of them to be opened.
    pub fn open_files(&self, files: Vec<Dropped>) {
        let session = self.session.clone();
        spawn(async move {
            let mut all = Vec::new();
            for (file, handle) in files {
                let on_disk = session.disk().dropped(handle).await;
                all.push(chosen(file, on_disk).await);
            }
            match <[ChosenFile; 1]>::try_from(all) {
                Ok([one]) => session.ask(Request::OpenFile(one)),
                Err(all) => session.ask(Request::OpenFiles(all)),
            }
        });
    }

    /// Asks for something that takes more than a change of the state.
    pub fn ask(&self, request: Request) {
        self.session.ask(request);
    }
}

/// The app.
#[hook]
pub fn use_app() -> App {
    #[expect(
        clippy::expect_used,
        reason = "every component is mounted below the provider in `app`"
    )]
    use_context::<App>().expect("the app provides itself")
}

/// The open appraisal and how to change it; equal while the appraisal is the same object.
#[derive(Clone)]
pub struct Editor {
    /// The open appraisal with what follows from it.
    pub document: Rc<Document>,
    app: App,
}

impl PartialEq for Editor {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
    }
}

impl Editor {
    pub(super) fn new(document: Rc<Document>, app: App) -> Self {
        Self { document, app }
    }

    /// The appraisal as it is, which may not have been drawn yet.
    fn now(&self) -> Rc<Document> {
        let state = self.app.session.state();
        let open = state.document.as_ref();
        let same = open.filter(|open| open.origin == self.document.origin);
        same.unwrap_or(&self.document).clone()
    }

    /// Whether a slider is being moved.
    pub fn is_moving(&self) -> bool {
        self.now().history.is_moving()
    }

    fn command(&self, command: DocumentCommand) {
        self.app.session.command(self.document.origin, command);
    }

    /// Does an edit.
    ///
    /// # Errors
    /// Why not, to show at the field; nothing has changed then.
    pub fn edit(&self, edit: Edit) -> Result<(), Refusal> {
        edit.is_allowed(self.now().appraisal())?;
        self.apply(edit);
        Ok(())
    }

    /// Does an edit that is known to be allowed, such as one chosen from a list.
    pub fn apply(&self, edit: Edit) {
        self.command(DocumentCommand::edit(now(edit), Gesture::Done));
    }

    /// Does one step of a moving slider.
    pub fn slide(&self, edit: Edit) {
        self.command(DocumentCommand::edit(now(edit), Gesture::Moving));
    }

    /// Does the edit of a button that is pressed over and over.
    pub fn tap(&self, edit: Edit) {
        self.command(DocumentCommand::edit(now(edit), Gesture::Tap));
    }

    /// The slider came to rest.
    pub fn rest(&self) {
        self.command(DocumentCommand::Rest);
    }
}

/// The edit as a change of now.
fn now(edit: Edit) -> Change {
    Change::from(edit).at(crate::browser::clock::now())
}

/// A text that is typed in a field and not used yet: it outlasts a reload of the page.
#[hook]
pub fn use_half_typed(field: &str) -> UseStateHandle<String> {
    let text = use_state(|| half_typed::kept(field));
    use_effect_with((field.to_owned(), (*text).clone()), |(field, text)| {
        half_typed::keep(field, text);
    });
    text
}

/// The open appraisal. Only pages of an appraisal use it; they are shown only when there is one.
#[hook]
pub fn use_editor() -> Editor {
    #[expect(
        clippy::expect_used,
        reason = "the shell provides an editor around every page of an appraisal"
    )]
    use_context::<Editor>().expect("the shell provides the editor")
}
