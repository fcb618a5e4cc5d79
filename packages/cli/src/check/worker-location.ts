/** How worker threads of this build are started: the bundle's own file, or the source with its import condition. */
export interface WorkerLocation {
  readonly worker: URL;
  readonly execArgv: readonly string[];
}

/** The worker beside this module: `worker.cjs` in the bundle, whose files lie in one folder, and `../worker.ts` in source. */
export function workerLocation(): WorkerLocation {
  const isSource = import.meta.url.endsWith(".ts");
  return isSource
    ? { worker: new URL("../worker.ts", import.meta.url), execArgv: ["--conditions=source"] }
    : { worker: new URL("./worker.cjs", import.meta.url), execArgv: [] };
}
