// Runs as the page's own script, so that the page's policy holds for it.
addEventListener('limpid-try', async (event) => {
  const { ready } = await import(/** @type {CustomEvent} */ (event).detail);
  const code = await ready().then(
    () => 'none',
    (/** @type {any} */ error) => error.code,
  );
  dispatchEvent(new CustomEvent('limpid-code', { detail: code }));
});
