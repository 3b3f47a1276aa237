/// The sum of some numbers with the rounding error of each addition carried along (Neumaier 1974),
/// so that the order of large and small terms hardly matters.
///
/// ```
/// use weighbridge_numeric::sum;
/// assert_eq!(sum([1.0, 1e100, 1.0, -1e100]), 2.0, "plain addition gives 0");
/// assert_eq!(sum([0.1; 10]), 1.0, "plain addition gives 0.9999999999999999");
/// ```
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = 0.0_f64;
    let mut lost = 0.0_f64;
    for x in terms {
        let next = total + x;
        lost += if total.abs() >= x.abs() {
            (total - next) + x
        } else {
            (x - next) + total
        };
        total = next;
    }
    total + lost
}
