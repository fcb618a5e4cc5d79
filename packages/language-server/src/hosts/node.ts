#!/usr/bin/env node
import nodeModule from "node:module";

// Before anything else is loaded: compiled code of the bundle is kept between runs, where Node can (from 22.8 on).
nodeModule.enableCompileCache?.();

const { runNode } = await import("./run-node.ts");
runNode(process.argv.slice(2));
