//! A component that is fetched when it is first placed.
//!
//! This has the shape of the `Lazy` that Yew is to have, so that it can go when that is there.

use crate::browser::spawn;
use yew::prelude::*;

/// A component whose code may lie in a file of its own.
///
/// Nothing but [`LazilyLoaded::fetch`] may name the component, or its code is not cut off.
pub trait LazilyLoaded: 'static {
    /// Fetches the code, and returns what places the component. Once it is there it is not fetched again.
    fn fetch() -> impl Future<Output = Result<Place, NotFetched>>;
}

/// Places a component by its tag.
pub type Place = fn() -> Html;

/// The code of a component could not be fetched.
#[derive(Debug)]
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[derive(PartialEq, Properties)]
pub struct LazyProps {
    /// What stands there until the component can.
    pub fallback: Html,
    /// Each new number is another try, unless the component is there.
    #[prop_or_default]
    pub tries: u32,
    /// Hears after each try whether the component is there.
    pub fetched: Callback<bool>,
}

/// Fetches a component and then places it: `<Lazy<Workspace> .. />`.
#[component]
pub fn Lazy<C: LazilyLoaded>(props: &LazyProps) -> Html {
    let place = use_state(|| None::<Place>);
    {
        let (place, fetched) = (place.clone(), props.fetched.clone());
        use_effect_with(props.tries, move |_| {
            if place.is_some() {
                return;
            }
            spawn(async move {
                let found = C::fetch().await.ok();
                // Placed before it is told, so that whoever is told finds it.
                place.set(found);
                fetched.emit(found.is_some());
            });
        });
    }
    match *place {
        Some(place) => place(),
        None => props.fallback.clone(),
    }
}
