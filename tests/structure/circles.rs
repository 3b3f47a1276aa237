//! Which modules use which, and where that goes round in a circle.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::modules::{Crate, Named};

/// Parts of a module that use each other.
pub(super) struct Circle {
    crate_name: String,
    parts: BTreeSet<String>,
    /// For each part that uses another a place where it does.
    uses: Vec<String>,
}

impl Circle {
    /// The crate and the parts, in the order of the alphabet.
    pub(super) fn name(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(String::as_str).collect();
        format!("{}: {}", self.crate_name, parts.join(", "))
    }

    /// The same for people, with the places.
    pub(super) fn told(&self) -> String {
        format!("{}\n  {}", self.name(), self.uses.join("\n  "))
    }
}

/// What a name leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Module(usize),
    /// An item, by the module that defines it.
    Item(usize),
    /// Something of another crate, or of the language.
    Outside,
}

/// One module uses another.
struct Use {
    from: usize,
    to: usize,
    line: usize,
    what: String,
}

/// The circles of a crate, at every level.
pub(super) fn circles(one: &Crate) -> Vec<Circle> {
    let uses = Uses::new(one).all();
    let mut found = Vec::new();
    for module in 0..one.modules.len() {
        found.extend(at_level(one, module, &uses));
    }
    found
}

/// The circles between the parts of one module. A part is named by the module it begins with, the module's own code by
/// the module itself.
fn at_level(one: &Crate, module: usize, uses: &[Use]) -> Vec<Circle> {
    let mut graph = DiGraphMap::<usize, &Use>::new();
    for used in uses {
        let parts = (part(one, module, used.from), part(one, module, used.to));
        if let (Some(from), Some(to)) = parts
            && from != to
            && !graph.contains_edge(from, to)
        {
            graph.add_edge(from, to, used);
        }
    }
    let circles = tarjan_scc(&graph)
        .into_iter()
        .filter(|parts| parts.len() > 1);
    circles
        .map(|parts| {
            let within = graph
                .all_edges()
                .filter(|(a, b, _)| parts.contains(a) && parts.contains(b));
            Circle {
                crate_name: one.name.clone(),
                parts: parts.iter().map(|part| name(one, module, *part)).collect(),
                uses: within
                    .map(|(a, b, used)| told(one, module, (a, b), used))
                    .collect(),
            }
        })
        .collect()
}

/// The part of a module that another is in.
fn part(one: &Crate, module: usize, inside: usize) -> Option<usize> {
    if inside == module {
        return Some(module);
    }
    let mut inside = inside;
    loop {
        let parent = one.modules[inside].parent?;
        if parent == module {
            return Some(inside);
        }
        inside = parent;
    }
}

fn name(one: &Crate, module: usize, part: usize) -> String {
    let path = one.path(part);
    let path = path.strip_prefix("crate::").unwrap_or(&path);
    match (part == module, path) {
        (false, path) => path.to_owned(),
        (true, "crate") => "(the crate's own code)".to_owned(),
        (true, path) => format!("{path} (its own code)"),
    }
}

fn told(one: &Crate, module: usize, (a, b): (usize, usize), used: &Use) -> String {
    format!(
        "{} uses {}: {}:{} names {}",
        name(one, module, a),
        name(one, module, b),
        one.modules[used.from].file.display(),
        used.line,
        used.what
    )
}

/// Finds what the names in a crate lead to.
struct Uses<'a> {
    one: &'a Crate,
    /// Functions that only one module has, and adds to a type that is defined elsewhere: the module, by the function.
    added: BTreeMap<&'a str, usize>,
}

impl<'a> Uses<'a> {
    fn new(one: &'a Crate) -> Self {
        let mut uses = Self {
            one,
            added: BTreeMap::new(),
        };
        let mut all = BTreeMap::<&str, BTreeSet<(usize, bool)>>::new();
        for (at, module) in one.modules.iter().enumerate() {
            for (of, function) in &module.functions {
                let elsewhere = |of| !uses.path(at, of, 0).contains(&Found::Item(at));
                let added = of.as_deref().is_some_and(elsewhere);
                all.entry(function).or_default().insert((at, added));
            }
        }
        for (function, modules) in all {
            if let (1, Some((module, true))) = (modules.len(), modules.first()) {
                uses.added.insert(function, *module);
            }
        }
        uses
    }

