/** What the core is built for: wasm without an operating system. */
export const TRIPLE = 'wasm32-unknown-unknown';
