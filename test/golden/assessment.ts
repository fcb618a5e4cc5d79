import type {
  Assessment,
  CelRule,
  Finding,
  NotChecked,
  RequirementCoverage,
  Rule,
  WaivedFinding,
} from "@plimsoll/core";
import { SourceText } from "@plimsoll/syntax";
import type { Range } from "@plimsoll/syntax";
import type { ReportContext } from "@plimsoll/evidence";

/** The files of a small factory, with what makes output hard: tabs, wide and combining characters, long lines, CR LF. */
const FILES: Readonly<Record<string, string>> = {
  "images/api/Dockerfile": [
    "# syntax=docker/dockerfile:1",
    "FROM node:24 AS build",
    "LABEL title=\"港湾システム 🚢\" maintainer=nobody",
    "RUN apt-get update && \\",
    "\tapt-get install --yes \\",
    "\t\tcurl \\",
    "\t\tgit \\",
    "\t\tcafe\u0301-tools",
    "USER root",
    `ENV PATHS=${"/opt/part:".repeat(30)}/bin TOKEN=hunter2 ${"X=1 ".repeat(40)}`,
    "",
  ].join("\n"),
  "deploy/web.yaml": [
    "apiVersion: apps/v1",
    "kind: Deployment",
    "metadata:",
    "  name: web",
    "  namespace: shop",
    "spec:",
    "  template:",
    "    spec:",
    "      containers:",
    "        - name: web",
    "          image: registry.example/shop/web:1.4",
    "          securityContext:",
    "            privileged: true",
    "",
  ].join("\r\n"),
  "deploy/base/kustomization.yaml": "resources:\n  - ../web.yaml\n",
  "deploy/clean, good.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n",
};

const TEXTS = new Map(Object.entries(FILES).map(([file, text]) => [file, new SourceText(text)]));

/** The range of the `nth` occurrence of a text in one of the files. */
function at(file: string, needle: string, nth = 1): Range {
  const source = TEXTS.get(file);
  if (source === undefined) throw new RangeError(`no such file: ${file}`);
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = source.text.indexOf(needle, start + 1);
  if (start < 0) throw new RangeError(`not in ${file}: ${needle}`);
  return source.rangeOf({ start, end: start + needle.length });
}

function fingerprint(digit: string): string {
  return digit.repeat(32);
}

const PINNED: Finding = {
  ruleId: "dockerfile/base-image-pinned-by-digest",
  problem: "tagOnly",
  severity: "error",
  confidence: "high",
  message: 'Base image "node:24" is named by a tag, which can move; name it by its digest.',
  file: "images/api/Dockerfile",
  range: at("images/api/Dockerfile", "node:24"),
  requirements: ["T4-IMAGE-SELECTION", "K8S-RD-2-IMMUTABLE"],
  controls: ["nist-800-53r5:cm-2", "nist-800-53r5:si-7", "disa-image-guide:2.14", "cci:CCI-002422"],
  aliases: ["hadolint:DL3006", "checkov:CKV_DOCKER_7"],
  fixes: [
    {
      title: "Name the digest that node:24 has now",
      safety: "review",
      edits: [
        {
          file: "images/api/Dockerfile",
          start: at("images/api/Dockerfile", "node:24").end.offset,
          end: at("images/api/Dockerfile", "node:24").end.offset,
          newText: `@sha256:${"ab".repeat(32)}`,
        },
      ],
    },
  ],
  related: [],
  fingerprint: fingerprint("1"),
};

const WIDE: Finding = {
  ruleId: "dockerfile/labels-present",
  problem: "nobody",
  severity: "info",
  confidence: "low",
  message: "Label maintainer names nobody.",
  file: "images/api/Dockerfile",
  range: at("images/api/Dockerfile", "nobody"),
  requirements: ["T4-HARDENING"],
  controls: [],
  aliases: [],
  fixes: [],
  related: [],
  fingerprint: fingerprint("2"),
};

const MULTILINE: Finding = {
  ruleId: "dockerfile/packages-without-extras",
  problem: "recommends",
  severity: "warning",
  confidence: "medium",
  message: "apt-get install brings recommended packages that nobody asked for. Pass --no-install-recommends, so that the image holds what it needs and nothing else.",
  file: "images/api/Dockerfile",
  range: at(
    "images/api/Dockerfile",
    "apt-get install --yes \\\n\t\tcurl \\\n\t\tgit \\\n\t\tcafe\u0301-tools",
  ),
  requirements: ["T4-HARDENING", "K8S-RD-3.2-OCI"],
  controls: ["nist-800-53r5:cm-7"],
  aliases: ["hadolint:DL3015"],
  fixes: [
    {
      title: "Add --no-install-recommends",
      safety: "safe",
      edits: [
        {
          file: "images/api/Dockerfile",
          start: at("images/api/Dockerfile", "install").end.offset,
          end: at("images/api/Dockerfile", "install").end.offset,
          newText: " --no-install-recommends",
        },
      ],
    },
  ],
  related: [],
  fingerprint: fingerprint("3"),
};

