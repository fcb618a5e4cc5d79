import { describe, expect, it } from "vitest";
import { loadConfiguration } from "../config/load-configuration.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { createEngine } from "./engine.ts";

const ruleSet: RuleSet = {
  rules: new Map(),
  references: {},
  profiles: {
    "reference-design": {
      name: "reference-design",
      title: "Test",
      description: "No rules.",
      rules: {},
      onlyListed: true,
      inlineIgnores: true,
      waiverMaximumDays: 365,
    },
  },
  requirements: {},
  renamed: new Map(),
};
const { configuration } = await loadConfiguration({ read: async () => undefined, ruleSet });
const engine = createEngine({ ruleSet, configuration });

describe("what a file without rules comes to", () => {
  it.each<{ name: string; path: string; text: string; found?: string[]; codes?: string[] }>([
    {
      name: "settings with comments",
      path: "tsconfig.json",
      text: "/* for the editor */\n{ // and more\n}\n",
      codes: ["yaml/not-kubernetes"],
    },
    { name: "a JSON object of Kubernetes", path: "pod.json", text: '{"apiVersion": "v1", "kind": "Pod"}' },
    {
      name: "text that is no YAML",
      path: "a.yaml",
      text: "a: [1\n",
      found: ["1:4 unclosed-flow"],
      codes: ["yaml/not-kubernetes"],
    },
    {
      name: "a template without its chart",
      path: "a.yaml",
      text: "{{- if .Values.on }}\na: {{ .Values.a }}\n{{- end }}\n",
      codes: ["helm/not-rendered"],
    },
    {
      name: "a workflow",
      path: ".github/workflows/ci.yaml",
      text: "on: push\njobs: {}\n",
    },
    {
      name: "a list where a workflow belongs",
      path: ".github/workflows/ci.yaml",
      text: "- on: push\n",
      codes: ["workflow/not-a-map"],
    },
    {
      name: "a broken workflow, whose expressions are no template",
      path: ".github/workflows/ci.yaml",
      text: "a: ${{ b }}\nc: [1\n",
      found: ["2:4 unclosed-flow"],
    },
    { name: "an action", path: "a/action.yml", text: "runs: {using: composite}\n" },
    {
      name: "another file of that name",
      path: "a/action.yml",
      text: "kind: x\n",
      codes: ["yaml/not-kubernetes"],
    },
    { name: "nothing but a comment", path: "a.yaml", text: "# nothing\n" },
    {
      name: "a Dockerfile with a slip",
      path: "Dockerfile",
      text: "FROM scratch\nRUNN x\n",
      found: ["2:1 unknown-instruction"],
    },
    { name: "an empty Dockerfile", path: "Dockerfile", text: "", found: ["1:1 no-instructions"] },
  ])("$name", ({ path, text, found = [], codes = [] }) => {
    const result = engine.checkFile({ path, text });
    expect(result.notChecked.map(({ code }) => code).filter((code) => !code.startsWith("schema/"))).toEqual(
      codes,
    );
    expect(
      result.findings.map(({ range, problem }) => `${range.start.line}:${range.start.column} ${problem}`),
    ).toEqual(found);
  });

  it("a text over the limit is named, not read", () => {
    const result = engine.checkFile({ path: "a.yaml", text: "a".repeat(2 * 1024 * 1024 + 1) });
    expect(result).toMatchObject({ checked: false, notChecked: [{ code: "file/too-large" }] });
  });
});
