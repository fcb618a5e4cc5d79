import type { ComplianceFormat, ComplianceReport, ComplianceRule, ComplianceRun } from "@plimsoll/core";
import { ChecklistCollector } from "./checklist/checklist-collector.ts";
import { MAXIMUM_RESULTS } from "./limits.ts";
import { OvalCollector } from "./oval/oval-collector.ts";
import { Problems } from "./problems.ts";
import { ScapError } from "./scap-error.ts";
import { closeRun, type BenchmarkFacts, type OpenRun } from "./xccdf/read-run.ts";
import { readRule, type GroupFacts } from "./xccdf/rule-facts.ts";
import { readXml, type XmlReader, type XmlTag } from "./xml/read-xml.ts";
import { attributeOf, type XmlElement } from "./xml/xml-element.ts";

/** Reads XCCDF, ARF, OVAL results or a CKL checklist. */
export function readScapXml(text: string, file: string): ComplianceReport {
  const reader = new ScapReader(file);
  readXml(text, file, reader);
  return reader.report();
}

/** Elements whose children are asked one by one; what is in none of these tables is passed over. */
const CONTAINERS: ReadonlySet<string> = new Set([
  // ARF
  "asset-report-collection",
  "report-requests",
  "report-request",
  "reports",
  "report",
  "content",
  "data-stream-collection",
  "component",
  // OVAL results
  "oval_results",
  "oval_definitions",
  "definitions",
  "results",
  "system",
  // CKL
  "CHECKLIST",
  "STIGS",
]);
const XCCDF = "http://checklists.nist.gov/xccdf/";
const OVAL_RESULTS = "http://oval.mitre.org/XMLSchema/oval-results-5";
/** Children of a benchmark, a group and a TestResult that are read. */
const BENCHMARK_PARTS: ReadonlySet<string> = new Set(["title", "version", "plain-text"]);

class ScapReader implements XmlReader {
  readonly #file: string;
  readonly #problems = new Problems();
  readonly #oval = new OvalCollector(this.#problems);
  readonly #checklist = new ChecklistCollector(this.#problems);
  readonly #rules: ComplianceRule[] = [];
  readonly #groups: GroupFacts[] = [];
  readonly #runs: { readonly open: OpenRun; readonly benchmark: BenchmarkFacts }[] = [];
  /** Names of the elements around, of those whose children are asked. */
  readonly #path: string[] = [];
  #benchmark: BenchmarkFacts = { id: "", title: "", version: "", release: "" };
  #format: ComplianceFormat | undefined;
  #results = 0;

  constructor(file: string) {
    this.#file = file;
  }

  visit(tag: XmlTag): "keep" | "skip" | undefined {
    if (tag.depth === 0) this.#format = this.#formatOf(tag);
    const wish = this.#wish(tag);
    if (wish === undefined) this.#path.push(tag.name);
    return wish;
  }

