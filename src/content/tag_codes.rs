//! Elements as numbers for the trees: like ones next to each other, since a tree asks "at most?".

use crate::page::Tag;

/// The code of a block's container.
pub fn tag_code(tag: Tag) -> f32 {
    let code = match tag {
        Tag::P => 0,
        Tag::Blockquote | Tag::Pre | Tag::Q => 1,
        Tag::H1 => 2,
        Tag::H2 => 3,
        Tag::H3 => 4,
        Tag::H4 | Tag::H5 | Tag::H6 => 5,
        Tag::Li => 6,
        Tag::Dd | Tag::Dt | Tag::Dl => 7,
        Tag::Td | Tag::Th | Tag::Tr => 8,
        Tag::Div | Tag::Center => 9,
        Tag::Section | Tag::Article | Tag::Main => 10,
        Tag::Figcaption | Tag::Figure | Tag::Caption => 11,
        Tag::Ul | Tag::Ol => 12,
        Tag::Body | Tag::Html => 13,
        Tag::Header | Tag::Footer | Tag::Nav | Tag::Aside => 14,
        Tag::Form | Tag::Fieldset | Tag::Label | Tag::Button => 15,
        _ => 16,
    };
    code as f32
}

/// The code of the inline element around a block's first text.
pub fn inline_code(tag: Tag) -> f32 {
    let code = match tag {
        Tag::Text => 0,
        Tag::Span | Tag::Font => 1,
        Tag::Strong | Tag::B => 2,
        Tag::Em | Tag::I | Tag::Cite => 3,
        Tag::A => 4,
        Tag::Time | Tag::Small => 5,
        Tag::Button | Tag::Label => 6,
        Tag::Code => 7,
        _ => 8,
    };
    code as f32
}
