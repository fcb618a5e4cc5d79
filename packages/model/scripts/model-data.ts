import { readFileSync } from "node:fs";
import type { ApiGroup, CertifiedKubernetes, VendorMarkers } from "../src/api-groups.ts";
import type { CatalogueRule } from "../src/catalogue-rules.ts";
import type {
  ContainerPlatformSrgRequirement,
  ControlDocument,
  DisaImageGuideItem,
  KubernetesStigRule,
  Nist800190Section,
  Nist80053Control,
  RequirementControl,
  RuleControl,
} from "../src/control-types.ts";
import type { IronBankFacts, IronBankImage } from "../src/images.ts";
import type { KubernetesSchemas } from "../src/kubernetes-schemas.ts";
import type { PeerCheck } from "../src/peer-checks.ts";
import type { Requirement } from "../src/requirements.ts";
import type { ToolCategory, ToolProduct } from "../src/tools.ts";

/** Every data file of the model by its name. */
export interface ModelData {
  readonly "requirements.json": readonly Requirement[];
  readonly "catalogue-rules.json": readonly CatalogueRule[];
  readonly "documents.json": readonly ControlDocument[];
  readonly "requirement-controls.json": readonly RequirementControl[];
  readonly "rule-controls.json": readonly RuleControl[];
  readonly "disa-image-guide.json": readonly DisaImageGuideItem[];
  readonly "kubernetes-stig.json": readonly KubernetesStigRule[];
  readonly "container-platform-srg.json": readonly ContainerPlatformSrgRequirement[];
  readonly "nist-800-190.json": readonly Nist800190Section[];
  readonly "nist-800-53.json": readonly Nist80053Control[];
  readonly "tool-categories.json": readonly Omit<ToolCategory, "products">[];
  readonly "tool-products.json": readonly ToolProduct[];
  readonly "peer-checks.json": readonly PeerCheck[];
  readonly "api-groups.json": readonly ApiGroup[];
  readonly "vendor-markers.json": VendorMarkers;
  readonly "certified-kubernetes.json": CertifiedKubernetes;
  readonly "kubernetes-schemas.json": KubernetesSchemas;
  readonly "iron-bank.json": IronBankFacts;
  readonly "ironbank-images.json": readonly IronBankImage[];
}

/** The data as it was read, before any check. */
export type RawData = Readonly<Record<string, unknown>>;

/** Reads JSON files of a folder. A file that is not JSON throws, with its name. */
export function readData(folder: URL, names: readonly string[]): RawData {
  return Object.fromEntries(names.map((name) => [name, readJson(new URL(name, folder), name)]));
}

function readJson(file: URL, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${name} is not readable as JSON`, { cause });
  }
}
