import {
  RESULT_VALUES,
  type ComplianceOverride,
  type ComplianceResult,
  type ComplianceRule,
  type ComplianceRun,
  type ComplianceTarget,
  type ResultValue,
} from "@plimsoll/core";
import type { Problems } from "../problems.ts";
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from "../xml/xml-element.ts";
import { ccesOf, ccisOf, readIdentifiers, readSeverity, UNKNOWN_RULE } from "./rule-facts.ts";

/** A TestResult as its children come. */
export interface OpenRun {
  readonly id: string;
  readonly tool: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly version: string;
  readonly parts: XmlElement[];
  readonly results: XmlElement[];
}

/** What a benchmark says of itself. */
export interface BenchmarkFacts {
  id: string;
  title: string;
  version: string;
  release: string;
}

export interface RunSources {
  readonly benchmark: BenchmarkFacts;
  readonly rules: ReadonlyMap<string, ComplianceRule>;
  readonly problems: Problems;
}

/** A run whose rules are joined with what the benchmark says of them. */
export function closeRun(open: OpenRun, sources: RunSources): ComplianceRun {
  const { benchmark } = sources;
  const named = part(open, "benchmark");
  return {
    id: open.id,
    benchmark: {
      id: (named === undefined ? "" : attributeOf(named, "id")) || benchmark.id,
      title: benchmark.title,
      version: benchmark.version || open.version,
      release: benchmark.release,
      href: named === undefined ? "" : attributeOf(named, "href"),
    },
    profile: profileOf(open),
    startTime: open.startTime,
    endTime: open.endTime,
    tool: open.tool,
    target: readTarget(open.parts),
    scores: open.parts
      .filter(({ name }) => name === "score")
      .flatMap((score) => readScore(score, sources.problems)),
    results: open.results.map((element) => readResult(element, sources)),
  };
}

function part({ parts }: OpenRun, name: string): XmlElement | undefined {
  return parts.find((element) => element.name === name);
}

function profileOf(open: OpenRun): string {
  const profile = part(open, "profile");
  return profile === undefined ? "" : attributeOf(profile, "idref");
}

const IMAGE_FACTS = new Set(["image_digest", "imagedigest", "digest", "image_id"]);

function readTarget(parts: readonly XmlElement[]): ComplianceTarget {
  const texts = (name: string): readonly string[] =>
    parts.filter((element) => element.name === name).map(({ text }) => text.trim());
  const facts = parts
    .filter(({ name }) => name === "target-facts")
    .flatMap((element) => childrenOf(element, "fact"))
    .map((fact) => ({ name: attributeOf(fact, "name"), value: fact.text.trim() }));
  const names = texts("target");
  return { names, addresses: texts("target-address"), facts, imageDigest: digestIn(names, facts) };
}

/** The digest that a target's name (`registry/image@sha256:…`) or a fact about the image gives. */
function digestIn(
  names: readonly string[],
  facts: readonly { readonly name: string; readonly value: string }[],
): string {
  const told = facts.filter(({ name }) =>
    IMAGE_FACTS.has(name.slice(name.lastIndexOf(":") + 1).toLowerCase()),
  );
  for (const text of [...names, ...told.map(({ value }) => value)]) {
    const digest = /sha256:[0-9a-f]{64}/.exec(text)?.[0];
    if (digest !== undefined) return digest;
  }
  return "";
}

function readScore(
  element: XmlElement,
  problems: Problems,
): { readonly system: string; readonly value: number; readonly maximum?: number }[] {
  const value = Number(element.text.trim());
  const maximum = attributeOf(element, "maximum");
  if (element.text.trim() === "" || Number.isNaN(value)) {
    problems.add("scap/bad-score", `The score "${element.text.trim()}" is no number.`, element.line);
    return [];
  }
  const system = attributeOf(element, "system");
  return [
    maximum === "" || Number.isNaN(Number(maximum))
      ? { system, value }
      : { system, value, maximum: Number(maximum) },
  ];
}

function readResult(element: XmlElement, { rules, problems }: RunSources): ComplianceResult {
  const ruleId = attributeOf(element, "idref");
  const rule = rules.get(ruleId) ?? UNKNOWN_RULE;
  const own = readIdentifiers(element);
  const identifiers = own.length > 0 ? own : rule.identifiers;
  const severity = readSeverity(attributeOf(element, "severity"));
  return {
    ...rule,
    ruleId,
    result: readValue(textOf(element, "result"), element, problems),
    severity: severity === "unknown" ? rule.severity : severity,
    stigId: rule.stigId || attributeOf(element, "version"),
    weight: attributeOf(element, "weight") || rule.weight,
    cces: ccesOf(identifiers),
    ccis: ccisOf(identifiers),
    identifiers,
    time: attributeOf(element, "time"),
    instance: textOf(element, "instance"),
    messages: childrenOf(element, "message").map(({ text }) => text.trim()),
    checks: checksOf(element),
    overrides: childrenOf(element, "override").map((override) => readOverride(override, problems)),
    fixText: rule.fixText || textOf(element, "fix"),
    details: "",
    comments: "",
  };
}

/** Checks, also those inside `complex-check`. Trees are at most as deep as the reader allows. */
function checksOf(element: XmlElement): ComplianceResult["checks"] {
  return element.children.flatMap((child) => {
    if (child.name === "complex-check") return checksOf(child);
    if (child.name !== "check") return [];
    const content = childOf(child, "check-content-ref");
    const system = attributeOf(child, "system");
    return [
      {
        system,
        name: content === undefined ? "" : attributeOf(content, "name"),
        href: content === undefined ? "" : attributeOf(content, "href"),
      },
    ];
  });
}

function readOverride(element: XmlElement, problems: Problems): ComplianceOverride {
  return {
    authority: attributeOf(element, "authority"),
    time: attributeOf(element, "time"),
    from: readValue(textOf(element, "old-result"), element, problems),
    to: readValue(textOf(element, "new-result"), element, problems),
    remark: textOf(element, "remark"),
  };
}

function readValue(text: string, element: XmlElement, problems: Problems): ResultValue {
  const value = RESULT_VALUES.find((candidate) => candidate === text);
  if (value !== undefined) return value;
  problems.add("scap/unknown-result", `"${text}" is no result; it counts as unknown.`, element.line);
  return "unknown";
}
