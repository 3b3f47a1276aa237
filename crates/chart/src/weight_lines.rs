//! Every option's total as one weight goes from 0 to 100%, the others kept in proportion.

use super::backend::Anchor;
use super::ends::Ends;
use super::labels::{Area, Obstacle, place_near};
use super::number::{is_drawable, significant};
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, count, finish, widest};
use super::scale::Scale;
use super::sheet::{Plot, Sheet, Type};
use weighbridge_numeric::sort_ascending;

/// Straight lines over the share of one weight, with the points where the leader changes.
///
/// Coloured are only options that lead somewhere, at most four; they keep the slot they are given.
///
/// The module's page has an example.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeightLines {
    /// What the horizontal axis is: "Independence: share of everything".
    pub axis: String,
    /// The weight now, 0 to 1.
    pub now: f64,
    /// The weight now, as words: "now 10%".
    pub now_label: String,
    /// The options.
    pub lines: Vec<Line>,
    /// Where the leader changes.
    pub flips: Vec<Flip>,
}

/// An option: its total is linear in the weight, so two ends say it all.
///
/// ```
/// use weighbridge_chart::weight_lines::Line;
/// let line = Line { at_zero: 84.0, at_one: 20.0, ..Line::default() };
/// assert_eq!(line.at(0.5), 52.0, "half way between 84 and 20");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Full name, for the table.
    pub name: String,
    /// The label at the end of the line.
    pub short: String,
    /// Its colour where it leads.
    pub slot: Slot,
    /// Total in points when the weight is 0.
    pub at_zero: f64,
    /// Total in points when the weight is 1 (100%).
    pub at_one: f64,
}

impl Line {
    /// The total in points at `share`, 0 to 1.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        self.at_zero * (1.0 - share) + self.at_one * share
    }

    fn is_drawable(&self) -> bool {
        is_drawable(self.at_zero) && is_drawable(self.at_one)
    }
}

/// A share of the weight at which another option takes the lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flip {
    /// 0 to 1.
    pub share: f64,
    /// As words, with the side: "above 32.9%".
    pub label: String,
    /// Which of the lines leads there: an index into [`WeightLines::lines`].
    pub line: usize,
}

const TICK: Type = Type::plain(14.0, Role::Muted);
const NOW: Type = Type::plain(14.0, Role::Ink);
const FLIP: Type = Type::bold(14.5, Role::Ink);
const TITLE: &str = "Total, in points";
const MOST_COLOURED: usize = 4;

impl WeightLines {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let slots = self.slots();
        let values = self
            .lines
            .iter()
            .flat_map(|line| [line.at_zero, line.at_one]);
        let scale = Scale::over(values, 4.0);
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
        let ends = Ends::new(
            self.lines.iter().map(|line| line.short.as_str()),
            &slots,
            sheet.width,
            0.32,
        );
        let right = sheet.width - ends.room - ends.swatch;

        // The name of the axis, then the mark of the weight now, then the lines.
        let top = 46.0;
        let height = (0.46 * (right - left))
            .clamp(230.0, 350.0)
            .max(ends.height());
        let bottom = top + height;
        let plot = sheet.plot(
            (0.0, 1.0),
            (scale.low, scale.high),
            (left, right),
            (bottom, top),
        );

