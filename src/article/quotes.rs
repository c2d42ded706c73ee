//! Quotations. One that only repeats the text, a pull quote, is left out.

use super::alike;
use super::body::Body;
use crate::page::Tag;
use crate::text::search;
use std::ops::Range;

/// Letters of a quotation below which a repetition is chance.
const PULL_QUOTE_LETTERS_MIN: usize = 20;
/// Quotations that are compared with the text: each costs one search through it.
const COMPARED_MAX: usize = 64;

/// Takes out the quotations whose words stand in the rest of the text as well.
pub fn drop_pull_quotes(body: &mut Body) {
    let mut quotes = Vec::new();
    let mut from = 0;
    while let Some(at) = body.find_open(Tag::Blockquote, from).filter(|_| quotes.len() < COMPARED_MAX) {
        from = body.end_of(at);
        let words = alike::key(&body.text_in(at..from));
        quotes.push((at..from, words));
    }
    if quotes.iter().all(|(_, words)| words.len() < PULL_QUOTE_LETTERS_MIN) {
        return;
    }
    let mut rest = String::new();
    let mut at = 0;
    for (range, _) in &quotes {
        push_words(&mut rest, body, at..range.start);
        at = range.end;
    }
    push_words(&mut rest, body, at..body.pieces().len());
    let mut repeated = Vec::new();
    for (range, words) in quotes {
        if search::chars(&words) >= PULL_QUOTE_LETTERS_MIN && search::has(&rest, &words) {
            repeated.push(range);
        }
    }
    body.remove(&repeated);
}

fn push_words(words: &mut String, body: &Body, range: Range<usize>) {
    body.each_text(range, &mut |text| alike::push_key(words, text));
}
