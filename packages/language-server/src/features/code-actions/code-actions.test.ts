import type { Engine, Finding } from "@plimsoll/core";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodeAction, Diagnostic, Range } from "vscode-languageserver-types";
import { COMMANDS, FIX_ALL_KIND } from "../../protocol.ts";
import type { OpenFile } from "../document/open-file.ts";
import { toRange } from "../document/positions.ts";
import type { FeatureContext } from "../feature-context.ts";
import { applied, engineOf, featureContext, findingsOf, openFile, shown } from "../testing/judged.ts";
import { codeActions } from "./code-actions.ts";
import { DigestLock } from "./digest-lock.ts";
import { resolveCodeAction } from "./fix-all.ts";
import type { CodeActionRequest } from "./request.ts";

let engine: Engine;
let features: FeatureContext;
beforeAll(async () => {
  features = await featureContext();
  engine = await engineOf(
    "profile: general\nrules:\n  kubernetes/fields-known: off\n  kubernetes/field-types-right: off\n  kubernetes/required-fields-present: off\n  kubernetes/field-values-allowed: off\n",
  );
});

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: a
      image: nginx:1.27
      securityContext:
        privileged: true
    - name: b
      image: nginx:1.27
      securityContext:
        privileged: true
`;

function diagnosticOf(finding: Finding): Diagnostic {
  return {
    range: toRange(finding.range),
    code: finding.ruleId,
    message: finding.message,
    source: "plimsoll",
  };
}

function request(file: OpenFile, range: Range, more: Partial<CodeActionRequest> = {}): CodeActionRequest {
  const findings = findingsOf(engine, file.path, file.text);
  return {
    file,
    range,
    context: { diagnostics: findings.map(diagnosticOf) },
    findings,
    check: (text) => findingsOf(engine, file.path, text),
    textOf: () => undefined,
    features,
    resolves: false,
    commands: true,
    ...more,
  };
}

function at(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

function titles(actions: readonly CodeAction[]): readonly string[] {
  return actions.map(({ title }) => title);
}

const only = (kind: string) => ({ context: { diagnostics: [], only: [kind] } });

describe("codeActions at a finding", () => {
  it("offers the fix, the same fix everywhere, the waiver and the page", () => {
    const file = openFile("a.yaml", POD);
    const actions = codeActions(request(file, at(9, 22)));
    expect(titles(actions)).toEqual([
      "Set privileged to false",
      "Fix all 2 of kubernetes/containers-not-privileged in this file",
      "Waive kubernetes/containers-not-privileged here with justification…",
      "Open documentation of kubernetes/containers-not-privileged",
      "Fix everything that is safe to fix (Plimsoll)",
    ]);
    const [fix, all, waive, page] = actions;
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(fix?.diagnostics?.map(({ range }) => shown(range))).toEqual(["9:20-9:24"]);
    expect(fix?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: "file:///w/a.yaml", version: 3 },
        edits: [
          {
            range: { start: { line: 9, character: 20 }, end: { line: 9, character: 24 } },
            newText: "false",
          },
        ],
      },
    ]);
    expect(applied(file, all?.edit)).toBe(POD.replaceAll("true", "false"));
    expect(waive?.command).toMatchObject({
      command: COMMANDS.waive,
      arguments: [{ uri: "file:///w/a.yaml", rule: "kubernetes/containers-not-privileged" }],
    });
    expect(page?.command?.arguments).toEqual([{ kind: "rule", id: "kubernetes/containers-not-privileged" }]);
  });

  it("offers only the whole file's fixes where no finding is", () => {
    const actions = codeActions(request(openFile("a.yaml", POD), at(1, 0), only("quickfix")));
    expect(actions).toEqual([]);
  });

  it("leaves out what the client cannot carry out", () => {
    const actions = codeActions(request(openFile("a.yaml", POD), at(9, 20), { commands: false }));
    expect(actions.some(({ command }) => command !== undefined)).toBe(false);
    expect(actions).toHaveLength(3);
  });

  it("says of a fix for review that it is one, and prefers none", () => {
    const text = "FROM nginx:1.27\nRUN useradd app\nUSER root\n";
    const file = openFile("Dockerfile", text);
    const findings = findingsOf(engine, file.path, text);
    const reviewed = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === "review"));
    expect(reviewed.length).toBeGreaterThan(0);
    for (const finding of reviewed) {
      const actions = codeActions(request(file, toRange(finding.range), only("quickfix")));
      for (const fix of finding.fixes.filter(({ safety }) => safety === "review")) {
        const action = actions.find(({ title }) => title === `${fix.title} (review the change)`);
        expect(action, fix.title).toBeDefined();
        expect(action?.isPreferred).toBeUndefined();
      }
    }
  });

  it("makes a fix whole or not at all: none where another file's text is not known", () => {
    const file = openFile("a.yaml", POD);
    const [finding] = findingsOf(engine, file.path, POD).filter(({ fixes }) => fixes.length > 0);
    const edits = [
      { file: "a.yaml", start: 0, end: 0, newText: "# a\n" },
      { file: "b.yaml", start: 0, end: 0, newText: "# b\n" },
    ];
    const findings =
      finding === undefined
        ? []
        : [{ ...finding, fixes: [{ title: "Both", safety: "safe" as const, edits }] }];
    const here = finding === undefined ? at(0, 0) : toRange(finding.range);
    const unknown = codeActions(request(file, here, { findings, ...only("quickfix"), commands: false }));
    expect(titles(unknown)).toEqual([]);
    const textOf = (path: string) =>
      path === "b.yaml" ? { uri: "file:///w/b.yaml", version: null, text: "x\n" } : undefined;
    const known = codeActions(
      request(file, here, { findings, textOf, ...only("quickfix"), commands: false }),
    );
    expect(
      known[0]?.edit?.documentChanges?.map((change) => "edits" in change && change.textDocument),
    ).toEqual([
      { uri: "file:///w/a.yaml", version: 3 },
      { uri: "file:///w/b.yaml", version: null },
    ]);
  });
});

describe("an image that is not approved", () => {
  it.each([
    [
      "Dockerfile",
      "FROM nginx:1.27\n",
      at(0, 6),
      "FROM registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27\n",
    ],
    [
      "a.yaml",
      POD,
      at(7, 14),
      POD.replace("nginx:1.27", "registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27"),
    ],
  ])("is replaced by the one of Iron Bank in %s", async (path, text, range, expected) => {
    const strict = await engineOf();
    const file = openFile(path, text);
    const findings = findingsOf(strict, path, text);
    const actions = codeActions(request(file, range, { findings }));
    const action = actions.find(({ title }) => title.includes("from Iron Bank"));
    expect(action?.title).toContain("(review the change)");
    expect(action?.isPreferred).toBeUndefined();
    expect(applied(file, action?.edit)).toBe(expected);
  });
});

describe("the kinds that are asked for", () => {
  it.each([
    ["quickfix", ["quickfix"]],
    ["source.fixAll.plimsoll", [FIX_ALL_KIND]],
    ["source.fixAll", [FIX_ALL_KIND]],
    ["source", [FIX_ALL_KIND]],
    ["source.fixAll.other", []],
    ["source.organizeImports", []],
    ["refactor", []],
  ])("%s", (kind, expected) => {
    const actions = codeActions(request(openFile("a.yaml", POD), at(9, 20), only(kind)));
    expect([...new Set(actions.map((action) => action.kind))]).toEqual(expected);
  });
});

describe("fixing everything that is safe", () => {
  it("makes one change, and a second time none", () => {
    const file = openFile("a.yaml", POD);
    const [action] = codeActions(request(file, at(0, 0), only("source.fixAll")));
    const fixed = applied(file, action?.edit);
    expect(fixed).not.toBe(POD);
    expect(fixed).not.toContain("privileged: true");
    const again = codeActions(request(openFile("a.yaml", fixed), at(0, 0), only("source.fixAll")));
    expect(again).toEqual([]);
  });

  it("leaves fixes for review alone", () => {
    const text = "FROM nginx:1.27\nUSER root\n";
    const file = openFile("Dockerfile", text);
    const findings = findingsOf(engine, file.path, text).map((finding) => ({
      ...finding,
      fixes: finding.fixes.filter(({ safety }) => safety === "review"),
    }));
    expect(findings.some(({ fixes }) => fixes.length > 0)).toBe(true);
    expect(codeActions(request(file, at(0, 0), { findings, ...only("source.fixAll") }))).toEqual([]);
  });

  it("makes nothing when it was called off", () => {
    const cancelled = request(openFile("a.yaml", POD), at(0, 0), {
      isCancelled: () => true,
      ...only("source.fixAll"),
    });
    expect(codeActions(cancelled)).toEqual([]);
  });
});

describe("resolveCodeAction", () => {
  const offered = (file: OpenFile) =>
    codeActions(request(file, at(9, 20), { resolves: true })).filter(({ data }) => data !== undefined);

  it("gives the edit that the action stands for", () => {
    const file = openFile("a.yaml", POD);
    const [rule, all] = offered(file).map((action) =>
      resolveCodeAction(JSON.parse(JSON.stringify(action)) as CodeAction, request(file, at(0, 0))),
    );
    expect(applied(file, rule?.edit)).toBe(POD.replaceAll("true", "false"));
    expect(applied(file, all?.edit)).not.toBe(POD);
  });

  it("gives none once the text moved on", () => {
    const file = openFile("a.yaml", POD);
    const [action] = offered(file);
    const moved = openFile("b.yaml", POD);
    expect(
      action === undefined ? {} : resolveCodeAction(action, request(moved, at(0, 0))).edit,
    ).toBeUndefined();
  });
});

describe("pinning by a digest that the workspace names", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  const digests = new DigestLock();
  digests.set("deploy/app.yaml", `# x\nimage: nginx:1.27@${digest}\n`);

  it.each([
    ["Dockerfile", "FROM nginx:1.27\n", at(0, 6), `FROM nginx:1.27@${digest}\n`],
    ["a.yaml", POD, at(7, 14), POD.replace("nginx:1.27", `nginx:1.27@${digest}`)],
    [
      "a.yaml",
      POD.replace("nginx:1.27", '"nginx:1.27"'),
      at(7, 14),
      POD.replace("nginx:1.27", `"nginx:1.27@${digest}"`),
    ],
  ])("in %s", async (path, text, range, expected) => {
    const strict = await engineOf();
    const file = openFile(path, text);
    const findings = findingsOf(strict, path, text);
    const actions = codeActions(request(file, range, { findings, digests }));
    const action = actions.find(({ title }) => title.startsWith("Pin "));
    expect(action?.title).toBe(
      "Pin nginx:1.27 to sha256:0123456789ab as in deploy/app.yaml:2 (review the change)",
    );
    expect(action?.isPreferred).toBeUndefined();
    expect(applied(file, action?.edit)).toBe(expected);
    const after = findingsOf(strict, path, applied(file, action?.edit));
    const ids = (list: readonly Finding[]) =>
      list.filter(({ ruleId }) => ruleId.endsWith("-pinned-by-digest")).length;
    expect(ids(after)).toBe(ids(findings) - 1);
  });

  it("invents none", async () => {
    const strict = await engineOf();
    const text = "FROM nginx:1.28\n";
    const findings = findingsOf(strict, "Dockerfile", text);
    const actions = codeActions(request(openFile("Dockerfile", text), at(0, 6), { findings, digests }));
    expect(actions.some(({ title }) => title.startsWith("Pin "))).toBe(false);
  });
});
