import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import {
  HOSTILE,
  assessmentOf,
  contextOf,
  findingOn,
  generatedAssessment,
  hostileAssessment,
} from "../testing/assessments.ts";
import { MAXIMUM_RESULTS } from "./limits.ts";
import { toSarif, toSarifLog } from "./to-sarif.ts";
import type { CelRule, Finding, NotChecked, WaivedFinding } from "@plimsoll/core";
import type { SarifLog, SarifRun } from "./sarif-log.ts";

const SCHEMA_FILE = createRequire(import.meta.url).resolve(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);

/** The standard's schema, with the formats `uri`, `uri-reference` and `date-time` checked. */
function validator(): (log: unknown) => unknown {
  const schema: unknown = JSON.parse(readFileSync(SCHEMA_FILE, "utf8"));
  if (typeof schema !== "object" || schema === null) throw new TypeError("the schema is not an object");
  const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : validate.errors);
}

const problemsOf = validator();

function runOf(log: SarifLog): SarifRun {
  const [run] = log.runs;
  if (run === undefined) throw new RangeError("no run");
  return run;
}

function ruleOf(changes: Partial<CelRule> = {}): CelRule {
  return {
    id: "dockerfile/example",
    title: "Examples hold",
    severity: "warning",
    confidence: "medium",
    surface: "kubernetes",
    catalogue: [],
    aliases: ["hadolint:DL3002"],
    since: "0.1.0",
    each: "resources",
    require: "true",
    problem: "missing",
    at: [""],
    message: "m",
    ...changes,
  };
}

function ruleSetOf(rule: CelRule, requirements: readonly string[], controls: readonly string[]) {
  return {
    ruleSet: { rules: new Map([[rule.id, rule]]), references: { [rule.id]: { requirements, controls } } },
  };
}

describe("toSarif", () => {
  it("has a schema check that bites", () => {
    const log = toSarifLog(assessmentOf(), contextOf());
    expect(problemsOf(log)).toEqual([]);
    expect(problemsOf({ ...log, version: "2.0.0" })).not.toEqual([]);
    expect(problemsOf({ ...log, runs: [{ ...runOf(log), columnKind: "bytes" }] })).not.toEqual([]);
  });

  it("agrees with the schema on 100 generated assessments", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { assessment, context } = generatedAssessment(seed);
      expect(problemsOf(JSON.parse(toSarif(assessment, context))), `seed ${seed}`).toEqual([]);
    }
  });

  it.each(HOSTILE)("stays valid with hostile text: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const log = toSarifLog(assessment, context);
    expect(problemsOf(JSON.parse(toSarif(assessment, context)))).toEqual([]);
    const uris = runOf(log).artifacts.map(({ location }) => decodeURIComponent(location.uri));
    expect(uris).toEqual([`dir/${text}`.toWellFormed()]);
  });

  it("gives exact regions, in UTF-16 code units", () => {
    const finding = findingOn("漢🚢root", {});
    const run = runOf(toSarifLog(assessmentOf({ findings: [finding] }), contextOf()));
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "Dockerfile", uriBaseId: "%SRCROOT%", index: 0 },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 8 },
    });
    expect(run.results[0]?.partialFingerprints).toEqual({ "plimsoll/v1": finding.fingerprint });
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ] as const)("maps severity %s to level %s", (severity, level) => {
    const run = runOf(toSarifLog(assessmentOf({ findings: [findingOn("a", { severity })] }), contextOf()));
    expect(run.results[0]?.level).toBe(level);
  });

  it("describes a rule: help, address, score, precision, taxa", () => {
    const rule = ruleOf({ formerly: ["dockerfile/old"] });
    const context = contextOf(
      {},
      {
        ...ruleSetOf(rule, ["T4-HARDENING"], ["nist-800-53r5:ac-6", "cci:CCI-002235"]),
        ruleHelp: () => "## Why it matters\n\nIt does.\n",
        requirement: () => ({ title: "Hardening", statement: "Harden it.", baseline: "REQUIRED" }),
        controlDocument: (id) =>
          id === "cci" ? { title: "Control Correlation Identifiers", version: "2024" } : undefined,
      },
    );
    const run = runOf(toSarifLog(assessmentOf(), context));
    expect(run.tool.driver.rules?.[0]).toMatchObject({
      id: "dockerfile/example",
      name: "Example",
      deprecatedIds: ["dockerfile/old"],
      shortDescription: { text: "Examples hold" },
      defaultConfiguration: { level: "warning" },
      helpUri: "https://plimsoll.example/dockerfile/example",
      help: {
        markdown: [
          "## Why it matters",
          "It does.",
          "Requirements: T4-HARDENING",
          "Controls: nist-800-53r5:ac-6, cci:CCI-002235",
          "Same check in other tools: hadolint:DL3002",
          "[Documentation](<https://plimsoll.example/dockerfile/example>)",
        ].join("\n\n"),
      },
      properties: {
        tags: ["security", "dockerfile", "T4-HARDENING", "nist-800-53r5:ac-6", "cci:CCI-002235"],
        precision: "medium",
        "problem.severity": "warning",
        "security-severity": "5.5",
      },
    });
    const names = ["dod-devsecops-cncf-kubernetes", "nist-800-53r5", "cci"];
    expect(run.tool.driver.rules?.[0]?.relationships?.map(({ target }) => target)).toEqual([
      { id: "T4-HARDENING", index: 0, toolComponent: { name: names[0], index: 0 } },
      { id: "ac-6", index: 0, toolComponent: { name: names[1], index: 1 } },
      { id: "CCI-002235", index: 0, toolComponent: { name: names[2], index: 2 } },
    ]);
    expect(run.taxonomies.map(({ name }) => name)).toEqual(names);
    expect(run.taxonomies[0]?.taxa).toEqual([
      {
        id: "T4-HARDENING",
        shortDescription: { text: "Hardening" },
        fullDescription: { text: "Harden it." },
        properties: { baseline: "REQUIRED" },
      },
    ]);
    expect(run.taxonomies[2]).toMatchObject({ fullName: "Control Correlation Identifiers", version: "2024" });
    expect(run.tool.driver.supportedTaxonomies).toEqual(names.map((name, index) => ({ name, index })));
  });
});

