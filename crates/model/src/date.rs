use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Month};

/// A date as exactly as a source gives it: a year, a month, or a day.
///
/// ```
/// use weighbridge_model::PartialDate;
/// let day = PartialDate::parse("2013-12-16").unwrap();
/// assert_eq!((day.year(), day.month(), day.day()), (2013, Some(12), Some(16)));
/// assert_eq!(PartialDate::parse("2009-11").unwrap().day(), None);
/// assert!(PartialDate::parse("2013-02-30").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i32,
    month: Option<Month>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads `2013`, `2013-12` or `2013-12-16`; `None` for anything else or a day that never was.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|m| number(m, 2)).map_or(Some(None), |m| {
            m.and_then(|m| Month::try_from(u8::try_from(m).ok()?).ok())
                .map(Some)
        })?;
        let day = parts.next().map(|d| number(d, 2)).map_or(Some(None), |d| {
            d.and_then(|d| u8::try_from(d).ok()).map(Some)
        })?;
        if parts.next().is_some() {
            return None;
        }
        if let (Some(month), Some(day)) = (month, day) {
            Date::from_calendar_date(year, month, day).ok()?;
        }
        Some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, if it is given.
    pub fn month(self) -> Option<u8> {
        self.month.map(u8::from)
    }

    /// The day of the month, from 1, if it is given.
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

/// Exactly `digits` ASCII digits as a number.
fn number(text: &str, digits: usize) -> Option<i32> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for PartialDate {
    /// The form a file keeps: `2013`, `2013-12` or `2013-12-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{:02}", u8::from(month))?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NoSuchDate;

    fn try_from(text: String) -> Result<Self, NoSuchDate> {
        Self::parse(&text).ok_or(NoSuchDate)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

/// A text that is no date, or a day that never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDate;

/// Serde asks for this; no person is shown it.
impl fmt::Display for NoSuchDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
