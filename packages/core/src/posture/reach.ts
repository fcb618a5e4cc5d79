import type { PipelineActivityId } from "@plimsoll/model/pipeline";
import { classifyFile } from "../engine/file-kind.ts";
import type { FileResult } from "../engine/check-file.ts";
import type { NotChecked } from "../finding/finding.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import type { ResourceRecord } from "../inventory/inventory.ts";
import type { Rule } from "../rule/rule.ts";

/** Codes that say of a file only that it is none of ours, or that speak of comments. */
const HARMLESS = ["yaml/not-kubernetes", "helm/template-unused", "schema/", "ignore/", "baseline/"];

/** Surfaces of files. */
export type FileSurface = "dockerfile" | "workflow" | "objects";

/** How much of a workspace there is to judge, and what of it was not. */
export class Reach {
  readonly #objects = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #gaps = new Map<FileSurface, NotChecked[]>();
  readonly #crashed = new Map<string, NotChecked>();
  readonly #activities = new Set<PipelineActivityId>();
  #dockerfiles = 0;
  #workflows = 0;
  #pods = 0;
  #all = 0;

  constructor(results: readonly FileResult[], notChecked: readonly NotChecked[]) {
    for (const result of results) this.#addFile(result);
    for (const entry of notChecked) this.#addGap(entry);
  }

  #addFile({ path, kind, checked, records, facts }: FileResult): void {
    if (kind === "dockerfile" && checked) this.#dockerfiles += 1;
    if ((facts?.workflow ?? facts?.action) !== undefined) this.#workflows += 1;
    const name = path.slice(path.lastIndexOf("/") + 1);
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    for (const record of records) this.#addObject(record);
    if (facts !== undefined) this.#addFacts(facts);
  }

  #addFacts({ workflow, action, configuration, kustomization }: FileFacts): void {
    if (configuration?.inventory !== undefined) this.#objects.set("inventory", 1);
    if (kustomization !== undefined) this.#objects.set("kustomizations", 1);
    const steps = [...(workflow?.jobs ?? []).flatMap((job) => job.steps), ...(action?.steps ?? [])];
    for (const { does } of steps) for (const { activity } of does) this.#activities.add(activity);
  }

  #addObject({ kind, group, podLabels }: ResourceRecord): void {
    this.#all += 1;
    if (podLabels !== undefined || kind === "Pod") this.#pods += 1;
    for (const key of [kind, `${group}/${kind}`]) this.#objects.set(key, (this.#objects.get(key) ?? 0) + 1);
  }

  #addGap(entry: NotChecked): void {
    const { code, file, subject } = entry;
    if (HARMLESS.some((start) => code.startsWith(start))) return;
    if (code === "rule/crashed" && subject !== undefined) this.#crashed.set(subject, entry);
    for (const surface of surfacesOf(file)) {
      const known = this.#gaps.get(surface);
      if (known === undefined) this.#gaps.set(surface, [entry]);
      else known.push(entry);
    }
  }

  /** What was not checked of the files that a rule reads; with the rule's own crash. */
  gapsOf(rule: Rule): readonly NotChecked[] {
    const crash = this.#crashed.get(rule.id);
    const gaps = this.#gaps.get(surfaceOf(rule)) ?? [];
    return crash === undefined ? gaps : [crash, ...gaps];
  }

  /** Whether parts of a surface were not judged at all, so that what is absent may be there. */
  isIncomplete(surface: FileSurface): boolean {
    return (this.#gaps.get(surface)?.length ?? 0) > 0;
  }

  /** Whether there is any object of a kind; or of `objects`, `pods`, `kustomizations`, `inventory`. */
  has(name: string): boolean {
    if (name === "objects") return this.#all > 0;
    return name === "pods" ? this.#pods > 0 : this.#objects.has(name);
  }

  /** Whether a step of a workflow or action does something. */
  does(activity: PipelineActivityId): boolean {
    return this.#activities.has(activity);
  }

  get isEmpty(): boolean {
    return this.#all + this.#dockerfiles + this.#workflows === 0;
  }

  /** What a rule looked at, in words; undefined where the workspace holds nothing that it speaks about. */
  judgedBy(rule: Rule): string | undefined {
    if (rule.surface === "dockerfile") return counted(this.#dockerfiles, "Dockerfile");
    if (rule.surface === "workflow") return counted(this.#workflows, "workflow");
    if ("fileNames" in rule) return counted(this.#namedFiles(rule.fileNames), "file");
    if ("unloaded" in rule) return undefined;
    if ("judge" in rule) return counted(this.#all + this.#workflows, "object", "objects and workflows");
    return this.#objectsJudged(rule);
  }

  #namedFiles(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + (this.#names.get(name) ?? 0), 0);
  }

  #objectsJudged(rule: Rule): string | undefined {
    const kinds = "kinds" in rule ? rule.kinds : undefined;
    if (kinds !== undefined) {
      const count = kinds.reduce((sum, kind) => sum + (this.#objects.get(kind) ?? 0), 0);
      return counted(count, kinds.length === 1 ? (kinds[0] ?? "object") : "object");
    }
    const walks = "each" in rule ? rule.each : "";
    const isOfPods = walks.startsWith("pods") || walks.startsWith("containers");
    return isOfPods ? counted(this.#pods, "workload") : counted(this.#all, "object");
  }
}

function counted(count: number, one: string, many = `${one}s`): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? one : many}`;
}

function surfaceOf({ surface }: Rule): FileSurface {
  return surface === "dockerfile" || surface === "workflow" ? surface : "objects";
}

/** Which rules a gap concerns: without a file all of them. */
function surfacesOf(file: string | undefined): readonly FileSurface[] {
  if (file === undefined) return ["dockerfile", "workflow", "objects"];
  const kind = classifyFile(file);
  if (kind === "dockerfile") return ["dockerfile"];
  return kind === "workflow" || kind === "action" ? ["workflow"] : ["objects"];
}
