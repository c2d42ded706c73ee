//! Words and marks, counted without assuming that words are split by spaces.

use crate::blocks::Counts;

/// Adds `text` to `out` with its white space folded, none at `start`, and what it holds to `counts`. One pass does both, as
/// it goes over all that a page says.
pub fn fold(text: &str, in_link: bool, out: &mut String, start: usize, counts: &mut Counts) {
    let mut tally = Tally::default();
    let (mut at, mut copied) = (0, 0);
    loop {
        at = tally.letters(text, at);
        let Some((kind, bytes)) = kind_at(text, at) else { break };
        tally.add(kind);
        if kind == Kind::Space {
            out.push_str(text.get(copied..at).unwrap_or_default());
            if out.len() > start && !out.ends_with(' ') {
                out.push(' ');
            }
            copied = at + bytes;
        }
        at += bytes;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    tally.finish(in_link, counts);
}

/// The number of words in a text; a character of a script without spaces counts as half a word.
///
/// ```
/// assert_eq!(limpid::text::words::number("It’s well-known: 42."), 3);
/// assert_eq!(limpid::text::words::number("東京都"), 2);
/// ```
pub fn number(text: &str) -> u32 {
    let (mut tally, mut counts) = (Tally::default(), Counts::default());
    let mut at = 0;
    loop {
        at = tally.letters(text, at);
        let Some((kind, bytes)) = kind_at(text, at) else { break };
        tally.add(kind);
        at += bytes;
    }
    tally.finish(false, &mut counts);
    counts.words
}

/// The number of words in a text as a dictionary would cut it, for readers: where [`number`], which is given, counts half a word
/// for every character without spaces, this counts what the word is long in each script, as measured on running text that
/// `Intl.Segmenter` cut.
///
/// ```
/// use limpid::text::words;
/// let estimate = |text| words::estimate(words::number(text), words::unspaced(text));
/// assert_eq!(estimate("It’s well-known: 42."), 3);
/// assert_eq!(estimate("政府昨天宣布了新的计划。"), 7);
/// assert_eq!(estimate("รัฐบาลประกาศแผนใหม่เมื่อวานนี้"), 8);
/// ```
pub fn estimate(number: u32, unspaced: Unspaced) -> u32 {
    number.saturating_sub(unspaced.characters.div_ceil(2)) + unspaced.hundredths.div_ceil(100)
}

/// What a text has of scripts that are written without spaces.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unspaced {
    /// How many characters.
    pub characters: u32,
    /// The words that they are, in hundredths.
    pub hundredths: u32,
}

/// Counts the characters of scripts that are written without spaces.
pub fn unspaced(text: &str) -> Unspaced {
    let mut found = Unspaced::default();
    // They begin with bytes from 0xE0 on, as does much else beside 0xE2: dashes and quotation marks. All bytes are looked at: that
    // is many at a time.
    if text.bytes().fold(false, |any, byte| any | (byte >= 0xe0 && byte != 0xe2)) {
        for c in text.chars().filter(|&c| is_unspaced(c)) {
            found.characters += 1;
            found.hundredths += word_hundredths(c);
        }
    }
    found
}

/// Hundredths of a word that a character is: Thai, Lao, Burmese and Khmer letters are many to a word, and their marks count as
/// characters. More counts more words.
fn word_hundredths(c: char) -> u32 {
    match c {
        // Signs for digits and currency, and what marks a vowel's end.
        '\u{0e3f}' | '\u{0e4f}'..='\u{0e5b}' | '\u{17d4}'..='\u{17ff}' | '\u{104a}'..='\u{104f}' => 0,
        '\u{0e00}'..='\u{0e7f}' => 26,
        '\u{0e80}'..='\u{0eff}' => 22,
        '\u{1000}'..='\u{109f}' => 21,
        '\u{1780}'..='\u{17ff}' => 19,
        '\u{3040}'..='\u{30ff}' => 53,
        _ => 60,
    }
}

/// Whether the character belongs to a script that is written without spaces: Han, kana, Thai, Lao, Khmer, Burmese.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What a character does in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    /// Part of a word.
    Letter,
    /// A word by half.
    Unspaced,
    /// Neither ends a word nor begins one: apostrophes and hyphens.
    Joint,
    /// A mark inside sentences.
    Comma,
    /// A mark that ends a sentence.
    Stop,
    Other,
}

/// The kinds of the ASCII characters, which are most of what pages hold.
const ASCII: [Kind; 128] = {
    let mut kinds = [Kind::Other; 128];
    let mut byte = 0u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b' ' | b'\t'..=b'\r' => Kind::Space,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Kind::Letter,
            b'\'' | b'-' | b'_' => Kind::Joint,
            b',' | b';' | b':' => Kind::Comma,
            b'.' | b'!' | b'?' => Kind::Stop,
            _ => Kind::Other,
        };
        byte += 1;
    }
    kinds
};

/// The kind of the character at a place, and its length in bytes; `None` at the end.
fn kind_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    let byte = *text.as_bytes().get(at)?;
    match ASCII.get(usize::from(byte)) {
        Some(&kind) => Some((kind, 1)),
        None => text.get(at..)?.chars().next().map(|c| (kind_of(c), c.len_utf8())),
    }
}

/// The kind of a character beyond ASCII.
fn kind_of(c: char) -> Kind {
    match c {
        '’' | '\u{ad}' => Kind::Joint,
        '،' | '؛' | '、' | '，' | '；' | '：' => Kind::Comma,
        '…' | '。' | '！' | '？' | '؟' | '।' | '۔' => Kind::Stop,
        _ if is_unspaced(c) => Kind::Unspaced,
        _ if c.is_alphanumeric() => Kind::Letter,
        _ if c.is_whitespace() => Kind::Space,
        _ => Kind::Other,
    }
}

#[derive(Default)]
struct Tally {
    chars: u32,
    words: u32,
    unspaced: u32,
    commas: u32,
    sentences: u32,
    in_word: bool,
}

impl Tally {
    /// Adds the letters and figures of ASCII from a place on, which most characters are, and gives the place behind them.
    #[inline]
    fn letters(&mut self, text: &str, from: usize) -> usize {
        let bytes = text.as_bytes();
        let mut at = from;
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        if at > from {
            self.chars += (at - from) as u32;
            self.words += !self.in_word as u32;
            self.in_word = true;
        }
        at
    }

    fn add(&mut self, kind: Kind) {
        self.chars += (kind != Kind::Space) as u32;
        match kind {
            Kind::Letter => self.words += !self.in_word as u32,
            Kind::Unspaced => self.unspaced += 1,
            Kind::Comma => self.commas += 1,
            Kind::Stop => self.sentences += 1,
            Kind::Space | Kind::Joint | Kind::Other => {}
        }
        self.in_word = kind == Kind::Letter || kind == Kind::Joint && self.in_word;
    }

    fn finish(self, in_link: bool, counts: &mut Counts) {
        let words = self.words + self.unspaced.div_ceil(2);
        counts.chars += self.chars;
        counts.words += words;
        counts.commas += self.commas;
        counts.sentences += self.sentences;
        if in_link {
            counts.link_chars += self.chars;
            counts.link_words += words;
        }
    }
}
