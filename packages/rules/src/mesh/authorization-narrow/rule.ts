import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { flawAt, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { broadRules } from "../../shared-mesh/broad-rules.ts";
import { tokenStands } from "../../shared-mesh/token-policies.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/authorization-narrow",
  title: "Authorization policies name who may call",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS006"],
  aliases: [],
  since: "0.2.0",
  options: {
    sensitivePaths: {
      description: "Beginnings of paths that need a named caller wherever they are allowed.",
      schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
      default: ["/admin", "/actuator", "/debug", "/manage", "/metrics"],
    },
  },
  kinds: ["security.istio.io/AuthorizationPolicy", "security.istio.io/RequestAuthentication"],
  check,
  message: say({
    anyRequest: ({ name }) =>
      `AuthorizationPolicy "${name}" has a rule without conditions: it allows every request.`,
    anyPrincipal: ({ name, value }) =>
      `AuthorizationPolicy "${name}" allows every caller by "${value}": name the identities that may call.`,
    sensitivePath: ({ name, value }) =>
      `AuthorizationPolicy "${name}" lets any caller reach "${value}": name the identities that may.`,
    anySource: ({ name }) =>
      `AuthorizationPolicy "${name}" has a rule that names no source: any caller may use what it allows.`,
    tokenNotRequired: ({ name }) =>
      `RequestAuthentication "${name}" only checks tokens that are sent, and no AuthorizationPolicy asks for one.`,
  }),
  settle: (candidate, inventory) =>
    candidate.problem !== "tokenNotRequired" || tokenStands(candidate, inventory),
});

function check(resource: Resource, { options }: RuleContext): Iterable<Problem<Flaw>> {
  return resource.kind === "RequestAuthentication"
    ? [
        flawAt(resource, "tokenNotRequired", ["metadata", "name"], {
          severity: "warning",
          confidence: "medium",
        }),
      ]
    : broadRules(resource, options);
}
