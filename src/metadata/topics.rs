//! Section and tags.

use super::sources::TAG_LINKS;
use super::stated::Stated::{Data, Item, Meta};
use super::{Facts, same};
use crate::page::Tag;
use crate::rules::words;
use crate::text::search;

/// Characters of a section's or a tag's name.
const NAME_CHARS_MAX: usize = 60;
/// So many tags are kept; more are a list of searches.
const TAGS_MAX: usize = 30;
/// Nodes of a trail of links that are looked at.
const TRAIL_NODES_MAX: usize = 80;

/// The section: as stated, else the last step but the page itself on the way from the front page.
pub fn section(facts: &Facts, title: Option<&str>) -> Option<String> {
    let mut found = None;
    let is_name = |value: &str| !search::is_longer(value, NAME_CHARS_MAX) && !search::has(value, "://");
    let mut take = |value: &str| {
        found = Some(value.to_owned()).filter(|value| is_name(value));
        found.is_some()
    };
    if facts.stated(&[Data("articleSection"), Meta(words::META_SECTION), Item("articleSection")], &mut take) {
        return found;
    }
    let mut steps = Vec::new();
    for list in facts.sources.json_ld.tops() {
        list.any_node("itemListElement", &mut |step| {
            let is_step = list.any_type(&mut |kind| kind == "BreadcrumbList");
            steps.extend(step.text("name").or_else(|| step.text("item")).filter(|_| is_step));
            steps.len() >= TAGS_MAX
        });
    }
    if steps.is_empty()
        && let Some(&trail) = facts.sources.of_kind(words::CLASSES_CRUMBS).first()
    {
        let links = facts.page.descendants(trail).take(TRAIL_NODES_MAX).filter(|&node| facts.page.tag(node) == Tag::A);
        steps.extend(links.map(|link| facts.page.text_of(link)));
    }
    let mut section = None;
    // The first step is the front page.
    for step in steps.into_iter().skip(1) {
        if !step.is_empty() && is_name(&step) && !title.is_some_and(|title| same(title, &step)) {
            section = Some(step);
        }
    }
    section
}

/// The tags: those of the first place that states any.
pub fn tags(facts: &Facts) -> Vec<String> {
    let mut tags = Vec::new();
    facts.stated(&[Data("keywords"), Item("keywords")], &mut |value| {
        add(&mut tags, value);
        false
    });
    let mut links = 0;
    for &link in facts.sources.of_kind(TAG_LINKS) {
        if links < TAGS_MAX && facts.is_of_article(link) {
            add(&mut tags, &facts.page.text_of(link));
            links += 1;
        }
    }
    if tags.is_empty() {
        // The keys are many, and say the same: those of the first that is there.
        let mut key = None;
        facts.sources.any_meta(words::META_TAGS, &mut |place, value| {
            let is_other = *key.get_or_insert(place) != place;
            if !is_other {
                add(&mut tags, &super::plain(value));
            }
            is_other
        });
    }
    tags
}

/// Adds the tags of a value, which are parted by commas.
fn add(tags: &mut Vec<String>, value: &str) {
    for tag in search::split(value, ",;，、") {
        let tag = search::trim(tag, "#");
        let is_new = !tags.iter().any(|known| same(known, tag));
        if is_new && !tag.is_empty() && !search::is_longer(tag, NAME_CHARS_MAX) && tags.len() < TAGS_MAX {
            tags.push(tag.to_owned());
        }
    }
}
