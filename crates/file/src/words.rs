//! The words that some fields may have, and what each stands for.

use weighbridge_model::{
    Absence, Baseline, Check, ChoiceVerdict, Confidence, Dimension, Direction, FigureStatus,
    Method, Qualifier, RankFormula, Shape, Statement, Status,
};

/// Words, and in the same order what they stand for.
pub(super) struct Words<T: 'static> {
    pub(super) words: &'static [&'static str],
    pub(super) values: &'static [T],
}

impl<T: PartialEq> Words<T> {
    /// The word for something; nothing when it goes without saying.
    pub(super) fn word(&self, value: &T) -> Option<&'static str> {
        let at = self.values.iter().position(|v| v == value)?;
        self.words.get(at).copied()
    }
}

impl<T: Copy> Words<T> {
    /// What a word stands for.
    pub(super) fn value(&self, word: &str) -> Option<T> {
        let at = self.words.iter().position(|w| *w == word)?;
        self.values.get(at).copied()
    }
}

/// How far an option has come, without why it was ruled out.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Stage {
    LongListed,
    ShortListed,
    Preferred,
    RuledOut,
}

/// What a statement says of weights, without of which.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Speaks {
    AtLeastAsImportant,
    Equal,
    AtLeast,
    AtMost,
}

impl Speaks {
    pub(super) fn of(statement: &Statement) -> Self {
        match statement {
            Statement::AtLeastAsImportant(..) => Self::AtLeastAsImportant,
            Statement::Equal(..) => Self::Equal,
            Statement::AtLeast(..) => Self::AtLeast,
            Statement::AtMost(..) => Self::AtMost,
        }
    }
}

/// The kinds of scale, without their details.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Direct,
    Points,
    Measure,
}

pub(super) const STATUS: Words<Status> = Words {
    words: &["draft", "final", "illustrative"],
    values: &[Status::Draft, Status::Final, Status::Illustrative],
};

pub(super) const QUALIFIER: Words<Qualifier> = Words {
    words: &[
        "almost",
        "more-than",
        "less-than",
        "about",
        "up-to",
        "at-least",
    ],
    values: &[
        Qualifier::Almost,
        Qualifier::MoreThan,
        Qualifier::LessThan,
        Qualifier::About,
        Qualifier::UpTo,
        Qualifier::AtLeast,
    ],
};

pub(super) const FIGURE_STATUS: Words<FigureStatus> = Words {
    words: &["estimate", "budget", "outturn", "claimed"],
    values: &[
        FigureStatus::Estimate,
        FigureStatus::Budget,
        FigureStatus::Outturn,
        FigureStatus::Claimed,
    ],
};

pub(super) const STAGE: Words<Stage> = Words {
    words: &["long-listed", "short-listed", "preferred", "ruled-out"],
    values: &[
        Stage::LongListed,
        Stage::ShortListed,
        Stage::Preferred,
        Stage::RuledOut,
    ],
};

pub(super) const BASELINE: Words<Baseline> = Words {
    words: &["do-nothing", "business-as-usual", "do-minimum"],
    values: &[
        Baseline::DoNothing,
        Baseline::BusinessAsUsual,
        Baseline::DoMinimum,
    ],
};

pub(super) const KIND: Words<Kind> = Words {
    words: &["direct", "points", "measure"],
    values: &[Kind::Direct, Kind::Points, Kind::Measure],
};

pub(super) const DIRECTION: Words<Direction> = Words {
    words: &["higher", "lower"],
    values: &[Direction::Higher, Direction::Lower],
};

/// `no-view` is kept for ballots: no score has it.
pub(super) const ABSENT: Words<Option<Absence>> = Words {
    words: &["missing", "cannot-judge", "not-applicable", "no-view"],
    values: &[
        Some(Absence::Missing),
        Some(Absence::CannotJudge),
        Some(Absence::NotApplicable),
        None,
    ],
};

pub(super) const CONFIDENCE: Words<Confidence> = Words {
    words: &["low", "medium", "high"],
    values: &[Confidence::Low, Confidence::Medium, Confidence::High],
};

/// Points given directly go without saying.
pub(super) const METHOD: Words<Method> = Words {
    words: &["swing", "rank", "pairwise", "best-worst", "macbeth"],
    values: &[
        Method::Swing,
        Method::Rank,
        Method::Pairwise,
        Method::BestWorst,
        Method::Macbeth,
    ],
};

/// The centroid goes without saying.
pub(super) const RANK_FORMULA: Words<RankFormula> = Words {
    words: &["sum", "reciprocal"],
    values: &[RankFormula::Sum, RankFormula::Reciprocal],
};

pub(super) const DIMENSION: Words<Dimension> = Words {
    words: &["scope", "solution", "delivery", "implementation", "funding"],
    values: &Dimension::ALL,
};

/// What is not decided goes without saying.
pub(super) const VERDICT: Words<ChoiceVerdict> = Words {
    words: &["preferred", "carried-forward", "discarded"],
    values: &[
        ChoiceVerdict::Preferred,
        ChoiceVerdict::Carried,
        ChoiceVerdict::Discarded,
    ],
};

pub(super) const CHECK: Words<Check> = Words {
    words: &Check::KEYS,
    values: &Check::ALL,
};

pub(super) const YES: Words<bool> = Words {
    words: &["yes", "no"],
    values: &[true, false],
};

pub(super) const PASS: Words<bool> = Words {
    words: &["pass", "fail"],
    values: &[true, false],
};

pub(super) const SPEAKS: Words<Speaks> = Words {
    words: &["before", "equal", "at-least", "at-most"],
    values: &[
        Speaks::AtLeastAsImportant,
        Speaks::Equal,
        Speaks::AtLeast,
        Speaks::AtMost,
    ],
};

pub(super) const SHAPE: Words<Shape> = Words {
    words: &["triangular", "uniform", "pert", "normal", "as-given"],
    values: &[
        Shape::Triangular,
        Shape::Uniform,
        Shape::Pert,
        Shape::Normal,
        Shape::AsGiven,
    ],
};
