// The expected files of tests/pages, compared in JavaScript as tests/pages.rs compares them natively. Which known failures
// are failures no more is told there.

/** Section texts are shown this far. */
const SHORT_CHARS = 60;

/** The expected file's two lists of sections. A reading has one list: only declutter() knows what is hidden. */
const LISTS = ['hidden', 'marked, not hidden'];

/**
 * @typedef {object} Expected
 * @property {Record<string, string>} fields
 * @property {string} article As Markdown.
 * @property {string[]} sections
 * @property {Set<string>} known The parts that are known to differ.
 */

/** @param {string} file @returns {Expected} */
function parse(file) {
  const [, head = '', body = ''] = /^---\n(.*?)^---\n(.*)/ms.exec(file) ?? [];
  /** @type {Expected} */
  const expected = { fields: {}, article: '', sections: [], known: new Set() };
  for (const line of head.split('\n')) {
    const [name, ...rest] = line.split(': ');
    if (name === 'known_failure') expected.known.add(rest[0]);
    else if (name) expected.fields[name] = rest.join(': ');
  }
  // Whether the text is whole is said of the article that was found; of a wrong one it means nothing.
  if (expected.known.has('article')) expected.known.add('text');
  const [article, ...lists] = body.split(/^## (?:Hidden|Marked, not hidden)$/m);
  expected.article = article.trim();
  expected.sections = lists.flatMap((list) => list.trim().split('\n'));
  return expected;
}

/**
 * What differs between a page's expected file and its reading, a line each.
 * @param {string} file
 * @param {import('../www/reading.js').Reading} reading
 * @returns {string[]}
 */
export function differences(file, reading) {
  const expected = parse(file);
  const found = { ...fieldsOf(reading), article: reading.article?.markdown.trim() ?? '' };
  const wanted = /** @type {Record<string, string>} */ ({ ...expected.fields, article: expected.article });
  // Whether a text is whole says nothing where it is known to be the wrong text.
  const isKnown = (/** @type {string} */ name) =>
    expected.known.has(name === 'text' ? 'article' : name) || expected.known.has(name);
  const differing = Object.entries(found)
    .filter(([name, value]) => !isKnown(name) && value !== (wanted[name] ?? ''))
    .map(([name, value]) => `${name}\n- ${wanted[name] ?? ''}\n+ ${value}`);
  return LISTS.some((name) => expected.known.has(name)) ? differing : [...differing, ...unmatched(expected.sections, reading)];
}

/**
 * The sections that only one side has.
 * @param {string[]} expected
 * @param {import('../www/reading.js').Reading} reading
 */
function unmatched(expected, { sections }) {
  const found = sections.map(({ kind, rule, text }) => {
    const chars = [...text];
    const short = chars.slice(0, SHORT_CHARS).join('').trim() + (chars.length > SHORT_CHARS ? '…' : '');
    return { line: `- ${kind} (${rule}): ${short}`, anyRule: `- ${kind} (?): ${short}` };
  });
  const missing = expected.filter((wanted) => {
    const at = found.findIndex(({ line, anyRule }) => line === wanted || anyRule === wanted);
    return at < 0 || found.splice(at, 1).length === 0;
  });
  return [...missing, ...found.map(({ line }) => `+${line.slice(1)}`)];
}

/** @param {import('../www/reading.js').Reading} reading @returns {Record<string, string>} */
function fieldsOf({ article, access, repairs }) {
  const or = (/** @type {string | null | undefined} */ value) => value ?? '';
  const joined = (/** @type {string[] | undefined} */ values) => (values ?? []).join(' | ');
  return {
    title: or(article?.title),
    kicker: or(article?.kicker),
    standfirst: or(article?.standfirst),
    byline: or(article?.byline),
    authors: joined(article?.authors),
    published: or(article?.published),
    modified: or(article?.modified),
    site_name: or(article?.siteName),
    agency: or(article?.agency),
    dateline: or(article?.dateline),
    credits: joined(article?.credits),
    copyright: or(article?.copyright),
    lang: or(article?.lang),
    dir: or(article?.dir),
    image: or(article?.image),
    url: or(article?.url),
    declared: access.declared === 'unknown' ? '' : access.declared,
    gate: access.gate === 'none' ? '' : access.gate,
    text: access.text === 'unknown' ? '' : access.text,
    sign_in: or(access.signInUrl),
    repairs: joined(repairs.map(({ count, kind }) => `${count} × ${kind}`)),
  };
}
