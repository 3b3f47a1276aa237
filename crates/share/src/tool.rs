//! The tool as a page: what can be put into it, and what is inside.

use maud::html;
use weighbridge_file::save;
use weighbridge_model::Appraisal;

/// What stands around each of the three things that a copy has of its own.
const TITLE: [&str; 2] = ["<title>", "</title>"];
const BRIEFING: [&str; 2] = ["<!--briefing-->", "<!--/briefing-->"];
const APPRAISAL: [&str; 2] = ["<!--appraisal-->", "<!--/appraisal-->"];

/// What begins the element with the appraisal, up to the day the copy was made.
const ELEMENT: &str = "<script type=\"application/json\" id=\"appraisal\" data-made=\"";

/// The single file of the tool, with or without an appraisal inside, cut where an appraisal goes.
#[derive(Clone, Copy, Debug)]
pub struct Tool<'a> {
    /// Up to the title, up to the briefing, up to the appraisal, and the rest; the marks belong to them.
    parts: [&'a str; 4],
}

impl<'a> Tool<'a> {
    /// Reads the text of a single file; `None` where it is none.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut rest = text;
        let mut cut = |[from, to]: [&str; 2]| {
            // What stands between two marks is escaped, so that no mark is in it.
            let begin = rest.find(from)? + from.len();
            let (before, inside) = rest.split_at_checked(begin)?;
            rest = inside.get(inside.find(to)?..)?;
            Some(before)
        };
        let parts = [cut(TITLE)?, cut(BRIEFING)?, cut(APPRAISAL)?];
        let [title, briefing, appraisal] = parts;
        Some(Self {
            parts: [title, briefing, appraisal, rest],
        })
    }

    /// The tool with an appraisal inside and its briefing as a page. `made` is the day, as `2026-12-01`.
    pub fn carrying(&self, appraisal: &Appraisal, page: &str, made: &str) -> String {
        let title = html! { (appraisal.frame.title) " – Weighbridge" }.into_string();
        let appraisal = [
            ELEMENT,
            made,
            "\">",
            &harmless(&save(appraisal)),
            "</script>",
        ]
        .concat();
        self.with([&title, page, &appraisal])
    }

    /// The tool with nothing inside, and a page that says that it is being loaded.
    pub fn empty(&self, loading: &str) -> String {
        self.with(["Weighbridge", loading, ""])
    }

    fn with(&self, own: [&str; 3]) -> String {
        let [a, b, c, d] = self.parts;
        let [title, page, appraisal] = own;
        [a, title, b, page, c, appraisal, d].concat()
    }
}

/// JSON in which nothing ends the element it stands in: signs that mean something there are written as escapes, which JSON
/// reads as the same.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The file of the appraisal inside a copy; `None` where there is none.
pub fn carried(copy: &str) -> Option<&str> {
    let (_, after) = copy.split_once(ELEMENT)?;
    let (_, after) = after.split_once('>')?;
    let (json, _) = after.split_once("</script>")?;
    Some(json)
}
