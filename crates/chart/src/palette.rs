//! Every colour a chart may use, in one place: a closed set of roles, each with a light and a dark value.
//!
//! `styles/charts.css` carries the same values as custom properties; a test compares the two and
//! checks contrast: 3:1 for the parts of a graphic, 4.5:1 for text.

/// Which paper a picture is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
}

/// The colour of one option: one of six, or grey for those that stay in the background.
///
/// A slot is also a marker shape, so that series differ without colour.
///
/// ```
/// use weighbridge_chart::Slot;
/// assert_eq!(Slot::nth(0), Slot::C1);
/// assert_eq!(Slot::nth(6), Slot::Quiet, "six colours, and grey for the rest");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slot {
    /// Dark blue, a circle.
    C1,
    /// Turquoise, a square.
    C2,
    /// Dark pink, a triangle.
    C3,
    /// Orange, a diamond.
    C4,
    /// Dark grey, a triangle on its point.
    C5,
    /// Light purple, a hexagon.
    C6,
    /// The colour of the text, a circle: for a pair on a page whose colours mean something else.
    Ink,
    /// The colour of the text, a square on a dashed line: the other of such a pair.
    InkDashed,
    /// Grey, a small circle.
    #[default]
    Quiet,
}

/// How a line is broken, so that lines differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Dash {
    Solid,
    Dashed,
}

impl Slot {
    /// The colour slots, in the order to hand them out.
    pub const COLOURS: [Slot; 6] = [Slot::C1, Slot::C2, Slot::C3, Slot::C4, Slot::C5, Slot::C6];

    /// The slot of the `index`-th thing, from 0; grey from the seventh on.
    #[must_use]
    pub fn nth(index: usize) -> Slot {
        Self::COLOURS.get(index).copied().unwrap_or(Slot::Quiet)
    }

    /// The CSS class of what is filled with its colour, within `.chart`.
    pub fn class(self) -> &'static str {
        self.fill().class()
    }

    pub(super) fn fill(self) -> Role {
        match self {
            Slot::C1 => Role::C1,
            Slot::C2 => Role::C2,
            Slot::C3 => Role::C3,
            Slot::C4 => Role::C4,
            Slot::C5 => Role::C5,
            Slot::C6 => Role::C6,
            Slot::Ink | Slot::InkDashed => Role::Ink,
            Slot::Quiet => Role::Quiet,
        }
    }

    /// How its line is drawn.
    pub(super) fn dash(self) -> Dash {
        if self == Slot::InkDashed {
            Dash::Dashed
        } else {
            Dash::Solid
        }
    }

    /// The colour of text that stands on this slot's fill.
    pub(super) fn label(self) -> Role {
        match self {
            Slot::C1 => Role::On1,
            Slot::C2 => Role::On2,
            Slot::C3 => Role::On3,
            Slot::C4 => Role::On4,
            Slot::C5 => Role::On5,
            Slot::C6 => Role::On6,
            Slot::Ink | Slot::InkDashed => Role::Paper,
            Slot::Quiet => Role::OnQuiet,
        }
    }
}

/// What a mark is for; its colour follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Categorical 1.
    C1,
    /// Categorical 2.
    C2,
    /// Categorical 3.
    C3,
    /// Categorical 4.
    C4,
    /// Categorical 5.
    C5,
    /// Categorical 6.
    C6,
    /// The series that stay in the background.
    Quiet,
    /// Text on categorical 1.
    On1,
    /// Text on categorical 2.
    On2,
    /// Text on categorical 3.
    On3,
    /// Text on categorical 4.
    On4,
    /// Text on categorical 5.
    On5,
    /// Text on categorical 6.
    On6,
    /// Text on grey.
    OnQuiet,
    /// Words, and marks as strong as words.
    Ink,
    /// Words of the second order.
    Muted,
    /// Axis lines, leader lines, hatching: seen, not stressed.
    Axis,
    /// Gridlines and rules between rows; decoration, so under no contrast rule.
    Grid,
    /// The empty part of a bar; decoration.
    Wash,
    /// What the chart stands on.
    Paper,
    /// The strongest of the shades, [`SEQUENTIAL`].
    S1,
    /// The second shade.
    S2,
    /// The third shade.
    S3,
    /// The fourth shade.
    S4,
    /// The palest shade.
    S5,
    /// Text on the strongest shade.
    OnS1,
    /// Text on the second shade.
    OnS2,
    /// Text on the third shade.
    OnS3,
    /// Text on the fourth shade.
    OnS4,
    /// Text on the palest shade.
    OnS5,
    /// The darkest tint of criteria, and the edge of the others, [`TINTS`].
    T1,
    /// The second tint.
    T2,
    /// The third tint.
    T3,
    /// The fourth tint.
    T4,
    /// The palest tint.
    T5,
    /// Text on the darkest tint.
    OnT1,
    /// Text on the second tint.
    OnT2,
    /// Text on the third tint.
    OnT3,
    /// Text on the fourth tint.
    OnT4,
    /// Text on the palest tint.
    OnT5,
}

/// One colour token: a role, the class and custom property it has in CSS, and its two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it colours.
    pub role: Role,
    /// The CSS class; the custom property is `--chart-` and this.
    pub class: &'static str,
    /// `#rrggbb` on light paper.
    pub light: &'static str,
    /// `#rrggbb` on dark paper.
    pub dark: &'static str,
}

const fn token(role: Role, class: &'static str, light: &'static str, dark: &'static str) -> Token {
    Token {
        role,
        class,
        light,
        dark,
    }
}

