import { conclude, createEngine, type FileResult } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { afterAll, describe, expect, it } from "vitest";
import { everyRuleOn } from "../corpora/configuration.ts";
import { slowness } from "./machine.ts";
import { worstTexts } from "./worst-texts.ts";

/** The promise, in milliseconds of CPU time on a quiet machine. */
const BUDGET = 1000;
/** The most that is granted to a slow or busy machine. */
const LARGEST_ALLOWANCE = 3;

interface Figure {
  readonly name: string;
  readonly milliseconds: number;
  readonly findings: number;
  readonly notChecked: string;
}

const figures: Figure[] = [];

describe("worst cases of up to 2 MiB", () => {
  const engine = createEngine(everyRuleOn(ruleSet));
  // The first check compiles the rules' expressions, which is no part of a text's cost.
  engine.checkFile({
    path: "a.yaml",
    text: "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n",
  });
  engine.checkFile({ path: "Dockerfile", text: "FROM debian:12\nRUN apt-get update\n" });

  it.each(worstTexts)("$name", { timeout: 60_000 }, ({ name, make }) => {
    const { path, text } = make();
    const before = process.threadCpuUsage();
    const result = engine.checkFile({ path, text });
    const assessment = conclude(engine, [result], { today: "2026-11-24" });
    const { user, system } = process.threadCpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    figures.push({ name, milliseconds, findings: assessment.findings.length, notChecked: codesOf(result) });
    expect(result.notChecked.filter(({ code }) => code === "rule/crashed")).toEqual([]);
    expect(result.checked || result.notChecked.length > 0).toBe(true);
    expect(milliseconds).toBeLessThan(BUDGET * allowance(milliseconds));
  });

  afterAll(() => {
    const slowest = [...figures].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 12);
    const lines = slowest.map(
      ({ name, milliseconds, findings, notChecked }) =>
        `  ${String(milliseconds).padStart(5)} ms  ${name} (${findings} findings${notChecked === "" ? "" : `, ${notChecked}`})`,
    );
    process.stdout.write(`slowest worst cases, CPU time, budget ${BUDGET} ms:\n${lines.join("\n")}\n`);
  });
});

/** How much longer than the budget this machine may take; measured only where it matters. */
function allowance(milliseconds: number): number {
  return milliseconds < BUDGET ? 1 : Math.min(LARGEST_ALLOWANCE, slowness());
}

function codesOf(result: FileResult): string {
  return [...new Set(result.notChecked.map(({ code }) => code))].join(", ");
}
