//! What may be in an article: the allow-list of elements, attributes and addresses. Whatever a page holds, nothing else
//! reaches a writer: attributes come into a [`Body`] only through [`allows_attr`], and [`enforce`] runs over the finished
//! pieces, so a mistake in another file cannot let anything through.

use super::body::{Body, Piece};
use crate::page::{Attr, Tag, url};
use crate::text::search;

/// Characters of an address that is kept. Real ones stay under 2,000; more only repeats what a tracker packed in.
const URL_CHARS_MAX: usize = 4096;
/// Characters of an image that stands in the page itself as `data:`; larger ones would double the memory of the reader.
const DATA_IMAGE_CHARS_MAX: usize = 2_000_000;
/// Stands before every id of an article, so that none of them shadows a name of the page that shows it.
pub const ID_PREFIX: &str = "limpid-";

/// Whether the element may be in an article.
#[rustfmt::skip]
pub fn allows(tag: Tag) -> bool {
    use Tag::*;
    let flow = matches!(
        tag,
        P | H1 | H2 | H3 | H4 | H5 | H6 | Ul | Ol | Li | Dl | Dt | Dd | Blockquote | Pre | Hr | Figure | Figcaption
        | Table | Caption | Tr | Th | Td | Img | Video | Audio
    );
    let inline = matches!(
        tag,
        A | Abbr | B | Bdi | Bdo | Br | Cite | Code | Del | Dfn
        | Em | I | Ins | Kbd | Mark | Q | Ruby | Rt | S | Samp | Small | Strong | Sub | Sup | Time | Var
    );
    flow || inline || is_formula(tag)
}

/// Elements without content: [`Piece::Open`] stands alone.
pub fn is_void(tag: Tag) -> bool {
    matches!(tag, Tag::Br | Tag::Hr | Tag::Img)
}

/// The MathML that may be in an article: what shows a formula, nothing that links, styles or embeds.
#[rustfmt::skip]
pub fn is_formula(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Math | Menclose | Merror | Mfenced | Mfrac | Mi | Mmultiscripts | Mn | Mo | Mover | Mpadded | Mphantom
        | Mprescripts | Mroot | Mrow | Ms | Mspace | Msqrt | Mstyle | Msub | Msubsup | Msup | Mtable | Mtd | Mtext | Mtr
        | Munder | Munderover | Semantics
    )
}

/// What the value of an attribute must be.
enum Value {
    Any,
    Link,
    Media,
    Image,
    Number,
    Word(&'static str),
    OneOf(&'static [&'static str]),
}

/// The attributes that an article has, the elements that may have them (none named: all), and what their values must be.
const ATTRS: &[(Attr, &[Tag], Value)] = &[
    (Attr::Href, &[Tag::A], Value::Link),
    (Attr::Src, &[Tag::Img], Value::Image),
    (Attr::Src, &[Tag::Video, Tag::Audio], Value::Media),
    (Attr::Alt, &[Tag::Img], Value::Any),
    (Attr::Title, &[Tag::Abbr, Tag::Dfn], Value::Any),
    (Attr::Datetime, &[Tag::Time, Tag::Del, Tag::Ins], Value::Any),
    (Attr::Alttext, &[Tag::Math], Value::Any),
    (Attr::Width, &[Tag::Img, Tag::Video], Value::Number),
    (Attr::Height, &[Tag::Img, Tag::Video], Value::Number),
    (Attr::Colspan, &[Tag::Td, Tag::Th], Value::Number),
    (Attr::Rowspan, &[Tag::Td, Tag::Th], Value::Number),
    (Attr::Start, &[Tag::Ol], Value::Number),
    (Attr::Value, &[Tag::Li], Value::Number),
    (Attr::Scope, &[Tag::Th], Value::OneOf(&["row", "col", "rowgroup", "colgroup"])),
    (Attr::Reversed, &[Tag::Ol], Value::OneOf(&[""])),
    (Attr::Controls, &[Tag::Video, Tag::Audio], Value::OneOf(&[""])),
    (Attr::Preload, &[Tag::Video, Tag::Audio], Value::OneOf(&["none"])),
    (Attr::Loading, &[Tag::Img], Value::OneOf(&["lazy"])),
    (Attr::Display, &[Tag::Math], Value::OneOf(&["block"])),
    (Attr::Class, &[Tag::Code], Value::Word("language-")),
    (Attr::Id, &[], Value::Word(ID_PREFIX)),
    (Attr::Dir, &[], Value::OneOf(&["ltr", "rtl", "auto"])),
    (Attr::Lang, &[], Value::Word("")),
];

