//! The page that Trunk wrote: what it loads, and its content-security policy.

use std::borrow::Cow;
use std::cell::RefCell;
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use xshell::Shell;

use crate::node;
use crate::project::stamp;

/// What the served page may do: load its own files, and nothing else.
pub(crate) const SERVED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// What every page adds to its policy: text becomes elements or code only through this one policy of Trusted Types, in
/// which the app draws its charts (`src/browser/drawing.rs`).
const TRUSTED_TYPES: &str = "require-trusted-types-for 'script'; trusted-types weighbridge-charts";

/// The files that the page loads, by their names in `dist/`.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The code that wasm-bindgen wrote.
    pub(crate) code: String,
    /// The app.
    pub(crate) wasm: String,
    /// Style sheets, scripts and the icon.
    pub(crate) others: Vec<String>,
}

/// What is done with the elements that a selector finds.
type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// The page after some elements of it were handled.
pub(crate) fn rewritten<const N: usize>(html: &str, handlers: [Handler<'_>; N]) -> Result<String> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), |all, one| {
            all.append_element_content_handler(one)
        });
    rewrite_str(html, settings).map_err(|error| anyhow!("The page cannot be finished: {error}"))
}

/// The text of a file, with the line ends that browsers hash.
pub(crate) fn read(sh: &Shell, file: &Path) -> Result<String> {
    Ok(sh.read_file(file)?.replace("\r\n", "\n"))
}

/// Reads from the page what it loads.
///
/// Fails when the page is not what the rest of the build expects: a script in the page itself, which its
/// policy would block, or an address that only works at the top of a site.
pub(crate) fn parts(html: &str) -> Result<Parts> {
    let parts = RefCell::new(Parts::default());
    let links = element!("link[href]", |link| {
        let file = local(link.get_attribute("href"))?;
        let mut parts = parts.borrow_mut();
        match link.get_attribute("id").as_deref() {
            Some("app-code") => parts.code = file,
            Some("app-wasm") => parts.wasm = file,
            _ => parts.others.push(file),
        }
        Ok(())
    });
    let scripts = element!("script", |script| {
        let file = local(script.get_attribute("src"))?;
        parts.borrow_mut().others.push(file);
        Ok(())
    });
    let blocked = element!("style, [style], [onclick], [onload]", |element| {
        Err(format!(
            "<{}> carries a style or a script in the page itself",
            element.tag_name()
        )
        .into())
    });
    rewritten(html, [links, scripts, blocked])?;
    let parts = parts.into_inner();
    if parts.code.is_empty() || parts.wasm.is_empty() {
        bail!(
            "The built page has no links named app-code and app-wasm. Look at pattern_preload in Trunk.toml."
        );
    }
    Ok(parts)
}

/// The page with one style sheet in place of several: one request, and it compresses better.
pub(crate) fn with_one_sheet(sh: &Shell, html: &str, dist: &Path) -> Result<String> {
    let mut sheet = String::new();
    let links = element!("link[rel=stylesheet]", |link| {
        let file = local(link.get_attribute("href"))?;
        if sheet.is_empty() {
            link.set_attribute("href", SHEET)?;
        } else {
            link.remove();
        }
        sheet.push_str(&read(sh, &dist.join(&file))?);
        sh.remove_path(dist.join(&file))?;
        Ok(())
    });
    let html = rewritten(html, [links])?;
    let name = format!("styles-{}.css", stamp(sheet.as_bytes()));
    sh.write_file(dist.join(&name), &sheet)?;
    node::minify(sh, &dist.join(&name))?;
    Ok(html.replace(SHEET, &format!("./{name}")))
}

/// Stands in the page until the name of the one style sheet is known.
const SHEET: &str = "./the-one-style-sheet";

/// The name in `dist/` that a relative address means.
fn local(address: Option<String>) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let address = address.ok_or("there is a script in the page itself, which its policy blocks")?;
    if address.contains(':') || address.starts_with('/') {
        return Err(format!(
            "“{address}” is not relative, so the page would not work from every folder"
        )
        .into());
    }
    Ok(address.strip_prefix("./").unwrap_or(&address).to_owned())
}

/// The page with a content-security policy, right after its character set: before anything it is about.
pub(crate) fn with_policy(html: &str, policy: &str) -> Result<String> {
    const CHARSET: &str = "<meta charset=\"utf-8\">";
    if !html.contains(CHARSET) {
        bail!("index.html needs {CHARSET}: the policy of the page goes right after it.");
    }
    let meta = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}; {TRUSTED_TYPES}\">"
    );
    Ok(html.replacen(CHARSET, &format!("{CHARSET}\n    {meta}"), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"./a.css\">\
        <script src=\"./b.js\"></script><link id=\"app-code\" href=\"./c.js\"><link id=\"app-wasm\" href=\"./d.wasm\">";

    #[test]
    fn the_page_says_what_it_loads() {
        let parts = parts(PAGE).unwrap();
        assert_eq!(
            (parts.code.as_str(), parts.wasm.as_str()),
            ("c.js", "d.wasm")
        );
        assert_eq!(parts.others, ["a.css", "b.js"]);
    }

    #[test]
    fn what_the_policy_would_block_fails_the_build() {
        for wrong in [
            "<script>1</script>",
            "<p style=\"color: red\">",
            "<link href=\"/a.css\">",
            "<style>p {}</style>",
        ] {
            assert!(parts(&format!("{PAGE}{wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_policy_stands_before_what_it_is_about() {
        let html = with_policy(PAGE, "default-src 'none'").unwrap();
        let place = html.find("Content-Security-Policy").unwrap();
        assert!(place < html.find("a.css").unwrap());
        assert!(html.contains(
            "content=\"default-src 'none'; require-trusted-types-for 'script'; trusted-types "
        ));
        assert!(with_policy("<p>", "x").is_err());
    }
}
