import { CodedError } from "@plimsoll/core";
import { isRecord } from "@plimsoll/core/json";
import { Validator } from "@cfworker/json-schema";
import type { TrustedKey } from "../evidence/evidence.ts";
import { RELEASE_POLICY_SCHEMA } from "./release-policy-schema.ts";
import { DEFAULT_RELEASE_POLICY, type ReleasePolicy } from "./release-policy.ts";

/** A policy as a person writes it: what is left out is as in `DEFAULT_RELEASE_POLICY`. */
type WrittenPolicy = { readonly [Key in keyof Omit<ReleasePolicy, "keys">]?: Partial<ReleasePolicy[Key]> };

/**
 * The policy that data (of a YAML or JSON file) states. An unknown key or a value out of range is an error: a policy that is
 * half understood would let things go.
 * @param keys public keys that may vouch for evidence; they come from files of their own
 * @throws CodedError `release/bad-policy`
 */
export function readReleasePolicy(data: unknown, file: string, keys: readonly TrustedKey[]): ReleasePolicy {
  if (!isWritten(data)) throw badPolicy(file, firstFault(data));
  const { require = DEFAULT_RELEASE_POLICY.require, signed = DEFAULT_RELEASE_POLICY.signed } = data;
  const policy: ReleasePolicy = {
    require: require.filter((kind) => kind !== undefined),
    signed,
    keys,
    maxAgeDays: { ...DEFAULT_RELEASE_POLICY.maxAgeDays, ...data.maxAgeDays },
    scan: { ...DEFAULT_RELEASE_POLICY.scan, ...data.scan },
    compliance: { ...DEFAULT_RELEASE_POLICY.compliance, ...data.compliance },
    provenance: { ...DEFAULT_RELEASE_POLICY.provenance, ...data.provenance },
    approval: { ...DEFAULT_RELEASE_POLICY.approval, ...data.approval },
    freezes: (data.freezes ?? []).filter((freeze) => freeze !== undefined),
  };
  const bad = policy.freezes.find(({ from, until }) => !(Date.parse(from) < Date.parse(until)));
  if (bad !== undefined) throw badPolicy(file, `the freeze "${bad.reason}" does not end after it starts`);
  return policy;
}

function isWritten(data: unknown): data is WrittenPolicy {
  return isRecord(data) && validator().validate(data).valid;
}

function validator(): Validator {
  return new Validator(RELEASE_POLICY_SCHEMA, "2020-12", false);
}

/** The deepest fault is the one that tells most. */
function firstFault(data: unknown): string {
  if (!isRecord(data)) return "it is no mapping of settings";
  const { errors } = validator().validate(data);
  const deepest = [...errors].sort((a, b) => depthOf(b.instanceLocation) - depthOf(a.instanceLocation))[0];
  if (deepest === undefined) return "it does not follow the schema";
  const place = deepest.instanceLocation.replace(/^#\/?/, "").replaceAll("/", ".");
  return `${place === "" ? "" : `"${place}": `}${deepest.error.replace(/\.$/, "")}`;
}

function depthOf(location: string): number {
  return location.split("/").length;
}

function badPolicy(file: string, cause: string): CodedError {
  return new CodedError({
    code: "release/bad-policy",
    message: `${file} is no release policy: ${cause}.`,
    nextStep: 'See "plimsoll schema release-policy" for what a policy can say.',
  });
}
