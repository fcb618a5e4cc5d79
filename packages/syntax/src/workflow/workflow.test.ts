import { describe, expect, it } from "vitest";
import { parseYaml } from "../yaml/parse.ts";
import type { ActionFile, Workflow } from "./nodes.ts";
import { readAction, readWorkflow } from "./read-workflow.ts";
import { EXPRESSION_CHARACTER, stepShell } from "./step-shell.ts";

function workflowOf(text: string): Workflow {
  const [document] = parseYaml(text).documents;
  const workflow = document === undefined ? undefined : readWorkflow(document);
  if (workflow === undefined) throw new TypeError("no workflow");
  return workflow;
}

function actionOf(text: string): ActionFile | undefined {
  const [document] = parseYaml(text).documents;
  return document === undefined ? undefined : readAction(document);
}

const FACTORY = `name: Factory
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
env:
  REGISTRY: registry.example
jobs:
  build:
    runs-on: [self-hosted, linux]
    outputs:
      digest: \${{ steps.image.outputs.digest }}
    services:
      db: postgres
    steps:
      - uses: actions/checkout@v4
      - id: image
        run: make image
  deploy:
    needs: build
    if: github.ref == 'refs/heads/main'
    runs-on:
      group: large
    environment:
      name: production
    permissions: write-all
    container:
      image: "docker://alpine"
    steps:
      - uses: ./local
        continue-on-error: true
        with:
          token: \${{ secrets.TOKEN }}
  call:
    uses: owner/repo/.github/workflows/scan.yml@0123456789012345678901234567890123456789
    secrets: inherit
`;

describe("a workflow", () => {
  const workflow = workflowOf(FACTORY);
  const [build, deploy, call] = workflow.jobs;

  it("has triggers, permissions and variables", () => {
    expect(workflow.triggers.map(({ event, node }) => [event, node?.kind])).toEqual([
      ["push", "map"],
      ["workflow_dispatch", undefined],
    ]);
    expect(workflow.permissions).toMatchObject({
      all: "scopes",
      scopes: [{ scope: "contents", access: "read" }],
    });
    expect(workflow.environment.map(({ name }) => name)).toEqual(["REGISTRY"]);
  });

  it("has jobs", () => {
    expect(workflow.jobs.map(({ id }) => id)).toEqual(["build", "deploy", "call"]);
    expect(build?.runner?.labels.map(({ text }) => text)).toEqual(["self-hosted", "linux"]);
    expect(build?.services.map(({ name, image }) => [name, image?.text])).toEqual([["db", "postgres"]]);
    expect(build?.outputs.map(({ name }) => name)).toEqual(["digest"]);
    expect(deploy?.needs.map(({ text, start, end }) => [text, FACTORY.slice(start, end)])).toEqual([
      ["build", "build"],
    ]);
    expect(deploy?.runner).toMatchObject({ labels: [], group: { text: "large" } });
    expect(deploy?.deployment?.name?.text).toBe("production");
    expect(deploy?.permissions?.all).toBe("write");
    expect(deploy?.container?.image?.text).toBe("docker://alpine");
    expect(deploy?.condition?.expressions.map(({ text, marked }) => [text, marked])).toEqual([
      ["github.ref == 'refs/heads/main'", false],
    ]);
    expect(call?.secrets?.inherit).toBe(true);
  });

  it("has steps and what they use", () => {
    expect(build?.steps.map(({ uses, run }) => [uses?.kind, run?.text])).toEqual([
      ["repository", undefined],
      [undefined, "make image"],
    ]);
    expect(deploy?.steps[0]?.uses).toMatchObject({ kind: "local", path: "./local" });
    expect(deploy?.steps[0]?.continueOnError?.value).toBe(true);
    const reference = call?.uses;
    expect(reference).toMatchObject({
      kind: "repository",
      owner: "owner",
      repository: "repo",
      path: ".github/workflows/scan.yml",
      ref: "0123456789012345678901234567890123456789",
    });
    if (reference?.kind === "repository") {
      expect(FACTORY.slice(reference.refSpan.start, reference.refSpan.end)).toBe(reference.ref);
    }
  });
});

