//! The language of a text, where what the page states cannot be: letters of another script, or small words of another
//! language.

use super::{lists, search};
use crate::rules::words::{self, List, TEXT};

/// Letters that are looked at; the first ones settle the script.
const LETTERS_MAX: usize = 600;
/// Fewer letters say nothing.
const LETTERS_MIN: usize = 40;
/// Share of the letters of one script, in hundredths, from which on the text is written in it.
const SCRIPT_PERCENT_MIN: usize = 60;
/// Words that are looked at.
const WORDS_MAX: usize = 400;
/// Fewer words say nothing.
const WORDS_MIN: usize = 20;
/// Small words, in hundredths of all, that a text of a language has at least: about a third of what is usual.
const SMALL_PERCENT_MIN: usize = 8;
/// A text is not in the language that the page states where it has so many times the small words of another.
const TIMES_MIN: usize = 3;

/// Latin letters, beside the scripts of `script` in `languages.toml`, whose places are named below.
const LATIN: usize = 13;
/// No script that is known.
const UNKNOWN: usize = 14;
/// Hiragana and katakana, with Han.
const JAPANESE: usize = 11;
/// Han alone.
const CHINESE: usize = 12;

/// The language of a text: as the page states it, unless the text is another's.
///
/// ```
/// use limpid::text::language::of;
/// let text = "Движение по мосту в порту возобновилось в понедельник после ремонта, сообщили власти города.";
/// assert_eq!(of(text, Some("en-US".to_owned())).as_deref(), Some("ru"));
/// assert_eq!(of("Rain ends", Some("en-US".to_owned())).as_deref(), Some("en-US"));
/// ```
pub fn of(text: &str, stated: Option<String>) -> Option<String> {
    let primary = search::until(stated.as_deref().unwrap_or_default(), "-_").to_ascii_lowercase();
    let script = script(text);
    let of_script = lists::place(words::LANGUAGES_SCRIPT, lists::of(&primary)).map_or(LATIN, usize::from);
    let is_lie = script != UNKNOWN && script != of_script || primary.is_empty();
    let best = by_small_words(text, &primary, is_lie);
    if best.is_some() || !is_lie {
        return best.or(stated);
    }
    let first = if script == UNKNOWN { "" } else { entry(words::LANGUAGES_SCRIPT, script) };
    Some(first.to_owned()).filter(|tag| !tag.is_empty())
}

/// The script of most letters.
fn script(text: &str) -> usize {
    let mut counts = [0; UNKNOWN + 1];
    let mut all = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS_MAX) {
        all += 1;
        counts[script_of(c)] += 1;
    }
    // Japanese is a mix: a tenth of kana tells it.
    let (kana, han) = (counts[JAPANESE], counts[CHINESE]);
    let (into, from) = if kana * 10 > han { (JAPANESE, CHINESE) } else { (CHINESE, JAPANESE) };
    counts[into] += counts[from];
    counts[from] = 0;
    let is_most = |&script: &usize| all >= LETTERS_MIN && counts[script] * 100 >= all * SCRIPT_PERCENT_MIN;
    (0..UNKNOWN).find(is_most).unwrap_or(UNKNOWN)
}

fn script_of(c: char) -> usize {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => LATIN,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 0,
        '\u{400}'..='\u{52f}' => 1,
        '\u{590}'..='\u{5ff}' => 2,
        '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => 3,
        '\u{900}'..='\u{97f}' => 4,
        '\u{980}'..='\u{9ff}' => 5,
        '\u{b80}'..='\u{bff}' => 6,
        '\u{e00}'..='\u{e7f}' => 7,
        '\u{10a0}'..='\u{10ff}' => 8,
        '\u{530}'..='\u{58f}' => 9,
        '\u{ac00}'..='\u{d7af}' => 10,
        '\u{3040}'..='\u{30ff}' => JAPANESE,
        '\u{4e00}'..='\u{9fff}' => CHINESE,
        _ => UNKNOWN,
    }
}

/// The language whose small words the text is full of, if it is another than the page's own. Where that cannot be, `is_lie`,
/// one is enough; else it must be one whose words are known too, and be beaten by far.
fn by_small_words(text: &str, primary: &str, is_lie: bool) -> Option<String> {
    let own = lists::place(words::LANGUAGES_SMALL, lists::of(&["#", primary].concat())).map(usize::from);
    let mut counts: Vec<usize> = Vec::new();
    let (mut all, mut most) = (0, 0);
    for word in text.split_whitespace().take(WORDS_MAX) {
        for found in lists::places(lists::of(search::bare(word))).filter(|found| found.list == words::LANGUAGES_SMALL.0) {
            let place = usize::from(found.place);
            counts.resize(counts.len().max(place + 1), 0);
            counts[place] += 1;
            most = most.max(counts[place]);
        }
        // Were all other words another's, the page's own would not be beaten any more.
        let is_sure = |own: usize| counts.get(own).is_some_and(|own| own * TIMES_MIN >= most + WORDS_MAX - all);
        if !is_lie && own.is_some_and(is_sure) {
            return None;
        }
        all += 1;
    }
    let best = counts.iter().position(|&count| count == most)?;
    let is_beaten = own.is_some_and(|own| counts.get(own).is_none_or(|own| own * TIMES_MIN < most));
    let is_told = all >= WORDS_MIN && most * 100 >= all * SMALL_PERCENT_MIN && (is_lie || is_beaten);
    is_told.then(|| search::trim_start(entry(words::LANGUAGES_SMALL, best), "#").to_owned())
}

/// The first word of an entry of a list.
fn entry(list: List, place: usize) -> &'static str {
    let line = search::split(TEXT, "\n").get(usize::from(list.0)).copied().unwrap_or_default();
    search::until(search::split(line, "\t").get(place).copied().unwrap_or_default(), ";")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_text_tells_its_language_where_the_page_lies() {
        let german = "Die Brücke ist am Montag nach zwei Jahren wieder für den Verkehr geöffnet worden, und die Leute auf beiden \
            Seiten haben das mit einem Fest gefeiert, von dem noch lange die Rede sein wird.";
        let catalan = "El pont del port es va obrir dilluns de nou al trànsit després de dos anys d'obres, i els veïns de les \
            dues ribes ho van celebrar amb una festa que van recordar molt de temps.";
        for (text, stated, told) in [
            (german, "en-US", Some("de")),
            (german, "de-AT", Some("de-AT")),
            (german, "", Some("de")),
            (german, "ru", Some("de")),
            (catalan, "ca", Some("ca")),
            (
                "港口大桥经过两年整修后于周一重新开放通车，市政府官员表示，工程费用远远超出了原先的预算，但质量达到了预期。",
                "en",
                Some("zh"),
            ),
            (
                "港の橋は二年にわたる修理を終え、月曜日に再び通行できるようになった。市によると、費用は当初の計画を大きく上回った。",
                "en",
                Some("ja"),
            ),
            ("Short.", "", None),
        ] {
            let stated = Some(stated.to_owned()).filter(|stated| !stated.is_empty());
            assert_eq!(of(text, stated).as_deref(), told, "{text}");
        }
    }
}
