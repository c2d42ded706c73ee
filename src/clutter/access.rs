//! What the page withholds: what it declares, what its walls say, and how the text ends.

use super::{Finding, SURE, gated};
use crate::blocks::Blocks;
use crate::content::{self, MainContent};
use crate::page::url;
use crate::page::{Attr, NodeId, Page, Position, Tag};
use crate::reading::{Access, Completeness, Declared, Gate, Metadata, SectionKind};

/// Words of an article that ends like a whole one although a wall stands on the page. A cut text shows a few paragraphs.
const WHOLE_WORDS_MIN: u32 = 250;
/// Paragraphs of a shorter one, and its words. Fewer take a teaser for a brief, more a brief for a teaser.
const WHOLE_PARAGRAPHS_MIN: u32 = 5;
const BRIEF_WORDS_MIN: u32 = 120;
/// Words of a block from which on it is a paragraph.
const PARAGRAPH_WORDS_MIN: u32 = 12;
/// Words of a link such as "Continue reading", and the share of its characters that stand in it.
const LINK_WORDS_MAX: u32 = 4;
const LINK_DENSITY_MIN: f32 = 0.9;
/// Words of paragraphs behind a wall that stands in the text, from which on the text goes on there.
const BEHIND_WORDS_MIN: u32 = 40;

/// Tells what the page withholds.
pub fn access(page: &Page, blocks: &Blocks, metadata: &Metadata, findings: &[Finding], main: Option<&MainContent>) -> Access {
    let mut access = Access { declared: metadata.declared, ..Access::default() };
    match access.declared {
        Declared::Free => access.evidence.push("The page declares its text as free.".to_owned()),
        Declared::Paid => access.evidence.push("The page declares its text as paid.".to_owned()),
        Declared::Unknown => {}
    }
    let mut walls = Vec::new();
    for finding in findings {
        if finding.kind.is_wall() && finding.certainty >= SURE {
            walls.push(finding);
            let sentence = sentence(finding);
            if access.evidence.last() != Some(&sentence) {
                access.evidence.push(sentence);
            }
            access.sign_in_url = access.sign_in_url.or_else(|| sign_in_url(page, finding));
        }
    }
    access.gate = gate(&walls, access.declared);
    access.text = completeness(page, blocks, metadata, &walls, main, &mut access);
    access
}

/// The kind of the strictest wall; a page that declares itself paid and shows none has one that it does not name.
fn gate(walls: &[&Finding], declared: Declared) -> Gate {
    let has = |kind: SectionKind| walls.iter().any(|wall| wall.kind == kind);
    match declared {
        _ if has(SectionKind::Paywall) => Gate::Subscription,
        _ if has(SectionKind::RegistrationWall) => Gate::Registration,
        _ if has(SectionKind::Meter) => Gate::Metered,
        Declared::Paid => Gate::Unknown,
        _ => Gate::None,
    }
}

fn sentence(wall: &Finding) -> String {
    let what = match wall.kind {
        SectionKind::Paywall => "A paywall stands in the page: ",
        SectionKind::Meter => "A meter stands in the page: ",
        _ => "A registration wall stands in the page: ",
    };
    [what, &wall.evidence, "."].concat()
}

/// Where the wall lets a reader in: its last link with an address of its own, which is where pages put "Sign in".
fn sign_in_url(page: &Page, wall: &Finding) -> Option<String> {
    let inside = (wall.node.place()..wall.until.place()).map(NodeId::at).filter(|&node| page.tag(node) == Tag::A);
    let addresses = inside.filter_map(|node| page.attr(node, Attr::Href));
    let base = url::base(page);
    // Checked after resolving, which reads an address as browsers do: white space and control characters do not hide a scheme.
    let mut real = addresses.filter(|href| !href.is_empty() && !href.starts_with('#')).map(|href| url::resolve(&base, href));
    real.rfind(|address| leads_to_a_page(address))
}

/// Whether an address is a page's: of the web, or relative where the page's own address is not known.
fn leads_to_a_page(address: &str) -> bool {
    match url::scheme(address) {
        Some(scheme) => scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"),
        None => !address.is_empty() && !address.chars().any(|c| c == ':' || c.is_control()),
    }
}

