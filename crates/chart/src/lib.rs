//! Findings as pictures: accessible SVG, drawn by plotters on a backend of our own.
//!
//! Every chart is plain data in and a [`Picture`] out. Nothing here knows the model or the browser;
//! callers hand over numbers, and words that are already formatted.
//!
//! A chart is drawn for the width it gets, never scaled: text keeps its size, and what does not fit
//! is wrapped, moved or shortened. The inline picture carries classes, so that dark mode, print and
//! forced colours come from `styles/charts.css`; the standalone one carries its colours itself, so
//! that it looks right as a file.
//!
//! ```
//! use weighbridge_chart::{Presentation, weight_lines::{Line, WeightLines}, Slot};
//!
//! let chart = WeightLines {
//!     axis: "Weight of independence".into(),
//!     now: 0.1,
//!     now_label: "now 10%".into(),
//!     lines: vec![
//!         Line { name: "Stay".into(), short: "Stay".into(), slot: Slot::nth(0), at_zero: 84.0, at_one: 20.0 },
//!         Line { name: "Move".into(), short: "Move".into(), slot: Slot::nth(1), at_zero: 39.0, at_one: 100.0 },
//!     ],
//!     flips: vec![],
//! };
//! let picture = chart.draw(&Presentation::new("independence", 760, "Staying leads below 36%"));
//! assert!(picture.svg.starts_with("<svg class=\"chart\""));
//! assert_eq!(picture.width, 760);
//! ```

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

pub mod acceptability;
pub mod advance;
pub mod cloud;
pub mod contributions;
pub mod curve;
pub mod dots;
pub mod palette;
pub mod profile;
pub mod shades;
pub mod ternary;
pub mod tornado;
pub mod weight_lines;

mod backend;
mod ends;
mod labels;
mod number;
mod picture;
mod regions;
mod rows;
mod scale;
mod sheet;
mod strips;
mod svg;

pub use acceptability::RankAcceptability;
pub use cloud::Cloud;
pub use contributions::Contributions;
pub use curve::ValueCurve;
pub use dots::FiftyDots;
pub use palette::{Slot, Theme};
pub use picture::{Picture, Presentation, Table};
pub use profile::ValueProfile;
pub use shades::Shades;
pub use ternary::Ternary;
pub use tornado::Tornado;
pub use weight_lines::WeightLines;
