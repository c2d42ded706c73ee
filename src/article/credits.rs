//! Agency, credits and copyright line: said at the head and the foot of the text, given as fields.

use super::left_out;
use crate::clutter::{Finding, says};
use crate::content::MainContent;
use crate::page::{NodeId, Page, Tag};
use crate::text::search;

/// Words of an agency's name in a slug.
const SLUG_WORDS_MAX: usize = 4;

/// Credits that become fields. An article has up to ten; more of them are lines of a text or of a trap, stay where they are, and
/// cost no comparing. Less loses the credits of long lists, more takes the time of its square.
const CREDITS_MAX: usize = 50;

/// What the credits say. Each line that is taken out of the text for a credit is in one of them.
#[derive(Debug, Default, PartialEq)]
pub struct Credits {
    /// The wire service.
    pub agency: Option<String>,
    /// Lines such as "... contributed to this report".
    pub lines: Vec<String>,
    /// The copyright line.
    pub copyright: Option<String>,
}

/// The credits that become fields, those before others. Credits of teasers elsewhere on the page are not this article's.
pub fn find<'a>(page: &Page, main: &MainContent, findings: &'a [Finding]) -> Vec<&'a Finding> {
    let scope = |&root: &NodeId| {
        let around = page.closest(root, |tag| matches!(tag, Tag::Article | Tag::Main)).or(page.parent(root));
        around.unwrap_or(root)
    };
    // A credit is inside the article, or in the element that it stands in.
    let scopes: Vec<NodeId> = main.roots.iter().map(scope).collect();
    let belongs = |node| scopes.iter().any(|&scope| page.contains(scope, node));
    let mut found: Vec<&Finding> = Vec::new();
    for finding in findings {
        if found.len() < CREDITS_MAX && belongs(finding.node) && left_out::is_credit(page, finding) {
            found.push(finding);
        }
    }
    found
}

/// Reads the credits that were found.
pub fn read(page: &Page, found: &[&Finding]) -> Credits {
    let mut credits = Credits::default();
    for finding in found {
        add_lines(&mut credits, page, finding);
    }
    credits
}

/// Adds the lines of a finding: one for each block in it.
fn add_lines(credits: &mut Credits, page: &Page, finding: &Finding) {
    let mut from = finding.node;
    for at in (finding.node.place() + 1..=finding.until.place()).map(NodeId::at) {
        if at == finding.until || page.tag(at) == Tag::Br || page.is_block(at) {
            let line = page.text_between(from, at);
            if !line.is_empty() {
                credits.add(line);
            }
            from = at;
        }
    }
}

impl Credits {
    fn add(&mut self, line: String) {
        if says("copyright-line", &line) || says("copyright-sign", &line) {
            match &mut self.copyright {
                None => self.copyright = Some(line),
                Some(known) if search::has(known, &line) => {}
                Some(known) => {
                    known.push(' ');
                    known.push_str(&line);
                }
            }
            return;
        }
        let name = search::bare(search::after_last(&line, b':'));
        let named = || says("agency-name", name).then(|| name.to_owned());
        if self.agency.is_none() {
            self.agency = slug_agency(&line).or_else(named);
        }
        if self.agency.as_deref() != Some(search::bare(&line)) && !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }
}

/// The agency in a slug line: `The-CNN-Wire`.
fn slug_agency(line: &str) -> Option<String> {
    let mut words = search::split(line, "-‑ ™");
    words.retain(|word| !word.is_empty());
    match words.as_slice() {
        ["The" | "the", name @ .., "Wire" | "wire"] if !name.is_empty() && name.len() <= SLUG_WORDS_MAX => Some(name.join(" ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_in_slugs() {
        for (line, agency) in [
            ("The-CNN-Wire", Some("CNN")),
            ("The-CNN-Wire™", Some("CNN")),
            ("The Barbed Wire", Some("Barbed")),
            ("The wire", None),
        ] {
            assert_eq!(slug_agency(line).as_deref(), agency, "{line}");
        }
    }

    #[test]
    fn no_line_is_lost() {
        let mut credits = Credits::default();
        for line in ["© 2024 The Post", "All rights reserved.", "(Reuters)", "The-CNN-Wire", "Source: AFP", "Editor: Ann Lee"]
        {
            credits.add(line.to_owned());
        }
        assert_eq!(credits.copyright.as_deref(), Some("© 2024 The Post All rights reserved."));
        assert_eq!(credits.agency.as_deref(), Some("Reuters"));
        assert_eq!(credits.lines, ["The-CNN-Wire", "Source: AFP", "Editor: Ann Lee"]);
    }
}
