//! Rules that start from an element: its name, role, attributes, the words of its class and id.

use super::Finding;
use super::conditions;
use super::facts::Facts;
use crate::page::{Attr, NodeId, Tag};
use crate::rules::{Condition, RULES, Rule, Trigger};
use crate::sort;
use std::sync::OnceLock;

/// Tries every rule on every element that shows the sign it starts from.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    static STARTS: OnceLock<Starts> = OnceLock::new();
    let starts = STARTS.get_or_init(starts);
    by_words(facts, &starts.by_list, found);
    for node in facts.page.nodes() {
        let tag = facts.page.tag(node);
        if starts.has_rule[tag as usize] {
            starts.by_tag.iter().filter(|(of, _)| *of == tag).for_each(|(_, rule)| attempt(facts, rule, node, found));
        }
        if tag != Tag::Text && facts.page.attrs(node).any(|(attr, _)| starts.is_named[attr as usize]) {
            starts.by_attr.iter().for_each(|rule| attempt(facts, rule, node, found));
        }
    }
}

/// The rules by the sign that they start from.
struct Starts {
    /// Lists of words in the upper half, ascending, rules' places in the lower.
    by_list: Vec<u64>,
    by_tag: Vec<(Tag, &'static Rule)>,
    /// Those that start from a role or another attribute.
    by_attr: Vec<&'static Rule>,
    /// Tags that some rule starts from.
    has_rule: [bool; 256],
    /// Attributes that some rule starts from.
    is_named: [bool; 256],
}

fn starts() -> Starts {
    let mut starts =
        Starts { by_list: Vec::new(), by_tag: Vec::new(), by_attr: Vec::new(), has_rule: [false; 256], is_named: [false; 256] };
    starts.is_named[Attr::Role as usize] = true;
    for (place, rule) in RULES.iter().enumerate() {
        if matches!(rule.trigger, Trigger::Role | Trigger::Attribute) {
            starts.by_attr.push(rule);
        }
        for condition in rule.when {
            match (rule.trigger, condition) {
                (Trigger::Words, &Condition::Words(list)) => starts.by_list.push(u64::from(list) << 32 | place as u64),
                (Trigger::Role | Trigger::Attribute, Condition::Attribute(wanted)) => {
                    wanted.iter().for_each(|&(attr, _)| starts.is_named[attr as usize] = true);
                }
                (Trigger::Tag, Condition::Tag(tags)) => {
                    starts.by_tag.extend(tags.iter().map(|&tag| (tag, rule)));
                    tags.iter().for_each(|&tag| starts.has_rule[tag as usize] = true);
                }
                _ => {}
            }
        }
    }
    starts.by_list = sort::ascending(starts.by_list);
    starts
}

fn by_words(facts: &Facts, by_list: &[u64], found: &mut Vec<Finding>) {
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
