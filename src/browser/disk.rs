//! Files on disk that a page may write again: the File System Access API, where a browser has it.

use super::storage::files::{self, Link};
use js_sys::{Array, Object, Promise, Reflect};
use litemap::LiteMap;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;
use weighbridge_state::{Disk, DiskError, LinkedFile, OpenedFile};

#[wasm_bindgen]
extern "C" {
    /// A file that a person chose, which can be read and written again.
    #[derive(Clone)]
    type FileHandle;

    #[wasm_bindgen(method, getter)]
    fn name(this: &FileHandle) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    async fn query_permission(this: &FileHandle, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    async fn request_permission(this: &FileHandle, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    async fn get_file(this: &FileHandle) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &FileHandle) -> Result<JsValue, JsValue>;

    /// Where a file is being written; what is written counts when it is closed.
    type Writable;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    async fn show_save_file_picker(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    async fn show_open_file_picker(options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Files on the disk of the person. Which appraisal is saved to which is kept in the browser.
#[derive(Default)]
pub struct BrowserDisk {
    /// What was used since the page began, also where a browser keeps nothing.
    links: RefCell<LiteMap<String, Rc<Link>>>,
    opened: RefCell<Vec<FileHandle>>,
}

impl BrowserDisk {
    async fn link_of(&self, id: &str) -> Option<Rc<Link>> {
        let known = self.links.borrow().get(id).cloned();
        if known.is_some() {
            return known;
        }
        let link = Rc::new(files::link(id).await?);
        self.links.borrow_mut().insert(id.to_owned(), link.clone());
        Some(link)
    }

    async fn keep(&self, id: &str, link: Link) {
        let link = Rc::new(link);
        self.links.borrow_mut().insert(id.to_owned(), link.clone());
        // Where a browser keeps nothing, the file has to be chosen again after a reload.
        let _ = files::keep_link(id, &link).await;
    }

    async fn handle(&self, id: &str, ask: bool) -> Result<(Rc<Link>, FileHandle), DiskError> {
        let link = self.link_of(id).await.ok_or(DiskError::Gone)?;
        let handle: FileHandle = link.handle.clone().unchecked_into();
        let options = options(&[("mode", "readwrite".into())]);
        let granted = |state: JsValue| state.as_string().as_deref() == Some("granted");
        let mut allowed = granted(handle.query_permission(&options).await.map_err(error)?);
        if !allowed && ask {
            allowed = granted(handle.request_permission(&options).await.map_err(error)?);
        }
        if allowed {
            Ok((link, handle))
        } else {
            Err(DiskError::NotAllowed)
        }
    }

    /// Whether a person can choose a file to open that can be saved to again.
    pub fn can_open(&self) -> bool {
        self.is_available()
    }

    /// Has the person choose a file to open; `None` when they choose none.
    ///
    /// # Errors
    /// The browser's words.
    pub async fn open(&self) -> Result<Option<(gloo::file::File, OpenedFile)>, String> {
        let types = types(&[
            ("application/json", &[".json"]),
            ("text/html", &[".html"]),
            ("text/csv", &[".csv"]),
        ]);
        let chosen = show_open_file_picker(&options(&[("types", types)])).await;
        let chosen = match chosen.map_err(error) {
            Ok(chosen) => Array::from(&chosen).get(0),
            Err(why) => return given_up(why).map_or(Ok(None), |why| Err(words(why))),
        };
        let handle: FileHandle = chosen.unchecked_into();
        let file = handle.get_file().await.map_err(|e| words(error(e)))?;
        let file = gloo::file::File::from(file.unchecked_into::<web_sys::File>());
        Ok(Some((file, self.opened(handle))))
    }

    fn opened(&self, handle: FileHandle) -> OpenedFile {
        let mut opened = self.opened.borrow_mut();
        opened.push(handle);
        OpenedFile(u32::try_from(opened.len() - 1).unwrap_or(u32::MAX))
    }

    /// A file that was dropped, where the browser lets it be saved to again.
    pub async fn dropped(&self, handle: Option<Promise>) -> Option<OpenedFile> {
        let handle = JsFuture::from(handle?).await.ok()?;
        // A folder is no file, and what another program made up has no handle.
        let kind = Reflect::get(&handle, &"kind".into()).ok()?;
        (kind == "file").then(|| self.opened(handle.unchecked_into()))
    }
}

impl Disk for BrowserDisk {
    fn is_available(&self) -> bool {
        let there = Reflect::get(&gloo::utils::window(), &"showSaveFilePicker".into());
        there.is_ok_and(|picker| picker.is_function())
    }

    async fn linked(&self, id: &str) -> Option<LinkedFile> {
        let link = self.link_of(id).await?;
        Some(LinkedFile {
            name: link.handle.unchecked_ref::<FileHandle>().name(),
            known: link.known,
        })
    }

    async fn choose(&self, id: &str, suggested: &str) -> Result<Option<LinkedFile>, DiskError> {
        let types = types(&[("application/json", &[".json"])]);
        let options = options(&[("suggestedName", suggested.into()), ("types", types)]);
        let handle = match show_save_file_picker(&options).await.map_err(error) {
            Ok(handle) => handle,
            Err(why) => return given_up(why).map_or(Ok(None), Err),
        };
        let name = handle.unchecked_ref::<FileHandle>().name();
        let known = None;
        self.keep(id, Link { handle, known }).await;
        Ok(Some(LinkedFile { name, known }))
    }

    async fn link(&self, id: &str, file: OpenedFile, known: u64) {
        let handle = self.opened.borrow().get(file.0 as usize).cloned();
        if let Some(handle) = handle {
            let (handle, known) = (handle.into(), Some(known));
            self.keep(id, Link { handle, known }).await;
        }
    }

    async fn read(&self, id: &str, ask: bool) -> Result<String, DiskError> {
        let (_, handle) = self.handle(id, ask).await?;
        let file = handle.get_file().await.map_err(error)?;
        let file = gloo::file::File::from(file.unchecked_into::<web_sys::File>());
        let text = gloo::file::futures::read_as_text(&file).await;
        text.map_err(|why| DiskError::Failed(why.to_string()))
    }

    async fn write(&self, id: &str, text: &str, known: u64) -> Result<(), DiskError> {
        let (link, handle) = self.handle(id, true).await?;
        let writable = handle.create_writable().await.map_err(error)?;
        let writable: Writable = writable.unchecked_into();
        writable.write(text).await.map_err(error)?;
        writable.close().await.map_err(error)?;
        let (handle, known) = (link.handle.clone(), Some(known));
        self.keep(id, Link { handle, known }).await;
        Ok(())
    }

    async fn forget(&self, id: Option<&str>) {
        let stays = |there: &str| id.is_some_and(|id| id != there);
        self.links.borrow_mut().retain(|there, _| stays(there));
        // What could not be forgotten names a file and has nothing of what is in it.
        let _ = files::forget_link(id).await;
    }
}

fn options(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The kinds of files that are offered: their media types with the ends of their names.
fn types(kinds: &[(&str, &[&str])]) -> JsValue {
    let accept: Vec<(&str, JsValue)> = kinds
        .iter()
        .map(|(kind, ends)| {
            let ends: Array = ends.iter().map(|end| JsValue::from_str(end)).collect();
            (*kind, ends.into())
        })
        .collect();
    Array::of1(&options(&[("accept", options(&accept))])).into()
}

/// Why something failed; `None` when the person chose nothing.
fn given_up(why: DiskError) -> Option<DiskError> {
    (why != DiskError::Failed(ABORTED.to_owned())).then_some(why)
}

/// The name of the browser's error when a person closes its window without choosing.
const ABORTED: &str = "AbortError";

fn words(why: DiskError) -> String {
    match why {
        DiskError::Failed(words) => words,
        DiskError::Gone => "it is not where it was".to_owned(),
        DiskError::NotAllowed => "it was not allowed".to_owned(),
    }
}

fn error(error: JsValue) -> DiskError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return DiskError::Failed(format!("{error:?}"));
    };
    match exception.name().as_str() {
        "NotFoundError" => DiskError::Gone,
        "NotAllowedError" | "SecurityError" | "NoModificationAllowedError" => DiskError::NotAllowed,
        ABORTED => DiskError::Failed(ABORTED.to_owned()),
        _ => DiskError::Failed(exception.message()),
    }
}
