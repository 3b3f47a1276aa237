//! The single file: the whole app in one page that opens from a memory stick.
//!
//! The app is compressed (LZMA) and written as text (`sevens`) into script elements that no browser runs: its styles
//! and its code first, so that the page looks right from the start, then the wasm, taken apart (`apart`). One script
//! unpacks them.
//! The policy allows exactly these scripts and styles, by their hashes, and no request at all.

mod apart;
mod sevens;

use std::cell::RefCell;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest as _, Sha256};

use crate::build::read;
use crate::split::Whole;
use crate::{minify, page, project};

/// What starts the app; it follows wasm-bindgen's code.
const START: &str = include_str!("single/start.js");

/// What puts the wasm together that was taken apart.
const JOIN: &str = include_str!("single/join.js");

/// What unpacks styles, code and wasm.
const UNPACK: &str = include_str!("single/unpack.js");

/// The id of the element that holds the wasm; `start.js` knows it too.
const PACKED_WASM: &str = "packed-wasm";

/// The id of the element that holds styles and code; `unpack.js` knows it too.
const PACKED_TEXT: &str = "packed-text";

type Handled = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// What goes into the page besides what Trunk wrote.
pub(crate) struct Contents {
    /// The script that takes apart what is compressed.
    unpack: String,
    /// The wasm, compressed.
    wasm: Vec<u8>,
    /// Its code.
    code: String,
    /// What starts it.
    start: String,
}

/// Compresses the app, and gets what expands it.
pub(crate) fn contents(whole: &Whole) -> Result<Contents> {
    let expand = project::path("xtask/src/single/expand.js");
    Ok(Contents {
        unpack: minify::script(&format!("{}\n{UNPACK}", minify::bundle(&expand, "lzma")?))?,
        wasm: compress(&apart::apart(&std::fs::read(&whole.wasm).with_context(
            || format!("{} could not be read", whole.wasm.display()),
        )?)?)?,
        code: whole.code.clone(),
        // In a block: its names are made as short as those of the code before it.
        start: minify::module(&format!(
            "{{\nconst SHAPES = {:?};\n{JOIN}\n{START}\n}}",
            apart::shapes()
        ))?,
    })
}

/// Packs the built page and everything it loads into one page.
pub(crate) fn pack(html: &str, contents: &Contents, dist: &Path) -> Result<String> {
    let code = module(&contents.code, &contents.start)?;
    let unpack = inert_end(&contents.unpack);
    let scripts = RefCell::new(vec![source_hash(&code), source_hash(&unpack)]);
    let styles = RefCell::new(Vec::<String>::new());
    let body = packed(PACKED_WASM, &contents.wasm);

    let style = |link: &mut Element<'_, '_>| -> Handled {
        let css = read(&file(link, "href", dist)?)?;
        check_css(&css)?;
        let css = tight(&css);
        styles.borrow_mut().push(css);
        link.remove();
        Ok(())
    };
    let icon = |link: &mut Element<'_, '_>| -> Handled {
        let icon = std::fs::read(file(link, "href", dist)?)?;
        link.set_attribute(
            "href",
            &format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon)),
        )?;
        Ok(())
    };
    let script = |script: &mut Element<'_, '_>| -> Handled {
        if script.get_attribute("type").as_deref() == Some("module") {
            // The start of the served page: the module in the body does its work here.
            script.remove();
            return Ok(());
        }
        let recover = inert_end(&tight(&read(&file(script, "src", dist)?)?));
        scripts.borrow_mut().push(source_hash(&recover));
        // A byte that neither has parts styles and code.
        let text = compress(format!("{}\0{code}", styles.borrow().concat()).as_bytes())?;
        let text = packed(PACKED_TEXT, &text);
        script.replace(
            &format!("<script>{recover}</script>{text}<script>{unpack}</script>"),
            ContentType::Html,
        );
        Ok(())
    };
    let hint = |link: &mut Element<'_, '_>| -> Handled {
        link.remove();
        Ok(())
    };
    let end = |element: &mut Element<'_, '_>| -> Handled {
        element.append(&body, ContentType::Html);
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=stylesheet]", style))
        .append_element_content_handler(element!("link[rel=icon]", icon))
        .append_element_content_handler(element!(
            "link[rel=preload], link[rel=modulepreload]",
            hint
        ))
        .append_element_content_handler(element!("script[src]", script))
        .append_element_content_handler(element!("body", end));
    let packed = rewrite_str(html, settings)
        .map_err(|error| anyhow!("The single file cannot be packed: {error}"))?;

    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        scripts.into_inner().join(" "),
        source_hash(&styles.into_inner().concat())
    );
    page::with_policy(&packed, &policy)
}

fn file(element: &Element<'_, '_>, attribute: &str, dist: &Path) -> Result<std::path::PathBuf> {
    let address = element
        .get_attribute(attribute)
        .context("an element has no address")?;
    Ok(dist.join(address.strip_prefix("./").unwrap_or(&address)))
}

