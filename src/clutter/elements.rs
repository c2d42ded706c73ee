//! Rules that start from an element: its name, role, attributes, the words of its class and id.

use super::Finding;
use super::conditions;
use super::facts::Facts;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::{Condition, RULES, Rule, Trigger};

/// Tries every rule on every element that shows the sign it starts from.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    by_words(facts, found);
    let by_attr: Vec<&Rule> = starting_from(&[Trigger::Role, Trigger::Attribute]).collect();
    let mut by_tag = vec![Vec::new(); Tag::ALL.len() + 3];
    for rule in starting_from(&[Trigger::Tag]) {
        let tags =
            rule.when.iter().filter_map(|condition| if let Condition::Tag(tags) = condition { Some(*tags) } else { None });
        tags.flatten().for_each(|&tag| {
            if let Some(rules) = by_tag.get_mut(tag as usize) {
                rules.push(rule)
            }
        });
    }
    for node in facts.page.nodes() {
        let tag = facts.page.tag(node);
        if tag == Tag::Text {
            continue;
        }
        let rules = by_tag.get(tag as usize).map_or(&[][..], Vec::as_slice);
        rules.iter().for_each(|rule| attempt(facts, rule, node, found));
        if has_role_or_state(facts.page, node) {
            by_attr.iter().for_each(|rule| attempt(facts, rule, node, found));
        }
    }
}

fn by_words(facts: &Facts, found: &mut Vec<Finding>) {
    let mut rules_of_list: Vec<Vec<&Rule>> = Vec::new();
    for rule in starting_from(&[Trigger::Words]) {
        for condition in rule.when {
            if let Condition::Words(list) = *condition {
                let list = usize::from(list);
                rules_of_list.resize_with(rules_of_list.len().max(list + 1), Vec::new);
                rules_of_list[list].push(rule);
            }
        }
    }
    let mut last = None;
    for (node, list) in facts.words.iter() {
        // The same list is hit again where a class says it twice.
        if last != Some((node, list)) {
            let rules = rules_of_list.get(usize::from(list)).map_or(&[][..], Vec::as_slice);
            rules.iter().for_each(|rule| attempt(facts, rule, node, found));
        }
        last = Some((node, list));
    }
}

fn attempt(facts: &Facts, rule: &Rule, node: NodeId, found: &mut Vec<Finding>) {
    found.extend(conditions::finding(facts, rule, &facts.element(node)));
}

fn starting_from(triggers: &[Trigger]) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().filter(move |rule| triggers.contains(&rule.trigger))
}

/// Whether the element has an attribute other than the most common ones, which rules of attributes never name.
fn has_role_or_state(page: &Page, node: NodeId) -> bool {
    page.attrs(node).any(|(attr, _)| !matches!(attr, Attr::Class | Attr::Id | Attr::Href | Attr::Src | Attr::Style | Attr::Alt))
}
