//! Names out of a byline: without "By", job titles, dates, handles, agencies.

use super::han;
use super::roles::{self, Role, name_bit, name_lists};
use crate::rules::words::{self, List};
use crate::text::case::{is_capital, is_small};
use crate::text::dates::{Style, printed};
use crate::text::lists::{self, has_word};
use crate::text::search::{self, bare, begins, has_char, has_in_any_case, is_one_of, letters, split, trim};

/// A name has at most so many characters.
const NAME_CHARS_MAX: usize = 60;
/// A name has at most so many words.
const NAME_WORDS_MAX: usize = 6;
/// A byline is read up to so many bytes.
const BYLINE_BYTES_MAX: usize = 400;
/// A full stop belongs to a last word of at most so many bytes: "Ann Lee Jr."
const INITIAL_BYTES_MAX: usize = 3;
/// A part of a byline in capitals of at most so many bytes behind a name is a degree or a firm: "MD", "CNN", "WBEZ".
const LETTERS_BYTES_MAX: usize = 6;

/// The lists of words that introduce a byline.
const BY: u32 = name_bit(words::NAMES_BY) | name_bit(words::NAMES_WROTE);

/// Names that were found.
#[derive(Default)]
pub struct Found {
    /// Persons, in order, each once.
    pub people: Vec<String>,
    /// Agencies and desks: authors only where no person is named.
    pub offices: Vec<String>,
    /// Persons who did something else than write.
    pub others: Vec<String>,
}

impl Found {
    /// The authors.
    pub fn authors(self) -> Vec<String> {
        if self.people.is_empty() { self.offices } else { self.people }
    }

    /// Whether no one is named.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.offices.is_empty()
    }

    /// Adds the names in a byline.
    pub fn read(&mut self, byline: &str) {
        let runs = roles::runs(super::plain::head(byline, BYLINE_BYTES_MAX));
        let before = self.people.len() + self.offices.len();
        for role in [Role::Other, Role::Wrote, Role::Unsaid] {
            // What stands before "by" is a label.
            if role == Role::Unsaid && self.people.len() + self.offices.len() > before {
                break;
            }
            for (_, run) in runs.iter().filter(|run| run.0 == role) {
                self.read_run(without_dates(run), role);
            }
        }
    }

    fn read_run(&mut self, run: &str, role: Role) {
        let mut is_over = false;
        for (part, is_joined) in parts(run) {
            // "Ann Lee, MD".
            if let Some(last) = self.people.last_mut().filter(|_| role != Role::Other && is_degree(part)) {
                last.push_str(", ");
                last.push_str(part.trim());
                continue;
            }
            let is_after_person = !is_joined && self.people.iter().any(|name| search::has(name, " "));
            // "Ann Lee in London, News".
            if is_over && !is_joined {
                break;
            }
            let Some((name, ends)) = name_in(part, role, is_after_person) else { continue };
            is_over = ends;
            let is_office = has_word(words::NAMES_AGENCY, name) || has_one(words::NAMES_ORG, name) || han::is_office(name);
            let list = match role {
                Role::Other => &mut self.others,
                _ if is_office => &mut self.offices,
                _ => &mut self.people,
            };
            // "Ann Lee, CNN", "Ann Lee, Berlin".
            let is_short = |name: &str| name.len() <= LETTERS_BYTES_MAX && !has_char(name, is_small) && name.is_ascii();
            let is_place = !is_joined && !search::has(name, " ") && has_char(name, is_small);
            if (is_short(name) || is_place) && list.first().is_some_and(|first| search::has(first, " ") && !is_short(first)) {
                continue;
            }
            add(list, name);
        }
    }
}

