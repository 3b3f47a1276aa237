//! The finished build: Trunk, the wasm optimiser, the page's policy, the single file, and the sizes.

use anyhow::Result;
use xshell::Shell;

use crate::{licences, node, page, project, run, single, sizes, split, tools, wasm};

/// Builds `dist/` and `dist/weighbridge.html`, and checks that they are small enough.
pub(crate) fn build(sh: &Shell) -> Result<()> {
    let tools = tools::ensure(sh)?;
    node::ensure(sh)?;
    let _flags = sh.push_env(wasm::FLAGS, wasm::flags(sh));

    let trunk = tools.trunk(sh, &["build", "--release", "--features", "split"])?;
    run::show(&trunk, "Building the app with Trunk")?;
    let halves = split::split(sh, &tools)?;
    let app = single::build(sh, &tools)?;

    let dist = project::path("dist");
    let index = dist.join("index.html");
    let html = page::with_one_sheet(sh, &page::read(sh, &index)?, &dist)?;
    let licences = licences::texts(sh)?;
    sh.write_file(dist.join("licences.txt"), &licences)?;
    let alone = dist.join("weighbridge.html");
    sh.write_file(&alone, single::pack(sh, &html, &app, &licences, &dist)?)?;
    let (folder, html) = split::put(sh, &halves, &html, &dist)?;
    sh.write_file(&index, page::with_policy(&html, page::SERVED_POLICY)?)?;

    println!(
        "\nThe site is in {}, the single file is {}.\n",
        dist.display(),
        alone.display()
    );
    let app = split::FIRST.map(|file| format!("{folder}/{file}"));
    let first_load = [
        vec!["index.html".to_owned()],
        app.to_vec(),
        page::parts(&html)?.others,
    ];
    sizes::check(
        sh,
        &dist,
        &first_load.concat(),
        &format!("{folder}/{}", split::PAGES),
    )
}
