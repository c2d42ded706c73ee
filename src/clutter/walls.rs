//! What walls say, as far as other parts of the stage need to know.

use super::facts::Facts;
use crate::rules::{Condition, RULES, Rule};

/// Whether a block says a phrase of a wall.
pub fn speaks(facts: &Facts, block: usize) -> bool {
    let walls = RULES.iter().filter(|rule| rule.kind.is_wall());
    walls.flat_map(phrase_lists).any(|list| !facts.phrases.within(list, block..block + 1).is_empty())
}

fn phrase_lists(rule: &Rule) -> impl Iterator<Item = u16> {
    rule.when.iter().filter_map(|condition| match *condition {
        Condition::Phrase(list) | Condition::Start(list) | Condition::Line(list) => Some(list),
        _ => None,
    })
}
