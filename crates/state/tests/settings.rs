//! How the app looks on this device.

use crate::lab::World;
use weighbridge_report::column::Decimals;
use weighbridge_state::{Action, Platform, Request, Route, Settings, TextSize, Theme};

#[test]
fn settings_are_kept_at_once_and_there_when_the_page_opens() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    assert_eq!(world.state(tab).settings, Settings::default());
    for theme in Theme::ALL {
        for text in TextSize::ALL {
            let decimals = match theme {
                Theme::Dark => Decimals::Two,
                Theme::System | Theme::Light => Decimals::One,
            };
            let settings = Settings {
                theme,
                text,
                decimals,
            };
            let session = world.tabs[tab].session.clone();
            session.dispatch(Action::Settings(settings));
            assert_eq!(world.state(tab).settings, settings);
            assert_eq!(Settings::kept(session.journal()), settings);
        }
    }
    let dark = Settings {
        theme: Theme::Dark,
        text: TextSize::Large,
        decimals: Decimals::Two,
    };
    world.tabs[tab].session.dispatch(Action::Settings(dark));
    world.hand_over();
    let other = world.open(Route::Library);
    assert_eq!(world.state(other).settings, dark);
}

#[test]
fn the_script_that_applies_settings_at_the_start_knows_every_word_of_them() {
    let script = include_str!("../../../src/browser/settings.js");
    let words = Theme::ALL.iter().filter_map(|one| one.key());
    for word in words.chain(TextSize::ALL.iter().filter_map(|one| one.key())) {
        assert!(script.contains(&format!("has(\"{word}\")")), "{word}");
    }
    assert!(script.contains("\"weighbridge.settings\""));
}

#[test]
fn settings_that_cannot_be_read_are_as_usual_and_everything_deleted_is_too() {
    let mut world = World::new();
    world.leave("weighbridge.settings", "purple huge");
    let tab = world.open(Route::Library);
    assert_eq!(world.state(tab).settings, Settings::default());
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    world.tabs[tab].session.dispatch(Action::Settings(dark));
    world.tabs[tab].session.ask(Request::DeleteAll);
    world.settle();
    assert_eq!(world.state(tab).settings, Settings::default());
    assert_eq!(
        Settings::kept(world.tabs[tab].session.journal()),
        Settings::default()
    );
}
