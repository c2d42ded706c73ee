//! Lists.

use super::flow::Flow;
use super::walk::{Context, Step};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::text::{decimal, words};

/// Words of an item, on average, from which on a list that holds the whole article is a way to lay out paragraphs. Lists that
/// are lists have shorter items, or stand in a text.
const PARAGRAPH_WORDS_MIN: u32 = 25;
/// Share of the article's words, in hundredths, that such a list holds: the rest is headline and date.
const LAYOUT_PERCENT_MIN: u32 = 80;

/// The list that is only a way to lay out the article's paragraphs, if there is one: they read as paragraphs then.
pub fn layout(page: &Page, main: &MainContent) -> Option<NodeId> {
    let &root = main.roots.first()?;
    let (mut all, mut at) = (None, root);
    while at < page.end(root) {
        if !is_list(page.tag(at)) {
            at = at.next();
            continue;
        }
        let (mut count, mut words) = (0, 0);
        for item in page.children(at) {
            if matches!(page.tag(item), Tag::Li | Tag::Dd) && !main.dropped.contains(item) {
                count += 1;
                words += kept_words(page, main, item);
            }
        }
        if count > 1 && words >= count * PARAGRAPH_WORDS_MIN {
            let all = *all.get_or_insert_with(|| kept_words(page, main, root));
            if words * 100 >= all * LAYOUT_PERCENT_MIN {
                return Some(at);
            }
        }
        at = page.end(at);
    }
    None
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl | Tag::Menu)
}

/// The words in an element that belong to the article.
fn kept_words(page: &Page, main: &MainContent, node: NodeId) -> u32 {
    let inside = std::iter::once(node).chain(page.descendants(node));
    inside.filter(|&at| main.contains(page, at)).map(|at| words::number(page.text(at))).sum()
}

/// `<ul>`, `<ol>` and their items.
pub fn step(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let (tag, number) = match cx.page.tag(at) {
        Tag::Ol => (Tag::Ol, Attr::Start),
        Tag::Li => (Tag::Li, Attr::Value),
        _ => return Step::Block(Tag::Ul),
    };
    if let Some(value) = cx.page.attr(at, number).and_then(|value| decimal::integer(value.trim())) {
        flow.body.add_number(tag, number, value);
    }
    if cx.page.attr(at, Attr::Reversed).is_some() {
        flow.body.add(tag, Attr::Reversed, "");
    }
    Step::Block(tag)
}
