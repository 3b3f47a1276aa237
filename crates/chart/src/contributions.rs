//! Ranked bars made of what each criterion contributes to an option's total.

use super::backend::Anchor;
use super::labels::spread;
use super::number::{drawable, significant};
use super::palette::{Dash, Role, TINTS};
use super::picture::{Picture, Presentation, Table, count, finish, widest};
use super::rows::{self, TICK, ticks};
use super::scale::Scale;
use super::sheet::{Plot, Sheet, Slant, Type, rectangle};

/// Options in rank order, each a bar of contributions on an axis from 0 to 100 points (further when
/// totals need it, below zero when contributions do).
///
/// ```
/// use weighbridge_chart::{Contributions, Presentation, contributions::{Part, Row}};
///
/// let chart = Contributions {
///     parts: vec![
///         Part { name: "Closeness".into(), short: "Closeness".into(), note: "60%".into() },
///         Part { name: "Image".into(), short: "Image".into(), note: "40%".into() },
///     ],
///     rows: vec![Row {
///         name: "Addison Square".into(),
///         short: "Addison".into(),
///         rank: "1".into(),
///         note: "Near the station".into(),
///         total: "80".into(),
///         exact: Some(80.0),
///         points: vec![60.0, 20.0],
///         labels: vec!["60".into(), "20".into()],
///         range: None,
///     }],
/// };
/// let picture = chart.draw(&Presentation::new("totals", 760, "Addison Square leads"));
/// assert_eq!(picture.table.rows, [["1", "Addison Square", "60", "20", "80"]]);
/// assert_eq!(picture.table.numbers[0][2..], [Some(60.0), Some(20.0), Some(80.0)]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contributions {
    /// The criteria, in the order their parts stand in every bar.
    pub parts: Vec<Part>,
    /// The options, best first.
    pub rows: Vec<Row>,
}

/// A criterion: one part of every bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Full name, for the table.
    pub name: String,
    /// Short name, for the key.
    pub short: String,
    /// What stands behind the name in the key, such as its weight: "30%". May be empty.
    pub note: String,
}

/// An option: one bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Name, wrapped where it stands.
    pub name: String,
    /// A shorter name, for where the other takes more than two lines. May be empty.
    pub short: String,
    /// "1", "=2", or "–" for an option without a total.
    pub rank: String,
    /// A second line under the name, left out where it does not fit in one. May be empty.
    pub note: String,
    /// The total as words: "77.5", or "45 to 60".
    pub total: String,
    /// Points from each criterion, in the order of `parts`; negative ones are drawn left of zero.
    /// Not a number, or not there, is no points: nothing is drawn, and the table has a dash.
    pub points: Vec<f64>,
    /// The points as words, which add up to `total` as it is printed; where there are none, each number of
    /// `points` is rounded by itself.
    pub labels: Vec<String>,
    /// The total unrounded, where there is one.
    pub exact: Option<f64>,
    /// Lowest and highest possible total of an option with something missing; drawn hatched.
    pub range: Option<(f64, f64)>,
}

const NAME: Type = Type::bold(17.0, Role::Ink);
const NOTE: Type = Type::plain(14.0, Role::Muted);
const RANK: Type = Type::bold(21.0, Role::Muted);
const SEGMENT: f64 = 13.0;
/// The name of a part inside it, and beside the parts of the first bar that are too small for their number.
const PART: Type = Type::plain(12.5, Role::Ink);
/// Up to so many parts have their names in every bar.
const FEW: usize = 4;
/// A key of more lines than this stands below the bars, where it does not push them down.
const KEY_LINES: f64 = 2.0;

/// From one line of the key to the next.
const KEY_LINE: f64 = 24.0;

/// Under this width the bar goes below the name.
const NARROW: f64 = 560.0;

/// Where things stand across the sheet.
struct Columns {
    narrow: bool,
    name: f64,
    name_width: f64,
    bar: (f64, f64),
    bar_height: f64,
    total_width: f64,
}