/// The name in a part of a byline: without the person's job, place, handle; and whether a place follows.
fn name_in(part: &str, role: Role, is_after_person: bool) -> Option<(&str, bool)> {
    let mut name = trimmed(part);
    let (mut from, mut at, mut words_before, mut is_over) = (0, 0, 0, false);
    // A value that states an author may have such words itself: "Human in the Loop".
    let least = if role == Role::Wrote { 1 } else { 2 };
    for word in split(name, " ") {
        let bare = bare(word);
        let said = name_lists(bare);
        let is_end = begins(word, |c| c.is_ascii_digit())
            || search::has(word, "@")
            || words_before > 0 && said & name_bit(words::NAMES_AFTER) != 0
            || words_before >= least && said & name_bit(words::NAMES_UNTIL) != 0 && begins(word, is_small);
        // "Herald Staff" is an office.
        let is_job = (words_before > 1 || said & name_bit(words::NAMES_ORG) == 0) && has_one(words::NAMES_JOB, word);
        if is_job && is_after_person {
            return None;
        }
        if is_end || is_job && words_before > 1 {
            name = name.get(..at)?;
            is_over = is_end;
            break;
        }
        at += word.len() + 1;
        words_before += 1;
        // "Political Editor Ann Lee".
        if is_job {
            (from, words_before) = (at, 0);
        }
    }
    let begins_with_job = from > 0;
    name = trimmed(name.get(from.min(name.len())..)?);
    let last = search::after_last(name, b' ');
    if last.len() < name.len() && has_word(words::NAMES_PARTICLE, last) && begins(last, is_small) {
        name = trimmed(name.get(..name.len() - last.len())?);
    } else if last.len() > INITIAL_BYTES_MAX && search::find(last, ".") == Some(last.len() - 1) {
        name = trim(name, ".");
    }
    if begins(name, han::is_han_letter) {
        name = han::without_place(name)?;
    }
    let is_person = !begins_with_job || looks_like_name(name) && search::has(name, " ") && !is_after_person;
    (is_person && is_name(name)).then_some((name, is_over))
}

/// The names in a value that states the author. Where none looks like a person's, the value itself: a desk, a pen name.
pub fn stated(value: &str, found: &mut Found) {
    let before = found.people.len() + found.offices.len();
    // An address is no name.
    let value = search::split_once(value, "http").map_or(value, |(before, _)| before);
    match inverted(value) {
        Some(name) => found.read(&name),
        None => found.read(value),
    }
    if found.people.len() + found.offices.len() == before {
        if matches!(roles::introduced(value.trim(), true), Some((Role::Other, _))) {
            return;
        }
        let first = parts(trimmed(without_by(value))).first().map_or("", |first| trimmed(first.0));
        if is_name(first) {
            add(&mut found.people, first);
        }
    }
}

/// "Lee, Ann" the other way round.
fn inverted(value: &str) -> Option<String> {
    let (family, given) = search::split_once(value.trim(), ", ")?;
    let is_one = |name: &str| {
        !search::has(name, " ") && looks_like_name(name) && name_in(name, Role::Unsaid, false) == Some((name, false))
    };
    let mut words = split(given, " ").into_iter();
    let is_given = !is_degree(given) && is_one(words.next()?) && words.all(|word| word.len() <= 2);
    let is_office = |name| has_word(words::NAMES_ORG, name) || has_word(words::NAMES_AGENCY, name);
    (is_one(family) && is_given && !is_office(given) && !is_office(family)).then(|| [given, " ", family].concat())
}

/// Adds a name that is not in the list yet.
#[inline(never)]
pub fn add(list: &mut Vec<String>, name: &str) {
    if !has(list, name) {
        list.push(name.to_owned());
    }
}

/// Whether a name is in the list, however it is written, with degrees or without.
#[inline(never)]
pub fn has(list: &[String], name: &str) -> bool {
    list.iter().any(|known| super::same(search::until(known, ","), search::until(name, ",")))
}

/// The names that are not in another list.
#[inline(never)]
pub fn without(names: Vec<String>, others: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for name in names {
        if !has(others, &name) {
            out.push(name);
        }
    }
    out
}

/// Whether all names pass a test.
#[inline(never)]
pub fn all(names: &[String], test: fn(&str) -> bool) -> bool {
    names.iter().all(|name| test(name))
}

