//! Which option leads for every way to share the weight among three branches of criteria.

use super::backend::Anchor;
use super::labels::{self, Obstacle, place_near};
use super::number::{is_drawable, significant};
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, count, finish};
use super::regions::{self, centre, dot, holds};
use super::rows::key;
use super::sheet::{Sheet, Type, rectangle};

pub use super::regions::{Region, regions};

/// A triangle whose corners are all the weight on one branch each, in regions where each option leads.
///
/// ```
/// use weighbridge_chart::{Presentation, Slot, Ternary, ternary::Choice};
///
/// let choice = |name: &str, at: usize, values| Choice {
///     name: name.into(),
///     short: name.into(),
///     slot: Slot::nth(at),
///     values,
/// };
/// let chart = Ternary {
///     corners: ["Care", "Cost", "Pace"].map(str::to_owned),
///     shared: "the weight".into(),
///     choices: vec![choice("Stay", 0, [80.0, 60.0, 0.0]), choice("Move", 1, [40.0, 20.0, 40.0])],
///     now: [0.5, 0.3, 0.2],
///     now_label: "now".into(),
/// };
/// let picture = chart.draw(&Presentation::new("map", 760, "Staying leads on three quarters of the map"));
/// assert_eq!(picture.table.rows[0], ["Stay", "75", "58 first", "80 first", "60 first", "0"]);
/// let area = chart.area(760);
/// let (x, y) = area.place([0.5, 0.3, 0.2]);
/// let [care, cost, _] = area.read(x, y);
/// assert!((care - 0.5).abs() < 1e-9 && (cost - 0.3).abs() < 1e-9, "to and fro");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ternary {
    /// The branches at the top, on the left and on the right.
    pub corners: [String; 3],
    /// What is shared among them: "the weight", or as much of it as they have together, "the three's 60%".
    pub shared: String,
    /// The options.
    pub choices: Vec<Choice>,
    /// How the weight is shared now, in the order of the corners; drawn where it adds up to more than nothing.
    pub now: [f64; 3],
    /// What the mark of these weights is called: "now".
    pub now_label: String,
}

/// An option. Its total is linear in the weights, so three corners say it all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Full name, for the table.
    pub name: String,
    /// The label of its region.
    pub short: String,
    /// Its colour, and the hatching that goes with it.
    pub slot: Slot,
    /// Its total in points with all the weight on each corner.
    pub values: [f64; 3],
}

/// Shares of weight that are no less than nothing and add up to one; `None` where there is no weight.
fn shares(weights: [f64; 3]) -> Option<[f64; 3]> {
    let weights = weights.map(|weight| weight.clamp(0.0, 1e9));
    let sum: f64 = weights.iter().sum();
    (sum > 0.0).then(|| weights.map(|weight| weight / sum))
}

/// Where the triangle stands on the picture, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    left: f64,
    top: f64,
    side: f64,
    height: f64,
}

impl Area {
    /// Where shares of weight stand, in px from the left and from the top.
    #[must_use]
    pub fn place(&self, [first, _, third]: [f64; 3]) -> (f64, f64) {
        (
            self.left + self.side * (third + first / 2.0),
            self.top + self.height * (1.0 - first),
        )
    }

    /// The shares of weight at a place in px; beside the triangle those at its edge.
    #[must_use]
    pub fn read(&self, x: f64, y: f64) -> [f64; 3] {
        let first = 1.0 - (y - self.top) / self.height;
        let third = (x - self.left) / self.side - first / 2.0;
        shares([first, 1.0 - first - third, third]).unwrap_or([1.0, 0.0, 0.0])
    }
}

/// The weights at the corners.
const CORNERS: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const CORNER: Type = Type::bold(15.0, Role::Ink);
const NOTE: Type = Type::plain(13.0, Role::Muted);
const CALLOUT: Type = Type::bold(13.0, Role::Ink);
/// The mark of the weights now, in px around its middle.
const RADIUS: f64 = 9.0;

