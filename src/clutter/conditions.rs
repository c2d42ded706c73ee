//! Whether a rule holds for a part of the page, and what it went by.

use super::Finding;
use super::facts::{CLIMB_MAX, Facts, Subject};
use super::{overlays, told};
use crate::page::{Attr, NodeId};
use crate::rules::{Condition, Rule};
use crate::text::decimal;

/// Descendants that are looked at for a tag. Clutter is small; what is larger is taken not to hold it.
const HOLDS_NODES_MAX: usize = 2_000;
/// Words of prose in a block that says a phrase of a second list, at most: a heading, a button, one sentence. What an article
/// tells has longer ones.
const ALSO_PROSE_MAX: u32 = 14;
/// Characters of the page's own words that are quoted as evidence.
const QUOTE_CHARS_MAX: usize = 60;

/// The finding, if the rule holds for the subject.
pub fn finding(facts: &Facts, rule: &Rule, subject: &Subject) -> Option<Finding> {
    let holds = rule.when.iter().all(|condition| holds(facts, condition, subject))
        && !rule.unless.iter().any(|condition| holds(facts, condition, subject));
    holds.then(|| Finding {
        node: subject.from,
        until: subject.until,
        kind: rule.kind,
        rule: rule.name,
        evidence: evidence(facts, rule, subject),
        certainty: rule.certainty,
    })
}

/// Whether one condition holds. Conditions on an element fail for a run of nodes.
pub fn holds(facts: &Facts, condition: &Condition, subject: &Subject) -> bool {
    let page = facts.page;
    let element = |test: &dyn Fn(NodeId) -> bool| subject.element.is_some_and(test);
    let counts = || facts.counts(subject);
    match *condition {
        Condition::Tag(tags) => element(&|node| tags.contains(&page.tag(node))),
        Condition::Words(list) => element(&|node| facts.words.has(node, list)),
        Condition::Role(roles) => element(&|node| page.attr(node, Attr::Role).is_some_and(|role| roles.contains(&role))),
        Condition::Attribute(wanted) => element(&|node| {
            let is = |&(attr, value): &(Attr, &str)| page.attr(node, attr).is_some_and(|is| value.is_empty() || is == value);
            wanted.iter().any(is)
        }),
        // A subject of a shape is made by the shape, one under a heading by the heading.
        Condition::Shape(_) | Condition::Heading(_) => true,
        Condition::Phrase(list) | Condition::Start(list) | Condition::Line(list) => {
            let (start, line) = (matches!(condition, Condition::Start(_)), matches!(condition, Condition::Line(_)));
            let hits = facts.phrases.within(list, subject.blocks.clone());
            hits.iter().any(|hit| (hit.starts || !start) && (hit.whole || !line))
        }
        Condition::Also(list) => {
            let hits = facts.phrases.within(list, subject.blocks.clone());
            hits.iter().any(|hit| facts.prose(hit.block as usize..hit.block as usize + 1) <= ALSO_PROSE_MAX)
        }
        Condition::Told(which) => {
            let mut texts = subject.blocks.clone().map(|block| facts.blocks.text(block));
            texts.any(|text| told::is_told(text, which))
        }
        Condition::Inside(tags) => page.ancestors(subject.from).take(CLIMB_MAX).any(|node| tags.contains(&page.tag(node))),
        Condition::Holds(tags) => {
            let inside = (subject.from.place()..subject.until.place()).take(HOLDS_NODES_MAX);
            inside.map(NodeId::at).any(|node| tags.contains(&page.tag(node)))
        }
        Condition::Place(places) => places.iter().any(|&place| facts.stands(subject, place)),
        Condition::Position(positions) => {
            element(&|node| page.position(node).is_some_and(|position| positions.contains(&position)))
        }
        Condition::WordsMin(least) => counts().words >= least,
        Condition::WordsMax(most) => counts().words <= most,
        Condition::LinksMin(least) => counts().links >= least,
        Condition::ControlsMin(least) => facts.controls(subject) >= least,
        Condition::ProseMax(most) => facts.prose(subject.blocks.clone()) <= most,
        Condition::LinkDensityMin(least) => counts().link_density() * 100.0 >= least as f32,
        Condition::ShareMin(least) => {
            element(&|node| overlays::share(page, node).is_some_and(|share| share * 100.0 >= least as f32))
        }
        Condition::ShareMax(most) => {
            element(&|node| overlays::share(page, node).is_none_or(|share| share * 100.0 <= most as f32))
        }
    }
}

/// The words and facts that a rule went by, as a reader may see them.
fn evidence(facts: &Facts, rule: &Rule, subject: &Subject) -> String {
    let mut out = String::new();
    for condition in rule.when {
        let len = out.len();
        out.push_str(if len > 0 { ", " } else { "" });
        if push_sign(&mut out, facts, condition, subject).is_none() {
            out.truncate(len);
        }
    }
    if out.is_empty()
        && let Some(node) = subject.element
    {
        out.push('<');
        out.push_str(facts.page.attr(node, Attr::TagName).unwrap_or(facts.page.tag(node).name()));
        out.push('>');
    }
    out
}

/// Adds what is seen of one condition, if that is something to see.
fn push_sign(out: &mut String, facts: &Facts, condition: &Condition, subject: &Subject) -> Option<()> {
    let page = facts.page;
    match *condition {
        Condition::Phrase(list) | Condition::Start(list) | Condition::Line(list) | Condition::Heading(list) => {
            let hit = facts.phrases.within(list, subject.blocks.clone()).first()?;
            push_quote(out, facts.blocks.text(hit.block as usize));
        }
        Condition::Words(list) => {
            let node = subject.element.filter(|&node| facts.words.has(node, list))?;
            let (class, id) = (page.attr(node, Attr::Class), page.attr(node, Attr::Id));
            out.push_str("named ");
            match (class, id) {
                (Some(class), Some(id)) => push_quote(out, &[class, " ", id].concat()),
                _ => push_quote(out, class.or(id)?),
            }
        }
        Condition::Role(_) => {
            out.push_str("role ");
            out.push_str(page.attr(subject.element?, Attr::Role)?);
        }
        Condition::ShareMin(_) => {
            out.push_str("covers ");
            decimal::push(out, (overlays::share(page, subject.element?)? * 100.0) as i32);
            out.push_str(" % of the window");
        }
        Condition::Shape(shape) => out.push_str(shape.seen()),
        Condition::LinkDensityMin(_) | Condition::LinksMin(_) => {
            decimal::push(out, facts.counts(subject).links as i32);
            out.push_str(" links");
        }
        _ => return None,
    }
    Some(())
}

/// Adds the text in quotes, cut to a length that fits a sentence.
fn push_quote(out: &mut String, text: &str) {
    out.push('“');
    match text.char_indices().nth(QUOTE_CHARS_MAX) {
        Some((cut, _)) => {
            out.push_str(text.get(..cut).unwrap_or_default());
            out.push('…');
        }
        None => out.push_str(text),
    }
    out.push('”');
}
