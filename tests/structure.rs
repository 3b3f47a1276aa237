//! No circles between the modules of a crate.
//!
//! A module *uses* another when its own code names an item that the other defines: a function, a type, a constant, a
//! macro. Naming an item through a re-export is naming it where it is defined. An associated function or a method
//! counts too, where its name says which module has it: when it is added to a type elsewhere than where the type is.
//!
//! What does not count: `mod`, and re-exports (`pub use` and `pub(crate) use`), which only say where things are found;
//! unless the module's own code uses the name as well. Code for tests (`#[cfg(test)]`) does not count either.
//!
//! The modules of a crate are a tree, and it is looked at level by level: the parts of a module are each of its
//! children, with everything below that child, and the module's own code. A part uses another when anything in the one
//! uses anything in the other. No parts of a module may use each other in a circle. So two siblings cannot use each
//! other, not even through their children; and where children use what stands in their parent's file, the parent's own
//! code cannot use the children: what is shared belongs into a module of its own, below both.

mod circles;
mod modules;
mod names;

use std::collections::BTreeSet;

use circles::Circle;
use modules::Crate;

/// Circles that there still are, each as the crate and the parts that use each other. A circle that is no longer there
/// has to go from this list, so the list only gets shorter.
const KNOWN: [&str; 0] = [];

#[test]
fn no_modules_of_a_crate_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for one in modules::workspace() {
        found.extend(circles::circles(&one));
    }
    let known: BTreeSet<&str> = KNOWN.into();
    let new: Vec<String> = found
        .iter()
        .filter(|circle| !known.contains(circle.name().as_str()))
        .map(Circle::told)
        .collect();
    assert!(new.is_empty(), "\n{}", new.join("\n\n"));
    let there: BTreeSet<String> = found.iter().map(Circle::name).collect();
    for circle in known {
        assert!(
            there.contains(circle),
            "“{circle}” is mended: take it off the list of known circles"
        );
    }
}

/// The circles in a crate of some modules, each given by its path (the first is the root) and its text.
fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    let one = Crate::from_texts(files);
    let found = circles::circles(&one);
    found.iter().map(Circle::name).collect()
}

#[test]
fn two_modules_that_import_each_other_are_a_circle() {
    let root = ("", "mod a; mod b;");
    let back = ("b", "use super::a::one; pub fn two() { one() }");
    assert_eq!(
        circles_of(&[
            root,
            ("a", "use crate::b::two; pub fn one() { two() }"),
            back
        ]),
        ["test: a, b"]
    );
    assert_eq!(circles_of(&[root, ("a", "pub fn one() {}"), back]), [""; 0]);
}

#[test]
fn no_way_of_naming_an_item_hides_a_circle() {
    let b = (
        "b",
        "pub struct Two; impl Two { pub fn make() {} } pub fn two() -> usize { 0 } use crate::a::One; fn f(_: One) {}",
    );
    for a in [
        "fn f() { crate::b::two(); }",
        "fn f() { super::b::two(); }",
        "fn f(x: super::b::Two) {}",
        "fn f() -> Vec<Option<crate::b::Two>> { vec![] }",
        "fn f() { println!(\"{}\", crate::b::two()) }",
        "fn f() { use crate::b; b::two(); }",
        "use crate::b; fn f() { b::two(); }",
        "use crate::b::{self as other}; fn f() { other::Two::make(); }",
        "use crate::b::*; fn f() { two(); }",
        "use crate::Renamed; fn f(_: Renamed) {}",
        "use super::*; fn f(_: Renamed) {}",
        "struct S { x: [u8; crate::b::two()] }",
        "impl crate::b::Two { fn more() {} }",
        "#[serde(with = \"crate::b\")] struct S; fn f() { let _ = <crate::b::Two>::make(); }",
        "mod inner { pub fn f() { super::super::b::two(); } }",
        "fn f() { let x = &|| match 1 { _ if crate::b::two() > 1 => 2, _ => 3 }; }",
    ] {
        let text = format!("{a} pub struct One;");
        let root = (
            "",
            "mod a; mod b; pub use b::Two as Renamed; pub use b::two;",
        );
        let found = circles_of(&[root, ("a", &text), b]);
        assert_eq!(found, ["test: a, b"], "{a}");
    }
}

#[test]
fn methods_that_another_module_adds_to_a_type_are_found_by_their_name() {
    let root = ("", "mod a; mod b; mod c;");
    let c = ("c", "pub struct Shared;");
    let b = (
        "b",
        "use crate::{a::one, c::Shared}; impl Shared { pub fn unusual(&self) { one() } }",
    );
    let a = (
        "a",
        "use crate::c::Shared; pub fn one() {} fn f(s: &Shared) { s.unusual() }",
    );
    assert_eq!(circles_of(&[root, a, b, c]), ["test: a, b"]);
}

#[test]
fn siblings_cannot_use_each_other_through_their_children() {
    let files = [
        ("", "mod a; mod b;"),
        ("a", "mod x; mod y; pub use y::Y;"),
        ("a::x", "fn f(_: crate::b::Z) {}"),
        ("a::y", "pub struct Y;"),
        ("b", "mod z; mod w; pub use z::Z;"),
        ("b::z", "pub struct Z;"),
        ("b::w", "fn f(_: crate::a::Y) {}"),
    ];
    assert_eq!(circles_of(&files), ["test: a, b"]);
}

#[test]
fn a_parent_and_its_children_cannot_use_each_other_but_it_may_say_where_they_are() {
    let child = ("a", "pub fn one(_: super::Shared) {}");
    let facade = "mod a; pub use a::one; pub struct Shared;";
    assert_eq!(circles_of(&[("", facade), child]), [""; 0]);
    let both = format!("{facade} fn f() {{ one(Shared) }}");
    assert_eq!(
        circles_of(&[("", &both), child]),
        ["test: (the crate's own code), a"]
    );
}
