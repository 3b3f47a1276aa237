//! A value function: how much each amount of a measure is worth.

use super::backend::Anchor;
use super::number::{is_drawable, significant};
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, finish, widest};
use super::scale::{FAR, Scale, nice};
use super::sheet::{Plot, Sheet, Type};

/// A curve of straight pieces over amounts, with a dot for each option.
///
/// ```
/// use weighbridge_chart::{Presentation, ValueCurve, curve::Dot};
///
/// let chart = ValueCurve {
///     unit: "weeks".into(),
///     points: vec![(10.0, 100.0), (20.0, 40.0), (30.0, 0.0)],
///     dots: vec![Dot { name: "Outsource".into(), amount: 15.0, value: 70.0 }],
/// };
/// let picture = chart.draw(&Presentation::new("curve", 640, "Ten weeks less are worth more at the fast end"));
/// assert_eq!(picture.table.rows[3], ["Outsource", "15", "70"], "after the three points of the curve");
/// let area = chart.area(640);
/// let (x, y) = area.place(20.0, 40.0);
/// let (amount, value) = area.read(x, y);
/// assert!((amount - 20.0).abs() < 1e-9 && (value - 40.0).abs() < 1e-9, "to and fro");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueCurve {
    /// What the amounts are: "weeks". May be empty.
    pub unit: String,
    /// Amounts with their values from 0 to 100, by increasing amount; the first and the last are the ends.
    pub points: Vec<(f64, f64)>,
    /// The options.
    pub dots: Vec<Dot>,
}

/// Where an option stands on the curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dot {
    /// Its name, for the table.
    pub name: String,
    /// Its amount.
    pub amount: f64,
    /// What the amount is worth; below 0 or above 100 beyond the ends of the scale.
    pub value: f64,
}

/// Where the plot stands on the picture, in px and in the numbers of its axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    low: f64,
    high: f64,
    least: f64,
    most: f64,
}

impl Area {
    /// Where an amount with a value stands, in px from the left and from the top.
    #[must_use]
    pub fn place(&self, amount: f64, value: f64) -> (f64, f64) {
        let across = (amount - self.low) / (self.high - self.low);
        let up = (value - self.least) / (self.most - self.least);
        (
            self.left + (self.right - self.left) * across,
            self.bottom + (self.top - self.bottom) * up,
        )
    }

    /// The amount and the value at a place in px.
    #[must_use]
    pub fn read(&self, x: f64, y: f64) -> (f64, f64) {
        let across = (x - self.left) / (self.right - self.left);
        let up = (y - self.bottom) / (self.top - self.bottom);
        (
            self.low + (self.high - self.low) * across,
            self.least + (self.most - self.least) * up,
        )
    }
}

fn is_seen(dot: &Dot) -> bool {
    is_drawable(dot.value) && dot.amount.abs() < FAR
}

const TICK: Type = Type::plain(14.0, Role::Muted);
const TITLE: &str = "Value: 0 is the worst, 100 the best";
const HEIGHT: f64 = 220.0;
const TOP: f64 = 30.0;

impl ValueCurve {
    /// Where the plot stands when drawn for a width in px.
    #[must_use]
    pub fn area(&self, width: u32) -> Area {
        let (values, amounts) = self.scales();
        let ticks: Vec<String> = values.ticks().into_iter().map(significant).collect();
        let left = widest(ticks.iter().map(String::as_str), TICK.size, false) + 10.0;
        Area {
            left,
            right: f64::from(width.clamp(240, 2400)) - 14.0,
            top: TOP,
            bottom: TOP + HEIGHT,
            low: amounts.low,
            high: amounts.high,
            least: values.low,
            most: values.high,
        }
    }

    /// An amount as a hand can set it: to about a hundredth of the width, between `low` and `high` and on neither.
    ///
    /// ```
    /// use weighbridge_chart::ValueCurve;
    /// assert_eq!(ValueCurve::settled(17.234, 10.0, 30.0), 17.2);
    /// assert_eq!(ValueCurve::settled(99.0, 10.0, 30.0), 29.8, "a step before the end");
    /// ```
    #[must_use]
    pub fn settled(amount: f64, low: f64, high: f64) -> f64 {
        let step = nice((high - low) / 100.0);
        let steps = (amount.clamp(low + step, high - step) / step).round();
        // Without the dust of the multiplication: 0.3 rather than 0.30000000000000004.
        let (mut decimals, mut rest) = (0, step);
        while (rest - rest.round()).abs() > 1e-6 && decimals < 12 {
            rest *= 10.0;
            decimals += 1;
        }
        let text = format!("{:.decimals$}", steps * step);
        text.parse().unwrap_or(amount)
    }

