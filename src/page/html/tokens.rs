//! From the tokenizer to the tree builder: html5gum cuts the string into tokens and html5ever makes the tree of them, both by the
//! HTML standard's own algorithm. What no stage reads (scripts, comments, most attributes) is passed over here, before
//! anything is made of it.

use super::flatten;
use super::guard::Guard;
use super::held::Holders;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use html5gum::{Emitter, Error, State};
use std::convert::Infallible;

/// Attributes that a tag keeps; what is beyond is left out. Honest pages stay below 100. Each is compared with all before it:
/// time grows with the square, and 2,000 take 3 ms.
const ATTRS_MAX: usize = 2_000;
/// Tokens do not tell their line.
const NO_LINE: u64 = 1;

/// The state between two tokens. Strings come in pieces, which may begin and end inside a character.
pub struct Tokens<'a> {
    guard: &'a Guard,
    holders: &'a mut Holders,
    tag: Tag,
    tag_name: Vec<u8>,
    /// The attribute that is being read, if one is.
    attr: Reading,
    attr_name: Vec<u8>,
    attr_local: LocalName,
    attr_value: Vec<u8>,
    doctype: Doctype,
    /// Text since the last token of another kind.
    text: Vec<u8>,
    /// The name of the last start tag.
    last_start: Vec<u8>,
    /// Whether the text is that of a script, which nobody reads.
    is_code: bool,
}

/// What is known of the attribute that is being read.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    /// There is none.
    Nothing,
    /// Its name is not complete.
    Name,
    /// Its value counts.
    Value,
    /// Its value does not.
    Unread,
}

impl<'a> Tokens<'a> {
    pub fn new(guard: &'a Guard, holders: &'a mut Holders) -> Tokens<'a> {
        Tokens {
            guard,
            holders,
            tag: tag(TagKind::StartTag),
            tag_name: Vec::new(),
            attr: Reading::Nothing,
            attr_name: Vec::new(),
            attr_local: LocalName::default(),
            attr_value: Vec::new(),
            doctype: Doctype::default(),
            text: Vec::new(),
            last_start: Vec::new(),
            is_code: false,
        }
    }

    /// Passes on a token that changes nothing about how the tokenizer reads on.
    fn pass(&self, token: Token) {
        let _ = self.guard.process_token(token, NO_LINE);
    }

    fn end_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        if self.text.contains(&0) {
            for (at, text) in self.text.split(|&byte| byte == 0).enumerate() {
                if at > 0 {
                    self.pass(Token::NullCharacterToken);
                }
                if !text.is_empty() {
                    self.pass(Token::CharacterTokens(tendril(text)));
                }
            }
        } else {
            self.pass(Token::CharacterTokens(tendril(&self.text)));
        }
        self.text.clear();
    }

    /// Decides by its name whether the attribute counts, as soon as the name is complete.
    fn end_attr_name(&mut self) {
        if self.attr == Reading::Name {
            self.attr = Reading::Unread;
            if self.tag.kind == TagKind::StartTag && self.tag.attrs.len() < ATTRS_MAX {
                self.guard.names().of(&self.attr_name, |known| {
                    if known.attr.is_some() || counts_for_tree(&self.tag_name, &self.attr_name) {
                        (self.attr, self.attr_local) = (Reading::Value, known.local.clone());
                    }
                });
            }
        }
    }

    fn end_attr(&mut self) {
        self.end_attr_name();
        if self.attr == Reading::Value {
            let local = std::mem::take(&mut self.attr_local);
            if self.tag.attrs.iter().all(|attr| attr.name.local != local) {
                let name = QualName::new(None, ns!(), local);
                self.tag.attrs.push(Attribute { name, value: tendril(&self.attr_value) });
            }
            self.attr_value.clear();
        }
        self.attr_name.clear();
        self.attr = Reading::Nothing;
    }

    fn begin_tag(&mut self, kind: TagKind) {
        self.tag_name.clear();
        self.tag = tag(kind);
    }
}

