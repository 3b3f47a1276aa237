//! Which appraisal and page the address names: `#/birmingham-2013/result`.

use crate::browser::address;

/// A page of an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Question,
    Options,
    Criteria,
    Weights,
    Scores,
    Result,
    HowSure,
}

impl Page {
    /// Every page, in the order of the work.
    pub const ALL: [Self; 7] = [
        Self::Question,
        Self::Options,
        Self::Criteria,
        Self::Weights,
        Self::Scores,
        Self::Result,
        Self::HowSure,
    ];

    /// The name a person sees.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "Question",
            Self::Options => "Options",
            Self::Criteria => "Criteria",
            Self::Weights => "Weights",
            Self::Scores => "Scores",
            Self::Result => "Result",
            Self::HowSure => "How sure",
        }
    }

    fn slug(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Options => "options",
            Self::Criteria => "criteria",
            Self::Weights => "weights",
            Self::Scores => "scores",
            Self::Result => "result",
            Self::HowSure => "how-sure",
        }
    }

    /// The pages before and after this one in the order of the work.
    pub fn neighbours(self) -> (Option<Self>, Option<Self>) {
        let at = Self::ALL.iter().position(|p| *p == self).unwrap_or(0);
        (
            at.checked_sub(1).and_then(|at| Self::ALL.get(at).copied()),
            Self::ALL.get(at + 1).copied(),
        )
    }
}

/// What the address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The appraisals in this browser.
    Library,
    /// What is stored where, and how to delete it.
    Privacy,
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
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_matches('/').splitn(2, '/');
        let first = parts.next().unwrap_or_default();
        match (first, parts.next()) {
            ("", None) => Self::Library,
            ("privacy", None) => Self::Privacy,
            (id, page) => {
                let mut parts = page.unwrap_or("result").splitn(2, '/');
                let page = parts.next().unwrap_or_default();
                let view = address::decode(parts.next().unwrap_or_default());
                Page::ALL
                    .into_iter()
                    .find(|p| p.slug() == page)
                    .map_or(Self::Unknown, |page| Self::Appraisal {
                        id: address::decode(id),
                        page,
                        view,
                    })
            }
        }
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

    /// The id of the appraisal it names.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Appraisal { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The fragment that names it, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Library | Self::Unknown => "/".to_owned(),
            Self::Privacy => "/privacy".to_owned(),
            Self::Appraisal { id, page, view } if view.is_empty() => {
                format!("/{}/{}", address::encode(id), page.slug())
            }
            Self::Appraisal { id, page, view } => format!(
                "/{}/{}/{}",
                address::encode(id),
                page.slug(),
                address::encode(view)
            ),
        }
    }

    /// The address for a link.
    pub fn href(&self) -> String {
        format!("#{}", self.fragment())
    }
}
