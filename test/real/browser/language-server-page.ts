/**
 * A page that starts the language server's worker and talks to it. The worker has no files: the page answers for them, out of
 * `/files.json`, under the folder `memory://workspace/folder`.
 */
export const FOLDER = "memory://workspace/folder";

export const languageServerPage = `<!doctype html><meta charset="utf-8"><title>language server</title><script type="module">
const files = new Map(Object.entries(await (await fetch("/files.json")).json()).map(([path, text]) => ["${FOLDER}/" + path, text]));
const worker = new Worker("/worker.js");
const waiting = new Map();
const listeners = new Set();
const seen = [];
window.failures = [];
worker.addEventListener("error", (event) => window.failures.push(event.message || "the worker did not start"));
const answers = {
  "plimsoll/client/listFiles": () => ({ files: [...files].map(([uri, text]) => ({ uri, size: text.length })), truncated: false }),
  "plimsoll/client/readFile": ({ uri }) => files.has(uri) ? { text: files.get(uri) } : { error: "missing" },
};
worker.addEventListener("message", ({ data }) => {
  if (data.method === undefined) {
    const { resolve, reject } = waiting.get(data.id);
    waiting.delete(data.id);
    data.error === undefined ? resolve(data.result) : reject(new Error(data.error.message));
  } else if (data.id !== undefined) {
    const result = answers[data.method]?.(data.params) ?? null;
    worker.postMessage({ jsonrpc: "2.0", id: data.id, result });
  } else {
    seen.push(data);
    for (const listener of [...listeners]) listener(data);
  }
});
let last = 0;
window.notify = ({ method, params }) => worker.postMessage({ jsonrpc: "2.0", method, params });
window.request = ({ method, params }) => new Promise((resolve, reject) => {
  last += 1;
  waiting.set(last, { resolve, reject });
  worker.postMessage({ jsonrpc: "2.0", id: last, method, params });
});
window.ready = () => new Promise((resolve) => {
  const isReady = ({ method, params }) => method === "plimsoll/status" && params.state === "ready";
  if (seen.some(isReady)) resolve();
  else listeners.add((message) => isReady(message) && resolve());
});
window.pushed = (uri) => new Promise((resolve) => {
  const find = () => seen.findLast(({ method, params }) => method === "textDocument/publishDiagnostics" && params.uri === uri);
  const tell = () => { const found = find(); if (found !== undefined) resolve(found.params.diagnostics); };
  listeners.add(tell);
  tell();
});
window.started = true;
</script>`;
