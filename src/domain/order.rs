//! Sorting. The standard sort is compiled once for each type, five to ten kilobytes each time; this one once for all.

use std::cmp::Ordering;

/// `items` in order; those that compare as equal stay as they stood.
///
/// ```
/// let sorted = so_ocop::domain::order::sorted(vec!["b1", "a", "b0"], &|one, other| one[..1].cmp(&other[..1]));
/// assert_eq!(sorted, ["a", "b1", "b0"]);
/// ```
pub fn sorted<T>(items: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(items.len(), &|one, other| compare(&items[one], &items[other]));
    let mut slots: Vec<Option<T>> = Vec::with_capacity(items.len());
    for item in items {
        slots.push(Some(item));
    }
    let mut sorted = Vec::with_capacity(slots.len());
    for place in places {
        if let Some(item) = slots[place].take() {
            sorted.push(item);
        }
    }
    sorted
}

/// The numbers below `count` in order.
#[inline(never)]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(count);
    for place in 0..count {
        places.push(place);
    }
    places.sort_by(|one, other| compare(*one, *other));
    places
}
