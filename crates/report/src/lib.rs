//! What an analysis says: findings as sentences, numbers as the style guide has them, how each number came about,
//! pictures, tables and exports.
//!
//! Everything here is worded from values: no sentence is read again, and words stand nowhere else, so that another
//! language is another set of these modules.
//!
//! ```
//! use weighbridge_analysis::analyse;
//! use weighbridge_opening::library;
//! use weighbridge_report::{Subject, headline};
//! let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
//! let analysis = analyse(&appraisal);
//! let says = headline(Subject::new(&appraisal, &analysis));
//! assert!(!says.to_string().is_empty());
//! ```
//!
//! Nothing here changes an appraisal, and nothing knows of a screen or a browser.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod branches;
mod briefing;
mod chances;
mod changes;
mod clipboard;
mod cloud;
pub mod column;
mod compare;
mod consequence;
pub mod csv;
mod explain;
mod explain_tables;
mod findings;
mod first_places;
mod flip_tables;
mod flips;
mod framing;
mod gateways;
mod handout;
mod indices;
mod issue_text;
mod joint_words;
mod lead;
mod matrix;
mod methods;
mod names;
mod nearest;
mod number;
mod options;
mod overturned;
mod paper;
mod pasting;
mod pictures;
mod plan_words;
mod reference_points;
mod results;
mod scale_line;
mod scenarios;
mod score_changes;
mod scores;
mod shares;
mod single_changes;
mod statements;
mod subject;
mod text;
mod tornado;
mod trial;
mod typed_share;
mod weighing;
mod what_if_weights;
pub mod words;

pub use branches::{Branch, Branches, branches, branches_table};
pub use briefing::{Briefing, Part, Section, briefing};
pub use chances::{
    chances_headline, chances_picture, explain_chances, leading_words, precision_words,
};
pub use changes::{changes, changes_of, left_out, score_changes, weight_changes, weight_headline};
pub use clipboard::{Copied, copied};
pub use cloud::cloud_picture;
pub use compare::{ComparedRow, Comparison, compare};
pub use consequence::{answers_saved, consequence, deed_words};
pub use explain::{
    ChangedOn, Explanation, in_full, total as explain_total, value as explain_value,
    weight as explain_weight,
};
pub use explain_tables::{
    bar as explain_bar, regret_row as explain_regret, score_row as explain_score_flip,
    weight_row as explain_weight_flip,
};
pub use findings::{all as all_findings, dominance, incomplete, summary};
pub use first_places::{
    DOTS_WORDS, dots_headline, dots_picture, dots_precision, dots_sentence, leader_share,
};
pub use flip_tables::{SCORES_WORDS, WEIGHTS_WORDS, scores_table, weights_table};
pub use flips::{
    bar_words, end_words, lever_words, robustness, single_scores, stability_words, swing_words,
    tie_words, tornado_headline, winners_along,
};
pub use framing::{Listed, coverage_words, seen_by_check, short_list};
pub use gateways::{gate_words, gates_open, gateway_level, level_words};
pub use handout::{Asked, ScaleEnd, handout, scale_ends};
pub use indices::{
    centres_table, centres_words, indices_file, pairs_table, pairs_words, shares_picture,
    table_file,
};
pub use issue_text::issue as issue_words;
pub use joint_words::{joint_scores_words, joint_weights_words, potential_words, several};
pub use lead::{brief, headline, lead_points, margin_words, range_words, swings_to_confirm};
pub use matrix::{matrix, matrix_file, values_table};
pub use methods::{
    METHODS_NOTE, approach_name, disagreements, methods_line, methods_table, reversal_words,
};
pub use names::{capital, isolated, join, undressed};
pub use nearest::{NearestFlip, nearest_flip};
pub use number::{
    compact, count, entered, figure, is_rounded, measured, money, percent, points, significant,
    tenths, unit_of, unrounded,
};
pub use options::{business_case, options_heading};
pub use overturned::{HoldsUnless, NearestLines, holds_unless, nearest_lines, overtaken};
pub use paper::{WIDEST, paper_tables, standing, standing_and_notice, version, version_line};
pub use pasting::{
    dashes_question, fractions_question, not_entered, score_paste_notes, score_paste_title,
    shortened, weight_paste_notes, weight_paste_title,
};
pub use pictures::{
    contributions as contributions_picture, equal_rest_words, first_pair, option_slot,
    profile as profile_picture, rank_words, table as picture_table, total_words,
    weight_lines as weight_lines_picture,
};
pub use plan_words::{
    not_used, plan_button, plan_headline, plan_notes, planned_scores, sheet_headline,
};
pub use reference_points::{Step, end_of_scale, plain_end, step_words, steps_below};
pub use results::{problems_text, results, results_text, unopened_text};
pub use scale_line::{ScaleLine, scale_line};
pub use scenarios::{
    AS_IT_STANDS, outlook_name, regret_table, regret_words, scenario_file, scenario_findings,
    scenario_table, scenarios_headline, totals_table,
};
pub use scores::{better_words, entries_table, scale_words};
pub use shares::{Shares, contributions as printed_contributions, shares_table, value_column};
pub use single_changes::SingleChanges;
pub use statements::{reason_words, statement_words};
pub use subject::Subject;
pub use text::{Piece, Text};
pub use tornado::{WinnersMap, map_words, tornado_picture, winners_map};
pub use trial::{Trial, trial};
pub use typed_share::{scenario_points, set_share, typed_share};
pub use weighing::{
    agreement_brief, agreement_words, in_use_and_answers, lacking_advice, lacking_clause,
    lacking_sentence,
};
pub use what_if_weights::{own_headline, own_picture, own_words};
