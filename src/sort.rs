//! The one sort of the core. The standard library writes its sorts out anew for every type and every order, some kilobytes
//! each; here what is sorted is a number, and the code stands once.

use std::collections::BinaryHeap;

/// The numbers in ascending order.
pub fn ascending(numbers: Vec<u64>) -> Vec<u64> {
    BinaryHeap::from(numbers).into_sorted_vec()
}

/// The items in ascending order of a number; those of the same number stay in the order they had.
pub fn by_number<T>(items: Vec<T>, number: &dyn Fn(&T) -> u32) -> Vec<T> {
    let numbers = items.iter().map(number).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places(numbers).into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

/// The places of the numbers, those of lower numbers first.
pub fn places(numbers: Vec<u32>) -> Vec<usize> {
    ascending(placed(numbers)).into_iter().map(|placed| placed as u32 as usize).collect()
}

/// For each number the place of the first that equals it: what a map from numbers to groups would tell.
pub fn first_alike(numbers: Vec<u32>) -> Vec<usize> {
    let mut firsts = vec![0; numbers.len()];
    // No number of 32 bits is the first of these.
    let mut of_group = (u64::MAX, 0);
    for placed in ascending(placed(numbers)) {
        let (number, place) = (placed >> 32, placed as u32 as usize);
        if of_group.0 != number {
            of_group = (number, place);
        }
        firsts[place] = of_group.1;
    }
    firsts
}

/// The numbers, each with its place in the lower half.
fn placed(numbers: Vec<u32>) -> Vec<u64> {
    numbers.into_iter().enumerate().map(|(place, number)| u64::from(number) << 32 | place as u64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_stays_in_order() {
        assert_eq!(ascending(vec![3, 1, 2, 1]), [1, 1, 2, 3]);
        assert_eq!(by_number(vec!["b3", "a1", "c3", "d0"], &|item| item.as_bytes()[1].into()), ["d0", "a1", "b3", "c3"]);
        assert_eq!(places(vec![3, 1, 3, 0]), [3, 1, 0, 2]);
    }

    #[test]
    fn what_is_alike_is_known_by_its_first() {
        assert_eq!(first_alike(vec![7, 0, 7, 5, 0, 0]), [0, 1, 0, 3, 1, 1]);
    }
}
