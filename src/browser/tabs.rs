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

/// What one tab says to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An appraisal was saved as a revision; 0 for deleted.
    Saved(String, u64),
    /// The named tab asks who else has an appraisal open.
    WhoHas(String, String),
    /// An appraisal that this tab asked for is open in another.
    Has(String),
}

/// Says that an appraisal was saved in this tab, as a revision; 0 for deleted.
pub fn announce(id: &str, revision: u64) {
    say(&format!("{revision} {id}"));
}

/// Asks who else has an appraisal open.
pub fn ask_who_has(id: &str) {
    say(&format!("who {id}"));
}

/// Answers a tab that this one has an appraisal open.
pub fn answer_has(tab: &str, id: &str) {
    say(&format!("has {tab} {id}"));
}

fn say(words: &str) {
    // A browser without channels still refuses a stale save: the revision is checked on writing.
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let words = TAB.with(|tab| format!("{tab} {words}"));
        let _ = channel.post_message(&JsValue::from_str(&words));
        channel.close();
    }
}

/// A subscription to what other tabs say; ends when dropped.
pub struct Listener {
    channel: BroadcastChannel,
    _events: EventListener,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Calls back with what other tabs say. `None` where the browser has no channels.
pub fn listen(callback: impl Fn(Message) + 'static) -> Option<Listener> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let events = EventListener::new(&channel, "message", move |event| {
        let data = event
            .dyn_ref::<MessageEvent>()
            .and_then(|e| e.data().as_string());
        if let Some(message) = data
            .as_deref()
            .and_then(|words| TAB.with(|own| read(own, words)))
        {
            callback(message);
        }
    });
    Some(Listener {
        channel,
        _events: events,
    })
}

/// What a message says, unless this tab sent it, or it is for another.
fn read(own: &str, words: &str) -> Option<Message> {
    let (tab, words) = words.split_once(' ')?;
    let (what, rest) = words.split_once(' ')?;
    if tab == own {
        return None;
    }
    match what {
        "who" => Some(Message::WhoHas(tab.to_owned(), rest.to_owned())),
        "has" => {
            let (to, id) = rest.split_once(' ')?;
            (to == own).then(|| Message::Has(id.to_owned()))
        }
        revision => Some(Message::Saved(rest.to_owned(), revision.parse().ok()?)),
    }
}
