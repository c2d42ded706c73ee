//! Which single line breaks part paragraphs. Pages without markup for paragraphs part them as print does: by an indent, or
//! by ending a line that is much longer than a line of verse or an address.

/// Bytes of a line from which on its end is the end of a paragraph: more than a line of verse, less than two sentences. Lower
/// tears addresses and tables of figures apart, higher leaves short paragraphs of old pages in one.
const LONG_LINE_BYTES: usize = 120;

/// Whether a line break parts two paragraphs: `line_bytes` and `last` are length and last character of the line before it.
///
/// ```
/// use limpid::text::lines::part_paragraphs;
/// assert!(part_paragraphs(400, '.', "The next paragraph"));
/// assert!(part_paragraphs(30, 'd', "\u{a0}\u{a0} Indented"));
/// assert!(!part_paragraphs(30, '.', "12 Quay Street"));
/// assert!(!part_paragraphs(400, ',', "and so on"));
/// ```
pub fn part_paragraphs(line_bytes: usize, last: char, next: &str) -> bool {
    let ends_sentence =
        matches!(last, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '"' | '”' | '’' | '»' | ')' | '」' | '؟' | '۔' | '।');
    is_indented(next) || line_bytes >= LONG_LINE_BYTES && ends_sentence
}

/// Whether a line begins with spaces that show: an ideographic one, or two that do not break.
fn is_indented(line: &str) -> bool {
    let shown = line
        .trim_start_matches([' ', '\t', '\n', '\r'])
        .chars()
        .take_while(|c| matches!(c, '\u{a0}' | ' ' | '\u{2003}' | '\u{3000}'));
    shown
        .map(|c| match c {
            '\u{3000}' | '\u{2003}' => 2,
            '\u{a0}' => 1,
            _ => 0,
        })
        .sum::<u32>()
        >= 2
}
