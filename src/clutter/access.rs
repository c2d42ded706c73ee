//! What the page withholds: what it declares, what its walls say, and how the text ends.

use super::{Finding, SURE};
use crate::blocks::Blocks;
use crate::content::{self, MainContent};
use crate::page::url;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::reading::{Access, Completeness, Declared, Gate, Metadata, SectionKind};

/// Words of an article that ends like a whole one although a wall stands on the page. A cut text shows a few paragraphs.
const WHOLE_WORDS_MIN: u32 = 250;

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
            access.evidence.push(sentence(finding));
            access.sign_in_url = access.sign_in_url.or_else(|| sign_in_url(page, finding));
        }
    }
    access.gate = gate(&walls, access.declared);
    access.text = completeness(page, blocks, &walls, main, &mut access);
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
    let inside = (wall.node.0..wall.until.0).map(NodeId).filter(|&node| page.tag(node) == Tag::A);
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
    walls: &[&Finding],
    main: Option<&MainContent>,
    access: &mut Access,
) -> Completeness {
    if page.withholds() {
        access.evidence.push("The page hides a part that it declares as paid.".to_owned());
        return Completeness::Truncated;
    }
    let Some(main) = main else { return Completeness::Unknown };
    let (mut words, mut cut) = (0, false);
    for block in content::kept(page, blocks, main) {
        words += blocks.list.get(block).map_or(0, |of| of.counts.words);
        cut = is_cut(blocks.text(block));
    }
    let gated = !walls.is_empty() || access.declared == Declared::Paid;
    match (gated, cut) {
        (true, true) => {
            access.evidence.push("The text breaks off inside a sentence.".to_owned());
            Completeness::Truncated
        }
        (true, false) if words < WHOLE_WORDS_MIN => {
            access.evidence.push("Only a few lines stand before the wall.".to_owned());
            Completeness::Truncated
        }
        (true, false) if access.declared == Declared::Paid => Completeness::Unknown,
        (_, false) => Completeness::Complete,
        (false, true) => Completeness::Unknown,
    }
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
