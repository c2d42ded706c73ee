// @ts-check
// What the kinds of clutter are called, and which of them belong together.

/** @typedef {'over' | 'offer' | 'list' | 'frame'} Family What lies over the page, asks for something, leads elsewhere, or frames the page. */

/**
 * In the order in which they are listed: what is in the way first.
 * @type {Record<import('./reading.js').SectionKind, { name: string, family: Family }>}
 */
export const KINDS = {
  paywall: { name: 'Paywall', family: 'over' },
  'registration-wall': { name: 'Registration wall', family: 'over' },
  meter: { name: 'Meter', family: 'over' },
  consent: { name: 'Cookies and consent', family: 'over' },
  'pop-up': { name: 'Pop-up', family: 'over' },
  'app-banner': { name: 'App banner', family: 'over' },
  chat: { name: 'Chat bubble', family: 'over' },
  newsletter: { name: 'Newsletter', family: 'offer' },
  promotion: { name: 'Promotion', family: 'offer' },
  advertising: { name: 'Advertising', family: 'offer' },
  share: { name: 'Share buttons', family: 'offer' },
  related: { name: 'Related', family: 'list' },
  popular: { name: 'Popular', family: 'list' },
  'section-list': { name: 'List of headlines', family: 'list' },
  comments: { name: 'Comments', family: 'list' },
  tags: { name: 'Tags', family: 'list' },
  'author-box': { name: 'About the author', family: 'list' },
  duplicate: { name: 'Said twice', family: 'frame' },
  'wire-credit': { name: 'Credit line', family: 'frame' },
  navigation: { name: 'Navigation', family: 'frame' },
  masthead: { name: 'Masthead', family: 'frame' },
  footer: { name: 'Footer', family: 'frame' },
  'page-furniture': { name: 'Page furniture', family: 'frame' },
};
