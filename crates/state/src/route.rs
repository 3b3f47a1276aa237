//! Which appraisal and page the address names: `#/birmingham-2013/result`.

use crate::page::Page;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands for itself in a part of an address, as for JavaScript's `encodeURIComponent`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// What the address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The appraisals in this browser.
    Library,
    /// What is stored where, and how to delete it.
    Privacy,
    /// How the tool is used and what its terms mean; at a term, when one is named.
    Help(String),
    /// A page of an appraisal.
    Appraisal {
        /// Its id.
        id: String,
        /// The page.
        page: Page,
        /// A part of the page, such as `swing`; usually empty.
        view: String,
    },
    /// Nothing the app knows.
    Unknown,
}

impl Route {
    /// What a fragment names. Forgives a trailing slash and a page that is left out.
    ///
    /// ```
    /// use weighbridge_state::{Page, Route};
    /// assert_eq!(Route::parse("/leisure-2024"), Route::of("leisure-2024", Page::Result));
    /// assert_eq!(Route::parse("/leisure-2024/nonsense"), Route::Unknown);
    /// ```
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_matches('/').splitn(2, '/');
        let first = parts.next().unwrap_or_default();
        match (first, parts.next()) {
            ("", None) => Self::Library,
            ("privacy", None) => Self::Privacy,
            ("help", None) => Self::help(),
            // An appraisal may be called so too.
            ("help", Some(term)) if !term.split('/').next().is_some_and(is_page) => {
                Self::Help(decode(term))
            }
            (id, rest) => {
                let rest = rest.unwrap_or(Page::Result.slug());
                let (slug, view) = rest.split_once('/').unwrap_or((rest, ""));
                Page::of_slug(slug).map_or(Self::Unknown, |page| Self::Appraisal {
                    id: decode(id),
                    page,
                    view: decode(view),
                })
            }
        }
    }

    /// The beginning of the help.
    pub fn help() -> Self {
        Self::Help(String::new())
    }

    /// A page of an appraisal.
    pub fn of(id: &str, page: Page) -> Self {
        Self::part(id, page, "")
    }

    /// A part of a page of an appraisal.
    pub fn part(id: &str, page: Page, view: &str) -> Self {
        Self::Appraisal {
            id: id.to_owned(),
            page,
            view: view.to_owned(),
        }
    }

    /// The same page of another appraisal; what names none is as it was.
    #[must_use]
    pub fn with_id(self, new: &str) -> Self {
        match self {
            Self::Appraisal { page, view, .. } => Self::Appraisal {
                id: new.to_owned(),
                page,
                view,
            },
            Self::Library | Self::Privacy | Self::Help(_) | Self::Unknown => self,
        }
    }

    /// The id of the appraisal it names.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Appraisal { id, .. } => Some(id),
            Self::Library | Self::Privacy | Self::Help(_) | Self::Unknown => None,
        }
    }

    /// The page of an appraisal that it names.
    pub fn page(&self) -> Option<Page> {
        match self {
            Self::Appraisal { page, .. } => Some(*page),
            Self::Library | Self::Privacy | Self::Help(_) | Self::Unknown => None,
        }
    }

    /// The fragment that names it, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Library | Self::Unknown => "/".to_owned(),
            Self::Privacy => "/privacy".to_owned(),
            Self::Help(term) if term.is_empty() => "/help".to_owned(),
            Self::Help(term) => format!("/help/{}", encode(term)),
            Self::Appraisal { id, page, view } => {
                let mut fragment = format!("/{}/{}", encode(id), page.slug());
                if !view.is_empty() {
                    fragment.push('/');
                    fragment += &encode(view);
                }
                fragment
            }
        }
    }

    /// The address for a link.
    pub fn href(&self) -> String {
        format!("#{}", self.fragment())
    }
}

fn is_page(slug: &str) -> bool {
    Page::of_slug(slug).is_some()
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// The text of a part of a fragment; as it stands when it is not well formed.
fn decode(part: &str) -> String {
    let decoded = percent_decode_str(part).decode_utf8();
    decoded.map_or_else(|_| part.to_owned(), Into::into)
}
