//! Names beside the ends of lines, instead of a legend.

use super::backend::Anchor;
use super::labels::spread;
use super::palette::{Role, Slot};
use super::sheet::{Sheet, Type};
use weighbridge_numeric::sort_ascending;

const GAP: f64 = 5.0;

/// The label of one line, wrapped.
struct End {
    slot: Slot,
    look: Type,
    lines: Vec<String>,
}

/// The labels of all lines of a chart, in the order of its lines.
pub(super) struct Ends {
    ends: Vec<End>,
    /// Width of the labels in px.
    pub(super) room: f64,
    /// Space between the end of a line and its label, in px: a short stroke stands in it.
    pub(super) swatch: f64,
}

fn look(slot: Slot, size: f64) -> Type {
    if slot == Slot::Quiet {
        Type::plain(size, Role::Ink)
    } else {
        Type::bold(size, Role::Ink)
    }
}

impl Ends {
    /// Labels for a sheet `width` px wide, of which they take at most about the given share.
    pub(super) fn new<'a>(
        names: impl Iterator<Item = &'a str> + Clone,
        slots: &[Slot],
        width: f64,
        share: f64,
    ) -> Ends {
        let narrow = width < 480.0;
        let size = if narrow { 14.0 } else { 15.0 };
        let longest = |text: fn(&str) -> Vec<&str>| {
            let widths = names.clone().zip(slots).flat_map(|(name, slot)| {
                text(name)
                    .into_iter()
                    .map(|part| look(*slot, size).width(part))
                    .collect::<Vec<f64>>()
            });
            widths.fold(0.0, f64::max)
        };
        // A little more than their share where it saves a word from being cut in two.
        let most = (width * share).clamp(84.0, 280.0);
        let word = longest(|name| name.split_whitespace().collect()).min(width * 0.44);
        let room = longest(|name| vec![name]).min(most.max(word)).ceil();
        let swatch = if narrow { 24.0 } else { 36.0 };
        // Of many options, those in the background get less room, or the labels would be taller than any screen.
        let quiet = match slots.len() {
            ..=10 => 3,
            11..=24 => 2,
            _ => 1,
        };
        let most = |slot: Slot| if slot == Slot::Quiet { quiet } else { 3 };
        let ends = names.zip(slots).map(|(name, slot)| End {
            slot: *slot,
            look: look(*slot, size),
            lines: look(*slot, size).wrap(name, room, most(*slot)),
        });
        Ends {
            ends: ends.collect(),
            room,
            swatch,
        }
    }

    /// The height all labels need, one under the other, in px.
    pub(super) fn height(&self) -> f64 {
        self.ends.iter().map(|end| end.height() + GAP).sum()
    }

    /// Draws the labels for lines that end at `at`: an x, and a y for each line with whether the line
    /// comes that far; `None` for one that is not drawn. A line that stops early gets no stroke to
    /// its label, which would be taken for a point at the end.
    pub(super) fn draw(
        &self,
        sheet: &Sheet,
        x: f64,
        at: &[Option<(f64, bool)>],
        (top, bottom): (f64, f64),
    ) {
        let mut order: Vec<(f64, bool, &End)> = self
            .ends
            .iter()
            .zip(at)
            .filter_map(|(end, at)| at.map(|(y, arrives)| (y, arrives, end)))
            .collect();
        sort_ascending(&mut order, |(y, ..)| *y);
        let wanted: Vec<(f64, f64)> = order.iter().map(|(y, _, end)| (*y, end.height())).collect();
        // Half a line over each end, so that a label at 0 or 100 stands level with it.
        let places = spread(&wanted, GAP, top - 10.0, bottom + 10.0);
        let (from, to) = (x + 6.0, x + self.swatch - 6.0);
        for ((y, arrives, end), place) in order.iter().zip(places) {
            let role = end.slot.fill();
            let moved = *arrives && (place - y).abs() > 1.5;
            // A stroke beside the words; where the label had to move, it slants back to its line.
            let from = if *arrives { from } else { to - 12.0 };
            let start = if moved {
                (from - 3.0, *y)
            } else {
                (from, place)
            };
            let pen = match (moved, end.slot) {
                (true, _) => 1.5,
                (false, Slot::Quiet) => 2.0,
                (false, _) => 3.0,
            };
            let bend = if moved { to - 11.0 } else { from };
            sheet.line(
                &[start, (bend, place), (to, place)],
                role,
                pen,
                end.slot.dash(),
            );
            // A label that moved repeats the marker of its line.
            if moved && end.slot != Slot::Quiet {
                sheet.marker(((bend + to) / 2.0, place), 4.5, end.slot);
            }
            sheet.lines(
                &end.lines,
                x + self.swatch,
                place - end.height() / 2.0,
                end.look,
                Anchor::Start,
            );
        }
    }
}

impl End {
    fn height(&self) -> f64 {
        // A handful of lines: exact as f64.
        self.lines.len() as f64 * self.look.leading()
    }
}
