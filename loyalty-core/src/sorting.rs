//! One sort for all types.

use crate::gather::Gather;
use std::cmp::Ordering;

/// Sorts; what compares as equal keeps its order.
///
/// The sort of the standard library is compiled anew for every type and every comparison, which is 3 KB each time and made 5 % of what a
/// browser loads. Here it sorts places alone, once for all; what is made for each type is a comparison and the swaps. Collecting into a map
/// sorts as well: a map is extended instead where that would be another copy.
pub fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let by_place = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    for (a, b) in swaps(items.len(), &by_place) {
        items.swap(a, b);
    }
}

/// The swaps that bring so many items into order.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut sorted: Vec<usize> = (0..count).gather();
    sorted.sort_by(|a, b| compare(*a, *b));
    let mut target = vec![0; count];
    for (to, from) in sorted.into_iter().enumerate() {
        if let Some(target) = target.get_mut(from) {
            *target = to;
        }
    }
    let mut swaps = Vec::new();
    for place in 0..count {
        // Each swap brings one item to its end, so there are fewer swaps than items.
        while let Some(to) = target.get(place).copied().filter(|to| *to != place) {
            target.swap(place, to);
            swaps.push((place, to));
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_like_the_standard_library() {
        for count in 0..40_usize {
            // The second number tells equal ones apart: they must keep their order.
            let mut items: Vec<(usize, usize)> = (0..count).map(|number| (number * 7919 % 13 * count % 8, number)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| std::cmp::Reverse(item.0));
            sort(&mut items, |a, b| b.0.cmp(&a.0));
            assert_eq!(items, expected);
        }
    }
}
