//! The strips of a value profile: for each criterion a line along the scale with a dot for each option.

use super::backend::Anchor;
use super::labels::spread;
use super::number::significant;
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, finish};
use super::profile::ValueProfile;
use super::rows;
use super::scale::Scale;
use super::sheet::{Plot, Sheet, Type};
use weighbridge_numeric::sort_ascending;

const NAME: Type = Type::bold(15.0, Role::Ink);
const NUMBER: Type = Type::plain(13.0, Role::Ink);
const QUIET_NUMBER: Type = Type::plain(13.0, Role::Muted);
const TICK: Type = Type::plain(13.0, Role::Muted);
/// From here on the names stand left of the strips.
const WIDE: f64 = 600.0;
/// Up to this many options, the grey dots carry their numbers too.
const FEW: usize = 6;
const RADIUS: f64 = 5.5;
/// From one dot to the next above it, where options share a value.
const LANE: f64 = 13.0;

/// A dot: the option's slot, and its value.
struct Dot {
    slot: Slot,
    value: f64,
    x: f64,
}

impl ValueProfile {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let lines = self.lines.iter();
        let values =
            lines.flat_map(|line| (0..self.criteria.len()).filter_map(|at| line.value(at)));
        let scale = match self.words.ranges {
            true => Scale::up_to(values, 4.0),
            false => Scale::over(values, 4.0),
        };
        let height = self::draw(&sheet, self, &self.slots(), scale);
        let table = self.table(presentation);
        finish(sheet, height, presentation, self.describe(), table)
    }
}

/// Draws the strips; answers the height used.
fn draw(sheet: &Sheet, profile: &ValueProfile, slots: &[Slot], scale: Scale) -> f64 {
    let mut y = key(sheet, profile, slots);
    let inset = RADIUS + 3.0;
    let left = if sheet.width < WIDE {
        inset
    } else {
        (sheet.width * 0.3).min(280.0)
    };
    let across = (left, sheet.width - inset);
    let first = y;
    let title = TICK.shorten(profile.words.title, sheet.width);
    sheet.text(&title, (0.0, y + 8.0), TICK, Anchor::Start);
    y = ticks(sheet, scale, across, y + 16.0);
    for (index, criterion) in profile.criteria.iter().enumerate() {
        let title = format!("{} {}", criterion.short, criterion.note);
        let few = profile.lines.len() <= FEW;
        let plot = |middle: f64| {
            sheet.plot(
                (scale.low, scale.high),
                (0.0, 1.0),
                across,
                (middle, middle),
            )
        };
        let dots: Vec<Dot> = profile
            .lines
            .iter()
            .zip(slots)
            .filter_map(|(line, slot)| {
                let value = line.value(index)?;
                Some(Dot {
                    slot: *slot,
                    value,
                    x: plot(0.0).at(value, 0.0).0,
                })
            })
            .collect();
        let without = profile
            .lines
            .iter()
            .filter(|line| line.value(index).is_none());
        let without: Vec<&str> = without.map(|line| line.short.as_str()).collect();
        let without = match without.as_slice() {
            [] => String::new(),
            names => format!("no score: {}", names.join(", ")),
        };
        sheet.group("strip", || {
            y += 6.0;
            if sheet.width < WIDE {
                let name = NAME.wrap(title.trim_end(), sheet.width, 2);
                y = sheet.lines(&name, 0.0, y, NAME, Anchor::Start);
                let note = TICK.wrap(&without, sheet.width, 2);
                y = sheet.lines(&note, 0.0, y, TICK, Anchor::Start);
                y = strip(sheet, &plot, scale, &dots, [few, profile.words.ranges], y);
            } else {
                let name = NAME.wrap(title.trim_end(), left - inset - 16.0, 2);
                let end = strip(sheet, &plot, scale, &dots, [few, profile.words.ranges], y);
                let note = TICK.wrap(&without, left - inset - 16.0, 2);
                let below = sheet.lines(&name, 0.0, y + 14.0, NAME, Anchor::Start);
                y = sheet.lines(&note, 0.0, below, TICK, Anchor::Start).max(end);
            }
        });
    }
    if profile.criteria.len() > 1 {
        y = ticks(sheet, scale, across, y + 6.0);
    }
    // Nothing at all to draw still has a height.
    y.max(first) + 2.0
}

