//! The one table of pages: what each page of an appraisal is called, in an address and on the screen, and where it stands.

use weighbridge_report::words::pages;

/// A page of an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What is asked, for whom, and from which sources.
    Question,
    /// What could be done.
    Options,
    /// What counts.
    Criteria,
    /// How much each criterion counts.
    Weights,
    /// How good each option is on each criterion.
    Scores,
    /// What follows.
    Result,
    /// What could change the answer.
    HowSure,
    /// What a person who decides reads in five minutes.
    Briefing,
}

/// A stage of the work, under which the list of steps has its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What is asked and what there is to choose from.
    SetUp,
    /// What people say of it.
    Judge,
    /// What follows from the judgements.
    Conclude,
}

/// What the table says of a page.
struct Entry {
    page: Page,
    /// How the address names it.
    slug: &'static str,
    /// How the screen names it.
    name: &'static str,
    group: Group,
}

const fn entry(page: Page, slug: &'static str, name: &'static str, group: Group) -> Entry {
    Entry {
        page,
        slug,
        name,
        group,
    }
}

/// The table, in the order of the work. How far a page has come is worked out in [`crate::progress`]; what draws it is in
/// the app. Both match on [`Page`], so that a page that is missing in one of them does not compile.
const PAGES: [Entry; 8] = [
    entry(Page::Question, "question", pages::QUESTION, Group::SetUp),
    entry(Page::Options, "options", pages::OPTIONS, Group::SetUp),
    entry(Page::Criteria, "criteria", pages::CRITERIA, Group::SetUp),
    entry(Page::Weights, "weights", pages::WEIGHTS, Group::Judge),
    entry(Page::Scores, "scores", pages::SCORES, Group::Judge),
    entry(Page::Result, "result", pages::RESULT, Group::Conclude),
    entry(Page::HowSure, "how-sure", pages::HOW_SURE, Group::Conclude),
    entry(Page::Briefing, "briefing", pages::BRIEFING, Group::Conclude),
];

impl Page {
    /// How many pages there are.
    pub const COUNT: usize = PAGES.len();

    /// Every page, in the order of the work.
    ///
    /// ```
    /// use weighbridge_state::Page;
    /// let names: Vec<&str> = Page::all().map(Page::name).collect();
    /// assert_eq!(names, ["Question", "Options", "Criteria", "Weights", "Scores", "Result", "How sure", "Briefing"]);
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        PAGES.iter().map(|entry| entry.page)
    }

    /// The page that an address calls so.
    pub fn of_slug(slug: &str) -> Option<Self> {
        let found = PAGES.iter().find(|entry| entry.slug == slug);
        found.map(|entry| entry.page)
    }

    fn entry(self) -> Option<&'static Entry> {
        PAGES.iter().find(|entry| entry.page == self)
    }

    /// The name a person sees.
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }

    /// What an address calls it.
    pub fn slug(self) -> &'static str {
        self.entry().map_or("", |entry| entry.slug)
    }

    /// The stage of the work it belongs to.
    pub fn group(self) -> Group {
        self.entry().map_or(Group::SetUp, |entry| entry.group)
    }

    /// Which step it is, counted from 1.
    pub fn number(self) -> usize {
        let at = PAGES.iter().position(|entry| entry.page == self);
        at.map_or(1, |at| at + 1)
    }

    /// The pages before and after this one in the order of the work.
    pub fn neighbours(self) -> (Option<Self>, Option<Self>) {
        let page = |at: usize| PAGES.get(at).map(|entry| entry.page);
        let at = self.number();
        (at.checked_sub(2).and_then(page), page(at))
    }
}

impl Group {
    /// Every stage, in the order of the work.
    pub const ALL: [Self; 3] = [Self::SetUp, Self::Judge, Self::Conclude];

    /// The name a person sees.
    pub fn name(self) -> &'static str {
        match self {
            Self::SetUp => pages::SET_UP,
            Self::Judge => pages::JUDGE,
            Self::Conclude => pages::CONCLUDE,
        }
    }

    /// Its pages, in the order of the work.
    pub fn pages(self) -> impl Iterator<Item = Page> {
        let own = move |entry: &&Entry| entry.group == self;
        PAGES.iter().filter(own).map(|entry| entry.page)
    }
}
