//! Small decimal numbers as attributes write them. The standard library's parser is exact to the last bit and brings tables
//! of 14 KB for it; sizes in pixels need neither.

/// The number that the whole text is: an optional sign, digits, an optional fraction.
///
/// ```
/// use limpid::text::decimal::parse;
/// assert_eq!(parse("12.5"), Some(12.5));
/// assert_eq!(parse("-3"), Some(-3.0));
/// assert_eq!(parse("1e9"), None);
/// ```
pub fn parse(text: &str) -> Option<f32> {
    let (negative, digits) =
        text.strip_prefix('-').map_or((false, text.strip_prefix('+').unwrap_or(text)), |rest| (true, rest));
    let (mut value, mut scale, mut any) = (0.0f32, 0.0f32, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f32::from(byte - b'0');
                scale *= 10.0;
                any = true;
            }
            b'.' if scale == 0.0 => scale = 1.0,
            _ => return None,
        }
    }
    let value = if scale > 1.0 { value / scale } else { value };
    (any && value.is_finite()).then_some(if negative { -value } else { value })
}

/// The whole number that the whole text is: an optional sign and digits. What is too large to mean anything is `i32::MAX`.
///
/// ```
/// use limpid::text::decimal::integer;
/// assert_eq!(integer("-12"), Some(-12));
/// assert_eq!(integer("99999999999"), Some(i32::MAX));
/// assert_eq!(integer("1.5"), None);
/// ```
pub fn integer(text: &str) -> Option<i32> {
    let negative = text.starts_with('-');
    let digits = if negative || text.starts_with('+') { text.get(1..)? } else { text };
    let mut value = 0i32;
    for byte in digits.bytes() {
        value = value.saturating_mul(10).saturating_add(i32::from(byte) - i32::from(b'0'));
        if !byte.is_ascii_digit() {
            return None;
        }
    }
    if digits.is_empty() { None } else { Some(if negative { -value } else { value }) }
}

/// Adds a number in decimal digits.
pub fn push(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    let mut scale = 1;
    while rest / scale > 9 {
        scale *= 10;
    }
    while scale > 0 {
        out.push((b'0' + (rest / scale) as u8) as char);
        rest %= scale;
        scale /= 10;
    }
}
