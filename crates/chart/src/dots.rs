//! Fifty dots: under how many of fifty sets of weights each option comes first.

use super::backend::Anchor;
use super::labels::spread;
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, finish};
use super::sheet::{Sheet, Type};

/// Dots in rows of ten, those of each option together, with its name beside them.
///
/// An option has a colour and a shape, and a line goes around its dots: the picture reads in grey as well. Where more
/// than six options have dots, those with the fewest are drawn as `others`; the table has them all.
///
/// ```
/// use weighbridge_chart::{FiftyDots, Presentation, Slot, dots::Group};
/// let group = |name: &str, slot, count| Group {
///     name: name.into(), short: name.into(), slot, count, share: f64::from(count) / 50.0, printed: String::new(),
/// };
/// let chart = FiftyDots { groups: vec![group("Stay", Slot::C1, 44), group("Move", Slot::C2, 6)] };
/// let picture = chart.draw(&Presentation::new("dots", 300, "Staying comes first in 44 of 50"));
/// assert_eq!(picture.table.rows[0][..2], ["Stay", "44"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FiftyDots {
    /// The options in the order of the result, also those without a dot.
    pub groups: Vec<Group>,
}

/// The dots of one option.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Full name, for the table.
    pub name: String,
    /// The name beside the dots.
    pub short: String,
    /// Its colour and shape.
    pub slot: Slot,
    /// How many dots.
    pub count: u32,
    /// The share that the dots stand for, 0 to 1.
    pub share: f64,
    /// The share in words.
    pub printed: String,
}

const COLUMNS: u32 = 10;
const LABEL: Type = Type::plain(15.0, Role::Ink);
const NUMBER: Type = Type::bold(15.0, Role::Ink);
/// So many groups at most have a name of their own.
const MOST: usize = 6;
/// From the right end of the dots to the labels.
const GAP: f64 = 14.0;
/// For labels and their marks.
const ROOM: f64 = 158.0;
/// For the mark of a label.
const MARK: f64 = 20.0;

/// What is drawn of a group, and who it is.
struct Drawn<'a> {
    /// None for those that are drawn together.
    slot: Option<Slot>,
    label: Vec<String>,
    count: u32,
    name: &'a str,
}

