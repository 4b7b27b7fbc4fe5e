// Starts the islands of a page. Until then, and without wasm, they are plain forms.
// The three lists are where leptos looks for streamed data; pages here come in one piece and have none.
window.__RESOLVED_RESOURCES = [];
window.__SERIALIZED_ERRORS = [];
window.__INCOMPLETE_CHUNKS = [];

const app = await import("APP_JS");
await app.default({ module_or_path: new URL("APP_WASM", import.meta.url) });
app.hydrate();
for (const island of document.querySelectorAll("leptos-island")) {
  const start = app[island.dataset.component];
  if (!start) continue; // An older module than the page: it stays a plain form.
  start(island);
  island.dataset.ready = "";
}
