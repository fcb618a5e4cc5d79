import { createEngine, newFileMemory } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { everyRuleOn } from "../corpora/configuration.ts";
import { longManifest, manyDocuments } from "./manifests.ts";
import { atMost, threadTime, percentile, type Figure } from "./measure.ts";

const EDITS = 300;
const WARM_UP = 60;
const BUDGET = 10;

/** Checking a manifest of 2,000 lines again after one character was typed somewhere in it, as an editor asks for it. */
export function benchRecheck(): readonly Figure[] {
  return [...recheck("many documents", manyDocuments(2000)), ...recheck("one document", longManifest(2000))];
}

function recheck(name: string, start: string): readonly Figure[] {
  const engine = createEngine(everyRuleOn(ruleSet));
  const memory = newFileMemory();
  let text = start;
  engine.checkFile({ path: "manifest.yaml", text }, memory);
  const times: number[] = [];
  for (let edit = 0; edit < EDITS + WARM_UP; edit += 1) {
    text = typed(text, edit);
    const time = threadTime(() => engine.checkFile({ path: "manifest.yaml", text }, memory));
    if (edit >= WARM_UP) times.push(time);
  }
  const lines = text.split("\n").length;
  const budget = { limit: BUDGET, unit: " ms", note: `${lines} lines, ${EDITS} edits` };
  return [
    atMost(`check again after one character, ${name}, p50`, percentile(times, 0.5), budget),
    atMost(`check again after one character, ${name}, p95`, percentile(times, 0.95), budget),
  ];
}

/** A character more at the end of some name, each time elsewhere. */
function typed(text: string, edit: number): string {
  const from = (edit * 7919 * 31) % text.length;
  const found = text.indexOf("name: ", from);
  const at = text.indexOf("\n", found === -1 ? text.indexOf("name: ") : found);
  return `${text.slice(0, at)}x${text.slice(at)}`;
}
