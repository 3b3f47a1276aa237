//! Bytes as text, seven bits to a letter.
//!
//! Base64 puts six bits into a byte of a page and Z85 6.4. A page in UTF-8 can carry nearly seven: of the 128
//! one-byte letters only three must not stand in a script element that no browser runs. A page may not hold the
//! first (NUL), it changes the second (a carriage return becomes a new line), and the third (`<`) could start
//! the end of the element. Where one of them is due, it and the seven bits after it share a letter of two bytes,
//! so that nothing is lost. `start.js` reads it back.

/// The letters that must not stand in the page; their places in this list are what stands for them.
const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];

/// The bits of `bytes`, the highest of each first, as letters; what is missing of the last letter is zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let count = (bytes.len() * 8).div_ceil(7);
    let mut text = String::with_capacity(count + count / 50);
    let mut sevens = (0..count).map(|letter| seven(bytes, letter * 7));
    while let Some(letter) = sevens.next() {
        match FORBIDDEN.iter().position(|forbidden| *forbidden == letter) {
            None => text.push(char::from(letter)),
            Some(place) => {
                // From U+0080 to U+01FF: two bytes each, and none of them a letter of its own.
                let next = sevens.next().unwrap_or(0);
                let code = 0x80 + u16::try_from(place).unwrap_or(0) * 0x80 + u16::from(next);
                text.extend(char::from_u32(code.into()));
            }
        }
    }
    text
}

/// Seven bits from bit `start` on.
fn seven(bytes: &[u8], start: usize) -> u8 {
    let byte = |at: usize| u16::from(bytes.get(at).copied().unwrap_or(0));
    let pair = byte(start / 8) << 8 | byte(start / 8 + 1);
    u8::try_from(pair >> (9 - start % 8) & 0x7F).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `start.js` does.
    fn decode(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (mut held, mut bits) = (0_u32, 0);
        let mut take = |seven: u32| {
            held = held << 7 | seven;
            bits += 7;
            if bits >= 8 {
                bits -= 8;
                bytes.push((held >> bits & 0xFF) as u8);
            }
        };
        for letter in text.chars().map(u32::from) {
            if letter >= 0x80 {
                take(u32::from(FORBIDDEN[(letter >> 7) as usize - 1]));
            }
            take(letter & 0x7F);
        }
        bytes
    }

    #[test]
    fn every_byte_comes_back() {
        // Thrown about, but always the same; every length up to some.
        let mut state = 1_u32;
        for length in 0..600 {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 24) as u8
                })
                .collect();
            let text = encode(&bytes);
            // What is over is a byte at most, and the decompressor knows its own end.
            assert_eq!(decode(&text)[..length], bytes);
            assert!(
                text.bytes().all(|byte| !FORBIDDEN.contains(&byte)),
                "{text:?}"
            );
            assert!(text.len() <= (length * 8).div_ceil(7) + 1);
        }
    }

    #[test]
    fn what_a_page_must_not_hold_goes_elsewhere() {
        // Three letters are due, the last of them with nothing after it.
        assert_eq!(encode(&[0, 0]), "\u{80}\u{80}");
        assert_eq!(encode(b"Hello"), "$\u{19}-Fc\u{180}");
    }
}
