//! The results as JavaScript sees them: plain twins of the types in `crate::reading`.

use super::error::BoundaryError;
use crate::article::Piece;
use crate::reading::{self, Completeness, Declared, Gate};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use wasm_bindgen::JsValue;

/// A reading as a JavaScript object.
pub fn to_js(reading: reading::Reading) -> Result<JsValue, BoundaryError> {
    value(&Reading::from(reading))
}

/// The article's pieces as a JavaScript array: a name with attributes and values where an element begins, a string for text,
/// `null` where the innermost element ends.
pub fn body_to_js(body: &[Piece]) -> Result<JsValue, BoundaryError> {
    value(&body.iter().map(BodyPiece).collect::<Vec<_>>())
}

fn value(result: &impl Serialize) -> Result<JsValue, BoundaryError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    result.serialize(&serializer).map_err(|error| BoundaryError::Result(error.to_string()))
}

/// Twin of [`reading::Reading`], with the hide plan's two lists beside the sections.
#[derive(Serialize)]
struct Reading {
    article: Option<Article>,
    access: Access,
    sections: Vec<Section>,
    repairs: Vec<Repair>,
    hide: Vec<u32>,
    unlock: Vec<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article {
    title: Option<String>,
    byline: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    modified: Option<String>,
    site_name: Option<String>,
    agency: Option<String>,
    credits: Vec<String>,
    copyright: Option<String>,
    kicker: Option<String>,
    standfirst: Option<String>,
    excerpt: Option<String>,
    lang: Option<String>,
    dir: Option<String>,
    image: Option<String>,
    url: Option<String>,
    html: String,
    text: String,
    markdown: String,
    word_count: u32,
    reading_minutes: u32,
    confidence: f32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Access {
    declared: &'static str,
    gate: &'static str,
    text: &'static str,
    evidence: Vec<String>,
    sign_in_url: Option<String>,
}

/// Twin of [`reading::Section`]. `nodes` are the elements to hide; JavaScript puts the live element in their place.
#[derive(Serialize)]
struct Section {
    id: u32,
    kind: &'static str,
    rule: &'static str,
    reason: String,
    text: String,
    hidden: bool,
    nodes: Vec<u32>,
}

#[derive(Serialize)]
struct Repair {
    kind: String,
    before: String,
    after: String,
    count: u32,
}

impl From<reading::Reading> for Reading {
    fn from(from: reading::Reading) -> Reading {
        Reading {
            article: from.article.map(Article::from),
            access: Access::from(from.access),
            sections: from.sections.into_iter().map(Section::from).collect(),
            repairs: from.repairs.into_iter().map(Repair::from).collect(),
            hide: from.hiding.hide,
            unlock: from.hiding.unlock.into_iter().map(|node| node.0).collect(),
        }
    }
}

impl From<reading::Article> for Article {
    fn from(from: reading::Article) -> Article {
        Article {
            title: from.title,
            byline: from.byline,
            authors: from.authors,
            published: from.published,
            modified: from.modified,
            site_name: from.site_name,
            agency: from.agency,
            credits: from.credits,
            copyright: from.copyright,
            kicker: from.kicker,
            standfirst: from.standfirst,
            excerpt: from.excerpt,
            lang: from.lang,
            dir: from.dir,
            image: from.image,
            url: from.url,
            html: from.html,
            text: from.text,
            markdown: from.markdown,
            word_count: from.word_count,
            reading_minutes: from.reading_minutes,
            confidence: from.confidence,
        }
    }
}

impl From<reading::Access> for Access {
    fn from(from: reading::Access) -> Access {
        Access {
            declared: match from.declared {
                Declared::Free => "free",
                Declared::Paid => "paid",
                Declared::Unknown => "unknown",
            },
            gate: match from.gate {
                Gate::None => "none",
                Gate::Registration => "registration",
                Gate::Metered => "metered",
                Gate::Subscription => "subscription",
                Gate::Unknown => "unknown",
            },
            text: match from.text {
                Completeness::Complete => "complete",
                Completeness::Truncated => "truncated",
                Completeness::Unknown => "unknown",
            },
            evidence: from.evidence,
            sign_in_url: from.sign_in_url,
        }
    }
}

impl From<reading::Section> for Section {
    fn from(from: reading::Section) -> Section {
        let nodes = from.elements.iter().map(|node| node.0).collect();
        Section {
            id: from.id,
            kind: from.kind.name(),
            rule: from.rule,
            reason: from.reason,
            text: from.text,
            hidden: false,
            nodes,
        }
    }
}

impl From<reading::Repair> for Repair {
    fn from(from: reading::Repair) -> Repair {
        Repair { kind: from.kind, before: from.before, after: from.after, count: from.count }
    }
}

struct BodyPiece<'a>(&'a Piece);

impl Serialize for BodyPiece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Piece::Text(text) => serializer.serialize_str(text),
            Piece::Close => serializer.serialize_unit(),
            Piece::Open(tag, attrs) => {
                let mut seq = serializer.serialize_seq(Some(1 + 2 * attrs.len()))?;
                seq.serialize_element(tag.name())?;
                for (name, value) in attrs {
                    seq.serialize_element(name)?;
                    seq.serialize_element(value)?;
                }
                seq.end()
            }
        }
    }
}
