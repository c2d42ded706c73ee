//! The clean texts.

/// The texts of one language: a headline, then sentences.
pub struct Language {
    /// Its tag.
    pub tag: String,
    /// The headline and the sentences.
    pub texts: Vec<String>,
}

/// Reads a file of texts: `[tag]` begins a language, `#` a comment.
pub fn languages(file: &str) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for line in lines(file) {
        match (line.strip_prefix('['), languages.last_mut()) {
            (Some(tag), _) => languages.push(Language { tag: tag.trim_end_matches(']').to_owned(), texts: Vec::new() }),
            (None, Some(language)) => language.texts.push(line),
            _ => {}
        }
    }
    languages
}

/// The lines of a file that are no comments.
pub fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(str::to_owned).collect()
}

/// Letters with a mark, each as the letter and the mark that stands behind it.
const MARKED: &[(&str, char)] = &[
    ("áaéeíióoúuýyćcńnśsźzÁAÉEÍIÓOÚUŚSŁŁ", '\u{301}'),
    ("àaèeìiòoùuÀAÈEÙU", '\u{300}'),
    ("âaêeîiôoûuÂAÊEÎIÔO", '\u{302}'),
    ("ãaõoñnÃAÕOÑN", '\u{303}'),
    ("äaëeïiöoüuÄAËEÏIÖOÜU", '\u{308}'),
    ("čcďděeňnřršsťtžzČCŘRŠSŽZ", '\u{30c}'),
    ("åaůuÅAŮU", '\u{30a}'),
    ("çcşsţtÇCŞS", '\u{327}'),
    ("ąaęeįiųuĄAĘE", '\u{328}'),
    ("őoűuŐOŰU", '\u{30b}'),
    ("āaēeīiūuĀAĒEĪIŪU", '\u{304}'),
    ("ăağgĂAĞG", '\u{306}'),
    ("żzċcġgėeİIŻZ", '\u{307}'),
];

/// The text with its marked letters taken apart, as some systems write them.
pub fn taken_apart(text: &str) -> String {
    text.chars().flat_map(parts).collect()
}

fn parts(c: char) -> Vec<char> {
    for (letters, mark) in MARKED {
        let letters: Vec<char> = letters.chars().collect();
        if let Some(pair) = letters.chunks(2).find(|pair| pair[0] == c && pair[1] != c) {
            return vec![pair[1], *mark];
        }
    }
    vec![c]
}