    /// The axes of values and amounts.
    fn scales(&self) -> (Scale, Scale) {
        let dots = || self.dots.iter().filter(|dot| is_seen(dot));
        let points = self.points.iter();
        let values = points.clone().map(|p| p.1).chain(dots().map(|d| d.value));
        let amounts = points.map(|p| p.0).chain(dots().map(|d| d.amount));
        (Scale::over(values, 4.0), Scale::between(amounts, 5.0))
    }

    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let area = self.area(presentation.width);
        let plot = sheet.plot(
            (area.low, area.high),
            (area.least, area.most),
            (area.left, area.right),
            (area.bottom, area.top),
        );
        let end = self.axes(&sheet, &plot, area);
        sheet.group("lines", || {
            let points = self.points.iter().copied().filter(|(x, _)| x.abs() < FAR);
            plot.line(points.collect(), Role::C1, 3.0, Dash::Solid);
        });
        sheet.group("dots", || {
            for dot in self.dots.iter().filter(|dot| is_seen(dot)) {
                sheet.marker(plot.at(dot.amount, dot.value), 5.5, Slot::Ink);
            }
        });
        finish(
            sheet,
            end + 4.0,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    fn axes(&self, sheet: &Sheet, plot: &Plot, area: Area) -> f64 {
        let (values, amounts) = self.scales();
        let label = TICK.shorten(TITLE, sheet.width);
        sheet.text(&label, (0.0, 8.0), TICK, Anchor::Start);
        sheet.group("axes", || {
            for tick in values.ticks() {
                let across = vec![(area.low, tick), (area.high, tick)];
                plot.line(across, Role::Grid, 1.0, Dash::Solid);
                let y = plot.at(area.low, tick).1;
                sheet.text(&significant(tick), (area.left - 10.0, y), TICK, Anchor::End);
            }
            for tick in amounts.ticks() {
                let x = plot.at(tick, area.least).0;
                let at = (x, area.bottom + 16.0);
                sheet.text(&significant(tick), at, TICK, Anchor::Middle);
            }
        });
        let unit = match self.unit.as_str() {
            "" => "Amount".to_owned(),
            unit => format!("Amount, in {unit}"),
        };
        let lines = TICK.wrap(&unit, sheet.width, 2);
        sheet.lines(&lines, area.left, area.bottom + 26.0, TICK, Anchor::Start)
    }

    fn rows(&self) -> impl Iterator<Item = (&str, f64, f64)> {
        let last = self.points.len().saturating_sub(1);
        let points = self.points.iter().enumerate().map(move |(at, (x, y))| {
            let name = if at == 0 || at == last { "End" } else { "Bend" };
            (name, *x, *y)
        });
        let dots = self.dots.iter();
        points.chain(dots.map(|d| (d.name.as_str(), d.amount, d.value)))
    }

    fn describe(&self) -> String {
        let row = |(name, amount, value): (&str, f64, f64)| {
            format!(
                "{name}: {} is worth {}",
                significant(amount),
                significant(value)
            )
        };
        format!("{}.", self.rows().map(row).collect::<Vec<_>>().join(". "))
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let row = |(name, amount, value): (&str, f64, f64)| {
            vec![name.to_owned(), significant(amount), significant(value)]
        };
        let numbers = |(_, amount, value)| vec![None, Some(amount), Some(value)];
        Table {
            caption: presentation.title.clone(),
            headers: ["Point", "Amount", "Value"].map(str::to_owned).to_vec(),
            rows: self.rows().map(row).collect(),
            numbers: self.rows().map(numbers).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_beyond_the_ends_have_room() {
        let chart = ValueCurve {
            unit: String::new(),
            points: vec![(0.0, 0.0), (50.0, 100.0)],
            dots: vec![Dot {
                name: "Far".into(),
                amount: 75.0,
                value: 150.0,
            }],
        };
        let area = chart.area(500);
        let (x, y) = area.place(75.0, 150.0);
        assert!(x <= area.right + 1e-9 && y >= area.top - 1e-9, "{x} {y}");
        // A dot is drawn where the area says that it stands.
        let picture = chart.draw(&Presentation::new("c", 500, "Far"));
        assert!(
            picture.svg.contains("<circle"),
            "a dot is a circle: {}",
            picture.svg
        );
    }

    #[test]
    fn huge_and_flat_curves_are_drawn() {
        for points in [
            vec![],
            vec![(5.0, 0.0)],
            vec![(-1e300, 0.0), (1e300, 100.0)],
        ] {
            let chart = ValueCurve {
                points,
                ..ValueCurve::default()
            };
            let picture = chart.draw(&Presentation::new("c", 300, "Odd"));
            assert!(!picture.svg.contains("NaN"), "{}", picture.svg);
            assert!(!picture.svg.contains("inf"), "{}", picture.svg);
        }
    }
}
