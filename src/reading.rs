//! What Limpid says of a page: the result types of the public API, as plain data.

use crate::page::NodeId;

/// Everything one reading found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The article, or `None` where the page carries none.
    pub article: Option<Article>,
    /// What the page withholds, and how it says so.
    pub access: Access,
    /// The clutter, in document order.
    pub sections: Vec<Section>,
    /// The damaged text that was put right.
    pub repairs: Vec<Repair>,
    /// How to hide the sections on the live page.
    pub hiding: HidePlan,
}

/// A clean article and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// What kind of page it is.
    pub page_type: PageType,
    /// The headline, without site name or section.
    pub title: Option<String>,
    /// Who wrote it, as printed, without "By".
    pub byline: Option<String>,
    /// The authors, one name each.
    pub authors: Vec<String>,
    /// First published: ISO 8601, as precise as the page is.
    pub published: Option<String>,
    /// Last changed: ISO 8601, as precise as the page is.
    pub modified: Option<String>,
    /// The publication.
    pub site_name: Option<String>,
    /// The wire service the text came from.
    pub agency: Option<String>,
    /// The dateline that opens the text, as printed, without the dash behind it: "LONDON (Reuters)".
    pub dateline: Option<String>,
    /// "Contributed to this report" and the like, a line each.
    pub credits: Vec<String>,
    /// The copyright line.
    pub copyright: Option<String>,
    /// The label over the headline.
    pub kicker: Option<String>,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The part of the publication that it stands in.
    pub section: Option<String>,
    /// What it is about, in the page's own words.
    pub tags: Vec<String>,
    /// A short description, from the page or from the first paragraph.
    pub excerpt: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    /// The lead image's address.
    pub image: Option<String>,
    /// The address of the site's icon.
    pub favicon: Option<String>,
    /// The canonical address.
    pub url: Option<String>,
    /// Allow-listed HTML.
    pub html: String,
    /// Paragraphs separated by one blank line.
    pub text: String,
    /// CommonMark with GFM tables.
    pub markdown: String,
    /// The same content as a tree in document order, for building nodes without markup.
    pub body: crate::article::Body,
    /// Words; in scripts without spaces, an estimate.
    pub word_count: u32,
    /// At least 1 where there is any text.
    pub reading_minutes: u32,
    /// How sure Limpid is that this is the article, 0 to 1.
    pub confidence: f32,
}

/// A kind of page that is read in its own way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageType {
    /// An article, and whatever is none of the others.
    #[default]
    Article,
    /// A long one.
    LongRead,
    /// A short one.
    Brief,
    /// A report that grows while something happens.
    LiveBlog,
    /// A recipe.
    Recipe,
    /// How to do something, step by step.
    Tutorial,
    /// The documentation of something.
    Documentation,
    /// A thread, or questions and answers: the posts are the text.
    Forum,
    /// A thing for sale.
    Product,
    /// A list or a collection of other pages.
    List,
    /// A page about a person or whoever runs the site.
    Personal,
    /// A video with text.
    Video,
}

impl PageType {
    /// The kinds that pages declare, in the order of `src/rules/words/kinds.toml`.
    pub const DECLARED: [PageType; 9] = [
        PageType::LiveBlog,
        PageType::Recipe,
        PageType::Tutorial,
        PageType::Documentation,
        PageType::Forum,
        PageType::Product,
        PageType::List,
        PageType::Personal,
        PageType::Video,
    ];

    /// The name in the public API.
    pub fn name(self) -> &'static str {
        match self {
            PageType::Article => "article",
            PageType::LongRead => "long-read",
            PageType::Brief => "brief",
            PageType::LiveBlog => "live-blog",
            PageType::Recipe => "recipe",
            PageType::Tutorial => "tutorial",
            PageType::Documentation => "documentation",
            PageType::Forum => "forum",
            PageType::Product => "product",
            PageType::List => "list",
            PageType::Personal => "personal",
            PageType::Video => "video",
        }
    }
}

