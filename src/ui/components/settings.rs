//! How the app looks on this device.

use super::dialog::Dialog;
use super::radios::{radios, unhinted};
use crate::ui::hooks::App;
use weighbridge_report::column::Decimals;
use weighbridge_state::{Action, Settings as Kept, TextSize, Theme, decimals_name};
use yew::prelude::*;

/// The dialog. A choice holds at once; Escape, the button and a click beside it close it.
pub fn settings(app: &App, open: bool, close: Callback<()>) -> Html {
    let now = app.state.settings;
    let choose = |make: fn(Kept, usize) -> Kept| {
        let app = app.clone();
        Callback::from(move |at: usize| app.dispatch(Action::Settings(make(now, at))))
    };
    let theme = choose(|now, at| Kept {
        theme: Theme::ALL.get(at).copied().unwrap_or_default(),
        ..now
    });
    let text = choose(|now, at| Kept {
        text: TextSize::ALL.get(at).copied().unwrap_or_default(),
        ..now
    });
    let decimals = choose(|now, at| Kept {
        decimals: Decimals::ALL.get(at).copied().unwrap_or_default(),
        ..now
    });
    let themes = unhinted(Theme::ALL.map(Theme::name));
    let sizes = unhinted(TextSize::ALL.map(TextSize::name));
    let digits = unhinted(Decimals::ALL.map(decimals_name));
    let shown = Decimals::ALL.iter().position(|one| *one == now.decimals);
    let chosen = Theme::ALL.iter().position(|one| *one == now.theme);
    let size = TextSize::ALL.iter().position(|one| *one == now.text);
    html! {
        <Dialog {open} class="settings" heading="settings-title" {close}>
            <h2 id="settings-title">{ "Settings" }</h2>
            <p class="quiet">{ "For this browser on this device only. They change no appraisal." }</p>
            { radios("setting-theme", "Colours", &themes, chosen.unwrap_or(0), &theme) }
            { radios("setting-text", "Size of the text", &sizes, size.unwrap_or(0), &text) }
            { radios("setting-decimals", "Decimals of totals and points, in tables and pictures", &digits, shown.unwrap_or(0), &decimals) }
        </Dialog>
    }
}