fn completeness(
    page: &Page,
    blocks: &Blocks,
    metadata: &Metadata,
    walls: &[&Finding],
    main: Option<&MainContent>,
    access: &mut Access,
) -> Completeness {
    if page.withholds() {
        access.evidence.push("The page hides a part that it declares as paid.".to_owned());
        return Completeness::Truncated;
    }
    let Some(main) = main else { return Completeness::Unknown };
    let text = Text::of(page, blocks, walls, main);
    let is_paid = access.declared == Declared::Paid;
    match (!walls.is_empty() || is_paid, text.is_cut) {
        (true, true) => {
            access.evidence.push("The text breaks off inside a sentence.".to_owned());
            Completeness::Truncated
        }
        (true, false) if !text.is_long() => {
            access.evidence.push("Only a few lines stand before the wall.".to_owned());
            Completeness::Truncated
        }
        (true, false) if is_paid => match gated::shows_parts(page, metadata) {
            Some(true) => Completeness::Complete,
            Some(false) => {
                access.evidence.push("The part that the page declares as paid is empty.".to_owned());
                Completeness::Truncated
            }
            // Paid as a whole: where it ends is not told.
            None => Completeness::Unknown,
        },
        (_, false) => Completeness::Complete,
        (false, true) if text.leads_on => {
            access.evidence.push("The text breaks off, and a link leads on.".to_owned());
            Completeness::Truncated
        }
        (false, true) => Completeness::Unknown,
    }
}

/// What is measured of an article's text.
#[derive(Default)]
struct Text {
    words: u32,
    paragraphs: u32,
    /// Words of its paragraphs behind the first wall that stands in it.
    words_behind: u32,
    /// How many those are: one is an author's box.
    paragraphs_behind: u32,
    /// Whether it breaks off.
    is_cut: bool,
    /// Whether it ends in dots of omission, with a lone link behind them.
    leads_on: bool,
}

impl Text {
    fn of(page: &Page, blocks: &Blocks, walls: &[&Finding], main: &MainContent) -> Text {
        let mut text = Text::default();
        let wall_end = walls.iter().find(|wall| !is_over(page, wall)).map_or(NodeId::at(u32::MAX), |wall| wall.until);
        for at in content::kept(page, blocks, main) {
            let Some(block) = blocks.list.get(at) else { continue };
            text.words += block.counts.words;
            if block.counts.words >= PARAGRAPH_WORDS_MIN {
                text.paragraphs += 1;
                if block.from >= wall_end {
                    text.words_behind += block.counts.words;
                    text.paragraphs_behind += 1;
                }
            }
            text.is_cut = is_cut(blocks.text(at));
            let behind = blocks.list.get(at + 1).map(|block| &block.counts);
            text.leads_on = blocks.text(at).trim_end().ends_with(['…', '.'])
                && behind.is_some_and(|behind| behind.words <= LINK_WORDS_MAX && behind.link_density() > LINK_DENSITY_MIN);
        }
        text
    }

    /// Whether it is longer than what stands before a wall.
    fn is_long(&self) -> bool {
        self.words >= WHOLE_WORDS_MIN
            || self.words_behind >= BEHIND_WORDS_MIN && (2..self.paragraphs).contains(&self.paragraphs_behind)
            || self.words >= BRIEF_WORDS_MIN && self.paragraphs >= WHOLE_PARAGRAPHS_MIN
    }
}

/// Whether a wall lies over the page and not in it.
fn is_over(page: &Page, wall: &Finding) -> bool {
    let lies = |node| page.position(node).is_some_and(|position| position != Position::Flow);
    lies(wall.node) || page.ancestors(wall.node).any(lies)
}

/// Whether a text breaks off: dots of omission at its end, or no end at all.
fn is_cut(text: &str) -> bool {
    let closes = |c: &char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '“' | '」' | '』' | ' ');
    let mut back = text.chars().rev().skip_while(closes);
    match back.next() {
        Some('.') => back.next() == Some('.') && back.next() == Some('.'),
        Some('…' | ',' | '-' | '–' | '—') => true,
        last => last.is_some_and(char::is_alphanumeric),
    }
}
