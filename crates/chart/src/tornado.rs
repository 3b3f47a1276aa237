//! What moves the lead most: how far each input can push it, and past which end another option leads.

use super::backend::Anchor;
use super::labels::spread;
use super::number::{is_drawable, significant};
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, count, finish};
use super::rows::{Rows, Words, grid, ticks, title};
use super::scale::Scale;
use super::sheet::{Plot, Sheet, Slant, Type, rectangle};

/// A bar for each input, from the lead at its low end to the lead at its high end, around the lead now.
/// Below zero another option leads: there a bar is hatched, and the words under the input say who.
///
/// ```
/// use weighbridge_chart::{Presentation, Slot, Tornado, tornado::{End, Row}};
///
/// let chart = Tornado {
///     leader: "Stay".into(),
///     slot: Slot::nth(0),
///     lead: 20.0,
///     lead_label: "now 20 points".into(),
///     rows: vec![Row {
///         name: "Weight of independence".into(),
///         low: End { input: "0%".into(), lead: 45.0, ..End::default() },
///         high: End { input: "100%".into(), lead: -80.0, by: "Move".into(), past: "above 36%".into() },
///     }],
/// };
/// let picture = chart.draw(&Presentation::new("lead", 760, "Only independence can change the leader"));
/// assert_eq!(picture.table.rows, [["Weight of independence", "0%", "45", "", "100%", "−80", "Move, above 36%"]]);
/// assert!(picture.description.contains("at 100% it is 80 behind, the lead lost to Move above 36%."));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tornado {
    /// The option that leads now.
    pub leader: String,
    /// Its colour.
    pub slot: Slot,
    /// How many points it is ahead now.
    pub lead: f64,
    /// That as words: "now 17 points".
    pub lead_label: String,
    /// The inputs, the one that moves the lead most first.
    pub rows: Vec<Row>,
}

/// An input: a weight, or a score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is: "Weight of independence".
    pub name: String,
    /// The lead at its low end.
    pub low: End,
    /// The lead at its high end.
    pub high: End,
}

/// One end of what an input may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct End {
    /// The input there, as words: "0%".
    pub input: String,
    /// How many points the leader of now is ahead there; below zero when it is not. What is not a number
    /// is not drawn.
    pub lead: f64,
    /// To whom the lead is lost on the way; empty where it is not.
    pub by: String,
    /// Past where it is lost, as words: "above 12.1%"; empty where that is not known.
    pub past: String,
}

const END: Type = Type::bold(13.0, Role::Ink);
const HEAD: Type = Type::bold(13.5, Role::Ink);
const NOW: Type = Type::plain(13.5, Role::Ink);
const HEIGHT: f64 = 24.0;
/// Two bars in one row, where both ends push the lead the same way.
const LANES: f64 = 34.0;

impl Tornado {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let words: Vec<Words> = self.rows.iter().map(words).collect();
        let rows = Rows::new(sheet.width, &words);
        let now = if is_drawable(self.lead) {
            self.lead
        } else {
            0.0
        };
        let mut leads = vec![0.0, now];
        let mut pad = 12.0_f64;
        for end in self.rows.iter().flat_map(|row| [&row.low, &row.high]) {
            pad = pad.max(END.width(&end.input) + 9.0);
            if is_drawable(end.lead) {
                leads.push(end.lead);
            }
        }
        let pad = pad.min((rows.across.1 - rows.across.0) * 0.24).ceil();
        let across = (rows.across.0 + pad, rows.across.1 - pad);
        let scale = Scale::between(leads.into_iter(), if rows.narrow { 4.0 } else { 6.0 });