const LONG_LINE: Finding = {
  ruleId: "dockerfile/no-secret-in-env",
  problem: "literal",
  severity: "error",
  confidence: "medium",
  message: "ENV TOKEN holds a secret in plain text: it stays in the image's history.",
  file: "images/api/Dockerfile",
  range: at("images/api/Dockerfile", "TOKEN=hunter2"),
  requirements: ["T4-HARDENING"],
  controls: ["nist-800-53r5:ia-5(7)", "disa-image-guide:2.5"],
  aliases: ["trivy:DS-0031", "buildkit:SecretsUsedInArgOrEnv"],
  fixes: [],
  related: [],
  fingerprint: fingerprint("4"),
};

const PRIVILEGED: Finding = {
  ruleId: "kubernetes/containers-not-privileged",
  problem: "privileged",
  severity: "error",
  confidence: "high",
  message: 'Container "web" runs privileged.',
  file: "deploy/web.yaml",
  range: at("deploy/web.yaml", "true"),
  resource: { apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "shop" },
  requirements: ["K8S-RD-3.4-MINIMUM-POSTURE", "T1-RUNTIME-DEFENSE"],
  controls: [
    "nist-800-53r5:ac-6",
    "nist-800-53r5:ac-6(10)",
    "cci:CCI-002235",
    "k8s-stig:V-242436",
    "pss:baseline",
  ],
  aliases: ["trivy:KSV-0017", "checkov:CKV_K8S_16", "kubescape:C-0057"],
  fixes: [
    {
      title: "Set privileged to false",
      safety: "safe",
      edits: [
        {
          file: "deploy/web.yaml",
          start: at("deploy/web.yaml", "true").start.offset,
          end: at("deploy/web.yaml", "true").end.offset,
          newText: "false",
        },
      ],
    },
  ],
  related: [
    {
      file: "deploy/base/kustomization.yaml",
      range: at("deploy/base/kustomization.yaml", "../web.yaml"),
      message: "This overlay deploys it.",
    },
  ],
  fingerprint: fingerprint("5"),
};

const CUSTOM: Finding = {
  ruleId: "factory/web-has-owner",
  problem: "missing",
  severity: "warning",
  confidence: "high",
  message: "Deployment web has no label owner.",
  file: "deploy/web.yaml",
  range: at("deploy/web.yaml", "metadata"),
  resource: { apiVersion: "apps/v1", kind: "Deployment", name: "web", namespace: "shop" },
  requirements: [],
  controls: [],
  aliases: [],
  fixes: [],
  related: [],
  fingerprint: fingerprint("6"),
};

const WAIVED: readonly WaivedFinding[] = [
  {
    finding: {
      ...PINNED,
      ruleId: "dockerfile/final-user-not-root",
      problem: "rootUser",
      message: "The image's user is root.",
      range: at("images/api/Dockerfile", "root"),
      requirements: ["T4-HARDENING"],
      controls: ["nist-800-53r5:ac-6(10)"],
      aliases: ["hadolint:DL3002"],
      fixes: [],
      fingerprint: fingerprint("7"),
    },
    by: "waiver",
    reference: "W-2026-004",
    justification: "The vendor's agent needs root until release 5; ticket FAC-118 | follow-up agreed.",
    expires: "2027-02-28",
  },
  {
    finding: {
      ...PRIVILEGED,
      ruleId: "kubernetes/images-by-digest",
      problem: "tagOnly",
      severity: "warning",
      message: 'Image of container "web" is named by a tag.',
      range: at("deploy/web.yaml", "registry.example/shop/web:1.4"),
      fixes: [],
      related: [],
      fingerprint: fingerprint("8"),
    },
    by: "inline",
    reference: "# plimsoll-ignore kubernetes/images-by-digest -- pinned at promotion",
    justification: "pinned at promotion",
  },
  {
    finding: { ...CUSTOM, severity: "info", fingerprint: fingerprint("9") },
    by: "baseline",
    reference: "plimsoll-baseline.json",
    justification: "Known when the baseline was written.",
  },
];

