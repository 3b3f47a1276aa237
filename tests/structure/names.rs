//! What the code of one module defines, imports and names, as the parser sees it.

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use super::modules::{Import, Module, Named};

/// Reads a module from its items; what is in modules within it is theirs.
pub(super) fn read(items: &[syn::Item]) -> Module {
    let mut reader = Reader::default();
    for item in items {
        reader.module.items.extend(defined(item));
        if !matches!(item, syn::Item::Mod(_)) {
            reader.visit_item(item);
        }
    }
    reader.module
}

/// Whether something is compiled for tests only.
pub(super) fn only_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.path().is_ident("cfg");
        condition
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}

/// The names that an item defines. A macro that stands in place of an item may define whatever it is given.
fn defined(item: &syn::Item) -> Vec<String> {
    match item {
        syn::Item::Const(item) => vec![item.ident.to_string()],
        syn::Item::Enum(item) => vec![item.ident.to_string()],
        syn::Item::Fn(item) => vec![item.sig.ident.to_string()],
        syn::Item::Macro(item) => match &item.ident {
            Some(name) => vec![name.to_string()],
            None => identifiers(&item.mac.tokens),
        },
        syn::Item::Static(item) => vec![item.ident.to_string()],
        syn::Item::Struct(item) => vec![item.ident.to_string()],
        syn::Item::Trait(item) => vec![item.ident.to_string()],
        syn::Item::TraitAlias(item) => vec![item.ident.to_string()],
        syn::Item::Type(item) => vec![item.ident.to_string()],
        syn::Item::Union(item) => vec![item.ident.to_string()],
        _ => Vec::new(),
    }
}

/// The identifiers at the top of some tokens.
fn identifiers(tokens: &TokenStream) -> Vec<String> {
    let identifier = |token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    };
    tokens.clone().into_iter().filter_map(identifier).collect()
}

#[derive(Default)]
struct Reader {
    module: Module,
}

impl Reader {
    fn name(&mut self, path: Vec<String>, line: usize) {
        self.module.paths.push(Named { path, line });
    }

    /// Every name of a `use`.
    fn import(&mut self, tree: &syn::UseTree, before: &[String], public: bool) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import(&tree.tree, &path, public);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, public);
                }
            }
            syn::UseTree::Name(name) => {
                let called = if name.ident == "self" {
                    path.last().cloned()
                } else {
                    None
                };
                if called.is_none() {
                    path.push(name.ident.to_string());
                }
                let called = called.or_else(|| path.last().cloned());
                self.add_import(called, path, public, tree);
            }
            syn::UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    path.push(rename.ident.to_string());
                }
                self.add_import(Some(rename.rename.to_string()), path, public, tree);
            }
            syn::UseTree::Glob(_) => self.add_import(None, path, public, tree),
        }
    }

    fn add_import(
        &mut self,
        name: Option<String>,
        path: Vec<String>,
        public: bool,
        tree: &syn::UseTree,
    ) {
        let target = Named {
            path,
            line: tree.span().start().line,
        };
        self.module.imports.push(Import {
            name,
            target,
            public,
        });
    }

    /// The paths and calls in tokens that only a macro understands.
    fn tokens(&mut self, tokens: &TokenStream) {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let punctuation = |at: usize, wanted: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == wanted);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.tokens(&group.stream()),
                TokenTree::Ident(first) => {
                    let method = at > 0 && punctuation(at - 1, '.');
                    let mut path = vec![first.to_string()];
                    while punctuation(at + 1, ':')
                        && punctuation(at + 2, ':')
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 3)
                    {
                        path.push(next.to_string());
                        at += 3;
                    }
                    let line = first.span().start().line;
                    let called = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                    match (method, called) {
                        (false, _) => self.name(path, line),
                        (true, true) => self.module.calls.push(Named { path, line }),
                        (true, false) => {} // A field.
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !only_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, &[], public);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let of = match (&item.trait_, &*item.self_ty) {
            (None, syn::Type::Path(of)) => Some(segments(&of.path)),
            _ => None,
        };
        for part in &item.items {
            if let syn::ImplItem::Fn(function) = part {
                let name = function.sig.ident.to_string();
                self.module.functions.push((of.clone(), name));
            }
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let path = vec![call.method.to_string()];
        let line = call.method.span().start().line;
        self.module.calls.push(Named { path, line });
        visit::visit_expr_method_call(self, call);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.name(segments(path), path.span().start().line);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(&call.tokens);
        visit::visit_macro(self, call);
    }

    /// An attribute can name things too, also as a text: `#[serde(with = "crate::a")]`.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta
            && !list.path.is_ident("cfg")
        {
            self.tokens(&list.tokens);
            for token in list.tokens.clone() {
                if let TokenTree::Literal(literal) = token
                    && let syn::Lit::Str(text) = syn::Lit::new(literal)
                    && let Ok(path) = text.parse::<syn::Path>()
                {
                    self.name(segments(&path), text.span().start().line);
                }
            }
        }
    }

    /// `pub(in path)` says who may see an item, and uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

fn segments(path: &syn::Path) -> Vec<String> {
    path.segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect()
}
