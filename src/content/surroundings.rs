//! What may go of a page around its text: all that is not the text, only what a rule knows by name, or nothing.

use super::{MainContent, class_words, declares_article, kept, no_text};
use crate::blocks::{Block, Blocks};
use crate::page::{Attr, NodeId, Page, Tag, url};
use crate::reading::{Metadata, PageType};
use crate::rules::words;
use crate::text::search;
use crate::text::{hash, lists};

/// What may be hidden around a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surroundings {
    /// Nothing but what lies over the page: on front pages, in shops and applications a person needs the rest.
    #[default]
    Stay,
    /// What a rule knows, lists aside: they may be what the page is for.
    Named,
    /// Everything: the page is surely a text that a person came to read.
    Go,
}

/// Paragraphs that make a text of what else may be a list or a form; one is enough where the page declares an article, and
/// where it is found with this confidence.
const PARAGRAPHS_MIN: usize = 2;
const CONFIDENCE_SURE: f32 = 0.9;
/// Confidence below which what was found may be anything: a notice in an application, the remarks of a form.
const CONFIDENCE_MIN: f32 = 0.5;
/// The same on a page that reads like one to be read, by its kind, and is no shop's. Between 0.3 and 0.4 the menus and footers
/// of a corpus's pages go without any of their text; lower loses text and gains nothing.
const READ_CONFIDENCE_MIN: f32 = 0.35;
/// The same where no paragraph was found, as in posts of a line or two.
const LINES_CONFIDENCE_MIN: f32 = 0.75;
/// Link density from which on what stands over a paragraph leads elsewhere.
const TEASER_LINK_DENSITY_MIN: f32 = 0.5;
/// Words that make a text of what bears no date and no name, on a page with some buttons: company pages and applications have some
/// sentences, too. Of 1,419 pages of two corpora, 3 in 100 are no longer taken for a text by this and the next: shops, mostly.
const UNSIGNED_WORDS_MIN: u32 = 120;
/// Such words for each button and field of the page, at least. With fewer, something is done there: a shop, a mail box.
const UNSIGNED_CONTROL_WORDS_MIN: u32 = 5;
/// Links that are looked at for a shop's cart, which stands in the masthead.
const LINKS_MAX: usize = 2_000;

/// What may go around what was found.
pub fn of(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent) -> Surroundings {
    let is_declared = declares_article(metadata);
    let wanted = if is_declared || main.confidence >= CONFIDENCE_SURE { 1 } else { PARAGRAPHS_MIN };
    let paragraphs = kept(page, blocks, main).filter(|&block| blocks.list[block].counts.is_paragraph()).count();
    let is_for_goods = main.page_type == PageType::Product || main.page_type == PageType::List && is_shop(page);
    if !is_declared && (is_for_goods || is_for_use(page, blocks, metadata, main, paragraphs)) {
        return Surroundings::Stay;
    }
    if main.confidence >= CONFIDENCE_MIN && paragraphs >= wanted {
        return Surroundings::Go;
    }
    // An application shows no headline.
    let is_for_reading = metadata.title_node.is_some() && !matches!(main.page_type, PageType::List | PageType::Product);
    let confidence_min = if paragraphs > 0 { READ_CONFIDENCE_MIN } else { LINES_CONFIDENCE_MIN };
    if is_for_reading && main.confidence >= confidence_min && !is_front(page) && !is_shop(page) {
        Surroundings::Named
    } else {
        Surroundings::Stay
    }
}

