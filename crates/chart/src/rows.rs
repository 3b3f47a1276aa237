//! What charts made of rows share: names beside or above a drawing, numbers on an axis, a key.

use super::backend::Anchor;
use super::number::significant;
use super::palette::{Dash, Role};
use super::scale::Scale;
use super::sheet::{Sheet, Type};

const NAME: Type = Type::bold(15.5, Role::Ink);
const LABEL: Type = Type::bold(17.0, Role::Ink);
const NOTE: Type = Type::plain(13.5, Role::Muted);
const KEY: Type = Type::plain(14.5, Role::Ink);
pub(super) const TICK: Type = Type::plain(13.0, Role::Muted);
/// Under this width the drawing goes below the name.
const NARROW: f64 = 560.0;
const GAP: f64 = 16.0;
const PADDING: f64 = 8.0;

/// The words of one row: name and note before the drawing, label and aside behind it.
#[derive(Clone, Default)]
pub(super) struct Words {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) label: String,
    pub(super) aside: String,
}

/// Where rows have their words and their drawing.
pub(super) struct Rows {
    pub(super) narrow: bool,
    /// The lines a name may take.
    most: usize,
    name: f64,
    label: f64,
    /// The left and the right end of the drawing.
    pub(super) across: (f64, f64),
}

impl Rows {
    /// Columns for a sheet `width` px wide.
    pub(super) fn new(width: f64, words: &[Words]) -> Rows {
        let narrow = width < NARROW;
        let (mut name, mut label) = (0.0_f64, 0.0_f64);
        for row in words {
            name = name.max(NAME.width(&row.name)).max(NOTE.width(&row.note));
            label = label.max(LABEL.width(&row.label));
            label = label.max(NOTE.width(&row.aside));
        }
        label = label.min(width * if narrow { 0.4 } else { 0.2 }).ceil();
        let behind = if label > 0.0 { label + GAP } else { 0.0 };
        let (name, across) = if narrow {
            (width - behind, (0.0, width))
        } else {
            let name = name.min(width * 0.32).min(300.0).ceil();
            (name, (name + GAP, width - behind))
        };
        Rows {
            narrow,
            most: if words.len() > 10 { 2 } else { 3 },
            name,
            label,
            across,
        }
    }

    /// Writes the words of a row from `top` around a drawing `height` px high; answers where the
    /// drawing starts and where the row ends.
    pub(super) fn row(&self, sheet: &Sheet, words: &Words, height: f64, top: f64) -> (f64, f64) {
        let name = NAME.wrap(&words.name, self.name, self.most);
        let note = NOTE.wrap(&words.note, self.name, 3);
        // Few lines: exact as f64.
        let before = name.len() as f64 * NAME.leading() + note.len() as f64 * NOTE.leading();
        let mut behind = 0.0;
        if !words.label.is_empty() {
            behind = NAME.leading();
        }
        if !words.aside.is_empty() {
            behind += NOTE.leading();
        }
        let all = before.max(behind);
        let (before_top, behind_top, drawing, end) = if self.narrow {
            let top = top + PADDING;
            let drawing = top + all + 5.0;
            (top, top, drawing, drawing + height + PADDING)
        } else {
            let all = all.max(height);
            let middle = top + PADDING + all / 2.0;
            (
                middle - before / 2.0,
                middle - behind / 2.0,
                middle - height / 2.0,
                top + all + 2.0 * PADDING,
            )
        };
        let y = sheet.lines(&name, 0.0, before_top, NAME, Anchor::Start);
        sheet.lines(&note, 0.0, y, NOTE, Anchor::Start);
        let mut y = behind_top;
        for (text, look) in [(&words.label, LABEL), (&words.aside, NOTE)] {
            if !text.is_empty() {
                let leading = look.leading().min(NAME.leading());
                let text = look.shorten(text, self.label);
                let at = (sheet.width, y + leading / 2.0);
                sheet.text(&text, at, look, Anchor::End);
                y += leading;
            }
        }
        (drawing, end)
    }
}

/// Numbers below a drawing, each with a short stroke; those that would touch are left out.
pub(super) fn ticks(sheet: &Sheet, across: (f64, f64), scale: Scale, top: f64, unit: &str) {
    let plot = sheet.plot((scale.low, scale.high), (0.0, 1.0), across, (top, top));
    let mut free = f64::NEG_INFINITY;
    for tick in scale.ticks() {
        let label = significant(tick) + unit;
        let (x, _) = plot.at(tick, 0.0);
        sheet.line(&[(x, top), (x, top + 4.0)], Role::Axis, 1.0, Dash::Solid);
        let half = TICK.width(&label) / 2.0;
        // At the edge of the sheet the number moves inwards.
        let at = x.clamp(half, (sheet.width - half).max(half));
        if at - half >= free {
            sheet.text(&label, (at, top + 14.0), TICK, Anchor::Middle);
            free = at + half + 2.0;
        }
    }
}

/// Light upright lines at the numbers, over part of the height of a drawing.
pub(super) fn grid(sheet: &Sheet, across: (f64, f64), scale: Scale, (top, bottom): (f64, f64)) {
    let plot = sheet.plot((scale.low, scale.high), (0.0, 1.0), across, (bottom, top));
    for tick in scale.ticks() {
        let (x, _) = plot.at(tick, 0.0);
        sheet.line(&[(x, bottom), (x, top)], Role::Grid, 1.0, Dash::Solid);
    }
}

/// The name of an axis below its numbers; answers where it ends.
pub(super) fn title(sheet: &Sheet, text: &str, across: (f64, f64), top: f64) -> f64 {
    let lines = TICK.wrap(text, across.1 - across.0, 2);
    let middle = f64::midpoint(across.0, across.1);
    sheet.lines(&lines, middle, top + 23.0, TICK, Anchor::Middle) + 4.0
}

/// How many lines a key takes at some width.
pub(super) fn key_lines<M>(entries: &[(M, String)], room: f64, width: f64) -> f64 {
    let (mut x, mut lines) = (0.0, 1.0);
    for (_, text) in entries {
        let wide = room + KEY.width(&KEY.shorten(text, width - room));
        if x > 0.0 && x + wide > width {
            (x, lines) = (0.0, lines + 1.0);
        }
        x += wide + 18.0;
    }
    lines
}

/// A key from `top`: `room` px for the mark of each entry, drawn from the middle of its left side, and
/// its words behind it; answers where the middle of the last line is.
pub(super) fn key<M: Copy>(
    sheet: &Sheet,
    entries: &[(M, String)],
    top: f64,
    room: f64,
    draw: &dyn Fn(M, (f64, f64)),
) -> f64 {
    let (mut x, mut y) = (0.0, top + 12.0);
    sheet.group("key", || {
        for (mark, text) in entries {
            let text = KEY.shorten(text, sheet.width - room);
            let wide = room + KEY.width(&text);
            if x > 0.0 && x + wide > sheet.width {
                (x, y) = (0.0, y + 24.0);
            }
            draw(*mark, (x, y));
            sheet.text(&text, (x + room, y), KEY, Anchor::Start);
            x += wide + 18.0;
        }
    });
    y
}