impl FiftyDots {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        // What labels need comes first.
        let cell = (sheet.width - ROOM) / f64::from(COLUMNS);
        let cell = cell.clamp(12.0, 27.0).floor();
        let right = cell * f64::from(COLUMNS) + GAP;
        let drawn = self.drawn(sheet.width - right - MARK);
        let all: u32 = drawn.iter().map(|group| group.count).sum();
        let bottom = f64::from(all.div_ceil(COLUMNS)) * cell;
        let mut first = 0;
        let mut middles = Vec::with_capacity(drawn.len());
        for group in &drawn {
            let rows = (first..first + group.count).map(|at| f64::from(at / COLUMNS));
            let sum: f64 = rows.sum();
            middles.push((sum / f64::from(group.count.max(1)) + 0.5) * cell);
            sheet.group("dots", || dots(&sheet, group, first, cell));
            first += group.count;
            if first < all {
                border(&sheet, first, all, cell);
            }
        }
        let wanted: Vec<(f64, f64)> = middles
            .iter()
            .zip(&drawn)
            .map(|(middle, group)| (*middle, group.label.len() as f64 * LABEL.leading()))
            .collect();
        let needed: f64 = wanted.iter().map(|(_, height)| height + 6.0).sum();
        let height = bottom.max(needed).max(1.0) + 4.0;
        let places = spread(&wanted, 6.0, 0.0, height);
        for ((group, (_, tall)), middle) in drawn.iter().zip(&wanted).zip(places) {
            let top = middle - tall / 2.0;
            let mark = (right + MARK / 2.0 - 4.0, top + LABEL.leading() / 2.0);
            mark_of(&sheet, group.slot, mark, 5.5);
            let mut lines = group.label.clone();
            let last = lines.pop().unwrap_or_default();
            let y = sheet.lines(&lines, right + MARK, top, LABEL, Anchor::Start);
            let y = y + LABEL.leading() / 2.0;
            sheet.text(&last, (right + MARK, y), LABEL, Anchor::Start);
            let behind = match last.is_empty() {
                true => 0.0,
                false => LABEL.width(&last) + 6.0,
            };
            let at = (right + MARK + behind, y);
            sheet.text(&group.count.to_string(), at, NUMBER, Anchor::Start);
        }
        let description = describe(&drawn);
        finish(
            sheet,
            height,
            presentation,
            description,
            self.table(presentation),
        )
    }

    /// The groups that have dots, each with its label in lines; the smallest of many together.
    fn drawn(&self, room: f64) -> Vec<Drawn<'_>> {
        let mut with: Vec<&Group> = self.groups.iter().filter(|group| group.count > 0).collect();
        let mut rest = 0;
        let mut together = 0;
        while with.len() > MOST || (together > 0 && with.len() > MOST - 1) {
            let least = with
                .iter()
                .enumerate()
                .rev()
                .min_by_key(|(_, group)| group.count);
            let Some((at, group)) = least else { break };
            rest += group.count;
            together += 1;
            with.remove(at);
        }
        let wrapped = |name: &str, count: u32| {
            // The number stands behind the last line.
            let number = NUMBER.width(&count.to_string()) + 6.0;
            let mut lines = LABEL.wrap(name, room, 3);
            let last = lines.last().map_or(0.0, |line| LABEL.width(line));
            if last + number > room {
                lines.push(String::new());
            }
            lines
        };
        let own = with.into_iter().map(|group| Drawn {
            slot: Some(group.slot),
            label: wrapped(&group.short, group.count),
            count: group.count,
            name: &group.name,
        });
        let mut drawn: Vec<Drawn<'_>> = own.collect();
        if rest > 0 {
            drawn.push(Drawn {
                slot: None,
                label: wrapped(&format!("{together} others"), rest),
                count: rest,
                name: "others",
            });
        }
        drawn
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let heads = ["Option", "First in so many of 50", "Share of all sets"];
        let mut table = Table::new(&presentation.title, &heads);
        for group in &self.groups {
            table.start(&group.name);
            table.words(group.count.to_string(), Some(f64::from(group.count)));
            table.words(group.printed.clone(), Some(group.share));
        }
        table
    }
}

/// Where a dot stands.
fn place(at: u32, cell: f64) -> (f64, f64) {
    let (row, column) = (f64::from(at / COLUMNS), f64::from(at % COLUMNS));
    ((column + 0.5) * cell, (row + 0.5) * cell)
}

fn dots(sheet: &Sheet, group: &Drawn<'_>, first: u32, cell: f64) {
    for at in first..first + group.count {
        mark_of(sheet, group.slot, place(at, cell), cell * 0.34);
    }
}

/// The mark of an option, or a ring for those that are drawn together.
fn mark_of(sheet: &Sheet, slot: Option<Slot>, at: (f64, f64), radius: f64) {
    match slot {
        Some(slot) => sheet.marker(at, radius, slot),
        None => sheet.ring(at, radius * 0.9, Role::Ink, 1.5),
    }
}

/// A line between the dots before a place and those from there on, of so many in all.
fn border(sheet: &Sheet, at: u32, all: u32, cell: f64) {
    let (row, column) = (f64::from(at / COLUMNS), f64::from(at % COLUMNS));
    let (top, bottom, x) = (row * cell, (row + 1.0) * cell, column * cell);
    let mut points = Vec::new();
    if !at.is_multiple_of(COLUMNS) {
        // Below those before it, if there are any dots below.
        if (at / COLUMNS + 1) * COLUMNS < all {
            points.push((0.0, bottom));
        }
        points.push((x, bottom));
    }
    points.push((x, top));
    if at >= COLUMNS {
        points.push((f64::from(COLUMNS) * cell, top));
    }
    sheet.line(&points, Role::Axis, 1.5, Dash::Solid);
}

fn describe(drawn: &[Drawn<'_>]) -> String {
    let each: Vec<String> = drawn
        .iter()
        .map(|group| format!("{}: {}", group.name, group.count))
        .collect();
    format!(
        "Fifty dots, each a set of weights, by who comes first under it. {}.",
        each.join(", ")
    )
}
