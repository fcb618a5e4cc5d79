import { classifyFile, createEngine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { DOCKERFILE_PARSE_CODES } from "@plimsoll/syntax";
import { corporaPresent, corpusNames } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { everyRuleOn } from "../corpora/configuration.ts";
import { filesOf, type CorpusFile } from "../corpora/files.ts";
import { violations } from "../fuzz/invariants.ts";

const engine = createEngine(everyRuleOn(ruleSet));

/** Files that the `yaml` library reads without an error are valid: it is the judge, not our reader. */
function isValidYaml(text: string): boolean {
  return parseAllDocuments(text, { merge: true }).every((document) => document.errors.length === 0);
}

function syntaxFindings(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ ruleId }) => ruleId.startsWith("syntax/"))
    .map(({ ruleId, range, message }) => `${ruleId} ${range.start.line}:${range.start.column} ${message}`);
}

/**
 * Valid YAML that no program can use, so that we report it: an alias inside the node that it stands for. Its owner's tool
 * reports it too.
 */
const RECURSIVE: ReadonlySet<string> = new Set(["actionlint/examples/yaml_anchor_usage.yaml"]);

/** Files whose quoted lines stand at the column of their key: Kubernetes reads them, the library does not. */
const QUOTED_AT_THE_KEY: ReadonlySet<string> = new Set([
  "checkov/k8s/ImageTagFixed/kafka-ImageWithRepo-PASSED.yaml",
  "checkov/k8s/ImagePullPolicy/kafka-PullPolicyAlways-PASSED.yaml",
  "checkov/k8s/ImageDigest/kafka-withrepo-PASSED.yaml",
]);

/** What is wrong with how the engine took a real YAML file. */
function mistakes(file: CorpusFile): readonly string[] {
  const result = engine.checkFile(file);
  const syntax = syntaxFindings(result.findings);
  if (result.notChecked.some(({ code }) => code === "helm/not-rendered")) {
    return file.text.includes("{{") ? syntax : ["called a template although it has no action"];
  }
  const isValid = isValidYaml(file.text) || QUOTED_AT_THE_KEY.has(file.path);
  if (isValid && !RECURSIVE.has(file.path)) return syntax;
  return syntax.length > 0 ? [] : ["broken YAML without a finding"];
}

describe.skipIf(!corporaPresent)("every file of the corpora (skipped where they are absent)", () => {
  it.each([...corpusNames.real, ...corpusNames.labelled])(
    "%s keeps every promise, checked or named",
    (corpus) => {
      const found = filesOf(corpus).flatMap((file) =>
        violations(engine, file).map((violation) => `${file.path}: ${violation}`),
      );
      expect(found).toEqual([]);
    },
  );
  it.each([...corpusNames.real, ...corpusNames.labelled])(
    "%s has syntax findings on broken YAML only",
    (corpus) => {
      const yaml = filesOf(corpus).filter(({ path }) => classifyFile(path) !== "dockerfile");
      expect(yaml.flatMap((file) => mistakes(file).map((mistake) => `${file.path}: ${mistake}`))).toEqual([]);
    },
  );
  it.each(corpusNames.real)("%s has no syntax finding on Dockerfiles", (corpus) => {
    const files = filesOf(corpus).filter(({ path }) => classifyFile(path) === "dockerfile");
    expect(files.flatMap((file) => syntaxFindings(engine.checkFile(file).findings))).toEqual([]);
  });
});

/** What BuildKit's parser refuses; the rest is refused later, when the builder reads the meaning. */
const PARSE_PROBLEMS = new Set(DOCKERFILE_PARSE_CODES.map((code) => code.slice(code.indexOf("/") + 1)));

describe.skipIf(!corporaPresent)("what BuildKit's parser is tested with (skipped where absent)", () => {
  const cases = filesOf("buildkit-parser").flatMap(({ path, text, labels, name }) =>
    labels
      .filter(({ theme }) => theme === "docker/parse")
      .map(({ expected }) => ({ name, path, text, expected })),
  );
  it("has cases of both kinds", () => {
    expect(new Set(cases.map(({ expected }) => expected)).size).toBe(2);
  });
  it.each(cases)("$name: $expected", ({ path, text, expected }) => {
    const { findings } = engine.checkFile({ path, text, kind: "dockerfile" });
    const refused = findings.some(
      ({ ruleId, problem }) => ruleId.startsWith("syntax/") && PARSE_PROBLEMS.has(problem),
    );
    expect(refused).toBe(expected === "fail");
  });
});