/// The app's code, and after it the start, which calls its default export by name.
fn module(code: &str, start: &str) -> Result<String> {
    if code.lines().any(|line| line.starts_with("import ")) {
        bail!(
            "The single file cannot be packed: the app's code imports another script file. \
             Take the JavaScript snippet out of the Rust code, or the crate that brings one."
        );
    }
    let init = default_export(code)
        .context("The single file cannot be packed: wasm-bindgen's code has no default export. Its version may have changed.")?;
    Ok(tight(&format!("{code}\nconst init = {init};\n{start}")))
}

/// The name in `export { ..., NAME as default };`.
fn default_export(code: &str) -> Option<&str> {
    let before = &code[..code.find(" as default")?];
    before
        .rsplit([' ', ',', '{', '\n'])
        .next()
        .filter(|name| !name.is_empty())
}

/// A script or a style without indentation and empty lines, which the single file carries
/// uncompressed. Left as it is where a template may go over several lines, since there every
/// space counts.
fn tight(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Script text that cannot end its element early. In a string or a template, the only places where
/// JavaScript can have these letters, `\/` is `/`.
fn inert_end(code: &str) -> String {
    code.replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
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

/// Compressed with LZMA, a fifth less than gzip; code has no words of two or four bytes that would be worth minding
/// where they begin.
fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    options.nice_len = 273;
    let size = u64::try_from(bytes.len())?;
    let mut small = LzmaWriter::new_use_header(Vec::new(), &options, Some(size))?;
    small.write_all(bytes)?;
    Ok(small.finish()?)
}

/// An element that no browser runs, with a compressed file in it as text.
fn packed(id: &str, bytes: &[u8]) -> String {
    let text = sevens::encode(bytes);
    format!("<script type=\"application/x-lzma;sevens\" id=\"{id}\">{text}</script>\n    ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_indentation_goes() {
        assert_eq!(tight("a {\n\n  b: c;\n}\n"), "a {\nb: c;\n}");
        let template = "const a = `x\n  y`;";
        assert_eq!(tight(template), template);
    }

    #[test]
    fn hashes_are_the_ones_that_browsers_compute() {
        // The example of the Content Security Policy specification, section 2.3.1.
        assert_eq!(
            source_hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_default_export_is_found() {
        assert_eq!(
            default_export("export { initSync, __wbg_init as default };"),
            Some("__wbg_init")
        );
        assert_eq!(default_export("export {init as default}"), Some("init"));
        assert_eq!(default_export("export const a = 1;"), None);
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(inert_end("'</script><!--'"), "'<\\/script><\\!--'");
    }

    #[test]
    fn style_sheets_that_need_files_are_refused() {
        assert!(check_css("p { background: url(\"data:image/png;base64,AA\") }").is_ok());
        assert!(check_css("p { background: url('a.png') }").is_err());
        assert!(check_css("@import 'a.css';").is_err());
    }

    #[test]
    fn everything_ends_up_in_one_page() {
        let dist = std::env::temp_dir().join(format!("weighbridge-single-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        let write = |name: &str, text: &str| std::fs::write(dist.join(name), text).unwrap();
        write("a.css", "p { margin: 0 }");
        write("i.svg", "<svg/>");
        write("r.js", "window.recover = 1;");
        write("s.js", "import(1)");
        let html = "<html><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"./i.svg\"><link rel=\"stylesheet\" href=\"./a.css\">\
            <script src=\"./r.js\"></script><script type=\"module\" src=\"./s.js\"></script>\
            <link id=\"app-code\" rel=\"modulepreload\" href=\"./c.js\"><link id=\"app-wasm\" rel=\"preload\" href=\"./d.wasm\">\
            </head><body></body></html>";
        let contents = Contents {
            unpack: "var lzma={};".to_owned(),
            wasm: b"Hello".to_vec(),
            code: "function go() {}
export { go as default };"
                .to_owned(),
            start: "init();".to_owned(),
        };
        let packed = pack(html, &contents, &dist).unwrap();
        std::fs::remove_dir_all(&dist).unwrap();
        for there in [
            "<script>window.recover = 1;</script>",
            "id=\"packed-wasm\">$\u{19}-Fc\u{180}<",
            "<script>window.recover = 1;</script><script type=\"application/x-lzma;sevens\" id=\"packed-text\">",
            "var lzma={};",
        ] {
            assert!(packed.contains(there), "{there} is missing in {packed}");
        }
        for gone in ["href=\"./", "src=\"", "import(1)", "'self'"] {
            assert!(!packed.contains(gone), "{gone} is still in {packed}");
        }
        assert!(packed.contains(&source_hash("p { margin: 0 }")));
        assert!(packed.contains(&source_hash("window.recover = 1;")));
    }
}
