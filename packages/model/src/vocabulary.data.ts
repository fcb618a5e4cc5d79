// The closed vocabularies of the model. Each type is derived from its list, so a list and its type cannot differ.

/** How strongly the text asks. The first three are the words of its tables, the others are ours for prose and for rows without a baseline. */
export const baselines = [
  { id: "REQUIRED", meaning: "the table says REQUIRED" },
  { id: "PREFERRED", meaning: "the table says PREFERRED" },
  { id: "RECOMMENDED", meaning: "the table says RECOMMENDED" },
  { id: "MANDATED", meaning: "the prose says must or mandates, or says that compliance depends on it" },
  { id: "SHOULD", meaning: "the prose says should" },
  { id: "PERMITTED", meaning: "an option that the text allows" },
  { id: "ACTIVITY", meaning: "a row of an activity table, which has no baseline column" },
  { id: "INFORMATIVE", meaning: "a definition, context or a benefit" },
] as const;
/** A baseline word. */
export type Baseline = (typeof baselines)[number]["id"];

/** What a baseline amounts to, strongest first. For an activity row it is inferred from the tools that the activity needs. */
export const effectiveLevels = ["required", "preferred", "recommended", "permitted", "informative"] as const;
/** An effective level. */
export type EffectiveLevel = (typeof effectiveLevels)[number];

/** The nine phases of the application lifecycle, in order. */
export const phases = [
  { id: "plan", title: "Plan" },
  { id: "develop", title: "Develop" },
  { id: "build", title: "Build" },
  { id: "test", title: "Test" },
  { id: "release", title: "Release" },
  { id: "deliver", title: "Deliver" },
  { id: "deploy", title: "Deploy" },
  { id: "operate", title: "Operate" },
  { id: "monitor", title: "Monitor" },
] as const;
/** A phase of the application lifecycle. */
export type Phase = (typeof phases)[number]["id"];

/** The four phases of the software factory itself (Figure 4). Not to be mixed with the lifecycle phases. */
export const factoryPhases = [
  { id: "design", title: "Design" },
  { id: "instantiate", title: "Instantiate" },
  { id: "verify", title: "Verify" },
  { id: "operate-and-monitor", title: "Operate and Monitor" },
] as const;
/** A phase of the software factory. */
export type FactoryPhase = (typeof factoryPhases)[number]["id"];

/** The five roles that the text names. */
export const audiences = [
  { id: "container-provider", title: "Container provider" },
  { id: "platform-provider", title: "Platform provider" },
  { id: "factory-operator", title: "Factory operator" },
  { id: "application-team", title: "Application team" },
  { id: "authorizing-official", title: "Authorizing official" },
] as const;
/** A role. */
export type Audience = (typeof audiences)[number]["id"];

/** From what a requirement can be verified. */
export const verificationClasses = [
  { id: "dockerfile", title: "Static, from a Dockerfile and its context" },
  { id: "manifest", title: "Static, from Kubernetes/Istio/Flux/Argo/Helm/Kustomize/cluster-config files" },
  { id: "pipeline", title: "Static, from CI workflow files; run records strengthen it" },
  { id: "report", title: "From scan, SCAP, test or policy reports" },
  { id: "registry", title: "From registry, signature and attestation metadata" },
  { id: "inventory", title: "From the declared factory inventory, cross-checked by detection" },
  { id: "attestation", title: "Only by a human statement" },
] as const;
/** A verification class. */
export type VerificationClass = (typeof verificationClasses)[number]["id"];

/** How far software can decide. */
export const automations = [
  { id: "full", meaning: "a tool can decide from the artefact" },
  { id: "partial", meaning: "a tool can decide a part, or a proxy" },
  { id: "none", meaning: "only a person can say" },
] as const;
/** A degree of automation. */
export type Automation = (typeof automations)[number]["id"];

