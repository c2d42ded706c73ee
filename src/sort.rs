//! The one sort of the core. The standard library writes its sorts out anew for every type and every order, some kilobytes
//! each; here what is sorted is a number, and the code stands once.

use std::collections::BinaryHeap;

/// The numbers in ascending order.
pub fn ascending(numbers: Vec<u64>) -> Vec<u64> {
    BinaryHeap::from(numbers).into_sorted_vec()
}

/// The items in ascending order of a number; those of the same number stay in the order they had.
pub fn by_number<T>(items: Vec<T>, number: impl Fn(&T) -> u32) -> Vec<T> {
    let places = items.iter().enumerate().map(|(at, item)| u64::from(number(item)) << 32 | at as u64).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    ascending(places).into_iter().filter_map(|place| items.get_mut(place as u32 as usize)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_stays_in_order() {
        assert_eq!(ascending(vec![3, 1, 2, 1]), [1, 1, 2, 3]);
        assert_eq!(by_number(vec!["b3", "a1", "c3", "d0"], |item| item.as_bytes()[1].into()), ["d0", "a1", "b3", "c3"]);
    }
}
