//! The image in the markup of a `<noscript>`, which is plain text where scripts run. Enough of a tag reader for that one tag.

use crate::text::{references, search};

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
        rest = search::split_once(rest, "<")?.1;
        let name = search::until(rest, " \t\n/");
        if name.eq_ignore_ascii_case("img") {
            let image = read(rest.get(name.len()..).unwrap_or_default());
            return (!image.src.is_empty()).then_some(image);
        }
    }
}

fn read(attributes: &str) -> Image {
    let mut image = Image::default();
    let mut rest = search::trim_start(attributes, "/");
    while !rest.is_empty() && !rest.starts_with('>') {
        // An attribute ends at white space or a slash, its name at `=` as well.
        let name = search::until(rest, " \t\n\r/=>");
        rest = search::trim_start(rest.get(name.len()..).unwrap_or_default(), "/");
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = if after.starts_with('"') { "\"" } else { "'" };
            let (value, after) = match after.strip_prefix(quote) {
                Some(quoted) => search::split_once(quoted, quote).unwrap_or_default(),
                None => {
                    let value = search::until(after, " \t\n\r>");
                    (value, after.get(value.len()..).unwrap_or_default())
                }
            };
            let slot = match name {
                "src" | "SRC" => &mut image.src,
                "alt" | "ALT" => &mut image.alt,
                "width" | "WIDTH" => &mut image.width,
                "height" | "HEIGHT" => &mut image.height,
                _ => &mut String::new(),
            };
            if slot.is_empty() {
                *slot = references::unescaped(value);
            }
            rest = search::trim_start(after, "/");
        }
    }
    image
}

#[cfg(test)]
mod tests {
    use super::image;

    #[test]
    fn finds_the_image() {
        for (markup, src, alt) in [
            ("<img src=a.jpg>", "a.jpg", ""),
            ("<p><IMG alt='A &amp; B' class=x SRC=\"/a.jpg?x=1&amp;y=2\" /></p>", "/a.jpg?x=1&y=2", "A & B"),
            ("<img src=a.jpg alt='Ann &copy; Sh&ouml;ll'>", "a.jpg", "Ann © Shöll"),
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
