import type { Range } from "@plimsoll/syntax";
import type { ResourceIdentity } from "../finding/finding.ts";

/** What the workspace knows of one Kubernetes object after its tree is gone: small, plain data. */
export interface ResourceRecord extends ResourceIdentity {
  readonly file: string;
  readonly group: string;
  /** The place of the object's name. */
  readonly range: Range;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the pods that it makes, for workloads. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** `spec.selector` of a Service or `spec.selector.matchLabels`, where it has one. */
  readonly selector?: Readonly<Record<string, string>>;
  /** What a LimitRange sets by default for containers: paths such as `limits.cpu`, `requests.memory`. */
  readonly containerDefaults?: readonly string[];
}

/** All objects of the workspace, in the order of files. */
export interface Inventory {
  readonly resources: readonly ResourceRecord[];
  /** Objects of a kind, optionally in a namespace (an absent namespace is its own, empty, namespace). */
  readonly ofKind: (kind: string, namespace?: string) => readonly ResourceRecord[];
}
