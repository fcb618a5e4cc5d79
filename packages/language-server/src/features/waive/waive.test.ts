import { parseWaivers } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import type { WaiveParams } from "../../protocol.ts";
import { applied, configurationOf, openFile } from "../testing/judged.ts";
import { waive, type WaiverFile, waiverChoices, waiverFilePath } from "./waive.ts";

const TODAY = "2026-11-24";
const FINGERPRINT = "0123456789abcdef0123456789abcdef";

const PARAMS: WaiveParams = {
  uri: "file:///w/Dockerfile",
  rule: "dockerfile/user-set",
  fingerprint: FINGERPRINT,
  category: "risk-accepted",
  statement: "The base image drops root: see [the note].",
  approver: "A. Official",
  expires: "2027-01-31",
};

function waiverFile(text: string | undefined): WaiverFile {
  return { uri: "file:///w/plimsoll-waivers.yaml", path: "plimsoll-waivers.yaml", version: 3, text };
}

async function policy() {
  return { ruleSet, configuration: await configurationOf(), today: TODAY };
}

const RECORD = `  - id: "2026-11-24-ID"
    rule: dockerfile/user-set
    scope:
      fingerprint: "${FINGERPRINT}"
    category: risk-accepted
    statement: "The base image drops root: see [the note]."
    approver: A. Official
    created: "2026-11-24"
    expires: "2027-01-31"
`;

describe("waive", () => {
  it.each([
    ["no file", undefined, `waivers:\n${RECORD}`],
    ["an empty file", "", `waivers:\n${RECORD}`],
    [
      "comments and another record",
      `# ours\nwaivers:\n${RECORD.replace("ID", "old")}# end\n`,
      `# ours\nwaivers:\n${RECORD.replace("ID", "old")}${RECORD}# end\n`,
    ],
    ["CR LF", "# ours\r\nwaivers: []\r\n", `# ours\nwaivers:\n${RECORD}`.replaceAll("\n", "\r\n")],
  ])("adds a record to %s", async (_name, text, expected) => {
    const result = waive(PARAMS, await policy(), waiverFile(text));
    if ("error" in result) throw new Error(result.error.message);
    const after = applied(openFile("plimsoll-waivers.yaml", text ?? ""), result.edit);
    const normal = after.replace(result.id, "2026-11-24-ID");
    expect(normal).toBe(expected);
    const read = parseWaivers("plimsoll-waivers.yaml", after);
    expect(read.problems).toEqual([]);
    expect(read.waivers.at(-1)).toMatchObject({
      id: result.id,
      statement: PARAMS.statement,
      scope: { fingerprint: FINGERPRINT },
    });
  });

  it("creates the file where there is none, and touches one line where there is", async () => {
    const created = waive(PARAMS, await policy(), waiverFile(undefined));
    expect("edit" in created && created.edit.documentChanges?.[0]).toEqual({
      kind: "create",
      uri: "file:///w/plimsoll-waivers.yaml",
      options: { ignoreIfExists: true },
    });
    const text = `# ours\nwaivers:\n${RECORD}`;
    const added = waive({ ...PARAMS, statement: "Another." }, await policy(), waiverFile(text));
    expect("edit" in added && added.edit.documentChanges).toMatchObject([
      {
        textDocument: { uri: "file:///w/plimsoll-waivers.yaml", version: 3 },
        edits: [{ range: { start: { line: 11, character: 0 }, end: { line: 11, character: 0 } } }],
      },
    ]);
  });

  it.each([
    ["waivers/unknown-rule", { rule: "dockerfile/no-such-rule" }],
    ["waivers/unknown-rule", { rule: "waiver/used" }],
    ["waivers/bad-category", { category: "because" }],
    ["waivers/missing-text", { statement: "  " }],
    ["waivers/missing-text", { approver: "" }],
    ["waivers/bad-date", { expires: "soon" }],
    ["waivers/ends-too-early", { expires: "2026-11-23" }],
    ["waivers/too-long", { expires: "2036-11-23" }],
  ])("answers %s for %j", async (code, wrong) => {
    const result = waive({ ...PARAMS, ...wrong }, await policy(), waiverFile(""));
    expect("error" in result && result.error.code).toBe(code);
    expect("error" in result && result.error.nextStep).not.toBe("");
  });

  it("names the line of a waiver file that it cannot read", async () => {
    const result = waive(PARAMS, await policy(), waiverFile("waivers:\n  - id: 1\n    rul: x\n"));
    expect("error" in result && result.error.message).toContain("plimsoll-waivers.yaml:");
  });
});

describe("waiverChoices", () => {
  it("offers every category and the profile's limit", async () => {
    const choices = waiverChoices(await policy(), waiverFile(undefined));
    expect(choices.categories.map(({ id }) => id)).toEqual([
      "false-positive",
      "risk-accepted",
      "compensating-control",
      "not-applicable",
      "vendor-dependency",
      "planned-remediation",
    ]);
    expect(choices).toMatchObject({
      maximumDays: ruleSet.profiles["reference-design"]?.waiverMaximumDays,
      today: TODAY,
      fileUri: "file:///w/plimsoll-waivers.yaml",
      filePath: "plimsoll-waivers.yaml",
    });
  });
});

describe("waiverFilePath", () => {
  it.each([
    [["policy/waivers.yaml", "b.yaml"], undefined, "policy/waivers.yaml"],
    [[], undefined, "plimsoll-waivers.yaml"],
    [[], "plimsoll.yaml", "plimsoll-waivers.yaml"],
    [[], "deep/er/plimsoll.yaml", "deep/er/plimsoll-waivers.yaml"],
  ])("%j with a configuration at %j", async (waiverFiles, path, expected) => {
    expect(waiverFilePath({ ...(await configurationOf()), waiverFiles }, path)).toBe(expected);
  });
});
