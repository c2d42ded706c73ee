//! Repair of damaged text, case by case. Ten thousand cases more are in `mojibake.rs`.

use limpid::text::repair::text;

#[test]
fn bytes_that_were_lost_and_text_that_is_mixed() {
    let cases = [
        ("voilÃ  l’Ã©tÃ©", "voilà l’été"),
        ("lÃ -bas Ã©tÃ©", "là-bas été"),
        ("âThe endâ, sheâ€™d saidâ€", "âThe endâ, she’d said”"),
        ("â€œYesâ€\u{fffd} he said", "“Yes” he said"),
        ("Ã¢â‚¬Å“twiceÃ¢â‚¬Â\u{9d}", "“twice”"),
        ("Привет, itâ€™s mixed", "Привет, it’s mixed"),
        ("Â© 2024", "© 2024"),
        ("25Â°C", "25°C"),
        ("≈íuvre d‚Äô√âmile Zola", "Œuvre d’Émile Zola"),
        ("ðŸ˜€ ok", "😀 ok"),
    ];
    for (damaged, clean) in cases {
        assert_eq!(text(damaged).as_deref(), Some(clean), "{damaged}");
    }
}