/// Facts about the article that stand in the page's head, its structured data and around the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The headline, without site name or section.
    pub title: Option<String>,
    /// The element that shows the headline, if there is one.
    pub title_node: Option<NodeId>,
    /// Who wrote it, as printed, without "By".
    pub byline: Option<String>,
    /// The element that shows the byline, if there is one.
    pub byline_node: Option<NodeId>,
    /// How many characters of that element are the byline's, with what is said of the authors.
    pub byline_chars: usize,
    /// The authors, one name each.
    pub authors: Vec<String>,
    /// First published, ISO 8601.
    pub published: Option<String>,
    /// The element that shows the date of publication, if there is one.
    pub published_node: Option<NodeId>,
    /// Last changed, ISO 8601.
    pub modified: Option<String>,
    /// The publication.
    pub site_name: Option<String>,
    /// The label over the headline.
    pub kicker: Option<String>,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The element that shows the standfirst, if there is one.
    pub standfirst_node: Option<NodeId>,
    /// The part of the publication that the article stands in.
    pub section: Option<String>,
    /// What it is about, in the page's own words.
    pub tags: Vec<String>,
    /// A short description.
    pub excerpt: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    /// The lead image's address, absolute where it can be.
    pub image: Option<String>,
    /// The address of the site's icon, absolute where it can be.
    pub favicon: Option<String>,
    /// The canonical address.
    pub url: Option<String>,
    /// What structured data says of access.
    pub declared: Declared,
    /// CSS selectors of the parts that structured data declares as paid (schema.org `hasPart.cssSelector`).
    pub paid_selectors: Vec<String>,
    /// Elements that declare themselves as paid parts, in microdata or by the attributes of subscription scripts.
    pub paid_nodes: Vec<NodeId>,
    /// The article's text as structured data gives it, to hold blocks against.
    pub body: Option<String>,
    /// The values of the page's schema.org and Open Graph types, as written: `NewsArticle`, `article`, ...
    pub types: Vec<String>,
}

/// What the page withholds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Access {
    /// What the page's own structured data says.
    pub declared: Declared,
    /// What stands between the reader and the text.
    pub gate: Gate,
    /// Whether the text is whole.
    pub text: Completeness,
    /// Why, in plain sentences.
    pub evidence: Vec<String>,
    /// Where the publisher lets a reader sign in or subscribe.
    pub sign_in_url: Option<String>,
}

/// Access as declared in structured data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Declared {
    /// `isAccessibleForFree: true`.
    Free,
    /// `isAccessibleForFree: false`.
    Paid,
    /// Nothing is declared.
    #[default]
    Unknown,
}

/// The kind of wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gate {
    /// No wall was found.
    #[default]
    None,
    /// Sign in to read.
    Registration,
    /// So many free left.
    Metered,
    /// Pay to read.
    Subscription,
    /// A wall, but it does not say which.
    Unknown,
}

/// Whether the text in the page is the whole article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// The whole.
    Complete,
    /// Cut by a wall.
    Truncated,
    /// It cannot be told.
    #[default]
    Unknown,
}

macro_rules! section_kinds {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// Kinds of clutter. The names are the public API's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum SectionKind { $(#[doc = concat!("`", $name, "`")] $variant),* }

        impl SectionKind {
            /// Every kind.
            pub const ALL: &'static [SectionKind] = &[$(SectionKind::$variant),*];

            const NAMES: &[&str] = &[$($name),*];

            /// The name in the public API.
            pub fn name(self) -> &'static str {
                Self::NAMES.get(self as usize).copied().unwrap_or_default()
            }

            /// The kind of a name in the public API.
            pub fn from_name(name: &str) -> Option<SectionKind> {
                Self::ALL.get(Self::NAMES.iter().position(|known| *known == name)?).copied()
            }
        }
    };
}

section_kinds! {
    Navigation "navigation", Masthead "masthead", Footer "footer", Related "related", Popular "popular",
    SectionList "section-list", Share "share", Newsletter "newsletter", Promotion "promotion",
    Advertising "advertising", Comments "comments", AuthorBox "author-box", Tags "tags", Consent "consent",
    RegistrationWall "registration-wall", Paywall "paywall", Meter "meter", AppBanner "app-banner", Chat "chat",
    PopUp "pop-up", Duplicate "duplicate", WireCredit "wire-credit", PageFurniture "page-furniture",
}

impl SectionKind {
    /// Whether it stands between the reader and the text.
    pub fn is_wall(self) -> bool {
        matches!(self, SectionKind::RegistrationWall | SectionKind::Paywall | SectionKind::Meter)
    }
}

/// One piece of clutter, as the API gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its number on this page, from 0 in document order.
    pub id: u32,
    /// What it is.
    pub kind: SectionKind,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why, in a sentence a reader understands.
    pub reason: String,
    /// Its visible text.
    pub text: String,
    /// The first node.
    pub node: NodeId,
    /// Whether `node` is an element and the section is just that element.
    pub is_element: bool,
    /// The elements that make up the section, none inside another: hiding them hides it. Bare text has none.
    pub elements: Vec<NodeId>,
}

/// Damaged text that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What had gone wrong, such as `UTF-8 read as windows-1252`.
    pub kind: String,
    /// A sample as it stood in the page.
    pub before: String,
    /// The same sample repaired.
    pub after: String,
    /// How many times on the page.
    pub count: u32,
}

/// What to hide on the live page, and what to set free.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HidePlan {
    /// The ids of the sections to hide.
    pub hide: Vec<u32>,
    /// Elements on which a wall took away scrolling, or blurred or clamped the text.
    pub unlock: Vec<NodeId>,
    /// Elements with text of the article that a wall does not let be displayed.
    pub reveal: Vec<NodeId>,
}
