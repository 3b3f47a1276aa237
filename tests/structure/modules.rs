//! The modules of a crate: what each defines, imports and names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{MetadataCommand, TargetKind};

use super::names;

/// One library or program of the workspace.
pub(super) struct Crate {
    pub(super) name: String,
    /// All its modules; the first is the root.
    pub(super) modules: Vec<Module>,
}

/// One module.
#[derive(Default)]
pub(super) struct Module {
    /// Its name within its parent.
    pub(super) name: String,
    /// Where it is written.
    pub(super) file: PathBuf,
    pub(super) parent: Option<usize>,
    pub(super) children: BTreeMap<String, usize>,
    /// What is defined directly in it.
    pub(super) items: BTreeSet<String>,
    pub(super) imports: Vec<Import>,
    /// Every path that its code names.
    pub(super) paths: Vec<Named>,
    /// The functions of its `impl` blocks: the type as it is named here, unless the block is for a trait, and the
    /// function.
    pub(super) functions: Vec<(Option<Vec<String>>, String)>,
    /// Every method that its code calls.
    pub(super) calls: Vec<Named>,
}

/// Something that code names, and the line where it does.
pub(super) struct Named {
    pub(super) path: Vec<String>,
    pub(super) line: usize,
}

/// One name of a `use`.
pub(super) struct Import {
    /// What it is called here; nothing for everything that a module has (`*`).
    pub(super) name: Option<String>,
    pub(super) target: Named,
    /// Whether others may use the name from here too.
    pub(super) public: bool,
}

/// Every library and program of the workspace.
pub(super) fn workspace() -> Vec<Crate> {
    let metadata = MetadataCommand::new()
        .manifest_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .no_deps()
        .other_options(["--offline".to_owned()])
        .exec()
        .unwrap();
    let mut found = Vec::new();
    for target in metadata
        .packages
        .iter()
        .flat_map(|package| &package.targets)
    {
        let shipped = [TargetKind::Lib, TargetKind::Bin, TargetKind::CDyLib];
        if target.kind.iter().any(|kind| shipped.contains(kind)) {
            found.push(Crate::read(&target.name, target.src_path.as_std_path()));
        }
    }
    assert!(
        found.len() > 10,
        "the workspace has more crates than {}",
        found.len()
    );
    found
}

impl Crate {
    fn new(name: &str) -> Self {
        let name = name.to_owned();
        Self {
            name,
            modules: Vec::new(),
        }
    }

    /// Reads a crate from the file of its root.
    fn read(name: &str, root: &Path) -> Self {
        let mut all = Self::new(name);
        let folder = root.parent().unwrap().to_owned();
        all.file(None, String::new(), root, &folder);
        all
    }

    /// A crate of some modules, each given by its path and its text, parents first.
    pub(super) fn from_texts(files: &[(&str, &str)]) -> Self {
        let mut all = Self::new("test");
        let mut places = BTreeMap::new();
        for (path, text) in files {
            let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
            let parent = (!path.is_empty()).then(|| places[parent]);
            let file = syn::parse_file(text).unwrap();
            let at = all.module(parent, name.to_owned(), Path::new(path), &file.items);
            places.insert(*path, at);
        }
        all
    }

    /// The path of a module within the crate.
    pub(super) fn path(&self, module: usize) -> String {
        match self.modules[module].parent {
            None => "crate".to_owned(),
            Some(parent) => format!("{}::{}", self.path(parent), self.modules[module].name),
        }
    }

    /// Reads the file of a module, and those of its children, which are in a folder of its name.
    fn file(&mut self, parent: Option<usize>, name: String, file: &Path, folder: &Path) {
        let text = fs::read_to_string(file).unwrap();
        let parsed = syn::parse_file(&text).unwrap();
        let at = self.module(parent, name, file, &parsed.items);
        self.children(at, &parsed.items, folder);
    }

    /// Reads the children of a module that are files.
    fn children(&mut self, at: usize, items: &[syn::Item], folder: &Path) {
        for item in items {
            let syn::Item::Mod(child) = item else {
                continue;
            };
            if names::only_for_tests(&child.attrs) {
                continue;
            }
            assert!(
                !child.attrs.iter().any(|a| a.path().is_ident("path")),
                "a module in another place than its name says cannot be followed"
            );
            let name = child.ident.to_string();
            let below = folder.join(&name);
            match &child.content {
                Some((_, items)) => {
                    let at = self.modules[at].children[&name];
                    self.children(at, items, &below);
                }
                None => {
                    let beside = folder.join(format!("{name}.rs"));
                    let inside = below.join("mod.rs");
                    let file = if beside.is_file() { beside } else { inside };
                    self.file(Some(at), name, &file, &below);
                }
            }
        }
    }

    /// Adds a module, and those that are written within it.
    fn module(
        &mut self,
        parent: Option<usize>,
        name: String,
        file: &Path,
        items: &[syn::Item],
    ) -> usize {
        let at = self.modules.len();
        let mut module = names::read(items);
        module.name.clone_from(&name);
        module.file = file.to_owned();
        module.parent = parent;
        self.modules.push(module);
        if let Some(parent) = parent {
            self.modules[parent].children.insert(name, at);
        }
        for item in items {
            if let syn::Item::Mod(child) = item
                && let Some((_, items)) = &child.content
                && !names::only_for_tests(&child.attrs)
            {
                self.module(Some(at), child.ident.to_string(), file, items);
            }
        }
        at
    }
}
