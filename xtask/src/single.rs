//! The single file: the whole app in one page that opens from a memory stick.
//!
//! The styles, the wasm and the licences are compressed with gzip and written as base64 into script elements that no
//! browser runs; every browser of the floor unpacks them by itself (`DecompressionStream`). Scripts stand in the page as
//! they are, so that it starts under the Trusted Types that its policy asks for. The policy allows exactly these scripts
//! and styles, by their hashes, and no request at all.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::element;
use lol_html::html_content::{ContentType, Element};
use sha2::{Digest as _, Sha256};
use xshell::{Shell, cmd};

use crate::page::{self, read};
use crate::tools::{Tools, WASM};
use crate::{project, run, sizes, wasm};

/// What starts the app; it follows wasm-bindgen's code.
const START: &str = include_str!("single/start.js");

/// How the briefing looks in a copy before, or without, the app; `weighbridge-share` writes that page.
const STYLE: &str = include_str!("../../crates/share/src/page.css");

/// The ids of the elements that hold styles, wasm and licences; `start.js` knows them too.
const PACKED_STYLES: &str = "packed-styles";
const PACKED_WASM: &str = "packed-wasm";
const PACKED_LICENCES: &str = "packed-licences";

type Handled = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The whole app in one wasm, with its code.
pub(crate) struct App {
    /// The wasm.
    wasm: Vec<u8>,
    /// wasm-bindgen's code of it: a plain script that defines `wasm_bindgen`.
    code: String,
}

/// Builds the app without the split: there is nothing to wait for in one file.
pub(crate) fn build(sh: &Shell, tools: &Tools) -> Result<App> {
    let cargo = cmd!(
        sh,
        "cargo build --release --package weighbridge --bin weighbridge --target {WASM}"
    );
    run::show(&cargo, "Building the app in one wasm")?;
    let folder = project::scratch(sh)?.join("single");
    let linked = wasm::linked(sh, "weighbridge");
    wasm::bind(sh, &tools.bindgen, &linked, &folder, &["no-modules"])?;
    let file = folder.join("weighbridge_bg.wasm");
    wasm::optimise(sh, &file)?;
    Ok(App {
        wasm: sh.read_binary_file(file)?,
        code: read(sh, &folder.join("weighbridge.js"))?,
    })
}

/// Packs the built page and everything it loads into one page, with the licences of what is inside.
pub(crate) fn pack(
    sh: &Shell,
    html: &str,
    app: &App,
    licences: &str,
    dist: &Path,
) -> Result<String> {
    let scripts = RefCell::new(Vec::<String>::new());
    let styles = RefCell::new(Vec::<String>::new());
    let inline = |text: &str| {
        scripts.borrow_mut().push(source_hash(text));
        format!("<script>{text}</script>\n    ")
    };
    let body = [
        packed(PACKED_LICENCES, licences.as_bytes())?,
        packed(PACKED_WASM, &app.wasm)?,
        inline(checked(&app.code)?),
        inline(START),
    ]
    .concat();

    let style = |link: &mut Element<'_, '_>| -> Handled {
        let css = read(sh, &file(link, "href", dist)?)?;
        check_css(&css)?;
        link.replace(&packed(PACKED_STYLES, css.as_bytes())?, ContentType::Html);
        styles.borrow_mut().push(source_hash(&css));
        Ok(())
    };
    let icon = |link: &mut Element<'_, '_>| -> Handled {
        let icon = STANDARD.encode(sh.read_binary_file(file(link, "href", dist)?)?);
        let link_to = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">");
        link.replace(&link_to, ContentType::Html);
        Ok(())
    };
    let script = |script: &mut Element<'_, '_>| -> Handled {
        let text = read(sh, &file(script, "src", dist)?)?;
        script.replace(&inline(checked(&text)?), ContentType::Html);
        Ok(())
    };
    // What starts the served page goes: the script in the body does its work here.
    let start = |element: &mut Element<'_, '_>| -> Handled {
        element.remove();
        Ok(())
    };
    let end = |element: &mut Element<'_, '_>| -> Handled {
        element.append(&body, ContentType::Html);
        Ok(())
    };
    // Where `weighbridge-share` puts what a copy carries.
    let app = |app: &mut Element<'_, '_>| -> Handled {
        app.prepend("<!--briefing-->", ContentType::Html);
        app.append("<!--/briefing-->", ContentType::Html);
        app.after("<!--appraisal--><!--/appraisal-->", ContentType::Html);
        Ok(())
    };
    let head = |head: &mut Element<'_, '_>| -> Handled {
        head.append(&format!("<style>{STYLE}</style>"), ContentType::Html);
        styles.borrow_mut().push(source_hash(STYLE));
        Ok(())
    };
    let handlers = [
        element!("link[rel=stylesheet]", style),
        element!("link[rel=icon]", icon),
        element!(
            "[rel=preload], [rel=modulepreload], script[type=module]",
            start
        ),
        element!("script[src]:not([type=module])", script),
        element!("#app", app),
        element!("head", head),
        element!("body", end),
    ];
    let packed = page::rewritten(html, handlers)?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        scripts.into_inner().join(" "),
        styles.into_inner().join(" ")
    );
    as_browsers_write(&page::with_policy(&packed, &policy)?)
}