describe("forms of a workflow's keys", () => {
  it.each([
    ["on: push\njobs: {}\n", ["push"]],
    ["on: [push, pull_request]\n", ["push", "pull_request"]],
    ['"on":\n  - push\n', ["push"]],
    ["true: push\n", []],
    ["jobs: {}\n", []],
  ])("%s", (text, events) => {
    expect(workflowOf(text).triggers.map(({ event }) => event)).toEqual(events);
  });

  it.each([
    ["permissions: {}\n", "none"],
    ["permissions: read-all\n", "read"],
    ["permissions: nonsense\n", "unknown"],
    ["permissions:\n  id-token: write\n", "scopes"],
  ])("%s", (text, all) => {
    expect(workflowOf(text).permissions?.all).toBe(all);
  });

  it.each([
    ["${{ always() }}", false],
    ["${{ a }} && b", true],
    ["${{ a }} ${{ b }}", true],
    ["always()", false],
    ["|\n      ${{ a }}\n", false],
  ])("condition %s", (condition, isText) => {
    const workflow = workflowOf(`jobs:\n  a:\n    if: ${condition}\n`);
    expect(workflow.jobs[0]?.condition?.isText).toBe(isText);
  });
});

describe("what uses: names", () => {
  it.each([
    ["actions/checkout@v4", "repository"],
    ['"actions/checkout@v4"', "repository"],
    ["actions/checkout", "unknown"],
    ["./here", "local"],
    ["docker://alpine:3", "docker"],
    ["${{ matrix.action }}@v1", "unknown"],
  ])("%s", (written, kind) => {
    const text = `jobs:\n  a:\n    steps:\n      - uses: ${written}\n`;
    const uses = workflowOf(text).jobs[0]?.steps[0]?.uses;
    expect(uses?.kind).toBe(kind);
    if (uses?.kind === "repository") expect(text.slice(uses.refSpan.start, uses.refSpan.end)).toBe("v4");
  });
});

describe("an action", () => {
  it("of steps", () => {
    const action = actionOf(
      "name: X\ninputs:\n  a:\n    required: true\n  b:\n    default: 1\nruns:\n  using: composite\n  steps:\n    - run: ls\n      shell: bash\n",
    );
    expect(action?.using?.text).toBe("composite");
    expect(action?.inputs.map(({ name, required, hasDefault }) => [name, required, hasDefault])).toEqual([
      ["a", true, false],
      ["b", false, true],
    ]);
    expect(action?.steps.map(({ run }) => run?.text)).toEqual(["ls"]);
  });

  it("is no other file", () => {
    expect(actionOf("name: X\n")).toBeUndefined();
  });
});

/** The words of every command with the text that their spans cover. */
function wordsOf(text: string, shell?: string): readonly (readonly [string, string])[] | string | undefined {
  const workflow = workflowOf(text);
  const step = workflow.jobs[0]?.steps[0];
  const script = step === undefined ? undefined : stepShell(workflow.document.document, step, shell);
  if (script === undefined || script.kind !== "script") return script?.kind;
  return script.commands
    .flatMap(({ name, words }) => (name === undefined ? words : [name, ...words]))
    .map(({ value, start, end }) => [value, text.slice(start, end)] as const);
}

const step = (run: string): string => `jobs:\n  a:\n    steps:\n      - run: ${run}\n`;
const mask = (text: string): string => EXPRESSION_CHARACTER.repeat(text.length);

describe("the script of a step", () => {
  it.each([
    [
      "plain",
      step("make image"),
      [
        ["make", "make"],
        ["image", "image"],
      ],
    ],
    [
      "literal",
      step("|\n          cd a\n          ls b"),
      [
        ["cd", "cd"],
        ["a", "a"],
        ["ls", "ls"],
        ["b", "b"],
      ],
    ],
    [
      "literal with CRLF",
      step("|\r\n          cd a\r\n          ls"),
      [
        ["cd", "cd"],
        ["a", "a"],
        ["ls", "ls"],
      ],
    ],
    [
      "folded",
      step(">\n          ls a\n          b"),
      [
        ["ls", "ls"],
        ["a", "a"],
        ["b", "b"],
      ],
    ],
    [
      "double quotes",
      step('"echo \\"a b\\" c"'),
      [
        ["echo", "echo"],
        ["a b", '\\"a b\\"'],
        ["c", "c"],
      ],
    ],
    [
      "expression",
      step("echo ${{ a }} b"),
      [
        ["echo", "echo"],
        [mask("${{ a }}"), "${{ a }}"],
        ["b", "b"],
      ],
    ],
  ])("%s", (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("of another shell is not read", () => {
    expect(wordsOf(step("ls"), "pwsh")).toBe("unsupported-shell");
  });
});
