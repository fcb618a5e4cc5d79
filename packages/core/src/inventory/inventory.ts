import type { Range } from "@plimsoll/syntax";
import type { ResourceIdentity } from "../finding/finding.ts";
import type { FactoryGraph } from "../graph/factory-graph.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { LabelSelector } from "./label-selector.ts";

/** A place where one object names another. */
export interface ResourceReference {
  /** Kind of the object that is named, such as `ConfigMap`. */
  readonly kind: string;
  readonly name: string;
  /** The namespace that the reference states; absent where it means the namespace of the object that holds it. */
  readonly namespace?: string;
  /** Path of the field without indexes, such as `spec.scaleTargetRef`, or the field of a pod, such as `serviceAccountName`. */
  readonly via: string;
  /** True where Kubernetes lets the object be absent. */
  readonly optional?: boolean;
  /** Name or number of the port that is meant, for backends of an Ingress. */
  readonly port?: string;
  readonly range: Range;
}

/** A port of a Service, or of a container (`number` only). */
export interface PortRecord {
  readonly name?: string;
  readonly number?: number;
  /** What a Service sends to: the name or number of a container's port; absent where it is the port's own number. */
  readonly target?: string;
  readonly range: Range;
}

/** A label selector inside an object, and its place. */
export interface SelectorRecord {
  readonly selector: LabelSelector;
  /** The selector's key, or the first label in it. */
  readonly range: Range;
}

/** A host and path that an Ingress takes. */
export interface HostRecord {
  readonly host: string;
  readonly path: string;
  readonly range: Range;
}

/** An image that a container runs, as it is written. */
export interface ImageRecord {
  readonly text: string;
  /** The container's name, or empty. */
  readonly container: string;
  readonly range: Range;
}

/** What the workspace knows of one Kubernetes object after its tree is gone: small, plain data. */
export interface ResourceRecord extends ResourceIdentity {
  readonly file: string;
  readonly group: string;
  /** The place of the object's name. */
  readonly range: Range;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the pods that it makes, for workloads; where none are written, those of its selector, which the pods must have. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** `spec.selector` of a Service or `spec.selector.matchLabels`, where it has one. */
  readonly selector?: Readonly<Record<string, string>>;
  /** What a LimitRange sets by default for containers: paths such as `limits.cpu`, `requests.memory`. */
  readonly containerDefaults?: readonly string[];
  /** What it selects: pods for Services, network policies, disruption budgets and workloads; Services for monitors. */
  readonly selects?: SelectorRecord;
  /** Selectors of pods in the rules of a NetworkPolicy that stay in its own namespace. */
  readonly peers?: readonly SelectorRecord[];
  readonly references?: readonly ResourceReference[];
  readonly ports?: readonly PortRecord[];
  readonly hosts?: readonly HostRecord[];
  /** Images that the containers of its pods run. */
  readonly images?: readonly ImageRecord[];
  /** Scalar fields that rules over the workspace compare, by their last key, such as `replicas` or `minAvailable`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The value of `spec.replicas`, where it is stated. */
  readonly replicasRange?: Range;
  /** Offset in the file at which `renderCompanion` can put another document behind this object's; absent where it cannot. */
  readonly documentEnd?: number;
  /** What else is known of it, such as `denies-ingress`; see `facts.ts`. */
  readonly facts?: readonly string[];
}

/** A reference with the object that holds it. */
export interface Referrer {
  /** Index into `Inventory.resources`. */
  readonly index: number;
  readonly record: ResourceRecord;
  readonly reference: ResourceReference;
}

/** All objects of the workspace, in the order of files. */
export interface Inventory {
  readonly resources: readonly ResourceRecord[];
  /** What files tell beside their objects, in the order of files. */
  readonly files: readonly FileFacts[];
  /** The pipeline that the workflows make. Put together on first use. */
  readonly pipeline: () => Pipeline;
  /** How files, images, jobs, workloads and environments hang together. Put together on first use. */
  readonly graph: () => FactoryGraph;
  /** Objects of a kind, optionally in a namespace (an absent namespace is its own, empty, namespace). */
  readonly ofKind: (kind: string, namespace?: string) => readonly ResourceRecord[];
  /** Objects of a kind and name in any namespace. */
  readonly named: (kind: string, name: string) => readonly ResourceRecord[];
  /** References to any object of a kind, in the order of the objects that hold them. */
  readonly referencesTo: (kind: string) => readonly Referrer[];
  /** References to a kind and name, from any namespace. */
  readonly referrers: (kind: string, name: string) => readonly Referrer[];
  /**
   * Workloads of a namespace (as {@link Inventory.ofKind}) whose pods a selector matches; an empty selector matches all.
   * @throws CodedError `inventory/too-many-selectors` where the workspace would make this take too long.
   */
  readonly podsMatching: (
    selector: LabelSelector,
    namespace: string | undefined,
  ) => readonly ResourceRecord[];
}