/** The kinds of evidence that can be kept for a requirement. */
export const evidenceTypes = [
  { id: "EV-SARIF", title: "Static findings in SARIF with rule ids, file positions and requirement tags" },
  { id: "EV-RENDERED", title: "Rendered manifests (Helm/Kustomize output) with input commit and digest" },
  { id: "EV-DIGEST", title: "Image digest, media types and config of the produced image" },
  { id: "EV-SBOM", title: "SBOM attestation on the digest" },
  { id: "EV-PROV", title: "Build provenance attestation on the digest" },
  { id: "EV-SIG", title: "Signature verification record (identity or key, digest, time)" },
  { id: "EV-SCAN", title: "Vulnerability reports of each scanner, database version and time, merged view" },
  { id: "EV-TEST", title: "Test reports with version and commit" },
  { id: "EV-XCCDF", title: "XCCDF/ARF results, profile, tailoring and content version" },
  { id: "EV-CKLB", title: "STIG checklist" },
  { id: "EV-OSCAL", title: "OSCAL component definition, assessment results, POA&M" },
  { id: "EV-POLICYREPORT", title: "Cluster policy reports and admission policy set" },
  { id: "EV-PIPELINE-RUN", title: "Pipeline run record: jobs, conditions, results, actor, time" },
  { id: "EV-GATE", title: "Signed go/no-go decision naming inputs and digest" },
  { id: "EV-GITLOG", title: "Git commit and pull-request record of desired state" },
  { id: "EV-DRIFT", title: "Reconciler drift status and cross-environment diff" },
  { id: "EV-INVENTORY", title: "Factory inventory version with hash" },
  { id: "EV-CONFORMANCE", title: "CNCF certification reference and cluster conformance result" },
  { id: "EV-ATTEST", title: "Signed human attestation with role, scope, expiry" },
  { id: "EV-POAM", title: "Open findings with deadlines, waivers, milestones" },
  { id: "EV-RETENTION", title: "Proof of log and report retention" },
] as const;
/** A kind of evidence. */
export type EvidenceType = (typeof evidenceTypes)[number]["id"];

/** What sort of statement a requirement is. */
export const requirementKinds = [
  "definition",
  "principle",
  "role-set",
  "reference-set",
  "assumption",
  "interconnect",
  "context",
  "benefit",
  "capability",
  "permission",
  "phase",
  "activity",
  "process",
  "deployment-type",
  "tool",
] as const;
/** A sort of statement. */
export type RequirementKind = (typeof requirementKinds)[number];

/** Where in the text a requirement stands: its prose sections, then its tables. */
export const sections = [
  { ref: "§1.2", kind: "section", title: "Purpose" },
  { ref: "§1.3", kind: "section", title: "Compatibility" },
  { ref: "§1.4", kind: "section", title: "Scope" },
  { ref: "§2", kind: "section", title: "Assumptions and principles" },
  { ref: "§3", kind: "section", title: "Software factory interconnects" },
  { ref: "§3.1", kind: "section", title: "Cloud native access points" },
  { ref: "§3.2", kind: "section", title: "CNCF certified Kubernetes" },
  { ref: "§3.3", kind: "section", title: "Locally centralized artifact repository" },
  { ref: "§3.4", kind: "section", title: "Sidecar container security stack" },
  { ref: "§3.5", kind: "section", title: "Service mesh" },
  { ref: "§4", kind: "section", title: "Software factory design" },
  { ref: "§4.1", kind: "section", title: "Containerized software factory" },
  { ref: "§4.2", kind: "section", title: "Hosting environment" },
  { ref: "§4.3", kind: "section", title: "Container orchestration" },
  { ref: "§5", kind: "section", title: "Additional tools and activities" },
  { ref: "§5.1", kind: "section", title: "Additional deployment types" },
  { ref: "§5.1.1", kind: "section", title: "Blue/green" },
  { ref: "§5.1.2", kind: "section", title: "Canary" },
  { ref: "§5.1.3", kind: "section", title: "Rolling" },
  { ref: "§5.1.4", kind: "section", title: "Continuous" },
  { ref: "§5.2", kind: "section", title: "Continuous monitoring" },
  { ref: "§5.2.1", kind: "section", title: "CSP managed services" },
  { ref: "Table 1", kind: "table", title: "Sidecar security monitoring components" },
  { ref: "Table 2", kind: "table", title: "CI/CD orchestrator inputs/outputs" },
  { ref: "Table 3", kind: "table", title: "Security activities summary" },
  { ref: "Table 4", kind: "table", title: "Develop phase activities" },
  { ref: "Table 5", kind: "table", title: "Build phase tools" },
  { ref: "Table 6", kind: "table", title: "Build phase activities" },
  { ref: "Table 7", kind: "table", title: "Test phase tools" },
  { ref: "Table 8", kind: "table", title: "Test phase activities" },
  { ref: "Table 9", kind: "table", title: "Release and deliver phase tools" },
  { ref: "Table 10", kind: "table", title: "Release and deliver phase activities" },
  { ref: "Table 11", kind: "table", title: "Deploy phase tools" },
  { ref: "Table 12", kind: "table", title: "Deploy phase activities" },
  { ref: "Table 13", kind: "table", title: "Operate phase activities" },
  { ref: "Table 14", kind: "table", title: "Monitor phase tools" },
  { ref: "Table 15", kind: "table", title: "CSP managed service monitoring tools" },
] as const;
/** A section (`§3.4`) or a table (`Table 7`) of the text. */
export type SectionRef = (typeof sections)[number]["ref"];

