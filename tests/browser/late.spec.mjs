// What comes, or comes back, after the page was decluttered: hidden before it is seen, at hardly any cost, and undone exactly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const LIBRARY = `${browser.origin}/dist/limpid.js`;

const TEXT = Array.from(
  { length: 6 },
  (_, at) => `<p>Paragraph ${at}: the council met, again, about the sea wall that nobody has repaired
  since the storms of last winter, and it agreed, after an hour, that somebody ought to.</p>`,
).join('');

const WALL = `<div id="wall" style="position: fixed; inset: 0; background: white"><h2>Subscribe to continue reading</h2>
  <p>Every story for one euro a week.</p><button>Subscribe now</button></div>`;

/** @param {string} rest @param {string} [script] */
const page = (rest, script = '') =>
  `<!doctype html><title>Sea wall</title><body><main><article><h1>Sea wall</h1>${TEXT}</article></main>${rest}
  <div style="height: 3000px"></div><script>${script}</script>`;

/** Opens a page and declutters it; \`seen\` counts the frames in which an element of this selector can be seen. @param {string} html */
async function declutter(html) {
  await browser.goto(browser.host(html));
  await browser.evaluate(async (library) => {
    const { declutter } = await import(library);
    const limpid = await declutter();
    /** How many frames it can be seen in, of so many. @param {string} selector @param {number} frames */
    const framesSeen = async (selector, frames) => {
      let seen = 0;
      for (let frame = 0; frame < frames; frame++) {
        await new Promise(requestAnimationFrame);
        // What a frame shows is settled when the callbacks of all have run.
        await new Promise((done) => setTimeout(done));
        if (document.querySelector(selector)?.checkVisibility()) seen += 1;
      }
      return seen;
    };
    Object.assign(window, { limpid, framesSeen });
  }, LIBRARY);
}

test('what lies over the page is gone within a frame of the call', async () => {
  const links = '<li><a href="/">Archive of the harbour</a></li>'.repeat(600);
  await browser.goto(browser.host(page(`${WALL}<footer><ul>${links}</ul></footer>`)));
  const seen = await browser.evaluate(async (library) => {
    const { declutter, ready } = await import(library);
    await ready();
    await new Promise(requestAnimationFrame);
    void declutter();
    let seen = 0;
    for (let frame = 0; frame < 10; frame++) {
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
      if (document.getElementById('wall')?.checkVisibility()) seen += 1;
    }
    return seen;
  }, LIBRARY);
  assert.equal(seen, 0);
});

test('a wall that a script brings is hidden before the second frame', async () => {
  await declutter(page(''));
  const seen = await browser.evaluate((wall) => {
    document.body.insertAdjacentHTML('beforeend', wall);
    return /** @type {any} */ (window).framesSeen('#wall', 20);
  }, WALL);
  assert.ok(seen <= 1, `seen in ${seen} frames`);
});

for (const [way, shown] of Object.entries({
  style: "wall.setAttribute('style', 'position: fixed; inset: 0; display: block !important')",
  class: "wall.className = 'on'; wall.removeAttribute('data-limpid')",
  hidden: 'wall.hidden = false; wall.removeAttribute("data-limpid"); wall.style.display = "block"',
  'a new node':
    'const fresh = wall.cloneNode(true); fresh.removeAttribute("data-limpid"); fresh.removeAttribute("style"); fresh.style.cssText = "position: fixed; inset: 0"; wall.replaceWith(fresh)',
})) {
  test(`a wall that comes back by ${way} again and again is hidden each time, and scrolling stays free`, async () => {
    const lock = "document.body.style.setProperty('overflow', 'hidden', 'important')";
    await declutter(page(WALL, `window.again = () => { const wall = document.getElementById('wall'); ${shown}; ${lock} }`));
    const { seen, overflow } = await browser.evaluate(async () => {
      const { framesSeen, again } = /** @type {any} */ (window);
      let seen = 0;
      for (let turn = 0; turn < 5; turn++) {
        again();
        seen += await framesSeen('#wall', 20);
      }
      return { seen, overflow: getComputedStyle(document.body).overflowY };
    });
    assert.ok(seen <= 5, `seen in ${seen} frames of 100`);
    assert.equal(overflow, 'visible');
  });
}

test('a wall that comes back twice on a very long page does not wait for the time that looking took', async () => {
  const long = `<footer>${'<p><a href="/">Archive</a></p>'.repeat(6_000)}</footer>`;
  await declutter(page(WALL + long));
  const seen = await browser.evaluate(async () => {
    let seen = 0;
    for (let turn = 0; turn < 2; turn++) {
      const wall = /** @type {Element} */ (document.getElementById('wall'));
      const fresh = document.createElement('div');
      Object.assign(fresh, { id: 'wall', innerHTML: wall.innerHTML });
      fresh.style.cssText = 'position: fixed; inset: 0';
      wall.replaceWith(fresh);
      seen += await /** @type {any} */ (window).framesSeen('#wall', 20);
    }
    return seen;
  });
  assert.ok(seen <= 4, `seen in ${seen} frames of 40`);
});

test('a wall in an open shadow root is hidden too, also when it comes later', async () => {
  await declutter(page('<x-host></x-host>', "document.querySelector('x-host').attachShadow({ mode: 'open' })"));
  const seen = await browser.evaluate(async (wall) => {
    const root = document.querySelector('x-host')?.shadowRoot;
    const box = document.createElement('div');
    box.innerHTML = wall;
    root?.append(box);
    await /** @type {any} */ (window).framesSeen('#wall', 3);
    return root?.querySelector('#wall')?.checkVisibility();
  }, WALL);
  assert.equal(seen, false);
});

