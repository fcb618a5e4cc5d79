import { corporaPresent } from "@plimsoll/testkit/corpus";
import { benchMemory, benchStart, buildCommandLine } from "./command-line.ts";
import { benchEditor, buildLanguageServer } from "./editor.ts";
import type { Figure } from "./measure.ts";
import { benchParsers } from "./parsers.ts";
import { benchPeers } from "./peers.ts";
import { benchRecheck } from "./recheck.ts";
import { benchScale } from "./scale.ts";
import { benchScan } from "./scan.ts";
import { benchScap } from "./scap.ts";

/** Each group by the name that picks it: `npm run bench -- parsers start`. */
const groups: ReadonlyMap<string, () => readonly Figure[] | Promise<readonly Figure[]>> = new Map<
  string,
  () => readonly Figure[] | Promise<readonly Figure[]>
>([
  ["parsers", benchParsers],
  ["recheck", benchRecheck],
  ["scale", benchScale],
  ["scan", benchScan],
  ["scap", benchScap],
  ["start", benchStart],
  ["memory", benchMemory],
  ["editor", benchEditor],
  ["peers", benchPeers],
]);

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !groups.has(name));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(", ")}. Give any of ${[...groups.keys()].join(", ")}.\n`);
    return 2;
  }
  // The other tools lie in the cache of `npm run test:real`, so they are measured only when asked for.
  const names = wanted.length === 0 ? [...groups.keys()].filter((name) => name !== "peers") : wanted;
  if (names.includes("parsers") && !corporaPresent) {
    process.stderr.write("parsers: the corpora are absent, and they are what it measures.\n");
    return 2;
  }
  if (["start", "memory", "peers"].some((name) => names.includes(name))) buildCommandLine();
  if (names.includes("editor")) buildLanguageServer();
  let missed = 0;
  for (const name of names) {
    for (const figure of (await groups.get(name)?.()) ?? []) {
      if (figure.kept === false) missed += 1;
      print(figure);
    }
  }
  process.stdout.write(missed === 0 ? "every budget kept\n" : `budgets missed: ${missed}\n`);
  return missed === 0 ? 0 : 1;
}

const VERDICTS = new Map([
  [true, "kept  "],
  [false, "MISSED"],
]);

function print({ name, measured, budget, kept }: Figure): void {
  const verdict = kept === undefined ? "      " : (VERDICTS.get(kept) ?? "");
  process.stdout.write(`${verdict}  ${name.padEnd(84)} ${budget.padEnd(11)} ${measured}\n`);
}

process.exitCode = await main(process.argv.slice(2));
