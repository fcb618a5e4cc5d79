import { apiGroupClasses, dispositions } from "../src/api-groups.ts";
import {
  disaLevels,
  documentIds,
  documentKinds,
  guideStrengths,
  stigPlaces,
  stigProofs,
} from "../src/control-types.ts";
import { catalogueRuleIds, requirementIds } from "../src/ids.data.ts";
import { imageConfidences, imageRelations, upstreamMappings } from "../src/images.ts";
import { toolCategoryIds } from "../src/tools.ts";
import * as vocabulary from "../src/vocabulary.data.ts";
import { kubernetesSchemas } from "./kubernetes/shape.ts";
import type { ModelData } from "./model-data.ts";
import { peerCheckShape } from "./peer-shape.ts";
import { count, flag, listOf, matching, oneOf, optional, record, text } from "./shape.ts";
import type { Check, Shape } from "./shape.ts";

/** The rows of a data file, or the file itself where it is one record. */
type RowOf<T> = T extends readonly (infer R)[] ? R : T;

/** The check of a data file and, for a table, the fields that make a row unique. */
export interface FileShape {
  readonly row: Check;
  /** Absent: the file is one record. */
  readonly key?: readonly string[];
}

function table<N extends keyof ModelData>(
  key: readonly string[],
  shape: Shape<RowOf<ModelData[N]>>,
): FileShape {
  return { key, row: record(shape) };
}
const requirement = oneOf(requirementIds);
const catalogueRule = oneOf(catalogueRuleIds);
const document = oneOf(documentIds);
const confidence = oneOf(vocabulary.confidences);
const status = oneOf(vocabulary.mappingStatuses);
const texts = listOf(text);
const cci = matching(/^CCI-\d{6}$/);
const controlId = matching(/^[a-z]{2}-\d+(?:\(\d+\))?$/);
const printedControl = matching(/^[A-Z]{2}-\d+(?: \(\d+\))?(?: (?:[a-z]|\([a-z]\)(?: \(\d+\))?))?$/);
const sectionNumber = matching(/^\d+(?:\.\d+)*$/);
const imagePath = matching(/^[a-z0-9._-]+(?:\/[a-z0-9._-]+)+$/);

