//! UTF-8 that was read in an encoding of two bytes a character: GBK and Shift_JIS.
//!
//! Their tables are some 15,000 characters in no order, a tenth of the download. Every runtime has them for its own pages, so the runtime decodes all pairs of
//! bytes once, on the first page with a Chinese character or a narrow Japanese one, and the answers are the table.

use super::decoder;
use super::targets::{Target, target};
use std::sync::OnceLock;

/// The encodings, as the Encoding standard labels them and as they are called.
pub const ENCODINGS: [(&str, &str); 2] = [("gbk", "GBK"), ("shift_jis", "Shift_JIS")];

/// The weight at which a text is believed to be damaged: two characters of three bytes, or four letters of two. Words of real
/// Chinese are letters of UTF-8 by chance: "谢谢" is "лл".
const WEIGHT_MIN: u32 = 4;
/// The same for a run in a text with real Chinese or Japanese beside it.
const WEIGHT_MIN_BESIDE_REAL: u32 = 8;
/// So many different letters are in it: "谢谢谢谢" is one, four times.
const DISTINCT_MIN: usize = 3;

/// A text put right.
pub struct Mended {
    /// The text.
    pub text: String,
    /// How many runs of it.
    pub count: u32,
    /// Bytes at which the first of them begins, in both texts.
    pub first: usize,
}

/// Characters that follow each other.
struct Run {
    from: usize,
    to: usize,
    damage: Damage,
}

/// What the characters of a run are read as.
#[derive(Default)]
struct Damage {
    becomes: String,
    /// How many are marks, or Latin letters beside others: nothing else is read so.
    sure: u32,
    weight: u32,
}

/// The text read back from an encoding, where it surely is damaged; `proved` says that the page has such text, `beside_real`
/// that it has Chinese or Japanese.
pub fn mend(text: &str, encoding: usize, proved: bool, beside_real: &mut bool) -> Option<Mended> {
    let table = table(encoding)?;
    let (mut runs, mut real) = (Vec::new(), false);
    let mut chars = text.char_indices().peekable();
    let mut units = Vec::new();
    while let Some(&(from, c)) = chars.peek() {
        if c.is_ascii() {
            chars.next();
            continue;
        }
        units.clear();
        let (mut to, mut known, mut telling) = (from, true, false);
        while let Some(&(at, c)) = chars.peek().filter(|(_, c)| !c.is_ascii()) {
            known = known && push_units(table, c, &mut units) && may_begin(&units);
            telling |= is_telling(c);
            to = at + c.len_utf8();
            chars.next();
        }
        match known.then(|| read(&units, beside(text, from, to))).flatten() {
            Some(damage) => runs.push(Run { from, to, damage }),
            None => real |= telling,
        }
    }
    *beside_real |= real;
    retain_sure(&mut runs, real, *beside_real, proved);
    apply(text, &runs)
}

/// Keeps the runs that are surely damaged.
fn retain_sure(runs: &mut Vec<Run>, real: bool, beside_real: bool, proved: bool) {
    let (mut weight, mut sure, mut distinct) = (0, 0, Vec::new());
    for run in runs.iter() {
        weight += run.damage.weight;
        sure += run.damage.sure;
        for c in run.damage.becomes.chars() {
            if !c.is_ascii() && distinct.len() < DISTINCT_MIN && !distinct.contains(&c) {
                distinct.push(c);
            }
        }
    }
    let letters = weight >= WEIGHT_MIN && distinct.len() == DISTINCT_MIN;
    let all = !real && (letters || sure > u32::from(beside_real) || proved && weight > 0);
    runs.retain(|run| all || letters && run.damage.weight >= WEIGHT_MIN_BESIDE_REAL);
}

fn apply(text: &str, runs: &[Run]) -> Option<Mended> {
    let first = runs.first()?.from;
    let (mut out, mut at) = (String::new(), 0);
    for run in runs {
        out.push_str(text.get(at..run.from)?);
        out.push_str(&run.damage.becomes);
        at = run.to;
    }
    out.push_str(text.get(at..)?);
    Some(Mended { text: out, count: runs.len() as u32, first })
}

/// Whether it is what the first bytes of damaged text become: a Chinese character or narrow katakana.
pub fn is_telling(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ff61}'..='\u{ff9f}')
}

/// What stands beside a run.
#[derive(Clone, Copy)]
struct Beside {
    letter: bool,
    graphic: bool,
}

fn beside(text: &str, from: usize, to: usize) -> Beside {
    let any = |wanted: fn(&u8) -> bool| {
        let is = |at: usize| text.as_bytes().get(at).is_some_and(wanted);
        from.checked_sub(1).is_some_and(is) || is(to)
    };
    Beside { letter: any(u8::is_ascii_alphabetic), graphic: any(u8::is_ascii_graphic) }
}

