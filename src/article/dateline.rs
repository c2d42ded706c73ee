//! The dateline that opens a text, "LONDON, May 3 (Reuters) -": it stays in the text and is given as a field too, with the
//! agency that it names.

use super::body::Body;
use crate::clutter::says;
use crate::page::Tag;
use crate::rules::words;
use crate::text::case::{is_capital, is_small};
use crate::text::words::is_unspaced;
use crate::text::{lists, search};

/// Paragraphs at the head among which the dateline stands: a standfirst or a label may come before.
const PARAGRAPHS_MAX: usize = 4;
/// Characters of a dateline, place and agency together: "WASHINGTON, D.C., and JERUSALEM (Agence France-Presse)".
const CHARS_MAX: usize = 80;
/// Bytes of a line that are looked at: a dateline and the sentence behind it. Less may cut an agency's name, more takes
/// time.
const BYTES_MAX: usize = 1_000;
/// Lines of a paragraph that are looked at.
const LINES_MAX: usize = 2;
/// Characters of an agency's name that stands beside others without a space: "中央社記者", "ワシントン時事".
const UNSPACED_NAME_CHARS_MAX: usize = 6;
/// Letters of a word that may stand small beside the names in a place or a date: "3 de mayo", "am", "März" is a capital.
const LINK_LETTERS_MAX: usize = 3;
/// Letters of a town in capitals. Shorter ones are abbreviations.
const TOWN_CHARS_MIN: usize = 4;
/// What ends a dateline.
const DASHES: &str = "-–—―";
/// What stands behind the brackets that end one.
const ENDS: &str = "-–—―:：";

/// A dateline as printed, without the dash behind it.
#[derive(Debug, Default, PartialEq)]
pub struct Dateline {
    /// "LONDON, May 3 (Reuters)".
    pub printed: String,
    /// "Reuters".
    pub agency: Option<String>,
}

