//! The single-byte code pages that UTF-8 is misread in, as differences: what ISO-8859-1 does not have at the same byte for
//! windows-1252, and what windows-1252 does not have for the others. Bytes that a code page leaves open are read as
//! windows-1252 or ISO-8859-1 reads them, as browsers and the makers of damaged pages do.

/// One code page.
pub struct CodePage {
    /// Its name.
    pub name: &'static str,
    /// Runs of characters of its own, each with the byte of the first.
    own: &'static [(u8, &'static str)],
}

/// The code pages, the likeliest first. ISO-8859-1 is read with windows-1252: where they differ it has control characters.
pub const CODE_PAGES: &[CodePage] = &[
    CodePage {
        name: "windows-1252",
        own: &[(0x80, "€"), (0x82, "‚ƒ„…†‡ˆ‰Š‹Œ"), (0x8E, "Ž"), (0x91, "‘’“”•–—˜™š›œ"), (0x9E, "žŸ")],
    },
    CodePage {
        name: "windows-1250",
        own: &[
            (0x8C, "ŚŤŽŹ"),
            (0x9C, "śťžź\u{a0}ˇ˘Ł¤Ą"),
            (0xAA, "Ş"),
            (0xAF, "Ż"),
            (0xB2, "˛ł"),
            (0xB9, "ąş»Ľ˝ľżŔ"),
            (0xC3, "ĂÄĹĆÇČÉĘËĚ"),
            (0xCF, "ĎĐŃŇ"),
            (0xD5, "Ő"),
            (0xD8, "ŘŮÚŰ"),
            (0xDE, "Ţßŕ"),
            (0xE3, "ăäĺćçčéęëě"),
            (0xEF, "ďđńň"),
            (0xF5, "ő"),
            (0xF8, "řůúű"),
            (0xFE, "ţ˙"),
        ],
    },
    CodePage {
        name: "windows-1251",
        own: &[
            (0x80, "ЂЃ‚ѓ"),
            (0x88, "€‰Љ‹ЊЌЋЏђ"),
            (0x9A, "љ›њќћџ\u{a0}ЎўЈ¤Ґ"),
            (0xA8, "Ё©Є"),
            (0xAF, "Ї"),
            (0xB2, "Ііґ"),
            (0xB8, "ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"),
        ],
    },
    CodePage {
        name: "windows-1253",
        own: &[
            (0xA1, "΅Ά"),
            (0xAF, "―"),
            (0xB4, "΄"),
            (0xB8, "ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ"),
            (0xD3, "ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ"),
        ],
    },
    CodePage { name: "windows-1254", own: &[(0xD0, "Ğ"), (0xDD, "İŞ"), (0xF0, "ğ"), (0xFD, "ış")] },
    CodePage {
        name: "windows-1255",
        own: &[
            (0xA4, "₪"),
            (0xAA, "×"),
            (0xBA, "÷"),
            (0xC0, "\u{5b0}\u{5b1}\u{5b2}\u{5b3}\u{5b4}\u{5b5}\u{5b6}\u{5b7}\u{5b8}\u{5b9}"),
            (0xCB, "\u{5bb}\u{5bc}\u{5bd}\u{5be}\u{5bf}\u{5c0}\u{5c1}\u{5c2}\u{5c3}\u{5f0}\u{5f1}\u{5f2}\u{5f3}\u{5f4}"),
            (
                0xE0,
                "\u{5d0}\u{5d1}\u{5d2}\u{5d3}\u{5d4}\u{5d5}\u{5d6}\u{5d7}\u{5d8}\u{5d9}\u{5da}\u{5db}\u{5dc}\u{5dd}\u{5de}\u{5df}\u{5e0}\u{5e1}\u{5e2}\u{5e3}\u{5e4}\u{5e5}\u{5e6}\u{5e7}\u{5e8}\u{5e9}\u{5ea}",
            ),
            (0xFD, "\u{200e}\u{200f}"),
        ],
    },
    CodePage {
        name: "windows-1256",
        own: &[
            (0x81, "\u{67e}"),
            (0x8A, "\u{679}"),
            (0x8D, "\u{686}\u{698}\u{688}\u{6af}"),
            (0x98, "\u{6a9}™\u{691}"),
            (0x9D, "\u{200c}\u{200d}\u{6ba}\u{a0}\u{60c}"),
            (0xAA, "\u{6be}"),
            (0xBA, "\u{61b}"),
            (
                0xBF,
                "\u{61f}\u{6c1}\u{621}\u{622}\u{623}\u{624}\u{625}\u{626}\u{627}\u{628}\u{629}\u{62a}\u{62b}\u{62c}\u{62d}\u{62e}\u{62f}\u{630}\u{631}\u{632}\u{633}\u{634}\u{635}\u{636}×\u{637}\u{638}\u{639}\u{63a}\u{640}\u{641}\u{642}\u{643}à\u{644}â\u{645}\u{646}\u{647}\u{648}",
            ),
            (0xEC, "\u{649}\u{64a}"),
            (0xF0, "\u{64b}\u{64c}\u{64d}\u{64e}ô\u{64f}\u{650}÷\u{651}ù\u{652}"),
            (0xFD, "\u{200e}\u{200f}\u{6d2}"),
        ],
    },
    CodePage {
        name: "windows-1257",
        own: &[
            (0x8D, "¨ˇ¸"),
            (0x9D, "¯˛"),
            (0xA8, "Ø©Ŗ"),
            (0xAF, "Æ"),
            (0xB8, "ø¹ŗ"),
            (0xBF, "æĄĮĀĆ"),
            (0xC6, "ĘĒČÉŹĖĢĶĪĻŠŃŅÓŌ"),
            (0xD8, "ŲŁŚŪÜŻŽßąįāć"),
            (0xE6, "ęēčéźėģķīļšńņóō"),
            (0xF8, "ųłśūüżž˙"),
        ],
    },
    CodePage {
        name: "windows-1258",
        own: &[
            (0xC3, "Ă"),
            (0xCC, "\u{300}"),
            (0xD0, "ĐÑ\u{309}"),
            (0xD5, "Ơ"),
            (0xDD, "Ư\u{303}"),
            (0xE3, "ă"),
            (0xEC, "\u{301}"),
            (0xF0, "đñ\u{323}"),
            (0xF5, "ơ"),
            (0xFD, "ư₫"),
        ],
    },
    CodePage {
        name: "windows-874",
        own: &[
            (0xA1, "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึื\u{e38}\u{e39}\u{e3a}"),
            (0xDF, "฿เแโใไๅๆ็\u{e48}\u{e49}\u{e4a}\u{e4b}์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛"),
        ],
    },
    CodePage {
        name: "macintosh",
        own: &[
            (0x80, "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°"),
            (0xA4, "§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"),
        ],
    },
    CodePage {
        name: "koi8-r",
        own: &[(
            0x80,
            "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
        )],
    },
];

impl CodePage {
    /// Calls `each` with every character above ASCII and its byte. Control characters always mean their own byte: no page
    /// has them on purpose.
    pub fn characters(&self, each: &mut dyn FnMut(char, u8)) {
        let mut table: [char; 128] = std::array::from_fn(|at| char::from(0x80 | at as u8));
        for &(first, characters) in CODE_PAGES[0].own.iter().chain(self.own) {
            for (byte, c) in (first..=0xFF).zip(characters.chars()) {
                table[usize::from(byte & 0x7F)] = c;
            }
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
