//! What may be in an article: the allow-list of elements, attributes and addresses. Whatever a page holds, nothing else
//! reaches a writer: [`enforce`] runs over the finished pieces, so a mistake in another file cannot let anything through.

use super::Piece;
use crate::page::{Tag, url};

/// Characters of an address that is kept. Real ones stay under 2,000; more only repeats what a tracker packed in.
const URL_CHARS_MAX: usize = 4096;
/// Characters of an image that stands in the page itself as `data:`; larger ones would double the memory of the reader.
const DATA_IMAGE_CHARS_MAX: usize = 2_000_000;

/// A link's address, absolute where it can be; `None` where it is not one to follow from an article.
pub fn link(base: &str, raw: &str) -> Option<String> {
    let href = url::resolve(base, raw);
    is_safe_link(&href).then_some(href)
}

/// An image's address, absolute where it can be. `data:` is taken for raster images only.
pub fn image(base: &str, raw: &str) -> Option<String> {
    let src = if is_raster_data(raw.trim()) { raw.trim().to_owned() } else { url::resolve(base, raw) };
    is_safe_image(&src).then_some(src)
}

/// The address of a film, a sound or an embedded page: the web only.
pub fn media(base: &str, raw: &str) -> Option<String> {
    let src = url::resolve(base, raw);
    is_safe_media(&src).then_some(src)
}

fn is_safe_link(href: &str) -> bool {
    let scheme_is_safe = url::scheme(href).is_none_or(|scheme| matches!(scheme, "http" | "https" | "mailto" | "tel"));
    !href.is_empty() && href.len() <= URL_CHARS_MAX && scheme_is_safe && is_plain(href)
}

fn is_safe_media(src: &str) -> bool {
    let scheme_is_safe = url::scheme(src).is_none_or(|scheme| matches!(scheme, "http" | "https"));
    !src.is_empty() && !src.starts_with('#') && src.len() <= URL_CHARS_MAX && scheme_is_safe && is_plain(src)
}

fn is_safe_image(src: &str) -> bool {
    is_safe_media(src) || is_raster_data(src)
}

/// What [`url::resolve`] leaves of an address: no white space, control character, quote or angle bracket. A colon before the
/// first slash that is no scheme's (`%6a:`, `1:`) is refused as well, as parsers disagree on it.
fn is_plain(address: &str) -> bool {
    let head = address.find(['/', '?', '#']).map_or(address, |at| &address[..at]);
    let stray_colon = head.contains(':') && url::scheme(address).is_none();
    !stray_colon && !address.contains(|c: char| c <= ' ' || matches!(c, '"' | '<' | '>' | '`' | '\u{7f}'))
}

fn is_raster_data(src: &str) -> bool {
    let Some((head, body)) = src.split_once(',') else { return false };
    let raster =
        ["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:image/avif"];
    let head = head.strip_suffix(";base64").unwrap_or("");
    raster.iter().any(|kind| head.eq_ignore_ascii_case(kind))
        && src.len() <= DATA_IMAGE_CHARS_MAX
        && body.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=' | b'%' | b'-' | b'_'))
}

/// Whether the element may be in an article.
pub fn allows(tag: Tag) -> bool {
    use Tag::*;
    let flow = matches!(
        tag,
        P | H1
            | H2
            | H3
            | H4
            | H5
            | H6
            | Ul
            | Ol
            | Li
            | Dl
            | Dt
            | Dd
            | Blockquote
            | Pre
            | Hr
            | Figure
            | Figcaption
            | Table
            | Caption
            | Tr
            | Th
            | Td
            | Img
            | Video
            | Audio
    );
    let inline = matches!(
        tag,
        A | Abbr
            | B
            | Bdi
            | Bdo
            | Br
            | Cite
            | Code
            | Del
            | Dfn
            | Em
            | I
            | Ins
            | Kbd
            | Mark
            | Q
            | Ruby
            | Rt
            | S
            | Samp
            | Small
            | Strong
            | Sub
            | Sup
            | Time
            | Var
    );
    flow || inline || is_formula(tag)
}

/// Elements without content: [`Piece::Open`] stands alone.
pub fn is_void(tag: Tag) -> bool {
    matches!(tag, Tag::Br | Tag::Hr | Tag::Img)
}

/// The MathML that may be in an article: what shows a formula, nothing that links, styles or embeds.
pub fn is_formula(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Math | Menclose
            | Merror
            | Mfenced
            | Mfrac
            | Mi
            | Mmultiscripts
            | Mn
            | Mo
            | Mover
            | Mpadded
            | Mphantom
            | Mprescripts
            | Mroot
            | Mrow
            | Ms
            | Mspace
            | Msqrt
            | Mstyle
            | Msub
            | Msubsup
            | Msup
            | Mtable
            | Mtd
            | Mtext
            | Mtr
            | Munder
            | Munderover
            | Semantics
    )
}

/// Whether the attribute with this value may be on the element.
fn allows_attr(tag: Tag, name: &str, value: &str) -> bool {
    match (name, tag) {
        ("href", Tag::A) => is_safe_link(value),
        ("src", Tag::Img) => is_safe_image(value),
        ("src", Tag::Video | Tag::Audio) => is_safe_media(value),
        ("alt", Tag::Img) | ("title", Tag::Abbr | Tag::Dfn) | ("datetime", Tag::Time | Tag::Del | Tag::Ins) => true,
        ("width" | "height", Tag::Img | Tag::Video) => is_number(value),
        ("colspan" | "rowspan", Tag::Td | Tag::Th) | ("start", Tag::Ol) | ("value", Tag::Li) => is_number(value),
        ("scope", Tag::Th) => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        ("reversed", Tag::Ol) | ("controls", Tag::Video | Tag::Audio) => value.is_empty(),
        ("preload", Tag::Video | Tag::Audio) => value == "none",
        ("loading", Tag::Img) => value == "lazy",
        ("display", Tag::Math) => value == "block",
        ("alttext", Tag::Math) => true,
        ("class", Tag::Code) => value.strip_prefix("language-").is_some_and(is_word),
        ("id", _) => value.strip_prefix(ID_PREFIX).is_some_and(is_word),
        ("dir", _) => matches!(value, "ltr" | "rtl" | "auto"),
        ("lang", _) => is_word(value),
        _ => false,
    }
}

/// Stands before every id of an article, so that none of them shadows a name of the page that shows it.
pub const ID_PREFIX: &str = "limpid-";

fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_word(value: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '.' | '#');
    !value.is_empty() && value.len() <= 200 && value.chars().all(plain)
}

/// Leaves only what is allowed: other elements are unwrapped, other attributes dropped.
pub fn enforce(pieces: &mut Vec<Piece>) {
    let mut kept: Vec<bool> = Vec::new();
    pieces.retain_mut(|piece| match piece {
        Piece::Text(text) => !text.is_empty(),
        Piece::Close => kept.pop().unwrap_or(false),
        Piece::Open(tag, attrs) => {
            let allowed = allows(*tag);
            attrs.retain(|(name, value)| allows_attr(*tag, name, value));
            if !is_void(*tag) {
                kept.push(allowed);
            }
            allowed
        }
    });
}
