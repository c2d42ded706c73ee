//! What stands above the headline: the site's name, its menu, its clock. In markup without names only the place tells.

use super::facts::{Facts, Subject};
use crate::page::{NodeId, Tag};

/// Blocks above the headline, at most. Where there are more, the headline was looked for in the wrong place.
const BLOCKS_MAX: usize = 60;
/// Words outside links in one such line, which may be several parted by breaks. A longer one may be a caption or a standfirst.
const LINE_WORDS_MAX: u32 = 20;

/// The elements that hold the short lines above the headline and nothing else. What belongs to the article although it
/// stands there (the kicker, the byline, the date, a figure) parts them.
pub fn find(facts: &Facts) -> Vec<Subject> {
    let Some(headline) = facts.headline.filter(|&headline| headline <= BLOCKS_MAX) else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = 0;
    for block in 0..=headline {
        if block == headline || !is_line(facts, block, headline) {
            if from < block {
                found.extend(facts.run(from..block).map(|run| elements(facts, &run)).unwrap_or_default());
            }
            from = block + 1;
        }
    }
    found
}

/// The run's elements one by one, so that one that the article turns out to need does not keep the others.
fn elements(facts: &Facts, run: &Subject) -> Vec<Subject> {
    let mut out = Vec::new();
    let mut at = run.from;
    while at < run.until {
        let until = facts.page.end(at);
        let element = facts.element(at);
        if until > run.until {
            at = at.next();
            continue;
        }
        if facts.page.tag(at) != Tag::Text && !element.blocks.is_empty() && !holds_picture(facts, &element) {
            out.push(element);
        }
        at = until;
    }
    out
}

fn is_line(facts: &Facts, block: usize, headline: usize) -> bool {
    let of = &facts.blocks.list[block];
    let words = of.counts.words.saturating_sub(of.counts.link_words);
    let is_kicker = facts.metadata.kicker.as_deref().is_some_and(|kicker| kicker == facts.blocks.text(block));
    let is_headline = facts.blocks.text(block) == facts.blocks.text(headline);
    words <= LINE_WORDS_MAX && !is_headline && !facts.is_prose(block) && !is_kicker && !facts.is_own(of.from, of.until)
}

/// The lead image may stand above the headline; a logo is small and has no figure.
fn holds_picture(facts: &Facts, subject: &Subject) -> bool {
    let inside = (subject.from.place()..subject.until.place()).map(NodeId::at);
    inside.into_iter().any(|node| matches!(facts.page.tag(node), Tag::Figure | Tag::Picture | Tag::Video))
}