describe("toSarif: results", () => {
  it("names taxa on a result only where they differ from the rule's", () => {
    const context = contextOf({}, ruleSetOf(ruleOf(), ["T4-HARDENING"], ["nist-800-53r5:ac-6"]));
    const other = findingOn("a", { requirements: ["T5-BUILDER"] });
    const run = runOf(toSarifLog(assessmentOf({ findings: [findingOn("a"), other] }), context));
    expect(run.results.map(({ taxa }) => taxa?.map(({ id }) => id))).toEqual([
      undefined,
      ["T5-BUILDER", "ac-6"],
    ]);
  });

  it("describes rules that only findings name", () => {
    const finding = findingOn("a", { ruleId: "syntax/unreadable" });
    const run = runOf(
      toSarifLog(assessmentOf({ findings: [finding] }), contextOf({}, ruleSetOf(ruleOf(), [], []))),
    );
    expect(run.results[0]?.ruleIndex).toBe(1);
    expect(run.tool.driver.rules?.[1]?.id).toBe("syntax/unreadable");
  });

  it("suppresses what is waived, and says of every result whether it is", () => {
    const finding = findingOn("a");
    const waived: readonly WaivedFinding[] = [
      { finding, by: "waiver", reference: "W-1", justification: "agreed", expires: "2027-01-01" },
      { finding, by: "inline", reference: "# plimsoll-ignore", justification: "known" },
      { finding, by: "baseline", reference: "baseline.json", justification: "old" },
    ];
    const run = runOf(toSarifLog(assessmentOf({ findings: [finding], waived }), contextOf()));
    expect(run.results.map(({ suppressions }) => suppressions?.map(({ kind }) => kind))).toEqual([
      [],
      ["external"],
      ["inSource"],
      ["external"],
    ]);
    expect(run.results[1]?.suppressions?.[0]).toEqual({
      kind: "external",
      status: "accepted",
      justification: "agreed",
      properties: { by: "waiver", reference: "W-1", expires: "2027-01-01" },
    });
    const open = runOf(toSarifLog(assessmentOf({ findings: [finding] }), contextOf()));
    expect(open.results[0]).not.toHaveProperty("suppressions");
  });

  it("turns fixes into changes of artifacts, and names those without a place", () => {
    const edit = (file: string, start: number): Finding["fixes"][number]["edits"][number] => ({
      file,
      start,
      end: start + 1,
      newText: "x",
    });
    const finding = findingOn("abc", {
      fixes: [
        { title: "one", safety: "safe", edits: [edit("Dockerfile", 0), edit("Dockerfile", 2)] },
        { title: "two", safety: "review", edits: [edit("gone", 0)] },
      ],
    });
    const run = runOf(toSarifLog(assessmentOf({ findings: [finding] }), contextOf({ Dockerfile: "abc" })));
    const region = (startColumn: number) => ({
      startLine: 1,
      startColumn,
      endLine: 1,
      endColumn: startColumn + 1,
    });
    expect(run.results[0]?.fixes).toEqual([
      {
        description: { text: "one" },
        artifactChanges: [
          {
            artifactLocation: { uri: "Dockerfile", uriBaseId: "%SRCROOT%", index: 0 },
            replacements: [1, 3].map((column) => ({
              deletedRegion: region(column),
              insertedContent: { text: "x" },
            })),
          },
        ],
        properties: { safety: "safe" },
      },
    ]);
    expect(run.invocations[0]?.toolExecutionNotifications.map(({ descriptor }) => descriptor.id)).toEqual([
      "report/fix-not-placed",
    ]);
  });
});

