import { requirementById, requirements } from "@plimsoll/model";
import type { Requirement } from "@plimsoll/model";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "./markdown.ts";
import {
  generatedMark,
  renderRequirementIndex,
  renderRequirementPage,
  requirementPageName,
} from "./requirements.ts";

const twoRules = [
  { id: "dockerfile/base-image-from-approved-source", title: "The base image comes from an approved source" },
  { id: "kubernetes/images-from-approved-source", title: "Images | come from <approved> sources" },
];

function requirement(id: string): Requirement {
  const found = requirementById(id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}

/** The part of a page under a heading, without the heading. */
function partOf(page: string, heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";
}

describe("renderRequirementPage", () => {
  const page = renderRequirementPage(requirement("K8S-RD-3-CNAP"), []);

  it("opens with the mark, the id and the header table", () => {
    expect(page.split("\n").slice(0, 14)).toEqual([
      generatedMark,
      "",
      "# K8S-RD-3-CNAP",
      "",
      "**Interconnect 1: CNAP handles all north-south traffic above the infrastructure layer**",
      "",
      "|  |  |",
      "| --- | --- |",
      "| Id | `K8S-RD-3-CNAP` |",
      "| Reference | §3 Software factory interconnects (Figure 1) |",
      "| Baseline | MANDATED: the prose says must or mandates, or says that compliance depends on it |",
      "| Effective level | required |",
      "| Phases | Deploy, Operate |",
      "| Verified | Only by a human statement; From the declared factory inventory, cross-checked by detection; " +
        "Static, from Kubernetes/Istio/Flux/Argo/Helm/Kustomize/cluster-config files |",
    ]);
    expect(page.endsWith("\n") && !page.endsWith("\n\n")).toBe(true);
  });

  it("says so where no rule checks it yet", () => {
    expect(partOf(page, "Rules").split("\n")[0]).toBe(
      "No rule checks it yet: it is reported as not checked.",
    );
  });

  it("says so where no rule can", () => {
    const none = renderRequirementPage(requirement("K8S-RD-1.3-COMPAT"), []);
    expect(partOf(none, "Rules")).toBe("No rule can decide it: it is reported as not checked.");
    expect(partOf(none, "Controls")).toBe(
      "No control of the documents that the model holds is linked to it.",
    );
  });

  it("links the rules it is given and escapes their titles", () => {
    expect(
      partOf(renderRequirementPage(requirement("T4-IMAGE-SELECTION"), twoRules), "Rules")
        .split("\n")
        .slice(0, 2),
    ).toEqual([
      "- [`dockerfile/base-image-from-approved-source`](../rules/dockerfile/base-image-from-approved-source.md): The base image comes from an approved source",
      String.raw`- [` +
        "`kubernetes/images-from-approved-source`](../rules/kubernetes/images-from-approved-source.md): " +
        String.raw`Images \| come from &lt;approved> sources`,
    ]);
  });

  it("lists controls by document with status and source", () => {
    expect(partOf(page, "Controls").split("\n").slice(0, 7)).toEqual([
      "Linked to the requirement itself:",
      "",
      "| Document | Place or controls | Status | Source |",
      "| --- | --- | --- | --- |",
      "| NIST SP 800-53 Rev 5 | sc-7, sc-7(3), ac-17, ac-17(3) (link is our judgement) | id-verified | intuitem/ciso-assistant-community:backend/library/libraries/nist-sp-800-53-rev5.yaml |",
      "| DoD Cloud Native Access Point Reference Design | C2 authorized ingress (capability names from a secondary source) | id-verified | a post on the AWS public sector blog; public transcripts |",
      "| DoD Cloud Native Access Point Reference Design | C3 authorized egress (capability names from a secondary source) | id-verified | a post on the AWS public sector blog; public transcripts |",
    ]);
  });

  it("keeps links of different status apart and explains each status", () => {
    const controls = partOf(renderRequirementPage(requirement("T4-HARDENING"), []), "Controls");
    expect(controls).toContain(
      "| DISA Container Hardening Process Guide | section 2 container hardening process | unverified |",
    );
    expect(controls).toContain("\n- unverified: not confirmed from a source");
    expect(controls).toMatch(
      /\| DISA Container Image Creation and Deployment Guide \| 2\.1, 2\.2, 2\.3, .*2\.9, 2\.11, .* \| id-and-text-verified \|/,
    );
  });

  it("names the evidence", () => {
    expect(partOf(page, "Evidence")).toBe(
      "- EV-ATTEST: Signed human attestation with role, scope, expiry\n- EV-RENDERED: Rendered manifests (Helm/Kustomize output) with input commit and digest",
    );
  });

  it.each(requirements.map((one) => [one.id, one] as const))(
    "%s is a page whose tables have even rows",
    (_id, one) => {
      const lines = renderRequirementPage(one, twoRules).split("\n");
      const widths = lines.map((line) =>
        line.startsWith("|") ? line.replaceAll(String.raw`\|`, "").split("|").length - 2 : 0,
      );
      expect(
        widths.filter((width, at) => width > 0 && (widths[at - 1] ?? 0) > 0 && width !== widths[at - 1]),
      ).toEqual([]);
      expect(lines.join("\n")).not.toMatch(/undefined|\[object/);
    },
  );
});

describe("renderRequirementIndex", () => {
  const index = renderRequirementIndex(new Map([["T7-TWO-SCANNERS", twoRules.slice(0, 1)]]));

  it("lists every requirement once, under its section", () => {
    const linked = [...index.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\)/gm)].map(
      (match) => [match[1], match[2]] as const,
    );
    expect(linked.length).toBe(requirements.length);
    expect(new Map(linked)).toEqual(new Map(requirements.map((one) => [one.id, requirementPageName(one)])));
    expect(index.indexOf("## §5.2.1 ")).toBeLessThan(index.indexOf("## Table 1: "));
    expect(partOf(index, "Table 8: Test phase activities")).toContain("[T8-POLICY](T8-POLICY.md)");
  });

  it("counts and links the rules", () => {
    expect(index).toContain("138 requirements, 1 of them with at least one rule.");
    expect(index).toContain("| REQUIRED | the table says REQUIRED | 24 | 1 |");
    expect(partOf(index, "Table 7: Test phase tools")).toContain(
      "| REQUIRED | required | report | full | [`dockerfile/base-image-from-approved-source`](../rules/dockerfile/base-image-from-approved-source.md) |",
    );
    expect(partOf(index, "Table 8: Test phase activities")).toContain("| none |");
  });
});

it.each([
  ["a | b", String.raw`a \| b`],
  ["<script>&", "&lt;script>&amp;"],
  ["*bold* `code` [x](y)", String.raw`\*bold\* ` + "\\`code\\`" + String.raw` \[x\](y)`],
  [String.raw`a\b`, String.raw`a\\b`],
])("escapes %j", (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});
