// @ts-check
// The hosted page: the bookmarklet to drag, and a page to try Limpid on.
import { declutter, LimpidError, openReader } from '../limpid.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
/** @type {HTMLIFrameElement} */
const frame = byId('page');
/** @type {HTMLSelectElement} */
const picker = byId('picker');
/** @type {HTMLButtonElement} */
const readerButton = byId('reader');
/** @type {HTMLButtonElement} */
const declutterButton = byId('declutter');
/** @type {HTMLButtonElement} */
const inspectButton = byId('inspect');
const status = byId('status');
const invitation = status.textContent;

/** @type {import('../declutter.js').Decluttered | null} */
let decluttered = null;
/** @type {import('../inspector.js').InspectorHandle | null} */
let inspector = null;

/** The link to drag: it loads the reader from here, and says so where a page does not let it. */
function bookmarklet() {
  const address = new URL('bookmarklet.js', document.baseURI).href;
  const refused = 'Limpid could not load: this page allows no script from elsewhere.';
  const code = `import(${JSON.stringify(address)}).then(m=>m.toggle(),()=>alert(${JSON.stringify(refused)}));void 0`;
  return `javascript:${encodeURIComponent(code)}`;
}

/** The document that Limpid is tried on. */
function page() {
  const document = frame.contentDocument;
  if (!document) throw new LimpidError('bad-argument', 'The page is on another site, so it cannot be read from here.');
  return document;
}

/** Does `work`, and says in words where it fails. @param {() => Promise<void>} work */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : String(error);
  }
}

async function openPageInReader() {
  await openReader({ document: page() });
}

async function toggleDeclutter() {
  if (decluttered) {
    inspector?.close();
    decluttered.undo();
    decluttered = null;
  } else {
    decluttered = await declutter(page());
    await inspect();
  }
  showState();
}

/** Over the page: what was hidden on it, and why. */
async function inspect() {
  if (!decluttered) return;
  const { openInspector } = await import('../inspector.js');
  inspector = openInspector(decluttered, { document: page() });
}

function showState() {
  declutterButton.textContent = decluttered ? 'Undo' : 'Declutter';
  declutterButton.setAttribute('aria-pressed', String(Boolean(decluttered)));
  inspectButton.disabled = !decluttered;
  status.textContent = decluttered ? summary(decluttered) : invitation;
}

/** @param {import('../declutter.js').Decluttered} decluttered */
function summary({ sections, reading: { access } }) {
  const count = sections.filter(({ hidden }) => hidden).length;
  const pieces = count === 1 ? 'One piece of clutter is hidden.' : `${count} pieces of clutter are hidden.`;
  const gate = access.gate === 'none' ? '' : ` There is a wall here (${access.gate}).`;
  return pieces + gate + (access.text === 'truncated' ? ' The rest of the article is not in the page.' : '');
}

/** @param {string} address */
function show(address) {
  decluttered = null;
  showState();
  frame.src = address;
}

/** `?page=` shows a page that is served beside this one. */
function givenPage() {
  const given = new URLSearchParams(location.search).get('page');
  const address = given ? new URL(given, document.baseURI) : null;
  return address?.origin === location.origin ? address.href : null;
}

byId('bookmarklet').setAttribute('href', bookmarklet());
readerButton.addEventListener('click', () => attempt(openPageInReader));
declutterButton.addEventListener('click', () => attempt(toggleDeclutter));
inspectButton.addEventListener('click', () => attempt(inspect));
picker.addEventListener('change', () => show(picker.value));

const given = givenPage();
if (given) picker.add(new Option('Your page', given), 0);
picker.selectedIndex = 0;
show(picker.value);
