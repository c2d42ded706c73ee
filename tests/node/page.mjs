// A page of our own, as the tests in Node read it.
import { fileURLToPath } from 'node:url';

/** @param {string} file in dist/ */
export const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));

export const TITLE = 'The lighthouse keeps its keeper';

export const PARAGRAPHS = [
  'The lamp at Skerry Point has been lit by hand every evening since 1871, and the council voted on Monday to keep it so.',
  'Machines were offered twice, in 1964 and again last spring, when the harbour office put the cost of an electric lamp at less than a year of wages.',
  '“A lamp does not look out of the window,” said Marta Ivory, who has kept the light for thirty-one years and lives in the two rooms below it.',
  'Ships have not needed the light for decades. The people of the town, the vote shows, still do: four of five wrote to the council to say so.',
  'The wages will come from the harbour fund until the end of the decade, when the council will have to find another source, or another keeper.',
];

/** @param {string} [charset] */
export const page = (charset = 'utf-8') => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="${charset}">
<title>${TITLE} | Skerry Gazette</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="Skerry Gazette">
<meta property="article:published_time" content="2024-03-05T08:30:00Z">
<meta name="author" content="Ada Finch">
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li><a href="/tides">Tides</a></li></ul></nav>
<article>
<h1>${TITLE}</h1>
<p class="byline">By Ada Finch</p>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}
<p><a href="map.html">Where Skerry Point is, and how to reach it when the tide is out</a>, is told on a page of its own.</p>
</article>
<footer><p>Contact the Gazette</p></footer>
</body>
</html>`;

/** A page on which there is nothing to read. */
export const EMPTY_PAGE = '<!DOCTYPE html><title>Nothing</title><body><form><input name="q"></form></body>';
