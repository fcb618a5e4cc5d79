#!/usr/bin/env node
import nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";

// Before anything else is loaded: compiled code of the bundle is kept between runs, where Node can (from 22.8 on).
nodeModule.enableCompileCache?.();

// A server lives for days beside an editor: it collects sooner than a program that ends, which costs little of a keystroke.
setFlagsFromString("--heap-growing-percent=15");
setFlagsFromString("--semi-space-growth-factor=1");

const { runNode } = await import("./run-node.ts");
runNode(process.argv.slice(2));
