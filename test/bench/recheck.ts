import { createEngine, newFileMemory, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { sizeHeap } from "@plimsoll/workspace";
import { everyRuleOn } from "../corpora/configuration.ts";
import { longDefinition, longManifest, manyDocuments } from "./manifests.ts";
import { atMost, percentile, type Figure } from "./measure.ts";

const LINES = 2000;
const EDITS = 200;
const WARM_UP = 100;
const PASSES = 5;
const BUDGET = 10;

/** Checking a manifest of 2,000 lines again after one character was typed somewhere in it, as an editor asks for it. */
export function benchRecheck(): readonly Figure[] {
  // As the language server does at its start.
  sizeHeap(1);
  return [
    ...promised("many documents", recheck(manyDocuments(LINES))),
    ...promised("one document, a custom resource definition", recheck(longDefinition(LINES))),
    ...promised("one document, a Deployment of some 70 containers", recheck(longManifest(LINES))),
  ];
}

interface Recheck {
  readonly lines: number;
  readonly p50: number;
  readonly p95: number;
}

function promised(name: string, { lines, p50, p95 }: Recheck): readonly Figure[] {
  const budget = { limit: BUDGET, unit: " ms", note: `${lines} lines, ${EDITS} edits` };
  return [
    atMost(`check again after one character, ${name}, p50`, p50, budget),
    atMost(`check again after one character, ${name}, p95`, p95, budget),
  ];
}

function recheck(start: string): Recheck {
  const engine = createEngine(everyRuleOn(ruleSet));
  typeAll(engine, start, WARM_UP);
  const passes = Array.from({ length: PASSES }, () => typeAll(engine, start, EDITS));
  // Each edit is timed by the clock, so another program's turn counts too: the quietest pass tells what ours takes.
  const quietest = (share: number): number => Math.min(...passes.map((times) => percentile(times, share)));
  return { lines: start.split("\n").length, p50: quietest(0.5), p95: quietest(0.95) };
}

/** Milliseconds of each check after one more edit. */
function typeAll(engine: Engine, start: string, edits: number): readonly number[] {
  const memory = newFileMemory();
  let text = start;
  engine.checkFile({ path: "manifest.yaml", text }, memory);
  return Array.from({ length: edits }, (_, edit) => {
    text = typed(text, edit);
    const before = performance.now();
    engine.checkFile({ path: "manifest.yaml", text }, memory);
    return performance.now() - before;
  });
}

/** A character more at the end of some name, each time elsewhere. */
function typed(text: string, edit: number): string {
  const from = (edit * 7919 * 31) % text.length;
  const found = text.indexOf("name: ", from);
  // A document without a name behind this place gets its character at the end of that line.
  const at = text.indexOf("\n", found === -1 ? from : found);
  return `${text.slice(0, at)}x${text.slice(at)}`;
}