/// What stands for U+FFFD among bytes.
const LOST: u16 = 0x100;

/// Adds the character's bytes; `false` where it has none.
fn push_units(table: &[u16], c: char, units: &mut Vec<u16>) -> bool {
    let pair = match c {
        '\u{fffd}' => LOST,
        _ => table.get(c as usize).copied().unwrap_or_default(),
    };
    if pair > LOST {
        units.push(pair >> 8);
    }
    units.push(if pair == LOST { LOST } else { pair & 0xFF });
    pair != 0
}

/// Whether the first bytes of a run may be UTF-8: of real Chinese, most are not.
fn may_begin(units: &[u16]) -> bool {
    matches!(units, [0xC2..=0xF4 | LOST] | [0xC2..=0xF4, 0x80..=0xBF | LOST, ..] | [LOST, ..])
}

/// The bytes of a run as UTF-8; `None` where they are none. A character of which bytes were lost stays U+FFFD.
fn read(units: &[u16], beside: Beside) -> Option<Damage> {
    let (mut damage, mut at) = (Damage::default(), 0);
    while let Some(&unit) = units.get(at) {
        let len = match unit {
            ..0x80 => 1,
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            LOST => {
                damage.becomes.push('\u{fffd}');
                at += 1;
                continue;
            }
            // Behind a lost byte, the rest of its character.
            0x80..=0xBF if damage.becomes.ends_with('\u{fffd}') => {
                at += 1;
                continue;
            }
            _ => return None,
        };
        let rest = units.get(at..).unwrap_or_default();
        if let Some(lost) = rest.iter().take(len).position(|&unit| unit == LOST) {
            damage.becomes.push('\u{fffd}');
            at += lost + 1;
            continue;
        }
        let mut bytes = [0; 4];
        for (place, &unit) in bytes.iter_mut().zip(rest).take(len) {
            *place = u8::try_from(unit).unwrap_or_default();
        }
        let c = std::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()?;
        damage.add(c, bytes, beside)?;
        at += len;
    }
    Some(damage)
}

impl Damage {
    /// Adds a character; `None` where it stands in no text.
    fn add(&mut self, c: char, bytes: [u8; 4], beside: Beside) -> Option<()> {
        self.becomes.push(c);
        let (sure, weight) = match target(c) {
            _ if c.is_ascii() => (0, 0),
            Target::Unlikely => return None,
            Target::Mark => (2, WEIGHT_MIN),
            Target::Other => (0, c.len_utf8() as u32 - 1),
            // Where it stands alone it is sure if its character is one of those that only GBK has, which stand before 0xA1.
            Target::Latin => (u32::from(beside.letter || bytes[1] < 0xA1), 1),
            // "PMP®". Other signs are common characters: "A楼" is no price.
            Target::Symbol => (u32::from(beside.graphic && matches!(c, '\u{a0}' | '®' | '©' | '°' | '£')), 0),
        };
        self.sure += sure;
        self.weight += weight;
        Some(())
    }
}

/// By character its two bytes, or its one; 0 for none.
fn table(encoding: usize) -> Option<&'static [u16]> {
    static TABLES: [OnceLock<Vec<u16>>; ENCODINGS.len()] = [const { OnceLock::new() }; ENCODINGS.len()];
    let table = TABLES.get(encoding)?.get_or_init(|| inverted(ENCODINGS[encoding].0).unwrap_or_default());
    (!table.is_empty()).then_some(table)
}

/// Has all bytes and pairs of bytes decoded, each on a line of its own.
fn inverted(label: &str) -> Option<Vec<u16>> {
    const FIRST: std::ops::RangeInclusive<u16> = 0x80..=0xFF;
    const SECOND: std::ops::RangeInclusive<u16> = 0x40..=0xFE;
    let mut bytes = Vec::new();
    for first in FIRST {
        bytes.extend([first as u8, b'\n']);
        for second in SECOND {
            bytes.extend([first as u8, second as u8, b'\n']);
        }
    }
    let decoded = decoder::decode(label, &bytes)?;
    let mut lines = decoded.chars();
    let mut table = vec![0; 0x10000];
    for first in FIRST {
        set(&mut table, line(&mut lines), first);
        for second in SECOND {
            set(&mut table, line(&mut lines), first << 8 | second);
        }
    }
    Some(table)
}

/// The character that the next line is; a space if it is none, or more.
fn line(chars: &mut std::str::Chars) -> char {
    let mut only = None;
    for c in chars.by_ref().take_while(|&c| c != '\n') {
        only = Some(if only.is_none() { c } else { ' ' });
    }
    only.unwrap_or(' ')
}

fn set(table: &mut [u16], c: char, pair: u16) {
    if !c.is_ascii()
        && c != '\u{fffd}'
        && let Some(place @ 0) = table.get_mut(c as usize)
    {
        *place = pair;
    }
}