impl Ternary {
    /// Where the triangle stands when drawn for a width in px.
    #[must_use]
    pub fn area(&self, width: u32) -> Area {
        let width = f64::from(width.clamp(240, 2400));
        let side = (width - 24.0).min(560.0).floor();
        let lines = CORNER.wrap(&self.corners[0], width, 2).len();
        Area {
            left: ((width - side) / 2.0).floor(),
            // One or two lines: exact as f64.
            top: lines as f64 * CORNER.leading() + 6.0,
            side,
            height: side * 0.75_f64.sqrt(),
        }
    }

    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let area = self.area(presentation.width);
        let found = self.regions();
        let whole = CORNERS.map(|at| area.place(at));
        let shapes: Vec<Vec<(f64, f64)>> = found
            .iter()
            .map(|(region, _)| region.polygon.iter().map(|at| area.place(*at)).collect())
            .collect();
        sheet.group("regions", || {
            sheet.polygon(&whole, Role::Wash);
            for ((_, choice), shape) in found.iter().zip(&shapes) {
                fill(&sheet, shape, choice.slot);
            }
            for shape in &shapes {
                outline(&sheet, shape, Role::Paper, 2.0);
            }
            outline(&sheet, &whole, Role::Axis, 1.5);
        });
        let mut end = self.name_corners(&sheet, area);
        let now = shares(self.now).map(|now| area.place(now));
        let unnamed = self.name_regions(&sheet, &found, &shapes, now, area);
        if let Some(at) = now {
            sheet.group("now", || {
                sheet.dot(at, RADIUS, Role::Paper);
                sheet.ring(at, RADIUS - 1.5, Role::Ink, 2.5);
                sheet.dot(at, 3.0, Role::Ink);
            });
        }
        // Regions that are too small for a name on a small sheet.
        if !unnamed.is_empty() {
            let entries: Vec<(Slot, String)> = unnamed
                .iter()
                .map(|choice| (choice.slot, choice.short.clone()))
                .collect();
            let mark = |slot: Slot, (x, y): (f64, f64)| {
                let corners = rectangle((x, y - 6.5), (13.0, 13.0));
                fill(&sheet, &corners, slot);
            };
            end = key(&sheet, &entries, end, 20.0, &mark) + 12.0;
        }
        let table = self.table(&found, presentation);
        finish(sheet, end, presentation, self.describe(&found), table)
    }

    /// Where options lead, each with the option.
    fn regions(&self) -> Vec<(Region, &Choice)> {
        let values: Vec<[f64; 3]> = self.choices.iter().map(|choice| choice.values).collect();
        let found = regions(&values).into_iter();
        let own = found.map(|region| Some((self.choices.get(region.option)?, region)));
        own.flatten()
            .map(|(choice, region)| (region, choice))
            .collect()
    }

    /// Writes what the corners are; answers where that ends.
    fn name_corners(&self, sheet: &Sheet, area: Area) -> f64 {
        let [top, left, right] = &self.corners;
        let middle = sheet.width / 2.0;
        let lines = CORNER.wrap(top, sheet.width, 2);
        sheet.lines(&lines, middle, 0.0, CORNER, Anchor::Middle);
        let below = area.top + area.height + 6.0;
        let edge = (area.left - 60.0).max(0.0);
        // Each has half of the width, or what the other leaves.
        let full = sheet.width - 2.0 * edge - 10.0;
        let room = |other: &str| (full - CORNER.width(other)).max(full / 2.0);
        let lines = CORNER.wrap(left, room(right), 2);
        let mut end = sheet.lines(&lines, edge, below, CORNER, Anchor::Start);
        let lines = CORNER.wrap(right, room(left), 2);
        let right = sheet.width - edge;
        end = end.max(sheet.lines(&lines, right, below, CORNER, Anchor::End));
        let note = "The nearer to a corner, the more of the weight it has.";
        let lines = NOTE.wrap(note, sheet.width, 2);
        sheet.lines(&lines, middle, end + 6.0, NOTE, Anchor::Middle) + 4.0
    }

    /// Writes each option's name on its region, or beside where it does not fit; answers which found no place.
    fn name_regions<'a>(
        &self,
        sheet: &Sheet,
        found: &[(Region, &'a Choice)],
        shapes: &[Vec<(f64, f64)>],
        now: Option<(f64, f64)>,
        area: Area,
    ) -> Vec<&'a Choice> {
        let mut unnamed = Vec::new();
        let mut taken = Vec::new();
        let mut edges = Vec::new();
        for shape in shapes {
            edges.extend(regions::edges(shape).map(|(from, to)| Obstacle {
                from,
                to,
                cost: 14.0,
            }));
        }
        if let Some((x, y)) = now {
            let ring = labels::Area::around(x, y, 2.0 * RADIUS + 4.0, 2.0 * RADIUS + 4.0);
            taken.push(ring);
        }
        let mut left_over = Vec::new();
        for ((_, choice), shape) in found.iter().zip(shapes) {
            let size = if area.side < 420.0 { 12.5 } else { 14.5 };
            let look = Type::bold(size, choice.slot.label());
            match inside(&choice.short, look, shape, &taken) {
                Some((lines, label)) => {
                    let size = (label.right - label.left, label.bottom - label.top);
                    // Not a bar: those get an outline in forced colours.
                    let corners = rectangle((label.left, label.top), size);
                    sheet.polygon(&corners, choice.slot.fill());
                    let (x, _) = label.middle();
                    sheet.lines(&lines, x, label.top + 3.0, look, Anchor::Middle);
                    taken.push(label);
                }
                None => left_over.push((centre(shape), &choice.short, Some(*choice))),
            }
        }
        if let Some(at) = now {
            left_over.push((at, &self.now_label, None));
        }
        for (at, ..) in &left_over {
            taken.push(labels::Area::around(at.0, at.1, 9.0, 9.0));
        }
        let bounds = labels::Area {
            left: 0.0,
            top: area.top + 4.0,
            right: sheet.width,
            bottom: area.top + area.height,
        };
        // The weights now are named first.
        for (at, text, option) in left_over.iter().rev() {
            let lines = CALLOUT.wrap(text, 130.0, 3);
            let mut wide = 10.0_f64;
            for line in &lines {
                wide = wide.max(CALLOUT.width(line) + 10.0);
            }
            // At most three lines: exact as f64.
            let size = (wide, lines.len() as f64 * CALLOUT.leading() + 4.0);
            let Some(label) = place_near(*at, size, &bounds, &taken, &edges) else {
                unnamed.extend(*option);
                continue;
            };
            let end = (
                at.0.clamp(label.left, label.right),
                at.1.clamp(label.top, label.bottom),
            );
            sheet.line(&[*at, end], Role::Paper, 4.0, Dash::Solid);
            sheet.line(&[*at, end], Role::Ink, 1.5, Dash::Solid);
            sheet.marker(*at, 3.0, Slot::Ink);
            sheet.bar((label.left, label.top), size, Role::Paper);
            sheet.edges((label.left, label.top), size, Role::Axis, 1.0);
            let (x, _) = label.middle();
            sheet.lines(&lines, x, label.top + 2.0, CALLOUT, Anchor::Middle);
            taken.push(label);
        }
        unnamed
    }

    /// Whether each option leads at shares of weight.
    fn first(&self, at: [f64; 3]) -> Vec<bool> {
        let mut best = f64::NEG_INFINITY;
        let usable = |choice: &Choice| choice.values.iter().all(|value| is_drawable(*value));
        for choice in self.choices.iter().filter(|choice| usable(choice)) {
            best = best.max(dot(choice.values, at));
        }
        let is_first = |choice: &Choice| usable(choice) && dot(choice.values, at) >= best - 1e-9;
        self.choices.iter().map(is_first).collect()
    }

    /// The weights the words and the table speak of: now, where there is any, and the corners.
    fn points(&self) -> Vec<(String, [f64; 3])> {
        let mut points = Vec::with_capacity(4);
        if let Some(now) = shares(self.now) {
            let name = format!("With the weights marked “{}”", self.now_label);
            points.push((name, now));
        }
        for (name, at) in self.corners.iter().zip(CORNERS) {
            points.push((format!("With all of {} on {name}", self.shared), at));
        }
        points
    }

    fn describe(&self, found: &[(Region, &Choice)]) -> String {
        let [top, left, right] = &self.corners;
        let mut words = format!(
            "A triangle of all ways to share {} among {top}, {left} and {right}, in {}.",
            self.shared,
            count(found.len(), "region", "regions")
        );
        for (region, choice) in found {
            let share = significant(region.share * 100.0);
            let name = &choice.name;
            words.push_str(&format!(" {name}: first on {share}% of it."));
        }
        for (name, at) in self.points() {
            let all = self.choices.iter().zip(self.first(at));
            let names: Vec<&str> = all
                .filter(|(_, first)| *first)
                .map(|(choice, _)| choice.name.as_str())
                .collect();
            if !names.is_empty() {
                words.push_str(&format!(" {name}: {}.", names.join(", ")));
            }
        }
        words
    }

    fn table(&self, found: &[(Region, &Choice)], presentation: &Presentation) -> Table {
        let points = self.points();
        let mut table = Table::new(&presentation.title, &["Option", "Leads on, % of the map"]);
        let mut firsts = Vec::with_capacity(points.len());
        for (name, at) in &points {
            table.headers.push(name.clone());
            firsts.push(self.first(*at));
        }
        for (index, choice) in self.choices.iter().enumerate() {
            let mut share = 0.0;
            for (region, _) in found {
                if region.option == index {
                    share = region.share * 100.0;
                }
            }
            table.start(&choice.name);
            table.number(share);
            for ((_, at), first) in points.iter().zip(&firsts) {
                let total = dot(choice.values, *at);
                let is_first = first.get(index).is_some_and(|first| *first);
                let mark = if is_first { " first" } else { "" };
                table.words(significant(total) + mark, Some(total));
            }
        }
        table
    }
}