        let mut y = self.head(&sheet, across, scale, now);
        for (row, words) in self.rows.iter().zip(&words) {
            let same = (row.low.lead - now) * (row.high.lead - now) > 0.0;
            let height = if same { LANES } else { HEIGHT };
            sheet.group("row", || {
                let top = y;
                let (bar, end) = rows.row(&sheet, words, height, y);
                let from = if rows.narrow { bar - 4.0 } else { top };
                let plot = sheet.plot((scale.low, scale.high), (0.0, 1.0), across, (end, from));
                grid(&sheet, across, scale, (from, end));
                let lane = if same { LANES / 2.0 - 1.0 } else { HEIGHT };
                let second = bar + height - lane;
                self.bar(&sheet, &plot, &row.low, (now, bar), lane);
                self.bar(&sheet, &plot, &row.high, (now, second), lane);
                // On paper, so that it is seen on the bars.
                plot.line(vec![(now, 0.0), (now, 1.0)], Role::Paper, 3.5, Dash::Solid);
                plot.line(vec![(now, 0.0), (now, 1.0)], Role::Ink, 1.2, Dash::Dashed);
                plot.line(vec![(0.0, 0.0), (0.0, 1.0)], Role::Ink, 2.5, Dash::Solid);
                let [low, high] = [bar, second].map(|top| top + lane / 2.0);
                self.name_end(&sheet, &plot, &row.low, (now, low), -pad);
                self.name_end(&sheet, &plot, &row.high, (now, high), pad);
                y = end;
            });
        }
        sheet.group("scale", || ticks(&sheet, across, scale, y, ""));
        let axis = match self.leader.as_str() {
            "" => "Lead, in points".to_owned(),
            leader => format!("Lead of {leader}, in points"),
        };
        y = title(&sheet, &axis, rows.across, y);
        finish(
            sheet,
            y,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    /// What the two upright lines are; answers where they start.
    fn head(&self, sheet: &Sheet, across: (f64, f64), scale: Scale, now: f64) -> f64 {
        let plot = sheet.plot((scale.low, scale.high), (0.0, 1.0), across, (0.0, 0.0));
        let room = sheet.width / 2.0 - 8.0;
        let zero = (0.0, HEAD, "Leader changes", 2.5, Dash::Solid);
        let now = (now, NOW, self.lead_label.as_str(), 1.2, Dash::Dashed);
        let marks = if now.0 < 0.0 {
            [now, zero]
        } else {
            [zero, now]
        };
        let texts = marks.map(|(_, look, text, ..)| look.shorten(text, room));
        let wanted = marks.map(|(lead, ..)| plot.at(lead, 0.0).0).into_iter();
        let wanted = wanted.zip(marks.iter().zip(&texts));
        let wanted: Vec<(f64, f64)> = wanted
            .map(|(x, ((_, look, ..), text))| (x, look.width(text)))
            .collect();
        let places = spread(&wanted, 14.0, 0.0, sheet.width);
        let places = places.into_iter().zip(&wanted);
        for ((place, (x, wide)), ((_, look, _, pen, dash), text)) in
            places.zip(marks.into_iter().zip(&texts))
        {
            sheet.text(text, (place, 9.0), look, Anchor::Middle);
            // From the words to the line, slanting where the words had to move.
            let half = wide / 2.0;
            let start = x.clamp(place - half, place + half);
            sheet.line(&[(start, 18.0), (*x, 30.0)], Role::Ink, pen, dash);
        }
        30.0
    }

    /// The bar from the lead now to one end.
    fn bar(&self, sheet: &Sheet, plot: &Plot, end: &End, (now, top): (f64, f64), height: f64) {
        if !is_drawable(end.lead) {
            return;
        }
        let (low, high) = (end.lead.min(now), end.lead.max(now));
        let span = |from: f64, to: f64| {
            let left = plot.at(from, 0.0).0;
            ((left, top), (plot.at(to, 0.0).0 - left, height))
        };
        if high > 0.0 {
            let (corner, size) = span(low.max(0.0), high);
            sheet.bar(corner, size, self.slot.fill());
        }
        if low < 0.0 {
            let (corner, size) = span(low, high.min(0.0));
            sheet.bar(corner, size, Role::Paper);
            let corners = rectangle(corner, size);
            sheet.hatch(&corners, Slant::Up, 6.0, Role::Ink, 1.5);
            sheet.edges(corner, size, Role::Ink, 1.5);
        }
    }

    /// Writes the input at one end of a bar beside it, in `pad` px: to the left when below zero for an end
    /// that moves nothing.
    fn name_end(&self, sheet: &Sheet, plot: &Plot, end: &End, (now, y): (f64, f64), pad: f64) {
        if !is_drawable(end.lead) {
            return;
        }
        let text = END.shorten(&end.input, pad.abs() - 8.0);
        let wide = END.width(&text);
        let x = plot.at(end.lead, 0.0).0;
        let to_now = plot.at(now, 0.0).0 - x;
        let side = if to_now.abs() < 0.05 { pad } else { -to_now }.signum();
        let mut look = END;
        let mut middle = x + side * (6.0 + wide / 2.0);
        let zero = plot.at(0.0, 0.0).0;
        if (middle - zero).abs() < wide / 2.0 + 4.0 && end.lead > 0.0 && to_now.abs() > wide + 12.0
        {
            // On the bar rather than on the line at zero.
            look = Type::bold(END.size, self.slot.label());
            middle = x - side * (6.0 + wide / 2.0);
        } else {
            let corner = (middle - wide / 2.0 - 1.0, y - 7.0);
            sheet.bar(corner, (wide + 2.0, 14.0), Role::Paper);
        }
        sheet.text(&text, (middle, y), look, Anchor::Middle);
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "How far each of {} moves the lead of {}, {}.",
            count(self.rows.len(), "input", "inputs"),
            self.leader,
            self.lead_label
        );
        for row in &self.rows {
            words.push_str(&format!(" {}:", row.name));
            for (end, mark) in [(&row.low, ";"), (&row.high, ".")] {
                words.push_str(&format!(" at {} it is ", end.input));
                if end.by.is_empty() {
                    words.push_str(&format!("{} ahead{mark}", significant(end.lead)));
                } else {
                    let by = significant(-end.lead);
                    let past = past(end);
                    words.push_str(&format!(
                        "{by} behind, the lead lost to {}{past}{mark}",
                        end.by
                    ));
                }
            }
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        const HEADERS: [&str; 7] = [
            "Input",
            "Low end",
            "Lead at low end",
            "Lead lost towards low end to",
            "High end",
            "Lead at high end",
            "Lead lost towards high end to",
        ];
        let mut table = Table::new(&presentation.title, &HEADERS);
        for row in &self.rows {
            table.start(&row.name);
            for end in [&row.low, &row.high] {
                table.words(end.input.clone(), None);
                table.number(end.lead);
                let lost = match end.past.as_str() {
                    "" => end.by.clone(),
                    past => format!("{}, {past}", end.by),
                };
                table.words(lost, None);
            }
        }
        table
    }
}

/// Past where the lead is lost, with a space before it; at the end where nothing is known of that.
fn past(end: &End) -> String {
    if end.past.is_empty() {
        format!(" at {}", end.input)
    } else {
        format!(" {}", end.past)
    }
}

fn words(row: &Row) -> Words {
    let note = |end: &End| {
        if end.by.is_empty() {
            String::new()
        } else {
            format!("Loses the lead to {}{}. ", end.by, past(end))
        }
    };
    Words {
        name: row.name.clone(),
        note: note(&row.low) + &note(&row.high),
        ..Words::default()
    }
}
