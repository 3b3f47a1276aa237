//! Wasm taken apart, so that it compresses better: of its code, instructions stand together, and what they are
//! about (which variable, which function, which number, where in memory) in lists of their own.
//!
//! A compressor finds more alike in each list than in their mixture: LZMA makes a twentieth less of it. `join.js` puts
//! it together again.

use anyhow::{Context as _, Result, bail};

/// The lists: what stands before the instructions of all functions, the instructions, the heads of functions, what
/// instructions are about, and what stands after.
const LISTS: usize = 16;

const BEFORE: usize = 0;
const CODE: usize = 1;
const HEADS: usize = 2;
const GOT: usize = 3;
const SET: usize = 4;
const WHOLE: usize = 5;
const LONG: usize = 6;
const REAL: usize = 7;
const CALL: usize = 8;
const BRANCH: usize = 9;
const ALIGNED: usize = 10;
const PLACE: usize = 11;
const GLOBAL: usize = 12;
const BLOCK: usize = 13;
const OTHER: usize = 14;
const AFTER: usize = 15;

/// What follows an instruction, by its number: a small letter is a number in the list of that place (`a` the first),
/// `M` a place in memory, `I` two numbers, `T` a table of branches, `S` a list of types, `4` and `8` so many bytes,
/// `X` and `V` the number of a further instruction. `join.js` has the same letters.
pub(super) fn shapes() -> String {
    let letter = |list: usize| char::from(b'a' + u8::try_from(list).unwrap_or(0));
    let shape = |code: u8| match code {
        0x02..=0x04 => letter(BLOCK),
        0x0C | 0x0D => letter(BRANCH),
        0x0E => 'T',
        0x10 => letter(CALL),
        0x11 => 'I',
        0x1C => 'S',
        0x20 => letter(GOT),
        0x21 | 0x22 => letter(SET),
        0x23 | 0x24 => letter(GLOBAL),
        0x25 | 0x26 | 0x3F | 0x40 | 0xD0 | 0xD2 => letter(OTHER),
        0x28..=0x3E => 'M',
        0x41 => letter(WHOLE),
        0x42 => letter(LONG),
        0x43 => '4',
        0x44 => '8',
        0xFC => 'X',
        0xFD => 'V',
        0x00 | 0x01 | 0x05 | 0x0B | 0x0F | 0x1A | 0x1B | 0x45..=0xC4 | 0xD1 => ' ',
        _ => '?',
    };
    (0..=255).map(shape).collect()
}

/// Takes a module apart: the length of the whole and of each list, four bytes each, the lowest first, then the lists.
pub(super) fn apart(wasm: &[u8]) -> Result<Vec<u8>> {
    let (from, to) = bodies(wasm)?;
    let mut reader = Reader {
        wasm: &wasm[..to],
        at: from,
        lists: vec![Vec::new(); LISTS],
    };
    reader.lists[BEFORE].extend(&wasm[..from]);
    reader.lists[AFTER].extend(&wasm[to..]);
    let shapes: Vec<char> = shapes().chars().collect();
    while reader.at < to {
        reader.function(&shapes)?;
    }
    let mut packed = u32::try_from(wasm.len())?.to_le_bytes().to_vec();
    for list in &reader.lists {
        packed.extend(u32::try_from(list.len())?.to_le_bytes());
    }
    packed.extend(reader.lists.concat());
    Ok(packed)
}

/// Where the functions of a module begin and end.
fn bodies(wasm: &[u8]) -> Result<(usize, usize)> {
    let mut reader = Reader {
        wasm,
        at: 8,
        lists: vec![Vec::new(); LISTS],
    };
    loop {
        let section = reader.byte(BEFORE)?;
        let size = reader.number(BEFORE)?;
        let end = reader.at + size;
        if section == 10 {
            reader.number(BEFORE)?;
            return Ok((reader.at, end));
        }
        reader.at = end;
    }
}

struct Reader<'a> {
    wasm: &'a [u8],
    at: usize,
    lists: Vec<Vec<u8>>,
}

