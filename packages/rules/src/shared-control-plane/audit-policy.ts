import { isObject, list, text } from "../shared-objects/values.ts";

/** A request that an audit policy must record: a verb on a resource of a group. */
export interface AuditedRequest {
  readonly group: string;
  /** With its subresource, such as `pods/exec`. */
  readonly resource: string;
  readonly verb: string;
  /** True where the body holds credentials, so that metadata is all that may be recorded. */
  readonly isSecret: boolean;
}

const secret = (group: string, resource: string, verb: string): AuditedRequest => ({
  group,
  resource,
  verb,
  isSecret: true,
});
const open = (group: string, resource: string, verb: string): AuditedRequest => ({
  group,
  resource,
  verb,
  isSecret: false,
});

/** What the CIS benchmark asks to be recorded. */
export const AUDITED_REQUESTS: readonly AuditedRequest[] = [
  secret("", "secrets", "get"),
  secret("authentication.k8s.io", "tokenreviews", "create"),
  open("", "configmaps", "update"),
  open("", "pods", "create"),
  open("apps", "deployments", "create"),
  open("", "pods/exec", "create"),
  open("", "pods/portforward", "create"),
  open("", "pods/proxy", "get"),
  open("", "services/proxy", "get"),
];

/** Fields that make a rule speak about some requests of a kind only. */
const NARROWING: readonly string[] = ["users", "userGroups", "namespaces"];

/** The number of the rule that decides about a request of anybody, anywhere; undefined where none does. */
export function decidingRule(rules: readonly unknown[], request: AuditedRequest): number | undefined {
  const index = rules.findIndex((rule) => isObject(rule) && decides(rule, request));
  return index < 0 ? undefined : index;
}

function decides(rule: Readonly<Record<string, unknown>>, request: AuditedRequest): boolean {
  if (NARROWING.some((field) => list(rule[field]).length > 0)) return false;
  const verbs = list(rule["verbs"]);
  if (verbs.length > 0 && !verbs.includes(request.verb) && !verbs.includes("*")) return false;
  const groups = list(rule["resources"]);
  if (groups.length === 0) return list(rule["nonResourceURLs"]).length === 0;
  return groups.some((group) => isObject(group) && holds(group, request));
}

function holds(group: Readonly<Record<string, unknown>>, request: AuditedRequest): boolean {
  if ((text(group["group"]) ?? "") !== request.group || list(group["resourceNames"]).length > 0) return false;
  const names = list(group["resources"]);
  return names.length === 0 || names.some((name) => namesResource(text(name) ?? "", request.resource));
}

/** Audit policies know `*`, `pods`, `pods/exec`, `pods/*` and `*` before a subresource. A resource alone leaves its subresources out. */
function namesResource(name: string, resource: string): boolean {
  if (name === "*" || name === resource) return true;
  const [kind = "", part = ""] = resource.split("/", 2);
  return part !== "" && (name === `${kind}/*` || name === `*/${part}`);
}

/** Where a policy names a resource under a group that it is not of, so that the name fits nothing. */
export function misplacedName(
  rules: readonly unknown[],
  request: AuditedRequest,
): readonly (string | number)[] | undefined {
  for (const [rule, value] of rules.entries()) {
    if (!isObject(value) || value["level"] === "None") continue;
    for (const [group, entry] of list(value["resources"]).entries()) {
      if (!isObject(entry) || (text(entry["group"]) ?? "") === request.group) continue;
      const name = list(entry["resources"]).indexOf(request.resource);
      if (name >= 0) return ["rules", rule, "resources", group, "resources", name];
    }
  }
  return undefined;
}