describe("toSarif: notifications", () => {
  it("reports gaps as notifications, and a crash as a failed run", () => {
    const notChecked: readonly NotChecked[] = [
      { file: "a.yaml", range: findingOn("abc").range, reason: "not YAML", code: "syntax/unreadable" },
      { file: "a.yaml", subject: "dockerfile/example", reason: "crashed", code: "rule/crashed" },
      { subject: "T15-SIEM", reason: "only a person", code: "requirement/attestation-only" },
    ];
    const run = runOf(toSarifLog(assessmentOf({ notChecked }), contextOf({}, ruleSetOf(ruleOf(), [], []))));
    const [invocation] = run.invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      {
        level: "warning",
        message: { text: "not YAML" },
        locations: [{ physicalLocation: { region: { endColumn: 4 } } }],
      },
      { level: "error", associatedRule: { id: "dockerfile/example", index: 0 } },
      { level: "note", message: { text: "T15-SIEM: only a person" } },
    ]);
    expect(run.tool.driver.notifications?.map(({ id }) => id)).toEqual(notChecked.map(({ code }) => code));
  });

  it("keeps within the limits of code scanning, worst first, and says what it cut", () => {
    const controls = Array.from({ length: 30 }, (_, index) => `nist-800-53r5:ac-${index}`);
    const info = findingOn("a", { severity: "info", controls });
    const related = Array.from({ length: 120 }, () => ({ file: "b", range: info.range, message: "m" }));
    const findings = [
      ...Array.from({ length: MAXIMUM_RESULTS }, () => info),
      findingOn("a", { controls, related }),
    ];
    const waived = [{ finding: info, by: "inline" as const, reference: "#", justification: "j" }];
    const run = runOf(toSarifLog(assessmentOf({ findings, waived }), contextOf()));
    expect(run.results).toHaveLength(MAXIMUM_RESULTS);
    expect(run.results[0]?.level).toBe("error");
    expect(run.results[0]?.relatedLocations).toHaveLength(100);
    expect(run.tool.driver.rules?.[0]?.properties?.["tags"]).toHaveLength(20);
    expect(
      run.invocations[0]?.toolExecutionNotifications.map(({ message }) =>
        message.text.split(" ").slice(0, 3).join(" "),
      ),
    ).toEqual(["2 results left", "20 related places", "1 rule with"]);
  });

  it("breaks links that input would place in a message", () => {
    const finding = findingOn("a", { message: "see [this](https://evil.example)" });
    const run = runOf(toSarifLog(assessmentOf({ findings: [finding] }), contextOf()));
    expect(run.results[0]?.message.text).toBe("see [this] (https://evil.example)");
  });
});
