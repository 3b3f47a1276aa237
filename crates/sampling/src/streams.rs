//! Random bits: sixteen streams side by side for the fast path, and single ones for the careful.
//!
//! The generator is xoshiro128+ (Blackman and Vigna, *ACM Transactions on Mathematical Software* 47,
//! 2021): four words of state, no multiplication, so that it costs the same in every vector width.
//! Its lowest bits are weak; what is used here are the upper 23 (fast) or, of two words, the upper
//! 26 and 27 (careful). States come from splitmix64 of the seed, so that streams start far apart.

use wide::u32x8;

/// Sixteen words, one for each stream.
pub(crate) type Words = [u32x8; 2];

/// The bits of 1.0: with 23 random bits below it is a number from 1 to 2.
const ONE: u32 = 0x3F80_0000;

/// The next number of splitmix64 (Steele, Lea and Flood, 2014).
pub(crate) fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Sixteen streams of xoshiro128+, in two halves of eight.
#[derive(Clone)]
pub(crate) struct Streams([Eight; 2]);

/// Eight streams: the four words of their states.
#[derive(Clone)]
struct Eight([u32x8; 4]);

impl Eight {
    fn new(state: &mut u64) -> Self {
        let each = [(); 8].map(|()| four(state));
        Self([
            u32x8::new(each.map(|[a, ..]| a)),
            u32x8::new(each.map(|[_, b, ..]| b)),
            u32x8::new(each.map(|[.., c, _]| c)),
            u32x8::new(each.map(|[.., d]| d)),
        ])
    }

    /// The next word of each stream.
    #[inline(always)]
    fn next(&mut self) -> u32x8 {
        let [a, b, c, d] = &mut self.0;
        let out = *a + *d;
        let t: u32x8 = *b << 9_i32;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= t;
        *d = (*d << 11_i32) | (*d >> 21_i32);
        out
    }
}

impl Streams {
    pub(crate) fn new(seed: u64) -> Self {
        let mut state = seed;
        Self([(); 2].map(|()| Eight::new(&mut state)))
    }

    /// The next word of each stream.
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Words {
        let [first, second] = &mut self.0;
        [first.next(), second.next()]
    }
}

/// The upper 23 bits of each word as a number from 1 to 2.
#[inline(always)]
pub(crate) fn from_one_to_two(words: Words) -> [wide::f32x8; 2] {
    words.map(|w| bytemuck::cast((w >> 9_i32) | u32x8::new([ONE; 8])))
}

fn four(state: &mut u64) -> [u32; 4] {
    let (a, b) = (splitmix(state), splitmix(state));
    // Not all zero: splitmix64 gives each number once in its period, so two in a row are not both 0.
    [low(a), high(a), low(b), high(b)]
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
fn low(x: u64) -> u32 {
    x as u32
}

fn high(x: u64) -> u32 {
    low(x >> 32)
}

/// One stream of xoshiro128+.
#[derive(Clone, Debug)]
pub(crate) struct Stream([u32; 4]);

impl Stream {
    pub(crate) fn new(state: &mut u64) -> Self {
        Self(four(state))
    }

    fn next(&mut self) -> u32 {
        let s = &mut self.0;
        let out = s[0].wrapping_add(s[3]);
        let t = s[1] << 9;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(11);
        out
    }

    /// A number above 0 and below 1, of 53 bits.
    pub(crate) fn unit(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b) + 0.5) / 9_007_199_254_740_992.0
    }

    /// A whole number below a count of at least 1, which is far below 2³².
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let wide = u64::from(self.next()) * count as u64;
        high(wide) as usize
    }

    /// Two independent standard normal numbers (Marsaglia's polar method, 1964).
    pub(crate) fn normals(&mut self) -> (f64, f64) {
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let s = x * x + y * y;
            if s > 0.0 && s < 1.0 {
                let scale = (-2.0 * libm::log(s) / s).sqrt();
                return (x * scale, y * scale);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_is_the_same_generator_as_a_single_stream() {
        let mut lanes = Streams::new(7);
        let mut state = 7;
        let mut first = Stream::new(&mut state);
        let mut second = Stream::new(&mut state);
        for _ in 0..100 {
            let words = lanes.next()[0].to_array();
            assert_eq!((words[0], words[1]), (first.next(), second.next()));
        }
    }

    #[test]
    fn units_are_inside_and_even() {
        let mut stream = Stream::new(&mut 3);
        let n = 100_000;
        let sum: f64 = (0..n).map(|_| stream.unit()).sum();
        assert!((sum / f64::from(n) - 0.5).abs() < 4.0 / (12.0 * f64::from(n)).sqrt());
    }
}
