//! From tokens to a tree of nodes.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, LitStr, Path, Result, Token, braced};

/// What stands in `html!`: one node.
pub(crate) struct Root(pub(crate) Node);

/// A piece of markup.
pub(crate) enum Node {
    /// An element of the page.
    Element(Element),
    /// `<> … </>`
    Fragment(Vec<Node>),
    /// A component, for yew's own macro.
    Component {
        /// Its name, with any generics.
        path: Path,
        /// What stands between name and end, as it is.
        attributes: Vec<TokenStream>,
        /// What stands inside; none when it closes itself.
        children: Option<Vec<Node>>,
    },
    /// Text in quotes.
    Text(LitStr),
    /// An expression that is a node or turns into one.
    Expression(Box<Expr>),
    /// `for` and an iterator of such.
    Each(Box<Expr>),
    /// `if`, with what follows otherwise.
    If {
        /// The condition, `let` included.
        condition: Box<Expr>,
        /// What stands there when it holds.
        then: Vec<Node>,
        /// What stands there when it does not.
        otherwise: Vec<Node>,
    },
}

/// The tag of an element.
pub(crate) enum Tag {
    /// Known beforehand.
    Name(String),
    /// `<@{expression}>`
    Worked(Box<Expr>),
}

/// An element of the page.
pub(crate) struct Element {
    /// `p`, `input` and so on, or an expression for it.
    pub(crate) tag: Tag,
    /// Its attributes in order.
    pub(crate) attributes: Vec<(String, Box<Expr>)>,
    /// What stands inside.
    pub(crate) children: Vec<Node>,
}

impl Parse for Root {
    fn parse(input: ParseStream) -> Result<Self> {
        let node =
            if input.peek(Token![<]) || input.peek(syn::token::Brace) || input.peek(Token![if]) {
                node(input)?
            } else if input.is_empty() {
                Node::Fragment(Vec::new())
            } else {
                Node::Expression(input.parse()?)
            };
        if !input.is_empty() {
            return Err(input.error("one node only: put several between <> and </>"));
        }
        Ok(Self(node))
    }
}

fn node(input: ParseStream) -> Result<Node> {
    if input.peek(Token![<]) {
        return tag(input);
    }
    if input.peek(Token![if]) {
        return condition(input);
    }
    if input.peek(LitStr) {
        return Ok(Node::Text(input.parse()?));
    }
    let inside;
    braced!(inside in input);
    if inside.peek(Token![for]) {
        inside.parse::<Token![for]>()?;
        return Ok(Node::Each(inside.parse()?));
    }
    if inside.peek(LitStr) && inside.fork().parse::<LitStr>().is_ok() {
        let ahead = inside.fork();
        ahead.parse::<LitStr>()?;
        if ahead.is_empty() {
            return Ok(Node::Text(inside.parse()?));
        }
    }
    let block = syn::Block::parse_within(&inside)?;
    match block.as_slice() {
        [syn::Stmt::Expr(only, None)] => Ok(Node::Expression(Box::new(only.clone()))),
        many => Ok(Node::Expression(Box::new(syn::parse_quote!({ #(#many)* })))),
    }
}

fn condition(input: ParseStream) -> Result<Node> {
    input.parse::<Token![if]>()?;
    let condition = Box::new(Expr::parse_without_eager_brace(input)?);
    let then = block(input)?;
    let otherwise = if input.peek(Token![else]) {
        input.parse::<Token![else]>()?;
        if input.peek(Token![if]) {
            vec![self::condition(input)?]
        } else {
            block(input)?
        }
    } else {
        Vec::new()
    };
    Ok(Node::If {
        condition,
        then,
        otherwise,
    })
}

fn block(input: ParseStream) -> Result<Vec<Node>> {
    let inside;
    braced!(inside in input);
    let mut nodes = Vec::new();
    while !inside.is_empty() {
        nodes.push(node(&inside)?);
    }
    Ok(nodes)
}

fn is_closing(input: ParseStream) -> bool {
    input.peek(Token![<]) && input.peek2(Token![/])
}

fn children(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !is_closing(input) {
        if input.is_empty() {
            return Err(input.error("the closing tag is missing"));
        }
        nodes.push(node(input)?);
    }
    Ok(nodes)
}

fn tag(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    if input.peek(Token![>]) {
        input.parse::<Token![>]>()?;
        let inside = children(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment(inside));
    }
    let (tag, name) = if input.peek(Token![@]) {
        input.parse::<Token![@]>()?;
        let inside;
        braced!(inside in input);
        (Tag::Worked(inside.parse()?), "@".to_owned())
    } else {
        let ahead = input.fork();
        if Ident::parse_any(&ahead)?
            .to_string()
            .starts_with(char::is_uppercase)
        {
            return component(input);
        }
        let name = Ident::parse_any(input)?.to_string();
        (Tag::Name(name.clone()), name)
    };
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(attribute(input)?);
    }
    let children = close(input, &name)?.unwrap_or_default();
    Ok(Node::Element(Element {
        tag,
        attributes,
        children,
    }))
}

/// The end of an opening tag, what stands inside, and the closing tag; `None` for `/>`.
fn close(input: ParseStream, name: &str) -> Result<Option<Vec<Node>>> {
    if input.peek(Token![/]) {
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(None);
    }
    input.parse::<Token![>]>()?;
    let inside = children(input)?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    if name == "@" {
        input.parse::<Token![@]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Some(inside));
    }
    let closing = Ident::parse_any(input)?;
    if closing != name {
        return Err(syn::Error::new(
            closing.span(),
            format!("this should close <{name}>"),
        ));
    }
    if input.peek(Token![<]) {
        input.parse::<syn::AngleBracketedGenericArguments>()?;
    }
    input.parse::<Token![>]>()?;
    Ok(Some(inside))
}

fn component(input: ParseStream) -> Result<Node> {
    let path: Path = input.parse()?;
    let name = path.segments.last().map(|s| s.ident.to_string());
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        let mut tokens = TokenStream::new();
        if input.peek(syn::token::Brace) {
            input
                .parse::<proc_macro2::TokenTree>()?
                .to_tokens(&mut tokens);
        } else {
            Ident::parse_any(input)?.to_tokens(&mut tokens);
            input.parse::<Token![=]>()?.to_tokens(&mut tokens);
            input
                .parse::<proc_macro2::TokenTree>()?
                .to_tokens(&mut tokens);
        }
        attributes.push(tokens);
    }
    let children = close(input, &name.unwrap_or_default())?;
    Ok(Node::Component {
        path,
        attributes,
        children,
    })
}

fn attribute(input: ParseStream) -> Result<(String, Box<Expr>)> {
    if input.peek(syn::token::Brace) {
        let inside;
        braced!(inside in input);
        let name: Ident = inside.parse()?;
        return Ok((name.to_string(), syn::parse_quote!(#name)));
    }
    let mut name = Ident::parse_any(input)?.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name = format!("{name}-{}", Ident::parse_any(input)?.unraw());
    }
    input.parse::<Token![=]>()?;
    if input.peek(syn::token::Brace) {
        let inside;
        braced!(inside in input);
        let block = syn::Block::parse_within(&inside)?;
        let value = match block.as_slice() {
            [syn::Stmt::Expr(only, None)] => Box::new(only.clone()),
            many => Box::new(syn::parse_quote!({ #(#many)* })),
        };
        return Ok((name, value));
    }
    let literal: syn::Lit = input.parse()?;
    Ok((name, Box::new(syn::parse_quote!(#literal))))
}
