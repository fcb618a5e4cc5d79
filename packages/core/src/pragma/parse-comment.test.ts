import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { PRAGMA_TOOLS } from "../peer/peer-tools.ts";
import { parseComment } from "./parse-comment.ts";

/** `tool scope checks | reason | expires | the text of the span`. */
function read(text: string): readonly string[] {
  return parseComment({ text, start: 10 }, PRAGMA_TOOLS).map(
    ({ tool, scope, checks, reason, expires, start, end }) =>
      `${tool} ${scope} ${checks.join(",")} | ${reason} | ${expires ?? ""} | ${text.slice(start - 10, end - 10)}`,
  );
}

describe("parseComment", () => {
  it.each<[string, readonly string[]]>([
    [" hadolint ignore=DL3006", ["hadolint place DL3006 |  |  | hadolint ignore=DL3006"]],
    [
      "hadolint ignore=DL3006,SC2086 ",
      ["hadolint place DL3006,SC2086 |  |  | hadolint ignore=DL3006,SC2086"],
    ],
    [
      " hadolint  ignore = DL3006 , DL3008 # pinned elsewhere",
      [
        "hadolint place DL3006,DL3008 | pinned elsewhere |  | hadolint  ignore = DL3006 , DL3008 # pinned elsewhere",
      ],
    ],
    [" hadolint global ignore=DL3008", ["hadolint file DL3008 |  |  | hadolint global ignore=DL3008"]],
    [" hadolint stage ignore=DL3008", ["hadolint stage DL3008 |  |  | hadolint stage ignore=DL3008"]],
    [" hadolint ignore=DL3006 because", []],
    [" hadolint ignore=", []],
    [" hadolint shell=powershell", []],
    [" hadolintignore=DL3006", []],
    [" see hadolint ignore=DL3006", []],
    ["trivy:ignore:AVD-DS-0002", ["trivy place DS-0002 |  |  | trivy:ignore:AVD-DS-0002"]],
    [
      " trivy:ignore:ds001 trivy:ignore:KSV018:exp:2027-01-01",
      [
        "trivy place DS-0001 |  |  | trivy:ignore:ds001",
        "trivy place KSV-0018 |  | 2026-12-31 | trivy:ignore:KSV018:exp:2027-01-01",
      ],
    ],
    [" trivy:ignore:*", ["trivy place * |  |  | trivy:ignore:*"]],
    [" trivy:ignore:DS-0001[image=x]", ["trivy place DS-0001 |  |  | trivy:ignore:DS-0001[image=x]"]],
    [
      " trivy:ignore:DS-0001:exp:soon",
      ["trivy place DS-0001 |  | 0001-01-01 | trivy:ignore:DS-0001:exp:soon"],
    ],
    [" trivy:ignore:", []],
    [" trivy:other:DS-0001", []],
    ["checkov:skip=CKV_DOCKER_2", ["checkov file CKV_DOCKER_2 |  |  | checkov:skip=CKV_DOCKER_2"]],
    [
      " note checkov:skip= CKV_DOCKER_2,ckv_docker_3: probes are in Kubernetes",
      [
        "checkov file CKV_DOCKER_2,CKV_DOCKER_3 | probes are in Kubernetes |  | checkov:skip= CKV_DOCKER_2,ckv_docker_3: probes are in Kubernetes",
      ],
    ],
    [" checkov:skip=", []],
    [" bridgecrew:skip=CKV_DOCKER_2", ["checkov file CKV_DOCKER_2 |  |  | bridgecrew:skip=CKV_DOCKER_2"]],
    [" plimsoll-ignore x -- y", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("hears only the tools that it is asked for", () => {
    expect(parseComment({ text: " hadolint ignore=DL3006", start: 0 }, ["trivy", "polaris"])).toEqual([]);
  });

  it.each([
    ["commas", `hadolint ignore=${",".repeat(200_000)}`],
    ["ids", `hadolint ignore=${"DL3006,".repeat(40_000)}x`],
    ["trivy words", "trivy:ignore:a ".repeat(20_000)],
    ["colons", `trivy:ignore:a${":".repeat(200_000)}`],
    ["checkov words", "checkov:skip=".repeat(20_000)],
  ])("stays cheap on many %s", (_name, text) => {
    const spent = startCpuTime();
    parseComment({ text, start: 0 }, PRAGMA_TOOLS);
    expect(spent()).toBeLessThan(1000);
  });
});
