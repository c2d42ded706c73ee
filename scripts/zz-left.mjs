import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { withoutScripts } from './corpus.mjs';
import { serve } from './serve.mjs';
import { judge } from './declutter/judge.mjs';
import { root } from './steps.mjs';
const SHUT_OFF = { 'Content-Security-Policy': "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data:" };
const names = (await readFile(process.argv[2], 'utf8')).split('\n').filter(Boolean);
const pages = new Map();
const { origin, close } = await serve({ '/dist/': join(root, 'dist') }, { answer: (p) => (pages.has(p) ? { body: pages.get(p) ?? '', headers: SHUT_OFF } : undefined) });
const page = await openByPuppeteer('chromium');
async function inPage(limpidUrl, segments) {
  const { declutter } = await import(limpidUrl);
  const visible = () => document.body?.innerText ?? '';
  const before = visible();
  const { reading, sections } = await declutter(document, { observe: false });
  const after = visible();
  const fold = (t) => t.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const where = (seg) => {
    const want = fold(seg);
    let best = null;
    const go = (el) => {
      if (!el.checkVisibility || !el.checkVisibility()) return;
      if (!fold(el.innerText ?? el.textContent ?? '').includes(want)) return;
      best = el;
      for (const c of el.children) go(c);
    };
    go(document.body);
    if (!best) return null;
    const path = [];
    for (let e = best; e && e !== document.body; e = e.parentElement) path.push(e.localName + (e.id ? '#' + e.id : '') + (e.className && typeof e.className === 'string' ? '.' + e.className.trim().split(/\s+/).slice(0, 3).join('.') : ''));
    const around = sections.filter((x) => x.element && x.element.contains(best)).map((x) => `${x.kind}/${x.rule}/${x.hidden ? 'H' : 'v'}/${x.text.length}`);
    const runs = sections.filter((x) => !x.element && fold(x.text).includes(want)).map((x) => `RUN ${x.kind}/${x.rule}/${x.hidden ? 'H' : 'v'}/${x.text.length}`);
    return { around, runs, path: path.slice(0, 6).join(' < '), text: (best.innerText ?? '').slice(0, 160), len: (best.innerText ?? '').length };
  };
  const art = reading.article ? fold(reading.article.text) : '';
  const info = segments.map((s) => ({ s, inArt: art.includes(fold(s)), where: where(s) }));
  return { before, after, isUndone: true, isArticle: !!reading.article, conf: reading.article?.confidence, type: reading.article?.pageType, sections: sections.map(({ kind, rule, text, hidden }) => ({ kind, rule, text, hidden })), info };
}
const out = [], totals = [];
for (const file of names) {
  const truth = { ...JSON.parse((await readFile(file.replace(/html$/, 'json'), 'utf8')).replace(/(?<=": )NaN(?=,?$)/gm, 'null')), file };
  let html; const buf = await readFile(file);
  try { html = new TextDecoder(truth.charset?.replace('cp', 'windows-')).decode(buf); } catch { html = new TextDecoder().decode(buf); }
  pages.set('/m', withoutScripts(html));
  await page.goto(origin + '/m');
  const seen = await page.evaluate(inPage, `${origin}/dist/limpid.js`, [...(truth.without ?? []), ...(truth.with ?? [])]);
  const row = judge(truth, seen);
  totals.push({ file, t: truth.page_type, isArticle: seen.isArticle, conf: seen.conf, hid: seen.sections.filter((x) => x.hidden && !['consent','pop-up','newsletter','paywall','registration-wall','meter','app-banner','promotion'].includes(x.kind)).length, w: row.wanted.length, wl: row.wanted.filter((f) => !f.isSeen).length, u: row.unwanted.length, ul: row.unwanted.filter((f) => f.isSeen).length });
  const info = new Map(seen.info.map((i) => [i.s, i]));
  const emit = (what, fates) => { for (const f of fates) out.push({ file, what, seg: f.segment, by: f.by, conf: seen.conf, type: seen.type, ...info.get(f.segment) }); };
  emit('LEFT', row.unwanted.filter((f) => f.isSeen));
  emit('LOST', row.wanted.filter((f) => !f.isSeen));
}
await writeFile(process.argv[3], out.map((o) => JSON.stringify(o)).join('\n'));
await writeFile(process.argv[3] + '.totals', totals.map((o) => JSON.stringify(o)).join('\n'));
await page.close(); await close();
