// npm run measure:declutter -- CORPUS [COUNT] [--list]: what declutter() keeps and drops on real pages, in Chromium with layout.
//
// CORPUS is a folder of NAME.html and NAME.json with segments `with`, which belong to the article, and `without`, which do not.
// Of those to be seen before, the share that is kept and the share that is gone afterwards count. Each page is loaded without
// its scripts and may load nothing. --list names each segment that was lost or left, and the rule that took it.
import { resolve } from 'node:path';
import { spread } from './corpus.mjs';
import { declutterPage } from './declutter/in-page.mjs';
import { judge } from './declutter/judge.mjs';
import { report } from './declutter/report.mjs';
import { truthsIn } from './declutter/truths.mjs';
import { visit } from './declutter/visit.mjs';
import { runAsScript, Trouble } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 250;

/**
 * @param {string} folder
 * @param {number} count
 * @param {boolean} isListing
 */
async function measure(folder, count, isListing) {
  const all = (await truthsIn(folder)).filter((truth) => truth.with?.length && truth.without?.length);
  if (all.length === 0) throw new Trouble(`no page of ${folder} has segments`, 'Name a folder of NAME.html and NAME.json.');
  const truths = spread(all, count);
  const seen = await visit(truths, declutterPage);
  console.log(
    report(
      truths.map((truth, at) => judge(truth, seen[at])),
      isListing,
    ),
  );
}

await runAsScript(import.meta, () => {
  const words = process.argv.slice(2).filter((word) => word !== '--list');
  if (!words[0]) throw new Trouble('no corpus given', 'npm run measure:declutter -- CORPUS [COUNT] [--list]');
  return measure(resolve(words[0]), Number(words[1] ?? PAGES), process.argv.includes('--list'));
});
