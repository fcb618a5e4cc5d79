#!/usr/bin/env node
import { cacheName } from "./launch/cache-name.ts";
import { loadProgram } from "./launch/load-program.ts";
import { VERSION } from "./version.ts";

/** SHA-256 of the programs that belong to this launcher, in hexadecimal; the bundle's build puts it in. */
declare const PLIMSOLL_PROGRAMS: string;

if (process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  const program = loadProgram({
    // `check` is what editors, hooks and pipelines call: it does not load the other commands.
    url: new URL(process.argv[2] === "check" ? "./check.cjs" : "./all.cjs", import.meta.url),
    cache: cacheName(PLIMSOLL_PROGRAMS, process.argv.slice(2)),
  });
  await program.run();
  program.keepCode();
}
