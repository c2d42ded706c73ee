// The growth curves as a picture: both axes logarithmic, so that what is linear is a straight line.

/** @typedef {import('./growth.mjs').Grown} Grown */

const WIDTH = 720;
const HEIGHT = 440;
/** Room for the axes' numbers and the lines' names. */
const MARGIN = { left: 64, right: 112, top: 24, bottom: 48 };

/** Each line with its colour, told apart by those who see no red or green too. */
const LINES = /** @type {const} */ ([
  { key: 'defuddle', name: 'Defuddle', colour: '#d55e00' },
  { key: 'readability', name: 'Readability.js', colour: '#cc79a7' },
  { key: 'limpid', name: 'Limpid', colour: '#0072b2' },
  { key: 'walk', name: 'bare walk', colour: '#8a8a8a' },
]);

/**
 * @param {Grown[]} rows
 * @returns {string} an SVG
 */
export function chart(rows) {
  const times = rows.flatMap((row) => LINES.map(({ key }) => row[key])).filter((ms) => ms > 0);
  const across = axis(
    rows.map((row) => row.nodes),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const up = axis(times, HEIGHT - MARGIN.bottom, MARGIN.top);
  const parts = [
    ...across.ticks.map((value) => tick(across.at(value), HEIGHT - MARGIN.bottom + 20, 'middle', value.toLocaleString('en'))),
    ...up.ticks.flatMap((value) => [
      `<path d="M${MARGIN.left} ${round(up.at(value))}H${WIDTH - MARGIN.right}" class="grid"/>`,
      tick(MARGIN.left - 8, up.at(value) + 4, 'end', value.toLocaleString('en')),
    ]),
    tick((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 8, 'middle', 'nodes of the page'),
    tick(MARGIN.left - 8, MARGIN.top - 8, 'end', 'ms'),
    ...LINES.map((line) => curve(rows, line, across, up)),
    ...labels(rows, across, up),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
  aria-label="Milliseconds by nodes of the page, for Limpid and its peers">
<style>text{font:13px system-ui,sans-serif;fill:#444}.grid{stroke:#8884;fill:none}.line{fill:none;stroke-width:2.5}
@media (prefers-color-scheme:dark){text{fill:#ccc}}</style>
${parts.join('\n')}
</svg>
`;
}

/**
 * A logarithmic axis.
 * @param {number[]} values
 * @param {number} from
 * @param {number} to
 */
function axis(values, from, to) {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const ticks = [];
  for (let power = Math.ceil(least); power <= most; power += 1) ticks.push(10 ** power);
  return {
    ticks,
    at: (/** @type {number} */ value) => from + ((Math.log10(value) - least) / (most - least || 1)) * (to - from),
  };
}

/**
 * @param {Grown[]} rows
 * @param {typeof LINES[number]} line
 * @param {ReturnType<typeof axis>} across
 * @param {ReturnType<typeof axis>} up
 */
function curve(rows, { key, colour }, across, up) {
  const measured = rows.filter((row) => row[key] > 0);
  const points = measured.map((row) => `${round(across.at(row.nodes))} ${round(up.at(row[key]))}`);
  return measured.length > 0 ? `<path d="M${points.join('L')}" class="line" stroke="${colour}"/>` : '';
}

/**
 * The names of the curves beside their ends, each below the one above it.
 * @param {Grown[]} rows
 * @param {ReturnType<typeof axis>} across
 * @param {ReturnType<typeof axis>} up
 */
function labels(rows, across, up) {
  const ends = LINES.flatMap(({ key, name }) => {
    const last = rows.findLast((row) => row[key] > 0);
    return last ? [{ name, x: across.at(last.nodes) + 8, y: up.at(last[key]) + 4 }] : [];
  });
  let free = 0;
  return ends
    .sort((one, other) => one.y - other.y)
    .map(({ name, x, y }) => {
      const at = Math.max(y, free);
      free = at + LABEL_PX;
      return tick(x, at, 'start', name);
    });
}

/** @param {number} x @param {number} y @param {string} anchor @param {string} text */
const tick = (x, y, anchor, text) => `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`;

/** Between the lines of two names. */
const LABEL_PX = 16;

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
