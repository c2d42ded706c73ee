//! The single-byte code pages that UTF-8 is misread in, as differences: what ISO-8859-1 does not have at the same byte for
//! windows-1252, and what windows-1252 does not have for the others. Bytes that a code page leaves open are read as
//! windows-1252 or ISO-8859-1 reads them, as browsers and the makers of damaged pages do.

/// One code page.
pub struct CodePage {
    /// Its name.
    pub name: &'static str,
    /// Its own characters from the byte 0x80 on; a space where it has none, `a-z` for all from a to z.
    own: &'static str,
}

/// The code pages, the likeliest first. ISO-8859-1 is read with windows-1252: where they differ it has control characters.
pub const CODE_PAGES: &[CodePage] = &[
    CodePage { name: "windows-1252", own: "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ" },
    CodePage {
        name: "windows-1250",
        own: "            ŚŤŽŹ            śťžź\u{a0}ˇ˘Ł¤Ą    Ş    Ż  ˛ł     ąş»Ľ˝ľżŔ  ĂÄĹĆÇČÉĘËĚ  ĎĐŃŇ  Ő  ŘŮÚŰ  Ţßŕ  ăäĺćçčéęëě  ďđńň  ő  řůúű  ţ˙",
    },
    CodePage {
        name: "windows-1251", own: "ЂЃ‚ѓ    €‰Љ‹ЊЌЋЏђ         љ›њќћџ\u{a0}ЎўЈ¤Ґ  Ё©Є    Ї  Ііґ   ё№є»јЅѕїА-я"
    },
    CodePage {
        name: "windows-1253", own: "                                 ΅Ά            ―    ΄   Έ-Ί»Ό½Ύ-Ρ Σ-ώ"
    },
    CodePage {
        name: "windows-1254",
        own: "                                                                                Ğ            İŞ                 ğ            ış",
    },
    CodePage {
        name: "windows-1255",
        own: "                                    ₪     ×               ÷     \u{5b0}-\u{5b9} \u{5bb}-\u{5c3}\u{5f0}-\u{5f4}       \u{5d0}-\u{5ea}  \u{200e}\u{200f}",
    },
    CodePage {
        name: "windows-1256",
        own: " \u{67e}        \u{679}  \u{686}\u{698}\u{688}\u{6af}       \u{6a9}™\u{691}  \u{200c}\u{200d}\u{6ba}\u{a0}،        \u{6be}               \u{61b}    \u{61f}\u{6c1}\u{621}-\u{636}×\u{637}-\u{63a}\u{640}-\u{643}à\u{644}â\u{645}-\u{648}     \u{649}\u{64a}  \u{64b}-\u{64e}ô\u{64f}\u{650}÷\u{651}ù\u{652}  \u{200e}\u{200f}\u{6d2}",
    },
    CodePage {
        name: "windows-1257",
        own: "             ¨ˇ¸             ¯˛         Ø©Ŗ    Æ        ø¹ŗ    æĄĮĀĆ  ĘĒČÉŹĖĢĶĪĻŠŃŅÓŌ   ŲŁŚŪÜŻŽßąįāć  ęēčéźėģķīļšńņóō   ųłśūüżž˙",
    },
    CodePage {
        name: "windows-1258",
        own: "                                                                   Ă        \u{300}   ĐÑ\u{309}  Ơ       Ư\u{303}    ă        \u{301}   đñ\u{323}  ơ       ư₫",
    },
    CodePage { name: "windows-874", own: "                                 ก-\u{e3a}    ฿-๛" },
    CodePage {
        name: "macintosh",
        own: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°  §•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍ-ÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘-˚¸˝˛ˇ",
    },
    CodePage {
        name: "koi8-r",
        own: "─│┌┐└┘├┤┬┴┼▀▄█▌▐-▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═-╒ё╓-╡Ё╢-╬©юабцдефгхи-пяр-ужвьызшэщчъЮАБЦДЕФГХИ-ПЯР-УЖВЬЫЗШЭЩЧЪ",
    },
];

impl CodePage {
    /// Calls `each` with every character above ASCII and its byte. Control characters always mean their own byte: no page
    /// has them on purpose.
    pub fn characters(&self, each: &mut dyn FnMut(char, u8)) {
        let mut table: [char; 128] = std::array::from_fn(|at| char::from(0x80 | at as u8));
        for own in [CODE_PAGES[0].own, self.own] {
            fill(&mut table, own);
        }
        for (byte, c) in (0x80..=0xFF_u8).zip(table) {
            each(c, byte);
            if byte < 0xA0 {
                each(char::from(byte), byte);
            }
        }
    }

    /// Whether its letters above ASCII are Latin ones.
    pub fn is_latin(&self) -> bool {
        matches!(self.name, "windows-1252" | "windows-1250" | "windows-1254" | "windows-1257" | "windows-1258")
    }
}

fn fill(table: &mut [char; 128], own: &str) {
    let (mut slots, mut last, mut is_range) = (table.iter_mut(), 0, false);
    for c in own.chars() {
        if c == '-' {
            is_range = true;
            continue;
        }
        let from = if is_range { last + 1 } else { c as u32 };
        for (code, slot) in (from..=c as u32).zip(&mut slots) {
            if c != ' ' {
                *slot = char::from_u32(code).unwrap_or(c);
            }
        }
        (last, is_range) = (c as u32, false);
    }
}
