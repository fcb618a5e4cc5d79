import { createEngine, newFileMemory, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import type { PlainFile } from "../corpora/check-all.ts";
import { everyRuleOn } from "../corpora/configuration.ts";
import { violations, violationsIn } from "./invariants.ts";
import { edited, randomEdit } from "./mutate.ts";
import { Random } from "./random.ts";
import { seedsByKind } from "./seeds.ts";
import { shrink } from "./shrink.ts";

/**
 * `PLIMSOLL_FUZZ_RUNS` multiplies the work (100 takes some minutes) and `PLIMSOLL_FUZZ_SEED` starts elsewhere; without them
 * every run is the same run.
 */
const factor = Number(process.env["PLIMSOLL_FUZZ_RUNS"] ?? "1");
const seed = Number(process.env["PLIMSOLL_FUZZ_SEED"] ?? "20261124");
const timeout = 60_000 * Math.max(1, factor);

const { dockerfiles, yaml } = seedsByKind();
const engine = createEngine(everyRuleOn(ruleSet));

interface Failure {
  readonly run: number;
  readonly path: string;
  readonly found: readonly string[];
  /** The smallest text that shows the first of them, as JSON, so that odd characters can be seen. */
  readonly text: string;
}

/** Mutated texts that break a promise of the engine. */
function fuzz(files: readonly PlainFile[], runs: number): readonly Failure[] {
  const random = new Random(seed);
  const failures: Failure[] = [];
  for (let run = 0; run < runs && failures.length < 3; run += 1) {
    const file = random.pick(files);
    let { text } = file;
    for (let count = 1 + random.below(5); count > 0; count -= 1) {
      text = edited(text, randomEdit(text, random, random.pick(files).text));
    }
    const found = violations(engine, { path: file.path, text });
    if (found.length > 0)
      failures.push({ run, path: file.path, found, text: JSON.stringify(smallest(file.path, text)) });
  }
  return failures;
}

function smallest(path: string, text: string): string {
  return shrink(text, (candidate) => violations(engine, { path, text: candidate }).length > 0);
}

/** Chains of edits in one open file: what was remembered must make no difference. */
function fuzzEdits(files: readonly PlainFile[], chains: number): readonly Failure[] {
  const random = new Random(seed + 1);
  const failures: Failure[] = [];
  for (let run = 0; run < chains && failures.length < 3; run += 1) {
    const file = random.pick(files);
    const memory = newFileMemory();
    let text = joined(file, random.pick(files));
    engine.checkFile({ path: file.path, text }, memory);
    for (let step = 0; step < 12; step += 1) {
      const before = text;
      text = edited(text, randomEdit(text, random, file.text));
      const found = differences(engine, { path: file.path, text }, memory);
      if (found.length === 0) continue;
      failures.push({ run, path: file.path, found, text: JSON.stringify([before, text]) });
      break;
    }
  }
  return failures;
}

/** Two documents in one file, so that an edit leaves one of them as it was. */
function joined(first: PlainFile, second: PlainFile): string {
  return dockerfiles.includes(first) ? first.text : `${first.text}\n---\n${second.text}`;
}

function differences(
  of: Engine,
  input: PlainFile,
  memory: ReturnType<typeof newFileMemory>,
): readonly string[] {
  const remembered = of.checkFile(input, memory);
  const fresh = of.checkFile(input);
  const same = JSON.stringify(remembered) === JSON.stringify(fresh);
  return [
    ...violationsIn(remembered, input),
    ...(same ? [] : [`differs from a fresh check: ${firstDifference(remembered, fresh)}`]),
  ];
}

function firstDifference(a: object, b: object): string {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 80);
  return `${left.slice(from, at + 80)} | ${right.slice(from, at + 80)}`;
}

describe(`mutated files, seed ${seed}`, () => {
  it("has seeds of both kinds", () => {
    expect(dockerfiles.length).toBeGreaterThan(0);
    expect(yaml.length).toBeGreaterThan(0);
  });
  it("keeps every promise on mutated Dockerfiles", { timeout }, () => {
    expect(fuzz(dockerfiles, 800 * factor)).toEqual([]);
  });
  it("keeps every promise on mutated YAML", { timeout }, () => {
    expect(fuzz(yaml, 800 * factor)).toEqual([]);
  });
  it("gives after any chain of edits what a fresh check gives", { timeout }, () => {
    expect(fuzzEdits([...dockerfiles, ...yaml], 120 * factor)).toEqual([]);
  });
});
