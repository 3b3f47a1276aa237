//! What the pages of an appraisal and the stages of the work are called.

/// What is asked, for whom, and from which sources.
pub const QUESTION: &str = "Question";
/// What could be done.
pub const OPTIONS: &str = "Options";
/// What counts.
pub const CRITERIA: &str = "Criteria";
/// How much each criterion counts.
pub const WEIGHTS: &str = "Weights";
/// How good each option is on each criterion.
pub const SCORES: &str = "Scores";
/// What follows.
pub const RESULT: &str = "Result";
/// What could change the answer.
pub const HOW_SURE: &str = "How sure";
/// What a person who decides reads in five minutes.
pub const BRIEFING: &str = "Briefing";

/// What is asked and what there is to choose from.
pub const SET_UP: &str = "Set up";
/// What people say of it.
pub const JUDGE: &str = "Judge";
/// What follows from the judgements.
pub const CONCLUDE: &str = "Conclude";
