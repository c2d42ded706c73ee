//! What walls say, as far as other parts of the stage need to know.

use super::boxes;
use super::facts::Facts;
use crate::rules::RULES;

/// Whether a block says a phrase of a wall.
pub fn speaks(facts: &Facts, block: usize) -> bool {
    let says = |list| !facts.phrases.within(list, block..block + 1).is_empty();
    RULES.iter().any(|rule| rule.kind.is_wall() && boxes::phrase_list(rule).is_some_and(says))
}
