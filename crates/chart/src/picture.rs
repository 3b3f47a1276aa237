//! What a chart is asked for, and what it gives.

use super::advance;
use super::backend::{Anchor, Mark, units};
use super::number::significant;
use super::palette::{Role, Theme};
use super::sheet::{Sheet, Type};
use super::svg::{self, FONTS, Ink, attribute, escape, length};

/// What every chart needs besides its data.
///
/// ```
/// use weighbridge_chart::Presentation;
/// let presentation = Presentation { subtitle: "Value from 0 to 100".into(), ..Presentation::new("totals", 358, "Staying leads") };
/// assert_eq!(presentation.width, 358);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// Prefix of the ids in the inline SVG, unique on the page; characters other than ASCII letters,
    /// digits, `-` and `_` become `-`.
    pub id: String,
    /// Width to draw for, in px; drawn for the nearest in 240 to 2400.
    pub width: u32,
    /// The finding. It names the picture for assistive technology and heads the standalone file.
    pub title: String,
    /// What is drawn, in a sentence; under the title in the standalone file. May be empty.
    pub subtitle: String,
    /// Where the figures come from; at the foot of the standalone file. May be empty.
    pub source: String,
    /// The paper of the standalone file; the inline picture follows the page.
    pub theme: Theme,
}

impl Presentation {
    /// A presentation with a finding, and neither subtitle nor source, for light paper.
    #[must_use]
    pub fn new(id: &str, width: u32, title: &str) -> Presentation {
        Presentation {
            id: id.to_owned(),
            width,
            title: title.to_owned(),
            subtitle: String::new(),
            source: String::new(),
            theme: Theme::Light,
        }
    }

    /// The same at another width.
    #[must_use]
    pub fn at(self, width: u32) -> Presentation {
        Presentation { width, ..self }
    }

    pub(super) fn sheet(&self) -> Sheet {
        Sheet::new(f64::from(self.width.clamp(240, 2400)))
    }
}

/// The numbers of a picture, as words to display.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The head of each column; the first column names the row.
    pub headers: Vec<String>,
    /// One cell for each header, row by row.
    pub rows: Vec<Vec<String>>,
    /// The unrounded number behind each cell; `None` for words, and where there is no number.
    pub numbers: Vec<Vec<Option<f64>>>,
}

impl Table {
    /// A table without rows yet.
    pub fn new(caption: &str, headers: &[&str]) -> Table {
        let mut table = Table {
            caption: caption.to_owned(),
            ..Table::default()
        };
        for header in headers {
            table.headers.push((*header).to_owned());
        }
        table
    }

    /// Whether any cell of a column, from 0, has a number behind it.
    ///
    /// ```
    /// use weighbridge_chart::Table;
    /// let mut table = Table::new("Totals", &["Option", "Total"]);
    /// table.start("Stay");
    /// table.words("77.5".to_owned(), Some(77.5));
    /// assert!(table.is_number(1) && !table.is_number(0) && !table.is_number(2));
    /// ```
    pub fn is_number(&self, column: usize) -> bool {
        let mut cells = self.numbers.iter().filter_map(|row| row.get(column));
        cells.any(Option::is_some)
    }

    /// Starts the next row.
    pub fn start(&mut self, name: &str) {
        self.rows.push(Vec::new());
        self.numbers.push(Vec::new());
        self.words(name.to_owned(), None);
    }

    /// The next cell of the last row.
    pub fn words(&mut self, words: String, number: Option<f64>) {
        if let (Some(row), Some(numbers)) = (self.rows.last_mut(), self.numbers.last_mut()) {
            row.push(words);
            numbers.push(number.filter(|number| number.is_finite()));
        }
    }

    /// The next cell of the last row: a number, or a dash.
    pub(super) fn number(&mut self, number: f64) {
        self.words(significant(number), Some(number));
    }
}

/// A chart, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// For the page: colours by class, named by its title and described by its description.
    pub svg: String,
    /// The finding.
    pub title: String,
    /// Where the figures come from.
    pub source: String,
    /// The picture in words.
    pub description: String,
    /// The picture in numbers.
    pub table: Table,
    /// Width of the inline picture in px.
    pub width: u32,
    /// Height of the inline picture in px.
    pub height: u32,
    /// What is drawn, and for whom: a file of it is written only when somebody asks.
    marks: Vec<Mark>,
    size: (f64, f64),
    presentation: Presentation,
}

impl Picture {
    /// For a page without our style sheet: the inline picture in colours of its own.
    #[must_use]
    pub fn resolved(&self) -> String {
        let (width, height) = self.size;
        let ink = Ink::Resolved(self.presentation.theme);
        inline(
            &self.marks,
            width,
            height,
            &self.presentation,
            &self.description,
            ink,
        )
    }

