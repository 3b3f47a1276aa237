//! The drawing backend plotters draws on: it keeps what is drawn as a list of marks.
//!
//! plotters speaks integer pixels and RGB colours. Here a pixel is a tenth of a CSS px, and a colour
//! is a [`Role`] and a [`Dash`] in disguise: red is the role, green the dash. The list is written out
//! as SVG twice, with classes and with resolved colours (see `svg.rs`).
//!
//! plotters' own text measuring is never reached: text sizes come from [`advance`].

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::advance;
use super::palette::{Dash, Role};

/// Units of plotters in a CSS px.
pub(super) const UNITS: f64 = 10.0;

/// A length in px as a whole number of units.
///
/// Clamped to 100 000 px, so that no number can come out absurd; what is not a number becomes 0.
pub(super) fn units(px: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped, and the cast saturates"
    )]
    let units = (px.clamp(-1e5, 1e5) * UNITS).round() as i32;
    units
}

/// The colour that stands for a role and a dash on the way through plotters.
fn disguise(role: Role, dash: Dash) -> RGBAColor {
    RGBAColor(role as u8, dash as u8, 0, 1.0)
}

fn unmask(color: BackendColor) -> (Role, Dash) {
    let (role, dash, _) = color.rgb;
    (
        Role::from_byte(role),
        if dash == Dash::Dashed as u8 {
            Dash::Dashed
        } else {
            Dash::Solid
        },
    )
}

/// A filled shape.
pub(super) fn filled(role: Role) -> ShapeStyle {
    ShapeStyle {
        color: disguise(role, Dash::Solid),
        filled: true,
        stroke_width: 0,
    }
}

/// A line of `width` px.
pub(super) fn stroked(role: Role, width: f64, dash: Dash) -> ShapeStyle {
    ShapeStyle {
        color: disguise(role, dash),
        filled: false,
        stroke_width: units(width).unsigned_abs(),
    }
}

/// One thing drawn, in units.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// An open line through points.
    Line { points: Vec<BackendCoord>, pen: Pen },
    /// A filled shape.
    Fill {
        points: Vec<BackendCoord>,
        role: Role,
    },
    /// A filled rectangle: upper left corner, width, height.
    Bar {
        at: BackendCoord,
        size: (i32, i32),
        role: Role,
    },
    /// The outline of a rectangle.
    Outline {
        at: BackendCoord,
        size: (i32, i32),
        pen: Pen,
    },
    /// A filled circle.
    Dot {
        at: BackendCoord,
        radius: u32,
        role: Role,
    },
    /// The outline of a circle.
    Ring {
        at: BackendCoord,
        radius: u32,
        pen: Pen,
    },
    /// One line of text; `at` is on its baseline.
    Words {
        text: String,
        at: BackendCoord,
        size: i32,
        bold: bool,
        anchor: Anchor,
        role: Role,
    },
    /// What follows, up to [`Mark::Close`], belongs together under this class.
    Open(&'static str),
    /// The end of a group.
    Close,
}

/// What draws a line: width in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) role: Role,
    pub(super) width: u32,
    pub(super) dash: Dash,
}

impl Pen {
    fn of<S: BackendStyle>(style: &S) -> Pen {
        let (role, dash) = unmask(style.color());
        Pen {
            role,
            width: style.stroke_width(),
            dash,
        }
    }
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The marks drawn so far, shared between plotters and the sheet that reads them back.
pub(super) type Marks = Rc<RefCell<Vec<Mark>>>;

/// The backend.
#[derive(Clone)]
pub(super) struct Recorder {
    pub(super) marks: Marks,
    /// Width and height in units.
    pub(super) size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn keep(&self, mark: Mark) -> Drawn {
        self.marks.borrow_mut().push(mark);
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.keep(Mark::Bar {
            at,
            size: (1, 1),
            role: unmask(color).0,
        })
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.keep(Mark::Line {
            points: vec![from, to],
            pen: Pen::of(style),
        })
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let size = (to.0 - at.0, to.1 - at.1);
        let pen = Pen::of(style);
        self.keep(if fill {
            Mark::Bar {
                at,
                size,
                role: pen.role,
            }
        } else {
            Mark::Outline { at, size, pen }
        })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.keep(Mark::Line {
            points: path.into_iter().collect(),
            pen: Pen::of(style),
        })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let pen = Pen::of(style);
        self.keep(if fill {
            Mark::Dot {
                at,
                radius,
                role: pen.role,
            }
        } else {
            Mark::Ring { at, radius, pen }
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.keep(Mark::Fill {
            points: vert.into_iter().collect(),
            role: unmask(style.color()).0,
        })
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Drawn {
        let px = style.size() / UNITS;
        let anchor = style.anchor();
        // Of the system fonts: capitals are 0.72 em high, descenders 0.22 em deep.
        let down = match anchor.v_pos {
            VPos::Top => 0.78,
            VPos::Center => 0.36,
            VPos::Bottom => -0.22,
        };
        self.keep(Mark::Words {
            text: text.to_owned(),
            at: (x, y + units(px * down)),
            size: units(px),
            bold: matches!(style.style(), FontStyle::Bold),
            anchor: match anchor.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            role: unmask(style.color()).0,
        })
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let px = style.size() / UNITS;
        let wide = advance::width(text, px, matches!(style.style(), FontStyle::Bold));
        Ok((units(wide).unsigned_abs(), units(px).unsigned_abs()))
    }
}
