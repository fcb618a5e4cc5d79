#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { VERSION } from "./version.ts";

// Before anything else is loaded: compiled code of the bundle is kept between runs.
enableCompileCache();

if (process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  const { runProcess } = await import("./run-process.ts");
  await runProcess();
}
