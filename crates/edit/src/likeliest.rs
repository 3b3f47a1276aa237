use weighbridge_model::Finite;

/// The number that a range leaves likeliest: the one in use where it is inside, else the middle.
pub(super) fn likeliest(now: Option<f64>, [low, high]: [Finite; 2]) -> Finite {
    let inside = now.filter(|x| (low.get()..=high.get()).contains(x));
    let middle = low.get() / 2.0 + high.get() / 2.0;
    Finite::new(inside.unwrap_or(middle)).unwrap_or(low)
}