/// Whether the attribute with this value may be on the element.
pub fn allows_attr(tag: Tag, attr: Attr, value: &str) -> bool {
    let entry = ATTRS.iter().find(|(of, tags, _)| *of == attr && (tags.is_empty() || tags.contains(&tag)));
    match entry.map(|(_, _, value)| value) {
        None => false,
        Some(Value::Any) => true,
        Some(Value::Link) => is_address(value, &["http", "https", "mailto", "tel"]),
        Some(Value::Media) => is_media(value),
        Some(Value::Image) => is_media(value) || is_raster_data(value),
        Some(Value::Number) => is_number(value),
        Some(Value::Word(prefix)) => value.strip_prefix(prefix).is_some_and(is_word),
        Some(Value::OneOf(values)) => values.contains(&value),
    }
}

/// Whether the address is that of a film, a sound or an embedded page: the web only.
pub fn is_media(src: &str) -> bool {
    !src.starts_with('#') && is_address(src, &["http", "https"])
}

fn is_address(address: &str, schemes: &[&str]) -> bool {
    let scheme_is_safe = url::scheme(address).is_none_or(|scheme| schemes.contains(&scheme));
    scheme_is_safe && !address.is_empty() && address.len() <= URL_CHARS_MAX && is_plain(address)
}

/// What [`url::resolve`] leaves of an address: no white space, control character, quote or angle bracket. A colon before the
/// first slash that is no scheme's (`%6a:`, `1:`) is refused as well, as parsers disagree on it.
fn is_plain(address: &str) -> bool {
    let mut in_head = url::scheme(address).is_none();
    for byte in address.bytes() {
        match byte {
            0..=b' ' | b'"' | b'<' | b'>' | b'`' | 0x7f => return false,
            b':' if in_head => return false,
            b'/' | b'?' | b'#' => in_head = false,
            _ => {}
        }
    }
    true
}

/// Whether the address is a raster image that stands in the page itself.
pub fn is_raster_data(src: &str) -> bool {
    let Some((head, body)) =
        src.get(..5).filter(|head| head.eq_ignore_ascii_case("data:")).and_then(|_| search::split_once(src, ","))
    else {
        return false;
    };
    let kind = head.get(5..).and_then(|kind| kind.strip_suffix(";base64")).unwrap_or("");
    let raster = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"];
    raster.iter().any(|known| kind.eq_ignore_ascii_case(known))
        && src.len() <= DATA_IMAGE_CHARS_MAX
        && body.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=' | b'%' | b'-' | b'_'))
}

fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_word(value: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '.' | '#');
    !value.is_empty() && value.len() <= 200 && value.chars().all(plain)
}

/// Leaves only what is allowed: other elements are unwrapped.
pub fn enforce(body: &mut Body) {
    let mut open: Vec<bool> = Vec::new();
    body.pieces.retain(|piece| match piece {
        Piece::Text(_) => true,
        Piece::Close => open.pop().unwrap_or(false),
        Piece::Open(tag, _) => {
            let allowed = allows(*tag);
            if !is_void(*tag) {
                open.push(allowed);
            }
            allowed
        }
    });
}

/// Elements that hold one line of text and no blocks.
pub fn is_line(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::P | Tag::Figcaption | Tag::Caption | Tag::Dt)
}

/// Elements that stand only inside the element they belong to.
pub fn is_part(tag: Tag) -> bool {
    matches!(tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Tr | Tag::Td | Tag::Th | Tag::Caption | Tag::Figcaption)
}
