//! The attributes Limpid reads. Others never enter the page, which keeps a walk cheap.

use super::tag::place;

macro_rules! attrs {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// An attribute name that some stage reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Attr {
            /// Not an attribute: the local name of an element that is [`crate::page::Tag::Other`].
            TagName,
            $(#[doc = concat!("`", $name, "`")] $variant),*
        }

        impl Attr {
            /// Every attribute that is read, in the order of the enum.
            pub const ALL: &'static [Attr] = &[$(Attr::$variant),*];
        }

        /// The names of [`Attr::ALL`].
        const NAMES: &[&str] = &[$($name),*];
    };
}

// In the order of their names, which are searched.
attrs! {
    Alt "alt", Alttext "alttext", AriaHidden "aria-hidden", AriaLabel "aria-label", AriaLevel "aria-level",
    AriaModal "aria-modal", Charset "charset", Cite "cite", Class "class", Colspan "colspan", Content "content",
    Controls "controls", DataComponent "data-component", DataComponentName "data-component-name", DataLang "data-lang",
    DataLanguage "data-language", DataLazySrc "data-lazy-src", DataLazySrcset "data-lazy-srcset",
    DataOriginal "data-original", DataPosition "data-position", DataRect "data-rect", DataSrc "data-src",
    DataSrcset "data-srcset", DataTestid "data-testid", DataType "data-type", DataVisibility "data-visibility",
    DataZ "data-z", Datetime "datetime", Dir "dir", Display "display", Encoding "encoding", Headers "headers",
    Height "height", Hidden "hidden", Href "href", Hreflang "hreflang", HttpEquiv "http-equiv", Id "id", Inert "inert",
    ItemId "itemid", ItemProp "itemprop", ItemRef "itemref", ItemScope "itemscope", ItemType "itemtype", Lang "lang",
    Loading "loading", Media "media", Name "name", Open "open", Placeholder "placeholder", Popover "popover", Poster "poster",
    Preload "preload", Property "property", Rel "rel", Reversed "reversed", Role "role", Rowspan "rowspan", Scope "scope",
    Sizes "sizes", SlotName "slot", Src "src", Srcset "srcset", Start "start", Style "style",
    SubscriptionsSection "subscriptions-section", Title "title", Type "type",
    Typeof "typeof", Value "value", Width "width", XmlLang "xml:lang",
}

impl Attr {
    /// The attribute of a lower-case name, or `None` where no stage reads it.
    pub fn from_name(name: &str) -> Option<Attr> {
        Attr::ALL.get(place(NAMES, name)?).copied()
    }

    /// The attribute's name as written in HTML; empty for [`Attr::TagName`].
    pub fn name(self) -> &'static str {
        (self as usize).checked_sub(1).and_then(|at| NAMES.get(at)).copied().unwrap_or_default()
    }
}
