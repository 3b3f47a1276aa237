//! How a person wants the app to look on this device: kept in the journal, and applied before the first page is drawn.

use crate::journal::Journal;
use weighbridge_report::column::Decimals;
use weighbridge_report::words::settings as words;

/// The name under which the settings are kept; the script that applies them at the start reads it too.
const NAME: &str = "weighbridge.settings";

/// How the app looks on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large words are.
    pub text: TextSize,
    /// How many decimals points of 100 have in tables and pictures.
    pub decimals: Decimals,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How large words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser is set.
    #[default]
    Usual,
    /// A fifth larger.
    Large,
    /// Two fifths larger.
    Larger,
}

impl Theme {
    /// Every theme, in the order shown.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// How it is kept and applied; `None` where nothing has to be.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The name a person sees.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => words::SYSTEM,
            Self::Light => words::LIGHT,
            Self::Dark => words::DARK,
        }
    }
}

impl TextSize {
    /// Every size, in the order shown.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Larger];

    /// How it is kept and applied; `None` where nothing has to be.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Usual => None,
            Self::Large => Some("large"),
            Self::Larger => Some("larger"),
        }
    }

    /// The name a person sees.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usual => words::USUAL,
            Self::Large => words::LARGE,
            Self::Larger => words::LARGER,
        }
    }
}

/// How it is kept; `None` where nothing has to be.
fn key_of_decimals(decimals: Decimals) -> Option<&'static str> {
    match decimals {
        Decimals::One => None,
        Decimals::Two => Some("two-decimals"),
    }
}

/// The name of a choice of decimals that a person sees.
pub fn decimals_name(decimals: Decimals) -> &'static str {
    match decimals {
        Decimals::One => words::ONE_DECIMAL,
        Decimals::Two => words::TWO_DECIMALS,
    }
}

impl Settings {
    /// The settings of this device; what cannot be read is as usual.
    pub fn kept(journal: &impl Journal) -> Self {
        let text = journal.read(NAME).unwrap_or_default();
        let has =
            |key: Option<&str>| key.is_some_and(|key| text.split(' ').any(|word| word == key));
        Self {
            theme: Theme::ALL
                .into_iter()
                .find(|one| has(one.key()))
                .unwrap_or_default(),
            text: TextSize::ALL
                .into_iter()
                .find(|one| has(one.key()))
                .unwrap_or_default(),
            decimals: Decimals::ALL
                .into_iter()
                .find(|one| has(key_of_decimals(*one)))
                .unwrap_or_default(),
        }
    }

    /// The settings in the words in which they are kept and applied; none while all is as usual.
    pub fn words(self) -> String {
        let decimals = key_of_decimals(self.decimals);
        let words = [self.theme.key(), self.text.key(), decimals];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        words.join(" ")
    }

    /// Keeps them on this device.
    pub fn keep(self, journal: &impl Journal) {
        let words = self.words();
        if words.is_empty() {
            journal.remove(NAME);
        } else {
            // Where a browser allows nothing to be kept, they hold until the page is closed.
            journal.write(NAME, &words);
        }
    }
}