  leave(): void {
    if (this.#path.pop() === "Group") this.#groups.pop();
  }

  take(element: XmlElement): void {
    const around = this.#path.at(-1);
    if (around === "TestResult") this.#takePart(element);
    else if (element.name === "Rule") {
      const rule = readRule(element, this.#groups.at(-1));
      this.#count(1, element.line);
      this.#rules.push(rule);
    } else if (around === "Group") this.#nameGroup(element);
    else if (around === "Benchmark") this.#describeBenchmark(element);
    else if (around === "definitions") this.#oval.addDefinition(element);
    else {
      if (element.name === "iSTIG") this.#count(element.children.length, element.line);
      this.#checklist.take(element);
    }
  }

  report(): ComplianceReport {
    const byId = new Map(this.#rules.map((rule) => [rule.ruleId, rule]));
    const runs = [...this.#runs.map((run) => this.#close(run, byId)), ...this.#checklist.runs()];
    const definitions = this.#oval.definitions();
    const rules = this.#rules;
    if (runs.length + definitions.length + rules.length === 0) {
      throw new ScapError("scap/empty", { file: this.#file, line: 0 }, "holds neither rules nor results.");
    }
    const format = this.#format ?? "xccdf-1.2";
    return { file: this.#file, format, runs, rules, definitions, problems: this.#problems.list() };
  }

  #close(
    { open, benchmark }: { readonly open: OpenRun; readonly benchmark: BenchmarkFacts },
    rules: ReadonlyMap<string, ComplianceRule>,
  ): ComplianceRun {
    // In an ARF the benchmark stands in another part of the file than the TestResult.
    const facts = benchmark.id === "" ? this.#benchmark : benchmark;
    return closeRun(open, { benchmark: facts, rules, problems: this.#problems });
  }

  #wish(tag: XmlTag): "keep" | "skip" | undefined {
    const { name, namespace } = tag;
    if (namespace.startsWith(XCCDF) || this.#path.at(-1) === "TestResult") return this.#wishOfXccdf(tag);
    if (name === "definition") return this.#wishOfDefinition(tag);
    if (name === "ASSET" || name === "iSTIG") return "keep";
    return CONTAINERS.has(name) ? undefined : "skip";
  }

  #wishOfXccdf(tag: XmlTag): "keep" | "skip" | undefined {
    const { name, attributes } = tag;
    const around = this.#path.at(-1);
    if (around === "TestResult") {
      this.#count(name === "rule-result" ? 1 : 0, tag.line);
      return "keep";
    }
    if (name === "Benchmark") {
      this.#benchmark = { id: attributes.get("id") ?? "", title: "", version: "", release: "" };
      return undefined;
    }
    if (name === "TestResult") return this.#openRun(tag);
    if (name === "Group") {
      this.#groups.push({ id: attributes.get("id") ?? "", title: "" });
      return undefined;
    }
    if (name === "Rule") return "keep";
    const isRead =
      around === "Benchmark" ? BENCHMARK_PARTS.has(name) : around === "Group" && name === "title";
    return isRead ? "keep" : "skip";
  }

  #wishOfDefinition(tag: XmlTag): "keep" | "skip" {
    this.#count(1, tag.line);
    if (tag.namespace !== OVAL_RESULTS) return "keep";
    this.#oval.addResult(tag);
    return "skip";
  }

  #openRun({ attributes }: XmlTag): undefined {
    const of = (name: string): string => attributes.get(name) ?? "";
    const open: OpenRun = {
      id: of("id"),
      tool: of("test-system"),
      startTime: of("start-time"),
      endTime: of("end-time"),
      version: of("version"),
      parts: [],
      results: [],
    };
    const inBenchmark = this.#path.includes("Benchmark");
    const benchmark = inBenchmark ? this.#benchmark : { id: "", title: "", version: "", release: "" };
    this.#runs.push({ open, benchmark });
    return undefined;
  }

  #takePart(element: XmlElement): void {
    const run = this.#runs.at(-1)?.open;
    if (element.name === "rule-result") run?.results.push(element);
    else run?.parts.push(element);
  }

  #nameGroup(element: XmlElement): void {
    const group = this.#groups.at(-1);
    if (group !== undefined) group.title = element.text;
  }

  #describeBenchmark(element: XmlElement): void {
    const text = element.text.trim();
    if (element.name === "title") this.#benchmark.title = text;
    if (element.name === "version") this.#benchmark.version = text;
    if (element.name === "plain-text" && attributeOf(element, "id") === "release-info") {
      this.#benchmark.release = text;
    }
  }

  #count(results: number, line: number): void {
    this.#results += results;
    if (this.#results <= MAXIMUM_RESULTS) return;
    throw new ScapError("scap/too-many", { file: this.#file, line }, `more than ${MAXIMUM_RESULTS} results.`);
  }

  #formatOf({ name, namespace, line }: XmlTag): ComplianceFormat {
    if (namespace === `${XCCDF}1.1`) return "xccdf-1.1";
    if (namespace === `${XCCDF}1.2`) return "xccdf-1.2";
    if (name === "asset-report-collection") return "arf-1.1";
    if (name === "oval_results") return "oval-results";
    if (name === "CHECKLIST") return "ckl";
    if (name === "data-stream-collection") return "data-stream";
    if (name === "oval_definitions") return "oval-definitions";
    const place = { file: this.#file, line };
    throw new ScapError("scap/unknown-format", place, `<${name}> is none of the formats that are read.`);
  }
}
