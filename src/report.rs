//! Words and tables: findings as sentences, numbers as the style guide has them, how each number
//! came about, and exports.

mod consequence;
pub mod csv;
mod explain;
mod findings;
mod framing;
mod matrix;
mod names;
mod number;
mod pictures;
mod results;
mod scores;
mod text;
mod words;

pub use consequence::consequence;
pub use explain::{
    Explanation, total as explain_total, value as explain_value, weight as explain_weight,
};
pub use findings::{
    Subject, all as all_findings, changes, dominance, headline, incomplete, summary,
    weight_headline,
};
pub use framing::{Listed, coverage_words, gate_words, seen_by_check, short_list};
pub use matrix::matrix;
pub use names::isolated;
pub use number::{count, exact, figure, money, percent, points, short, three};
pub use pictures::{
    contributions as contributions_picture, first_pair, option_slot, profile as profile_picture,
    rank_words, total_words, weight_lines as weight_lines_picture,
};
pub use results::{problems_text, results, results_text, unopened_text};
pub use scores::{scale_words, scores};
pub use text::{Piece, Text};
pub use words::issue as issue_words;
