//! Rules that start from an element: its name, role, attributes, the words of its class and id.

use super::Finding;
use super::conditions;
use super::facts::Facts;
use crate::page::{Attr, NodeId, Tag};
use crate::rules::{Condition, RULES, Rule, Trigger};
use crate::sort;

/// Tries every rule on every element that shows the sign it starts from.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    by_words(facts, found);
    // The rules that start from a tag, by the tag, and those that start from a role or another attribute.
    let (mut by_tag, mut by_attr): (Vec<(Tag, &Rule)>, Vec<&Rule>) = (Vec::new(), Vec::new());
    let mut has_rule = [false; 256];
    // The attributes that those name.
    let mut is_named = [false; 256];
    is_named[Attr::Role as usize] = true;
    for rule in RULES {
        match rule.trigger {
            Trigger::Role | Trigger::Attribute => {
                by_attr.push(rule);
                for condition in rule.when {
                    if let Condition::Attribute(wanted) = condition {
                        wanted.iter().for_each(|&(attr, _)| is_named[attr as usize] = true);
                    }
                }
            }
            Trigger::Tag => {
                for condition in rule.when {
                    if let Condition::Tag(tags) = condition {
                        by_tag.extend(tags.iter().map(|&tag| (tag, rule)));
                        tags.iter().for_each(|&tag| has_rule[tag as usize] = true);
                    }
                }
            }
            _ => {}
        }
    }
    for node in facts.page.nodes() {
        let tag = facts.page.tag(node);
        if has_rule[tag as usize] {
            by_tag.iter().filter(|(of, _)| *of == tag).for_each(|(_, rule)| attempt(facts, rule, node, found));
        }
        if tag != Tag::Text && facts.page.attrs(node).any(|(attr, _)| is_named[attr as usize]) {
            by_attr.iter().for_each(|rule| attempt(facts, rule, node, found));
        }
    }
}

fn by_words(facts: &Facts, found: &mut Vec<Finding>) {
    // The list in the upper half, the rule's place in the lower.
    let mut by_list: Vec<u64> = Vec::new();
    for (place, rule) in RULES.iter().enumerate().filter(|(_, rule)| rule.trigger == Trigger::Words) {
        for condition in rule.when {
            if let Condition::Words(list) = *condition {
                by_list.push(u64::from(list) << 32 | place as u64);
            }
        }
    }
    let by_list = sort::ascending(by_list);
    let mut last = None;
    for (node, list) in facts.words.iter() {
        // The same list is hit again where a class says it twice.
        if last != Some((node, list)) {
            let from = by_list.partition_point(|entry| entry >> 32 < u64::from(list));
            for entry in by_list.iter().skip(from).take_while(|&entry| entry >> 32 == u64::from(list)) {
                if let Some(rule) = RULES.get(*entry as u32 as usize) {
                    attempt(facts, rule, node, found);
                }
            }
        }
        last = Some((node, list));
    }
}

fn attempt(facts: &Facts, rule: &Rule, node: NodeId, found: &mut Vec<Finding>) {
    found.extend(conditions::finding(facts, rule, &facts.element(node)));
}
