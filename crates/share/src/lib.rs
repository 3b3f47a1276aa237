//! An appraisal that travels: one file that is the tool and the appraisal, opening with a briefing that can be read where
//! no script runs.
//!
//! ```
//! use weighbridge_analysis::analyse;
//! use weighbridge_opening::library;
//! use weighbridge_report::{SingleChanges, Subject, briefing};
//! use weighbridge_share::{Tool, carried, page};
//! let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
//! let analysis = analyse(&appraisal);
//! let on = Subject::new(&appraisal, &analysis);
//! let briefing = briefing(on, &SingleChanges::of(on), None);
//! let page = page(on, &briefing, None);
//! let tool = "<title>Tool</title><div><!--briefing--><!--/briefing--></div><!--appraisal--><!--/appraisal-->";
//! let copy = Tool::read(tool).unwrap().carrying(&appraisal, &page, "2026-12-01");
//! assert!(copy.contains("What is asked for"));
//! let inside = weighbridge_opening::open(carried(&copy).unwrap().as_bytes());
//! assert_eq!(inside.unwrap(), appraisal);
//! ```
//!
//! Nothing here knows of a browser: the command line and the app write the same bytes for the same appraisal.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod page;
mod tool;

pub use page::{list, page, page_of};
pub use tool::{Tool, carried};
