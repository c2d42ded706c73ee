//! Dates as pages print them, in many languages, and values for machines.

use limpid::text::dates::{Style, in_url, machine, printed};

fn check(cases: &[(&str, &str, &str)], read: impl Fn(&str, &str) -> Option<String>) {
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(given, lang, expected)| {
            let got = read(given, lang).unwrap_or_else(|| "none".to_owned());
            (got != *expected).then(|| format!("{lang}: {given}: {got}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn printed_dates() {
    check(PRINTED, |text, lang| printed(text, Style::of_language(lang)).first().map(|found| found.date.to_string()));
}

const PRINTED: &[(&str, &str, &str)] = &[
    ("April 01, 2025", "en", "2025-04-01"),
    ("Published 8th of November 2024", "en-GB", "2024-11-08"),
    ("Nov. 8, 2024, 5:07 p.m. PST", "en-US", "2024-11-08T17:07-08:00"),
    ("Fri Nov 08 10:30:00 GMT 2024", "en", "2024-11-08T10:30:00Z"),
    ("11/8/2024", "en-US", "2024-11-08"),
    ("8/11/2024", "en-GB", "2024-11-08"),
    ("8/11/2024", "fr", "2024-11-08"),
    ("25/12/2024", "en-US", "2024-12-25"),
    ("08-Nov-24", "en", "2024-11-08"),
    ("12 AM on November 8", "en", "none"),
    ("November 8, 2024 12:05 AM", "en", "2024-11-08T00:05"),
    ("8. November 2024, 10:30 Uhr", "de", "2024-11-08T10:30"),
    ("08.11.2024 | 10:30", "de", "2024-11-08T10:30"),
    ("08.11.24", "de", "2024-11-08"),
    ("le 8 novembre 2024 à 10h30", "fr", "2024-11-08T10:30"),
    ("1er août 2024", "fr", "2024-08-01"),
    ("8 de noviembre de 2024", "es", "2024-11-08"),
    ("8 de set. de 2024", "pt-BR", "2024-09-08"),
    ("8 novembre 2024 alle 10:30", "it", "2024-11-08T10:30"),
    ("8 november 2024 om 10:30", "nl", "2024-11-08T10:30"),
    ("den 8 november 2024", "sv", "2024-11-08"),
    ("8. desember 2024 kl. 10:30", "no", "2024-12-08T10:30"),
    ("8. marraskuuta 2024", "fi", "2024-11-08"),
    ("8 listopada 2024", "pl", "2024-11-08"),
    ("8. listopada 2024.", "hr", "2024-10-08"),
    ("8. listopadu 2024", "cs", "2024-11-08"),
    ("2024. november 8.", "hu", "2024-11-08"),
    ("8 noiembrie 2024", "ro", "2024-11-08"),
    ("2024 m. lapkričio 8 d.", "lt", "2024-11-08"),
    ("2024. gada 8. novembris", "lv", "2024-11-08"),
    ("8 ноября 2024 г., 10:30", "ru", "2024-11-08T10:30"),
    ("8 листопада 2024", "uk", "2024-11-08"),
    ("8 Νοεμβρίου 2024", "el", "2024-11-08"),
    ("8 Kasım 2024", "tr", "2024-11-08"),
    ("٨ نوفمبر ٢٠٢٤", "ar", "2024-11-08"),
    ("8 تشرين الثاني 2024", "ar", "2024-11-08"),
    ("8 בנובמבר 2024", "he", "2024-11-08"),
    ("8 नवंबर 2024", "hi", "2024-11-08"),
    ("৮ নভেম্বর ২০২৪", "bn", "2024-11-08"),
    ("8 พฤศจิกายน 2567", "th", "2024-11-08"),
    ("8 พ.ย. 2567 10:30 น.", "th", "2024-11-08T10:30"),
    ("8 November 2024 pukul 10:30", "id", "2024-11-08T10:30"),
    ("ngày 8 tháng 11 năm 2024", "vi", "2024-11-08"),
    ("2024年11月8日 10:30", "zh", "2024-11-08T10:30"),
    ("2024年11月8日 10時30分", "ja", "2024-11-08T10:30"),
    ("令和6年11月8日", "ja", "2024-11-08"),
    ("2024년 11월 8일", "ko", "2024-11-08"),
    ("2024.11.08. 오전", "ko", "2024-11-08"),
    ("8 พ.ย. 67", "th", "2024-11-08"),
    ("8 พฤศจิกายน พ.ศ. 2567", "th", "2024-11-08"),
    ("۱۸ آبان ۱۴۰۳", "fa", "2024-11-08"),
    ("30 اسفند 1403", "fa", "2025-03-20"),
    ("30 اسفند 1404", "fa", "none"),
    ("2 تير 1399 - 12:09", "fa", "2020-06-22T12:09"),
    ("۱۴۰۳/۰۸/۱۸", "fa", "2024-11-08"),
    ("8 November 1403", "en", "none"),
    ("1403/08/18", "en", "none"),
    ("٢٠٢٤/١١/٠٨", "ar", "2024-11-08"),
    ("2024年11月8日（金）10時30分", "ja", "2024-11-08T10:30"),
    ("2024年11月8日 午後2時5分", "ja", "2024-11-08T14:05"),
    ("平成30年11月8日", "ja", "2018-11-08"),
    ("令和元年5月1日", "ja", "2019-05-01"),
    ("2024年11月8日 星期五 下午2:30", "zh", "2024-11-08T14:30"),
    ("2024.11.08. 오후 2:30", "ko", "2024-11-08T14:30"),
    ("2024년 11월 8일 오전 10시 30분", "ko", "2024-11-08T10:30"),
    ("2024년 11월 8일(금) 10:30", "ko", "2024-11-08T10:30"),
    ("08 Kasım 2024 Cuma 10:30", "tr", "2024-11-08T10:30"),
    ("8 листопада 2024, п'ятниця, 10:30", "uk", "2024-11-08"),
    ("2024 m. lapkričio 8 d. 10:30", "lt", "2024-11-08T10:30"),
    ("ΠΑΡΑΣΚΕΥΗ 8 ΝΟΕΜΒΡΙΟΥ 2024", "el", "2024-11-08"),
    ("2024ko azaroaren 8a", "eu", "2024-11-08"),
    ("8. november 2024 kell 10:30", "et", "2024-11-08T10:30"),
    ("8. nóvember 2024 kl. 10:30", "is", "2024-11-08T10:30"),
    ("8 de novembre de 2024", "ca", "2024-11-08"),
    ("8 лістапада 2024", "be", "2024-11-08"),
    ("8 ноември 2024", "bg", "2024-11-08"),
    ("8. новембар 2024.", "sr", "2024-11-08"),
    ("8. november 2024", "sk", "2024-11-08"),
    ("8 نومبر 2024", "ur", "2024-11-08"),
    ("8 noyabr 2024", "az", "2024-11-08"),
    ("८ नवंबर २०२४", "hi", "2024-11-08"),
    ("November 8, 2024 10:30 AM IST", "en-IN", "2024-11-08T10:30+05:30"),
    ("8 November 2024 3:1", "en", "2024-11-08"),
    ("November 8, 20248:30 PM", "en", "2024-11-08"),
    ("F1Dec 19, 2023", "en", "2023-12-19"),
    ("8/11/2024", "en-AU", "2024-11-08"),
    ("8/11/2024", "vi", "2024-11-08"),
    ("8/11/2024", "he", "2024-11-08"),
    ("8/11/2024", "", "2024-08-11"),
    ("call 555-123-2024 now", "en", "none"),
    ("version 1.2.3.2024", "en", "none"),
    ("31 February 2024", "en", "none"),
    ("2019 was good, 2020 was better", "en", "none"),
];

/// Where the language names no country, the site's address may.
#[test]
fn the_site_says_what_english_it_writes() {
    for (lang, host, expected) in [
        ("en", Some("northern-post.co.uk"), "2024-11-08"),
        ("en", Some("northern-post.com"), "2024-08-11"),
        ("en-US", Some("northern-post.com.au"), "2024-08-11"),
        ("de", Some("northern-post.com"), "2024-11-08"),
    ] {
        let found = printed("8/11/2024", Style::of_page(lang, host)).first().map(|found| found.date.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{lang} {host:?}");
    }
}

/// A moment in universal time and the day that is printed for it.
#[test]
fn a_moment_is_told_as_it_is_printed() {
    for (stated, shown, expected) in [
        ("2024-11-09T03:30:00Z", "November 8, 2024, 10:30 PM", Some("2024-11-08T22:30-05:00")),
        ("2024-11-09T03:30:00Z", "November 8, 2024", Some("2024-11-08")),
        ("2024-11-08T17:08:00Z", "November 7, 2024", None),
        ("2024-11-08T08:00:00Z", "November 9, 2024", None),
        ("2024-11-08T16:00:00Z", "November 9, 2024", Some("2024-11-09")),
        ("2024-11-08T22:30:00+01:00", "November 7, 2024", None),
    ] {
        let told = printed(shown, Style::of_language("en")).first().and_then(|found| machine(stated)?.told_as(found.date));
        assert_eq!(told.map(|date| date.to_string()).as_deref(), expected, "{stated} {shown}");
    }
}

#[test]
fn values_for_machines() {
    check(MACHINE, |value, _| machine(value).map(|date| date.to_string()));
}

const MACHINE: &[(&str, &str, &str)] = &[
    ("2024-11-08", "", "2024-11-08"),
    ("2024-11-08T10:30:00.000Z", "", "2024-11-08T10:30:00Z"),
    ("2024-11-08T10:30+05:30", "", "2024-11-08T10:30+05:30"),
    ("2024-11-08 10:30:00 -0500", "", "2024-11-08T10:30:00-05:00"),
    ("20241108T103000Z", "", "2024-11-08T10:30:00Z"),
    ("20241108", "", "2024-11-08"),
    ("1731061800000", "", "2024-11-08T10:30:00Z"),
    ("Fri Nov 08 2024 10:30:00 GMT-0500 (EST)", "", "2024-11-08T10:30:00-05:00"),
    ("2024", "", "none"),
    ("0000-00-00", "", "none"),
    ("11/08/2024", "", "2024-11-08"),
];

#[test]
fn dates_in_addresses() {
    check(ADDRESSES, |url, _| in_url(url).map(|date| date.to_string()));
}

const ADDRESSES: &[(&str, &str, &str)] = &[
    ("https://example.com/2024/11/08/headline.html", "", "2024-11-08"),
    ("https://example.com/news/2024-11-08-headline", "", "2024-11-08"),
    ("https://example.com/a/20241108/1.html", "", "2024-11-08"),
    ("https://example.com/2024/1108/c90.html", "", "2024-11-08"),
    ("https://example.com/2024/11/headline", "", "2024-11"),
    ("https://example.com/news/08-11-2024-headline", "", "2024-11-08"),
    ("https://example.com/article-123456789", "", "none"),
    ("https://example.com/top-2024-cars?d=2024-11-08", "", "none"),
];

#[test]
fn lower_case_is_that_of_the_standard_library_in_scripts_that_stand_on_pages() {
    let scripts =
        ['\u{41}'..='\u{17f}', '\u{388}'..='\u{3a1}', '\u{400}'..='\u{52f}', '\u{531}'..='\u{556}', '\u{1e00}'..='\u{1eff}'];
    for c in scripts.into_iter().flatten() {
        assert_eq!(Some(limpid::text::fold::lower(c)), c.to_lowercase().next(), "{c}");
    }
}
