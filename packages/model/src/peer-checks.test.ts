import { describe, expect, it } from "vitest";
import { peerCheck, peerChecks, peerChecksOf, peerTools } from "./peer-checks.ts";

describe("peer checks", () => {
  it.each([
    ["hadolint", "DL3007", "dockerfile", undefined],
    ["trivy", "DS-0002", "dockerfile", undefined],
    ["trivy", "KSV-0017", "kubernetes", undefined],
    ["checkov", "CKV2_DOCKER_2", "dockerfile", undefined],
    ["kubescape", "C-0057", "kubernetes", "Privileged container"],
  ])("knows %s %s", (tool, id, surface, name) => {
    expect([peerCheck(tool, id)?.surface, peerCheck(tool, id)?.name]).toEqual([surface, name]);
  });

  it("knows nothing of what is not listed", () => {
    expect([peerCheck("hadolint", "DL9999"), peerChecksOf("toString")]).toEqual([undefined, []]);
  });

  it("has checks of every tool and ends meanings without, reasons with a full stop", () => {
    for (const { id } of peerTools) expect(peerChecksOf(id).length, id).toBeGreaterThan(35);
    expect(peerChecks.filter(({ meaning }) => meaning.endsWith(".") || meaning.length > 90)).toEqual([]);
    expect(peerChecks.filter(({ reason }) => reason?.endsWith(".") === false)).toEqual([]);
  });
});