/// The page as a browser would write down what it read of it, so that a copy made by the app is the same, byte for byte,
/// as one made of the file.
fn as_browsers_write(html: &str) -> Result<String> {
    let (_, rest) = html.split_once("<head>").context("the page has no head")?;
    // The script that starts the app has the last ones in it.
    let (head, rest) = rest.split_once("</head>").context("its head has no end")?;
    let (_, rest) = rest.split_once("<body>").context("the page has no body")?;
    let (body, _) = rest.rsplit_once("</body>").context("its body has no end")?;
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head>{head}</head><body>{}</body></html>",
        body.trim_end()
    ))
}

fn file(element: &Element<'_, '_>, attribute: &str, dist: &Path) -> Result<PathBuf> {
    let address = element
        .get_attribute(attribute)
        .context("an element has no address")?;
    Ok(dist.join(address.strip_prefix("./").unwrap_or(&address)))
}

/// An element that no browser runs, with something compressed in it, which `start.js` unpacks.
fn packed(id: &str, what: &[u8]) -> Result<String> {
    let text = STANDARD.encode(sizes::gzip(what)?);
    Ok(format!(
        "<script type=\"application/gzip;base64\" id=\"{id}\">{text}</script>\n    "
    ))
}

/// Text that stands in a script element without ending it.
fn checked(text: &str) -> Result<&str> {
    if text.contains("</script") || text.contains("<!--") {
        bail!("a script has “</script” or “<!--” in it, which would end it early");
    }
    Ok(text)
}

fn check_css(css: &str) -> Result<()> {
    if css.contains("</style") || css.contains("@import") {
        bail!("a style sheet has “</style” or “@import” in it, which cannot be carried inside");
    }
    if css
        .split("url(")
        .skip(1)
        .any(|rest| !rest.trim_start_matches(['"', '\'']).starts_with("data:"))
    {
        bail!(
            "a style sheet names a file with url(…), which cannot be carried inside: write it as a data: address"
        );
    }
    Ok(())
}

/// How a policy names a script or a style by what it says.
fn source_hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_the_ones_that_browsers_compute() {
        // The example of the Content Security Policy specification, section 2.3.1.
        assert_eq!(
            source_hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert!(checked("'</script>'").is_err() && checked("<!-- a").is_err());
        assert_eq!(checked("a < b").unwrap(), "a < b");
    }

    #[test]
    fn style_sheets_that_need_files_are_refused() {
        assert!(check_css("p { background: url(\"data:image/png;base64,AA\") }").is_ok());
        assert!(check_css("p { background: url('a.png') }").is_err());
        assert!(check_css("@import 'a.css';").is_err());
    }

    #[test]
    fn everything_ends_up_in_one_page() {
        let sh = Shell::new().unwrap();
        let dist = sh.create_temp_dir().unwrap();
        let write = |name: &str, text: &str| sh.write_file(dist.path().join(name), text).unwrap();
        write("a.css", "p { margin: 0 }");
        write("i.svg", "<svg/>");
        write("r.js", "window.recover = 1;");
        write("s.js", "import(1)");
        let html = "<html><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"./i.svg\"><link rel=\"stylesheet\" href=\"./a.css\">\
            <script src=\"./r.js\"></script><script type=\"module\" src=\"./s.js\"></script>\
            <link id=\"app-code\" rel=\"modulepreload\" href=\"./c.js\"><link id=\"app-wasm\" rel=\"preload\" href=\"./d.wasm\">\
            </head><body></body></html>";
        let app = App {
            wasm: b"Hello".to_vec(),
            code: "let wasm_bindgen = 1;".to_owned(),
        };
        let packed = pack(&sh, html, &app, "MIT", dist.path()).unwrap();
        for there in [
            "<script>window.recover = 1;</script>",
            // The first bytes of every gzip stream.
            "id=\"packed-styles\">H4sI",
            "id=\"packed-licences\">H4sI",
            "id=\"packed-wasm\">H4sI",
            "<script>let wasm_bindgen = 1;</script>",
        ] {
            assert!(packed.contains(there), "{there} is missing in {packed}");
        }
        for gone in ["href=\"./", "src=\"", "import(1)", "'self'"] {
            assert!(!packed.contains(gone), "{gone} is still in {packed}");
        }
        for text in ["p { margin: 0 }", "window.recover = 1;", START] {
            assert!(packed.contains(&source_hash(text)), "{text}");
        }
    }
}