    /// For a file: the same picture with resolved colours, its title, subtitle and source.
    #[must_use]
    pub fn standalone(&self) -> String {
        let (width, height) = self.size;
        standalone(
            &self.marks,
            width,
            height,
            &self.presentation,
            &self.description,
        )
    }
}

/// Space around the standalone picture, in px.
const MARGIN: f64 = 24.0;

/// Turns a filled sheet, `height` px high, into a picture.
pub(super) fn finish(
    sheet: Sheet,
    height: f64,
    presentation: &Presentation,
    description: String,
    table: Table,
) -> Picture {
    let width = sheet.width;
    let height = height.ceil();
    let marks = sheet.into_marks();
    Picture {
        svg: inline(
            &marks,
            width,
            height,
            presentation,
            &description,
            Ink::Classes,
        ),
        title: presentation.title.clone(),
        source: presentation.source.clone(),
        description,
        table,
        width: whole(width),
        height: whole(height),
        marks,
        size: (width, height),
        presentation: presentation.clone(),
    }
}

fn whole(px: f64) -> u32 {
    units(px).unsigned_abs() / 10
}

fn inline(
    marks: &[Mark],
    width: f64,
    height: f64,
    presentation: &Presentation,
    description: &str,
    ink: Ink,
) -> String {
    let id: String = presentation
        .id
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '_' {
                c
            } else {
                '-'
            }
        })
        .collect();
    let mut out =
        String::from("<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attribute("aria-labelledby", &format!("{id}-title"), &mut out);
    attribute("aria-describedby", &format!("{id}-desc"), &mut out);
    size(width, height, &mut out);
    out.push_str("><title");
    attribute("id", &format!("{id}-title"), &mut out);
    out.push('>');
    escape(&presentation.title, &mut out);
    out.push_str("</title><desc");
    attribute("id", &format!("{id}-desc"), &mut out);
    out.push('>');
    escape(description, &mut out);
    out.push_str("</desc>");
    svg::write(marks, ink, &mut out);
    out.push_str("</svg>");
    out
}

fn size(width: f64, height: f64, out: &mut String) {
    length("width", units(width), out);
    length("height", units(height), out);
    out.push_str(" viewBox=\"0 0");
    for side in [width, height] {
        out.push(' ');
        out.push_str(&whole(side).to_string());
    }
    out.push('"');
    attribute("stroke-linejoin", "round", out);
}

fn standalone(
    marks: &[Mark],
    width: f64,
    height: f64,
    presentation: &Presentation,
    description: &str,
) -> String {
    const TITLE: Type = Type::bold(21.0, Role::Ink);
    const SUBTITLE: Type = Type::plain(15.0, Role::Muted);
    const SOURCE: Type = Type::plain(13.0, Role::Muted);
    let full = width + 2.0 * MARGIN;
    let title = TITLE.wrap(&presentation.title, width, 4);
    let subtitle = SUBTITLE.wrap(&presentation.subtitle, width, 6);
    let source = SOURCE.wrap(&presentation.source, width, 6);

    // The paper needs the height of the words: written after them, put before them.
    let words = Sheet::new(full);
    let mut top = words.lines(&title, MARGIN, MARGIN, TITLE, Anchor::Start);
    if !subtitle.is_empty() {
        top = words.lines(&subtitle, MARGIN, top + 4.0, SUBTITLE, Anchor::Start);
    }
    top += 16.0;
    let mut bottom = top + height;
    if !source.is_empty() {
        bottom = words.lines(&source, MARGIN, bottom + 12.0, SOURCE, Anchor::Start);
    }
    let full_height = (bottom + MARGIN).ceil();

    let ink = Ink::Resolved(presentation.theme);
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    size(full, full_height, &mut out);
    attribute("font-family", FONTS, &mut out);
    out.push_str("><title>");
    escape(&presentation.title, &mut out);
    out.push_str("</title><desc>");
    escape(description, &mut out);
    out.push_str("</desc>");
    let paper = Sheet::new(full);
    paper.bar((0.0, 0.0), (full, full_height), Role::Paper);
    svg::write(&paper.into_marks(), ink, &mut out);
    svg::write(&words.into_marks(), ink, &mut out);
    // Whole px, so that lines stay as sharp as on the page.
    attribute_group(MARGIN, top.round(), &mut out);
    svg::write(marks, ink, &mut out);
    out.push_str("</g></svg>");
    out
}

fn attribute_group(x: f64, y: f64, out: &mut String) {
    out.push_str(&format!(
        "<g transform=\"translate({} {})\">",
        whole(x),
        whole(y)
    ));
}

/// "1 option", "5 options".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {many}")
    }
}

/// The longest of some widths of text, in px.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64, bold: bool) -> f64 {
    texts
        .map(|text| advance::width(text, size, bold))
        .fold(0.0, f64::max)
}
