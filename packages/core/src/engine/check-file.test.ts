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
  it.each([
    [
      "settings with comments",
      "tsconfig.json",
      "/* for the editor */\n{ // and more\n}\n",
      [],
      ["yaml/not-kubernetes"],
    ],
    ["a JSON object of Kubernetes", "pod.json", '{"apiVersion": "v1", "kind": "Pod"}', [], []],
    ["a broken JSON object of Kubernetes", "pod.json", '{"apiVersion": "v1", "kind": "Pod",}', [], []],
    ["text that is no YAML", "a.yaml", "a: [1\n", ["1:4 unclosed-flow"], ["yaml/not-kubernetes"]],
    [
      "a Helm template without its chart",
      "a.yaml",
      "{{- if .Values.on }}\na: {{ .Values.a }}\n{{- end }}\n",
      [],
      ["helm/not-rendered"],
    ],
    ["a workflow", ".github/workflows/ci.yaml", "on: push\njobs: {}\n", [], ["workflow/no-rules"]],
    ["nothing but a comment", "a.yaml", "# nothing\n", [], []],
    ["a Dockerfile with a slip", "Dockerfile", "FROM scratch\nRUNN x\n", ["2:1 unknown-instruction"], []],
    ["an empty Dockerfile", "Dockerfile", "", ["1:1 no-instructions"], []],
  ])("%s", (_name, path, text, findings, notChecked) => {
    const result = engine.checkFile({ path, text });
    const codes = result.notChecked.map(({ code }) => code).filter((code) => !code.startsWith("schema/"));
    const found = result.findings.map(
      ({ range, problem }) => `${range.start.line}:${range.start.column} ${problem}`,
    );
    expect({ found, codes }).toEqual({ found: findings, codes: notChecked });
  });

  it("a text over the limit is named, not read", () => {
    const result = engine.checkFile({ path: "a.yaml", text: "a".repeat(2 * 1024 * 1024 + 1) });
    expect(result).toMatchObject({ checked: false, notChecked: [{ code: "file/too-large" }] });
  });
});
