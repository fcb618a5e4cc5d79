import { describe, expect, it } from "vitest";
import { apiGroupFor, apiGroups, dispositionOf, nodeLabelFor, vendorAnnotationFor } from "./api-groups.ts";

describe("dispositionOf", () => {
  it.each([
    ["", "allow"],
    ["apps", "allow"],
    ["networking.k8s.io", "allow"],
    ["aadpodidentity.k8s.io", "deny"],
    ["networking.gke.io", "deny"],
    ["any.gke.io", "deny"],
    ["gke.io", "warn-unclassified"],
    ["notgke.io", "warn-unclassified"],
    ["s3.services.k8s.aws", "deny-in-workload-allow-in-iac"],
    ["karpenter.azure.com", "deny"],
    ["network.azure.com", "deny-in-workload-allow-in-iac"],
    ["example.com", "warn-unclassified"],
    ["constructor", "warn-unclassified"],
    ["(core)", "allow"],
  ])("%s is %s", (group, disposition) => {
    expect(dispositionOf(group)).toBe(disposition);
  });

  it("finds every exact pattern as itself", () => {
    const exact = apiGroups().filter((group) => group.match === "exact");
    expect(exact.filter((group) => apiGroupFor(group.pattern) !== group)).toEqual([]);
  });

  it("takes the longest glob first", () => {
    expect(apiGroupFor("s3.aws.upbound.io")?.pattern).toBe("*.aws.upbound.io");
    expect(apiGroupFor("s3.aws.m.upbound.io")?.pattern).toBe("*.m.upbound.io");
  });
});

describe("vendorAnnotationFor", () => {
  it.each([
    ["service.beta.kubernetes.io/aws-load-balancer-type", "service.beta.kubernetes.io/aws-load-balancer-*"],
    ["eks.amazonaws.com/role-arn", "eks.amazonaws.com/role-arn"],
    ["eks.amazonaws.com/audience", "eks.amazonaws.com/*"],
    ["openshift.io/scc", "openshift.io/*"],
    ["haproxy.router.openshift.io/timeout", "haproxy.router.openshift.io/*"],
    ["app.kubernetes.io/name", undefined],
    ["eks.amazonaws.com", undefined],
  ])("%s falls under %s", (key, pattern) => {
    expect(vendorAnnotationFor(key)?.pattern).toBe(pattern);
  });
});

it.each([
  ["eks.amazonaws.com/nodegroup", "AWS"],
  ["kubernetes.azure.com/cluster", "Azure"],
  ["kubernetes.io/os", undefined],
])("the node label %s is of %s", (key, vendor) => {
  expect(nodeLabelFor(key)?.vendor).toBe(vendor);
});
