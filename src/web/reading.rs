//! The results as JavaScript sees them: the types of `crate::reading` as JSON, by the names of the public API.

use super::json::Json;
use crate::article::{Body, Piece};
use crate::reading::{Access, Article, Completeness, Declared, Gate, Reading, Repair, Section};

/// A reading, with the hide plan's two lists beside the sections.
pub fn to_json(reading: &Reading) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.name("article");
        match &reading.article {
            Some(of) => json.object(|json| article(json, of)),
            None => json.bare("null"),
        }
        json.name("access").object(|json| access(json, &reading.access));
        json.name("sections").array(&reading.sections, |json, of| json.object(|json| section(json, of)));
        json.name("repairs").array(&reading.repairs, |json, of| json.object(|json| repair(json, of)));
        json.name("hide").array(reading.hiding.hide.iter().copied(), Json::number);
        json.name("reveal").array(reading.hiding.reveal.iter().map(|node| node.place()), Json::number);
        json.name("unlock").array(reading.hiding.unlock.iter().map(|node| node.place()), Json::number);
    });
    json.finish()
}

/// The article's pieces: an array of a name with attributes and values where an element begins, a string for text, `null`
/// where the innermost element ends.
pub fn body_to_json(body: &Body) -> String {
    let mut json = Json::default();
    json.array(body.pieces(), |json, &piece| match piece {
        Piece::Text(text) => json.string(body.text(text)),
        Piece::Close => json.bare("null"),
        Piece::Open(tag, attrs) => {
            let attrs = body.attrs(attrs).flat_map(|(attr, value)| [attr.name(), value]);
            json.array(std::iter::once(tag.name()).chain(attrs), Json::string);
        }
    });
    json.finish()
}

fn article(json: &mut Json, of: &Article) {
    for (name, value) in [
        ("title", &of.title),
        ("byline", &of.byline),
        ("published", &of.published),
        ("modified", &of.modified),
        ("siteName", &of.site_name),
        ("agency", &of.agency),
        ("dateline", &of.dateline),
        ("copyright", &of.copyright),
        ("kicker", &of.kicker),
        ("standfirst", &of.standfirst),
        ("section", &of.section),
        ("excerpt", &of.excerpt),
        ("lang", &of.lang),
        ("dir", &of.dir),
        ("image", &of.image),
        ("favicon", &of.favicon),
        ("url", &of.url),
    ] {
        json.name(name).optional(value.as_deref());
    }
    for (name, lines) in [("authors", &of.authors), ("credits", &of.credits), ("tags", &of.tags)] {
        strings(json, name, lines);
    }
    for (name, text) in [("html", &of.html), ("text", &of.text), ("markdown", &of.markdown)] {
        json.name(name).string(text);
    }
    json.name("type").string(of.page_type.name());
    json.name("wordCount").number(of.word_count);
    json.name("readingMinutes").number(of.reading_minutes);
    json.name("confidence").share(of.confidence);
}

fn strings(json: &mut Json, name: &str, values: &[String]) {
    json.name(name).array(values.iter().map(String::as_str), Json::string);
}

fn access(json: &mut Json, of: &Access) {
    json.name("declared").string(match of.declared {
        Declared::Free => "free",
        Declared::Paid => "paid",
        Declared::Unknown => "unknown",
    });
    json.name("gate").string(match of.gate {
        Gate::None => "none",
        Gate::Registration => "registration",
        Gate::Metered => "metered",
        Gate::Subscription => "subscription",
        Gate::Unknown => "unknown",
    });
    json.name("text").string(match of.text {
        Completeness::Complete => "complete",
        Completeness::Truncated => "truncated",
        Completeness::Unknown => "unknown",
    });
    strings(json, "evidence", &of.evidence);
    json.name("signInUrl").optional(of.sign_in_url.as_deref());
}

/// `nodes` are the elements to hide; JavaScript puts the live element in their place.
fn section(json: &mut Json, of: &Section) {
    json.name("id").number(of.id);
    for (name, text) in [("kind", of.kind.name()), ("rule", of.rule), ("reason", &of.reason), ("text", &of.text)] {
        json.name(name).string(text);
    }
    json.name("hidden").bare("false");
    json.name("nodes").array(of.elements.iter().map(|node| node.place()), Json::number);
}

fn repair(json: &mut Json, of: &Repair) {
    for (name, text) in [("kind", &of.kind), ("before", &of.before), ("after", &of.after)] {
        json.name(name).string(text);
    }
    json.name("count").number(of.count);
}