/** The figures of the text, each with the requirement that restates it. */
export const figures = [
  { id: "Figure 1", title: "Interconnects", requirement: "K8S-RD-3-INTERCONNECTS" },
  { id: "Figure 2", title: "Orchestrator and notional nodes", requirement: "K8S-RD-3.2-OCI" },
  { id: "Figure 3", title: "Sidecar relationship", requirement: "K8S-RD-3.4-ISOLATION" },
  { id: "Figure 4", title: "Factory implementation phases", requirement: "K8S-RD-4-PHASES" },
  { id: "Figure 5", title: "Containerized factory", requirement: "K8S-RD-4.1-FACTORY-HARDENED" },
  { id: "Figure 6", title: "Platform options", requirement: "K8S-RD-4.3-LAYER" },
  { id: "Figure 7", title: "Factory services", requirement: "K8S-RD-4.3-SRG-SCCA" },
  { id: "Figure 8", title: "Logging and log analysis", requirement: "K8S-RD-5.2-LAYERS" },
] as const;
/** A figure of the text. */
export type FigureId = (typeof figures)[number]["id"];

/** What a rule of the catalogue reads, by the two letters of its id. */
export const catalogueTargets = [
  { id: "dockerfile", prefix: "DF" },
  { id: "kubernetes-manifest", prefix: "KM" },
  { id: "mesh-manifest", prefix: "MS" },
  { id: "gitops-iac", prefix: "GO" },
  { id: "ci-workflow", prefix: "CI" },
  { id: "registry-metadata", prefix: "RG" },
  { id: "scan-scap-report", prefix: "SR" },
  { id: "factory-inventory", prefix: "FI" },
  { id: "attestation", prefix: "AT" },
] as const;
/** What a rule of the catalogue reads. */
export type CatalogueTarget = (typeof catalogueTargets)[number]["id"];

/** Severities of the catalogue, strongest first. */
export const severities = ["error", "warning", "info"] as const;
/** A severity of the catalogue. */
export type CatalogueSeverity = (typeof severities)[number];

/** How far a link between this model and another document was verified, strongest first. */
export const mappingStatuses = [
  { id: "source-asserted", meaning: "the cited source itself states the link" },
  { id: "id-and-text-verified", meaning: "the cited section was read, and the link follows from its text" },
  { id: "id-verified", meaning: "the identifier exists in the cited source; the link is our judgement" },
  { id: "unverified", meaning: "not confirmed from a source" },
] as const;
/** The status of a link. */
export type MappingStatus = (typeof mappingStatuses)[number]["id"];

/** How far a fact used for recognition was verified. */
export const confidences = [
  { id: "source", meaning: "seen in the cited source" },
  { id: "unverified", meaning: "general knowledge, not confirmed from a source" },
] as const;
/** The confidence in a fact. */
export type Confidence = (typeof confidences)[number]["id"];
