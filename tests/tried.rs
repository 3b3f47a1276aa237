//! What was found wrong by people who tried the tool, each kind of fault as a test.

mod fillings;
mod lead;
mod weights;
