//! What is asked, what could be done, and what counts.

pub mod criteria;
pub mod options;
pub mod question;
