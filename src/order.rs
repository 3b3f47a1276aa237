//! Putting short lists in order.

use std::cmp::Ordering;

/// Sorts a list; equal items keep their order.
///
/// Plain insertion: the lists here have a few dozen items, and the general sort would add four
/// kilobytes to the app for each kind of item.
///
/// ```
/// let mut list = vec![(2, 'b'), (1, 'x'), (2, 'a')];
/// weighbridge::order::sort(&mut list, |a, b| a.0.cmp(&b.0));
/// assert_eq!(list, [(1, 'x'), (2, 'b'), (2, 'a')]);
/// ```
pub fn sort<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for next in 1..list.len() {
        let mut at = next;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}
