//! Rules that start from a phrase: the block that says it, and the box around it.

use super::Finding;
use super::conditions;
use super::facts::{Facts, Subject};
use crate::page::Tag;
use crate::rules::{Condition, RULES, Rule, Trigger};

/// Ancestors tried on the way up from a phrase. A box of its own has its edge within a few levels.
const LEVELS_MAX: usize = 12;
/// Words of a box, at most, where the rule sets no limit. A wall with a price list has some hundred.
const BOX_WORDS_MAX: u32 = 250;
/// Share of a block's characters in links from which on "Continue reading" leads to another text, where a rule asks for more
/// than its phrase.
const TEASER_LINK_DENSITY_MIN: f32 = 0.5;
/// Words of prose that a box may hold behind the phrase without saying a phrase of the same list there: what it offers.
/// More lets a box in the middle of an article take in the paragraph behind it.
const OFFER_WORDS_MAX: u32 = 45;

/// Tries the rules on every block that says one of their phrases, and on the elements around it.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    for rule in RULES.iter().filter(|rule| rule.trigger == Trigger::Phrase) {
        let Some(list) = phrase_list(rule) else { continue };
        let has_second = rule.when.iter().any(|condition| matches!(condition, Condition::Also(_)));
        for hit in facts.phrases.of(list) {
            let block = hit.block as usize;
            if rule.kind.is_wall() && is_quoted(facts, block) {
                continue;
            }
            // A box that an earlier phrase of the same rule has found holds this one too.
            let is_teaser =
                has_second && hit.starts && facts.blocks.list[block].counts.link_density() >= TEASER_LINK_DENSITY_MIN;
            let known = |finding: &&Finding| finding.rule == rule.name && facts.blocks.list[block].from < finding.until;
            if !is_teaser && found.last().as_ref().is_none_or(|last| !known(last)) {
                found.extend(largest(facts, rule, list, block));
            }
        }
    }
}

/// Whether a block stands in a quote or is a step of an ordered list: it tells what a wall says, or what to do with it.
fn is_quoted(facts: &Facts, block: usize) -> bool {
    let is_told = |tag| matches!(tag, Tag::Blockquote | Tag::Ol);
    facts.blocks.list.get(block).is_some_and(|block| facts.page.closest(block.parent, is_told).is_some())
}

/// The phrases that a rule goes by.
pub fn phrase_list(rule: &Rule) -> Option<u16> {
    for condition in rule.when {
        if let Condition::Phrase(list) | Condition::Start(list) | Condition::Line(list) = *condition {
            return Some(list);
        }
    }
    None
}

/// The finding of the largest box around a block for which the rule holds.
fn largest(facts: &Facts, rule: &Rule, list: u16, block: usize) -> Option<Finding> {
    let line = facts.run(block..block + 1)?;
    let mut best = conditions::finding(facts, rule, &line);
    let words_max =
        rule.when.iter().find_map(|condition| if let Condition::WordsMax(most) = condition { Some(*most) } else { None });
    for ancestor in facts.page.ancestors(line.from).take(LEVELS_MAX) {
        let outer = facts.element(ancestor);
        let article = matches!(facts.page.tag(ancestor), Tag::Body | Tag::Html | Tag::Document | Tag::Main | Tag::Article);
        if article
            || facts.counts(&outer).words > words_max.unwrap_or(BOX_WORDS_MAX)
            || has_foreign_text(facts, list, block, &outer)
        {
            break;
        }
        best = conditions::finding(facts, rule, &outer).or(best);
    }
    best
}

/// Whether a box holds text that is not the phrase's: the headline, prose before it, or more prose behind it than an offer.
fn has_foreign_text(facts: &Facts, list: u16, block: usize, outer: &Subject) -> bool {
    let own = facts.is_own(outer.from, outer.until);
    let said: u32 = facts
        .phrases
        .within(list, outer.blocks.clone())
        .iter()
        .map(|hit| facts.prose(hit.block as usize..hit.block as usize + 1))
        .sum();
    let before = facts.prose(outer.blocks.start..block);
    let all = facts.prose(outer.blocks.clone());
    own || before > said || all > said + OFFER_WORDS_MAX
}
