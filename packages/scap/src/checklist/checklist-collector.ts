import type { ComplianceResult, ComplianceRun, ComplianceTarget } from "@plimsoll/core";
import type { Problems } from "../problems.ts";
import { childrenOf, childOf, textOf, type XmlElement } from "../xml/xml-element.ts";
import { checklistResult } from "./checklist-result.ts";

/** The parts of a CKL file: the asset, and each STIG with its requirements. */
export class ChecklistCollector {
  readonly #problems: Problems;
  readonly #stigs: XmlElement[] = [];
  #asset: XmlElement | undefined;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  take(element: XmlElement): void {
    if (element.name === "ASSET") this.#asset = element;
    else this.#stigs.push(element);
  }

  runs(): readonly ComplianceRun[] {
    const target = targetOf(this.#asset);
    return this.#stigs.map((stig) => this.#run(stig, target));
  }

  #run(stig: XmlElement, target: ComplianceTarget): ComplianceRun {
    const info = infoOf(stig);
    return {
      id: info("stigid"),
      benchmark: {
        id: info("stigid"),
        title: info("title"),
        version: info("version"),
        release: info("releaseinfo"),
        href: info("filename"),
      },
      profile: "",
      startTime: "",
      endTime: "",
      tool: "",
      target,
      scores: [],
      results: childrenOf(stig, "VULN").map((vuln) => this.#result(vuln)),
    };
  }

  #result(vuln: XmlElement): ComplianceResult {
    const data = dataOf(vuln);
    const one = (name: string): string => data.get(name)?.[0] ?? "";
    const ccis = data.get("CCI_REF") ?? [];
    return checklistResult(
      {
        ruleId: one("Rule_ID"),
        status: textOf(vuln, "STATUS"),
        severity: one("Severity"),
        severityOverride: textOf(vuln, "SEVERITY_OVERRIDE"),
        title: one("Rule_Title"),
        groupId: one("Vuln_Num"),
        groupTitle: one("Group_Title"),
        stigId: one("Rule_Ver"),
        weight: one("Weight"),
        ccis,
        legacyIds: data.get("LEGACY_ID") ?? [],
        discussion: one("Vuln_Discuss"),
        checkText: one("Check_Content"),
        fixText: one("Fix_Text"),
        details: textOf(vuln, "FINDING_DETAILS"),
        comments: textOf(vuln, "COMMENTS"),
        line: vuln.line,
      },
      this.#problems,
    );
  }
}

/** `SI_DATA` as names and values; a name may stand without a value. */
function infoOf(stig: XmlElement): (name: string) => string {
  const info = childOf(stig, "STIG_INFO");
  const data = info === undefined ? [] : childrenOf(info, "SI_DATA");
  const map = new Map(data.map((entry) => [textOf(entry, "SID_NAME"), textOf(entry, "SID_DATA")]));
  return (name) => map.get(name) ?? "";
}

function dataOf(vuln: XmlElement): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const entry of childrenOf(vuln, "STIG_DATA")) {
    const name = textOf(entry, "VULN_ATTRIBUTE");
    const value = textOf(entry, "ATTRIBUTE_DATA");
    if (value === "") continue;
    const list = map.get(name);
    if (list === undefined) map.set(name, [value]);
    else list.push(value);
  }
  return map;
}

function targetOf(asset: XmlElement | undefined): ComplianceTarget {
  if (asset === undefined) return { names: [], addresses: [], facts: [], imageDigest: "" };
  const filled = (names: readonly string[]): readonly string[] =>
    names.map((name) => textOf(asset, name)).filter((text) => text !== "");
  const facts = asset.children
    .map(({ name, text }) => ({ name, value: text.trim() }))
    .filter(({ value }) => value !== "");
  return {
    names: filled(["HOST_NAME", "HOST_FQDN"]),
    addresses: filled(["HOST_IP", "HOST_MAC"]),
    facts,
    imageDigest: /sha256:[0-9a-f]{64}/.exec(facts.map(({ value }) => value).join(" "))?.[0] ?? "",
  };
}
