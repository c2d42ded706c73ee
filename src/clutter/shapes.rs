//! What clutter looks like apart from words: shapes that code finds and that rules name.

use super::facts::{Facts, Subject};
use super::{Finding, cards, conditions, head, link_lists, overlays, repeats, slugs, told};
use crate::rules::{Condition, RULES, Trigger};

/// A shape that rules may ask for, in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box that stays over the page: fixed, sticky, in the top layer, or a dialog.
    Overlay,
    /// The smallest set of elements that are nearly all links.
    LinkList,
    /// Headlines printed twice, or under labels such as "World|Politics".
    Cards,
    /// The page's headline again.
    HeadlineAgain,
    /// A short line again, right after itself.
    LineAgain,
    /// Blocks again, right after themselves, in an element of another class.
    TextAgain,
    /// Short lines above the headline.
    AboveHeadline,
    /// A wire service's slug.
    Slug,
    /// A label with names behind it: "Editor: Ann Lee".
    Labelled,
}

impl Shape {
    const ALL: [Shape; 9] = [
        Shape::Overlay,
        Shape::LinkList,
        Shape::Cards,
        Shape::HeadlineAgain,
        Shape::LineAgain,
        Shape::TextAgain,
        Shape::AboveHeadline,
        Shape::Slug,
        Shape::Labelled,
    ];

    /// What is said of it as evidence.
    pub fn seen(self) -> &'static str {
        match self {
            Shape::Overlay => "a box over the page",
            Shape::LinkList => "nearly all links",
            Shape::Cards => "headlines of other articles",
            Shape::HeadlineAgain => "the headline again",
            Shape::LineAgain => "the line before again",
            Shape::TextAgain => "the text before again, for another width",
            Shape::AboveHeadline => "lines above the headline",
            Shape::Slug => "a wire service's slug",
            Shape::Labelled => "a label with names",
        }
    }

    fn all(self, facts: &Facts) -> Vec<Subject> {
        match self {
            Shape::Overlay => overlays::find(facts),
            Shape::LinkList => link_lists::find(facts),
            Shape::Cards => cards::find(facts),
            Shape::HeadlineAgain => repeats::headline(facts),
            Shape::LineAgain => repeats::lines(facts),
            Shape::TextAgain => repeats::blocks(facts),
            Shape::AboveHeadline => head::find(facts),
            Shape::Slug => slugs::find(facts),
            Shape::Labelled => told::labelled(facts),
        }
    }
}

/// Tries the rules on every place of their shape. Each shape is looked for once.
pub fn find(facts: &Facts, found: &mut Vec<Finding>) {
    for shape in Shape::ALL {
        let subjects = shape.all(facts);
        for rule in RULES.iter().filter(|rule| rule.trigger == Trigger::Shape) {
            if rule.when.iter().any(|condition| matches!(condition, Condition::Shape(of) if *of == shape)) {
                found.extend(subjects.iter().filter_map(|subject| conditions::finding(facts, rule, subject)));
            }
        }
    }
}
