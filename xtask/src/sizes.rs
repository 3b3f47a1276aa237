//! How big the build is, and how big it may be.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::page::Parts;

/// A kilobyte, of which every size here is so many.
const KB: usize = 1024;

/// The first load, compressed as servers compress it: page, code, wasm, styles, icon. So much is on the screen within
/// 2.5 seconds over a slow 4G connection.
const FIRST_LOAD: usize = 350 * KB;

/// The single file, as it is kept and sent, without office formats: less than one photograph in a mail.
const SINGLE_FILE: usize = 1536 * KB;

/// The sizes of one file, in bytes.
#[derive(Clone, Copy, Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip(bytes)?.len(),
            brotli: brotli(bytes)?,
        })
    }

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Prints the size of every file of the first load and of the single file, and fails when one is over its ceiling.
pub(crate) fn check(dist: &Path, parts: &Parts, single: &Path) -> Result<()> {
    let mut total = Sizes::default();
    println!(
        "{:<44} {:>10} {:>10} {:>10}",
        "First load", "raw", "gzip", "brotli"
    );
    for name in parts.all() {
        let sizes = Sizes::of(&bytes(&dist.join(&name))?)?;
        print_row(&name, sizes);
        total = total.add(sizes);
    }
    print_row("Total", total);
    if let Some(pages) = &parts.pages {
        let pages = Sizes::of(&bytes(&dist.join(pages))?)?;
        print_row("Fetched after it: the pages", pages);
    }
    let alone = bytes(single)?.len();
    println!("{:<44} {:>10}", "Single file (weighbridge.html)", kb(alone));

    within("The first load", total.brotli, FIRST_LOAD)?;
    within("The single file", alone, SINGLE_FILE)
}

fn within(what: &str, size: usize, ceiling: usize) -> Result<()> {
    if size > ceiling {
        bail!(
            "{what} is {}, over its ceiling of {}. Dependencies decide the size: take one out, \
             or load what is not needed at first only when it is asked for.",
            kb(size),
            kb(ceiling)
        );
    }
    println!("{what} is {} of the {} it may be.", kb(size), kb(ceiling));
    Ok(())
}

fn print_row(name: &str, sizes: Sizes) {
    println!(
        "{name:<44} {:>10} {:>10} {:>10}",
        kb(sizes.raw),
        kb(sizes.gzip),
        kb(sizes.brotli)
    );
}

/// A size in kilobytes with one decimal, counted in whole tenths so that nothing is rounded down to fit.
fn kb(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("{} could not be read", file.display()))
}

/// Compressed with gzip, as small as it gets.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// At quality 11, with the window that web servers use.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 64 * KB, 11, 22);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_never_flattered() {
        assert_eq!(kb(0), "0.0 KB");
        assert_eq!(kb(1024), "1.0 KB");
        assert_eq!(kb(1025), "1.1 KB");
    }

    #[test]
    fn one_byte_too_many_fails_the_build() {
        assert!(within("It", 10 * KB, 10 * KB).is_ok());
        let error = within("It", 10 * KB + 1, 10 * KB).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("It is 10.1 KB, over its ceiling of 10.0 KB."),
            "{error}"
        );
    }

    #[test]
    fn repeated_text_compresses() {
        let text = "option ".repeat(1000);
        let sizes = Sizes::of(text.as_bytes()).unwrap();
        assert!(sizes.brotli < sizes.raw / 20 && sizes.gzip < sizes.raw / 20);
    }
}
