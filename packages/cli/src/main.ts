#!/usr/bin/env node
import nodeModule from "node:module";
import { VERSION } from "./version.ts";

// Before anything else is loaded: compiled code of the bundle is kept between runs, where Node can (from 22.8 on).
nodeModule.enableCompileCache?.();

if (process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  const { runProcess } = await import("./run-process.ts");
  await runProcess();
}