impl Reader<'_> {
    /// The next byte, which goes to a list.
    fn byte(&mut self, list: usize) -> Result<u8> {
        let byte = self.wasm.get(self.at).copied();
        let byte = byte.context("The wasm ends within an instruction.")?;
        self.at += 1;
        self.lists[list].push(byte);
        Ok(byte)
    }

    /// The next number, seven bits to a byte, of which those that matter here fit.
    fn number(&mut self, list: usize) -> Result<usize> {
        let mut found = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte(list)?;
            if shift < 32 {
                found |= usize::from(byte & 0x7F) << shift;
            }
            shift += 7;
            if byte < 0x80 {
                return Ok(found);
            }
        }
    }

    fn bytes(&mut self, list: usize, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.byte(list).map(|_| ()))
    }

    fn numbers(&mut self, list: usize, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.number(list).map(|_| ()))
    }

    /// A place in memory.
    fn place(&mut self) -> Result<()> {
        self.number(ALIGNED)?;
        self.number(PLACE).map(|_| ())
    }

    fn function(&mut self, shapes: &[char]) -> Result<()> {
        let size = self.number(HEADS)?;
        let end = self.at + size;
        for _ in 0..self.number(HEADS)? {
            self.number(HEADS)?;
            self.byte(HEADS)?;
        }
        while self.at < end {
            let code = self.byte(CODE)?;
            match shapes[usize::from(code)] {
                ' ' => {}
                'M' => self.place()?,
                'I' => self.numbers(OTHER, 2)?,
                'T' => {
                    let count = self.number(BRANCH)?;
                    self.numbers(BRANCH, count + 1)?;
                }
                'S' => {
                    let count = self.number(OTHER)?;
                    self.bytes(OTHER, count)?;
                }
                '4' => self.bytes(REAL, 4)?,
                '8' => self.bytes(REAL, 8)?,
                'X' => match self.number(CODE)? {
                    0..=7 => {}
                    8 | 10 | 12 | 14 => self.numbers(OTHER, 2)?,
                    9 | 11 | 13 | 15..=17 => self.numbers(OTHER, 1)?,
                    other => bail!(
                        "The single file cannot carry the instruction 0xFC {other}: tell apart.rs and join.js what follows it."
                    ),
                },
                'V' => match self.number(CODE)? {
                    0..=11 | 92 | 93 => self.place()?,
                    12 | 13 => self.bytes(REAL, 16)?,
                    21..=34 => self.bytes(OTHER, 1)?,
                    84..=91 => {
                        self.place()?;
                        self.bytes(OTHER, 1)?;
                    }
                    14..=255 => {}
                    other => bail!(
                        "The single file cannot carry the instruction 0xFD {other}: tell apart.rs and join.js what follows it."
                    ),
                },
                '?' => bail!(
                    "The single file cannot carry the instruction {code:#X}: tell apart.rs and join.js what follows it."
                ),
                letter => {
                    let list = u32::from(letter) - u32::from('a');
                    self.number(usize::try_from(list)?)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of each kind of instruction.
    fn module(code: &[u8]) -> Vec<u8> {
        let mut body = vec![1, 2, 0x7F];
        body.extend(code);
        body.push(0x0B);
        let size = u8::try_from(body.len()).unwrap();
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0]);
        wasm.extend([10, size + 2, 1, size]);
        wasm.extend(&body);
        wasm.extend([11, 1, 0]);
        wasm
    }

    /// What `join.js` does, by node.
    fn joined(packed: &[u8]) -> Vec<u8> {
        let script = format!(
            "const SHAPES = {:?};\n{JOIN}\nprocess.stdout.write(joined(Uint8Array.from({packed:?})));",
            shapes()
        );
        let out = crate::node::node().arg("-e").arg(script).output().unwrap();
        assert!(
            out.status.success(),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        out.stdout
    }

    const JOIN: &str = include_str!("join.js");

    #[test]
    fn what_is_taken_apart_is_put_together_again() {
        let code = [
            &[0x02, 0x40, 0x20, 0x00, 0x41, 0x80, 0x01, 0x6A, 0x22, 0x01][..],
            &[
                0x0E, 0x02, 0x00, 0x01, 0x80, 0x00, 0x0B, 0x28, 0x02, 0x90, 0x01,
            ],
            &[
                0x42, 0xFF, 0xFF, 0x03, 0x43, 1, 2, 3, 4, 0x44, 1, 2, 3, 4, 5, 6, 7, 8,
            ],
            &[
                0x10, 0x85, 0x80, 0x00, 0x11, 0x03, 0x00, 0x1C, 0x01, 0x7F, 0x23, 0x00,
            ],
            &[0xFC, 0x0A, 0x00, 0x00, 0xFC, 0x0B, 0x00, 0xFC, 0x02],
            &[
                0xFD, 0x00, 0x04, 0x10, 0xFD, 0x0C, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
                14, 15,
            ],
            &[
                0xFD, 0x15, 0x03, 0xFD, 0x54, 0x00, 0x08, 0x01, 0xFD, 0xAE, 0x01, 0xD2, 0x05,
            ],
        ]
        .concat();
        let wasm = module(&code);
        let packed = apart(&wasm).unwrap();
        assert_eq!(packed.len(), wasm.len() + 4 * (LISTS + 1));
        assert_eq!(joined(&packed), wasm);
    }

    #[test]
    fn an_instruction_that_is_not_known_is_refused() {
        let error = apart(&module(&[0x06])).unwrap_err().to_string();
        assert!(error.contains("0x6"), "{error}");
        assert!(apart(&module(&[0xFC, 0x20])).is_err());
        assert!(apart(b"\0asm\x01\0\0\0").is_err(), "no functions");
    }
}
