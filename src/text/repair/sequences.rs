//! Sequences of characters that are one character of UTF-8, weighed.

use super::evidence::Map;
use crate::text::case::is_small;

/// A run beside Latin letters that becomes letters of another script has at least so many characters; fewer are chance.
const IN_WORD_CHARS_MIN: usize = 4;

/// One sequence.
#[derive(Clone, Copy, Debug)]
pub struct Sequence {
    /// The place of its first character.
    at: usize,
    /// How many characters it takes.
    len: usize,
    /// What it becomes.
    becomes: char,
    /// How strongly it speaks for damage.
    weight: u32,
}

/// All sequences of a text in one code page.
#[derive(Default)]
pub struct Reading {
    /// In order.
    pub found: Vec<Sequence>,
    /// The sum of their weights.
    pub weight: u32,
}

/// What a character is that a sequence would become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// Typographic punctuation, signs, emoji: nothing else makes its sequence.
    Mark,
    /// `£`, `©`, `°`: a sequence that begins with what was a capital A with circumflex.
    Symbol,
    /// A Latin letter with a mark.
    Latin,
    /// A letter of another script.
    Other,
    /// Nothing that stands in text.
    Unlikely,
}

/// Reads a text; `latin` says whether the letters of the code page are Latin ones. Runs of characters above ASCII are taken whole: a letter that is part of no sequence speaks for real text.
pub fn read(chars: &[char], map: &Map, latin: bool) -> Reading {
    let mut reading = Reading::default();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_ascii() {
            at += 1;
            continue;
        }
        at = read_run(chars, at, map, latin, &mut reading);
    }
    reading
}

/// Reads one run, and gives its end.
fn read_run(chars: &[char], from: usize, map: &Map, latin: bool, reading: &mut Reading) -> usize {
    let mut run: Vec<(Sequence, Target)> = Vec::new();
    let (mut at, mut real_letters) = (from, 0);
    while let Some(&c) = chars.get(at).filter(|c| !c.is_ascii()) {
        match sequence(chars, at, map) {
            Some(found) => {
                at += found.0.len;
                run.push(found);
            }
            None => {
                real_letters += usize::from(c.is_alphabetic());
                at += 1;
            }
        }
    }
    let in_word = is_letter(chars, from.wrapping_sub(1)) || is_letter(chars, at);
    let others = run.iter().filter(|(_, target)| *target == Target::Other).count();
    // One letter of another script is chance inside a Latin word, and says nothing where it stands alone.
    let alone = run.len() == 1 && (others == 1 || !in_word && !latin);
    let few_in_word = in_word && others > 0 && at - from < IN_WORD_CHARS_MIN;
    let marks_only = run.iter().all(|(_, target)| *target == Target::Mark);
    for (sequence, target) in run {
        let chance = real_letters > 0 || few_in_word;
        if chance && !marks_only {
            continue;
        }
        let weight = if alone && target != Target::Mark { 0 } else { sequence.weight };
        reading.weight += weight;
        reading.found.push(Sequence { weight, ..sequence });
    }
    at
}

fn is_letter(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(char::is_ascii_alphabetic)
}

/// The sequence that begins at a character.
fn sequence(chars: &[char], at: usize, map: &Map) -> Option<(Sequence, Target)> {
    let byte = |at: usize| chars.get(at).and_then(|&c| map.byte(c));
    let later = |at: usize| byte(at).filter(|byte| (0x80..=0xBF).contains(byte));
    let first = byte(at)?;
    let len = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [first, 0, 0, 0];
    for step in 1..len {
        match later(at + step) {
            Some(byte) => bytes[step] = byte,
            None => return shortened(chars, at, &bytes[..step], len),
        }
    }
    let becomes = std::str::from_utf8(&bytes[..len]).ok()?.chars().next()?;
    let target = target(becomes);
    let weight = weight(chars, at, len, becomes, target)?;
    Some((Sequence { at, len, becomes, weight }, target))
}

/// A sequence that lost its last byte: 0x9D, which code pages leave open, is dropped or made U+FFFD; 0xA0, the no-break
/// space, is made a space. It says little by itself.
fn shortened(chars: &[char], at: usize, bytes: &[u8], len: usize) -> Option<(Sequence, Target)> {
    let next = chars.get(at + bytes.len()).copied();
    if bytes == [0xE2, 0x80] {
        let lost = usize::from(next == Some('\u{fffd}'));
        return Some((Sequence { at, len: 2 + lost, becomes: '”', weight: 0 }, Target::Mark));
    }
    if bytes.len() + 1 != len || next != Some(' ') || !matches!(bytes[0], 0xC2 | 0xC3 | 0xD0 | 0xE2..) {
        return None;
    }
    let mut whole = [0xA0; 4];
    whole[..bytes.len()].copy_from_slice(bytes);
    let becomes = std::str::from_utf8(&whole[..len]).ok()?.chars().next()?;
    let target = target(becomes);
    // White space may have been folded: before a letter the space is kept, so that words do not glue.
    let kept = becomes != '\u{a0}' && chars.get(at + len).is_some_and(char::is_ascii_alphanumeric);
    let len = len - usize::from(kept);
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    let weight = if becomes == 'à' && before.is_ascii_lowercase() { 2 } else { 0 };
    (target != Target::Unlikely).then_some((Sequence { at, len, becomes, weight }, target))
}

