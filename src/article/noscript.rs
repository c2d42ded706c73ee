//! The image in the markup of a `<noscript>`, which is plain text where scripts run. Enough of a tag reader for that one tag.

/// An `<img>`'s attributes, unescaped.
#[derive(Debug, Default, PartialEq)]
pub struct Image {
    /// `src`.
    pub src: String,
    /// `alt`.
    pub alt: String,
    /// `width`.
    pub width: Option<String>,
    /// `height`.
    pub height: Option<String>,
}

/// The first `<img>` with an address.
pub fn image(markup: &str) -> Option<Image> {
    let from = markup.match_indices('<').map(|(at, _)| at + 1).find(|&at| {
        let name = markup.get(at..at + 3).is_some_and(|name| name.eq_ignore_ascii_case("img"));
        name && markup[at + 3..].starts_with(|c: char| c.is_ascii_whitespace() || c == '/')
    })?;
    let mut rest = &markup[from + 3..];
    let mut image = Image::default();
    while let Some((name, value, after)) = attribute(rest) {
        match name.to_ascii_lowercase().as_str() {
            "src" if image.src.is_empty() => image.src = unescape(value),
            "alt" if image.alt.is_empty() => image.alt = unescape(value),
            "width" => image.width = Some(unescape(value)),
            "height" => image.height = Some(unescape(value)),
            _ => {}
        }
        rest = after;
    }
    (!image.src.is_empty()).then_some(image)
}

/// The next attribute of a tag, and what comes after it; `None` where the tag ends.
fn attribute(tag: &str) -> Option<(&str, &str, &str)> {
    let tag = tag.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    let name_end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(tag.len());
    if name_end == 0 && !tag.starts_with('=') {
        return None;
    }
    let (name, rest) = tag.split_at(name_end);
    let Some(value) = rest.trim_start().strip_prefix('=') else { return Some((name, "", rest)) };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => {
            let (value, after) = value[1..].split_once(quote)?;
            Some((name, value, after))
        }
        None => {
            let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len());
            Some((name, &value[..end], &value[end..]))
        }
    }
}

fn unescape(value: &str) -> String {
    let names = [("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    names.iter().fold(value.to_owned(), |value, (name, mark)| value.replace(name, mark))
}

#[cfg(test)]
mod tests {
    use super::image;

    #[test]
    fn finds_the_image() {
        for (markup, src, alt) in [
            ("<img src=a.jpg>", "a.jpg", ""),
            ("<p><IMG alt='A &amp; B' class=x SRC=\"/a.jpg?x=1&amp;y=2\" /></p>", "/a.jpg?x=1&y=2", "A & B"),
            ("<img loading src = a.jpg alt>", "a.jpg", ""),
            ("<img =x src=a.jpg>", "a.jpg", ""),
        ] {
            let found = image(markup).unwrap_or_default();
            assert_eq!((found.src.as_str(), found.alt.as_str()), (src, alt), "{markup}");
        }
        for markup in ["", "<", "<imgx src=a>", "<img>", "<img src='a", "text src=a", "<img src=\"\">"] {
            assert_eq!(image(markup), None, "{markup}");
        }
    }
}
