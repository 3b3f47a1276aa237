//! Files in and out: opened by button or by drop, saved as downloads.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DragEvent, FileList, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement,
};

/// Hands a text to the person as a file to keep.
pub fn download_text(name: &str, kind: &str, text: &str) {
    download(name, &Blob::new_with_options(text, Some(kind)));
}

fn download(name: &str, blob: &Blob) {
    let url = ObjectUrl::from(blob.clone());
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|l| l.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has to fetch the address before it goes.
    Timeout::new(60_000, move || drop(url)).forget();
}

/// A text that the single file carries in an element of its own; a served page has none.
pub fn carried(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The first file a person chose or dropped, with its name.
pub fn chosen(input: &HtmlInputElement) -> Option<gloo::file::File> {
    let file = first(input.files());
    // So that choosing the same file again counts as a change.
    input.set_value("");
    file
}

#[wasm_bindgen]
extern "C" {
    /// Something that is dropped.
    type DroppedItem;

    #[wasm_bindgen(method, catch, js_name = getAsFileSystemHandle)]
    fn handle(this: &DroppedItem) -> Result<Promise, JsValue>;
}

/// A file that was dropped, and where it is on the disk, if the browser tells.
pub type Dropped = (gloo::file::File, Option<Promise>);

/// The files that were dropped. A browser says where they are only while the event lasts.
pub fn dropped(event: &DragEvent) -> Vec<Dropped> {
    let Some(data) = event.data_transfer() else {
        return Vec::new();
    };
    let items = data.items();
    let item = |at: u32| {
        let item = items.get(at)?;
        let file = item.get_as_file().ok()??;
        let handle = item.unchecked_ref::<DroppedItem>().handle().ok();
        Some((file.into(), handle))
    };
    (0..items.length()).filter_map(item).collect()
}

/// Whether files are dragged, and not a text from one field to another.
pub fn are_dragged(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

fn first(list: Option<FileList>) -> Option<gloo::file::File> {
    list?.get(0).map(gloo::file::File::from)
}

/// When a file was last changed, in milliseconds since 1970.
pub fn modified(file: &gloo::file::File) -> f64 {
    let file: &web_sys::File = file.as_ref();
    file.last_modified()
}

/// The bytes of a file; nothing is read of one larger than `limit`.
///
/// # Errors
/// A sentence, when it cannot be read.
pub async fn read(file: &gloo::file::File, limit: usize) -> Result<Vec<u8>, String> {
    if file.size() > limit as u64 {
        // One byte too many is enough to say that it is too large.
        let start = file.slice(0, limit as u64 + 1);
        return gloo::file::futures::read_as_bytes(&start)
            .await
            .map_err(|e| e.to_string());
    }
    gloo::file::futures::read_as_bytes(file)
        .await
        .map_err(|e| e.to_string())
}

/// Draws an SVG picture on a canvas, twice its size so that it is sharp in print, and hands it to
/// the person as a PNG.
///
/// # Errors
/// The browser's own, when it cannot draw it.
pub async fn download_png(name: String, svg: String) -> Result<(), JsValue> {
    const SHARPNESS: u32 = 2;
    let blob = Blob::new_with_options(svg.as_str(), Some("image/svg+xml"));
    let url = ObjectUrl::from(blob);
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width(), image.natural_height());
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width * SHARPNESS);
    canvas.set_height(height * SHARPNESS);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or_else(|| JsValue::from_str("no canvas"))?
        .dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width * SHARPNESS),
        f64::from(height * SHARPNESS),
    )?;
    let done = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<web_sys::Blob>() {
            download(&name, &Blob::from(blob));
        }
    });
    canvas.to_blob(done.unchecked_ref())
}
