//! JSON, written as text: one string crosses the boundary, and the engine's own parser makes the objects.

use crate::text::decimal;
use crate::text::escape::{Stops, copy};

/// A text of JSON that grows. What is begun is ended by its caller; commas come by themselves.
#[derive(Default)]
pub struct Json {
    text: String,
}

/// The digits of `\u00xx`.
const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];

/// Steps that a number between 0 and 1 is rounded to.
const SHARE_STEPS: f32 = 10_000.0;

impl Json {
    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }

    /// An object, its members written by `members`.
    pub fn object(&mut self, members: impl FnOnce(&mut Json)) {
        self.bare("{");
        members(self);
        self.text.push('}');
    }

    /// An array of what `item` writes of each.
    pub fn array<T>(&mut self, items: impl IntoIterator<Item = T>, item: impl Fn(&mut Json, T)) {
        self.bare("[");
        items.into_iter().for_each(|each| item(self, each));
        self.text.push(']');
    }

    /// The name of the member that follows.
    pub fn name(&mut self, name: &str) -> &mut Json {
        self.string(name);
        self.text.push(':');
        self
    }

    /// A string, or `null`.
    pub fn optional(&mut self, value: Option<&str>) {
        match value {
            Some(value) => self.string(value),
            None => self.bare("null"),
        }
    }

    /// A whole number.
    pub fn number(&mut self, value: u32) {
        self.bare("");
        decimal::push(&mut self.text, value as i32);
    }

    /// A number from 0 to 1, to four places.
    pub fn share(&mut self, value: f32) {
        let steps = SHARE_STEPS + value.clamp(0.0, 1.0) * SHARE_STEPS + 0.5;
        let mut digits = String::new();
        decimal::push(&mut digits, steps as i32);
        let (whole, places) = if digits.starts_with('1') { ("0.", digits.get(1..)) } else { ("1", None) };
        self.bare(whole);
        self.text.push_str(places.unwrap_or_default());
    }

    /// What needs no quotes.
    pub fn bare(&mut self, value: &str) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
        self.text.push_str(value);
    }

    /// A string in quotes.
    pub fn string(&mut self, value: &str) {
        self.bare("\"");
        // Control characters, and the two marks.
        const STOPS: Stops = [0xFFFF_FFFF | 1 << b'"', 1 << (b'\\' - 64), 0, 0];
        copy(&mut self.text, value, &STOPS, &mut |out, rest| {
            let byte = rest.as_bytes().first().copied().unwrap_or_default();
            out.push('\\');
            match byte {
                b'\n' => out.push('n'),
                b'"' | b'\\' => out.push(byte.into()),
                _ => {
                    out.push_str("u00");
                    out.push(HEX[usize::from(byte >> 4)]);
                    out.push(HEX[usize::from(byte & 15)]);
                }
            }
            1
        });
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_what_a_parser_reads_back() {
        let mut json = Json::default();
        json.object(|json| {
            json.name("a").string("“q\"\\\n\u{1}\u{1f}é”");
            json.name("b").array([1, 20], Json::number);
            json.name("c").optional(None);
            json.name("d").object(|_| {});
            json.name("e").array([0.0, 0.05, 0.98765, 1.0], Json::share);
        });
        let parsed: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
        assert_eq!(
            parsed.to_string(),
            "{\"a\":\"“q\\\"\\\\\\n\\u0001\\u001fé”\",\"b\":[1,20],\"c\":null,\"d\":{},\"e\":[0.0,0.05,0.9877,1]}"
        );
    }
}