impl Emitter for Tokens<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, _name: Option<&[u8]>) {}

    fn emit_eof(&mut self) {
        self.end_text();
        self.holders.end(true);
        self.pass(Token::EOFToken);
        self.guard.end();
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.holders.add(text.len());
        if !self.is_code {
            self.text.extend_from_slice(text);
        }
    }

    fn init_start_tag(&mut self) {
        self.begin_tag(TagKind::StartTag);
    }

    fn init_end_tag(&mut self) {
        self.begin_tag(TagKind::EndTag);
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.end_attr();
        self.holders.end(false);
        let mut tag = std::mem::replace(&mut self.tag, tag(TagKind::StartTag));
        tag.name = self.guard.names().of(&self.tag_name, |known| known.local.clone());
        if tag.kind == TagKind::StartTag {
            std::mem::swap(&mut self.last_start, &mut self.tag_name);
        }
        let own_type = if tag.name == local_name!("script") { script_type(&tag) } else { StrTendril::new() };
        self.is_code = false;
        let raw = match self.guard.process_token(Token::TagToken(tag), NO_LINE) {
            TokenSinkResult::Plaintext => State::PlainText,
            TokenSinkResult::RawData(RawKind::Rcdata) => State::RcData,
            TokenSinkResult::RawData(RawKind::Rawtext) => State::RawText,
            TokenSinkResult::RawData(_) => {
                self.is_code = !flatten::is_data(&own_type);
                State::ScriptData
            }
            // Scripts do not run here, and the charset is settled.
            _ => return None,
        };
        self.holders.begin(&self.last_start, &own_type);
        Some(raw)
    }

    fn emit_current_comment(&mut self) {
        self.end_text();
        // What it says is not read, but it parts the texts around it.
        self.pass(Token::CommentToken(StrTendril::new()));
    }

    fn emit_current_doctype(&mut self) {
        self.end_text();
        let doctype = std::mem::take(&mut self.doctype);
        self.pass(Token::DoctypeToken(doctype));
    }

    fn set_self_closing(&mut self) {
        self.tag.self_closing = true;
    }

    fn set_force_quirks(&mut self) {
        self.doctype.force_quirks = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag_name.extend_from_slice(name);
    }

    fn push_comment(&mut self, _comment: &[u8]) {}

    fn push_doctype_name(&mut self, name: &[u8]) {
        self.doctype.name.get_or_insert_default().push_slice(&String::from_utf8_lossy(name));
    }

    fn init_doctype(&mut self) {
        self.doctype = Doctype::default();
    }

    fn init_attribute(&mut self) {
        self.end_attr();
        self.attr = Reading::Name;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attr_name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.end_attr_name();
        if self.attr == Reading::Value {
            self.attr_value.extend_from_slice(value);
        }
    }

    fn set_doctype_public_identifier(&mut self, id: &[u8]) {
        self.doctype.public_id = Some(StrTendril::from_slice(&String::from_utf8_lossy(id)));
    }

    fn set_doctype_system_identifier(&mut self, id: &[u8]) {
        self.doctype.system_id = Some(StrTendril::from_slice(&String::from_utf8_lossy(id)));
    }

    fn push_doctype_public_identifier(&mut self, id: &[u8]) {
        self.doctype.public_id.get_or_insert_default().push_slice(&String::from_utf8_lossy(id));
    }

    fn push_doctype_system_identifier(&mut self, id: &[u8]) {
        self.doctype.system_id.get_or_insert_default().push_slice(&String::from_utf8_lossy(id));
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.kind == TagKind::EndTag && !self.last_start.is_empty() && self.tag_name == self.last_start
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.end_text();
        self.guard.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

fn tag(kind: TagKind) -> Tag {
    Tag { kind, name: LocalName::default(), self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false }
}

fn script_type(script: &Tag) -> StrTendril {
    let own = script.attrs.iter().find(|attr| attr.name.local == local_name!("type"));
    own.map(|attr| attr.value.clone()).unwrap_or_default()
}

/// Whether an attribute that no stage reads says how the tree is built. Formatting elements are opened anew where they were
/// left open, but for those that are the same in all their attributes.
fn counts_for_tree(tag: &[u8], attr: &[u8]) -> bool {
    match tag {
        b"a" | b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small" | b"strike" | b"strong" | b"tt"
        | b"u" => true,
        b"template" => attr.starts_with(b"shadowroot"),
        _ => false,
    }
}

fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(utf8(bytes))
}

