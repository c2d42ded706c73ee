//! The elements Limpid tells apart. Anything else is [`Tag::Other`], with its name kept as [`crate::page::Attr::TagName`].

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// What a node is: text, the document itself, or an element by its local name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Tag {
            /// The document, always node 0.
            Document,
            /// A text node.
            Text,
            /// An element without a variant of its own, custom elements among them.
            Other,
            $(#[doc = concat!("`<", $name, ">`")] $variant),*
        }

        impl Tag {
            /// Every tag with a variant of its own, in the order of the enum.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant),*];
        }

        /// The names of [`Tag::ALL`].
        const NAMES: &[&str] = &[$($name),*];
    };
}

// Elements of HTML, and of MathML Core, so that a formula keeps its shape; in the order of their names, which are searched.
tags! {
    A "a", Abbr "abbr", Address "address", Annotation "annotation", Area "area", Article "article", Aside "aside",
    Audio "audio", B "b", Base "base", Bdi "bdi", Bdo "bdo", Big "big", Blockquote "blockquote", Body "body", Br "br",
    Button "button", Canvas "canvas", Caption "caption", Center "center", Cite "cite", Code "code", Col "col",
    Colgroup "colgroup", Data "data", Dd "dd", Del "del", Details "details", Dfn "dfn", Dialog "dialog", Dir "dir",
    Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption", Figure "figure",
    Font "font", Footer "footer", Form "form", Frame "frame", Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4",
    H5 "h5", H6 "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe",
    Img "img", Input "input", Ins "ins", Kbd "kbd", Label "label", Legend "legend", Li "li", Link "link", Maction "maction",
    Main "main", Map "map", Mark "mark", Math "math", Menclose "menclose", Menu "menu", Merror "merror", Meta "meta",
    Meter "meter", Mfenced "mfenced", Mfrac "mfrac", Mi "mi", Mmultiscripts "mmultiscripts", Mn "mn", Mo "mo",
    Mover "mover", Mpadded "mpadded", Mphantom "mphantom", Mprescripts "mprescripts", Mroot "mroot", Mrow "mrow", Ms "ms",
    Mspace "mspace", Msqrt "msqrt", Mstyle "mstyle", Msub "msub", Msubsup "msubsup", Msup "msup", Mtable "mtable",
    Mtd "mtd", Mtext "mtext", Mtr "mtr", Munder "munder", Munderover "munderover", Nav "nav", Noscript "noscript",
    Object "object", Ol "ol", Optgroup "optgroup", Option "option", Output "output", P "p", Param "param",
    Picture "picture", Pre "pre", Progress "progress", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp",
    Script "script", Search "search", Section "section", Select "select", Semantics "semantics", Slot "slot", Small "small",
    Source "source", Span "span", Strike "strike", Strong "strong", Style "style", Sub "sub", Summary "summary", Sup "sup",
    Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th",
    Thead "thead", Time "time", Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul "ul", Var "var", Video "video",
    Wbr "wbr",
}

/// Variants before those of [`Tag::ALL`].
const UNNAMED: usize = 3;

impl Tag {
    /// The tag of an element's lower-case local name.
    pub fn from_name(name: &str) -> Tag {
        place(NAMES, name).and_then(|at| Tag::ALL.get(at)).copied().unwrap_or(Tag::Other)
    }

    /// The local name, or `#document`, `#text`, `#other`.
    pub fn name(self) -> &'static str {
        match self {
            Tag::Document => "#document",
            Tag::Text => "#text",
            Tag::Other => "#other",
            _ => NAMES.get(self as usize - UNNAMED).copied().unwrap_or_default(),
        }
    }

    /// Whether the element starts and ends a block of text wherever no stylesheet says otherwise.
    /// Source: the rendering section of the HTML standard, plus `<br>`-free containers such as `<option>`.
    #[rustfmt::skip]
    pub fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Document | Address | Article | Aside | Blockquote | Body | Caption | Center | Dd | Details | Dialog | Dir
            | Div | Dl | Dt | Fieldset | Figcaption | Figure | Footer | Form | Frameset | H1 | H2 | H3 | H4 | H5 | H6
            | Head | Header | Hgroup | Hr | Html | Legend | Li | Main | Menu | Nav | Ol | Optgroup | Option | P | Pre
            | Search | Section | Select | Summary | Table | Tbody | Td | Tfoot | Th | Thead | Title | Tr | Ul
            | Textarea | Iframe | Video | Audio | Object | Canvas
        )
    }

    /// Whether text inside is not for reading: code for the browser, replaced content, form state.
    pub fn hides_text(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Head | Script
                | Style
                | Template
                | Noscript
                | Svg
                | Iframe
                | Object
                | Embed
                | Canvas
                | Audio
                | Video
                | Textarea
                | Select
                | Option
                | Optgroup
                | Input
                | Map
                | Frameset
                | Rp
                | Title
                | Meter
                | Progress
                | Annotation
        )
    }

    /// `h1` to `h6` as 1 to 6.
    pub fn heading_level(self) -> Option<u8> {
        use Tag::*;
        [H1, H2, H3, H4, H5, H6].iter().position(|&tag| tag == self).map(|at| at as u8 + 1)
    }
}

/// Where a name stands in a sorted list.
pub(super) fn place(names: &[&str], name: &str) -> Option<usize> {
    names.binary_search(&name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Attr;

    #[test]
    fn names_are_found() {
        for &tag in Tag::ALL {
            assert_eq!(Tag::from_name(tag.name()), tag);
        }
        for &attr in Attr::ALL {
            assert_eq!(Attr::from_name(attr.name()), Some(attr));
        }
        assert_eq!((Tag::from_name("x-y"), Attr::from_name("")), (Tag::Other, None));
    }
}
