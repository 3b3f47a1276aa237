//! The paper a chart is drawn on: lengths in px, colours by role, all through plotters.

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::advance;
use super::backend::{Anchor, Mark, Marks, Recorder, UNITS, filled, stroked, units};
use super::palette::{Dash, Role, Slot};
use super::regions::edges;

/// Size, weight and colour of text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) role: Role,
}

impl Type {
    pub(super) const fn plain(size: f64, role: Role) -> Type {
        Type {
            size,
            bold: false,
            role,
        }
    }

    pub(super) const fn bold(size: f64, role: Role) -> Type {
        Type {
            size,
            bold: true,
            role,
        }
    }

    pub(super) fn width(self, text: &str) -> f64 {
        advance::width(text, self.size, self.bold)
    }

    pub(super) fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        if text.is_empty() {
            Vec::new()
        } else {
            advance::wrap(text, self.size, self.bold, room, most)
        }
    }

    pub(super) fn shorten(self, text: &str, room: f64) -> String {
        advance::shorten(text, self.size, self.bold, room)
    }

    /// From one baseline to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.25).round()
    }
}

/// Something to draw on, `width` px wide.
pub(super) struct Sheet {
    area: DrawingArea<Recorder, Shift>,
    marks: Marks,
    pub(super) width: f64,
}

/// plotters passes on the errors of the backend, and ours cannot fail.
fn done<E>(_cannot_fail: Result<(), E>) {}

impl Sheet {
    pub(super) fn new(width: f64) -> Sheet {
        let marks = Marks::default();
        // plotters asks for a height; ours is known only when everything is laid out, and nothing is clipped.
        let size = (units(width).unsigned_abs(), units(1e5).unsigned_abs());
        let area = Recorder {
            marks: marks.clone(),
            size,
        }
        .into_drawing_area();
        Sheet { area, marks, width }
    }

    pub(super) fn into_marks(self) -> Vec<Mark> {
        self.marks.take()
    }

    /// Draws what `inside` draws as one group.
    pub(super) fn group(&self, class: &'static str, inside: impl FnOnce()) {
        self.marks.borrow_mut().push(Mark::Open(class));
        inside();
        self.marks.borrow_mut().push(Mark::Close);
    }

