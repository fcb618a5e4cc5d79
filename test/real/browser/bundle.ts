import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface WorkerBundle {
  readonly text: string;
  /** Every module that went into it. */
  readonly inputs: readonly string[];
  /** What the bundle would still import when it runs. */
  readonly externals: readonly string[];
}

/** Bundles the worker for a browser. Nothing stands in for Node: a module that needs Node makes the bundling fail. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2024",
    conditions: ["source"],
    logLevel: "silent",
  });
  const outputs = Object.values(result.metafile.outputs);
  return {
    text: result.outputFiles[0]?.text ?? "",
    inputs: Object.keys(result.metafile.inputs),
    externals: outputs.flatMap(({ imports }) =>
      imports.filter(({ external }) => external === true).map(({ path }) => path),
    ),
  };
}
