#!/usr/bin/env node
import nodeModule from "node:module";
import v8 from "node:v8";
import { VERSION } from "./version.ts";

// Before anything else is loaded: compiled code of the bundle is kept between runs, where Node can (from 22.8 on).
nodeModule.enableCompileCache?.();

/**
 * Loads files of the bundle with all their functions compiled: the cache keeps what is compiled while a file is loaded, and else a
 * run compiles each function again when it is first called, which took a third of its time. The build puts its dynamic imports
 * into calls of this function.
 */
function loadCompiled<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  v8.setFlagsFromString("--no-lazy");
  try {
    // Compiled before it returns; what Node loads of its own later is not touched.
    return load();
  } finally {
    v8.setFlagsFromString("--lazy");
  }
}

if (process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  Object.assign(globalThis, { plimsollLoad: loadCompiled });
  const { runProcess } = await import("./run-process.ts");
  await runProcess();
}
