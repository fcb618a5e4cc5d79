import type { CatalogueRuleId } from "@plimsoll/model";
import type { PipelineActivityId } from "@plimsoll/model/pipeline";
import type { ToolCategoryId } from "@plimsoll/model/tools";

/**
 * What an entry of the catalogue speaks about. A rule that finds nothing shows something only where there is something to find it
 * in: a cluster without pods has no privileged pod, and a pipeline without a test has no test that fails.
 */
export interface EntrySubject {
  /** One of these must be there: kinds of objects, `pods` for workloads, `objects` for any, `inventory`, `kustomizations`. */
  readonly anyOf?: readonly string[];
  /** The pipeline must do one of these. */
  readonly activities?: readonly PipelineActivityId[];
  /** A tool of this category must be there. */
  readonly category?: ToolCategoryId;
  /** How it is told that there is none. */
  readonly absent: string;
}

const PODS: EntrySubject = { anyOf: ["pods"], absent: "There is no workload." };
const RBAC: EntrySubject = {
  anyOf: ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"],
  absent: "There is no role and no binding.",
};
const NAMESPACES: EntrySubject = { anyOf: ["Namespace"], absent: "There is no namespace." };
const CLUSTER: EntrySubject = {
  anyOf: ["ClusterConfiguration", "KubeletConfiguration", "EncryptionConfiguration", "RancherConfiguration"],
  absent: "There is no configuration of a cluster.",
};
const ADMISSION: EntrySubject = {
  category: "container-policy-enforcement",
  absent: "No policy engine is declared or recognised.",
};
const MESH: EntrySubject = { category: "service-mesh", absent: "No service mesh is declared or recognised." };
const GITOPS: EntrySubject = {
  category: "gitops",
  absent: "No GitOps reconciler is declared or recognised.",
};
const SOURCES: EntrySubject = {
  ...GITOPS,
  anyOf: [
    "GitRepository",
    "OCIRepository",
    "HelmRepository",
    "Bucket",
    "HelmRelease",
    "HelmChart",
    "Application",
    "ApplicationSet",
  ],
};
const RECONCILED: EntrySubject = {
  ...GITOPS,
  anyOf: ["Kustomization", "HelmRelease", "Application", "ApplicationSet", "AppProject"],
};
const ROLLOUTS: EntrySubject = {
  anyOf: ["Rollout", "Canary", "VirtualService", "HTTPRoute"],
  absent: "Nothing is rolled out in this way.",
};
const INVENTORY: EntrySubject = {
  anyOf: ["inventory"],
  absent: "There is no inventory in the configuration.",
};

function meshAnd(...anyOf: readonly string[]): EntrySubject {
  return { ...MESH, anyOf };
}

function step(...activities: readonly PipelineActivityId[]): EntrySubject {
  return { activities, absent: "No step of the pipeline does it." };
}

function numbered(
  prefix: string,
  numbers: readonly number[],
  subject: EntrySubject,
): readonly (readonly [string, EntrySubject])[] {
  return numbers.map((number) => [`${prefix}${String(number).padStart(3, "0")}`, subject]);
}

const SUBJECTS: ReadonlyMap<string, EntrySubject> = new Map([
  ...numbered("KM", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], PODS),
  ...numbered("KM", [23, 24, 25, 32, 37, 39, 40, 41, 46, 47], PODS),
  ...numbered("KM", [26, 27], RBAC),
  ...numbered("KM", [28, 33], NAMESPACES),
  ["KM029", { anyOf: ["Namespace", "pods"], absent: "There is no namespace and no workload." }],
  ["KM030", { anyOf: ["NetworkPolicy"], absent: "There is no network policy." }],
  ["KM031", { anyOf: ["Service", "Ingress"], absent: "There is no service and no ingress." }],
  ...numbered("KM", [38, 43], ADMISSION),
  ...numbered("KM", [44, 45], CLUSTER),
  ["MS001", meshAnd("Namespace", "pods")],
  ...numbered("MS", [2, 7, 8, 11], meshAnd("pods")),
  ...numbered("MS", [3, 5, 9, 12, 13, 15], MESH),
  ["MS004", meshAnd("DestinationRule")],
  ["MS006", meshAnd("AuthorizationPolicy")],
  ["MS010", meshAnd("Gateway")],
  ["MS014", meshAnd("VirtualService", "HTTPRoute", "Service", "Ingress")],
  ["GO001", GITOPS],
  ...numbered("GO", [3, 4, 7], SOURCES),
  ...numbered("GO", [5, 6, 9], RECONCILED),
  ["GO008", { anyOf: ["kustomizations", "HelmRelease"], absent: "There is no overlay." }],
  ...numbered("GO", [10, 11], ROLLOUTS),
  ["GO012", { ...GITOPS, anyOf: ["ImageUpdateAutomation", "Application"] }],
  ["GO014", { anyOf: ["kustomizations"], absent: "There is no kustomization." }],
  ["CI001", step("image-scan")],
  ["CI002", step("image-scan")],
  ["CI004", step("sast")],
  ["CI005", step("dast")],
  ["CI006", step("unit-test")],
  ["CI007", step("secret-scan")],
  ["CI008", step("sbom")],
  ["CI009", step("sign")],
  ["CI010", step("provenance")],
  ["CI011", step("scap", "policy-check")],
  ...numbered("CI", [16, 20], step("release", "release-gate", "promote")),
  ["CI017", step("build-image")],
  ["CI019", step("keep-evidence")],
  ["CI021", step("image-scan")],
  ["CI022", step("malware-scan")],
  ...numbered("FI", [1, 5, 6, 7, 8, 9, 10, 11], INVENTORY),
]);

/** What an entry speaks about; undefined where any file of its rules will do. */
export function subjectOfEntry(entry: CatalogueRuleId): EntrySubject | undefined {
  return SUBJECTS.get(entry);
}
