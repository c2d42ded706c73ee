//! What to hide on the live page and what to unlock.

use crate::blocks::Blocks;
use crate::clutter::{self, Finding, SURE};
use crate::content::surroundings::Surroundings;
use crate::content::{self, MainContent};
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page, Position, Tag};
use crate::reading::{Access, Declared, Gate, HidePlan, PageType, SectionKind};

/// Length of a credit or a headline. A longer run holds more than that.
const LINE_BYTES_MAX: usize = 400;

/// Plans the hiding. An ancestor of the article is never hidden, nor a part of it. A page without an article keeps
/// everything but the overlays that block reading. Ids are places in `findings`, as [`crate::clutter::sections`] numbers them.
pub fn plan(page: &Page, blocks: &Blocks, findings: &[Finding], main: Option<&MainContent>, options: &Options) -> HidePlan {
    let wanted = |finding: &Finding| options.kinds.as_ref().is_none_or(|kinds| kinds.contains(&finding.kind));
    let allowed = |finding: &Finding| match main {
        // Credits become fields, and a headline's double is dropped with the headline: that they stand in the article's text
        // does not keep them shown.
        Some(main) => {
            is_said_elsewhere(page, finding, main)
                || !holds_article(page, finding, main) && !is_likely_article(page, blocks, finding, main)
        }
        None => blocks_reading(page, finding),
    };
    let mut hide = Vec::new();
    for (id, finding) in findings.iter().enumerate() {
        if wanted(finding) && clutter::is_hideable(page, finding) && allowed(finding) {
            hide.push(id as u32);
        }
    }
    let unlock = if hide.is_empty() { Vec::new() } else { locked(page, findings, main) };
    HidePlan { hide, unlock, reveal: Vec::new() }
}

/// The paragraphs of an article behind a wall, and what it held back: a wall may hide each by a style that was not asked about.
/// The browser knows which of them are not seen. Nothing on a page that declares itself paid.
pub fn reveal(page: &Page, blocks: &Blocks, access: &Access, held: Vec<NodeId>, main: Option<&MainContent>) -> Vec<NodeId> {
    let mut reveal = held;
    if access.declared != Declared::Paid && access.gate != Gate::None {
        let Some(main) = main else { return reveal };
        for block in content::kept(page, blocks, main) {
            let Some(block) = blocks.list.get(block) else { continue };
            let node = page.block_around(block.from);
            if node != Page::ROOT {
                reveal.push(node);
            }
        }
    }
    reveal
}

/// Chance from which on what a rule names is a part of the article all the same: the posts of a thread, the cards of a shop,
/// a paragraph with the author's links. Lower shows more clutter, higher hides more of such pages.
const LIKELY_CHANCE_MIN: f32 = 0.5;

/// From this certainty on a rule is believed against that chance: it goes by what a line says.
const NAMED_SURELY: f32 = 0.75;

/// Whether the content stage would have taken most of the finding's text, or the finding may be what the page is for: a list,
/// where only what is surely none may go, or within the content of a page of lists or goods.
fn is_likely_article(page: &Page, blocks: &Blocks, finding: &Finding, main: &MainContent) -> bool {
    use SectionKind::*;
    if interrupts(finding.kind) || matches!(finding.kind, WireCredit | Duplicate) {
        return false;
    }
    let is_of_lists = matches!(main.page_type, PageType::List | PageType::Product);
    let is_inside = main.roots.iter().any(|&root| page.contains(root, finding.node));
    let range = blocks.starting_in(finding.node, finding.until);
    let is_doubtful = match finding.kind {
        Comments | SectionList => true,
        Masthead | Navigation | Footer => false,
        _ => finding.certainty < NAMED_SURELY,
    };
    is_doubtful && main.chance_of(blocks, range) > LIKELY_CHANCE_MIN
        || finding.kind == SectionList && (is_of_lists && is_inside || main.surroundings == Surroundings::Named)
}

/// Whether the finding's run holds a whole root of the article, or text of it that was kept.
fn holds_article(page: &Page, finding: &Finding, main: &MainContent) -> bool {
    let around = main.roots.iter().any(|&root| finding.node <= root && root < finding.until);
    let run = finding.node.place()..finding.until.place();
    let kept = |node: NodeId| page.tag(node) == Tag::Text && !page.is_blank(node) && main.contains(page, node);
    around || run.map(NodeId::at).any(kept)
}

fn is_said_elsewhere(page: &Page, finding: &Finding, main: &MainContent) -> bool {
    let around = main.roots.iter().any(|&root| finding.node <= root && root < finding.until);
    let kind = matches!(finding.kind, SectionKind::WireCredit | SectionKind::Duplicate);
    kind && finding.certainty >= SURE && !around && page.text_between(finding.node, finding.until).len() <= LINE_BYTES_MAX
}

/// From this certainty on, what lies over a page without an article is hidden. Below are boxes that are known by their place
/// alone: in an application they ask what must be answered.
const WORDED: f32 = 0.65;

/// Consent dialogs, walls and pop-ups: what stands between a person and the page.
fn blocks_reading(page: &Page, finding: &Finding) -> bool {
    // Without layout only the finding's own words tell.
    let is_out = |node| page.layout(node).is_some_and(|layout| layout.position != Position::Flow);
    let over = page.window.is_none() || std::iter::once(finding.node).chain(page.ancestors(finding.node)).any(is_out);
    interrupts(finding.kind) && over && finding.certainty >= WORDED
}

fn interrupts(kind: SectionKind) -> bool {
    use SectionKind::*;
    kind.is_wall() || matches!(kind, Consent | PopUp | Newsletter | AppBanner | Promotion)
}

/// The page's frame, which walls lock, what stands around the article and, where there is a wall, in it, and elements whose
/// inline style blurs, clamps or locks them. The browser knows what is really locked and leaves the rest alone. Parts that are
/// withheld stay as the page shows them.
fn locked(page: &Page, findings: &[Finding], main: Option<&MainContent>) -> Vec<NodeId> {
    let roots = main.map_or(&[][..], |main| &main.roots);
    let mut near = NodeSet::with_len(page.len());
    for &root in roots {
        near.insert(root);
        page.ancestors(root).for_each(|node| near.insert(node));
    }
    if findings.iter().any(|finding| finding.kind.is_wall() && finding.certainty >= SURE) {
        let inside = roots.iter().flat_map(|&root| page.descendants(root)).filter(|&node| page.tag(node) != Tag::Text);
        inside.take(LOCKED_INSIDE_MAX).for_each(|node| near.insert(node));
    }
    let mut locked = Vec::new();
    for node in page.nodes() {
        let is_element = page.tag(node) != Tag::Text && node != Page::ROOT;
        if is_element && (near.contains(node) || is_locked(page, node)) && !page.is_withheld(node) {
            locked.push(node);
        }
    }
    locked
}

/// Elements in the article that the browser is asked about, at most: each costs it some microseconds.
const LOCKED_INSIDE_MAX: usize = 1_000;

fn is_locked(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Tag::Html | Tag::Body) || page.is_locked(node)
}
