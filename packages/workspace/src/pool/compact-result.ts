import type {
  Confidence,
  FileResult,
  Finding,
  Fix,
  FixSafety,
  RelatedLocation,
  ResourceIdentity,
  Severity,
} from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import { SmallRecords } from "./small-records.ts";

type Common = Pick<Finding, "ruleId" | "requirements" | "controls" | "aliases">;

// A closed word that came from another thread is a string of its own; these are the program's.
const SEVERITIES: Readonly<Record<Severity, Severity>> = { error: "error", warning: "warning", info: "info" };
const CONFIDENCES: Readonly<Record<Confidence, Confidence>> = { high: "high", medium: "medium", low: "low" };
const SAFETIES: Readonly<Record<FixSafety, FixSafety>> = { safe: "safe", review: "review" };

/** Enough for all problems, kinds and titles of fixes; texts that differ from file to file must not pile up. */
const MAXIMUM_WORDS = 10_000;

const NO_FIXES: Finding["fixes"] = [];
const NO_RELATED: readonly RelatedLocation[] = [];

/**
 * Makes results small to keep: what many findings say alike is kept once. A result that comes from another thread is a
 * copy in which nothing is shared, and 100,000 of those do not fit into a gigabyte.
 */
export class ResultCompactor {
  readonly #common = new Map<string, Common>();
  readonly #words = new Map<string, string>();

  /** The same result, with shared parts. The one that is given is used up: its records are changed. */
  compact(result: FileResult): FileResult {
    const file = new FileParts(result.path);
    new SmallRecords().shrink(result.records, 0);
    return {
      ...result,
      findings: result.findings.map((finding) => this.#share(finding, file)),
      records: result.records.map((record) => ({
        ...record,
        apiVersion: this.#word(record.apiVersion),
        kind: this.#word(record.kind),
        group: this.#word(record.group),
        file: file.own(record.file),
      })),
    };
  }

  #share(finding: Finding, file: FileParts): Finding {
    const { resource } = finding;
    return {
      ...finding,
      ...this.#commonOf(finding),
      problem: this.#word(finding.problem),
      severity: SEVERITIES[finding.severity],
      confidence: CONFIDENCES[finding.confidence],
      file: file.own(finding.file),
      range: file.range(finding.range),
      ...(resource === undefined ? {} : { resource: file.resource(resource) }),
      fixes: finding.fixes.length === 0 ? NO_FIXES : finding.fixes.map((fix) => this.#shareFix(fix, file)),
      related: finding.related.length === 0 ? NO_RELATED : finding.related,
    };
  }

  #shareFix({ title, safety, edits }: Fix, file: FileParts): Fix {
    return {
      title: this.#word(title),
      safety: SAFETIES[safety],
      edits: edits.map((edit) => ({ ...edit, file: file.own(edit.file) })),
    };
  }

  #commonOf(finding: Finding): Common {
    const { ruleId, requirements, controls, aliases } = finding;
    // Problems of one rule may stand for different checks of other tools.
    const key = `${ruleId}\n${aliases.join("\n")}`;
    const known = this.#common.get(key);
    if (known !== undefined) return known;
    const common: Common = { ruleId, requirements, controls, aliases };
    this.#common.set(key, common);
    return common;
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#words.size < MAXIMUM_WORDS) this.#words.set(word, word);
    return word;
  }
}

/** Places and objects that several findings of one file speak about. */
class FileParts {
  readonly path: string;
  readonly #ranges = new Map<string, Range>();
  readonly #resources = new Map<string, ResourceIdentity>();

  constructor(path: string) {
    this.path = path;
  }

  /** The one copy of the file's path, where it is that. */
  own(path: string): string {
    return path === this.path ? this.path : path;
  }

  range(range: Range): Range {
    return once(this.#ranges, `${range.start.offset}-${range.end.offset}`, range);
  }

  resource(resource: ResourceIdentity): ResourceIdentity {
    const { apiVersion, kind, namespace, name } = resource;
    return once(this.#resources, [apiVersion, kind, namespace ?? "", name].join("\n"), resource);
  }
}

function once<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, value);
  return value;
}
