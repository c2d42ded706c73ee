//! Agency, credits and copyright line: said at the head and the foot of the text, given as fields.

use super::body::Body;
use super::left_out;
use crate::clutter::Finding;
use crate::content::MainContent;
use crate::page::{NodeId, Page, Tag};
use crate::text::case::is_capital;
use crate::text::search;

/// Characters of a dateline, place and agency together: "WASHINGTON, D.C., and JERUSALEM (Agence France-Presse)".
const DATELINE_CHARS_MAX: usize = 80;
/// Characters of an agency's name in a dateline.
const AGENCY_CHARS_MAX: usize = 30;
/// Paragraphs at the head among which the dateline stands: a standfirst or a label may come before.
const DATELINE_PARAGRAPHS_MAX: usize = 4;
/// Words of an agency's name in a slug.
const SLUG_WORDS_MAX: usize = 4;
/// Characters of a credit line. A longer finding holds more than a credit.
const CREDIT_CHARS_MAX: usize = 400;

/// What the credits say.
#[derive(Debug, Default, PartialEq)]
pub struct Credits {
    /// The wire service.
    pub agency: Option<String>,
    /// Lines such as "... contributed to this report".
    pub lines: Vec<String>,
    /// The copyright line.
    pub copyright: Option<String>,
}

/// Reads the wire credits that were found, and the dateline.
pub fn read(page: &Page, main: &MainContent, findings: &[Finding], body: &Body) -> Credits {
    let mut credits = Credits { agency: dateline_agency(body), ..Credits::default() };
    for finding in findings {
        // Credits of teasers elsewhere on the page are not this article's.
        if left_out::is_credit(finding) && belongs(page, main, finding.node) {
            add_lines(&mut credits, page, finding);
        }
    }
    credits
}

/// Whether a credit is the article's: inside it, or close behind its end.
fn belongs(page: &Page, main: &MainContent, node: NodeId) -> bool {
    main.roots.iter().any(|&root| page.contains(root, node) || page.parent(root) == page.parent(node))
}

/// Adds the lines of a finding: one for each block in it.
fn add_lines(credits: &mut Credits, page: &Page, finding: &Finding) {
    let mut from = finding.node;
    for at in (finding.node.0 + 1..=finding.until.0).map(NodeId) {
        if at == finding.until || page.tag(at) == Tag::Br || page.is_block(at) {
            let line = page.text_between(from, at);
            if !line.is_empty() && search::chars(&line) <= CREDIT_CHARS_MAX {
                credits.add(line);
            }
            from = at;
        }
    }
}

impl Credits {
    fn add(&mut self, line: String) {
        let opens = |with: &str| line.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        if has_one_of(&line, "©℗") || opens("copyright") || opens("(c) ") {
            self.copyright.get_or_insert(line);
        } else if let Some(agency) = slug_agency(&line) {
            self.agency.get_or_insert(agency);
        } else if !self.lines.contains(&line) {
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

/// The agency in the dateline that opens the text: "(CNN) —", "LONDON (Reuters) -", "BERLIN (dpa) –".
fn dateline_agency(body: &Body) -> Option<String> {
    let mut end = 0;
    for _ in 0..DATELINE_PARAGRAPHS_MAX {
        let at = body.find_open(Tag::P, end)?;
        end = body.end_of(at);
        if let Some(agency) = agency_in(&body.text_in(at..end)) {
            return Some(agency.to_owned());
        }
    }
    None
}

fn has_one_of(text: &str, marks: &str) -> bool {
    search::until(text, marks).len() < text.len()
}

fn agency_in(paragraph: &str) -> Option<&str> {
    let (place, after) = search::split_once(paragraph, "(")?;
    let (agency, after) = search::split_once(after, ")")?;
    let opens_text = after.trim_start().chars().next().is_some_and(|c| search::is_one_of(c, "-–—―"));
    let is_place = search::chars(place) + search::chars(agency) <= DATELINE_CHARS_MAX
        && !has_one_of(place, ".!?\"“:")
        && place.chars().next().is_none_or(is_capital);
    let is_name = agency.chars().next().is_some_and(char::is_alphabetic)
        && search::chars(agency) <= AGENCY_CHARS_MAX
        && !agency.bytes().any(|byte| byte.is_ascii_digit());
    (opens_text && is_place && is_name).then(|| agency.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_in_datelines() {
        for (paragraph, agency) in [
            ("(CNN) — The harbour is closed.", Some("CNN")),
            ("LONDON (Reuters) - The harbour is closed.", Some("Reuters")),
            ("BERLIN (dpa) – Der Hafen ist zu.", Some("dpa")),
            ("SÃO PAULO, Brazil, May 3 (Reuters) -- The harbour", Some("Reuters")),
            ("The mayor (a sailor) - and her deputy. (Reuters) - said", Some("a sailor")),
            ("the mayor (Reuters) said", None),
            ("(2024) — a year", None),
            ("The harbour is closed. It will open (perhaps) - in May.", None),
        ] {
            assert_eq!(agency_in(paragraph), agency, "{paragraph}");
        }
    }

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
}