/// A region in its colour, hatched so that neighbours differ without it.
fn fill(sheet: &Sheet, shape: &[(f64, f64)], slot: Slot) {
    sheet.polygon(shape, slot.fill());
    sheet.pattern(shape, slot, 9.0, 1.0);
}

fn outline(sheet: &Sheet, shape: &[(f64, f64)], role: Role, pen: f64) {
    let mut points = shape.to_vec();
    points.extend(shape.first());
    sheet.line(&points, role, pen, Dash::Solid);
}

/// The words on a region, in as few lines as fit inside it, near its centre.
fn inside(
    text: &str,
    look: Type,
    shape: &[(f64, f64)],
    taken: &[labels::Area],
) -> Option<(Vec<String>, labels::Area)> {
    let middle = centre(shape);
    for room in [200.0, 130.0, 80.0] {
        let lines = look.wrap(text, room, 3);
        // What is cut, or broken inside a word, is better written beside the region.
        if lines.join(" ") != text {
            continue;
        }
        let mut wide = 0.0_f64;
        for line in &lines {
            wide = wide.max(look.width(line));
        }
        // At most three lines: exact as f64.
        let high = lines.len() as f64 * look.leading() + 6.0;
        for (corner, next) in regions::edges(shape) {
            let half = ((corner.0 + next.0) / 2.0, (corner.1 + next.1) / 2.0);
            for towards in [corner, half] {
                for part in [0.0, 0.15, 0.3, 0.45, 0.6, 0.75] {
                    let x = middle.0 + (towards.0 - middle.0) * part;
                    let y = middle.1 + (towards.1 - middle.1) * part;
                    let label = labels::Area::around(x, y, wide + 4.0, high);
                    let size = (label.right - label.left, label.bottom - label.top);
                    let corners = rectangle((label.left, label.top), size);
                    if corners.iter().all(|corner| holds(shape, *corner))
                        && !taken.iter().any(|other| label.overlaps(other))
                    {
                        return Some((lines, label));
                    }
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beside_the_triangle_are_read_as_its_edge() {
        let chart = Ternary::default();
        let area = chart.area(400);
        for (x, y) in [
            (-500.0, 20.0),
            (900.0, 900.0),
            (200.0, -900.0),
            (f64::NAN, 0.0),
        ] {
            let at = area.read(x, y);
            assert!(at.iter().all(|share| (0.0..=1.0).contains(share)), "{at:?}");
            assert!((at.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{at:?}");
        }
        for at in [[1.0, 0.0, 0.0], [0.2, 0.3, 0.5], [0.0, 1.0, 0.0]] {
            let (x, y) = area.place(at);
            let back = area.read(x, y);
            assert!(
                (0..3).all(|i| (back[i] - at[i]).abs() < 1e-9),
                "{at:?} {back:?}"
            );
        }
    }
}
