//! Damaged texts are restored to the letter, and clean ones are never touched: thousands of both, made from sentences in
//! thirty-odd languages.
#![cfg(feature = "html")]

use encoding_rs::{Encoding, WINDOWS_1252};
use limpid::text::repair::text;

/// At least so many of a thousand damaged texts are restored exactly.
const RESTORED_PER_MILLE_MIN: usize = 990;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// A few sentences of one language, in any order.
fn clean_text(dice: &mut Dice, sentences: &[&str]) -> String {
    let count = 1 + dice.below(3);
    let picked: Vec<&str> = (0..count).map(|_| sentences[dice.below(sentences.len())]).collect();
    picked.join(if dice.below(2) == 0 { " " } else { "\n" })
}

/// UTF-8 read byte by byte in another encoding; what that leaves open is read as windows-1252, where that can be told apart.
fn misread(text: &str, encoding: &'static Encoding) -> String {
    let one = |byte: u8, encoding: &'static Encoding| encoding.decode_without_bom_handling(&[byte]).0.into_owned();
    let is_own = |read: &str| (0x80..=0xFF).any(|byte| one(byte, encoding) == read);
    let open = |read: &str| read == "\u{fffd}" || read.starts_with(|c: char| ('\u{80}'..'\u{a0}').contains(&c));
    text.bytes()
        .map(|byte| match one(byte, encoding) {
            read if open(&read) => {
                Some(one(byte, WINDOWS_1252)).filter(|filled| !is_own(filled)).unwrap_or(char::from(byte).to_string())
            }
            read => read,
        })
        .collect()
}

fn encodings() -> Vec<&'static Encoding> {
    let labels =
        ["windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256"];
    let more = ["windows-1257", "windows-1258", "windows-874", "macintosh", "koi8-r"];
    labels.into_iter().chain(more).filter_map(|label| Encoding::for_label(label.as_bytes())).collect()
}

#[test]
fn damaged_texts_are_restored() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut total, mut wrong) = (0, Vec::new());
    for encoding in encodings() {
        for (language, sentences) in SENTENCES {
            for round in 0..26 {
                let clean = clean_text(&mut dice, sentences);
                let once = misread(&clean, encoding);
                let damaged = match round % 13 {
                    11 => misread(&once, encoding),
                    12 => {
                        let mark = misread("”", encoding);
                        let cut = mark.char_indices().next_back().map_or(0, |(at, _)| at);
                        once.replace(&mark, &mark[..cut])
                    }
                    _ => once,
                };
                if damaged == clean {
                    continue;
                }
                total += 1;
                let restored = text(&damaged).unwrap_or_else(|| "untouched".to_owned());
                if restored != clean {
                    wrong.push(format!("{} {language} {}: {damaged} -> {restored}", encoding.name(), round % 13));
                }
            }
        }
    }
    let restored_per_mille = (total - wrong.len()) * 1000 / total;
    assert!(restored_per_mille >= RESTORED_PER_MILLE_MIN, "{restored_per_mille} of 1000 of {total}:\n{}", wrong.join("\n"));
}

#[test]
fn clean_texts_are_left_alone() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    let mut changed = Vec::new();
    for _ in 0..10_000 / SENTENCES.len() + 1 {
        for (language, sentences) in SENTENCES {
            let clean = clean_text(&mut dice, sentences);
            for given in [clean.clone(), clean.to_uppercase(), clean.replace(' ', "")] {
                if let Some(after) = text(&given) {
                    changed.push(format!("{language}: {given} -> {after}"));
                }
            }
        }
    }
    changed.extend(HARD.iter().filter_map(|clean| Some(format!("{clean} -> {}", text(clean)?))));
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

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
        ("ðŸ˜€ ok", "😀 ok"),
    ];
    for (damaged, clean) in cases {
        assert_eq!(text(damaged).as_deref(), Some(clean), "{damaged}");
    }
}

/// Clean texts in which characters follow each other as damaged ones do.
const HARD: &[&str] = &[
    "«É», “É…”, «à», l’été, d’être, —à, „Ä“, ”SÅ”, PÅ…, IRMÃ…, MAÇÃ” e MANHÃ»",
    "Îşi aminteşte, îşi doreşte, Îşi spune, Îşi face",
    "Úžas, Čž, Íš, ÚŽ, Éž, Óś, Ôž",
    "Γ’ Λυκείου, Δ’ Δημοτικού, Ε’ και Ζ’, «Ε»",
    "รก แบบ แผน ยก บก โบก เกก",
    "С… Петербург, Р… и Я…, «С», СССР»",
    "سگ رگ رک سگ‌ها گرگ",
    "Ã, Â, â, Ð, Ñ, Î, Ï",
    "ÃO, ÃE, Â», «Â»",
    "MENÜ“, SPASS“, Spaß“, GROẞ”, NÉ», FÊTÉE…",
    "A– B— C… D™ E© F®",
    "10 €–20 €, 5£–6£",
    "Đà Nẵng, Ãn, ĐÃ… LÀ”",
];

