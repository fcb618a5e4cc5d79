import type { ComplianceIdentifier, ComplianceRule, ComplianceSeverity } from "@plimsoll/core";
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from "../xml/xml-element.ts";

/** A rule of which the file says nothing. */
export const UNKNOWN_RULE: ComplianceRule = {
  ruleId: "",
  title: "",
  severity: "unknown",
  weight: "",
  stigId: "",
  groupId: "",
  groupTitle: "",
  identifiers: [],
  references: [],
  discussion: "",
  checkText: "",
  fixText: "",
};

export interface GroupFacts {
  readonly id: string;
  title: string;
}

export function readRule(element: XmlElement, group: GroupFacts | undefined): ComplianceRule {
  return {
    ruleId: attributeOf(element, "id"),
    title: textOf(element, "title"),
    severity: readSeverity(attributeOf(element, "severity")),
    weight: attributeOf(element, "weight"),
    stigId: textOf(element, "version"),
    groupId: group?.id ?? "",
    groupTitle: group?.title.trim() ?? "",
    identifiers: readIdentifiers(element),
    references: childrenOf(element, "reference").map((reference) => ({
      href: attributeOf(reference, "href"),
      text: collapsed(reference.text),
    })),
    discussion: readDiscussion(textOf(element, "description")),
    checkText: checkTextOf(element),
    fixText: textOf(element, "fixtext"),
  };
}

export function readSeverity(text: string): ComplianceSeverity {
  switch (text.toLowerCase()) {
    case "high":
    case "critical":
      return "high";
    case "medium":
    case "moderate":
      return "medium";
    case "low":
      return "low";
    case "info":
    case "none":
      return "info";
    default:
      return "unknown";
  }
}

export function readIdentifiers(element: XmlElement): readonly ComplianceIdentifier[] {
  return childrenOf(element, "ident").map((ident) => ({
    system: attributeOf(ident, "system"),
    value: ident.text.trim(),
  }));
}

export function ccesOf(identifiers: readonly ComplianceIdentifier[]): readonly string[] {
  return valuesStartingWith(identifiers, "CCE-");
}

export function ccisOf(identifiers: readonly ComplianceIdentifier[]): readonly string[] {
  return valuesStartingWith(identifiers, "CCI-");
}

function valuesStartingWith(identifiers: readonly ComplianceIdentifier[], start: string): readonly string[] {
  return [...new Set(identifiers.map(({ value }) => value).filter((value) => value.startsWith(start)))];
}

function checkTextOf(rule: XmlElement): string {
  const check = childOf(rule, "check");
  return check === undefined ? "" : textOf(check, "check-content");
}

/** DISA writes elements as text into a rule's description; the discussion is what stands in the first. */
function readDiscussion(description: string): string {
  const open = "<VulnDiscussion>";
  const start = description.indexOf(open);
  if (start === -1) return description;
  const end = description.indexOf("</VulnDiscussion>", start);
  return description.slice(start + open.length, end === -1 ? undefined : end).trim();
}

function collapsed(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}
