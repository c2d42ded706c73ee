//! Rules that start from a heading: "Related Articles", "Most read", "Share this", with the list that it heads.
//!
//! Where the heading and its list have an element of their own, that is the finding. Where they have none (a plain-text
//! dump, a table, a row of `<div>`), the list goes on until something reads like an article.

use super::facts::{Facts, Subject};
use super::{Finding, conditions, walls};
use crate::page::Tag;
use crate::rules::{Condition, RULES, Rule, Trigger};
use crate::sort;
use std::ops::Range;

/// Ancestors tried on the way up from a heading.
const LEVELS_MAX: usize = 8;
/// Blocks of a list, at most. More takes in what follows the list where nothing ends it.
const LIST_BLOCKS_MAX: usize = 80;
/// Words of prose that a card may hold under its headline.
const TEASER_WORDS_MAX: u32 = 60;

/// Tries the rules on every block that is one of their headings.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    let mut headings: Vec<u64> = Vec::new();
    for list in RULES.iter().filter_map(heading_list) {
        headings.extend(facts.phrases.of(list).iter().filter(|hit| hit.whole).map(|hit| u64::from(hit.block)));
    }
    let headings = sort::ascending(headings);
    for rule in RULES {
        let Some(list) = heading_list(rule) else { continue };
        for hit in facts.phrases.of(list).iter().filter(|hit| hit.whole) {
            let heading = hit.block as usize;
            let next = headings.get(headings.partition_point(|&other| other <= heading as u64)).map(|&next| next as usize);
            let subject = facts.run(under(facts, heading, next.unwrap_or(usize::MAX)));
            found.extend(subject.and_then(|subject| conditions::finding(facts, rule, &subject)));
        }
    }
}

fn heading_list(rule: &Rule) -> Option<u16> {
    for condition in rule.when {
        if let Condition::Heading(list) = *condition
            && rule.trigger == Trigger::Heading
        {
            return Some(list);
        }
    }
    None
}

/// The blocks of the heading and its list; `next` is the next heading of some list.
fn under(facts: &Facts, heading: usize, next: usize) -> Range<usize> {
    let own = own_element(facts, heading);
    // A heading in a box with its list needs nothing from outside; a heading alone in its box heads what follows.
    if own.len() > 1 { own } else { heading..follow(facts, heading, next) }
}

/// The blocks of the largest element that begins with the heading and holds a list of links.
fn own_element(facts: &Facts, heading: usize) -> Range<usize> {
    let mut best = heading..heading + 1;
    let Some(block) = facts.blocks.list.get(heading) else { return best };
    for ancestor in std::iter::once(block.parent).chain(facts.page.ancestors(block.parent)).take(LEVELS_MAX) {
        let outer = facts.element(ancestor);
        let tag = facts.page.tag(ancestor);
        if outer.blocks.start != heading || matches!(tag, Tag::Body | Tag::Html | Tag::Document | Tag::Main) {
            break;
        }
        if outer.blocks.len() > 1 && is_list(facts, &outer) {
            best = outer.blocks;
        }
    }
    best
}

/// Whether an element is a heading with cards: links, and no more prose than a teaser a link.
fn is_list(facts: &Facts, outer: &Subject) -> bool {
    let counts = facts.counts(outer);
    let prose = facts.prose(outer.blocks.clone());
    prose == 0 || counts.links > 0 && prose <= counts.links * TEASER_WORDS_MAX && prose * 2 <= counts.words + counts.link_words
}

/// One past the last block of the list that follows a heading without an element of its own.
fn follow(facts: &Facts, heading: usize, next: usize) -> usize {
    let blocks = &facts.blocks.list;
    let level = |block: usize| blocks.get(block).and_then(|block| facts.page.tag(block.parent).heading_level());
    let own_level = level(heading);
    let limit = part_end(facts, heading).min(next).min(heading + LIST_BLOCKS_MAX);
    let ends = |&block: &usize| {
        let same_level = matches!((own_level, level(block)), (Some(own), Some(other)) if other <= own);
        facts.is_prose(block) || same_level || walls::speaks(facts, block)
    };
    (heading + 1..limit).find(ends).unwrap_or(limit)
}

/// One past the last block of the part of the page in which a heading stands: what follows an aside is not of its lists.
fn part_end(facts: &Facts, heading: usize) -> usize {
    let is_part = |tag| matches!(tag, Tag::Aside | Tag::Section | Tag::Nav | Tag::Footer | Tag::Html);
    let part = facts.blocks.list.get(heading).and_then(|block| facts.page.closest(block.parent, is_part));
    part.map_or(facts.blocks.list.len(), |part| facts.element(part).blocks.end)
}
