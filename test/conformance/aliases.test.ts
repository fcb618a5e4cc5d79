import { peerCheck, peerTools } from "@plimsoll/model/peer-checks";
import { allRules } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { checkNames } from "./check-names.ts";

/** Names that people may still have in their settings, though the tool no longer lists them or never did. */
const OLD_NAMES: ReadonlySet<string> = new Set([
  // Older numbers and names of checks that are there.
  "trivy:KSV-0029",
  "kube-linter:dangling-hpa",
  // Of other frameworks of Checkov than those compared.
  "checkov:CKV_SECRET_6",
  "checkov:CKV_GHA_1",
  "checkov:CKV_GHA_2",
  "checkov:CKV_GHA_3",
  "checkov:CKV_GHA_4",
  "checkov:CKV_GHA_5",
  "checkov:CKV_GHA_6",
  "checkov:CKV2_GHA_1",
  // What labels of the corpora call it.
  "polaris:nakedPod",
]);

const known = new Set<string>(peerTools.map(({ id }) => id));

function isKnown(alias: string): boolean {
  const colon = alias.indexOf(":");
  const tool = alias.slice(0, colon);
  const id = alias.slice(colon + 1);
  if (tool === "kics" || tool === "dockle") return checkNames[tool].has(id);
  return !known.has(tool) || peerCheck(tool, id) !== undefined;
}

describe("aliases of rules", () => {
  it("name checks that the other tools have", () => {
    const aliases = allRules.flatMap(({ id, aliases: own }) => own.map((alias) => ({ id, alias })));
    expect(aliases.length).toBeGreaterThan(900);
    const madeUp = aliases.filter(({ alias }) => !isKnown(alias) && !OLD_NAMES.has(alias));
    expect(madeUp).toEqual([]);
  });
});
