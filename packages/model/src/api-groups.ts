import apiGroupsJson from "./data/api-groups.json" with { type: "json" };
import certifiedKubernetesJson from "./data/certified-kubernetes.json" with { type: "json" };
import vendorMarkersJson from "./data/vendor-markers.json" with { type: "json" };
import { frozen, lazily } from "./frozen.ts";
import { indexRows } from "./index-rows.ts";
import type { Confidence } from "./vocabulary.data.ts";

/** Who serves an API group, by how far it binds a workload to one vendor. */
export const apiGroupClasses = [
  { id: "k8s-core", meaning: "served by Kubernetes itself" },
  { id: "k8s-config-file", meaning: "kinds of configuration files, not served" },
  { id: "k8s-sig-or-wg", meaning: "API of a Kubernetes special interest or working group" },
  { id: "cncf-project", meaning: "API of a CNCF project" },
  { id: "oss-neutral", meaning: "open project outside the CNCF" },
  {
    id: "vendor-operated-portable",
    meaning: "product of a vendor whose operator installs on any certified cluster",
  },
  { id: "vendor-iac", meaning: "cloud resources as custom resources" },
  { id: "vendor-only", meaning: "works on one vendor's platform only" },
] as const;
/** A class of API groups. */
export type ApiGroupClass = (typeof apiGroupClasses)[number]["id"];

/** What to do with a resource of a group, mildest first. */
export const dispositions = [
  { id: "allow", meaning: "portable" },
  { id: "allow-declared", meaning: "allowed where the inventory declares the product" },
  { id: "warn-unclassified", meaning: "unknown group: ask for a declaration in the inventory" },
  {
    id: "deny-in-workload-allow-in-iac",
    meaning: "only in the declared infrastructure layer, behind a portable interface",
  },
  { id: "deny", meaning: "vendor-only" },
] as const;
/** What to do with a resource of an API group. */
export type Disposition = (typeof dispositions)[number]["id"];

/** A classified API group, or a family of them. */
export interface ApiGroup {
  /** A group; `(core)` for the group without a name; `*.suffix` for every group below a suffix. */
  readonly pattern: string;
  readonly match: "exact" | "glob";
  readonly class: ApiGroupClass;
  readonly owner: string;
  readonly disposition: Disposition;
  readonly confidence: Confidence;
  readonly source: string;
  readonly note?: string;
}

/** An annotation or label key that binds a resource to one vendor. */
export interface VendorAnnotation {
  /** A key, or a prefix of keys that ends in `*`. */
  readonly pattern: string;
  readonly where: string;
  readonly vendor: string;
  readonly purpose: string;
  readonly portableAlternative: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A storage class provisioner that works on one vendor's platform. */
export interface StorageProvisioner {
  readonly provisioner: string;
  readonly vendor: string;
  /** Whether it was an in-tree plug-in that Kubernetes has since removed. */
  readonly removedFromKubernetes: boolean;
  readonly confidence: Confidence;
  readonly source: string;
}

/** An ingress class that works on one vendor's platform. */
export interface IngressClass {
  readonly ingressClass: string;
  readonly vendor: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A node label that exists on one vendor's platform. */
export interface NodeLabel {
  /** A key, or a prefix of keys that ends in `*`. */
  readonly label: string;
  readonly vendor: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A trace that tells which distribution a cluster runs. */
export interface DistributionDetector {
  readonly distribution: string;
  readonly signal: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The products that the CNCF lists as Certified Kubernetes. */
export interface CertifiedKubernetes {
  readonly source: string;
  /** The day of the list, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly distributions: readonly string[];
  readonly hosted: readonly string[];
  readonly installers: readonly string[];
  readonly detectors: readonly DistributionDetector[];
}

/** The shape of `data/vendor-markers.json`. */
export interface VendorMarkers {
  readonly annotations: readonly VendorAnnotation[];
  readonly storageProvisioners: readonly StorageProvisioner[];
  readonly ingressClasses: readonly IngressClass[];
  readonly nodeLabels: readonly NodeLabel[];
}

/** All classified API groups. */
export const apiGroups: () => readonly ApiGroup[] = lazily(() => frozen(apiGroupsJson));
const markers = lazily(() => frozen<VendorMarkers>(vendorMarkersJson));
/** Vendor annotations. Load-balancer and identity annotations are normal in one environment's overlay: judge them by layer. */
export const annotations = (): readonly VendorAnnotation[] => markers().annotations;
/** Vendor storage provisioners. */
export const storageProvisioners = (): readonly StorageProvisioner[] => markers().storageProvisioners;
/** Vendor ingress classes. */
export const ingressClasses = (): readonly IngressClass[] => markers().ingressClasses;
/** Vendor node labels. */
export const nodeLabels = (): readonly NodeLabel[] => markers().nodeLabels;
/** The products that the CNCF lists as Certified Kubernetes. */
export const certifiedKubernetes: () => CertifiedKubernetes = lazily(() => frozen(certifiedKubernetesJson));

const byPattern = lazily(() => indexRows<string, ApiGroup>(apiGroups(), (group) => group.pattern));
const globsLongestFirst = lazily(() =>
  apiGroups()
    .filter((group) => group.match === "glob")
    .sort((a, b) => b.pattern.length - a.pattern.length),
);
const annotationsLongestFirst = lazily(() =>
  [...annotations()].sort((a, b) => b.pattern.length - a.pattern.length),
);

/** The classification of an API group (`""` is the core group): the exact pattern before a glob, the longest glob first. */
export function apiGroupFor(group: string): ApiGroup | undefined {
  return (
    byPattern().get(group === "" ? "(core)" : group) ??
    globsLongestFirst().find((glob) => group.endsWith(glob.pattern.slice(1)))
  );
}

/** What to do with a resource of an API group. A group that is not classified is `warn-unclassified`, never allowed. */
export function dispositionOf(group: string): Disposition {
  return apiGroupFor(group)?.disposition ?? "warn-unclassified";
}

/** The vendor annotation that a key falls under, the most specific pattern first. */
export function vendorAnnotationFor(key: string): VendorAnnotation | undefined {
  return annotationsLongestFirst().find(({ pattern }) => matchesKey(pattern, key));
}

/** The vendor node label that a key falls under. */
export function nodeLabelFor(key: string): NodeLabel | undefined {
  return nodeLabels().find(({ label }) => matchesKey(label, key));
}

function matchesKey(pattern: string, key: string): boolean {
  return pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern;
}
