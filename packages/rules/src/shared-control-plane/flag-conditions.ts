import { weakSuite } from "./ciphers.ts";
import type { ComponentRun } from "./component-run.ts";
import { durationSeconds, gateOf, isLoopback, isOff, isOn, partsOfList, wholeNumber } from "./flag-values.ts";

/** For flags that have no right value. */
export function never(): boolean {
  return false;
}

export function isEmpty(value: string): boolean {
  return value === "";
}

/** Whether the modes of authorization leave something to refuse. */
export function allowsNotAll(value: string): boolean {
  return !partsOfList(value).includes("AlwaysAllow");
}

/** The mode that is to blame. */
export function alwaysAllowIn(): string {
  return "AlwaysAllow";
}

/** The modes without `AlwaysAllow`; the fallback where none is left. */
export function withoutAlwaysAllow(value: string | undefined, fallback: string): string {
  const modes = partsOfList(value ?? "").filter((mode) => mode !== "AlwaysAllow");
  return modes.length === 0 ? fallback : modes.join(",");
}

/** A condition: the modes of authorization include one. */
export function includesMode(mode: string): (value: string) => boolean {
  return (value) => partsOfList(value).includes(mode);
}

/** A fix: the modes with one more, in the order that Kubernetes advises. */
export function withMode(mode: string): (value: string | undefined) => string {
  return (value) => {
    const modes = partsOfList(value ?? "");
    if (modes.length === 0) return "Node,RBAC";
    return (mode === "Node" ? [mode, ...modes] : [...modes, mode]).join(",");
  };
}

/** Whether a serving certificate must be given: not where a kubelet asks the cluster for one. */
export function lacksOneOfPair(run: ComponentRun): boolean {
  return !isOn(run.flags.get("rotate-server-certificates")?.value ?? "");
}

/** Why a value is no path of a certificate or key. */
export function credentialReason(value: string): string {
  if (value === "") return "is empty";
  return value.includes("\\")
    ? `"${value}" is no path of Linux`
    : `"${value}" is no name of a certificate or key`;
}

/** Five minutes, which the CIS benchmark gives as its example of a limit for slow links. */
const LONGEST_REQUEST = 300;

/** Whether a duration is a limit at all, and of five minutes at most. What is no duration is not judged. */
export function endsInTime(value: string): boolean {
  const seconds = durationSeconds(value);
  return seconds === undefined || (seconds > 0 && seconds <= LONGEST_REQUEST);
}

/** Whether a duration is longer than nothing. What is no duration is not judged. */
export function isPositiveDuration(value: string): boolean {
  return (durationSeconds(value) ?? 1) > 0;
}

/** A condition: a whole number of at least so much. What is no number is wrong. */
export function atLeast(minimum: number): (value: string) => boolean {
  return (value) => (wholeNumber(value) ?? 0) >= minimum;
}

export function isPositive(value: string): boolean {
  return (wholeNumber(value) ?? 0) > 0;
}

/** How many terminated pods Kubernetes keeps by default. */
const DEFAULT_THRESHOLD = 12_500;

/** Whether a number of terminated pods is collected at all, and sooner than by default. */
export function isReasonableThreshold(value: string): boolean {
  const number = wholeNumber(value);
  return number !== undefined && number > 0 && number < DEFAULT_THRESHOLD;
}

/** Whether records of the audit go to a file or nowhere. */
export function hasNoAuditWebhook(run: ComponentRun): boolean {
  return (run.flags.get("audit-webhook-config-file")?.value ?? "") === "";
}

export function isAbsolute(value: string): boolean {
  return value.startsWith("/");
}

/** Why a value is no absolute path. */
export function pathReason(value: string): string {
  return value === "" ? "is empty" : `"${value}" is no absolute path`;
}

/** Whether every suite of a list is strong. An empty list means the default. */
export function hasOnlyStrongSuites(value: string): boolean {
  return value !== "" && weakSuite(value) === undefined;
}

/** Which suite of a list is weak. */
export function suiteReason(value: string): string {
  const suite = weakSuite(value);
  return suite === undefined ? "is empty" : `has ${suite}`;
}

const OLD_VERSIONS: ReadonlySet<string> = new Set(["VersionTLS10", "VersionTLS11", "TLS1.0", "TLS1.1"]);

/** Whether a version of TLS, in the words of Go or of etcd, is 1.2 or newer. */
export function isCurrentVersion(value: string): boolean {
  return !OLD_VERSIONS.has(value);
}

/** A condition: a list of feature gates does not switch one on. */
export function isGateOff(gate: string): (value: string) => boolean {
  return (value) => !isOn(gateOf(value, gate) ?? "");
}

/** A condition: a list of feature gates does not switch one off. */
export function isGateOn(gate: string): (value: string) => boolean {
  return (value) => !isOff(gateOf(value, gate) ?? "");
}

/** A gate with its value, as it stands in a list. */
export function givenGate(gate: string): (value: string) => string {
  return (value) => `${gate}=${gateOf(value, gate) ?? ""}`;
}

/** Whether the versions that an API server serves leave out those in alpha, except one by one. */
export function servesNoAlpha(value: string): boolean {
  return !["api/all", "api/alpha"].some((group) => {
    const given = gateOf(value, group) ?? (partsOfList(value).includes(group) ? "true" : "");
    return isOn(given);
  });
}

/** Whether an address is the machine's own; none at all is the default, which is. */
export function isLoopbackOrEmpty(value: string): boolean {
  return value === "" || isLoopback(value);
}
