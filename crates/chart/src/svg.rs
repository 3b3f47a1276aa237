//! Marks written as SVG: with classes for the page, with resolved attributes for a file.

use super::backend::{Anchor, Mark, Pen};
use super::palette::{Dash, Role, Theme};

/// The fonts the advance widths were taken for; `styles/charts.css` names the same.
pub(super) const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";

/// Where colours come from.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    /// From a style sheet, by class.
    Classes,
    /// From the marks themselves.
    Resolved(Theme),
}

/// `text` for SVG content or a double-quoted attribute; characters XML does not allow become spaces.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(c),
        }
    }
}

/// `marks` as SVG elements, appended to `out`.
pub(super) fn write(marks: &[Mark], ink: Ink, out: &mut String) {
    let mut rest = marks;
    while let Some((mark, mut after)) = rest.split_first() {
        match mark {
            Mark::Line { points, pen } => {
                out.push_str("<path");
                line_colour(*pen, ink, out);
                out.push_str(" d=\"");
                trace(points, out);
                // Neighbours of the same pen share one element: a grid is one path.
                while let Some((Mark::Line { points, pen: next }, further)) = after.split_first() {
                    if next != pen {
                        break;
                    }
                    trace(points, out);
                    after = further;
                }
                out.push_str("\"/>");
            }
            Mark::Fill { points, role } => {
                out.push_str("<path");
                fill_colour(*role, ink, out);
                out.push_str(" d=\"");
                trace(points, out);
                out.push_str("Z\"/>");
            }
            Mark::Bar { at, size, role } => {
                out.push_str("<rect");
                fill_colour(*role, ink, out);
                rectangle(*at, *size, out);
            }
            Mark::Outline { at, size, pen } => {
                out.push_str("<rect");
                line_colour(*pen, ink, out);
                rectangle(*at, *size, out);
            }
            Mark::Dot { at, radius, role } => {
                out.push_str("<circle");
                fill_colour(*role, ink, out);
                circle(*at, *radius, out);
            }
            Mark::Ring { at, radius, pen } => {
                out.push_str("<circle");
                line_colour(*pen, ink, out);
                circle(*at, *radius, out);
            }
            Mark::Words {
                text,
                at,
                size,
                bold,
                anchor,
                role,
            } => {
                out.push_str("<text");
                match ink {
                    Ink::Classes => attribute("class", role.class(), out),
                    Ink::Resolved(theme) => attribute("fill", role.colour(theme), out),
                }
                length("x", at.0, out);
                length("y", at.1, out);
                length("font-size", *size, out);
                if *bold {
                    attribute("font-weight", "700", out);
                }
                match anchor {
                    Anchor::Start => {}
                    Anchor::Middle => attribute("text-anchor", "middle", out),
                    Anchor::End => attribute("text-anchor", "end", out),
                }
                out.push('>');
                escape(text, out);
                out.push_str("</text>");
            }
            Mark::Open(class) => match ink {
                Ink::Classes => {
                    out.push_str("<g");
                    attribute("class", class, out);
                    out.push('>');
                }
                Ink::Resolved(_) => out.push_str("<g>"),
            },
            Mark::Close => out.push_str("</g>"),
        }
        rest = after;
    }
}

fn line_colour(pen: Pen, ink: Ink, out: &mut String) {
    match ink {
        Ink::Classes => {
            out.push_str(" class=\"line ");
            out.push_str(pen.role.class());
            out.push('"');
        }
        Ink::Resolved(theme) => {
            attribute("fill", "none", out);
            attribute("stroke", pen.role.colour(theme), out);
        }
    }
    length("stroke-width", pen.width.cast_signed(), out);
    if pen.dash == Dash::Dashed {
        attribute("stroke-dasharray", "4 4", out);
    }
}

fn fill_colour(role: Role, ink: Ink, out: &mut String) {
    match ink {
        Ink::Classes => {
            out.push_str(" class=\"fill ");
            out.push_str(role.class());
            out.push('"');
        }
        Ink::Resolved(theme) => attribute("fill", role.colour(theme), out),
    }
}

fn rectangle(at: (i32, i32), size: (i32, i32), out: &mut String) {
    length("x", at.0, out);
    length("y", at.1, out);
    length("width", size.0, out);
    length("height", size.1, out);
    out.push_str("/>");
}

fn circle(at: (i32, i32), radius: u32, out: &mut String) {
    length("cx", at.0, out);
    length("cy", at.1, out);
    length("r", radius.cast_signed(), out);
    out.push_str("/>");
}

fn trace(points: &[(i32, i32)], out: &mut String) {
    for (index, (x, y)) in points.iter().enumerate() {
        out.push(if index == 0 { 'M' } else { 'L' });
        number(*x, out);
        out.push(' ');
        number(*y, out);
    }
}

/// An attribute whose value needs no escaping.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(value);
    out.push('"');
}

pub(super) fn length(name: &str, units: i32, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    number(units, out);
    out.push('"');
}

/// Units as px: 125 is 12.5. Whole numbers, so the same text on every machine.
fn number(units: i32, out: &mut String) {
    let size = units.unsigned_abs();
    if units < 0 {
        out.push('-');
    }
    out.push_str(&(size / 10).to_string());
    if !size.is_multiple_of(10) {
        out.push('.');
        out.push_str(&(size % 10).to_string());
    }
}