/// Whether a name has several words.
pub fn is_full(name: &str) -> bool {
    search::has(name, " ")
}

/// Whether a name may be that of an account: one word of a script in which names have two.
pub fn is_account(name: &str) -> bool {
    name.is_ascii() && !is_full(name)
}

/// Whether a name that is only shown, not stated, looks like one: words with capitals, or one of a script without them.
pub fn looks_like_name(name: &str) -> bool {
    let mut capitals = 0;
    if is_long_han(name) {
        return false;
    }
    for word in name.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphabetic());
        let begins_small = first.is_some_and(is_small);
        let is_particle = begins_small && has_word(words::NAMES_PARTICLE, word);
        if !is_particle && (begins_small || has_word(words::NAMES_STOP, bare(word))) {
            return false;
        }
        capitals += usize::from(first.is_some() && !begins_small);
    }
    capitals >= 1
}

fn trimmed(text: &str) -> &str {
    let mut rest = trim(text, ",،、，;؛:：|/-–—•·@&\"“”()[]<>*«»†‡_【】〔〕（）「」●■□◆");
    while let Some(shorter) = rest.strip_suffix("..") {
        rest = shorter;
    }
    rest
}

/// How many characters a byline has, without "By" and dates.
pub fn byline_chars(text: &str) -> usize {
    search::chars(trimmed(without_by(without_dates(text))))
}

/// Whether a text is nothing but this name of one word or of an office, and "By" before and a date behind.
pub fn is_all(text: &str, name: &str) -> bool {
    let is_all = |(role, run): &(Role, &str)| *role != Role::Other && trimmed(without_dates(run)) == name;
    let is_office = has_one(words::NAMES_ORG, name) && begins(name, is_capital);
    (is_office || !search::has(name, " ") && !is_long_han(name)) && roles::runs(text).iter().any(is_all)
}

/// How much of a line says who wrote.
pub fn wrote_bytes(line: &str) -> usize {
    roles::runs(line).iter().filter(|run| run.0 == Role::Wrote).map(|run| run.1.len()).sum()
}

/// Whether a line says who wrote: it begins with "By", or has it behind a date or someone else; or it ends with a word for that.
pub fn is_byline(text: &str) -> bool {
    let runs = roles::runs(super::plain::head(text, BYLINE_BYTES_MAX));
    let is_label = |(role, run): &(Role, &str)| {
        let ends = |c| is_one_of(c, "|·•/–—") || han::is_han_letter(c);
        *role == Role::Other
            || run.is_empty()
            || run.trim_end().chars().next_back().is_some_and(ends)
            || !printed(run, Style::ENGLISH).is_empty()
    };
    let wrote = runs.iter().position(|(role, _)| *role == Role::Wrote);
    wrote.is_some_and(|at| runs.iter().take(at).all(is_label))
        || !han::reporters(text).is_empty()
        || has_word(words::NAMES_AFTER, bare(search::after_last(text, b' ')))
}

/// Whether a text begins with a word that introduces a byline.
pub fn starts_with_by(text: &str) -> bool {
    without_by(text).len() < text.trim().len()
}

/// Whether a word beside a name is one of a sentence, none of a byline.
pub fn is_of_a_sentence(word: &str) -> bool {
    begins(word, is_small) && name_lists(word) & (BY | name_bit(words::NAMES_AND) | name_bit(words::NAMES_UNTIL)) == 0
}

/// Whether a text is nothing but such a word.
pub fn is_by(text: &str) -> bool {
    name_lists(text) & BY != 0
}

/// The text without the words that introduce a byline.
#[inline(never)]
pub fn without_by(text: &str) -> &str {
    let mut rest = text.trim();
    // "Posted by", "Author: By": no byline has more introductions than this.
    for _ in 0..3 {
        match roles::introduced(rest, true) {
            Some((Role::Wrote, after)) if !after.is_empty() => rest = after,
            _ => break,
        }
    }
    rest
}

