//! A table of shares whose cells are shaded, as a picture to take along.

use super::backend::Anchor;
use super::palette::{Role, SEQUENTIAL};
use super::picture::{Picture, Presentation, Table, count, finish};
use super::sheet::{Sheet, Type};

/// A table whose cells are the darker the larger their share; on a page the table itself is read.
///
/// ```
/// use weighbridge_chart::{Presentation, Shades, Table};
///
/// let mut table = Table::new("A is mostly ahead", &["Ahead of", "A", "B"]);
/// table.start("A");
/// table.words("–".into(), None);
/// table.words("75%".into(), Some(0.75));
/// let picture = Shades { table: table.clone() }.draw(&Presentation::new("pairs", 760, "A is mostly ahead"));
/// assert!(picture.svg.contains("75%"));
/// assert_eq!(picture.table, table);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shades {
    /// What is drawn; shares are 0 to 1.
    pub table: Table,
}

const HEAD: Type = Type::bold(13.0, Role::Ink);
const NAME: Type = Type::bold(14.0, Role::Ink);
/// Least height of a row.
const ROW: f64 = 32.0;
const GAP: f64 = 10.0;

impl Shades {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let columns = self.table.headers.len().saturating_sub(1).max(1) as f64;
        let names = self.table.rows.iter().filter_map(|row| row.first());
        let widest = names.map(|name| NAME.width(name)).fold(0.0, f64::max);
        let left = widest.min(sheet.width * 0.32).ceil() + GAP;
        let cell = (sheet.width - left) / columns;
        let mut y = 0.0_f64;
        for (at, head) in self.table.headers.iter().enumerate() {
            let (x, room, anchor) = match at {
                0 => (0.0, left - GAP, Anchor::Start),
                _ => (left + cell * (at as f64 - 0.5), cell - 4.0, Anchor::Middle),
            };
            let end = sheet.lines(&HEAD.wrap(head, room, 3), x, 0.0, HEAD, anchor);
            y = y.max(end);
        }
        y += 6.0;
        for (words, numbers) in self.table.rows.iter().zip(&self.table.numbers) {
            sheet.group("row", || {
                let name = words.first().map_or("", String::as_str);
                let lines = NAME.wrap(name, left - GAP, 3);
                let high = (NAME.leading() * lines.len() as f64 + 8.0).max(ROW);
                let middle = y + high / 2.0;
                let top = middle - NAME.leading() * lines.len() as f64 / 2.0;
                sheet.lines(&lines, 0.0, top, NAME, Anchor::Start);
                for (at, (words, number)) in words.iter().zip(numbers).enumerate().skip(1) {
                    let x = left + cell * (at as f64 - 1.0);
                    self.cell(&sheet, words, *number, (x, y), (cell - 1.0, high - 1.0));
                }
                y += high;
            });
        }
        let words = format!(
            "A table of {}.",
            count(self.table.rows.len(), "row", "rows")
        );
        finish(sheet, y, presentation, words, self.table.clone())
    }

    fn cell(
        &self,
        sheet: &Sheet,
        words: &str,
        share: Option<f64>,
        (x, y): (f64, f64),
        (wide, high): (f64, f64),
    ) {
        // Fifths, the largest the darkest.
        let shade = share.and_then(|share| {
            let bounds = [0.8, 0.6, 0.4, 0.2, f64::MIN_POSITIVE];
            let mut shades = bounds.into_iter().zip(SEQUENTIAL);
            shades.find(|(least, _)| share >= *least)
        });
        let ink = shade.map_or(Role::Ink, |(_, (fill, ink))| {
            sheet.bar((x, y), (wide, high), fill);
            ink
        });
        let look = Type::plain(13.5, ink);
        let middle = (x + wide / 2.0, y + high / 2.0);
        sheet.text(&look.shorten(words, wide), middle, look, Anchor::Middle);
    }
}
