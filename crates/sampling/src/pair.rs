//! Sixteen numbers are two vectors of eight: what is done to both.

/// What follows from the halves of something.
#[inline(always)]
pub(crate) fn both<A, B, C>(a: [A; 2], b: [B; 2], of: impl Fn(A, B) -> C) -> [C; 2] {
    let ([a, b], [c, d]) = (a, b);
    [of(a, c), of(b, d)]
}
