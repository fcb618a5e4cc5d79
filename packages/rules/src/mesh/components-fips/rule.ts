import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { say, type Flaw } from "../../shared-flaws/flaw.ts";
import { list, text } from "../../shared-objects/values.ts";
import { WORKLOADS } from "../../shared-objects/kinds.ts";
import { configuredImages, runImages } from "../../shared-mesh/fips.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/components-fips",
  title: "The mesh encrypts with validated cryptography",
  severity: "warning",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS015"],
  aliases: [],
  since: "0.2.0",
  options: {
    images: {
      description:
        "Parts of image names or tags that tell builds with validated cryptography, beside `fips`.",
      schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
      default: [],
    },
  },
  kinds: [
    ...WORKLOADS,
    "install.istio.io/IstioOperator",
    "sailoperator.io/Istio",
    "helm.toolkit.fluxcd.io/HelmRelease",
    "argoproj.io/Application",
  ],
  check,
  message: say({
    notFips: ({ kind, name, value }) =>
      `${kind} "${name}" runs the mesh from ${value}, which names no FIPS build of it.`,
    noPolicy: ({ kind, name }) =>
      `${kind} "${name}" runs the mesh's control plane without COMPLIANCE_POLICY=fips-140-2: proxies may agree on other ciphers.`,
  }),
});

function* check(resource: Resource, { options }: RuleContext): Iterable<Problem<Flaw>> {
  const marks = ["fips", ...list(options["images"]).flatMap((one) => text(one) ?? [])];
  yield* runImages(resource, marks);
  yield* configuredImages(resource, marks);
}
