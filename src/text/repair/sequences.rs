//! Sequences of characters that are one character of UTF-8, weighed.

use super::evidence::Map;
use super::spaces::{OPEN, Spaces, length};
use super::targets::{Target, closes, is_mark, is_odd, is_rare, target};
use crate::text::case::{is_capital, is_small};

/// A run beside Latin letters that becomes letters of another script has at least so many characters; fewer are chance.
const IN_WORD_CHARS_MIN: usize = 4;
/// The weight of a foreign letter and a mark for one Latin letter inside a Latin word, where the text has no other letter of
/// the foreign script: enough to be believed by itself. Less leaves single damaged letters; more changes nothing.
const FOREIGN_IN_WORD: u32 = 3;

/// One sequence.
#[derive(Clone, Copy, Debug)]
pub struct Sequence {
    /// The place of its first character.
    pub at: usize,
    /// How many characters it takes.
    pub len: usize,
    /// What it becomes.
    pub becomes: char,
    /// How strongly it speaks for damage.
    weight: u32,
}

impl Sequence {
    /// What it says for its code page against others of the kind.
    fn rank(&self) -> u32 {
        match self.becomes {
            c if is_rare(c) => 0,
            c if is_mark(c) => self.weight.min(1),
            _ => self.weight,
        }
    }
}

/// All sequences of a text in one code page.
#[derive(Default)]
pub struct Reading {
    /// In order.
    pub found: Vec<Sequence>,
    /// The sum of their weights.
    pub weight: u32,
    /// The same without what speaks for any code page of the kind alike: it tells which of two is meant.
    pub rank: u32,
    /// Whether a no-break space stands inside a sequence.
    pub keeps_spaces: bool,
}

/// A text in the light of one code page.
pub struct Text<'a> {
    /// Its characters.
    pub chars: &'a [char],
    /// Their bytes.
    pub map: &'a Map,
    /// Whether the letters of the code page are Latin ones.
    pub is_latin: bool,
    /// Whether no-break spaces are known to have stayed as they were.
    pub keeps_spaces: bool,
}

/// Characters above ASCII that follow each other.
struct Run {
    from: usize,
    to: usize,
    sequences: Vec<(Sequence, Target)>,
}

impl Run {
    fn weight(&self) -> u32 {
        self.sequences.iter().map(|(sequence, _)| sequence.weight).sum()
    }

    fn supports(&self, wanted: Target) -> bool {
        self.sequences.iter().any(|(sequence, target)| *target == wanted && sequence.weight > 0)
    }
}

