// @ts-check
/**
 * The results as they are given out.
 *
 * @typedef {object} Reading
 * @property {Article | null} article `null` where the page carries none.
 * @property {Access} access
 * @property {Section[]} sections The clutter, in document order.
 * @property {Repair[]} repairs
 *
 * @typedef {object} Article
 * @property {string | null} title The headline, without site name or section.
 * @property {string | null} byline Who wrote it, as printed, without "By".
 * @property {string[]} authors
 * @property {string | null} published ISO 8601, as precise as the page is.
 * @property {string | null} modified
 * @property {string | null} siteName
 * @property {string | null} agency The wire service the text came from.
 * @property {string | null} dateline The dateline that opens the text, as printed there, without the dash behind it.
 * @property {string[]} credits "Contributed to this report", a wire service's slug and the like: what stood below the text.
 * @property {string | null} copyright The copyright lines.
 * @property {string | null} kicker The label over the headline.
 * @property {string | null} standfirst The line under the headline.
 * @property {string | null} section The part of the publication that it stands in.
 * @property {string[]} tags What it is about, in the page's own words.
 * @property {string | null} excerpt
 * @property {string | null} lang BCP 47.
 * @property {string | null} dir `ltr` or `rtl`.
 * @property {string | null} image
 * @property {string | null} favicon
 * @property {string | null} url
 * @property {string} html Written from an allow-list, safe to assign.
 * @property {string} text Paragraphs separated by one blank line.
 * @property {string} markdown CommonMark with GFM tables.
 * @property {'article' | 'long-read' | 'brief' | 'live-blog' | 'recipe' | 'tutorial' | 'documentation' | 'forum' | 'product' | 'list' | 'personal' | 'video'} type
 *   What kind of page it is.
 * @property {number} wordCount
 * @property {number} readingMinutes
 * @property {number} confidence 0 to 1.
 *
 * @typedef {object} Access
 * @property {'free' | 'paid' | 'unknown'} declared What the page's own structured data says.
 * @property {'none' | 'registration' | 'metered' | 'subscription' | 'unknown'} gate
 * @property {'complete' | 'truncated' | 'unknown'} text
 * @property {string[]} evidence
 * @property {string | null} signInUrl Where the publisher lets a reader sign in or subscribe.
 *
 * @typedef {'navigation' | 'masthead' | 'footer' | 'related' | 'popular' | 'section-list' | 'share' | 'newsletter' | 'promotion'
 *   | 'advertising' | 'comments' | 'author-box' | 'tags' | 'consent' | 'registration-wall' | 'paywall' | 'meter' | 'app-banner'
 *   | 'chat' | 'pop-up' | 'duplicate' | 'wire-credit' | 'page-furniture'} SectionKind
 *
 * @typedef {object} Section One piece of clutter.
 * @property {number} id
 * @property {SectionKind} kind
 * @property {string} rule
 * @property {string} reason
 * @property {string} text
 * @property {boolean} hidden Whether Limpid hides it now.
 * @property {Element} [element] On a live page. Not enumerable: a reading can be cloned and written as JSON.
 *
 * @typedef {object} Repair Damaged text that was put right.
 * @property {string} kind
 * @property {string} before
 * @property {string} after
 * @property {number} count
 *
 * @typedef {object} ReadOptions
 * @property {boolean} [includeGated] Whether parts that the page declares as paid and hides belong to the article. Default: no.
 * @property {boolean} [repair] Whether damaged text is repaired. Default: yes.
 * @property {boolean} [jsonLd] Whether structured data in JSON-LD is read. Default: yes.
 * @property {number} [charsMin] Give an article only where it has at least this many characters. Default: 0.
 *
 * @typedef {Section & { nodes: number[] }} CoreSection
 * @typedef {Omit<Reading, 'sections'> & { sections: CoreSection[], hide: number[], unlock: number[], reveal: number[] }} CoreReading
 * What the core hands over: elements are node ids.
 */

/**
 * @param {CoreReading} core
 * @param {Node[]} nodes The live nodes of the ids, from 1 on.
 * @returns {Reading}
 */
export function toReading({ article, access, sections, repairs }, nodes = []) {
  return { article, access, sections: sections.map((section) => toSection(section, nodes)), repairs };
}

/** @param {CoreSection} section @param {Node[]} nodes @returns {Section} */
function toSection({ nodes: ids, ...section }, nodes) {
  const element = nodes[ids[0] - 1];
  return element ? Object.defineProperty(section, 'element', { value: element }) : section;
}

/**
 * The elements of these ids.
 * @param {number[]} ids
 * @param {Node[]} nodes
 * @returns {Element[]}
 */
export function elementsOf(ids, nodes) {
  return ids.map((id) => /** @type {Element} */ (nodes[id - 1]));
}
