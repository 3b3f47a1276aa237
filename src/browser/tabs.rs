//! Messages between tabs that show the same tool.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "weighbridge";

thread_local! {
    /// Names this tab, because a channel also hears what its own tab says through another.
    static TAB: String = format!("{:x}", js_sys::Math::random().to_bits());
}

/// The name of this tab, which no other has.
pub fn own() -> String {
    TAB.with(Clone::clone)
}

/// Says that an appraisal was saved in this tab, as a revision; 0 for deleted.
pub fn announce(id: &str, revision: u64) {
    // A browser without channels still refuses a stale save: the revision is checked on writing.
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let words = TAB.with(|tab| format!("{tab} {revision} {id}"));
        let _ = channel.post_message(&JsValue::from_str(&words));
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

/// Calls back with the id and revision of each appraisal saved in another tab, revision 0 for one
/// that was deleted. `None` where the browser has no channels.
pub fn listen(callback: impl Fn(String, u64) + 'static) -> Option<Listener> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let events = EventListener::new(&channel, "message", move |event| {
        let data = event
            .dyn_ref::<MessageEvent>()
            .and_then(|e| e.data().as_string());
        if let Some((id, revision)) = data.as_deref().and_then(read) {
            callback(id, revision);
        }
    });
    Some(Listener {
        channel,
        _events: events,
    })
}

/// The id and revision of a message, unless this tab sent it.
fn read(words: &str) -> Option<(String, u64)> {
    let mut parts = words.splitn(3, ' ');
    let tab = parts.next()?;
    let revision = parts.next()?.parse().ok()?;
    let id = parts.next()?.to_owned();
    (!TAB.with(|own| own == tab)).then_some((id, revision))
}