/// The dateline of an article.
pub fn read(body: &Body) -> Option<Dateline> {
    let mut end = 0;
    for _ in 0..PARAGRAPHS_MAX {
        let at = body.find_open(Tag::P, end)?;
        end = body.end_of(at);
        let paragraph = body.text_in(at..end);
        // A byline or a label may stand on a line of its own before it.
        let found = search::lines(&paragraph).into_iter().take(LINES_MAX).find_map(|line| of(search::head(line, BYTES_MAX)));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What opens a part in brackets, and what closes each.
const OPENING: &str = "(（[［【〔/";
const CLOSING: &str = ")）]］】〕/";

/// The dateline that a line begins with.
fn of(line: &str) -> Option<Dateline> {
    let place = before_brackets(line);
    let (printed, agency) = in_brackets(line, place).or_else(|| unspaced(line, place)).or_else(|| capitals(line))?;
    let agency = agency.map(|name| own_name(name).to_owned());
    Some(Dateline { printed: search::trim_end(printed, DASHES).to_owned(), agency })
}

/// What stands before the first opening mark. A slash opens nothing inside a word: "GENEVA/LONDON", "Frankfurt/Main".
fn before_brackets(line: &str) -> &str {
    let mut from = 0;
    loop {
        let place = search::head(line, from + search::until(line.get(from..).unwrap_or_default(), OPENING).len());
        let is_inside = line.get(place.len()..).is_some_and(|rest| rest.starts_with('/'));
        if !is_inside || place.is_empty() || search::ends_with(place, " .") {
            return place;
        }
        from = place.len() + 1;
    }
}

/// A dateline as printed, and the agency that it names.
type Found<'a> = (&'a str, Option<&'a str>);

/// "LONDON (Reuters) -", "МОСКВА, 3 мая. /ТАСС/", "Madrid, 3 mar (EFE).-", "दिल्ली, 3 मार्च (भाषा)", "【東京=共同】",
/// "［東京　３日　ロイター］", "（中央社記者林小明台北5日電）".
fn in_brackets<'a>(line: &'a str, place: &'a str) -> Option<Found<'a>> {
    let (name, after) = bracketed(line.get(place.len()..)?)?;
    let head = line.get(..line.len() - after.len())?;
    if search::is_longer(head, CHARS_MAX) {
        return None;
    }
    let is_alone = place.trim().is_empty();
    if is_alone && name.chars().any(is_of_east) {
        let city = search::until(name, "=＝").len() % name.len();
        let agency = beside(name.get(city..)?);
        let is_wired =
            agency.is_some() || city > 0 || search::until(name, "电電").len() < name.len() || search::has(name, "報導");
        return (is_wired && !after.is_empty()).then_some((head, agency));
    }
    let is_known = is_agency(name);
    let is_agency = is_known
        || !line.get(place.len()..)?.starts_with('/') && is_name(name)
            // One that is not known is one behind a place with its land or its date, or a station's call sign: a short name stands in
            // brackets behind whatever it stands for.
            && (is_call_sign(name) && is_shouted(place) || search::has(place, ",") && is_shouted_or_dated(place));
    let is_ended = search::begins_with(search::trim_start(after, "."), ENDS);
    if !is_agency || !is_ended && (!is_known || is_alone) || !is_alone && !is_place(place) {
        return None;
    }
    // "(ANSA) - ROMA, 03 MAR -": the place may stand behind the name.
    let behind = search::trim_start(after, DASHES);
    let more = if is_alone { capitals(behind).map_or(0, |(more, _)| more.len()) } else { 0 };
    let until = if more > 0 { line.len() - behind.len() + more } else { head.len() };
    Some((line.get(..until)?, Some(name)))
}

/// What stands in the brackets with which a text begins, and what behind them.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let mut chars = text.chars();
    let open = chars.next()?;
    let close = OPENING.chars().zip(CLOSING.chars()).find(|pair| pair.0 == open)?.1;
    let name = chars.as_str();
    let inside = search::until(name, close.encode_utf8(&mut [0; 4]));
    let after = name.get(inside.len()..)?.strip_prefix(close)?;
    Some((inside, after))
}

/// "新华社北京3月5日电（记者王明）": the sign of a wire text before the reporter.
fn unspaced<'a>(line: &'a str, place: &'a str) -> Option<Found<'a>> {
    let before = search::until(place, "电電讯訊");
    let sign = place.get(before.len()..)?.chars().next()?;
    let is_dated = search::ends_with(before, "日报報") && !search::is_longer(before, CHARS_MAX / 4);
    let from = before.len() + sign.len_utf8();
    let behind = line.get(from..)?;
    let reporter = bracketed(behind.trim_start()).filter(|(inside, _)| !search::is_longer(inside, CHARS_MAX / 2));
    let until = reporter.map_or(from, |(_, after)| line.len() - after.len());
    is_dated.then_some((line.get(..until)?, beside(before)))
}

/// "PARIS —", "KYIV, Ukraine —", "МОСКВА, 3 мар — РИА Новости.": a place in capitals before a dash.
fn capitals(line: &str) -> Option<Found<'_>> {
    let town = search::until(line, ",–—―- ");
    let at = [" -", "–", "—", "--"].iter().filter_map(|dash| search::find(line, dash)).min()?;
    let place = line.get(..at)?.trim_end();
    let is_label = lists::has_word(words::TITLES_LABEL, town);
    // "NATO —", "WATCH —": a bare word in capitals is a place where it is a known one.
    let is_known =
        || lists::has_word(words::TITLES_TOWN, place) || lists::has_word(words::TITLES_TOWN, search::until(place, "/"));
    // "— РИА Новости." behind the dash.
    let after = search::trim_start(line.get(at..)?, DASHES);
    let name = search::until(after, ".:,");
    let is_named = name.len() < after.len() && is_agency(name);
    let is_town = is_shouted(search::until(place, ","))
        && search::chars(place) >= TOWN_CHARS_MIN
        && !is_label
        && (is_named || search::has(place, ",") || is_known());
    if !is_town || search::is_longer(place, CHARS_MAX) || !is_place(place) {
        return None;
    }
    let until = if is_named { line.len() - after.len() + name.len() } else { place.len() };
    Some((line.get(..until)?, is_named.then_some(name)))
}

fn is_agency(name: &str) -> bool {
    says("agency-name", name) || says("agency-name", search::until(name, "/／"))
}

/// The agency without its desk: "dpa" of "dpa/tmn".
fn own_name(name: &str) -> &str {
    let own = search::until(name, "/／");
    if says("agency-name", own) { own.trim() } else { name.trim() }
}

/// Whether a name has the shape of an agency's: words with capitals, no figures.
fn is_name(name: &str) -> bool {
    is_place(name) && !name.chars().any(char::is_numeric)
}

/// Whether a place has its town in capitals or a date.
fn is_shouted_or_dated(place: &str) -> bool {
    is_shouted(search::until(place, ",")) || place.chars().any(char::is_numeric)
}

/// Whether a name is the call sign of a station in the United States: "WXIA", "KCTV".
fn is_call_sign(name: &str) -> bool {
    /// Letters of a call sign.
    const LETTERS: usize = 4;
    name.len() == LETTERS && name.starts_with(['W', 'K']) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a text is in capitals.
fn is_shouted(text: &str) -> bool {
    text.starts_with(is_capital) && !text.chars().any(is_small)
}

/// Whether a text has the shape of a place with a date: names, figures, and small words between them.
fn is_place(text: &str) -> bool {
    let text = text.trim();
    let mut months = text.chars().any(char::is_numeric) as u32;
    for word in search::split(text, " ") {
        if word.starts_with(is_small) && search::chars(word) > LINK_LETTERS_MAX {
            if months == 0 {
                return false;
            }
            months = 0;
        }
    }
    search::until(text, "!?\"“”:;«»(（").len() == text.len()
        && text.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_small(c))
        && ![words::NAMES_BY, words::NAMES_WROTE].iter().any(|&list| lists::has_word(list, search::until(text, " ")))
}

