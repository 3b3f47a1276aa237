//! A value profile drawn: parallel lines, or dots on strips where there is little room.

use super::backend::Anchor;
use super::ends::Ends;
use super::number::significant;
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, count, finish, widest};
use super::profile::{Line, ValueProfile};
use super::scale::Scale;
use super::sheet::{Plot, Sheet, Type};
use super::strips;

const TICK: Type = Type::plain(14.0, Role::Muted);
const NAME: Type = Type::plain(13.5, Role::Ink);
const NARROW: f64 = 600.0;
/// The narrowest column a criterion's name can be read in, in px.
const COLUMN: f64 = 64.0;

impl ValueProfile {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let slots = self.slots();
        let values = self
            .lines
            .iter()
            .flat_map(|line| (0..self.criteria.len()).filter_map(|index| line.value(index)));
        let scale = Scale::over(values.clone(), 4.0);
        let ticks: Vec<(f64, String)> = scale
            .ticks()
            .into_iter()
            .map(|tick| (tick, significant(tick)))
            .collect();
        let left = widest(
            ticks.iter().map(|(_, label)| label.as_str()),
            TICK.size,
            false,
        ) + 10.0;
        // Points stand in the middle of their columns; the right half of the last one lies under the labels.
        let columns = (self.criteria.len() as f64 - 0.5).max(0.5);
        let words = self
            .criteria
            .iter()
            .flat_map(|criterion| criterion.short.split_whitespace());
        let needed = (widest(words, NAME.size, false) + 4.0).max(COLUMN);
        // Long option names give way to the names of the criteria, as long as neither is cut.
        let names: Vec<String> = self.lines.iter().map(|line| self.label(line)).collect();
        let labels = [0.32, 0.17].map(|share| {
            let ends = Ends::new(names.iter().map(String::as_str), &slots, sheet.width, share);
            let column = (sheet.width - left - ends.room - ends.swatch) / columns;
            (ends, column)
        });
        let fitting = labels.into_iter().find(|(_, column)| *column >= needed);
        let height = match fitting {
            Some((ends, column)) if sheet.width >= NARROW && self.criteria.len() > 1 => {
                self.draw_lines(&sheet, &slots, scale, &ticks, &ends, (left, column))
            }
            _ => strips::draw(&sheet, self, &slots, Scale::over(values, 2.0)),
        };
        finish(
            sheet,
            height,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    fn slots(&self) -> Vec<Slot> {
        let mut left = self.words.coloured;
        let mut slot = |line: &Line| {
            if line.slot == Slot::Quiet || left == 0 {
                return Slot::Quiet;
            }
            left -= 1;
            line.slot
        };
        self.lines.iter().map(&mut slot).collect()
    }

    /// The label of a line, which says so where the line stops before the last criterion.
    fn label(&self, line: &Line) -> String {
        let last = self.criteria.len().checked_sub(1);
        if last.is_some_and(|last| line.value(last).is_none()) {
            format!("{} (no score)", line.short)
        } else {
            line.short.clone()
        }
    }

    fn draw_lines(
        &self,
        sheet: &Sheet,
        slots: &[Slot],
        scale: Scale,
        ticks: &[(f64, String)],
        ends: &Ends,
        (left, column): (f64, f64),
    ) -> f64 {
        let last = self.criteria.len() - 1;
        let right = left + column * (last as f64 + 0.5);
        let top = 34.0;
        let bottom = top
            + (0.4 * (right - left))
                .clamp(240.0, 340.0)
                .max(ends.height());
        // One unit across is one column.
        let plot = sheet.plot(
            (-0.5, last as f64),
            (scale.low, scale.high),
            (left, right),
            (bottom, top),
        );
        sheet.group("axes", || {
            sheet.text(self.words.title, (0.0, 8.0), TICK, Anchor::Start);
            for (tick, label) in ticks {
                plot.line(
                    vec![(-0.5, *tick), (last as f64, *tick)],
                    Role::Grid,
                    1.0,
                    Dash::Solid,
                );
                sheet.text(
                    label,
                    (left - 10.0, plot.at(0.0, *tick).1),
                    TICK,
                    Anchor::End,
                );
            }
        });
        let mut below = bottom;
        sheet.group("criteria", || {
            for (index, criterion) in self.criteria.iter().enumerate() {
                let x = plot.at(index as f64, 0.0).0;
                sheet.line(&[(x, top), (x, bottom + 5.0)], Role::Grid, 1.0, Dash::Solid);
                let name = NAME.wrap(&criterion.short, column - 4.0, 3);
                let y = sheet.lines(&name, x, bottom + 9.0, NAME, Anchor::Middle);
                let note = TICK.wrap(&criterion.note, column - 4.0, 1);
                below = below.max(sheet.lines(&note, x, y, TICK, Anchor::Middle));
            }
        });
        // Grey ones first, so that they pass behind; then from the last in rank to the first.
        for quiet in [true, false] {
            for (line, slot) in self.lines.iter().zip(slots).rev() {
                if (*slot == Slot::Quiet) == quiet {
                    sheet.group("series", || self.draw_line(sheet, &plot, line, *slot));
                }
            }
        }
        let end = |line: &Line| {
            // A line that stops early is named level with its last point.
            let value = (0..=last).rev().find_map(|index| line.value(index))?;
            Some((plot.at(0.0, value).1, line.value(last).is_some()))
        };
        let at: Vec<Option<(f64, bool)>> = self.lines.iter().map(end).collect();
        sheet.group("labels", || ends.draw(sheet, right, &at, (top, bottom)));
        below + 4.0
    }

    fn draw_line(&self, sheet: &Sheet, plot: &Plot, line: &Line, slot: Slot) {
        let points: Vec<Option<(f64, f64)>> = (0..self.criteria.len())
            .map(|index| Some((index as f64, line.value(index)?)))
            .collect();
        let quiet = slot == Slot::Quiet;
        for run in points.split(|point| point.is_none()) {
            let run: Vec<(f64, f64)> = run.iter().copied().flatten().collect();
            if run.len() > 1 {
                plot.line(run, slot.fill(), if quiet { 2.0 } else { 3.0 }, slot.dash());
            }
        }
        for (x, value) in points.into_iter().flatten() {
            sheet.marker(plot.at(x, value), if quiet { 4.5 } else { 5.0 }, slot);
        }
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "{} {} on {}.",
            self.words.what,
            count(self.lines.len(), self.words.each[0], self.words.each[1]),
            count(self.criteria.len(), "criterion", "criteria")
        );
        for (index, criterion) in self.criteria.iter().enumerate() {
            let values = || {
                self.lines
                    .iter()
                    .filter_map(|line| Some((line, line.value(index)?)))
            };
            let best = values().max_by(|a, b| a.1.total_cmp(&b.1));
            let worst = values().min_by(|a, b| a.1.total_cmp(&b.1));
            if let (Some((best, high)), Some((worst, low))) = (best, worst) {
                words.push_str(&format!(
                    " {}: from {} ({}) to {} ({}).",
                    criterion.name,
                    significant(low),
                    worst.name,
                    significant(high),
                    best.name
                ));
            }
            let without = self.lines.iter().filter(|line| line.value(index).is_none());
            let without: Vec<&str> = without.map(|line| line.name.as_str()).collect();
            if !without.is_empty() {
                words.push_str(&format!(
                    " No score on {}: {}.",
                    criterion.name,
                    without.join(", ")
                ));
            }
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let mut headers = vec![self.words.line.to_owned()];
        headers.extend(
            self.criteria
                .iter()
                .map(|it| format!("{} {}", it.name, it.note).trim_end().to_owned()),
        );
        let row = |line: &Line| {
            let mut cells = vec![line.name.clone()];
            cells.extend(
                (0..self.criteria.len())
                    .map(|index| line.value(index).map_or("–".to_owned(), significant)),
            );
            cells
        };
        Table {
            caption: presentation.title.clone(),
            headers,
            rows: self.lines.iter().map(row).collect(),
            numbers: self
                .lines
                .iter()
                .map(|line| {
                    let values = (0..self.criteria.len()).map(|index| line.value(index));
                    std::iter::once(None).chain(values).collect()
                })
                .collect(),
        }
    }
}