const NOT_CHECKED: readonly NotChecked[] = [
  {
    file: "charts/shop/Chart.yaml",
    subject: "chart shop",
    reason: "helm is not on PATH; install helm to have the chart rendered and checked.",
    code: "helm/not-rendered",
  },
  {
    file: "charts/pay/Chart.yaml",
    subject: "chart pay",
    reason: "helm is not on PATH; install helm to have the chart rendered and checked.",
    code: "helm/not-rendered",
  },
  {
    file: "deploy/broken.yaml",
    range: { start: { line: 3, column: 5, offset: 20 }, end: { line: 3, column: 9, offset: 24 } },
    reason: "The document is not YAML: a mapping value is not allowed here.",
    code: "syntax/unreadable",
  },
  {
    file: "deploy/web.yaml",
    subject: "kubernetes/probes-present",
    reason: "The rule crashed: it met a shape that it does not know.",
    code: "rule/crashed",
  },
  { subject: "T15-SIEM", reason: "Only a person can attest it.", code: "requirement/attestation-only" },
];

const COVERAGE: readonly RequirementCoverage[] = [
  { requirement: "K8S-RD-2-IMMUTABLE", rules: ["dockerfile/base-image-pinned-by-digest"], findings: 1, waived: 0 },
  { requirement: "K8S-RD-3.2-OCI", rules: ["dockerfile/packages-without-extras"], findings: 1, waived: 0 },
  {
    requirement: "K8S-RD-3.4-MINIMUM-POSTURE",
    rules: ["kubernetes/containers-not-privileged"],
    findings: 1,
    waived: 1,
  },
  {
    requirement: "T1-RUNTIME-DEFENSE",
    rules: ["kubernetes/containers-not-privileged"],
    findings: 1,
    waived: 1,
  },
  { requirement: "T4-HARDENING", rules: ["dockerfile/final-user-not-root"], findings: 3, waived: 1 },
  {
    requirement: "T4-IMAGE-SELECTION",
    rules: ["dockerfile/base-image-pinned-by-digest"],
    findings: 1,
    waived: 0,
  },
  { requirement: "T15-SIEM", rules: [], findings: 0, waived: 0, notChecked: "Only a person can attest it." },
];

/** One assessment with every feature that a format has to show. */
export const assessment: Assessment = {
  findings: [PINNED, WIDE, MULTILINE, LONG_LINE, CUSTOM, PRIVILEGED],
  waived: WAIVED,
  notChecked: NOT_CHECKED,
  coverage: COVERAGE,
  summary: {
    files: 7,
    checkedFiles: 4,
    resources: 2,
    rules: 6,
    errors: 3,
    warnings: 2,
    infos: 1,
    waived: 3,
    notChecked: 5,
    fixable: { safe: 2, review: 1 },
    profile: "reference-design",
    kubernetesVersion: "1.34",
  },
};

const RULE_BASE = { require: "true", each: "containers", problem: "x", at: [""], message: "x", since: "0.1.0" } as const;

/** Rules of the assessment: data for reports, never run. */
function rule(of: Finding, title: string): CelRule {
  return {
    ...RULE_BASE,
    id: of.ruleId,
    title,
    severity: of.severity,
    confidence: of.confidence,
    surface: "kubernetes",
    catalogue: [],
    aliases: of.aliases,
  };
}

const RULES: readonly Rule[] = [
  rule(PINNED, "Base images are pinned by digest"),
  rule(WIDE, "Images carry the labels that name their origin"),
  rule(MULTILINE, "Package installs bring no recommended extras"),
  rule(LONG_LINE, "No secret stands in ENV or ARG"),
  rule(PRIVILEGED, "Containers do not run privileged"),
];

/** What the formats are given besides the assessment. */
export const context: ReportContext = {
  ruleSet: {
    rules: new Map(RULES.map((entry) => [entry.id, entry])),
    references: Object.fromEntries(
      [PINNED, WIDE, MULTILINE, LONG_LINE, PRIVILEGED].map((finding) => [
        finding.ruleId,
        { requirements: finding.requirements, controls: finding.controls },
      ]),
    ),
  },
  toolVersion: "0.1.0",
  checkedAt: "2026-11-24T10:00:00Z",
  sources: (file) => (Object.hasOwn(FILES, file) ? FILES[file] : undefined),
  documentationUrl: (ruleId) =>
    ruleId.startsWith("factory/") ? undefined : `https://plimsoll.example/docs/rules/${ruleId}.md`,
  checkedFiles: Object.keys(FILES),
  ruleHelp: (ruleId) =>
    ruleId === PRIVILEGED.ruleId
      ? "## Why it matters\n\nA privileged container can do what the node can do.\n"
      : undefined,
  requirement: (id) =>
    id === "T4-HARDENING"
      ? {
          title: "Container hardening per the DISA guide",
          statement: "The image is hardened before production.",
          baseline: "REQUIRED",
        }
      : undefined,
  controlDocument: (id) => (id === "nist-800-53r5" ? { title: "NIST SP 800-53", version: "5" } : undefined),
};