        sheet.group("axes", || {
            let title = TICK.shorten(TITLE, sheet.width);
            sheet.text(&title, (0.0, 8.0), TICK, Anchor::Start);
            for (tick, label) in &ticks {
                plot.line(
                    vec![(0.0, *tick), (1.0, *tick)],
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
            let shares: &[(f64, &str)] = if right - left < 240.0 {
                &[(0.0, "0%"), (0.5, "50%"), (1.0, "100%")]
            } else {
                &[
                    (0.0, "0%"),
                    (0.25, "25%"),
                    (0.5, "50%"),
                    (0.75, "75%"),
                    (1.0, "100%"),
                ]
            };
            for (share, label) in shares {
                sheet.text(
                    label,
                    (plot.at(*share, 0.0).0, bottom + 16.0),
                    TICK,
                    Anchor::Middle,
                );
            }
        });
        let axis = TICK.wrap(&self.axis, sheet.width, 2);
        let half = widest(axis.iter().map(String::as_str), TICK.size, false) / 2.0;
        let axis_x = f64::midpoint(left, right).clamp(half, (sheet.width - half).max(half));
        let end = sheet.lines(&axis, axis_x, bottom + 28.0, TICK, Anchor::Middle);

        self.now_mark(&sheet, &plot, (scale.low, scale.high), (left, right));
        self.draw_lines(&sheet, &plot, &slots);
        let at: Vec<Option<(f64, bool)>> = self
            .lines
            .iter()
            .map(|line| {
                line.is_drawable()
                    .then(|| (plot.at(1.0, line.at_one).1, true))
            })
            .collect();
        sheet.group("labels", || ends.draw(&sheet, right, &at, (top, bottom)));
        let bounds = Area {
            left,
            top,
            right,
            bottom,
        };
        sheet.group("flips", || self.flip_marks(&sheet, &plot, &slots, bounds));
        finish(
            sheet,
            end + 4.0,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    /// The colour of each line: its own where it leads somewhere, among the first four; grey otherwise.
    fn slots(&self) -> Vec<Slot> {
        // The leader of today is never the one left out.
        let today = |line: &Line| {
            let mut all = self.lines.iter();
            all.all(|other| other.at(self.now) <= line.at(self.now) + 1e-9)
        };
        let mut slots = vec![Slot::Quiet; self.lines.len()];
        let mut leaders: Vec<(f64, &Line, &mut Slot)> = Vec::new();
        for (line, slot) in self.lines.iter().zip(&mut slots) {
            if let Some(from) = self.leads_from(line) {
                leaders.push((if today(line) { -1.0 } else { from }, line, slot));
            }
        }
        sort_ascending(&mut leaders, |(from, ..)| *from);
        leaders.truncate(MOST_COLOURED);
        let mut taken: Vec<Slot> = leaders.iter().map(|(_, line, _)| line.slot).collect();
        for (_, line, slot) in leaders {
            *slot = line.slot;
            // A leader without a colour of its own takes a free one.
            if *slot == Slot::Quiet {
                let free = Slot::COLOURS.into_iter().find(|slot| !taken.contains(slot));
                *slot = free.unwrap_or(Slot::Quiet);
                taken.push(*slot);
            }
        }
        slots
    }

    /// The smallest share, 0 to 1, at which a line is highest; `None` when it never is.
    fn leads_from(&self, line: &Line) -> Option<f64> {
        if !line.is_drawable() {
            return None;
        }
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for other in self.lines.iter().filter(|other| other.is_drawable()) {
            let (start, end) = (line.at_zero - other.at_zero, line.at_one - other.at_one);
            match (start < -1e-9, end < -1e-9) {
                (true, true) => return None,
                (true, false) => from = from.max(start / (start - end)),
                (false, true) => to = to.min(start / (start - end)),
                (false, false) => {}
            }
        }
        // To touch the lead in one point is not to lead.
        (from + 1e-9 < to).then_some(from)
    }

    fn now_mark(
        &self,
        sheet: &Sheet,
        plot: &Plot,
        (low, high): (f64, f64),
        (left, right): (f64, f64),
    ) {
        if !self.now.is_finite() {
            return;
        }
        let now = self.now.clamp(0.0, 1.0);
        sheet.group("now", || {
            let (x, top) = plot.at(now, high);
            let (_, bottom) = plot.at(now, low);
            sheet.line(&[(x, top - 6.0), (x, bottom)], Role::Ink, 1.2, Dash::Dashed);
            let label = NOW.shorten(&self.now_label, sheet.width - 8.0);
            let half = NOW.width(&label) / 2.0;
            let x = if half * 2.0 > right - left {
                sheet.width / 2.0
            } else {
                x.clamp(left + half - 8.0, right - half + 8.0)
            };
            sheet.text(&label, (x, top - 16.0), NOW, Anchor::Middle);
        });
    }

    fn draw_lines(&self, sheet: &Sheet, plot: &Plot, slots: &[Slot]) {
        let (coloured, grey) = if sheet.width < 480.0 {
            (3.0, 1.6)
        } else {
            (3.5, 2.0)
        };
        // Grey ones first, so that they pass behind.
        for quiet in [true, false] {
            for (line, slot) in self.lines.iter().zip(slots) {
                if (*slot == Slot::Quiet) != quiet || !line.is_drawable() {
                    continue;
                }
                sheet.group("series", || {
                    let pen = if quiet { grey } else { coloured };
                    plot.line(
                        vec![(0.0, line.at_zero), (1.0, line.at_one)],
                        slot.fill(),
                        pen,
                        Dash::Solid,
                    );
                    if !quiet {
                        sheet.marker(plot.at(0.0, line.at_zero), 5.0, *slot);
                        sheet.marker(plot.at(1.0, line.at_one), 5.0, *slot);
                    }
                });
            }
        }
    }

    fn flip_marks(&self, sheet: &Sheet, plot: &Plot, slots: &[Slot], bounds: Area) {
        let place = |flip: &Flip| {
            let line = self
                .lines
                .get(flip.line)
                .filter(|line| line.is_drawable())?;
            (flip.share.is_finite() && (0.0..=1.0).contains(&flip.share))
                .then(|| plot.at(flip.share, line.at(flip.share)))
        };
        let points: Vec<(&Flip, (f64, f64))> = self
            .flips
            .iter()
            .filter_map(|flip| Some((flip, place(flip)?)))
            .collect();
        let mut obstacles: Vec<Obstacle> = Vec::new();
        for (line, slot) in self
            .lines
            .iter()
            .zip(slots)
            .filter(|(line, _)| line.is_drawable())
        {
            let cost = if *slot == Slot::Quiet { 8.0 } else { 40.0 };
            obstacles.push(Obstacle {
                from: plot.at(0.0, line.at_zero),
                to: plot.at(1.0, line.at_one),
                cost,
            });
        }
        if self.now.is_finite() {
            let x = plot.at(self.now.clamp(0.0, 1.0), 0.0).0;
            obstacles.push(Obstacle {
                from: (x, bounds.top),
                to: (x, bounds.bottom),
                cost: 30.0,
            });
        }
        let mut taken: Vec<Area> = points
            .iter()
            .map(|(_, (x, y))| Area::around(*x, *y, 16.0, 16.0))
            .collect();
        for (flip, point) in &points {
            let size = (FLIP.width(&flip.label) + 4.0, FLIP.size + 3.0);
            let Some(area) = place_near(*point, size, &bounds, &taken, &obstacles) else {
                continue;
            };
            let middle = area.middle();
            if let Some(end) = area.leader(*point) {
                sheet.line(&[*point, end], Role::Axis, 1.0, Dash::Solid);
            }
            if obstacles
                .iter()
                .any(|line| area.is_crossed(line.from, line.to))
            {
                sheet.bar((area.left, area.top), size, Role::Paper);
            }
            sheet.text(&flip.label, middle, FLIP, Anchor::Middle);
            taken.push(area);
        }
        for (_, point) in &points {
            sheet.dot(*point, 6.5, Role::Paper);
            sheet.ring(*point, 6.5, Role::Ink, 2.5);
        }
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "{}, from 0 to 100%, the other weights in proportion: the total in points of {}.",
            if self.axis.is_empty() {
                "One weight"
            } else {
                &self.axis
            },
            count(self.lines.len(), "option", "options")
        );
        for line in &self.lines {
            words.push_str(&format!(
                " {}: from {} to {}.",
                line.name,
                significant(line.at_zero),
                significant(line.at_one)
            ));
        }
        if self.flips.is_empty() {
            words.push_str(" The leader does not change.");
        }
        for flip in &self.flips {
            if let Some(line) = self.lines.get(flip.line) {
                words.push_str(&format!(" With {}, {} leads.", flip.label, line.name));
            }
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let mut now = self.now_label.clone();
        if let Some(first) = now.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        let mut headers = vec!["Option".to_owned(), "At 0%".to_owned(), now];
        // Finer than there is room for in the picture.
        let at = |flip: &Flip| {
            let percent = (flip.share * 1e5).round() / 1e3;
            // Where it is not that to the digit, the two are level about there.
            let about = if (percent / 100.0 - flip.share).abs() < 1e-12 {
                ""
            } else {
                "about "
            };
            format!("At {about}{percent}%")
        };
        headers.extend(self.flips.iter().map(at));
        headers.push("At 100%".to_owned());
        let row = |line: &Line| {
            let mut cells = vec![
                line.name.clone(),
                significant(line.at_zero),
                significant(line.at(self.now)),
            ];
            cells.extend(
                self.flips
                    .iter()
                    .map(|flip| significant(line.at(flip.share))),
            );
            cells.push(significant(line.at_one));
            cells
        };
        Table {
            caption: presentation.title.clone(),
            headers,
            rows: self.lines.iter().map(row).collect(),
            numbers: self.lines.iter().map(|line| self.numbers(line)).collect(),
        }
    }

    fn numbers(&self, line: &Line) -> Vec<Option<f64>> {
        let mut cells = vec![None, Some(line.at_zero), Some(line.at(self.now))];
        cells.extend(self.flips.iter().map(|flip| Some(line.at(flip.share))));
        cells.push(Some(line.at_one));
        let finite = |x: Option<f64>| x.filter(|x| x.is_finite());
        cells.into_iter().map(finite).collect()
    }
}