impl Contributions {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let columns = self.columns(sheet.width);
        let ends = self.rows.iter().flat_map(|row| {
            let (below, above) = row.reach();
            [below, above]
        });
        let scale = Scale::just_over(ends, if columns.narrow { 2.0 } else { 4.0 });

        let above = self.key_height(sheet.width) <= KEY_LINES * KEY_LINE;
        let mut y = if above { self.key(&sheet, 0.0) } else { 0.5 };
        for (at, row) in self.rows.iter().enumerate() {
            sheet.group("row", || {
                y = self.row(&sheet, &columns, scale, row, y, at == 0);
            });
        }
        sheet.line(&[(0.0, y), (sheet.width, y)], Role::Grid, 1.0, Dash::Solid);
        sheet.group("scale", || ticks(&sheet, columns.bar, scale, y, ""));
        let (from, to) = columns.bar;
        let middle = f64::midpoint(from, to);
        sheet.text("Points", (middle, y + 33.0), TICK, Anchor::Middle);
        let mut bottom = y + 42.0;
        if !above {
            bottom = self.key(&sheet, bottom);
        }
        finish(
            sheet,
            bottom,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    fn columns(&self, width: f64) -> Columns {
        let narrow = width < NARROW;
        let totals = self
            .rows
            .iter()
            .map(|row| total_type(&row.total).width(&row.total));
        let total_width = totals
            .fold(48.0, f64::max)
            .min(width * if narrow { 0.34 } else { 0.18 });
        let ranks = widest(
            self.rows.iter().map(|row| row.rank.as_str()),
            RANK.size,
            true,
        );
        let name = ranks.clamp(16.0, 60.0) + if narrow { 10.0 } else { 16.0 };
        if narrow {
            Columns {
                narrow,
                name,
                name_width: width - name - total_width - 12.0,
                bar: (0.0, width),
                bar_height: 26.0,
                total_width,
            }
        } else {
            let name_width = (width * 0.26).min(260.0);
            let left = name + name_width + 16.0;
            Columns {
                narrow,
                name,
                name_width,
                bar: (left, width - total_width - 16.0),
                bar_height: 34.0,
                total_width,
            }
        }
    }

    /// The entries of the key: each part with its place and its words.
    fn entries(&self) -> Vec<(usize, String)> {
        let words = |part: &Part| {
            format!("{} {}", part.short, part.note)
                .trim_end()
                .to_owned()
        };
        self.parts.iter().map(words).enumerate().collect()
    }

    /// How high the key is at some width.
    fn key_height(&self, width: f64) -> f64 {
        rows::key_lines(&self.entries(), 20.0, width) * KEY_LINE
    }

    /// The key to the tints from `top`, as lines of swatch and name; answers where it ends.
    fn key(&self, sheet: &Sheet, top: f64) -> f64 {
        let entries = self.entries();
        if entries.is_empty() {
            return top + 0.5;
        }
        let mark = |at: usize, (x, y): (f64, f64)| {
            self.part(sheet, (x, y - 6.5), (13.0, 13.0), at);
        };
        rows::key(sheet, &entries, top, 20.0, &mark) + 18.5
    }

    /// The tint of a part, that of the words on it, and how it is hatched where there are more parts than tints.
    fn look(&self, at: usize) -> (Role, Role, &'static [Slant]) {
        // Few tints are as far apart as there are: dark beside light.
        let place = match self.parts.len() {
            0..=1 => at,
            2 => at * 3,
            3 => at * 2,
            _ => at,
        };
        // The second time round they begin with a light one, on which hatching is quiet.
        let turn = place / TINTS.len();
        let (fill, words) = TINTS
            .get((place + turn * 3) % TINTS.len())
            .copied()
            .unwrap_or((Role::T1, Role::OnT1));
        let slants: &[Slant] = match turn % 4 {
            0 => &[],
            1 => &[Slant::Up],
            2 => &[Slant::Down],
            _ => &[Slant::Level],
        };
        (fill, words, slants)
    }

    /// A part of a bar in its tint, with an edge that tells it from the paper.
    fn part(&self, sheet: &Sheet, corner: (f64, f64), size: (f64, f64), at: usize) {
        let (fill, words, slants) = self.look(at);
        sheet.bar(corner, size, fill);
        for slant in slants {
            sheet.hatch(&rectangle(corner, size), *slant, 7.0, words, 0.8);
        }
        if fill != Role::T1 {
            let (x, y) = corner;
            let inner = (size.0 - 1.0, size.1 - 1.0);
            if inner.0 > 0.5 {
                sheet.edges((x + 0.5, y + 0.5), inner, Role::T1, 1.0);
            }
        }
    }

    /// One option from `top`; answers where it ends. Under the `first` bar stand the numbers that do not fit in it.
    fn row(
        &self,
        sheet: &Sheet,
        columns: &Columns,
        scale: Scale,
        row: &Row,
        top: f64,
        first: bool,
    ) -> f64 {
        let mut name = NAME.wrap(&row.name, columns.name_width, 4);
        if name.len() > 2 && !row.short.is_empty() {
            name = NAME.wrap(&row.short, columns.name_width, 4);
        }
        let mut note = NOTE.wrap(&row.note, columns.name_width, 2);
        if note.len() > 1 {
            note.clear();
        }
        // Few lines: the loss is far below a pixel.
        let words = name.len() as f64 * NAME.leading() + note.len() as f64 * NOTE.leading();
        sheet.line(
            &[(0.0, top), (sheet.width, top)],
            Role::Grid,
            1.0,
            Dash::Solid,
        );
        let padding = 9.0;
        let (words_top, head, bar_top, bottom) = if columns.narrow {
            let bar_top = top + padding + words + 7.0;
            // Beside the first line of the name.
            (
                top + padding,
                top + padding + NAME.leading() / 2.0,
                bar_top,
                bar_top + columns.bar_height + padding + 2.0,
            )
        } else {
            let height = words.max(columns.bar_height) + 2.0 * padding;
            let middle = top + height / 2.0;
            (
                middle - words / 2.0,
                middle,
                middle - columns.bar_height / 2.0,
                top + height,
            )
        };
        let rank_end = columns.name - if columns.narrow { 10.0 } else { 16.0 };
        let rank = RANK.shorten(&row.rank, rank_end);
        sheet.text(&rank, (rank_end, head), RANK, Anchor::End);
        let below = sheet.lines(&name, columns.name, words_top, NAME, Anchor::Start);
        sheet.lines(&note, columns.name, below, NOTE, Anchor::Start);
        let look = total_type(&row.total);
        let total = look.wrap(&row.total, columns.total_width, 3);
        let total_top = if columns.narrow {
            head - look.leading() / 2.0
        } else {
            head - look.leading() * total.len() as f64 / 2.0
        };
        sheet.lines(&total, sheet.width, total_top, look, Anchor::End);

        let plot = sheet.plot(
            (scale.low, scale.high),
            (0.0, 1.0),
            columns.bar,
            (bar_top + columns.bar_height, bar_top),
        );
        let small = self.bar(sheet, &plot, scale, row);
        if !first || small.is_empty() {
            return bottom;
        }
        let under = bar_top + columns.bar_height;
        self.beside(sheet, columns.bar, &small, row, under);
        bottom.max(under + PART.leading() + 8.0 + padding)
    }

    /// Names and numbers of parts that are too small for them, from `top` below their bar; numbers alone where there is
    /// no room for names.
    fn beside(
        &self,
        sheet: &Sheet,
        (left, right): (f64, f64),
        small: &[(usize, f64)],
        row: &Row,
        top: f64,
    ) {
        let words = |named: bool| -> Vec<String> {
            let one = |(at, _): &(usize, f64)| match self.parts.get(*at).filter(|_| named) {
                Some(part) => format!("{} {}", part.short, row.label(*at)),
                None => row.label(*at),
            };
            small.iter().map(one).collect()
        };
        let wide = |all: &[String]| all.iter().map(|text| PART.width(text) + 10.0).sum::<f64>();
        let named = words(true);
        let labels = if wide(&named) <= (right - left) * 0.8 {
            named
        } else {
            words(false)
        };
        if wide(&labels) > right - left {
            // The table has them all.
            return;
        }
        let wanted: Vec<(f64, f64)> = small
            .iter()
            .zip(&labels)
            .map(|((_, x), label)| (*x, PART.width(label)))
            .collect();
        let y = top + 5.0 + PART.leading() / 2.0;
        let places = spread(&wanted, 10.0, left, right);
        for (((_, x), label), at) in small.iter().zip(&labels).zip(places) {
            sheet.line(&[(*x, top), (at, top + 5.0)], Role::Axis, 1.0, Dash::Solid);
            sheet.text(label, (at, y), PART, Anchor::Middle);
        }
    }

    /// Draws a bar, and answers which parts have no room for their numbers, with the middle of each.
    fn bar(&self, sheet: &Sheet, plot: &Plot, scale: Scale, row: &Row) -> Vec<(usize, f64)> {
        let mut small = Vec::new();
        let span = |from: f64, to: f64| {
            let ((left, top), (right, bottom)) = (plot.at(from, 1.0), plot.at(to, 0.0));
            ((left, top), (right - left, bottom - top))
        };
        let (corner, size) = span(scale.low, scale.high);
        sheet.bar(corner, size, Role::Wash);
        let (mut below, mut above) = (0.0, 0.0);
        for (at, (_, exact)) in self.parts.iter().zip(&row.points).enumerate() {
            let points = drawable(*exact);
            let (from, to) = if points < 0.0 {
                (below + points, below)
            } else {
                (above, above + points)
            };
            if points < 0.0 {
                below = from
            } else {
                above = to
            }
            let (corner, (width, height)) = span(from, to);
            if width < 0.1 {
                continue;
            }
            // A sliver of wash between neighbours keeps them apart without relying on colour.
            let gap = if width > 3.0 { 1.0 } else { 0.0 };
            self.part(sheet, corner, (width - gap, height), at);
            let middle = (corner.0 + (width - gap) / 2.0, corner.1 + height / 2.0);
            if !self.words_on(sheet, at, &row.label(at), middle, (width - gap, height)) {
                small.push((at, middle.0));
            }
        }
        match row.range {
            Some((low, high)) => {
                let (low, high) = (
                    drawable(low).min(drawable(high)),
                    drawable(low).max(drawable(high)),
                );
                let (corner, size) = span(low.max(above).min(high), high);
                if size.0 >= 1.0 {
                    sheet.bar(corner, size, Role::Paper);
                    let corners = rectangle(corner, size);
                    sheet.hatch(&corners, Slant::Up, 8.0, Role::Axis, 1.5);
                }
                let (corner, size) = span(low, high);
                sheet.edges(corner, size, Role::Ink, 1.5);
            }
            None => {
                // The end of the bar as a line of ink: the sum of all parts, also where some are below zero.
                let (x, top) = plot.at(below + above, 1.0);
                let (_, bottom) = plot.at(below + above, 0.0);
                sheet.line(
                    &[(x, top - 4.0), (x, bottom + 4.0)],
                    Role::Ink,
                    2.0,
                    Dash::Solid,
                );
            }
        }
        if scale.low < 0.0 {
            let ((x, top), (_, bottom)) = (plot.at(0.0, 1.0), plot.at(0.0, 0.0));
            sheet.line(
                &[(x, top - 2.0), (x, bottom + 2.0)],
                Role::Axis,
                1.0,
                Dash::Solid,
            );
        }
        small
    }

    /// The number of a part inside it, under its name where there are few; whether there was room.
    fn words_on(
        &self,
        sheet: &Sheet,
        at: usize,
        label: &str,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
    ) -> bool {
        let (fill, role, slants) = self.look(at);
        let number = Type::bold(SEGMENT, role);
        let name = self.parts.get(at).filter(|_| self.parts.len() <= FEW);
        let name = name.map(|part| (part.short.as_str(), Type { role, ..PART }));
        let name = name.filter(|(text, look)| look.width(text) + 6.0 <= width && height >= 34.0);
        let wide = number.width(label) + 4.0;
        if wide > width {
            return false;
        }
        if !slants.is_empty() {
            // Not a bar: those get an outline in forced colours.
            let patch = rectangle((x - wide / 2.0, y - 8.0), (wide, 16.0));
            sheet.polygon(&patch, fill);
        }
        match name {
            Some((text, look)) => {
                sheet.text(label, (x, y - 7.5), number, Anchor::Middle);
                sheet.text(text, (x, y + 8.0), look, Anchor::Middle);
            }
            None => sheet.text(label, (x, y), number, Anchor::Middle),
        }
        true
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "Bars in rank order, one for each of {}, made of the points from {}.",
            count(self.rows.len(), "option", "options"),
            count(self.parts.len(), "criterion", "criteria")
        );
        for row in &self.rows {
            words.push_str(&format!(" {}, {}: {}", row.rank, row.name, row.total));
            let most = self
                .parts
                .iter()
                .zip(row.points.iter().enumerate())
                .filter(|(_, (_, points))| **points > 0.0);
            match most.max_by(|(_, (_, a)), (_, (_, b))| a.total_cmp(b)) {
                Some((part, (at, _))) => words.push_str(&format!(
                    ", most of it from {} ({}).",
                    part.name,
                    row.label(at)
                )),
                None => words.push('.'),
            }
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let mut headers = vec!["Rank".to_owned(), "Option".to_owned()];
        headers.extend(
            self.parts
                .iter()
                .map(|part| format!("{} {}", part.name, part.note).trim_end().to_owned()),
        );
        headers.push("Total".to_owned());
        let row = |row: &Row| {
            let mut cells = vec![row.rank.clone(), row.name.clone()];
            cells.extend((0..self.parts.len()).map(|at| row.label(at)));
            cells.push(row.total.clone());
            cells
        };
        Table {
            caption: presentation.title.clone(),
            headers,
            rows: self.rows.iter().map(row).collect(),
            numbers: self.rows.iter().map(|row| self.numbers(row)).collect(),
        }
    }

    fn numbers(&self, row: &Row) -> Vec<Option<f64>> {
        let points = (0..self.parts.len()).map(|at| row.points.get(at).copied());
        let finite = |x: &Option<f64>| x.filter(|x| x.is_finite());
        let cells = [None, None].into_iter().chain(points).chain([row.exact]);
        cells.map(|x| finite(&x)).collect()
    }
}

impl Row {
    /// The points of a part in words; a dash where there are none.
    fn label(&self, at: usize) -> String {
        let words = self.labels.get(at).filter(|words| !words.is_empty());
        words.map_or_else(
            || significant(self.points.get(at).copied().unwrap_or(f64::NAN)),
            String::clone,
        )
    }

    /// How far the bar goes below and above zero, in points.
    fn reach(&self) -> (f64, f64) {
        let points = || self.points.iter().map(|points| drawable(*points));
        let below: f64 = points().filter(|points| *points < 0.0).sum();
        let above: f64 = points().filter(|points| *points > 0.0).sum();
        let (low, high) = self.range.unwrap_or((0.0, 0.0));
        (
            below.min(drawable(low)).min(drawable(high)),
            above.max(drawable(low)).max(drawable(high)),
        )
    }
}

/// Totals are the largest type on the chart; longer words, such as a range, are smaller.
fn total_type(total: &str) -> Type {
    Type::bold(
        if total.chars().count() <= 6 {
            23.0
        } else {
            16.0
        },
        Role::Ink,
    )
}