/// Whether a page that declares no article is there to find something or to do something: most of its paragraphs are teasers,
/// or it bears no date and no name, and has few words for its buttons and fields.
fn is_for_use(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent, paragraphs: usize) -> bool {
    let is_signed = metadata.published.is_some() || metadata.byline.is_some();
    let words: u32 = kept(page, blocks, main).map(|block| blocks.list[block].counts.words).sum();
    let controls = no_text::controls(page);
    let words_min = UNSIGNED_WORDS_MIN.max(UNSIGNED_CONTROL_WORDS_MIN * controls as u32);
    let is_under_link = |&block: &usize| {
        let is_paragraph = blocks.list[block].counts.is_paragraph();
        is_paragraph && block > 0 && leads_elsewhere(page, &blocks.list[block - 1], is_signed)
    };
    let teasers = kept(page, blocks, main).filter(is_under_link).count();
    teasers > 0 && 2 * teasers >= paragraphs
        || !is_signed && words < words_min && (controls >= no_text::CONTROLS_MIN || is_shop(page))
}

/// Whether a block is a link to a whole text, of which what stands under it is a teaser. In a thread, and in many an article,
/// the name of who wrote what follows is a link too: there only headlines count.
fn leads_elsewhere(page: &Page, block: &Block, is_signed: bool) -> bool {
    block.counts.link_density() >= TEASER_LINK_DENSITY_MIN
        && (!is_signed || page.closest(block.from, |tag| tag.heading_level().is_some()).is_some())
}

/// Whether the page is the first of its site, as far as its address is known.
fn is_front(page: &Page) -> bool {
    page.url.as_deref().is_some_and(|address| {
        let path = search::until(address, "?#");
        path.bytes().rev().skip_while(|&byte| byte == b'/').filter(|&byte| byte == b'/').count() <= 2
            && url::scheme(address).is_some()
    })
}

/// Whether a link leads to a cart.
fn is_shop(page: &Page) -> bool {
    let links = page.nodes().filter(|&node| page.tag(node) == Tag::A).take(LINKS_MAX);
    links.filter_map(|node: NodeId| page.attr(node, Attr::Href)).any(|address| {
        let mut found = false;
        class_words::split(address, hash::START, &mut |word| found |= lists::has(words::CLASSES_CART, word));
        found
    })
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::{MainContent, Surroundings, of};
    use crate::page::{NodeSet, Tag, html};
    use crate::reading::{Metadata, PageType};
    use crate::{blocks, page::Page};

    /// What may go around the only paragraph of a page.
    fn around(page: &Page, confidence: f32, page_type: PageType) -> Surroundings {
        let (dropped, surroundings) = (NodeSet::with_len(page.len()), Surroundings::default());
        let roots = page.first(Tag::P).into_iter().collect();
        let main = MainContent { roots, dropped, confidence, chances: Vec::new(), page_type, surroundings };
        of(page, &blocks::split(page), &Metadata { title_node: page.first(Tag::H1), ..Metadata::default() }, &main)
    }

    #[test]
    fn the_less_sure_a_text_the_less_goes_and_in_a_shop_and_on_a_front_page_nothing() {
        let said = "<p>The river rose for three days before the town was told to leave, and nobody was ready for it, least of \
            all the mayor, who had spent the week at the coast.</p>";
        let text = format!("<h1>The river rises</h1>{said}");
        let mut page = html::parse(&text);
        assert_eq!(around(&page, 0.95, PageType::Article), Surroundings::Go);
        assert_eq!(around(&page, 0.6, PageType::Article), Surroundings::Named);
        assert_eq!(around(&page, 0.2, PageType::Article), Surroundings::Stay);
        assert_eq!(around(&page, 0.6, PageType::List), Surroundings::Stay);
        let bare = html::parse(said);
        assert_eq!(around(&bare, 0.6, PageType::Article), Surroundings::Stay);
        let shop = html::parse(&format!("<a href='/shop/Cart?item=2'>2 items</a>{text}"));
        assert_eq!(around(&shop, 0.6, PageType::Article), Surroundings::Stay);
        page.url = Some("https://news.example/".to_owned());
        assert_eq!(around(&page, 0.6, PageType::Article), Surroundings::Stay);
        page.url = Some("https://news.example/river".to_owned());
        assert_eq!(around(&page, 0.6, PageType::Article), Surroundings::Named);
    }
}
