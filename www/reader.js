// @ts-check
/** The reader: an article over the page, and the notice where there is none. */
import { buildBody } from './body.js';
import { openDialog } from './dialog.js';
import { element } from './element.js';
import { writtenDate, writtenMinutes } from './facts.js';

/** What the reader says itself. */
const WORDS = {
  cut: 'The rest of this article is not in the page.',
  signIn: 'Sign in or subscribe at the publisher',
  untitled: 'Article',
};

/**
 * @typedef {object} ReaderOptions
 * @property {Document} [document] Default: the document.
 * @property {'auto' | 'light' | 'dark'} [theme] Default: as the system is set.
 * @property {boolean} [includeGated] Whether parts that the page declares as paid and hides belong to the article. Default: no.
 * @property {import('./overlay.js').Action[]} [actions] Buttons of yours in the reader's bar.
 *
 * @typedef {object} ReaderHandle
 * @property {() => void} close Takes the reader away; the page is as it was.
 * @property {import('./reading.js').Reading} reading
 * @property {HTMLDialogElement} element The dialog; the article stands in the shadow root of its only child.
 *
 * @typedef {import('./reading.js').Article} Article
 * @typedef {import('./reading.js').Access} Access
 */

/**
 * Shows an article over the page.
 * @param {Document} document
 * @param {import('./reading.js').Reading & { article: Article }} reading
 * @param {import('./body.js').Piece[]} body
 * @param {ReaderOptions} options
 * @returns {ReaderHandle}
 */
export function showReader(document, reading, body, { theme = 'auto', actions }) {
  const { article } = reading;
  const heading = element(document, 'h1', { tabindex: '-1' }, article.title ?? WORDS.untitled);
  const content = element(document, 'article', { class: 'article', lang: article.lang }, [
    ...line(document, 'p', 'kicker', article.kicker),
    heading,
    ...line(document, 'p', 'standfirst', article.standfirst),
    facts(document, article),
    element(document, 'div', { class: 'body' }, bodyOf(document, body, article.standfirst)),
    ...notice(document, reading.access),
    ...credits(document, article),
  ]);
  const { dialog, close } = openDialog(document, {
    label: heading.textContent ?? '',
    theme,
    dir: article.dir ?? 'auto',
    corner: article.siteName ?? '',
    actions,
    content,
    focus: heading,
  });
  return { close, reading, element: dialog };
}

/**
 * Says something over the page, where there is no article to show.
 * @param {Document} document
 * @param {string} title
 * @param {string} text
 * @param {import('./overlay.js').Action[]} [actions]
 */
export function showNotice(document, title, text, actions) {
  const heading = element(document, 'h1', { tabindex: '-1' }, title);
  const content = element(document, 'div', { class: 'article' }, [heading, element(document, 'p', {}, text)]);
  return openDialog(document, { label: title, theme: 'auto', dir: 'auto', corner: 'Limpid', actions, content, focus: heading });
}

/**
 * The text, without the standfirst where it begins with that: it stands over it already.
 * @param {Document} document
 * @param {import('./body.js').Piece[]} pieces
 * @param {string | null} standfirst
 */
function bodyOf(document, pieces, standfirst) {
  const body = buildBody(document, pieces);
  const first = body.firstElementChild;
  if (first?.nodeName === 'P' && first.textContent === standfirst) first.remove();
  return body;
}

/** Who wrote it, when, and how long it takes. @param {Document} document @param {Article} article */
function facts(document, { published, lang, byline, readingMinutes }) {
  const time = published && element(document, 'time', { datetime: published }, writtenDate(published, lang));
  return element(document, 'p', { class: 'facts' }, [
    ...line(document, 'span', 'byline', byline),
    ...(time ? [time] : []),
    ...line(document, 'span', 'length', readingMinutes > 0 ? writtenMinutes(readingMinutes, lang) : null),
  ]);
}

/** What the page withholds is said plainly, with the publisher's own way in. @param {Document} document @param {Access} access */
function notice(document, { text, signInUrl: href }) {
  if (text !== 'truncated') return [];
  // Checked once more here: a link is the one thing a reader can be led astray by.
  const link = href && /^(?:https?:|[^:]*$)/i.test(href) && element(document, 'a', { href, rel: 'noopener' }, WORDS.signIn);
  return [element(document, 'p', { class: 'notice', role: 'note' }, link ? [WORDS.cut, ' ', link] : WORDS.cut)];
}

/** @param {Document} document @param {Article} article */
function credits(document, { credits, agency, copyright }) {
  const lines = [...credits, agency, copyright].flatMap((text) => line(document, 'p', 'credit', text));
  return lines.length > 0 ? [element(document, 'footer', { class: 'credits' }, lines)] : [];
}

/** One element with text; none where there is no text. @param {Document} document @param {string} name @param {string} kind @param {string | null} text */
function line(document, name, kind, text) {
  return text ? [element(document, name, { class: kind }, text)] : [];
}