/// The agency that a text begins or ends with, in scripts that put no space between.
fn beside(text: &str) -> Option<&str> {
    let text = search::bare(text);
    for (at, c) in text.char_indices() {
        let (head, tail) = text.split_at_checked(at)?;
        for name in [head, tail] {
            if name.len() > 3 && !search::is_longer(name, UNSPACED_NAME_CHARS_MAX) && is_of_east(c) && is_agency(name) {
                return Some(name);
            }
        }
    }
    None
}

fn is_of_east(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_read() {
        for (paragraph, printed, agency) in [
            ("(CNN) — The harbour is closed.", "(CNN)", "CNN"),
            ("LONDON (Reuters) - The harbour is closed.", "LONDON (Reuters)", "Reuters"),
            ("BERLIN (dpa) – Der Hafen ist zu.", "BERLIN (dpa)", "dpa"),
            ("Berlin (dpa/tmn) - Der Hafen ist zu.", "Berlin (dpa/tmn)", "dpa"),
            ("SÃO PAULO, Brazil, May 3 (Reuters) -- The harbour", "SÃO PAULO, Brazil, May 3 (Reuters)", "Reuters"),
            ("Madrid, 3 mar (EFE).- El puerto", "Madrid, 3 mar (EFE)", "EFE"),
            ("МОСКВА, 3 мая. /ТАСС/. Гавань", "МОСКВА, 3 мая. /ТАСС/", "ТАСС"),
            ("МОСКВА, 3 мар — РИА Новости. Гавань", "МОСКВА, 3 мар — РИА Новости", "РИА Новости"),
            ("(ANSA) - ROMA, 03 MAR - Il porto", "(ANSA) - ROMA, 03 MAR", "ANSA"),
            ("GENEVA/LONDON, May 3 (Reuters) - The harbour", "GENEVA/LONDON, May 3 (Reuters)", "Reuters"),
            ("WASHINGTON/BEIJING (Reuters) - The harbour", "WASHINGTON/BEIJING (Reuters)", "Reuters"),
            ("Frankfurt/Main (dpa) - Der Hafen", "Frankfurt/Main (dpa)", "dpa"),
            ("Berlin/Paris (dpa) - Der Hafen", "Berlin/Paris (dpa)", "dpa"),
            ("WASHINGTON — The harbour", "WASHINGTON", ""),
            ("NEW YORK - The harbour", "NEW YORK", ""),
            ("ATLANTA (WXIA) — The harbour", "ATLANTA (WXIA)", "WXIA"),
            ("KANSAS CITY, Mo. (Harbour News) — The harbour", "KANSAS CITY, Mo. (Harbour News)", "Harbour News"),
            ("KYIV, Ukraine — The harbour", "KYIV, Ukraine", ""),
            ("新华社北京3月5日电（记者王明）港口", "新华社北京3月5日电（记者王明）", "新华社"),
            ("（中央社記者林小明台北5日電）港口", "（中央社記者林小明台北5日電）", "中央社"),
            ("【東京=共同】港は", "【東京=共同】", "共同"),
            ("【ワシントン時事】港は", "【ワシントン時事】", "時事"),
            ("(서울=연합뉴스) 김철수 기자 = 항구", "(서울=연합뉴스)", "연합뉴스"),
            ("القاهرة (رويترز) - الميناء", "القاهرة (رويترز)", "رويترز"),
            ("दिल्ली, 3 मार्च (भाषा) बंदरगाह", "दिल्ली, 3 मार्च (भाषा)", "भाषा"),
        ] {
            let found = of(paragraph).unwrap_or_default();
            assert_eq!((found.printed.as_str(), found.agency.as_deref().unwrap_or("")), (printed, agency), "{paragraph}");
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for paragraph in [
            "The mayor (a sailor) - and her deputy - said",
            "the mayor (Reuters) said",
            "(2024) — a year",
            "(Laughs) — that was the word.",
            "The harbour is closed. It will open (perhaps) - in May.",
            "London (the one in Ontario) - a town that few know",
            "It was AT&T — and nobody else",
            "EXCLUSIVE — The harbour is closed.",
            "By Ann Lee (Reuters) - The harbour",
            "The Brain Care Score (BCS) - a new measure",
            "The new harbour of 2024 has three piers and a crane (ICC) - said",
            "APPLE (AAPL) — The share rose",
            "BITCOIN (BTC) - The coin fell",
            "World Health Organization in Geneva (WHO) - The",
            "Geneva (WHO) - The town",
            "(NASA) — The moon",
            "NATO — The alliance",
            "NASA — The moon",
            "WATCH — The bridge falls",
            "OPEC+ — The oil",
            "COVID-19 — The illness",
            "FTW — it works",
            "DOW Jones — the list",
            "【速報】港は",
            "I — and nobody else — knew.",
            "",
        ] {
            assert_eq!(of(paragraph), None, "{paragraph}");
        }
    }
}