/// The page is UTF-8, and so are whole strings of it.
fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{arena::Arena, guard::Guard, parse_once};
    use super::*;
    use crate::page::Page;
    use html5ever::TokenizerResult;
    use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
    use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

    /// The page as html5ever's own tokenizer has it.
    fn by_html5ever(html: &str) -> Page {
        let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
        let guard = Guard::new(TreeBuilder::new(Arena::default(), options));
        let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(html));
        while let TokenizerResult::Script(_) | TokenizerResult::EncodingIndicator(_) = tokenizer.feed(&queue) {}
        tokenizer.end();
        flatten::page(tokenizer.sink.builder.sink).0
    }

    fn outline(page: &Page) -> Vec<String> {
        let line = |node| {
            let attrs: Vec<_> = page.attrs(node).collect();
            format!("{:?} to {:?}: {:?} {attrs:?}", page.tag(node), page.end(node), page.text(node))
        };
        page.nodes().map(line).collect()
    }

    #[track_caller]
    fn check(html: &str) {
        assert_eq!(outline(&parse_once(html).0), outline(&by_html5ever(html)), "{html:?}");
    }

    /// Pieces of markup that are read in all the ways there are.
    #[rustfmt::skip]
    const PIECES: [&str; 76] = [
        "<p>", "</p>", "<div class=a id='b' title=c&amp;d>", "</div>", "<b id=1>", "</b>", "<i>", "</i>", "<a href=?a&lt=1&not;>",
        "</a>", "<font color=red>", "</font>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<select>", "<option>", "</select>",
        "<svg>", "</svg>", "<math>", "</math>", "<mi>", "<foreignObject>", "<![CDATA[ x ]] y\0 ]]>", "<title>", "</title>",
        "<textarea>", "</textarea>", "<script>", "</script>", "<script type=application/ld+json>", "<style>", "</style>",
        "<noscript>", "</noscript>", "<template>", "<template shadowrootmode=open>", "</template>", "<slot name=a>", "<iframe>",
        "</iframe>", "<!-- a -- b -->", "<!-->", "<!--", "--!>", "<!DOCTYPE html>", "<!doctype html public 'a' \"b\">", "<?php ?>",
        "</ >", "</3>", "<3", "<é>", "<pé c\0d=e\0f>", "<IMG SRC=\"a\r\nb\" src=c>", "<br/>", "</br>", "<x-y SLOT=a />", "text",
        " ", "\n", "\r\n", "\r", "\0", "é", "漢", "😀", "&eacute;", "&notit;", "&#0;", "&#x80;", "&#xD800;&", "&ampé;\u{feff}", "<",
    ];

    #[test]
    fn both_tokenizers_give_one_tree() {
        // A multiplicative generator: the same pages every time.
        let mut state = 1_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..3_000 {
            let html: String = (0..next(24) + 1).map(|_| PIECES[next(PIECES.len())]).collect();
            check(&html);
            // Cut anywhere, also inside a tag.
            let mut end = next(html.len() + 1);
            while !html.is_char_boundary(end) {
                end -= 1;
            }
            check(&html[..end]);
        }
    }

    #[test]
    fn a_script_ends_where_the_standard_has_it() {
        check("<script>a</scripts>b</script >c");
        check("<script><!--<script>a</script>b--></script>c");
        check("<script><!--a</script>b");
        check("<script type=math/tex>x<\0y</SCRIPT/>c");
        check("<title>a</title b=c>d<plaintext>e</plaintext>");
    }
}
