//! How the app looks on this device.

use super::dialog::Dialog;
use super::radios::Radios;
use crate::ui::hooks::use_app;
use weighbridge_state::{Action, Settings as Kept, TextSize, Theme};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    /// Whether the dialog is open.
    pub open: bool,
    /// The person has closed it.
    pub close: Callback<()>,
}

/// The dialog. A choice holds at once; Escape, the button and a click beside it close it.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let app = use_app();
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
    let plain = |name: &'static str| (AttrValue::from(name), AttrValue::from(""));
    html! {
        <Dialog open={props.open} class="settings" heading="settings-title" close={props.close.clone()}>
                <h2 id="settings-title">{ "Settings" }</h2>
                <p class="quiet">{ "For this browser on this device only. They change no appraisal." }</p>
                <Radios id="setting-theme" legend="Colours" choices={Theme::ALL.map(|one| plain(one.name())).to_vec()}
                    chosen={Theme::ALL.iter().position(|one| *one == now.theme).unwrap_or(0)} choose={theme} />
                <Radios id="setting-text" legend="Size of the text" choices={TextSize::ALL.map(|one| plain(one.name())).to_vec()}
                    chosen={TextSize::ALL.iter().position(|one| *one == now.text).unwrap_or(0)} choose={text} />
        </Dialog>
    }
}
