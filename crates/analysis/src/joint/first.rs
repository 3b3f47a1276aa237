//! Whether an option can come first.

/// Whether some weights put an option first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// Before all others.
    Alone,
    /// Level with another at best.
    Level,
    /// Always behind another, whatever the weights.
    Never,
    /// Too large to work out, or rounding won.
    Unknown,
}
