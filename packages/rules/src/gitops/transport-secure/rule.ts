import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { mend, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { insecureTransport } from "../../shared-gitops/transport.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/transport-secure",
  title: "Sources come over verified, encrypted transport",
  severity: "error",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO007"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "source.toolkit.fluxcd.io/GitRepository",
    "source.toolkit.fluxcd.io/OCIRepository",
    "source.toolkit.fluxcd.io/HelmRepository",
    "source.toolkit.fluxcd.io/Bucket",
    "image.toolkit.fluxcd.io/ImageRepository",
    "notification.toolkit.fluxcd.io/Provider",
    "argoproj.io/Application",
    "argoproj.io/ApplicationSet",
    "argoproj.io/AppProject",
    "/Secret",
  ],
  check: (resource: Resource): Iterable<Problem<Flaw>> => insecureTransport(resource),
  message: say({
    plain: ({ kind, name, value }) =>
      `${kind} "${name}" uses ${value}, which is not encrypted: what it brings can be changed on the way.`,
    insecure: ({ kind, name, value }) =>
      `${kind} "${name}" sets ${value}: it takes any server's word, or none at all.`,
    credentialsPassed: ({ kind, name }) =>
      `${kind} "${name}" passes its credentials to every host that the index of charts names.`,
    noKnownHosts: ({ name }) =>
      `Secret "${name}" holds a key for git over SSH and no known_hosts: the server is not verified.`,
  }),
  fix: mend,
});
