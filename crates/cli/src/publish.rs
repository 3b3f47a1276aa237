//! Writing copies of the tool with appraisals inside.

use super::input::{self, Failure};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use weighbridge_file::save;
use weighbridge_model::Appraisal;
use weighbridge_share::{Tool, list, page_of};

/// Writes the folder, and says what is in it.
///
/// # Errors
/// Why it cannot be written; what was written before that stays.
pub(super) fn publish(
    files: &[PathBuf],
    tool: &Path,
    out: &Path,
    made: &str,
) -> Result<String, Failure> {
    if !made
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-:.".contains(c))
    {
        return Err(Failure::not_a_time(made));
    }
    let text = input::text(tool)?;
    let tool = Tool::read(&text).ok_or_else(|| Failure::not_the_tool(tool))?;
    let appraisals: Vec<Appraisal> = files
        .iter()
        .map(|file| input::open(file))
        .collect::<Result<_, _>>()?;
    let names = names(&appraisals);
    std::fs::create_dir_all(out).map_err(|e| Failure::cannot_write(out, &e))?;
    let mut told = String::new();
    let mut write = |name: &str, text: &str| {
        let path = out.join(name);
        std::fs::write(&path, text).map_err(|e| Failure::cannot_write(&path, &e))?;
        told += &format!("{}\n", path.display());
        Ok(())
    };
    let copy = |appraisal: &Appraisal| tool.carrying(appraisal, &page_of(appraisal), made);
    if let [only] = appraisals.as_slice() {
        write("index.html", &copy(only))?;
    } else {
        let entries = names.iter().zip(&appraisals);
        let entries = entries.map(|(name, appraisal)| (format!("{name}.html"), appraisal));
        write("index.html", &list(&entries.collect::<Vec<_>>()))?;
        for (name, appraisal) in names.iter().zip(&appraisals) {
            write(&format!("{name}.html"), &copy(appraisal))?;
        }
    }
    for (name, appraisal) in names.iter().zip(&appraisals) {
        write(&format!("{name}.weighbridge.json"), &save(appraisal))?;
    }
    Ok(told)
}

/// A name for the files of each appraisal: its id, with a number where two have the same.
fn names(appraisals: &[Appraisal]) -> Vec<String> {
    let mut taken = BTreeSet::from(["index".to_owned()]);
    let name = |appraisal: &Appraisal| {
        let id = appraisal.id.as_str();
        let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
        let mut names = std::iter::once(id.to_owned()).chain(numbered);
        names
            .find(|name| taken.insert(name.clone()))
            .unwrap_or_default()
    };
    appraisals.iter().map(name).collect()
}
