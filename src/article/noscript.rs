//! The image in the markup of a `<noscript>`, which is plain text where scripts run. Enough of a tag reader for that one tag.

/// An `<img>`'s attributes, unescaped.
#[derive(Debug, Default, PartialEq)]
pub struct Image {
    /// `src`.
    pub src: String,
    /// `alt`.
    pub alt: String,
    /// `width`, empty where there is none.
    pub width: String,
    /// `height`, empty where there is none.
    pub height: String,
}

/// The first `<img>` with an address.
pub fn image(markup: &str) -> Option<Image> {
    let mut rest = markup;
    loop {
        rest = rest.split_once('<')?.1;
        let is_img = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("img"));
        if is_img && rest.get(3..).is_some_and(|after| after.starts_with([' ', '\t', '\n', '\r', '/'])) {
            break;
        }
    }
    rest = rest.get(3..)?;
    let mut image = Image::default();
    while let Some((name, value, after)) = attribute(rest) {
        let slots =
            [("src", &mut image.src), ("alt", &mut image.alt), ("width", &mut image.width), ("height", &mut image.height)];
        for (known, slot) in slots {
            if slot.is_empty() && name.eq_ignore_ascii_case(known) {
                unescape(slot, value);
            }
        }
        rest = after;
    }
    (!image.src.is_empty()).then_some(image)
}

/// The next attribute of a tag, and what comes after it; `None` where the tag ends.
fn attribute(tag: &str) -> Option<(&str, &str, &str)> {
    let tag = tag.trim_start_matches([' ', '\t', '\n', '\r', '/']);
    let (name, rest) = tag.split_at(tag.find([' ', '\t', '\n', '\r', '=', '>', '/']).unwrap_or(tag.len()));
    if name.is_empty() && !tag.starts_with('=') {
        return None;
    }
    let Some(value) = rest.trim_start().strip_prefix('=') else { return Some((name, "", rest)) };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (value, after) = quoted.split_once(quote)?;
            return Some((name, value, after));
        }
    }
    let (value, after) = value.split_at(value.find([' ', '\t', '\n', '\r', '>']).unwrap_or(value.len()));
    Some((name, value, after))
}

fn unescape(out: &mut String, value: &str) {
    const NAMES: [(&str, char); 6] =
        [("&quot;", '"'), ("&#34;", '"'), ("&#39;", '\''), ("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')];
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let known = NAMES.iter().find(|(name, _)| rest.starts_with(name));
        let (c, bytes) = known.map_or((c, c.len_utf8()), |(name, mark)| (*mark, name.len()));
        out.push(c);
        rest = rest.get(bytes..).unwrap_or_default();
    }
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
