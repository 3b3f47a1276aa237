//! From a tree of nodes to calls of the builder.

use super::parse::{Element, Node, Tag};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Expr;

/// Attributes that are there or not, without a value.
const FLAGS: [&str; 10] = [
    "novalidate",
    "disabled",
    "hidden",
    "selected",
    "required",
    "open",
    "readonly",
    "multiple",
    "autofocus",
    "inert",
];

/// The node as an expression of type `Html`.
pub(crate) fn root(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => {
            let built = self::element(element);
            quote!(#built.done())
        }
        Node::Fragment(children) => fragment(children),
        Node::Component {
            path,
            attributes,
            children,
        } => match children {
            None => quote!(::yew::html! { <#path #(#attributes)* /> }),
            Some(children) => {
                let inside = fragment(children);
                quote!({
                    let inside = #inside;
                    ::yew::html! { <#path #(#attributes)*>{ inside }</#path> }
                })
            }
        },
        Node::Text(text) => quote!(crate::ui::dom::text(#text)),
        Node::Expression(value) => quote!(crate::ui::dom::node(#value)),
        Node::Each(_) | Node::If { .. } => fragment(std::slice::from_ref(node)),
    }
}

fn fragment(children: &[Node]) -> TokenStream {
    let calls = children.iter().map(child);
    quote!(crate::ui::dom::List::new()#(#calls)*.done())
}

fn element(element: &Element) -> TokenStream {
    let (tag, start) = match &element.tag {
        Tag::Name(name) => (name.as_str(), quote!(new(#name))),
        Tag::Worked(value) => ("", quote!(named(#value))),
    };
    let attributes = element
        .attributes
        .iter()
        .map(|(name, value)| attribute(tag, name, value));
    let children = element.children.iter().map(child);
    quote!(crate::ui::dom::Element::#start #(#attributes)*#(#children)*)
}

fn attribute(tag: &str, name: &str, value: &Expr) -> TokenStream {
    let field = matches!(tag, "input" | "textarea");
    let words = match value {
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            syn::Lit::Int(number) => Some(number.to_string()),
            _ => None,
        },
        _ => None,
    };
    match name {
        "key" => quote!(.key(#value)),
        "ref" => quote!(.node_ref(&#value)),
        "class" if words.is_none() => quote!(.class(#value)),
        "value" if field => quote!(.value(#value)),
        "checked" if tag == "input" => quote!(.checked(#value)),
        event if event.starts_with("on") => {
            let module = format_ident!("{event}");
            quote!(.on(::yew::html::#module::Wrapper::__macro_new(#value)))
        }
        flag if FLAGS.contains(&flag) => quote!(.flag(#flag, #value)),
        name => match words {
            Some(words) => quote!(.fixed(#name, #words)),
            None => quote!(.attribute(#name, #value)),
        },
    }
}

fn child(node: &Node) -> TokenStream {
    match node {
        Node::Text(text) => quote!(.text(#text)),
        Node::Expression(value) => quote!(.child(#value)),
        Node::Each(list) => quote!(.each(#list)),
        Node::Element(element) => {
            let built = self::element(element);
            quote!(.element(#built))
        }
        Node::If {
            condition,
            then,
            otherwise,
        } => {
            // One node either way, so that what follows keeps its place.
            let (then, otherwise) = (fragment(then), fragment(otherwise));
            quote!(.child(if #condition { #then } else { #otherwise }))
        }
        other => {
            let built = root(other);
            quote!(.child(#built))
        }
    }
}