impl Text<'_> {
    /// Reads the text. Runs of characters above ASCII are taken whole: a letter that is part of no sequence speaks for real
    /// text.
    pub fn read(&self) -> Reading {
        let spaces = Spaces::of(self);
        let (mut runs, mut at, mut strays) = (Vec::new(), 0, 0);
        while let Some(c) = self.at(at) {
            if c.is_ascii() {
                at += 1;
                continue;
            }
            let run = self.run(at, &spaces, &mut strays);
            at = run.to;
            if !run.sequences.is_empty() {
                runs.push(run);
            }
        }
        let mut weighed = Reading { keeps_spaces: spaces.kept, ..Reading::default() };
        let (mut latin, mut other) = (false, false);
        for run in &mut runs {
            for (sequence, _) in &run.sequences {
                weighed.rank += sequence.rank();
            }
            self.weigh(run, strays == 0);
            latin |= run.supports(Target::Latin);
            other |= run.supports(Target::Other);
        }
        for run in runs {
            // What may be chance is believed beside letters of its kind that are not.
            let lacks = |wanted| run.sequences.iter().any(|(_, target)| *target == wanted);
            if run.weight() == 0 && (!latin && lacks(Target::Latin) || !other && lacks(Target::Other)) {
                continue;
            }
            weighed.weight += run.weight();
            for (sequence, _) in run.sequences {
                weighed.found.push(sequence);
            }
        }
        weighed
    }

    /// The character at a place.
    pub fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(&self, at: usize) -> char {
        at.checked_sub(1).and_then(|at| self.at(at)).unwrap_or(' ')
    }

    /// Whether an ASCII letter stands there.
    pub fn is_letter(&self, at: usize) -> bool {
        self.at(at).is_some_and(|c| c.is_ascii_alphabetic())
    }

    fn run(&self, from: usize, spaces: &Spaces, strays: &mut usize) -> Run {
        let mut run = Run { from, to: from, sequences: Vec::new() };
        let mut real_letters = 0;
        while let Some(c) = self.at(run.to).filter(|c| !c.is_ascii()) {
            match self.sequence(run.to, spaces) {
                Some(found) => {
                    run.to += found.0.len;
                    run.sequences.push(found);
                }
                None => {
                    real_letters += usize::from(c.is_alphabetic());
                    *strays += usize::from(c.is_alphabetic() && self.map.byte(c).is_some());
                    run.to += 1;
                }
            }
        }
        let in_word = self.is_letter(from.wrapping_sub(1)) || self.is_letter(run.to);
        let others = run.sequences.iter().any(|(_, target)| *target == Target::Other);
        let few_in_word = in_word && others && run.to - from < IN_WORD_CHARS_MIN;
        // A letter that is part of no sequence speaks for real text; of that, only marks can be damaged.
        let marks_only = run.sequences.iter().all(|(_, target)| *target == Target::Mark);
        if (real_letters > 0 || few_in_word) && !marks_only {
            run.sequences.clear();
        }
        run
    }

    /// Weighs the sequences of a run; `pure` says that all letters of the code page's script are part of sequences.
    fn weigh(&self, run: &mut Run, pure: bool) {
        let in_word = self.is_letter(run.from.wrapping_sub(1)) || self.is_letter(run.to);
        let alone = run.sequences.len() == 1;
        let foreign = pure && !self.is_latin;
        for (at, (sequence, target)) in run.sequences.iter_mut().enumerate() {
            sequence.weight = match target {
                Target::Mark => sequence.weight,
                // One letter of another script is chance inside a Latin word, and says nothing where it stands alone.
                Target::Other if alone => 2 * u32::from(self.is_latin && self.is_greek_sign(*sequence)),
                Target::Other => sequence.weight + u32::from(foreign && at == 0),
                _ if foreign && (alone || in_word) => self.foreign(*sequence, in_word),
                _ if alone && !in_word && !self.is_latin => 0,
                _ => sequence.weight,
            };
        }
    }

    /// The weight of a Latin letter read in the code page of another script, in a text without other letters of that script.
    fn foreign(&self, sequence: Sequence, in_word: bool) -> u32 {
        let [first, .., last] = self.chars.get(sequence.at..sequence.at + sequence.len).unwrap_or_default() else { return 0 };
        // "√π" is a formula.
        let is_sum = matches!(last, 'π' | 'Ω');
        match sequence.weight {
            0 => 0,
            _ if in_word && !is_sum => FOREIGN_IN_WORD.max(sequence.weight),
            _ if matches!((first, last), ('¬', '©' | '£' | 'Æ' | 'ß')) => FOREIGN_IN_WORD,
            _ if (first.is_alphabetic() || matches!(first, '\u{5b0}'..='\u{5c7}'))
                && !closes(*last)
                && !self.is_word_space(sequence) =>
            {
                FOREIGN_IN_WORD
            }
            _ => 0,
        }
    }

    /// Whether the sequence ends with a no-break space as words do; before a space none stands.
    fn is_word_space(&self, sequence: Sequence) -> bool {
        let end = sequence.at + sequence.len;
        self.at(end - 1) == Some('\u{a0}') && self.at(end) != Some(' ') && !self.before(sequence.at).is_ascii_graphic()
    }

    /// "Î²", the Greek letter in "β-carotene": a capital I and a sign, which nobody writes one behind the other.
    fn is_greek_sign(&self, sequence: Sequence) -> bool {
        let last = self.at(sequence.at + sequence.len - 1).unwrap_or_default();
        matches!(sequence.becomes, 'Α'..='ω')
            && (sequence.becomes == 'π' || !last.is_alphabetic() && !closes(last) && last != ' ')
    }

    /// The sequence that begins at a character.
    fn sequence(&self, at: usize, spaces: &Spaces) -> Option<(Sequence, Target)> {
        let first = self.at(at).and_then(|c| self.map.byte(c))?;
        let len = length(first)?;
        let (mut bytes, mut lost) = ([first, 0, 0, 0], false);
        for step in 1..len {
            let c = self.at(at + step);
            let byte = c.and_then(|c| self.map.byte(c)).filter(|byte| (0x80..=0xBF).contains(byte));
            bytes[step] = match (byte, c) {
                (Some(byte), _) => byte,
                (None, _) if bytes[..step] == [0xE2, 0x80] => return Some(self.quote_end(at)),
                _ if !lost && spaces.lacks_open(c) => return without_open(at, len, step, bytes),
                (None, Some(' ')) if !lost => spaces.byte,
                _ => return None,
            };
            lost |= byte.is_none();
        }
        let becomes = std::str::from_utf8(&bytes[..len]).ok()?.chars().next()?;
        let target = target(becomes);
        if lost {
            return self.with_space(at, len, becomes, target, spaces);
        }
        let weight = self.weight(at, len, becomes, target)?;
        Some((Sequence { at, len, becomes, weight }, target))
    }

    /// The mark that ends a quotation, without its last byte: 0x9D, which code pages leave open, is dropped or made U+FFFD.
    fn quote_end(&self, at: usize) -> (Sequence, Target) {
        let lost = usize::from(self.at(at + 2) == Some('\u{fffd}'));
        (Sequence { at, len: 2 + lost, becomes: '”', weight: 0 }, Target::Mark)
    }

    /// A sequence in which a no-break space became a space. It says little by itself.
    fn with_space(&self, at: usize, len: usize, becomes: char, target: Target, spaces: &Spaces) -> Option<(Sequence, Target)> {
        if matches!(target, Target::Unlikely | Target::Mark) || !spaces.may_be_lost(self, at, len, becomes) {
            return None;
        }
        let before = self.before(at);
        let kept = self.at(at + len - 1) == Some(' ') && spaces.keeps(self, at, len, becomes);
        let weight = if becomes == 'à' && before.is_ascii_lowercase() { 2 } else { 0 };
        Some((Sequence { at, len: len - usize::from(kept), becomes, weight }, target))
    }

    /// How strongly a sequence speaks for damage; `None` where it cannot be one.
    fn weight(&self, at: usize, len: usize, becomes: char, target: Target) -> Option<u32> {
        let before = self.before(at);
        let after = self.at(at + len).unwrap_or(' ');
        let last = self.at(at + len - 1).unwrap_or_default();
        let in_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        Some(match target {
            Target::Unlikely => return None,
            Target::Mark => 3,
            Target::Symbol => self.symbol_weight(becomes, len, before, after, last),
            Target::Other => 1 + u32::from(len == 3),
            // "SÅ”", "IRMÃ…": a capital at the end of a word, and a quotation mark or dots.
            // "Ã€ Paris", where a sum would have no capital before it.
            Target::Latin if becomes == 'À' && last == '€' && !before.is_alphanumeric() => 2,
            Target::Latin if (closes(last) || last == '«') && !after.is_alphanumeric() => 2 * u32::from(is_small(before)),
            // "MAÇÃ®": a capital, and the sign of a trade mark.
            Target::Latin
                if is_capital(self.before(at.saturating_sub(1)))
                    && is_capital(before)
                    && !after.is_alphanumeric()
                    && matches!(last, '®' | '©' | '°') =>
            {
                0
            }
            Target::Latin if is_odd(becomes) || is_rare(becomes) && closes(last) && before.is_ascii_uppercase() => 0,
            Target::Latin if is_mark(becomes) => 2 * u32::from(before.is_ascii_alphabetic()),
            // `"Ã¤" instead of "ä"` speaks of damage.
            Target::Latin if is_quote(before) && is_quote(after) => 0,
            Target::Latin if in_word || self.is_latin && !last.is_alphabetic() => 2,
            Target::Latin => 1,
        })
    }
}

