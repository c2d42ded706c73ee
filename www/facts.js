// @ts-check
// Dates and times in the article's own language, by what the platform knows of languages.

/**
 * A date as people write it, as precise as it is known: "2024", "2024-11", "2024-11-08", with a time or without.
 * @param {string} iso
 * @param {string | null} lang
 * @returns {string}
 */
export function writtenDate(iso, lang) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(known(lang), precision(iso)).format(date);
}

/** @param {string} iso @returns {Intl.DateTimeFormatOptions} */
function precision(iso) {
  // Days, months and years without a time have no time zone either.
  if (/^\d{4}$/.test(iso)) return { year: 'numeric', timeZone: 'UTC' };
  if (/^\d{4}-\d\d$/.test(iso)) return { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return { dateStyle: 'long', timeZone: 'UTC' };
  return { dateStyle: 'long', timeStyle: 'short' };
}

/**
 * @param {number} minutes
 * @param {string | null} lang
 */
export function writtenMinutes(minutes, lang) {
  return new Intl.NumberFormat(known(lang), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
}

/**
 * The article's language as the person writes it, where it is one of theirs: British dates for a British reader.
 * @param {string | null} lang
 */
function known(lang) {
  try {
    const [language] = (lang ?? '').split('-');
    const own = globalThis.navigator?.languages?.find((tag) => tag.split('-')[0] === language);
    return lang ? Intl.getCanonicalLocales(own ?? lang) : undefined;
  } catch {
    // Not a language tag: the person's own language will do.
    return undefined;
  }
}
