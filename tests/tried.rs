//! What was found wrong by people who tried the tool, each kind of fault as a test.

mod by_file;
mod columns;
mod conclude;
mod ends;
mod entered;
mod fillings;
mod gateways;
mod headlines;
mod joint;
mod judgements;
mod lead;
mod left_out;
mod no_length;
mod notices;
mod robustness;
mod score_claims;
mod score_words;
mod scores;
mod shares;
mod single_weights;
mod weights;