impl Text<'_> {
    fn symbol_weight(&self, becomes: char, len: usize, before: char, after: char, last: char) -> u32 {
        match becomes {
            '\u{a0}' => 1 + u32::from(self.is_latin && !is_capital(before)),
            '»' if is_small(before) => 2,
            '×' | '÷' if !before.is_alphabetic() => 2,
            '£' if after.is_ascii_digit() => 2,
            // In Latin code pages a letter may stand behind the capital.
            '¡'..='¬' | '®'..='º' | '¼'..='¿' if !self.is_latin || !last.is_alphabetic() => 2,
            _ => u32::from(len == 3 || before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric()),
        }
    }
}

/// A sequence without the byte `OPEN`, if there is but one place for it. It says nothing by itself.
fn without_open(at: usize, len: usize, step: usize, bytes: [u8; 4]) -> Option<(Sequence, Target)> {
    if step + 1 < len {
        return None;
    }
    let mut only = None;
    for place in 1..len {
        let mut filled = bytes;
        filled.copy_within(place..step, place + 1);
        filled[place] = OPEN;
        let Some(becomes) = std::str::from_utf8(&filled[..len]).ok().and_then(|text| text.chars().next()) else { continue };
        let target = target(becomes);
        match target {
            // Two bytes make Latin letters that few have, and real capitals lack nothing.
            Target::Latin if len == 2 => return None,
            Target::Latin | Target::Other if only.is_none() => {
                only = Some((Sequence { at, len: step, becomes, weight: 0 }, target));
            }
            Target::Unlikely => {}
            _ => return None,
        }
    }
    only
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '(' | ')')
}

/// The text with its sequences put right, and the byte at which the first of them begins.
pub fn apply(chars: &[char], reading: &Reading) -> (String, usize) {
    let mut out = String::new();
    let (mut at, mut first) = (0, None);
    for sequence in &reading.found {
        out.extend(chars.get(at..sequence.at).unwrap_or_default());
        first = first.or(Some(out.len()));
        out.push(sequence.becomes);
        at = sequence.at + sequence.len;
    }
    out.extend(chars.get(at..).unwrap_or_default());
    (out, first.unwrap_or(0))
}