test('a page that shows its wall again in every frame wins, and is told of', async () => {
  const fight = `new MutationObserver(() => { const wall = document.getElementById('wall');
    if (wall.dataset.limpid) wall.removeAttribute('data-limpid'); if (wall.style.display === 'none') wall.style.display = 'block';
  }).observe(document.documentElement, { attributes: true, subtree: true })`;
  await declutter(page(WALL, fight));
  const { seen, yielded, hidden } = await browser.evaluate(async () => {
    const { framesSeen, limpid } = /** @type {any} */ (window);
    await framesSeen('#wall', 80);
    const [id] = limpid.yielded;
    return { seen: await framesSeen('#wall', 10), yielded: limpid.yielded, hidden: limpid.sections[id]?.hidden };
  });
  assert.deepEqual({ seen, count: yielded.length, hidden }, { seen: 10, count: 1, hidden: false });
});

test('a page that changes a hundred times a second costs less than a millisecond a frame', async () => {
  await declutter(page('<aside id="ticker"></aside>'));
  const cost_ms = await browser.evaluate(async () => {
    const ticker = /** @type {Element} */ (document.getElementById('ticker'));
    let spent_ms = 0;
    let frames = 0;
    let isOver = false;
    // What runs in a frame beside this is ours: the time between two callbacks of one frame.
    const ask = window.requestAnimationFrame.bind(window);
    const count = () => {
      frames += 1;
      if (!isOver) ask(count);
    };
    ask(count);
    const native = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) =>
      native.call(window, (now_ms) => {
        const begun_ms = performance.now();
        work(now_ms);
        spent_ms += performance.now() - begun_ms;
      });
    const timer = setInterval(() => {
      const item = document.createElement('div');
      item.textContent = `Tick ${frames}`;
      ticker.replaceChildren(item);
      item.style.opacity = String(Math.random());
    }, 10);
    await new Promise((done) => setTimeout(done, 4000));
    isOver = true;
    clearInterval(timer);
    return spent_ms / frames;
  });
  assert.ok(cost_ms < 1, `${cost_ms.toFixed(2)} ms a frame`);
});

test('a quiet page is left in peace', async () => {
  await declutter(page(WALL));
  const frames = await browser.evaluate(async () => {
    let asked = 0;
    const native = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) => {
      asked += 1;
      return native.call(window, work);
    };
    await new Promise((done) => setTimeout(done, 1000));
    return asked;
  });
  assert.equal(frames, 0);
});

test('what comes right after a click was asked for', async () => {
  await declutter(page('<button id="open">Sign in</button>'));
  const seen = await browser.evaluate(async (wall) => {
    const button = /** @type {HTMLElement} */ (document.getElementById('open'));
    button.addEventListener('click', () => document.body.insertAdjacentHTML('beforeend', wall));
    button.click();
    return /** @type {any} */ (window).framesSeen('#wall', 10);
  }, WALL);
  assert.ok(seen >= 9);
});

test('another article in the same page is another reading', async () => {
  const other =
    '<p>The lighthouse keeper, who has kept it for thirty years, says that nobody told him of the sale, and that he learned of it in the shop.</p>'.repeat(
      5,
    );
  await declutter(
    page(
      `<section class="related"><h2>Related articles</h2><ul><li><a href="/a">Harbour dues to rise again</a></li><li><a href="/b">Seals return to the skerries</a></li></ul></section>`,
    ),
  );
  const titles = await browser.evaluate(async (text) => {
    const { framesSeen, limpid } = /** @type {any} */ (window);
    const before = limpid.reading.article.title;
    history.pushState({}, '', '/own/another');
    document.title = 'Lighthouse sold';
    const article = /** @type {Element} */ (document.querySelector('article'));
    article.innerHTML = `<h1>Lighthouse sold</h1>${text}`;
    await framesSeen('article', 20);
    return [before, limpid.reading.article.title, document.body.innerText.includes('Related articles')];
  }, other);
  assert.deepEqual(titles, ['Sea wall', 'Lighthouse sold', false]);
});

test('undo is exact after all that, also after nodes moved or went', async () => {
  // The same things happen to the page with and without us.
  const happen = `window.happen = () => {
    document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(WALL.replace('id="wall"', 'id="late" class="late"'))});
    const wall = document.getElementById('wall');
    wall.style.color = 'red';
    wall.setAttribute('class', 'moved');
    document.querySelector('main').after(wall);
    document.getElementById('gone').remove();
    document.body.style.overflow = 'hidden';
  }`;
  const html = page(
    `${WALL}<div id="gone" class="cookie-banner" style="position:fixed;bottom:0"><p>We use cookies</p><button>OK</button></div>`,
    happen,
  );
  const outcome = async (/** @type {boolean} */ isDecluttered) => {
    if (isDecluttered) await declutter(html);
    else await browser.goto(browser.host(html));
    return browser.evaluate(async (isDecluttered) => {
      const { happen, framesSeen, limpid } = /** @type {any} */ (window);
      happen();
      if (isDecluttered) {
        await framesSeen('#late', 20);
        limpid.undo();
        limpid.undo();
      }
      return document.documentElement.outerHTML;
    }, isDecluttered);
  };
  assert.equal(await outcome(true), await outcome(false));
});
