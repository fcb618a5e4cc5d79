import {
  applyFixes,
  conclude,
  createEngine,
  isCelRule,
  loadKubernetesSchemas,
  readCustomSchemas,
  type Configuration,
  type FailCase,
  type Finding,
  type FixSafety,
  type PassCase,
  type Profile,
  type Rule,
  type RuleCases,
  type RuleSet,
} from "@plimsoll/core";
import { describe, expect, it } from "vitest";

const CASE_KEYS: ReadonlySet<string> = new Set([
  "name",
  "text",
  "path",
  "kubernetesMinor",
  "options",
  "images",
  "profile",
  "buildArguments",
  "siblings",
  "files",
  "findings",
  "fixed",
  "safety",
  "remains",
]);
const MAXIMUM_ROUNDS = 20;

const schemas = await loadKubernetesSchemas();

/**
 * Runs a rule over its cases: each through the engine's front door, with exact ranges, and each fix re-checked: it must
 * change the text, parse, leave nothing of what it fixed, be idempotent and keep every comment.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    it("has at least one passing and two failing cases, with names of their own", () => {
      const all = [...cases.pass, ...cases.fail];
      expect(cases.pass.length).toBeGreaterThanOrEqual(1);
      expect(cases.fail.length).toBeGreaterThanOrEqual(2);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      const unknown = all.flatMap((one) => Object.keys(one)).filter((key) => !CASE_KEYS.has(key));
      expect(unknown).toEqual([]);
    });
    it.each(cases.pass)("passes: $name", (one) => {
      expect(show(check(rule, one, one.text))).toEqual([]);
    });
    it.each(cases.fail)("fails: $name", (one) => {
      const findings = check(rule, one, one.text);
      expect(show(findings)).toEqual(one.findings.map(({ at, problem }) => `${at} ${problem}`));
      for (const [index, expected] of one.findings.entries()) {
        if (expected.message !== undefined) expect(findings[index]?.message).toBe(expected.message);
        if (expected.severity !== undefined) expect(findings[index]?.severity).toBe(expected.severity);
      }
      expectFixed(rule, one, findings);
      expect(findings.filter((finding) => isNarrow(rule, finding)).length > 0 && rule.narrows !== true).toBe(
        false,
      );
    });
  });
}

/** Whether a finding stands for none of the checks of a tool that its rule lists checks of. */
function isNarrow({ aliases }: Rule, finding: Finding): boolean {
  const toolsOf = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((alias) => alias.slice(0, alias.indexOf(":"))));
  const own = toolsOf(finding.aliases);
  return [...toolsOf(aliases)].some((tool) => !own.has(tool));
}

function expectFixed(rule: Rule, one: FailCase, findings: readonly Finding[]): void {
  const safety = one.safety ?? "review";
  const fixes = findings.flatMap((finding) => finding.fixes);
  if (one.fixed === null) {
    expect(fixes.filter((fix) => safety === "review" || fix.safety === "safe")).toEqual([]);
    return;
  }
  const fixed = fixAll(rule, one, safety);
  expect(fixed).toBe(one.fixed);
  expect(fixed).not.toBe(one.text);
  const left = check(rule, one, fixed);
  if (one.remains !== true) expect(show(left)).toEqual([]);
  expect(left.flatMap((finding) => finding.fixes)).toEqual([]);
  expect(commentsOf(fixed)).toEqual(commentsOf(one.text));
}

/** Makes fixes until there is nothing left to make. */
function fixAll(rule: Rule, one: FailCase, safety: FixSafety): string {
  let text = one.text;
  const path = pathOf(rule, one);
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const findings = check(rule, one, text);
    const next = applyFixes(findings, new Map([[path, text]]), { safety }).texts.get(path);
    if (next === undefined) return text;
    text = next;
  }
  throw new Error(`the fixes of ${rule.id} do not come to rest on "${one.name}"`);
}

/** Comments on lines of their own; a fix must keep them. */
function commentsOf(text: string): string[] {
  return text
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith("#"));
}

function check(rule: Rule, one: PassCase, text: string): readonly Finding[] {
  const path = pathOf(rule, one);
  const engine = createEngine({
    ruleSet: ruleSetOf(rule, one),
    configuration: configurationOf(one),
    schemas,
    customSchemas: Object.entries({ ...one.files, [path]: text }).flatMap(
      ([file, content]) => readCustomSchemas(file, content).schemas,
    ),
  });
  const siblings = one.siblings ?? {};
  const result = engine.checkFile({
    path,
    text,
    sibling: (name) => (Object.hasOwn(siblings, name) ? siblings[name] : undefined),
  });
  expect(result.notChecked.filter(({ code }) => code.startsWith("rule/"))).toEqual([]);
  const broken = result.findings.filter(({ ruleId }) => ruleId.startsWith("syntax/"));
  expect(broken.map(({ message, range }) => `${range.start.line}: ${message}`)).toEqual([]);
  const others = Object.entries(one.files ?? {}).map(([other, content]) =>
    engine.checkFile({ path: other, text: content }),
  );
  const { findings, notChecked } = conclude(engine, [result, ...others], { today: "2026-11-24" });
  expect(notChecked.filter(({ code }) => code.startsWith("rule/"))).toEqual([]);
  return findings
    .filter(({ file }) => file === path)
    .sort((a, b) => a.range.start.offset - b.range.start.offset);
}

function show(findings: readonly Finding[]): string[] {
  return findings.map(({ range, problem }) => {
    const { start, end } = range;
    return `${start.line}:${start.column}-${end.line}:${end.column} ${problem}`;
  });
}

function pathOf(rule: Rule, one: PassCase): string {
  if (one.path !== undefined) return one.path;
  if (rule.surface === "dockerfile") return "Dockerfile";
  if (rule.surface === "workflow") return ".github/workflows/ci.yaml";
  return rule.surface === "ironbank" && !isCelRule(rule) ? "hardening_manifest.yaml" : "manifest.yaml";
}

function ruleSetOf(rule: Rule, one: PassCase): RuleSet {
  const name = one.profile ?? "test";
  const profile: Profile = {
    name,
    title: "Test",
    description: "One rule on its own.",
    rules: {
      [rule.id]: { severity: rule.severity, ...(one.options === undefined ? {} : { options: one.options }) },
    },
    onlyListed: true,
    inlineIgnores: false,
    waiverMaximumDays: 365,
  };
  return {
    rules: new Map([[rule.id, rule]]),
    references: {},
    profiles: { [name]: profile },
    requirements: {},
    renamed: new Map(),
  };
}

/** The newest Kubernetes minor version that cases are judged by where they name none. */
const DEFAULT_MINOR = 37;

function configurationOf(one: PassCase): Configuration {
  return {
    profile: one.profile ?? "test",
    kubernetesMinor: one.kubernetesMinor ?? DEFAULT_MINOR,
    images: {
      trusted: ["registry1.dso.mil/ironbank/**"],
      approvedUntrusted: [],
      mirrors: [],
      registry: undefined,
      releaseTag: undefined,
      ...one.images,
    },
    rules: {},
    overrides: [],
    customRules: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: false,
    buildArguments: one.buildArguments ?? {},
  };
}
