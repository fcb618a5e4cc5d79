#!/usr/bin/env node
import { cacheName } from "./launch/cache-name.ts";
import { loadProgram } from "./launch/load-program.ts";
import { VERSION } from "./version.ts";

/** SHA-256 of the program that belongs to this launcher, in hexadecimal; the bundle's build puts it in. */
declare const PLIMSOLL_PROGRAM: string;

if (process.argv[2] === "--version") process.stdout.write(`${VERSION}\n`);
else {
  const program = loadProgram({
    url: new URL("./program.cjs", import.meta.url),
    cache: cacheName(PLIMSOLL_PROGRAM, process.argv.slice(2)),
  });
  await program.run();
  program.keepCode();
}
