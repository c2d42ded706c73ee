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
        let (name, attributes) = rest.split_once([' ', '\t', '\n', '/']).unwrap_or_default();
        if name.eq_ignore_ascii_case("img") {
            let image = read(attributes);
            return (!image.src.is_empty()).then_some(image);
        }
    }
}

fn read(attributes: &str) -> Image {
    let mut image = Image::default();
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '/']);
        let name_end = rest.find([' ', '\t', '\n', '\r', '=', '>', '/']).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(name_end.max(rest.starts_with('=') as usize)).unwrap_or_default();
        if name.is_empty() {
            return image;
        }
        let mut value = "";
        rest = after;
        if let Some(after) = after.trim_start().strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quoted = quote.and_then(|quote| after.get(1..)?.split_once(quote));
            (value, rest) = match quote {
                Some(_) => quoted.unwrap_or_default(),
                None => {
                    after.split_at_checked(after.find([' ', '\t', '\n', '\r', '>']).unwrap_or(after.len())).unwrap_or_default()
                }
            };
        }
        for (known, slot) in
            [("src", &mut image.src), ("alt", &mut image.alt), ("width", &mut image.width), ("height", &mut image.height)]
        {
            if slot.is_empty() && name.eq_ignore_ascii_case(known) {
                unescape(slot, value);
            }
        }
    }
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
