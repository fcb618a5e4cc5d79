import { parseYaml, readAction, readWorkflow, SourceText, type Range, type Span } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { FileFacts } from "../graph/file-facts.ts";
import { activitiesOf, stagesBefore } from "./ask-pipeline.ts";
import type { Pipeline, Stage } from "./pipeline.ts";
import { readPipeline } from "./read-pipeline.ts";
import { actionFacts, workflowFacts } from "./read-workflow-facts.ts";

function factsOf(file: string, text: string): FileFacts {
  const source = new SourceText(text);
  const rangeOf = (span: Span): Range => source.rangeOf(span);
  const [document] = parseYaml(text).documents;
  if (document === undefined) throw new Error("no document");
  const action = file.endsWith("action.yml") ? readAction(document) : undefined;
  if (action !== undefined) return { file, action: actionFacts(action, rangeOf) };
  const workflow = readWorkflow(document);
  if (workflow === undefined) throw new Error("no workflow");
  return { file, workflow: workflowFacts(workflow, rangeOf) };
}

function pipelineOf(files: Readonly<Record<string, string>>): Pipeline {
  return readPipeline(Object.entries(files).map(([file, text]) => factsOf(file, text)));
}

function show({ id, needs, activities, phase }: Stage): string {
  const does = activities.map(({ activity }) => activity).join(" ");
  return `${id} <- [${needs.join(" ")}] ${phase ?? "-"}: ${does}`;
}

const CI = ".github/workflows/ci.yml";
const steps = (...runs: readonly string[]): string =>
  `steps: [${runs.map((run) => `{run: "${run}"}`).join(", ")}]`;

