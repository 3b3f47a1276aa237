//! The page that Trunk wrote: what it loads, and its content-security policy.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::build::{read, write};
use crate::split::stamp;

/// What the served page may do: load its own files, and nothing else.
pub(crate) const SERVED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// The files that the page loads first, by their names in `dist/`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The code that wasm-bindgen wrote.
    pub(crate) code: String,
    /// The app.
    pub(crate) wasm: String,
    /// The splitter's code, which the app's own code imports; once the app is split.
    pub(crate) loader: Option<String>,
    /// The pages of an appraisal, which are fetched after the first load; once the app is split.
    pub(crate) pages: Option<String>,
    /// Style sheets, scripts and the icon.
    pub(crate) others: Vec<String>,
}

impl Parts {
    /// Every file of the first load, with the page itself.
    pub(crate) fn all(&self) -> Vec<String> {
        let first = [
            "index.html".to_owned(),
            self.wasm.clone(),
            self.code.clone(),
        ];
        first
            .into_iter()
            .chain(self.loader.iter().cloned())
            .chain(self.others.iter().cloned())
            .collect()
    }
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
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(links)
        .append_element_content_handler(scripts)
        .append_element_content_handler(blocked);
    let read = rewrite_str(html, settings);
    read.map_err(|error| anyhow!("index.html cannot be finished: {error}"))?;
    let parts = parts.into_inner();
    if parts.code.is_empty() || parts.wasm.is_empty() {
        bail!(
            "The built page has no links named app-code and app-wasm. Look at pattern_preload in Trunk.toml."
        );
    }
    Ok(parts)
}

/// The page with the addresses of other files of the app than those that Trunk wrote.
pub(crate) fn with_app(html: &str, parts: &Parts) -> Result<String> {
    let code = element!("link#app-code", |link| {
        link.set_attribute("href", &format!("./{}", parts.code))?;
        if let Some(loader) = &parts.loader {
            let hint = format!("\n    <link rel=\"modulepreload\" href=\"./{loader}\">");
            link.after(&hint, ContentType::Html);
        }
        Ok(())
    });
    let wasm = element!("link#app-wasm", |link| {
        link.set_attribute("href", &format!("./{}", parts.wasm))?;
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(code)
        .append_element_content_handler(wasm);
    rewrite_str(html, settings)
        .map_err(|error| anyhow!("index.html cannot name the files of the app: {error}"))
}

/// The page with one style sheet in place of several: one request, and it compresses better.
pub(crate) fn with_one_sheet(html: &str, dist: &Path) -> Result<String> {
    let mut sheet = String::new();
    let mut first = None;
    let links = element!("link[rel=stylesheet]", |link| {
        let file = local(link.get_attribute("href"))?;
        sheet.push_str(&read(&dist.join(&file))?);
        std::fs::remove_file(dist.join(&file))?;
        if first.is_none() {
            link.set_attribute("href", SHEET)?;
            first = Some(file);
        } else {
            link.remove();
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(links);
    let html = rewrite_str(html, settings)
        .map_err(|error| anyhow!("index.html cannot have one style sheet: {error}"))?;
    let name = format!("styles-{}.css", stamp(sheet.as_bytes()));
    write(&dist.join(&name), &sheet)?;
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
    let found = RefCell::new(false);
    let meta = format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let charset = element!("meta[charset]", |charset| {
        charset.after(&meta, ContentType::Html);
        *found.borrow_mut() = true;
        Ok(())
    });
    let html = rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(charset),
    )
    .context("index.html cannot be given its policy")?;
    if !found.into_inner() {
        bail!(
            "index.html needs <meta charset=\"utf-8\">: the policy of the page goes right after it."
        );
    }
    Ok(html)
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
        assert_eq!(
            parts.all(),
            ["index.html", "d.wasm", "c.js", "a.css", "b.js"]
        );
    }

    #[test]
    fn the_page_names_the_files_of_a_split_app() {
        let split = Parts {
            code: "app-1/e.js".to_owned(),
            wasm: "app-1/f.wasm".to_owned(),
            loader: Some("app-1/g.js".to_owned()),
            ..parts(PAGE).unwrap()
        };
        let html = with_app(PAGE, &split).unwrap();
        for there in [
            "<link id=\"app-code\" href=\"./app-1/e.js\">",
            "<link rel=\"modulepreload\" href=\"./app-1/g.js\">",
            "<link id=\"app-wasm\" href=\"./app-1/f.wasm\">",
        ] {
            assert!(html.contains(there), "{there} is missing in {html}");
        }
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
        assert!(html.contains("content=\"default-src 'none'\""));
        assert!(with_policy("<p>", "x").is_err());
    }
}
