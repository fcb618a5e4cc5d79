import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { at, isObject, list, text } from "../../shared-objects/values.ts";
import { unlessPatched } from "../../shared-gitops/patches.ts";
import { flawAtKey, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/source-verified",
  title: "Reconcilers verify the signature of their source",
  severity: "warning",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO004"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "source.toolkit.fluxcd.io/GitRepository",
    "source.toolkit.fluxcd.io/OCIRepository",
    "source.toolkit.fluxcd.io/HelmChart",
    "helm.toolkit.fluxcd.io/HelmRelease",
    "argoproj.io/AppProject",
  ],
  check,
  message: say({
    notVerified: ({ kind, name }) =>
      `${kind} "${name}" is applied without a look at its signature: whoever can write the source can change the cluster.`,
    chartNotVerified: ({ kind, name }) =>
      `${kind} "${name}" installs a chart without a look at its signature, which Flux can check for charts from OCI registries.`,
    noKeys: ({ name }) =>
      `AppProject "${name}" names no signatureKeys: Argo CD takes commits that nobody signed.`,
  }),
  fix: mend,
  settle: unlessPatched(
    new Map([
      ["notVerified", "states-verify"],
      ["chartNotVerified", "states-verify"],
    ]),
  ),
});

const COSIGN = { provider: "cosign" } as const;

/** What Flux needs to verify commits; the Secret holds the public keys. */
const COMMITS = { mode: "HEAD", secretRef: { name: "git-signing-keys" } } as const;

function* check(resource: Resource): Iterable<Problem<Flaw>> {
  const { kind, value } = resource;
  const spec = at(value, "spec");
  if (kind === "AppProject") {
    if (isObject(spec) && list(at(spec, "signatureKeys")).length === 0)
      yield flawAtKey(resource, "noKeys", ["spec", "signatureKeys"]);
  } else if (kind === "HelmRelease") {
    yield* chart(resource, ["spec", "chart", "spec"]);
  } else if (kind === "HelmChart") {
    yield* chart(resource, ["spec"]);
  } else if (at(spec, "url") !== undefined && !isObject(at(spec, "verify"))) {
    const isGit = kind === "GitRepository";
    yield flawAtKey(resource, "notVerified", ["spec", "verify"], {
      repair: withValue(
        ["spec", "verify"],
        isGit ? COMMITS : COSIGN,
        isGit ? "Verify commits by the keys of a Secret" : "Verify by cosign",
      ),
    });
  }
}

/** A chart from git or a bucket is verified with its source. */
function* chart(resource: Resource, path: YamlPath): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, ...path.map(String));
  const source = text(at(spec, "sourceRef", "kind")) ?? "HelmRepository";
  if (at(spec, "chart") === undefined || source !== "HelmRepository") return;
  if (!isObject(at(spec, "verify"))) yield flawAtKey(resource, "chartNotVerified", [...path, "verify"]);
}
