#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before anything else is loaded: compiled code of the bundle is kept between runs.
enableCompileCache();

const { run } = await import("./run.ts");
const { processTerminal } = await import("./terminal/process-terminal.ts");

// Ends through `exit` handlers, which remove temporary folders.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await run(process.argv.slice(2), processTerminal());
