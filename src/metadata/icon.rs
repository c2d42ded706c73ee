//! The site's icon.

use super::plain;
use crate::text::{decimal, search};

/// The width of an icon that states none: what browsers ask for.
const PLAIN_PX: u32 = 16;
/// The width of a touch icon that states none.
const TOUCH_PX: u32 = 180;
/// A drawing has any width.
const DRAWN_PX: u32 = 512;

/// Sizes are read so far: a page that states ten has them in fewer bytes.
const SIZES_BYTES_MAX: usize = 200;

/// How wide the icon is that a link with this relation leads to, in CSS pixels; 0 where it is none. The largest is taken.
pub fn width_px(rel: &str, sizes: &str, href: &str) -> u32 {
    let begins = |with: &str| rel.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let plain = match rel {
        _ if rel.eq_ignore_ascii_case("icon") => PLAIN_PX,
        _ if begins("apple-touch-icon") => TOUCH_PX,
        _ => return 0,
    };
    if sizes == "any" || search::until(href, "?#").ends_with(".svg") {
        return DRAWN_PX;
    }
    let mut widest = 0;
    for size in search::split(plain::head(sizes, SIZES_BYTES_MAX), " ") {
        // What no number can hold is no size.
        let px = decimal::integer(search::until(size, "xX")).filter(|&px| px < i32::MAX);
        widest = widest.max(px.unwrap_or(0));
    }
    if widest == 0 { plain } else { widest as u32 }
}

#[cfg(test)]
mod tests {
    use super::width_px;

    #[test]
    fn widths_are_told() {
        for (rel, sizes, href, px) in [
            ("icon", "", "/favicon.ico", 16),
            ("icon", "16x16 32x32", "/i.png", 32),
            ("apple-touch-icon", "", "/t.png", 180),
            ("Icon", "48x48", "/i.png", 48),
            ("icon", "any", "/i.svg", 512),
            ("icon", "99999999999x1 48x48", "/i.png", 48),
            ("mask-icon", "", "/m.svg", 0),
            ("stylesheet", "", "/s.css", 0),
        ] {
            assert_eq!(width_px(rel, sizes, href), px, "{rel} {href}");
        }
    }
}
