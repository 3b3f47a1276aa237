//! Messages between tabs that show the same tool.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "weighbridge";

/// Says that an appraisal was saved in this tab.
pub fn announce(id: &str, revision: u64) {
    // A browser without channels still refuses a stale save: the revision is checked on writing.
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&JsValue::from_str(&format!("{revision} {id}")));
        channel.close();
    }
}

/// A subscription to what other tabs save; ends when dropped.
pub struct Listener {
    channel: BroadcastChannel,
    _events: EventListener,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Calls back with the id and revision of each appraisal saved in another tab. `None` where the
/// browser has no channels.
pub fn listen(callback: impl Fn(String, u64) + 'static) -> Option<Listener> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let events = EventListener::new(&channel, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().and_then(|e| e.data().as_string());
        if let Some((revision, id)) = data.as_deref().and_then(|text| text.split_once(' '))
            && let Ok(revision) = revision.parse()
        {
            callback(id.to_owned(), revision);
        }
    });
    Some(Listener {
        channel,
        _events: events,
    })
}