describe("the pipeline of a workspace", () => {
  it("puts jobs behind those that they need, whatever their order", () => {
    const text = `on: push\njobs:\n  ship:\n    needs: [test, build]\n    ${steps("kubectl apply -f x")}\n  build:\n    ${steps("docker build -t a .")}\n  test:\n    needs: build\n    ${steps("go test ./...")}\n`;
    expect(pipelineOf({ [CI]: text }).flows[0]?.stages.map(show)).toEqual([
      "build <- [] build: build-image",
      "test <- [build] test: unit-test",
      "ship <- [test build] deploy: deploy",
    ]);
  });

  it("keeps jobs that need each other", () => {
    const text = "on: push\njobs:\n  a: {needs: b, steps: []}\n  b: {needs: a, steps: []}\n";
    expect(pipelineOf({ [CI]: text }).flows[0]?.stages.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("puts the jobs of a called workflow in the place of the call, and leaves it out as a flow of its own", () => {
    const caller = `on: push\njobs:\n  build:\n    ${steps("docker build -t a .")}\n  check:\n    needs: build\n    uses: ./.github/workflows/check.yml\n  ship:\n    needs: check\n    ${steps("kubectl apply -f x")}\n`;
    const called = `on: workflow_call\njobs:\n  scan:\n    ${steps("grype a --fail-on high")}\n  report:\n    needs: scan\n    ${steps("oras attach a")}\n`;
    const { flows } = pipelineOf({ [CI]: caller, ".github/workflows/check.yml": called });
    expect(flows.map(({ file, stages }) => [file, stages.map(show)])).toEqual([
      [
        CI,
        [
          "build <- [] build: build-image",
          "check/scan <- [build] test: image-scan",
          "check/report <- [check/scan] release: keep-evidence",
          "ship <- [check/report] deploy: deploy",
        ],
      ],
    ]);
  });

  it("ends where workflows call each other", () => {
    const text = "on: [push, workflow_call]\njobs:\n  again:\n    uses: ./.github/workflows/ci.yml\n";
    const [flow] = pipelineOf({ [CI]: text }).flows;
    expect(flow?.stages.map(({ id, unfollowed }) => [id, unfollowed.map(({ text: call }) => call)])).toEqual([
      ["again", ["./.github/workflows/ci.yml"]],
    ]);
  });

  it("follows composite actions, in a repository below the workspace too, and carries continue-on-error in", () => {
    const workflow =
      "on: push\njobs:\n  a:\n    steps:\n      - uses: ./scan\n        continue-on-error: true\n      - uses: ./missing\n";
    const action = `name: Scan\nruns:\n  using: composite\n  ${steps("trivy image --exit-code 1 a")}\n`;
    const { flows } = pipelineOf({ [`shop/${CI}`]: workflow, "shop/scan/action.yml": action });
    const [stage] = flows[0]?.stages ?? [];
    expect(
      stage?.activities.map(({ activity, file, via }) => [activity, file, via?.range.start.line]),
    ).toEqual([["image-scan", "shop/scan/action.yml", 5]]);
    expect(stage?.exit[0]?.weaknesses.map(({ why }) => why)).toEqual(["step-continues"]);
    expect(stage?.unfollowed.map(({ text }) => text)).toEqual(["./missing"]);
  });
});

describe("what must have passed before a stage", () => {
  const before = (text: string, id: string, more: Readonly<Record<string, string>> = {}): string[] => {
    const pipeline = pipelineOf({ [CI]: text, ...more });
    const flow = pipeline.flows.find(({ file }) => file === CI);
    const stage = flow?.stages.find((one) => one.id === id);
    if (flow === undefined || stage === undefined) throw new Error("no stage");
    return stagesBefore(pipeline, flow, stage).map((one) => one.id);
  };
  const job = (id: string, rest: string): string => `  ${id}: {${rest}, steps: []}\n`;

  it.each([
    ["through others", job("a", "name: x") + job("b", "needs: a") + job("c", "needs: b"), ["b", "a"]],
    ["not where it always runs", job("a", "name: x") + job("c", "needs: a, if: always()"), []],
    [
      "not where it runs unless cancelled",
      job("a", "name: x") + job("c", "needs: a, if: '!cancelled()'"),
      [],
    ],
    [
      "not behind one that always runs",
      job("a", "name: x") + job("b", "needs: a, if: always()") + job("c", "needs: b"),
      ["b"],
    ],
    ["nothing", job("a", "name: x") + job("c", "name: x"), []],
  ])("%s", (_name, jobs, expected) => {
    expect(before(`on: push\njobs:\n${jobs}`, "c")).toEqual(expected);
  });

  it("is another workflow where a condition asks for its success", () => {
    const first = { ".github/workflows/build.yml": "name: Build\non: push\njobs:\n  a: {steps: []}\n" };
    const on = "on:\n  workflow_run: {workflows: [Build]}\njobs:\n";
    const asks = "if: github.event.workflow_run.conclusion == 'success'";
    expect(before(`${on}${job("c", asks)}`, "c", first)).toEqual(["a"]);
    expect(before(`${on}${job("c", "name: x")}`, "c", first)).toEqual([]);
  });

  it("finds activities of some kinds with their stages", () => {
    const pipeline = pipelineOf({
      [CI]: `on: push\njobs:\n  a:\n    ${steps("go test", "docker push a")}\n`,
    });
    expect(activitiesOf(pipeline, ["push-image"]).map(({ stage, index }) => [stage.id, index])).toEqual([
      ["a", 1],
    ]);
  });
});

describe("a hostile pipeline", () => {
  it("ends where workflows call each other in ever more copies, and says that it was cut", () => {
    const level = (next: string): string => {
      const jobs = Array.from({ length: 30 }, (_, index) => `  j${index}: {uses: ${next}}\n`).join("");
      return `on: [push, workflow_call]\njobs:\n${jobs}`;
    };
    const path = (number: number): string => `.github/workflows/w${number}.yml`;
    const files: Record<string, string> = {
      [path(4)]: "on: workflow_call\njobs:\n  a: {steps: [{run: go test}]}\n",
    };
    for (let number = 0; number < 4; number += 1) files[path(number)] = level(`./${path(number + 1)}`);
    const { flows, isCut } = pipelineOf(files);
    expect(isCut).toBe(true);
    expect(flows.map(({ stages }) => stages.length)).toEqual([2000, 2000, 900, 30]);
  });

  it("looks up what stands before each of many stages in time", () => {
    const jobs = Array.from({ length: 500 }, (_, index) => {
      const needs = Array.from({ length: Math.min(index, 250) }, (_each, before) => `j${index - 1 - before}`);
      return `  j${index}: {needs: [${needs.join(", ")}], steps: []}\n`;
    }).join("");
    const pipeline = pipelineOf({ [CI]: `on: push\njobs:\n${jobs}` });
    const [flow] = pipeline.flows;
    const started = process.threadCpuUsage();
    for (const stage of flow?.stages ?? []) if (flow !== undefined) stagesBefore(pipeline, flow, stage);
    expect(process.threadCpuUsage(started).user / 1000).toBeLessThan(5000);
    expect(flow?.stages).toHaveLength(500);
  });
});
