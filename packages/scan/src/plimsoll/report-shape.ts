import { SEVERITIES } from "../report/severity.ts";
import type { Shape } from "./shape.ts";

const optional = (shape: Shape): { readonly optional: Shape } => ({ optional: shape });
const text = optional("text");
const number = optional("number");
const texts: Shape = { list: "text" };
const severity: Shape = { oneOf: SEVERITIES };

const packageShape: Shape = {
  members: {
    name: "text",
    version: "text",
    purl: text,
    basis: { oneOf: ["purl", "kind", "name"] },
    type: "text",
    key: "text",
    versionKey: "text",
    id: "text",
    architecture: text,
    sourceKey: text,
  },
};

const findingShape: Shape = {
  members: {
    id: "text",
    aliases: texts,
    related: texts,
    package: packageShape,
    locations: { list: { members: { path: text, layer: text, resource: text } } },
    severity,
    severitySource: text,
    severities: { list: { members: { source: "text", severity } } },
    cvss: { list: { members: { source: "text", version: "text", vector: text, score: number } } },
    fix: {
      members: {
        state: { oneOf: ["fixed", "not-fixed", "wont-fix", "deferred", "unknown"] },
        versions: texts,
      },
    },
    status: {
      oneOf: [
        "affected",
        "fixed",
        "under-investigation",
        "will-not-fix",
        "fix-deferred",
        "end-of-life",
        "not-affected",
        "unknown",
      ],
    },
    feed: text,
    match: optional({ oneOf: ["direct", "indirect", "cpe"] }),
    exploited: optional({ members: { added: text, due: text, ransomware: "truth" } }),
    epss: optional({ members: { score: "number", percentile: number, date: text } }),
    published: text,
    modified: text,
    title: text,
    url: text,
    weaknesses: texts,
    suppressed: optional({ members: { by: "text", reason: text } }),
  },
};

/** The shape of a report as a merged document holds it. */
export const reportShape: Shape = {
  members: {
    id: "text",
    file: "text",
    digest: "text",
    format: { oneOf: ["trivy", "trivy-operator", "grype", "cyclonedx", "sarif"] },
    scanner: { members: { name: "text", version: text } },
    database: { members: { built: text, schema: text } },
    scannedAt: text,
    target: {
      members: {
        kind: { oneOf: ["image", "files", "cluster", "machine", "sbom", "unknown"] },
        name: text,
        digests: texts,
        imageId: text,
        platform: text,
      },
    },
    distribution: optional({ members: { name: "text", version: text, endOfLife: "truth" } }),
    filters: {
      list: {
        members: {
          kind: { oneOf: ["only-fixed", "only-unfixed", "severity", "ignored", "statuses"] },
          detail: "text",
        },
      },
    },
    inventory: { members: { listed: "truth", packages: { list: packageShape } } },
    findings: { list: findingShape },
    beside: {
      members: { misconfigurations: "number", secrets: "number", licenses: "number", others: "number" },
    },
    problems: { list: { members: { code: "text", path: "text", message: "text" } } },
  },
};