#[rustfmt::skip]
const SENTENCES: &[(&str, &[&str])] = &[
    ("en", &["“It’s over,” she said — and left.", "The café’s menu costs £5 – naïve, isn’t it?", "He paid €20 for the résumé…"]),
    ("de", &["Die Übergabe fällt aus, sagte der Bürgermeister.", "„Das ist schön“, rief die Ärztin über die Straße.", "Größe und Maß – für jeden etwas."]),
    ("fr", &["L’été dernier, le château était fermé à clé.", "« Où êtes-vous né ? » demanda-t-elle, gênée.", "Ça coûte cent euros, hélas."]),
    ("es", &["El niño comió jamón en la montaña.", "¿Cuándo llegará el tren a la estación?", "La señora dijo que mañana habrá una reunión."]),
    ("pt", &["A eleição será amanhã, não há dúvida.", "O avô português já está em São Paulo.", "As crianças estão na praça então."]),
    ("it", &["La città è più bella perché c’è il mare.", "Così è andata la società, disse il ministro.", "Può darsi che la verità venga fuori."]),
    ("nl", &["De coördinatie van het café is geïnd.", "Één idee: financiële reünie in België."]),
    ("sv", &["Två män på en ö såg en björn.", "Regeringen föreslår åtgärder för att öka säkerheten."]),
    ("da", &["Børnene går på skole i København.", "Der er både æbler og pærer på øen."]),
    ("no", &["Været blir dårlig på Sørlandet i går.", "Han så en bjørn på fjellet før påske."]),
    ("fi", &["Hän sähkötti äidille yöllä.", "Päivä on pitkä ja sää kylmä."]),
    ("is", &["Það er gott veður á Íslandi í dag.", "Þetta hefur verið erfitt ár fyrir bændur."]),
    ("pl", &["Zażółć gęślą jaźń w środę.", "Rząd ogłosił nowe święto państwowe."]),
    ("cs", &["Příliš žluťoučký kůň úpěl ďábelské ódy.", "Vláda schválila důchodovou reformu."]),
    ("sk", &["Kŕdeľ ďatľov učí koňa žrať kôru.", "Súčasný predseda vlády už mlčí."]),
    ("hu", &["Árvíztűrő tükörfúrógép működik itt.", "Az időjárás holnap hűvös és esős lesz."]),
    ("ro", &["Președintele a anunțat că țara își va plăti datoria.", "Fără îndoială, mâine va ninge în munți."]),
    ("hr", &["Učenici će ići na put u četvrtak.", "Vlada je odlučila da će se čuvati šume."]),
    ("lt", &["Ąžuolas žydi švelniai prie ežero.", "Vyriausybė paskelbė naujų žinių šį rytą."]),
    ("lv", &["Šodien būs silts un saulains laiks.", "Valdība apstiprināja jauno budžetu nākamajam gadam."]),
    ("et", &["Täna õhtul sajab mägedes lörtsi.", "Ülikool avas uue õppehoone."]),
    ("tr", &["Bugün İstanbul’da hava güneşli olacak.", "Çocuklar ağaçların altında şarkı söylüyor."]),
    ("vi", &["Hôm nay trời đẹp và nhiều gió.", "Chính phủ đã thông qua kế hoạch mới."]),
    ("ru", &["Правительство приняло новый закон о бюджете.", "«Мы не знаем», — сказал министр вчера."]),
    ("uk", &["Уряд ухвалив новий закон про освіту.", "Її бачили в Києві минулої п’ятниці."]),
    ("bg", &["Правителството прие нов закон вчера.", "Времето утре ще бъде слънчево."]),
    ("el", &["Η κυβέρνηση ανακοίνωσε νέα μέτρα χθες.", "«Δεν ξέρουμε», είπε ο υπουργός στη Βουλή."]),
    ("he", &["הממשלה אישרה אתמול את התקציב החדש.", "מזג האוויר יהיה נאה מחר בירושלים."]),
    ("ar", &["أعلنت الحكومة عن خطة جديدة أمس.", "سيكون الطقس مشمسا غدا في القاهرة."]),
    ("fa", &["دولت دیروز برنامه تازه‌ای اعلام کرد.", "هوا فردا در تهران آفتابی خواهد بود."]),
    ("hi", &["सरकार ने कल नई योजना की घोषणा की।", "मौसम कल साफ रहेगा।"]),
    ("th", &["รัฐบาลประกาศแผนใหม่เมื่อวานนี้", "พรุ่งนี้อากาศจะดีในกรุงเทพฯ", "เด็ก ๆ ไปโรงเรียนตอนเช้า แบบนี้ดีมาก"]),
    ("ja", &["政府は昨日、新しい計画を発表した。", "明日の天気は晴れでしょう。"]),
    ("zh", &["政府昨天宣布了新的计划。", "明天北京天气晴朗，适合外出。"]),
    ("ko", &["정부는 어제 새로운 계획을 발표했다.", "내일 서울 날씨는 맑겠습니다."]),
];