/// The text up to its first date and the words that introduce it, or from behind the date if it begins with one.
fn without_dates(text: &str) -> &str {
    let text = super::plain::head(text, BYLINE_BYTES_MAX);
    let found = printed(text, Style::ENGLISH);
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return without_label(text) };
    let before = without_label(text.get(..first.from).unwrap_or_default());
    if letters(before) > 2 {
        return before;
    }
    text.get(last.until..).unwrap_or_default()
}

/// The text up to a word that introduces a date: "Ann Lee Published", "Ann Lee on Monday".
fn without_label(text: &str) -> &str {
    let mut at = 0;
    for word in split(text, " ") {
        let bare = bare(word);
        if at > 0 && bare.len() > 2 && introduces_date(bare) && !starts_with_by(text.get(at..).unwrap_or_default()) {
            return text.get(..at).unwrap_or_default().trim_end();
        }
        at += word.len() + 1;
    }
    text
}

fn introduces_date(word: &str) -> bool {
    const fn bit(list: List) -> u32 {
        1 << (list.0 - words::DATES.start)
    }
    const LISTS: u32 =
        bit(words::DATES_PUBLISHED) | bit(words::DATES_MODIFIED) | bit(words::DATES_ANY) | bit(words::DATES_WEEKDAYS);
    lists::among(&words::DATES, lists::of(word)) & LISTS != 0
}

/// The parts of a byline that may be names, each with whether "and" joins it to the one before.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut out = Vec::new();
    for piece in split(text, ",;|/•·»«、，；\n()—–&+｜／（）【】〔〕\u{3000}") {
        let (mut from, mut at, mut is_joined) = (0, 0, false);
        for word in split(piece, " ") {
            let next = at + word.len();
            let (before, after) = (piece.get(from..at).unwrap_or_default(), piece.get(next..).unwrap_or_default());
            if has_word(words::NAMES_AND, word) && is_between_names(before.trim(), word, after.trim()) {
                out.push((before, is_joined));
                (from, is_joined) = (next, true);
            } else if han::is_name(word) && han::is_name(before.trim()) {
                out.push((before, is_joined));
                (from, is_joined) = (at, true);
            }
            at = next + 1;
        }
        out.extend(piece.get(from..).map(|part| (part, is_joined)));
    }
    out
}

/// "y", "e", "i" and the like part names only between words that begin with capitals, and not at initials.
fn is_between_names(before: &str, word: &str, after: &str) -> bool {
    !after.is_empty() && !begins(after, is_small) && !has_char(word, is_capital) && (before.is_empty() || letters(before) > 0)
}

/// Whether a part of a byline can be a name.
fn is_name(name: &str) -> bool {
    (2..=NAME_CHARS_MAX).contains(&letters(name))
        && name.split_whitespace().count() <= NAME_WORDS_MAX
        && search::until(name, "@:?!#={}%[]").len() == name.len()
        && !has_in_any_case(name, "http")
        && !has_in_any_case(name, "www.")
        && !name.as_bytes().last_chunk().is_some_and(|end: &[u8; 4]| end.eq_ignore_ascii_case(b".com"))
        && name_lists(name) & (BY | name_bit(words::NAMES_NONE)) == 0
        && !has_word(words::DATES_WEEKDAYS, name)
        && !is_degree(search::until(name, " "))
}

/// Whether a text is a degree, or several.
fn is_degree(text: &str) -> bool {
    let words = split(trim(text, "®."), " ");
    begins(text.trim(), is_capital) && words.iter().all(|word| has_word(words::NAMES_DEGREE, bare(word)))
}

/// Whether a text in Han characters is too long for a name.
fn is_long_han(text: &str) -> bool {
    begins(text, han::is_han_letter) && search::chars(text) > han::NAME_CHARS_MAX + 2
}

/// Whether one of a text's words stands in a list.
fn has_one(list: List, text: &str) -> bool {
    split(text, " -").iter().any(|word| has_word(list, bare(word)))
}
