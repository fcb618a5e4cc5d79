/** Versions of Node whose V8 is known to have these settings and to take them while it runs; others keep their own. */
const KNOWN_MAJORS = { first: 20, last: 24 };

/**
 * Trees live for one check. V8 makes objects old at once where such objects have once outlived a small collection, and old
 * objects keep the young ones that they refer to: a long run then moves and keeps the trees of many files. Without this guess a
 * collection in the middle of a check takes 3 ms, with it up to 20.
 */
export function keepTreesYoung(): void {
  set("--no-allocation-site-pretenuring");
}

/**
 * For a run over many files: memory over the last tenth of speed. Half of what a process takes is room for young objects that it
 * does not need, and garbage among the old ones.
 */
export function spareMemory(): void {
  keepTreesYoung();
  set("--semi-space-growth-factor=1");
  set("--heap-growing-percent=30");
}

/** Files from which on a workspace is large. */
const LARGE_WORKSPACE = 500;

/**
 * For a server that lives for days, to be called again when it knows more files: memory is spared for a few files, however long. In a
 * large workspace a collection costs more of an edit than memory is worth, and comes at V8's own pace.
 */
export function sizeHeap(files: number): void {
  if (files < LARGE_WORKSPACE) {
    spareMemory();
    return;
  }
  keepTreesYoung();
  set("--semi-space-growth-factor=2");
  set("--heap-growing-percent=0");
}

function set(flag: string): void {
  const major = Number(process.versions.node.split(".", 1)[0]);
  // Electron shares V8 with a browser, whose settings are not ours to change.
  const isOurs = process.versions["electron"] === undefined;
  if (!isOurs || major < KNOWN_MAJORS.first || major > KNOWN_MAJORS.last) return;
  // Imported, it would load Node's streams with every start, and few runs come here.
  process.getBuiltinModule("node:v8").setFlagsFromString(flag);
}