/// One strip from `top`; answers where it ends.
fn strip(
    sheet: &Sheet,
    plot: &impl Fn(f64) -> Plot,
    scale: Scale,
    dots: &[Dot],
    [few, ranges]: [bool; 2],
    top: f64,
) -> f64 {
    let lanes = lanes(dots);
    // At most as many lanes as coloured options.
    let most = f64::from(lanes.iter().copied().max().unwrap_or(0));
    let middle = top + 23.0 + most * LANE + RADIUS;
    let plot = plot(middle);
    let end = |value: f64| plot.at(value, 0.0).0;
    sheet.line(
        &[(end(scale.low), middle), (end(scale.high), middle)],
        Role::Axis,
        1.0,
        Dash::Solid,
    );
    for tick in scale.ticks() {
        let x = end(tick);
        sheet.line(
            &[(x, middle - 4.0), (x, middle + 4.0)],
            Role::Axis,
            1.0,
            Dash::Solid,
        );
    }
    let lowest = dots.iter().map(|dot| dot.x).fold(f64::INFINITY, f64::min);
    let highest = dots
        .iter()
        .map(|dot| dot.x)
        .fold(f64::NEG_INFINITY, f64::max);
    if ranges && lowest < highest {
        sheet.line(
            &[(lowest, middle), (highest, middle)],
            Role::Axis,
            4.0,
            Dash::Solid,
        );
    }
    let place = |dot: &Dot, lane: u32| (dot.x, middle - f64::from(lane) * LANE);
    // Grey ones first: where there are many they lie under the others.
    for quiet in [true, false] {
        for (dot, lane) in dots
            .iter()
            .zip(&lanes)
            .filter(|(dot, _)| (dot.slot == Slot::Quiet) == quiet)
        {
            sheet.marker(place(dot, *lane), RADIUS, dot.slot);
        }
    }
    numbers(sheet, dots, few, middle - most * LANE - RADIUS - 11.0);
    middle + RADIUS + 12.0
}

/// The value of each dot in a row above the strip, moved apart where they would touch.
fn numbers(sheet: &Sheet, dots: &[Dot], few: bool, y: f64) {
    let mut shown: Vec<(f64, String, Type)> = Vec::new();
    // Coloured ones first, so that a value they share with a grey one is written in ink.
    for quiet in [false, true] {
        for dot in dots
            .iter()
            .filter(|dot| (dot.slot == Slot::Quiet) == quiet && (few || !quiet))
        {
            let label = significant(dot.value);
            if !shown.iter().any(|(_, other, _)| *other == label) {
                shown.push((dot.x, label, if quiet { QUIET_NUMBER } else { NUMBER }));
            }
        }
    }
    sort_ascending(&mut shown, |(x, ..)| *x);
    let wanted: Vec<(f64, f64)> = shown
        .iter()
        .map(|(x, label, look)| (*x, look.width(label)))
        .collect();
    let places = spread(&wanted, 5.0, 0.0, sheet.width);
    for ((_, label, look), x) in shown.iter().zip(places) {
        sheet.text(label, (x, y), *look, Anchor::Middle);
    }
}

/// How far up each dot stands so that coloured ones do not hide one another; grey ones stay on the line
/// unless there is a free lane near the coloured.
fn lanes(dots: &[Dot]) -> Vec<u32> {
    let mut lanes = vec![0; dots.len()];
    let crowded = dots.len() > FEW;
    // Those that have a lane of their own, with it.
    let mut placed: Vec<(f64, u32)> = Vec::new();
    for quiet in [false, true] {
        let own = dots.iter().zip(&mut lanes);
        for (dot, own) in own.filter(|(dot, _)| (dot.slot == Slot::Quiet) == quiet) {
            if crowded && quiet {
                continue;
            }
            let is_taken = |lane: u32| {
                let near = |x: f64| (x - dot.x).abs() < 2.0 * RADIUS + 1.0;
                placed.iter().any(|(x, at)| *at == lane && near(*x))
            };
            let mut all = 0..=u32::try_from(dots.len()).unwrap_or(u32::MAX);
            if let Some(lane) = all.find(|lane| !is_taken(*lane)) {
                *own = lane;
                placed.push((dot.x, lane));
            }
        }
    }
    lanes
}

/// Which marker is which option; answers where the strips begin.
fn key(sheet: &Sheet, profile: &ValueProfile, slots: &[Slot]) -> f64 {
    let mut entries: Vec<(Slot, String)> = Vec::new();
    let mut quiet: Vec<&str> = Vec::new();
    let others = format!("Other {}", profile.words.each[1]);
    for (line, slot) in profile.lines.iter().zip(slots) {
        if *slot == Slot::Quiet {
            quiet.push(&line.short)
        } else {
            entries.push((*slot, line.short.clone()))
        }
    }
    match quiet.as_slice() {
        [] => {}
        [only] => entries.push((Slot::Quiet, (*only).to_owned())),
        _ if entries.is_empty() => {
            entries.push((Slot::Quiet, profile.words.each[1].to_owned()));
        }
        _ => entries.push((Slot::Quiet, others)),
    }
    if entries.is_empty() {
        return 0.0;
    }
    let mark = |slot: Slot, (x, y): (f64, f64)| {
        sheet.marker((x + 7.0, y), RADIUS, slot);
    };
    rows::key(sheet, &entries, 0.0, 20.0, &mark) + 16.0
}

fn ticks(sheet: &Sheet, scale: Scale, across: (f64, f64), top: f64) -> f64 {
    let plot = sheet.plot((scale.low, scale.high), (0.0, 1.0), across, (top, top));
    for tick in scale.ticks() {
        let label = significant(tick);
        let half = TICK.width(&label) / 2.0;
        let x = plot
            .at(tick, 0.0)
            .0
            .clamp(half, (sheet.width - half).max(half));
        sheet.text(&label, (x, top + 10.0), TICK, Anchor::Middle);
    }
    top + 18.0
}
