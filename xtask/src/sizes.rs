//! How big the build is, and how big it may be.

use std::io::Write as _;
use std::path::Path;

use anyhow::{Result, bail};
use xshell::Shell;
use zopfli::{Format, Options};

/// A kilobyte, of which every size here is so many.
const KB: usize = 1024;

/// The first load, compressed as servers compress it: page, code, wasm, styles, icon. So much is on the screen within
/// 2.5 seconds over a slow 4G connection.
const FIRST_LOAD: usize = 350 * KB;

/// The single file, as it is kept and sent, without office formats: less than one photograph in a mail.
const SINGLE_FILE: usize = 1536 * KB;

/// Prints the size of every file of the first load and of the single file, and fails when one is over its ceiling.
pub(crate) fn check(sh: &Shell, dist: &Path, first_load: &[String], pages: &str) -> Result<()> {
    println!("{:<44} {:>10} {:>10}", "", "raw", "brotli");
    let print = |name: &str| -> Result<usize> {
        let bytes = sh.read_binary_file(dist.join(name))?;
        let brotli = brotli(&bytes)?;
        println!("{name:<44} {:>10} {:>10}", kb(bytes.len()), kb(brotli));
        Ok(brotli)
    };
    let mut total = 0;
    for name in first_load {
        total += print(name)?;
    }
    println!("Fetched after the first load:");
    print(pages)?;
    within("The first load, with brotli,", total, FIRST_LOAD)?;
    let alone = sh.read_binary_file(dist.join("weighbridge.html"))?.len();
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

/// A size in kilobytes with one decimal, counted in whole tenths so that nothing is rounded down to fit.
fn kb(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// Compressed with gzip by a library that takes its time: 5% smaller than the usual highest level.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
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
        let error = within("It", 10 * KB + 1, 10 * KB).unwrap_err().to_string();
        let said = "It is 10.1 KB, over its ceiling of 10.0 KB.";
        assert!(error.starts_with(said), "{error}");
    }
}
