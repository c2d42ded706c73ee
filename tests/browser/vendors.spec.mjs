// The marks of the common makers of walls and consent dialogs, each as small as shows it: the box over an article is hidden under
// the name of its kind, whatever it says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

const OVER = 'style="position: fixed; inset: 0; background: #fff"';
const BAR = 'style="position: fixed; left: 0; right: 0; bottom: 0; background: #fff"';
const CHOICE = '<p>Your choice</p><button>Fine</button>';
const OFFER = '<p>There is more to this story</p><a href="/offers">See the offers</a>';

/** Maker, kind, and its box. @type {[string, string, string][]} */
const MARKS = [
  [
    'Piano',
    'paywall',
    `<div class="tp-modal" ${OVER}><div class="tp-iframe-wrapper"><iframe title="Offer"></iframe></div></div>`,
  ],
  ['TinyPass', 'paywall', `<div class="tp-container-inner" ${BAR}>${OFFER}</div>`],
  ['Subscribe with Google', 'paywall', `<div class="swg-dialog" ${OVER}>${OFFER}</div>`],
  ['Poool', 'paywall', `<div id="poool-widget">${OFFER}</div>`],
  ['Substack', 'paywall', `<div class="paywall">${OFFER}</div>`],
  ['Ghost', 'paywall', `<aside class="gh-post-upgrade-cta"><div class="gh-post-upgrade-cta-content">${OFFER}</div></aside>`],
  ['MemberPress', 'paywall', `<div class="mepr-unauthorized-message">${OFFER}</div>`],
  [
    'Medium, for members',
    'paywall',
    '<div id="paywall-background-color"><h2>The author made this story available to members only.</h2><a href="/plans">Upgrade</a></div>',
  ],
  [
    'Medium, for an account',
    'registration-wall',
    '<div class="qr qs"><h2>Create an account to read the full story.</h2><button>Continue in app</button><a href="/signin">Sign in</a></div>',
  ],
  ['Piano, inline', 'paywall', `<div class="tp-container-inner"><div class="pn-template"><h2>Read on</h2>${OFFER}</div></div>`],
  ['Subscribe with Google, framed', 'paywall', `<iframe class="swg-dialog" title="Offer" ${OVER}></iframe>`],
  ['Leaky Paywall', 'paywall', `<div id="leaky_paywall_message" class="leaky_paywall_message_wrap">${OFFER}</div>`],
  ['OneTrust', 'consent', `<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" ${BAR}>${CHOICE}</div></div>`],
  ['Didomi', 'consent', `<div id="didomi-host"><div id="didomi-notice" ${BAR}>${CHOICE}</div></div>`],
  [
    'Quantcast',
    'consent',
    `<div id="qc-cmp2-container" class="qc-cmp2-container"><div class="qc-cmp2-main" ${OVER}>${CHOICE}</div></div>`,
  ],
  ['Sourcepoint', 'consent', `<div id="sp_message_container_812" ${OVER}><iframe title="Choices"></iframe></div>`],
  ['Cookiebot', 'consent', `<div id="CybotCookiebotDialog" ${OVER}>${CHOICE}</div>`],
  ['Usercentrics', 'consent', `<div id="usercentrics-root"><div ${BAR}>${CHOICE}</div></div>`],
  ['Funding Choices', 'consent', `<div class="fc-consent-root"><div class="fc-dialog-container" ${OVER}>${CHOICE}</div></div>`],
  ['iubenda', 'consent', `<div id="iubenda-cs-banner" ${BAR}>${CHOICE}</div>`],
  ['CookieYes', 'consent', `<div class="cky-consent-container cky-box-bottom-left" ${BAR}>${CHOICE}</div>`],
  ['TrustArc', 'consent', `<div id="truste-consent-track" ${BAR}>${CHOICE}</div>`],
  [
    'Complianz',
    'consent',
    `<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" ${BAR}>${CHOICE}</div></div>`,
  ],
];

const TEXT = Array.from(
  { length: 5 },
  (_, at) => `<p>Paragraph ${at}: the council met, again, about the sea wall that nobody has repaired since the storms of last
  winter, and it agreed, after an hour, that somebody ought to, and that it would be talked about in spring.</p>`,
).join('');

for (const [maker, kind, box] of MARKS) {
  test(`${maker}: its box is hidden as ${kind}`, async () => {
    const html = `<!doctype html><title>Sea wall</title><main><article><h1>Sea wall</h1>${TEXT}</article></main><div id="box">${box}</div>`;
    await browser.goto(browser.host(html));
    const seen = await browser.evaluate(async (library) => {
      const { declutter } = await import(library);
      const { sections, undo } = await declutter(document, { observe: false });
      const box = /** @type {Element} */ (document.querySelector('#box > *'));
      const kinds = sections.filter((/** @type {any} */ { hidden }) => hidden).map((/** @type {any} */ { kind }) => kind);
      const isSeen = [box, ...box.querySelectorAll('p, iframe')].every((element) => element.checkVisibility());
      undo();
      return { kinds, isSeen };
    }, `${browser.origin}/dist/limpid.js`);
    assert.deepEqual(seen, { kinds: [kind], isSeen: false });
  });
}