    /// Every use of a module by another.
    fn all(&self) -> Vec<Use> {
        let mut found = Vec::new();
        for (from, module) in self.one.modules.iter().enumerate() {
            let mut add = |named: &Named, to: usize| {
                if to != from {
                    let what = named.path.join("::");
                    found.push(Use {
                        from,
                        to,
                        line: named.line,
                        what,
                    });
                }
            };
            for import in &module.imports {
                let targets = self.named(from, &import.target);
                if !import.public {
                    targets.iter().for_each(|to| add(&import.target, *to));
                }
            }
            for named in &module.paths {
                self.named(from, named)
                    .iter()
                    .for_each(|to| add(named, *to));
            }
            for call in &module.calls {
                self.adder_of(call).into_iter().for_each(|to| add(call, to));
            }
        }
        found
    }

    /// The modules that define what a path leads to.
    fn named(&self, from: usize, named: &Named) -> BTreeSet<usize> {
        let found = self.path(from, &named.path, 0);
        let ours =
            matches!(named.path[0].as_str(), "crate" | "super" | "self") && named.path.len() > 1;
        assert!(
            !ours || !found.is_empty(),
            "{}:{}: what {} leads to was not found",
            self.one.modules[from].file.display(),
            named.line,
            named.path.join("::")
        );
        let mut modules = BTreeSet::new();
        for one in found {
            if let Found::Item(module) = one {
                modules.insert(module);
            }
        }
        if !modules.is_empty() && named.path.len() > 1 {
            modules.extend(self.adder_of(named));
        }
        modules
    }

    /// The one module that has a function of this name, where it adds it to a type of another.
    fn adder_of(&self, call: &Named) -> Option<usize> {
        self.added.get(call.path.last()?.as_str()).copied()
    }

    /// What a path leads to, named in a module; nothing where it says that it stays in the crate and does not.
    fn path(&self, from: usize, path: &[String], depth: usize) -> BTreeSet<Found> {
        // Imports can lead to each other in a circle; no path is this long.
        if depth > 20 {
            return BTreeSet::new();
        }
        let mut at = from;
        let mut rest = path;
        let mut rooted = false;
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" => at = 0,
                "self" => {}
                "super" => at = self.one.modules[at].parent.unwrap(),
                _ => break,
            }
            rooted = true;
            rest = others;
        }
        let Some((first, mut rest)) = rest.split_first() else {
            return if rooted {
                [Found::Module(at)].into()
            } else {
                BTreeSet::new()
            };
        };
        let mut found = self.look_up(at, first, depth);
        if found.is_empty() && !rooted {
            found.insert(Found::Outside);
        }
        while let Some((next, others)) = rest.split_first() {
            let module = found.iter().find_map(|one| match one {
                Found::Module(module) => Some(*module),
                Found::Item(_) | Found::Outside => None,
            });
            // What follows an item is a part of it: a variant, or a function of a type.
            let Some(module) = module else { break };
            found = self.look_up(module, next, depth);
            rest = others;
        }
        found
    }

    /// What a name means in a module. A module, a type and a function can have the same.
    fn look_up(&self, at: usize, name: &str, depth: usize) -> BTreeSet<Found> {
        let module = &self.one.modules[at];
        let mut found = BTreeSet::new();
        found.extend(module.children.get(name).map(|child| Found::Module(*child)));
        if module.items.contains(name) {
            found.insert(Found::Item(at));
        }
        for import in module
            .imports
            .iter()
            .filter(|import| import.name.as_deref() == Some(name))
        {
            // `use a::{self}` names the module, `use a` whatever is called so.
            if import.target.path != [name] {
                found.extend(self.path(at, &import.target.path, depth + 1));
            }
        }
        if found.is_empty() {
            for import in module.imports.iter().filter(|import| import.name.is_none()) {
                for all in self.path(at, &import.target.path, depth + 1) {
                    match all {
                        Found::Module(all) if all != at => {
                            found.extend(self.look_up(all, name, depth + 1))
                        }
                        Found::Outside => drop(found.insert(Found::Outside)),
                        Found::Module(_) | Found::Item(_) => {}
                    }
                }
            }
        }
        found
    }
}