/** Every data file of the model. */
export const fileShapes: { readonly [N in keyof ModelData]: FileShape } = {
  "requirements.json": table<"requirements.json">(["id"], {
    id: requirement,
    section: oneOf(vocabulary.sections.map((section) => section.ref)),
    figure: optional(oneOf(vocabulary.figures)),
    title: text,
    kind: oneOf(vocabulary.requirementKinds),
    baseline: oneOf(vocabulary.baselines),
    effective: oneOf(vocabulary.effectiveLevels),
    phases: listOf(oneOf(vocabulary.phases), 1),
    statement: text,
    verification: record<ModelData["requirements.json"][number]["verification"]>({
      primary: oneOf(vocabulary.verificationClasses),
      alsoFrom: listOf(oneOf(vocabulary.verificationClasses)),
      automation: oneOf(vocabulary.automations),
      note: text,
    }),
    catalogueRules: listOf(catalogueRule),
    evidence: listOf(oneOf(vocabulary.evidenceTypes)),
  }),
  "catalogue-rules.json": table<"catalogue-rules.json">(["id"], {
    id: catalogueRule,
    slug: matching(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
    target: oneOf(vocabulary.catalogueTargets),
    severity: oneOf(vocabulary.severities),
    meaning: text,
    quickFix: flag,
    requirements: listOf(requirement),
  }),
  "documents.json": table<"documents.json">(["id"], {
    id: document,
    title: text,
    kind: oneOf(documentKinds),
    version: text,
    status: text,
    source: optional(text),
  }),
  "requirement-controls.json": table<"requirement-controls.json">(
    ["requirement", "document", "ref", "package"],
    {
      requirement,
      document,
      ref: optional(text),
      controls: optional(listOf(controlId, 1)),
      package: optional(text),
      status,
      source: optional(text),
      note: optional(text),
    },
  ),
  "rule-controls.json": table<"rule-controls.json">(["catalogueRule", "document", "ref"], {
    catalogueRule,
    document,
    ref: text,
    cci: optional(cci),
    iaControl: optional(printedControl),
    status,
  }),
  "disa-image-guide.json": table<"disa-image-guide.json">(["section"], {
    section: sectionNumber,
    topic: text,
    strength: oneOf(guideStrengths),
    iaControl: printedControl,
    cci,
    cciListControl: printedControl,
  }),
  "kubernetes-stig.json": table<"kubernetes-stig.json">(["vulnId"], {
    vulnId: matching(/^V-\d{6}$/),
    stigId: optional(matching(/^CNTR-K8-\d{6}$/)),
    ruleId: optional(matching(/^SV-\d+r\d+_rule$/)),
    severity: oneOf(disaLevels),
    topic: text,
    where: oneOf(stigPlaces),
    verifiableFrom: oneOf(stigProofs),
    cci: listOf(cci),
    nistRev4: listOf(printedControl),
    inLaterReleases: flag,
    verifiedInV2R6: flag,
    source: text,
  }),
  "container-platform-srg.json": table<"container-platform-srg.json">(["id"], {
    id: matching(/^SRG-APP-\d{6}-CTR-\d{6}$/),
    level: oneOf(disaLevels),
  }),
  "nist-800-190.json": table<"nist-800-190.json">(["section"], { section: sectionNumber, topic: text }),
  "nist-800-53.json": table<"nist-800-53.json">(["id"], {
    id: controlId,
    family: matching(/^[a-z]{2}$/),
    citedBy: listOf(document, 1),
    ccis: listOf(cci),
  }),
  "tool-categories.json": table<"tool-categories.json">(["id"], {
    id: oneOf(toolCategoryIds),
    title: text,
    requirements: listOf(requirement, 1),
    minimum: count,
    note: optional(text),
  }),
  "peer-checks.json": table<"peer-checks.json">(["tool", "id"], peerCheckShape),
  "tool-products.json": table<"tool-products.json">(["category", "id"], {
    category: oneOf(toolCategoryIds),
    id: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    name: text,
    signals: record<ModelData["tool-products.json"][number]["signals"]>({
      imagePatterns: optional(texts),
      helmCharts: optional(texts),
      apiGroups: optional(texts),
      kinds: optional(texts),
      labels: optional(texts),
      namespaces: optional(texts),
      annotations: optional(texts),
    }),
    ci: record<ModelData["tool-products.json"][number]["ci"]>({
      actions: optional(texts),
      clis: optional(texts),
      images: optional(texts),
    }),
    capabilities: texts,
    ironBankPaths: listOf(imagePath),
    bigBang: flag,
    udsCore: flag,
    confidence,
    sources: listOf(text, 1),
    engineFamily: optional(text),
    advisoryLineage: optional(text),
    reportFormats: optional(texts),
    unverifiedSignals: optional(texts),
    note: optional(text),
  }),
  "api-groups.json": table<"api-groups.json">(["pattern"], {
    pattern: matching(/^(?:\(core\)|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)$/),
    match: oneOf(["exact", "glob"]),
    class: oneOf(apiGroupClasses),
    owner: text,
    disposition: oneOf(dispositions),
    confidence,
    source: text,
    note: optional(text),
  }),
  "vendor-markers.json": {
    row: record<ModelData["vendor-markers.json"]>({
      annotations: listOf(
        record<ModelData["vendor-markers.json"]["annotations"][number]>({
          pattern: text,
          where: text,
          vendor: text,
          purpose: text,
          portableAlternative: text,
          confidence,
          source: text,
        }),
      ),
      storageProvisioners: listOf(
        record<ModelData["vendor-markers.json"]["storageProvisioners"][number]>({
          provisioner: text,
          vendor: text,
          removedFromKubernetes: flag,
          confidence,
          source: text,
        }),
      ),
      ingressClasses: listOf(
        record<ModelData["vendor-markers.json"]["ingressClasses"][number]>({
          ingressClass: text,
          vendor: text,
          confidence,
          source: text,
        }),
      ),
      nodeLabels: listOf(
        record<ModelData["vendor-markers.json"]["nodeLabels"][number]>({
          label: text,
          vendor: text,
          confidence,
          source: text,
        }),
      ),
    }),
  },
  "certified-kubernetes.json": {
    row: record<ModelData["certified-kubernetes.json"]>({
      source: text,
      asOf: matching(/^\d{4}-\d{2}-\d{2}$/),
      distributions: texts,
      hosted: texts,
      installers: texts,
      detectors: listOf(
        record<ModelData["certified-kubernetes.json"]["detectors"][number]>({
          distribution: text,
          signal: text,
          confidence,
          source: text,
        }),
      ),
    }),
  },
  "kubernetes-schemas.json": { row: kubernetesSchemas },
  "iron-bank.json": {
    row: record<ModelData["iron-bank.json"]>({
      registry: text,
      project: text,
      pathForm: text,
      sourceGit: text,
      signature: record<ModelData["iron-bank.json"]["signature"]>({
        tool: text,
        modes: texts,
        identity: text,
        transparencyLog: flag,
      }),
      attestationPredicates: texts,
      imageLabels: texts,
      requiredManifestLabels: texts,
      manifestRequiredKeys: texts,
      manifestRules: texts,
      dockerfileRules: texts,
      repositoryFiles: texts,
      osTypes: listOf(
        record<ModelData["iron-bank.json"]["osTypes"][number]>({ id: text, scapProfile: optional(text) }),
      ),
      scanners: texts,
      tagsAreMutable: flag,
      tagNote: text,
      remediationDays: record<ModelData["iron-bank.json"]["remediationDays"]>({
        critical: count,
        high: count,
        medium: count,
        low: count,
      }),
      remediationStatus: status,
      fallbacks: listOf(
        record<ModelData["iron-bank.json"]["fallbacks"][number]>({ family: text, path: imagePath }),
      ),
      source: text,
    }),
  },
  "ironbank-images.json": table<"ironbank-images.json">(["path"], {
    path: imagePath,
    upstream: listOf(
      record<ModelData["ironbank-images.json"][number]["upstream"][number]>({
        ref: matching(/^(?:scratch|[a-z0-9.-]+(?:\/[a-z0-9._-]+)+(?::[A-Za-z0-9_][A-Za-z0-9._-]*)?)$/),
        relation: oneOf(imageRelations),
      }),
    ),
    upstreamMapping: oneOf(upstreamMappings),
    fips: flag,
    tagsSeen: texts,
    timesSeen: count,
    confidence: oneOf(imageConfidences),
    sources: texts,
    note: optional(text),
  }),
};
