//! Components without a copy of the framework for each.
//!
//! Yew compiles its mounting, updating and scheduling once for every component type, two to three
//! kilobytes each time. [`Part`] is one component type that runs the body of any other, so that a
//! page can be made of many small components and the app still be small. Write components as
//! usual, and place them with [`part!`] instead of a tag.

use std::any::Any;
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;

/// The body of a component with its properties.
trait Body {
    fn run(&self, context: &mut HookContext) -> HtmlResult;
    fn same(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

struct Of<F: FunctionProvider>(F::Properties);

impl<F: FunctionProvider + 'static> Body for Of<F> {
    fn run(&self, context: &mut HookContext) -> HtmlResult {
        F::run(context, &self.0)
    }

    fn same(&self, other: &dyn Any) -> bool {
        let other = other.downcast_ref::<Self>();
        other.is_some_and(|other| self.0 == other.0)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A component to be run, whatever it is.
#[derive(Clone)]
pub struct Erased(Rc<dyn Body>);

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0.as_any())
    }
}

/// What a part runs.
#[derive(PartialEq, Properties)]
pub struct PartProps {
    body: Erased,
}

/// Runs the hooks of the body as if they were the part's own.
impl Hook for Erased {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        self.0.run(context)
    }
}

fn use_body(body: &Erased) -> impl Hook<Output = HtmlResult> + use<> {
    body.clone()
}

/// The one component type.
#[component]
pub fn Part(props: &PartProps) -> HtmlResult {
    use_body(&props.body)
}

/// Places a component. Name and key together tell siblings apart, which Yew cannot by their type.
pub fn place<F: FunctionProvider + 'static>(
    name: &'static str,
    key: &str,
    properties: F::Properties,
) -> Html {
    let body = Erased(Rc::new(Of::<F>(properties)));
    html! { <Part key={[name, key].concat()} {body} /> }
}

/// Places a component: `part!(Field { id: "title", label: "Title" })`, or with a key where there
/// are several in a list: `part!(key; Field { .. })`.
macro_rules! part {
    ($name:ident $({ $($fields:tt)* })?) => {
        // Where it stands in the source tells it from others of its kind beside it.
        part!(concat!(" ", line!(), ":", column!()); $name $({ $($fields)* })?)
    };
    ($key:expr; $name:ident) => {
        $crate::ui::part::place::<$name>(stringify!($name), &$key.to_string(), ())
    };
    ($key:expr; $name:ident { $($fields:tt)* }) => {{
        type Its = <$name as yew::html::BaseComponent>::Properties;
        $crate::ui::part::place::<$name>(
            stringify!($name),
            &$key.to_string(),
            yew::props!(Its { $($fields)* }),
        )
    }};
}
pub(crate) use part;
