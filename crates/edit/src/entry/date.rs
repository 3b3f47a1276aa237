//! What people type for a date.

use weighbridge_model::PartialDate;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date that may lack its day or its month, as people here write it: `2013`, `2013-2-3`,
/// `3/2/2013`, `3 February 2013`, `Feb 2013`. The day stands before the month.
///
/// ```
/// use weighbridge_edit::parse_date;
/// let read = |text| parse_date(text).map(|date| date.to_string());
/// assert_eq!(read("16/12/2013").as_deref(), Some("2013-12-16"));
/// assert_eq!(read("16th Dec 2013").as_deref(), Some("2013-12-16"));
/// assert_eq!(read("2013-2-3").as_deref(), Some("2013-02-03"));
/// assert_eq!(read("June 2013").as_deref(), Some("2013-06"));
/// assert_eq!(read("12/2013").as_deref(), Some("2013-12"));
/// assert_eq!(read("30 February 2013"), None);
/// assert_eq!(read("16/12/13"), None, "which century is not said");
/// ```
pub fn parse_date(text: &str) -> Option<PartialDate> {
    let text = text.trim().to_lowercase();
    let apart = |c: char| c.is_whitespace() || "-/.,".contains(c);
    let mut parts: Vec<&str> = text.split(apart).filter(|part| !part.is_empty()).collect();
    // The year comes first or last, and has four digits.
    let is_year = |part: Option<&&str>| {
        part.is_some_and(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()))
    };
    if !is_year(parts.first()) && is_year(parts.last()) {
        parts.reverse();
    }
    let year = *parts.first()?;
    let month = parts.get(1).map(|part| month(part));
    let day = parts.get(2).map(|part| day(part));
    let text = match (month, day, parts.len()) {
        (None, None, 1) => year.to_owned(),
        (Some(month), None, 2) => format!("{year}-{:02}", month?),
        (Some(month), Some(day), 3) => format!("{year}-{:02}-{:02}", month?, day?),
        _ => return None,
    };
    PartialDate::parse(&text)
}

fn month(text: &str) -> Option<usize> {
    let named = |name: &&str| text.len() >= 3 && name.starts_with(text);
    let named = MONTHS.iter().position(named).map(|at| at + 1);
    let sept = || (text == "sept").then_some(9);
    named.or_else(sept).or_else(|| digits(text))
}

fn day(text: &str) -> Option<usize> {
    let ends = ["st", "nd", "rd", "th"];
    let bare = ends.iter().find_map(|end| text.strip_suffix(end));
    digits(bare.unwrap_or(text))
}

/// One or two digits.
fn digits(text: &str) -> Option<usize> {
    let good = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}