    /// One line of text whose capitals are centred on `y`.
    pub(super) fn text(&self, text: &str, (x, y): (f64, f64), look: Type, anchor: Anchor) {
        if text.is_empty() {
            return;
        }
        // A text by itself has nothing beside it that it could turn.
        let alone = text.strip_prefix('\u{2068}');
        let alone = alone.and_then(|text| text.strip_suffix('\u{2069}'));
        let text = alone
            .filter(|text| !text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']))
            .unwrap_or(text);
        let weight = if look.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let color = filled(look.role).color;
        let style = TextStyle::from(FontDesc::new(
            FontFamily::SansSerif,
            look.size * UNITS,
            weight,
        ))
        .color(&color)
        .pos(Pos::new(h_pos, VPos::Center));
        done(
            self.area
                .draw(&Text::new(text, (units(x), units(y)), style)),
        );
    }

    /// Lines of text under one another from `top`; answers where they end.
    pub(super) fn lines(
        &self,
        lines: &[String],
        x: f64,
        top: f64,
        look: Type,
        anchor: Anchor,
    ) -> f64 {
        let mut y = top;
        for line in lines {
            self.text(line, (x, y + look.leading() / 2.0), look, anchor);
            y += look.leading();
        }
        y
    }

    /// A filled rectangle.
    pub(super) fn bar(&self, (x, y): (f64, f64), (width, height): (f64, f64), role: Role) {
        self.rectangle(x, y, x + width, y + height, filled(role));
    }

    /// The outline of a rectangle.
    pub(super) fn edges(
        &self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        role: Role,
        pen: f64,
    ) {
        self.rectangle(x, y, x + width, y + height, stroked(role, pen, Dash::Solid));
    }

    fn rectangle(&self, left: f64, top: f64, right: f64, bottom: f64, style: ShapeStyle) {
        let corners = [(units(left), units(top)), (units(right), units(bottom))];
        done(self.area.draw(&Rectangle::new(corners, style)));
    }

    pub(super) fn line(&self, points: &[(f64, f64)], role: Role, pen: f64, dash: Dash) {
        done(self.area.draw(&PathElement::new(
            in_units(points),
            stroked(role, pen, dash),
        )));
    }

    pub(super) fn dot(&self, at: (f64, f64), radius: f64, role: Role) {
        self.circle(at, radius, filled(role));
    }

    pub(super) fn ring(&self, at: (f64, f64), radius: f64, role: Role, pen: f64) {
        self.circle(at, radius, stroked(role, pen, Dash::Solid));
    }

    fn circle(&self, (x, y): (f64, f64), radius: f64, style: ShapeStyle) {
        done(
            self.area
                .draw(&Circle::new((units(x), units(y)), units(radius), style)),
        );
    }

    /// The marker of a slot, about `2 * radius` across, on a rim of paper that sets it off from lines below.
    pub(super) fn marker(&self, (x, y): (f64, f64), radius: f64, slot: Slot) {
        let role = slot.fill();
        self.outline((x, y), radius + 1.5, slot, Role::Paper);
        self.outline((x, y), radius, slot, role);
    }

    fn outline(&self, (x, y): (f64, f64), r: f64, slot: Slot, role: Role) {
        // Corners in radii: shapes of about the same area as the circle.
        let corners: &[(f64, f64)] = match slot {
            Slot::C1 | Slot::Ink => return self.dot((x, y), r, role),
            Slot::Quiet => return self.dot((x, y), r * 0.7, role),
            Slot::C2 | Slot::InkDashed => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Slot::C3 => &[(0.0, -1.25), (1.2, 0.85), (-1.2, 0.85)],
            Slot::C4 => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
            Slot::C5 => &[(0.0, 1.25), (1.2, -0.85), (-1.2, -0.85)],
            Slot::C6 => &[
                (-0.55, -1.0),
                (0.55, -1.0),
                (1.15, 0.0),
                (0.55, 1.0),
                (-0.55, 1.0),
                (-1.15, 0.0),
            ],
        };
        let points: Vec<(f64, f64)> = corners
            .iter()
            .map(|(right, down)| (x + right * r, y + down * r))
            .collect();
        self.polygon(&points, role);
    }

    /// A filled shape.
    pub(super) fn polygon(&self, corners: &[(f64, f64)], role: Role) {
        done(
            self.area
                .draw(&Polygon::new(in_units(corners), filled(role))),
        );
    }

    /// Parallel lines inside a convex shape, `step` px apart.
    pub(super) fn hatch(
        &self,
        corners: &[(f64, f64)],
        slant: Slant,
        step: f64,
        role: Role,
        pen: f64,
    ) {
        let (dx, dy) = match slant {
            Slant::Up => (0.5_f64.sqrt(), -0.5_f64.sqrt()),
            Slant::Down => (0.5_f64.sqrt(), 0.5_f64.sqrt()),
            Slant::Level => (1.0, 0.0),
            Slant::Upright => (0.0, 1.0),
        };
        // How far a point is from the line through the corner of the sheet, to one side.
        let off = |(x, y): (f64, f64)| y * dx - x * dy;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for corner in corners {
            low = low.min(off(*corner));
            high = high.max(off(*corner));
        }
        let mut at = low + step * 0.75;
        while at < high {
            let mut ends = Vec::with_capacity(2);
            for (from, to) in edges(corners) {
                let (a, b) = (off(from) - at, off(to) - at);
                if (a < 0.0) != (b < 0.0) {
                    let t = a / (a - b);
                    ends.push((from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t));
                }
            }
            if ends.len() == 2 {
                self.line(&ends, role, pen, Dash::Solid);
            }
            at += step;
        }
    }

    /// The hatching that tells a slot from the others without its colour, over a convex shape: lines so far
    /// apart and so thick, in px.
    pub(super) fn pattern(&self, corners: &[(f64, f64)], slot: Slot, step: f64, pen: f64) {
        let slants: &[Slant] = match slot {
            Slot::C2 => &[Slant::Up],
            Slot::C3 => &[Slant::Down],
            Slot::C4 => &[Slant::Level],
            Slot::C5 => &[Slant::Upright],
            Slot::C6 => &[Slant::Up, Slant::Down],
            Slot::C1 | Slot::Ink | Slot::InkDashed | Slot::Quiet => &[],
        };
        for slant in slants {
            self.hatch(corners, *slant, step, Role::Paper, pen);
        }
    }

    /// A coordinate system over part of the sheet: `across` runs over `left..right`, `up` over `bottom..top`.
    pub(super) fn plot(
        &self,
        across: (f64, f64),
        up: (f64, f64),
        (left, right): (f64, f64),
        (bottom, top): (f64, f64),
    ) -> Plot {
        let pixels = (units(left)..units(right), units(bottom)..units(top));
        Plot {
            area: self.area.apply_coord_spec(Cartesian2d::new(
                across.0..across.1,
                up.0..up.1,
                pixels,
            )),
        }
    }
}

/// Which way hatching goes.
#[derive(Clone, Copy)]
pub(super) enum Slant {
    Up,
    Down,
    Level,
    Upright,
}

/// The corners of a rectangle.
pub(super) fn rectangle((left, top): (f64, f64), (width, height): (f64, f64)) -> [(f64, f64); 4] {
    let (right, bottom) = (left + width, top + height);
    [(left, top), (right, top), (right, bottom), (left, bottom)]
}

fn in_units(points: &[(f64, f64)]) -> Vec<(i32, i32)> {
    points.iter().map(|(x, y)| (units(*x), units(*y))).collect()
}

/// A part of a sheet with coordinates of its own.
pub(super) struct Plot {
    area: DrawingArea<Recorder, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl Plot {
    /// Where a point of the data stands on the sheet, in px.
    pub(super) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (f64::from(x) / UNITS, f64::from(y) / UNITS)
    }

    /// A line through points of the data.
    pub(super) fn line(&self, points: Vec<(f64, f64)>, role: Role, pen: f64, dash: Dash) {
        done(
            self.area
                .draw(&PathElement::new(points, stroked(role, pen, dash))),
        );
    }
}
