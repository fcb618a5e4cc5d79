import type { Range } from "@plimsoll/syntax";
import { Fingerprints } from "../engine/fingerprint.ts";
import type { Finding, Severity } from "../finding/finding.ts";
import { builtInRules, type BuiltInRuleId } from "./built-in-rules.ts";

/** What a finding about a waiver or an inline ignore says. */
export interface BuiltInFinding {
  readonly rule: BuiltInRuleId;
  readonly problem: string;
  readonly severity: Severity | "off";
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** What makes it the same finding after lines moved: the waiver's id, the comment's text. */
  readonly subject: string;
}

/** Makes findings of the built-in rules for one file or one list of records; leaves out those of rules that are off. */
export class BuiltInFindings {
  readonly findings: Finding[] = [];
  readonly #fingerprints = new Fingerprints();

  add({ rule, problem, severity, message, file, range, subject }: BuiltInFinding): void {
    if (severity === "off") return;
    this.findings.push({
      ruleId: rule,
      problem,
      severity,
      confidence: "high",
      message,
      file,
      range,
      requirements: [],
      controls: builtInRules.get(rule)?.controls ?? [],
      aliases: [],
      fixes: [],
      related: [],
      fingerprint: this.#fingerprints.next({ ruleId: rule, problem, file, resource: "", subject }),
    });
  }
}
