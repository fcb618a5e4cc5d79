import { describe, expect, it } from "vitest";
import { checkAlias, idOfTool, peerTool, pragmaTool, type PeerTool } from "./peer-tools.ts";

describe("checkAlias", () => {
  it.each<[PeerTool, string, string]>([
    ["trivy", "DS-0002", "trivy:DS-0002"],
    ["trivy", "AVD-DS-0002", "trivy:DS-0002"],
    ["trivy", "avd-ksv-0014", "trivy:KSV-0014"],
    ["trivy", "DS002", "trivy:DS-0002"],
    ["trivy", "KSV01010", "trivy:KSV-01010"],
    ["trivy", "ksv018", "trivy:KSV-0018"],
    ["trivy", "CVE-2024-1", "trivy:CVE-2024-1"],
    ["trivy", "KSV*", "trivy:KSV*"],
    ["trivy", "DS-", "trivy:DS-"],
    ["hadolint", " dl3006 ", "hadolint:DL3006"],
    ["checkov", "ckv_docker_2", "checkov:CKV_DOCKER_2"],
    ["kubescape", "c-0057", "kubescape:C-0057"],
    ["kube-linter", "Host-IPC", "kube-linter:Host-IPC"],
    ["buildkit", "StageNameCasing", "buildkit:StageNameCasing"],
  ])("%s %s is %s", (tool, written, alias) => {
    expect(checkAlias(tool, written)).toBe(alias);
  });
});

describe("names", () => {
  it("knows tools, and which of them have pragmas", () => {
    expect([
      peerTool("kubescape"),
      pragmaTool("kubescape"),
      pragmaTool("trivy"),
      peerTool("toString"),
    ]).toEqual(["kubescape", undefined, "trivy", undefined]);
    expect([idOfTool("trivy:DS-0001", "trivy"), idOfTool("kics:x", "trivy")]).toEqual(["DS-0001", undefined]);
  });
});