/// All tokens, in the order of [`Role`].
///
/// The light categorical colours are those of the UK government analysis function, in its order.
pub const TOKENS: [Token; 40] = [
    token(Role::C1, "c1", "#12436d", "#6bace6"),
    token(Role::C2, "c2", "#28a197", "#2fb5aa"),
    token(Role::C3, "c3", "#801650", "#e07ab0"),
    token(Role::C4, "c4", "#f46a25", "#ff8a4c"),
    token(Role::C5, "c5", "#3d3d3d", "#d4d8db"),
    token(Role::C6, "c6", "#a285d1", "#b69be4"),
    token(Role::Quiet, "quiet", "#8c8c8c", "#7f8a91"),
    token(Role::On1, "on1", "#ffffff", "#0b0c0c"),
    token(Role::On2, "on2", "#0b0c0c", "#0b0c0c"),
    token(Role::On3, "on3", "#ffffff", "#0b0c0c"),
    token(Role::On4, "on4", "#0b0c0c", "#0b0c0c"),
    token(Role::On5, "on5", "#ffffff", "#0b0c0c"),
    token(Role::On6, "on6", "#0b0c0c", "#0b0c0c"),
    token(Role::OnQuiet, "onquiet", "#0b0c0c", "#0b0c0c"),
    token(Role::Ink, "ink", "#0b0c0c", "#f3f5f6"),
    token(Role::Muted, "muted", "#505a5f", "#b6bfc5"),
    token(Role::Axis, "axis", "#6f777b", "#8b969d"),
    token(Role::Grid, "grid", "#d5d9dc", "#3a4248"),
    token(Role::Wash, "wash", "#f4f6f7", "#252c31"),
    token(Role::Paper, "paper", "#ffffff", "#14181b"),
    token(Role::S1, "s1", "#12436d", "#a9d2f7"),
    token(Role::S2, "s2", "#2073bc", "#6bace6"),
    token(Role::S3, "s3", "#6bace6", "#2a6ca8"),
    token(Role::S4, "s4", "#bcd8ef", "#1c4a73"),
    token(Role::S5, "s5", "#e6eef5", "#1b2f42"),
    token(Role::OnS1, "ons1", "#ffffff", "#0b0c0c"),
    token(Role::OnS2, "ons2", "#ffffff", "#0b0c0c"),
    token(Role::OnS3, "ons3", "#0b0c0c", "#ffffff"),
    token(Role::OnS4, "ons4", "#0b0c0c", "#ffffff"),
    token(Role::OnS5, "ons5", "#0b0c0c", "#ffffff"),
    token(Role::T1, "t1", "#34495c", "#b7cbdc"),
    token(Role::T2, "t2", "#5a7085", "#92a9bd"),
    token(Role::T3, "t3", "#93a8ba", "#6d869b"),
    token(Role::T4, "t4", "#bfcdd9", "#465b6d"),
    token(Role::T5, "t5", "#e3eaf0", "#2b3a47"),
    token(Role::OnT1, "ont1", "#ffffff", "#0b0c0c"),
    token(Role::OnT2, "ont2", "#ffffff", "#0b0c0c"),
    token(Role::OnT3, "ont3", "#0b0c0c", "#0b0c0c"),
    token(Role::OnT4, "ont4", "#0b0c0c", "#ffffff"),
    token(Role::OnT5, "ont5", "#0b0c0c", "#ffffff"),
];

/// Five shades from most to least, for shaded cells and shares, each with the colour of text on it. The
/// palest do not reach 3:1 on paper: never let them carry meaning without a number on or beside them.
pub const SEQUENTIAL: [(Role, Role); 5] = [
    (Role::S1, Role::OnS1),
    (Role::S2, Role::OnS2),
    (Role::S3, Role::OnS3),
    (Role::S4, Role::OnS4),
    (Role::S5, Role::OnS5),
];

/// Five tints of one blue-grey for the criteria of a bar, each with the colour of text on it: options keep the colours
/// of [`Slot`], which never mean a criterion. All are edged with the first, which reaches 3:1 on paper.
pub const TINTS: [(Role, Role); 5] = [
    (Role::T1, Role::OnT1),
    (Role::T2, Role::OnT2),
    (Role::T3, Role::OnT3),
    (Role::T4, Role::OnT4),
    (Role::T5, Role::OnT5),
];

impl Role {
    /// The role a byte stands for; ink for a byte that stands for none, so that nothing is invisible.
    pub(super) fn from_byte(byte: u8) -> Role {
        TOKENS
            .get(usize::from(byte))
            .map_or(Role::Ink, |token| token.role)
    }

    /// The class of this role in CSS.
    #[must_use]
    pub fn class(self) -> &'static str {
        self.token().class
    }

    /// The colour of this role, as `#rrggbb`.
    ///
    /// ```
    /// use weighbridge_chart::{palette::Role, Theme};
    /// assert_eq!(Role::C1.colour(Theme::Light), "#12436d");
    /// ```
    #[must_use]
    pub fn colour(self, theme: Theme) -> &'static str {
        let token = self.token();
        match theme {
            Theme::Light => token.light,
            Theme::Dark => token.dark,
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "there is a token for each role, in their order, as a test says"
    )]
    fn token(self) -> &'static Token {
        &TOKENS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_stand_in_the_order_of_their_roles() {
        for (index, token) in TOKENS.iter().enumerate() {
            assert_eq!(token.role as usize, index, "{}", token.class);
        }
    }
}