/// How strongly a sequence speaks for damage; `None` where it cannot be one.
fn weight(chars: &[char], at: usize, len: usize, becomes: char, target: Target) -> Option<u32> {
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    let after = chars.get(at + len).copied().unwrap_or(' ');
    Some(match target {
        Target::Unlikely => return None,
        Target::Mark => 3,
        Target::Symbol if matches!(becomes, '£' | '©' | '°' | '®' | '§' | '²' | '¿' | '¡') => 2,
        Target::Symbol => u32::from(before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric()),
        Target::Other => 1 + u32::from(len == 3),
        // "SÅ”", "IRMÃ…": a capital at the end of a word, and a quotation mark or dots.
        Target::Latin if closes(chars[at + len - 1]) && !after.is_alphanumeric() && before.is_ascii() => {
            return is_small(before).then_some(1);
        }
        Target::Latin if is_rare(becomes) => 0,
        Target::Latin if before.is_ascii_alphabetic() || after.is_ascii_alphabetic() => 2,
        Target::Latin => 1,
    })
}

/// Letters that hardly any language uses: of two code pages, the one that reads others is meant.
fn is_rare(c: char) -> bool {
    matches!(c, 'Ĉ'..='Ċ' | 'ċ' | 'Ĕ' | 'ĕ' | 'Ĝ' | 'ĝ' | 'Ġ' | 'ġ' | 'Ĥ'..='ĩ' | 'Ĭ' | 'ĭ' | 'Ĳ'..='ĵ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ'..='ŏ'
        | 'Ŕ'..='ŗ' | 'Ŝ' | 'ŝ' | 'Ŧ'..='ŭ' | 'Ŵ'..='ŷ' | 'ſ')
}

fn closes(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '»' | '›' | '–' | '—' | '™')
}

fn target(c: char) -> Target {
    match c as u32 {
        // Control characters, spacing accents and box drawing come up halfway, in text that was misread twice.
        0x80..=0xBF | 0xD7 | 0xF7 | 0x192 | 0x2C6..=0x2DD | 0x2500..=0x259F => Target::Symbol,
        0xC0..=0x17F | 0x1A0 | 0x1A1 | 0x1AF | 0x1B0 | 0x218..=0x21B | 0x259 | 0x18F | 0x300..=0x323 | 0x1EA0..=0x1EF9 => {
            Target::Latin
        }
        0x2010..=0x2027
        | 0x202F..=0x203A
        | 0x20AC
        | 0x20B9
        | 0x20BD
        | 0x20BA
        | 0x2116
        | 0x2122
        | 0x2190..=0x21FF
        | 0x2200..=0x22FF
        | 0x25A0..=0x27BF
        | 0x200B..=0x200F
        | 0xFE0F
        | 0x1F000..=0x1FAFF => Target::Mark,
        0x384..=0x3CE
        | 0x400..=0x45F
        | 0x490..=0x493
        | 0x49A..=0x49B
        | 0x4A2..=0x4A3
        | 0x4AE..=0x4B1
        | 0x4BA..=0x4BB
        | 0x4D8..=0x4D9
        | 0x4E8..=0x4E9
        | 0x531..=0x587
        | 0x5B0..=0x5EA
        | 0x60C
        | 0x61B
        | 0x61F
        | 0x621..=0x652
        | 0x660..=0x66C
        | 0x679
        | 0x67E
        | 0x686
        | 0x688
        | 0x691
        | 0x698
        | 0x6A9
        | 0x6AF
        | 0x6BA
        | 0x6BE
        | 0x6C1
        | 0x6CC
        | 0x6D2
        | 0x6F0..=0x6F9
        | 0x901..=0xDF4
        | 0xE01..=0xE5B
        | 0x1000..=0x109F
        | 0x10D0..=0x10FF
        | 0x1780..=0x17E9
        | 0x1F00..=0x1FFF
        | 0x3000..=0x30FF
        | 0x4E00..=0x9FFF
        | 0xAC00..=0xD7A3
        | 0xFF01..=0xFF9F => Target::Other,
        _ => Target::Unlikely,
    }
}

/// The text with its sequences put right, and the byte at which the first of them begins.
pub fn apply(chars: &[char], reading: &Reading) -> (String, usize) {
    let mut out = String::with_capacity(chars.len() + chars.len() / 4);
    let (mut at, mut first) = (0, None);
    for sequence in &reading.found {
        out.extend(&chars[at..sequence.at]);
        first = first.or(Some(out.len()));
        out.push(sequence.becomes);
        at = sequence.at + sequence.len;
    }
    out.extend(&chars[at..]);
    (out, first.unwrap_or(0))
}
